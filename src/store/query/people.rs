//! People with an ID, their sign-ins and their counters.
use crate::error::Result;
use crate::model::answer::Identity;
use crate::model::behind::Guest;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::standing::Person;
use crate::rules::throttle::remembered;
use crate::store::ReadView;
use crate::store::query::settings;
use rusqlite::{OptionalExtension as _, Params, Row};

pub(super) const PERSON: &str = "person, id, email, first_name, last_name, country, operator, registered_at";

pub(super) fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        no: row.get(0)?,
        id: row.get(1)?,
        email: row.get(2)?,
        first_name: row.get(3)?,
        last_name: row.get(4)?,
        country: row.get(5)?,
        operator: row.get(6)?,
        registered_at: row.get(7)?,
        scope: None,
    })
}

impl From<&Person> for Identity {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id.clone(),
            email: person.email.clone(),
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
            country: person.country.clone(),
            verified: true,
            operator: person.operator,
            registered_at: person.registered_at,
        }
    }
}

/// The person with this ID.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn with_id(view: ReadView<'_>, id: &Address) -> Result<Option<Person>> {
    let sql = format!("SELECT {PERSON} FROM person WHERE id = ?1 AND closed_at IS NULL");
    Ok(view.conn.prepare_cached(&sql)?.query_row([id], person).optional()?)
}

/// The person whose ID or current address this is.
pub fn at_address(view: ReadView<'_>, address: &Address) -> Result<Option<Person>> {
    if let Some(found) = with_id(view, address)? {
        return Ok(Some(found));
    }
    let sql = format!("SELECT {PERSON} FROM person WHERE email = ?1 AND closed_at IS NULL");
    Ok(view.conn.prepare_cached(&sql)?.query_row([address], person).optional()?)
}

/// Whose an address is: somebody's ID, their current address, or one that a change can still be taken back to.
pub fn holder(view: ReadView<'_>, address: &Address) -> Result<Option<Person>> {
    if let Some(found) = at_address(view, address)? {
        return Ok(Some(found));
    }
    let sql = format!(
        "SELECT {PERSON} FROM person JOIN code USING (person) WHERE kind = 'reversal' AND state = 'live'
         AND address = ?1 AND expires_at > ?2 AND closed_at IS NULL"
    );
    Ok(view.conn.prepare_cached(&sql)?.query_row((address, view.at), person).optional()?)
}

