//! Change what a person may do at a site.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::access::Role;
use crate::model::answer::Access;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::standing::{Grant, Person};
use crate::model::when::EndTime;
use crate::model::when::When;
use crate::notice::{self, access::Held};
use crate::rules;
use crate::store::WriteTx;
use crate::store::authority::{manager::ManagerAuthority, primary::PrimaryAuthority, signed_in::SignedIn};
use crate::store::change::{access as change, outbox};
use crate::store::query::{access, people};
use clap::Args;

use super::expiry;
use super::levels::{Asked, LevelArgs};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access update cy@example.com --reporting view
  pao access update cy@example.com --expires 2027-12-31")]
pub struct UpdateArgs {
    /// ID of the person
    #[arg(value_name = "ID")]
    id: Option<Address>,
    /// What they are to be: secondary or user
    #[arg(long, value_parser = parsed::role, value_name = "ROLE")]
    role: Option<Role>,
    /// The person's e-mail address, to make sure that it is them
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Address>,
    #[command(flatten)]
    levels: LevelArgs,
    /// Last day of the access, or a span such as 90d
    #[arg(long, value_name = "DATE", conflicts_with = "no_expiry")]
    expires: Option<EndTime>,
    /// The access has no end date any more
    #[arg(long)]
    no_expiry: bool,
    /// A remark for those who manage access
    #[arg(long, value_parser = parsed::line::<200>, value_name = "TEXT")]
    note: Option<String>,
}

/// What is to be different.
struct Requested {
    id: Address,
    email: Option<Address>,
    role: Option<Role>,
    asked: Asked,
    expires: Option<When>,
    no_expiry: bool,
    note: Option<String>,
}

/// Changes role, privileges, end date or note.
///
/// # Errors
/// R1, R3, R4, R7 to R10, R15, R16.
pub fn run(args: &UpdateArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    let expires = expiry(args.expires, cx.session().now())?;
    let caller = cx.authenticate()?;
    let requested = Requested {
        id: cx.prompt().value(args.id.clone(), "<ID>", "ID of the person", |text| Ok(Address::parse(text, "id")?))?,
        email: args.email.clone(),
        role: args.role,
        asked: args.levels.typed(),
        expires,
        no_expiry: args.no_expiry,
        note: args.note.clone(),
    };
    let site = cx.site(&caller)?;
    cx.session().about(&requested.id);
    let (done, (changed, access)) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = ManagerAuthority::of(&me, &site)?;
        let (changed, access) = update(&tx, &by, &requested)?;
        let entry = by.entry().about(requested.id.as_str());
        Ok((if changed { tx.commit(entry)? } else { tx.unchanged() }, (changed, access)))
    })?;
    let verb = if changed { "Updated" } else { "Unchanged:" };
    let report = cx.changed(&done, &access, views::access(&access))?;
    Ok(report.status(format!("{verb} {} at {site}", requested.id)).into())
}

fn update(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, requested: &Requested) -> Result<(bool, Access)> {
    let (asker, view) = (by.standing(), tx.view());
    let site = &asker.site.site;
    let person = people::with_id(view, &requested.id)?;
    let held = match &person {
        Some(person) => access::current(view, site, person.no)?,
        None => None,
    };
    let role = held.as_ref().map(|grant| grant.role);
    rules::access::primary_stays(role, "changed")?;
    rules::access::not_oneself(asker, requested.id.as_str())?;
    rules::access::secondaries_are_the_primarys(asker, &[role, requested.role])?;
    let (Some(person), Some(held)) = (person, held) else {
        return Err(Error::not_found(format!("the access of {} at site {site}", requested.id)));
    };
    if requested.email.is_some() {
        super::somebody(view, &requested.id, requested.email.as_ref())?;
    }
    let new_role = requested.role.unwrap_or(held.role);
    let levels = requested.asked.over(rules::access::follow_role(held.levels, requested.role));
    rules::access::role_fits(new_role, levels)?;
    rules::access::within_own(asker, Some(held.levels), levels)?;
    let terms = change::Terms {
        levels,
        expires_at: end_date(&held, requested),
        note: requested.note.clone().or(held.note.clone()),
    };
    let same = held.role == new_role
        && held.levels == levels
        && held.expires_at == terms.expires_at
        && held.note == terms.note;
    if !same {
        write(by, &person, held.role, new_role, &terms)?;
    }
    let shown = access::of(view, site, person.no)?;
    Ok((!same, shown.ok_or_else(|| Error::not_found(format!("the access of {}", requested.id)))?))
}

fn end_date(held: &Grant, requested: &Requested) -> Option<Moment> {
    if requested.no_expiry { None } else { requested.expires.map(|when| when.at).or(held.expires_at) }
}

fn write(by: &ManagerAuthority<'_>, to: &Person, before: Role, role: Role, terms: &change::Terms) -> Result<()> {
    if before == Role::Secondary || role == Role::Secondary {
        change::name(&PrimaryAuthority::among_managers(by)?, to, role, terms)?;
    } else {
        change::give_user(by, to, terms)?;
    }
    let asker = by.standing();
    let held = Held { by: &asker.person, role, levels: terms.levels, expires_at: terms.expires_at };
    outbox::queue(by, notice::access::changed(to, &asker.site, &held));
    Ok(())
}
