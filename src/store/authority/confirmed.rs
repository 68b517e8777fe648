//! The password was given again (R19), for an action that outlives or ends a sign-in.
//!
//! What must hold: writers of such actions take this proof, so that none of them can be reached by a sign-in alone. It is
//! minted last: everything else that could stand against the action has been judged then.
use crate::error::Result;
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::password::Compared;
use crate::store::authority::signed_in::SignedIn;
use std::marker::PhantomData;

/// What became of the question for the password, outside any transaction.
#[derive(Debug)]
pub enum Confirmation {
    /// Not asked yet: the action is tried in a dry run, so that nobody types a password for what cannot be done.
    Pending,
    /// Compared; nothing where it was wrong.
    Given(Option<Compared>),
}

/// Evidence that the bearer gave their password for this action.
#[must_use]
pub struct Confirmed<'tx> {
    during: PhantomData<&'tx WriteTx<'tx>>,
}

impl<'tx> Confirmed<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `confirm_password`; `throttled` where a wait began meanwhile.
    pub fn by(me: &SignedIn<'tx>, confirmation: &Confirmation) -> Result<Self> {
        let tx = me.tx();
        match confirmation {
            Confirmation::Pending if tx.is_dry_run() => {}
            Confirmation::Given(Some(compared)) if compared.person() == me.person().no => {
                compared.still_good(tx.view())?;
            }
            Confirmation::Pending | Confirmation::Given(_) => {
                let why = "the password given to confirm was not accepted";
                return Err(Refusal::new(Code::ConfirmPassword, why).into());
            }
        }
        Ok(Self { during: PhantomData })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::command_id::CommandId;
    use crate::model::hash::{self, HashCost};
    use crate::model::moment::Moment;
    use crate::model::password;
    use crate::model::person::PersonNo;
    use crate::model::secret::Secret;
    use crate::store::authority::signed_in::Key;
    use crate::store::file::Found;
    use crate::store::open::Registry;
    use crate::store::query::people;
    use crate::store::{ReadView, Store, schema};
    use rusqlite::Connection;

    /// Ann and Bob, who have the same password; Ann is signed in.
    fn store(typed: &Secret) -> Store {
        let mut conn = Connection::open_in_memory().unwrap();
        schema::migrate(&mut conn, false, &|| ()).unwrap();
        let cost = HashCost { memory_kib: 19_456, passes: 2 };
        let phc = hash::hash(&password::normalised(typed), &[7; 16], cost).unwrap();
        for (person, id) in [(1, "ann@x.org"), (2, "bob@x.org")] {
            conn.execute(
                "INSERT INTO person (person, id, email, first_name, last_name, country, password, operator, registered_at)
                 VALUES (?1, ?2, ?2, 'A', 'B', 'DE', ?3, 0, 0)",
                (person, id, phc.reveal()),
            )
            .unwrap();
        }
        let sign_in = "INSERT INTO sign_in (person, token, created_at, last_used_at, expires_at) VALUES (1, ?1, 1800000000, 1800000000, 1800009000)";
        conn.execute(sign_in, [[3_u8; 32]]).unwrap();
        let mut store = Store::of(conn, Found::just_made("memory".as_ref()), Registry::default());
        store.clock_was_sound = true;
        store
    }

    #[test]
    fn only_the_bearer_s_own_password_confirms_and_a_question_that_waits_confirms_a_dry_run_alone() {
        let typed = Secret::new("plum 4711 kettle Orbit".to_owned());
        let mut store = store(&typed);
        let now = Moment::from_seconds(1_800_001_000);
        let given = |conn: &Connection, person, secret: &Secret| {
            let lock = people::lock(ReadView { conn, at: now }, PersonNo(person)).unwrap();
            Confirmation::Given(Compared::with(Some(PersonNo(person)), &lock, secret, secret))
        };
        let wrong = Secret::new("nothing like it".to_owned());
        let cases = [
            (given(&store.conn, 1, &typed), [true, true]),
            (given(&store.conn, 2, &typed), [false, false]),
            (given(&store.conn, 1, &wrong), [false, false]),
            (Confirmation::Pending, [false, true]),
        ];
        for (number, (confirmation, good)) in cases.iter().enumerate() {
            for (dry_run, good) in [false, true].into_iter().zip(good) {
                let tx = store.write(CommandId::AccountClose, now, dry_run).unwrap();
                let me = SignedIn::authenticate(&tx, &Key::Token { hash: [3; 32], guest: None }).unwrap();
                let code = Confirmed::by(&me, confirmation).map(drop).map_err(|error| error.code);
                assert_eq!(code, if *good { Ok(()) } else { Err(Code::ConfirmPassword) }, "{number} {dry_run}");
            }
        }
    }
}
