//! Settings that live in the database, so that the rules hold for everybody who uses it.
pub mod get;
pub mod list;
pub mod set;

use crate::error::{Error, Result};
use crate::model::setting::Setting;
use crate::store::Look;
use crate::store::facts::settings;
use schemars::JsonSchema;
use serde::Serialize;

/// `config`: one setting.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::command) struct Config {
    key: &'static str,
    /// What holds: the value that was set, or the default.
    value: Option<String>,
    default: Option<&'static str>,
}

/// The setting as it holds now.
pub(super) fn shown(look: Look<'_>, setting: Setting) -> Result<Config> {
    let set = settings::stored(look, setting)?;
    let value = set.or_else(|| setting.default().map(str::to_owned));
    Ok(Config { key: setting.word(), value, default: setting.default() })
}

/// The key that was typed.
pub(super) fn key(text: &str) -> Result<Setting> {
    Setting::parse(text, "key").map_err(|bad| {
        let near = bad.hint.as_ref().map_or_else(String::new, |asked| format!("{asked} "));
        Error::from(bad).hinted(format!("{near}`pao config list` shows every setting"))
    })
}
