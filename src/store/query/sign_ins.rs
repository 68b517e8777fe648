//! The sign-ins of one person that still run.
use crate::error::Result;
use crate::model::account::SignInLine;
use crate::model::moment::Moment;
use crate::model::standing::Person;
use crate::store::ReadView;
use crate::store::query::people::OPERATOR_IDLE;

const RUNNING: &str = "SELECT sign_in, created_at, last_used_at, expires_at, sign_in IS ?2, caller FROM sign_in
 WHERE person = ?1 AND expires_at > ?3 AND last_used_at >= ?4 AND sign_in > ?5 ORDER BY sign_in LIMIT ?6";

/// The sign-ins of a person with a number above `after`; `current` is the number of the one that is in use now.
///
/// # Errors
/// What SQLite says.
pub fn running(
    view: ReadView<'_>,
    person: &Person,
    current: Option<i64>,
    after: i64,
    limit: Option<i64>,
) -> Result<Vec<SignInLine>> {
    // An operator's sign-in that nobody uses has ended by itself.
    let used = if person.operator { view.at.plus(-OPERATOR_IDLE) } else { Moment::from_seconds(0) };
    let mut select = view.conn.prepare(RUNNING)?;
    let values = (person.no, current, view.at, used, after, limit.unwrap_or(-1));
    let rows = select.query_map(values, |row| {
        Ok(SignInLine {
            sign_in: row.get(0)?,
            created_at: row.get(1)?,
            last_used_at: row.get(2)?,
            expires_at: row.get(3)?,
            current: row.get(4)?,
            via: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
