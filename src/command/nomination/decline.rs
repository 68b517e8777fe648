//! Say no to a nomination, and why.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::model::text;
use crate::notice::nomination::declined;
use crate::rules::nomination::{PAUSE, out_of_reach};
use crate::store::authority::{nominations::DecidingAuthority, signed_in::SignedIn};
use crate::store::change::{nominations as change, outbox};
use crate::store::query::nominations;
use clap::Args;

use super::{details, waiting, which};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao decline 12 --reason 'not one of us'
  pao decline 12 --dry-run")]
pub struct DeclineArgs {
    /// Number of the nomination
    #[arg(value_parser = parsed::number("nomination"), value_name = "N")]
    number: Option<i64>,
    /// Why; the nominee is told
    #[arg(long, value_parser = parsed::line::<500>, value_name = "TEXT")]
    reason: Option<String>,
}

/// Declines. The nominee may ask again after seven days.
///
/// # Errors
/// R1, R11, R15, R16; `usage` without a reason; `wrong_state` when it waits for no answer any more.
pub fn run(args: &DeclineArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    cx.prompt().needed(args.reason.as_ref(), "--reason")?;
    let caller = cx.authenticate()?;
    let waiting = if args.number.is_none() { waiting(cx, &caller)? } else { Vec::new() };
    let which = which(cx, args.number, &waiting)?;
    cx.judged_first(&caller, |_, me| DecidingAuthority::of(me, which.number, which.site.as_ref()).map(drop))?;
    let reason = cx.prompt().value(args.reason.clone(), "--reason", "Reason (the nominee is told)", |reason| {
        Ok(text::line(reason, "reason", 500)?)
    })?;
    let (done, summary) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = DecidingAuthority::of(&me, which.number, which.site.as_ref())?;
        change::decline(&by, &reason)?;
        let until = tx.view().at().plus(PAUSE);
        outbox::queue(&by, declined(&by.standing().site, by.filed(), me.person(), &reason, until));
        let summary = nominations::summary(tx.view(), which.number)?.ok_or_else(|| out_of_reach(which.number))?;
        let entry = by.entry().with("reason", reason.as_str());
        Ok((tx.commit(entry)?, summary))
    })?;
    let report = cx.changed(&done, &summary, details(&summary))?;
    Ok(report.status(format!("Declined the nomination of {} at site {}", summary.id, summary.site)).into())
}
