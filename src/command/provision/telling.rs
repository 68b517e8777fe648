//! The letters of one step of a request, queued.
use crate::command::views;
use crate::error::Result;
use crate::model::provision::{Provision, RequestFacts};
use crate::model::standing::{Person, SiteFacts};
use crate::notice::Kind;
use crate::notice::provision::{Step, letters};
use crate::store::ReadView;
use crate::store::change::outbox::{self, Acting};
use crate::store::query::people;

/// What a letter tells: the request as it is after the step, its site, and who made the step.
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
    let News { request, shown, site, by: who } = news;
    let submitter = people::with_id(view, &shown.submitted_by)?.filter(|one| one.no == request.submitted_by);
    // A dry run has no number to give.
    let step = Step { shown, number: views::number(shown.request.as_ref()), site, by: who };
    outbox::queue_all(by, letters(kind, &step, submitter.as_ref()));
    Ok(())
}
