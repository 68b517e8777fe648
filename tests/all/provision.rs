//! Requests for gateways: filed, received, decided, ended; the terms of providers; and everybody who is told.
//!
//! What must hold after every test here: the file checks out, and a provisioned gateway alone holds its domains.
use crate::machine::{AWAKE, Ran};
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Run, Scene};
use serde_json::{Value, json};

/// Whom the forms below name to be told.
const TEAM: &str = "im-team@example.com";

pub fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// Ann is Primary Contact, Bob a Secondary Contact, Cy and Dee are users; the site is entitled to a gateway.
pub fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.give(ANN, &site, DEE, "user", &[]);
    entitle(&scene, &site);
    (scene, site)
}

pub fn entitle(scene: &Scene, site: &str) {
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product sametime-gateway --quantity 1"))).done();
}

/// A whole form, but for what `flags` add.
pub fn form(flags: &str) -> String {
    format!(
        "provision submit --gateway-name gw-one --host gateway.example.com --cert-cn gateway.example.com \
         --cert-issuer ExampleTrust --notify {TEAM}{flags}"
    )
}

/// Files a request; gives its number.
fn submitted(scene: &Scene, who: &str, flags: &str) -> String {
    scene.run(who, words(&form(flags))).done().json()["request"].to_string()
}

/// A verb about a request, with the yes that some of them need.
fn step(scene: &Scene, who: &str, verb: &str, number: &str) -> Run {
    let flags = match verb {
        "cancel" | "end" => " --yes",
        "reject" => " --reason no-such-host",
        "accept-terms" => " --provider aol --yes",
        _ => "",
    };
    scene.run(who, words(&format!("provision {verb} {number}{flags}")))
}

fn status(scene: &Scene, number: &str) -> String {
    scene.run(OPS, ["provision", "show", number]).done().json()["status"].as_str().unwrap().to_owned()
}

/// The numbers in a list.
fn listed(scene: &Scene, who: &str, flags: &str) -> Vec<i64> {
    let list = scene.run(who, words(&format!("provision list{flags}"))).done().json();
    list.as_array().unwrap().iter().map(|one| one["request"].as_i64().unwrap()).collect()
}

/// `kind to` for Dee and for the address that the form names.
fn both(kind: &str) -> Vec<String> {
    vec![format!("{kind} {DEE}"), format!("{kind} {TEAM}")]
}

#[test]
fn the_story_from_the_form_to_an_open_provider() {
    let (scene, site) = house();
    let flags = " --port 5061 --domain example.com --domain corp.example.com --provider aol";
    let run = scene.run(DEE, words(&form(flags))).done();
    let expected = json!({
        "request": 1, "site": site, "product": "sametime-gateway", "status": "submitted", "gateway_name": "gw-one",
        "host": "gateway.example.com", "port": 5061,
        "certificate": {"common_name": "gateway.example.com", "issuer": "ExampleTrust", "not_after": null},
        "notify": TEAM, "domains": ["example.com", "corp.example.com"],
        "providers": [{
            "provider": "aol", "terms_version": "1", "terms_accepted_at": null, "terms_accepted_by": null, "open": false,
        }],
        "submitted_by": DEE, "submitted_at": scene.now(), "due_by": "2026-12-01T23:59:59Z", "overdue": false,
        "decided_at": null, "reason": null, "replaces": null, "changed": true, "dry_run": false,
    });
    let mut printed = run.json();
    printed.as_object_mut().unwrap().remove("notices");
    assert_eq!((printed, run.notices()), (expected, both("provision-submitted")));
    assert_eq!(scene.last_entry(), "provision.submit done");

    scene.run(DEE, ["provision", "complete", "1"]).refused("operator_only");
    assert_eq!(step(&scene, OPS, "receive", "1").done().notices(), both("provision-received"));
    scene.advance(60);
    let complete = step(&scene, OPS, "complete", "1").done();
    assert_eq!((complete.notices(), &complete.json()["decided_at"]), (both("provision-complete"), &scene.now().into()));
    let open = || scene.run(DEE, ["provision", "show", "1"]).done().json()["providers"][0]["open"].clone();
    assert_eq!(open(), false, "R14");
    assert_eq!(scene.run(CY, words("can message --provider aol")).json()["rule"], "R14");
    let accept = step(&scene, DEE, "accept-terms", "1").done().json();
    let provider = &accept["providers"][0];
    assert_eq!((&provider["terms_accepted_by"], &provider["terms_accepted_at"]), (&DEE.into(), &scene.now().into()));
    assert_eq!((open(), &accept["notices"]), (true.into(), &json!([])));
    scene.run(CY, words("can message --provider aol")).done();
    scene.check();
}