/// Every operator, by ID.
pub fn operators(view: ReadView<'_>) -> Result<Vec<Person>> {
    let sql = format!(
        "SELECT {PERSON} FROM person INDEXED BY person_operator WHERE operator = 1 AND closed_at IS NULL ORDER BY id"
    );
    let mut select = view.conn.prepare_cached(&sql)?;
    let rows = select.query_map([], person)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The security question of a person and the hash of its answer, where they have one.
pub fn question(view: ReadView<'_>, no: PersonNo) -> Result<Option<(String, Secret)>> {
    let sql = "SELECT question, answer FROM person WHERE person = ?1 AND question IS NOT NULL";
    let mut select = view.conn.prepare_cached(sql)?;
    Ok(select.query_row([no], |row| Ok((row.get(0)?, Secret::new(row.get(1)?)))).optional()?)
}

/// The person with this number, closed or not.
pub fn numbered(view: ReadView<'_>, no: PersonNo) -> Result<Option<Person>> {
    let sql = format!("SELECT {PERSON} FROM person WHERE person = ?1");
    Ok(view.conn.prepare_cached(&sql)?.query_row([no], person).optional()?)
}

/// What a password is compared with.
#[derive(Debug, Clone)]
pub struct Lock {
    /// The PHC string; none where the password is disabled.
    pub password: Option<Secret>,
    /// Wrong tries since the last sign-in.
    pub failures: i64,
    /// No try before this moment.
    pub not_before: Moment,
}

impl Lock {
    fn of(view: ReadView<'_>, password: Option<String>, failures: i64, not_before: Moment) -> Self {
        Self { password: password.map(Secret::new), failures: remembered(failures, not_before, view.at), not_before }
    }
}

/// The lock of a person.
pub fn lock(view: ReadView<'_>, no: PersonNo) -> Result<Lock> {
    let mut select = view.conn.prepare_cached("SELECT password, failures, not_before FROM person WHERE person = ?1")?;
    Ok(select.query_row([no], |row| Ok(Lock::of(view, row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// The counter of a person over wrong pairs of site and Primary Contact.
pub fn pair_lock(view: ReadView<'_>, no: PersonNo) -> Result<Lock> {
    let mut select = view.conn.prepare_cached("SELECT pair_failures, pair_not_before FROM person WHERE person = ?1")?;
    Ok(select.query_row([no], |row| Ok(Lock::of(view, None, row.get(0)?, row.get(1)?)))?)
}

/// The counter of an address that has no ID; nothing counted is zero.
pub fn stranger_lock(view: ReadView<'_>, key: &[u8; 32]) -> Result<Lock> {
    let mut select = view.conn.prepare_cached("SELECT failures, not_before FROM stranger WHERE key = ?1")?;
    let found = select.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let (failures, not_before) = found.unwrap_or((0, Moment::from_seconds(0)));
    Ok(Lock::of(view, None, failures, not_before))
}

/// The registry's own random id: keys of strangers are hashed with it.
pub fn registry(view: ReadView<'_>) -> Result<[u8; 16]> {
    Ok(view.conn.query_row("SELECT id FROM registry", [], |row| row.get(0))?)
}

/// A running sign-in, or an automation token that is good: then `person` is narrowed to what it is for.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Of the sign-in, or of the token.
    pub number: i64,
    pub person: Person,
    /// None for a token that was never used.
    pub last_used_at: Option<Moment>,
    pub expires_at: Moment,
}

/// Seconds after which an operator's unused sign-in ends (security.md).
pub const OPERATOR_IDLE: i64 = 1800;

const SIGN_IN: &str = "SELECT person.person, id, email, first_name, last_name, country, operator, registered_at,
 sign_in, last_used_at, expires_at
 FROM sign_in JOIN person ON person.person = sign_in.person
 WHERE closed_at IS NULL AND expires_at > ?1 AND created_at <= ?1 + 120";

/// The sign-in whose token has this SHA-256, if it still runs and is this guest's; a file of one's own knows no guests.
pub fn sign_in(view: ReadView<'_>, token: &[u8; 32], guest: Option<&Guest>) -> Result<Option<SignIn>> {
    let caller = guest.map(Guest::caller);
    running(view, "token = ?2 AND caller IS ?3", (view.at, token, &caller), caller.as_deref())
}

/// The sign-in by which a guest's calls are recognised, if it still runs.
pub fn sign_in_of(view: ReadView<'_>, guest: &Guest) -> Result<Option<SignIn>> {
    let caller = guest.caller();
    running(view, "caller = ?2 AND printed = 0", (view.at, &caller), Some(&caller))
}

fn running(view: ReadView<'_>, which: &str, values: impl Params, caller: Option<&str>) -> Result<Option<SignIn>> {
    let mut select = view.conn.prepare_cached(&format!("{SIGN_IN} AND {which}"))?;
    let found = select.query_row(values, |row| {
        let (person, number) = (person(row)?, row.get(8)?);
        Ok(SignIn { number, person, last_used_at: row.get(9)?, expires_at: row.get(10)? })
    });
    let idle = |sign_in: &SignIn| sign_in.last_used_at.is_none_or(|used| view.at > used.plus(OPERATOR_IDLE));
    let Some(found) = found.optional()?.filter(|sign_in| !sign_in.person.operator || !idle(sign_in)) else {
        return Ok(None);
    };
    let by_ssh = caller.is_some_and(|caller| caller.starts_with("ssh:"));
    Ok(if by_ssh && found.person.operator && !settings::operators_may_come_by_ssh(view)? { None } else { Some(found) })
}
