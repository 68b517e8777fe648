//! What a site has acquired: recorded and revoked. The vendor's work.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::model::product::{Product, Quantity};
use crate::model::site::SiteNumber;
use crate::store::authority::operator::OperatorAuthority;

/// What is to be recorded.
#[derive(Debug)]
pub struct Terms {
    pub product: Product,
    pub quantity: Quantity,
    pub from: Moment,
    pub until: Option<Moment>,
}

/// Records an entitlement. Gives its number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn grant(by: &OperatorAuthority<'_>, site: &SiteNumber, terms: &Terms) -> Result<i64> {
    let (conn, at) = (by.tx().conn, by.tx().view().at());
    conn.execute(
        "INSERT INTO entitlement (site, product, quantity, from_at, until_at, granted_by, granted_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (site, &terms.product, terms.quantity.number(), terms.from, terms.until, by.person().no, at),
    )?;
    Ok(conn.last_insert_rowid())
}

/// Revokes an entitlement, for good.
pub fn revoke(by: &OperatorAuthority<'_>, number: i64) -> Result<()> {
    let sql = "UPDATE entitlement SET revoked_by = ?2, revoked_at = ?3 WHERE entitlement = ?1 AND revoked_at IS NULL";
    by.tx().conn.execute(sql, (number, by.person().no, by.tx().view().at()))?;
    Ok(())
}
