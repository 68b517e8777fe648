//! A grant: what is asked for, judged by every rule, made. By `access add`, imports and approvals.
use crate::error::{Error, Result};
use crate::model::access::{Levels, Role};
use crate::model::answer::Access;
use crate::model::email::Address;
use crate::model::setting::Setting;
use crate::model::shell::pao;
use crate::model::standing::{Grant, Person};
use crate::model::when::{GivenAs, When};
use crate::notice::{self, access::Held};
use crate::rules::{self, Code};
use crate::store::WriteTx;
use crate::store::authority::{manager::ManagerAuthority, primary::PrimaryAuthority};
use crate::store::change::{access as change, nominations, outbox};
use crate::store::query::{access, people, settings};

use super::access::levels::Asked;
use super::access::somebody;
use super::context::Context;
use super::form::Choice;
use super::parsed;

/// What is to be granted, once every value is good.
pub struct Requested {
    pub id: Address,
    pub email: Option<Address>,
    pub role: Role,
    pub asked: Asked,
    pub expires: Option<When>,
    pub note: Option<String>,
}

/// The role to give: typed, or chosen from those that can be given.
pub fn role(typed: Option<Role>, cx: &mut Context<'_>) -> Result<Role> {
    let choices: Vec<Choice> = [
        ("user", "uses the site, as far as the privileges go"),
        ("secondary", "a Secondary Contact, who helps the Primary Contact to manage access"),
    ]
    .map(|(word, means)| (word.to_owned(), means.to_owned()))
    .into();
    cx.prompt().picked(typed, "--role", "Role", &choices, 0, |word| Ok(parsed::role(word)?))
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
pub fn many_secondaries(tx: &WriteTx<'_>, by: &ManagerAuthority<'_>) -> Result<Option<String>> {
    let count = access::secondaries(tx.view(), &by.standing().site.site)?.len();
    let many = settings::number(tx.view(), Setting::SecondariesWarn)?;
    let over = i64::try_from(count).is_ok_and(|count| count > many);
    Ok(over.then(|| format!("the site has {count} Secondary Contacts now; more than {many} is unusual")))
}
