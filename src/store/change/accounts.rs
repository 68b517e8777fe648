//! An ID in use: amended, moved to another address, given a new password, closed.
//!
//! What must hold: a new password, recovery, reversal and closing end every sign-in and every automation token
//! (security.md, "Secrets").
use crate::error::Result;
use crate::model::account::SignedOut;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::nomination::Filed;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::store::WriteTx;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::mailed::{Moving, Recovering, Reversing};
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::{access, codes, nominations, tokens};
use crate::store::query::codes as query;

/// What somebody corrects about themselves; `None` leaves a value alone.
#[derive(Debug, Default)]
pub struct Amendment {
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub country: Option<Country>,
}

/// Writes an amendment of the bearer. Gives whether anything is different now.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn amend(by: &SignedIn<'_>, new: &Amendment) -> Result<bool> {
    let country = new.country.map(Country::code);
    let changed = by.tx().conn.execute(
        "UPDATE person SET first_name = coalesce(?2, first_name), last_name = coalesce(?3, last_name),
         country = coalesce(?4, country)
         WHERE person = ?1 AND (first_name <> coalesce(?2, first_name) OR last_name <> coalesce(?3, last_name)
                                OR country <> coalesce(?4, country))",
        (by.person().no, &new.first_name, &new.last_name, country),
    )?;
    Ok(changed == 1)
}

/// Gives the bearer another security question and the hash of its answer.
pub fn set_question(by: &SignedIn<'_>, _: &Confirmed<'_>, question: &str, answer: &Secret) -> Result<()> {
    let sql = "UPDATE person SET question = ?2, answer = ?3 WHERE person = ?1";
    by.tx().conn.execute(sql, (by.person().no, question, answer.reveal()))?;
    Ok(())
}

/// Gives the bearer a new password. Every sign-in ends, and a recovery code that was ordered before means nothing.
pub fn set_password(by: &SignedIn<'_>, _: &Confirmed<'_>, password: &Secret) -> Result<()> {
    let (tx, person) = (by.tx(), by.person().no);
    let sql = "UPDATE person SET password = ?2 WHERE person = ?1";
    tx.conn.execute(sql, (person, password.reveal()))?;
    codes::supersede(tx, person, "recovery")?;
    end_sign_ins(tx, person)?;
    Ok(())
}

/// Ends every sign-in of the bearer and every token. Gives how many there were.
pub fn sign_out(by: &SignedIn<'_>) -> Result<SignedOut> {
    end_sign_ins(by.tx(), by.person().no)
}

/// A new password for whoever recovers. The counter begins anew; a change of address that waits for its code is off.
/// Consumes the proof.
pub fn recover(by: Recovering<'_>, password: &Secret) -> Result<()> {
    let (tx, person) = (by.tx(), by.person().no);
    let sql = "UPDATE person SET password = ?2, failures = 0, not_before = 0 WHERE person = ?1";
    tx.conn.execute(sql, (person, password.reveal()))?;
    codes::mark_used(tx, by.code())?;
    codes::supersede(tx, person, "address")?;
    end_sign_ins(tx, person)?;
    Ok(())
}

/// Moves an ID to its new address, for which `reversal` takes it back. Gives the address that it would go back to, if it
/// is not the new one: while one change can be taken back, a second one cannot make that hopeless. Consumes the proof.
pub fn move_to(by: Moving<'_>, reversal: &codes::Fresh) -> Result<Address> {
    let (tx, person) = (by.tx(), by.person());
    let earlier = query::reversal(tx.view(), person.no)?.and_then(|code| code.address);
    let back = earlier.filter(|address| address != by.to()).unwrap_or_else(|| person.email.clone());
    codes::mark_used(tx, by.code())?;
    codes::issue_reversal(tx, person.no, &back, reversal)?;
    codes::supersede(tx, person.no, "recovery")?;
    codes::address_is_taken(tx, by.to())?;
    set_address(tx, person.no, by.to())?;
    Ok(back)
}

/// Brings a former address back: the password is disabled, every sign-in ends, no other code opens anything. Consumes the
/// proof.
pub fn reverse(by: Reversing<'_>) -> Result<()> {
    let (tx, person) = (by.tx(), by.person().no);
    codes::mark_used(tx, by.code())?;
    codes::supersede_all(tx, person)?;
    codes::address_is_taken(tx, by.to())?;
    set_address(tx, person, by.to())?;
    tx.conn.execute("UPDATE person SET password = NULL WHERE person = ?1", [person])?;
    end_sign_ins(tx, person)?;
    Ok(())
}

/// Closes the bearer's ID, for good: access ends, open nominations are withdrawn, no secret stays. What was done under it
/// keeps its name. Gives the nominations that were open. Consumes the proof.
pub fn close(by: SignedIn<'_>, _: &Confirmed<'_>) -> Result<Vec<Filed>> {
    let (tx, person) = (by.tx(), by.person().no);
    access::end_everywhere(tx, person, "account closed")?;
    let nominations = nominations::end_with_id(tx, person)?;
    codes::supersede_all(tx, person)?;
    end_sign_ins(tx, person)?;
    tx.conn.execute(
        "UPDATE person SET closed_at = ?2, operator = 0, password = NULL, question = NULL, answer = NULL WHERE person = ?1",
        (person, tx.view().at()),
    )?;
    Ok(nominations)
}

fn set_address(tx: &WriteTx<'_>, person: PersonNo, address: &Address) -> Result<()> {
    tx.conn.execute("UPDATE person SET email = ?2 WHERE person = ?1", (person, address))?;
    Ok(())
}

fn end_sign_ins(tx: &WriteTx<'_>, person: PersonNo) -> Result<SignedOut> {
    let signed_out = tx.conn.execute("DELETE FROM sign_in WHERE person = ?1", [person])?;
    Ok(SignedOut { signed_out, tokens_revoked: tokens::revoke_all(tx, person)? })
}
