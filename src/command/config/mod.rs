//! Settings that live in the database, so that the rules hold for everybody who uses it.
pub mod get;
pub mod list;
pub mod set;

use crate::command::Context;
use crate::command::Outcome;
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::setting::Setting;
use crate::store::Look;
use crate::store::facts::settings;
use clap::Subcommand;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum ConfigCommand {
    /// List every setting
    List(list::ListArgs),
    /// Show one setting
    Get(get::GetArgs),
    /// Change a setting; an empty value goes back to the default
    Set(set::SetArgs),
}

impl ConfigCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::ConfigList,
            Self::Get(_) => CommandId::ConfigGet,
            Self::Set(_) => CommandId::ConfigSet,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Get(args) => get::run(args, cx),
            Self::Set(args) => set::run(args, cx),
        }
    }
}

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
