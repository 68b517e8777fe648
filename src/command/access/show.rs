//! What one person may do at a site; without an ID, oneself.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::email::Address;
use crate::store::query::{access, people};
use crate::ui::report::Report;
use clap::Args;

use super::may_look_at;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access show
  pao access show bob@example.com")]
pub struct ShowArgs {
    /// ID of the person; your own when left out
    #[arg(value_name = "ID")]
    id: Option<Address>,
}

/// Shows the current access.
///
/// # Errors
/// R1, R4, R16.
pub fn run(args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    let id = args.id.clone().unwrap_or_else(|| caller.person.id.clone());
    cx.session().about(&id);
    let site = cx.site(&caller)?;
    let standing = cx.standing(&caller, &site)?;
    may_look_at(&standing, &id)?;
    let tx = cx.session().read()?;
    let shown = match people::with_id(tx.view(), &id)? {
        Some(person) => access::of(tx.view(), &site, person.no)?,
        None => None,
    };
    let shown = shown.ok_or_else(|| Error::not_found(format!("the access of {id} at site {site}")))?;
    Ok(Report::object(&shown, views::access(&shown))?.into())
}
