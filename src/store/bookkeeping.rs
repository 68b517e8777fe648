//! What is noted without being anybody's action: when a sign-in was last used, which letters have gone out.
//!
//! # What must hold
//! Nothing here changes what anybody may do. A letter's secret is erased with the mark that ends its waiting.
//!
//! # What would hurt
//! Two processes at one letter: where twice is not once, whoever wants to send it claims it first. Marks that are not
//! synced are lost in a power cut, and the letter goes again: only for the spool, where that is the same letter.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::store::Store;
use crate::store::query::people::SignIn;
use crate::store::writer::Writer;

/// Seconds between two notes that a sign-in was used, so that reading stays cheap.
const STEP: i64 = 60;
/// Seconds between two attempts at a letter, at most.
const LONGEST_WAIT: i64 = 6 * 3600;
/// Seconds after which a letter that still cannot be delivered has failed.
const GIVEN_UP: i64 = 7 * 86_400;

impl SignIn {
    /// Whether its use is to be noted: in steps of a minute.
    pub fn use_is_to_be_noted(&self, now: Moment) -> bool {
        self.last_used_at.is_none_or(|used| now.seconds() - used.seconds() >= STEP)
    }
}

impl Store {
    /// Notes that a sign-in is in use. A file that cannot be written does not keep anybody from reading.
    pub fn note_use(&mut self, sign_in: &SignIn, now: Moment) {
        let sql = match sign_in.person.scope {
            None => "UPDATE sign_in SET last_used_at = max(last_used_at, ?2) WHERE sign_in = ?1",
            Some(_) => "UPDATE token SET last_used_at = max(coalesce(last_used_at, created_at), ?2) WHERE token = ?1",
        };
        let _ = self.conn.execute(sql, (sign_in.number, now));
    }

    /// Takes a message for this process alone until then, if it is due by `due`. Not synced: a power cut ends every claim.
    ///
    /// A claim that has ended by itself was left by a process that was killed, perhaps after it had handed the letter over: that counts as
    /// uncertain.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn claim(&mut self, message: i64, due: Moment, now: Moment, until: Moment) -> Result<Claim> {
        let sql = "UPDATE message SET claimed_until = ?4, uncertain = min(uncertain + (claimed_until IS NOT NULL), 2)
                   WHERE message = ?1 AND state = 'queued' AND next_at <= ?2 AND coalesce(claimed_until, ?3) <= ?3
                   RETURNING uncertain";
        let claimed: Option<i64> =
            self.unsynced(|store| Writer::of(&store.conn).untold_returning(sql, (message, due, now, until)))?;
        Ok(match claimed {
            None => Claim::Elsewhere,
            Some(0 | 1) => Claim::Ours,
            Some(_) => Claim::Spent,
        })
    }

    /// Notes that these messages have been delivered and erases their secrets; not synced.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_spooled(&mut self, messages: &[i64], now: Moment) -> Result<()> {
        self.unsynced(|store| store.note_delivered(messages, now))
    }

    fn unsynced<T>(&mut self, note: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.conn.pragma_update(None, "synchronous", "NORMAL")?;
        let noted = note(self);
        self.conn.pragma_update(None, "synchronous", "FULL")?;
        noted
    }

    /// Notes that these messages have been delivered and erases their secrets.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_delivered(&mut self, messages: &[i64], now: Moment) -> Result<()> {
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let mut mark = Writer::of(&tx).prepare_cached(
            "UPDATE message SET state = 'delivered', delivered_at = max(?2, created_at), attempts = attempts + 1, secret = NULL,
             last_error = NULL, claimed_until = NULL WHERE message = ?1 AND state = 'queued'",
        )?;
        for message in messages {
            mark.execute((message, now))?;
        }
        drop(mark);
        Ok(tx.commit()?)
    }

    /// Notes that a message stayed here, and gives the claim on it back: it is tried again later, or has failed. Gives whether it has.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_undelivered(&mut self, message: i64, words: &str, now: Moment, retry: Retry) -> Result<bool> {
        let sql = format!(
            "{UNDELIVERED}, claimed_until = NULL, uncertain = min(uncertain + ?6, 2)
             WHERE message = ?7 AND state = 'queued' RETURNING state = 'failed'"
        );
        let (never, uncertain) = (retry == Retry::Never, i64::from(retry == Retry::Once));
        let values = (now, words, never, GIVEN_UP, LONGEST_WAIT, uncertain, message);
        Ok(Writer::of(&self.conn).untold_returning(&sql, values)?.unwrap_or(false))
    }

    /// Notes the same of every message that is due by `due`, numbered above `after`, and that nobody is sending, since none of them can go.
    /// Gives their number.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_all_undelivered(&mut self, words: &str, after: i64, due: Moment, now: Moment) -> Result<i64> {
        let sql = format!(
            "{UNDELIVERED},
             claimed_until = CASE WHEN ?1 - created_at >= ?4 OR uncertain >= 2 THEN NULL ELSE claimed_until END
             WHERE state = 'queued' AND next_at <= ?7 AND message > ?8 AND coalesce(claimed_until, ?1) <= ?1"
        );
        let noted = Writer::of(&self.conn).execute(&sql, (now, words, false, GIVEN_UP, LONGEST_WAIT, 0, due, after))?;
        Ok(i64::try_from(noted).unwrap_or(i64::MAX))
    }
}

