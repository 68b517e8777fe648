//! Take access away from a person, and decide about the grants they made.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::session::Caller;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::access::Role;
use crate::model::answer::Revoked;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::standing::{Grant, Person};
use crate::notice;
use crate::rules::{self, Code};
use crate::store::authority::{manager::ManagerAuthority, primary::PrimaryAuthority, signed_in::SignedIn};
use crate::store::change::{access as change, outbox};
use crate::store::query::{access, people};
use crate::store::{ReadView, WriteTx};
use clap::Args;

use super::may_read;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access revoke cy@example.com --reason 'left the project'
  pao access revoke bob@example.com --grants hand-to:eve@example.com --yes")]
pub struct RevokeArgs {
    /// ID of the person
    #[arg(value_name = "ID")]
    id: Option<Address>,
    /// Why; the person is told
    #[arg(long, value_parser = parsed::line::<500>, value_name = "TEXT")]
    reason: Option<String>,
    /// Succeed also when there is no such access
    #[arg(long)]
    if_exists: bool,
    /// What becomes of the grants they made: keep, end, or hand-to:ID
    #[arg(long, value_parser = Grants::parse, value_name = "WHAT")]
    grants: Option<Grants>,
}

/// What becomes of the grants that the person made.
#[derive(Debug, Clone)]
enum Grants {
    Keep,
    End,
    HandTo(Address),
}

impl Grants {
    fn parse(text: &str) -> Result<Self, Malformed> {
        match text {
            "keep" => Ok(Self::Keep),
            "end" => Ok(Self::End),
            text => match text.strip_prefix("hand-to:") {
                Some(id) => Address::parse(id, "grants").map(Self::HandTo),
                None => Err(Malformed::new("grants", "must be keep, end or hand-to:ID")),
            },
        }
    }
}

/// Ends the access of a person at once (R17).
///
/// # Errors
/// R1, R3, R4, R7, R8, R15, R16; `usage` without `--yes` where nobody can be asked.
pub fn run(args: &RevokeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    cx.prompt().confirmable()?;
    let caller = cx.authenticate()?;
    let id = cx.prompt().value(args.id.clone(), "<ID>", "ID of the person", |text| Ok(Address::parse(text, "id")?))?;
    let reason = args.reason.clone();
    let site = cx.site(&caller)?;
    cx.session().about(&id);
    let grants = match args.grants.clone() {
        Some(grants) => grants,
        None => decided(cx, &caller, &site, &id)?,
    };
    cx.prompt().confirm(&format!("Revoke the access of {id} at site {site}?"))?;
    let (done, revoked) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = ManagerAuthority::of(&me, &site)?;
        match target(&tx, &by, &id)? {
            Some((person, held)) => {
                let revoked = revoke(&tx, &by, &person, &held, &grants, reason.as_deref())?;
                let entry = by.entry().about(id.as_str()).with("reason", reason.as_deref());
                Ok((tx.commit(entry)?, revoked))
            }
            None if args.if_exists => {
                let nothing = Revoked { access: None, site: Some(site.clone()), id: Some(id.clone()), grants: vec![] };
                Ok((tx.unchanged(), nothing))
            }
            None => Err(Error::not_found(format!("the access of {id} at site {site}"))),
        }
    })?;
    let prose = revoked.access.as_ref().map(views::access).unwrap_or_default();
    let verb = if done.changed() { "Revoked" } else { "Nothing to revoke for" };
    let mut report = cx.changed(&done, &revoked, prose)?.status(format!("{verb} {id} at {site}"));
    if !revoked.grants.is_empty() {
        report = report.warning(radius(&revoked.grants, &grants, done.is_dry_run()));
    }
    Ok(report.into())
}

/// Whom the person gave access is shown at a terminal before anything happens, and what becomes of it is asked. A refusal is
/// the transaction's to give and to put on record.
fn decided(cx: &mut Context<'_>, caller: &Caller, site: &SiteNumber, id: &Address) -> Result<Grants> {
    if !cx.prompt().can_ask() || cx.options.yes || cx.options.dry_run {
        return Ok(Grants::Keep);
    }
    let Ok(standing) = cx.standing(caller, site) else { return Ok(Grants::Keep) };
    if may_read(&standing).is_err() {
        return Ok(Grants::Keep);
    }
    let tx = cx.session().read()?;
    let made = match people::with_id(tx.view(), id)? {
        Some(person) => access::granted_by(tx.view(), site, person.no)?,
        None => Vec::new(),
    };
    let ids = ids_of(tx.view(), &made)?;
    drop(tx);
    if ids.is_empty() {
        return Ok(Grants::Keep);
    }
    cx.prompt().say(&format!("They gave access to: {}", listed(&ids)));
    cx.prompt().offered("--grants", "What to do with these grants: keep, end or hand-to:ID", Some("keep"), |text| {
        Ok(Grants::parse(text)?)
    })
}

