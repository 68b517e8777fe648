//! Every row is as the trail tells it, or `db check` names it: one edit of each covered column, one row put in, one taken out,
//! one letter sent elsewhere; and files of a version that did not tell rows.
//!
//! What must hold: what is edited is taken from the list of the program, which `shape` holds against the schema. So a column
//! that is covered and not compared fails here.
use crate::cast::{Cast, id};
use crate::world::{ANN, BOB, OF_BEFORE, OPS, Scene};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs;
use std::path::Path;

/// A file with rows in every table, and what is told of it.
struct Shelf {
    scene: Scene,
    file: Vec<u8>,
}

/// A table: its name, the covered columns, the others.
type Table = (&'static str, &'static str, &'static str);

fn tables() -> Vec<Table> {
    pao::told_columns().0
}

/// How many columns are the key of a table, by its primary key; a key of numbers has one.
fn key(conn: &Connection, table: &str) -> Vec<String> {
    let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
    conn.prepare(sql).unwrap().query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The values of some columns of a row.
fn values(conn: &Connection, table: &str, columns: &[String], rowid: &str) -> Vec<Value> {
    let sql = format!("SELECT {} FROM {table} {rowid}", columns.join(", "));
    conn.query_row(&sql, [], |row| (0..columns.len()).map(|column| row.get(column)).collect()).unwrap()
}

fn words(table: &str, key: &[Value]) -> String {
    let word = |value: &Value| match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    key.iter().map(word).fold(table.to_owned(), |words, part| words + " " + &part)
}

impl Shelf {
    fn full() -> Self {
        let Cast { scene, .. } = Cast::assemble();
        scene.register("gus@example.com").done();
        scene.run(OPS, ["config", "set", "care.contact", "care@vendor.example"]).done();
        scene.run("nobody", ["account", "recover", "--email", &id("cy")]).done();
        scene.run(OPS, ["config", "set", "mail.transport", "off"]).done();
        scene.run("nobody", ["account", "recover", "--email", &id("dee")]).done();
        scene.run("nobody", ["account", "recover", "--email", &id("bob")]).done();
        scene.check();
        let _ = scene.freeze();
        let file = fs::read(scene.database()).unwrap();
        Self { scene, file }
    }

    /// The file with an edit, made without any rule in the way; the schema is the same afterwards.
    fn edited(&self, edit: impl FnOnce(&Connection)) {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.scene.path(&format!("pao.db{ending}")));
        }
        fs::write(self.scene.database(), &self.file).unwrap();
        let conn = Connection::open(self.scene.database()).unwrap();
        let off = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF";
        conn.execute_batch(off).unwrap();
        let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let triggers: Vec<(String, String)> = conn
            .prepare(triggers)
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for (name, _) in &triggers {
            conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        edit(&conn);
        for (_, sql) in &triggers {
            conn.execute_batch(sql).unwrap();
        }
    }

    /// Whether the row is named after the edit. Without its own row the file cannot even be opened, which says it too.
    fn named(&self, row: &str) -> bool {
        match pao::untold_rows(&self.scene.database()) {
            Ok(rows) => rows.iter().any(|named| named == row),
            Err(_) => row.starts_with("registry"),
        }
    }

    fn nothing_is_named(&self) -> bool {
        pao::untold_rows(&self.scene.database()).unwrap().is_empty()
    }
}

/// Another value of the same type.
fn other(column: &str) -> String {
    format!(
        "CASE typeof({column}) WHEN 'text' THEN {column} || 'x' WHEN 'blob' THEN zeroblob(length({column})) ELSE {column} + 700 END"
    )
}

/// The same for a column that is null in the row: what its type takes.
fn some(conn: &Connection, table: &str, column: &str) -> &'static str {
    let sql = "SELECT type FROM pragma_table_info(?1) WHERE name = ?2";
    match conn.query_row(sql, [table, column], |row| row.get::<_, String>(0)).unwrap().as_str() {
        "TEXT" => "'x'",
        "BLOB" => "x'00'",
        _ => "7",
    }
}

