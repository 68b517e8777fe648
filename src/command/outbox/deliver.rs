//! Deliver every letter that is queued, now.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::delivery::{Delivered, Stayed};
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::answer::Change;
use crate::model::shell::pao;
use crate::rules::{self, Code};
use crate::store::facts::messages;
use crate::ui::report::{Part, Report};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(in crate::command) struct Delivery {
    delivered: i64,
    failed: i64,
    /// Letters that were queued when the command began.
    due: i64,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao outbox deliver
  pao outbox deliver --dry-run")]
pub struct DeliverArgs {}

/// Delivers, for operators; the rest of the outbox is asked for explicitly, so a failure is an error.
///
/// # Errors
/// R15; `delivery_failed` beside the answer.
pub fn run(_args: &DeliverArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    if let Err(refusal) = rules::site::an_operator(&caller.person) {
        // There is no transaction of its own that would put the refusal on record.
        return Err(cx.session().put_on_record(Some(&caller.person), refusal.into(), &WrongTry::default())?);
    }
    let due = messages::count_queued(cx.session().read()?.view())?;
    let dry_run = cx.options.dry_run;
    let done = if dry_run { Delivered::default() } else { cx.session().delivery()?.everything()? };
    let delivery = Delivery { delivered: done.delivered, failed: done.failed, due };
    let details = vec![
        Part::Pair("Due", due.to_string()),
        Part::Pair("Delivered", done.delivered.to_string()),
        Part::Pair("Failed", done.failed.to_string()),
    ];
    let changed = if dry_run { due > 0 } else { done.delivered > 0 };
    let report = Report::object(&Change { object: delivery, changed, dry_run, notices: vec![] }, details)?;
    match done.why {
        Some(stayed) if done.failed > 0 => Err(undelivered(done.failed, &stayed)),
        Some(stayed) => Ok(report.warning(format!("{}: every letter waits", stayed.why.words)).into()),
        None => Ok(report.into()),
    }
}

/// The error for letters that were to go now and did not, with the reason; of several with the last one.
pub(super) fn undelivered(failed: i64, stayed: &Stayed) -> Error {
    let why = &stayed.why;
    let words = if failed == 1 {
        format!("the letter was not delivered: {why}")
    } else {
        format!("{failed} letters were not delivered: {why}")
    };
    let then = match (failed, stayed.for_good) {
        (1, false) => {
            format!("it stays queued and is tried again by itself: `{}`", pao("outbox list --state queued"))
        }
        (1, true) => format!("it has failed and is not tried again by itself: `{}`", pao("outbox list --state failed")),
        _ => format!("what became of each: `{}`", pao("outbox list")),
    };
    Error::new(Code::DeliveryFailed, words).hinted(then)
}
