//! The audit trail, as it is listed.
use crate::error::Result;
use crate::model::answer::AuditEntry;
use crate::model::head::hex;
use crate::model::moment::Moment;
use crate::store::ReadView;
use rusqlite::{OptionalExtension as _, Row};
use std::fmt::Write as _;

const ENTRY: &str = "SELECT seq, at, actor, action, site, subject, outcome, code, details, hash FROM audit";

/// Which entries a list is about.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub site: Option<String>,
    pub actor: Option<String>,
    /// Who stood behind it, as in `ssh:NAME`.
    pub via: Option<String>,
    pub action: Option<String>,
    pub since: Option<Moment>,
    pub until: Option<Moment>,
    /// Only numbers after this one; of a list that begins with the newest, before it.
    pub after: i64,
    pub limit: Option<i64>,
    pub newest: bool,
}

fn entry(row: &Row<'_>) -> rusqlite::Result<AuditEntry> {
    let (details, hash): (String, Vec<u8>) = (row.get(8)?, row.get(9)?);
    Ok(AuditEntry {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        action: row.get(3)?,
        site: row.get(4)?,
        subject: row.get(5)?,
        outcome: row.get(6)?,
        code: row.get(7)?,
        details: serde_json::from_str(&details).unwrap_or_default(),
        hash: hex(&hash),
    })
}

/// Hands every entry of the filter to `row`, by number.
///
/// # Errors
/// What SQLite says.
pub fn list(view: ReadView<'_>, filter: &Filter, mut row: impl FnMut(AuditEntry) -> Result<()>) -> Result<()> {
    let (after, order) = match (filter.newest, filter.after) {
        (false, _) => ("seq > ?1", "seq"),
        // Nothing was named: from the last on.
        (true, 0) => ("?1 = 0", "seq DESC"),
        (true, _) => ("seq < ?1", "seq DESC"),
    };
    let mut sql = format!("{ENTRY} WHERE {after}");
    if filter.site.is_some() {
        sql.push_str(" AND site = ?2");
    }
    let _ = write!(
        sql,
        " AND (?3 IS NULL OR actor = ?3) AND (?4 IS NULL OR action = ?4)
          AND (?5 IS NULL OR at >= ?5) AND (?6 IS NULL OR at <= ?6)
          AND (?8 IS NULL OR json_extract(details, '$.via') = ?8) ORDER BY {order} LIMIT ?7"
    );
    let mut select = view.conn.prepare(&sql)?;
    let values: [&dyn rusqlite::ToSql; 8] = [
        &filter.after,
        &filter.site,
        &filter.actor,
        &filter.action,
        &filter.since,
        &filter.until,
        &filter.limit.unwrap_or(-1),
        &filter.via,
    ];
    for (index, value) in values.iter().enumerate() {
        select.raw_bind_parameter(index + 1, value)?;
    }
    let mut rows = select.raw_query();
    while let Some(next) = rows.next()? {
        row(entry(next)?)?;
    }
    Ok(())
}

/// One entry.
///
/// # Errors
/// What SQLite says.
pub fn numbered(view: ReadView<'_>, seq: i64) -> Result<Option<AuditEntry>> {
    Ok(view.conn.query_row(&format!("{ENTRY} WHERE seq = ?1"), [seq], entry).optional()?)
}
