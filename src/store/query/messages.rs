//! The outbox, as it is listed and as it is delivered.
use crate::error::Result;
use crate::model::answer::Message;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::notice::{Kind, Letter};
use crate::rules::Code;
use crate::store::ReadView;
use rusqlite::{OptionalExtension as _, Row};

const MESSAGE: &str = "SELECT message, kind, recipient, site, state, created_at, delivered_at, attempts, last_error, facts, secret FROM message";

fn message(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        message: row.get(0)?,
        kind: row.get(1)?,
        to: row.get(2)?,
        site: row.get(3)?,
        state: row.get(4)?,
        created_at: row.get(5)?,
        delivered_at: row.get(6)?,
        attempts: row.get(7)?,
        last_error: row.get(8)?,
    })
}

fn letter(row: &Row<'_>) -> rusqlite::Result<Option<Letter>> {
    let (kind, to, site): (String, String, Option<String>) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let (facts, secret): (String, Option<String>) = (row.get(9)?, row.get(10)?);
    let Ok(kind) = Kind::parse(&kind, "kind") else { return Ok(None) };
    Ok(Letter::restore(kind, to, site, &facts, secret.map(Secret::new)).ok())
}

/// Messages with a number above `after`, by number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn list(view: ReadView<'_>, state: Option<&str>, after: i64, limit: Option<i64>) -> Result<Vec<Message>> {
    let sql = format!("{MESSAGE} WHERE message > ?1 AND (?2 IS NULL OR state = ?2) ORDER BY message LIMIT ?3");
    let mut select = view.conn.prepare(&sql)?;
    let rows = select.query_map((after, state, limit.unwrap_or(-1)), message)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One message with its letter.
pub fn numbered(view: ReadView<'_>, number: i64) -> Result<Option<(Message, Letter)>> {
    let mut select = view.conn.prepare(&format!("{MESSAGE} WHERE message = ?1"))?;
    let found = select.query_row([number], |row| Ok((message(row)?, letter(row)?))).optional()?;
    found.map(|(message, letter)| Ok((message, letter.ok_or_else(|| unknown(number))?))).transpose()
}

/// Whether there is a message to deliver: queued, due by `due`, with nobody who is sending it.
pub fn is_any_due(view: ReadView<'_>, due: Moment) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM message WHERE state = 'queued' AND next_at <= ?1
               AND coalesce(claimed_until, ?2) <= ?2)";
    Ok(view.conn.prepare_cached(sql)?.query_row((due, view.at), |row| row.get(0))?)
}

/// The messages to deliver next, by number: queued, due by `due`, with nobody who is sending them, and numbered above `after`. A
/// letter that cannot be read ends them, and is the error once it comes first.
pub fn due(view: ReadView<'_>, after: i64, due: Moment, most: usize) -> Result<Vec<(Message, Letter)>> {
    // The numbers come from the index alone: a full outbox is not read whole for each batch of it.
    let sql = format!(
        "{MESSAGE} WHERE message IN (SELECT message FROM message INDEXED BY message_queued WHERE state = 'queued'
         AND next_at <= ?2 AND message > ?1 ORDER BY message LIMIT ?3)
         AND coalesce(claimed_until, ?4) <= ?4 ORDER BY message"
    );
    let mut select = view.conn.prepare_cached(&sql)?;
    let mut rows = select.query((after, due, i64::try_from(most).unwrap_or(i64::MAX), view.at))?;
    let mut due = Vec::new();
    while let Some(row) = rows.next()? {
        let message = message(row)?;
        match letter(row)? {
            Some(letter) => due.push((message, letter)),
            None if due.is_empty() => return Err(unknown(message.message)),
            None => break,
        }
    }
    Ok(due)
}

fn unknown(number: i64) -> crate::error::Error {
    crate::error::Error::new(Code::Damaged, format!("message {number} is of a kind that pao does not know"))
}

/// How many letters are queued.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn count_queued(view: ReadView<'_>) -> Result<i64> {
    Ok(view.conn.query_row("SELECT count(*) FROM message WHERE state = 'queued'", [], |row| row.get(0))?)
}

/// The letters in a state that are somebody's business: how many there are, and why the last of them is.
pub struct Waiting {
    pub count: i64,
    pub why: Option<String>,
}

/// Letters that wait, but for those that somebody is sending at this moment.
pub fn waiting(view: ReadView<'_>) -> Result<Waiting> {
    counted(view, "state = 'queued' AND coalesce(claimed_until, ?1) <= ?1", view.at)
}

/// Letters that failed, of those that were written since then.
pub fn failed(view: ReadView<'_>, since: Moment) -> Result<Waiting> {
    counted(view, "state = 'failed' AND created_at >= ?1", since)
}

fn counted(view: ReadView<'_>, which: &str, moment: Moment) -> Result<Waiting> {
    // Of bare columns beside a max() SQLite takes the row that it is from.
    let sql = format!("SELECT count(*), last_error, max(message) FROM message WHERE {which}");
    Ok(view.conn.query_row(&sql, [moment], |row| Ok(Waiting { count: row.get(0)?, why: row.get(1)? }))?)
}

/// Letters that anybody can have sent to an address in an hour (R18).
const AN_HOUR: i64 = 10;

/// Those of them that are kept for recovery codes where somebody could recover: whoever registers an address again and again
/// must not keep its owner from a new password.
const FOR_RECOVERY: i64 = 3;

/// Whether an address was sent as many letters in the last hour as anybody can have sent there: verification, already registered
/// and recovery together.
///
/// # Errors
/// What SQLite says.
pub fn mailbox_is_full(view: ReadView<'_>, kind: Kind, address: &Address) -> Result<bool> {
    let mut select = view.conn.prepare_cached(
        "SELECT count(*), count(*) FILTER (WHERE kind <> 'recovery') FROM message
         WHERE recipient = ?1 AND created_at > ?2 - 3600
         AND (kind = 'verification' OR kind = 'already-registered' OR kind = 'recovery')",
    )?;
    let (all, others): (i64, i64) = select.query_row((address, view.at), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kept = if kind == Kind::AlreadyRegistered { FOR_RECOVERY } else { 0 };
    Ok(all >= AN_HOUR || others >= AN_HOUR - kept)
}
