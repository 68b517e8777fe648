//! Nominations: who asked for access where, and what became of it.
//!
//! What must hold: a nomination past its 30 days reads as expired, whether or not `maintain` has written it down.
use crate::error::Result;
use crate::model::moment::{DAY, Moment};
use crate::model::nomination::{Filed, Nomination, NominationStatus};
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::rules::nomination::{Before, has_lapsed, open_until};
use crate::store::ReadView;
use crate::store::query::people;
use rusqlite::{OptionalExtension as _, Params, Row};

const FILED: &str = "SELECT nomination, site, person, claims_primary, reason, status, heard_at FROM nomination";

fn filed(view: ReadView<'_>, condition: &str, values: impl Params) -> Result<Vec<Filed>> {
    let sql = format!("{FILED} WHERE {condition} ORDER BY nomination");
    let mut select = view.conn.prepare_cached(&sql)?;
    let mut rows = select.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(nominee) = people::numbered(view, row.get(2)?)? else { continue };
        let (stored, heard_at) = (row.get(5)?, row.get(6)?);
        found.push(Filed {
            number: row.get(0)?,
            site: row.get(1)?,
            nominee,
            claims_primary: row.get(3)?,
            reason: row.get(4)?,
            status: status(stored, heard_at, view.at),
            heard_at,
        });
    }
    Ok(found)
}

fn status(stored: NominationStatus, heard_at: Option<Moment>, now: Moment) -> NominationStatus {
    let lapsed = stored == NominationStatus::Pending && has_lapsed(heard_at, now);
    if lapsed { NominationStatus::Expired } else { stored }
}

/// The nomination with this number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn numbered(view: ReadView<'_>, number: i64) -> Result<Option<Filed>> {
    Ok(filed(view, "nomination = ?1", [number])?.pop())
}

/// The nomination of somebody at a site that is not closed in the file; it may have lapsed.
pub fn unsettled(view: ReadView<'_>, site: &SiteNumber, person: PersonNo) -> Result<Option<Filed>> {
    Ok(filed(view, "site = ?1 AND person = ?2 AND status = 'pending'", (site, person))?.pop())
}

/// The nominations at a site that are not closed in the file; some may have lapsed.
pub fn unsettled_at(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<Filed>> {
    filed(view, "site = ?1 AND status = 'pending'", [site])
}

/// The nominations of somebody that are not closed in the file; some may have lapsed.
pub fn unsettled_of(view: ReadView<'_>, person: PersonNo) -> Result<Vec<Filed>> {
    filed(view, "person = ?1 AND status = 'pending'", [person])
}

const BEFORE: &str = "SELECT
 (SELECT nomination FROM nomination WHERE site = ?1 AND person = ?2 AND status = 'pending'
   AND (heard_at IS NULL OR heard_at >= ?3)),
 (SELECT max(decided_at) FROM nomination WHERE site = ?1 AND person = ?2 AND status = 'declined'),
 (SELECT count(*) FROM nomination WHERE person = ?2 AND status = 'pending' AND (heard_at IS NULL OR heard_at >= ?3)),
 (SELECT count(*) FROM nomination WHERE site = ?1 AND person = ?2 AND submitted_at > ?4)";

/// What somebody did before, as far as asking again at this site depends on it.
pub fn before(view: ReadView<'_>, site: &SiteNumber, person: PersonNo) -> Result<Before> {
    let mut select = view.conn.prepare_cached(BEFORE)?;
    let since = view.at.plus(-crate::rules::nomination::LIFE);
    Ok(select.query_row((site, person, since, view.at.plus(-DAY)), |row| {
        Ok(Before { open_here: row.get(0)?, declined_at: row.get(1)?, open: row.get(2)?, lately: row.get(3)? })
    })?)
}

const SHOWN: &str = "SELECT nomination, nomination.site, nominee.id, claims_primary, reason, nomination.status,
 submitted_at, decided_at, decider.id, decision_reason, heard_at
 FROM nomination JOIN person AS nominee ON nominee.person = nomination.person
 LEFT JOIN person AS decider ON decider.person = decided_by";

fn shown(row: &Row<'_>, now: Moment) -> rusqlite::Result<Nomination> {
    let (stored, heard_at): (NominationStatus, Option<Moment>) = (row.get(5)?, row.get(10)?);
    let status = status(stored, heard_at, now);
    let lapsed = heard_at.filter(|_| status != stored).map(open_until);
    Ok(Nomination {
        nomination: row.get(0)?,
        site: row.get(1)?,
        id: row.get(2)?,
        claims_primary: row.get(3)?,
        reason: row.get(4)?,
        status,
        submitted_at: row.get(6)?,
        decided_at: row.get::<_, Option<Moment>>(7)?.or(lapsed),
        decided_by: row.get(8)?,
        decision_reason: row.get(9)?,
    })
}

/// One nomination, as it is shown.
pub fn summary(view: ReadView<'_>, number: i64) -> Result<Option<Nomination>> {
    let sql = format!("{SHOWN} WHERE nomination = ?1");
    Ok(view.conn.prepare_cached(&sql)?.query_row([number], |row| shown(row, view.at)).optional()?)
}

/// Which nominations a list is about.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub site: Option<SiteNumber>,
    pub status: Option<NominationStatus>,
    /// Only numbers after this one.
    pub after: i64,
    pub limit: Option<i64>,
}

/// Whether somebody ever asked to be let into a site.
pub fn asked_at(view: ReadView<'_>, site: &SiteNumber, person: PersonNo) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM nomination WHERE site = ?1 AND person = ?2)";
    Ok(view.conn.query_row(sql, (site, person), |row| row.get(0))?)
}

/// The nominations that somebody may read: their own, and those at sites whose Primary Contact they are. By number.
pub fn list(
    view: ReadView<'_>,
    reader: PersonNo,
    filter: &Filter,
    mut row: impl FnMut(Nomination) -> Result<()>,
) -> Result<()> {
    let sql = format!(
        "{SHOWN} WHERE (nomination.person = ?1 OR EXISTS (SELECT 1 FROM access WHERE access.site = nomination.site
           AND access.person = ?1 AND role = 'primary' AND ended_at IS NULL))
         AND (?2 IS NULL OR nomination.site = ?2) AND nomination > ?3 ORDER BY nomination"
    );
    let mut select = view.conn.prepare(&sql)?;
    let mut rows = select.query((reader, &filter.site, filter.after))?;
    let mut left = filter.limit.unwrap_or(i64::MAX);
    while let Some(next) = rows.next()? {
        let nomination = shown(next, view.at)?;
        if filter.status.is_some_and(|status| status != nomination.status) {
            continue;
        }
        if left == 0 {
            break;
        }
        left -= 1;
        row(nomination)?;
    }
    Ok(())
}
