//! A copy on its way back into the place of the registry: what it must prove, what does not come back with it, and that
//! nobody's acknowledged work goes into a file without a name.
use crate::machine::{AWAKE, Ran};
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Stdio;
use std::sync::Mutex;
use std::thread;

fn registry() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.run(OPS, ["db", "backup", "copy.db"]).done();
    (scene, site)
}

fn restore(scene: &Scene, more: &[&str]) -> Run {
    scene.run("nobody", [&["db", "restore", "copy.db", "--yes"][..], more].concat())
}

fn sql(scene: &Scene, file: &str, sql: &str) {
    Connection::open(scene.path(file)).unwrap().execute_batch(sql).expect(sql);
}

fn count(scene: &Scene, sql: &str) -> i64 {
    scene.rows(sql)[0][0].parse().unwrap()
}

/// What lies beside the database that a restore could have left.
fn left(scene: &Scene) -> Vec<String> {
    let names = fs::read_dir(scene.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".pao-") || name.contains("replaced")).collect()
}

#[test]
fn a_copy_comes_back_and_what_was_spent_since_does_not() {
    let (scene, site) = registry();
    let sleeping = scene.enroll("Sleeping", CY);
    scene.person(DEE);
    let lost = count(&scene, "SELECT count(*) FROM audit") - count_of_copy(&scene);
    let refused = restore(&scene, &[]).refused("conflict");
    let details = &refused.error()["details"];
    assert_eq!((&details["lost"], &details["forked"]), (&lost.into(), &false.into()));
    assert!(left(&scene).is_empty());
    let answer = restore(&scene, &["--older"]).done().json();
    assert_eq!((&answer["lost"], &answer["ended"]["sign_ins"]), (&lost.into(), &3.into()), "{answer}");
    scene.check();
    assert_eq!(scene.last_entry(), "db.restore done");
    let kept = answer["kept"].as_str().unwrap();
    assert!(kept.contains(".replaced-") && fs::metadata(kept).unwrap().permissions().mode() & 0o777 == 0o600);
    let old = Connection::open(kept).unwrap();
    assert_eq!(old.query_row("SELECT count(*) FROM site", [], |row| row.get::<_, i64>(0)).unwrap(), 2);
    for who in [OPS, ANN, BOB] {
        scene.run(who, ["whoami"]).refused("sign_in_required");
        scene.sign_in(who);
    }
    // No number is given twice, and nobody who came later is known.
    let next = scene.enroll("Next", CY);
    assert!(next > sleeping && next > site, "{next}");
    scene.confirmed(DEE, ["login", DEE]).refused("sign_in_failed");
    let told = scene.letters();
    assert!(told.iter().any(|letter| letter.kind == "registry-restored" && letter.to == OPS));
}

fn count_of_copy(scene: &Scene) -> i64 {
    let copy = Connection::open(scene.path("copy.db")).unwrap();
    copy.query_row("SELECT count(*) FROM audit", [], |row| row.get(0)).unwrap()
}

#[test]
fn secrets_that_were_live_in_the_copy_open_nothing() {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example", ANN);
    let sleeping = scene.enroll("Sleeping", CY);
    let welcome = scene.letter(CY, "welcome").secret();
    let token = scene.confirmed(ANN, ["token", "create", "--site", &site, "--can", "list-access"]).done().json();
    let token = token["token"].as_str().unwrap().to_owned();
    scene.register(DEE).done();
    let code = scene.letter(DEE, "verification").secret();
    scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    scene.run(OPS, ["db", "backup", "copy.db"]).done();
    // Changed since: the old password must not come back.
    let new = [password(BOB)];
    scene
        .typed(
            ANN,
            ["account", "change-password", "--password-file", "-", "--new-password-file", "-"],
            &[&password(ANN), &new[0]],
        )
        .done();
    let ended = restore(&scene, &["--older"]).done().json()["ended"].clone();
    assert_eq!(
        ["tokens", "codes", "passcodes", "registrations", "passwords"].map(|key| ended[key].as_i64().unwrap()),
        [1; 5],
        "{ended}"
    );
    scene.confirmed(ANN, ["login", ANN]).refused("sign_in_failed");
    scene
        .call("nobody", ["access", "list", "--site", &site])
        .with("PAO_TOKEN", &token)
        .json()
        .refused("sign_in_required");
    scene.verify(DEE, &code).refused("code_not_accepted");
    scene.person(CY);
    scene
        .typed(CY, ["authorize", "--site", &sleeping, "--passcode-file", "-"], &[&welcome])
        .refused("passcode_not_accepted");
    scene.sign_in(OPS);
    scene.run(OPS, ["site", "resend-welcome", "--site", &sleeping]).done();
    scene.check();
}

