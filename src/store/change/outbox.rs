//! Letters, queued in the transaction that causes them (R20).
use crate::error::Result;
use crate::notice::Letter;
use crate::store::WriteTx;
use crate::store::authority::at_site::AtSite;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::authority::visitor::Visitor;

/// Any proof: whoever may change something may have the people concerned told.
pub trait Acting {
    /// The transaction the proof is good for.
    fn acting(&self) -> &WriteTx<'_>;
}

macro_rules! acting {
    ($($proof:ty)*) => { $(impl Acting for $proof { fn acting(&self) -> &WriteTx<'_> { self.tx() } })* };
}
acting! { CaretakerAuthority<'_> OperatorAuthority<'_> SignedIn<'_> Visitor<'_> }

impl<R> Acting for AtSite<'_, R> {
    fn acting(&self) -> &WriteTx<'_> {
        self.tx()
    }
}

/// Queues a letter; it is stored with the entry that ends the transaction.
pub fn queue(by: &impl Acting, letter: Letter) {
    by.acting().queue(Some(letter), None);
}

/// Queues several.
pub fn queue_all(by: &impl Acting, letters: Vec<Letter>) {
    for letter in letters {
        queue(by, letter);
    }
}

/// Queues a letter of which the answer must not say that it was this one: it shows `shown`, which nobody is sent.
pub fn queue_in_silence(by: &impl Acting, letter: Letter, shown: Letter) {
    by.acting().queue(Some(letter), Some(shown));
}

/// Queues nothing, and the answer must not say so: it shows `shown`, which nobody is sent.
pub fn only_tell(by: &impl Acting, shown: Letter) {
    by.acting().queue(None, Some(shown));
}

/// Queues a letter again that waits or was given up; it is due now. If it may have arrived already, it goes out once more at most.
/// Gives whether it could: somebody may be sending it at this moment.
///
/// # Errors
/// What SQLite says.
pub fn retry(by: &CaretakerAuthority<'_>, message: i64) -> Result<bool> {
    let sql = "UPDATE message SET state = 'queued', next_at = ?2, last_error = NULL, uncertain = min(uncertain, 1)
               WHERE message = ?1 AND state <> 'delivered' AND coalesce(claimed_until, ?2) <= ?2";
    Ok(by.tx().conn.execute(sql, (message, by.tx().view().at()))? == 1)
}
