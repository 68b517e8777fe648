//! A database that can only be read where it lies, and one that other programs have had in their hands.
use crate::environment::Bare;
use crate::hostile::prepared;
use crate::machine::{AWAKE, Machine, PAO, Ran};
use crate::world::{ANN, CY, OPS, Run, Scene, password};
use rusqlite::Connection;
use rustix::process::geteuid;
use std::fs::{self, DirBuilder, Permissions};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

fn mode(path: impl AsRef<Path>, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Names and bytes of what lies beside the database, and of itself.
fn beside(scene: &Scene) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = fs::read_dir(scene.path("")).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut found: Vec<_> = paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    found.sort();
    found
}

fn sql(scene: &Scene, sql: &str) {
    Connection::open(scene.database()).unwrap().execute_batch(sql).expect(sql);
}

fn hint(run: &Run) -> String {
    run.error()["hint"].as_str().expect("a hint").to_owned()
}

/// Everything that reads does, and nothing that changes.
#[track_caller]
fn only_reads(scene: &Scene) {
    reads_and_refuses(scene, (1, "io"), ["can only be read here", "mkdir -m 700 registry"]);
}

/// The same; what changes ends with this status and code, and these words in message and hint.
#[track_caller]
fn reads_and_refuses(scene: &Scene, (status, code): (u8, &str), [message, mended]: [&str; 2]) {
    let before = beside(scene);
    scene.check();
    for argv in [["audit", "head"], ["audit", "list"], ["site", "list"], ["outbox", "list"], ["operator", "list"]] {
        scene.run(OPS, argv).done();
    }
    for argv in [&["access", "list"][..], &["access", "history", CY], &["contact", "list"], &["whoami"], &["status"]] {
        scene.run(ANN, argv).done();
    }
    scene.run(CY, ["can", "enter"]).done();
    for run in [
        scene.run(ANN, ["access", "update", CY, "--tools", "full"]),
        scene.run(ANN, ["access", "update", CY, "--tools", "full", "--dry-run"]),
        scene.run(CY, ["access", "update", CY, "--tools", "full"]),
        scene.confirmed(ANN, ["login", ANN]),
        scene.register("new@example.com"),
        scene.run("nobody", ["maintain"]),
        scene.run("nobody", ["db", "backup", "copy.db"]),
        scene.run("nobody", ["db", "restore", "--in-place", "--yes"]),
        scene.run(OPS, ["config", "set", "care.contact", "care@vendor.example"]),
    ] {
        assert_eq!((run.status, run.code().as_deref()), (status, Some(code)), "{run}");
        assert!(run.error()["message"].as_str().unwrap().contains(message), "{run}");
        assert!(hint(&run).contains(mended), "{run}");
    }
    assert!(beside(scene) == before, "something was changed");
}

#[test]
fn a_file_and_a_folder_to_which_nobody_may_write_are_read() {
    for (file, folder) in [(0o444, 0o555), (0o400, 0o500), (0o440, 0o555), (0o400, 0o555), (0o444, 0o500)] {
        let scene = prepared();
        mode(scene.database(), file);
        mode(scene.path(""), folder);
        only_reads(&scene);
        // A log without a change in it says nothing.
        mode(scene.path(""), 0o700);
        fs::write(scene.path("pao.db-wal"), "").unwrap();
        mode(scene.path("pao.db-wal"), file);
        mode(scene.path(""), folder);
        only_reads(&scene);
        mode(scene.path(""), 0o700);
        fs::remove_file(scene.path("pao.db-wal")).unwrap();
        mode(scene.database(), 0o600);
        scene.run(ANN, ["access", "update", CY, "--tools", "full"]).done();
        scene.check();
    }
}

/// As `litestream restore -f` has it: in write-ahead logging at first, out of it from the first change on.
#[test]
fn a_standby_of_litestream_is_read_until_it_is_restored() {
    for journal in ["WAL", "DELETE"] {
        let scene = prepared();
        sql(&scene, &format!("PRAGMA journal_mode = {journal}"));
        fs::write(scene.path("pao.db-txid"), "0000000000000001\n").unwrap();
        reads_and_refuses(&scene, (6, "wrong_state"), ["is a standby", "`pao db restore FILE`"]);
        fs::copy(scene.database(), scene.path("copy.db")).unwrap();
        let run = scene.run("nobody", ["db", "restore", "copy.db", "--yes"]).refused("wrong_state");
        assert!(hint(&run).contains("move the standby"), "{run}");
        // As the hint says.
        let elsewhere = scene.path("elsewhere");
        DirBuilder::new().mode(0o700).create(&elsewhere).unwrap();
        for name in ["pao.db", "pao.db-txid"] {
            fs::rename(scene.path(name), elsewhere.join(name)).unwrap();
        }
        let moved = elsewhere.join("pao.db");
        scene.run("nobody", ["db", "restore", moved.to_str().unwrap(), "--yes"]).done();
        scene.sign_in(ANN);
        scene.run(ANN, ["access", "update", CY, "--tools", "full"]).done();
        scene.check();
    }
}

