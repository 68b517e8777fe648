//! What the rules look at: who asks, how they stand to the site, whom the action is about.
//!
//! What must hold: these are facts of one transaction. Nothing keeps them longer (R17).
use crate::model::access::{Levels, Role};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::model::token::Scope;

/// Somebody with an ID, as far as rules care.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub no: PersonNo,
    pub id: Address,
    /// The current address; mail goes there.
    pub email: Address,
    pub first_name: String,
    pub last_name: String,
    pub country: String,
    pub operator: bool,
    pub registered_at: Moment,
    /// What they are narrowed to, where they came in by an automation token.
    pub scope: Option<Box<Scope>>,
}

impl Person {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// Name and ID, as letters say who did something.
    pub fn named(&self) -> String {
        format!("{} {} ({})", self.first_name, self.last_name, self.id)
    }
}

/// The Primary Contact as the enrolment form or the last hand-over names them.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactOfRecord {
    pub first_name: String,
    pub last_name: String,
    pub email: Address,
}

/// A site, as far as rules care.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteFacts {
    pub site: SiteNumber,
    pub company: String,
    pub status: SiteStatus,
    pub primary: ContactOfRecord,
}

/// A current grant: neither ended nor past its end date.
#[derive(Debug, Clone, PartialEq)]
pub struct Grant {
    pub role: Role,
    pub levels: Levels,
    pub granted_by: Option<PersonNo>,
    pub granted_at: Moment,
    pub expires_at: Option<Moment>,
    pub note: Option<String>,
}

/// How somebody stands to a site that exists.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub person: Person,
    pub site: SiteFacts,
    pub grant: Option<Grant>,
}

impl Standing {
    /// The Primary Contact of record of a site that still sleeps.
    pub fn awaited(&self) -> bool {
        self.site.status == SiteStatus::AwaitingPrimary && self.site.primary.email == self.person.email
    }

    /// The role, where there is access.
    pub fn role(&self) -> Option<Role> {
        self.grant.as_ref().map(|grant| grant.role)
    }

    /// The Primary Contact of this site.
    pub fn is_primary(&self) -> bool {
        self.role() == Some(Role::Primary)
    }
}
