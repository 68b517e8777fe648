//! Help somebody to a new password who has no security question, or no answer to it: the owner of the file has a recovery
//! code mailed that needs none. It goes to the person alone; who ordered it is on record, and every operator is told.
use crate::command::context::Context;
use crate::command::session::WrongTry;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::email::Address;
use crate::notice::{Kind, account::recovery};
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::codes::{self as change, RECOVERY_LIFE};
use crate::store::change::outbox;
use crate::store::query::people;
use clap::Args;

use super::tell_operators;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Every operator is told.

Examples:
  pao operator reset ops@vendor.example
  pao operator reset ops@vendor.example --dry-run")]
pub struct ResetArgs {
    /// ID of the person
    #[arg(value_name = "ID")]
    id: Option<Address>,
}

/// Mails the code.
///
/// # Errors
/// `owner_only`; `not_found`.
pub fn run(args: &ResetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    let caller = cx.authenticate_if_any()?;
    let id = cx.prompt().value(args.id.clone(), "<ID>", "ID of the person", |text| Ok(Address::parse(text, "id")?))?;
    cx.session().about(&id);
    let (code, hash) = cx.session().fresh_code()?;
    let asker = caller.as_ref().map(|caller| &caller.person);
    let who = asker.map_or_else(|| "the owner of the database file".to_owned(), crate::model::standing::Person::named);
    let (done, identity) = cx.session().change_with_try(asker, WrongTry::default(), |tx| {
        let by = CaretakerAuthority::owner(&tx, caller.as_ref().map(|caller| &caller.key))?;
        let person = people::with_id(tx.view(), &id)?.ok_or_else(|| Error::not_found(&id))?;
        change::order_reset(&by, person.no, &hash)?;
        let until = tx.view().at().plus(RECOVERY_LIFE);
        outbox::queue(&by, recovery(&person, &code, until, Some(&who)));
        tell_operators(tx.view(), &by, Kind::Recovery, &person, &who)?;
        let entry = by.entry().about(id.as_str());
        Ok((tx.commit(entry)?, Identity::from(&person)))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status(format!("A recovery code that needs no answer is on its way to {}", identity.email)).into())
}
