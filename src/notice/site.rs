//! Letters about a site: to its Primary Contact of record, and to everybody where it ends.
use crate::model::code::MailedCode;
use crate::model::contact::Contact;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use crate::model::standing::{ContactOfRecord, Person, SiteFacts};

use super::{Kind, Letter, at_site, to_primary};

/// A letter to the Primary Contact of record, who may have no ID yet.
pub(super) fn of_record(kind: Kind, to: &ContactOfRecord, site: &SiteNumber, company: &str) -> Letter {
    Letter::new(kind, to.email.as_str())
        .at_site(site.as_str())
        .with("name", format!("{} {}", to.first_name, to.last_name))
        .with("company", company)
}

/// `welcome`; the passcode in it is good until `until`.
pub fn welcome(to: &ContactOfRecord, site: &SiteNumber, company: &str, code: &MailedCode, until: Moment) -> Letter {
    of_record(Kind::Welcome, to, site, company).with("until", until.to_string()).secret(code.in_letter())
}

/// `passcode`, which is good until `until`.
pub fn passcode(site: &SiteFacts, code: &MailedCode, until: Moment) -> Letter {
    to_primary(Kind::Passcode, site).with("until", until.to_string()).secret(code.in_letter())
}

/// `site-active`.
pub fn active(primary: &Person, site: &SiteFacts) -> Letter {
    at_site(Kind::SiteActive, primary, site)
}

/// `contacts-changed`, to the Primary Contact, by somebody else.
pub fn contacts_changed(site: &SiteFacts, by: &Person, contact: &Contact) -> Letter {
    let named = &contact.named;
    let now = if contact.stands_in {
        format!("{}: nobody is named any more, you stand in", contact.kind)
    } else {
        format!("{}: {} {} ({})", contact.kind, named.first_name, named.last_name, named.email)
    };
    to_primary(Kind::ContactsChanged, site).with("by", by.named()).with("contact", now)
}

/// `site-withdrawn`, to the Primary Contact of record.
pub fn withdrawn(site: &SiteFacts, reason: &str) -> Letter {
    to_primary(Kind::SiteWithdrawn, site).with("reason", reason)
}

/// `site-closed`, to somebody with access.
pub fn closed(to: &Person, site: &SiteFacts, reason: &str) -> Letter {
    at_site(Kind::SiteClosed, to, site).with("reason", reason)
}
