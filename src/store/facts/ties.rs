//! What ties somebody to sites: asked before an ID closes, and before somebody becomes an operator.
use crate::error::Result;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::model::ties::Ties;
use crate::store::Look;
use rusqlite::{OptionalExtension as _, Params};

const ACCESS: &str = "SELECT access.site FROM access JOIN site USING (site)
 WHERE person = ?1 AND access.ended_at IS NULL AND status = 'active' AND (expires_at IS NULL OR expires_at >= ?2)";

fn first(look: Look<'_>, sql: &str, values: impl Params) -> Result<Option<SiteNumber>> {
    Ok(look.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()?)
}

/// What ties a person to sites now.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn of(look: Look<'_>, person: &Person) -> Result<Ties> {
    let access = format!("{ACCESS} ORDER BY access.site LIMIT 1");
    let primary = format!("{ACCESS} AND role = 'primary' ORDER BY access.site LIMIT 1");
    let nomination = "SELECT site FROM nomination WHERE person = ?1 AND status = 'pending' ORDER BY nomination LIMIT 1";
    // The ID is an address of theirs too: whoever enrols a site asks about both.
    let awaited = "SELECT site FROM contact JOIN site USING (site)
        WHERE (email = ?1 OR email = ?2) AND type = 'primary' AND status = 'awaiting-primary' ORDER BY site LIMIT 1";
    Ok(Ties {
        primary_at: first(look, &primary, (person.no, look.at))?,
        access_at: first(look, &access, (person.no, look.at))?,
        nominated_at: first(look, nomination, [person.no])?,
        awaited_at: first(look, awaited, (&person.email, &person.id))?,
    })
}

/// A nomination of somebody that nobody has answered yet.
#[derive(Debug)]
pub struct OpenNomination {
    pub nomination: i64,
    pub site: SiteNumber,
}

/// The nominations of a person that wait for an answer.
pub fn open_nominations(look: Look<'_>, person: PersonNo) -> Result<Vec<OpenNomination>> {
    let sql = "SELECT nomination, site FROM nomination WHERE person = ?1 AND status = 'pending' ORDER BY nomination";
    let mut select = look.conn.prepare(sql)?;
    let rows = select.query_map([person], |row| Ok(OpenNomination { nomination: row.get(0)?, site: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
