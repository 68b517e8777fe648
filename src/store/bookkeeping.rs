//! What is noted down without being anybody's deed: when a sign-in was last used, which letters have gone out.
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
use crate::store::facts::people::SignIn;
use crate::store::refused::Writer;

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

    /// Takes a message for this process alone until then; says whether it was still to be had. Not synced: a power cut
    /// ends every claim.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn claim(&mut self, message: i64, now: Moment, until: Moment) -> Result<bool> {
        let sql = "UPDATE message SET next_at = ?3 WHERE message = ?1 AND state = 'queued' AND next_at <= ?2";
        self.unsynced(|store| Ok(Writer::of(&store.conn).execute(sql, (message, now, until))? == 1))
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
             last_error = NULL WHERE message = ?1 AND state = 'queued'",
        )?;
        for message in messages {
            mark.execute((message, now))?;
        }
        drop(mark);
        Ok(tx.commit()?)
    }

    /// Notes that a message could not be delivered: it is tried again later, or given up after a week, or at once.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_undelivered(&mut self, message: i64, words: &str, now: Moment, give_up: bool) -> Result<()> {
        let sql = format!("{UNDELIVERED} WHERE message = ?6 AND state = 'queued'");
        Writer::of(&self.conn).execute(&sql, (now, words, give_up, GIVEN_UP, LONGEST_WAIT, message))?;
        Ok(())
    }

    /// Notes the same of every message that is due, since none of them can go. Gives their number.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_all_undelivered(&mut self, words: &str, now: Moment) -> Result<i64> {
        let sql = format!("{UNDELIVERED} WHERE state = 'queued' AND next_at <= ?1");
        let noted = Writer::of(&self.conn).execute(&sql, (now, words, false, GIVEN_UP, LONGEST_WAIT))?;
        Ok(i64::try_from(noted).unwrap_or(i64::MAX))
    }
}

/// A minute after the first attempt, doubled with each further one.
const UNDELIVERED: &str = "UPDATE message SET attempts = attempts + 1, last_error = ?2,
     next_at = ?1 + min(60 << min(attempts, 20), ?5),
     state = CASE WHEN ?3 OR ?1 - created_at >= ?4 THEN 'failed' ELSE 'queued' END,
     secret = CASE WHEN ?3 OR ?1 - created_at >= ?4 THEN NULL ELSE secret END";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::file::Found;
    use crate::store::schema;
    use rusqlite::Connection;

    /// A store with one letter that is due from second 1000 on.
    fn with_a_letter() -> Store {
        let mut conn = Connection::open_in_memory().unwrap();
        schema::migrate(&mut conn).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(
            "INSERT INTO message (message, entry, kind, recipient, facts, secret, state, created_at, next_at)
             VALUES (1, 1, 'welcome', 'ann@example.com', '{}', 'canary', 'queued', 1000, 1000)",
        )
        .unwrap();
        Store::of(conn, Found::just_made("memory".as_ref()), ([0; 16], false))
    }

    #[test]
    fn a_letter_is_claimed_by_one_alone_until_the_claim_ends() {
        let mut store = with_a_letter();
        let mut claim = |now| {
            let (now, until) = (Moment::from_seconds(now), Moment::from_seconds(now + 60));
            store.claim(1, now, until).unwrap()
        };
        // The third looked when the second did, and comes too late.
        assert_eq!([999, 1000, 1000, 1059, 1060, 1061].map(&mut claim), [false, true, false, false, true, false]);
        store.note_delivered(&[1], Moment::from_seconds(1062)).unwrap();
        assert!(!store.claim(1, Moment::from_seconds(2000), Moment::from_seconds(2060)).unwrap());
    }

    #[test]
    fn a_letter_that_was_delivered_in_the_meantime_stays_delivered() {
        let mut store = with_a_letter();
        store.note_spooled(&[1], Moment::from_seconds(1001)).unwrap();
        store.note_undelivered(1, "late", Moment::from_seconds(1002), true).unwrap();
        assert_eq!(store.note_all_undelivered("late", Moment::from_seconds(2000)).unwrap(), 0);
        let row = store.conn.query_row("SELECT state, attempts, secret, last_error FROM message", [], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, Option<String>>(2)?,
                row.get::<_, Option<String>>(3)?,
            ))
        });
        assert_eq!(row.unwrap(), ("delivered".to_owned(), 1, None, None));
        let synced: i64 = store.conn.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        assert_eq!(synced, 2, "everything else is synced again");
    }
}
