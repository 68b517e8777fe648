//! Letters about somebody's ID.
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::standing::{Person, SiteFacts};

use super::{Kind, Letter};

/// What was entered with an address that is to be proven.
pub struct Entered<'a> {
    pub email: &'a Address,
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub country: &'a str,
}

/// `verification`: the code that proves the address, good until `until`, and what was entered.
pub fn verification(entered: &Entered<'_>, code: &MailedCode, until: Moment) -> Letter {
    Letter::new(Kind::Verification, entered.email.as_str())
        .with("first_name", entered.first_name)
        .with("last_name", entered.last_name)
        .with("country", entered.country)
        .with("email", entered.email.as_str())
        .with("until", until.to_string())
        .secret(code.in_letter())
}

/// `already-registered`, to an address that has an ID.
pub fn already_registered(address: &Address, holder: &Person) -> Letter {
    Letter::new(Kind::AlreadyRegistered, address.as_str()).with("name", holder.name()).with("email", address.as_str())
}

/// `recovery`; `by` where somebody else ordered the code, which then needs no answer.
pub fn recovery(to: &Person, code: &MailedCode, until: Moment, by: Option<&str>) -> Letter {
    Letter::new(Kind::Recovery, to.email.as_str())
        .with("name", to.name())
        .with("email", to.id.as_str())
        .with("by", by.unwrap_or_default())
        .with("until", until.to_string())
        .secret(code.in_letter())
}

/// `password-changed`, `sign-in-locked` or `account-closed`, to every address of that person.
pub fn about_id(kind: Kind, person: &Person, addresses: &[Address]) -> Vec<Letter> {
    let letter =
        |to: &Address| Letter::new(kind, to.as_str()).with("name", person.name()).with("email", person.id.as_str());
    addresses.iter().map(letter).collect()
}

/// A change of address: whose, and between which addresses.
pub struct Move<'a> {
    pub person: &'a Person,
    pub former: &'a Address,
    pub email: &'a Address,
}

impl Move<'_> {
    fn letter(&self, to: &Address) -> Letter {
        Letter::new(Kind::EmailChanged, to.as_str())
            .with("name", self.person.name())
            .with("former", self.former.as_str())
            .with("email", self.email.as_str())
    }
}

/// `email-changed`, to an address that was left: with the code that takes the change back until `until`.
pub fn email_changed_from(to: &Address, what: &Move<'_>, code: &MailedCode, until: Moment) -> Letter {
    what.letter(to).with("until", until.to_string()).secret(code.in_letter())
}

/// `email-changed`, to the new address.
pub fn email_changed_to(what: &Move<'_>) -> Letter {
    what.letter(what.email).with("elsewhere", "yes")
}

/// `email-changed`, to both addresses: the change was taken back.
pub fn email_changed_back(what: &Move<'_>) -> Vec<Letter> {
    [what.email, what.former].into_iter().map(|to| what.letter(to).with("reversed", "yes")).collect()
}

/// A token for automation, its number as it is to be shown.
pub struct NewToken<'a> {
    pub number: String,
    pub name: &'a str,
    pub can: String,
    pub expires_at: Moment,
}

/// `token-created`, to every address of its owner: whoever could make a token with their password has a way in that outlives every
/// sign-in.
pub fn token_created(owner: &Person, addresses: &[Address], site: &SiteFacts, token: &NewToken<'_>) -> Vec<Letter> {
    let about = |letter: Letter| {
        letter
            .at_site(site.site.as_str())
            .with("company", site.company.as_str())
            .with("token", token.number.as_str())
            .with("token_name", token.name)
            .with("can", token.can.as_str())
            .with("expires", token.expires_at.to_string())
    };
    about_id(Kind::TokenCreated, owner, addresses).into_iter().map(about).collect()
}
