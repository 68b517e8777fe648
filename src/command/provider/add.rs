//! Add a public provider, or say where the terms of one stand now.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::provider::{Protocol, Provider, ProviderName, TermsUrl, terms_version};
use crate::rules::Code;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::providers::{self as change, Summary};
use crate::store::query::providers;
use clap::Args;

use super::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provider add example-im --protocol xmpp \\
      --terms-url https://im.example.com/terms --terms-version 2026-01
  pao provider add example-im --protocol sip \\
      --terms-url https://im.example.com/terms --terms-version 2 --dry-run")]
pub struct AddArgs {
    /// Short name of the provider, as in google-talk
    #[arg(value_parser = new_name, value_name = "NAME")]
    name: Option<ProviderName>,
    /// What it speaks
    #[arg(long, value_name = "PROTOCOL")]
    protocol: Option<Protocol>,
    /// Where its terms of service stand, https only
    #[arg(long, value_name = "URL")]
    terms_url: Option<TermsUrl>,
    /// Which version of them that is
    #[arg(long, value_parser = version, value_name = "VERSION")]
    terms_version: Option<String>,
}

/// A provider that is there gets its new terms; one that was retired is back. Acceptances of earlier terms stay.
///
/// # Errors
/// R15; `conflict` for another protocol than the one it has: gateways were set up for that.
pub fn run(args: &AddArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.name.as_ref(), "<NAME>")?;
    cx.prompt().needed(args.protocol.as_ref(), "--protocol")?;
    cx.prompt().needed(args.terms_url.as_ref(), "--terms-url")?;
    cx.prompt().needed(args.terms_version.as_ref(), "--terms-version")?;
    let caller = cx.authenticate()?;
    let summary = summary(args, cx)?;
    cx.session().about(&summary.name);
    let (done, provider) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = OperatorAuthority::of(&me)?;
        let there = providers::named(tx.view(), &summary.name)?;
        if let Some(there) = &there {
            same_protocol(there, &summary)?;
        }
        if let Some(there) = there.filter(|there| is_the_same(there, &summary)) {
            return Ok((tx.unchanged(), there));
        }
        change::put(&by, &summary)?;
        let provider =
            providers::named(tx.view(), &summary.name)?.ok_or_else(|| Error::not_found("the new provider"))?;
        let entry = by.entry().about(summary.name.as_str());
        let entry =
            entry.with("terms_url", summary.terms_url.as_str()).with("terms_version", summary.terms_version.as_str());
        Ok((tx.commit(entry)?, provider))
    })?;
    let verb = if done.changed() { "On record:" } else { "Unchanged:" };
    let line = format!("{verb} provider {}, terms {}", summary.name, summary.terms_version);
    Ok(cx.changed(&done, &provider, details(&provider))?.status(line).into())
}

fn summary(args: &AddArgs, cx: &mut Context<'_>) -> Result<Summary> {
    Ok(Summary {
        name: cx.prompt().value(args.name.clone(), "<NAME>", "Name of the provider", |text| Ok(new_name(text)?))?,
        protocol: cx.prompt().value(args.protocol, "--protocol", "Protocol (sip or xmpp)", |text| {
            Ok(Protocol::parse(text, "protocol")?)
        })?,
        terms_url: cx.prompt().value(
            args.terms_url.clone(),
            "--terms-url",
            "URL of its terms (terms-url)",
            |text| Ok(TermsUrl::parse(text, "terms-url")?),
        )?,
        terms_version: cx.prompt().value(
            args.terms_version.clone(),
            "--terms-version",
            "Version of its terms (terms-version)",
            |text| Ok(version(text)?),
        )?,
    })
}

/// A name that need not be there already.
fn new_name(text: &str) -> Result<ProviderName, Malformed> {
    ProviderName::parse(text, "name").map_err(|bad| Malformed { hint: None, ..bad })
}

fn version(text: &str) -> Result<String, Malformed> {
    terms_version(text, "terms-version")
}

fn is_the_same(there: &Provider, summary: &Summary) -> bool {
    there.retired_at.is_none()
        && there.terms_url == summary.terms_url.as_str()
        && there.terms_version == summary.terms_version
}

fn same_protocol(there: &Provider, summary: &Summary) -> Result<()> {
    if there.protocol == summary.protocol {
        return Ok(());
    }
    let words = format!("provider {} is there already and speaks {}", summary.name, there.protocol);
    Err(Error::new(Code::Conflict, words).hinted("retire it and add one with another name"))
}
