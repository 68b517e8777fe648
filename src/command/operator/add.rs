//! Name an operator.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::email::Address;
use crate::notice::{Kind, registry::to_operator};
use crate::rules::{self, Code, Refusal};
use crate::store::authority::{confirmed::Confirmed, operator::OperatorAuthority, signed_in::SignedIn};
use crate::store::change::{operators as change, outbox};
use crate::store::query::{people, ties};
use clap::Args;

use super::tell_operators;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao operator add otto@vendor.example
  pao operator add otto@vendor.example --password-file -")]
pub struct AddArgs {
    /// ID of the person
    #[arg(value_name = "ID")]
    id: Option<Address>,
}

/// Makes a person an operator, after the password was given again (R19).
///
/// # Errors
/// R5, R15, R19.
pub fn run(args: &AddArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    cx.prompt().password_needed()?;
    let caller = cx.authenticate()?;
    let id =
        cx.prompt().value(args.id.clone(), "<ID>", "ID of the new operator", |text| Ok(Address::parse(text, "id")?))?;
    cx.session().about(&id);
    let (done, identity) = cx.change_confirmed(&caller, None, |tx, confirmation| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = OperatorAuthority::of(&me)?;
        let no_id = || Refusal::new(Code::IdRequired, format!("{id} has no ID yet"));
        let person = people::with_id(tx.view(), &id)?.ok_or_else(no_id)?;
        let named = !person.operator;
        if named {
            rules::account::may_become_operator(id.as_str(), &ties::of(tx.view(), &person)?)?;
        }
        let confirmed = Confirmed::by(&me, confirmation)?;
        if named {
            outbox::queue(&by, to_operator(Kind::OperatorNamed, &person, me.person()));
            tell_operators(tx.view(), &by, Kind::OperatorNamed, &person, &me.person().named())?;
            change::name(&by, &confirmed, &person)?;
        }
        let now = people::numbered(tx.view(), person.no)?.ok_or_else(|| Error::not_found(&id))?;
        let entry = by.entry().about(id.as_str());
        Ok((if named { tx.commit(entry)? } else { tx.unchanged() }, Identity::from(&now)))
    })?;
    let verb = if done.changed() { "is an operator now" } else { "is an operator already" };
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status(format!("{} {verb}", identity.id)).into())
}
