//! A database of an older version becomes one of this version.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::upkeep::Migrated;
use crate::store::Store;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
The next command does the same by itself; this one says what comes of it, and can be left to a quiet hour: a million rows take some seconds, in which nobody else writes. Where the old version did not tell rows in the audit trail, entries `db.migrate` tell them as they are found: nothing from before is vouched for. An older version refuses the file from then on: keep a copy, made with `cp` while nobody works with it.

Examples:
  pao db migrate --dry-run
  pao db migrate")]
pub struct MigrateArgs {}

/// Brings it up, and says from where to where.
///
/// # Errors
/// The codes of exit status 10; `busy`, `io`.
pub fn run(_args: &MigrateArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let (path, dry_run) = (cx.session().database()?, cx.options.dry_run);
    let progress = cx.output().progress("rows read");
    let done = Store::bring_up(&path, cx.session().folders.home.as_deref(), dry_run, &|| progress.advance())?;
    drop(progress);
    let answer = Migrated { from: done.from, to: done.to, changed: done.from != done.to, dry_run, rows: done.rows };
    let details = vec![
        Part::Pair("Version before", answer.from.to_string()),
        Part::Pair("Version now", if dry_run { answer.from } else { answer.to }.to_string()),
        Part::Pair("Rows told", answer.rows.to_string()),
    ];
    Ok(Report::object(&answer, details)?.into())
}
