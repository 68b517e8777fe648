//! Record what a site has acquired.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::site::{operator_at, typed_site};
use crate::error::{Error, Result};
use crate::model::entitlement::Entitlement;
use crate::model::moment::Moment;
use crate::model::product::{GATEWAY, Product, Quantity};
use crate::model::when::EndTime;
use crate::model::when::StartTime;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::entitlements::{self as change, Terms};
use crate::store::query::entitlements;
use clap::Args;

use super::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao entitlement grant --site 7000017 --product sametime-gateway --quantity 1 --until 2027-12-31
  pao entitlement grant --site 7000017 --product sametime-gateway --quantity 2 --dry-run")]
pub struct GrantArgs {
    /// What was acquired, as in sametime-gateway
    #[arg(long, value_name = "PRODUCT")]
    product: Option<Product>,
    /// How many
    #[arg(long, value_name = "NUMBER")]
    quantity: Option<Quantity>,
    /// First day; now if left out
    #[arg(long, value_name = "DATE")]
    from: Option<StartTime>,
    /// Last day, or a span such as 90d; no end if left out
    #[arg(long, value_name = "DATE")]
    until: Option<EndTime>,
}

/// Records it. The same once more, with the same first day, is left alone.
///
/// # Errors
/// R1 for a site that has ended, R15, R16; `invalid_value`.
pub fn run(args: &GrantArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.product.as_ref(), "--product")?;
    cx.prompt().needed(args.quantity.as_ref(), "--quantity")?;
    cx.prompt().site_needed()?;
    let days = days(args, cx.session().now())?;
    let caller = cx.authenticate()?;
    let site = typed_site(cx)?;
    cx.judged_first(&caller, |tx, me| operator_at(me, tx.view(), &site).map(drop))?;
    let terms = terms(args, days, cx)?;
    cx.session().about(&terms.product);
    let (done, entitlement) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let (by, standing) = operator_at(&me, tx.view(), &site)?;
        rules::site::not_ended(&standing)?;
        if args.from.is_some()
            && let Some(there) = the_same(tx.view(), &site, &terms)?
        {
            return Ok((tx.unchanged(), there));
        }
        let number = change::grant(&by, &site, &terms)?;
        let mut entitlement =
            entitlements::numbered(tx.view(), number)?.ok_or_else(|| Error::not_found("the new entitlement"))?;
        if tx.is_dry_run() {
            // A number that a dry run hands out means nothing.
            entitlement.entitlement = None;
        }
        let entry = by.entry().at_site(site.as_str()).about(terms.product.as_str());
        let entry = entry.with("entitlement", number).with("quantity", terms.quantity.number());
        Ok((tx.commit(entry)?, entitlement))
    })?;
    let verb = if done.changed() { "Recorded" } else { "Unchanged:" };
    let line = format!("{verb} {} x {} for site {site}", entitlement.quantity, entitlement.product);
    let mut report = cx.changed(&done, &entitlement, details(&entitlement))?.status(line);
    if entitlement.until.is_some_and(|until| until < cx.session().now()) {
        report = report.warning("the entitlement has ended already");
    }
    Ok(report.into())
}

fn the_same(
    view: crate::store::ReadView<'_>,
    site: &crate::model::site::SiteNumber,
    terms: &Terms,
) -> Result<Option<Entitlement>> {
    let quantity = i64::from(terms.quantity.number());
    entitlements::the_same(view, site, &terms.product, quantity, terms.from, terms.until)
}

/// The days, as they were typed.
fn days(args: &GrantArgs, now: Moment) -> Result<(Moment, Option<Moment>)> {
    let from = args.from.map(|typed| typed.at(now, "from")).transpose()?.unwrap_or(now);
    let until = args.until.map(|typed| typed.at(now, "until")).transpose()?.map(|when| when.at);
    if until.is_some_and(|until| until < from) {
        return Err(Error::invalid("until", "until: lies before the first day"));
    }
    Ok((from, until))
}

fn terms(args: &GrantArgs, (from, until): (Moment, Option<Moment>), cx: &mut Context<'_>) -> Result<Terms> {
    Ok(Terms {
        product: product(args.product.clone(), cx)?,
        quantity: cx
            .prompt()
            .value(args.quantity, "--quantity", "Quantity", |text| Ok(Quantity::parse(text, "quantity")?))?,
        from,
        until,
    })
}

/// The product: the one that a rule names, or another one, which a person at a terminal confirms.
fn product(typed: Option<Product>, cx: &mut Context<'_>) -> Result<Product> {
    let parse = |text: &str| Ok(Product::parse(text, "product")?);
    let product = match typed {
        Some(product) => product,
        None if cx.prompt().can_ask() => cx.prompt().offered("--product", "Product", Some(GATEWAY), parse)?,
        None => cx.prompt().value(None, "--product", "Product", parse)?,
    };
    if !product.is_gateway() && cx.prompt().can_ask() {
        cx.prompt()
            .confirm(&format!("No rule asks for {product}; a gateway needs {GATEWAY}. Record it all the same?"))?;
    }
    Ok(product)
}
