//! Somebody with access to one site, whatever the role and whatever became of the site.
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::sites;

/// What a proof of [`MemberAuthority`] is good for.
#[derive(Debug)]
pub struct Member;

impl Right for Member {}

/// Evidence that the bearer has access to one site.
pub type MemberAuthority<'tx> = AtSite<'tx, Member>;

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

impl<'tx> AtSite<'tx, Member> {
    /// The only mint. A closed site is no hindrance: its people may still leave.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber) -> Result<Self> {
        let standing = standing_at(me, site)?;
        if standing.grant.is_none() {
            rules::site::active(&standing)?;
        }
        Ok(Self::judged(me.tx(), standing, Member))
    }
}
