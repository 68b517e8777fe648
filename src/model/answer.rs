//! What commands answer, in the shapes that cli.md guarantees ("JSON shapes").
//!
//! What must hold: keys are a contract; more may be added, none renamed. What is absent is null, unless cli.md says
//! otherwise. Times are RFC 3339 UTC.
use crate::model::access::{Levels, Role};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::shell::CommandLine;
use crate::model::site::{Program, SiteNumber, SiteStatus, Via};
use crate::model::token::TokenSummary;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// `identity`: a registered person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Identity {
    pub id: Address,
    pub email: Address,
    pub first_name: String,
    pub last_name: String,
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    pub verified: bool,
    pub operator: bool,
    pub registered_at: Moment,
}

/// One line of `whoami`: a site at which the person has access.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OwnSite {
    pub site: SiteNumber,
    pub company: String,
    pub status: SiteStatus,
    pub role: Role,
}

/// `whoami`: the person who asks, and where they have access.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Whoami {
    #[serde(flatten)]
    pub identity: Identity,
    pub signed_in_until: Option<Moment>,
    pub sites: Vec<OwnSite>,
    /// By which automation token they came in; left out where it was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<TokenSummary>,
}

/// `person show`: what an operator sees of a person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonSummary {
    #[serde(flatten)]
    pub identity: Identity,
    pub locked: bool,
    pub retry_at: Option<Moment>,
    pub sites: Vec<OwnSite>,
}

/// `login`: until when one is signed in; the token only where it is printed.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SignedInUntil {
    pub id: Address,
    pub signed_in_until: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// `start`: where the walk ended, and the same work as a POSIX shell script.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Started {
    pub id: Address,
    pub site: SiteNumber,
    /// The IDs of the Secondary Contacts there are.
    pub secondary: Vec<Address>,
    pub script: String,
}

/// The Primary Contact of a site: of record until they came in, the person afterwards.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PrimaryCard {
    pub id: Option<Address>,
    pub email: Address,
    pub first_name: String,
    pub last_name: String,
}

/// `site`: one company's place. Its number is null where a dry run would draw one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Site {
    pub site: Option<SiteNumber>,
    pub company: String,
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    pub program: Program,
    pub via: Via,
    pub agreement: Option<String>,
    pub status: SiteStatus,
    pub enrolled_at: Moment,
    pub activated_at: Option<Moment>,
    pub primary: PrimaryCard,
    /// The asker's own role; left out for operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Option<Role>>,
}

/// `access`: an ID's standing at one site.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Access {
    pub site: SiteNumber,
    pub id: Address,
    pub email: Address,
    pub first_name: String,
    pub last_name: String,
    pub role: Role,
    pub privileges: Levels,
    pub granted_by: Option<Address>,
    pub granted_at: Moment,
    pub expires_at: Option<Moment>,
    pub note: Option<String>,
}

/// A notice, as a changing command lists it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NoticeLine {
    pub kind: String,
    pub to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

/// `change`: what a changing command prints.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Change<T> {
    #[serde(flatten)]
    pub object: T,
    pub changed: bool,
    pub dry_run: bool,
    pub notices: Vec<NoticeLine>,
}

/// The answer that is the same for everybody.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Accepted {
    pub accepted: bool,
}

/// `can`: yes or no, and why.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Verdict {
    pub allowed: bool,
    pub action: String,
    pub site: SiteNumber,
    pub id: Address,
    #[schemars(regex(pattern = "^R[0-9]+$"))]
    pub rule: Option<String>,
    pub because: String,
    pub remedy: Option<Remedy>,
}

/// What the smallest change would be that turns a no into a yes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Remedy {
    pub what: String,
    pub who: String,
    pub command: Option<CommandLine>,
}

/// `audit`: one entry of the trail.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AuditEntry {
    pub seq: i64,
    pub at: Moment,
    pub actor: Option<String>,
    pub action: String,
    pub site: Option<String>,
    pub subject: Option<String>,
    #[schemars(extend("enum" = ["done", "refused"]))]
    pub outcome: String,
    pub code: Option<String>,
    #[schemars(with = "Map<String, Value>")]
    pub details: Value,
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub hash: String,
}

/// `audit verify`: whether the chain holds, and where it breaks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AuditVerdict {
    pub ok: bool,
    pub entries: i64,
    pub head: Option<String>,
    pub first_bad: Option<i64>,
    /// The heads that were expected; left out where none was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<HeadMet>,
}

/// A head that was expected, and whether the chain leads through it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HeadMet {
    pub head: String,
    pub met: bool,
}

/// A line of `audit export`: `audit`, with what else its hash is over.
#[derive(Serialize, JsonSchema)]
pub struct ExportedEntry<'e> {
    pub seq: i64,
    pub at: Moment,
    pub actor: Option<&'e str>,
    pub action: &'e str,
    pub site: Option<&'e str>,
    pub subject: Option<&'e str>,
    pub outcome: &'e str,
    pub code: Option<&'e str>,
    /// As it is stored, byte for byte; for managers of a site without what is of the registry.
    #[schemars(with = "serde_json::Map<String, serde_json::Value>")]
    pub details: Cow<'e, RawValue>,
    pub hash: String,
    /// The random number of the registry.
    pub registry: &'e str,
    /// The number of the person who acted.
    pub person: Option<i64>,
}

/// `audit head`: the newest entry, for keeping elsewhere.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AuditHead {
    pub seq: i64,
    pub hash: Option<String>,
}

/// `message`: one letter in the outbox.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Message {
    pub message: i64,
    pub kind: String,
    pub to: String,
    pub site: Option<String>,
    #[schemars(extend("enum" = ["queued", "delivered", "failed"]))]
    pub state: String,
    pub created_at: Moment,
    pub delivered_at: Option<Moment>,
    pub attempts: i64,
    pub last_error: Option<String>,
}

/// `outbox show`: a message with its text, secret lines hidden.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MessageText {
    #[serde(flatten)]
    pub message: Message,
    pub subject: String,
    pub body: String,
}

/// `db check`: what was looked at, and what was found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CheckVerdict {
    pub ok: bool,
    pub mode: String,
    /// The uid of the user whom a shared registry belongs to.
    pub owner: Option<u32>,
    /// What people type in the place of `pao`, where a shared registry says so.
    pub reach: Option<String>,
    /// Other programs that keep tables of their own here: `litestream`.
    pub guests: Vec<String>,
    pub checks: Vec<CheckLine>,
}

/// One thing that `db check` looked at.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CheckLine {
    pub name: String,
    pub ok: bool,
    pub found: i64,
    /// The first ten rows that are not as the audit trail tells them, by table and key; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub rows: Vec<String>,
}

/// What `access revoke` answers: the access as it was, and the grants that hung on the person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Revoked {
    #[serde(flatten)]
    pub access: Option<Access>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Address>,
    /// IDs of those who hold access that this person gave.
    pub grants: Vec<Address>,
}
