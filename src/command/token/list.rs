//! One's own automation tokens that are good.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::views::when;
use crate::error::Result;
use crate::model::token::words;
use crate::store::query::tokens;
use crate::ui::column::Column;
use clap::Args;

const COLUMNS: &[Column] = &[
    Column::new("token"),
    Column::new("name"),
    Column::new("site"),
    Column::new("can"),
    Column::new("expires"),
    Column::new("last-used"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao token list
  pao token list --json")]
pub struct ListArgs {}

/// Lists them by number, without their secrets, which nobody has but whoever was shown them.
///
/// # Errors
/// `sign_in_required`; `invalid_value`.
pub fn run(_args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    let caller = cx.authenticate()?;
    let found = tokens::of_person(cx.session().read()?.view(), caller.person.no, after, limit)?;
    let now = cx.output().relative_to();
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for summary in &found {
        list.row(summary, || {
            vec![
                summary.token_number.unwrap_or_default().to_string(),
                summary.name.clone().unwrap_or_default(),
                summary.site.to_string(),
                words(&summary.can),
                when(summary.expires_at, now),
                summary.last_used_at.map_or_else(String::new, |at| when(at, now)),
            ]
        })?;
    }
    Ok(list.end("No tokens")?.into())
}
