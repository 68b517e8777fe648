//! The contacts of record: who sees and changes them, what follows the Primary Contact, and who is told.
use crate::call::Run;
use crate::world::{ANN, BOB, CY, DEE, OPS, Scene};
use serde_json::{Value, json};

const SUE: &str = "sue@example.com";
const TYPES: [&str; 6] = ["primary", "technical", "administrative", "renewal", "media", "billing"];

/// Ann is Primary Contact; Bob may change the contacts, Sue may see them, Cy is a user, Dee has an ID.
fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &["--contact-update", "update"]);
    scene.give(ANN, &site, SUE, "secondary", &["--contact-update", "view"]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    (scene, site)
}

fn tess(scene: &Scene, who: &str, more: &[&str]) -> Run {
    let argv =
        ["contact", "set", "technical", "--first-name", "Tess", "--last-name", "Tanner", "--email", "Tess@Example.com"];
    scene.run(who, argv.into_iter().chain(more.iter().copied()))
}

fn contact(scene: &Scene, who: &str, kind: &str) -> Value {
    let list = scene.run(who, ["contact", "list"]).done().json();
    list.as_array().unwrap().iter().find(|row| row["type"] == kind).unwrap().clone()
}

#[test]
fn every_type_is_listed_and_the_primary_stands_in_where_nobody_is_named() {
    let (scene, site) = house();
    let list = scene.run(ANN, ["contact", "list"]).done().json();
    let expected: Vec<Value> = TYPES
        .iter()
        .map(|kind| {
            json!({"site": site, "type": kind, "first_name": "Ann", "last_name": "Example", "email": ANN, "phone": null,
                   "stands_in": *kind != "primary"})
        })
        .collect();
    assert_eq!(list, Value::Array(expected), "the person's name, not the one on the form");
    let run = tess(&scene, ANN, &["--phone", "+49 30 1234"]).done();
    let named = json!({"site": site, "type": "technical", "first_name": "Tess", "last_name": "Tanner",
                       "email": "tess@example.com", "phone": "+49 30 1234", "stands_in": false});
    assert_eq!(contact(&scene, SUE, "technical"), named);
    let mut shown = run.json();
    let change = ["changed", "dry_run", "notices"].map(|key| shown.as_object_mut().unwrap().remove(key).unwrap());
    assert_eq!((shown, change), (named, [json!(true), json!(false), json!([])]));
    assert_eq!(scene.last_entry(), "contact.set done");
    scene.check();
}

#[test]
fn they_are_seen_with_view_and_changed_with_update() {
    let (scene, site) = house();
    for (who, list, set) in [
        (ANN, "", ""),
        (BOB, "", ""),
        (SUE, "", "contact_update_needed"),
        (CY, "contact_update_needed", "contact_update_needed"),
        (DEE, "not_found", "not_found"),
        (OPS, "", "operator_apart"),
    ] {
        let judge = |run: Run, code: &str| drop(if code.is_empty() { run.done() } else { run.refused(code) });
        judge(scene.run(who, ["contact", "list", "--site", &site]), list);
        judge(tess(&scene, who, &["--site", &site]), set);
        judge(scene.run(who, ["contact", "clear", "technical", "--site", &site]), set);
        // What is missing for a new contact is nobody's business who may not name one.
        let amend = ["contact", "set", "media", "--phone", "1", "--site", &site];
        judge(scene.run(who, amend), if set.is_empty() { "usage" } else { set });
    }
    let run = scene.run(CY, ["contact", "list"]).refused("contact_update_needed");
    assert_eq!((run.status, &run.error()["rule"]), (4, &"R12".into()));
    let refused =
        "SELECT count(*) FROM audit WHERE outcome = 'refused' AND action LIKE 'contact.%' AND action <> 'contact.list'";
    assert_eq!(scene.rows(refused), [["12"]], "what was to be changed is on record, what was to be read is not");
    scene.check();
}

