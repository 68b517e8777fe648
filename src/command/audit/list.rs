//! What was done and what was refused.
use crate::command::access::may_read;
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::Malformed;
use crate::model::behind::parse_via;
use crate::model::command_id::CommandId;
use crate::model::email::Address;
use crate::model::when::EndTime;
use crate::model::when::StartTime;
use crate::rules;
use crate::store::query::trail::{self, Filter};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao audit list --site 7000017
  pao audit list --actor ann@example.com --since 2026-01-01 --json")]
pub struct ListArgs {
    /// Only what this ID did
    #[arg(long, value_name = "ID")]
    actor: Option<Address>,
    /// Only this action, as in access.add
    #[arg(long, value_parser = action, value_name = "ACTION")]
    action: Option<String>,
    /// Only entries from the beginning of this day, or from this time
    #[arg(long, value_name = "DATE")]
    since: Option<StartTime>,
    /// Only entries to the end of this day, or to this time
    #[arg(long, value_name = "DATE")]
    until: Option<EndTime>,
    /// Only what came this way, as in ssh:ann, sudo:1001 or owner; for operators
    #[arg(long, value_parser = parse_via, value_name = "CALLER")]
    via: Option<String>,
    /// The newest first
    #[arg(long)]
    newest: bool,
}

/// An action as it is typed, with a dot or a space.
fn action(text: &str) -> Result<String, Malformed> {
    match CommandId::of_words(&text.replace('.', " ")) {
        Some(command) => Ok(command.word().to_owned()),
        None => Err(Malformed::new("action", "there is no such command").hinted("write it as in access.add")),
    }
}

/// Operators see everything, managers what happened at their site.
///
/// # Errors
/// R1, R4, R16; `invalid_value`.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(views::AUDIT)?;
    let now = cx.session().now();
    let mut filter = Filter {
        actor: args.actor.as_ref().map(ToString::to_string),
        action: args.action.clone(),
        since: args.since.map(|typed| typed.at(now, "since")).transpose()?,
        until: args.until.map(|typed| typed.at(now, "until")).transpose()?.map(|when| when.at),
        after: cx.options.after_number()?,
        limit: cx.options.limit(),
        site: None,
        via: args.via.clone(),
        newest: args.newest,
    };
    let caller = cx.authenticate()?;
    if args.via.is_some() {
        rules::site::an_operator(&caller.person)?;
    }
    // The whole trail is for operators; what happened at one site is answered only where the site is within reach.
    if !caller.person.operator || cx.options.site.is_some() {
        let site = cx.site(&caller)?;
        may_read(&cx.standing(&caller, &site)?)?;
        filter.site = Some(site.to_string());
    }
    let relative = cx.output().relative_to();
    let (tx, mut output) = cx.reading()?;
    let mut list = output.list(views::AUDIT)?;
    trail::list(tx.view(), &filter, |mut entry| {
        if !caller.person.operator {
            entry.keep_what_a_site_may_see();
        }
        list.row(&entry, || views::audit_row(&entry, relative))
    })?;
    Ok(list.end("No entries")?.into())
}
