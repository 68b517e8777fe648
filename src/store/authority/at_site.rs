//! The one form of a proof about a site: in which transaction, who, at which site, with which right.
use crate::model::standing::Standing;
use crate::store::authority::visitor::Visitor;
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer has the right `R` at one site.
#[must_use]
pub struct AtSite<'tx, R> {
    tx: &'tx WriteTx<'tx>,
    standing: Standing,
    right: R,
}

/// What a proof is good for.
pub trait Right {
    /// What an entry says besides who and at which site.
    fn describe(&self, entry: Entry) -> Entry {
        entry
    }
}

impl<'tx, R> AtSite<'tx, R> {
    /// For the mints: what they have judged.
    pub(super) fn judged(tx: &'tx WriteTx<'tx>, standing: Standing, right: R) -> Self {
        Self { tx, standing, right }
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    pub(super) fn right(&self) -> &R {
        &self.right
    }

    /// How the bearer stands to the site.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }
}

impl<R: Right> AtSite<'_, R> {
    /// An entry by the bearer, at the site.
    pub fn entry(&self) -> Entry {
        let entry = Visitor::entry_by(&self.standing.person).at_site(self.standing.site.site.as_str());
        self.right.describe(entry)
    }
}
