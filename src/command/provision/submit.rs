//! Ask for a gateway to be added to the instant-messaging service. On a terminal, `pao provision` alone is this form.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::parsed;
use crate::command::session::Caller;
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::business_days::{self, Holidays, PROVISIONING};
use crate::model::certificate::MAX_NAME;
use crate::model::domains::Domains;
use crate::model::email::Address;
use crate::model::host::Host;
use crate::model::moment::Moment;
use crate::model::port::Port;
use crate::model::provider::ProviderName;
use crate::model::provision::{Provision, RequestFacts, RequestStatus};
use crate::model::setting::Setting;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::notice::Kind;
use crate::rules;
use crate::store::ReadView;
use crate::store::authority::applicant::{ApplicantAuthority, may_apply};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::provisions::{self as change, Form};
use crate::store::query::{providers, provisions, settings};
use clap::Args;
use std::path::PathBuf;

use super::certificate::Given;
use super::form::{fill_in, judge_typed, still_there};
use super::telling::{News, tell};
use super::unaffiliated;
use super::view::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provision
  pao provision submit --gateway-name gw-one --host gateway.example.com --cert gateway.pem \\
      --notify im-team@example.com --domain example.com --provider aol
  pao provision submit --gateway-name gw-one --host gateway.example.com \\
      --cert-cn gateway.example.com --cert-issuer 'Example Trust CA' \\
      --notify im-team@example.com --domain example.com,corp.example.com --dry-run")]
pub struct SubmitArgs {
    /// What you call the gateway server
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    pub(super) gateway_name: Option<String>,
    /// Its host name, as the world sees it
    #[arg(long, value_name = "HOST")]
    pub(super) host: Option<Host>,
    /// Its port; 5061, or 5269 where every provider wanted speaks XMPP
    #[arg(long, value_name = "PORT")]
    pub(super) port: Option<Port>,
    /// File with its certificate, PEM or DER; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["cert_cn", "cert_issuer"])]
    pub(super) cert: Option<PathBuf>,
    /// Common name in its certificate, where there is no file
    #[arg(long, value_parser = parsed::line::<MAX_NAME>, value_name = "NAME")]
    pub(super) cert_cn: Option<String>,
    /// Issuer of its certificate, where there is no file
    #[arg(long, value_parser = parsed::line::<MAX_NAME>, value_name = "NAME")]
    pub(super) cert_issuer: Option<String>,
    /// Who is told of every step, besides you
    #[arg(long, value_parser = parsed::new_address, value_name = "ADDRESS")]
    pub(super) notify: Option<Address>,
    /// Community domains to expose; can be repeated
    #[arg(long, value_parser = parsed::domains, value_name = "DOMAIN", num_args = 1..)]
    pub(super) domain: Vec<String>,
    /// Public providers wanted; can be repeated
    #[arg(long, value_parser = parsed::providers, value_name = "PROVIDER", num_args = 1..)]
    pub(super) provider: Vec<String>,
    /// Number of the provisioned request that this one takes over from
    #[arg(long, value_parser = parsed::number(""), value_name = "N")]
    pub(super) replaces: Option<i64>,
}

impl SubmitArgs {
    /// What was typed of the certificate.
    pub(super) fn certificate(&self) -> Given<'_> {
        let (common_name, issuer) = (self.cert_cn.as_deref(), self.cert_issuer.as_deref());
        Given { file: self.cert.as_ref(), common_name, issuer }
    }

    fn needed(&self, cx: &mut Context<'_>) -> Result<()> {
        cx.prompt().needed(self.gateway_name.as_ref(), "--gateway-name")?;
        cx.prompt().needed(self.host.as_ref(), "--host")?;
        self.certificate().needed(cx)?;
        cx.prompt().needed(self.notify.as_ref(), "--notify")?;
        cx.prompt().needed(self.domain.first(), "--domain")
    }

    /// What takes more than one value to judge, as far as they were typed.
    fn judged(&self, now: Moment) -> Result<()> {
        if !self.domain.is_empty() {
            Domains::parse(&self.domain, "domain")?;
        }
        if let Some(host) = &self.host {
            self.certificate().judged(None, host, now)?;
        }
        Ok(())
    }

    fn is_whole(&self) -> bool {
        let typed = self.gateway_name.is_some() && self.host.is_some() && self.notify.is_some();
        typed && !self.domain.is_empty() && self.certificate().is_whole()
    }
}

/// Files the request; it is due within seven business days.
///
/// # Errors
/// R1, R13, R15, R16; `invalid_value`; `wrong_state` where the request to replace is not provisioned.
pub fn run(args: &SubmitArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    submit(args, cx).or_else(|refused| unaffiliated::lead(cx, refused))
}

