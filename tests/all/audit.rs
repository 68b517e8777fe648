//! The audit trail in the hands of somebody who can write the file: every column of every entry changed, entries
//! deleted, swapped, doubled, cut off at the end; and tables changed behind the back of the trail.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Run, Scene};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use sha2::{Digest as _, Sha256};
use std::fs;

/// A house in which most of what there is to do was done.
struct Archive {
    scene: Scene,
    active: String,
    file: Vec<u8>,
    entries: i64,
}

impl Archive {
    fn new() -> Self {
        let scene = Scene::new();
        scene.init();
        let active = scene.active_site("Active", ANN);
        let manager = ["--manage-access", "update", "--contact-update", "view"];
        scene.give(ANN, &active, BOB, "secondary", &manager);
        scene.give(BOB, &active, CY, "user", &["--tools", "downloads", "--expires", "2d", "--note", "for a while"]);
        scene.run(CY, ["access", "add", DEE, "--role", "user"]).refused("manager_only");
        scene.person(DEE);
        let closed = scene.active_site("Closed", ANN);
        scene.confirmed(OPS, ["site", "close", "--site", &closed, "--reason", "over", "--yes"]).done();
        scene.enroll("Sleeping", DEE);
        scene.confirmed("nobody@example.com", ["login", "nobody@example.com"]).refused("sign_in_failed");
        let _ = scene.freeze();
        let file = fs::read(scene.database()).unwrap();
        let entries = scene.rows("SELECT count(*) FROM audit")[0][0].parse().unwrap();
        Self { scene, active, file, entries }
    }

    /// The file as it was, open to somebody without the triggers' leave; the triggers come back at the end.
    fn tamper(&self, action: impl FnOnce(&Connection)) {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.scene.path(&format!("pao.db{ending}")));
        }
        fs::write(self.scene.database(), &self.file).unwrap();
        let conn = Connection::open(self.scene.database()).unwrap();
        conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            .unwrap();
        let mut select = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
        let triggers: Vec<(String, String)> =
            select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
        drop(select);
        conn.execute_batch("BEGIN").unwrap();
        for (name, _) in &triggers {
            conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        action(&conn);
        for (_, text) in &triggers {
            conn.execute_batch(text).unwrap();
        }
        conn.execute_batch("COMMIT").unwrap();
    }

    fn tamper_with(&self, sql: &str) {
        self.tamper(|conn| conn.execute_batch(sql).expect(sql));
    }

    /// What `audit verify` says: it agrees with `first_bad`, on stdout and by its status.
    #[track_caller]
    fn verify(&self, expect: Option<&str>, first_bad: Option<i64>) -> Run {
        let argv = ["audit", "verify"].into_iter().chain(expect.into_iter().flat_map(|head| ["--expect", head]));
        let run = self.scene.run(OPS, argv);
        let verdict = run.json();
        assert_eq!(verdict["first_bad"].as_i64(), first_bad, "{run}");
        let bad = verdict["ok"] == false;
        assert_eq!((run.status, run.code().as_deref()), if bad { (10, Some("tampered")) } else { (0, None) }, "{run}");
        assert!(bad || first_bad.is_none(), "{run}");
        run
    }

    /// Whether `db check` finds something under this name.
    #[track_caller]
    fn checks(&self, name: &str) -> bool {
        let run = self.scene.run(OPS, ["db", "check"]);
        let verdict = run.json();
        let checks = verdict["checks"].as_array().expect("checks");
        let check = checks.iter().find(|check| check["name"] == name).expect(name);
        assert!(check["ok"] == true || run.status == 10, "{run}");
        check["ok"] == false
    }

    /// Changed, and found at `first_bad` by both commands.
    #[track_caller]
    fn found_at(&self, first_bad: i64) {
        self.verify(None, Some(first_bad));
        assert!(self.checks("audit-chain"));
    }

    fn head(&self) -> String {
        let head = self.scene.run(OPS, ["audit", "head"]).done().json();
        format!("{}:{}", head["seq"], head["hash"].as_str().expect("a hash"))
    }
}

const COLUMNS: [&str; 11] =
    ["seq", "at", "person", "actor", "action", "site", "subject", "outcome", "code", "details", "hash"];

