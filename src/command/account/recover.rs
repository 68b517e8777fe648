//! A forgotten password: have a recovery code mailed.
//!
//! # Secrets
//! The same answer and the same work for everybody. It stays open while sign-in waits, and for a password that is disabled.
use crate::command::Outcome;
use crate::command::accepted::{accepted, answered};
use crate::command::context::Context;
use crate::command::session::WrongTry;
use crate::error::Result;
use crate::model::email::Address;
use crate::model::shell::pao;
use crate::model::standing::Person;
use crate::notice::{Kind, account::recovery};
use crate::store::ReadView;
use crate::store::authority::visitor::Visitor;
use crate::store::change::codes::{self as change, RECOVERY_LIFE};
use crate::store::change::outbox;
use crate::store::query::{codes, messages, people};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account recover --email ann@example.com
  pao account recover")]
pub struct RecoverArgs {
    /// Your ID or current e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Address>,
}

/// Accepts for everybody; mails to whoever has an ID and a security question.
///
/// # Errors
/// `invalid_value`, `usage`.
pub fn run(args: &RecoverArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.email.as_ref(), "--email")?;
    cx.session().open()?;
    let email = cx.prompt().value(args.email.clone(), "--email", "Your ID or current e-mail address", |text| {
        Ok(Address::parse(text, "email")?)
    })?;
    let (code, hash) = cx.session().fresh_code()?;
    let (done, ()) = cx.session().change_with_try(None, WrongTry::default(), |tx| {
        let visitor = Visitor::anonymous(&tx);
        let due = due(tx.view(), &email)?;
        if let Some(person) = &due {
            change::order_recovery(&visitor, person.no, &hash)?;
            let until = tx.view().at().plus(RECOVERY_LIFE);
            outbox::queue(&visitor, recovery(person, &code, until, None));
        }
        Ok((answered(tx, &email, due.is_some())?, ()))
    })?;
    accepted(
        cx,
        &done,
        &format!("If {email} has an ID, a recovery code is on its way"),
        pao("account reset").option("--email", &email),
    )
}

/// The person, if a code would help them. Without a security question it would not: an operator who has none recovers by
/// `operator reset`, and whoever has the code of such a reset keeps it: a stranger who asks must not take it away. A mailbox
/// that has had its letters of this hour gets no more; the newest code lives on.
fn due(view: ReadView<'_>, email: &Address) -> Result<Option<Person>> {
    let Some(person) = people::at_address(view, email)? else { return Ok(None) };
    let answerable = people::question(view, person.no)?.is_some();
    let reset = codes::recovery(view, person.no)?.is_some_and(|code| !code.answer_needed);
    let few = !messages::mailbox_is_full(view, Kind::Recovery, &person.email)?;
    Ok(Some(person).filter(|_| answerable && few && !reset))
}
