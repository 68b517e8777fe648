//! The sites within reach.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::email::Address;
use crate::model::site::SiteStatus;
use crate::store::query::sites::{self, Filter};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site list
  pao site list --status awaiting-primary --json")]
pub struct ListArgs {
    /// Only companies whose name contains this
    #[arg(long, value_name = "TEXT")]
    company: Option<String>,
    /// Only sites with this Primary Contact
    #[arg(long, value_name = "ADDRESS")]
    primary: Option<Address>,
    /// Only sites in this state
    #[arg(long, value_name = "STATUS")]
    status: Option<SiteStatus>,
}

/// Operators see all sites, others those at which they have access, or which await them.
///
/// # Errors
/// `invalid_value`.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(views::SITES)?;
    let caller = cx.authenticate()?;
    let filter = Filter {
        of: (!caller.person.operator).then(|| (caller.person.no, caller.person.email.clone())),
        company: args.company.clone(),
        primary: args.primary.clone(),
        status: args.status,
        after: cx.options.after.clone(),
        limit: cx.options.limit(),
    };
    let found = sites::list(cx.session().read()?.view(), &caller.person, &filter)?;
    let now = cx.output().relative_to();
    let mut output = cx.output();
    let mut list = output.list(views::SITES)?;
    for site in &found {
        list.row(site, || views::site_row(site, now))?;
    }
    Ok(list.end("No site is within your reach")?.into())
}
