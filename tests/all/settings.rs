//! Settings: every key is judged, and what is set holds for everybody.
use crate::world::{ANN, DAY, OPS, Scene};

fn scene() -> Scene {
    let scene = Scene::new();
    scene.init();
    scene.sign_in(OPS);
    scene
}

#[test]
fn every_setting_is_listed_with_what_holds_and_its_default() {
    let scene = scene();
    let listed = scene.run(OPS, ["config", "list"]).done().json();
    let keys: Vec<&str> = listed.as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert!(keys.is_sorted() && keys.contains(&"policy.password-min") && keys.contains(&"mail.smtp.url"), "{keys:?}");
    scene.run(OPS, ["config", "set", "policy.secondaries-warn", "7"]).done();
    let got = scene.run(OPS, ["config", "get", "policy.secondaries-warn"]).done().json();
    assert_eq!((got["value"].as_str(), got["default"].as_str()), (Some("7"), Some("4")));
    let same = scene.run(OPS, ["config", "set", "policy.secondaries-warn", "7"]).done().json();
    assert_eq!(same["changed"], false);
    scene.check();
}

#[test]
fn what_was_set_is_unset_and_never_by_an_empty_value() {
    let scene = scene();
    scene.person(ANN);
    for (key, value, default) in [
        ("policy.secondaries-warn", "7", Some("4")),
        ("care.contact", "Carla", Some("the vendor's customer care")),
        ("policy.holidays", "2026-12-25", None),
        ("mail.transport", "off", Some("spool")),
        ("mail.audit-to", "audit@vendor.example", None),
    ] {
        scene.run(OPS, ["config", "set", key, value]).done();
        let before = scene.dump(&[]);
        for empty in ["", " ", "\t", " , "].iter().take(if key == "policy.holidays" { 4 } else { 3 }) {
            let run = scene.run(OPS, ["config", "set", key, empty]).refused("invalid_value");
            let error = run.error();
            assert_eq!((&error["details"]["field"], run.status), (&"value".into(), 7), "{run}");
            assert!(error["hint"].as_str().unwrap().contains(&format!("pao config unset {key}")), "{run}");
        }
        assert_eq!(scene.dump(&[]), before, "{key}");
        let unset = |flags: &[&str]| {
            let run = scene.run(OPS, ["config", "unset", key].iter().chain(flags)).done().json();
            (run["changed"] == true, run["dry_run"] == true, run["value"].as_str().map(str::to_owned))
        };
        let default = default.map(str::to_owned);
        assert_eq!(unset(&["--dry-run"]), (true, true, default.clone()));
        assert_eq!(scene.dump(&[]), before, "{key}");
        assert_eq!(unset(&[]), (true, false, default.clone()));
        assert_eq!(scene.last_entry(), "config.unset done");
        let rows = "SELECT subject, json_extract(details, '$.value') FROM audit ORDER BY seq DESC LIMIT 1";
        assert_eq!(scene.rows(rows), [[key, "null"]]);
        assert_eq!(unset(&[]), (false, false, default));
        if !key.starts_with("mail.") {
            scene.run(ANN, ["config", "unset", key]).refused("operator_only");
        }
    }
    assert_eq!(scene.rows("SELECT count(*) FROM setting"), [["0"]]);
    scene.run(OPS, ["config", "unset", "policy.everything"]).refused("invalid_value");
    scene.run(OPS, ["config", "unset"]).refused("usage");
    scene.run("nobody", ["config", "unset", "care.contact"]).refused("sign_in_required");
    // What is about mail takes no sign-in, but the file.
    assert_eq!(scene.run("nobody", ["config", "unset", "mail.from"]).done().json()["value"], "pao@localhost");
    scene.check();
}

#[test]
fn a_value_that_is_not_acceptable_names_the_field_and_changes_nothing() {
    let scene = scene();
    let before = scene.dump(&[]);
    for (key, value, field) in [
        ("policy.password-min", "14", "value"),
        ("policy.welcome-passcode-days", "91", "value"),
        ("policy.holidays", "Christmas", "value"),
        ("mail.transport", "pigeon", "value"),
        ("mail.smtp.url", "smtp://user:hunter2@mail.example", "value"),
        ("mail.spool", "relative/folder", "value"),
        ("policy.everything", "1", "key"),
    ] {
        let refused = scene.run(OPS, ["config", "set", key, value]).refused("invalid_value");
        assert_eq!(refused.error()["details"]["field"], field, "{key}");
        assert!(!refused.err.contains("hunter2"), "{}", refused.err);
    }
    assert_eq!(scene.dump(&[]), before);
}

#[test]
fn customers_neither_see_nor_change_settings() {
    let scene = scene();
    scene.person(ANN);
    scene.run(ANN, ["config", "list"]).refused("operator_only");
    scene.run(ANN, ["config", "get", "care.contact"]).refused("operator_only");
    scene.run(ANN, ["config", "set", "care.contact", "Ann"]).refused("operator_only");
    scene.check();
}

#[test]
fn letters_and_passcodes_follow_the_settings() {
    let scene = scene();
    scene.run(OPS, ["config", "set", "care.contact", "Carla, +49 30 1234"]).done();
    scene.run(OPS, ["config", "set", "policy.welcome-passcode-days", "2"]).done();
    scene.person(ANN);
    let site = scene.enroll("Example Corp", ANN);
    assert!(scene.letter(ANN, "welcome").body.contains("Carla, +49 30 1234"));
    scene.advance(2 * DAY);
    scene.sign_in(ANN);
    scene.authorize(ANN, &site).refused("passcode_not_accepted");
    scene.check();
}

#[test]
fn a_rule_never_goes_by_a_number_that_could_not_be_set() {
    let scene = Scene::new();
    scene.init();
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    conn.execute("INSERT INTO setting VALUES ('policy.welcome-passcode-days', '9999')", []).unwrap();
    drop(conn);
    let enroll = [
        "site",
        "enroll",
        "--company",
        "C",
        "--country",
        "DE",
        "--primary-first-name",
        "A",
        "--primary-last-name",
        "A",
    ];
    let run = scene.run(OPS, enroll.into_iter().chain(["--primary-email", "ann@example.com"])).refused("damaged");
    assert!(run.error()["message"].as_str().unwrap().contains("policy.welcome-passcode-days"), "{run}");
    scene.run(OPS, ["config", "set", "policy.welcome-passcode-days", "30"]).done();
    scene.run(OPS, enroll.into_iter().chain(["--primary-email", "ann@example.com"])).done();
}
