//! Let a setting go back to its default. Those about mail are the business of the owner of the file.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::setting::Setting;
use clap::Args;

use super::{key, whoever_sets, write};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao config unset care.contact
  pao config unset policy.holidays --dry-run")]
pub struct UnsetArgs {
    /// The setting, as in care.contact
    #[arg(value_parser = key, value_name = "KEY")]
    key: Option<Setting>,
}

/// Unsets one setting; one that was never set stays so.
///
/// # Errors
/// R15, `owner_only`; `invalid_value` for an unknown key.
pub fn run(args: &UnsetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.key.as_ref(), "<KEY>")?;
    let caller = whoever_sets(cx, args.key)?;
    let setting = cx.prompt().value(args.key, "<KEY>", "Setting", |text| Ok(key(text)?))?;
    write(cx, caller.as_ref(), setting, None)
}
