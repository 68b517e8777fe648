//! Copies of the registry: `db backup`, what `db stats` says, and the trail outside of the file.
use crate::machine::{AWAKE, Ran};
use crate::world::{ANN, BOB, CY, OPS, Scene};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

fn registry() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.run(ANN, ["access", "revoke", CY, "--reason", "से\u{200d}वा \\u200d", "--yes"]).done();
    (scene, site)
}

fn head(scene: &Scene) -> String {
    let head = scene.run(OPS, ["audit", "head"]).done().json();
    format!("{}:{}", head["seq"], head["hash"].as_str().unwrap())
}

#[test]
fn a_backup_is_the_registry_up_to_the_entry_of_its_making() {
    let (scene, site) = registry();
    let entries: i64 = scene.rows("SELECT count(*) FROM audit")[0][0].parse().unwrap();
    let made = scene.run(OPS, ["db", "backup", "copy.db"]).done().json();
    let copy = scene.path("copy.db");
    assert_eq!((&made["entries"], &made["head"]), (&(entries + 1).into(), &head(&scene).into()));
    assert_eq!(made["file"], copy.to_str().unwrap());
    let found = fs::metadata(&copy).unwrap();
    assert_eq!((found.len(), found.mode() & 0o777), (made["bytes"].as_u64().unwrap(), 0o600));
    assert_eq!(scene.last_entry(), "db.backup done");
    assert!(scene.rows("SELECT details FROM audit ORDER BY seq DESC LIMIT 1")[0][0].contains("\"copy.db\""));
    // It is a registry of its own, in which people go on.
    let of_copy = ["--db", copy.to_str().unwrap()];
    scene.run(OPS, [&of_copy[..], &["db", "check"]].concat()).done();
    let verified = scene.run(OPS, [&of_copy[..], &["audit", "verify", "--expect", &head(&scene)]].concat()).done();
    assert_eq!(verified.json()["expected"][0]["met"], true);
    let rows = |sql: &str| Connection::open(&copy).unwrap().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(rows(&format!("SELECT count(*) FROM access WHERE site = '{site}' AND ended_at IS NULL")), 2);
}

#[test]
fn what_is_there_is_left_and_a_dry_run_makes_nothing() {
    let (scene, _) = registry();
    fs::write(scene.path("there"), "mine").unwrap();
    let entries = scene.rows("SELECT count(*) FROM audit");
    scene.run(OPS, ["db", "backup", "there"]).refused("already_exists");
    scene.run(OPS, ["db", "backup", "pao.db"]).refused("already_exists");
    scene.run(OPS, ["db", "backup", "no/such/copy"]).refused("io");
    scene.run(OPS, ["db", "backup", "."]).refused("already_exists");
    scene.run(OPS, ["db", "backup", "-"]).refused("usage");
    assert!(scene.call(OPS, ["db", "backup", "-"]).shown_at_a_terminal().run().status == 2);
    let tried = scene.run(OPS, ["db", "backup", "copy.db", "--dry-run"]).done().json();
    assert_eq!((&tried["dry_run"], &tried["bytes"]), (&true.into(), &().into()));
    assert_eq!(fs::read(scene.path("there")).unwrap(), b"mine");
    assert!(!scene.path("copy.db").exists() && scene.rows("SELECT count(*) FROM audit") == entries);
}

