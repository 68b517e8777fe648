//! Letters about access: given, changed, ended, coming to its end, handed over.
use crate::model::access::{Levels, Privilege, Role};
use crate::model::moment::Moment;
use crate::model::standing::{Person, SiteFacts};

use super::{Kind, Letter, at_site};

/// The levels on one line, as letters and detail views show them.
pub fn privileges(levels: Levels) -> String {
    let mut line = String::with_capacity(128);
    for privilege in Privilege::ALL {
        let rank = usize::try_from(levels.rank(*privilege)).unwrap_or(0);
        let level = privilege.level_words().get(rank).copied().unwrap_or("none");
        line.extend([if line.is_empty() { "" } else { ", " }, privilege.word(), "=", level]);
    }
    line
}

/// What somebody holds from now on, and who decided it.
pub struct Held<'a> {
    pub by: &'a Person,
    pub role: Role,
    pub levels: Levels,
    pub expires_at: Option<Moment>,
}

impl Held<'_> {
    fn in_letter(&self, letter: Letter) -> Letter {
        letter
            .with("by", self.by.named())
            .with("role", self.role.word())
            .with("privileges", privileges(self.levels))
            .with("expires", self.expires_at.map(|at| at.to_string()).unwrap_or_default())
    }

    /// A new Secondary Contact gets the Welcome letter's words too, without a passcode.
    pub(super) fn given_in_letter(&self, letter: Letter) -> Letter {
        let letter = self.in_letter(letter);
        if self.role == Role::Secondary { letter.with("secondary", "yes") } else { letter }
    }
}

/// `access-granted`.
pub fn granted(to: &Person, site: &SiteFacts, held: &Held<'_>) -> Letter {
    held.given_in_letter(at_site(Kind::AccessGranted, to, site))
}

/// `access-changed`.
pub fn changed(to: &Person, site: &SiteFacts, held: &Held<'_>) -> Letter {
    held.in_letter(at_site(Kind::AccessChanged, to, site))
}

/// `access-ended`, by somebody.
pub fn ended(to: &Person, site: &SiteFacts, by: &Person, reason: Option<&str>) -> Letter {
    at_site(Kind::AccessEnded, to, site).with("by", by.named()).with("reason", reason.unwrap_or_default())
}

/// `access-ended`, to somebody who left by themselves.
pub fn left(who: &Person, site: &SiteFacts) -> Letter {
    at_site(Kind::AccessEnded, who, site).with("left", "yes")
}

/// `access-ended`, at its end date.
pub fn reached_its_end(to: &Person, site: &SiteFacts, expires_at: Moment) -> Letter {
    at_site(Kind::AccessEnded, to, site).with("expires", expires_at.to_string())
}

/// Access that comes to its end in so many days.
pub struct Expiring<'a> {
    pub whose: &'a Person,
    pub role: Role,
    pub expires_at: Moment,
    pub days: i64,
}

/// `access-expiring`, to whoever has the access or to the Primary Contact.
pub fn expiring(to: &Person, site: &SiteFacts, what: &Expiring<'_>) -> Letter {
    let letter = at_site(Kind::AccessExpiring, to, site)
        .with("days", what.days.to_string())
        .with("role", what.role.word())
        .with("expires", what.expires_at.to_string());
    if to.no == what.whose.no { letter } else { letter.with("person", what.whose.named()) }
}

/// A hand-over: from whom, to whom, and what the former Primary Contact is from now on.
pub struct HandOver<'a> {
    pub old: &'a Person,
    pub new: &'a Person,
    pub former: Option<Role>,
}

/// `primary-changed`.
pub fn primary_changed(to: &Person, site: &SiteFacts, what: &HandOver<'_>) -> Letter {
    at_site(Kind::PrimaryChanged, to, site)
        .with("by", what.old.named())
        .with("primary", what.new.named())
        .with("former", what.old.named())
        .with("former_role", what.former.map(Role::word).unwrap_or_default())
        .with("promoted", if to.no == what.new.no { "yes" } else { "" })
}
