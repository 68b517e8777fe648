//! What ties somebody to sites: asked before an ID closes, and before somebody becomes an operator.
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::model::ties::Ties;
use crate::rules::nomination::LIFE;
use crate::store::ReadView;
use crate::store::query::codes;
use crate::store::query::current::current;
use rusqlite::{OptionalExtension as _, Params};

const ACCESS: &str = concat!(
    "SELECT access.site FROM access JOIN site USING (site) WHERE person = ?1 AND status = 'active' AND ",
    current!("access" at "?2")
);

fn first(view: ReadView<'_>, sql: &str, values: impl Params) -> Result<Option<SiteNumber>> {
    Ok(view.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()?)
}

/// What ties a person to sites now.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn of(view: ReadView<'_>, person: &Person) -> Result<Ties> {
    let access = format!("{ACCESS} ORDER BY access.site LIMIT 1");
    let primary = format!("{ACCESS} AND role = 'primary' ORDER BY access.site LIMIT 1");
    let nomination = "SELECT site FROM nomination WHERE person = ?1 AND status = 'pending'
        AND (heard_at IS NULL OR heard_at >= ?2) ORDER BY nomination LIMIT 1";
    // The ID is an address of theirs too, and so are those that they asked to change to or can go back to.
    let awaited = "SELECT site FROM contact JOIN site USING (site)
        WHERE email = ?1 AND type = 'primary' AND status = 'awaiting-primary' ORDER BY site LIMIT 1";
    let mut addresses = codes::addresses(view, person.no)?;
    addresses.extend([person.email.clone(), person.id.clone()]);
    let mut awaited_at = None;
    for address in &addresses {
        awaited_at = awaited_at.or(first(view, awaited, [address])?);
    }
    Ok(Ties {
        primary_at: first(view, &primary, (person.no, view.at))?,
        access_at: first(view, &access, (person.no, view.at))?,
        nominated_at: first(view, nomination, (person.no, view.at.plus(-LIFE)))?,
        awaited_at,
    })
}