#[test]
fn a_standby_is_not_read_while_litestream_writes_into_it() {
    let machine = AWAKE.machine();
    let litestream = Connection::open(machine.db()).unwrap();
    litestream.execute_batch("PRAGMA journal_mode = DELETE").unwrap();
    machine.file("data/pao.db-txid", "0000000000000001\n");
    litestream.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let mut reader = machine.pao(Some(&AWAKE.operator), &["--json", "site", "list"]).spawn().unwrap();
    thread::sleep(Duration::from_millis(500));
    assert!(reader.try_wait().unwrap().is_none(), "it waits");
    litestream.execute_batch("ROLLBACK").unwrap();
    let ran = Ran::of(&reader.wait_with_output().unwrap()).ends(0);
    assert_eq!(ran.json().as_array().map(Vec::len), Some(1));
}

#[test]
fn a_file_that_somebody_may_write_to_is_no_kept_one() {
    for (file, folder) in
        [(0o444, 0o755), (0o644, 0o555), (0o464, 0o555), (0o400, 0o700), (0o444, 0o700), (0o500, 0o700)]
    {
        let scene = prepared();
        mode(scene.database(), file);
        mode(scene.path(""), folder);
        let before = beside(&scene);
        for argv in [["db", "check"], ["audit", "verify"], ["site", "list"]] {
            let run = scene.run(OPS, argv).refused("insecure_file");
            assert_eq!(hint(&run), format!("chmod 600 {}", scene.database().display()), "{file:o} in {folder:o}");
        }
        assert!(beside(&scene) == before, "{file:o} in {folder:o}");
        mode(scene.path(""), 0o700);
    }
    // Whoever has the right to write to the folder of a kept file could put a journal there.
    let scene = prepared();
    mode(scene.database(), 0o444);
    mode(scene.path(""), 0o777);
    let run = scene.run(OPS, ["db", "check"]).refused("insecure_file");
    assert!(hint(&run).starts_with("chmod 600 "), "{run}");
    mode(scene.path(""), 0o700);
}

#[test]
fn what_waits_to_be_folded_in_is_not_passed_over() {
    let scene = prepared();
    let writer = Connection::open(scene.database()).unwrap();
    writer.execute_batch("PRAGMA wal_autocheckpoint = 0; UPDATE person SET pair_failures = 3").unwrap();
    let shelf = scene.path("shelf");
    let copied = |folder: &Path, file: u32| {
        DirBuilder::new().mode(0o700).create(folder).unwrap();
        for name in ["pao.db", "pao.db-wal"] {
            fs::copy(scene.path(name), folder.join(name)).unwrap();
            mode(folder.join(name), file);
        }
        folder.join("pao.db").to_str().unwrap().to_owned()
    };
    let kept = copied(&shelf, 0o444);
    mode(&shelf, 0o555);
    for argv in [["db", "check"], ["audit", "verify"]] {
        let run = scene.run("nobody", [argv[0], argv[1], "--db", &kept]).refused("io");
        let message = run.error()["message"].as_str().unwrap().to_owned();
        assert!(run.status == 1 && message.contains("pao.db-wal"), "{run}");
        assert!(hint(&run).contains("mkdir -m 700 registry"), "{run}");
    }
    // As the hint says.
    let copy = copied(&scene.path("registry"), 0o600);
    assert_eq!(scene.run("nobody", ["db", "check", "--db", &copy]).json()["ok"], true);
    let file = Connection::open(&copy).unwrap();
    assert_eq!(file.query_row("SELECT pair_failures FROM person", [], |row| row.get::<_, i64>(0)).unwrap(), 3);
    // An old journal would take back what the file holds.
    mode(&shelf, 0o700);
    fs::rename(shelf.join("pao.db-wal"), shelf.join("pao.db-journal")).unwrap();
    mode(&shelf, 0o555);
    let run = scene.run("nobody", ["db", "check", "--db", &kept]).refused("io");
    assert!(run.error()["message"].as_str().unwrap().contains("pao.db-journal"), "{run}");
    mode(&shelf, 0o700);
}

