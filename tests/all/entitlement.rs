//! What sites have acquired: recorded, seen, revoked; and the providers that a gateway may ask for.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Run, Scene};
use serde_json::{Value, json};

/// Ann is Primary Contact, Bob is Secondary Contact, Cy is a user who sees no entitlements, Dee has an ID.
fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    (scene, site)
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

fn grant(scene: &Scene, site: &str, flags: &str) -> Run {
    let line = format!("entitlement grant --site {site} --product sametime-gateway --quantity 5{flags}");
    scene.run(OPS, words(&line))
}

/// `number product active` of what somebody sees.
fn listed(scene: &Scene, who: &str, flags: &str) -> Vec<String> {
    let list = scene.run(who, words(&format!("entitlement list{flags}"))).done().json();
    let row = |row: &Value| {
        let (number, product) = (row["entitlement"].as_i64().unwrap(), row["product"].as_str().unwrap());
        format!("{number} {product} {}", row["active"])
    };
    list.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn what_is_recorded_reads_as_it_was_given() {
    let (scene, site) = house();
    let run = grant(&scene, &site, " --from 2026-12-01 --until 2027-06-30").done();
    let expected = json!({
        "entitlement": 1, "site": site, "product": "sametime-gateway", "quantity": 5, "from": "2026-12-01T00:00:00Z",
        "until": "2027-06-30T23:59:59Z", "active": false, "revoked_at": null, "changed": true, "dry_run": false, "notices": [],
    });
    assert_eq!(run.json(), expected);
    let open = grant(&scene, &site, "").done().json();
    assert_eq!((&open["from"], &open["until"], &open["active"]), (&scene.now().into(), &Value::Null, &true.into()));
    assert_eq!(scene.last_entry(), "entitlement.grant done");
    assert_eq!(listed(&scene, ANN, ""), ["1 sametime-gateway false", "2 sametime-gateway true"]);
    scene.check();
}

#[test]
fn an_entitlement_holds_from_its_first_second_to_its_last() {
    let (scene, site) = house();
    grant(&scene, &site, " --from 2026-11-22 --until 2026-11-23T10:00:00Z").done();
    let active = |scene: &Scene| {
        scene.sign_in(ANN);
        listed(scene, ANN, "")[0].ends_with("true")
    };
    // It is 20:15 on the evening before.
    for (seconds, expected) in [(0, false), (13_499, false), (1, true), (34 * 3600, true), (1, false)] {
        scene.advance(seconds);
        assert_eq!(active(&scene), expected, "{}", scene.now());
    }
    scene.check();
}

#[test]
fn the_same_once_more_is_left_alone_where_its_first_day_is_named() {
    let (scene, site) = house();
    let dated = " --from 2026-01-01 --until 2027-12-31";
    grant(&scene, &site, dated).done();
    let before = scene.dump(&[]);
    let again = grant(&scene, &site, dated).done().json();
    assert_eq!((&again["changed"], &again["entitlement"]), (&false.into(), &1.into()));
    assert_eq!(scene.dump(&[]), before);
    for other in [" --from 2026-01-01", " --from 2026-01-02 --until 2027-12-31", "", ""] {
        assert_eq!(grant(&scene, &site, other).done().json()["changed"], true, "{other}");
    }
    scene.run(OPS, ["entitlement", "revoke", "1"]).done();
    assert_eq!(grant(&scene, &site, dated).done().json()["entitlement"], 6, "what was revoked does not come back");
    scene.check();
}

#[test]
fn revoking_is_for_good_and_once() {
    let (scene, site) = house();
    grant(&scene, &site, "").done();
    let run = scene.run(OPS, ["entitlement", "revoke", "1"]).done();
    assert_eq!((&run.json()["active"], &run.json()["revoked_at"]), (&false.into(), &scene.now().into()));
    let again = scene.run(OPS, ["entitlement", "revoke", "1"]).refused("wrong_state");
    assert_eq!(again.status, 6);
    let other = scene.enroll("Other", DEE);
    scene.run(OPS, ["entitlement", "revoke", "1", "--site", &other]).refused("not_found");
    scene.run(OPS, ["entitlement", "revoke", "2"]).refused("not_found");
    scene.run(OPS, ["entitlement", "revoke", "one"]).refused("invalid_value");
    scene.check();
}

#[test]
fn a_number_out_of_reach_is_answered_as_one_that_is_not_there() {
    let (scene, site) = house();
    grant(&scene, &site, "").done();
    let there = scene.run(DEE, ["entitlement", "revoke", "1"]).refused("not_found").error()["message"].clone();
    assert_eq!(there.as_str().unwrap().replace('1', "7"), "entitlement 7 was not found");
    assert_eq!(scene.run(DEE, ["entitlement", "revoke", "7"]).error()["message"], "entitlement 7 was not found");
    scene.run(CY, ["entitlement", "revoke", "1"]).refused("operator_only");
    assert_eq!(scene.last_entry(), "entitlement.revoke refused operator_only");
    scene.check();
}

#[test]
fn entitlements_are_seen_with_the_privilege_to_view_them() {
    let (scene, site) = house();
    grant(&scene, &site, "").done();
    for who in [ANN, BOB, OPS] {
        assert_eq!(listed(&scene, who, ""), ["1 sametime-gateway true"], "{who}");
    }
    let refused = scene.run(CY, ["entitlement", "list"]).refused("not_found");
    assert!(refused.error()["hint"].as_str().unwrap().contains("entitlements of view"), "{refused}");
    scene.run(DEE, ["entitlement", "list", "--site", &site]).refused("not_found");
    scene.run(ANN, ["access", "update", CY, "--entitlements", "view"]).done();
    assert_eq!(listed(&scene, CY, "").len(), 1);
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    assert_eq!(listed(&scene, CY, "").len(), 1, "the people of a closed site may still read");
    scene.check();
}

#[test]
fn operators_see_all_of_them_in_pages() {
    let (scene, site) = house();
    let other = scene.active_site("Other", DEE);
    for place in [&site, &other, &site] {
        grant(&scene, place, "").done();
    }
    let numbers = |who: &str, flags: &str| -> Vec<String> {
        listed(&scene, who, flags).iter().map(|row| row[..1].to_owned()).collect()
    };
    assert_eq!(numbers(OPS, ""), ["1", "2", "3"]);
    assert_eq!(numbers(OPS, &format!(" --site {site}")), ["1", "3"]);
    assert_eq!(numbers(OPS, " --limit 1 --after 1"), ["2"]);
    assert_eq!(numbers(DEE, ""), ["2"]);
    let csv = scene.prose(OPS, words("entitlement list --format csv --columns entitlement,active,revoked")).done();
    assert_eq!(csv.out, "entitlement,active,revoked\n1,yes,\n2,yes,\n3,yes,\n");
    scene.check();
}

#[test]
fn a_sleeping_site_can_be_entitled_and_a_closed_one_cannot() {
    let (scene, site) = house();
    let sleeping = scene.enroll("Sleeping", DEE);
    grant(&scene, &sleeping, "").done();
    scene.run(DEE, ["entitlement", "list"]).refused("site_not_active");
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    grant(&scene, &site, "").refused("site_not_active");
    scene.confirmed(OPS, ["site", "withdraw", "--site", &sleeping, "--reason", "over", "--yes"]).done();
    scene.run(OPS, ["entitlement", "revoke", "1"]).refused("site_not_active");
    scene.check();
}

#[test]
fn values_are_judged_before_anything_else() {
    let (scene, site) = house();
    let before = scene.dump(&[]);
    for (line, field) in [
        ("--product Sametime --quantity 1", "product"),
        ("--product sametime-gateway --quantity 0", "quantity"),
        ("--product sametime-gateway --quantity 1.5", "quantity"),
        ("--product sametime-gateway --quantity 1000001", "quantity"),
        ("--product sametime-gateway --quantity 1 --from soon", "from"),
        ("--product sametime-gateway --quantity 1 --until later", "until"),
        ("--product sametime-gateway --quantity 1 --from 2027-01-02 --until 2027-01-01", "until"),
        ("--product sametime-gateway --quantity 1 --until 2026-11-20", "until"),
    ] {
        let run = scene.run(CY, words(&format!("entitlement grant --site {site} {line}"))).refused("invalid_value");
        assert_eq!(run.error()["details"]["field"], field, "{run}");
    }
    for missing in ["--product sametime-gateway", "--quantity 1"] {
        scene.run(OPS, words(&format!("entitlement grant --site {site} {missing}"))).refused("usage");
    }
    scene.run(OPS, words("entitlement grant --product sametime-gateway --quantity 1")).refused("usage");
    assert_eq!(scene.dump(&[]), before);
    let past = " --from 2026-01-01 --until 2026-02-01";
    let told =
        scene.prose(OPS, words(&format!("entitlement grant --site {site} --product notes --quantity 1{past}"))).done();
    assert!(told.err.contains("warning: the entitlement has ended already"), "{told}");
    scene.check();
}

#[test]
fn an_entitlement_in_a_dry_run_has_no_number() {
    let (scene, site) = house();
    let before = scene.dump(&[]);
    let json = grant(&scene, &site, " --dry-run").done().json();
    assert_eq!((&json["entitlement"], &json["dry_run"], &json["active"]), (&Value::Null, &true.into(), &true.into()));
    assert_eq!(scene.dump(&[]), before);
    grant(&scene, &site, "").done();
    let before = scene.dump(&[]);
    assert_eq!(scene.run(OPS, words("entitlement revoke 1 --dry-run")).done().json()["active"], false);
    assert_eq!(scene.dump(&[]), before);
    scene.check();
}

#[test]
fn whether_one_can_provision_hangs_on_the_entitlement() {
    let (scene, site) = house();
    let can = |status: u8| {
        scene.sign_in(CY);
        let run = scene.run(CY, ["can", "provision"]);
        assert_eq!(run.status, status, "{run}");
        run.json()
    };
    assert_eq!(can(4)["rule"], "R13");
    let remedy = can(4)["remedy"]["command"].as_str().unwrap().to_owned();
    assert_eq!(remedy, format!("pao entitlement grant --product sametime-gateway --quantity 1 --site {site}"));
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product notes --quantity 1"))).done();
    assert_eq!(can(4)["rule"], "R13", "another product is none");
    let command: Vec<&str> = remedy.strip_prefix("pao ").unwrap().split(' ').chain(["--until", "2d"]).collect();
    scene.run(OPS, command).done();
    assert_eq!(can(0)["allowed"], true);
    scene.advance(2 * DAY + 1);
    assert_eq!(can(4)["rule"], "R13");
    scene.check();
}

#[test]
fn providers_are_listed_to_everybody_who_is_signed_in() {
    let (scene, _) = house();
    let list = scene.run(DEE, ["provider", "list"]).done().json();
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["provider"].as_str().unwrap()).collect();
    assert_eq!(names, ["aol", "google-talk", "yahoo"]);
    assert_eq!((&list[1]["protocol"], &list[1]["retired_at"]), (&"xmpp".into(), &Value::Null));
    assert!(list[0]["terms_url"].as_str().unwrap().starts_with("https://") && list[0]["terms_version"] == "1");
    let one = scene.run(DEE, words("provider list --after aol --limit 1")).done().json();
    assert_eq!((one.as_array().unwrap().len(), &one[0]["provider"]), (1, &"google-talk".into()));
    scene.run("nobody", ["provider", "list"]).refused("sign_in_required");
}

