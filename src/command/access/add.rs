//! Give a person access to a site.
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::granting::{Requested, grant, role};
use crate::command::session::Caller;
use crate::command::{Outcome, parsed, views};
use crate::error::Result;
use crate::model::access::{Levels, Role};
use crate::model::email::Address;
use crate::model::site::SiteNumber;
use crate::model::when::{EndTime, When};
use crate::store::authority::{manager::ManagerAuthority, signed_in::SignedIn};
use clap::Args;

use super::levels::{LEVEL_FLAGS, LevelArgs, in_words};
use super::{expiry, somebody};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access add bob@example.com --role secondary --contact-update update
  pao access add cy@example.com --role user --tools full --expires 90d
  pao access add cy@example.com --role user --dry-run")]
pub struct AddArgs {
    /// ID of the person
    #[arg(value_name = "ID")]
    id: Option<Address>,
    /// The person's e-mail address, to make sure that it is them
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Address>,
    /// What they are to be: secondary or user
    #[arg(long, value_parser = parsed::role, value_name = "ROLE")]
    role: Option<Role>,
    #[command(flatten)]
    levels: LevelArgs,
    /// Last day of the access, or a span such as 90d
    #[arg(long, value_name = "DATE")]
    expires: Option<EndTime>,
    /// A remark for those who manage access
    #[arg(long, value_parser = parsed::line::<200>, value_name = "TEXT")]
    note: Option<String>,
}

/// Grants, or finds that it is granted already.
///
/// # Errors
/// R1, R3, R4, R5, R7 to R10, R15, R16; `conflict` when something different is granted already.
pub fn run(args: &AddArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    cx.prompt().needed(args.role.as_ref(), "--role")?;
    let expires = expiry(args.expires, cx.session().now())?;
    let caller = cx.authenticate()?;
    let site = cx.site(&caller)?;
    let requested = cx.form("grant", |cx| requested(args, expires, &caller, &site, cx), |form| rows(form, &site))?;
    cx.session().about(&requested.id);
    let (done, granted) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = ManagerAuthority::of(&me, &site)?;
        let granted = grant(&tx, &by, &requested)?;
        let entry = by.entry().about(requested.id.as_str());
        Ok((if granted.changed { tx.commit(entry)? } else { tx.unchanged() }, granted))
    })?;
    let prose = views::access(&granted.access);
    let mut report = cx.changed(&done, &granted.access, prose)?.status(format!(
        "{} {} as {} at {site}",
        if granted.changed { "Added" } else { "Unchanged:" },
        requested.id,
        requested.role
    ));
    if let Some(warning) = granted.warning {
        report = report.warning(warning);
    }
    Ok(report.into())
}

fn requested(
    args: &AddArgs,
    typed: Option<When>,
    caller: &Caller,
    site: &SiteNumber,
    cx: &mut Context<'_>,
) -> Result<Requested> {
    let now = cx.session().now();
    let id = cx.prompt().value(args.id.clone(), "<ID>", "ID of the person", |text| Ok(Address::parse(text, "id")?))?;
    cx.session().about(&id);
    cx.judged_first(caller, |tx, me| {
        let _by = ManagerAuthority::of(me, site)?;
        somebody(tx.view(), &id, args.email.as_ref()).map(drop)
    })?;
    let role = role(args.role, cx)?;
    let asked = args.levels.ask(cx, role)?;
    let expires = if cx.prompt().changes("--expires") || (typed.is_none() && cx.prompt().is_asking()) {
        let question = "Last day of the access, or nothing for no end";
        cx.prompt().offered("--expires", question, None, |text| {
            let typed = Some(text).filter(|text| !text.is_empty());
            expiry(typed.map(|text| EndTime::parse(text, "expires")).transpose()?, now)
        })?
    } else {
        typed
    };
    Ok(Requested { id, email: args.email.clone(), role, asked, expires, note: args.note.clone() })
}

fn rows(form: &Requested, site: &SiteNumber) -> Vec<Row> {
    let levels = form.asked.over(Levels::default_for(form.role));
    let until = form.expires.map_or_else(|| "no end".to_owned(), |when| when.at.to_string());
    vec![
        Row::new("Site", site.as_str(), &[]),
        Row::new("Person", form.id.as_str(), &["<ID>"]),
        Row::new("Role", form.role.word(), &["--role"]),
        Row::new("Privileges", in_words(levels), LEVEL_FLAGS),
        Row::new("Until", until, &["--expires"]),
        Row::new("Note", form.note.clone().unwrap_or_default(), &[]),
    ]
}
