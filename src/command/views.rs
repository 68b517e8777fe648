//! How the nouns look to people: detail views for one, columns for many.
use crate::model::access::{Levels, Privilege, Role};
use crate::model::answer::{Access, AuditEntry, Identity, Message, Site};
use crate::model::many::AccessRow;
use crate::model::moment::Moment;
use crate::ui::column::Column;
use crate::ui::prose::Part;
use std::borrow::Cow;

use crate::notice::access::privileges;

/// What stands for a number that a dry run would give: it means nothing.
pub const NEW_NUMBER: &str = "(new number)";

/// A number, or what stands for it.
pub fn number(given: Option<&impl ToString>) -> String {
    given.map_or_else(|| NEW_NUMBER.to_owned(), ToString::to_string)
}

/// A value, or a dash where there is none.
fn or_dash(value: Option<&impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), ToString::to_string)
}

/// A moment as people read it: relative at a terminal, exact elsewhere.
pub fn when(moment: Moment, now: Option<Moment>) -> String {
    now.map_or_else(|| moment.to_string(), |now| moment.relative_to(now))
}

/// One person.
pub fn identity(identity: &Identity) -> Vec<Part> {
    vec![
        Part::Pair("ID", identity.id.to_string()),
        Part::Pair("Address", identity.email.to_string()),
        Part::Pair("Name", format!("{} {}", identity.first_name, identity.last_name)),
        Part::Pair("Country", identity.country.clone()),
        Part::Pair("Operator", if identity.operator { "yes" } else { "no" }.to_owned()),
        Part::When("Registered", Some(identity.registered_at)),
    ]
}

/// One site.
pub fn site(site: &Site) -> Vec<Part> {
    let primary = &site.primary;
    let mut details = vec![
        Part::Pair("Site", number(site.site.as_ref())),
        Part::Pair("Company", site.company.clone()),
        Part::Pair("Country", site.country.clone()),
        Part::Pair("Program", site.program.to_string()),
        Part::Pair("Agreement", or_dash(site.agreement.as_ref())),
        Part::Pair("Status", site.status.to_string()),
        Part::Pair("Primary Contact", format!("{} {} <{}>", primary.first_name, primary.last_name, primary.email)),
        Part::When("Enrolled", Some(site.enrolled_at)),
        Part::When("Activated", site.activated_at),
    ];
    if let Some(role) = site.role {
        details.push(Part::Pair("Your role", or_dash(role.as_ref())));
    }
    details
}

/// One person's access.
pub fn access(access: &Access) -> Vec<Part> {
    let mut details = vec![
        Part::Pair("Site", access.site.to_string()),
        Part::Pair("ID", access.id.to_string()),
        Part::Pair("Name", format!("{} {}", access.first_name, access.last_name)),
        Part::Pair("Role", access.role.to_string()),
        Part::Pair("Privileges", privileges(access.privileges)),
        Part::Pair("Granted by", or_dash(access.granted_by.as_ref())),
        Part::When("Granted", Some(access.granted_at)),
        Part::When("Ends", access.expires_at),
    ];
    if let Some(note) = &access.note {
        details.push(Part::Pair("Note", note.clone()));
    }
    details
}

/// The columns of `access list`.
pub const ACCESS: &[Column] = &[
    Column::new("id"),
    Column::new("name"),
    Column::new("role"),
    Column::new("privileges"),
    Column::new("ends"),
    Column::extra("tools"),
    Column::extra("reporting"),
    Column::extra("entitlements"),
    Column::extra("documents"),
    Column::extra("manage-access"),
    Column::extra("contact-update"),
    Column::extra("email"),
    Column::extra("granted-by"),
    Column::extra("granted"),
    Column::extra("note"),
];

/// The columns of `access list --wide`: every ladder by itself.
pub const WIDE: &str = "id,name,role,tools,reporting,entitlements,documents,manage-access,contact-update,ends";

