//! Whoever may change the contacts of record of one site (R12).
use crate::error::Result;
use crate::model::contact::ContactType;
use crate::model::site::SiteNumber;
use crate::rules;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;

/// What a proof of [`ContactAuthority`] is good for.
#[derive(Debug)]
pub struct Contacts {
    kind: ContactType,
}

impl Right for Contacts {}

/// Evidence that the bearer may name and clear one type of contact, which is never `primary`.
pub type ContactAuthority<'tx> = AtSite<'tx, Contacts>;

impl<'tx> AtSite<'tx, Contacts> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `change_primary_only`, `contact_update_needed`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, kind: ContactType) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::contact::not_the_primarys(kind, &standing)?;
        rules::contact::may_change(&standing)?;
        Ok(Self::judged(me.tx(), standing, Contacts { kind }))
    }

    /// The type that may be changed.
    pub fn kind(&self) -> ContactType {
        self.right().kind
    }
}
