//! What sites have acquired.
use crate::error::Result;
use crate::model::entitlement::Entitlement;
use crate::model::moment::Moment;
use crate::model::product::Product;
use crate::model::site::SiteNumber;
use crate::store::ReadView;
use rusqlite::{OptionalExtension as _, Row};

const SHOWN: &str = "SELECT entitlement, site, product, quantity, from_at, until_at, revoked_at FROM entitlement";

fn shown(row: &Row<'_>, now: Moment) -> rusqlite::Result<Entitlement> {
    let (from, until, revoked_at): (Moment, Option<Moment>, Option<Moment>) = (row.get(4)?, row.get(5)?, row.get(6)?);
    Ok(Entitlement {
        entitlement: row.get(0)?,
        site: row.get(1)?,
        product: row.get(2)?,
        quantity: row.get(3)?,
        from,
        until,
        active: revoked_at.is_none() && from <= now && until.is_none_or(|until| until >= now),
        revoked_at,
    })
}

/// The entitlement with this number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn numbered(view: ReadView<'_>, number: i64) -> Result<Option<Entitlement>> {
    let mut select = view.conn.prepare_cached(&format!("{SHOWN} WHERE entitlement = ?1"))?;
    Ok(select.query_row([number], |row| shown(row, view.at)).optional()?)
}

/// Everything that a site was ever entitled to, oldest first.
pub fn of_site(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<Entitlement>> {
    list(view, &Filter { site: Some(site.clone()), ..Filter::default() })
}

/// One that says the same and was not revoked: what a script that runs again asks for.
pub fn the_same(
    view: ReadView<'_>,
    site: &SiteNumber,
    product: &Product,
    quantity: i64,
    from: Moment,
    until: Option<Moment>,
) -> Result<Option<Entitlement>> {
    let same = "product = ?2 AND quantity = ?3 AND from_at = ?4 AND until_at IS ?5 AND revoked_at IS NULL";
    let mut select = view.conn.prepare_cached(&format!("{SHOWN} WHERE site = ?1 AND {same}"))?;
    let mut rows = select.query((site, product, quantity, from, until))?;
    Ok(rows.next()?.map(|row| shown(row, view.at)).transpose()?)
}

/// Which entitlements a list is about.
#[derive(Debug, Default)]
pub struct Filter {
    /// One site's, or everybody's.
    pub site: Option<SiteNumber>,
    /// Only numbers after this one.
    pub after: i64,
    pub limit: Option<i64>,
}

/// The entitlements of a filter, by number.
pub fn list(view: ReadView<'_>, filter: &Filter) -> Result<Vec<Entitlement>> {
    let which = "entitlement > ?1 AND (?2 IS NULL OR site = ?2) ORDER BY entitlement LIMIT ?3";
    let mut select = view.conn.prepare_cached(&format!("{SHOWN} WHERE {which}"))?;
    let values = (filter.after, &filter.site, filter.limit.unwrap_or(-1));
    let rows = select.query_map(values, |row| shown(row, view.at))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
