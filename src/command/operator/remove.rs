//! Remove an operator; one stays.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::email::Address;
use crate::notice::{Kind, registry::to_operator};
use crate::rules;
use crate::store::authority::{confirmed::Confirmed, operator::OperatorAuthority, signed_in::SignedIn};
use crate::store::change::{operators as change, outbox};
use crate::store::query::people;
use clap::Args;

use super::tell_operators;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao operator remove otto@vendor.example
  pao operator remove otto@vendor.example --yes --password-file -")]
pub struct RemoveArgs {
    /// ID of the operator
    #[arg(value_name = "ID")]
    id: Option<Address>,
}

/// Makes an operator a person like everybody else, after the password was given again (R19). The ID stays.
///
/// # Errors
/// R15, R19; `not_found` for somebody who is none; `last_operator`; `usage` without `--yes` where nobody can be asked.
pub fn run(args: &RemoveArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    cx.prompt().confirmable()?;
    cx.prompt().password_needed()?;
    let caller = cx.authenticate()?;
    let id =
        cx.prompt().value(args.id.clone(), "<ID>", "ID of the operator", |text| Ok(Address::parse(text, "id")?))?;
    cx.session().about(&id);
    let question = format!("Remove {id} from the operators?");
    let (done, identity) = cx.change_confirmed(&caller, Some(&question), |tx, confirmation| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = OperatorAuthority::of(&me)?;
        let person = people::with_id(tx.view(), &id)?.filter(|person| person.operator);
        let none = || Error::not_found(format!("operator {id}")).hinted("`pao operator list` shows who is one");
        let person = person.ok_or_else(none)?;
        rules::account::not_the_last(people::operators(tx.view())?.len())?;
        let confirmed = Confirmed::by(&me, confirmation)?;
        outbox::queue(&by, to_operator(Kind::OperatorRemoved, &person, me.person()));
        tell_operators(tx.view(), &by, Kind::OperatorRemoved, &person, &me.person().named())?;
        change::remove(&by, &confirmed, &person)?;
        let now = people::numbered(tx.view(), person.no)?.ok_or_else(none)?;
        let entry = by.entry().about(id.as_str());
        Ok((tx.commit(entry)?, Identity::from(&now)))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status(format!("{} is no longer an operator", identity.id)).into())
}
