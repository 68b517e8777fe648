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

use super::shared::{self, Said};

#[derive(Debug, Args)]
#[command(after_long_help = "\
SQLite's own checks, write-ahead logging as it was found, every invariant, the audit chain, and every row: each entry of the trail lists the rows that were written with it, by a digest of each, so that a row that something else changed, put in or took out is found. The first ten are named, as in `person 17`. The same goes for letters that wait. Counters are not told, such as wrong passwords in a row and when a sign-in was last used, nor that a sign-in or a registration went that had outlived its time.

What nothing in the file can show: whoever can write it can edit rows and append entries that fit, or cut the end of the trail off. Only a head that was kept elsewhere shows that: `pao audit head`, `pao audit verify --expect HEAD`.

In a registry that an older version began, rows are vouched for from the entries `db.migrate` on.

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
            Some(verdict) => outcome(&verdict, None, Some(error)),
            None => Err(error),
        };
    }
    cx.looks_after_the_file()?;
    let keeps = cx.session().store()?.keeps_what_it_acknowledges()?;
    let progress = cx.output().progress("checks made");
    let mut verdict = check::judge(cx.session().read_at_any_time()?.view(), keeps, || progress.advance())?;
    drop(progress);
    let mut said = None;
    if cx.session().store()?.is_service() {
        let (database, state) = (cx.session().store()?.path().to_path_buf(), cx.session().folders.state.clone());
        let tx = cx.session().read_at_any_time()?;
        said = Some(shared::judge(tx.view(), &database, state.as_deref(), &mut verdict)?);
    }
    let bad: Vec<&str> = verdict.checks.iter().filter(|line| !line.ok).map(|line| line.name.as_str()).collect();
    let error = (!bad.is_empty()).then(|| {
        let hint = match bad.as_slice() {
            [check::JOURNAL] => JOURNAL,
            bad if bad.iter().all(|name| name.starts_with("service-")) => SERVICE,
            _ => MEND,
        };
        Error::new(Code::Damaged, format!("the database does not check out: {}", bad.join(", "))).hinted(hint)
    });
    outcome(&verdict, said, error)
}

/// What to do where the journal mode alone is wrong.
const JOURNAL: &str = "another program, or a restore that was killed, turned write-ahead logging off, without which a power cut \
    can undo what was acknowledged; pao turns it on again wherever it can write: find out what it was, and check again";

/// What to do where nothing is wrong with the file.
const SERVICE: &str = "the registry is whole, but its place or its mail is not what a shared registry needs: folder 0700 and file 0600 of one \
    user, who is not root, no sign-ins in files, `mail.transport` smtp, spool below the folder or off, and `mail.from` set";

fn mode(verdict: &CheckVerdict) -> String {
    match (verdict.mode.as_str(), verdict.owner) {
        ("service", Some(owner)) => {
            format!("service: the file belongs to user {owner}; people reach it through pao only")
        }
        ("personal", _) => {
            "personal: the rules bind whoever uses pao, and nobody who writes to the file otherwise".to_owned()
        }
        (other, _) => other.to_owned(),
    }
}

fn outcome(verdict: &CheckVerdict, said: Option<Said>, error: Option<Error>) -> Result<Outcome> {
    let row = |line: &CheckLine| {
        vec![line.name.clone(), if line.ok { "yes" } else { "NO" }.to_owned(), line.found.to_string()]
    };
    let table = Part::Table(&["check", "ok", "found"], verdict.checks.iter().map(row).collect());
    let mut details = vec![Part::Pair("Mode", mode(verdict))];
    if let Some(Said { host_key, operators }) = said {
        let reach = verdict.reach.clone().unwrap_or_else(|| "not set: letters say `pao` (care.reach)".to_owned());
        details.push(Part::Pair("Reach", reach));
        details.push(Part::Pair("Host key", host_key.unwrap_or_else(|| "not set (care.host-key)".to_owned())));
        details
            .push(Part::Pair("Operators", if operators == "any" { "by sudo and ssh" } else { "by sudo" }.to_owned()));
    }
    details.push(Part::Line(String::new()));
    details.push(table);
    let rows: Vec<&str> = verdict.checks.iter().flat_map(|line| &line.rows).map(String::as_str).collect();
    if !rows.is_empty() {
        details.push(Part::Line(format!("Not as the audit trail tells it: {}", rows.join(", "))));
    }
    if !verdict.guests.is_empty() {
        details.push(Part::Line(format!("Guests: {}", verdict.guests.join(", "))));
    }
    let report = Report::object(verdict, details)?;
    Ok(Outcome { status: error.as_ref().map_or(0, Error::status), error, ..report.into() })
}
