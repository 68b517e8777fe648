//! A clock that runs ahead, that once ran ahead, or that says what cannot be: nothing is changed by it, nothing locks anybody
//! out, and whoever is told learns which of the two it may be.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Run, Scene, password};

/// The longest rest after which something may be changed.
const REST: i64 = 366 * DAY;

/// Ann's site, and Cy in it, who is not known yet elsewhere.
fn house() -> Scene {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, CY, "user", &[]);
    scene
}

/// Everybody who may change something in some way, by password, by nothing, and by owning the file.
fn changes(scene: &Scene) -> Vec<Run> {
    let with_password = |argv: &[&str]| scene.typed(ANN, argv, &[&password(ANN)]);
    vec![
        scene.confirmed(ANN, ["login", ANN]),
        scene.typed(ANN, ["login", ANN, "--password-file", "-"], &["not the password at all"]),
        with_password(&["access", "update", CY, "--tools", "full", "--as", ANN, "--password-file", "-"]),
        with_password(&["access", "update", CY, "--tools", "full", "--as", ANN, "--password-file", "-", "--dry-run"]),
        scene.register("new@example.com"),
        scene.run("nobody", ["account", "recover", "--email", ANN]),
        scene.run("nobody", ["maintain"]),
        scene.run("nobody", ["maintain", "--dry-run"]),
    ]
}

#[track_caller]
fn told_apart(run: &Run, code: &str, now: &str, newest: &str) {
    assert_eq!((run.status, run.code().as_deref()), (10, Some(code)), "{run}");
    let error = run.error();
    assert_eq!((&error["details"]["now"], &error["details"]["newest"]), (&now.into(), &newest.into()), "{run}");
    let hint = error["hint"].as_str().unwrap();
    assert!(hint.contains("is wrong") && hint.contains("is right"), "{run}");
    assert!(hint.contains("`pao db accept-time`"), "{run}");
}

#[test]
fn a_clock_more_than_366_days_ahead_changes_nothing_and_set_right_all_is_as_before() {
    let scene = house();
    let (newest, before) = (scene.now(), scene.dump(&[]));
    let letters = scene.letters().len();
    for ahead in [REST + 1, 5 * REST, 100 * REST] {
        scene.advance(ahead);
        for run in changes(&scene) {
            told_apart(&run, "clock_ahead", &scene.now(), &newest);
        }
        // What changes nothing goes on.
        scene.check();
        scene.run("nobody", ["audit", "head"]).done();
        assert!(scene.prose("nobody", ["explain", "clock_ahead"]).done().out.contains("366 days"));
        assert!(scene.prose("nobody", ["help", "exit-codes"]).done().out.contains("clock_ahead"));
        scene.run(ANN, ["access", "list"]).refused("sign_in_required");
        assert_eq!(scene.dump(&[]), before);
        scene.advance(-ahead);
    }
    assert_eq!(scene.letters().len(), letters);
    // The sign-ins of before are good.
    scene.run(ANN, ["access", "update", CY, "--tools", "full"]).done();
    scene.check();
}

#[test]
fn after_a_rest_of_366_days_everything_goes_on() {
    for change in 0..changes(&house()).len() {
        let scene = house();
        scene.advance(REST);
        let run = changes(&scene).swap_remove(change);
        assert_ne!(run.code().as_deref(), Some("clock_ahead"), "{run}");
        scene.check();
    }
}

#[test]
fn a_longer_rest_is_ended_as_the_hint_says() {
    for years in [1, 4] {
        let scene = house();
        scene.advance(years * REST + DAY);
        let run = scene.run("nobody", ["maintain"]);
        let (error, now) = (run.error(), scene.now());
        told_apart(&run, "clock_ahead", &now, error["details"]["newest"].as_str().unwrap_or_default());
        let said = scene.run("nobody", ["db", "accept-time", "--yes"]).done().json();
        assert_eq!((&said["changed"], &said["entries"]), (&true.into(), &0.into()));
        scene.run("nobody", ["maintain"]).done();
        scene.sign_in(ANN);
        scene.check();
    }
}

