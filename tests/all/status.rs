//! What waits for whom: kind by kind, in order, each with a command that its reader may run.
use crate::cast::{ASKERS, Cast, id};
use crate::provision::{form, words};
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene};
use serde_json::{Value, json};

/// Ann is Primary Contact, Bob is Secondary Contact, Cy is a user; Dee has an ID.
fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    (scene, site)
}

/// `what site id due command` of every line; the site number left out where it is the only one.
fn waits(scene: &Scene, who: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let listed = scene.run(who, ["status"]).done().json();
    let line = |line: &Value| {
        let [what, id, due, command] = ["what", "id", "due", "command"].map(|key| text(&line[key]));
        assert!(line["site"].is_string(), "{line}");
        format!("{what} {id} {due} {command}")
    };
    listed.as_array().unwrap().iter().map(line).collect()
}

fn whats(scene: &Scene, who: &str) -> Vec<String> {
    let listed = scene.run(who, ["status"]).done().json();
    listed.as_array().unwrap().iter().map(|line| line["what"].as_str().unwrap().to_owned()).collect()
}

/// Days go by; everybody signs in again.
fn later(scene: &Scene, days: i64) {
    scene.advance(days * DAY);
    for who in [OPS, ANN, BOB, CY, DEE] {
        scene.sign_in(who);
    }
}

#[test]
fn nobody_signed_in_is_refused_and_nothing_is_an_empty_list() {
    let (scene, _) = house();
    scene.run("nobody", ["status"]).refused("sign_in_required");
    for who in [OPS, ANN, BOB, CY, DEE] {
        assert_eq!(scene.run(who, ["status"]).done().json(), json!([]), "{who}");
    }
    let prose = scene.prose(ANN, ["status"]).done();
    assert_eq!((prose.out.as_str(), prose.err.as_str()), ("", "Nothing is waiting for you\n"));
    assert!(scene.prose(ANN, ["status", "--quiet"]).done().err.is_empty());
}

#[test]
fn a_site_that_sleeps_waits_for_its_primary_contact_alone() {
    let (scene, _) = house();
    let asleep = scene.enroll("Sleeper", DEE);
    assert_eq!(waits(&scene, DEE), [format!("passcode {DEE} - pao authorize --site {asleep}")]);
    for who in [OPS, ANN, BOB, CY] {
        assert!(waits(&scene, who).is_empty(), "{who}");
    }
    scene.authorize(DEE, &asleep).done();
    assert_eq!(waits(&scene, DEE), [format!("no-secondary - - pao access add --role secondary --site {asleep}")]);
}

#[test]
fn nominations_wait_for_the_primary_contact_claims_first_and_for_whoever_filed_them() {
    let (scene, site) = house();
    let eve = scene.person("eve@example.com");
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    scene.advance(60);
    scene.run(eve, ["nominate", "--site", &site, "--primary-contact", ANN, "--i-am-primary"]).done();
    let (first, second) = ("2026-12-21T20:15:00Z", "2026-12-21T20:16:00Z");
    assert_eq!(
        waits(&scene, ANN),
        [format!("nomination {eve} {second} pao approve 2"), format!("nomination {DEE} {first} pao approve 1")]
    );
    assert_eq!(waits(&scene, DEE), [format!("own-nomination {DEE} {first} pao nomination show 1")]);
    assert!(waits(&scene, BOB).is_empty() && waits(&scene, CY).is_empty() && waits(&scene, OPS).is_empty());
    // The 30 days end by themselves, whether or not anybody has written it down.
    scene.advance(30 * DAY - 60);
    later(&scene, 0);
    assert_eq!(whats(&scene, ANN), ["nomination", "nomination"]);
    scene.advance(1);
    assert_eq!(whats(&scene, ANN), ["nomination"]);
    assert!(waits(&scene, DEE).is_empty());
    scene.run(ANN, ["approve", "2"]).done();
    assert!(waits(&scene, ANN).is_empty());
}

#[test]
fn a_nomination_at_a_sleeping_site_waits_without_a_date() {
    let (scene, _) = house();
    let asleep = scene.enroll("Sleeper", BOB);
    scene.run(DEE, ["nominate", "--site", &asleep, "--primary-contact", BOB]).done();
    assert_eq!(waits(&scene, DEE), [format!("own-nomination {DEE} - pao nomination show 1")]);
    assert_eq!(whats(&scene, BOB), ["passcode"], "nobody hears of it yet");
}

