//! Deliver every letter that is queued, now.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::delivery::Delivered;
use crate::command::session::WrongTry;
use crate::error::Result;
use crate::model::answer::Change;
use crate::model::upkeep::Delivery;
use crate::store::query::messages;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::undelivered;

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
    if let Err(error) = cx.caretaker() {
        // There is no transaction of its own that would put the refusal on record.
        let who = cx.known_caller();
        return Err(cx.session().put_on_record(who.as_ref(), error, &WrongTry::default())?);
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
        None if cx.prompt().guest && due > 0 && !dry_run => {
            Ok(report.status("The registry's own unit delivers them, within a minute").into())
        }
        None => Ok(report.into()),
    }
}
