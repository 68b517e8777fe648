//! `db check`: SQLite's own checks, every invariant, the audit chain, and every row held against what the trail tells of it.
//!
//! What must hold: a check that finds nothing says so with 0 found; none is skipped in silence, and one that cannot be made
//! because the file cannot be read has found something. Memory stays the same however large the file is.
//!
//! # What would hurt
//! `count(DISTINCT …)`, and a `GROUP BY` along no index: SQLite keeps all of it in memory.
mod replay;
mod sorted;
mod trail;

use crate::error::{Error, Result};
use crate::model::answer::{CheckLine, CheckVerdict};
use crate::model::moment::Moment;
use crate::rules::Code;
use crate::store::invariants::{self, By};
use crate::store::{ReadView, Store, audit, schema};
use replay::Replay;
use rusqlite::Connection;
use std::path::Path;

/// The line about write-ahead logging.
pub const JOURNAL: &str = "journal";

impl Store {
    /// Whether what is acknowledged outlives a power cut: the file was found in write-ahead logging, and is synced in full.
    /// Where nothing can be changed, nothing is acknowledged.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn keeps_what_it_acknowledges(&self) -> Result<bool> {
        if self.medium.is_read_only() {
            return Ok(true);
        }
        let full = self.conn.pragma_query_value(None, "synchronous", |row| Ok(row.get::<_, i64>(0)? == 2))?;
        Ok(full && self.logged_ahead)
    }
}

/// Judges the whole file; whether it keeps what it acknowledges is known already. `made` is called for every check.
///
/// # Errors
/// What SQLite says, but for what is wrong with the file.
pub fn judge(view: ReadView<'_>, keeps: bool, made: impl Fn()) -> Result<CheckVerdict> {
    let conn = view.conn;
    let service: bool = conn.query_row("SELECT service FROM registry", [], |row| row.get(0)).unwrap_or(false);
    let mut checks = Vec::new();
    let mut check = |name: &str, found: i64| {
        checks.push(line(name, found));
        made();
    };
    let whole = found(pragma_rows(conn, "PRAGMA integrity_check", |text| text != "ok"))?;
    check("integrity", whole);
    let linked = found(pragma_rows(conn, "PRAGMA foreign_key_check", |_| true))?;
    check("foreign-keys", linked);
    check(JOURNAL, i64::from(!keeps));
    for invariant in invariants::ALL {
        // SQLite has just judged those of the schema, which is ours, as its fingerprint says.
        let violations = match invariant.by {
            By::Schema if whole == 0 && linked == 0 => Ok(0),
            By::Schema | By::Query => conn.query_row(invariant.violations, [], |row| row.get(0)).map_err(Error::from),
        };
        check(invariant.name, found(violations)?);
    }
    let mut replay = Replay::of(conn)?;
    for (name, found) in trail::pass(view, &mut replay)?.lines {
        check(name, found);
    }
    let (differences, rows) = match replay.compare() {
        Ok(differences) => (Ok(differences.found), differences.named),
        Err(error) => (Err(error), Vec::new()),
    };
    checks.push(CheckLine { rows, ..line("audit-replay", found(differences)?) });
    made();
    let guests = schema::guests(conn)?.into_iter().map(str::to_owned).collect();
    Ok(CheckVerdict { guests, ..verdict(if service { "service" } else { "personal" }, checks) })
}

/// The first rows that are not as the trail tells them.
///
/// # Errors
/// What the file says.
pub fn untold_rows(database: &Path) -> Result<Vec<String>> {
    let mut store = Store::glance(database)?;
    let tx = store.read_at_any_time(Moment::from_seconds(0))?;
    let mut replay = Replay::of(tx.view().conn)?;
    audit::walk(tx.view(), &[], |entry| replay.entry(entry.seq, entry.details))?;
    Ok(replay.compare()?.named)
}

/// The verdict on a file that cannot even be opened, if it is the file's fault.
pub fn unopened(error: &Error) -> Option<CheckVerdict> {
    let name = match error.code {
        Code::Damaged => "integrity",
        Code::Tampered => "schema",
        _ => return None,
    };
    Some(verdict("unknown", vec![line(name, 1)]))
}

fn verdict(mode: &str, checks: Vec<CheckLine>) -> CheckVerdict {
    CheckVerdict {
        ok: checks.iter().all(|check| check.ok),
        mode: mode.to_owned(),
        owner: None,
        reach: None,
        guests: Vec::new(),
        checks,
    }
}

/// What was found; one thing where the file cannot be read.
fn found(read: Result<i64>) -> Result<i64> {
    match read {
        Err(error) if error.code == Code::Damaged => Ok(1),
        read => read,
    }
}

/// One line of the verdict.
pub fn line(name: &str, found: i64) -> CheckLine {
    CheckLine { name: name.to_owned(), ok: found == 0, found, rows: Vec::new() }
}

fn pragma_rows(conn: &Connection, sql: &str, bad: impl Fn(&str) -> bool) -> Result<i64> {
    let mut select = conn.prepare(sql)?;
    let mut rows = select.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        let text: Option<String> = row.get(0)?;
        found += i64::from(bad(&text.unwrap_or_default()));
    }
    Ok(found)
}
