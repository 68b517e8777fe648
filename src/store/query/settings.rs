//! Settings that live in the database, so that the rules hold for everybody who uses it.
//!
//! What must hold: a rule never goes by a number that could not be set. Texts are judged where they are used: escaped where
//! they are shown, and read by the post, which says of a letter why it cannot go.
use crate::error::{Error, MEND, Result};
use crate::model::setting::Setting;
use crate::model::way::Prefix;
use crate::notice::Care;
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

/// Whether operators are let in by ssh, or by sudo alone (`service.operators`).
///
/// # Errors
/// What SQLite says.
pub fn operators_may_come_by_ssh(view: ReadView<'_>) -> Result<bool> {
    Ok(value(view, Setting::ServiceOperators)?.as_deref() == Some("any"))
}

/// What people type in the place of `pao` (`care.reach`).
///
/// # Errors
/// What SQLite says.
pub fn reach(view: ReadView<'_>) -> Result<Prefix> {
    Ok(value(view, Setting::CareReach)?.map_or_else(Prefix::default, |words| Prefix::reach(&words)))
}

/// Whom letters say to ask.
///
/// # Errors
/// What SQLite says.
pub fn care_contact(view: ReadView<'_>) -> Result<String> {
    Ok(value(view, Setting::CareContact)?.unwrap_or_default())
}

/// What every letter says of the registry.
///
/// # Errors
/// What SQLite says.
pub fn care(view: ReadView<'_>) -> Result<Care> {
    Ok(Care { contact: care_contact(view)?, reach: reach(view)?, host_key: value(view, Setting::CareHostKey)? })
}