#[test]
fn a_new_contact_needs_name_and_address_and_one_that_is_there_does_not() {
    let (scene, _) = house();
    for (flags, missing) in [
        (&["--last-name", "T", "--email", "t@example.com"][..], "--first-name"),
        (&["--first-name", "T", "--email", "t@example.com"], "--last-name"),
        (&["--first-name", "T", "--last-name", "T"], "--email"),
        (&["--phone", "1"], "--first-name"),
    ] {
        let run = scene.run(ANN, ["contact", "set", "billing"].iter().chain(flags)).refused("usage");
        assert!(run.error()["message"].as_str().unwrap().contains(missing), "{run}");
    }
    scene.run(ANN, ["contact", "set", "billing"]).refused("usage");
    scene.run(ANN, ["contact", "set"]).refused("usage");
    scene.run(ANN, ["contact", "set", "legal", "--phone", "1"]).refused("invalid_value");
    for flags in [["--first-name", ""], ["--email", "tess"], ["--phone", "\u{1b}"]] {
        scene.run(ANN, ["contact", "set", "billing"].iter().chain(&flags)).refused("invalid_value");
    }
    tess(&scene, ANN, &[]).done();
    for flags in [["--phone", "1"], ["--last-name", "Thorn"], ["--email", "thorn@example.com"]] {
        let run = scene.run(ANN, ["contact", "set", "technical"].iter().chain(&flags)).done();
        assert_eq!(run.json()["changed"], true);
    }
    let now = contact(&scene, ANN, "technical");
    let shown = ["first_name", "last_name", "email", "phone"].map(|key| now[key].as_str().unwrap_or("-").to_owned());
    assert_eq!(shown, ["Tess", "Thorn", "thorn@example.com", "1"]);
    scene.check();
}

#[test]
fn setting_what_is_there_and_clearing_what_is_not_change_nothing() {
    let (scene, _) = house();
    tess(&scene, ANN, &["--phone", "1"]).done();
    let (before, letters) = (scene.dump(&[]), scene.letters().len());
    for argv in [
        &["contact", "set", "technical", "--phone", "1"][..],
        &["contact", "set", "technical", "--email", "TESS@example.com", "--first-name", " Tess "],
        &["contact", "clear", "billing"],
    ] {
        let json = scene.run(BOB, argv.iter()).done().json();
        assert_eq!((&json["changed"], &json["notices"]), (&false.into(), &json!([])), "{argv:?}");
    }
    assert_eq!((scene.dump(&[]), scene.letters().len()), (before, letters));
    scene.check();
}

#[test]
fn the_primary_is_told_what_somebody_else_changed() {
    let (scene, _) = house();
    let run = tess(&scene, BOB, &[]).done();
    assert_eq!(run.notices(), [format!("contacts-changed {ANN}")]);
    let letter = scene.letter(ANN, "contacts-changed");
    assert!(
        letter.body.contains(BOB) && letter.body.contains("technical: Tess Tanner (tess@example.com)"),
        "{}",
        letter.body
    );
    let run = scene.run(BOB, ["contact", "clear", "technical"]).done();
    assert_eq!((run.notices(), &run.json()["stands_in"]), (vec![format!("contacts-changed {ANN}")], &true.into()));
    assert!(scene.letter(ANN, "contacts-changed").body.contains("nobody is named any more"));
    assert_eq!(contact(&scene, ANN, "technical")["email"], ANN);
    assert_eq!(tess(&scene, ANN, &[]).done().notices(), [""; 0]);
    assert_eq!(scene.run(ANN, ["contact", "clear", "technical"]).done().notices(), [""; 0]);
    scene.check();
}

#[test]
fn of_the_type_primary_only_the_phone_changes_and_only_by_the_primary() {
    let (scene, _) = house();
    let before = scene.dump(&["audit"]);
    for who in [BOB, SUE, CY] {
        scene.run(who, ["contact", "set", "primary", "--phone", "1"]).refused("change_primary_only");
    }
    for who in [ANN, BOB, CY] {
        scene.run(who, ["contact", "clear", "primary"]).refused("change_primary_only");
        for flags in [["--first-name", "Bob"], ["--email", BOB], ["--last-name", "Example"]] {
            let run = scene.run(who, ["contact", "set", "primary", "--phone", "1"].iter().chain(&flags));
            let run = run.refused("change_primary_only");
            let hint = run.error()["hint"].as_str().unwrap().to_owned();
            assert!(hint.contains("set-primary") && hint.contains("account update") == (who == ANN), "{run}");
        }
    }
    scene.run(OPS, ["contact", "set", "primary", "--phone", "1", "--site", "7000017"]).refused("operator_apart");
    scene.run(DEE, ["contact", "set", "primary", "--phone", "1", "--site", "7000017"]).refused("not_found");
    assert_eq!(scene.dump(&["audit"]), before);
    let run = scene.run(ANN, ["contact", "set", "primary", "--phone", "+49 30 1"]).done();
    assert_eq!((&run.json()["phone"], &run.json()["changed"]), (&"+49 30 1".into(), &true.into()));
    assert_eq!(scene.run(ANN, ["contact", "set", "primary", "--phone", "+49 30 1"]).done().json()["changed"], false);
    assert_eq!(contact(&scene, ANN, "billing")["phone"], "+49 30 1", "whoever stands in is reached there too");
    scene.check();
}