#[test]
fn every_letter_of_the_story_says_what_it_is_about() {
    let (scene, site) = house();
    let number = submitted(&scene, DEE, " --domain example.com --provider aol");
    step(&scene, OPS, "receive", &number).done();
    step(&scene, OPS, "complete", &number).done();
    scene.run(ANN, words("provision end 1 --reason moved --yes")).done();
    let rejected = submitted(&scene, DEE, " --domain example.com");
    step(&scene, OPS, "reject", &rejected).done();
    let cancelled = submitted(&scene, DEE, " --domain example.com");
    step(&scene, DEE, "cancel", &cancelled).done();
    for (kind, number, words) in [
        (
            "provision-submitted",
            "1",
            &["Dee Example (dee@example.com) asked", "1 December 2026, 23:59 UTC", "example.com"][..],
        ),
        ("provision-received", "1", &["received by Olga Operator", "1 December 2026, 23:59 UTC", "aol"]),
        ("provision-complete", "1", &["by Olga Operator", "pao provision accept-terms 1 --provider NAME"]),
        ("provision-ended", "1", &["ended by Ann Example", "moved"]),
        ("provision-rejected", "2", &["rejected by Olga Operator", "no-such-host"]),
        ("provision-cancelled", "3", &["cancelled by Dee Example"]),
    ] {
        for to in [DEE, TEAM] {
            let about = |letter: &crate::world::Letter| letter.body.contains(&format!("provision show {number}"));
            let found =
                scene.letters().into_iter().rfind(|letter| letter.to == to && letter.kind == kind && about(letter));
            let letter = found.unwrap_or_else(|| panic!("no {kind} about {number} to {to}"));
            assert_eq!(letter.site.as_deref(), Some(&*site));
            assert!(letter.subject.contains(number), "{}", letter.subject);
            let text = letter.body.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(letter.body.contains("Hello Dee Example,"), to == DEE, "{}", letter.body);
            for words in words.iter().chain(&["gw-one", "gateway.example.com", "Example Corp"]) {
                assert!(text.contains(words), "{kind} to {to} lacks {words}: {text}");
            }
        }
    }
    scene.check();
}

#[test]
fn whoever_submits_and_is_to_be_told_is_told_once() {
    let (scene, _) = house();
    let line = form(" --domain example.com").replace(TEAM, "Dee@Example.com");
    assert_eq!(scene.run(DEE, words(&line)).done().notices(), [format!("provision-submitted {DEE}")]);
    assert_eq!(step(&scene, DEE, "cancel", "1").done().notices(), [format!("provision-cancelled {DEE}")]);
    scene.check();
}

#[test]
fn a_request_is_due_by_the_end_of_the_seventh_business_day() {
    let (scene, _) = house();
    let due = |days: i64| {
        scene.advance(days * DAY);
        scene.sign_in(DEE);
        scene.sign_in(OPS);
        scene.run(DEE, words(&form(" --domain example.com"))).done().json()["due_by"].as_str().unwrap().to_owned()
    };
    // From a Saturday, a Monday and a Friday.
    assert_eq!(due(0), "2026-12-01T23:59:59Z");
    assert_eq!(due(2), "2026-12-02T23:59:59Z");
    assert_eq!(due(4), "2026-12-08T23:59:59Z");
    scene.run(OPS, ["config", "set", "policy.holidays", "2026-12-01 2026-12-05"]).done();
    assert_eq!(due(0), "2026-12-09T23:59:59Z", "a holiday counts, unless it is a Saturday");
    scene.check();
}