#[test]
fn a_backup_that_was_killed_leaves_a_draft_that_the_next_one_sweeps_unless_it_is_still_made() {
    let (scene, _) = registry();
    for name in [".pao-backup-dead", ".pao-backup-held"] {
        fs::write(scene.path(name), "half").unwrap();
    }
    let held = File::open(scene.path(".pao-backup-held")).unwrap();
    held.lock().unwrap();
    // What others put there keeps nobody waiting.
    assert!(Command::new("mkfifo").arg(scene.path(".pao-backup-pipe")).status().unwrap().success());
    scene.run(OPS, ["db", "backup", "copy.db"]).done();
    let left = BTreeSet::from([".pao-backup-held", ".pao-backup-pipe"].map(str::to_owned));
    let drafts = fs::read_dir(scene.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(drafts.filter(|name| name.starts_with(".pao")).collect::<BTreeSet<_>>(), left);
}

#[test]
fn a_copy_through_a_pipe_is_the_same_and_says_so_beside_it() {
    let machine = AWAKE.machine();
    let ran = machine.pao(None, &["db", "backup", "-"]).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(String::from_utf8_lossy(&ran.stderr).starts_with("Copied, up to "));
    let copy = machine.file("copy.db", &ran.stdout);
    fs::set_permissions(&copy, fs::Permissions::from_mode(0o600)).unwrap();
    let data = machine.folder.join("own");
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
    fs::rename(&copy, data.join("pao.db")).unwrap();
    let db = data.join("pao.db").into_os_string().into_string().unwrap();
    machine.run(None, &["--db", &db, "db", "check"]).ends(0);
}

#[test]
fn copies_that_are_made_while_others_write_are_whole_and_hold_what_was_acknowledged() {
    let machine = AWAKE.machine();
    let folder = machine.folder.join("copies");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
    let over = AtomicBool::new(false);
    let heads: Vec<String> = thread::scope(|scope| {
        for writer in 0..4 {
            let (machine, over) = (&machine, &over);
            scope.spawn(move || {
                for turn in 0.. {
                    if over.load(Ordering::Relaxed) {
                        break;
                    }
                    let note = format!("turn {turn} of {writer}");
                    let argv = ["access", "update", "cy@example.com", "--note", &note];
                    let ran = Ran::of(&machine.pao(Some(&AWAKE.ann), &argv).stderr(Stdio::piped()).output().unwrap());
                    ran.ends(0);
                }
            });
        }
        let heads = (0..12)
            .map(|number| {
                let path = folder.join(format!("{number}.db")).into_os_string().into_string().unwrap();
                machine.does(None, &["db", "backup", &path], &[])["head"].as_str().unwrap().to_owned()
            })
            .collect();
        over.store(true, Ordering::Relaxed);
        heads
    });
    for (number, head) in heads.iter().enumerate() {
        let path = folder.join(format!("{number}.db")).into_os_string().into_string().unwrap();
        machine.run(None, &["--db", &path, "db", "check"]).ends(0);
        machine.run(None, &["--db", &path, "audit", "verify", "--expect", head]).ends(0);
        machine.run(None, &["audit", "verify", "--expect", head]).ends(0);
    }
}

#[test]
fn stats_say_how_much_there_is() {
    let (scene, _) = registry();
    let count = |sql: &str| scene.rows(sql)[0][0].parse::<i64>().unwrap();
    let stats = scene.run(OPS, ["db", "stats"]).done().json();
    assert_eq!(stats["head"], head(&scene));
    assert_eq!(stats["entries"], count("SELECT count(*) FROM audit"));
    assert_eq!((&stats["people"], &stats["sites"], &stats["access"]), (&4.into(), &1.into(), &2.into()));
    assert_eq!((&stats["mode"], &stats["last_backup"]), (&"personal".into(), &().into()));
    assert!(stats["bytes"].as_u64().unwrap() > 0 && stats["guests"].as_array().unwrap().is_empty());
    scene.run(OPS, ["db", "backup", "copy.db"]).done();
    assert_eq!(scene.run("nobody", ["db", "stats"]).done().json()["last_backup"], scene.now());
}

#[test]
fn the_tables_of_litestream_are_let_through_to_the_letter() {
    let (scene, _) = registry();
    let sql = |sql: &str| Connection::open(scene.database()).unwrap().execute_batch(sql).expect(sql);
    sql(
        "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER); CREATE TABLE _litestream_lock (id INTEGER)",
    );
    sql("INSERT INTO _litestream_seq VALUES (1, 1)");
    assert_eq!(scene.run(OPS, ["db", "check"]).done().json()["guests"][0], "litestream");
    assert_eq!(scene.run(OPS, ["db", "stats"]).done().json()["guests"][0], "litestream");
    scene.run(ANN, ["access", "list"]).done();
    for planted in [
        "CREATE TRIGGER planted AFTER INSERT ON _litestream_seq BEGIN DELETE FROM setting; END",
        "CREATE INDEX planted ON _litestream_seq (seq)",
        "CREATE VIEW planted AS SELECT * FROM _litestream_seq",
        "DROP TABLE _litestream_lock; CREATE TABLE _litestream_lock (id INTEGER DEFAULT 1)",
        "CREATE TABLE _litestream_more (id INTEGER)",
    ] {
        let frozen = scene.freeze();
        sql(planted);
        scene.run(ANN, ["access", "list"]).refused("tampered");
        scene.thaw(&frozen);
    }
}

/// The lines of an export.
fn exported(scene: &Scene, more: &[&str]) -> Vec<String> {
    let ran = scene.call("nobody", [&["audit", "export"][..], more].concat()).run();
    assert_eq!(ran.status, 0, "{ran}");
    ran.out.lines().map(str::to_owned).collect()
}

/// What `audit verify --export` says of these lines.
fn verified(scene: &Scene, lines: &[String], more: &[&str]) -> (Option<String>, serde_json::Value) {
    fs::write(scene.path("trail"), lines.join("\n")).unwrap();
    let run = scene.run("nobody", [&["audit", "verify", "--export", "trail"][..], more].concat());
    (run.code(), if run.out.is_empty() { serde_json::Value::Null } else { run.json() })
}

#[test]
fn an_export_proves_itself_without_the_file() {
    let (scene, _) = registry();
    let (lines, head) = (exported(&scene, &[]), head(&scene));
    assert!(lines.iter().any(|line| line.contains("\\u200d")) && !lines.concat().contains('\u{200d}'));
    let (code, verdict) = verified(&scene, &lines, &["--expect", &head]);
    assert_eq!((code, &verdict["ok"], &verdict["head"]), (None, &true.into(), &head.as_str().into()));
    // A part of it is read behind the head before it.
    let third: serde_json::Value = serde_json::from_str(&lines[2]).unwrap();
    let behind = format!("3:{}", third["hash"].as_str().unwrap());
    let part = exported(&scene, &["--after", "3"]);
    assert_eq!(part, lines[3..]);
    assert_eq!(verified(&scene, &part, &["--from", &behind]).0, None);
    assert_eq!(verified(&scene, &part, &[]).0.as_deref(), Some("usage"));
    assert_eq!(verified(&scene, &part[1..], &["--from", &behind]).0.as_deref(), Some("usage"));
    for (wrong, code) in
        [("", "invalid_value"), ("{}", "invalid_value"), ("[1]", "invalid_value"), ("\u{0}", "invalid_value")]
    {
        assert_eq!(verified(&scene, &[wrong.to_owned()], &[]).0.as_deref(), Some(code), "{wrong:?}");
    }
    assert_eq!(scene.call("nobody", ["audit", "export", "--format", "csv"]).run().status, 2);
}

#[test]
fn whatever_is_changed_in_an_export_is_found() {
    let (scene, _) = registry();
    let (lines, head) = (exported(&scene, &[]), head(&scene));
    let changed = |line: usize, by: &dyn Fn(&str) -> String| {
        let mut changed = lines.clone();
        changed[line] = by(&lines[line]);
        assert_ne!(changed[line], lines[line]);
        verified(&scene, &changed, &["--expect", &head])
    };
    let entry: serde_json::Value = serde_json::from_str(&lines[4]).unwrap();
    for (key, value) in entry.as_object().unwrap() {
        let old = format!("\"{key}\":{value}");
        let new = match value {
            serde_json::Value::Null => format!("\"{key}\":\"x\""),
            serde_json::Value::Number(number) => format!("\"{key}\":{}", number.as_i64().unwrap() + 1),
            serde_json::Value::Object(_) => format!("\"{key}\":{{\"x\":1}}"),
            _ if key == "at" => format!("\"{key}\":\"2026-11-20T00:00:00Z\""),
            _ if key == "registry" || key == "hash" => {
                format!("\"{key}\":\"{}\"", "0".repeat(value.as_str().unwrap().len()))
            }
            _ => format!("\"{key}\":\"other\""),
        };
        if key == "person" && value.is_null() {
            continue;
        }
        let (code, verdict) = changed(4, &|line| line.replace(&old, &new));
        assert_eq!(code.as_deref(), Some("tampered"), "{key}: {verdict}");
        assert!(verdict["first_bad"].is_i64(), "{key}");
    }
    for (what, lines) in [
        ("one left out", [&lines[..3], &lines[4..]].concat()),
        ("one doubled", [&lines[..4], &lines[3..]].concat()),
        ("two swapped", [&lines[..3], &[lines[4].clone(), lines[3].clone()], &lines[5..]].concat()),
    ] {
        assert_eq!(verified(&scene, &lines, &[]).0.as_deref(), Some("tampered"), "{what}");
    }
    let cut = &lines[..lines.len() - 1];
    assert_eq!(verified(&scene, cut, &[]).0, None, "an end that was cut off is seen by a head alone");
    assert_eq!(verified(&scene, cut, &["--expect", &head]).0.as_deref(), Some("tampered"));
}

#[test]
fn several_heads_are_each_met_or_not() {
    let (scene, site) = registry();
    let early = head(&scene);
    scene.give(ANN, &site, CY, "user", &[]);
    let late = head(&scene);
    let alone = late.split_once(':').unwrap().1.to_owned();
    fs::write(scene.path("heads"), format!("{early}\n\n{late}\n")).unwrap();
    let run = scene.run(OPS, ["audit", "verify", "--expect", &alone, "--expect-file", "heads"]).done().json();
    let met: Vec<_> = run["expected"].as_array().unwrap().iter().map(|head| head["met"] == true).collect();
    assert_eq!(met, [true; 3]);
    let misnumbered = late.replacen(late.split(':').next().unwrap(), "1", 1);
    let run = scene.run(OPS, ["audit", "verify", "--expect", &early, "--expect", &misnumbered]);
    assert_eq!((run.status, run.code().as_deref()), (10, Some("tampered")));
    assert_eq!((&run.json()["expected"][0]["met"], &run.json()["expected"][1]["met"]), (&true.into(), &false.into()));
    fs::write(scene.path("heads"), "no head\n").unwrap();
    let run = scene.run(OPS, ["audit", "verify", "--expect-file", "heads"]).refused("invalid_value");
    assert_eq!(run.error()["details"]["field"], "expect-file");
}
