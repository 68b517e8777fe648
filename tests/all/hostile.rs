//! Hostile values and hostile files: each gets its code, its exit status and a hint, and nothing is changed.
use crate::world::{ANN, CY, OPS, Run, Scene, password};
use rusqlite::Connection;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

/// Refused with this code and status; no character of the answer does something to a terminal.
#[track_caller]
fn refused_as(run: &Run, code: &str, status: u8) {
    assert_eq!((run.code().as_deref(), run.status), (Some(code), status), "{run}");
    assert!(run.out.is_empty(), "{run}");
    let bare = |symbol: char| symbol.is_control() || "\u{202e}\u{2066}\u{200b}\u{2028}\u{feff}".contains(symbol);
    assert!(!run.err.trim_end_matches('\n').contains(bare), "{:?}", run.err);
}

/// The same, and told what would help.
#[track_caller]
fn refused(run: &Run, code: &str, status: u8) {
    refused_as(run, code, status);
    assert!(run.error()["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "no hint: {run}");
}

/// An unacceptable value: it is named, and its message says what would be acceptable.
#[track_caller]
fn unacceptable(run: &Run, field: &str) {
    refused_as(run, "invalid_value", 7);
    assert_eq!(run.error()["details"]["field"], field, "{run}");
}

/// Names, bytes and permissions of everything in the folder of the machine, but the stored sign-ins.
fn everything(scene: &Scene) -> Vec<(String, u32, Vec<u8>)> {
    let entries = fs::read_dir(scene.path("")).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .filter(|path| !path.ends_with("state"))
        .map(|path| {
            let mode = fs::symlink_metadata(&path).unwrap().permissions().mode();
            (path.display().to_string(), mode, fs::read(&path).unwrap_or_default())
        })
        .collect();
    found.sort();
    found
}

const CODES_OF_A_FILE: [&str; 5] = ["damaged", "tampered", "newer_version", "insecure_file", "not_a_database"];

/// Both a command that reads and one that writes refuse the file, and leave it and its folder as they were.
#[track_caller]
fn file_refused(scene: &Scene, code: &str) {
    let before = everything(scene);
    refused(&scene.run(OPS, ["whoami"]), code, 10);
    refused(&scene.confirmed(OPS, ["login", OPS]), code, 10);
    let mut check = scene.run(OPS, ["db", "check"]);
    if ["damaged", "tampered"].contains(&code) {
        assert_eq!(check.json()["ok"], false, "a verdict is given whatever it is: {check}");
        check.out.clear();
    }
    refused(&check, code, 10);
    assert!(everything(scene) == before, "something was changed");
    let init = ["init", "--email", OPS, "--first-name", "O", "--last-name", "O", "--country", "US"];
    refused(&scene.confirmed(OPS, init), "already_exists", 6);
    assert!(everything(scene) == before, "something was changed");
}

/// A database at rest, in one file, with Ann's site in it.
pub fn prepared() -> Scene {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, CY, "user", &[]);
    let _ = scene.freeze();
    scene
}

fn edit(scene: &Scene, sql: &str) {
    let conn = Connection::open(scene.database()).unwrap();
    conn.execute_batch(sql).expect(sql);
}

#[test]
fn a_site_that_is_not_there_and_one_that_cannot_be() {
    let scene = prepared();
    let before = scene.dump(&["audit"]);
    for who in [OPS, ANN, CY] {
        refused(&scene.run(who, ["site", "show", "--site", "7999999"]), "not_found", 5);
    }
    refused(&scene.run(ANN, ["access", "add", CY, "--role", "user", "--site", "7999999"]), "not_found", 5);
    for number in ["12", "12345678901", "12a45", "７０００００１７", "", "-7000017", "7000017 "] {
        let site = format!("--site={number}");
        unacceptable(&scene.run(ANN, ["access", "list", &site]), "site");
    }
    assert_eq!(scene.dump(&["audit"]), before);
}

#[test]
fn an_address_that_is_none() {
    let scene = prepared();
    let before = scene.dump(&["audit"]);
    let long = format!("{}@example.com", "a".repeat(80));
    for address in [
        "ann",
        "ann@",
        "@example.com",
        "a b@example.com",
        "änn@example.com",
        "-x@example.com",
        "a@b\nBcc: c@d",
        &long,
        "",
    ] {
        let email = format!("--primary-email={address}");
        let names = ["--primary-first-name", "P", "--primary-last-name", "Q", "--company", "C", "--country", "DE"];
        let argv = ["site", "enroll", &email].into_iter().chain(names);
        unacceptable(&scene.run(OPS, argv), "primary-email");
        if !address.starts_with('-') {
            unacceptable(&scene.register_as(address, "Ann", &password(ANN)), "email");
            unacceptable(&scene.run(ANN, ["access", "add", address, "--role", "user"]), "id");
        }
    }
    assert_eq!(scene.dump(&["audit"]), before);
}

#[test]
fn a_name_that_would_do_something_to_a_terminal() {
    let scene = prepared();
    let before = scene.dump(&["audit"]);
    let bad = [
        "A\u{7}",
        "\u{1b}[31mAnn",
        "Ann\nBob",
        "Ann\r",
        "A\u{9b}2J",
        "\u{202e}nnA",
        "A\u{2066}n",
        "A\u{2028}n",
        "",
        " ",
        "\u{200b}",
    ];
    for name in bad {
        unacceptable(&scene.register_as("new@example.com", name, &password(ANN)), "first-name");
        let company = format!("--company={name}");
        let names = ["--primary-first-name", "P", "--primary-last-name", "Q", "--primary-email", "p@example.com"];
        let argv = ["site", "enroll", &company, "--country", "DE"].into_iter().chain(names);
        unacceptable(&scene.run(OPS, argv), "company");
        if !name.trim().is_empty() {
            unacceptable(&scene.run(ANN, ["access", "revoke", CY, "--yes", "--reason", name]), "reason");
        }
    }
    assert_eq!(scene.dump(&["audit"]), before);
}

#[test]
fn a_password_of_fourteen_characters() {
    let scene = prepared();
    let before = scene.dump(&["audit"]);
    for short in ["plum kettle Or", "ﬃﬃﬃﬃ", "äöüäöüäöüäöüäö", "x"] {
        let run = scene.register_as("new@example.com", "New", short);
        refused(&run, "weak_password", 7);
        assert!(!run.err.contains(short), "{run}");
    }
    assert_eq!(scene.dump(&["audit"]), before);
    let empty = Scene::new();
    let init =
        ["init", "--email", OPS, "--first-name", "O", "--last-name", "O", "--country", "US", "--password-file", "-"];
    refused(&empty.typed(OPS, init, &["plum kettle Or"]), "weak_password", 7);
    assert!(!empty.database().exists());
}

#[test]
fn an_end_that_is_past_or_no_date() {
    let scene = prepared();
    let before = scene.dump(&["audit"]);
    for end in [
        "2026-11-20",
        "2026-11-21T20:14:59Z",
        "1970-01-01",
        "0d",
        "-3d",
        "2026-02-30",
        "soon",
        "",
        "99999999999d",
        "\u{202e}30d",
    ] {
        let expires = format!("--expires={end}");
        unacceptable(&scene.run(ANN, ["access", "add", "new@example.com", "--role", "user", &expires]), "expires");
        unacceptable(&scene.run(ANN, ["access", "update", CY, &expires]), "expires");
    }
    assert_eq!(scene.dump(&["audit"]), before);
}

#[test]
fn a_path_that_is_no_path() {
    let scene = prepared();
    let before = everything(&scene);
    for path in ["file:pao.db", "file:///pao.db?mode=memory", ":memory:", "", ":x"] {
        unacceptable(&scene.run(OPS, ["whoami", "--db", path]), "db");
        unacceptable(&scene.call(OPS, ["whoami", "--db", path]).with("PAO_DB", path).json(), "db");
    }
    refused(&scene.run(OPS, ["whoami", "--db", "nowhere/pao.db"]), "no_database", 10);
    refused(&scene.run(OPS, ["whoami", "--db", "nothing.db"]), "no_database", 10);
    for path in [".", "..", "/", "/dev/null", "state/"] {
        let run = scene.run(OPS, ["whoami", "--db", path]);
        assert!(["not_a_database", "insecure_file"].contains(&&*run.code().unwrap()), "{run}");
        refused(&run, &run.code().unwrap(), 10);
    }
    assert!(everything(&scene) == before, "something was changed");
}

/// What lies there, and how it comes there.
type Filled = (&'static str, fn(&Path));

#[test]
fn what_is_there_is_no_database() {
    let scene = prepared();
    let fill: [Filled; 5] = [
        ("a folder", |path| fs::create_dir(path).unwrap()),
        ("an empty file", |path| fs::write(path, "").unwrap()),
        ("a text", |path| fs::write(path, "# pao\n".repeat(2000)).unwrap()),
        ("a short file", |path| fs::write(path, "SQLite form").unwrap()),
        ("a good beginning and rubbish", |path| {
            fs::write(path, ["SQLite format 3\0", &"x".repeat(9000)].concat()).unwrap();
        }),
    ];
    for (what, fill) in fill {
        fs::remove_file(scene.database()).or_else(|_| fs::remove_dir(scene.database())).unwrap();
        fill(&scene.database());
        fs::set_permissions(scene.database(), Permissions::from_mode(0o700)).unwrap();
        file_refused(&scene, "not_a_database");
        assert!(scene.database().exists(), "{what}");
    }
    let scene = prepared();
    edit(&scene, "PRAGMA application_id = 7");
    file_refused(&scene, "not_a_database");
    let scene = prepared();
    fs::write(scene.database(), "").unwrap();
    edit(&scene, "CREATE TABLE theirs (x); PRAGMA user_version = 1");
    file_refused(&scene, "not_a_database");
}

#[test]
fn a_database_of_another_version() {
    let known = i32::try_from(fs::read_dir("src/store/migrations").unwrap().count()).unwrap();
    for version in [known + 1, 99, i32::MAX] {
        let scene = prepared();
        edit(&scene, &format!("PRAGMA user_version = {version}"));
        file_refused(&scene, "newer_version");
        let message = scene.run(OPS, ["whoami"]).error()["message"].as_str().unwrap().to_owned();
        assert!(message.contains(&version.to_string()), "{message}");
    }
    for version in (0..known).chain([-1, i32::MIN]) {
        let scene = prepared();
        edit(&scene, &format!("PRAGMA user_version = {version}"));
        file_refused(&scene, "tampered");
    }
    let scene = prepared();
    fs::write(scene.database(), "").unwrap();
    edit(&scene, "CREATE TABLE theirs (x); PRAGMA application_id = 1346457393; PRAGMA journal_mode = WAL");
    file_refused(&scene, "tampered");
}

#[test]
fn a_schema_into_which_something_was_planted() {
    for sql in [
        "CREATE TRIGGER planted AFTER INSERT ON sign_in BEGIN UPDATE person SET operator = 1; END",
        "CREATE VIEW planted AS SELECT * FROM person",
        "CREATE INDEX planted ON person (last_name)",
        "CREATE TABLE planted (x)",
        "CREATE UNIQUE INDEX planted ON person (abs(person))",
        "DROP TRIGGER audit_kept",
        "DROP INDEX access_primary",
        "ALTER TABLE setting ADD COLUMN more TEXT",
        "ANALYZE; CREATE TABLE sqlitestat1(tbl,idx,stat)",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (operator IN (0, 1))', '') WHERE name = 'person'",
    ] {
        let scene = prepared();
        edit(&scene, sql);
        file_refused(&scene, "tampered");
    }
    let scene = prepared();
    edit(&scene, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'person'");
    file_refused(&scene, "damaged");
}

#[test]
fn a_file_that_others_can_reach() {
    let scene = prepared();
    let database = scene.database();
    let hint = |run: &Run| run.error()["hint"].as_str().unwrap().to_owned();
    for mode in [0o640, 0o604, 0o620, 0o602, 0o610, 0o666] {
        fs::set_permissions(&database, Permissions::from_mode(mode)).unwrap();
        file_refused(&scene, "insecure_file");
        assert_eq!(hint(&scene.run(OPS, ["whoami"])), format!("chmod 600 {}", database.display()));
    }
    fs::set_permissions(&database, Permissions::from_mode(0o600)).unwrap();
    for mode in [0o770, 0o702, 0o777, 0o1777] {
        fs::set_permissions(scene.path(""), Permissions::from_mode(mode)).unwrap();
        file_refused(&scene, "insecure_file");
        // The stored sign-ins lie there too.
        assert!(hint(&scene.run(OPS, ["whoami"])).ends_with("/registry`"));
    }
    let init = ["init", "--db", "new.db", "--email", OPS, "--first-name", "O", "--last-name", "O", "--country", "US"];
    refused(&scene.confirmed(OPS, init), "insecure_file", 10);
    assert!(!scene.path("new.db").exists());
    fs::set_permissions(scene.path(""), Permissions::from_mode(0o700)).unwrap();
    for companion in ["pao.db-wal", "pao.db-shm", "pao.db-journal"].map(|name| scene.path(name)) {
        fs::write(&companion, "").unwrap();
        fs::set_permissions(&companion, Permissions::from_mode(0o644)).unwrap();
        file_refused(&scene, "insecure_file");
        fs::remove_file(&companion).unwrap();
        symlink(scene.path("elsewhere"), &companion).unwrap();
        file_refused(&scene, "insecure_file");
        fs::remove_file(&companion).unwrap();
    }
    scene.check();
}

#[test]
fn a_file_with_a_second_name() {
    let scene = prepared();
    let (database, moved) = (scene.database(), scene.path("moved.db"));
    fs::hard_link(&database, &moved).unwrap();
    file_refused(&scene, "insecure_file");
    fs::remove_file(&database).unwrap();
    symlink(&moved, &database).unwrap();
    file_refused(&scene, "insecure_file");
    fs::remove_file(&moved).unwrap();
    let before = everything(&scene);
    refused(&scene.run(OPS, ["whoami"]), "insecure_file", 10);
    let init = ["init", "--email", OPS, "--first-name", "O", "--last-name", "O", "--country", "US"];
    refused(&scene.confirmed(OPS, init), "already_exists", 6);
    assert!(everything(&scene) == before, "a link into nothing was followed");
}

#[test]
fn a_file_that_was_cut_short() {
    let scene = prepared();
    let whole = fs::read(scene.database()).unwrap();
    for length in
        [17, 50, 99, 100, 511, 512, 2048, 4095, 4096, 4097, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1]
    {
        fs::write(scene.database(), &whole[..length]).unwrap();
        let before = everything(&scene);
        for argv in [["whoami"].as_slice(), &["db", "check"], &["audit", "verify"]] {
            let run = scene.run(OPS, argv);
            assert!(run.status == 10 || run.status == 0, "{length}: {run}");
            assert!(run.status == 0 || CODES_OF_A_FILE.contains(&&*run.code().unwrap()), "{length}: {run}");
        }
        // A byte that is missing reads as zero; if it was zero, nothing is missing.
        let lost = whole[length..].iter().any(|byte| *byte != 0);
        assert!(!lost || scene.run(OPS, ["db", "check"]).status == 10, "{length}");
        assert!(everything(&scene) == before, "{length}: something was changed");
    }
}

#[test]
fn a_value_that_means_nothing() {
    for (sql, argv) in [
        ("UPDATE person SET email = person", ["whoami", "--quiet"].as_slice()),
        ("UPDATE person SET country = '??'", &["account", "show"]),
        ("UPDATE site SET status = 'open'", &["site", "list"]),
        ("UPDATE site SET via = 'post', program = 'none'", &["site", "show"]),
        ("UPDATE contact SET email = 'NO'", &["site", "show"]),
        ("UPDATE access SET role = 'owner'", &["access", "list"]),
        ("UPDATE access SET tools = 9", &["access", "show"]),
        ("UPDATE access SET tools = 4000000000", &["access", "list"]),
        ("UPDATE audit SET hash = x'00', details = '{'", &["audit", "list"]),
        ("UPDATE person SET registered_at = 9223372036854775807", &["account", "show"]),
        ("UPDATE site SET enrolled_at = -9223372036854775807", &["site", "list"]),
    ] {
        let scene = prepared();
        let conn = Connection::open(scene.database()).unwrap();
        let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let triggers = scene.rows(triggers);
        conn.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
        let (drops, texts): (Vec<_>, Vec<_>) =
            triggers.iter().map(|row| (format!("DROP TRIGGER {}", row[0]), row[1].as_str())).unzip();
        conn.execute_batch(&[&drops.join(";"), sql, &texts.join(";")].join(";")).expect(sql);
        drop(conn);
        let before = everything(&scene);
        // What means nothing fits no schema either.
        let run = scene.call(ANN, ["--json"].iter().chain(argv)).run();
        let shown = run.status == 0 && run.err.is_empty();
        assert!(shown || (run.status, run.code().as_deref()) == (10, Some("damaged")), "{sql}: {run}");
        let moment = sql.contains("_at =");
        assert!(moment || scene.run(OPS, ["db", "check"]).status == 10, "{sql}");
        assert!(everything(&scene) == before, "something was changed");
    }
}

/// Numbers that differ with every seed.
fn mixed(seed: u64) -> u64 {
    let mixed = (seed ^ (seed >> 30)).wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb) ^ (mixed >> 31)
}

/// Flips some bytes between two places of the file, then reads it; nothing panics and reading changes nothing.
fn flipped(seeds: std::ops::Range<u64>, within: impl Fn(usize) -> std::ops::Range<usize>) -> [usize; 2] {
    let scene = prepared();
    let whole = fs::read(scene.database()).unwrap();
    let within = within(whole.len());
    let mut answers = [0, 0];
    for seed in seeds {
        let mut bytes = whole.clone();
        for flip in 0..=mixed(seed) % 3 {
            let dice = mixed(seed.wrapping_mul(31) + flip + 1);
            let at = within.start + usize::try_from(dice >> 16).unwrap() % within.len();
            bytes[at] ^= u8::try_from(dice & 0xff).unwrap().max(1);
        }
        fs::write(scene.database(), &bytes).unwrap();
        for argv in [["whoami"].as_slice(), &["db", "check"]] {
            let run = scene.run(OPS, argv);
            let code = run.code().unwrap_or_default();
            let of_the_file = run.status == 10 && CODES_OF_A_FILE.contains(&&*code);
            let signed_out = run.status == 3 && code == "sign_in_required";
            assert!(run.status == 0 || of_the_file || signed_out, "seed {seed}: {run}");
            answers[usize::from(run.status != 0)] += 1;
        }
        assert!(fs::read(scene.database()).unwrap() == bytes, "seed {seed}: the file was changed");
        let names = everything(&scene).into_iter().map(|entry| entry.0).collect::<Vec<_>>();
        assert_eq!(names.len(), 1, "seed {seed}: {names:?}");
    }
    answers
}

#[test]
fn bytes_flipped_in_the_first_page() {
    let [well, ill] = flipped(0..150, |_| 16..4096);
    assert!(well > 0 && ill > 0, "{well} well, {ill} ill");
}

#[test]
fn bytes_flipped_in_the_header() {
    let [well, ill] = flipped(1000..1250, |_| 0..108);
    assert!(well > 0 && ill > 100, "{well} well, {ill} ill");
}

#[test]
fn bytes_flipped_anywhere() {
    let [_, ill] = flipped(2000..2150, |length| 0..length);
    assert!(ill > 0, "{ill} ill");
}

#[test]
fn a_demo_takes_nothing_away_that_is_not_its_own() {
    let scene = Scene::new();
    let database = scene.path("chess.db");
    let demo = ["demo", "--db", database.to_str().unwrap(), "--sites", "1", "--people", "3"];
    for neighbour in ["chess-mail", "chess-players"] {
        fs::create_dir(scene.path(neighbour)).unwrap();
        fs::write(scene.path(neighbour).join("elo.txt"), "2800").unwrap();
        scene.run("nobody", demo).refused("already_exists");
        assert_eq!(fs::read_to_string(scene.path(neighbour).join("elo.txt")).unwrap(), "2800");
        fs::remove_dir_all(scene.path(neighbour)).unwrap();
    }
    scene.run("nobody", demo).done();
    scene.run("nobody", demo).done();
}