#[test]
fn a_request_is_overdue_from_the_second_after() {
    let (scene, _) = house();
    submitted(&scene, DEE, " --domain example.com");
    submitted(&scene, DEE, " --domain example.org");
    step(&scene, OPS, "receive", "2").done();
    let overdue = || {
        scene.sign_in(DEE);
        scene.sign_in(OPS);
        let shown = scene.run(DEE, ["provision", "show", "2"]).done().json()["overdue"].clone();
        (listed(&scene, OPS, " --overdue"), shown == true)
    };
    // Saturday 20:15 to Tuesday 23:59:59, ten days later.
    scene.advance(10 * DAY + 13_499);
    assert_eq!(scene.now(), "2026-12-01T23:59:59Z");
    assert_eq!(overdue(), (vec![], false));
    scene.advance(1);
    assert_eq!(overdue(), (vec![1, 2], true));
    step(&scene, OPS, "reject", "2").done();
    assert_eq!(overdue(), (vec![1], false));
    assert_eq!(listed(&scene, DEE, " --overdue --status received"), Vec::<i64>::new());
    scene.check();
}

#[test]
fn each_step_needs_its_state() {
    let (scene, _) = house();
    let ways: [(&str, &[&str]); 6] = [
        ("submitted", &[]),
        ("received", &["receive"]),
        ("provisioned", &["receive", "complete"]),
        ("rejected", &["reject"]),
        ("cancelled", &["receive", "cancel"]),
        ("ended", &["complete", "end"]),
    ];
    let verbs = ["receive", "complete", "reject", "cancel", "end", "accept-terms"];
    let by = |verb: &str| if ["receive", "complete", "reject"].contains(&verb) { OPS } else { ANN };
    let mut drawn = Vec::new();
    for (state, way) in ways {
        let mut row = format!("{state:<12}");
        for verb in verbs {
            let frozen = scene.freeze();
            let number = submitted(&scene, DEE, " --domain example.com --provider aol");
            for verb in way {
                step(&scene, by(verb), verb, &number).done();
            }
            assert_eq!(status(&scene, &number), state);
            let before = scene.dump(&[]);
            let run = step(&scene, by(verb), verb, &number);
            let held = scene.rows("SELECT count(*) FROM provision_domain WHERE held = 1")[0][0].clone();
            assert_eq!(held == "1", status(&scene, &number) == "provisioned", "{state} {verb}");
            if run.status == 0 {
                row += "yes ";
            } else {
                assert_eq!(run.status, 6, "{run}");
                assert_eq!(scene.dump(&[]), before, "{state} {verb}");
                row += &(run.refused("wrong_state").code().unwrap().replace("wrong_state", "-") + "   ");
            }
            scene.thaw(&frozen);
        }
        drawn.push(row.trim_end().to_owned());
    }
    //                          receive complete reject cancel end accept-terms
    assert_eq!(
        drawn,
        [
            "submitted   yes yes yes yes -   yes",
            "received    -   yes yes yes -   yes",
            "provisioned -   -   -   -   yes yes",
            "rejected    -   -   -   -   -   -",
            "cancelled   -   -   -   -   -   -",
            "ended       -   -   -   -   -   -",
        ]
    );
    scene.check();
}

