//! Letters about nominations.
//!
//! What must hold: the Primary Contact hears of a nomination once the site is awake, and of a withdrawal only if they heard
//! of it and it is not their own doing. The nominee is told of every end.
use crate::model::moment::Moment;
use crate::model::nomination::{Filed, NominationStatus};
use crate::model::standing::{Person, SiteFacts};
use crate::rules::nomination::open_until;

use super::access::Held;
use super::{Kind, Letter, at_site, to_primary};

/// `nomination-received`, for the first time or after so many days without an answer. `number` as it is to be shown.
pub fn received(site: &SiteFacts, filed: &Filed, number: &str, days: Option<i64>) -> Letter {
    to_primary(Kind::NominationReceived, site)
        .with("nomination", number)
        .with("by", filed.nominee.named())
        .with("reason", filed.reason.clone().unwrap_or_default())
        .with("due", filed.heard_at.map(|at| open_until(at).to_string()).unwrap_or_default())
        .with("claims", if filed.claims_primary { "yes" } else { "" })
        .with("days", days.map(|days| days.to_string()).unwrap_or_default())
}

/// `nomination-approved`.
pub fn approved(site: &SiteFacts, filed: &Filed, held: &Held<'_>) -> Letter {
    held.given_in_letter(decided(Kind::NominationApproved, site, filed, held.by))
}

/// `nomination-declined`; the nominee may ask again after `until`.
pub fn declined(site: &SiteFacts, filed: &Filed, by: &Person, reason: &str, until: Moment) -> Letter {
    decided(Kind::NominationDeclined, site, filed, by).with("reason", reason).with("until", until.to_string())
}

fn decided(kind: Kind, site: &SiteFacts, filed: &Filed, by: &Person) -> Letter {
    at_site(kind, &filed.nominee, site).with("nomination", filed.number.to_string()).with("by", by.named())
}

/// `nomination-expired`, since nobody answered in time.
pub fn expired(filed: &Filed) -> Letter {
    ended(filed, "")
}

fn ended(filed: &Filed, reason: &str) -> Letter {
    Letter::new(Kind::NominationExpired, filed.nominee.email.as_str())
        .at_site(filed.site.as_str())
        .with("name", filed.nominee.name())
        .with("nomination", filed.number.to_string())
        .with("reason", reason)
}

/// `nomination-withdrawn`, to the nominee, and to the Primary Contact where they have heard of it, unless it was they who
/// gave the access.
pub fn withdrawn(site: &SiteFacts, filed: &Filed, by: &Person, reason: &str) -> Vec<Letter> {
    let mut letters = vec![decided(Kind::NominationWithdrawn, site, filed, by).with("reason", reason)];
    if filed.heard_at.is_some() && by.email != site.primary.email {
        letters.push(
            to_primary(Kind::NominationWithdrawn, site)
                .with("nomination", filed.number.to_string())
                .with("by", by.named())
                .with("person", filed.nominee.named())
                .with("reason", reason),
        );
    }
    letters
}

/// What was settled because somebody was given access, or became the Primary Contact: withdrawn, or expired before that.
pub fn settled(site: &SiteFacts, filed: &Filed, by: &Person, reason: &str) -> Vec<Letter> {
    if filed.status == NominationStatus::Expired { vec![expired(filed)] } else { withdrawn(site, filed, by, reason) }
}

/// The site has ended: everybody who waited there is told.
pub fn ended_with_site(ended_there: &[Filed], reason: &str) -> Vec<Letter> {
    let why = |filed: &Filed| if filed.status == NominationStatus::Expired { "" } else { reason };
    ended_there.iter().map(|filed| ended(filed, why(filed))).collect()
}