/// Other values for a cell: near ones, and those that look alike when they are written one after the other.
fn others(column: &str, value: &Value, entries: i64) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    match value {
        Value::Integer(number) if column == "seq" => vec![Value::Integer(number + entries)],
        Value::Integer(number) => vec![Value::Integer(number + 1), Value::Integer(-number), Value::Null],
        Value::Null if column == "person" => vec![Value::Integer(-1), Value::Integer(0), Value::Integer(1)],
        Value::Null => vec![text(""), text("x")],
        Value::Text(old) => vec![text(&format!("{old} ")), text(&old[1..]), text("")],
        Value::Blob(bytes) => {
            let flipped = |at: usize| {
                let mut bytes = bytes.clone();
                bytes[at] ^= 1;
                Value::Blob(bytes)
            };
            vec![flipped(0), flipped(bytes.len() - 1), Value::Blob(bytes[1..].to_vec())]
        }
        Value::Real(_) => unreachable!("no column holds one"),
    }
}

/// Whether the table takes the value at all: a STRICT column that must not be null.
fn possible(column: &str, value: &Value) -> bool {
    *value != Value::Null || !["seq", "at", "action", "outcome", "details", "hash"].contains(&column)
}

#[test]
fn a_change_to_any_column_of_any_entry_is_found_where_it_is() {
    let archive = Archive::new();
    assert!(archive.entries > 20);
    let (mut tried, mut seen) = (0, std::collections::BTreeSet::new());
    let conn = Connection::open(archive.scene.database()).unwrap();
    let cell = |column: &str, seq: i64| -> Value {
        conn.query_row(&format!("SELECT {column} FROM audit WHERE seq = ?1"), [seq], |row| row.get(0)).unwrap()
    };
    let cells: Vec<(i64, &str, Value)> =
        (1..=archive.entries).flat_map(|seq| COLUMNS.map(|column| (seq, column, cell(column, seq)))).collect();
    drop(conn);
    for (seq, column, value) in cells {
        for other in others(column, &value, archive.entries).into_iter().filter(|other| possible(column, other)) {
            if other == value {
                continue;
            }
            let sql = format!("UPDATE audit SET {column} = ?1 WHERE seq = ?2");
            archive.tamper(|conn| {
                conn.execute(&sql, params_from_iter([other.clone(), Value::Integer(seq)])).expect(&sql);
            });
            // A number that is gone leaves the next entry in the wrong place.
            let moved = if seq == archive.entries { seq + archive.entries } else { seq + 1 };
            archive.verify(None, Some(if column == "seq" { moved } else { seq }));
            tried += 1;
            seen.insert(column);
        }
        if column == "hash" {
            assert!(archive.checks("audit-chain"), "db check after entry {seq}");
        }
    }
    archive.tamper(|_| ());
    assert_eq!(seen.len(), COLUMNS.len());
    assert!(tried > archive.entries * 20, "{tried}");
    archive.verify(None, None);
    assert!(!archive.checks("audit-chain"));
}

#[test]
fn an_entry_that_is_deleted_is_found_at_the_next() {
    let archive = Archive::new();
    for seq in 1..archive.entries {
        archive.tamper_with(&format!("DELETE FROM audit WHERE seq = {seq}"));
        archive.found_at(seq + 1);
    }
    let last = archive.entries;
    archive.tamper_with(&format!(
        "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3 AND seq <= {last}"
    ));
    archive.found_at(3);
}

#[test]
fn entries_that_are_swapped_are_found_at_the_first() {
    let archive = Archive::new();
    for (one, other) in [(1, 2), (2, archive.entries), (5, 6)] {
        archive.tamper_with(&format!(
            "UPDATE audit SET seq = 1000 WHERE seq = {one}; UPDATE audit SET seq = {one} WHERE seq = {other};
             UPDATE audit SET seq = {other} WHERE seq = 1000"
        ));
        archive.found_at(one);
    }
}

#[test]
fn an_entry_that_is_there_twice_is_found_at_the_second() {
    let archive = Archive::new();
    let columns = COLUMNS[1..].join(", ");
    for seq in [1, 4, archive.entries] {
        archive.tamper_with(&format!(
            "UPDATE audit SET seq = -seq - 1 WHERE seq > {seq};
             UPDATE audit SET seq = -seq WHERE seq < 0;
             INSERT INTO audit (seq, {columns}) SELECT {seq} + 1, {columns} FROM audit WHERE seq = {seq}"
        ));
        archive.found_at(seq + 1);
    }
    let next = archive.entries + 1;
    archive
        .tamper_with(&format!("INSERT INTO audit (seq, {columns}) SELECT {next}, {columns} FROM audit WHERE seq = 2"));
    archive.found_at(next);
}

