//! What each command answers: its type. Beside the commands stand `error` and `version`, which are no commands.
//!
//! What must hold: every command has a row; `tests/all/schema.rs` counts them, and holds what is printed against them.
use crate::command::access::revoke::Revoked;
use crate::command::config::Config;
use crate::command::db::path::DatabasePath;
use crate::command::demo::{Filled, Played};
use crate::command::explain::{Explanation, RuleLine};
use crate::command::help::Topic;
use crate::command::logout::SignedOut;
use crate::command::maintain::Maintained;
use crate::command::outbox::deliver::Delivery;
use crate::command::outbox::test::Tested;
use crate::command::provision::receive::Received;
use crate::command::version::Build;
use crate::model::account::{self, SignInLine};
use crate::model::answer::{
    Accepted, Access, AuditEntry, AuditHead, AuditVerdict, Change, CheckVerdict, Identity, Message, MessageText, Page,
    PersonSummary, Script, SignedInUntil, Site, Started, Verdict, Whoami,
};
use crate::model::contact::Contact;
use crate::model::email::Address;
use crate::model::entitlement::Entitlement;
use crate::model::many::{BulkChange, Difference, Imported, Interval};
use crate::model::nomination::{Approved, Nomination};
use crate::model::provider::Provider;
use crate::model::provision::Provision;
use crate::model::site::SiteNumber;
use crate::model::token::{FreshToken, TokenSummary};
use crate::model::tree::Branch;
use crate::model::waiting::Waiting;
use crate::ui::fault::Envelope;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// How a schema is made.
type Made = fn() -> Map<String, Value>;

/// Every command with what it answers.
pub(super) const SHAPES: &[(&str, Made)] = &[
    ("demo", either::<Played, Filled>),
    ("init", one::<Change<Identity>>),
    ("register", one::<Accepted>),
    ("login", one::<SignedInUntil>),
    ("logout", one::<SignedOut>),
    ("whoami", one::<Whoami>),
    ("status", one::<Vec<Waiting>>),
    ("start", one::<Started>),
    ("authorize", one::<Change<Site>>),
    ("request-passcode", one::<Accepted>),
    ("account.verify", one::<Change<Identity>>),
    ("account.resend-code", one::<Accepted>),
    ("account.show", one::<Identity>),
    ("account.update", one::<Change<Identity>>),
    ("account.change-password", one::<Change<Identity>>),
    ("account.recover", one::<Accepted>),
    ("account.reset", one::<Change<Identity>>),
    ("account.reverse-email", one::<Change<Identity>>),
    ("account.sign-ins", one::<Vec<SignInLine>>),
    ("account.sign-out-all", one::<Change<account::SignedOut>>),
    ("account.close", one::<Change<Identity>>),
    ("access.add", one::<Change<Access>>),
    ("access.update", one::<Change<Access>>),
    ("access.revoke", one::<Change<Revoked>>),
    ("access.leave", one::<Change<Access>>),
    ("access.list", one::<Vec<Access>>),
    ("access.show", one::<Access>),
    ("access.history", one::<Vec<Interval>>),
    ("access.diff", one::<Vec<Difference>>),
    ("access.tree", one::<Vec<Branch>>),
    ("access.import", one::<BulkChange<Imported<Address>>>),
    ("access.export", one::<Vec<Access>>),
    ("contact.list", one::<Vec<Contact>>),
    ("contact.set", one::<Change<Contact>>),
    ("contact.clear", one::<Change<Contact>>),
    ("contact.set-primary", one::<Change<Access>>),
    ("token.create", one::<Change<FreshToken>>),
    ("token.list", one::<Vec<TokenSummary>>),
    ("token.revoke", one::<Change<TokenSummary>>),
    ("can", one::<Verdict>),
    ("nominate", one::<Change<Nomination>>),
    ("approve", one::<Change<Approved>>),
    ("decline", one::<Change<Nomination>>),
    ("nomination.list", one::<Vec<Nomination>>),
    ("nomination.show", one::<Nomination>),
    ("nomination.withdraw", one::<Change<Nomination>>),
    ("entitlement.grant", one::<Change<Entitlement>>),
    ("entitlement.revoke", one::<Change<Entitlement>>),
    ("entitlement.list", one::<Vec<Entitlement>>),
    ("provision.submit", one::<Change<Provision>>),
    ("provision.list", one::<Vec<Provision>>),
    ("provision.show", one::<Provision>),
    ("provision.cancel", one::<Change<Provision>>),
    ("provision.end", one::<Change<Provision>>),
    ("provision.accept-terms", one::<Change<Provision>>),
    ("provision.receive", one::<Change<Received>>),
    ("provision.complete", one::<Change<Provision>>),
    ("provision.reject", one::<Change<Provision>>),
    ("provider.list", one::<Vec<Provider>>),
    ("provider.add", one::<Change<Provider>>),
    ("provider.retire", one::<Change<Provider>>),
    ("site.enroll", one::<Change<Site>>),
    ("site.import", one::<BulkChange<Imported<Option<SiteNumber>>>>),
    ("site.list", one::<Vec<Site>>),
    ("site.show", one::<Site>),
    ("site.update", one::<Change<Site>>),
    ("site.resend-welcome", one::<Change<Site>>),
    ("site.withdraw", one::<Change<Site>>),
    ("site.close", one::<Change<Site>>),
    ("person.show", one::<PersonSummary>),
    ("operator.add", one::<Change<Identity>>),
    ("operator.remove", one::<Change<Identity>>),
    ("operator.list", one::<Vec<Identity>>),
    ("operator.reset", one::<Change<Identity>>),
    ("config.list", one::<Vec<Config>>),
    ("config.get", one::<Config>),
    ("config.set", one::<Change<Config>>),
    ("config.unset", one::<Change<Config>>),
    ("outbox.list", one::<Vec<Message>>),
    ("outbox.show", one::<MessageText>),
    ("outbox.deliver", one::<Change<Delivery>>),
    ("outbox.retry", one::<Change<Message>>),
    ("outbox.test", one::<Change<Tested>>),
    ("audit.list", one::<Vec<AuditEntry>>),
    ("audit.show", one::<AuditEntry>),
    ("audit.verify", one::<AuditVerdict>),
    ("audit.head", one::<AuditHead>),
    ("maintain", one::<Change<Maintained>>),
    ("db.path", one::<DatabasePath>),
    ("db.check", one::<CheckVerdict>),
    ("rules", one::<Vec<RuleLine<'static>>>),
    ("explain", one::<Explanation<'static>>),
    ("schema", one::<Map<String, Value>>),
    ("completions", one::<Script>),
    ("man", one::<Page>),
    ("help", one::<Topic<'static>>),
    ("error", one::<Envelope<'static>>),
    ("version", one::<Build>),
];

/// The schema of a command's answer.
pub fn of(action: &str) -> Option<Map<String, Value>> {
    SHAPES.iter().find(|(name, _)| *name == action).map(|(_, made)| made())
}

/// What is printed, not what could be read back: keys that are always there are required.
fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize()
}

fn one<T: JsonSchema>() -> Map<String, Value> {
    let schema = settings().into_generator().into_root_schema_for::<T>();
    if let Value::Object(map) = schema.to_value() { map } else { Map::new() }
}

/// One of two, by what was asked for.
fn either<T: JsonSchema, U: JsonSchema>() -> Map<String, Value> {
    let mut generator = settings().into_generator();
    let alternatives = json!([generator.subschema_for::<T>(), generator.subschema_for::<U>()]);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("anyOf".to_owned(), alternatives);
    schema.insert("$defs".to_owned(), generator.take_definitions(true).into());
    schema
}
