//! Temporary passcodes: issued, tried, redeemed.
use crate::error::Result;
use crate::model::secret::Secret;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::model::standing::Standing;
use crate::store::WriteTx;
use crate::store::authority::awaited::AwaitedAuthority;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::authority::visitor::Visitor;
use crate::store::change::access;
use crate::store::effect::Effect;

/// Seconds for which a requested passcode is good (product.md).
pub const REQUESTED_LIFE: i64 = 3600;

/// Issues the passcode of a Welcome letter, good for `days`; the one before it is spent.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn issue_with_letter(by: &OperatorAuthority<'_>, site: &SiteNumber, hash: &Secret, days: i64) -> Result<()> {
    issue(by.tx(), site, "welcome", hash, days * 86_400)
}

/// Issues a passcode on request of the person the site waits for; the one before it is spent.
pub fn issue_on_request(by: &SignedIn<'_>, standing: &Standing, hash: &Secret) -> Result<()> {
    if standing.awaited() && standing.person.no == by.person().no {
        issue(by.tx(), &standing.site.site, "requested", hash, REQUESTED_LIFE)?;
    }
    Ok(())
}

fn issue(tx: &WriteTx<'_>, site: &SiteNumber, kind: &str, hash: &Secret, life: i64) -> Result<()> {
    let at = tx.view().at();
    tx.conn.execute("UPDATE passcode SET state = 'superseded' WHERE site = ?1 AND state = 'live'", [site])?;
    tx.conn.execute(
        "INSERT INTO passcode (site, kind, hash, issued_at, expires_at, state) VALUES (?1, ?2, ?3, ?4, ?5, 'live')",
        (site, kind, hash.reveal(), at, at.plus(life)),
    )?;
    Ok(())
}

/// Counts a wrong try against a passcode; the fifth spends it.
pub fn count_wrong_passcode(by: &Visitor<'_>, passcode: i64) -> Result<()> {
    let conn = by.tx().conn;
    let fifth =
        "UPDATE passcode SET tries = tries + 1, state = 'spent' WHERE passcode = ?1 AND state = 'live' AND tries >= 4";
    if conn.execute(fifth, [passcode])? == 0 {
        conn.execute_untold(
            "UPDATE passcode SET tries = tries + 1 WHERE passcode = ?1 AND state = 'live'",
            [passcode],
        )?;
    }
    Ok(())
}

/// The Primary Contact comes in: passcode used, site active, access opened, in one act. Consumes the proof.
pub fn activate(by: AwaitedAuthority<'_>) -> Result<()> {
    let (tx, standing) = (by.tx(), by.standing());
    let at = tx.view().at();
    tx.conn.execute(
        "UPDATE passcode SET state = 'used', used_by = ?2 WHERE passcode = ?1",
        (by.passcode(), standing.person.no),
    )?;
    let sql = "UPDATE site SET status = 'active', activated_at = ?2 WHERE site = ?1 AND status = 'awaiting-primary'";
    tx.conn.execute(sql, (&standing.site.site, at))?;
    tx.effect(Effect::is(&standing.site.site, SiteStatus::Active));
    access::first_primary(&by)
}

/// The passcode of a site that is withdrawn opens nothing any more.
pub(in crate::store) fn spend(tx: &WriteTx<'_>, site: &SiteNumber) -> Result<()> {
    tx.conn.execute("UPDATE passcode SET state = 'spent' WHERE site = ?1 AND state = 'live'", [site])?;
    Ok(())
}