#[test]
fn a_tail_that_is_cut_off_is_found_with_a_head_that_was_kept() {
    let archive = Archive::new();
    let head = archive.head();
    archive.verify(Some(&head), None).done();
    for cut in [1, 2, archive.entries - 1, archive.entries] {
        let left = archive.entries - cut;
        archive.tamper_with(&format!("DELETE FROM audit WHERE seq > {left}"));
        archive.verify(None, None).done();
        assert!(!archive.checks("audit-chain"), "the chain alone cannot tell");
        let run = archive.verify(Some(&head), None);
        assert_eq!((run.status, run.json()["entries"].as_i64()), (10, Some(left)), "{run}");
        let hash = head.split(':').nth(1).unwrap();
        assert_eq!(archive.verify(Some(hash), None).status, 10, "the hash without its number");
    }
}

#[test]
fn a_kept_head_is_good_for_every_later_trail_and_for_no_other() {
    let archive = Archive::new();
    let head = archive.head();
    archive.tamper(|_| ());
    archive.scene.run(OPS, ["access", "list", "--site", &archive.active]).done();
    archive.scene.sign_in(ANN);
    assert_ne!(archive.head(), head);
    archive.verify(Some(&head), None).done();
    let moved = format!("{}:{}", archive.entries - 1, head.split(':').nth(1).unwrap());
    assert_eq!(archive.verify(Some(&moved), None).status, 10, "the right hash at the wrong number");
    let other = Archive::new();
    other.tamper_with("UPDATE registry SET id = randomblob(16)");
    other.found_at(1);
    for nonsense in ["", "12", "1:ff", &"g".repeat(64), &format!("x:{}", "0".repeat(64))] {
        archive.scene.run(OPS, ["audit", "verify", "--expect", nonsense]).refused("invalid_value");
    }
}

/// The hash of an entry as `src/store/audit.rs` describes it, computed by somebody else.
fn recomputed(registry: &[u8], before: &[u8], row: &[Value]) -> Vec<u8> {
    let mut bytes = [b"pao-audit-1", registry, before].concat();
    for (column, value) in COLUMNS.iter().zip(row) {
        match value {
            Value::Integer(number) if *column == "person" => {
                bytes.push(1);
                bytes.extend(number.to_be_bytes());
            }
            Value::Integer(number) => bytes.extend(number.to_be_bytes()),
            Value::Null if *column == "person" => bytes.extend([0; 9]),
            Value::Null => bytes.extend([0xff; 8]),
            Value::Text(text) => {
                bytes.extend((text.len() as u64).to_be_bytes());
                bytes.extend(text.as_bytes());
            }
            Value::Blob(_) | Value::Real(_) => unreachable!("not hashed"),
        }
    }
    Sha256::digest(bytes).to_vec()
}

#[test]
fn the_chain_can_be_recomputed_by_hand() {
    let archive = Archive::new();
    let conn = Connection::open(archive.scene.database()).unwrap();
    let registry: Vec<u8> = conn.query_row("SELECT id FROM registry", [], |row| row.get(0)).unwrap();
    let mut select = conn.prepare(&format!("SELECT {} FROM audit ORDER BY seq", COLUMNS.join(", "))).unwrap();
    let mut rows = select.query([]).unwrap();
    let (mut before, mut read) = (vec![0; 32], 0);
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<Value> = (0..10).map(|column| row.get(column).unwrap()).collect();
        before = recomputed(&registry, &before, &cells);
        assert_eq!(row.get::<_, Vec<u8>>(10).unwrap(), before, "{cells:?}");
        read += 1;
    }
    assert_eq!(read, archive.entries);
}

