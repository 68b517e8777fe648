//! The certificate of a gateway: whose it is and who issued it. How files are read is `file`, whether it will do for the
//! host is `suitable`.
//!
//! # What would hurt
//! No signature is checked and no issuer trusted: that is for the service, which sees the gateway itself. Here a certificate
//! is what a form field says, read from the place where it stands without typing errors.
mod fields;
mod file;
mod key;
#[cfg(test)]
mod made;
mod name;
mod parts;
mod pem;
mod problem;
mod suitable;
mod typed;

pub use crate::model::certificate::file::{MAX_BYTES, read};
pub use crate::model::certificate::key::{Key, Kind};
pub use crate::model::certificate::problem::Problem;
pub use crate::model::certificate::suitable::{Refused, Warning, judge};
pub use crate::model::certificate::typed::typed;

use crate::model::moment::Moment;
use schemars::JsonSchema;
use serde::Serialize;

/// Characters of a common name or an issuer.
pub const MAX_NAME: usize = 200;

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The most specific common name of its subject.
    pub common_name: Option<String>,
    /// Who issued it, for people: the issuer's common name, else organisation, else all of it (RFC 4514).
    pub issuer: String,
    pub not_before: Moment,
    /// The last second in which it is good.
    pub not_after: Moment,
    /// Its DNS names (subject alternative names), in lower case, otherwise as they stand there.
    pub names: Vec<String>,
    /// Its key, where that can be measured.
    pub key: Option<Key>,
    /// Whether it names itself as its issuer.
    pub self_signed: bool,
}

/// What is stored of a certificate and printed: `certificate`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OnRecord {
    pub common_name: Option<String>,
    pub issuer: String,
    /// Unknown where names were typed.
    pub not_after: Option<Moment>,
}

impl From<&Certificate> for OnRecord {
    fn from(certificate: &Certificate) -> Self {
        let Certificate { common_name, issuer, not_after, .. } = certificate.clone();
        Self { common_name, issuer, not_after: Some(not_after) }
    }
}
