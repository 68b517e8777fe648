//! What is noted down without being anybody's deed: when a sign-in was last used, which letters have gone out.
//!
//! # What must hold
//! Nothing here changes what anybody may do. Marking a letter delivered is not synced by itself: after a power cut it
//! is delivered again under the same name, which is the same letter; its secret is erased with the mark.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::store::Store;

/// Seconds between two notes that a sign-in was used, so that reading stays cheap.
const STEP: i64 = 60;

impl Store {
    /// Notes that a sign-in is in use, in steps of a minute. A file that cannot be written does not keep anybody from
    /// reading.
    pub fn note_use(&mut self, sign_in: i64, last: Moment, now: Moment) {
        if now.seconds() - last.seconds() >= STEP {
            let sql = "UPDATE sign_in SET last_used_at = max(last_used_at, ?2) WHERE sign_in = ?1";
            let _ = self.conn.execute(sql, (sign_in, now));
        }
    }

    /// Notes that these messages have been delivered and erases their secrets.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_delivered(&mut self, messages: &[i64], now: Moment) -> Result<()> {
        self.conn.pragma_update(None, "synchronous", "NORMAL")?;
        let noted = self.mark_delivered(messages, now);
        self.conn.pragma_update(None, "synchronous", "FULL")?;
        noted
    }

    fn mark_delivered(&mut self, messages: &[i64], now: Moment) -> Result<()> {
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let mut mark = tx.prepare_cached(
            "UPDATE message SET state = 'delivered', delivered_at = max(?2, created_at), attempts = attempts + 1, secret = NULL,
             last_error = NULL WHERE message = ?1 AND state = 'queued'",
        )?;
        for message in messages {
            mark.execute((message, now))?;
        }
        drop(mark);
        Ok(tx.commit()?)
    }

    /// Notes that a message could not be delivered and when to try again.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn note_undelivered(&mut self, message: i64, words: &str, next: Moment) -> Result<()> {
        let sql = "UPDATE message SET attempts = attempts + 1, last_error = ?2, next_at = ?3 WHERE message = ?1 AND state = 'queued'";
        self.conn.execute(sql, (message, words, next))?;
        Ok(())
    }
}
