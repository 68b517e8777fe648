//! The form for a gateway: what was typed is judged, what is missing is asked for.
//!
//! What must hold: whoever may not apply is told so before the first question.
use crate::command::context::Context;
use crate::command::parsed::provider_names;
use crate::command::provider::unknown;
use crate::error::{Error, Result};
use crate::model::certificate::Warning;
use crate::model::domains::Domains;
use crate::model::email::Address;
use crate::model::host::Host;
use crate::model::port::Port;
use crate::model::provider::{Provider, ProviderName};
use crate::model::text;
use crate::store::change::provisions::Form;
use crate::store::query::providers;
use std::path::Path;

use super::certificate::{Fitting, Given, from_file};
use super::submit::SubmitArgs;

/// Letters of the longest gateway name.
const MAX_NAME: usize = 100;

/// What was typed is acceptable, and what it names is there, whatever is missing.
///
/// # Errors
/// `invalid_value`.
pub fn judge_typed(args: &SubmitArgs, cx: &mut Context<'_>, cert: Option<&[u8]>) -> Result<()> {
    if let Some(host) = &args.host {
        args.certificate().judged(cert, host, cx.session().now())?;
    }
    wanted_providers(&args.provider, &known(cx)?).map(drop)
}

/// The whole form, and what is worth saying about its certificate, of which `cert` is the file. `asks` offers what may be left
/// out, too; `own` is the address of whoever fills it in.
///
/// # Errors
/// `invalid_value`, `io`, `usage`, `interrupted`.
pub fn fill_in(
    args: &SubmitArgs,
    cx: &mut Context<'_>,
    cert: Option<&[u8]>,
    own: &Address,
    asks: bool,
) -> Result<(Form, Vec<Warning>)> {
    let known = known(cx)?;
    let gateway_name = cx.prompt().value(args.gateway_name.clone(), "--gateway-name", "Gateway name", name)?;
    let host = cx.prompt().value(args.host.clone(), "--host", "Host name of the gateway", host)?;
    let providers = providers_of(args, cx, asks, &known)?;
    let protocols: Vec<_> = providers.iter().map(|provider| provider.protocol).collect();
    let usual = Port::default_for(&protocols);
    let asked_again = cx.prompt().changes("--port");
    let port = match (args.port.filter(|_| !asked_again), asks || asked_again) {
        (None, true) => cx.prompt().offered("--port", "Port of the gateway", Some(&usual.to_string()), port)?,
        (typed, _) => typed.unwrap_or(usual),
    };
    let certificate = certificate(args, cx, cert, &host)?;
    let notify = match args.notify.clone() {
        None if cx.prompt().can_ask() => {
            cx.prompt().offered("--notify", "E-mail address to notify", Some(own.as_str()), notify)?
        }
        typed => cx.prompt().value(typed, "--notify", "E-mail address to notify", notify)?,
    };
    let typed = if cx.prompt().changes("--domain") { &[] } else { args.domain.as_slice() };
    let domains = match typed {
        [] => cx
            .prompt()
            .value(None, "--domain", "Community domains to expose", |text| Ok(Domains::parse(&[text], "domain")?))?,
        typed => Domains::parse(typed, "domain")?,
    };
    let Fitting { common_name, record, warnings } = certificate;
    let providers = providers.into_iter().map(|provider| provider.provider).collect();
    let form = Form {
        gateway_name,
        host,
        port,
        common_name,
        certificate: record,
        notify,
        domains,
        providers,
        replaces: args.replaces,
    };
    Ok((form, warnings))
}

fn name(text: &str) -> Result<String> {
    Ok(text::line(text, "gateway-name", MAX_NAME)?)
}

fn host(text: &str) -> Result<Host> {
    Ok(Host::parse(text, "host")?)
}

fn port(text: &str) -> Result<Port> {
    Ok(Port::parse(text, "port")?)
}

fn notify(text: &str) -> Result<Address> {
    Ok(Address::parse_new(text, "notify")?)
}

fn known(cx: &mut Context<'_>) -> Result<Vec<Provider>> {
    providers::list(cx.session().read()?.view(), None, None)
}

/// The providers in `typed`: a flag given several times, each with one or more of them.
fn wanted_providers(typed: &[String], known: &[Provider]) -> Result<Vec<Provider>> {
    let mut wanted: Vec<Provider> = Vec::new();
    for word in typed.iter().flat_map(|text| provider_names(text)) {
        let name = ProviderName::parse(word, "provider")?;
        let provider = known.iter().find(|one| one.provider == name).ok_or_else(|| unknown(&name))?;
        still_there(provider)?;
        if wanted.contains(provider) {
            return Err(Error::invalid("provider", format!("provider: names {name} twice")));
        }
        wanted.push(provider.clone());
    }
    Ok(wanted)
}

/// A provider that was retired cannot be asked for.
///
/// # Errors
/// `invalid_value`.
pub fn still_there(provider: &Provider) -> Result<()> {
    match provider.retired_at {
        None => Ok(()),
        Some(at) => Err(Error::invalid("provider", format!("provider: {} was retired at {at}", provider.provider))
            .hinted("`pao provider list` shows which there are")),
    }
}

fn providers_of(args: &SubmitArgs, cx: &mut Context<'_>, asks: bool, known: &[Provider]) -> Result<Vec<Provider>> {
    let asked_again = cx.prompt().changes("--provider");
    if !asked_again && (!args.provider.is_empty() || !asks) {
        return wanted_providers(&args.provider, known);
    }
    let there: Vec<&str> =
        known.iter().filter(|one| one.retired_at.is_none()).map(|one| one.provider.as_str()).collect();
    let question = format!("Public providers wanted, or none ({})", there.join(", "));
    cx.prompt().value(None, "--provider", &question, |text| wanted_providers(&[text.to_owned()], known))
}

/// Read from the file where there is one: names that are copied by hand are copied wrong.
fn certificate(args: &SubmitArgs, cx: &mut Context<'_>, cert: Option<&[u8]>, host: &Host) -> Result<Fitting> {
    let asked_again = cx.prompt().changes("--cert");
    let given = if asked_again { Given::default() } else { args.certificate() };
    if let Some(fitting) = given.judged(cert.filter(|_| !asked_again), host, cx.session().now())? {
        return Ok(fitting);
    }
    let (folder, now) = (cx.session().folders.working.clone(), cx.session().now());
    // A guest's file is not on this machine.
    if given.common_name.is_none() && given.issuer.is_none() && !cx.prompt().guest {
        let question = "Certificate file (cert), or nothing to type its names";
        let read = |text: &str| match text {
            "" => Ok(None),
            path => from_file(Path::new(path), folder.as_deref(), host, now).map(Some),
        };
        if let Some(fitting) = cx.prompt().path("--cert", question, read)? {
            return Ok(fitting);
        }
    }
    let issuer_of = |cx: &mut Context<'_>| {
        cx.prompt().value(
            given.issuer.map(str::to_owned),
            "--cert-issuer",
            "Issuer of the certificate (cert-issuer)",
            |text| Ok(text::line(text, "cert-issuer", crate::model::certificate::MAX_NAME)?),
        )
    };
    let common_name = cx.prompt().value(
        given.common_name.map(str::to_owned),
        "--cert-cn",
        "Common name in the certificate (cert-cn)",
        |text| super::certificate::from_names(text, "-", host).map(|_| text.to_owned()),
    )?;
    let issuer = issuer_of(cx)?;
    super::certificate::from_names(&common_name, &issuer, host)
}
