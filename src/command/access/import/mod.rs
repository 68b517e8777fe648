//! Make the list of people with access what a file says: the plan with `--dry-run`, the deed without.
//!
//! What must hold: all lines or none. Every line is judged by the rules as the single command would be, every bad line is
//! named, and once one is bad nothing is written any more. Neither the Primary Contact nor whoever imports is changed or
//! pruned. Each person affected gets the letter and the entry in the trail of a single command.
mod line;
mod work;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::lines::{self, BadLines, Lines};
use crate::error::{Error, Result, SOMETHING_TO_DO};
use crate::model::moment::Moment;
use crate::store::authority::{manager::ManagerAuthority, signed_in::SignedIn};
use crate::ui::progress::Progress;
use crate::ui::report::Report;
use clap::Args;
use std::path::PathBuf;

use work::Work;

#[derive(Debug, Args)]
#[command(after_long_help = "\
The file is CSV with a header, or a JSON array as `pao access list --json` prints it. Columns: id, role, tools, reporting,
entitlements, documents, manage-access, contact-update, expires, note; id and role are needed. Commas, semicolons, tabs or bars may
stand between them, as spreadsheets write them, in UTF-8 or UTF-16. An empty level is the default for a
new person and stays for a present one; an empty end date means none. All lines are taken, or none.

Examples:
  pao access import people.csv --dry-run
  pao access import people.csv --prune --dry-run --exit-code
  pao access import people.csv --prune --yes
  pao access export | pao access import -")]
pub struct ImportArgs {
    /// CSV or JSON file; - is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Also revoke everybody who is not in the file
    #[arg(long)]
    prune: bool,
    /// With --dry-run: exit status 11 when there is something to do
    #[arg(long)]
    exit_code: bool,
}

/// Imports a file.
///
/// # Errors
/// R1, R4, R15, R16; `invalid_value` with `details.rows` for lines that are malformed or refused by R3 and R5 to R10; R3
/// for a Secondary Contact who would be pruned.
pub fn run(args: &ImportArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.needed(args.file.as_ref().map(|_| ""), "<FILE>")?;
    if args.prune {
        cx.confirmable()?;
    }
    let door = cx.door()?;
    let path = match &args.file {
        Some(path) => path.clone(),
        None => cx.value(None, "<FILE>", "CSV or JSON file", lines::path)?,
    };
    let mut rows = Lines::open(cx, &path, &line::FORM)?;
    let site = cx.site(&door)?;
    if args.prune {
        cx.confirm(&format!("Revoke everybody at site {site} who is not in the file?"))?;
    }
    cx.store()?.prepare_for_bulk()?;
    let now = cx.now();
    let shown = cx.world.meter.take().filter(|_| !cx.options.quiet);
    let progress = Progress::begin(shown, "lines judged");
    let (done, (made, warning)) = cx.change(&door, |tx| {
        let me = SignedIn::at_the_door(&tx, &door.key)?;
        let by = ManagerAuthority::of(&me, &site).or_else(|refusal| values_first(&mut rows, now, refusal))?;
        let mut work = Work::begin(&tx, &by)?;
        while let Some((number, cells)) = rows.advance()? {
            work.line(number, cells, now)?;
            progress.at(work.judged());
        }
        if args.prune {
            work.prune()?;
        }
        let (last, made, warning) = work.end()?;
        Ok((if let Some(entry) = last { tx.commit(entry)? } else { tx.unchanged() }, (made, warning)))
    })?;
    drop(progress);
    let status = if args.exit_code && done.rehearsal() && done.changed() { SOMETHING_TO_DO } else { 0 };
    let report = cx.changed_in_bulk(&done, made.imported(Some(&site)), made.plan())?;
    let report = report.status(format!("{} at {site}", made.counts()));
    let report = warning.into_iter().fold(report, Report::warning);
    Ok(Outcome { status, ..report.into() })
}

/// Values are judged before the site and the asker: where a line is malformed, that is the answer.
fn values_first<T>(lines: &mut Lines, now: Moment, refusal: Error) -> Result<T> {
    let mut bad = BadLines::default();
    while let Some((number, cells)) = lines.advance()? {
        if let Err(error) = cells.and_then(|cells| line::read(cells, now)) {
            bad.add(number, None, &error);
        }
    }
    Err(if bad.is_empty() { refusal } else { bad.into_error() })
}
