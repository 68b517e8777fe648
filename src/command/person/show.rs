//! One person, for an operator: verified, locked, sites and roles; no secrets.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::{Identity, PersonSummary};
use crate::model::email::Address;
use crate::rules;
use crate::rules::throttle::DISABLED;
use crate::store::query::{people, sites};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao person show ann@example.com
  pao person show ann@example.com --json")]
pub struct ShowArgs {
    /// ID or current address of the person
    #[arg(value_name = "ID")]
    id: Option<Address>,
}

/// Shows a person.
///
/// # Errors
/// R15; `not_found`.
pub fn run(args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    let caller = cx.authenticate()?;
    let id = cx.prompt().value(args.id.clone(), "<ID>", "ID of the person", |text| Ok(Address::parse(text, "id")?))?;
    cx.session().about(&id);
    rules::site::an_operator(&caller.person)?;
    let now = cx.session().now();
    let tx = cx.session().read()?;
    let person = people::at_address(tx.view(), &id)?.ok_or_else(|| Error::not_found(&id))?;
    let lock = people::lock(tx.view(), person.no)?;
    let summary = PersonSummary {
        identity: Identity::from(&person),
        locked: lock.password.is_none() || lock.failures >= DISABLED,
        retry_at: (lock.not_before > now).then_some(lock.not_before),
        sites: sites::of_person(tx.view(), person.no)?,
    };
    let mut details = views::identity(&summary.identity);
    details.push(Part::Pair("Locked", if summary.locked { "yes" } else { "no" }.to_owned()));
    for own in &summary.sites {
        details.push(Part::Pair("Site", format!("{} {} ({}, {})", own.site, own.company, own.role, own.status)));
    }
    Ok(Report::object(&summary, details)?.into())
}
