//! What a rule let through, or a damaged file holds, and a constraint of the database stops: it is damage, with the name of
//! the table, and nothing is changed.
use crate::injected::plant;
use crate::world::{ANN, BOB, CY, OPS, Scene, password};

/// A site, somebody with access, and somebody without.
fn house() -> Scene {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(BOB);
    scene
}

/// What is planted, who runs what then, and the table that stops it.
type Case = (&'static str, &'static str, &'static [&'static str], &'static str);

const CASES: &[Case] = &[
    // Checks of a column and of a row.
    ("UPDATE site SET agreement = ''", OPS, &["site", "update", "--site", "7000017", "--company", "New"], "site"),
    (
        "UPDATE site SET agreement = ''",
        OPS,
        &["site", "update", "--site", "7000017", "--company", "New", "--dry-run"],
        "site",
    ),
    (
        "UPDATE person SET registered_at = 4000000000",
        BOB,
        &["account", "close", "--yes", "--password-file", "-"],
        "person",
    ),
    ("UPDATE access SET granted_at = 4000000000", ANN, &["access", "revoke", CY, "--yes"], "access"),
    ("UPDATE access SET granted_at = 4000000000", ANN, &["access", "update", CY, "--tools", "full"], "access"),
    ("UPDATE registry SET next_site = 9999999", OPS, ENROL, "registry"),
    ("UPDATE message SET state = 'queued', attempts = -5, delivered_at = NULL", OPS, &["outbox", "deliver"], "message"),
    // A trigger.
    (
        "UPDATE site SET ended_at = enrolled_at",
        OPS,
        &["site", "update", "--site", "7000017", "--company", "New"],
        "site",
    ),
];

const ENROL: &[&str] = &[
    "site",
    "enroll",
    "--company",
    "Other",
    "--country",
    "DE",
    "--primary-first-name",
    "P",
    "--primary-last-name",
    "Q",
    "--primary-email",
    "p@example.com",
];

#[test]
fn what_a_constraint_stops_is_damage_and_names_its_table() {
    let scene = house();
    let whole = scene.freeze();
    for (sql, who, argv, table) in CASES {
        plant(&scene, |file| file.execute_batch(sql).expect(sql));
        let before = scene.dump(&["sign_in"]);
        let run = scene.typed(who, *argv, &[&password(who)]);
        assert_eq!((run.status, run.code().as_deref()), (10, Some("damaged")), "{sql}: {run}");
        let error = run.error();
        assert_eq!(error["details"]["table"], *table, "{sql}: {run}");
        assert!(error["message"].as_str().unwrap().contains(&format!("`{table}`")), "{sql}: {run}");
        assert!(error["hint"].as_str().unwrap().contains("pao db check"), "{sql}: {run}");
        assert!(run.out.is_empty(), "{run}");
        assert_eq!(scene.dump(&["sign_in"]), before, "{sql}");
        scene.thaw(&whole);
    }
    scene.check();
}

#[test]
fn what_is_longer_than_anything_that_was_ever_written_is_damage() {
    let scene = house();
    plant(&scene, |file| {
        file.execute("UPDATE access SET note = printf('%.*c', 17000000, 'x')", []).unwrap();
    });
    for argv in [&["access", "list"][..], &["access", "update", CY, "--tools", "full"]] {
        scene.run(ANN, argv).refused("damaged");
    }
}

#[test]
fn a_row_that_others_refer_to_and_that_is_gone_is_damage() {
    let scene = house();
    let whole = scene.freeze();
    for (sql, argv) in [
        ("DELETE FROM registry", &["whoami"][..]),
        ("DELETE FROM person WHERE id = 'ann@example.com'", &["site", "list"]),
        ("DELETE FROM site", &["site", "list"]),
        ("DELETE FROM contact", &["site", "list"]),
    ] {
        plant(&scene, |file| file.execute_batch(sql).expect(sql));
        for who in [OPS, CY] {
            let run = scene.run(who, argv);
            let told = run.status == 10 && run.code().as_deref() == Some("damaged");
            assert!(told || run.status == 0, "{sql}: {run}");
        }
        let check = scene.run("nobody", ["db", "check"]);
        assert_eq!((check.status, check.code().as_deref()), (10, Some("damaged")), "{sql}: {check}");
        scene.thaw(&whole);
    }
}