#[test]
fn whoever_filed_it_and_managers_take_it_back_while_they_have_access() {
    let (scene, site) = house();
    scene.person("eve@example.com");
    scene.run(ANN, words("access update bob@example.com --manage-access view")).done();
    for (who, verb, code) in [
        (CY, "cancel", "manager_only"),
        (BOB, "cancel", "manager_only"),
        (OPS, "cancel", "operator_apart"),
        ("eve@example.com", "cancel", "not_found"),
        (CY, "end", "manager_only"),
        (DEE, "end", "manager_only"),
        ("eve@example.com", "show", "not_found"),
        ("eve@example.com", "accept-terms", "not_found"),
        (OPS, "accept-terms", "operator_apart"),
        (ANN, "receive", "operator_only"),
        (DEE, "reject", "operator_only"),
        ("eve@example.com", "complete", "not_found"),
    ] {
        if listed(&scene, OPS, "").is_empty() {
            submitted(&scene, DEE, " --domain example.com --provider aol");
        }
        step(&scene, who, verb, "1").refused(code);
    }
    // Her access has ended: she may still see what she filed, and no more.
    scene.run(ANN, ["access", "revoke", DEE, "--yes"]).done();
    assert_eq!(scene.run(DEE, ["provision", "show", "1"]).done().json()["submitted_by"], DEE);
    step(&scene, DEE, "cancel", "1").refused("manager_only");
    step(&scene, DEE, "accept-terms", "1").refused("not_found");
    step(&scene, DEE, "complete", "1").refused("operator_only");
    scene.run(DEE, ["provision", "list", "--site", &site]).refused("not_found");
    scene.run(ANN, words("access update bob@example.com --manage-access update")).done();
    step(&scene, BOB, "cancel", "1").done();
    scene.check();
}

#[test]
fn a_number_out_of_reach_is_answered_as_one_that_is_not_there() {
    let (scene, site) = house();
    scene.person("eve@example.com");
    let other = scene.active_site("Other", "eve@example.com");
    submitted(&scene, DEE, " --domain example.com --provider aol");
    for verb in ["show", "cancel", "end", "accept-terms", "receive", "complete", "reject"] {
        for (who, number, flags) in [("eve@example.com", "1", ""), ("eve@example.com", "9", ""), (OPS, "1", &*other)] {
            let flags = if flags.is_empty() { String::new() } else { format!(" --site {flags}") };
            let more = ["--yes", "--provider aol --yes", "--reason no"];
            let more = match verb {
                "cancel" | "end" => more[0],
                "accept-terms" => more[1],
                "reject" => more[2],
                _ => "--quiet",
            };
            let run = scene.run(who, words(&format!("provision {verb} {number} {more}{flags}"))).refused("not_found");
            assert_eq!(run.error()["message"], format!("request {number} was not found"), "{run}");
        }
    }
    scene.run(DEE, ["provision", "show", "1", "--site", &site]).done();
    scene.run(DEE, ["provision", "show", "one"]).refused("invalid_value");
    scene.check();
}

#[test]
fn what_is_hard_to_undo_wants_a_yes_before_the_file_is_opened() {
    let scene = Scene::new();
    for line in ["provision cancel 1", "provision end 1", "provision accept-terms 1 --provider aol"] {
        scene.run(ANN, words(line)).refused("usage");
        scene.run(ANN, words(&format!("{line} --yes"))).refused("no_database");
        scene.run(ANN, words(&format!("{line} --dry-run"))).refused("no_database");
    }
    for line in ["provision show", "provision cancel --yes", "provision reject 1", "provision accept-terms 1 --yes"] {
        let run = scene.run(ANN, words(line)).refused("usage");
        assert!(["<N>", "--reason", "--provider"].iter().any(|flag| run.err.contains(flag)), "{run}");
    }
}

#[test]
fn terms_are_accepted_once_in_the_version_of_that_day() {
    let (scene, _) = house();
    let number = submitted(&scene, DEE, " --domain example.com --provider aol,yahoo");
    let accept = |who: &str, provider: &str| {
        scene.run(who, words(&format!("provision accept-terms {number} --provider {provider} --yes")))
    };
    let amend = "provider add aol --protocol sip --terms-url https://legal.example.com/aol --terms-version";
    scene.run(OPS, words(&format!("{amend} 2026-11"))).done();
    let first = accept(CY, "aol").done().json();
    assert_eq!((&first["changed"], &first["providers"][0]["terms_version"]), (&true.into(), &"2026-11".into()));
    scene.run(OPS, words(&format!("{amend} 2026-12"))).done();
    let before = scene.dump(&[]);
    let again = accept(ANN, "aol").done().json();
    let provider = &again["providers"][0];
    assert_eq!((&again["changed"], &provider["terms_accepted_by"]), (&false.into(), &CY.into()));
    assert_eq!(provider["terms_version"], "2026-11");
    assert_eq!(scene.dump(&[]), before);
    let details = scene.rows("SELECT details FROM audit WHERE action = 'provision.accept-terms'")[0][0].clone();
    assert!(details.contains("2026-11") && details.contains("legal.example.com"), "{details}");

    accept(CY, "google-talk").refused("not_found");
    accept(CY, "AOL").refused("invalid_value");
    scene.run(OPS, ["provider", "retire", "yahoo"]).done();
    accept(CY, "yahoo").refused("wrong_state");
    scene.check();
}