/// What is done to a copy.
enum Spoiling {
    Bytes(fn(&[u8]) -> Vec<u8>),
    Sql(&'static str),
    Files(fn(&Scene)),
}

/// Ways in which a copy is none, with the code of the refusal.
const SPOILT: &[(&str, &str, Spoiling)] = &[
    (
        "damaged",
        "damaged",
        Spoiling::Bytes(|copy| {
            let mut bytes = copy.to_vec();
            let middle = bytes.len() / 2;
            bytes[middle..middle + 8192].fill(0x5a);
            bytes
        }),
    ),
    ("cut off", "damaged", Spoiling::Bytes(|copy| copy[..copy.len() / 2].to_vec())),
    ("empty", "not_a_database", Spoiling::Bytes(|_| Vec::new())),
    ("foreign", "not_a_database", Spoiling::Bytes(|copy| vec![b'x'; copy.len()])),
    ("planted", "tampered", Spoiling::Sql("CREATE TRIGGER planted AFTER INSERT ON setting BEGIN SELECT 1; END")),
    ("edited", "damaged", Spoiling::Sql("UPDATE access SET granted_by = 1 WHERE role = 'secondary'")),
    ("newer", "newer_version", Spoiling::Sql("PRAGMA user_version = 99")),
    (
        "open to others",
        "insecure_file",
        Spoiling::Files(|scene| {
            fs::set_permissions(scene.path("copy.db"), Permissions::from_mode(0o644)).unwrap();
        }),
    ),
    (
        "two names",
        "insecure_file",
        Spoiling::Files(|scene| {
            fs::hard_link(scene.path("copy.db"), scene.path("second")).unwrap();
        }),
    ),
    (
        "a link",
        "insecure_file",
        Spoiling::Files(|scene| {
            fs::rename(scene.path("copy.db"), scene.path("aside")).unwrap();
            symlink(scene.path("aside"), scene.path("copy.db")).unwrap();
        }),
    ),
    ("a log beside it", "wrong_state", Spoiling::Files(|scene| fs::write(scene.path("copy.db-wal"), "x").unwrap())),
];

#[test]
fn a_copy_that_does_not_prove_itself_is_refused_and_nothing_is_changed() {
    let (scene, _) = registry();
    let copy = fs::read(scene.path("copy.db")).unwrap();
    let before = scene.dump(&[]);
    for (what, code, spoiling) in SPOILT {
        match spoiling {
            Spoiling::Bytes(change) => fs::write(scene.path("copy.db"), change(&copy)).unwrap(),
            Spoiling::Sql(statement) => sql(&scene, "copy.db", statement),
            Spoiling::Files(change) => change(&scene),
        }
        let run = restore(&scene, &["--older"]);
        assert_eq!(run.code().as_deref(), Some(*code), "{what}: {run}");
        if run.status == 10 && *code != "insecure_file" {
            assert_eq!(run.error()["details"]["file"], "candidate", "{what}");
            assert!(!run.err.contains(".pao-restore-"), "{what}: {run}");
        }
        for name in ["copy.db", "second", "aside", "copy.db-wal", "copy.db-shm"] {
            let _ = fs::remove_file(scene.path(name));
        }
        fs::write(scene.path("copy.db"), &copy).unwrap();
        fs::set_permissions(scene.path("copy.db"), Permissions::from_mode(0o600)).unwrap();
        assert!(left(&scene).is_empty(), "{what}: {:?}", left(&scene));
    }
    scene.run("nobody", ["db", "restore", "no-such-copy", "--yes"]).refused("io");
    scene.run("nobody", ["db", "restore", "copy.db"]).refused("usage");
    restore(&scene, &["--expect", &"0".repeat(64)]).refused("tampered");
    assert_eq!(scene.dump(&[]), before, "something was changed");
    let head = scene.run(OPS, ["audit", "head"]).done().json()["hash"].as_str().unwrap().to_owned();
    restore(&scene, &["--expect", &head]).done();
}

#[test]
fn a_dry_run_says_what_would_end_and_changes_nothing() {
    let (scene, _) = registry();
    let before = scene.dump(&[]);
    let tried = scene.run("nobody", ["db", "restore", "copy.db", "--dry-run"]).done().json();
    assert_eq!(
        (&tried["dry_run"], &tried["ended"]["sign_ins"], &tried["kept"]),
        (&true.into(), &3.into(), &Value::Null)
    );
    assert_eq!(tried["notices"][0]["kind"], "registry-restored");
    assert!(scene.dump(&[]) == before && left(&scene).is_empty());
}

#[test]
fn two_ways_that_the_trail_went_are_told_apart_from_an_older_copy() {
    let (scene, site) = registry();
    scene.give(ANN, &site, CY, "user", &[]);
    scene.run(OPS, ["db", "backup", "other.db"]).done();
    restore(&scene, &["--older"]).done();
    scene.sign_in(OPS);
    let run = scene.run("nobody", ["db", "restore", "other.db", "--yes"]).refused("conflict");
    assert_eq!(run.error()["details"]["forked"], true);
    scene.run("nobody", ["db", "restore", "other.db", "--yes", "--older"]).done();
    assert_eq!(count(&scene, &format!("SELECT count(*) FROM access WHERE site = '{site}'")), 3);
    scene.check();
}

#[test]
fn another_registry_is_never_replaced() {
    let (scene, _) = registry();
    let other = Scene::new();
    // Not the same random number again.
    other.run("nobody", ["demo", "--db", other.path("practice.db").to_str().unwrap()]).done();
    other.init();
    other.run(OPS, ["db", "backup", "copy.db"]).done();
    fs::copy(other.path("copy.db"), scene.path("copy.db")).unwrap();
    restore(&scene, &["--older"]).refused("conflict");
    scene.run(OPS, ["whoami"]).done();
}

#[test]
fn what_is_missing_or_cannot_be_read_is_replaced() {
    for garbage in [None, Some("this is no database at all".repeat(400))] {
        let (scene, site) = registry();
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(scene.path(&format!("pao.db{ending}")));
        }
        if let Some(garbage) = &garbage {
            fs::write(scene.database(), garbage).unwrap();
            fs::set_permissions(scene.database(), Permissions::from_mode(0o600)).unwrap();
            fs::write(scene.path("pao.db-wal"), "of the old one").unwrap();
            fs::set_permissions(scene.path("pao.db-wal"), Permissions::from_mode(0o600)).unwrap();
        }
        let answer = restore(&scene, &[]).done().json();
        assert_eq!((&answer["replaced"], &answer["lost"]), (&Value::Null, &Value::Null));
        assert_eq!(answer["kept"].is_null(), garbage.is_none(), "{answer}");
        scene.check();
        scene.sign_in(OPS);
        let next = scene.enroll("Next", CY);
        assert!(next.parse::<i64>().unwrap() >= site.parse::<i64>().unwrap() + 1000, "{next}");
    }
}

