//! Who has access to a site, now or at another time.
use crate::command::context::Context;
use crate::command::values::Visit;
use crate::command::{Outcome, sheets};
use crate::error::{Error, Result};
use crate::model::access::{Privilege, Role};
use crate::model::moment::Moment;
use crate::model::when::parse_days;
use crate::store::facts::access::{self, Filter};
use crate::ui::list::ListWriter;
use crate::ui::report::{Report, checked};
use clap::Args;

use super::may_read;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access list
  pao access list --role user --privilege tools=full
  pao access list --as-of 2026-03-01 --format csv")]
pub struct ListArgs {
    /// Only this role: primary, secondary or user
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only access that ends within this span, as in 30d
    #[arg(long, value_name = "SPAN")]
    expiring: Option<String>,
    /// As it was at the end of this day, or at this time
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Only those who hold at least this level, as in tools=full
    #[arg(long, value_name = "NAME=LEVEL")]
    privilege: Option<String>,
}

/// Streams the list; it is put in order on its way out.
///
/// # Errors
/// R1, R4, R16.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let (relative, filter) = (cx.relative_to(), filter(args, cx));
    let Visit { tx, world, manner, standing, values: filter } = cx.visit(filter)?;
    may_read(&standing)?;
    let mut list = ListWriter::by_key(&manner, sheets::ACCESS, &mut world.out)?;
    let granted = list.shows(sheets::ACCESS, "granted");
    access::list(tx.look(), &standing.site.site, &filter, |access| {
        checked(list.keyed(access.id, access, || sheets::access_row(access, relative, granted)))
    })?;
    checked(list.end().map(drop))?;
    Ok(Report::nothing().into())
}

fn filter(args: &ListArgs, cx: &Context<'_>) -> Result<Filter> {
    let now = cx.now();
    let by = |text: &str| Ok::<_, Error>(now.plus(parse_days(text, "expiring")?));
    Ok(Filter {
        role: args.role.as_deref().map(|text| Role::parse(text, "role")).transpose()?,
        expiring_by: args.expiring.as_deref().map(by).transpose()?,
        privilege: args.privilege.as_deref().map(privilege).transpose()?,
        as_of: args.as_of.as_deref().map(|text| Moment::parse_end(text, "as-of", now)).transpose()?,
        after: cx.options.after.clone(),
        limit: cx.options.limit(),
        unordered: true,
    })
}

fn privilege(text: &str) -> Result<(Privilege, i64)> {
    let Some((name, level)) = text.split_once('=') else {
        return Err(Error::invalid("privilege", "privilege: must look like tools=full"));
    };
    let privilege = Privilege::parse(name, "privilege")?;
    let rank = privilege.parse_level(level).map_err(|bad| {
        let error = Error::invalid("privilege", bad.to_string());
        bad.hint.into_iter().fold(error, Error::hinted)
    })?;
    Ok((privilege, rank))
}
