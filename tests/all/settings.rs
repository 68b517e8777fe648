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
    let back = scene.run(OPS, ["config", "set", "policy.secondaries-warn", ""]).done().json();
    assert_eq!((back["changed"].as_bool(), back["value"].as_str()), (Some(true), Some("4")));
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
