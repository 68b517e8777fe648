//! Three parts in a nomination: who asks, who answers, who takes it back.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::nomination::Filed;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::store::Entry;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::{nominations, sites};

/// What a proof of [`AskingAuthority`] is good for.
#[derive(Debug)]
pub struct Asking;

impl Right for Asking {}

/// Evidence that the bearer named a site and its Primary Contact rightly.
pub type AskingAuthority<'tx> = AtSite<'tx, Asking>;

impl<'tx> AtSite<'tx, Asking> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, which is the verdict on the pair; `operator_apart`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, primary: &Address) -> Result<Self> {
        let standing = sites::standing(me.tx().view(), me.person(), site)?;
        let standing = rules::nomination::pair(standing, site.as_str(), primary)?;
        rules::site::not_an_operator(me.person())?;
        Ok(Self::judged(me.tx(), standing, Asking))
    }
}

/// A nomination within reach, and how the bearer stands to its site: R16, R15, R1. A `--site` that does not fit the number
/// is as a number that is not there.
fn within_reach(me: &SignedIn<'_>, number: i64, site: Option<&SiteNumber>) -> Result<(Filed, Standing)> {
    let view = me.tx().view();
    let filed = nominations::numbered(view, number)?.filter(|filed| site.is_none_or(|site| *site == filed.site));
    let filed = filed.ok_or_else(|| rules::nomination::out_of_reach(number))?;
    let standing = sites::standing(view, me.person(), &filed.site)?;
    let standing = rules::nomination::within_reach(standing, &filed)?;
    rules::site::not_an_operator(me.person())?;
    rules::site::active(&standing)?;
    Ok((filed, standing))
}

/// What a proof of [`DecidingAuthority`] is good for.
#[derive(Debug)]
pub struct Deciding {
    filed: Filed,
}

impl Right for Deciding {
    fn describe(&self, entry: Entry) -> Entry {
        about(&self.filed, entry)
    }
}

/// Evidence that the bearer is the Primary Contact of the site where one nomination was filed, by somebody else (R11).
pub type DecidingAuthority<'tx> = AtSite<'tx, Deciding>;

impl<'tx> AtSite<'tx, Deciding> {
    /// The only mint. Whether the nomination still waits comes last of all, and is asked by the writers.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `nomination_primary_only`.
    pub fn of(me: &SignedIn<'tx>, number: i64, site: Option<&SiteNumber>) -> Result<Self> {
        let (filed, standing) = within_reach(me, number, site)?;
        rules::nomination::may_decide(&standing, &filed)?;
        Ok(Self::judged(me.tx(), standing, Deciding { filed }))
    }

    /// The nomination.
    pub fn filed(&self) -> &Filed {
        &self.right().filed
    }
}

/// What a proof of [`NomineeAuthority`] is good for.
#[derive(Debug)]
pub struct Nominee {
    filed: Filed,
}

impl Right for Nominee {
    fn describe(&self, entry: Entry) -> Entry {
        about(&self.filed, entry)
    }
}

/// Evidence that the bearer filed one nomination.
pub type NomineeAuthority<'tx> = AtSite<'tx, Nominee>;

impl<'tx> AtSite<'tx, Nominee> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `nomination_primary_only`; `wrong_state` for the Primary Contact.
    pub fn of(me: &SignedIn<'tx>, number: i64, site: Option<&SiteNumber>) -> Result<Self> {
        let (filed, standing) = within_reach(me, number, site)?;
        rules::nomination::may_withdraw(&standing, &filed)?;
        Ok(Self::judged(me.tx(), standing, Nominee { filed }))
    }

    /// The nomination.
    pub fn filed(&self) -> &Filed {
        &self.right().filed
    }
}

/// Entries about a nomination are about the nominee.
fn about(filed: &Filed, entry: Entry) -> Entry {
    entry.about(filed.nominee.id.as_str()).with("nomination", filed.number)
}
