//! Accept the terms of a public provider for a gateway (R14). The agreement is between the customer and the provider.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::form::Choice;
use crate::command::parsed;
use crate::command::session::Caller;
use crate::error::{Error, Result};
use crate::model::provider::{Provider, ProviderName};
use crate::model::provision::RequestStatus;
use crate::rules::Code;
use crate::rules::provision::in_state;
use crate::store::ReadView;
use crate::store::authority::request::{Accept, RequestAuthority, Wanted};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::provisions as change;
use crate::store::query::providers;
use clap::Args;

use super::view::details;
use super::{shown, wanted};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision accept-terms 12 --provider aol
  pao provision accept-terms 12 --provider aol --yes")]
pub struct AcceptTermsArgs {
    /// Number of the request
    #[arg(value_parser = parsed::number("request"), value_name = "N")]
    number: Option<i64>,
    /// The provider whose terms are accepted
    #[arg(long, value_name = "PROVIDER")]
    provider: Option<ProviderName>,
}

/// From the submission on, terms can be accepted.
const STATES: &[RequestStatus] = &[RequestStatus::Submitted, RequestStatus::Received, RequestStatus::Provisioned];

/// Accepts the terms as they stand now. Terms that were accepted already stay accepted, in the version of then.
///
/// # Errors
/// R1, R15, R16, also for a provider that the request does not ask for; `wrong_state` for a request that is over and for a
/// provider that was retired; `usage` without `--yes` where nobody can be asked.
pub fn run(args: &AcceptTermsArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    cx.prompt().needed(args.provider.as_ref(), "--provider")?;
    cx.prompt().confirmable()?;
    let caller = cx.authenticate()?;
    let wanted = wanted(cx, args.number)?;
    let choices = if args.provider.is_none() { with_their_terms(cx, &caller, &wanted)? } else { Vec::new() };
    let question = "Provider whose terms are accepted";
    let parse = |text: &str| Ok(ProviderName::parse(text, "provider")?);
    let name = cx.prompt().found(args.provider.clone(), "--provider", question, &choices, parse)?;
    confirm(cx, &wanted, &name)?;
    let (done, one) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = RequestAuthority::<Accept>::of(&me, &wanted)?;
        let before = shown(tx.view(), wanted.number)?;
        let missing = || Error::not_found(format!("provider {name} in request {}", wanted.number));
        let asked = before.providers.iter().find(|one| one.provider == name).ok_or_else(missing)?;
        in_state(by.request(), STATES, "agreed to")?;
        if asked.terms_accepted_at.is_some() {
            return Ok((tx.unchanged(), before));
        }
        let provider = not_retired(tx.view(), &name)?;
        change::accept(&by, &name)?;
        let entry = by.entry().with("provider", name.as_str()).with("terms_version", provider.terms_version);
        let (entry, after) = (entry.with("terms_url", provider.terms_url), shown(tx.view(), wanted.number)?);
        Ok((tx.commit(entry)?, after))
    })?;
    let verb = if done.changed() { "Accepted" } else { "Unchanged: accepted already," };
    let line = format!("{verb} the terms of {name} for request {}", wanted.number);
    Ok(cx.changed(&done, &one, details(&one))?.status(line).into())
}

/// The providers of the request, each with its terms; none for somebody who may not see it, whom the change refuses.
fn with_their_terms(cx: &mut Context<'_>, caller: &Caller, wanted: &Wanted) -> Result<Vec<Choice>> {
    cx.judged_first(caller, |_, me| RequestAuthority::<Accept>::of(me, wanted).map(drop))?;
    let tx = cx.session().read()?;
    let mut choices = Vec::new();
    for one in shown(tx.view(), wanted.number)?.providers {
        let terms = providers::named(tx.view(), &one.provider)?;
        let terms =
            terms.map_or_else(String::new, |terms| format!("version {}, {}", terms.terms_version, terms.terms_url));
        let done = if one.terms_accepted_at.is_some() { ", accepted already" } else { "" };
        choices.push((one.provider.to_string(), format!("{terms}{done}")));
    }
    Ok(choices)
}

/// Nobody agrees to what they were not shown: where the terms stand is said before the question.
fn confirm(cx: &mut Context<'_>, wanted: &Wanted, name: &ProviderName) -> Result<()> {
    let provider = providers::named(cx.session().read()?.view(), name)?;
    if let Some(Provider { terms_url, terms_version, .. }) = provider.filter(|_| cx.prompt().can_ask()) {
        cx.prompt().say(&format!("The terms of {name}, version {terms_version}, stand at {terms_url}"));
        cx.prompt().say("The agreement is between your company and the provider");
    }
    cx.prompt().confirm(&format!("Accept the terms of {name} for request {}?", wanted.number))
}

fn not_retired(view: ReadView<'_>, name: &ProviderName) -> Result<Provider> {
    let provider = providers::named(view, name)?.ok_or_else(|| Error::not_found(format!("provider {name}")))?;
    match provider.retired_at {
        None => Ok(provider),
        Some(at) => Err(Error::new(Code::WrongState, format!("provider {name} was retired at {at}"))
            .hinted("there is nothing to be reached there any more")),
    }
}
