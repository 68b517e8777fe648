//! Enrol many sites from a file; each Primary Contact of record gets the Welcome letter.
//!
//! What must hold: all lines or none, and every bad line is named. A number that was given already names that site: its
//! company, country and agreement are amended, its Primary Contact never (R6).
//!
//! # Secrets
//! A passcode for each new site is drawn and hashed before the transaction begins. A dry run hashes none: what it would
//! store is thrown away.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::made::Made;
use crate::error::Result;
use crate::import::Lines;
use crate::import::site::{FORM, Numbered, read_all};
use crate::model::code::MailedCode;
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::sites;
use crate::ui::report::Report;
use clap::Args;
use std::path::PathBuf;

use super::enrolling::Enrolling;

#[derive(Debug, Args)]
#[command(after_long_help = "\
The file is CSV with a header, or a JSON array as `pao site list --json` prints it. Columns: company, country, primary-first-name,
primary-last-name, primary-email (all needed), via, program, agreement, number, phone. Commas, semicolons, tabs or bars may stand
between them, as spreadsheets write them, in UTF-8 or UTF-16. A number that was given already names that
site: company, country and agreement are amended, the Primary Contact never. All lines are taken, or none.

Examples:
  pao site import sites.csv --dry-run
  pao site import sites.csv --json")]
pub struct ImportArgs {
    /// CSV or JSON file; - is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Enrols what the file names.
///
/// # Errors
/// R15; `invalid_value` with `details.rows` for lines that are malformed or refused.
pub fn run(args: &ImportArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.file.as_ref().map(|_| ""), "<FILE>")?;
    let caller = cx.authenticate()?;
    let origin = cx.import_file(args.file.as_deref())?;
    let (enrolments, bad) = read_all(Lines::of(&origin, &FORM)?)?;
    let codes = if bad.is_empty() && caller.person.operator { codes(cx, &enrolments)? } else { Vec::new() };
    let (done, (made, warnings)) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = match OperatorAuthority::of(&me) {
            Err(_) if !bad.is_empty() => return Err(bad.into_error()),
            by => by?,
        };
        let named = enrolments.iter().filter_map(|(_, line)| line.number.clone()).collect();
        let mut enrolling = Enrolling::begin(&tx, &by, codes, named, bad)?;
        for (number, line) in enrolments {
            enrolling.line(number, line)?;
        }
        let warnings = enrolling.warnings();
        let (last, made) = enrolling.end()?;
        Ok((if let Some(entry) = last { tx.commit(entry)? } else { tx.unchanged() }, (made, warnings)))
    })?;
    report(cx, &done, &made, warnings)
}

/// Warnings that somebody reads through.
const READABLE: usize = 20;

fn report(
    cx: &mut Context<'_>,
    done: &crate::store::Committed,
    made: &Made<Option<SiteNumber>>,
    mut warnings: Vec<String>,
) -> Result<Outcome> {
    let left = warnings.len().saturating_sub(READABLE);
    warnings.truncate(READABLE);
    if left > 0 {
        warnings.push(format!("and {left} more lines like these"));
    }
    let report = cx.changed_in_bulk(done, made.imported(None), made.plan())?;
    let report = warnings.into_iter().fold(report, Report::warning);
    Ok(report.status(made.counts()).into())
}

/// A passcode and its hash for every site that is not there yet.
fn codes(cx: &mut Context<'_>, lines: &Numbered) -> Result<Vec<(MailedCode, Secret)>> {
    let tx = cx.session().read()?;
    let mut fresh = 0;
    for (_, line) in lines {
        let there = line.number.as_ref().map(|number| sites::facts(tx.view(), number)).transpose()?.flatten();
        fresh += usize::from(there.is_none());
    }
    drop(tx);
    let progress = cx.output().progress("passcodes made");
    let mut codes = Vec::with_capacity(fresh);
    while codes.len() < fresh {
        codes.push(if cx.options.dry_run {
            (cx.session().fresh_passcode()?, cx.session().dummy_hash())
        } else {
            cx.session().fresh_code()?
        });
        progress.advance();
    }
    Ok(codes)
}