#[test]
fn an_edit_of_every_covered_column_is_named() {
    let shelf = Shelf::full();
    let mut count = 0;
    for (table, covered, _) in tables() {
        for column in covered.split(", ") {
            let mut row = String::new();
            shelf.edited(|conn| {
                let key = key(conn, table);
                let first = values(conn, table, &key, "LIMIT 1");
                let mark =
                    key.iter().zip(1..).map(|(name, at)| format!("{name} = ?{at}")).collect::<Vec<_>>().join(" AND ");
                let is_null = format!("SELECT {column} IS NULL FROM {table} WHERE {mark}");
                let values = || rusqlite::params_from_iter(&first);
                let is_null: bool = conn.query_row(&is_null, values(), |row| row.get(0)).unwrap();
                let value = if is_null { some(conn, table, column).to_owned() } else { other(column) };
                let edit = format!("UPDATE {table} SET {column} = {value} WHERE {mark}");
                assert_eq!(conn.execute(&edit, values()).expect(&edit), 1, "{edit}");
                row = words(table, &first);
            });
            // A row under another key is one that nobody told of; that the one before it went may be without a word.
            let moved = pao::untold_rows(&shelf.scene.database()).unwrap_or_default();
            let moved = moved.iter().any(|named| named.starts_with(&format!("{table} ")) && *named != row);
            assert!(shelf.named(&row) || moved, "{table}.{column} of {row}");
            count += 1;
        }
    }
    assert!(count > 110, "{count}");
}

#[test]
fn counters_are_not_told() {
    let shelf = Shelf::full();
    for (table, _, others) in tables() {
        for column in others.split(", ").filter(|column| !column.is_empty()) {
            shelf.edited(|conn| {
                conn.execute_batch(&format!("UPDATE {table} SET {column} = coalesce({column}, 0) + 1")).unwrap();
            });
            assert!(shelf.nothing_is_named(), "{table}.{column}");
        }
    }
}

/// What another row of the table differs in: its key, and what cannot be there twice.
const ANOTHER: &[(&str, &str, &str)] = &[
    ("registry", "one = 2", "registry 2"),
    ("setting", "key = 'policy.password-min'", "setting policy.password-min"),
    ("person", "person = 999, id = 'x@example.com', email = 'x@example.com'", "person 999"),
    ("registration", "registration = 999", "registration 999"),
    ("sign_in", "sign_in = 999, token = zeroblob(32)", "sign_in 999"),
    ("site", "site = '1234567'", "site 1234567"),
    ("contact", "type = 'media'", "contact 7000017 media"),
    ("passcode", "passcode = 999, state = 'superseded'", "passcode 999"),
    ("access", "nth = 99, ended_at = 9999999999", "access 7000017 5 99"),
    ("nomination", "nomination = 999, status = 'withdrawn'", "nomination 999"),
    ("entitlement", "entitlement = 999", "entitlement 999"),
    ("provider", "provider = 'another'", "provider another"),
    ("provision", "request = 999", "provision 999"),
    ("provision_domain", "nth = 99, domain = 'x.example', held = 0", "provision_domain 1 99"),
    ("provision_provider", "provider = 'yahoo'", "provision_provider 1 yahoo"),
    ("code", "code = 999, state = 'spent'", "code 999"),
    ("token", "token = 999, hash = zeroblob(32)", "token 999"),
];

#[test]
fn a_row_that_was_put_in_or_taken_out_is_named() {
    let shelf = Shelf::full();
    let listed: Vec<&str> = ANOTHER.iter().map(|(table, ..)| *table).collect();
    assert_eq!(listed, tables().iter().map(|(table, ..)| *table).collect::<Vec<_>>());
    for (table, changes, row) in ANOTHER {
        shelf.edited(|conn| {
            let put_in = format!(
                "CREATE TEMP TABLE copied AS SELECT * FROM {table} LIMIT 1; UPDATE copied SET {changes};
                 INSERT INTO {table} SELECT * FROM copied"
            );
            conn.execute_batch(&put_in).expect(&put_in);
        });
        assert!(shelf.named(row), "{row} was put in: {:?}", pao::untold_rows(&shelf.scene.database()));
        let mut gone = String::new();
        shelf.edited(|conn| {
            let key = key(conn, table);
            let first = values(conn, table, &key, "LIMIT 1");
            gone = words(table, &first);
            let mark =
                key.iter().zip(1..).map(|(name, at)| format!("{name} = ?{at}")).collect::<Vec<_>>().join(" AND ");
            let take_out = format!("DELETE FROM {table} WHERE {mark}");
            assert_eq!(conn.execute(&take_out, rusqlite::params_from_iter(&first)).unwrap(), 1);
        });
        // What outlives its time is swept away by whoever comes by.
        let may_vanish = ["registration", "sign_in"].contains(table);
        assert_ne!(shelf.named(&gone), may_vanish, "{gone} was taken out");
    }
}

