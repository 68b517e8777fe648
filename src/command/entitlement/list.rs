//! What a site has acquired; for operators what all of them have.
use crate::command::access::may_enter;
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::rules;
use crate::store::query::entitlements::{self, Filter};
use crate::ui::column::Column;
use clap::Args;

const COLUMNS: &[Column] = &[
    Column::new("entitlement"),
    Column::new("site"),
    Column::new("product"),
    Column::new("quantity"),
    Column::new("from"),
    Column::new("until"),
    Column::new("active"),
    Column::extra("revoked"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao entitlement list
  pao entitlement list --site 7000017 --format csv")]
pub struct ListArgs {}

/// Operators see every entitlement, or one site's; others those of their site, with `entitlements` of `view`.
///
/// # Errors
/// R1, R16.
pub fn run(_args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    let caller = cx.authenticate()?;
    let everywhere = caller.person.operator && cx.options.site.is_none();
    let site = if everywhere { None } else { Some(cx.site(&caller)?) };
    if let Some(site) = &site {
        let standing = cx.standing(&caller, site)?;
        if !caller.person.operator {
            may_enter(&standing)?;
        }
        rules::entitlement::may_see(&standing)?;
    }
    let found = entitlements::list(cx.session().read()?.view(), &Filter { site, after, limit })?;
    let now = cx.output().relative_to();
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for one in &found {
        let until = one.until.map(|until| views::when(until, now)).unwrap_or_default();
        list.row(one, || {
            vec![
                one.entitlement.map(|number| number.to_string()).unwrap_or_default(),
                one.site.to_string(),
                one.product.to_string(),
                one.quantity.to_string(),
                views::when(one.from, now),
                until,
                if one.active { "yes" } else { "no" }.to_owned(),
                one.revoked_at.map(|at| views::when(at, now)).unwrap_or_default(),
            ]
        })?;
    }
    Ok(list.end("No entitlements are on record")?.into())
}
