//! Registrations that wait for their code.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::hash;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::store::ReadView;
use rusqlite::{Params, Row};

/// How many registrations may wait for one address (product.md, "registration").
pub const WAITING: usize = 10;

/// One that waits: its number, what its code and its password are compared with, and what its letter says.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub number: i64,
    pub code: Secret,
    pub password: Secret,
    pub first_name: String,
    pub last_name: String,
    pub country: String,
    pub registered_at: Moment,
    /// Whether it is of the version before, whose passwords have a salt each.
    older: bool,
}

impl Waiting {
    /// Whether a password is the one that this registration was made with; `hash` is that of the password with the salt of
    /// the address.
    pub fn is_of(&self, password: &Secret, hash: &Secret) -> bool {
        if self.older { hash::matches(password, &self.password) } else { self.password.same_as(hash) }
    }
}

const UNEXPIRED: &str =
    "SELECT registration, code, password, first_name, last_name, country, registered_at, tag IS NULL
 FROM registration
 WHERE email = ?1 AND expires_at > ?2";

fn waiting(row: &Row<'_>) -> rusqlite::Result<Waiting> {
    Ok(Waiting {
        number: row.get(0)?,
        code: Secret::new(row.get(1)?),
        password: Secret::new(row.get(2)?),
        first_name: row.get(3)?,
        last_name: row.get(4)?,
        country: row.get(5)?,
        registered_at: row.get(6)?,
        older: row.get(7)?,
    })
}

fn those(view: ReadView<'_>, more: &str, values: impl Params) -> Result<Vec<Waiting>> {
    let mut select = view.conn.prepare_cached(&format!("{UNEXPIRED} {more} ORDER BY registration"))?;
    let rows = select.query_map(values, waiting)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those that wait for an address, oldest first.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn all(view: ReadView<'_>, email: &Address) -> Result<Vec<Waiting>> {
    those(view, "", (email, view.at))
}

/// Those that wait for an address and whose code could be one of this tag: seldom more than one.
pub fn tagged(view: ReadView<'_>, email: &Address, tag: i64) -> Result<Vec<Waiting>> {
    those(view, "AND (tag = ?3 OR tag IS NULL)", (email, view.at, tag))
}