#[test]
fn a_registry_that_is_looked_after_never_seems_to_rest() {
    let scene = house();
    scene.run("nobody", ["maintain"]).done();
    let entries = || scene.rows("SELECT count(*) FROM audit")[0][0].parse::<i64>().unwrap();
    let (mut before, mut changed) = (entries(), 0);
    for _ in 0..30 {
        scene.advance(20 * DAY);
        for again in [false, true] {
            let run = scene.run("nobody", ["maintain"]).done();
            let did = run.json()["changed"] == true;
            assert!(!(again && did), "twice: {run}");
            assert_eq!(entries() - before, i64::from(did));
            (before, changed) = (entries(), changed + i64::from(did));
        }
    }
    assert!((10..=20).contains(&changed), "{changed} entries in 600 days");
    scene.sign_in(ANN);
    scene.check();
}

#[test]
fn a_clock_that_once_ran_ahead_is_told_from_one_that_is_behind() {
    let scene = house();
    let right = scene.seconds.get();
    scene.advance(300 * DAY);
    let newest = scene.now();
    scene.sign_in(ANN);
    scene.seconds.set(right);
    for run in changes(&scene).into_iter().chain([scene.run(OPS, ["site", "list"])]) {
        told_apart(&run, "clock_behind", &scene.now(), &newest);
    }
    scene.check();
    scene.advance(300 * DAY - 120);
    scene.sign_in(ANN);
    scene.check();
}

#[test]
fn a_time_in_which_no_registry_lives_makes_none_and_changes_none() {
    let founding = ["init", "--email", OPS, "--first-name", "O", "--last-name", "P", "--country", "US"];
    let times = [
        ("clock_behind", &[0, 1, 978_307_199, -1, i64::MIN, i64::MIN / 3][..]),
        ("clock_ahead", &[253_370_764_800, 253_402_300_800, i64::MAX, i64::MAX / 3]),
    ];
    let scene = Scene::new();
    let at_rest = house();
    let before = at_rest.dump(&[]);
    for (code, seconds) in times {
        for seconds in seconds {
            scene.seconds.set(*seconds);
            let run = scene.confirmed(OPS, founding);
            assert_eq!((run.status, run.code().as_deref()), (10, Some(code)), "{seconds}: {run}");
            assert!(run.error()["hint"].as_str().unwrap().contains("set the clock"), "{run}");
            assert!(!scene.database().exists(), "{seconds}");
            at_rest.seconds.set(*seconds);
            for run in changes(&at_rest).into_iter().chain([at_rest.run(ANN, ["whoami"])]) {
                assert_eq!((run.status, run.code().as_deref()), (10, Some(code)), "{seconds}: {run}");
            }
            at_rest.check();
        }
    }
    assert_eq!(at_rest.dump(&[]), before);
    scene.seconds.set(978_307_200);
    scene.confirmed(OPS, founding).done();
}