#[test]
fn a_provider_that_is_retired_closes_and_comes_back() {
    let (scene, _) = house();
    submitted(&scene, DEE, " --domain example.com --provider aol");
    step(&scene, DEE, "accept-terms", "1").done();
    let open = || scene.run(DEE, ["provision", "show", "1"]).done().json()["providers"][0]["open"].clone();
    let can = || scene.run(DEE, words("can message --provider aol"));
    assert_eq!((open(), can().status), (false.into(), 4), "not provisioned yet");
    assert!(can().json()["because"].as_str().unwrap().contains("no provisioned gateway"), "{}", can());
    step(&scene, OPS, "complete", "1").done();
    assert_eq!((open(), can().status), (true.into(), 0));
    scene.run(OPS, ["provider", "retire", "aol"]).done();
    assert_eq!((open(), can().status), (false.into(), 4));
    assert!(can().json()["because"].as_str().unwrap().contains("was retired"), "{}", can());
    let back = "provider add aol --protocol sip --terms-url https://legal.example.com/aol --terms-version 2";
    scene.run(OPS, words(back)).done();
    assert_eq!((open(), can().status), (true.into(), 0));
    step(&scene, ANN, "end", "1").done();
    assert_eq!((open(), can().status), (false.into(), 4));
    scene.run(DEE, words("can message --provider icq")).refused("invalid_value");
    scene.run(DEE, words("can message --provider yahoo")).json()["remedy"]["command"].as_str().unwrap();
    scene.check();
}

#[test]
fn can_message_says_which_request_lacks_its_terms() {
    let (scene, site) = house();
    submitted(&scene, DEE, " --domain example.com --provider aol");
    step(&scene, OPS, "complete", "1").done();
    let json = scene.run(DEE, words("can message --provider aol")).json();
    let command = json["remedy"]["command"].as_str().unwrap();
    assert_eq!(command, format!("pao provision accept-terms 1 --provider aol --site {site}"));
    let typed: Vec<&str> = command.strip_prefix("pao ").unwrap().split(' ').chain(["--yes"]).collect();
    scene.run(DEE, typed).done();
    scene.run(DEE, words("can message --provider aol")).done();
    scene.check();
}

/// A second site with a request for the domain that the first one holds.
fn rivals() -> (Scene, String) {
    let (scene, site) = house();
    submitted(&scene, DEE, " --domain example.com,corp.example.com");
    step(&scene, OPS, "complete", "1").done();
    scene.person("eve@example.com");
    let other = scene.active_site("Other", "eve@example.com");
    entitle(&scene, &other);
    let two = submitted(&scene, "eve@example.com", " --domain other.example,corp.example.com");
    assert_eq!(two, "2");
    (scene, site)
}

#[test]
fn a_domain_that_another_gateway_holds_is_shown_and_then_a_conflict() {
    let (scene, site) = rivals();
    let held = json!([{"domain": "corp.example.com", "request": 1, "site": site}]);
    let received = scene.run(OPS, ["provision", "receive", "2"]).done();
    assert_eq!(received.json()["held_domains"], held);
    assert!(received.err.contains("corp.example.com is held by the gateway of request 1"), "{received}");
    let before = scene.dump(&[]);
    let refused = step(&scene, OPS, "complete", "2").refused("conflict");
    assert_eq!((refused.status, &refused.error()["details"]["held_domains"]), (6, &held));
    assert_eq!(scene.dump(&[]), before);
    scene.run(OPS, ["provision", "complete", "2", "--dry-run"]).refused("conflict");
    step(&scene, OPS, "end", "1").done();
    step(&scene, OPS, "complete", "2").done();
    assert_eq!(scene.rows("SELECT DISTINCT request FROM provision_domain WHERE held = 1"), [["2"]]);
    scene.check();
}

