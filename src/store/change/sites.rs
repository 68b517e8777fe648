//! Sites: enrolled, amended, withdrawn, closed. The vendor's work.
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::site::{Program, SiteNumber, SiteStatus, Via};
use crate::rules::Code;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::change::entrance;
use crate::store::effect::Effect;
use crate::store::query::alike;

/// What the enrolment form says.
#[derive(Debug)]
pub struct Enrolment {
    /// None lets the registry choose the next of seven digits.
    pub number: Option<SiteNumber>,
    pub company: String,
    pub country: Country,
    pub program: Program,
    pub via: Via,
    pub agreement: Option<String>,
    pub primary_first_name: String,
    pub primary_last_name: String,
    pub primary_email: Address,
    pub phone: Option<String>,
}

/// Enrols a site; it sleeps until its Primary Contact comes in. Gives its number.
///
/// # Errors
/// `already_exists` when the number was ever given; what SQLite says.
pub fn enroll(by: &OperatorAuthority<'_>, form: &Enrolment) -> Result<SiteNumber> {
    let (conn, at) = (by.tx().conn, by.tx().view().at());
    let number = match &form.number {
        Some(number) => number.clone(),
        None => next_number(by, &[])?,
    };
    let there: i64 = conn.query_row("SELECT count(*) FROM site WHERE site = ?1", [&number], |row| row.get(0))?;
    if there > 0 {
        return Err(Error::new(Code::AlreadyExists, format!("site number {number} was given already"))
            .hinted("a number is never given twice; leave `--number` out to get the next one"));
    }
    conn.execute(
        "INSERT INTO site (site, company, country, program, via, agreement, status, enrolled_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'awaiting-primary', ?7)",
        (&number, &form.company, form.country.code(), form.program, form.via, &form.agreement, at),
    )?;
    conn.execute(
        "INSERT INTO contact (site, type, first_name, last_name, email, phone) VALUES (?1, 'primary', ?2, ?3, ?4, ?5)",
        (&number, &form.primary_first_name, &form.primary_last_name, &form.primary_email, &form.phone),
    )?;
    by.tx().effect(Effect::is(&number, SiteStatus::AwaitingPrimary));
    Ok(number)
}

/// The next number that was never given, is none of those that are `spoken_for`, and could be taken for none of them.
///
/// # Errors
/// What SQLite says.
pub fn next_number(by: &OperatorAuthority<'_>, spoken_for: &[SiteNumber]) -> Result<SiteNumber> {
    let conn = by.tx().conn;
    loop {
        let next: Option<i64> =
            conn.untold_returning("UPDATE registry SET next_site = next_site + 1 RETURNING next_site - 1", [])?;
        let next = next.ok_or_else(|| Error::new(Code::Damaged, "registry: its one row is missing"))?;
        let number = SiteNumber::parse(&next.to_string(), "number")?;
        let there: i64 = conn.query_row("SELECT count(*) FROM site WHERE site = ?1", [&number], |row| row.get(0))?;
        let taken = there > 0 || !alike::in_number(by.tx().view(), &number)?.is_empty();
        if !taken && !number.twins().chain([number.clone()]).any(|one| spoken_for.contains(&one)) {
            return Ok(number);
        }
    }
}

/// Amends what the registry says about a site; `None` leaves a value alone.
#[derive(Debug, Default)]
pub struct Amendment {
    pub company: Option<String>,
    pub agreement: Option<String>,
    pub country: Option<Country>,
}

/// Writes an amendment. Gives whether anything is different now.
///
/// # Errors
/// What SQLite says; the same for all functions below.
pub fn amend(by: &OperatorAuthority<'_>, site: &SiteNumber, amendment: &Amendment) -> Result<bool> {
    let country = amendment.country.map(Country::code);
    let changed = by.tx().conn.execute(
        "UPDATE site SET company = coalesce(?2, company), agreement = coalesce(?3, agreement), country = coalesce(?4, country)
         WHERE site = ?1 AND (company <> coalesce(?2, company) OR agreement IS NOT coalesce(?3, agreement)
                              OR country <> coalesce(?4, country))",
        (site, &amendment.company, &amendment.agreement, country),
    )?;
    Ok(changed == 1)
}

/// Withdraws a sleeping site, for good.
pub fn withdraw(by: &OperatorAuthority<'_>, _: &Confirmed<'_>, site: &SiteNumber, reason: &str) -> Result<()> {
    finish(by, site, SiteStatus::Withdrawn, reason)?;
    entrance::spend(by.tx(), site)
}

/// Closes an active site, for good. Its people keep their access to read and to leave.
pub fn close(by: &OperatorAuthority<'_>, _: &Confirmed<'_>, site: &SiteNumber, reason: &str) -> Result<()> {
    finish(by, site, SiteStatus::Closed, reason)
}

fn finish(by: &OperatorAuthority<'_>, site: &SiteNumber, status: SiteStatus, reason: &str) -> Result<()> {
    let sql = "UPDATE site SET status = ?2, ended_at = ?3, end_reason = ?4 WHERE site = ?1";
    by.tx().conn.execute(sql, (site, status, by.tx().view().at(), reason))?;
    by.tx().effect(Effect::is(site, status));
    Ok(())
}