/// Where somebody's levels are not those of their role: `tools=full reporting=none`, or `default`.
fn deviation(role: Role, held: Levels) -> Cow<'static, str> {
    let usual = Levels::default_for(role);
    let different = Privilege::ALL.iter().filter(|privilege| held.rank(**privilege) != usual.rank(**privilege));
    let words: Vec<String> = different
        .filter_map(|privilege| {
            let rank = usize::try_from(held.rank(*privilege)).ok()?;
            Some(format!("{privilege}={}", privilege.level_words().get(rank)?))
        })
        .collect();
    if words.is_empty() { "default".into() } else { words.join(" ").into() }
}

/// A row of `access list`; when it was granted only if that `is_shown`, since a moment takes as long to write as the rest.
pub fn access_row<'r>(access: &AccessRow<'r>, now: Option<Moment>, is_shown: bool) -> Vec<Cow<'r, str>> {
    let held = &access.privileges;
    vec![
        access.id.into(),
        format!("{} {}", access.first_name, access.last_name).into(),
        access.role.word().into(),
        deviation(access.role, *held),
        access.expires_at.map_or(Cow::Borrowed(""), |at| when(at, now).into()),
        held.tools.word().into(),
        held.reporting.word().into(),
        held.entitlements.word().into(),
        held.documents.word().into(),
        held.manage_access.word().into(),
        held.contact_update.word().into(),
        access.email.into(),
        access.granted_by.unwrap_or_default().into(),
        if is_shown { when(access.granted_at, now).into() } else { Cow::Borrowed("") },
        access.note.unwrap_or_default().into(),
    ]
}

/// The columns of `site list`.
pub const SITES: &[Column] = &[
    Column::new("site"),
    Column::new("company"),
    Column::new("status"),
    Column::new("primary"),
    Column::new("role"),
    Column::extra("country"),
    Column::extra("program"),
    Column::extra("agreement"),
    Column::extra("enrolled"),
];

/// A row of `site list`.
pub fn site_row(site: &Site, now: Option<Moment>) -> Vec<String> {
    vec![
        site.site.as_ref().map(ToString::to_string).unwrap_or_default(),
        site.company.clone(),
        site.status.to_string(),
        site.primary.email.to_string(),
        site.role.flatten().map(|role| role.to_string()).unwrap_or_default(),
        site.country.clone(),
        site.program.to_string(),
        site.agreement.clone().unwrap_or_default(),
        when(site.enrolled_at, now),
    ]
}

/// The columns of `audit list`.
pub const AUDIT: &[Column] = &[
    Column::new("seq"),
    Column::new("at"),
    Column::new("actor"),
    Column::new("action"),
    Column::new("site"),
    Column::new("subject"),
    Column::new("outcome"),
    Column::new("code"),
    Column::extra("hash"),
];

/// A row of `audit list`.
pub fn audit_row(entry: &AuditEntry, now: Option<Moment>) -> Vec<Cow<'_, str>> {
    vec![
        entry.seq.to_string().into(),
        when(entry.at, now).into(),
        entry.actor.as_deref().unwrap_or_default().into(),
        entry.action.as_str().into(),
        entry.site.as_deref().unwrap_or_default().into(),
        entry.subject.as_deref().unwrap_or_default().into(),
        entry.outcome.as_str().into(),
        entry.code.as_deref().unwrap_or_default().into(),
        entry.hash.as_str().into(),
    ]
}

/// The columns of `outbox list`.
pub const MESSAGES: &[Column] = &[
    Column::new("message"),
    Column::new("kind"),
    Column::new("to"),
    Column::new("site"),
    Column::new("state"),
    Column::new("created"),
    Column::new("attempts"),
    Column::new("last-error"),
];

/// A row of `outbox list`.
pub fn message_row(message: &Message, now: Option<Moment>) -> Vec<String> {
    vec![
        message.message.to_string(),
        message.kind.clone(),
        message.to.clone(),
        message.site.clone().unwrap_or_default(),
        message.state.clone(),
        when(message.created_at, now),
        message.attempts.to_string(),
        message.last_error.clone().unwrap_or_default(),
    ]
}
