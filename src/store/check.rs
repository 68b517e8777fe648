//! `db check`: SQLite's own checks, every invariant as a query, the audit chain, and the trail replayed against the
//! tables.
//!
//! What must hold: a check that finds nothing says so with 0 found; none is skipped in silence, and one that cannot be made
//! because the file cannot be read has found something.
use crate::error::{Error, Result};
use crate::model::answer::{CheckLine, CheckVerdict};
use crate::rules::Code;
use crate::store::{ReadView, Store, audit, invariants, schema};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeMap;

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
    check("integrity", found(pragma_rows(conn, "PRAGMA integrity_check", |text| text != "ok"))?);
    check("foreign-keys", found(pragma_rows(conn, "PRAGMA foreign_key_check", |_| true))?);
    check(JOURNAL, i64::from(!keeps));
    for invariant in invariants::ALL {
        let violations = conn.query_row(invariant.violations, [], |row| row.get(0));
        check(invariant.name, found(violations.map_err(Error::from))?);
    }
    let chain = audit::verify(view, &[], || ()).map(|chain| i64::from(chain.first_bad.is_some()));
    check("audit-chain", found(chain)?);
    check("audit-replay", found(replay(conn))?);
    let guests = schema::guests(conn)?.into_iter().map(str::to_owned).collect();
    Ok(CheckVerdict { guests, ..verdict(if service { "service" } else { "personal" }, checks) })
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
    CheckLine { name: name.to_owned(), ok: found == 0, found }
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

/// Who holds what, as the trail tells it: site and person, to role, ranks, giver and end.
type Holdings = BTreeMap<(String, i64), String>;

/// Folds the effects of the trail and counts the differences to the tables.
fn replay(conn: &Connection) -> Result<i64> {
    let (told, sites) = told(conn)?;
    let mut differences = 0;
    let mut held = Holdings::new();
    let mut select = conn.prepare(
        "SELECT site, person, role, json_array(tools, reporting, entitlements, documents, manage_access, contact_update),
         granted_by, expires_at FROM access WHERE (ended_at IS NULL OR (end_reason = 'expired' AND ended_by IS NULL))
         AND NOT EXISTS (SELECT 1 FROM access AS later WHERE later.site = access.site AND later.person = access.person
                         AND later.nth > access.nth)",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (role, ranks): (String, String) = (row.get(2)?, row.get(3)?);
        let (by, until): (Option<i64>, Option<i64>) = (row.get(4)?, row.get(5)?);
        held.insert((row.get(0)?, row.get(1)?), format!("{role} {ranks} {by:?} {until:?}"));
    }
    differences += told.iter().filter(|(key, value)| held.get(*key) != Some(*value)).count();
    differences += held.keys().filter(|key| !told.contains_key(*key)).count();
    let mut select = conn.prepare("SELECT site, status FROM site")?;
    let mut rows = select.query([])?;
    let mut seen = 0;
    while let Some(row) = rows.next()? {
        let (site, status): (String, String) = (row.get(0)?, row.get(1)?);
        seen += 1;
        differences += usize::from(sites.get(&site) != Some(&status));
    }
    differences += sites.len().saturating_sub(seen);
    Ok(i64::try_from(differences).unwrap_or(i64::MAX))
}

/// What the effects in the trail add up to.
fn told(conn: &Connection) -> Result<(Holdings, BTreeMap<String, String>)> {
    let (mut holdings, mut sites) = (Holdings::new(), BTreeMap::new());
    let mut select = conn.prepare(
        "SELECT details FROM audit WHERE outcome = 'done' AND instr(details, '\"effects\"') > 0 ORDER BY seq",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let details: Value = serde_json::from_str(row.get_ref(0)?.as_str().unwrap_or_default()).unwrap_or_default();
        for effect in details["effects"].as_array().into_iter().flatten() {
            let site = effect["site"].as_str().unwrap_or_default().to_owned();
            if let Some(status) = effect["status"].as_str() {
                sites.insert(site, status.to_owned());
                continue;
            }
            let key = (site, effect["person"].as_i64().unwrap_or_default());
            match effect["role"].as_str() {
                None => holdings.remove(&key),
                Some(role) => {
                    let (by, until) = (effect["by"].as_i64(), effect["expires"].as_i64());
                    holdings.insert(key, format!("{role} {} {by:?} {until:?}", effect["levels"]))
                }
            };
        }
    }
    Ok((holdings, sites))
}
