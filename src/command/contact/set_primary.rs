//! Hand the site over to a new Primary Contact: immediate and whole.
use crate::command::access::somebody;
use crate::command::account::settled;
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::access::Role;
use crate::model::answer::Access;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::shell::pao;
use crate::model::standing::{Person, SiteFacts};
use crate::notice::access::{HandOver, primary_changed};
use crate::rules::Code;
use crate::store::WriteTx;
use crate::store::authority::{confirmed::Confirmed, primary::PrimaryAuthority, signed_in::SignedIn};
use crate::store::change::{access as change, outbox};
use crate::store::query::access;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao contact set-primary bob@example.com
  pao contact set-primary bob@example.com --former none --yes --password-file -")]
pub struct SetPrimaryArgs {
    /// ID of the new Primary Contact, who has access already
    #[arg(value_name = "ID")]
    id: Option<Address>,
    /// What you become
    #[arg(long, value_name = "ROLE", default_value = "secondary")]
    former: Former,
}

/// What becomes of the Primary Contact who hands over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Former {
    Secondary,
    User,
    None,
}

impl Former {
    const fn role(self) -> Option<Role> {
        match self {
            Self::Secondary => Some(Role::Secondary),
            Self::User => Some(Role::User),
            Self::None => None,
        }
    }
}

/// Hands over, after the password was given again (R19).
///
/// # Errors
/// R1, R5, R6, R15, R16, R19; `wrong_state` when the new Primary has no access, or is the old one, and
/// while a change of the asker's address can be taken back.
pub fn run(args: &SetPrimaryArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.id.as_ref(), "<ID>")?;
    cx.prompt().confirmable()?;
    cx.prompt().password_needed()?;
    let caller = cx.authenticate()?;
    let id = cx
        .prompt()
        .value(args.id.clone(), "<ID>", "ID of the new Primary Contact", |text| Ok(Address::parse(text, "id")?))?;
    let former = args.former.role();
    let site = cx.site(&caller)?;
    cx.session().about(&id);
    let question = format!("Hand site {site} over to {id}?");
    let (done, access) = cx.change_confirmed(&caller, Some(&question), |tx, confirmation| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = PrimaryAuthority::of(&me, &site, Code::ChangePrimaryOnly, "can change the Primary Contact")?;
        let facts = by.standing().site.clone();
        let person = somebody(tx.view(), &id, None)?;
        may_receive(&tx, &by, &person)?;
        settled(tx.view(), me.person())?;
        let confirmed = Confirmed::by(&me, confirmation)?;
        let entry = by.entry().about(id.as_str()).with("former", former.map_or("none", Role::word));
        let secondaries = access::secondaries(tx.view(), &site)?;
        tell(&by, &facts, &person, former, &secondaries);
        change::hand_over(by, &confirmed, &person, former)?;
        let access =
            access::of(tx.view(), &site, person.no)?.ok_or_else(|| Error::not_found("the new Primary Contact"))?;
        Ok((tx.commit(entry)?, access))
    })?;
    report(cx, &done, &access, args.former)
}

fn report(cx: &mut Context<'_>, done: &crate::store::Committed, access: &Access, former: Former) -> Result<Outcome> {
    let line = match former.role() {
        None => "you have no access any more".to_owned(),
        Some(role) => format!("you are {role} now"),
    };
    let report = cx.changed(done, access, views::access(access))?;
    Ok(report.status(format!("{} is the Primary Contact of {}; {line}", access.id, access.site)).into())
}

/// R6: the new Primary holds access already, and is somebody else.
fn may_receive(tx: &WriteTx<'_>, by: &PrimaryAuthority<'_>, person: &Person) -> Result<()> {
    let asker = by.standing();
    if person.no == asker.person.no {
        return Err(Error::new(Code::WrongState, "you are the Primary Contact already").hinted("name somebody else"));
    }
    let site = &asker.site.site;
    if access::current(tx.view(), site, person.no)?.is_none() {
        return Err(Error::new(Code::WrongState, format!("{} has no access to site {site}", person.id)).hinted(
            format!(
                "give them access first: `{}`",
                pao("access add").arg(&person.id).option("--role", Role::Secondary).option("--site", site)
            ),
        ));
    }
    Ok(())
}

/// Old and new Primary and every Secondary Contact are told.
fn tell(by: &PrimaryAuthority<'_>, site: &SiteFacts, new: &Person, former: Option<Role>, secondaries: &[Person]) {
    let old = &by.standing().person;
    let mut told: Vec<PersonNo> = Vec::new();
    for person in [old, new].into_iter().chain(secondaries) {
        if told.contains(&person.no) {
            continue;
        }
        told.push(person.no);
        outbox::queue(by, primary_changed(person, site, &HandOver { old, new, former }));
    }
}
