//! The contacts of record: one line a type, the Primary Contact wherever nobody is named.
use crate::command::Outcome;
use crate::command::access::may_enter;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::contact::{Contact, ContactType};
use crate::model::standing::Standing;
use crate::rules;
use crate::store::query::contacts;
use crate::ui::column::Column;
use clap::Args;

const COLUMNS: &[Column] = &[
    Column::new("type"),
    Column::new("name"),
    Column::new("email"),
    Column::new("phone"),
    Column::new("stands-in"),
    Column::extra("first-name"),
    Column::extra("last-name"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao contact list
  pao contact list --site 7000017 --json")]
pub struct ListArgs {}

/// Lists all six types, in the order of product.md; `--after` takes a type.
///
/// # Errors
/// R1, R12, R16; operators may read.
pub fn run(_args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let caller = cx.authenticate()?;
    let after = cx.options.after.as_deref().map(|text| ContactType::parse(text, "after")).transpose()?;
    let limit = cx.options.limit().and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    let site = cx.site(&caller)?;
    let standing = cx.standing(&caller, &site)?;
    may_list(&standing)?;
    let (tx, mut output) = cx.reading()?;
    let mut list = output.list(COLUMNS)?;
    for kind in ContactType::ALL.iter().filter(|kind| after.is_none_or(|after| **kind > after)).take(limit) {
        let contact = contacts::shown(tx.view(), &standing.site, *kind)?;
        list.row(&contact, || row(&contact))?;
    }
    Ok(list.end("")?.into())
}

fn may_list(standing: &Standing) -> Result<()> {
    if standing.person.operator {
        return Ok(());
    }
    may_enter(standing)?;
    Ok(rules::contact::may_see(standing)?)
}

fn row(contact: &Contact) -> Vec<String> {
    let named = &contact.named;
    vec![
        contact.kind.to_string(),
        format!("{} {}", named.first_name, named.last_name),
        named.email.to_string(),
        named.phone.clone().unwrap_or_default(),
        if contact.stands_in { "yes" } else { "" }.to_owned(),
        named.first_name.clone(),
        named.last_name.clone(),
    ]
}
