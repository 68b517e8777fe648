//! The letters and what became of them.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::store::query::messages;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao outbox list --state queued
  pao outbox list --limit 20")]
pub struct ListArgs {
    /// Only letters in this state
    #[arg(long, value_parser = ["queued", "delivered", "failed"], value_name = "STATE")]
    state: Option<String>,
}

/// Lists the outbox, for operators.
///
/// # Errors
/// R15; `invalid_value`.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(views::MESSAGES)?;
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    cx.caretaker()?;
    let found = messages::list(cx.session().read()?.view(), args.state.as_deref(), after, limit)?;
    let now = cx.output().relative_to();
    let mut output = cx.output();
    let mut list = output.list(views::MESSAGES)?;
    for message in &found {
        list.row(message, || views::message_row(message, now))?;
    }
    Ok(list.end("No letters")?.into())
}
