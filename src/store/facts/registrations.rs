//! Registrations that wait for their code.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::secret::Secret;
use crate::store::Look;

/// Codes compared for one address, at most; also how many registrations may wait (product.md, "registration").
pub const WAITING: usize = 3;

/// One that waits: its number and what its code is compared with.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub number: i64,
    pub code: Secret,
    pub first_name: String,
    pub last_name: String,
    pub country: String,
}

const UNEXPIRED: &str = "SELECT registration, code, first_name, last_name, country FROM registration
 WHERE email = ?1 AND expires_at > ?2 AND tries < ?3 ORDER BY registration";

/// Wrong tries that spend a code.
const SPENT: i64 = 5;

/// Those that wait for an address, oldest first; spent and expired ones left out.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn waiting(look: Look<'_>, email: &Address) -> Result<Vec<Waiting>> {
    unexpired(look, email, SPENT)
}

/// The newest that waits for an address, also with its code spent: a new code can be mailed for it.
pub fn newest(look: Look<'_>, email: &Address) -> Result<Option<Waiting>> {
    Ok(unexpired(look, email, SPENT + 1)?.pop())
}

fn unexpired(look: Look<'_>, email: &Address, tries_below: i64) -> Result<Vec<Waiting>> {
    let mut select = look.conn.prepare_cached(UNEXPIRED)?;
    let rows = select.query_map((email, look.at, tries_below), |row| {
        Ok(Waiting {
            number: row.get(0)?,
            code: Secret::new(row.get::<_, String>(1)?),
            first_name: row.get(2)?,
            last_name: row.get(3)?,
            country: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