/// Whose a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// This process may send it.
    Ours,
    /// This process has it, and it must not go out: it may have arrived twice.
    Spent,
    /// Somebody else is sending it, or has.
    Elsewhere,
}

/// How often a letter that stayed here is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// For a week.
    Later,
    /// Once more at most: it may have arrived, and a live passcode is not to be mailed again and again.
    Once,
    Never,
}

/// A minute after the first attempt, doubled with each further one. The second time that nobody knows whether it has arrived is
/// the last one.
const UNDELIVERED: &str = "UPDATE message SET attempts = attempts + 1, last_error = ?2,
     next_at = ?1 + min(60 << min(attempts, 20), ?5),
     state = CASE WHEN ?3 OR ?1 - created_at >= ?4 OR uncertain + ?6 >= 2 THEN 'failed' ELSE 'queued' END,
     secret = CASE WHEN ?3 OR ?1 - created_at >= ?4 OR uncertain + ?6 >= 2 THEN NULL ELSE secret END";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::file::Found;
    use crate::store::open::Registry;
    use crate::store::schema;
    use rusqlite::Connection;

    /// A store with one letter that is due from second 1000 on.
    fn with_a_letter() -> Store {
        let mut conn = Connection::open_in_memory().unwrap();
        schema::migrate(&mut conn, false, &|| ()).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(
            "INSERT INTO message (message, entry, kind, recipient, facts, secret, state, created_at, next_at)
             VALUES (1, 1, 'welcome', 'ann@example.com', '{}', 'canary', 'queued', 1000, 1000)",
        )
        .unwrap();
        Store::of(conn, Found::just_made("memory".as_ref()), Registry::default())
    }

    fn at(seconds: i64) -> Moment {
        Moment::from_seconds(seconds)
    }

    /// State, attempts, secret, words, how often uncertain, and whether somebody has it.
    fn row(store: &Store) -> (String, i64, Option<String>, Option<String>, i64, bool) {
        let sql = "SELECT state, attempts, secret, last_error, uncertain, claimed_until IS NOT NULL FROM message";
        let read = |row: &rusqlite::Row<'_>| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        };
        store.conn.query_row(sql, [], read).unwrap()
    }

    #[test]
    fn a_letter_is_claimed_by_one_alone_until_the_claim_ends() {
        let mut store = with_a_letter();
        let mut claim = |now| store.claim(1, at(now), at(now), at(now + 60)).unwrap();
        // The third looked when the second did, and comes too late.
        let claims = [999, 1000, 1000, 1059, 1060, 1061].map(&mut claim);
        let (ours, elsewhere) = (Claim::Ours, Claim::Elsewhere);
        assert_eq!(claims, [elsewhere, ours, elsewhere, elsewhere, ours, elsewhere]);
        store.note_delivered(&[1], at(1062)).unwrap();
        assert_eq!(store.claim(1, at(2000), at(2000), at(2060)).unwrap(), Claim::Elsewhere);
        assert_eq!(row(&store), ("delivered".to_owned(), 1, None, None, 1, false));
    }

    #[test]
    fn who_is_in_a_hurry_does_not_take_what_somebody_is_sending() {
        let mut store = with_a_letter();
        store.note_undelivered(1, "away", at(1000), Retry::Later).unwrap();
        let late = at(i64::MAX);
        assert_eq!(store.claim(1, at(1001), at(1001), at(1061)).unwrap(), Claim::Elsewhere, "it waits");
        assert_eq!(store.claim(1, late, at(1001), at(1061)).unwrap(), Claim::Ours);
        assert_eq!(store.claim(1, late, at(1060), at(1120)).unwrap(), Claim::Elsewhere);
        assert_eq!(store.note_all_undelivered("away", 0, late, at(1060)).unwrap(), 0);
        store.note_undelivered(1, "away", at(1060), Retry::Later).unwrap();
        assert_eq!(store.note_all_undelivered("gone", 1, late, at(1060)).unwrap(), 0, "that one was tried");
        assert_eq!(store.note_all_undelivered("gone", 0, late, at(1060)).unwrap(), 1);
        assert_eq!(row(&store), ("queued".to_owned(), 3, Some("canary".to_owned()), Some("gone".to_owned()), 0, false));
    }

    #[test]
    fn a_letter_that_may_have_arrived_twice_does_not_go_again() {
        let mut store = with_a_letter();
        assert!(!store.note_undelivered(1, "may have arrived", at(1000), Retry::Once).unwrap());
        assert!(!store.note_undelivered(1, "away", at(1100), Retry::Later).unwrap(), "that one did not arrive");
        assert_eq!(row(&store), ("queued".to_owned(), 2, Some("canary".to_owned()), Some("away".to_owned()), 1, false));
        assert!(store.note_undelivered(1, "may have arrived", at(1300), Retry::Once).unwrap());
        assert_eq!(row(&store), ("failed".to_owned(), 3, None, Some("may have arrived".to_owned()), 2, false));
    }

    #[test]
    fn whoever_is_killed_while_sending_may_have_sent_it() {
        let mut store = with_a_letter();
        let mut claim = |now| store.claim(1, at(now), at(now), at(now + 60)).unwrap();
        assert_eq!([1000, 1060, 1120].map(&mut claim), [Claim::Ours, Claim::Ours, Claim::Spent]);
        // A server that was away in between changes nothing about that.
        let mut store = with_a_letter();
        store.claim(1, at(1000), at(1000), at(1060)).unwrap();
        store.note_all_undelivered("away", 0, at(1060), at(1060)).unwrap();
        assert_eq!(store.claim(1, at(1120), at(1120), at(1180)).unwrap(), Claim::Ours);
        assert_eq!(row(&store).4, 1);
        store.note_all_undelivered("away", 0, at(1180), at(1180 + GIVEN_UP)).unwrap();
        assert_eq!((row(&store).0, row(&store).5), ("failed".to_owned(), false));
    }

    #[test]
    fn a_letter_that_was_delivered_in_the_meantime_stays_delivered() {
        let mut store = with_a_letter();
        store.note_spooled(&[1], at(1001)).unwrap();
        assert!(!store.note_undelivered(1, "late", at(1002), Retry::Never).unwrap());
        assert_eq!(store.note_all_undelivered("late", 0, at(2000), at(2000)).unwrap(), 0);
        assert_eq!(row(&store), ("delivered".to_owned(), 1, None, None, 0, false));
        let synced: i64 = store.conn.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        assert_eq!(synced, 2, "everything else is synced again");
    }
}
