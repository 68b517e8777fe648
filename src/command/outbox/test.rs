//! Send a letter that says that the mail works.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::delivery::config::cautions;
use crate::command::parsed;
use crate::error::Result;
use crate::model::email::Address;
use crate::model::upkeep::Tested;
use crate::notice;
use crate::rules;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::outbox as change;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::undelivered;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao outbox test --to me@vendor.example
  pao outbox test --to me@vendor.example --dry-run")]
pub struct TestArgs {
    /// Where it goes
    #[arg(long, value_parser = parsed::new_address, value_name = "ADDRESS")]
    to: Option<Address>,
}

/// Queues a test letter and delivers it now, for operators.
///
/// # Errors
/// R15; `delivery_failed` where the transport does not take it.
pub fn run(args: &TestArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.to.as_ref(), "--to")?;
    let caller = cx.authenticate()?;
    let to = cx.prompt().value(args.to.clone(), "--to", "Address to which the test letter goes", |text| {
        Ok(Address::parse_new(text, "to")?)
    })?;
    cx.session().about(&to);
    let (done, tested) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        rules::site::an_operator(me.person())?;
        let by = OperatorAuthority::of(&me)?;
        change::queue(&by, notice::registry::test(to.as_str(), me.person()));
        let entry = by.entry().about(to.as_str());
        Ok((tx.commit(entry)?, Tested { to: to.clone() }))
    })?;
    let prose = vec![Part::Line(format!("A test letter goes to {to}"))];
    let report = cx.described(&done, &tested, prose)?;
    if done.is_dry_run() {
        return Ok(report.dry_run().into());
    }
    let delivered = cx.session().delivery()?.of(&done)?;
    if let Some(stayed) = &delivered.own {
        return Err(undelivered(1, stayed));
    }
    let report = cautions(cx.session().read()?.view(), None)?.into_iter().fold(report, Report::warning);
    Ok(cx.said(&delivered, report).into())
}
