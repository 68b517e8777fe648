//! Access given by an import: the same rows as by single commands, gathered and written many at a time.
//!
//! What must hold: only the Primary's proof names or changes a Secondary (R3), and nothing here makes or touches a
//! Primary (R6, R7). What ends by an import ends by the writers of [`super::access`].
use crate::error::Result;
use crate::model::access::Role;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::store::WriteTx;
use crate::store::authority::manager::ManagerAuthority;
use crate::store::authority::primary::PrimaryAuthority;
use crate::store::change::access::{Terms, close_changed, close_expired, told};
use crate::store::facts::roster::Found;
use rusqlite::types::Value;

/// Gives a person access as a user, in place of what they held as a user.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn give_user(by: &ManagerAuthority<'_>, to: &Found, terms: &Terms) -> Result<()> {
    let standing = by.standing();
    replace(by.tx(), &standing.site.site, to, standing.person.no, Role::User, terms)
}

/// Names a Secondary Contact, or makes a Secondary Contact a user again (R3): any role that is not the Primary's.
pub fn name(by: &PrimaryAuthority<'_>, to: &Found, role: Role, terms: &Terms) -> Result<()> {
    let standing = by.standing();
    let role = if role == Role::Primary { Role::Secondary } else { role };
    replace(by.tx(), &standing.site.site, to, standing.person.no, role, terms)
}

/// Closes the row that is open at once, and notes the next.
fn replace(tx: &WriteTx<'_>, site: &SiteNumber, to: &Found, by: PersonNo, role: Role, terms: &Terms) -> Result<()> {
    let at = tx.view().at();
    let whom = to.person.no;
    if to.held(at).is_some() {
        close_changed(tx, site, whom, Some(by))?;
    } else if to.open().is_some() {
        close_expired(tx, site, whom)?;
    }
    let [tools, reporting, entitlements, documents, manage_access, contact_update] = terms.levels.ranks();
    tx.grant_later([
        Value::Text(site.as_str().to_owned()),
        whom.0.into(),
        to.next().into(),
        Value::Text(role.word().to_owned()),
        tools.into(),
        reporting.into(),
        entitlements.into(),
        documents.into(),
        manage_access.into(),
        contact_update.into(),
        by.0.into(),
        at.seconds().into(),
        terms.expires_at.map_or(Value::Null, |at| at.seconds().into()),
        terms.note.clone().map_or(Value::Null, Value::Text),
    ]);
    tx.effect(told(site, whom, role, terms.levels, Some(by), terms.expires_at));
    Ok(())
}