#[test]
fn a_folder_in_which_its_user_can_make_nothing_is_read_from() {
    let bare = Bare::new();
    bare.machine.file("password", &AWAKE.operator.password);
    bare.owns("password");
    let run = |argv: &[&str]| bare.run(&[&["--json", "--db", "own/pao.db"], argv].concat(), &[]);
    let names = ["--email", OPS, "--first-name", "O", "--last-name", "P", "--country", "US"];
    run(&[&["init", "--password-file", "password"], &names[..]].concat()).ends(0);
    let token = run(&["login", OPS, "--print-token", "--password-file", "password"]).ends(0).json();
    let token = [("PAO_TOKEN", token["token"].as_str().unwrap())];
    let (own, file) = (bare.machine.folder.join("own"), bare.machine.folder.join("own/pao.db"));
    for (bits, folder) in [(0o600, 0o555), (0o600, 0o500), (0o400, 0o500)] {
        mode(&file, bits);
        mode(&own, folder);
        assert_eq!(run(&["db", "check"]).ends(0).json()["ok"], true);
        assert_eq!(run(&["audit", "verify"]).ends(0).json()["ok"], true);
        bare.run(&["--db", "own/pao.db", "operator", "list"], &token).ends(0);
        let ran = run(&["maintain"]).ends(1);
        assert!(ran.code() == "io" && ran.error()["message"].as_str().unwrap().contains("folder"), "{ran:?}");
    }
    // What its owner can mend is mended.
    mode(&file, 0o644);
    let ran = run(&["db", "check"]).ends(10);
    assert!(
        ran.code() == "insecure_file" && ran.error()["hint"].as_str().unwrap().starts_with("chmod 600 "),
        "{ran:?}"
    );
    mode(&file, 0o600);
    mode(&own, 0o700);
    run(&["maintain"]).ends(0);
    // A folder of root's is nobody's danger.
    if geteuid().is_root() {
        chown(&own, Some(0), Some(0)).unwrap();
        mode(&own, 0o755);
        assert_eq!(run(&["db", "check"]).ends(0).json()["ok"], true);
        assert_eq!(run(&["maintain"]).ends(1).code(), "io");
    }
}

/// Runs a line of shell as root in a world of mounts of its own.
fn among_mounts(machine: &Machine, line: &str) -> Ran {
    let mut unshare = machine.command("unshare");
    unshare.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").args(["-m", "sh", "-ec", line]);
    Ran::of(&unshare.envs([AWAKE.operator.signed_in()]).output().unwrap())
}

/// Whether this test may mount something; root in a container need not.
fn can_mount(machine: &Machine) -> bool {
    geteuid().is_root() && among_mounts(machine, "mount --bind data data").status == Some(0)
}

#[test]
fn a_medium_that_is_mounted_read_only_is_read() {
    let machine = AWAKE.machine();
    if !can_mount(&machine) {
        return;
    }
    machine.file("password", &AWAKE.cy.password);
    for (file, folder) in [(0o600, 0o700), (0o644, 0o755), (0o444, 0o777)] {
        mode(machine.db(), file);
        mode(machine.folder.join("data"), folder);
        let read_only = |command: &str| {
            among_mounts(
                &machine,
                &format!("mount --bind data data; mount -o remount,bind,ro data; {PAO} --json {command}"),
            )
        };
        if folder == 0o777 {
            // Others may write there by another way.
            let ran = read_only("db check").ends(10);
            assert!(
                ran.code() == "insecure_file" && !ran.error()["hint"].as_str().unwrap().contains("chmod"),
                "{ran:?}"
            );
            continue;
        }
        assert_eq!(read_only("db check").ends(0).json()["ok"], true);
        assert_eq!(read_only("audit verify").ends(0).json()["ok"], true);
        assert_eq!(read_only("site list").ends(0).json().as_array().map(Vec::len), Some(1));
        let ran = read_only("config set care.contact care@vendor.example").ends(1);
        assert!(ran.code() == "io" && ran.error()["message"].as_str().unwrap().contains("read-only medium"), "{ran:?}");
        let names = "--email a@b.example --first-name A --last-name B --country US";
        let ran = read_only(&format!("init --db data/new.db {names} --password-file password")).ends(1);
        assert_eq!(ran.code(), "io", "{ran:?}");
    }
    assert_eq!(machine.files().iter().filter(|path| path.to_string_lossy().contains("data")).count(), 1);
}

