//! The list of people with access as a file that `access import` takes.
//!
//! What must hold: importing it again changes nothing. Cells that a spreadsheet would compute are guarded, and the import
//! takes the guard off. Rows are put in order on their way out.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::site_meant::Visit;
use crate::error::Result;
use crate::import::access::COLUMNS;
use crate::model::many::AccessRow;
use crate::rules;
use crate::store::query::access::{self, Filter};
use crate::ui::Format;
use crate::ui::column::Column;
use clap::Args;
use std::borrow::Cow;

use super::may_enter;

#[derive(Debug, Args)]
#[command(after_long_help = "\
What a spreadsheet would compute gets an apostrophe before it, and the invisible joiners of some scripts are written as
\\u{200c} and \\u{200d}; an import takes both back.

Examples:
  pao access export > people.csv
  pao access export --json > people.json")]
pub struct ExportArgs {}

/// Streams the file: CSV, or with `--json` an array of `access`.
///
/// # Errors
/// R1, R4, R15, R16.
pub fn run(_args: &ExportArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(&COLUMNS.map(Column::new))?;
    let filter = Filter { after: cx.options.after.clone(), limit: cx.options.limit(), ..Filter::default() };
    let Visit { tx, mut output, standing, values: filter } = cx.visit(Ok(filter))?;
    if output.options.format == Format::Table {
        output.options.format = Format::Csv;
    }
    rules::site::not_an_operator(&standing.person)?;
    may_enter(&standing)?;
    rules::access::may_see(&standing)?;
    let progress = output.progress("people read");
    let mut list = output.list(&COLUMNS.map(Column::new))?;
    access::list(tx.view(), &standing.site.site, &filter, |row| {
        progress.advance();
        list.row(row, || cells(row))
    })?;
    drop(progress);
    Ok(list.end("")?.into())
}

fn cells<'r>(row: &AccessRow<'r>) -> Vec<Cow<'r, str>> {
    let held = &row.privileges;
    vec![
        row.id.into(),
        row.role.word().into(),
        held.tools.word().into(),
        held.reporting.word().into(),
        held.entitlements.word().into(),
        held.documents.word().into(),
        held.manage_access.word().into(),
        held.contact_update.word().into(),
        row.expires_at.map_or(Cow::Borrowed(""), |at| at.to_string().into()),
        row.note.unwrap_or_default().into(),
    ]
}
