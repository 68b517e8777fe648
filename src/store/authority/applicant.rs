//! Somebody with access to an active site that is entitled to a gateway (R13).
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::store::ReadView;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::member::standing_at;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::{entitlements, sites};

/// What a proof of [`ApplicantAuthority`] is good for.
#[derive(Debug)]
pub struct Applicant;

impl Right for Applicant {}

/// Evidence that the bearer may ask for a gateway at one site.
pub type ApplicantAuthority<'tx> = AtSite<'tx, Applicant>;

/// The same questions for a form that is only about to be filled in: nothing is proven by the answer.
///
/// # Errors
/// `not_found`, `operator_apart`, `site_not_active`, `not_entitled`.
pub fn may_apply(view: ReadView<'_>, person: &crate::model::standing::Person, site: &SiteNumber) -> Result<()> {
    let standing = rules::site::within_reach(sites::standing(view, person, site)?, site.as_str())?;
    rules::site::not_an_operator(person)?;
    entitled(view, &standing)
}

fn entitled(view: ReadView<'_>, standing: &Standing) -> Result<()> {
    rules::site::active(standing)?;
    Ok(rules::entitlement::entitled(standing, &entitlements::of_site(view, &standing.site.site)?, view.at())?)
}

impl<'tx> AtSite<'tx, Applicant> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `not_entitled`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber) -> Result<Self> {
        let standing = standing_at(me, site)?;
        entitled(me.tx().view(), &standing)?;
        Ok(Self::judged(me.tx(), standing, Applicant))
    }
}
