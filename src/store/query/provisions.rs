//! Requests for gateways: where they stand, what they hold, which providers they reach.
use crate::error::Result;
use crate::model::certificate::OnRecord;
use crate::model::moment::{DAY, Moment};
use crate::model::person::PersonNo;
use crate::model::provider::ProviderName;
use crate::model::provision::{HeldDomain, Provision, Reached, RequestFacts, RequestStatus};
use crate::model::site::SiteNumber;
use crate::model::standing::{Person, Standing};
use crate::rules::can::Reach;
use crate::store::ReadView;
use crate::store::query::sites;
use rusqlite::{OptionalExtension as _, Row};

const FACTS: &str = "SELECT request, site, status, submitted_by, replaces FROM provision";

fn facts(row: &Row<'_>) -> rusqlite::Result<RequestFacts> {
    Ok(RequestFacts {
        number: row.get(0)?,
        site: row.get(1)?,
        status: row.get(2)?,
        submitted_by: row.get(3)?,
        replaces: row.get(4)?,
    })
}

/// The request with this number, as far as rules care.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn numbered(view: ReadView<'_>, number: i64) -> Result<Option<RequestFacts>> {
    let mut select = view.conn.prepare_cached(&format!("{FACTS} WHERE request = ?1"))?;
    Ok(select.query_row([number], facts).optional()?)
}

/// A request and how `person` stands to its site; nothing where there is none, or where it is at another site than `site`.
pub fn standing(
    view: ReadView<'_>,
    person: &Person,
    number: i64,
    site: Option<&SiteNumber>,
) -> Result<Option<(Standing, RequestFacts)>> {
    let found = numbered(view, number)?.filter(|request| site.is_none_or(|site| *site == request.site));
    let Some(request) = found else { return Ok(None) };
    Ok(sites::standing(view, person, &request.site)?.map(|standing| (standing, request)))
}

