//! Who the operators are.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::views::when;
use crate::error::Result;
use crate::model::answer::Identity;
use crate::rules;
use crate::store::query::people;
use crate::ui::column::Column;
use clap::Args;

const COLUMNS: &[Column] = &[
    Column::new("id"),
    Column::new("name"),
    Column::new("email"),
    Column::new("registered"),
    Column::extra("country"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao operator list
  pao operator list --json")]
pub struct ListArgs {}

/// Lists the operators, for operators.
///
/// # Errors
/// R15; `invalid_value`.
pub fn run(_args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let caller = cx.authenticate()?;
    let (after, limit) = (cx.options.after.clone(), cx.options.limit());
    rules::site::an_operator(&caller.person)?;
    let found = people::operators(cx.session().read()?.view())?;
    let now = cx.output().relative_to();
    let wanted = found.iter().filter(|person| after.as_deref().is_none_or(|after| person.id.as_str() > after));
    let most = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for person in wanted.take(most) {
        list.row(&Identity::from(person), || {
            vec![
                person.id.to_string(),
                person.name(),
                person.email.to_string(),
                when(person.registered_at, now),
                person.country.clone(),
            ]
        })?;
    }
    Ok(list.end("No operators")?.into())
}
