//! What waits for one person, over all sites at once: one statement for each kind.
//!
//! What must hold: only what the person could see and deal with anyway is found; a site that is not active holds nothing
//! to be done. A row past its end date counts as ended (R17), a nomination past its 30 days as expired.
//!
//! # What would hurt
//! A large registry: each statement starts from the rows of the person, or from an index over the little that is open.
use crate::error::Result;
use crate::model::access::{ManageAccess, Role};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::provider::ProviderName;
use crate::model::provision::RequestStatus;
use crate::model::site::SiteNumber;
use crate::rules::nomination::LIFE;
use crate::store::ReadView;
use crate::store::query::current::current;
use rusqlite::{Params, Row};

/// The person's own access, at sites that are active; `?1` is the person, `?2` the moment.
const OWN: &str = "FROM access AS own CROSS JOIN site ON site.site = own.site AND site.status = 'active'";
const MINE: &str = concat!("own.person = ?1 AND ", current!("own" at "?2"));

fn all<T>(
    view: ReadView<'_>,
    sql: &str,
    values: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut select = view.conn.prepare_cached(sql)?;
    let rows = select.query_map(values, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A nomination without an answer: to be decided, or one's own.
#[derive(Debug)]
pub struct Asked {
    pub number: i64,
    pub site: SiteNumber,
    pub id: Address,
    pub claims_primary: bool,
    /// When the 30 days began; not yet while the site sleeps.
    pub heard_at: Option<Moment>,
    /// Whether it is the person's own.
    pub own: bool,
}

/// Nominations that the person decides as Primary Contact, and their own.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn nominations(view: ReadView<'_>, person: PersonNo) -> Result<Vec<Asked>> {
    let columns = "nomination, asked.site, person.id, claims_primary, heard_at, asked.person = ?1";
    let open = "asked.status = 'pending' AND (heard_at IS NULL OR heard_at >= ?3)";
    let sql = format!(
        "SELECT {columns} {OWN} CROSS JOIN nomination AS asked ON asked.site = own.site
           JOIN person ON person.person = asked.person
          WHERE {MINE} AND own.role = 'primary' AND {open} AND asked.person <> ?1
         UNION ALL
         SELECT {columns} FROM nomination AS asked JOIN person ON person.person = asked.person
          WHERE asked.person = ?1 AND {open}"
    );
    all(view, &sql, (person, view.at, view.at.plus(-LIFE)), |row| {
        Ok(Asked {
            number: row.get(0)?,
            site: row.get(1)?,
            id: row.get(2)?,
            claims_primary: row.get(3)?,
            heard_at: row.get(4)?,
            own: row.get(5)?,
        })
    })
}

/// Access that ends soon.
#[derive(Debug)]
pub struct Ending {
    pub site: SiteNumber,
    pub id: Address,
    pub expires_at: Moment,
    /// Whether it is the person's own.
    pub own: bool,
}

/// Access that ends up to `until`: the person's own, and that of people whose access they may change.
pub fn endings(view: ReadView<'_>, person: PersonNo, until: Moment) -> Result<Vec<Ending>> {
    let sql = format!(
        "SELECT ending.site, person.id, ending.expires_at, ending.person = ?1
         FROM access AS ending INDEXED BY access_expiring
         CROSS JOIN access AS own ON own.site = ending.site AND {MINE}
         JOIN site ON site.site = own.site AND site.status = 'active' JOIN person ON person.person = ending.person
         WHERE ending.ended_at IS NULL AND ending.expires_at BETWEEN ?2 AND ?3
           AND (ending.person = ?1 OR (own.manage_access = ?4 AND (own.role = 'primary' OR ending.role = 'user')))"
    );
    all(view, &sql, (person, view.at, until, ManageAccess::Update as i64), |row| {
        Ok(Ending { site: row.get(0)?, id: row.get(1)?, expires_at: row.get(2)?, own: row.get(3)? })
    })
}

/// A request that nobody has decided.
#[derive(Debug)]
pub struct Request {
    pub number: i64,
    pub site: SiteNumber,
    pub status: RequestStatus,
    pub due_by: Moment,
    /// Who submitted it.
    pub id: Address,
}

const REQUESTS: &str = "SELECT request, provision.site, provision.status, due_by, person.id
 FROM provision CROSS JOIN site ON site.site = provision.site AND site.status = 'active'
 JOIN person ON person.person = submitted_by WHERE decided_at IS NULL";

fn request(row: &Row<'_>) -> rusqlite::Result<Request> {
    Ok(Request { number: row.get(0)?, site: row.get(1)?, status: row.get(2)?, due_by: row.get(3)?, id: row.get(4)? })
}

/// Everybody's open requests: the work of operators.
pub fn requests(view: ReadView<'_>) -> Result<Vec<Request>> {
    all(view, REQUESTS, [], request)
}

/// Open requests that the person submitted, at sites where they still have access.
pub fn own_requests(view: ReadView<'_>, person: PersonNo) -> Result<Vec<Request>> {
    let sql = format!(
        "{REQUESTS} AND submitted_by = ?1
         AND EXISTS (SELECT 1 FROM access AS own WHERE own.site = provision.site AND {MINE})"
    );
    all(view, &sql, (person, view.at), request)
}

/// Terms of service that nobody has accepted, of a request that is not over.
#[derive(Debug)]
pub struct Terms {
    pub number: i64,
    pub site: SiteNumber,
    pub provider: ProviderName,
    /// Who submitted the request.
    pub id: Address,
}

/// Whose business a request is, besides the operators': whoever submitted it, and who changes access; `?3` is that level.
const THEIRS: &str = "(submitted_by = ?1 OR own.manage_access = ?3)";

/// Terms to be accepted for requests that are the person's business.
pub fn terms(view: ReadView<'_>, person: PersonNo) -> Result<Vec<Terms>> {
    let sql = format!(
        "SELECT request, provision.site, provider, person.id {OWN} CROSS JOIN provision ON provision.site = own.site
         JOIN provision_provider AS asked USING (request) JOIN provider USING (provider)
         JOIN person ON person.person = submitted_by
         WHERE {MINE} AND {THEIRS} AND provision.status IN ('submitted', 'received', 'provisioned')
           AND asked.accepted_at IS NULL AND retired_at IS NULL"
    );
    all(view, &sql, (person, view.at, ManageAccess::Update as i64), |row| {
        Ok(Terms { number: row.get(0)?, site: row.get(1)?, provider: row.get(2)?, id: row.get(3)? })
    })
}

/// A gateway that is served with a certificate that ends.
#[derive(Debug)]
pub struct Certificate {
    pub number: i64,
    pub site: SiteNumber,
    pub host: String,
    pub not_after: Moment,
    /// Who submitted the request.
    pub id: Address,
}

/// Certificates that end up to `until`, or have ended, of gateways that are the person's business and that no open
/// request replaces.
pub fn certificates(view: ReadView<'_>, person: PersonNo, until: Moment) -> Result<Vec<Certificate>> {
    let sql = format!(
        "SELECT request, provision.site, host, not_after, person.id {OWN}
         CROSS JOIN provision ON provision.site = own.site JOIN person ON person.person = submitted_by
         WHERE {MINE} AND {THEIRS} AND provision.status = 'provisioned' AND not_after <= ?4
           AND NOT EXISTS (SELECT 1 FROM provision AS next WHERE next.site = provision.site
             AND next.replaces = provision.request AND next.decided_at IS NULL)"
    );
    all(view, &sql, (person, view.at, ManageAccess::Update as i64, until), |row| {
        Ok(Certificate {
            number: row.get(0)?,
            site: row.get(1)?,
            host: row.get(2)?,
            not_after: row.get(3)?,
            id: row.get(4)?,
        })
    })
}

/// Grants of one role at one site by one giver.
#[derive(Debug)]
pub struct Given {
    pub role: Role,
    pub giver: Address,
    pub people: i64,
    /// Whether the giver has no access there any more.
    pub gone: bool,
}

/// The active sites at which the person changes access, and their role there.
pub fn managed(view: ReadView<'_>, person: PersonNo) -> Result<Vec<(SiteNumber, Role)>> {
    let sql = format!("SELECT own.site, own.role {OWN} WHERE {MINE} AND own.manage_access = ?3 ORDER BY own.site");
    all(view, &sql, (person, view.at, ManageAccess::Update as i64), |row| Ok((row.get(0)?, row.get(1)?)))
}

const GIVEN: &str = concat!(
    "WITH given AS (SELECT role, granted_by, count(*) AS people FROM access
  WHERE site = ?1 AND ",
    current!("access" at "?2"),
    " AND role <> 'primary' GROUP BY role, granted_by)
 SELECT role, person.id, people, NOT EXISTS (SELECT 1 FROM access AS held WHERE held.site = ?1
   AND held.person = given.granted_by AND ",
    current!("held" at "?2"),
    ")
 FROM given JOIN person ON person.person = given.granted_by ORDER BY person.id, given.granted_by, role"
);

/// By whom the access at a site was given that is current, the Primary Contact's left out.
pub fn given(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<Given>> {
    all(view, GIVEN, (site, view.at), |row| {
        Ok(Given { role: row.get(0)?, giver: row.get(1)?, people: row.get(2)?, gone: row.get(3)? })
    })
}
