//! A password that was compared, outside any transaction, and counts inside one.
//!
//! # Secrets
//! Comparing takes tens of milliseconds and happens before the transaction. The transaction then asks whether the
//! stored hash is still the one that was compared, and whether the person is waiting (R18): whatever N parallel guesses
//! find out, each wrong one was counted before its verdict was shown.
use crate::error::Result;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::standing::Person;
use crate::model::{hash, password};
use crate::store::Look;
use crate::store::authority::signed_in::ended;
use crate::store::change::throttle::may_try;
use crate::store::facts::people::{self, Lock};

/// Evidence that a password opened this lock.
#[derive(Debug, Clone)]
pub struct Compared {
    person: PersonNo,
    opened: Secret,
}

impl Compared {
    /// Compares a typed password with a lock. A disabled password and a missing person are compared with `dummy`, so
    /// that every answer takes the same work; they never match.
    pub fn with(person: Option<PersonNo>, lock: &Lock, typed: &Secret, dummy: &Secret) -> Option<Self> {
        let typed = password::normalised(typed);
        let disabled = lock.failures >= crate::rules::throttle::DISABLED;
        match (&lock.password, person) {
            (Some(phc), Some(person)) if !disabled => {
                hash::matches(&typed, phc).then(|| Self { person, opened: phc.clone() })
            }
            _ => {
                let _ = hash::matches(&typed, dummy);
                None
            }
        }
    }

    /// Whose password it was.
    pub fn person(&self) -> PersonNo {
        self.person
    }

    /// The person, if the password is still theirs.
    ///
    /// # Errors
    /// `sign_in_required` when it was changed, disabled or closed in between; `throttled` when a wait began.
    pub fn still_good(&self, look: Look<'_>) -> Result<Person> {
        let lock = people::lock(look, self.person)?;
        may_try(&lock, look.at())?;
        let same = lock.password.as_ref().is_some_and(|phc| phc.reveal() == self.opened.reveal());
        let person =
            people::numbered(look, self.person)?.filter(|_| same && lock.failures < crate::rules::throttle::DISABLED);
        person.ok_or_else(ended)
    }
}
