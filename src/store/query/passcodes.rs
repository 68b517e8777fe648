//! The temporary passcode that is live at a site.
use crate::error::Result;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::store::ReadView;
use rusqlite::OptionalExtension as _;

/// A passcode that was neither used nor superseded nor spent, and is within its time.
#[derive(Debug, Clone)]
pub struct Live {
    pub number: i64,
    pub hash: Secret,
}

/// The live passcode of a site, if its time has not passed.
///
/// # Errors
/// What SQLite says.
pub fn live(view: ReadView<'_>, site: &SiteNumber) -> Result<Option<Live>> {
    let mut select = view.conn.prepare_cached(
        "SELECT passcode, hash FROM passcode WHERE site = ?1 AND state = 'live' AND issued_at <= ?2 + 120 AND expires_at > ?2",
    )?;
    let found = select.query_row((site, view.at), |row| {
        Ok(Live { number: row.get(0)?, hash: Secret::new(row.get::<_, String>(1)?) })
    });
    Ok(found.optional()?)
}

/// How many passcodes were requested for a site in the last hour and in the last day.
///
/// # Errors
/// What SQLite says.
pub fn requested_lately(view: ReadView<'_>, site: &SiteNumber) -> Result<(i64, i64)> {
    let mut select = view.conn.prepare_cached(
        "SELECT count(*) FILTER (WHERE issued_at > ?2 - 3600), count(*) FROM passcode
         WHERE site = ?1 AND kind = 'requested' AND issued_at > ?2 - 86400",
    )?;
    Ok(select.query_row((site, view.at), |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Whether the passcode that somebody came in with was a requested one, not that of the Welcome letter; nothing where they
/// did not come in with one.
///
/// # Errors
/// What SQLite says.
pub fn came_in_with(view: ReadView<'_>, site: &SiteNumber, person: PersonNo) -> Result<Option<bool>> {
    let sql = "SELECT kind = 'requested' FROM passcode WHERE site = ?1 AND used_by = ?2";
    Ok(view.conn.query_row(sql, (site, person), |row| row.get(0)).optional()?)
}