#[test]
fn a_letter_that_waits_is_the_one_that_was_queued() {
    let shelf = Shelf::full();
    let waiting = shelf.scene.rows("SELECT message FROM message WHERE state = 'queued' ORDER BY message")[0][0].clone();
    let (row, one) = (format!("message {waiting}"), format!("message = {waiting}"));
    for change in
        ["recipient = 'mallory@example.net'", "kind = 'welcome'", "site = '7000017'", "facts = '{}'", "message = 999"]
    {
        let row = if change == "message = 999" { "message 999" } else { &row };
        for state in ["queued", "failed"] {
            shelf.edited(|conn| {
                let failed = format!("UPDATE message SET state = '{state}', secret = NULL, {change} WHERE {one}");
                conn.execute_batch(&failed).expect(&failed);
            });
            assert!(shelf.named(row), "{state}: {change}");
        }
    }
    shelf.edited(|conn| {
        let put_in = "INSERT INTO message (entry, kind, recipient, facts, state, created_at, next_at)
                      SELECT entry, kind, 'mallory@example.net', facts, 'queued', created_at, next_at FROM message LIMIT 1";
        conn.execute_batch(put_in).unwrap();
    });
    let newest = shelf.scene.rows("SELECT max(message) FROM message")[0][0].clone();
    assert!(shelf.named(&format!("message {newest}")), "one that nobody queued");
    // Where one has gone, nothing more is to be had.
    shelf.edited(|conn| conn.execute_batch("UPDATE message SET attempts = attempts + 1").unwrap());
    assert!(shelf.nothing_is_named());
}

#[test]
fn db_check_names_ten_rows_at_most_and_counts_them_all() {
    let shelf = Shelf::full();
    shelf.edited(|conn| conn.execute_batch("UPDATE person SET first_name = 'Mallory'").unwrap());
    let run = shelf.scene.run(OPS, ["db", "check"]);
    let verdict = run.json();
    let line = verdict["checks"].as_array().unwrap().iter().find(|line| line["name"] == "audit-replay").unwrap();
    let people: i64 = shelf.scene.rows("SELECT count(*) FROM person")[0][0].parse().unwrap();
    assert_eq!((run.status, &line["found"], &line["ok"]), (10, &people.into(), &false.into()), "{run}");
    let named: Vec<String> = (1..=10).map(|person| format!("person {person}")).collect();
    assert_eq!(line["rows"], serde_json::json!(named));
    let said = shelf.scene.prose(OPS, ["db", "check"]);
    assert!(said.out.contains("Not as the audit trail tells it: person 1, person 2"), "{said}");
}

/// Makes a file one of the version that did not tell rows, as far as its tables and its version show; with an edit of then.
fn make_old(file: &Path) {
    let conn = Connection::open(file).unwrap();
    conn.execute_batch("UPDATE person SET first_name = 'Found' WHERE person = 2").unwrap();
    conn.execute_batch(OF_BEFORE).unwrap();
}

fn version(scene: &Scene) -> String {
    scene.rows("PRAGMA user_version")[0][0].clone()
}

