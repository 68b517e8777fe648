//! Somebody who may make a token for some actions at one site: whoever may do all of them now.
use crate::error::Result;
use crate::model::action::Action;
use crate::model::site::SiteNumber;
use crate::rules;
use crate::rules::can::{Circumstances, Reach};
use crate::store::ReadView;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::{entitlements, providers, provisions};

/// What a proof of [`AutomationAuthority`] is good for.
#[derive(Debug)]
pub struct Automation {
    can: Vec<Action>,
}

impl Right for Automation {}

/// Evidence that the bearer may do each of these actions at one site, as far as a token can stand for them.
pub type AutomationAuthority<'tx> = AtSite<'tx, Automation>;

impl<'tx> AtSite<'tx, Automation> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `token_scope`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, can: &[Action]) -> Result<Self> {
        let standing = standing_at(me, site)?;
        rules::site::active(&standing)?;
        rules::token::within_own(&standing, can, circumstances(me.tx().view(), site)?)?;
        Ok(Self::judged(me.tx(), standing, Automation { can: can.to_vec() }))
    }

    /// The actions.
    pub fn can(&self) -> &[Action] {
        &self.right().can
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
