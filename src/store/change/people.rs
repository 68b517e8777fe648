//! Registrations, IDs and sign-ins.
use crate::error::{Error, Result};
use crate::model::behind::Guest;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::rules::Code;
use crate::store::authority::registrant::Registrant;
use crate::store::authority::signed_in::{Key, SignedIn};
use crate::store::authority::visitor::Visitor;
use crate::store::change::codes::{self, Fresh};
use crate::store::query::registrations::{self, WAITING};

/// Seconds for which a verification code is good (security.md).
pub const CODE_LIFE: i64 = 24 * 3600;

/// What somebody typed about themselves, checked, with the secrets hashed.
#[derive(Debug)]
pub struct Registration {
    pub email: Address,
    pub first_name: String,
    pub last_name: String,
    pub country: Country,
    pub password: Secret,
    pub question: String,
    pub answer: Secret,
    pub code: Fresh,
}

const FILE: &str = "INSERT INTO registration
 (email, first_name, last_name, country, password, question, answer, code, tag, registered_at, expires_at)
 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

/// Seconds in which no other registration takes the place of one (product.md, "registration").
const UNDISTURBED: i64 = 3600;

/// Files a registration. An eleventh for one address replaces the oldest that has waited more than an hour, and is not kept where
/// there is none. Gives whether it was kept.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn register(by: &Visitor<'_>, new: &Registration) -> Result<bool> {
    let (conn, at) = (by.tx().conn, by.tx().view().at());
    conn.execute("DELETE FROM registration WHERE expires_at <= ?1", [at])?;
    let waiting = registrations::all(by.tx().view(), &new.email)?;
    if let Some(oldest) = waiting.first().filter(|_| waiting.len() >= WAITING) {
        if oldest.registered_at.plus(UNDISTURBED) >= at {
            return Ok(false);
        }
        conn.execute("DELETE FROM registration WHERE registration = ?1", [oldest.number])?;
    }
    conn.execute(
        FILE,
        (
            &new.email,
            &new.first_name,
            &new.last_name,
            new.country.code(),
            new.password.reveal(),
            &new.question,
            new.answer.reveal(),
            new.code.hash.reveal(),
            new.code.code.tag(by.tx().registry()),
            at,
            at.plus(CODE_LIFE),
        ),
    )?;
    Ok(true)
}

/// Gives a waiting registration a new code; the old one means nothing any more. Its 24 hours begin anew.
pub fn renew_code(by: &Visitor<'_>, registration: i64, code: &Fresh) -> Result<()> {
    let at = by.tx().view().at();
    let sql = "UPDATE registration SET code = ?2, tag = ?3, expires_at = ?4 WHERE registration = ?1";
    let tag = code.code.tag(by.tx().registry());
    by.tx().conn.execute(sql, (registration, code.hash.reveal(), tag, at.plus(CODE_LIFE)))?;
    Ok(())
}

/// Makes the ID; everything else that waits for the address is discarded.
pub fn verify(by: Registrant<'_>) -> Result<PersonNo> {
    let conn = by.tx().conn;
    conn.execute(
        "INSERT INTO person (id, email, first_name, last_name, country, password, question, answer, operator, registered_at)
         SELECT email, email, first_name, last_name, country, password, question, answer, 0, ?2
         FROM registration WHERE registration = ?1",
        (by.registration(), by.tx().view().at()),
    )?;
    let person = PersonNo(conn.last_insert_rowid());
    let sql = "SELECT email FROM registration WHERE registration = ?1";
    let address: Address = conn.query_row(sql, [by.registration()], |row| row.get(0))?;
    codes::address_is_taken(by.tx(), &address)?;
    Ok(person)
}

/// The first operator of a new database (`init`).
///
/// # Errors
/// `already_exists` once there is anybody.
pub fn found(by: &Visitor<'_>, new: &Founder<'_>) -> Result<PersonNo> {
    let conn = by.tx().conn;
    let made = conn.execute(
        "INSERT INTO person (id, email, first_name, last_name, country, password, question, answer, operator, registered_at)
         SELECT ?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8 WHERE NOT EXISTS (SELECT 1 FROM person)",
        (
            new.email,
            new.first_name,
            new.last_name,
            new.country.code(),
            new.password.reveal(),
            new.question,
            new.answer.map(Secret::reveal),
            by.tx().view().at(),
        ),
    )?;
    if made == 0 {
        return Err(Error::new(Code::AlreadyExists, "somebody is in the database already")
            .hinted("an operator names others: `pao operator add ID`"));
    }
    Ok(PersonNo(conn.last_insert_rowid()))
}

/// The first operator.
#[derive(Debug)]
pub struct Founder<'a> {
    pub email: &'a Address,
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub country: Country,
    pub password: &'a Secret,
    pub question: Option<&'a str>,
    pub answer: Option<&'a Secret>,
}

/// Opens a sign-in for the bearer; `token` is the SHA-256 of what they are given. A guest's next calls are recognised by it, in the place
/// of the one before, unless its token is printed.
pub fn sign_in(by: &SignedIn<'_>, token: &[u8; 32], until: Moment, printed: bool) -> Result<()> {
    let (conn, at, caller) = (by.tx().conn, by.tx().view().at(), by.tx().guest().map(Guest::caller));
    conn.execute("DELETE FROM sign_in WHERE expires_at <= ?1", [at])?;
    if let Some(caller) = caller.as_ref().filter(|_| !printed) {
        conn.execute("DELETE FROM sign_in WHERE caller = ?1 AND printed = 0", [caller])?;
    }
    let sql = "INSERT INTO sign_in (person, token, created_at, last_used_at, expires_at, caller, printed)
               VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6)";
    conn.execute(sql, (by.person().no, token, at, until, caller, printed))?;
    Ok(())
}

/// Ends the sign-in that somebody came in by. Whoever holds a token may end it, whoever it belongs to.
pub fn end_sign_in(by: &SignedIn<'_>, key: &Key) -> Result<bool> {
    let conn = by.tx().conn;
    Ok(match key {
        Key::Token { hash, .. } => conn.execute("DELETE FROM sign_in WHERE token = ?1", [hash])? == 1,
        Key::Guest(guest) => {
            conn.execute("DELETE FROM sign_in WHERE caller = ?1 AND printed = 0", [guest.caller()])? == 1
        }
        Key::Password(_) => false,
    })
}

/// Replaces the bearer's stored hash by one at today's cost.
pub fn rehash(by: &SignedIn<'_>, password: &Secret) -> Result<()> {
    by.tx().conn.execute("UPDATE person SET password = ?2 WHERE person = ?1", (by.person().no, password.reveal()))?;
    Ok(())
}
