//! Automation tokens: made, revoked. Only the SHA-256 of one is kept.
//!
//! What must hold: what ends every sign-in of a person ends every token too (security.md, "Secrets").
use crate::error::Result;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::token::words;
use crate::store::WriteTx;
use crate::store::authority::automation::AutomationAuthority;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::signed_in::SignedIn;

/// What a new token is, besides what its maker proved.
#[derive(Debug)]
pub struct New<'a> {
    pub name: Option<&'a str>,
    /// SHA-256 of the secret.
    pub hash: [u8; 32],
    pub expires_at: Moment,
}

const MAKE: &str = "INSERT INTO token (site, person, nth, name, can, hash, created_at, expires_at)
 SELECT site, person, max(nth), ?3, ?4, ?5, ?6, ?7 FROM access WHERE site = ?1 AND person = ?2";

/// Makes a token for the actions that the bearer was judged for. Gives its number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn make(by: &AutomationAuthority<'_>, _: &Confirmed<'_>, new: &New<'_>) -> Result<i64> {
    let (conn, at, standing) = (by.tx().conn, by.tx().view().at(), by.standing());
    let can = words(by.can());
    let values = (&standing.site.site, standing.person.no, new.name, can, new.hash, at, new.expires_at);
    conn.execute(MAKE, values)?;
    Ok(conn.last_insert_rowid())
}

/// Revokes one of the bearer's own. Gives whether it was not revoked before.
pub fn revoke(by: &SignedIn<'_>, number: i64) -> Result<bool> {
    let sql = format!("{REVOKE} WHERE token = ?2 AND person = ?3 AND revoked_at IS NULL");
    Ok(by.tx().conn.execute(&sql, (by.tx().view().at(), number, by.person().no))? == 1)
}

/// Revokes all of somebody's that have not outlived their time. Gives how many.
pub(in crate::store) fn revoke_all(tx: &WriteTx<'_>, person: PersonNo) -> Result<usize> {
    let sql = format!("{REVOKE} WHERE person = ?2 AND revoked_at IS NULL AND expires_at > ?1");
    tx.conn.execute(&sql, (tx.view().at(), person))
}

const REVOKE: &str = "UPDATE token SET revoked_at = max(created_at, ?1)";
