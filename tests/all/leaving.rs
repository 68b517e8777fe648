//! How access ends: revoked, left, handed over, closed; and what becomes of the grants that somebody made.
//!
//! What must hold after every test here: the file checks out and the trail, replayed, tells the same as the tables.
use crate::access::{house, levels, listed, words};
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene, password};
use serde_json::Value;

#[test]
fn what_is_revoked_stops_at_once_in_a_running_sign_in() {
    let (scene, site) = house();
    scene.run(CY, ["access", "show"]).done();
    let run = scene.run(BOB, ["access", "revoke", CY, "--reason", "left the project", "--yes"]).done();
    assert_eq!(run.notices(), ["access-ended cy@example.com"]);
    assert!(scene.letter(CY, "access-ended").body.contains("left the project"));
    scene.run(CY, ["access", "show", "--site", &site]).refused("not_found");
    scene.run(CY, ["whoami"]).done();
    scene.run(ANN, ["access", "revoke", BOB, "--yes"]).done();
    scene.run(BOB, ["access", "add", CY, "--role", "user", "--site", &site]).refused("not_found");
    scene.check();
}

/// Bob's grants are Dee's and Eve's; Cy's is Ann's.
fn grants() -> (Scene, String) {
    let (scene, site) = house();
    scene.give(BOB, &site, DEE, "user", &[]);
    scene.give(BOB, &site, "eve@example.com", "user", &[]);
    scene.give(ANN, &site, "sam@example.com", "secondary", &[]);
    (scene, site)
}

fn giver(scene: &Scene, id: &str) -> String {
    scene.run(ANN, ["access", "show", id]).done().json()["granted_by"].as_str().unwrap().to_owned()
}

#[test]
fn the_grants_of_somebody_revoked_are_shown_and_kept() {
    let (scene, _) = grants();
    let run = scene.run(ANN, words("access revoke bob@example.com --yes")).done();
    assert_eq!(run.json()["grants"], serde_json::json!([DEE, "eve@example.com"]));
    assert_eq!(run.notices(), ["access-ended bob@example.com"]);
    assert_eq!(listed(&scene, ""), ["ann primary", "cy user", "dee user", "eve user", "sam secondary"]);
    assert_eq!(giver(&scene, DEE), BOB);
    scene.check();
}

#[test]
fn the_grants_of_somebody_revoked_are_ended_and_everybody_is_told() {
    let (scene, _) = grants();
    let run = scene.run(ANN, words("access revoke bob@example.com --grants end --yes")).done();
    assert_eq!(
        run.notices(),
        ["access-ended bob@example.com", "access-ended dee@example.com", "access-ended eve@example.com"]
    );
    assert_eq!(listed(&scene, ""), ["ann primary", "cy user", "sam secondary"]);
    scene.check();
}

#[test]
fn a_reason_that_was_typed_never_passes_for_the_words_of_the_file() {
    for reason in ["expired", "changed", "handed over"] {
        let (scene, _) = house();
        scene.run(BOB, ["access", "revoke", CY, "--reason", reason, "--yes"]).done();
        assert!(scene.letter(CY, "access-ended").body.contains(reason));
        let kept = scene.rows("SELECT end_reason FROM access WHERE ended_at IS NOT NULL");
        assert_eq!(kept, [[format!("revoked: {reason}")]]);
        scene.check();
    }
}

#[test]
fn nobody_becomes_the_giver_of_their_own_access() {
    let (scene, _) = house();
    scene.run(ANN, words("access update cy@example.com --role secondary")).done();
    scene.confirmed(ANN, words("contact set-primary bob@example.com --yes")).done();
    scene.run(BOB, words("access revoke ann@example.com --yes --grants hand-to:cy@example.com")).done();
    assert_eq!(scene.run(BOB, ["access", "show", CY]).done().json()["granted_by"], ANN);
    scene.check();
}

#[test]
fn the_grants_of_somebody_revoked_are_handed_to_a_manager_of_the_site() {
    let (scene, site) = grants();
    let elsewhere = scene.active_site("Elsewhere", "gus@example.com");
    let before = scene.dump(&["audit"]);
    for (to, code) in [(CY, "wrong_state"), ("gus@example.com", "not_found"), (BOB, "not_found"), (OPS, "not_found")] {
        let hand = format!("access revoke bob@example.com --yes --grants hand-to:{to}");
        scene.run(ANN, words(&hand)).refused(code);
    }
    scene.run(ANN, words("access revoke bob@example.com --yes --grants away")).refused("invalid_value");
    assert_eq!(scene.dump(&["audit"]), before);
    let run = scene.run(ANN, words("access revoke bob@example.com --yes --grants hand-to:sam@example.com")).done();
    assert_eq!(run.notices(), ["access-ended bob@example.com"], "granted_by alone has changed");
    assert_eq!((giver(&scene, DEE), giver(&scene, CY)), ("sam@example.com".to_owned(), ANN.to_owned()));
    assert_ne!(site, elsewhere);
    scene.check();
}