#[test]
fn nobody_is_told_that_work_was_recorded_that_is_in_neither_file() {
    let machine = AWAKE.machine();
    let copy = machine.folder.join("copy.db").into_os_string().into_string().unwrap();
    machine.does(None, &["db", "backup", &copy], &[]);
    let recorded = Mutex::new(BTreeSet::new());
    let answer = thread::scope(|scope| {
        for writer in 0..3 {
            let (machine, recorded) = (&machine, &recorded);
            scope.spawn(move || {
                for turn in 0..400 {
                    let note = format!("turn {turn} of {writer}");
                    let argv = ["access", "update", "cy@example.com", "--note", &note, "--json"];
                    let ran = Ran::of(&machine.pao(Some(&AWAKE.ann), &argv).stderr(Stdio::piped()).output().unwrap());
                    // Long enough for the restore to find a moment in which nobody has the file open.
                    thread::sleep(std::time::Duration::from_millis(10));
                    match ran.status {
                        Some(0) => drop(recorded.lock().unwrap().insert(note)),
                        // The sign-in has ended with the restore.
                        Some(3) => break,
                        Some(9) => {}
                        _ => panic!("{ran:?}"),
                    }
                }
            });
        }
        thread::sleep(std::time::Duration::from_millis(300));
        loop {
            let ran = machine.run(None, &["--json", "db", "restore", &copy, "--yes", "--older"]);
            match ran.status {
                Some(9) => {}
                _ => break ran.ends(0).json(),
            }
        }
    });
    let noted = |path: &str| -> BTreeSet<String> {
        let conn = Connection::open(path).unwrap();
        let mut select = conn.prepare("SELECT note FROM access WHERE note IS NOT NULL").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let (kept, place) = (noted(answer["kept"].as_str().unwrap()), noted(machine.db().to_str().unwrap()));
    let recorded = recorded.into_inner().unwrap();
    assert!(!recorded.is_empty());
    let nowhere: Vec<_> = recorded.iter().filter(|note| !kept.contains(*note) && !place.contains(*note)).collect();
    assert!(nowhere.is_empty(), "acknowledged, and gone: {nowhere:?}");
    machine.is_sound();
}

#[test]
fn whoever_has_the_file_open_is_not_left_with_one_without_a_name() {
    let machine = AWAKE.machine();
    machine.does(None, &["db", "backup", "copy.db"], &[]);
    let reader = Connection::open(machine.db()).unwrap();
    let entries: i64 = reader.query_row("SELECT count(*) FROM audit", [], |row| row.get(0)).unwrap();
    let ran = machine.run(None, &["--json", "db", "restore", "copy.db", "--yes"]).ends(9);
    assert!(ran.error()["hint"].as_str().unwrap().contains("litestream"), "{ran:?}");
    assert_eq!(reader.query_row("SELECT count(*) FROM audit", [], |row| row.get::<_, i64>(0)).unwrap(), entries);
    drop(reader);
    machine.run(None, &["db", "restore", "copy.db", "--yes"]).ends(0);
}

#[test]
fn on_a_new_machine_the_folder_of_the_registry_is_made() {
    let (scene, _) = registry();
    let place = scene.path("new/folder/pao.db");
    let db = ["--db", place.to_str().unwrap()];
    scene.run("nobody", [&db[..], &["db", "restore", "copy.db", "--dry-run"]].concat()).done();
    assert!(!scene.path("new").exists() && left(&scene).is_empty(), "a dry run leaves nothing");
    let answer = scene.run("nobody", [&db[..], &["db", "restore", "copy.db", "--yes"]].concat()).done().json();
    assert_eq!((&answer["kept"], &answer["lost"]), (&Value::Null, &Value::Null));
    assert_eq!(fs::metadata(scene.path("new/folder")).unwrap().permissions().mode() & 0o777, 0o700);
    scene.run("nobody", [&db[..], &["db", "check"]].concat()).done();
    fs::set_permissions(scene.path("new/folder"), Permissions::from_mode(0o777)).unwrap();
    fs::remove_file(&place).unwrap();
    scene.run("nobody", [&db[..], &["db", "restore", "copy.db", "--yes"]].concat()).refused("insecure_file");
}
