//! How SQLite goes about every statement of the program: no table that grows is read from end to end, but where that is the work.
//!
//! The statements are the texts in `src/store` that begin as SQL does, with the constants that they name put in place.
use crate::shape::files;
use crate::world::{ANN, BOB, Scene};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Tables that do not grow with the people, the sites and what they do.
const FEW: &[&str] = &["registry", "setting", "provider"];

/// Files whose statements look at every row, since that is what `db check`, `db stats` and `db accept-time` are for.
const CHECKS: &[&str] = &["invariants.rs", "replay.rs", "stats.rs", "accept_time.rs"];

/// Statements that read a whole table, by the file in which they stand, with the table; and why that is the work.
const WHOLE: &[(&str, &str, &str)] = &[
    ("walk.rs", "audit", "`audit verify` recomputes the whole chain"),
    ("maintenance.rs", "registration", "a registration lives for a day; `maintain` purges"),
    ("maintenance.rs", "sign_in", "a sign-in lives for eight hours; `maintain` purges"),
    ("clock.rs", "audit", "`db accept-time` counts the entries that are later than now"),
    ("restore.rs", "token", "`db restore` ends every one"),
    ("people.rs", "registration", "a registration lives for a day"),
    ("people.rs", "sign_in", "a sign-in lives for eight hours"),
    ("due.rs", "message", "once in a run of `maintain`"),
    ("meant.rs", "site", "not where there are many"),
    ("meant.rs", "person", "not where there are many"),
];

/// Indexes that have few rows, however much there is: what waits, and what is good for a while.
const SMALL: &[&str] = &["message_queued", "provision_open", "passcode_live", "code_tag", "person_operator"];

/// The code with every condition on current access written out, as the compiler does it; joined to the text around it.
fn expanded(code: &str) -> String {
    let macros = fs::read_to_string("src/store/query/current.rs").unwrap();
    let mut code = code.to_owned();
    for name in ["current", "current_then"] {
        let body = macros.split_once(&format!("macro_rules! {name} {{")).unwrap().1.split_once("concat!(").unwrap().1;
        let pieces = body.split_once(")\n").unwrap().0;
        while let Some((before, call)) = code.split_once(&format!("{name}!(\"")) {
            let (row, rest) = call.split_once("\" at \"").unwrap();
            let (moment, after) = rest.split_once("\")").unwrap();
            let condition: String = pieces
                .split('"')
                .enumerate()
                .map(|(nth, piece)| match (nth % 2, piece) {
                    (1, text) => text,
                    (_, name) if name.contains("$row") => row,
                    (_, name) if name.contains('$') => moment,
                    _ => "",
                })
                .collect();
            let before = before.trim_end().strip_suffix(',').map_or(before, str::trim_end);
            let after = after.trim_start().strip_prefix(',').map_or(after, str::trim_start);
            let before = match before.strip_suffix('"') {
                Some(text) => text.strip_suffix("{}").unwrap_or(text).to_owned(),
                None => format!("{before} \""),
            };
            let after = after.strip_prefix('"').map_or(format!("\" {after}"), str::to_owned);
            code = format!("{before}{condition}{after}");
        }
    }
    code
}

/// The texts of a source file up to its tests, without their quotes. Escapes are those that SQL of ours has.
fn texts(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let (mut texts, mut rest) = (Vec::new(), code);
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (sign, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        if sign == b'/' {
            rest = if after.starts_with('/') { after.split_once('\n').map_or("", |(_, next)| next) } else { after };
            continue;
        }
        if sign == b'\'' {
            // A letter, or the name of a lifetime.
            rest = if after.as_bytes().get(1) == Some(&b'\'') {
                &after[2..]
            } else {
                after.strip_prefix("\\\"'").unwrap_or(after)
            };
            continue;
        }
        let mut end = 0;
        while after.as_bytes().get(end).is_some_and(|byte| *byte != b'"') {
            end += if after.as_bytes()[end] == b'\\' { 2 } else { 1 };
        }
        if end >= after.len() {
            break;
        }
        texts.push(after[..end].replace("\\\"", "\"").replace("\\\n", " ").replace("\\n", "\n"));
        rest = &after[end + 1..];
    }
    texts
}

