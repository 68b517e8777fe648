//! Settings that live in the database, so that the rules hold for everybody who uses it.
use crate::error::Result;
use crate::store::Look;
use rusqlite::OptionalExtension as _;

/// The value of a setting, if somebody set it.
///
/// # Errors
/// What SQLite says.
pub fn value(look: Look<'_>, key: &str) -> Result<Option<String>> {
    let mut select = look.conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(select.query_row([key], |row| row.get(0)).optional()?)
}

/// A setting that is a number.
///
/// # Errors
/// What SQLite says.
pub fn number(look: Look<'_>, key: &str, default: i64) -> Result<i64> {
    Ok(value(look, key)?.and_then(|text| text.parse().ok()).unwrap_or(default))
}

/// Whom letters say to ask.
///
/// # Errors
/// What SQLite says.
pub fn care_contact(look: Look<'_>) -> Result<String> {
    Ok(value(look, "care.contact")?.unwrap_or_else(|| "the vendor's customer care".to_owned()))
}
