//! The contacts of record, and who the Primary Contact is.
pub mod clear;
pub mod list;
pub mod set;
pub mod set_primary;

use crate::command::Outcome;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::contact::{Contact, ContactType};
use crate::model::standing::Standing;
use crate::notice::site::contacts_changed;
use crate::store::change::outbox::{self, Acting};
use crate::ui::prose::Part;
use clap::Subcommand;

use super::context::Context;
use super::form::Choice;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum ContactCommand {
    /// List the contacts of record
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Name a contact of record, or amend one
    Set(set::SetArgs),
    /// Name nobody for a type; the Primary Contact stands in
    Clear(clear::ClearArgs),
    /// Hand the site over to a new Primary Contact
    SetPrimary(set_primary::SetPrimaryArgs),
}

impl ContactCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::ContactList,
            Self::Set(_) => CommandId::ContactSet,
            Self::Clear(_) => CommandId::ContactClear,
            Self::SetPrimary(_) => CommandId::ContactSetPrimary,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Set(args) => set::run(args, cx),
            Self::Clear(args) => clear::run(args, cx),
            Self::SetPrimary(args) => set_primary::run(args, cx),
        }
    }
}

/// `TYPE` as it is typed.
fn kind(cx: &mut Context<'_>, typed: Option<ContactType>) -> Result<ContactType> {
    let choices: Vec<Choice> =
        ContactType::ALL.iter().map(|kind| (kind.to_string(), concerns(*kind).to_owned())).collect();
    let kind = cx
        .prompt()
        .picked(typed, "<TYPE>", "Type of contact", &choices, 1, |text| Ok(ContactType::parse(text, "type")?))?;
    cx.session().about(&kind);
    Ok(kind)
}

/// What a contact of record is asked about, for prompts.
const fn concerns(kind: ContactType) -> &'static str {
    match kind {
        ContactType::Primary => "the site as a whole; only the phone number is set here",
        ContactType::Technical => "installing and running the software",
        ContactType::Administrative => "agreements and paperwork",
        ContactType::Renewal => "renewing subscription and support",
        ContactType::Media => "where disks and media packs go",
        ContactType::Billing => "invoices",
    }
}

/// The Primary Contact is told what somebody else changed.
fn tell(by: &impl Acting, asker: &Standing, contact: &Contact) {
    if !asker.is_primary() {
        outbox::queue(by, contacts_changed(&asker.site, &asker.person, contact));
    }
}

/// One contact.
fn details(contact: &Contact) -> Vec<Part> {
    let named = &contact.named;
    let stands_in = if contact.stands_in { " (the Primary Contact stands in)" } else { "" };
    vec![
        Part::Pair("Site", contact.site.to_string()),
        Part::Pair("Type", contact.kind.to_string()),
        Part::Pair("Name", format!("{} {}{stands_in}", named.first_name, named.last_name)),
        Part::Pair("Address", named.email.to_string()),
        Part::Pair("Phone", named.phone.clone().unwrap_or_else(|| "-".to_owned())),
    ]
}
