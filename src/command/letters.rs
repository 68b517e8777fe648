//! The letters that several verbs cause, with the facts their templates ask for.
//!
//! What must hold: mail goes to a person's current address. Who did something is named by name and ID.
use crate::error::Result;
use crate::mail::{Kind, Letter};
use crate::model::access::{Levels, Privilege, Role};
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::model::standing::{ContactOfRecord, Person, SiteFacts};
use crate::store::ReadView;
use crate::store::facts::codes;

/// A letter to a person about a site, with the facts that every such letter has.
pub fn at_site(kind: Kind, to: &Person, site: &SiteFacts) -> Letter {
    Letter::new(kind, to.email.as_str())
        .at_site(site.site.as_str())
        .with("name", to.name())
        .with("company", site.company.as_str())
}

/// The levels on one line, as the letters and detail views show them.
pub fn privileges(levels: Levels) -> String {
    let mut line = String::with_capacity(128);
    for privilege in Privilege::ALL {
        let rank = usize::try_from(levels.rank(*privilege)).unwrap_or(0);
        let level = privilege.level_words().get(rank).copied().unwrap_or("none");
        line.extend([if line.is_empty() { "" } else { ", " }, privilege.word(), "=", level]);
    }
    line
}

/// What somebody holds, told to them by whoever decided it.
pub struct AccessDetails<'a> {
    pub by: &'a Person,
    pub role: Role,
    pub levels: Levels,
    pub expires_at: Option<Moment>,
}

/// `access-granted` or `access-changed`. A new Secondary Contact gets the Welcome letter's words too, without a passcode.
pub fn access(kind: Kind, to: &Person, site: &SiteFacts, details: &AccessDetails<'_>) -> Letter {
    let letter = at_site(kind, to, site)
        .with("by", details.by.named())
        .with("role", details.role.word())
        .with("privileges", privileges(details.levels))
        .with("expires", details.expires_at.map(|at| at.to_string()).unwrap_or_default());
    let welcome = kind == Kind::AccessGranted && details.role == Role::Secondary;
    if welcome { letter.with("secondary", "yes") } else { letter }
}

/// `access-ended`.
pub fn access_ended(to: &Person, site: &SiteFacts, by: &Person, reason: Option<&str>) -> Letter {
    at_site(Kind::AccessEnded, to, site).with("by", by.named()).with("reason", reason.unwrap_or_default())
}

/// `access-ended`, to somebody who left by themselves.
pub fn left(who: &Person, site: &SiteFacts) -> Letter {
    at_site(Kind::AccessEnded, who, site).with("left", "yes")
}

/// `welcome`, to the Primary Contact of record.
pub fn welcome(to: &ContactOfRecord, site: &SiteNumber, company: &str, code: &MailedCode, until: Moment) -> Letter {
    of_record(Kind::Welcome, to, site, company).with("until", until.to_string()).secret(in_letter(code))
}

/// `passcode`, to the Primary Contact of record.
pub fn passcode(to: &ContactOfRecord, site: &SiteNumber, company: &str, code: &MailedCode, until: Moment) -> Letter {
    of_record(Kind::Passcode, to, site, company).with("until", until.to_string()).secret(in_letter(code))
}

/// A letter to the Primary Contact of record, who may have no ID yet.
pub fn of_record(kind: Kind, to: &ContactOfRecord, site: &SiteNumber, company: &str) -> Letter {
    Letter::new(kind, to.email.as_str())
        .at_site(site.as_str())
        .with("name", format!("{} {}", to.first_name, to.last_name))
        .with("company", company)
}

/// A code as it stands in a letter.
pub fn in_letter(code: &MailedCode) -> Secret {
    Secret::new(code.shown())
}

/// A letter about somebody's ID: to their current address and, while a change of it can be taken back, to the old one too.
pub fn about_the_id(view: ReadView<'_>, kind: Kind, person: &Person) -> Result<Vec<Letter>> {
    let former = codes::reversal(view, person.no)?.and_then(|code| code.address);
    let both = [Some(person.email.clone()), former.filter(|former| *former != person.email)];
    let letter =
        |to: &Address| Letter::new(kind, to.as_str()).with("name", person.name()).with("email", person.id.as_str());
    Ok(both.iter().flatten().map(letter).collect())
}
