//! Is the file whole, and is what it says consistent?
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, MEND, Result};
use crate::model::answer::{CheckLine, CheckVerdict};
use crate::rules::Code;
use crate::store::check;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
SQLite's own checks, write-ahead logging as it was found, every invariant, the audit chain, and who has access and how each site stands, replayed from the trail. What else is in the file is not replayed: somebody who can write it could change contacts, entitlements or operators unseen but for the invariants; keep copies.

Examples:
  pao db check
  pao db check --json")]
pub struct CheckArgs {}

/// Prints every check with what it found; a finding is `damaged`.
///
/// # Errors
/// What the file says where there is none, or none of ours.
pub fn run(_args: &CheckArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    if let Err(error) = cx.session().open() {
        return match check::unopened(&error) {
            Some(verdict) => outcome(&verdict, Some(error)),
            None => Err(error),
        };
    }
    let keeps = cx.session().store()?.keeps_what_it_acknowledges()?;
    let progress = cx.output().progress("checks made");
    let verdict = check::judge(cx.session().read_at_any_time()?.view(), keeps, || progress.advance())?;
    drop(progress);
    let bad: Vec<&str> = verdict.checks.iter().filter(|line| !line.ok).map(|line| line.name.as_str()).collect();
    let error = (!bad.is_empty()).then(|| {
        let hint = if bad == [check::JOURNAL] { JOURNAL } else { MEND };
        Error::new(Code::Damaged, format!("the database does not check out: {}", bad.join(", "))).hinted(hint)
    });
    outcome(&verdict, error)
}

/// What to do where the journal mode alone is wrong.
const JOURNAL: &str = "another program, or a restore that was killed, turned write-ahead logging off, without which a power cut \
    can undo what was acknowledged; pao turns it on again wherever it can write: find out what it was, and check again";

fn outcome(verdict: &CheckVerdict, error: Option<Error>) -> Result<Outcome> {
    let row = |line: &CheckLine| {
        vec![line.name.clone(), if line.ok { "yes" } else { "NO" }.to_owned(), line.found.to_string()]
    };
    let table = Part::Table(&["check", "ok", "found"], verdict.checks.iter().map(row).collect());
    let mut details = vec![table, Part::Line(format!("Mode: {}", verdict.mode))];
    if !verdict.guests.is_empty() {
        details.push(Part::Line(format!("Guests: {}", verdict.guests.join(", "))));
    }
    let report = Report::object(verdict, details)?;
    Ok(Outcome { status: error.as_ref().map_or(0, Error::status), error, ..report.into() })
}
