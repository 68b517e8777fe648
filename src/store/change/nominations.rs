//! Nominations: filed, decided, withdrawn, expired.
//!
//! What must hold: a nomination is decided once; a trigger of the schema says so too. Whoever is given access has no
//! nomination that waits at that site afterwards, and nothing waits at a site that has ended.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::model::nomination::{Filed, NominationStatus};
use crate::model::person::PersonNo;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::rules::nomination::{is_open, open_until};
use crate::store::WriteTx;
use crate::store::authority::awaited::AwaitedAuthority;
use crate::store::authority::manager::ManagerAuthority;
use crate::store::authority::nominations::{AskingAuthority, DecidingAuthority, NomineeAuthority};
use crate::store::authority::operator::OperatorAuthority;
use crate::store::change::outbox::Acting;
use crate::store::query::nominations::{unsettled, unsettled_at, unsettled_of};

/// Files a nomination. At a sleeping site it waits: its 30 days begin when the Primary Contact comes in. Gives its number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn file(by: &AskingAuthority<'_>, claims_primary: bool, reason: Option<&str>) -> Result<i64> {
    let (tx, standing) = (by.tx(), by.standing());
    let at = tx.view().at();
    let heard_at = (standing.site.status == SiteStatus::Active).then_some(at);
    tx.conn.execute(
        "INSERT INTO nomination (site, person, claims_primary, reason, status, submitted_at, heard_at)
         VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?6)",
        (&standing.site.site, standing.person.no, claims_primary, reason, at, heard_at),
    )?;
    Ok(tx.conn.last_insert_rowid())
}

/// How a nomination ends.
struct End<'a> {
    status: NominationStatus,
    at: Moment,
    by: Option<PersonNo>,
    reason: Option<&'a str>,
}

fn end(tx: &WriteTx<'_>, number: i64, end: &End<'_>) -> Result<()> {
    tx.conn.execute(
        "UPDATE nomination SET status = ?2, decided_at = max(?3, submitted_at), decided_by = ?4, decision_reason = ?5
         WHERE nomination = ?1 AND status = 'pending'",
        (number, end.status, end.at, end.by, end.reason),
    )?;
    Ok(())
}

/// The Primary Contact says yes. The access is given by the writers of access, in the same transaction.
///
/// # Errors
/// `wrong_state` when it does not wait any more.
pub fn approve(by: &DecidingAuthority<'_>) -> Result<()> {
    decide(by, NominationStatus::Approved, None)
}

/// The Primary Contact says no, and why.
///
/// # Errors
/// `wrong_state` when it does not wait any more.
pub fn decline(by: &DecidingAuthority<'_>, reason: &str) -> Result<()> {
    decide(by, NominationStatus::Declined, Some(reason))
}

fn decide(by: &DecidingAuthority<'_>, status: NominationStatus, reason: Option<&str>) -> Result<()> {
    is_open(by.filed())?;
    let at = by.tx().view().at();
    end(by.tx(), by.filed().number, &End { status, at, by: Some(by.standing().person.no), reason })
}

/// The nominee takes it back.
///
/// # Errors
/// `wrong_state` when it does not wait any more.
pub fn withdraw(by: &NomineeAuthority<'_>) -> Result<()> {
    is_open(by.filed())?;
    let at = by.tx().view().at();
    let taken_back =
        End { status: NominationStatus::Withdrawn, at, by: Some(by.standing().person.no), reason: Some("taken back") };
    end(by.tx(), by.filed().number, &taken_back)
}

/// What is decided about somebody whose ID closes.
pub const ID_CLOSED: &str = "the ID was closed";
/// What is decided about somebody who was given access otherwise.
pub const OVERTAKEN: &str = "access was given";

/// Somebody was given access: what they asked for there is settled. Gives the nomination that was open, as it is now:
/// withdrawn, or expired where its time had passed before.
pub fn overtake(by: &ManagerAuthority<'_>, whom: PersonNo) -> Result<Option<Filed>> {
    settle(by.tx(), &by.standing().site.site, whom, by.standing().person.no, OVERTAKEN)
}

/// The bearer comes in as Primary Contact: what they asked for there is settled.
pub fn overtake_own(by: &AwaitedAuthority<'_>) -> Result<Option<Filed>> {
    let me = by.standing().person.no;
    settle(by.tx(), &by.standing().site.site, me, me, "became the Primary Contact")
}

fn settle(tx: &WriteTx<'_>, site: &SiteNumber, whom: PersonNo, giver: PersonNo, reason: &str) -> Result<Option<Filed>> {
    let Some(mut open) = unsettled(tx.view(), site, whom)? else { return Ok(None) };
    if !lapsed(tx, &open)? {
        open.status = NominationStatus::Withdrawn;
        let at = tx.view().at();
        end(tx, open.number, &End { status: open.status, at, by: Some(giver), reason: Some(reason) })?;
    }
    Ok(Some(open))
}

/// The Primary Contact has come in: the 30 days of the nominations that waited begin now. Gives them.
pub fn begin_waiting(by: &AwaitedAuthority<'_>) -> Result<Vec<Filed>> {
    let (tx, site) = (by.tx(), &by.standing().site.site);
    let sql = "UPDATE nomination SET heard_at = max(?2, submitted_at) WHERE site = ?1 AND status = 'pending' AND heard_at IS NULL";
    tx.conn.execute(sql, (site, tx.view().at()))?;
    unsettled_at(tx.view(), site)
}

/// The site ends, and with it what waits there (R1). Gives the nominations that have expired.
pub fn end_with_site(by: &OperatorAuthority<'_>, site: &SiteNumber, reason: &str) -> Result<Vec<Filed>> {
    let tx = by.tx();
    let open = unsettled_at(tx.view(), site)?;
    for filed in &open {
        if !lapsed(tx, filed)? {
            let at = tx.view().at();
            end(tx, filed.number, &End { status: NominationStatus::Expired, at, by: None, reason: Some(reason) })?;
        }
    }
    Ok(open)
}

/// The nominee's ID closes, and with it what they asked for. Gives the nominations that were open, as they are now:
/// withdrawn, or expired where their time had passed before.
pub(in crate::store) fn end_with_id(tx: &WriteTx<'_>, nominee: PersonNo) -> Result<Vec<Filed>> {
    let mut open = unsettled_of(tx.view(), nominee)?;
    for filed in &mut open {
        if !lapsed(tx, filed)? {
            filed.status = NominationStatus::Withdrawn;
            let at = tx.view().at();
            end(tx, filed.number, &End { status: filed.status, at, by: Some(nominee), reason: Some(ID_CLOSED) })?;
        }
    }
    Ok(open)
}

/// A nomination whose time has passed is written down as expired. Nothing happens to one that still waits, so that no
/// authority is needed. Gives whether it had lapsed.
pub fn lapse(by: &impl Acting, filed: &Filed) -> Result<bool> {
    lapsed(by.acting(), filed)
}

fn lapsed(tx: &WriteTx<'_>, filed: &Filed) -> Result<bool> {
    let until = filed.heard_at.map(open_until).filter(|until| tx.view().at() > *until);
    if let Some(at) = until {
        end(tx, filed.number, &End { status: NominationStatus::Expired, at, by: None, reason: None })?;
    }
    Ok(until.is_some())
}
