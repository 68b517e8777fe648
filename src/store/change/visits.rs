//! What strangers do about an address: the first time in an hour is on record, the others are counted with it.
//!
//! What must hold: whoever is not signed in makes neither the trail nor this table grow faster than addresses can be thought of;
//! what is older than an hour goes.
use crate::error::Result;
use crate::store::authority::visitor::Visitor;
use sha2::{Digest as _, Sha256};

/// Seconds for which one entry stands for all of a kind.
const AN_HOUR: i64 = 3600;

/// An entry of the last hour stands for this visit.
pub struct Counted(());

/// Notes that a stranger ran this command about an address. Nothing where an entry is owed: for the first time in an hour, and
/// for whatever the trail has to tell.
///
/// # Errors
/// What SQLite says.
pub fn note(by: &Visitor<'_>, about: &str) -> Result<Option<Counted>> {
    let (tx, now) = (by.tx(), by.tx().view().at());
    tx.conn.execute("DELETE FROM visit WHERE at <= ?1", [now.plus(-AN_HOUR)])?;
    let mut key = Sha256::new_with_prefix(tx.registry());
    key.update(about.as_bytes());
    let key: [u8; 32] = key.finalize().into();
    let count: i64 = tx.conn.query_row(
        "INSERT INTO visit (key, action, at, count) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT (key, action) DO UPDATE SET count = count + 1 RETURNING count",
        (key, tx.command().word(), now),
        |row| row.get(0),
    )?;
    Ok((count > 1 && !tx.conn.owes_an_entry()).then_some(Counted(())))
}
