//! What one person could do at a site, since when and until when; without an ID, oneself.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::email::Address;
use crate::model::many::Interval;
use crate::model::moment::Moment;
use crate::store::query::history;
use crate::ui::column::Column;
use clap::Args;

use super::may_look_at;
use super::terms::Held;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access history
  pao access history bob@example.com --json")]
pub struct HistoryArgs {
    /// ID of the person; your own when left out
    #[arg(value_name = "ID")]
    id: Option<Address>,
}

const COLUMNS: &[Column] = &[
    Column::new("interval"),
    Column::new("from"),
    Column::new("to"),
    Column::new("by"),
    Column::new("ended-by"),
    Column::new("reason"),
    Column::new("access"),
    Column::extra("note"),
];

/// Lists every interval, oldest first.
///
/// # Errors
/// R1, R4, R16.
pub fn run(args: &HistoryArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    let caller = cx.authenticate()?;
    let id = args.id.clone().unwrap_or_else(|| caller.person.id.clone());
    cx.session().about(&id);
    let site = cx.site(&caller)?;
    let standing = cx.standing(&caller, &site)?;
    may_look_at(&standing, &id)?;
    let relative = cx.output().relative_to();
    let (tx, mut output) = cx.reading()?;
    let found = match history::ever_with_id(tx.view(), &id)? {
        Some(person) => history::intervals(tx.view(), &site, person, after, limit)?,
        None => Vec::new(),
    };
    if found.is_empty() && after <= 0 {
        return Err(Error::not_found(format!("the access of {id} at site {site}")));
    }
    let mut list = output.list(COLUMNS)?;
    for interval in &found {
        list.row(interval, || row(interval, relative))?;
    }
    Ok(list.end("Nothing came after that")?.into())
}

fn row(interval: &Interval, now: Option<Moment>) -> Vec<String> {
    let access = &interval.access;
    let by = |who: Option<&Address>| who.map(ToString::to_string).unwrap_or_default();
    vec![
        interval.interval.to_string(),
        views::when(access.granted_at, now),
        interval.ended_at.map(|at| views::when(at, now)).unwrap_or_default(),
        by(access.granted_by.as_ref()),
        by(interval.ended_by.as_ref()),
        interval.end_reason.clone().unwrap_or_default(),
        Held::of(access).words(),
        access.note.clone().unwrap_or_default(),
    ]
}
