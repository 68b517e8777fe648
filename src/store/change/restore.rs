//! What does not come back with a copy that is restored (durability.md, "db restore").
//!
//! What must hold: nothing that was spent or ended since the copy was made comes back to life: no sign-in, token, code or
//! passcode is good, nothing waits to be mailed, and no number of a site is given twice.
use crate::error::Result;
use crate::model::person::PersonNo;
use crate::model::upkeep::Ended;
use crate::store::authority::caretaker::CaretakerAuthority;

/// Numbers of sites that are passed over where nobody knows how far they were given.
const PASSED_OVER: i64 = 1000;

/// Ends all of it. `changed` are those whose password or address is another one in the file that is replaced; `next_site` is
/// the number that it would have given next, where that is known.
pub fn end_all(by: &CaretakerAuthority<'_>, changed: &[PersonNo], next_site: Option<i64>) -> Result<Ended> {
    let (conn, now) = (by.tx().conn, by.tx().view().at());
    let mut passwords = 0;
    for person in changed {
        passwords +=
            conn.execute("UPDATE person SET password = NULL WHERE person = ?1 AND password IS NOT NULL", [person])?;
    }
    conn.execute_untold(
        "UPDATE registry SET next_site = min(max(next_site, coalesce(?1, next_site + ?2)), 9999999)",
        (next_site, PASSED_OVER),
    )?;
    Ok(Ended {
        sign_ins: conn.execute("DELETE FROM sign_in", [])?,
        tokens: conn.execute("UPDATE token SET revoked_at = max(?1, created_at) WHERE revoked_at IS NULL", [now])?,
        codes: conn.execute("UPDATE code SET state = 'spent' WHERE state = 'live'", [])?,
        passcodes: conn.execute("UPDATE passcode SET state = 'spent' WHERE state = 'live'", [])?,
        registrations: conn.execute("DELETE FROM registration", [])?,
        letters: conn.execute(
            "UPDATE message SET state = 'failed', secret = NULL, claimed_until = NULL,
             last_error = 'the database was restored' WHERE state = 'queued'",
            [],
        )?,
        passwords,
    })
}
