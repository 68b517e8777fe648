//! The gateway of a request is served from now on.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::provision::{Provision, RequestFacts, RequestStatus};
use crate::model::shell::pao;
use crate::notice::Kind;
use crate::rules::provision::{OPEN, in_state};
use crate::rules::{self, Code};
use crate::store::ReadView;
use crate::store::WriteTx;
use crate::store::authority::request::{RequestAuthority, Work};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::provisions as change;
use crate::store::query::{entitlements, provisions};
use clap::Args;

use super::telling::{News, tell};
use super::view::details;
use super::{shown, wanted};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision complete 12
  pao provision complete 12 --dry-run")]
pub struct CompleteArgs {
    /// Number of the request
    #[arg(value_parser = parsed::number("request"), value_name = "N")]
    number: Option<i64>,
}

/// Completes an open request. The gateway that it replaces ends in the same transaction.
///
/// # Errors
/// R1, R15, R16; `wrong_state`; `conflict` where another gateway holds one of its domains.
pub fn run(args: &CompleteArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let wanted = wanted(cx, args.number)?;
    let (done, (one, ended)) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = RequestAuthority::<Work>::of(&me, &wanted)?;
        in_state(by.request(), OPEN, "completed")?;
        domains_are_free(tx.view(), by.request())?;
        let one = complete(&tx, &me, &by)?;
        let entry = by.entry().with("replaces", one.replaces);
        let ended = entitlement_ended(tx.view(), &by)?;
        Ok((tx.commit(entry)?, (one, ended)))
    })?;
    let line = format!("Provisioned the gateway of request {}", wanted.number);
    let mut report = cx.changed(&done, &one, details(&one))?.status(line);
    if let Some(words) = ended {
        report = report.warning(words);
    }
    Ok(report.into())
}

fn complete(tx: &WriteTx<'_>, me: &SignedIn<'_>, by: &RequestAuthority<'_, Work>) -> Result<Provision> {
    let (view, number, site) = (tx.view(), by.request().number, &by.standing().site);
    let old = by.request().replaces.map(|old| provisions::numbered(view, old)).transpose()?.flatten();
    // It may have ended by itself since this request was submitted.
    let old = old.filter(|old| old.status == RequestStatus::Provisioned);
    change::complete(by, old.as_ref())?;
    if let Some(old) = &old {
        let shown = shown(view, old.number)?;
        tell(by, view, Kind::ProvisionEnded, &News { request: old, shown: &shown, site, by: me.person() })?;
    }
    let one = shown(view, number)?;
    tell(by, view, Kind::ProvisionComplete, &News { request: by.request(), shown: &one, site, by: me.person() })?;
    Ok(one)
}

fn domains_are_free(view: ReadView<'_>, request: &RequestFacts) -> Result<()> {
    let held = provisions::held_elsewhere(view, request)?;
    let Some(first) = held.first() else { return Ok(()) };
    let words = format!("{} is held by the gateway of request {} at site {}", first.domain, first.request, first.site);
    let details = serde_json::to_value(&held).unwrap_or_default();
    Err(Error::new(Code::Conflict, words)
        .hinted(format!(
            "end that gateway first: `{}`; or reject this request",
            pao("provision end").arg(first.request)
        ))
        .detailed("held_domains", details))
}

/// The entitlement is judged at submission (R13); one that has ended since is worth a word.
fn entitlement_ended(view: ReadView<'_>, by: &RequestAuthority<'_, Work>) -> Result<Option<String>> {
    let held = entitlements::of_site(view, &by.request().site)?;
    let judged = rules::entitlement::entitled(by.standing(), &held, view.at());
    Ok(judged.err().map(|refusal| refusal.why))
}
