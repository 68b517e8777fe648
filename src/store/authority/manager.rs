//! Whoever may change access at one site: the Primary Contact, and Secondary Contacts with `update` (R4).
use crate::error::Result;
use crate::model::action::Action;
use crate::model::site::SiteNumber;
use crate::rules::{self, Refusal};
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::member::standing_at;
use crate::store::authority::nominations::DecidingAuthority;
use crate::store::authority::signed_in::SignedIn;

/// What a proof of [`ManagerAuthority`] is good for.
#[derive(Debug)]
pub struct Manager {
    /// A token for Secondary Contacts alone reaches no user.
    users: Result<(), Refusal>,
}

impl Right for Manager {}

/// Evidence that the bearer may give, change and end the access of users at one site.
pub type ManagerAuthority<'tx> = AtSite<'tx, Manager>;

impl<'tx> AtSite<'tx, Manager> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `manager_only`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::access::may_change(&standing)?;
        let users = rules::token::covers(&standing.person, Action::ChangeAccess);
        Ok(Self::judged(me.tx(), standing, Manager { users }))
    }

    /// For giving a nominee access: whoever decides about a nomination is the Primary Contact, who is a manager.
    pub fn for_nominee(by: &DecidingAuthority<'tx>) -> Self {
        Self::judged(by.tx(), by.standing().clone(), Manager { users: Ok(()) })
    }

    /// Asked by whatever touches the access of a user.
    ///
    /// # Errors
    /// `token_scope`.
    pub(in crate::store) fn over_users(&self) -> Result<()> {
        Ok(self.right().users.clone()?)
    }
}
