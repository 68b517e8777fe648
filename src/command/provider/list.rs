//! The public providers that a gateway may ask for.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::store::query::providers;
use crate::ui::column::Column;
use clap::Args;

const COLUMNS: &[Column] = &[
    Column::new("provider"),
    Column::new("protocol"),
    Column::new("terms-version"),
    Column::new("terms-url"),
    Column::new("retired"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provider list
  pao provider list --json")]
pub struct ListArgs {}

/// Everybody who is signed in sees them, retired ones too.
///
/// # Errors
/// `invalid_value`.
pub fn run(_args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    cx.authenticate()?;
    let (after, limit) = (cx.options.after.clone(), cx.options.limit());
    let found = providers::list(cx.session().read()?.view(), after.as_deref(), limit)?;
    let now = cx.output().relative_to();
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for one in &found {
        let retired = one.retired_at.map(|at| views::when(at, now)).unwrap_or_default();
        let (name, protocol) = (one.provider.to_string(), one.protocol.to_string());
        list.row(one, || vec![name, protocol, one.terms_version.clone(), one.terms_url.clone(), retired])?;
    }
    Ok(list.end("No providers are known")?.into())
}
