//! What a change did to access and sites, as the audit trail tells it: `db check` adds it up and compares.
//!
//! What must hold: every writer of these two tables notes its effect; the fields keep their names, since old entries are
//! read for ever.
use crate::model::access::Role;
use crate::model::person::PersonNo;
use crate::model::site::{SiteNumber, SiteStatus};
use serde::Serialize;

/// One effect.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(in crate::store) enum Effect {
    /// Somebody holds this from now on.
    Holds {
        by: Option<i64>,
        /// Seconds since 1970.
        expires: Option<i64>,
        /// The ranks of the levels, in the order of `Privilege::ALL`.
        levels: [i64; 6],
        person: i64,
        role: Role,
        site: SiteNumber,
    },
    /// Somebody holds nothing from now on.
    Ends { person: i64, role: (), site: SiteNumber },
    /// A site has this status from now on.
    Is { site: SiteNumber, status: SiteStatus },
}

impl Effect {
    /// The end of what somebody held.
    pub fn ends(site: &SiteNumber, PersonNo(person): PersonNo) -> Self {
        Self::Ends { person, role: (), site: site.clone() }
    }

    /// A site in a status.
    pub fn is(site: &SiteNumber, status: SiteStatus) -> Self {
        Self::Is { site: site.clone(), status }
    }
}