#[test]
fn the_type_primary_follows_the_primary() {
    let (scene, site) = house();
    scene.run(ANN, ["contact", "set", "primary", "--phone", "1"]).done();
    scene.confirmed(ANN, ["contact", "set-primary", BOB, "--yes"]).done();
    let bob = contact(&scene, BOB, "primary");
    assert_eq!((&bob["first_name"], &bob["email"], &bob["phone"]), (&"Bob".into(), &BOB.into(), &Value::Null));
    scene.run(ANN, ["contact", "set", "primary", "--phone", "2"]).refused("change_primary_only");
    // As `account update` leaves it.
    scene.rows("UPDATE person SET email = 'bob@new.example', last_name = 'Newman' WHERE id = 'bob@example.com'");
    for kind in ["primary", "billing"] {
        let bob = contact(&scene, BOB, kind);
        assert_eq!((&bob["last_name"], &bob["email"]), (&"Newman".into(), &"bob@new.example".into()));
    }
    tess(&scene, ANN, &["--site", &site]).refused("contact_update_needed");
    scene.check();
}

#[test]
fn a_sleeping_site_has_contacts_for_operators_alone_and_a_closed_one_for_its_people() {
    let (scene, site) = house();
    let sleeping = scene.enroll("Sleeping", DEE);
    scene.run(DEE, ["contact", "list"]).refused("site_not_active");
    tess(&scene, DEE, &["--site", &sleeping]).refused("site_not_active");
    scene.run(DEE, ["contact", "set", "primary", "--phone", "1"]).refused("site_not_active");
    let form = &scene.run(OPS, ["contact", "list", "--site", &sleeping]).done().json()[0];
    assert_eq!((&form["first_name"], &form["email"]), (&"Prima".into(), &DEE.into()), "as the form has it");
    scene.run(OPS, ["contact", "list"]).refused("usage");
    tess(&scene, BOB, &[]).done();
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    assert_eq!(contact(&scene, SUE, "technical")["first_name"], "Tess");
    scene.run(CY, ["contact", "list"]).refused("contact_update_needed");
    for who in [ANN, BOB, CY] {
        tess(&scene, who, &[]).refused("site_not_active");
        scene.run(who, ["contact", "clear", "technical"]).refused("site_not_active");
    }
    scene.check();
}

#[test]
fn a_dry_run_of_a_contact_changes_nothing_and_shows_the_notice() {
    let (scene, _) = house();
    let before = scene.dump(&[]);
    let json = tess(&scene, BOB, &["--dry-run"]).done().json();
    assert_eq!(
        (&json["dry_run"], &json["stands_in"], &json["first_name"]),
        (&true.into(), &false.into(), &"Tess".into())
    );
    assert!(json["notices"][0]["body"].as_str().unwrap().contains("Tess Tanner"));
    scene.run(ANN, ["contact", "set", "primary", "--phone", "1", "--dry-run"]).done();
    assert_eq!(scene.dump(&[]), before);
    scene.check();
}

#[test]
fn the_list_is_paged_by_type_and_comes_as_csv() {
    let (scene, _) = house();
    let types = |flags: &[&str]| -> Vec<String> {
        let run = scene.run(ANN, ["contact", "list"].iter().chain(flags)).done();
        run.json().as_array().unwrap().iter().map(|row| row["type"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(types(&[]), TYPES);
    assert_eq!(types(&["--limit", "2"]), TYPES[..2]);
    assert_eq!(types(&["--limit", "2", "--after", "technical"]), TYPES[2..4]);
    assert_eq!(types(&["--after", "billing"]), [""; 0]);
    scene.run(ANN, ["contact", "list", "--after", "legal"]).refused("invalid_value");
    let csv =
        scene.call(ANN, ["contact", "list", "--format", "csv", "--columns", "type,stands-in", "--limit", "2"]).run();
    assert_eq!(csv.done().out.lines().collect::<Vec<_>>(), ["type,stands-in", "primary,", "technical,yes"]);
}