#[test]
fn nobody_learns_from_the_form_who_holds_a_domain() {
    let (scene, _) = rivals();
    let run = scene.prose("eve@example.com", words(&form(" --domain corp.example.com"))).done();
    assert!(!run.err.contains("held"), "{run}");
    let own = scene.prose(DEE, words(&form(" --domain corp.example.com"))).done();
    assert!(own.err.contains("corp.example.com is held by your gateway of request 1; `--replaces 1`"), "{own}");
    scene.check();
}

#[test]
fn a_request_that_replaces_takes_over_in_one_step() {
    let (scene, site) = house();
    submitted(&scene, DEE, " --domain example.com --provider aol");
    step(&scene, OPS, "complete", "1").done();
    let run = scene.run(CY, words(&form(" --domain example.com,new.example.com --replaces 1"))).done();
    assert_eq!(run.json()["replaces"], 1);
    let received = step(&scene, OPS, "receive", "2").done();
    assert_eq!(received.json()["held_domains"], json!([]), "what it replaces does not stand in its way");
    assert_eq!(status(&scene, "1"), "provisioned", "until the new one is complete");
    let complete = step(&scene, OPS, "complete", "2").done();
    let mut told = both("provision-ended");
    told.extend([format!("provision-complete {CY}"), format!("provision-complete {TEAM}")]);
    told.sort();
    assert_eq!(complete.notices(), told);
    let old = scene.run(DEE, ["provision", "show", "1"]).done().json();
    assert_eq!((&old["status"], &old["reason"]), (&"ended".into(), &"replaced by request 2".into()));
    assert_eq!(
        scene.rows("SELECT request, domain FROM provision_domain WHERE held = 1 ORDER BY domain"),
        [["2", "example.com"], ["2", "new.example.com"]]
    );
    assert_eq!(scene.rows("SELECT count(*) FROM audit WHERE action = 'provision.complete'"), [["2"]]);
    assert_eq!(listed(&scene, DEE, &format!(" --site {site} --status ended")), [1]);
    scene.check();
}

#[test]
fn only_a_provisioned_request_of_the_same_site_is_replaced() {
    let (scene, site) = rivals();
    let replaces = |who: &str, flags: &str| scene.run(who, words(&form(&format!(" --domain a.example {flags}"))));
    replaces("eve@example.com", "--replaces 1").refused("not_found");
    replaces("eve@example.com", "--replaces 99").refused("not_found");
    replaces("eve@example.com", "--replaces 2").refused("wrong_state");
    replaces("eve@example.com", "--replaces two").refused("invalid_value");
    scene.give(ANN, &site, "eve@example.com", "user", &[]);
    replaces("eve@example.com", &format!("--replaces 2 --site {site}")).refused("not_found");
    assert_eq!(replaces("eve@example.com", &format!("--replaces 1 --site {site}")).done().json()["request"], 3);
    // What it was to replace ends by itself meanwhile.
    step(&scene, ANN, "end", "1").done();
    let complete = step(&scene, OPS, "complete", "3").done();
    assert!(complete.notices().iter().all(|notice| notice.starts_with("provision-complete")), "{complete}");
    scene.check();
}

#[test]
fn completing_warns_where_the_entitlement_has_ended() {
    let (scene, _) = house();
    submitted(&scene, DEE, " --domain example.com");
    scene.run(OPS, ["entitlement", "revoke", "1"]).done();
    scene.run(DEE, words(&form(" --domain example.com"))).refused("not_entitled");
    let run = step(&scene, OPS, "complete", "1").done();
    assert!(run.err.contains("holds no current entitlement to sametime-gateway; the last one was revoked"), "{run}");
    scene.check();
}

