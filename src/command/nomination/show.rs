//! One nomination.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::rules::nomination::{may_read, out_of_reach, within_reach};
use crate::store::query::{nominations, sites};
use crate::ui::report::Report;
use clap::Args;

use super::{details, which};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao nomination show 12
  pao nomination show 12 --json")]
pub struct ShowArgs {
    /// Number of the nomination
    #[arg(value_parser = parsed::number("nomination"), value_name = "N")]
    number: Option<i64>,
}

/// Shows a nomination to the Primary Contact of its site, and to whoever filed it.
///
/// # Errors
/// R16 for everybody else.
pub fn run(args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let which = which(cx, args.number, &[])?;
    let tx = cx.session().read()?;
    let view = tx.view();
    let missing = || out_of_reach(which.number);
    let filed = nominations::numbered(view, which.number)?.ok_or_else(missing)?;
    if which.site.is_some_and(|site| site != filed.site) {
        return Err(missing().into());
    }
    let standing = within_reach(sites::standing(view, &caller.person, &filed.site)?, &filed)?;
    may_read(&standing, &filed)?;
    let summary = nominations::summary(view, which.number)?.ok_or_else(missing)?;
    Ok(Report::object(&summary, details(&summary))?.into())
}
