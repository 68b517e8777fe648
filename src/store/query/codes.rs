//! Codes that were mailed to somebody with an ID: to recover, to change the address, to take that back.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::standing::Person;
use crate::store::ReadView;
use rusqlite::{Params, Row};

/// A code that was neither used nor superseded nor spent, and is within its time.
#[derive(Debug, Clone)]
pub struct Live {
    pub number: i64,
    pub person: PersonNo,
    pub hash: Secret,
    /// The new address, or the one to go back to; none where the code recovers.
    pub address: Option<Address>,
    /// Whether the security answer is asked for too.
    pub answer_needed: bool,
    pub expires_at: Moment,
}

const LIVE: &str = "SELECT code, person, hash, address, answer_needed, expires_at FROM code JOIN person USING (person)
 WHERE state = 'live' AND issued_at <= ?1 + 120 AND expires_at > ?1 AND closed_at IS NULL";

/// Codes that are compared with a typed one, at most; the newest count.
const COMPARED: i64 = 10;

fn live(row: &Row<'_>) -> rusqlite::Result<Live> {
    Ok(Live {
        number: row.get(0)?,
        person: row.get(1)?,
        hash: Secret::new(row.get(2)?),
        address: row.get(3)?,
        answer_needed: row.get(4)?,
        expires_at: row.get(5)?,
    })
}

fn those(view: ReadView<'_>, more: &str, values: impl Params) -> Result<Vec<Live>> {
    let mut select = view.conn.prepare_cached(&format!("{LIVE} {more}"))?;
    let rows = select.query_map(values, live)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The code with which a person can choose a new password.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn recovery(view: ReadView<'_>, person: PersonNo) -> Result<Option<Live>> {
    Ok(those(view, "AND kind = 'recovery' AND person = ?2", (view.at, person))?.pop())
}

/// The codes that were asked for to prove a new address, by whomever, and could be one of this tag.
pub fn for_address(view: ReadView<'_>, address: &Address, tag: i64) -> Result<Vec<Live>> {
    let more = "AND kind = 'address' AND address = ?2 AND (tag IS NULL OR tag = ?3) ORDER BY code DESC LIMIT ?4";
    those(view, more, (view.at, address, tag, COMPARED))
}

/// Whether an operator asked to change to an address, or can still go back to it.
pub fn operator_could_have(view: ReadView<'_>, address: &Address) -> Result<bool> {
    let found = those(view, "AND address = ?2 AND operator = 1 LIMIT 1", (view.at, address))?;
    Ok(!found.is_empty())
}

/// The codes that take a change of address back and could be one of this tag: seldom more than one, whoever changed theirs. Those
/// without a tag are of the version before, and three days old at most.
pub fn reversals(view: ReadView<'_>, tag: i64) -> Result<Vec<Live>> {
    let mut found = those(view, "AND kind = 'reversal' AND tag = ?2 LIMIT ?3", (view.at, tag, COMPARED))?;
    found.extend(those(view, "AND kind = 'reversal' AND tag IS NULL LIMIT ?2", (view.at, COMPARED))?);
    Ok(found)
}

/// The code with this number, while it lives.
pub fn numbered(view: ReadView<'_>, code: i64) -> Result<Option<Live>> {
    Ok(those(view, "AND code = ?2", (view.at, code))?.pop())
}

/// The address that a live code of somebody's is about: one they asked to change to, or could go back to.
pub fn addresses(view: ReadView<'_>, person: PersonNo) -> Result<Vec<Address>> {
    Ok(those(view, "AND person = ?2", (view.at, person))?.into_iter().filter_map(|code| code.address).collect())
}

/// The code that takes this person's change of address back, while it does.
pub fn reversal(view: ReadView<'_>, person: PersonNo) -> Result<Option<Live>> {
    Ok(those(view, "AND kind = 'reversal' AND person = ?2", (view.at, person))?.pop())
}

/// Where mail about somebody's ID goes: their current address and, while a change of it can be taken back, the old one too.
///
/// # Errors
/// What SQLite says.
pub fn mailed_addresses(view: ReadView<'_>, person: &Person) -> Result<Vec<Address>> {
    let former = reversal(view, person.no)?.and_then(|code| code.address);
    Ok([Some(person.email.clone()), former.filter(|former| *former != person.email)].into_iter().flatten().collect())
}
