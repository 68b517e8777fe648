//! Send a letter that says that the mail works.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::delivery::config::cautions;
use crate::command::parsed;
use crate::command::session::WrongTry;
use crate::error::Result;
use crate::model::email::Address;
use crate::model::standing::Person;
use crate::model::upkeep::Tested;
use crate::notice;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::outbox as change;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::{once_queued, undelivered};

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
    let caller = cx.caller_or_owner()?;
    let to = cx.prompt().value(args.to.clone(), "--to", "Address to which the test letter goes", |text| {
        Ok(Address::parse_new(text, "to")?)
    })?;
    cx.session().about(&to);
    let who = caller.as_ref().map(|caller| &caller.person);
    let (done, tested) = cx.session().change_with_try(who, WrongTry::default(), |tx| {
        let by = CaretakerAuthority::of_the_registry(&tx, caller.as_ref().map(|caller| &caller.key))?;
        let name = by.person().map_or_else(|| "the owner of the registry".to_owned(), Person::named);
        change::queue(&by, notice::registry::test(to.as_str(), &name));
        let entry = by.entry().about(to.as_str());
        Ok((tx.commit(entry)?, Tested { to: to.clone() }))
    })?;
    let prose = vec![Part::Line(format!("A test letter goes to {to}"))];
    let report = cx.described(&done, &tested, prose)?;
    if done.is_dry_run() {
        return Ok(report.dry_run().into());
    }
    let delivered = cx.session().delivery().and_then(|mut delivery| delivery.of(&done)).map_err(once_queued)?;
    if let Some(stayed) = &delivered.own {
        return Err(undelivered(1, stayed));
    }
    let report = cautions(cx.session().read()?.view(), None)?.into_iter().fold(report, Report::warning);
    Ok(cx.said(&delivered, report).into())
}
