//! How requests look to people.
use crate::command::views;
use crate::command::views::when;
use crate::model::moment::Moment;
use crate::model::provision::{Provision, Reached};
use crate::ui::column::Column;
use crate::ui::prose::Part;
use std::borrow::Cow;

/// A value, or a dash where there is none.
fn or_dash(value: Option<&impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), ToString::to_string)
}

/// One request.
pub fn details(one: &Provision) -> Vec<Part> {
    let number = views::number(one.request.as_ref());
    let late = if one.overdue { " (overdue)" } else { "" };
    let mut details = vec![
        Part::Pair("Request", number),
        Part::Pair("Site", one.site.to_string()),
        Part::Pair("Status", format!("{}{late}", one.status)),
        Part::Pair("Gateway", one.gateway_name.clone()),
        Part::Pair("Host", format!("{}, port {}", one.host, one.port)),
        Part::Pair("Certificate", or_dash(one.certificate.common_name.as_ref())),
        Part::Pair("Issuer", one.certificate.issuer.clone()),
        Part::When("Certificate ends", one.certificate.not_after),
        Part::Pair("Domains", one.domains.join(", ")),
        Part::Pair("Notify", one.notify.to_string()),
        Part::When("Submitted", Some(one.submitted_at)),
        Part::Pair("Submitted by", one.submitted_by.to_string()),
        Part::When("Due by", Some(one.due_by)),
        Part::When("Decided", one.decided_at),
    ];
    details.extend(one.reason.clone().map(|reason| Part::Pair("Reason", reason)));
    details.extend(one.replaces.map(|old| Part::Pair("Replaces", format!("request {old}"))));
    details.extend(one.providers.iter().map(|provider| Part::Pair("Provider", reached(provider))));
    details
}

fn reached(provider: &Reached) -> String {
    let Reached { provider: name, terms_version, .. } = provider;
    let open = if provider.open { "open" } else { "closed" };
    match (&provider.terms_accepted_at, &provider.terms_accepted_by) {
        (Some(at), Some(by)) => format!("{name}: {open}; terms {terms_version} accepted by {by}, {at}"),
        _ => format!("{name}: {open}; terms {terms_version} not accepted"),
    }
}

/// The columns of `provision list`.
pub const COLUMNS: &[Column] = &[
    Column::new("request"),
    Column::new("site"),
    Column::new("status"),
    Column::new("gateway"),
    Column::new("host"),
    Column::new("due-by"),
    Column::new("overdue"),
    Column::new("providers-open"),
    Column::extra("port"),
    Column::extra("domains"),
    Column::extra("providers"),
    Column::extra("notify"),
    Column::extra("submitted-by"),
    Column::extra("submitted"),
    Column::extra("decided"),
    Column::extra("certificate-ends"),
];

/// A row of `provision list`.
pub fn row(one: &Provision, now: Option<Moment>) -> Vec<Cow<'_, str>> {
    let names = |open_only: bool| -> String {
        let wanted = one.providers.iter().filter(|provider| provider.open || !open_only);
        wanted.map(|provider| provider.provider.as_str()).collect::<Vec<_>>().join(" ")
    };
    let moment = |at: Option<Moment>| at.map_or(Cow::Borrowed(""), |at| when(at, now).into());
    vec![
        one.request.map_or(Cow::Borrowed(""), |number| number.to_string().into()),
        one.site.as_str().into(),
        one.status.word().into(),
        one.gateway_name.as_str().into(),
        one.host.as_str().into(),
        when(one.due_by, now).into(),
        if one.overdue { "yes" } else { "no" }.into(),
        names(true).into(),
        one.port.to_string().into(),
        one.domains.join(" ").into(),
        names(false).into(),
        one.notify.as_str().into(),
        one.submitted_by.as_str().into(),
        when(one.submitted_at, now).into(),
        moment(one.decided_at),
        moment(one.certificate.not_after),
    ]
}