fn ids_of(view: ReadView<'_>, numbers: &[PersonNo]) -> Result<Vec<Address>> {
    let mut ids = Vec::new();
    for no in numbers {
        ids.extend(people::numbered(view, *no)?.map(|person| person.id));
    }
    Ok(ids)
}

fn listed(ids: &[Address]) -> String {
    ids.iter().map(Address::as_str).collect::<Vec<_>>().join(", ")
}

/// Blast radius: who holds access that the person gave, and what became of it.
fn radius(ids: &[Address], grants: &Grants, dry_run: bool) -> String {
    let list = listed(ids);
    match grants {
        Grants::Keep if dry_run => {
            format!(
                "still have access that they gave: {list}; `--grants end` or `--grants hand-to:ID` decides otherwise"
            )
        }
        Grants::Keep => format!("still have access that they gave: {list}; `pao access revoke ID` ends one"),
        Grants::End => format!("also ended: {list}"),
        Grants::HandTo(to) => format!("now granted by {to}: {list}"),
    }
}

/// R7, R8, R3, then who it is; nobody where there is no such access.
fn target(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, id: &Address) -> Result<Option<(Person, Grant)>> {
    let (asker, view) = (by.standing(), tx.view());
    let person = people::with_id(view, id)?;
    let held = match &person {
        Some(person) => access::current(view, &asker.site.site, person.no)?,
        None => None,
    };
    let role = held.as_ref().map(|grant| grant.role);
    rules::access::primary_stays(role, "revoked")?;
    rules::access::not_oneself(asker, id.as_str())?;
    rules::access::secondaries_are_the_primarys(asker, &[role])?;
    Ok(person.zip(held))
}

fn revoke(
    tx: &WriteTx<'_>,
    by: &ManagerAuthority<'_>,
    person: &Person,
    held: &Grant,
    grants: &Grants,
    reason: Option<&str>,
) -> Result<Revoked> {
    let (asker, view) = (by.standing(), tx.view());
    let site = &asker.site.site;
    let access = access::of(view, site, person.no)?;
    let heir = if let Grants::HandTo(id) = grants { people::with_id(view, id)? } else { None };
    let made = others(access::granted_by(view, site, person.no)?, heir.as_ref());
    end(by, person, held.role, reason)?;
    let ids = ids_of(view, &made)?;
    match grants {
        Grants::Keep => {}
        Grants::End => end_all(tx, by, &made)?,
        Grants::HandTo(id) => hand_on(tx, by, &made, id)?,
    }
    Ok(Revoked { access, site: None, id: None, grants: ids })
}

fn end(by: &ManagerAuthority<'_>, person: &Person, role: Role, reason: Option<&str>) -> Result<()> {
    if role == Role::Secondary {
        change::revoke_secondary(&PrimaryAuthority::among_managers(by)?, person.no, reason)?;
    } else {
        change::revoke_user(by, person.no, reason)?;
    }
    let asker = by.standing();
    outbox::queue(by, notice::access::ended(person, &asker.site, &asker.person, reason));
    Ok(())
}

/// Each of them is judged as if it were revoked by itself.
fn end_all(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, made: &[PersonNo]) -> Result<()> {
    for no in made {
        let Some(person) = people::numbered(tx.view(), *no)? else { continue };
        if let Some((person, held)) = target(tx, by, &person.id)? {
            end(by, &person, held.role, Some("the person who gave it has lost their access"))?;
        }
    }
    Ok(())
}

/// The new giver must be a manager who gives access; who answers for a Secondary Contact is for the Primary to say (R3).
fn hand_on(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, made: &[PersonNo], id: &Address) -> Result<()> {
    let site = &by.standing().site.site;
    for no in made {
        let role = access::current(tx.view(), site, *no)?.map(|grant| grant.role);
        rules::access::secondaries_are_the_primarys(by.standing(), &[role])?;
    }
    let giver = people::with_id(tx.view(), id)?;
    let held = match &giver {
        Some(giver) => access::current(tx.view(), site, giver.no)?,
        None => None,
    };
    let (Some(giver), Some(held)) = (giver, held) else {
        return Err(Error::not_found(format!("the access of {id} at site {site}")));
    };
    if held.levels.manage_access < crate::model::access::ManageAccess::Update {
        return Err(Error::new(Code::WrongState, format!("{id} could not have made these grants"))
            .hinted("hand them to a manager with manage-access of update"));
    }
    change::hand_on(by, made, giver.no)
}

/// The grants that somebody made and can be handed on: nobody becomes the giver of their own access.
fn others(made: Vec<PersonNo>, heir: Option<&Person>) -> Vec<PersonNo> {
    made.into_iter().filter(|no| heir.is_none_or(|heir| heir.no != *no)).collect()
}
