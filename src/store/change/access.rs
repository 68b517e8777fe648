//! Access: given, changed, ended, left, handed over. Rows are intervals: a change closes one and opens the next.
//!
//! What must hold: only the Primary's proof names, changes or ends a Secondary (R3); handing over consumes it (R6).
//! Every writer tells its effect, so that `db check` can replay the audit trail.
use crate::error::Result;
use crate::model::access::{Levels, Role};
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::store::WriteTx;
use crate::store::authority::awaited::AwaitedAuthority;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::manager::ManagerAuthority;
use crate::store::authority::member::MemberAuthority;
use crate::store::authority::practice::PracticeAuthority;
use crate::store::authority::primary::PrimaryAuthority;
use crate::store::effect::Effect;
use crate::store::query::access::current;
use std::borrow::Cow;

/// What somebody is to hold.
#[derive(Debug, Clone)]
pub struct Terms {
    pub levels: Levels,
    pub expires_at: Option<Moment>,
    pub note: Option<String>,
}

impl Terms {
    /// Levels without an end and without a note.
    pub fn of(levels: Levels) -> Self {
        Self { levels, expires_at: None, note: None }
    }
}

/// Gives a person access as a user, in place of what they held as a user.
///
/// # Errors
/// What SQLite says; the same for all functions here. `token_scope` where a user's access is touched by a token for
/// Secondary Contacts alone.
pub fn give_user(by: &ManagerAuthority<'_>, to: &Person, terms: &Terms) -> Result<()> {
    by.over_users()?;
    let standing = by.standing();
    replace(by.tx(), &standing.site.site, to.no, Some(standing.person.no), Role::User, terms)
}

/// Names a Secondary Contact, or makes a Secondary Contact a user again (R3): any role that is not the Primary's.
pub fn name(by: &PrimaryAuthority<'_>, to: &Person, role: Role, terms: &Terms) -> Result<()> {
    let standing = by.standing();
    let role = if role == Role::Primary { Role::Secondary } else { role };
    replace(by.tx(), &standing.site.site, to.no, Some(standing.person.no), role, terms)
}

/// Ends the access of a user. Gives whether there was any.
pub fn revoke_user(by: &ManagerAuthority<'_>, whom: PersonNo, reason: Option<&str>) -> Result<bool> {
    by.over_users()?;
    let standing = by.standing();
    end(by.tx(), &standing.site.site, whom, Role::User, Some(standing.person.no), &why(reason))
}

/// Ends the access of a Secondary Contact (R3). Gives whether there was any.
pub fn revoke_secondary(by: &PrimaryAuthority<'_>, whom: PersonNo, reason: Option<&str>) -> Result<bool> {
    let standing = by.standing();
    end(by.tx(), &standing.site.site, whom, Role::Secondary, Some(standing.person.no), &why(reason))
}

/// Why a row ends that somebody revokes. A reason that was typed never passes for a word by which the file itself says
/// why: tokens and `db check` go by these.
fn why(reason: Option<&str>) -> Cow<'_, str> {
    match reason {
        None => "revoked".into(),
        Some(own @ ("changed" | "expired" | "handed over")) => format!("revoked: {own}").into(),
        Some(reason) => reason.into(),
    }
}

/// Hands the grants that somebody made to another giver; nothing else about them changes.
pub fn hand_on(by: &ManagerAuthority<'_>, grants: &[PersonNo], giver: PersonNo) -> Result<()> {
    let (tx, site) = (by.tx(), &by.standing().site.site);
    if !grants.is_empty() {
        by.over_users()?;
    }
    for person in grants {
        let sql = "UPDATE access SET granted_by = ?3 WHERE site = ?1 AND person = ?2 AND ended_at IS NULL AND role <> 'primary'";
        tx.conn.execute(sql, (site, person, giver))?;
        if let Some(grant) = current(tx.view(), site, *person)? {
            tx.effect(holds(site, *person, grant.role, grant.levels, Some(giver), grant.expires_at));
        }
    }
    Ok(())
}

/// The bearer leaves the site. Consumes the proof; the Primary's row is left alone (R7).
pub fn leave(by: MemberAuthority<'_>) -> Result<bool> {
    let (standing, tx) = (by.standing(), by.tx());
    let Some(role) = standing.role().filter(|role| *role != Role::Primary) else { return Ok(false) };
    end(tx, &standing.site.site, standing.person.no, role, Some(standing.person.no), "left")
}

/// The first Primary Contact of a site that has just woken up.
pub(in crate::store) fn first_primary(by: &AwaitedAuthority<'_>) -> Result<()> {
    let standing = by.standing();
    insert(by.tx(), &standing.site.site, standing.person.no, None, Role::Primary, &Terms::of(Levels::top()))
}

/// Hands the site over, whole: the new Primary's end date falls, the former gets the default privileges of `former`,
/// or goes. The contact of record follows. Consumes the proof: afterwards the bearer is not the Primary.
pub fn hand_over(by: PrimaryAuthority<'_>, _: &Confirmed<'_>, to: &Person, former: Option<Role>) -> Result<()> {
    let (tx, standing) = (by.tx(), by.standing());
    let (site, old) = (&standing.site.site, standing.person.no);
    end(tx, site, old, Role::Primary, Some(old), "handed over")?;
    replace(tx, site, to.no, Some(old), Role::Primary, &Terms::of(Levels::top()))?;
    if let Some(role) = former.filter(|role| *role != Role::Primary) {
        insert(tx, site, old, Some(old), role, &Terms::of(Levels::default_for(role)))?;
    }
    tx.conn.execute(
        "UPDATE contact SET first_name = ?2, last_name = ?3, email = ?4, phone = NULL WHERE site = ?1 AND type = 'primary'",
        (site, &to.first_name, &to.last_name, &to.email),
    )?;
    Ok(())
}

