//! The one counter per person over all doors, and the one over wrong pairs of site and Primary Contact (R18).
use crate::error::{Error, Result};
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::rules::throttle::{DISABLED, FORGIVEN, not_waiting, wait_after};
use crate::store::authority::signed_in::SignedIn;
use crate::store::authority::visitor::Visitor;
use crate::store::query::people::{self, Lock};

/// Whose counter it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whom {
    /// Somebody with an ID.
    Person(PersonNo),
    /// The same person, who names pairs of site and Primary Contact: a counter of its own, which no sign-in resets.
    Pairs(PersonNo),
    /// An address without one, by its key, so that it looks the same.
    Stranger([u8; 32]),
}

fn lock(by: &Visitor<'_>, whom: Whom) -> Result<Lock> {
    match whom {
        Whom::Person(no) => people::lock(by.tx().view(), no),
        Whom::Pairs(no) => people::pair_lock(by.tx().view(), no),
        Whom::Stranger(key) => people::stranger_lock(by.tx().view(), &key),
    }
}

/// Whether a wait runs.
///
/// # Errors
/// `throttled` with the time to come back.
pub fn waiting(by: &Visitor<'_>, whom: Whom) -> Result<Result<()>> {
    let (lock, now) = (lock(by, whom)?, by.tx().view().at());
    Ok(match whom {
        Whom::Pairs(_) => may_name(&lock, now),
        Whom::Person(_) | Whom::Stranger(_) => may_try(&lock, now),
    })
}

/// The same of somebody who names pairs of site and Primary Contact: no password helps them.
///
/// # Errors
/// As [`may_try`].
pub fn may_name(lock: &Lock, now: Moment) -> Result<()> {
    may_try(lock, now).map_err(|error| {
        error.hinted("ask in your company for the site number and the current e-mail address of its Primary Contact")
    })
}

/// Says no while a wait runs.
///
/// # Errors
/// `throttled` with `details.retry_at`.
pub fn may_try(lock: &Lock, now: Moment) -> Result<()> {
    not_waiting(lock.not_before, now)
        .map_err(|refusal| Error::from(refusal).detailed("retry_at", lock.not_before.to_string()))
}

/// Counts one wrong try. Gives the count.
///
/// # Errors
/// What SQLite says.
pub fn count(by: &Visitor<'_>, whom: Whom) -> Result<i64> {
    let view = by.tx().view();
    let lock = lock(by, whom)?;
    let failures = lock.failures + 1;
    // A wait that runs already is never shortened.
    let not_before = view.at().plus(wait_after(failures)).max(lock.not_before);
    match whom {
        Whom::Person(no) => {
            let sql = "UPDATE person SET failures = ?2, not_before = ?3 WHERE person = ?1";
            by.tx().conn.execute_untold(sql, (no, failures, not_before))?;
        }
        Whom::Pairs(no) => {
            let sql = "UPDATE person SET pair_failures = ?2, pair_not_before = ?3 WHERE person = ?1";
            by.tx().conn.execute_untold(sql, (no, failures, not_before))?;
        }
        Whom::Stranger(key) => remember(by, key, failures, not_before)?,
    }
    Ok(failures)
}

fn remember(by: &Visitor<'_>, key: [u8; 32], failures: i64, not_before: Moment) -> Result<()> {
    let conn = by.tx().conn;
    conn.execute(
        "INSERT INTO stranger (key, failures, not_before, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (key) DO UPDATE SET failures = ?2, not_before = ?3, at = ?4",
        (key, failures, not_before, by.tx().view().at()),
    )?;
    // By age alone, never by number: whoever names many addresses makes nobody forgotten. People are forgiven alike.
    conn.execute(
        "DELETE FROM stranger WHERE at < ?1 AND failures < ?2",
        (by.tx().view().at().plus(-2 * FORGIVEN), DISABLED),
    )?;
    Ok(())
}

/// A successful sign-in sets the counter to zero.
///
/// # Errors
/// What SQLite says.
pub fn clear(by: &SignedIn<'_>) -> Result<()> {
    let sql = "UPDATE person SET failures = 0, not_before = 0 WHERE person = ?1 AND failures > 0";
    by.tx().conn.execute_untold(sql, [by.person().no])?;
    Ok(())
}
