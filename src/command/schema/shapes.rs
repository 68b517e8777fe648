//! What each command answers: its type, and the schema that is made of it. `tests/all/schema.rs` holds what is printed against them.
use crate::model::account::{LoggedOut, SignInLine, SignedOut};
use crate::model::answer::{
    Accepted, Access, AuditEntry, AuditHead, AuditVerdict, Change, CheckVerdict, ExportedEntry, Identity, Message,
    MessageText, PersonSummary, Revoked, SignedInUntil, Site, Started, Verdict, Whoami,
};
use crate::model::command_id::CommandId;
use crate::model::contact::Contact;
use crate::model::email::Address;
use crate::model::entitlement::Entitlement;
use crate::model::guidance::{Explanation, Page, RuleLine, Script, Topic};
use crate::model::many::{BulkChange, Difference, Imported, Interval};
use crate::model::nomination::{Approved, Nomination};
use crate::model::practice::{Filled, Played};
use crate::model::provider::Provider;
use crate::model::provision::{Provision, Received};
use crate::model::site::SiteNumber;
use crate::model::token::{FreshToken, TokenSummary};
use crate::model::tree::Branch;
use crate::model::upkeep::{
    AcceptedTime, Backup, Build, Config, DatabasePath, Delivery, KeyLine, Maintained, Migrated, Restored, Stats, Tested,
};
use crate::model::waiting::Waiting;
use crate::ui::fault::Envelope;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// A JSON Schema.
pub type Schema = Map<String, Value>;