/// A registry in which a clock ran ahead by 300 days while much was done, and is right again; and an automation token of before.
fn ran_ahead() -> (Scene, String, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example", ANN);
    scene.give(ANN, &site, BOB, "secondary", &["--manage-access", "update"]);
    scene.give(ANN, &site, CY, "user", &["--expires", "100d"]);
    let token = scene.confirmed(ANN, ["token", "create", "--site", &site, "--can", "list-access"]).done().json();
    let token = token["token"].as_str().unwrap().to_owned();
    let right = scene.seconds.get();
    scene.advance(300 * DAY);
    for who in [OPS, ANN, BOB] {
        scene.sign_in(who);
    }
    // Cy's access ends by its date; Dee gets some and loses it; a site is enrolled and comes in; somebody asks.
    scene.run("nobody", ["maintain"]).done();
    scene.person(DEE);
    scene.run(ANN, ["access", "add", DEE, "--role", "user", "--site", &site, "--expires", "2030-01-01"]).done();
    scene.run(ANN, ["access", "update", DEE, "--tools", "full", "--site", &site]).done();
    scene.run(ANN, ["access", "revoke", DEE, "--yes", "--site", &site]).done();
    scene.active_site("Later", BOB);
    scene.enroll("Sleeping", CY);
    scene.person("eve@example.com");
    scene.run("eve@example.com", ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    scene
        .run(OPS, ["entitlement", "grant", "--site", &site, "--product", "messaging-gateway", "--quantity", "1"])
        .done();
    scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    scene.seconds.set(right + 60);
    (scene, site, token)
}

#[test]
fn what_a_clock_that_ran_ahead_wrote_is_dated_back_and_all_goes_on() {
    let (scene, site, token) = ran_ahead();
    scene.run(ANN, ["access", "list"]).refused("clock_behind");
    let before = scene.dump(&[]);
    scene.run("nobody", ["db", "accept-time"]).refused("usage");
    let tried = scene.run("nobody", ["db", "accept-time", "--dry-run"]).done().json();
    assert_eq!((&tried["dry_run"], &tried["reopened"]), (&true.into(), &1.into()));
    assert!(scene.dump(&[]) == before, "the dry run changed something");
    let said = scene.run("nobody", ["db", "accept-time", "--yes"]).done().json();
    assert!(said["entries"].as_i64().unwrap() > 10 && said["dated_back"]["access"].as_i64().unwrap() > 2, "{said}");
    scene.check();
    let now = scene.seconds.get();
    for (table, columns) in [
        ("person", "registered_at"),
        ("site", "coalesce(activated_at, enrolled_at)"),
        ("access", "max(granted_at, coalesce(ended_at, 0))"),
        ("message", "max(created_at, coalesce(delivered_at, 0))"),
        ("nomination", "submitted_at"),
        ("passcode", "issued_at"),
        ("code", "issued_at"),
        ("entitlement", "max(granted_at, from_at)"),
    ] {
        let later = scene.rows(&format!("SELECT count(*) FROM {table} WHERE {columns} > {now}"));
        assert_eq!(later[0][0], "0", "{table}");
    }
    // Nothing that was spent comes back.
    scene.run(ANN, ["whoami"]).refused("sign_in_required");
    scene
        .call("nobody", ["access", "list", "--site", &site])
        .with("PAO_TOKEN", &token)
        .json()
        .refused("sign_in_required");
    assert_eq!(scene.rows("SELECT count(*) FROM passcode WHERE state = 'live'")[0][0], "0");
    // And everything works on those rows.
    for who in [OPS, ANN, BOB, CY, DEE] {
        scene.sign_in(who);
    }
    assert_eq!(scene.run(CY, ["can", "enter", "--site", &site]).status, 0, "access that only its date had ended");
    scene.run(ANN, ["access", "add", DEE, "--role", "user", "--site", &site]).done();
    scene.run(ANN, ["access", "update", CY, "--tools", "full", "--site", &site]).done();
    let number = &scene.run(ANN, ["nomination", "list"]).done().json()[0]["nomination"].to_string();
    scene.run(ANN, ["approve", number]).done();
    scene.run(ANN, ["access", "revoke", CY, "--site", &site, "--yes"]).done();
    scene.run("nobody", ["maintain"]).done();
    scene.check();
    // Once is enough.
    assert_eq!(scene.run("nobody", ["db", "accept-time", "--yes"]).done().json()["changed"], false);
}

#[test]
fn who_became_an_operator_in_the_false_time_gets_no_access_back() {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example", ANN);
    scene.give(ANN, &site, CY, "user", &["--expires", "100d"]);
    let right = scene.seconds.get();
    scene.advance(300 * DAY);
    scene.run("nobody", ["maintain"]).done();
    scene.sign_in(OPS);
    scene.confirmed(OPS, ["operator", "add", CY]).done();
    scene.seconds.set(right + 60);
    assert_eq!(scene.run("nobody", ["db", "accept-time", "--yes"]).done().json()["reopened"], 0);
    scene.check();
}
