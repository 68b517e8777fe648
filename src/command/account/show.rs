//! One's own ID.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::answer::Identity;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account show
  pao account show --json")]
pub struct ShowArgs {}

/// Shows what the registry keeps about the asker.
///
/// # Errors
/// `sign_in_required`.
pub fn run(_args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    let identity = Identity::from(&caller.person);
    Ok(Report::object(&identity, views::identity(&identity))?.into())
}