#[test]
fn closing_a_site_ends_what_goes_on_there_and_tells_those_concerned() {
    let (scene, site) = house();
    for domain in ["a.example", "b.example", "c.example", "d.example"] {
        submitted(&scene, DEE, &format!(" --domain {domain} --provider aol"));
    }
    step(&scene, OPS, "receive", "2").done();
    step(&scene, OPS, "complete", "3").done();
    step(&scene, ANN, "accept-terms", "3").done();
    step(&scene, OPS, "reject", "4").done();
    let run = scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "agreement ended", "--yes"]).done();
    let mut told: Vec<String> = [ANN, BOB, CY, DEE].iter().map(|who| format!("site-closed {who}")).collect();
    told.extend([both("provision-cancelled"), both("provision-cancelled"), both("provision-ended")].concat());
    told.sort();
    assert_eq!(run.notices(), told);
    let states = ["1", "2", "3", "4"].map(|number| status(&scene, number));
    assert_eq!(states, ["cancelled", "cancelled", "ended", "rejected"]);
    let shown = scene.run(DEE, ["provision", "show", "3"]).done().json();
    assert_eq!(shown["reason"], "the site was closed: agreement ended");
    assert_eq!(shown["providers"][0]["open"], false);
    assert_eq!(listed(&scene, DEE, ""), [1, 2, 3, 4], "its people may still read");
    assert_eq!(scene.rows("SELECT count(*) FROM provision_domain WHERE held = 1"), [["0"]]);
    for (who, verb) in [(DEE, "cancel"), (OPS, "end"), (DEE, "accept-terms"), (OPS, "receive"), (OPS, "complete")] {
        step(&scene, who, verb, "1").refused("site_not_active");
    }
    scene.run(DEE, words(&form(" --domain e.example"))).refused("site_not_active");
    // The site that takes its place can have the domains.
    let new = scene.enroll("Example Corp", DEE);
    scene.authorize(DEE, &new).done();
    entitle(&scene, &new);
    scene.run(DEE, words(&form(&format!(" --domain c.example --site {new}")))).done();
    step(&scene, OPS, "complete", "5").done();
    scene.check();
}

#[test]
fn a_dry_run_says_everything_and_changes_nothing() {
    let (scene, site) = house();
    let before = scene.dump(&[]);
    let json = scene.run(DEE, words(&form(" --domain example.com --provider aol --dry-run"))).done().json();
    assert_eq!(
        (&json["request"], &json["dry_run"], &json["status"]),
        (&Value::Null, &true.into(), &"submitted".into())
    );
    let notices = json["notices"].as_array().unwrap();
    assert_eq!(notices.len(), 2);
    for notice in notices {
        let body = notice["body"].as_str().unwrap();
        assert!(body.contains(&site) && body.contains("gw-one") && body.contains("(new number)"), "{body}");
    }
    assert_eq!(scene.dump(&[]), before);

    submitted(&scene, DEE, " --domain example.com --provider aol");
    for (who, line, told) in [
        (OPS, "receive 1", "provision-received"),
        (OPS, "complete 1", "provision-complete"),
        (OPS, "reject 1 --reason no", "provision-rejected"),
        (DEE, "cancel 1", "provision-cancelled"),
        (DEE, "accept-terms 1 --provider aol", ""),
    ] {
        let before = scene.dump(&[]);
        let run = scene.run(who, words(&format!("provision {line} --dry-run"))).done();
        assert_eq!(run.notices(), if told.is_empty() { vec![] } else { both(told) });
        assert!(run.json()["notices"].as_array().unwrap().iter().all(|notice| notice["body"].is_string()), "{run}");
        assert_eq!((scene.dump(&[]), &run.json()["changed"]), (before, &true.into()), "{line}");
    }
    scene.check();
}

