//! Give a person access to a site.
use crate::command::context::Context;
use crate::command::form::{Choice, Row};
use crate::command::session::Caller;
use crate::command::{Outcome, parsed, views};
use crate::error::{Error, Result};
use crate::model::access::{Levels, Role};
use crate::model::answer::Access;
use crate::model::email::Address;
use crate::model::setting::Setting;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::model::standing::{Grant, Person};
use crate::model::when::{EndTime, GivenAs, When};
use crate::notice::{self, access::Held};
use crate::rules::{self, Code};
use crate::store::WriteTx;
use crate::store::authority::{manager::ManagerAuthority, primary::PrimaryAuthority, signed_in::SignedIn};
use crate::store::change::{access as change, nominations, outbox};
use crate::store::facts::{access, people, settings};
use clap::Args;

use super::levels::{Asked, LEVEL_FLAGS, LevelArgs, in_words};
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

/// What is to be granted, once every value is good.
pub struct Requested {
    pub id: Address,
    pub email: Option<Address>,
    pub role: Role,
    pub asked: Asked,
    pub expires: Option<When>,
    pub note: Option<String>,
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
    let requested = cx.form("grant", |cx| requested(args, expires, &caller, &site, cx), |form| form.rows(&site))?;
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

/// The role to give: typed, or chosen from those that can be given.
pub(in crate::command) fn role(typed: Option<Role>, cx: &mut Context<'_>) -> Result<Role> {
    let choices: Vec<Choice> = [
        ("user", "uses the site, as far as the privileges go"),
        ("secondary", "a Secondary Contact, who helps the Primary Contact to manage access"),
    ]
    .map(|(word, means)| (word.to_owned(), means.to_owned()))
    .into();
    cx.prompt().picked(typed, "--role", "Role", &choices, 0, |word| Ok(parsed::role(word)?))
}

impl Requested {
    fn rows(&self, site: &SiteNumber) -> Vec<Row> {
        let levels = self.asked.over(Levels::default_for(self.role));
        let until = self.expires.map_or_else(|| "no end".to_owned(), |when| when.at.to_string());
        vec![
            Row::new("Site", site.as_str(), &[]),
            Row::new("Person", self.id.as_str(), &["<ID>"]),
            Row::new("Role", self.role.word(), &["--role"]),
            Row::new("Privileges", in_words(levels), LEVEL_FLAGS),
            Row::new("Until", until, &["--expires"]),
            Row::new("Note", self.note.clone().unwrap_or_default(), &[]),
        ]
    }
}

/// What a grant came to.
pub struct Granted {
    pub changed: bool,
    pub access: Access,
    pub warning: Option<String>,
}

/// A grant that no rule speaks against.
pub struct Judged {
    pub person: Person,
    /// What the person holds already.
    pub held: Option<Grant>,
    levels: Levels,
}

/// Judges and makes one grant; an equal one that is there already is left alone. A nomination of the person that waits is
/// withdrawn.
///
/// # Errors
/// R3, R5, R7 to R10, R15; `conflict`.
pub fn grant(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, requested: &Requested) -> Result<Granted> {
    let judged = judge(tx, by, requested)?;
    let asker = by.standing();
    if let Some(held) = &judged.held {
        the_same(held, requested, judged.levels, asker.site.site.as_str())?;
    } else {
        give(by, &judged, requested)?;
        let expires_at = requested.expires.map(|when| when.at);
        let held = Held { by: &asker.person, role: requested.role, levels: judged.levels, expires_at };
        outbox::queue(by, notice::access::granted(&judged.person, &asker.site, &held));
        if let Some(filed) = nominations::overtake(by, judged.person.no)? {
            let letters = notice::nomination::settled(&asker.site, &filed, &asker.person, nominations::OVERTAKEN);
            outbox::queue_all(by, letters);
        }
    }
    granted(tx, by, &judged, requested)
}

/// Asks every rule about a grant, in the order of product.md.
///
/// # Errors
/// R3, R5, R7 to R10, R15.
pub fn judge(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, requested: &Requested) -> Result<Judged> {
    let (asker, view) = (by.standing(), tx.view());
    let site = &asker.site.site;
    let held = match people::with_id(view, &requested.id)? {
        Some(person) => access::current(view, site, person.no)?,
        None => None,
    };
    let role = held.as_ref().map(|grant| grant.role);
    rules::access::primary_stays(role, "given anew")?;
    rules::access::not_oneself(asker, requested.id.as_str())?;
    rules::access::secondaries_are_the_primarys(asker, &[role, Some(requested.role)])?;
    let person = somebody(view, &requested.id, requested.email.as_ref())?;
    let own = asker.grant.as_ref().map_or(Levels::default_none(), |grant| grant.levels);
    let levels = requested.asked.over(Levels::default_for(requested.role).lowered_to(&own));
    rules::access::role_fits(requested.role, levels)?;
    rules::access::within_own(asker, held.as_ref().map(|grant| grant.levels), levels)?;
    Ok(Judged { person, held, levels })
}

/// Gives what was judged. Who is told what is the caller's part.
///
/// # Errors
/// R3.
pub fn give(by: &ManagerAuthority<'_>, judged: &Judged, requested: &Requested) -> Result<()> {
    let expires_at = requested.expires.map(|when| when.at);
    let terms = change::Terms { levels: judged.levels, expires_at, note: requested.note.clone() };
    if requested.role == Role::Secondary {
        change::name(&PrimaryAuthority::among_managers(by)?, &judged.person, requested.role, &terms)
    } else {
        change::give_user(by, &judged.person, &terms)
    }
}

/// What was granted, as it is shown.
///
/// # Errors
/// What SQLite says.
pub fn granted(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>, judged: &Judged, requested: &Requested) -> Result<Granted> {
    let shown = access::of(tx.view(), &by.standing().site.site, judged.person.no)?;
    let access = shown.ok_or_else(|| Error::not_found(format!("the access of {}", requested.id)))?;
    let warning = if requested.role == Role::Secondary { many_secondaries(tx, by)? } else { None };
    Ok(Granted { changed: judged.held.is_none(), access, warning })
}

/// Same means role and privileges, and the end date if it was given as a date (cli.md, "Idempotent").
fn the_same(held: &Grant, requested: &Requested, levels: Levels, site: &str) -> Result<()> {
    let dated = requested.expires.filter(|when| when.given_as == GivenAs::Date).map(|when| when.at);
    if held.role == requested.role && held.levels == levels && dated.is_none_or(|at| held.expires_at == Some(at)) {
        return Ok(());
    }
    let words = format!("{} has access to site {site} already, as {} and with other terms", requested.id, held.role);
    Err(Error::new(Code::Conflict, words)
        .hinted(format!("change it with `{}`", pao("access update").arg(&requested.id).option("--site", site))))
}

/// More Secondary Contacts than `policy.secondaries-warn` draw a warning.
pub(super) fn many_secondaries(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>) -> Result<Option<String>> {
    let count = access::secondaries(tx.view(), &by.standing().site.site)?.len();
    let many = settings::number(tx.view(), Setting::SecondariesWarn)?;
    let over = i64::try_from(count).is_ok_and(|count| count > many);
    Ok(over.then(|| format!("the site has {count} Secondary Contacts now; more than {many} is unusual")))
}
