//! Queue one letter again, and deliver it now.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::answer::Message;
use crate::model::shell::pao;
use crate::rules::Code;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::outbox as change;
use crate::store::query::messages;
use crate::ui::prose::Part;
use clap::Args;

use super::{once_queued, undelivered};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao outbox retry 12
  pao outbox retry 12 --json")]
pub struct RetryArgs {
    /// Number of the letter
    #[arg(value_parser = parsed::number("letter"), value_name = "N")]
    number: Option<i64>,
}

/// Tries a letter again that waits or was given up.
///
/// # Errors
/// R15; `not_found`; `wrong_state` for a letter that was delivered, or whose code has been erased; `delivery_failed`.
pub fn run(args: &RetryArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.caller_or_owner()?;
    let number = cx.prompt().value(args.number, "<N>", "Number of the letter", super::number)?;
    cx.session().about(&number);
    let who = caller.as_ref().map(|caller| &caller.person);
    let (done, mut message) = cx.session().change_with_try(who, WrongTry::default(), |tx| {
        let by = CaretakerAuthority::of_the_registry(&tx, caller.as_ref().map(|caller| &caller.key))?;
        let missing = || Error::not_found(format!("letter {number}"));
        let (message, letter) = messages::numbered(tx.view(), number)?.ok_or_else(missing)?;
        if message.state == "delivered" {
            return Err(Error::new(Code::WrongState, format!("letter {number} was delivered")));
        }
        if letter.secret.is_none() && letter.kind.secret_label().is_some() {
            return Err(Error::new(Code::WrongState, format!("the code of letter {number} has been erased"))
                .hinted("ask for a new one; it comes in a letter of its own"));
        }
        if !change::retry(&by, number)? {
            return Err(Error::new(Code::WrongState, format!("letter {number} is being sent at this moment"))
                .hinted(format!("`{}` says what became of it", pao("outbox show").arg(number))));
        }
        let entry = by.entry().about(number.to_string());
        let message = messages::numbered(tx.view(), number)?.ok_or_else(missing)?.0;
        Ok((tx.commit(entry)?, message))
    })?;
    if done.is_dry_run() {
        return Ok(cx.described(&done, &message, details(&message))?.dry_run().into());
    }
    let delivered = cx.session().delivery().and_then(|mut delivery| delivery.one(number)).map_err(once_queued)?;
    if let Some(stayed) = &delivered.own {
        return Err(undelivered(1, stayed));
    }
    message = messages::numbered(cx.session().read()?.view(), number)?.map_or(message, |(now, _)| now);
    let report = cx.described(&done, &message, details(&message))?;
    Ok(cx.said(&delivered, report).into())
}

pub(super) fn details(message: &Message) -> Vec<Part> {
    vec![
        Part::Pair("Letter", message.message.to_string()),
        Part::Pair("Kind", message.kind.clone()),
        Part::Pair("To", message.to.clone()),
    ]
}
