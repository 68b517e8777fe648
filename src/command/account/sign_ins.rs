//! Where one is signed in.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::views::when;
use crate::error::Result;
use crate::store::query::sign_ins;
use crate::ui::column::Column;
use clap::Args;

const COLUMNS: &[Column] = &[
    Column::new("sign-in"),
    Column::new("created"),
    Column::new("last-used"),
    Column::new("expires"),
    Column::new("current"),
    Column::new("via"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account sign-ins
  pao account sign-ins --json")]
pub struct SignInsArgs {}

/// Lists the asker's sign-ins that still run.
///
/// # Errors
/// `sign_in_required`; `invalid_value`.
pub fn run(_args: &SignInsArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    let caller = cx.authenticate()?;
    let current = cx.known_sign_in().map(|sign_in| sign_in.number);
    let found = sign_ins::running(cx.session().read()?.view(), &caller.person, current, after, limit)?;
    let now = cx.output().relative_to();
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for line in &found {
        list.row(line, || {
            vec![
                line.sign_in.to_string(),
                when(line.created_at, now),
                when(line.last_used_at, now),
                when(line.expires_at, now),
                if line.current { "yes" } else { "no" }.to_owned(),
                line.via.clone().unwrap_or_default(),
            ]
        })?;
    }
    Ok(list.end("No sign-ins")?.into())
}
