//! Nominations: somebody without access asks to be let into a site.
//!
//! What must hold: 30 days after the Primary Contact first heard of it, a nomination that nobody answered counts as
//! expired, whether or not `maintain` has written that down.
use crate::model::answer::Access;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use schemars::JsonSchema;
use serde::Serialize;

crate::words! {
    /// What became of a nomination.
    NominationStatus {
        /// Nobody has answered yet.
        Pending "pending",
        /// The Primary Contact let the nominee in.
        Approved "approved",
        /// The Primary Contact did not.
        Declined "declined",
        /// The nominee took it back, or was given access otherwise.
        Withdrawn "withdrawn",
        /// Nobody answered in time, or the site has ended.
        Expired "expired",
    }
}

/// A nomination, as far as rules and letters care.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed {
    pub number: i64,
    pub site: SiteNumber,
    pub nominee: Person,
    /// "I believe I am the Primary Contact for this site": never grants anything (R11).
    pub claims_primary: bool,
    pub reason: Option<String>,
    pub status: NominationStatus,
    /// When the Primary Contact was told; nothing while the site sleeps.
    pub heard_at: Option<Moment>,
}

/// `nomination`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Nomination {
    /// Null in a dry run that would have given it.
    pub nomination: Option<i64>,
    pub site: SiteNumber,
    pub id: Address,
    pub claims_primary: bool,
    pub reason: Option<String>,
    pub status: NominationStatus,
    pub submitted_at: Moment,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<Address>,
    pub decision_reason: Option<String>,
}

/// What `approve` answers: the nomination, and the access that came of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Approved {
    #[serde(flatten)]
    pub nomination: Nomination,
    pub access: Access,
}
