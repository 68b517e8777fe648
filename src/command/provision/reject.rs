//! The vendor says no to a request, and why.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::model::text;
use crate::notice::Kind;
use crate::rules::provision::{OPEN, in_state};
use crate::store::authority::request::{RequestAuthority, Work};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::provisions as change;
use clap::Args;

use super::telling::{News, tell};
use super::view::details;
use super::{shown, wanted};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision reject 12 --reason 'the host does not answer'
  pao provision reject 12 --reason 'the certificate is of another host' --dry-run")]
pub struct RejectArgs {
    /// Number of the request
    #[arg(value_parser = parsed::number("request"), value_name = "N")]
    number: Option<i64>,
    /// Why; those concerned are told
    #[arg(long, value_parser = parsed::line::<500>, value_name = "TEXT")]
    reason: Option<String>,
}

/// Rejects a request that is submitted or received.
///
/// # Errors
/// R1, R15, R16; `wrong_state`.
pub fn run(args: &RejectArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    cx.prompt().needed(args.reason.as_ref(), "--reason")?;
    let caller = cx.authenticate()?;
    let wanted = wanted(cx, args.number)?;
    let reason =
        cx.prompt().value(args.reason.clone(), "--reason", "Reason", |text| Ok(text::line(text, "reason", 500)?))?;
    let (done, one) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = RequestAuthority::<Work>::of(&me, &wanted)?;
        in_state(by.request(), OPEN, "rejected")?;
        change::reject(&by, &reason)?;
        let one = shown(tx.view(), wanted.number)?;
        let news = News { request: by.request(), shown: &one, site: &by.standing().site, by: me.person() };
        tell(&by, tx.view(), Kind::ProvisionRejected, &news)?;
        let entry = by.entry().with("reason", reason.as_str());
        Ok((tx.commit(entry)?, one))
    })?;
    Ok(cx.changed(&done, &one, details(&one))?.status(format!("Rejected request {}", wanted.number)).into())
}
