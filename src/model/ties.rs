//! What ties somebody to sites, as far as rules about IDs and operators care.
use crate::model::site::SiteNumber;

/// One site each, where there is any: enough to say why not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ties {
    /// An active site whose Primary Contact they are.
    pub primary_at: Option<SiteNumber>,
    /// An active site at which they have access.
    pub access_at: Option<SiteNumber>,
    /// A site for which a nomination of theirs is open.
    pub nominated_at: Option<SiteNumber>,
    /// A sleeping site whose Primary Contact of record has an address of theirs.
    pub awaited_at: Option<SiteNumber>,
}
