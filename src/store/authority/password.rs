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
use crate::store::ReadView;
use crate::store::authority::signed_in::ended;
use crate::store::change::throttle::may_try;
use crate::store::query::people::{self, Lock};

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
    pub fn still_good(&self, view: ReadView<'_>) -> Result<Person> {
        let lock = people::lock(view, self.person)?;
        may_try(&lock, view.at())?;
        let same = lock.password.as_ref().is_some_and(|phc| phc.reveal() == self.opened.reveal());
        let person =
            people::numbered(view, self.person)?.filter(|_| same && lock.failures < crate::rules::throttle::DISABLED);
        person.ok_or_else(ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::HashCost;
    use crate::model::moment::Moment;
    use crate::rules::Code;
    use crate::store::schema;
    use rusqlite::Connection;

    #[test]
    fn a_wait_that_began_meanwhile_stops_a_password_that_was_right() {
        let mut conn = Connection::open_in_memory().unwrap();
        schema::migrate(&mut conn, false, &|| ()).unwrap();
        let typed = Secret::new("plum 4711 kettle Orbit".to_owned());
        let cost = HashCost { memory_kib: 19_456, passes: 2 };
        let phc = hash::hash(&password::normalised(&typed), &[7; 16], cost).unwrap();
        conn.execute(
            "INSERT INTO person (person, id, email, first_name, last_name, country, password, operator, registered_at)
             VALUES (1, 'ann@x.org', 'ann@x.org', 'Ann', 'Archer', 'DE', ?1, 0, 0)",
            [phc.reveal()],
        )
        .unwrap();
        let view = |seconds| ReadView { conn: &conn, at: Moment::from_seconds(seconds) };
        let lock = people::lock(view(1000), PersonNo(1)).unwrap();
        let compared = Compared::with(Some(PersonNo(1)), &lock, &typed, &phc).unwrap();
        assert!(compared.still_good(view(1000)).is_ok());
        conn.execute("UPDATE person SET failures = 6, not_before = 2000", []).unwrap();
        assert_eq!(compared.still_good(view(1999)).map_err(|error| error.code).err(), Some(Code::Throttled));
        assert!(compared.still_good(view(2000)).is_ok());
    }
}
