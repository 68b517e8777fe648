//! One request.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::rules;
use crate::store::query::provisions;
use crate::ui::report::Report;
use clap::Args;

use super::view::details;
use super::{shown, wanted};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision show 12
  pao provision show 12 --json")]
pub struct ShowArgs {
    /// Number of the request
    #[arg(value_parser = parsed::number("request"), value_name = "N")]
    number: Option<i64>,
}

/// Shows a request within reach: of the site's people, of operators, of whoever filed it.
///
/// # Errors
/// R16.
pub fn run(args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let wanted = wanted(cx, args.number)?;
    let tx = cx.session().read()?;
    let found = provisions::standing(tx.view(), &caller.person, wanted.number, wanted.site.as_ref())?;
    rules::provision::within_reach(found, wanted.number)?;
    let one = shown(tx.view(), wanted.number)?;
    Ok(Report::object(&one, details(&one))?.into())
}