fn submit(args: &SubmitArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    args.needed(cx)?;
    args.judged(cx.session().now())?;
    let caller = cx.authenticate()?;
    let asks = !args.is_whole();
    let cert = args.certificate().read(cx)?;
    let cert = cert.as_deref().map(Vec::as_slice);
    if asks {
        judge_typed(args, cx, cert)?;
        let site = cx.site(&caller)?;
        before_the_first_question(cx, &caller, &site)?;
    }
    let site = cx.site(&caller)?;
    let fill_in = |cx: &mut Context<'_>| fill_in(args, cx, cert, &caller.person.email, asks);
    let (form, warnings) = cx.form("request", fill_in, |(form, _)| rows(form, &site))?;
    cx.session().about(&form.gateway_name);
    let (done, (filed, held)) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let view = tx.view();
        providers_are_there(view, &form)?;
        let replaced = replaced(view, me.person(), &site, &form)?;
        let by = ApplicantAuthority::of(&me, &site)?;
        if let Some(replaced) = &replaced {
            rules::provision::in_state(replaced, &[RequestStatus::Provisioned], "replaced")?;
        }
        rules::provision::not_too_often(provisions::cancelled_lately(view, me.person().no)?)?;
        let number = change::submit(&by, &form, due_by(view)?)?;
        let facts = provisions::numbered(view, number)?.ok_or_else(|| Error::not_found("the new request"))?;
        let mut filed = super::shown(view, number)?;
        if tx.is_dry_run() {
            // A number that a dry run hands out means nothing.
            filed.request = None;
        }
        let news = News { request: &facts, shown: &filed, site: &by.standing().site, by: me.person() };
        tell(&by, view, Kind::ProvisionSubmitted, &news)?;
        let held = own_domains(view, &facts)?;
        let entry = by.entry().about(format!("request {number}")).with("host", form.host.as_str());
        Ok((tx.commit(entry)?, (filed, held)))
    })?;
    let mut report = report(cx, &done, &filed)?;
    for warning in warnings {
        report = report.warning(warning.to_string());
    }
    for line in held {
        report = report.warning(line);
    }
    Ok(report.into())
}

fn rows(form: &Form, site: &SiteNumber) -> Vec<Row> {
    let providers: Vec<&str> = form.providers.iter().map(ProviderName::as_str).collect();
    let certificate = format!("{} by {}", form.common_name, form.certificate.issuer);
    vec![
        Row::new("Site", site.as_str(), &[]),
        Row::new("Gateway", form.gateway_name.as_str(), &["--gateway-name"]),
        Row::new("Host", form.host.to_string(), &["--host"]),
        Row::new("Port", form.port.to_string(), &["--port"]),
        Row::new("Certificate", certificate, &["--cert", "--cert-cn", "--cert-issuer"]),
        Row::new("Notify", form.notify.as_str(), &["--notify"]),
        Row::new("Domains", form.domains.to_string(), &["--domain"]),
        Row::new("Providers", providers.join(", "), &["--provider"]),
    ]
}

/// Access and entitlement, before anybody types a word. A no here is a refusal of the action, and on record as one.
fn before_the_first_question(cx: &mut Context<'_>, caller: &Caller, site: &SiteNumber) -> Result<()> {
    let judged = may_apply(cx.session().read()?.view(), &caller.person, site);
    match judged {
        Ok(()) => Ok(()),
        Err(error) => Err(cx.session().put_on_record(Some(&caller.person), error, &WrongTry::default())?),
    }
}

/// A provider may have been retired since the form was filled in.
fn providers_are_there(view: ReadView<'_>, form: &Form) -> Result<()> {
    for name in &form.providers {
        let provider = providers::named(view, name)?.ok_or_else(|| crate::command::provider::unknown(name))?;
        still_there(&provider)?;
    }
    Ok(())
}

/// R16: the request to take over from is one of the same site.
fn replaced(view: ReadView<'_>, me: &Person, site: &SiteNumber, form: &Form) -> Result<Option<RequestFacts>> {
    let Some(number) = form.replaces else { return Ok(None) };
    let found = provisions::standing(view, me, number, Some(site))?;
    Ok(Some(rules::provision::within_reach(found, number)?.1))
}

fn due_by(view: ReadView<'_>) -> Result<Moment> {
    let holidays = settings::value(view, Setting::Holidays)?.unwrap_or_default();
    let holidays = Holidays::parse(&holidays, "policy.holidays")?;
    Ok(business_days::due_by(view.at(), PROVISIONING, &holidays))
}

/// Domains that another gateway of the same site holds; who else holds one is for the operators to see.
fn own_domains(view: ReadView<'_>, request: &RequestFacts) -> Result<Vec<String>> {
    let held = provisions::held_elsewhere(view, request)?;
    let own = held.into_iter().filter(|held| held.site == request.site);
    let line = |held: crate::model::provision::HeldDomain| {
        format!("{} is held by your gateway of request {}; `--replaces {1}` takes it over", held.domain, held.request)
    };
    Ok(own.map(line).collect())
}

fn report(
    cx: &mut Context<'_>,
    done: &crate::store::Committed,
    filed: &Provision,
) -> Result<crate::ui::report::Report> {
    let number = filed.request.map_or_else(|| "a new request".to_owned(), |number| format!("request {number}"));
    let mut report = cx.changed(done, filed, details(filed))?;
    report = report.status(format!("Submitted {number} for site {}, due by {}", filed.site, filed.due_by));
    if let (Some(number), Some(first)) = (filed.request, filed.providers.first()) {
        report = report.next(pao("provision accept-terms").arg(number).option("--provider", &first.provider));
    }
    Ok(report)
}