/// A grant in a practice database, by whomever the crowd is told it was.
pub(in crate::store) fn practise(
    by: &PracticeAuthority<'_>,
    site: &SiteNumber,
    to: PersonNo,
    giver: Option<PersonNo>,
    role: Role,
    levels: Levels,
) -> Result<()> {
    insert(by.tx(), site, to, giver, role, &Terms::of(levels))
}

/// Closes the row that is open, whatever its role, and opens the next.
fn replace(
    tx: &WriteTx<'_>,
    site: &SiteNumber,
    to: PersonNo,
    by: Option<PersonNo>,
    role: Role,
    terms: &Terms,
) -> Result<()> {
    close_expired(tx, site, to)?;
    close_changed(tx, site, to, by)?;
    insert(tx, site, to, by, role, terms)
}

/// Closes the row that is open, before the next opens; the Primary's is left alone (R7).
fn close_changed(tx: &WriteTx<'_>, site: &SiteNumber, whom: PersonNo, by: Option<PersonNo>) -> Result<()> {
    let mut close = tx.conn.prepare_cached(
        "UPDATE access SET ended_at = ?3, ended_by = ?4, end_reason = 'changed'
         WHERE site = ?1 AND person = ?2 AND ended_at IS NULL AND role <> 'primary'",
    )?;
    close.execute((site, whom, tx.view().at(), by))?;
    Ok(())
}

/// A row past its end date ended by itself; recorded before the next row opens.
pub(in crate::store) fn close_expired(tx: &WriteTx<'_>, site: &SiteNumber, person: PersonNo) -> Result<()> {
    let mut close = tx.conn.prepare_cached(
        "UPDATE access SET ended_at = expires_at + 1, end_reason = 'expired'
         WHERE site = ?1 AND person = ?2 AND ended_at IS NULL AND expires_at < ?3",
    )?;
    close.execute((site, person, tx.view().at()))?;
    Ok(())
}

/// The sites at which somebody has a row that is open, whether or not its end date has passed.
fn open_at(tx: &WriteTx<'_>, person: PersonNo) -> Result<Vec<(SiteNumber, Role)>> {
    let mut select =
        tx.conn.prepare("SELECT site, role FROM access WHERE person = ?1 AND ended_at IS NULL ORDER BY site")?;
    let rows = select.query_map([person], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Records everywhere that access past its end date has ended.
pub(in crate::store) fn close_expired_everywhere(tx: &WriteTx<'_>, person: PersonNo) -> Result<()> {
    open_at(tx, person)?.iter().try_for_each(|(site, _)| close_expired(tx, site, person))
}

/// Whoever closes their ID leaves every site. Who may do so is asked before (R7): only a closed site loses its Primary.
pub(in crate::store) fn end_everywhere(tx: &WriteTx<'_>, person: PersonNo, reason: &str) -> Result<()> {
    for (site, role) in open_at(tx, person)? {
        end(tx, &site, person, role, Some(person), reason)?;
    }
    Ok(())
}

const INSERT: &str =
    "INSERT INTO access (site, person, nth, role, tools, reporting, entitlements, documents, manage_access,
 contact_update, granted_by, granted_at, expires_at, note)
 VALUES (?1, ?2, (SELECT coalesce(max(nth), 0) + 1 FROM access WHERE site = ?1 AND person = ?2),
 ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

fn insert(
    tx: &WriteTx<'_>,
    site: &SiteNumber,
    to: PersonNo,
    by: Option<PersonNo>,
    role: Role,
    terms: &Terms,
) -> Result<()> {
    let [tools, reporting, entitlements, documents, manage_access, contact_update] = terms.levels.ranks();
    let at = tx.view().at();
    let mut insert = tx.conn.prepare_cached(INSERT)?;
    insert.execute(rusqlite::params![
        site,
        to,
        role,
        tools,
        reporting,
        entitlements,
        documents,
        manage_access,
        contact_update,
        by,
        at,
        terms.expires_at,
        terms.note
    ])?;
    tx.effect(holds(site, to, role, terms.levels, by, terms.expires_at));
    Ok(())
}

/// A grant as the audit trail tells it, for the replay.
fn holds(
    site: &SiteNumber,
    to: PersonNo,
    role: Role,
    levels: Levels,
    by: Option<PersonNo>,
    until: Option<Moment>,
) -> Effect {
    Effect::Holds {
        by: by.map(|by| by.0),
        expires: until.map(Moment::seconds),
        levels: levels.ranks(),
        person: to.0,
        role,
        site: site.clone(),
    }
}

fn end(
    tx: &WriteTx<'_>,
    site: &SiteNumber,
    whom: PersonNo,
    role: Role,
    by: Option<PersonNo>,
    reason: &str,
) -> Result<bool> {
    close_expired(tx, site, whom)?;
    let mut close = tx.conn.prepare_cached(
        "UPDATE access SET ended_at = ?4, ended_by = ?5, end_reason = ?6
         WHERE site = ?1 AND person = ?2 AND role = ?3 AND ended_at IS NULL",
    )?;
    let ended = close.execute((site, whom, role, tx.view().at(), by, reason))?;
    if ended == 1 {
        tx.effect(Effect::ends(site, whom));
    }
    Ok(ended == 1)
}
