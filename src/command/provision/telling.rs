//! The letters about a request: to the notify address and to whoever submitted it, once where the two are one.
//!
//! What must hold: whoever closed their ID is told nothing, and neither is whoever registered their address anew.
use crate::command::views;
use crate::error::Result;
use crate::mail::{Kind, Letter};
use crate::model::provision::{Provision, RequestFacts};
use crate::model::standing::{Person, SiteFacts};
use crate::store::ReadView;
use crate::store::change::outbox::{self, Acting};
use crate::store::facts::people;

/// What a letter tells: the request as it is after the action, its site, and whose action it was.
pub struct News<'a> {
    pub request: &'a RequestFacts,
    pub shown: &'a Provision,
    pub site: &'a SiteFacts,
    pub by: &'a Person,
}

/// Queues the letters of one step.
///
/// # Errors
/// What SQLite says.
pub fn tell(by: &impl Acting, view: ReadView<'_>, kind: Kind, news: &News<'_>) -> Result<()> {
    let shown = news.shown;
    let submitter = people::with_id(view, &shown.submitted_by)?.filter(|one| one.no == news.request.submitted_by);
    if let Some(submitter) = &submitter {
        outbox::queue(by, letter(kind, submitter.email.as_str(), news).with("name", submitter.name()));
    }
    if submitter.is_none_or(|submitter| submitter.email != shown.notify) {
        outbox::queue(by, letter(kind, shown.notify.as_str(), news));
    }
    Ok(())
}

fn letter(kind: Kind, to: &str, news: &News<'_>) -> Letter {
    let shown = news.shown;
    let providers: Vec<&str> = shown.providers.iter().map(|one| one.provider.as_str()).collect();
    // A dry run has no number to give.
    let number = views::number(shown.request.as_ref());
    Letter::new(kind, to)
        .at_site(shown.site.as_str())
        .with("request", number)
        .with("company", news.site.company.as_str())
        .with("gateway", shown.gateway_name.as_str())
        .with("host", shown.host.as_str())
        .with("domains", shown.domains.join(", "))
        .with("providers", providers.join(", "))
        .with("due", shown.due_by.to_string())
        .with("reason", shown.reason.clone().unwrap_or_default())
        .with("by", news.by.named())
}
