//! The Primary Contact of one site, now.
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{self, Code};
use crate::store::authority::manager::ManagerAuthority;
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer is the Primary Contact of one site. Handing the site over consumes it.
#[must_use]
pub struct PrimaryAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
}

impl<'tx> PrimaryAuthority<'tx> {
    /// For actions that are the Primary's alone; `code` is the command's own rule and `action` its words.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, then `code`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, code: Code, action: &str) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::access::is_primary(&standing, code, action)?;
        Ok(Self { tx: me.tx(), standing })
    }

    /// For what a manager may do to users and only the Primary to Secondary Contacts (R3).
    ///
    /// # Errors
    /// `primary_only`; `token_scope`.
    pub fn among_managers(manager: &ManagerAuthority<'tx>) -> Result<Self> {
        let standing = manager.standing().clone();
        rules::access::names_secondaries(&standing)?;
        Ok(Self { tx: manager.tx(), standing })
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
