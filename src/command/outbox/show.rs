//! One letter, as it reads; its secret line is always hidden.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::answer::MessageText;
use crate::notice::SecretLine;
use crate::rules::{self, Code};
use crate::store::query::{messages, settings};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao outbox show 12
  pao outbox show 12 --json")]
pub struct ShowArgs {
    /// Number of the letter
    #[arg(value_parser = parsed::number("letter"), value_name = "N")]
    number: Option<i64>,
}

/// Shows a letter, for operators.
///
/// # Errors
/// R15; `not_found`; `invalid_value`.
pub fn run(args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let number = cx.prompt().value(args.number, "<N>", "Number of the letter", super::number)?;
    rules::site::an_operator(&caller.person)?;
    let tx = cx.session().read()?;
    let found = messages::numbered(tx.view(), number)?;
    let (message, letter) = found.ok_or_else(|| Error::not_found(format!("letter {number}")))?;
    let care = settings::care(tx.view())?;
    let words = letter.render(&care, SecretLine::Hidden);
    let words = words.map_err(|missing| Error::new(Code::Damaged, missing.to_string()))?;
    let shown = MessageText { message, subject: words.subject, body: words.body };
    let mut details = vec![
        Part::Pair("To", shown.message.to.clone()),
        Part::Pair("Kind", shown.message.kind.clone()),
        Part::Pair("State", shown.message.state.clone()),
        Part::Pair("Attempts", shown.message.attempts.to_string()),
    ];
    if let Some(words) = &shown.message.last_error {
        details.push(Part::Pair("Last error", words.clone()));
    }
    details.extend([
        Part::Pair("Subject", shown.subject.clone()),
        Part::Line(String::new()),
        Part::Block(shown.body.clone()),
    ]);
    Ok(Report::object(&shown, details)?.into())
}