#[test]
fn a_secondary_ends_no_secondary_through_the_grants_of_a_former_primary() {
    let (scene, _) = house();
    // Ann named Bob; now she is a user, and Sam may revoke her, but not through her those whom she named.
    scene.confirmed(ANN, words("contact set-primary cy@example.com --former user --yes")).done();
    scene.person("sam@example.com");
    scene.run(CY, words("access add sam@example.com --role secondary")).done();
    let before = scene.dump(&["audit"]);
    scene.run("sam@example.com", words("access revoke ann@example.com --grants end --yes")).refused("primary_only");
    assert_eq!(scene.dump(&["audit"]), before, "all of it happens or none of it");
    let hand = "access revoke ann@example.com --grants hand-to:sam@example.com --yes";
    scene.run("sam@example.com", words(hand)).refused("primary_only");
    assert_eq!(scene.dump(&["audit"]), before);
    scene.run("sam@example.com", words("access revoke ann@example.com --yes")).done();
    scene.check();
}

#[test]
fn whoever_leaves_is_out_and_can_be_let_in_again() {
    let (scene, site) = house();
    scene.run(ANN, ["access", "leave", "--yes"]).refused("primary_stays");
    scene.run(CY, ["access", "leave"]).refused("usage");
    let run = scene.run(CY, ["access", "leave", "--yes"]).done();
    assert_eq!(run.notices(), [format!("access-ended {CY}")]);
    scene.run(CY, ["access", "leave", "--yes", "--site", &site]).refused("not_found");
    scene.run(BOB, ["access", "leave", "--yes"]).done();
    assert_eq!(listed(&scene, ""), ["ann primary"]);
    scene.run(ANN, ["access", "add", CY, "--role", "user"]).done();
    let rows = scene.rows("SELECT end_reason FROM access WHERE ended_at IS NOT NULL");
    assert_eq!(rows, [["left"], ["left"]]);
    scene.check();
}

#[test]
fn handing_over_is_immediate_and_whole() {
    let (scene, site) = house();
    scene.run(ANN, words("access update cy@example.com --expires 90d --note temporary")).done();
    let run = scene.confirmed(ANN, ["contact", "set-primary", CY, "--yes"]).done();
    assert_eq!(
        (levels(&run).as_str(), &run.json()["expires_at"]),
        ("full view update view update update", &Value::Null)
    );
    assert_eq!(run.json()["role"], "primary");
    assert_eq!(run.notices(), [ANN, BOB, CY].map(|id| format!("primary-changed {id}")));
    let former = scene.run(ANN, ["access", "show"]).done();
    assert_eq!(
        (levels(&former).as_str(), &former.json()["role"]),
        ("full view view view update none", &"secondary".into())
    );
    assert_eq!(scene.run(OPS, ["site", "show", "--site", &site]).done().json()["primary"]["id"], CY);
    scene.confirmed(ANN, ["contact", "set-primary", ANN, "--yes"]).refused("change_primary_only");
    scene.run(ANN, ["access", "revoke", CY, "--yes"]).refused("primary_stays");
    scene.confirmed(CY, ["contact", "set-primary", ANN, "--former", "none", "--yes"]).done();
    scene.run(CY, ["access", "show", "--site", &site]).refused("not_found");
    scene.check();
}

#[test]
fn handing_over_asks_for_the_password_again_and_counts_wrong_ones() {
    let (scene, _) = house();
    let hand = ["contact", "set-primary", BOB, "--yes", "--password-file", "-"];
    let before = scene.dump(&["audit", "person"]);
    scene.run(ANN, ["contact", "set-primary", BOB, "--yes"]).refused("usage");
    for wrong in 1..=6 {
        scene.typed(ANN, hand, &[&password(BOB)]).refused("confirm_password");
        assert_eq!(scene.rows("SELECT failures FROM person WHERE id = 'ann@example.com'")[0][0], wrong.to_string());
    }
    assert_eq!(scene.typed(ANN, hand, &[&password(ANN)]).refused("throttled").error()["details"]["retry_at"], {
        scene.advance(30);
        scene.now()
    });
    assert_eq!(scene.dump(&["audit", "person"]), before);
    scene.run(ANN, ["access", "list"]).done();
    scene.typed(ANN, hand, &[&password(ANN)]).done();
    scene.check();
}

#[test]
fn a_closed_site_is_read_and_left_and_nothing_else() {
    let (scene, site) = house();
    let run = scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "agreement ended", "--yes"]).done();
    assert_eq!(run.notices(), [ANN, BOB, CY].map(|id| format!("site-closed {id}")));
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary", "cy user"]);
    scene.run(ANN, ["access", "add", DEE, "--role", "user"]).refused("site_not_active");
    scene.confirmed(ANN, ["contact", "set-primary", BOB, "--yes"]).refused("site_not_active");
    assert_eq!(scene.run(CY, ["can", "enter"]).json()["rule"], "R1");
    scene.run(CY, ["access", "leave", "--yes"]).done();
    scene.advance(DAY / 4);
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary"]);
    scene.sign_in(OPS);
    scene.check();
}
