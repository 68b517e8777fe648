//! The requests of a site; for operators those of all of them.
use crate::command::Outcome;
use crate::command::access::may_enter;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::provision::RequestStatus;
use crate::store::query::provisions::{self, Filter};
use clap::Args;

use super::view::{COLUMNS, row};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision list
  pao provision list --overdue
  pao provision list --status provisioned --format csv")]
pub struct ListArgs {
    /// Only open requests past their due date
    #[arg(long)]
    overdue: bool,
    /// Only requests in this state
    #[arg(long, value_name = "STATUS")]
    status: Option<RequestStatus>,
}

/// Streams the list: nothing is held but the row at hand.
///
/// # Errors
/// R1, R16; `invalid_value`.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let mut filter = Filter {
        site: None,
        status: args.status,
        overdue: args.overdue,
        after: cx.options.after_number()?,
        limit: cx.options.limit(),
    };
    let caller = cx.authenticate()?;
    if !caller.person.operator || cx.options.site.is_some() {
        let site = cx.site(&caller)?;
        let standing = cx.standing(&caller, &site)?;
        if !caller.person.operator {
            may_enter(&standing)?;
        }
        filter.site = Some(site);
    }
    let relative = cx.output().relative_to();
    let (tx, mut output) = cx.reading()?;
    let mut list = output.list(COLUMNS)?;
    provisions::list(tx.view(), &filter, |one| list.row(&one, || row(&one, relative)))?;
    Ok(list.end("No requests")?.into())
}
