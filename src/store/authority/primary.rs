//! The Primary Contact of one site, now.
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::rules::{self, Code};
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::manager::ManagerAuthority;
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;

/// What a proof of [`PrimaryAuthority`] is good for.
#[derive(Debug)]
pub struct Primary;

impl Right for Primary {}

/// Evidence that the bearer is the Primary Contact of one site. Handing the site over consumes it.
pub type PrimaryAuthority<'tx> = AtSite<'tx, Primary>;

impl<'tx> AtSite<'tx, Primary> {
    /// For actions that are the Primary's alone; `code` is the command's own rule and `action` its words.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, then `code`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, code: Code, action: &str) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::access::is_primary(&standing, code, action)?;
        Ok(Self::judged(me.tx(), standing, Primary))
    }

    /// For what a manager may do to users and only the Primary to Secondary Contacts (R3).
    ///
    /// # Errors
    /// `primary_only`; `token_scope`.
    pub fn among_managers(manager: &ManagerAuthority<'tx>) -> Result<Self> {
        let standing = manager.standing().clone();
        rules::access::names_secondaries(&standing)?;
        Ok(Self::judged(manager.tx(), standing, Primary))
    }
}
