//! A crowd for a practice database: people without passwords, active sites, and who gave whom access.
//!
//! What must hold: every grant has its audit entry and its notice, as if made by commands. The notices are noted as
//! delivered, since nobody waits for them.
use crate::error::Result;
use crate::model::access::{Levels, Role};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::notice::Letter;
use crate::store::authority::practice::PracticeAuthority;
use crate::store::change::access;
use crate::store::effect::Effect;

/// Somebody made up.
#[derive(Debug)]
pub struct Extra {
    pub id: Address,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub country: &'static str,
    pub operator: bool,
}

/// Writes a person. Gives their number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn person(by: &PracticeAuthority<'_>, extra: &Extra) -> Result<PersonNo> {
    let conn = by.tx().conn;
    let mut insert = conn.prepare_cached(
        "INSERT INTO person (id, email, first_name, last_name, country, operator, registered_at) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    insert.execute((
        &extra.id,
        extra.first_name,
        extra.last_name,
        extra.country,
        extra.operator,
        by.tx().view().at(),
    ))?;
    Ok(PersonNo(conn.last_insert_rowid()))
}

/// Writes a site whose Primary Contact has come in. `hash` is that of a passcode that nobody knows.
pub fn active_site(
    by: &PracticeAuthority<'_>,
    site: &SiteNumber,
    company: &str,
    primary: (PersonNo, &Extra),
    hash: &str,
) -> Result<()> {
    let (conn, at) = (by.tx().conn, by.tx().view().at());
    let (no, extra) = primary;
    conn.prepare_cached(
        "INSERT INTO site (site, company, country, program, via, status, enrolled_at, activated_at)
         VALUES (?1, ?2, ?3, 'passport-advantage', 'form', 'active', ?4, ?4)",
    )?
    .execute((site, company, extra.country, at))?;
    conn.prepare_cached(
        "INSERT INTO contact (site, type, first_name, last_name, email) VALUES (?1, 'primary', ?2, ?3, ?4)",
    )?
    .execute((site, extra.first_name, extra.last_name, &extra.id))?;
    conn.prepare_cached(
        "INSERT INTO passcode (site, kind, hash, issued_at, expires_at, state, used_by) VALUES (?1, 'welcome', ?2, ?3, ?4, 'used', ?5)",
    )?
    .execute((site, hash, at, at.plus(86_400), no))?;
    by.tx().effect(Effect::is(site, SiteStatus::Active));
    access::practise(by, site, no, None, Role::Primary, Levels::top())
}

/// Writes a grant by `giver`.
pub fn grant(
    by: &PracticeAuthority<'_>,
    site: &SiteNumber,
    to: PersonNo,
    giver: PersonNo,
    role: Role,
    levels: Levels,
) -> Result<()> {
    access::practise(by, site, to, Some(giver), role, levels)
}

/// Queues the notice of a grant.
pub fn tell(by: &PracticeAuthority<'_>, letter: Letter) {
    by.tx().queue(Some(letter), None);
}

/// Opens a sign-in for one of the made-up people.
pub fn sign_in(by: &PracticeAuthority<'_>, who: PersonNo, token: &[u8; 32], until: Moment) -> Result<()> {
    let sql = "INSERT INTO sign_in (person, token, created_at, last_used_at, expires_at) VALUES (?1, ?2, ?3, ?3, ?4)";
    by.tx().conn.execute(sql, (who, token, by.tx().view().at(), until))?;
    Ok(())
}

/// Notes every queued letter as delivered.
pub fn all_delivered(by: &PracticeAuthority<'_>) -> Result<()> {
    let sql = "UPDATE message SET state = 'delivered', delivered_at = created_at, attempts = 1 WHERE state = 'queued'";
    by.tx().conn.execute(sql, [])?;
    Ok(())
}

/// The next site number that enrolment would give is set behind those that were written.
pub fn numbers_after(by: &PracticeAuthority<'_>, last: i64) -> Result<()> {
    by.tx().conn.execute_untold("UPDATE registry SET next_site = min(max(next_site, ?1 + 1), 9999999)", [last])?;
    Ok(())
}
