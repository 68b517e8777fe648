//! Take back a nomination of one's own.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::rules::nomination::out_of_reach;
use crate::store::authority::{nominations::NomineeAuthority, signed_in::SignedIn};
use crate::store::change::nominations as change;
use crate::store::change::outbox;
use crate::store::query::nominations;
use clap::Args;

use super::{details, which};
use crate::notice::nomination::withdrawn;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao nomination withdraw 12
  pao nomination withdraw 12 --dry-run")]
pub struct WithdrawArgs {
    /// Number of the nomination
    #[arg(value_parser = parsed::number("nomination"), value_name = "N")]
    number: Option<i64>,
}

/// Withdraws; the nominee has it in writing, and the Primary Contact is told.
///
/// # Errors
/// R1, R11, R15, R16; `wrong_state` when it waits for no answer any more.
pub fn run(args: &WithdrawArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let which = which(cx, args.number, &[])?;
    let (done, summary) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = NomineeAuthority::of(&me, which.number, which.site.as_ref())?;
        change::withdraw(&by)?;
        outbox::queue_all(&by, withdrawn(&by.standing().site, by.filed(), me.person(), "taken back"));
        let summary = nominations::summary(tx.view(), which.number)?.ok_or_else(|| out_of_reach(which.number))?;
        let entry = by.entry();
        Ok((tx.commit(entry)?, summary))
    })?;
    let report = cx.changed(&done, &summary, details(&summary))?;
    Ok(report.status(format!("Withdrew nomination {}", which.number)).into())
}
