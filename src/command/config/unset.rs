//! Let a setting go back to its default. Those about mail are the business of the owner of the file.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use clap::Args;

use super::{key, set, write};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao config unset care.contact
  pao config unset policy.holidays --dry-run")]
pub struct UnsetArgs {
    /// The setting, as in care.contact
    #[arg(value_name = "KEY")]
    key: Option<String>,
}

/// Unsets one setting; one that was never set stays so.
///
/// # Errors
/// R15, `owner_only`; `invalid_value` for an unknown key.
pub fn run(args: &UnsetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.needed(args.key.as_deref(), "<KEY>")?;
    let door = set::door(cx, args.key.as_deref())?;
    let setting = cx.value(args.key.as_deref(), "<KEY>", "Setting", key)?;
    write(cx, door.as_ref(), setting, None)
}
