//! What commands about many people or sites answer: lists of access, differences, what came of a file.
//!
//! What must hold: as in [`super::answer`], keys are a contract.
use crate::model::access::{Levels, Role};
use crate::model::answer::{Access, NoticeLine};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use schemars::JsonSchema;
use serde::Serialize;

/// `access` as it is streamed: the texts are those of the row at hand.
#[derive(Debug, Serialize)]
pub struct AccessRow<'r> {
    pub site: &'r str,
    pub id: &'r str,
    pub email: &'r str,
    pub first_name: &'r str,
    pub last_name: &'r str,
    pub role: Role,
    pub privileges: Levels,
    pub granted_by: Option<&'r str>,
    pub granted_at: Moment,
    pub expires_at: Option<Moment>,
    pub note: Option<&'r str>,
}

/// `access history`: one interval of an ID's access at one site.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Interval {
    /// Its number, from 1: the key of the list.
    pub interval: i64,
    #[serde(flatten)]
    pub access: Access,
    pub ended_at: Option<Moment>,
    pub ended_by: Option<Address>,
    pub end_reason: Option<String>,
}

crate::words! {
    /// What became of somebody's access between two moments.
    Became {
        /// They have it and had none.
        Added "added",
        /// They had it and have none.
        Removed "removed",
        /// It has other terms.
        Changed "changed",
    }
}

/// `diff`: one person whose access is different.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Difference {
    pub id: Address,
    pub change: Became,
    pub before: Option<Access>,
    pub after: Option<Access>,
}

/// `access import` and `site import`: what came of a file. `K` is an ID, or a site number.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Imported<K> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteNumber>,
    pub added: usize,
    pub updated: usize,
    pub revoked: usize,
    pub unchanged: usize,
    /// Null where there are a thousand or more; the other two likewise.
    pub added_ids: Option<Vec<K>>,
    pub updated_ids: Option<Vec<K>>,
    pub revoked_ids: Option<Vec<K>>,
}

/// `change` of bulk work: the notices are left out (null) where there are a thousand or more.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BulkChange<T> {
    #[serde(flatten)]
    pub object: T,
    pub changed: bool,
    pub dry_run: bool,
    pub notices: Option<Vec<NoticeLine>>,
}
