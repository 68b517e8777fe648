//! Three parts in a nomination: who asks, who answers, who takes it back.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::nomination::Filed;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::{nominations, sites};
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer named a site and its Primary Contact rightly.
#[must_use]
pub struct AskingAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
}

impl<'tx> AskingAuthority<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, which is the verdict on the pair; `operator_apart`.
    pub fn of(me: &SignedIn<'tx>, site: &SiteNumber, primary: &Address) -> Result<Self> {
        let standing = sites::standing(me.tx().view(), me.person(), site)?;
        let standing = rules::nomination::pair(standing, site.as_str(), primary)?;
        rules::site::not_an_operator(me.person())?;
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

/// Evidence that the bearer is the Primary Contact of the site where one nomination was filed, by somebody else (R11).
#[must_use]
pub struct DecidingAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
    filed: Filed,
}

impl<'tx> DecidingAuthority<'tx> {
    /// The only mint. Whether the nomination still waits comes last of all, and is asked by the writers.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `nomination_primary_only`.
    pub fn of(me: &SignedIn<'tx>, number: i64, site: Option<&SiteNumber>) -> Result<Self> {
        let (filed, standing) = within_reach(me, number, site)?;
        rules::nomination::may_decide(&standing, &filed)?;
        Ok(Self { tx: me.tx(), standing, filed })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// The nomination.
    pub fn filed(&self) -> &Filed {
        &self.filed
    }

    /// How the bearer stands to the site.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// An entry by the bearer, at the site, about the nominee.
    pub fn entry(&self) -> Entry {
        entry(&self.standing, &self.filed)
    }
}

/// Evidence that the bearer filed one nomination.
#[must_use]
pub struct NomineeAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
    filed: Filed,
}

impl<'tx> NomineeAuthority<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, `operator_apart`, `site_not_active`, `nomination_primary_only`; `wrong_state` for the Primary Contact.
    pub fn of(me: &SignedIn<'tx>, number: i64, site: Option<&SiteNumber>) -> Result<Self> {
        let (filed, standing) = within_reach(me, number, site)?;
        rules::nomination::may_withdraw(&standing, &filed)?;
        Ok(Self { tx: me.tx(), standing, filed })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// The nomination.
    pub fn filed(&self) -> &Filed {
        &self.filed
    }

    /// How the bearer stands to the site.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// An entry by the bearer, at the site, about themselves.
    pub fn entry(&self) -> Entry {
        entry(&self.standing, &self.filed)
    }
}

fn entry(standing: &Standing, filed: &Filed) -> Entry {
    let entry = super::visitor::Visitor::entry_by(&standing.person).at_site(filed.site.as_str());
    entry.about(filed.nominee.id.as_str()).with("nomination", filed.number)
}