#[test]
fn a_provider_is_added_amended_retired_and_brought_back() {
    let (scene, _) = house();
    let add = |flags: &str| scene.run(OPS, words(&format!("provider add example-im {flags}")));
    let (xmpp, sip) =
        ("--protocol xmpp --terms-url https://im.example.com/terms", "--protocol sip --terms-url https://a.example");
    let first = add(&format!("{xmpp} --terms-version 1")).done().json();
    let expected = json!({
        "provider": "example-im", "protocol": "xmpp", "terms_url": "https://im.example.com/terms", "terms_version": "1",
        "retired_at": null, "changed": true, "dry_run": false, "notices": [],
    });
    assert_eq!(first, expected);
    assert_eq!(add(&format!("{xmpp} --terms-version 1")).done().json()["changed"], false);
    let second = add(&format!("{xmpp} --terms-version 2")).done().json();
    assert_eq!((&second["changed"], &second["terms_version"]), (&true.into(), &"2".into()));
    assert_eq!(add(&format!("{sip} --terms-version 2")).refused("conflict").status, 6);
    let retire = || scene.run(OPS, ["provider", "retire", "example-im"]).done().json();
    assert_eq!((&retire()["changed"], &retire()["changed"]), (&true.into(), &false.into()));
    let back = add(&format!("{xmpp} --terms-version 2")).done().json();
    assert_eq!((&back["changed"], &back["retired_at"]), (&true.into(), &Value::Null));
    assert_eq!(scene.last_entry(), "provider.add done");
    scene.check();
}

