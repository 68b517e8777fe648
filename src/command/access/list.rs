//! Who has access to a site, now or at another time.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::site_meant::Visit;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::Malformed;
use crate::model::access::{Privilege, Role};
use crate::model::when::EndTime;
use crate::store::query::access::{self, Filter};
use clap::Args;

use super::may_read;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access list
  pao access list --role user --privilege tools=full
  pao access list --as-of 2026-03-01 --format csv")]
pub struct ListArgs {
    /// Only this role
    #[arg(long, value_name = "ROLE")]
    role: Option<Role>,
    /// Only access that ends within this span, as in 30d
    #[arg(long, value_parser = parsed::span, value_name = "SPAN")]
    expiring: Option<i64>,
    /// As it was at the end of this day, or at this time
    #[arg(long, value_name = "DATE")]
    as_of: Option<EndTime>,
    /// Only those who hold at least this level, as in tools=full
    #[arg(long, value_parser = privilege, value_name = "NAME=LEVEL")]
    privilege: Option<(Privilege, i64)>,
    /// Every privilege in a column of its own
    #[arg(long, conflicts_with = "columns")]
    wide: bool,
}

/// Streams the list, by ID.
///
/// # Errors
/// R1, R4, R16.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(views::ACCESS)?;
    let (relative, filter) = (cx.output().relative_to(), filter(args, cx));
    let Visit { tx, mut output, standing, values: filter } = cx.visit(filter)?;
    may_read(&standing)?;
    if args.wide {
        output.options.columns = Some(views::WIDE.to_owned());
    }
    let mut list = output.list(views::ACCESS)?;
    let granted = list.shows(views::ACCESS, "granted");
    access::list(tx.view(), &standing.site.site, &filter, |access| {
        list.row(access, || views::access_row(access, relative, granted))
    })?;
    Ok(list.end("No one with access fits")?.into())
}

fn filter(args: &ListArgs, cx: &mut Context<'_>) -> Result<Filter> {
    let now = cx.session().now();
    Ok(Filter {
        role: args.role,
        expiring_by: args.expiring.map(|span| now.plus(span)),
        privilege: args.privilege,
        as_of: args.as_of.map(|typed| typed.at(now, "as-of")).transpose()?.map(|when| when.at),
        after: cx.options.after.clone(),
        limit: cx.options.limit(),
    })
}

fn privilege(text: &str) -> Result<(Privilege, i64), Malformed> {
    let Some((name, level)) = text.split_once('=') else {
        return Err(Malformed::new("", "must look like tools=full"));
    };
    let privilege = Privilege::parse(name, "")?;
    let rank = privilege.parse_level(level).map_err(|bad| Malformed { problem: bad.to_string(), field: "", ..bad })?;
    Ok((privilege, rank))
}
