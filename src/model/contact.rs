//! Contacts of record: the people named on the enrolment form. A list of its own; a contact of record is not access.
use crate::model::email::Address;
use crate::model::site::SiteNumber;
use schemars::JsonSchema;
use serde::Serialize;

crate::words! {
    /// What a contact of record is named for. Where a type is not named, the Primary Contact stands in for it.
    ContactType {
        /// Always named; while the site is active, the Primary Contact's current name and address.
        Primary "primary",
        Technical "technical",
        Administrative "administrative",
        Renewal "renewal",
        Media "media",
        Billing "billing",
    }
}

/// Who is named, and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    pub first_name: String,
    pub last_name: String,
    pub email: Address,
    pub phone: Option<String>,
}

/// `contact`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Contact {
    pub site: SiteNumber,
    #[serde(rename = "type")]
    pub kind: ContactType,
    #[serde(flatten)]
    pub named: Named,
    /// Nobody is named for this type; it is the Primary Contact who is shown.
    pub stands_in: bool,
}