#[test]
fn access_that_ends_within_30_days_is_told_to_its_holder_and_to_who_may_renew_it() {
    let (scene, site) = house();
    let sue = scene.person("sue@example.com");
    scene.give(ANN, &site, sue, "secondary", &["--manage-access", "view", "--expires", "30d"]);
    scene.give(ANN, &site, DEE, "user", &["--expires", "2026-12-21T20:15:01Z"]);
    let (due, more) = ("2026-12-21T20:15:00Z", "2026-12-21T20:15:01Z");
    let of =
        |who: &str, due: &str| format!("access-ends {who} {due} pao access update {who} --site {site} --expires 90d");
    assert_eq!(waits(&scene, ANN), [of(sue, due)], "one second too far away for Dee");
    assert!(waits(&scene, BOB).is_empty(), "a Secondary Contact's access is the Primary Contact's business");
    assert_eq!(waits(&scene, sue), [format!("access-ends {sue} {due} pao access show --site {site}")]);
    scene.advance(1);
    assert_eq!(waits(&scene, ANN), [of(sue, due), of(DEE, more)], "the first to end comes first");
    assert_eq!(waits(&scene, BOB), [of(DEE, more)]);
    assert_eq!(waits(&scene, DEE), [format!("access-ends {DEE} {more} pao access show --site {site}")]);
    assert_eq!(whats(&scene, sue), ["access-ends"], "view alone renews nobody");
    assert!(waits(&scene, CY).is_empty() && waits(&scene, OPS).is_empty());
    scene.run(BOB, words(waits(&scene, BOB)[0].split("pao ").nth(1).unwrap())).done();
    assert!(waits(&scene, BOB).is_empty() && waits(&scene, DEE).is_empty());
    scene.advance(30 * DAY);
    later(&scene, 0);
    assert!(waits(&scene, ANN).is_empty(), "what has ended waits no more");
}

#[test]
fn requests_wait_for_operators_and_are_watched_by_whoever_submitted_them() {
    let (scene, site) = house();
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product sametime-gateway --quantity 5"))).done();
    scene.run(CY, words(&form(&format!(" --domain a.example --site {site}")))).done();
    let due = "2026-12-01T23:59:59Z";
    assert_eq!(waits(&scene, OPS), [format!("request-open {CY} {due} pao provision receive 1")]);
    assert_eq!(waits(&scene, CY), [format!("request-open {CY} {due} pao provision show 1")]);
    assert!(waits(&scene, ANN).is_empty() && waits(&scene, BOB).is_empty());
    scene.run(OPS, ["provision", "receive", "1"]).done();
    assert_eq!(waits(&scene, OPS), [format!("request-open {CY} {due} pao provision complete 1")]);
    later(&scene, 11);
    scene.run(BOB, words(&form(&format!(" --domain b.example --site {site}")))).done();
    assert_eq!(
        waits(&scene, OPS),
        [
            format!("request-overdue {CY} {due} pao provision complete 1"),
            format!("request-open {BOB} 2026-12-11T23:59:59Z pao provision receive 2"),
        ]
    );
    assert_eq!(waits(&scene, CY), [format!("request-overdue {CY} {due} pao provision show 1")]);
    scene.run(ANN, ["access", "revoke", CY, "--site", &site, "--yes"]).done();
    assert!(waits(&scene, CY).is_empty(), "without access it is nobody's but the operators'");
    scene.run(OPS, ["provision", "complete", "1"]).done();
    assert_eq!(whats(&scene, OPS), ["request-open"]);
}

#[test]
fn terms_wait_for_whoever_submitted_and_for_managers_until_they_are_accepted() {
    let (scene, site) = house();
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product sametime-gateway --quantity 5"))).done();
    scene.run(CY, words(&form(&format!(" --domain a.example --provider aol --provider yahoo --site {site}")))).done();
    scene.give(ANN, &site, DEE, "user", &[]);
    scene.run(OPS, ["provision", "complete", "1"]).done();
    let open = |name: &str| format!("terms {CY} - pao provision accept-terms 1 --provider {name}");
    for who in [ANN, BOB, CY] {
        assert_eq!(waits(&scene, who), [open("aol"), open("yahoo")], "{who}");
    }
    assert!(waits(&scene, DEE).is_empty() && waits(&scene, OPS).is_empty());
    scene.run(CY, ["provision", "accept-terms", "1", "--provider", "aol", "--yes"]).done();
    assert_eq!(waits(&scene, ANN), [open("yahoo")]);
    scene.run(OPS, ["provider", "retire", "yahoo"]).done();
    assert!(waits(&scene, ANN).is_empty(), "a retired provider opens for nobody");
}

