//! What keeps the file in order: what has ended is closed, what was announced is noted, what is spent is erased.
//!
//! What must hold: nothing here decides what anybody may do; access past its end date had stopped by itself (R17).
//! Doing it twice does nothing the second time.
use crate::error::Result;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::access;
use crate::store::query::due::Ending;

/// Closes a row of access whose end date has passed.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn close_ended(by: &CaretakerAuthority<'_>, ended: &Ending) -> Result<()> {
    access::close_expired(by.tx(), &ended.site, ended.person)
}

/// Notes that somebody was told how many days are left.
pub fn note_announced(by: &CaretakerAuthority<'_>, ending: &Ending, days: i64) -> Result<()> {
    by.tx().conn.execute(
        "INSERT INTO access_reminder (site, person, nth, days) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (site, person, nth) DO UPDATE SET days = ?4",
        (&ending.site, ending.person, ending.nth, days),
    )?;
    Ok(())
}

/// Notes that the notify address of a gateway was told how many days are left.
pub fn note_certificate(by: &CaretakerAuthority<'_>, request: i64, days: i64) -> Result<()> {
    by.tx().conn.execute_untold("UPDATE provision SET reminded = ?2 WHERE request = ?1", (request, days))?;
    Ok(())
}

/// Notes how often the Primary Contact was reminded of a nomination.
pub fn note_reminded(by: &CaretakerAuthority<'_>, nomination: i64, times: i64) -> Result<()> {
    by.tx().conn.execute_untold("UPDATE nomination SET reminded = ?2 WHERE nomination = ?1", (nomination, times))?;
    Ok(())
}

/// Erases what has expired: registrations, sign-ins, and the secrets of letters that nobody would get in time. Codes and
/// passcodes stay, spent. Gives how many of all these there were.
///
/// The counters of addresses without an ID stay, since those of people stay: who was forgotten would tell them apart.
pub fn purge(by: &CaretakerAuthority<'_>) -> Result<usize> {
    let (conn, now) = (by.tx().conn, by.tx().view().at());
    let mut purged = conn.execute("DELETE FROM registration WHERE expires_at <= ?1", [now])?;
    purged += conn.execute("DELETE FROM sign_in WHERE expires_at <= ?1", [now])?;
    purged += conn.execute("UPDATE code SET state = 'spent' WHERE state = 'live' AND expires_at <= ?1", [now])?;
    purged += conn.execute("UPDATE passcode SET state = 'spent' WHERE state = 'live' AND expires_at <= ?1", [now])?;
    purged += conn.execute(
        "UPDATE message SET secret = NULL, state = 'failed', claimed_until = NULL,
         last_error = CASE uncertain WHEN 0 THEN 'its code had expired before it could be delivered' ELSE last_error END
         WHERE state = 'queued' AND secret IS NOT NULL AND coalesce(claimed_until, ?2) <= ?2
         AND json_valid(facts) AND json_extract(facts, '$.until') <= ?1",
        // Every letter with a secret says until when it is good, as a moment in words; they sort as moments do.
        (now.to_string(), now),
    )?;
    Ok(purged)
}
