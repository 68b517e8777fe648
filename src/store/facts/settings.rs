//! Settings that live in the database, so that the rules hold for everybody who uses it.
//!
//! What must hold: a value that would not be taken today is damage, whoever wrote it: a rule never goes by it.
use crate::error::{Error, MEND, Result};
use crate::model::setting::Setting;
use crate::rules::Code;
use crate::store::Look;
use rusqlite::OptionalExtension as _;

/// What stands in the file, whatever it is; nothing where nobody has set it.
///
/// # Errors
/// What SQLite says.
pub fn stored(look: Look<'_>, setting: Setting) -> Result<Option<String>> {
    let mut select = look.conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(select.query_row([setting.word()], |row| row.get(0)).optional()?)
}

/// What holds: the value that was set, or the default.
///
/// # Errors
/// `damaged` for a value that could not be set.
pub fn value(look: Look<'_>, setting: Setting) -> Result<Option<String>> {
    let Some(value) = stored(look, setting)? else { return Ok(setting.default().map(str::to_owned)) };
    match setting.judge(&value) {
        Ok(_) => Ok(Some(value)),
        Err(bad) => Err(Error::new(Code::Damaged, format!("the database is damaged: {setting}: {bad}")).hinted(MEND)),
    }
}

/// A setting that is a number and has a default.
///
/// # Errors
/// As [`value`].
pub fn number(look: Look<'_>, setting: Setting) -> Result<i64> {
    let text = value(look, setting)?.unwrap_or_default();
    text.parse().map_err(|_| Error::new(Code::Internal, format!("{setting} is no number")))
}

/// Whom letters say to ask.
///
/// # Errors
/// As [`value`].
pub fn care_contact(look: Look<'_>) -> Result<String> {
    Ok(value(look, Setting::CareContact)?.unwrap_or_default())
}