#[test]
fn what_is_said_about_a_provider_is_judged() {
    let (scene, _) = house();
    let before = scene.dump(&["audit"]);
    for (line, code, field) in [
        ("add A --protocol sip --terms-url https://a.example --terms-version 1", "invalid_value", "name"),
        ("add new --protocol irc --terms-url https://a.example --terms-version 1", "invalid_value", "protocol"),
        ("add new --protocol sip --terms-url http://a.example --terms-version 1", "invalid_value", "terms-url"),
        ("add new --protocol sip --terms-url https://a@b.example --terms-version 1", "invalid_value", "terms-url"),
        ("retire AOL", "invalid_value", "name"),
        ("retire nobody", "not_found", ""),
        ("add new --protocol sip --terms-version 1", "usage", ""),
        ("add --protocol sip --terms-url https://a.example --terms-version 1", "usage", ""),
    ] {
        let run = scene.run(OPS, words(&format!("provider {line}"))).refused(code);
        assert_eq!(run.error()["details"]["field"].as_str().unwrap_or_default(), field, "{run}");
    }
    assert_eq!(scene.dump(&["audit"]), before);
    let add = "provider add new --protocol sip --terms-url https://a.example --terms-version 1";
    scene.run(ANN, words(add)).refused("operator_only");
    scene.run(OPS, words(&format!("{add} --dry-run"))).done();
    scene.run(OPS, words("provider retire aol --dry-run")).done();
    assert_eq!(scene.rows("SELECT count(*), count(retired_at) FROM provider")[0], ["3", "0"]);
    scene.check();
}
