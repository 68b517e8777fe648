//! People as an import of access finds them: each with the last interval of theirs at the site, in one look.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::standing::{Grant, Person};
use crate::store::ReadView;
use crate::store::columns::levels;
use rusqlite::{OptionalExtension as _, Row};

/// Somebody with an ID, and their last interval at the site.
#[derive(Debug)]
pub struct Found {
    pub person: Person,
    last: Option<Last>,
}

#[derive(Debug)]
struct Last {
    nth: i64,
    grant: Grant,
    is_open: bool,
}

impl Found {
    /// What they hold now.
    pub fn held(&self, now: Moment) -> Option<&Grant> {
        self.open().filter(|grant| grant.expires_at.is_none_or(|at| at >= now))
    }

    /// The grant whose row is open, whether or not its end date has passed.
    pub(in crate::store) fn open(&self) -> Option<&Grant> {
        self.last.as_ref().filter(|last| last.is_open).map(|last| &last.grant)
    }

    /// The number of their next interval.
    pub(in crate::store) fn next(&self) -> i64 {
        self.last.as_ref().map_or(1, |last| last.nth + 1)
    }
}

const FOUND: &str = "SELECT person.person, id, email, first_name, last_name, country, operator, registered_at,
 nth, role, tools, reporting, entitlements, documents, manage_access, contact_update, granted_by, granted_at, expires_at, note,
 ended_at IS NULL
 FROM person LEFT JOIN access ON access.site = ?1 AND access.person = person.person
 WHERE id = ?2 AND closed_at IS NULL ORDER BY nth DESC LIMIT 1";

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    let person = Person {
        no: row.get(0)?,
        id: row.get(1)?,
        email: row.get(2)?,
        first_name: row.get(3)?,
        last_name: row.get(4)?,
        country: row.get(5)?,
        operator: row.get(6)?,
        registered_at: row.get(7)?,
        scope: None,
    };
    let Some(nth) = row.get(8)? else { return Ok(Found { person, last: None }) };
    let grant = Grant {
        role: row.get(9)?,
        levels: levels(row, 10)?,
        granted_by: row.get(16)?,
        granted_at: row.get(17)?,
        expires_at: row.get(18)?,
        note: row.get(19)?,
    };
    Ok(Found { person, last: Some(Last { nth, grant, is_open: row.get(20)? }) })
}

/// The person with this ID.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn with_id(view: ReadView<'_>, site: &SiteNumber, id: &Address) -> Result<Option<Found>> {
    Ok(view.conn.prepare_cached(FOUND)?.query_row((site, id), found).optional()?)
}

/// Everybody who has access and whom `skipped` does not name, by ID.
pub fn members(view: ReadView<'_>, site: &SiteNumber, skipped: impl Fn(PersonNo) -> bool) -> Result<Vec<Address>> {
    let mut select = view.conn.prepare(
        "SELECT person.person, id FROM access JOIN person ON person.person = access.person
         WHERE access.site = ?1 AND ended_at IS NULL AND (expires_at IS NULL OR expires_at >= ?2) ORDER BY id",
    )?;
    let mut rows = select.query((site, view.at))?;
    let mut members = Vec::new();
    while let Some(row) = rows.next()? {
        if !skipped(row.get(0)?) {
            members.push(row.get(1)?);
        }
    }
    Ok(members)
}
