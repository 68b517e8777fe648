//! Deliver every letter that is due, now.
use crate::command::Outcome;
use crate::command::context::{Context, WrongTry};
use crate::command::deliver::Delivered;
use crate::error::{Error, Result};
use crate::model::answer::Change;
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
    /// Letters that were due when the command began.
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
    let door = cx.door()?;
    if let Err(refusal) = rules::site::an_operator(&door.person) {
        // There is no transaction of its own that would put the refusal on record.
        return Err(cx.put_on_record(Some(&door.person), refusal.into(), &WrongTry::default())?);
    }
    let now = cx.now();
    let due = messages::count_due(cx.read()?.look(), now)?;
    let dry_run = cx.options.dry_run;
    let done = if dry_run { Delivered::default() } else { cx.deliver_within(None)? };
    let delivery = Delivery { delivered: done.delivered, failed: done.failed, due };
    let sheet = vec![
        Part::Pair("Due", due.to_string()),
        Part::Pair("Delivered", done.delivered.to_string()),
        Part::Pair("Failed", done.failed.to_string()),
    ];
    let changed = if dry_run { due > 0 } else { done.delivered > 0 };
    let report = Report::object(&Change { object: delivery, changed, dry_run, notices: vec![] }, sheet)?;
    if done.failed > 0 {
        return Err(undelivered(done.failed));
    }
    let off = "mail is switched off (mail.transport is off): every letter waits";
    Ok(if done.off { report.warning(off) } else { report }.into())
}

/// The error for letters that were to go now and did not.
pub(super) fn undelivered(failed: i64) -> Error {
    let words = if failed == 1 {
        "the letter was not delivered".to_owned()
    } else {
        format!("{failed} letters were not delivered")
    };
    Error::new(Code::DeliveryFailed, words).hinted("`pao outbox list --state queued` says why; they stay queued")
}
