//! Access as it was: the intervals of one person, and who is different between two moments.
//!
//! What must hold: a row past its end date counts as ended, whether or not `maintain` has closed it.
use crate::error::Result;
use crate::model::answer::Access;
use crate::model::email::Address;
use crate::model::many::{Became, Difference, Interval};
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::tree::Member;
use crate::store::ReadView;
use crate::store::query::access::{COLUMNS, FROM, shown};
use crate::store::query::current::{current, current_then};
use rusqlite::OptionalExtension as _;

/// Whoever has this ID; where it was closed and not taken again, whoever had it last.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn ever_with_id(view: ReadView<'_>, id: &Address) -> Result<Option<PersonNo>> {
    let sql = "SELECT person FROM (SELECT person, closed_at FROM person WHERE id = ?1 AND closed_at IS NULL
                 UNION ALL SELECT person, closed_at FROM person WHERE id = ?1 AND closed_at IS NOT NULL)
               ORDER BY closed_at IS NULL DESC, person DESC LIMIT 1";
    Ok(view.conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// The intervals of a person at a site, oldest first, from the one after `after`.
pub fn intervals(
    view: ReadView<'_>,
    site: &SiteNumber,
    person: PersonNo,
    after: i64,
    limit: Option<i64>,
) -> Result<Vec<Interval>> {
    let sql = format!(
        "SELECT {COLUMNS}, nth, ended_at, ender.id, end_reason {FROM} LEFT JOIN person AS ender ON ender.person = ended_by
         WHERE access.site = ?1 AND access.person = ?2 AND nth > ?3 ORDER BY nth LIMIT ?4"
    );
    let mut select = view.conn.prepare_cached(&sql)?;
    let rows = select.query_map((site, person, after, limit.unwrap_or(-1)), |row| {
        let access = shown(row)?;
        let (ended_at, end_reason): (Option<Moment>, Option<String>) = (row.get(17)?, row.get(19)?);
        let lapsed = access.expires_at.filter(|at| ended_at.is_none() && *at < view.at).map(|at| at.plus(1));
        Ok(Interval {
            interval: row.get(16)?,
            access,
            ended_at: ended_at.or(lapsed),
            ended_by: row.get(18)?,
            end_reason: end_reason.or_else(|| lapsed.map(|_| "expired".to_owned())),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What somebody held at a moment.
fn at(view: ReadView<'_>, site: &SiteNumber, person: PersonNo, at: Moment) -> Result<Option<Access>> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE access.site = ?1 AND access.person = ?2 AND {}",
        current_then!("access" at "?3")
    );
    Ok(view.conn.prepare_cached(&sql)?.query_row((site, person, at), shown).optional()?)
}

/// Two moments, and which part of the list between them.
#[derive(Debug, Clone)]
pub struct Span {
    pub from: Moment,
    pub to: Moment,
    /// Only IDs after this one.
    pub after: Option<String>,
    pub limit: Option<i64>,
}

/// People for whom something began or ended in between; whether it made a difference is asked afterwards.
const TOUCHED: &str = "SELECT DISTINCT id, access.person FROM access JOIN person ON person.person = access.person
 WHERE access.site = ?1 AND id > ?4 AND ((granted_at > ?2 AND granted_at <= ?3) OR (ended_at > ?2 AND ended_at <= ?3)
  OR (expires_at >= ?2 AND expires_at < ?3)) ORDER BY id, access.person";

/// Hands to `row` everybody whose access is different, by ID.
pub fn differences(
    view: ReadView<'_>,
    site: &SiteNumber,
    span: &Span,
    mut row: impl FnMut(Difference) -> Result<()>,
) -> Result<()> {
    let mut select = view.conn.prepare(TOUCHED)?;
    let mut rows = select.query((site, span.from, span.to, span.after.as_deref().unwrap_or("")))?;
    let mut left = span.limit.unwrap_or(i64::MAX);
    while let Some(next) = rows.next()? {
        let (id, person) = (next.get(0)?, next.get(1)?);
        let (before, after) = (at(view, site, person, span.from)?, at(view, site, person, span.to)?);
        let Some(change) = became(before.as_ref(), after.as_ref()) else { continue };
        if left == 0 {
            break;
        }
        left -= 1;
        row(Difference { id, change, before, after })?;
    }
    Ok(())
}

/// Nothing where the same is held: role, privileges, end date and note.
fn became(before: Option<&Access>, after: Option<&Access>) -> Option<Became> {
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(Became::Added),
        (Some(_), None) => Some(Became::Removed),
        (Some(before), Some(after)) => {
            let terms = |held: &Access| (held.role, held.privileges, held.expires_at, held.note.clone());
            (terms(before) != terms(after)).then_some(Became::Changed)
        }
    }
}

/// Everybody who has access, with who gave it, by ID.
pub fn members(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<Member>> {
    let mut select = view.conn.prepare(concat!(
        "SELECT person.id, role, giver.id FROM access JOIN person ON person.person = access.person
         LEFT JOIN person AS giver ON giver.person = granted_by
         WHERE access.site = ?1 AND ",
        current!("access" at "?2"),
        " ORDER BY person.id"
    ))?;
    let rows = select
        .query_map((site, view.at), |row| Ok(Member { id: row.get(0)?, role: row.get(1)?, granted_by: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