#[test]
fn what_changed_behind_the_back_of_the_trail_is_found_by_replaying_it() {
    let archive = Archive::new();
    let site = &archive.active;
    let person = |id: &str| archive.scene.rows(&format!("SELECT person FROM person WHERE id = '{id}'"))[0][0].clone();
    let (bob, cy, dee) = (person(BOB), person(CY), person(DEE));
    for (what, sql) in [
        ("a level", format!("UPDATE access SET tools = 3 WHERE person = {cy}")),
        ("a role", format!("UPDATE access SET role = 'secondary', manage_access = 1 WHERE person = {cy}")),
        ("an end date", format!("UPDATE access SET expires_at = expires_at + 86400 WHERE person = {cy}")),
        ("an end date that is gone", format!("UPDATE access SET expires_at = NULL WHERE person = {cy}")),
        ("a giver", format!("UPDATE access SET granted_by = {dee} WHERE person = {cy}")),
        ("an end", format!("UPDATE access SET ended_at = granted_at + 1 WHERE person = {bob}")),
        ("a row that is gone", format!("DELETE FROM access WHERE person = {bob}")),
        (
            "a row that nobody gave",
            format!(
                "INSERT INTO access (site, person, nth, role, tools, reporting, entitlements, documents, manage_access,
                 contact_update, granted_by, granted_at) SELECT site, {dee}, 1, role, tools, 0, 0, 0, 0, 0, {bob}, granted_at
                 FROM access WHERE person = {cy}"
            ),
        ),
        ("a site that was closed", format!("UPDATE site SET status = 'closed', ended_at = activated_at WHERE site = '{site}'")),
        ("a site that was opened", "UPDATE site SET status = 'active', ended_at = NULL WHERE status = 'closed'".to_owned()),
        ("a site that is gone", "DELETE FROM site WHERE status = 'awaiting-primary'".to_owned()),
        (
            "a site that nobody enrolled",
            "INSERT INTO site (site, company, country, program, via, status, enrolled_at)
             VALUES ('12345', 'C', 'DE', 'passport-advantage', 'form', 'awaiting-primary', 0)"
                .to_owned(),
        ),
    ] {
        archive.tamper_with(&sql);
        assert!(archive.checks("audit-replay"), "{what}");
        assert!(!archive.checks("audit-chain"), "{what}: the trail itself is whole");
    }
    archive.tamper(|_| ());
    assert!(!archive.checks("audit-replay"));
}

#[test]
fn an_end_that_pretends_to_be_an_expiry_is_found() {
    let archive = Archive::new();
    for sql in [
        "UPDATE access SET ended_at = granted_at + 60, end_reason = 'expired' WHERE role = 'user'",
        "UPDATE access SET ended_at = granted_at + 60, end_reason = 'expired' WHERE role = 'secondary'",
    ] {
        archive.tamper_with(sql);
        assert!(archive.checks("expired-after-their-end"), "{sql}");
    }
}

#[test]
fn whatever_pao_does_can_be_replayed() {
    let archive = Archive::new();
    let (scene, site) = (&archive.scene, archive.active.as_str());
    scene.advance(3 * DAY);
    for who in [ANN, BOB, CY, DEE, OPS] {
        scene.sign_in(who);
    }
    scene.check();
    let at = |argv: &[&str]| -> Vec<String> {
        argv.iter().chain(&["--site", site]).map(|word| (*word).to_owned()).collect()
    };
    scene.run(BOB, at(&["access", "add", CY, "--role", "user", "--tools", "full"])).done();
    scene.run(BOB, at(&["access", "add", DEE, "--role", "user", "--expires", "1d"])).done();
    scene.check();
    scene.run(ANN, at(&["access", "update", CY, "--reporting", "view"])).done();
    scene.run(ANN, at(&["access", "revoke", BOB, "--grants", &format!("hand-to:{ANN}"), "--yes"])).done();
    scene.check();
    scene.run(CY, at(&["access", "leave", "--yes"])).done();
    scene.advance(2 * DAY);
    scene.sign_in(ANN);
    scene.run(ANN, at(&["access", "add", DEE, "--role", "secondary", "--manage-access", "update"])).done();
    scene.check();
    scene.confirmed(ANN, at(&["contact", "set-primary", DEE, "--former", "user", "--yes"])).done();
    scene.check();
    scene.sign_in(OPS);
    let sleeping = scene.enroll("Withdrawn", BOB);
    scene.confirmed(OPS, ["site", "withdraw", "--site", &sleeping, "--reason", "twice", "--yes"]).done();
    scene.confirmed(OPS, at(&["site", "close", "--reason", "over", "--yes"])).done();
    scene.check();
}

#[test]
fn a_filter_that_can_match_nothing_is_refused() {
    let scene = Scene::new();
    scene.init();
    for (flag, wrong) in [("actor", "nonsense"), ("action", "acces.add")] {
        let run = scene.run(OPS, ["audit", "list", &format!("--{flag}"), wrong]).refused("invalid_value");
        assert_eq!(run.error()["details"]["field"], flag);
    }
    for action in ["init", "access.add", "access add"] {
        scene.run(OPS, ["audit", "list", "--action", action]).done();
    }
}