/// What is neither over nor rejected at a site: open requests, and gateways that are served.
pub fn going_on(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<RequestFacts>> {
    let which = "WHERE site = ?1 AND status IN ('submitted', 'received', 'provisioned') ORDER BY request";
    let mut select = view.conn.prepare_cached(&format!("{FACTS} {which}"))?;
    let rows = select.query_map([site], facts)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many requests of somebody's were cancelled in the last day.
pub fn cancelled_lately(view: ReadView<'_>, person: PersonNo) -> Result<i64> {
    let mut select = view.conn.prepare_cached(
        "SELECT count(*) FROM provision WHERE submitted_by = ?1 AND status = 'cancelled' AND decided_at > ?2",
    )?;
    Ok(select.query_row((person, view.at.plus(-DAY)), |row| row.get(0))?)
}

const SHOWN: &str =
    "SELECT request, provision.site, product, provision.status, gateway_name, host, port, common_name, issuer,
 not_after, notify, person.id, submitted_at, due_by, decided_at, reason, replaces, site.status = 'active'
 FROM provision JOIN site USING (site) JOIN person ON person.person = submitted_by";

/// A request as it is shown, without its domains and providers; and whether its site is active.
fn shown(row: &Row<'_>, now: Moment) -> rusqlite::Result<(i64, Provision, bool)> {
    let (status, due_by): (RequestStatus, Moment) = (row.get(3)?, row.get(13)?);
    let provision = Provision {
        request: row.get(0)?,
        site: row.get(1)?,
        product: row.get(2)?,
        status,
        gateway_name: row.get(4)?,
        host: row.get(5)?,
        port: row.get(6)?,
        certificate: OnRecord { common_name: row.get(7)?, issuer: row.get(8)?, not_after: row.get(9)? },
        notify: row.get(10)?,
        domains: Vec::new(),
        providers: Vec::new(),
        submitted_by: row.get(11)?,
        submitted_at: row.get(12)?,
        due_by,
        overdue: status.is_open() && now > due_by,
        decided_at: row.get(14)?,
        reason: row.get(15)?,
        replaces: row.get(16)?,
    };
    Ok((row.get(0)?, provision, row.get(17)?))
}

fn whole(view: ReadView<'_>, (number, mut provision, active): (i64, Provision, bool)) -> Result<Provision> {
    provision.domains = domains(view, number)?;
    provision.providers = reached(view, number, active && provision.status == RequestStatus::Provisioned)?;
    Ok(provision)
}

/// One request as it is shown.
pub fn one(view: ReadView<'_>, number: i64) -> Result<Option<Provision>> {
    let mut select = view.conn.prepare_cached(&format!("{SHOWN} WHERE request = ?1"))?;
    let found = select.query_row([number], |row| shown(row, view.at)).optional()?;
    found.map(|found| whole(view, found)).transpose()
}

/// Which requests a list is about.
#[derive(Debug, Default)]
pub struct Filter {
    /// One site's, or everybody's.
    pub site: Option<SiteNumber>,
    pub status: Option<RequestStatus>,
    /// Only open ones past their due date.
    pub overdue: bool,
    /// Only numbers after this one.
    pub after: i64,
    pub limit: Option<i64>,
}

/// Hands every request of the filter to `row`, by number.
pub fn list(view: ReadView<'_>, filter: &Filter, mut row: impl FnMut(Provision) -> Result<()>) -> Result<()> {
    let sql = format!(
        "{SHOWN} WHERE request > ?1 AND (?2 IS NULL OR provision.site = ?2) AND (?3 IS NULL OR provision.status = ?3)
         AND (?4 = 0 OR (decided_at IS NULL AND due_by < ?5)) ORDER BY request LIMIT ?6"
    );
    let mut select = view.conn.prepare_cached(&sql)?;
    let values = (filter.after, &filter.site, filter.status, filter.overdue, view.at, filter.limit.unwrap_or(-1));
    let mut rows = select.query(values)?;
    while let Some(next) = rows.next()? {
        row(whole(view, shown(next, view.at)?)?)?;
    }
    Ok(())
}

fn domains(view: ReadView<'_>, number: i64) -> Result<Vec<String>> {
    let mut select = view.conn.prepare_cached("SELECT domain FROM provision_domain WHERE request = ?1 ORDER BY nth")?;
    let rows = select.query_map([number], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const REACHED: &str = "SELECT provider, coalesce(asked.terms_version, provider.terms_version), accepted_at, person.id,
 accepted_at IS NOT NULL AND retired_at IS NULL
 FROM provision_provider AS asked JOIN provider USING (provider) LEFT JOIN person ON person = accepted_by
 WHERE request = ?1 ORDER BY provider";

/// The providers of a request; none is open unless the gateway is `served`.
fn reached(view: ReadView<'_>, number: i64, served: bool) -> Result<Vec<Reached>> {
    let mut select = view.conn.prepare_cached(REACHED)?;
    let rows = select.query_map([number], |row| {
        Ok(Reached {
            provider: row.get(0)?,
            terms_version: row.get(1)?,
            terms_accepted_at: row.get(2)?,
            terms_accepted_by: row.get(3)?,
            open: served && row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const HELD: &str = "SELECT other.domain, other.request, provision.site
 FROM provision_domain AS own JOIN provision_domain AS other ON other.domain = own.domain AND other.held = 1
 JOIN provision ON provision.request = other.request
 WHERE own.request = ?1 AND other.request <> ?1 AND other.request IS NOT ?2 ORDER BY own.nth";

/// Domains of a request that another provisioned gateway holds, but for the one it replaces.
pub fn held_elsewhere(view: ReadView<'_>, request: &RequestFacts) -> Result<Vec<HeldDomain>> {
    let mut select = view.conn.prepare_cached(HELD)?;
    let rows = select.query_map((request.number, request.replaces), |row| {
        Ok(HeldDomain { domain: row.get(0)?, request: row.get(1)?, site: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const REACH: &str = "SELECT request, accepted_at IS NOT NULL, retired_at IS NOT NULL
 FROM provision JOIN provision_provider USING (request) JOIN provider USING (provider)
 WHERE site = ?1 AND status = 'provisioned' AND provider = ?2 ORDER BY accepted_at IS NULL, request LIMIT 1";

/// How far a site has come with a provider (R14): its best gateway counts.
pub fn reach(view: ReadView<'_>, site: &SiteNumber, provider: &ProviderName) -> Result<Reach> {
    let mut select = view.conn.prepare_cached(REACH)?;
    let best = select.query_row((site, provider), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    Ok(match best {
        None => Reach::NoGateway,
        Some((_, _, true)) => Reach::Retired,
        Some((_, true, false)) => Reach::Open,
        Some((request, false, false)) => Reach::TermsOpen { request },
    })
}