/// The schema of a command's answer.
#[expect(clippy::too_many_lines, reason = "an arm an answer")]
pub fn of(command: CommandId) -> Schema {
    use CommandId as Id;
    match command {
        Id::Demo => either::<Played, Filled>(),
        Id::Init
        | Id::AccountVerify
        | Id::AccountUpdate
        | Id::AccountChangePassword
        | Id::AccountReset
        | Id::AccountReverseEmail
        | Id::AccountClose
        | Id::OperatorAdd
        | Id::OperatorRemove
        | Id::OperatorReset => one::<Change<Identity>>(),
        Id::Register | Id::RequestPasscode | Id::AccountResendCode | Id::AccountRecover => one::<Accepted>(),
        Id::Login => one::<SignedInUntil>(),
        Id::Logout => one::<LoggedOut>(),
        Id::Whoami => one::<Whoami>(),
        Id::Status => one::<Vec<Waiting>>(),
        Id::Start => one::<Started>(),
        Id::Authorize | Id::SiteEnroll | Id::SiteUpdate | Id::SiteResendWelcome | Id::SiteWithdraw | Id::SiteClose => {
            one::<Change<Site>>()
        }
        Id::AccountShow => one::<Identity>(),
        Id::AccountSignIns => one::<Vec<SignInLine>>(),
        Id::AccountSignOutAll => one::<Change<SignedOut>>(),
        Id::AccessAdd | Id::AccessUpdate | Id::AccessLeave | Id::ContactSetPrimary => one::<Change<Access>>(),
        Id::AccessRevoke => one::<Change<Revoked>>(),
        Id::AccessList | Id::AccessExport => one::<Vec<Access>>(),
        Id::AccessShow => one::<Access>(),
        Id::AccessHistory => one::<Vec<Interval>>(),
        Id::AccessDiff => one::<Vec<Difference>>(),
        Id::AccessTree => one::<Vec<Branch>>(),
        Id::AccessImport => one::<BulkChange<Imported<Address>>>(),
        Id::ContactList => one::<Vec<Contact>>(),
        Id::ContactSet | Id::ContactClear => one::<Change<Contact>>(),
        Id::TokenCreate => one::<Change<FreshToken>>(),
        Id::TokenList => one::<Vec<TokenSummary>>(),
        Id::TokenRevoke => one::<Change<TokenSummary>>(),
        Id::Can => one::<Verdict>(),
        Id::Nominate | Id::Decline | Id::NominationWithdraw => one::<Change<Nomination>>(),
        Id::Approve => one::<Change<Approved>>(),
        Id::NominationList => one::<Vec<Nomination>>(),
        Id::NominationShow => one::<Nomination>(),
        Id::EntitlementGrant | Id::EntitlementRevoke => one::<Change<Entitlement>>(),
        Id::EntitlementList => one::<Vec<Entitlement>>(),
        Id::ProvisionSubmit
        | Id::ProvisionCancel
        | Id::ProvisionEnd
        | Id::ProvisionAcceptTerms
        | Id::ProvisionComplete
        | Id::ProvisionReject => one::<Change<Provision>>(),
        Id::ProvisionList => one::<Vec<Provision>>(),
        Id::ProvisionShow => one::<Provision>(),
        Id::ProvisionReceive => one::<Change<Received>>(),
        Id::ProviderList => one::<Vec<Provider>>(),
        Id::ProviderAdd | Id::ProviderRetire => one::<Change<Provider>>(),
        Id::SiteImport => one::<BulkChange<Imported<Option<SiteNumber>>>>(),
        Id::SiteList => one::<Vec<Site>>(),
        Id::SiteShow => one::<Site>(),
        Id::PersonShow => one::<PersonSummary>(),
        Id::OperatorList => one::<Vec<Identity>>(),
        Id::ConfigList => one::<Vec<Config>>(),
        Id::ConfigGet => one::<Config>(),
        Id::ConfigSet | Id::ConfigUnset => one::<Change<Config>>(),
        Id::OutboxList => one::<Vec<Message>>(),
        Id::OutboxShow => one::<MessageText>(),
        Id::OutboxDeliver => one::<Change<Delivery>>(),
        Id::OutboxRetry => one::<Change<Message>>(),
        Id::OutboxTest => one::<Change<Tested>>(),
        Id::AuditList => one::<Vec<AuditEntry>>(),
        Id::AuditShow => one::<AuditEntry>(),
        Id::AuditExport => one::<ExportedEntry<'static>>(),
        Id::AuditVerify => one::<AuditVerdict>(),
        Id::AuditHead => one::<AuditHead>(),
        Id::Maintain => one::<Change<Maintained>>(),
        Id::DbPath => one::<DatabasePath>(),
        Id::DbCheck => one::<CheckVerdict>(),
        Id::DbStats => one::<Stats>(),
        Id::DbBackup => one::<Change<Backup>>(),
        Id::DbRestore => one::<Change<Restored>>(),
        Id::DbAcceptTime => one::<Change<AcceptedTime>>(),
        Id::DbMigrate => one::<Migrated>(),
        Id::Rules => one::<Vec<RuleLine<'static>>>(),
        Id::Explain => one::<Explanation<'static>>(),
        Id::Schema => one::<Map<String, Value>>(),
        Id::Completions => one::<Script>(),
        Id::Man => one::<Page>(),
        Id::Help => one::<Topic<'static>>(),
        Id::SshKeys => one::<KeyLine>(),
        // It answers as what came over ssh does.
        Id::SshCommand => Map::new(),
    }
}

/// The schema of the error object.
pub fn error() -> Schema {
    one::<Envelope<'static>>()
}

/// The schema of `pao --version --verbose`.
pub fn version() -> Schema {
    one::<Build>()
}

/// What is printed, not what could be read back: keys that are always there are required.
fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize()
}

fn one<T: JsonSchema>() -> Schema {
    let schema = settings().into_generator().into_root_schema_for::<T>();
    if let Value::Object(map) = schema.to_value() { map } else { Map::new() }
}

/// One of two, by what was asked for.
fn either<T: JsonSchema, U: JsonSchema>() -> Schema {
    let mut generator = settings().into_generator();
    let alternatives = json!([generator.subschema_for::<T>(), generator.subschema_for::<U>()]);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("anyOf".to_owned(), alternatives);
    schema.insert("$defs".to_owned(), generator.take_definitions(true).into());
    schema
}
