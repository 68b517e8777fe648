//! Somebody with access to one site, whatever the role and whatever became of the site.
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::sites;
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer has access to one site.
#[must_use]
pub struct MemberAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
}

/// How the asker stands to a site within reach (R16) who is not an operator (R15).
///
/// # Errors
/// `not_found`, `operator_apart`.
pub fn standing_at(me: &SignedIn<'_>, site: &SiteNumber) -> Result<Standing> {
    let standing = sites::standing(me.tx().view(), me.person(), site)?;
    let standing = rules::site::within_reach(standing, site.as_str())?;
    rules::site::not_an_operator(me.person())?;
    Ok(standing)
}

impl<'tx> MemberAuthority<'tx> {
    /// The only mint. A closed site is no hindrance: its people may still leave.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber) -> Result<Self> {
        let standing = standing_at(me, site)?;
        if standing.grant.is_none() {
            rules::site::active(&standing)?;
        }
        Ok(Self { tx: me.tx(), standing })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
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
