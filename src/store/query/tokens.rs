//! Automation tokens: who comes in by one, and which of somebody's own are still good.
//!
//! What must hold: a token is good while it is neither revoked nor past its time and its owner has had access at its site
//! without a break since it was made. What the owner may do there is asked anew by every command; access that comes back
//! later brings no token back with it.
use crate::error::Result;
use crate::model::action::Action;
use crate::model::person::PersonNo;
use crate::model::token::{Scope, TokenSummary};
use crate::store::ReadView;
use crate::store::query::current::current;
use crate::store::query::people::{PERSON, SignIn, person};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{OptionalExtension as _, Row};

/// Good at moment ?1. A grant that was changed, or handed over and kept in another role, goes on in the next row; why an
/// access was revoked is anybody's text, so that the rows must join.
const GOOD: &str = concat!(
    "token.revoked_at IS NULL AND token.expires_at > ?1
 AND EXISTS (SELECT 1 FROM access AS held WHERE held.person = token.person AND held.site = token.site AND ",
    current!("held" at "?1"),
    ")
 AND NOT EXISTS (SELECT 1 FROM access AS past WHERE past.site = token.site AND past.person = token.person
   AND past.nth >= token.nth AND past.ended_at IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM access AS next WHERE next.site = past.site AND next.person = past.person
     AND next.nth = past.nth + 1 AND next.granted_at = past.ended_at AND (past.end_reason = 'changed'
       OR (past.end_reason = 'handed over' AND next.granted_by = next.person))))"
);

/// The actions of a token, as they are stored.
struct Can(Vec<Action>);

impl FromSql for Can {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let actions = value.as_str()?.split(',').map(|word| Action::parse(word, "can")).collect::<Result<_, _>>();
        actions.map(Can).map_err(|bad| FromSqlError::Other(bad.to_string().into()))
    }
}

/// The bearer of the token with this SHA-256, narrowed to what it is for, if it is good. A password that was taken away
/// closes this way in too; wrong tries do not, which anybody can make (R18).
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn sign_in(view: ReadView<'_>, hash: &[u8; 32]) -> Result<Option<SignIn>> {
    let sql = format!(
        "SELECT {PERSON}, token, token.site, can, token.last_used_at, token.expires_at FROM token JOIN person USING (person)
         WHERE hash = ?2 AND {GOOD} AND closed_at IS NULL AND operator = 0 AND password IS NOT NULL"
    );
    let mut select = view.conn.prepare(&sql)?;
    let found = select.query_row((view.at, hash), |row| {
        let mut person = person(row)?;
        let Can(can) = row.get(10)?;
        let number = row.get(8)?;
        person.scope = Some(Box::new(Scope { token: number, site: row.get(9)?, can }));
        Ok(SignIn { number, person, last_used_at: row.get(11)?, expires_at: row.get(12)? })
    });
    Ok(found.optional()?)
}

const CARD: &str = "SELECT token, name, site, can, expires_at, last_used_at FROM token";

fn summary(row: &Row<'_>) -> rusqlite::Result<TokenSummary> {
    let Can(can) = row.get(3)?;
    Ok(TokenSummary {
        token_number: row.get(0)?,
        name: row.get(1)?,
        site: row.get(2)?,
        can,
        expires_at: row.get(4)?,
        last_used_at: row.get(5)?,
    })
}

/// The good tokens of somebody with a number above `after`, by number.
pub fn of_person(view: ReadView<'_>, person: PersonNo, after: i64, limit: Option<i64>) -> Result<Vec<TokenSummary>> {
    let sql = format!("{CARD} WHERE person = ?2 AND token > ?3 AND {GOOD} ORDER BY token LIMIT ?4");
    let mut select = view.conn.prepare(&sql)?;
    let rows = select.query_map((view.at, person, after, limit.unwrap_or(-1)), summary)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One of somebody's own, good or not.
pub fn numbered(view: ReadView<'_>, person: PersonNo, number: i64) -> Result<Option<TokenSummary>> {
    let mut select = view.conn.prepare(&format!("{CARD} WHERE token = ?1 AND person = ?2"))?;
    Ok(select.query_row((number, person), summary).optional()?)
}