#[test]
fn a_file_that_nobody_may_change_is_read() {
    let machine = AWAKE.machine();
    let change = |how: &str, what: &Path| {
        let path = "/usr/sbin:/usr/bin:/sbin:/bin";
        Command::new("chattr").env("PATH", path).arg(how).arg(what).status().is_ok_and(|status| status.success())
    };
    for what in [machine.db(), machine.folder.join("data")] {
        if !geteuid().is_root() || !change("+i", &what) {
            return;
        }
        let read = ["db check", "audit verify", "site list"].map(|line| {
            let argv: Vec<&str> = line.split(' ').chain(["--json"]).collect();
            machine.run(Some(&AWAKE.operator), &argv)
        });
        let changed = machine.run(Some(&AWAKE.operator), &["--json", "maintain"]);
        assert!(change("-i", &what));
        for ran in read {
            ran.ends(0);
        }
        assert!(changed.ends(1).code() == "io");
    }
    machine.is_sound();
}

#[test]
fn what_analyze_of_another_program_leaves_changes_nothing() {
    for planner in ["ANALYZE", "ANALYZE person", "ANALYZE; VACUUM", "PRAGMA analysis_limit = 10; ANALYZE; ANALYZE"] {
        let scene = prepared();
        sql(&scene, planner);
        assert!(scene.rows("SELECT count(*) FROM sqlite_stat1")[0][0] != "0", "{planner}");
        scene.check();
        scene.run(ANN, ["access", "update", CY, "--tools", "full"]).done();
        scene.check();
        sql(
            &scene,
            "DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 VALUES ('person', 'person_id', 'x'), (7, 8, 9)",
        );
        scene.run(ANN, ["access", "update", CY, "--tools", "none"]).done();
        sql(&scene, "DROP TABLE sqlite_stat1");
        scene.check();
    }
}

#[test]
fn a_journal_mode_that_another_program_changed_is_named_and_set_back() {
    let modes =
        |scene: &Scene| (fs::read(scene.database()).unwrap()[18..20].to_vec(), scene.rows("PRAGMA journal_mode"));
    for other in ["DELETE", "TRUNCATE", "PERSIST", "MEMORY", "OFF"] {
        for argv in [&["whoami"][..], &["access", "update", CY, "--tools", "full"], &["maintain"]] {
            let scene = prepared();
            sql(&scene, &format!("PRAGMA journal_mode = {other}"));
            assert_eq!(modes(&scene).0, [1, 1]);
            scene.run(ANN, argv).done();
            assert_eq!(modes(&scene), (vec![2, 2], vec![vec!["wal".to_owned()]]), "{other}: {argv:?}");
            scene.check();
        }
        let scene = prepared();
        sql(&scene, &format!("PRAGMA journal_mode = {other}"));
        let run = scene.run("nobody", ["db", "check"]);
        assert_eq!((run.status, run.code().as_deref()), (10, Some("damaged")), "{run}");
        let named = |run: &Run| {
            let checks = run.json()["checks"].as_array().unwrap().clone();
            checks.into_iter().find(|check| check["name"] == "journal").unwrap()
        };
        assert_eq!(named(&run), serde_json::json!({"name": "journal", "ok": false, "found": 1}));
        assert!(run.error()["message"].as_str().unwrap().contains("journal"), "{run}");
        assert!(!hint(&run).contains("backup"), "nothing is lost: {run}");
        let run = scene.run("nobody", ["db", "check"]).done();
        assert_eq!(named(&run)["ok"], true);
    }
    // A copy that is kept acknowledges nothing.
    let scene = prepared();
    sql(&scene, "PRAGMA journal_mode = DELETE");
    mode(scene.database(), 0o444);
    mode(scene.path(""), 0o555);
    only_reads(&scene);
    mode(scene.path(""), 0o700);
}

#[test]
fn what_is_left_read_only_beside_the_database_is_named_with_its_cure() {
    for (name, bits) in [
        ("pao.db-shm", 0o400),
        ("pao.db-shm", 0o000),
        ("pao.db-wal", 0o400),
        ("pao.db-journal", 0o200),
        ("pao.db", 0o400),
    ] {
        let scene = prepared();
        let left = scene.path(name);
        fs::OpenOptions::new().create(true).append(true).open(&left).unwrap();
        mode(&left, bits);
        for run in [
            scene.run("nobody", ["db", "check"]),
            scene.run(ANN, ["access", "list"]),
            scene.typed(ANN, ["login", ANN, "--password-file", "-"], &[&password(ANN)]),
        ] {
            let run = run.refused("insecure_file");
            let message = run.error()["message"].as_str().unwrap().to_owned();
            assert!(message.contains(&*left.to_string_lossy()) && message.contains("owner"), "{run}");
            let cure = hint(&run);
            assert_eq!(cure, format!("chmod 600 {}", left.display()));
        }
        assert!(Command::new("sh").args(["-c", &format!("chmod 600 {}", left.display())]).status().unwrap().success());
        scene.run(ANN, ["access", "update", CY, "--tools", "full"]).done();
        scene.check();
    }
}
