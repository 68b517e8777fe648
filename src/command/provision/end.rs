//! End a gateway that is served: its providers close and its domains are free again.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::model::provision::RequestStatus;
use crate::notice::Kind;
use crate::rules::provision::in_state;
use crate::store::authority::request::{End, RequestAuthority};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::provisions as change;
use clap::Args;

use super::telling::{News, tell};
use super::view::details;
use super::{shown, wanted};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision end 12
  pao provision end 12 --reason 'moved to another service' --yes")]
pub struct EndArgs {
    /// Number of the request
    #[arg(value_parser = parsed::number("request"), value_name = "N")]
    number: Option<i64>,
    /// Why; those concerned are told
    #[arg(long, value_parser = parsed::line::<500>, value_name = "TEXT")]
    reason: Option<String>,
}

/// Ends a provisioned gateway.
///
/// # Errors
/// R1, R4, R16; `wrong_state`; `usage` without `--yes` where nobody can be asked.
pub fn run(args: &EndArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    cx.prompt().confirmable()?;
    let caller = cx.authenticate()?;
    let wanted = wanted(cx, args.number)?;
    let reason = args.reason.clone();
    cx.prompt().confirm(&format!("End the gateway of request {}?", wanted.number))?;
    let (done, one) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = RequestAuthority::<End>::of(&me, &wanted)?;
        in_state(by.request(), &[RequestStatus::Provisioned], "ended")?;
        change::end(&by, reason.as_deref())?;
        let one = shown(tx.view(), wanted.number)?;
        let news = News { request: by.request(), shown: &one, site: &by.standing().site, by: me.person() };
        tell(&by, tx.view(), Kind::ProvisionEnded, &news)?;
        let entry = by.entry().with("reason", reason.as_deref());
        Ok((tx.commit(entry)?, one))
    })?;
    Ok(cx.changed(&done, &one, details(&one))?.status(format!("Ended the gateway of request {}", wanted.number)).into())
}
