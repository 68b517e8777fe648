//! Sites that people could take for one that is being enrolled.
//!
//! What must hold: this refuses nothing. Leading zeros count, and a company may have many sites; whoever enrols one hears
//! of it.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::site::SiteNumber;
use crate::store::ReadView;
use rusqlite::OptionalExtension as _;

/// Those whose numbers differ from this one by leading zeros alone, whatever became of them.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn in_number(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<SiteNumber>> {
    let mut select = view.conn.prepare_cached("SELECT site FROM site WHERE site = ?1")?;
    let mut found = Vec::new();
    for twin in site.twins() {
        found.extend(select.query_row([twin], |row| row.get(0)).optional()?);
    }
    Ok(found)
}

const ENROLLED: &str = "SELECT site, company FROM contact JOIN site USING (site)
 WHERE email = ?1 AND type = 'primary' AND status IN ('awaiting-primary', 'active') ORDER BY site";

/// The first `most` of those that sleep or are in use and have the same company, compared without case, and the same
/// Primary Contact.
pub fn in_name(view: ReadView<'_>, company: &str, primary: &Address, most: usize) -> Result<Vec<SiteNumber>> {
    let company = company.to_lowercase();
    let mut select = view.conn.prepare_cached(ENROLLED)?;
    let rows = select.query_map([primary], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let same = rows.filter(|row| row.as_ref().map_or(true, |(_, theirs)| theirs.to_lowercase() == company));
    Ok(same.map(|row| row.map(|(site, _)| site)).take(most).collect::<rusqlite::Result<_>>()?)
}
