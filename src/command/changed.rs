//! The report of a change, what would be mailed, and what became of its letters.
use crate::error::{Result, status};
use crate::mail::Trouble;
use crate::model::answer::{Change, NoticeLine};
use crate::model::many::BulkChange;
use crate::model::setting::Setting;
use crate::model::shell::pao;
use crate::notice::{Care, SecretLine};
use crate::rules::Code;
use crate::store::query::settings;
use crate::store::{Committed, NAMED};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use serde::Serialize;

use super::context::Context;
use super::delivery::{Delivered, READABLE, Stayed};

impl Context<'_> {
    /// The report of a change: possible only with the proof that it was committed, or tried in a dry run. Delivers its letters.
    ///
    /// # Errors
    /// What serializing says. A delivery that fails is said as a warning: the change has happened.
    pub fn changed<T: Serialize>(&mut self, done: &Committed, object: T, prose: Vec<Part>) -> Result<Report> {
        let report = self.described(done, object, prose)?;
        Ok(self.sent(done, report))
    }

    /// The report of a change, with its letters yet to be delivered.
    ///
    /// # Errors
    /// What serializing says.
    pub(super) fn described<T: Serialize>(&mut self, done: &Committed, object: T, prose: Vec<Part>) -> Result<Report> {
        let notices = self.notices(done)?;
        let lines = described(&notices, done.is_dry_run());
        let change = Change { object, changed: done.changed(), dry_run: done.is_dry_run(), notices };
        let report = Report::object(&change, prose)?;
        Ok(lines.into_iter().fold(report, Report::status))
    }

    /// The report of bulk work: as [`Context::changed`], with as many notices as a person or a program can read.
    ///
    /// # Errors
    /// As [`Context::changed`].
    pub fn changed_in_bulk<T: Serialize>(&mut self, done: &Committed, object: T, prose: Vec<Part>) -> Result<Report> {
        let (dry_run, count) = (done.is_dry_run(), done.notice_count());
        let notices = if count < NAMED { Some(self.notices(done)?) } else { None };
        let lines = match &notices {
            Some(notices) if notices.len() <= READABLE => described(notices, dry_run),
            _ if dry_run => {
                vec![format!("Would mail {count} letters; `--json` shows how fewer than {NAMED} would read")]
            }
            _ => Vec::new(),
        };
        let change = BulkChange { object, changed: done.changed(), dry_run, notices };
        let report = Report::object(&change, prose)?;
        Ok(self.sent(done, lines.into_iter().fold(report, Report::status)))
    }

    /// The letters of a change; in a dry run as they would read.
    fn notices(&mut self, done: &Committed) -> Result<Vec<NoticeLine>> {
        let dry_run = done.is_dry_run();
        let care = if dry_run { self.care()? } else { Care::default() };
        let notices = done.notices().iter().map(|notice| {
            let letter = &notice.letter;
            let words = dry_run.then(|| letter.render(&care, SecretLine::Hidden).ok()).flatten();
            let (subject, body) = words.map(|words| (words.subject, words.body)).unzip();
            NoticeLine { kind: letter.kind.word().to_owned(), to: letter.to.clone(), subject, body }
        });
        Ok(notices.collect())
    }

    /// What letters say of the registry; of a file that cannot be read, as of one that says nothing.
    fn care(&mut self) -> Result<Care> {
        match self.session().read().and_then(|tx| settings::care(tx.view())) {
            Err(error) if error.status() == status(Code::NoDatabase) => {
                let contact = Setting::CareContact.default().unwrap_or_default().to_owned();
                Ok(Care { contact, ..Care::default() })
            }
            care => care,
        }
    }

    /// What is left to do once the change is there: its letters are delivered, and what became of them is said.
    pub(super) fn sent(&mut self, done: &Committed, report: Report) -> Report {
        if done.is_dry_run() {
            return report.dry_run();
        }
        match self.session().delivery().and_then(|mut delivery| delivery.of(done)) {
            Ok(delivered) => self.said(&delivered, report),
            Err(error) => report.warning(format!("the change was made, but its letters wait: {error}")),
        }
    }

    /// The same where nobody may see whether there was a letter, or which: the same words, and as far as that goes the same work,
    /// whoever was mailed. Only what keeps every letter here is told.
    pub(super) fn sent_in_silence(&mut self, done: &Committed, report: Report) -> Report {
        if done.is_dry_run() {
            return report.dry_run();
        }
        let stayed = if done.letters().is_empty() {
            self.session().delivery().and_then(|mut delivery| delivery.reach())
        } else {
            self.session().delivery().and_then(|mut delivery| delivery.of(done)).map(|delivered| delivered.own)
        };
        match stayed {
            Ok(Some(stayed)) if stayed.why.trouble == Trouble::Closed => report.mail(undelivered(&stayed)),
            Ok(Some(_)) => report,
            Ok(None) => match self.session().delivery().and_then(|mut delivery| delivery.spool()) {
                Ok(Some(folder)) => report.mail(format!("spooled: {}", folder.display())),
                _ => report,
            },
            Err(error) => report.warning(format!("the change was made, but its letters wait: {error}")),
        }
    }

    /// What became of the letters of this very command.
    pub(super) fn said(&self, delivered: &Delivered, report: Report) -> Report {
        let (named, count) = &delivered.spooled;
        let report = match named.first().and_then(|letter| letter.parent()).filter(|_| *count > named.len()) {
            Some(folder) => report.mail(format!("spooled: {count} letters in {}", folder.display())),
            None => named.iter().fold(report, |report, letter| report.mail(format!("spooled: {}", letter.display()))),
        };
        match &delivered.own {
            Some(stayed) => report.mail(undelivered(stayed)),
            None => report,
        }
    }
}

/// A letter that did not go, and where one sees more of it (cli.md, "What was not delivered is said").
fn undelivered(stayed: &Stayed) -> String {
    let (state, more) = if stayed.for_good {
        ("failed", pao("outbox list --state failed"))
    } else {
        ("queued", pao("outbox list --state queued"))
    };
    format!("{state}: {}; {more}", stayed.why.words)
}

/// Who is told, or in a dry run who would be, and in which words.
fn described(notices: &[NoticeLine], dry_run: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for notice in notices.iter().filter(|_| dry_run) {
        lines.push(format!("Would mail {} to {}: {}", notice.kind, notice.to, notice.subject.as_deref().unwrap_or("")));
        for line in notice.body.iter().flat_map(|body| body.lines()) {
            lines.push(format!("    {line}"));
        }
    }
    lines
}
