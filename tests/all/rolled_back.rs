//! A registry that was set back is noticed by whoever used it since, unless its owner says so; and nobody is alarmed for
//! another reason.
use crate::world::{ANN, BOB, CY, OPS, Run, Scene};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

/// A registry and an older state of it, which Ann and the operator have seen go on.
fn gone_on() -> (Scene, String, Vec<u8>) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    let older = bytes(&scene);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.run(OPS, ["site", "list"]).done();
    (scene, site, older)
}

fn bytes(scene: &Scene) -> Vec<u8> {
    scene.rows("PRAGMA wal_checkpoint(TRUNCATE)");
    fs::read(scene.database()).unwrap()
}

/// As another program would: without a word.
fn put(scene: &Scene, bytes: &[u8]) {
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(scene.path(&format!("pao.db{ending}")));
    }
    fs::write(scene.database(), bytes).unwrap();
}

fn head(scene: &Scene) -> String {
    let head = scene.run("a witness", ["audit", "head"]).done().json();
    format!("{}:{}", head["seq"], head["hash"].as_str().unwrap())
}

fn warned(run: &Run) -> bool {
    run.err.contains("was put back on")
}

#[test]
fn whoever_knew_more_is_told_and_gets_no_answer() {
    let (scene, _, older) = gone_on();
    let (newer, known) = (bytes(&scene), head(&scene));
    put(&scene, &older);
    let newest = head(&scene);
    for argv in [&["access", "list"][..], &["whoami"], &["access", "revoke", BOB, "--yes"], &["status"], &["maintain"]]
    {
        let run = scene.run(ANN, argv).refused("rolled_back");
        assert_eq!(run.status, 10);
        let details = &run.error()["details"];
        assert_eq!((&details["kept"], &details["newest"]), (&known.as_str().into(), &newest.as_str().into()));
    }
    // What looks at the file as it is works, and forgets nothing.
    for argv in [&["db", "check"][..], &["db", "stats"], &["audit", "verify"], &["audit", "head"]] {
        scene.run(ANN, argv).done();
    }
    scene.run(ANN, ["access", "list"]).refused("rolled_back");
    // Bob has not used it since, and cannot know.
    scene.run(BOB, ["access", "list"]).done();
    put(&scene, &newer);
    assert!(!warned(&scene.run(ANN, ["access", "list"]).done()));
}

#[test]
fn another_way_is_noticed_though_it_has_caught_up() {
    let (scene, _, older) = gone_on();
    let known = scene.rows("SELECT max(seq) FROM audit")[0][0].parse::<i64>().unwrap();
    put(&scene, &older);
    // Bob does not know better, and goes on.
    while scene.rows("SELECT max(seq) FROM audit")[0][0].parse::<i64>().unwrap() <= known {
        scene.run(BOB, ["contact", "clear", "primary"]).refused("change_primary_only");
    }
    scene.run(ANN, ["access", "list"]).refused("rolled_back");
    scene.run(BOB, ["access", "list"]).done();
}

#[test]
fn a_restore_that_admits_it_is_told_once() {
    let (scene, _, _) = gone_on();
    scene.run(OPS, ["db", "backup", "copy.db"]).done();
    scene.run(ANN, ["access", "update", CY, "--note", "since"]).done();
    scene.run(OPS, ["site", "list"]).done();
    scene.run("owner", ["db", "restore", "copy.db", "--older", "--yes"]).done();
    for who in [ANN, OPS] {
        let first = scene.confirmed(who, ["login", who]).done();
        assert!(warned(&first), "{first}");
        assert!(!warned(&scene.run(who, ["whoami"]).done()));
    }
    let run = scene.run(BOB, ["whoami"]);
    assert!(!warned(&run), "Bob knew nothing that is gone: {run}");
}

#[test]
fn a_restore_that_admits_less_silences_nobody() {
    let (scene, _, older) = gone_on();
    put(&scene, &older);
    scene.run("owner", ["db", "backup", "copy.db"]).done();
    scene.run("owner", ["db", "restore", "copy.db", "--yes"]).done();
    scene.run(ANN, ["whoami"]).refused("rolled_back");
    scene.run("owner", ["audit", "verify"]).done();
}

#[test]
fn the_owner_says_that_what_lies_there_is_meant() {
    let (scene, _, older) = gone_on();
    let known = head(&scene);
    put(&scene, &older);
    let refused = scene.run(OPS, ["db", "restore", "--in-place", "--yes"]).refused("conflict");
    assert_eq!(refused.error()["details"]["known"], known);
    let tried = scene.run(OPS, ["db", "restore", "--in-place", "--older", "--dry-run"]).done().json();
    assert_eq!((&tried["dry_run"], &tried["kept"]), (&true.into(), &().into()));
    scene.run(OPS, ["whoami"]).refused("rolled_back");
    let run = scene.run(OPS, ["db", "restore", "--in-place", "--older", "--yes"]).done();
    assert!(!warned(&run), "{run}");
    let said = run.json();
    assert_eq!((&said["replaced"], &said["kept"]), (&known.into(), &().into()));
    scene.check();
    scene.run(ANN, ["whoami"]).refused("sign_in_required");
    scene.sign_in(ANN);
    scene.run(ANN, ["access", "list"]).done();
    scene.run("nobody", ["db", "restore", "copy.db", "--in-place", "--yes"]).refused("usage");
}

#[test]
fn nobody_is_alarmed_for_another_reason() {
    let (scene, _, older) = gone_on();
    // A copy at another path, and a practice file that is made anew.
    fs::write(scene.path("other.db"), &older).unwrap();
    let other = scene.path("other.db").into_os_string().into_string().unwrap();
    fs::set_permissions(&other, Permissions::from_mode(0o600)).unwrap();
    let run = scene.run(ANN, ["--db", &other, "whoami"]);
    assert_ne!(run.code().as_deref(), Some("rolled_back"), "{run}");
    let practice = scene.path("practice.db").into_os_string().into_string().unwrap();
    for _ in 0..2 {
        scene.run(ANN, ["demo", "--db", &practice]).done();
        let run = scene.run(ANN, ["--db", &practice, "whoami"]);
        assert_ne!(run.code().as_deref(), Some("rolled_back"), "{run}");
    }
    // Others go on in the meantime.
    scene.run(ANN, ["access", "update", CY, "--note", "one"]).done();
    scene.run(OPS, ["site", "list"]).done();
    scene.run(ANN, ["access", "list"]).done();
}
