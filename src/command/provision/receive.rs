//! An operator works on a request.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::Result;
use crate::model::provision::Received;
use crate::model::provision::{HeldDomain, RequestStatus};
use crate::notice::Kind;
use crate::rules::provision::in_state;
use crate::store::authority::request::{RequestAuthority, Work};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::provisions as change;
use crate::store::query::provisions;
use clap::Args;

use super::telling::{News, tell};
use super::view::details;
use super::{shown, wanted};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision receive 12
  pao provision receive 12 --dry-run")]
pub struct ReceiveArgs {
    /// Number of the request
    #[arg(value_parser = parsed::number("request"), value_name = "N")]
    number: Option<i64>,
}

/// Marks a submitted request as received, and shows which of its domains are taken.
///
/// # Errors
/// R1, R15, R16; `wrong_state`.
pub fn run(args: &ReceiveArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let wanted = wanted(cx, args.number)?;
    let (done, received) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = RequestAuthority::<Work>::of(&me, &wanted)?;
        in_state(by.request(), &[RequestStatus::Submitted], "received")?;
        change::receive(&by)?;
        let one = shown(tx.view(), wanted.number)?;
        let news = News { request: by.request(), shown: &one, site: &by.standing().site, by: me.person() };
        tell(&by, tx.view(), Kind::ProvisionReceived, &news)?;
        let held_domains = provisions::held_elsewhere(tx.view(), by.request())?;
        let entry = by.entry();
        Ok((tx.commit(entry)?, Received { provision: one, held_domains }))
    })?;
    let prose = details(&received.provision);
    let mut report = cx.changed(&done, &received, prose)?.status(format!("Received request {}", wanted.number));
    for held in &received.held_domains {
        let HeldDomain { domain, request, site } = held;
        report = report.warning(format!("{domain} is held by the gateway of request {request} at site {site}"));
    }
    Ok(report.into())
}