#[test]
fn a_file_of_an_older_version_is_told_as_it_is_found() {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.person(BOB);
    scene.run(OPS, ["config", "set", "mail.transport", "off"]).done();
    scene.give(ANN, &site, BOB, "user", &[]);
    let _ = scene.freeze();
    let old = scene.path("old.db");
    fs::copy(scene.database(), &old).unwrap();
    make_old(&old);
    fs::copy(&old, scene.database()).unwrap();

    let before = scene.dump(&[]);
    let tried = scene.run("nobody", ["db", "migrate", "--dry-run"]).done().json();
    assert_eq!((scene.dump(&[]), version(&scene)), (before, "6".to_owned()), "the dry run changed something");
    let done = scene.run("nobody", ["db", "migrate"]).done().json();
    assert_eq!((&done["from"], &done["to"], &done["changed"]), (&6.into(), &7.into(), &true.into()));
    assert_eq!((&tried["rows"], &tried["changed"]), (&done["rows"], &true.into()));
    assert!(done["rows"].as_i64().unwrap() > 15, "{done}");
    assert_eq!((version(&scene).as_str(), scene.last_entry().as_str()), ("7", "db.migrate done"));
    assert_eq!(pao::untold_rows(&scene.database()).unwrap(), [""; 0]);
    scene.check();
    let again = scene.run("nobody", ["db", "migrate"]).done().json();
    assert_eq!((&again["from"], &again["changed"], &again["rows"]), (&7.into(), &false.into(), &0.into()));

    // The next command does the same by itself, and the same file gets the same entries.
    let head = scene.prose("nobody", ["audit", "head"]).done().out;
    assert_eq!(scene.prose("nobody", ["audit", "head", "--db", "old.db"]).done().out, head);

    // From here on an edit is seen, and a letter that waits.
    let edit = "UPDATE person SET first_name = 'Mallory' WHERE person = 2;
                UPDATE message SET recipient = 'mallory@example.net' WHERE state = 'queued'";
    Connection::open(scene.database()).unwrap().execute_batch(edit).unwrap();
    let named = pao::untold_rows(&scene.database()).unwrap();
    assert!(named.len() >= 2 && named[0] == "person 2" && named[1].starts_with("message "), "{named:?}");
}

#[test]
fn a_copy_of_an_older_version_is_restored() {
    let scene = Scene::new();
    scene.init();
    scene.person(ANN);
    scene.run("nobody", ["db", "backup", "copy.db"]).done();
    make_old(&scene.path("copy.db"));
    scene.person(BOB);
    scene.run("nobody", ["db", "restore", "copy.db", "--older", "--yes"]).done();
    assert_eq!(scene.rows("SELECT first_name FROM person WHERE person = 2"), [["Found"]]);
    assert_eq!(pao::untold_rows(&scene.database()).unwrap(), [""; 0]);
    scene.check();
}

#[test]
fn rows_that_find_no_room_in_an_entry_follow_in_others() {
    let scene = Scene::new();
    scene.init();
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
                INSERT INTO registration (email, first_name, last_name, country, password, question, answer, code, registered_at, expires_at)
                SELECT i || '@example.com', 'A', 'B', 'DE', '$argon2id$v=19$x', 'q', '$argon2id$v=19$x', '$argon2id$v=19$x', 1, 2 FROM n";
    Connection::open(scene.database()).unwrap().execute_batch(many).unwrap();
    scene.run(OPS, ["maintain"]).done();
    let told = "SELECT json_array_length(details, '$.rows') FROM audit WHERE action = 'maintain' ORDER BY seq";
    assert_eq!(scene.rows(told), [["1000"], ["1000"], ["500"]]);
    scene.check();
}

#[test]
fn managers_of_a_site_see_no_digests() {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "user", &[]);
    let entry = scene.rows("SELECT max(seq) FROM audit WHERE action = 'access.add'")[0][0].clone();
    let stored = scene.rows(&format!("SELECT details FROM audit WHERE seq = {entry}"))[0][0].clone();
    assert!(stored.contains("\"letters\":\"") && stored.contains("\"rows\":[\"access "), "{stored}");
    for (who, sees) in [(OPS, true), (ANN, false)] {
        let list = scene.run(who, ["audit", "list", "--site", &site]).done().out;
        let show = scene.run(who, ["audit", "show", &entry]).done().out;
        for said in [&list, &show] {
            assert!(said.contains("\"effects\""), "{said}");
            assert_eq!((said.contains("\"rows\""), said.contains("\"letters\"")), (sees, sees), "{who}: {said}");
        }
        assert_eq!(scene.prose(who, ["audit", "show", &entry]).done().out.contains("rows: access"), sees);
    }
    // In a registry of one's own whoever reads the file may see all of it; of a shared one, tests/all/service.rs tells.
    assert!(scene.prose(ANN, ["audit", "export", "--site", &site]).done().out.contains("\"rows\""));
}
