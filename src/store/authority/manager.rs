//! Whoever may change access at one site: the Primary Contact, and Secondary Contacts with `update` (R4).
use crate::error::Result;
use crate::model::action::Action;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{self, Refusal};
use crate::store::authority::member::standing_at;
use crate::store::authority::nominations::DecidingAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer may give, change and end the access of users at one site.
#[must_use]
pub struct ManagerAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
    /// A token for Secondary Contacts alone reaches no user.
    users: Result<(), Refusal>,
}

impl<'tx> ManagerAuthority<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `manager_only`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::access::may_change(&standing)?;
        let users = rules::token::covers(&standing.person, Action::ChangeAccess);
        Ok(Self { tx: me.tx(), standing, users })
    }

    /// For giving a nominee access: whoever decides about a nomination is the Primary Contact, who is a manager.
    pub fn for_nominee(by: &DecidingAuthority<'tx>) -> Self {
        Self { tx: by.tx(), standing: by.standing().clone(), users: Ok(()) }
    }

    /// Asked by whatever touches the access of a user.
    ///
    /// # Errors
    /// `token_scope`.
    pub(in crate::store) fn over_users(&self) -> Result<()> {
        Ok(self.users.clone()?)
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
