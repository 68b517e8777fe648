//! The letters about nominations, which several verbs cause.
//!
//! What must hold: the Primary Contact hears of a nomination once the site is awake, and of a withdrawal only if they heard
//! of it and it is not their own doing. The nominee is told of every end.
use crate::command::letters::{at_site, of_record};
use crate::mail::{Kind, Letter};
use crate::model::nomination::{Filed, NominationStatus};
use crate::model::standing::{Person, SiteFacts};
use crate::rules::nomination::open_until;
use crate::store::change::outbox::{self, Acting};

/// `nomination-received`, for the first time or after so many days without an answer. `number` as it is to be shown.
pub fn received(site: &SiteFacts, filed: &Filed, number: &str, days: Option<i64>) -> Letter {
    of_record(Kind::NominationReceived, &site.primary, &site.site, &site.company)
        .with("nomination", number)
        .with("by", filed.nominee.named())
        .with("reason", filed.reason.clone().unwrap_or_default())
        .with("due", filed.heard_at.map(|at| open_until(at).to_string()).unwrap_or_default())
        .with("claims", if filed.claims_primary { "yes" } else { "" })
        .with("days", days.map(|days| days.to_string()).unwrap_or_default())
}

/// A letter to the nominee about a decision of `by`.
pub fn decided(kind: Kind, site: &SiteFacts, filed: &Filed, by: &Person) -> Letter {
    at_site(kind, &filed.nominee, site).with("nomination", filed.number.to_string()).with("by", by.named())
}

/// `nomination-expired`; `reason` where it is not that nobody answered in time.
pub fn expired(filed: &Filed, reason: Option<&str>) -> Letter {
    Letter::new(Kind::NominationExpired, filed.nominee.email.as_str())
        .at_site(filed.site.as_str())
        .with("name", filed.nominee.name())
        .with("nomination", filed.number.to_string())
        .with("reason", reason.unwrap_or_default())
}

/// `nomination-withdrawn`, to the nominee, and to the Primary Contact where they have heard of it, unless it was they who
/// gave the access.
pub fn tell_withdrawn(proof: &impl Acting, site: &SiteFacts, filed: &Filed, by: &Person, reason: &str) {
    outbox::queue(proof, decided(Kind::NominationWithdrawn, site, filed, by).with("reason", reason));
    if filed.heard_at.is_some() && by.email != site.primary.email {
        let letter = of_record(Kind::NominationWithdrawn, &site.primary, &site.site, &site.company)
            .with("nomination", filed.number.to_string())
            .with("by", by.named())
            .with("person", filed.nominee.named())
            .with("reason", reason);
        outbox::queue(proof, letter);
    }
}

/// What was settled because somebody was given access, or came in: withdrawn, or expired before that.
pub fn tell_settled(proof: &impl Acting, site: &SiteFacts, filed: &Filed, by: &Person, reason: &str) {
    if filed.status == NominationStatus::Expired {
        outbox::queue(proof, expired(filed, None));
    } else {
        tell_withdrawn(proof, site, filed, by, reason);
    }
}

/// The site has ended: everybody who waited there is told.
pub fn tell_ended_with_site(proof: &impl Acting, ended: &[Filed], reason: &str) {
    for filed in ended {
        let reason = (filed.status != NominationStatus::Expired).then_some(reason);
        outbox::queue(proof, expired(filed, reason));
    }
}
