//! Whose access to a site is different between two moments.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::many::{Became, Difference};
use crate::model::moment::Moment;
use crate::model::when::EndTime;
use crate::model::when::StartTime;
use crate::store::query::history::{self, Span};
use crate::ui::Format;
use crate::ui::column::Column;
use clap::Args;
use std::borrow::Cow;

use super::may_read;
use super::terms::Held;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access diff --from 2026-01-01 --to 2026-03-31
  pao access diff --from 30d --to 0d --json")]
pub struct DiffArgs {
    /// The earlier moment: the beginning of this day, or this time
    #[arg(long, value_name = "DATE")]
    from: Option<StartTime>,
    /// The later moment: the end of this day, or this time
    #[arg(long, value_name = "DATE")]
    to: Option<EndTime>,
}

const COLUMNS: &[Column] =
    &[Column::new("change"), Column::new("id"), Column::new("what"), Column::extra("before"), Column::extra("after")];

/// Streams the differences, by ID.
///
/// # Errors
/// R1, R4, R16; `invalid_value` where `--to` comes before `--from`.
pub fn run(args: &DiffArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    cx.prompt().needed(args.from.as_ref(), "--from")?;
    cx.prompt().needed(args.to.as_ref(), "--to")?;
    let now = cx.session().now();
    let typed_from = args.from.map(|typed| typed.at(now, "from")).transpose()?;
    let typed_to = args.to.map(|typed| typed.at(now, "to")).transpose()?.map(|when| when.at);
    if let (Some(from), Some(to)) = (typed_from, typed_to) {
        in_order(from, to)?;
    }
    let caller = cx.authenticate()?;
    let from = cx
        .prompt()
        .value(typed_from, "--from", "From (a day or a time)", |text| Ok(Moment::parse_start(text, "from", now)?))?;
    let to = cx.prompt().value(typed_to, "--to", "To (a day or a time)", |text| {
        let to = Moment::parse_end(text, "to", now)?;
        in_order(from, to).map(|()| to)
    })?;
    in_order(from, to)?;
    let span = Span { from, to, after: cx.options.after.clone(), limit: cx.options.limit() };
    let site = cx.site(&caller)?;
    may_read(&cx.standing(&caller, &site)?)?;
    let csv = cx.output().options().format == Format::Csv;
    let (tx, mut output) = cx.reading()?;
    let mut list = output.list(COLUMNS)?;
    history::differences(tx.view(), &site, &span, |difference| list.row(&difference, || row(&difference, csv)))?;
    let none = list.is_empty();
    let report = list.end("")?;
    Ok(if none { report.status(format!("No difference between {from} and {to}")) } else { report }.into())
}

fn in_order(from: Moment, to: Moment) -> Result<()> {
    if to < from { Err(Error::invalid("to", "to: comes before --from")) } else { Ok(()) }
}

/// People see the sign of the change, programs its word.
fn row(difference: &Difference, csv: bool) -> Vec<Cow<'_, str>> {
    let (before, after) = (difference.before.as_ref().map(Held::of), difference.after.as_ref().map(Held::of));
    let words = |held: Option<&Held<'_>>| held.map(Held::words).unwrap_or_default();
    let (sign, what) = match (difference.change, &before, &after) {
        (Became::Changed, Some(before), Some(after)) => ("~", before.changes(after)),
        (Became::Removed, _, _) => ("-", words(before.as_ref())),
        (Became::Added | Became::Changed, _, _) => ("+", words(after.as_ref())),
    };
    vec![
        if csv { difference.change.word() } else { sign }.into(),
        difference.id.as_str().into(),
        what.into(),
        words(before.as_ref()).into(),
        words(after.as_ref()).into(),
    ]
}
