//! Letters about a request for a gateway: to the notify address and to whoever submitted it, once where the two are one.
//!
//! What must hold: whoever closed their ID is told nothing, and neither is whoever registered their address anew.
use crate::model::moment::Moment;
use crate::model::provision::Provision;
use crate::model::standing::{Person, SiteFacts};

use super::{Kind, Letter};

/// One step of a request: the request as it is after it, its number as it is to be shown, its site, and who made the step.
pub struct Step<'a> {
    pub shown: &'a Provision,
    pub number: String,
    pub site: &'a SiteFacts,
    pub by: &'a Person,
}

/// The letters of one step; `submitter` while that person has their ID.
pub fn letters(kind: Kind, step: &Step<'_>, submitter: Option<&Person>) -> Vec<Letter> {
    let notify = &step.shown.notify;
    let to_submitter = submitter.map(|one| letter(kind, one.email.as_str(), step).with("name", one.name()));
    let elsewhere = submitter.is_none_or(|submitter| submitter.email != *notify);
    to_submitter.into_iter().chain(elsewhere.then(|| letter(kind, notify.as_str(), step))).collect()
}

fn letter(kind: Kind, to: &str, step: &Step<'_>) -> Letter {
    let shown = step.shown;
    let providers: Vec<&str> = shown.providers.iter().map(|one| one.provider.as_str()).collect();
    Letter::new(kind, to)
        .at_site(shown.site.as_str())
        .with("request", step.number.as_str())
        .with("company", step.site.company.as_str())
        .with("gateway", shown.gateway_name.as_str())
        .with("host", shown.host.as_str())
        .with("domains", shown.domains.join(", "))
        .with("providers", providers.join(", "))
        .with("due", shown.due_by.to_string())
        .with("reason", shown.reason.clone().unwrap_or_default())
        .with("by", step.by.named())
}

/// A certificate that ends in so many days.
pub struct EndingCertificate<'a> {
    pub request: i64,
    pub site: &'a str,
    pub company: &'a str,
    pub gateway: &'a str,
    pub host: &'a str,
    pub not_after: Moment,
    pub days: i64,
}

/// `certificate-expiring`, to the notify address.
pub fn certificate_expiring(notify: &str, what: &EndingCertificate<'_>) -> Letter {
    Letter::new(Kind::CertificateExpiring, notify)
        .at_site(what.site)
        .with("request", what.request.to_string())
        .with("company", what.company)
        .with("gateway", what.gateway)
        .with("host", what.host)
        .with("expires", what.not_after.to_string())
        .with("days", what.days.to_string())
}
