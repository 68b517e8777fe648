//! One site.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::rules;
use crate::store::query::sites;
use crate::ui::report::Report;
use clap::Args;

use super::NumberOptions;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site show --site 7000017
  pao site show --site 7000017 --json")]
pub struct ShowArgs {
    #[command(flatten)]
    pub(super) named: NumberOptions,
}

/// Shows a site within reach.
///
/// # Errors
/// R16.
pub fn run(_args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    let site = cx.site(&caller)?;
    cx.standing(&caller, &site)?;
    let summary = sites::shown(cx.session().read()?.view(), &caller.person, &site)?;
    let summary = summary.ok_or_else(|| rules::site::out_of_reach(site.as_str()))?;
    Ok(Report::object(&summary, views::site(&summary))?.into())
}
