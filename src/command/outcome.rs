//! What a verb hands back: a report, and an exit status where the answer itself is one.
use crate::error::{Error, Result};
use crate::mail::SecretLine;
use crate::model::answer::{Change, NoticeLine};
use crate::store::Committed;
use crate::store::facts::settings;
use crate::ui::report::{Part, Report};
use serde::Serialize;

use super::context::Context;

/// The end of a verb that did not fail.
#[must_use]
pub struct Outcome {
    pub report: Report,
    /// The exit status: 0, or what the answer means (`can`: 4 for no).
    pub status: u8,
    /// Said on stderr beside the report, where the verdict is a bad one.
    pub error: Option<Error>,
}

impl From<Report> for Outcome {
    fn from(report: Report) -> Self {
        Self { report, status: 0, error: None }
    }
}

impl Context<'_> {
    /// The report of a change: possible only with the proof that it was committed, or rehearsed. Delivers its letters.
    ///
    /// # Errors
    /// What serializing says. A delivery that fails is said as a warning: the change has happened.
    pub fn changed<T: Serialize>(&mut self, done: &Committed, object: T, prose: Vec<Part>) -> Result<Report> {
        let rehearsed = done.rehearsal();
        let care = if rehearsed { settings::care_contact(self.read()?.look())? } else { String::new() };
        let notices = done.notices().iter().map(|notice| {
            let letter = &notice.letter;
            let words = rehearsed.then(|| letter.render(&care, SecretLine::Hidden).ok()).flatten();
            let (subject, body) = words.map(|words| (words.subject, words.body)).unzip();
            NoticeLine { kind: letter.kind.word().to_owned(), to: letter.to.clone(), subject, body }
        });
        let notices: Vec<NoticeLine> = notices.collect();
        let told = told(&notices, rehearsed);
        let change = Change { object, changed: done.changed(), dry_run: rehearsed, notices };
        let mut report = Report::object(&change, prose)?;
        for line in told {
            report = report.status(line);
        }
        if rehearsed {
            return Ok(report.status("Dry run: nothing was changed"));
        }
        match self.deliver() {
            Ok(_) => Ok(report),
            Err(error) => Ok(report.warning(format!("the change was made, but its letters wait: {error}"))),
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
