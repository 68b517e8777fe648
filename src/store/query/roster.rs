//! People as an import of access finds them: each with what they hold at the site, in one query.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::standing::{Grant, Person};
use crate::store::ReadView;
use crate::store::columns::levels;
use crate::store::query::current::current;
use crate::store::query::people::person;
use rusqlite::{OptionalExtension as _, Row};

/// Somebody with an ID, and their interval at the site that is open, whether or not its end date has passed.
#[derive(Debug)]
pub struct Found {
    pub person: Person,
    open: Option<Grant>,
}

impl Found {
    /// What they hold now.
    pub fn held(&self, now: Moment) -> Option<&Grant> {
        self.open.as_ref().filter(|grant| grant.expires_at.is_none_or(|at| at >= now))
    }
}

const FOUND: &str = "SELECT person.person, id, email, first_name, last_name, country, operator, registered_at,
 role, tools, reporting, entitlements, documents, manage_access, contact_update, granted_by, granted_at, expires_at, note
 FROM person LEFT JOIN access ON access.site = ?1 AND access.person = person.person AND ended_at IS NULL
 WHERE id = ?2 AND closed_at IS NULL";

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    let person = person(row)?;
    let Some(role) = row.get(8)? else { return Ok(Found { person, open: None }) };
    let grant = Grant {
        role,
        levels: levels(row, 9)?,
        granted_by: row.get(15)?,
        granted_at: row.get(16)?,
        expires_at: row.get(17)?,
        note: row.get(18)?,
    };
    Ok(Found { person, open: Some(grant) })
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
    let mut select = view.conn.prepare(concat!(
        "SELECT person.person, id FROM access JOIN person ON person.person = access.person
         WHERE access.site = ?1 AND ",
        current!("access" at "?2"),
        " ORDER BY id"
    ))?;
    let mut rows = select.query((site, view.at))?;
    let mut members = Vec::new();
    while let Some(row) = rows.next()? {
        if !skipped(row.get(0)?) {
            members.push(row.get(1)?);
        }
    }
    Ok(members)
}
