//! What a verb hands back: a report, and an exit status where the answer itself is one.
use crate::error::{Error, Result};
use crate::mail::SecretLine;
use crate::model::answer::{Change, NoticeLine};
use crate::model::many::BulkChange;
use crate::model::secret::Secret;
use crate::store::facts::settings;
use crate::store::{Committed, NAMED};
use crate::ui::report::{Part, Report};
use serde::Serialize;

use super::context::Context;

/// Letters that a person reads through in a rehearsal.
const READABLE: usize = 10;

/// The end of a verb that did not fail.
#[must_use]
pub struct Outcome {
    pub report: Report,
    /// The exit status: 0, or what the answer means (`can`: 4 for no).
    pub status: u8,
    /// Said on stderr beside the report, where the verdict is a bad one.
    pub error: Option<Error>,
    /// The password that was chosen, for the guide that leads on from here.
    pub chosen: Option<Secret>,
}

impl From<Report> for Outcome {
    fn from(report: Report) -> Self {
        Self { report, status: 0, error: None, chosen: None }
    }
}

impl Context<'_> {
    /// The report of a change: possible only with the proof that it was committed, or rehearsed. Delivers its letters.
    ///
    /// # Errors
    /// What serializing says. A delivery that fails is said as a warning: the change has happened.
    pub fn changed<T: Serialize>(&mut self, done: &Committed, object: T, prose: Vec<Part>) -> Result<Report> {
        let notices = self.notices(done)?;
        let told = told(&notices, done.rehearsal());
        let change = Change { object, changed: done.changed(), dry_run: done.rehearsal(), notices };
        let report = Report::object(&change, prose)?;
        Ok(self.sent(done, told.into_iter().fold(report, Report::status)))
    }

    /// The report of bulk work: as [`Context::changed`], with as many notices as a person or a program can read.
    ///
    /// # Errors
    /// As [`Context::changed`].
    pub fn changed_in_bulk<T: Serialize>(&mut self, done: &Committed, object: T, prose: Vec<Part>) -> Result<Report> {
        let (rehearsed, count) = (done.rehearsal(), done.told());
        let notices = if count < NAMED { Some(self.notices(done)?) } else { None };
        let told = match &notices {
            Some(notices) if notices.len() <= READABLE => told(notices, rehearsed),
            _ if rehearsed => {
                vec![format!("Would mail {count} letters; `--json` shows how fewer than {NAMED} would read")]
            }
            _ => Vec::new(),
        };
        let change = BulkChange { object, changed: done.changed(), dry_run: rehearsed, notices };
        let report = Report::object(&change, prose)?;
        Ok(self.sent(done, told.into_iter().fold(report, Report::status)))
    }

    /// The letters of a change; in a rehearsal as they would read.
    fn notices(&mut self, done: &Committed) -> Result<Vec<NoticeLine>> {
        let rehearsed = done.rehearsal();
        let care = if rehearsed { settings::care_contact(self.read()?.look())? } else { String::new() };
        let notices = done.notices().iter().map(|notice| {
            let letter = &notice.letter;
            let words = rehearsed.then(|| letter.render(&care, SecretLine::Hidden).ok()).flatten();
            let (subject, body) = words.map(|words| (words.subject, words.body)).unzip();
            NoticeLine { kind: letter.kind.word().to_owned(), to: letter.to.clone(), subject, body }
        });
        Ok(notices.collect())
    }

    /// What is left to do once the change is there: its letters are delivered.
    pub(super) fn sent(&mut self, done: &Committed, report: Report) -> Report {
        if done.rehearsal() {
            return report.rehearsed();
        }
        match self.deliver() {
            Ok(_) => report,
            Err(error) => report.warning(format!("the change was made, but its letters wait: {error}")),
        }
    }
}

/// Who is told, or in a rehearsal who would be, and in which words.
fn told(notices: &[NoticeLine], rehearsed: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for notice in notices.iter().filter(|_| rehearsed) {
        lines.push(format!("Would mail {} to {}: {}", notice.kind, notice.to, notice.subject.as_deref().unwrap_or("")));
        for line in notice.body.iter().flat_map(|body| body.lines()) {
            lines.push(format!("    {line}"));
        }
    }
    lines
}
