//! Whoever may change the contacts of record of one site (R12).
use crate::error::Result;
use crate::model::contact::ContactType;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer may name and clear one type of contact, which is never `primary`.
#[must_use]
pub struct ContactAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
    kind: ContactType,
}

impl<'tx> ContactAuthority<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `change_primary_only`, `contact_update_needed`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, kind: ContactType) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::contact::not_the_primarys(kind, &standing)?;
        rules::contact::may_change(&standing)?;
        Ok(Self { tx: me.tx(), standing, kind })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// The type that may be changed.
    pub fn kind(&self) -> ContactType {
        self.kind
    }

    /// How the bearer stands to the site.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// An entry by the bearer, at the site.
    pub fn entry(&self) -> Entry {
        super::visitor::Visitor::entry_by(&self.standing.person).at_site(self.standing.site.site.as_str())
    }
}
