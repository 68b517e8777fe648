//! The person for whom a sleeping site waits, with the passcode in hand (R2).
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::hash;
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{Code, Refusal};
use crate::store::ReadView;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::passcodes::{self, Live};
use crate::store::query::sites;

/// A passcode that was compared, outside any transaction.
#[derive(Debug)]
pub struct Tried {
    /// The passcode it was compared with, where there was one that could count.
    live: Option<i64>,
    fits: bool,
}

impl Tried {
    /// Compares a typed passcode with the live one of a site that waits for the asker; with `dummy` otherwise, so that
    /// every way to fail takes the same work.
    pub fn with(live: Option<&Live>, typed: &MailedCode, dummy: &Secret) -> Self {
        let typed = Secret::new(typed.canonical().to_owned());
        let fits = hash::matches(&typed, live.map_or(dummy, |live| &live.hash));
        Self { live: live.map(|live| live.number), fits: fits && live.is_some() }
    }

    /// The passcode against which a wrong try counts.
    pub fn counts_against(&self) -> Option<i64> {
        self.live
    }
}

/// The live passcode of a site that waits for this person; nothing for everybody else.
///
/// # Errors
/// What SQLite says.
pub fn waiting_for(view: ReadView<'_>, standing: Option<&Standing>) -> Result<Option<Live>> {
    match standing.filter(|standing| standing.awaited() && !standing.person.operator) {
        Some(standing) => passcodes::live(view, &standing.site.site),
        None => Ok(None),
    }
}

/// What a proof of [`AwaitedAuthority`] is good for.
#[derive(Debug)]
pub struct Awaited {
    passcode: i64,
}

impl Right for Awaited {}

/// Evidence that the bearer is the Primary Contact of record of a sleeping site and holds its live passcode.
pub type AwaitedAuthority<'tx> = AtSite<'tx, Awaited>;

impl<'tx> AtSite<'tx, Awaited> {
    /// The only mint. Reads everything again: the comparison was made before this transaction.
    ///
    /// # Errors
    /// `passcode_not_accepted`, whatever the reason.
    pub fn of(me: &SignedIn<'tx>, site: Option<&SiteNumber>, tried: &Tried) -> Result<Self> {
        let view = me.tx().view();
        let standing = site.map(|site| sites::standing(view, me.person(), site)).transpose()?.flatten();
        let live = waiting_for(view, standing.as_ref())?;
        match (standing, live) {
            (Some(standing), Some(live)) if tried.fits && tried.live == Some(live.number) => {
                Ok(Self::judged(me.tx(), standing, Awaited { passcode: live.number }))
            }
            _ => Err(Refusal::new(Code::PasscodeNotAccepted, "the passcode was not accepted").into()),
        }
    }

    pub(in crate::store) fn passcode(&self) -> i64 {
        self.right().passcode
    }
}
