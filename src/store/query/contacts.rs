//! The contacts of record of a site.
use crate::error::Result;
use crate::model::contact::{Contact, ContactType, Named};
use crate::model::site::SiteNumber;
use crate::model::standing::SiteFacts;
use crate::store::ReadView;
use rusqlite::OptionalExtension as _;

const NAMED: &str = "SELECT first_name, last_name, email, phone FROM contact WHERE site = ?1 AND type = ?2";

/// Who is named for a type in the file. For `primary` that is the name on the form until the Primary Contact comes in.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn named(view: ReadView<'_>, site: &SiteNumber, kind: ContactType) -> Result<Option<Named>> {
    let mut select = view.conn.prepare_cached(NAMED)?;
    let found = select.query_row((site, kind), |row| {
        Ok(Named { first_name: row.get(0)?, last_name: row.get(1)?, email: row.get(2)?, phone: row.get(3)? })
    });
    Ok(found.optional()?)
}

/// The contact of one type: who is named, or the Primary Contact in their place.
pub fn shown(view: ReadView<'_>, site: &SiteFacts, kind: ContactType) -> Result<Contact> {
    let found = match kind {
        ContactType::Primary => None,
        other => named(view, &site.site, other)?,
    };
    let stands_in = found.is_none() && kind != ContactType::Primary;
    let named = match found {
        Some(named) => named,
        None => primary(view, site)?,
    };
    Ok(Contact { site: site.site.clone(), kind, named, stands_in })
}

/// The Primary Contact as they are called now; the phone is that of the form.
fn primary(view: ReadView<'_>, site: &SiteFacts) -> Result<Named> {
    let phone = named(view, &site.site, ContactType::Primary)?.and_then(|named| named.phone);
    let primary = &site.primary;
    Ok(Named {
        first_name: primary.first_name.clone(),
        last_name: primary.last_name.clone(),
        email: primary.email.clone(),
        phone,
    })
}
