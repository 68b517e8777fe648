//! Make the list of people with access what a file says: the plan with `--dry-run`, the change without.
//!
//! What must hold: all lines or none. Every line is judged by the rules as the single command would be, every bad line is
//! named, and once one is bad nothing is written any more. Neither the Primary Contact nor whoever imports is changed or
//! pruned. Each person affected gets the letter and the entry in the trail of a single command.
mod work;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::made::{Group, Made};
use crate::command::session::Caller;
use crate::command::session::Done;
use crate::error::{Error, Result, SOMETHING_TO_DO};
use crate::import::{Lines, access};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use crate::rules::Code;
use crate::store::WriteTx;
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
    cx.prompt().needed(args.file.as_ref().map(|_| ""), "<FILE>")?;
    if args.prune {
        cx.prompt().confirmable()?;
    }
    let caller = cx.authenticate()?;
    let origin = cx.import_file(args.file.as_deref())?;
    let mut rows = Lines::of(&origin, &access::FORM)?;
    let site = cx.site(&caller)?;
    cx.session().store()?.prepare_for_bulk()?;
    let import = Import { caller: &caller, site: &site, prune: args.prune, now: cx.session().now() };
    let named = if args.prune && !cx.options.yes && !cx.options.dry_run {
        let named = import.whom_it_revokes(cx, &mut rows)?;
        rows = Lines::of(&origin, &access::FORM)?;
        Some(named)
    } else {
        None
    };
    let progress = cx.output().progress("lines judged");
    let (done, (made, warning)) =
        cx.session().change(&caller, |tx| import.carry_out(tx, &mut rows, named.as_ref(), &progress))?;
    drop(progress);
    let status = if args.exit_code && done.is_dry_run() && done.changed() { SOMETHING_TO_DO } else { 0 };
    let report = cx.changed_in_bulk(&done, made.imported(Some(&site)), made.plan())?;
    let report = report.status(format!("{} at {site}", made.counts()));
    let report = warning.into_iter().fold(report, Report::warning);
    Ok(Outcome { status, ..report.into() })
}

/// One import, but for its lines.
struct Import<'i> {
    caller: &'i Caller,
    site: &'i SiteNumber,
    prune: bool,
    now: Moment,
}

/// What came of the lines, and a warning.
type Came = (Made<Address>, Option<String>);

impl Import<'_> {
    /// Tries it, names whom it would revoke, and asks.
    ///
    /// # Errors
    /// As [`run`]; `interrupted`.
    fn whom_it_revokes(&self, cx: &mut Context<'_>, rows: &mut Lines) -> Result<Group<Address>> {
        let progress = cx.output().progress("lines judged");
        let (made, _) = cx.dry_run(self.caller, |tx| self.carry_out(tx, rows, None, &progress))?;
        drop(progress);
        let named = made.revoked();
        let (site, count) = (self.site, named.count());
        if count > 0 {
            cx.prompt().tell(&format!("Not in the file, and revoked at site {site} by this import:"));
            named.keys().iter().for_each(|id| cx.prompt().tell(&format!("  {id}")));
            if count > named.keys().len() {
                cx.prompt().tell(&format!("  … and {} more", count - named.keys().len()));
            }
            let whom = if count == 1 { "this person".to_owned() } else { format!("these {count} people") };
            cx.prompt().confirm(&format!("Revoke the access of {whom} at site {site}?"))?;
        }
        Ok(named)
    }

    /// Judges every line and does what it says. Where somebody was asked about those who would be revoked, these are they.
    fn carry_out(
        &self,
        tx: WriteTx<'_>,
        rows: &mut Lines,
        named: Option<&Group<Address>>,
        progress: &Progress,
    ) -> Result<Done<Came>> {
        let me = SignedIn::authenticate(&tx, &self.caller.key)?;
        let by = ManagerAuthority::of(&me, self.site).or_else(|refusal| values_first(rows, self.now, refusal))?;
        let mut work = Work::begin(&tx, &by)?;
        while let Some((number, cells)) = rows.advance()? {
            work.line(number, cells, self.now)?;
            progress.advance();
        }
        if self.prune {
            work.prune()?;
        }
        let (last, made, warning) = work.end()?;
        if named.is_some_and(|named| *named != made.revoked()) {
            return Err(Error::new(Code::Conflict, "other people than those named would be revoked by now")
                .hinted("nothing was changed; run it again to see who they are"));
        }
        Ok((if let Some(entry) = last { tx.commit(entry)? } else { tx.unchanged() }, (made, warning)))
    }
}

/// Values are judged before the site and the asker: where a line is malformed, that is the answer.
fn values_first<T>(lines: &mut Lines, now: Moment, refusal: Error) -> Result<T> {
    let bad = access::malformed(lines, now)?;
    Err(if bad.is_empty() { refusal } else { bad.into_error() })
}
