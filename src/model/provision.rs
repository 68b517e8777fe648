//! Requests to add a gateway to the instant-messaging service, as they are judged and as they are printed (cli.md,
//! `provision`).
//!
//! What must hold: a request that is rejected, cancelled or ended is over; nothing happens to it any more.
use crate::model::certificate::OnRecord;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::product::Product;
use crate::model::provider::ProviderName;
use crate::model::site::SiteNumber;
use schemars::JsonSchema;
use serde::Serialize;

crate::words! {
    /// How far a request has come.
    RequestStatus {
        /// Filed by somebody with access to the site.
        Submitted "submitted",
        /// An operator works on it.
        Received "received",
        /// The gateway is served.
        Provisioned "provisioned",
        /// An operator said no.
        Rejected "rejected",
        /// Taken back before it was decided.
        Cancelled "cancelled",
        /// The gateway was served and is no longer.
        Ended "ended",
    }
}

impl RequestStatus {
    /// Nobody has decided it yet.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::Received)
    }

    /// Nothing happens to it any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Rejected | Self::Cancelled | Self::Ended)
    }
}

/// A request, as far as rules care.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestFacts {
    pub number: i64,
    pub site: SiteNumber,
    pub status: RequestStatus,
    pub submitted_by: PersonNo,
    /// The request of the same site that this one takes over from.
    pub replaces: Option<i64>,
}

/// A public provider that the gateway is to reach, and where it stands with the provider's terms (R14).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reached {
    pub provider: ProviderName,
    /// The version that was accepted; until then the one that would be.
    pub terms_version: String,
    pub terms_accepted_at: Option<Moment>,
    pub terms_accepted_by: Option<Address>,
    /// Provisioned, accepted, the provider not retired, the site active.
    pub open: bool,
}

/// `provision`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Provision {
    /// Its number; none in a dry run that would have given it one.
    pub request: Option<i64>,
    pub site: SiteNumber,
    pub product: Product,
    pub status: RequestStatus,
    pub gateway_name: String,
    pub host: String,
    pub port: i64,
    pub certificate: OnRecord,
    pub notify: Address,
    pub domains: Vec<String>,
    pub providers: Vec<Reached>,
    pub submitted_by: Address,
    pub submitted_at: Moment,
    pub due_by: Moment,
    /// Open and past its due date.
    pub overdue: bool,
    pub decided_at: Option<Moment>,
    pub reason: Option<String>,
    pub replaces: Option<i64>,
}

/// A domain of a request that another provisioned gateway holds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HeldDomain {
    pub domain: String,
    /// The request whose gateway holds it.
    pub request: i64,
    pub site: SiteNumber,
}

/// What `provision receive` answers: the request, and what stands in its way.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Received {
    #[serde(flatten)]
    pub provision: Provision,
    /// Its domains that other gateways hold: completing it would be a conflict.
    pub held_domains: Vec<HeldDomain>,
}
