//! Somebody who may make a token for some actions at one site: whoever may do all of them now.
use crate::error::Result;
use crate::model::action::Action;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::rules::can::{Circumstances, Reach};
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::{entitlements, providers, provisions};
use crate::store::{Entry, ReadView, WriteTx};

/// Evidence that the bearer may do each of these actions at one site, as far as a token can stand for them.
#[must_use]
pub struct AutomationAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
    can: Vec<Action>,
}

impl<'tx> AutomationAuthority<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `token_scope`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, can: &[Action]) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::token::within_own(&standing, can, circumstances(me.tx().view(), site)?)?;
        Ok(Self { tx: me.tx(), standing, can: can.to_vec() })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// The actions.
    pub fn can(&self) -> &[Action] {
        &self.can
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

/// What some actions look at. A token for messages is for every provider that is open when it is used: one has to be now.
fn circumstances(view: ReadView<'_>, site: &SiteNumber) -> Result<Circumstances<'static>> {
    let entitled = entitlements::of_site(view, site)?.iter().any(|one| one.active && one.product.is_gateway());
    let mut reach = Reach::NoGateway;
    for one in providers::list(view, None, None)? {
        if provisions::reach(view, site, &one.provider)? == Reach::Open {
            reach = Reach::Open;
        }
    }
    Ok(Circumstances { entitled, provider: "any provider", reach })
}
