//! Codes that are mailed to somebody with an ID: issued, tried, used.
//!
//! What must hold: one live code a person and kind. A newer one supersedes the one before, whether or not its letter goes
//! to anybody.
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::store::WriteTx;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::signed_in::SignedIn;
use crate::store::authority::visitor::Visitor;
use crate::store::change::people::CODE_LIFE;

/// A code that was just drawn, and its hash.
#[derive(Debug)]
pub struct Fresh {
    pub code: MailedCode,
    pub hash: Secret,
}

/// Seconds for which a recovery code is good (security.md).
pub const RECOVERY_LIFE: i64 = 3600;
/// Seconds for which a change of address can be taken back (security.md).
pub const REVERSAL_LIFE: i64 = 72 * 3600;

/// Issues the code that, with the security answer, lets somebody choose a new password. Anybody may ask for it: it goes
/// by mail to the person alone.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn order_recovery(by: &Visitor<'_>, person: PersonNo, hash: &Secret) -> Result<()> {
    issue(by.tx(), person, "recovery", hash, None, true, RECOVERY_LIFE)
}

/// The same, without the security answer: the owner of the file vouches for the person.
pub fn order_reset(by: &CaretakerAuthority<'_>, person: PersonNo, hash: &Secret) -> Result<()> {
    issue(by.tx(), person, "recovery", hash, None, false, RECOVERY_LIFE)
}

/// Issues the code that proves the bearer's new address.
pub fn ask_for_address(by: &SignedIn<'_>, _: &Confirmed<'_>, address: &Address, code: &Fresh) -> Result<()> {
    issue(by.tx(), by.person().no, "address", &code.hash, Some((address, &code.code)), false, CODE_LIFE)
}

/// The same where no letter may go there now: the code that was mailed to that address last lives on, one for another address
/// does not.
pub fn keep_to_address(by: &SignedIn<'_>, _: &Confirmed<'_>, address: &Address) -> Result<()> {
    let sql = "UPDATE code SET state = 'superseded' WHERE person = ?1 AND kind = 'address' AND state = 'live' AND address <> ?2";
    by.tx().conn.execute(sql, (by.person().no, address))?;
    Ok(())
}

/// The code that brings a former address back.
pub(in crate::store) fn issue_reversal(tx: &WriteTx<'_>, person: PersonNo, to: &Address, code: &Fresh) -> Result<()> {
    issue(tx, person, "reversal", &code.hash, Some((to, &code.code)), false, REVERSAL_LIFE)
}

fn issue(
    tx: &WriteTx<'_>,
    person: PersonNo,
    kind: &str,
    hash: &Secret,
    found_by: Option<(&Address, &MailedCode)>,
    answer_needed: bool,
    life: i64,
) -> Result<()> {
    supersede(tx, person, kind)?;
    let (at, address) = (tx.view().at(), found_by.map(|(address, _)| address));
    let tag = found_by.map(|(_, code)| code.tag(tx.registry()));
    tx.conn.execute(
        "INSERT INTO code (person, kind, hash, address, answer_needed, issued_at, expires_at, state, tag)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'live', ?8)",
        (person, kind, hash.reveal(), address, answer_needed, at, at.plus(life), tag),
    )?;
    Ok(())
}

/// The code of a kind that a person has opens nothing any more.
pub(in crate::store) fn supersede(tx: &WriteTx<'_>, person: PersonNo, kind: &str) -> Result<()> {
    let sql = "UPDATE code SET state = 'superseded' WHERE person = ?1 AND kind = ?2 AND state = 'live'";
    tx.conn.execute(sql, (person, kind))?;
    Ok(())
}

/// No code of a person opens anything any more.
pub(in crate::store) fn supersede_all(tx: &WriteTx<'_>, person: PersonNo) -> Result<()> {
    tx.conn.execute("UPDATE code SET state = 'superseded' WHERE person = ?1 AND state = 'live'", [person])?;
    Ok(())
}

/// An address has found its owner: what waits for it, of anybody, opens nothing any more.
pub(in crate::store) fn address_is_taken(tx: &WriteTx<'_>, address: &Address) -> Result<()> {
    tx.conn.execute("DELETE FROM registration WHERE email = ?1", [address])?;
    let sql = "UPDATE code SET state = 'superseded' WHERE kind = 'address' AND address = ?1 AND state = 'live'";
    tx.conn.execute(sql, [address])?;
    Ok(())
}

/// A code that was typed is used.
pub(in crate::store) fn mark_used(tx: &WriteTx<'_>, code: i64) -> Result<()> {
    tx.conn.execute("UPDATE code SET state = 'used' WHERE code = ?1 AND state = 'live'", [code])?;
    Ok(())
}

/// Counts a wrong answer of whoever holds a recovery code; the fifth spends the code. A wrong code counts against none.
///
/// # Errors
/// What SQLite says.
pub fn count_wrong_answer(by: &Visitor<'_>, code: i64) -> Result<()> {
    let conn = by.tx().conn;
    let fifth = "UPDATE code SET tries = tries + 1, state = 'spent' WHERE code = ?1 AND state = 'live' AND tries >= 4";
    if conn.execute(fifth, [code])? == 0 {
        conn.execute_untold("UPDATE code SET tries = tries + 1 WHERE code = ?1 AND state = 'live'", [code])?;
    }
    Ok(())
}
