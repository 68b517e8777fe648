//! Settings that live in the database, so that the rules hold for everybody who uses it.
//!
//! What must hold: a rule never goes by a number that could not be set. Texts are judged where they are used: escaped where
//! they are shown, and read by the post, which says of a letter why it cannot go.
use crate::error::{Error, MEND, Result};
use crate::model::setting::Setting;
use crate::rules::Code;
use crate::store::ReadView;
use rusqlite::OptionalExtension as _;
use std::fmt::Display;

/// What stands in the file, whatever it is; nothing where nobody has set it.
///
/// # Errors
/// What SQLite says.
pub fn stored(view: ReadView<'_>, setting: Setting) -> Result<Option<String>> {
    let mut select = view.conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(select.query_row([setting.word()], |row| row.get(0)).optional()?)
}

/// What holds: the value that was set, or the default.
///
/// # Errors
/// What SQLite says.
pub fn value(view: ReadView<'_>, setting: Setting) -> Result<Option<String>> {
    Ok(stored(view, setting)?.or_else(|| setting.default().map(str::to_owned)))
}

/// A setting that is a number and has a default.
///
/// # Errors
/// `damaged` for a number that could not be set.
pub fn number(view: ReadView<'_>, setting: Setting) -> Result<i64> {
    let text = value(view, setting)?.unwrap_or_default();
    let bad = |why: &dyn Display| {
        Error::new(Code::Damaged, format!("the database is damaged: {setting}: {why}")).hinted(MEND)
    };
    setting.judge(&text).map_err(|why| bad(&why))?.parse().map_err(|why| bad(&why))
}

/// Whom letters say to ask.
///
/// # Errors
/// What SQLite says.
pub fn care_contact(view: ReadView<'_>) -> Result<String> {
    Ok(value(view, Setting::CareContact)?.unwrap_or_default())
}