#[test]
fn certificates_that_end_wait_until_a_new_one_is_on_its_way() {
    let (scene, site) = house();
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product sametime-gateway --quantity 5"))).done();
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["gateway.example.com".to_owned()]).unwrap();
    params.not_before = rcgen::date_time_ymd(2026, 1, 1);
    params.not_after = rcgen::date_time_ymd(2027, 1, 10);
    params.distinguished_name.push(rcgen::DnType::CommonName, "gateway.example.com");
    std::fs::write(scene.path("gw.pem"), params.self_signed(&key).unwrap().pem()).unwrap();
    let file = |flags: &str| {
        format!(
            "provision submit --gateway-name gw --host gateway.example.com --cert gw.pem --notify im@example.com{flags} --site {site}"
        )
    };
    scene.run(CY, words(&file(" --domain a.example"))).done();
    scene.run(OPS, ["provision", "complete", "1"]).done();
    assert!(waits(&scene, CY).is_empty(), "50 days are many");
    later(&scene, 20);
    let ends = format!("certificate-ends {CY} 2027-01-10T00:00:00Z pao provision submit --site {site} --replaces 1");
    for who in [ANN, BOB, CY] {
        assert_eq!(waits(&scene, who), std::slice::from_ref(&ends), "{who}");
    }
    assert!(waits(&scene, OPS).is_empty());
    later(&scene, 31);
    assert_eq!(waits(&scene, CY), [ends], "one that has ended still waits");
    assert!(scene.prose(CY, ["status"]).done().out.contains("has expired"));
    let issued = " --cert-cn gateway.example.com --cert-issuer CA --notify im@example.com --domain a.example";
    let line =
        format!("provision submit --gateway-name gw --host gateway.example.com{issued} --site {site} --replaces 1");
    scene.run(CY, words(&line)).done();
    assert_eq!((whats(&scene, CY), whats(&scene, ANN)), (vec!["request-open".to_owned()], vec![]));
    scene.run(CY, ["provision", "cancel", "2", "--yes"]).done();
    assert_eq!(whats(&scene, CY), ["certificate-ends"]);
}

#[test]
fn grants_by_people_who_are_gone_wait_for_who_may_judge_them() {
    let (scene, site) = house();
    let (eve, sue) = (scene.person("eve@example.com"), "sue@example.com");
    scene.give(BOB, &site, DEE, "user", &[]);
    scene.give(BOB, &site, eve, "user", &[]);
    scene.give(ANN, &site, sue, "secondary", &[]);
    scene.give(ANN, &site, "tim@example.com", "secondary", &["--manage-access", "view"]);
    scene.run(ANN, ["access", "revoke", BOB, "--site", &site, "--grants", "keep", "--yes"]).done();
    let gone =
        |giver: &str| format!("giver-gone {giver} - pao access list --columns 'id,role,granted-by' --site {site}");
    assert_eq!((waits(&scene, ANN), waits(&scene, sue)), (vec![gone(BOB)], vec![gone(BOB)]));
    assert!(scene.prose(ANN, ["status"]).done().out.starts_with("2 people hold access"));
    assert!(waits(&scene, DEE).is_empty() && waits(&scene, CY).is_empty());
    // A Primary Contact who went: their Secondary Contacts are the new Primary Contact's business, users everybody's.
    scene.confirmed(ANN, ["contact", "set-primary", sue, "--site", &site, "--former", "none", "--yes"]).done();
    scene.give(sue, &site, BOB, "secondary", &[]);
    assert_eq!(waits(&scene, sue), [gone(ANN)], "Bob is back");
    assert_eq!(waits(&scene, BOB), [gone(ANN)], "Cy was Ann's");
    scene.run(sue, ["access", "revoke", CY, "--site", &site, "--yes"]).done();
    assert_eq!(waits(&scene, sue), [gone(ANN)], "and so was Tim");
    assert!(waits(&scene, BOB).is_empty(), "who is a Secondary Contact, and none of Bob's business");
}