fn is_sql(text: &str) -> bool {
    // An INSERT tells the plan of foreign keys that were broken before, too.
    ["SELECT ", "WITH ", "UPDATE ", "DELETE "].iter().any(|begin| text.trim_start().starts_with(begin))
}

/// The constants of a file that are texts.
fn constants(code: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for piece in code.split("const ").skip(1) {
        let Some((name, value)) = piece.split_once(": &str =") else { continue };
        if let Some(text) = texts(value).into_iter().next()
            && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_')
        {
            found.insert(name.to_owned(), text);
        }
    }
    found
}

/// A statement, behind the file in which it stands.
type Statement = (PathBuf, String);

/// Every statement; and those in which something stands that only a run puts there.
fn statements() -> (Vec<Statement>, Vec<Statement>) {
    let mut paths = Vec::new();
    files(Path::new("src/store"), &["rs"], &mut paths);
    paths.retain(|path| !CHECKS.iter().any(|check| path.ends_with(check)));
    paths.sort();
    let codes: Vec<(PathBuf, String)> =
        paths.into_iter().map(|path| (path.clone(), expanded(&fs::read_to_string(path).unwrap()))).collect();
    let everywhere: BTreeMap<String, String> = codes.iter().flat_map(|(_, code)| constants(code)).collect();
    let (mut whole, mut open) = (Vec::new(), Vec::new());
    for (path, code) in &codes {
        let own = constants(code);
        for text in texts(code) {
            let mut sql = text;
            for _ in 0..3 {
                for (name, value) in own.iter().chain(&everywhere) {
                    sql = sql.replace(&format!("{{{name}}}"), value);
                }
            }
            if is_sql(&sql) {
                if sql.contains('{') { &mut open } else { &mut whole }.push((path.clone(), sql));
            }
        }
    }
    (whole, open)
}

/// The tables that a statement reads from end to end. One that is read along an index, and ends with the rows that are wanted, is not.
fn scanned(conn: &Connection, sql: &str) -> rusqlite::Result<BTreeSet<String>> {
    let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let mut rows = explain.raw_query();
    let mut tables = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let words: String = row.get(3)?;
        if let Some(rest) = words.strip_prefix("SCAN ") {
            let table = rest.split(' ').next().unwrap_or_default();
            let is_small = SMALL.iter().any(|index| rest.ends_with(index));
            let is_bounded =
                is_small || (rest.contains("USING") || sql.contains("ORDER BY seq DESC")) && sql.contains("LIMIT");
            if is_table(conn, table)? && !FEW.contains(&table) && !is_bounded {
                tables.insert(format!("{table}: {words}"));
            }
        }
    }
    Ok(tables)
}

fn is_table(conn: &Connection, name: &str) -> rusqlite::Result<bool> {
    conn.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)", [name], |row| {
        row.get(0)
    })
}

#[test]
fn no_statement_reads_a_table_that_grows_from_end_to_end() {
    let scene = Scene::new();
    scene.init();
    scene.person(ANN);
    scene.person(BOB);
    let conn = Connection::open(scene.database()).unwrap();
    let (whole, open) = statements();
    assert!(whole.len() > 150 && open.len() < 20, "{} statements, {} open: {open:#?}", whole.len(), open.len());
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for (path, sql) in &whole {
        // A piece that others begin with is no statement by itself.
        let is_piece =
            !sql.contains("WHERE") || whole.iter().any(|(_, other)| other.len() > sql.len() && other.starts_with(sql));
        let tables = scanned(&conn, sql).unwrap_or_else(|error| panic!("{}: {error}\n{sql}", path.display()));
        if is_piece && !path.ends_with("walk.rs") {
            continue;
        }
        for table in tables {
            let name = table.split(':').next().unwrap();
            let allowed = WHOLE.iter().position(|(file, known, _)| path.ends_with(file) && *known == name);
            match allowed {
                Some(place) => drop(used.insert(place)),
                None => wrong.push(format!("{}: {table}\n    {sql}", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(used.len(), WHOLE.len(), "an exception is not needed any more");
}

#[test]
fn a_scan_is_seen() {
    let scene = Scene::new();
    scene.init();
    let conn = Connection::open(scene.database()).unwrap();
    assert!(!scanned(&conn, "SELECT * FROM person WHERE first_name = 'Ann'").unwrap().is_empty());
    assert!(scanned(&conn, "SELECT * FROM person WHERE person = 1").unwrap().is_empty());
}