#[test]
fn requests_are_listed_in_pages_and_by_state() {
    let (scene, site) = rivals();
    submitted(&scene, DEE, " --domain third.example");
    assert_eq!(listed(&scene, OPS, ""), [1, 2, 3]);
    assert_eq!(listed(&scene, OPS, &format!(" --site {site}")), [1, 3]);
    assert_eq!(listed(&scene, OPS, " --limit 1 --after 1"), [2]);
    assert_eq!(listed(&scene, DEE, ""), [1, 3]);
    assert_eq!(listed(&scene, DEE, " --status provisioned"), [1]);
    scene.run(DEE, words("provision list --status open")).refused("invalid_value");
    let csv = scene
        .prose(OPS, words("provision list --format csv --columns request,status,domains,overdue --limit 1"))
        .done();
    assert_eq!(csv.out, "request,status,domains,overdue\n1,provisioned,example.com corp.example.com,no\n");
    let details = scene.prose(DEE, ["provision", "show", "1"]).done();
    assert!(details.out.contains("example.com, corp.example.com") && details.out.contains("provisioned"), "{details}");
    scene.run("nobody", ["provision", "list"]).refused("sign_in_required");
    scene.check();
}

#[test]
fn a_submitter_who_registered_anew_is_somebody_else() {
    let (scene, _) = house();
    submitted(&scene, DEE, " --domain example.com");
    scene.reader().rows("UPDATE person SET closed_at = registered_at WHERE id = 'dee@example.com' RETURNING 1");
    scene.person(DEE);
    let told = step(&scene, OPS, "receive", "1").done().notices();
    assert_eq!(told, [format!("provision-received {TEAM}")]);
    scene.run(DEE, ["provision", "show", "1"]).refused("not_found");
}

#[test]
fn of_completing_and_cancelling_at_once_one_happens() {
    let machine = AWAKE.machine();
    let (operator, cy) = (Some(&AWAKE.operator), Some(&AWAKE.cy));
    let grant = ["entitlement", "grant", "--product", "sametime-gateway", "--quantity", "1", "--site", &AWAKE.site];
    machine.does(operator, &grant, &[]);
    let rounds = 6;
    for round in 1..=rounds {
        let domain = format!(" --domain d{round}.example");
        machine.does(cy, &words(&form(&domain)), &[]);
        let number = round.to_string();
        let (complete, cancel) = (["provision", "complete", &number], ["provision", "cancel", &number, "--yes"]);
        let mut crowd = [machine.pao(operator, &complete), machine.pao(cy, &cancel), machine.pao(operator, &complete)];
        if round % 2 == 0 {
            crowd.reverse();
        }
        let children: Vec<_> = crowd.iter_mut().map(|command| command.spawn().unwrap()).collect();
        let ran: Vec<Ran> = crate::machine::ended(children);
        let mut ends: Vec<Option<i32>> = ran.iter().map(|ran| ran.status).collect();
        ends.sort();
        assert_eq!(ends, [Some(0), Some(6), Some(6)], "{ran:?}");
    }
    let over = "SELECT count(*) FROM provision WHERE status IN ('provisioned', 'cancelled')";
    assert_eq!(machine.count(over), rounds);
    let entries =
        "SELECT count(*) FROM audit WHERE action IN ('provision.complete', 'provision.cancel') AND outcome = 'done'";
    assert_eq!(machine.count(entries), rounds);
    machine.is_sound();
}

/// The attack: asking and taking back, again and again, mails whoever is to be told without end.
#[test]
fn nobody_floods_whoever_is_to_be_told_by_asking_and_taking_back() {
    let (scene, _) = house();
    let to_team = || scene.letters().iter().filter(|letter| letter.to == TEAM).count();
    for _ in 0..10 {
        let number = submitted(&scene, CY, " --domain example.com");
        step(&scene, CY, "cancel", &number).done();
    }
    let many = to_team();
    for more in ["", " --dry-run"] {
        scene.run(CY, words(&form(&format!(" --domain example.com{more}")))).refused("wrong_state");
    }
    assert_eq!(to_team(), many);
    // Others at the site are not kept from asking.
    let number = submitted(&scene, DEE, " --domain example.com");
    step(&scene, DEE, "cancel", &number).done();
    scene.advance(DAY);
    scene.sign_in(CY);
    submitted(&scene, CY, " --domain example.com");
    scene.check();
}