#[test]
fn a_site_without_a_secondary_contact_waits_for_its_primary_contact() {
    let (scene, site) = house();
    let none = format!("no-secondary - - pao access add --role secondary --site {site}");
    scene.run(ANN, ["access", "update", BOB, "--site", &site, "--expires", "40d"]).done();
    assert!(waits(&scene, ANN).is_empty());
    later(&scene, 41);
    assert_eq!(waits(&scene, ANN), [none], "Bob's end date has passed");
    assert!(waits(&scene, CY).is_empty());
}

#[test]
fn nothing_waits_at_a_closed_site() {
    let (scene, site) = house();
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product sametime-gateway --quantity 5"))).done();
    scene.run(CY, words(&form(&format!(" --domain a.example --provider aol --site {site}")))).done();
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    scene.run(ANN, ["access", "update", CY, "--site", &site, "--expires", "3d"]).done();
    scene.run(ANN, ["access", "revoke", BOB, "--site", &site, "--yes"]).done();
    let kinds = |who: &str| whats(&scene, who).join(" ");
    assert_eq!(kinds(ANN), "nomination access-ends terms no-secondary", "the most urgent first");
    assert_eq!(kinds(CY), "access-ends request-open terms");
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "ended", "--yes"]).done();
    for who in [OPS, ANN, BOB, CY, DEE] {
        assert!(waits(&scene, who).is_empty(), "{who}");
    }
}

#[test]
fn people_read_sentences_and_spreadsheets_columns() {
    let (scene, _) = house();
    let asleep = scene.enroll("Sleeper", DEE);
    let other = scene.enroll("Other", DEE);
    let prose = scene.prose(DEE, ["status"]).done();
    assert!(prose.err.is_empty(), "{prose}");
    assert_eq!(
        prose.out,
        format!(
            "Site {asleep} is waiting for you to authorize your ID as its Primary Contact\n    pao authorize --site {asleep}\n\
             Site {other} is waiting for you to authorize your ID as its Primary Contact\n    pao authorize --site {other}\n"
        )
    );
    let csv = scene.prose(DEE, ["status", "--format", "csv", "--columns", "what,id,due,command", "--no-header"]);
    assert_eq!(csv.done().out.lines().next(), Some(&*format!("passcode,{DEE},,pao authorize --site {asleep}")));
    let page = |flags: &[&str]| {
        let listed = scene.run(DEE, [&["status"], flags].concat()).done().json();
        listed.as_array().unwrap().iter().map(|line| line["place"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(page(&[]), [1, 2]);
    assert_eq!((page(&["--limit", "1"]), page(&["--after", "1"]), page(&["--after", "7"])), (vec![1], vec![2], vec![]));
    scene.run(DEE, ["status", "--after", "x"]).refused("invalid_value");
    assert!(scene.prose(DEE, ["status", "--site", &asleep]).status == 2, "it is about every site");
}

#[test]
fn every_command_is_one_that_its_reader_may_run() {
    let cast = Cast::assemble();
    let mut seen = 0;
    for (name, _) in ASKERS.iter().filter(|(name, _)| *name != "nobody") {
        let who = id(name);
        for line in cast.scene.run(&who, ["status"]).done().json().as_array().unwrap() {
            let command = line["command"].as_str().unwrap().strip_prefix("pao ").unwrap();
            seen += 1;
            let dry = if command.contains("approve")
                || command.contains("provision receive")
                || command.contains("accept-terms")
                || command.contains("update")
            {
                " --dry-run"
            } else {
                ""
            };
            let run = cast.scene.run(&who, words(&format!("{command}{dry}")));
            let missing = run.code().as_deref() == Some("usage");
            assert!(run.status == 0 || missing, "{name}: {run}");
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn an_automation_token_is_good_for_one_site_and_not_for_this() {
    let (scene, site) = house();
    let made = scene.confirmed(ANN, ["token", "create", "--site", &site, "--can", "list-access"]).done().json();
    let by_token =
        |argv: &str| scene.call(DEE, argv.split(' ')).with("PAO_TOKEN", made["token"].as_str().unwrap()).json();
    by_token("access list").done();
    by_token("status").refused("token_scope");
    by_token("start --no-input").refused("usage");
}
