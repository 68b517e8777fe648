//! Codes that are mailed to somebody with an ID: issued, tried, used.
//!
//! What must hold: one live code a person and kind. A newer one supersedes the one before, whether or not its letter goes
//! to anybody.
use crate::error::Result;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::store::WriteTx;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::signed_in::SignedIn;
use crate::store::authority::visitor::Visitor;
use crate::store::change::people::CODE_LIFE;

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
pub fn ask_for_address(by: &SignedIn<'_>, _: &Confirmed<'_>, address: &Address, hash: &Secret) -> Result<()> {
    issue(by.tx(), by.person().no, "address", hash, Some(address), false, CODE_LIFE)
}

/// The code that brings a former address back.
pub(in crate::store) fn issue_reversal(tx: &WriteTx<'_>, person: PersonNo, to: &Address, hash: &Secret) -> Result<()> {
    issue(tx, person, "reversal", hash, Some(to), false, REVERSAL_LIFE)
}

fn issue(
    tx: &WriteTx<'_>,
    person: PersonNo,
    kind: &str,
    hash: &Secret,
    address: Option<&Address>,
    answer_needed: bool,
    life: i64,
) -> Result<()> {
    supersede(tx, person, kind)?;
    let at = tx.look().at();
    tx.conn.execute(
        "INSERT INTO code (person, kind, hash, address, answer_needed, issued_at, expires_at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'live')",
        (person, kind, hash.reveal(), address, answer_needed, at, at.plus(life)),
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

/// Counts a wrong try against the codes it was compared with; the fifth spends one.
pub fn count_wrong_try(by: &Visitor<'_>, codes: &[i64]) -> Result<()> {
    for code in codes {
        by.tx().conn.execute(
            "UPDATE code SET tries = tries + 1, state = CASE WHEN tries + 1 >= 5 THEN 'spent' ELSE state END
             WHERE code = ?1 AND state = 'live'",
            [code],
        )?;
    }
    Ok(())
}
