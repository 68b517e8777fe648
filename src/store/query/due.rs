//! What `maintain` looks for: what has ended, what is due for a reminder, what rots.
use crate::error::Result;
use crate::model::access::Role;
use crate::model::email::Address;
use crate::model::moment::{DAY, Moment};
use crate::model::nomination::Filed;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::store::ReadView;
use crate::store::query::nominations;

/// Days before an end at which people are reminded, the most urgent first (product.md, "The notices").
pub const MARKS: [i64; 3] = [2, 14, 30];
/// Days after which an unanswered nomination is brought to mind again.
pub const REMINDERS: [i64; 2] = [3, 10];

/// The most urgent mark that has been reached, was not before the beginning, and was not announced yet.
pub fn mark(begun: Moment, end: Moment, announced: Option<i64>, now: Moment) -> Option<i64> {
    let reached = |days: &&i64| {
        let at = end.plus(-**days * DAY);
        at <= now && at > begun && announced.is_none_or(|last| **days < last)
    };
    if now > end { None } else { MARKS.iter().find(reached).copied() }
}

/// Access that ended by itself, or that will end.
#[derive(Debug)]
pub struct Ending {
    pub site: SiteNumber,
    pub person: PersonNo,
    pub nth: i64,
    pub role: Role,
    pub granted_at: Moment,
    pub expires_at: Moment,
    /// Days at which the last reminder went out.
    pub announced: Option<i64>,
}

const ENDING: &str = "SELECT access.site, access.person, access.nth, role, granted_at, expires_at, days
 FROM access LEFT JOIN access_reminder USING (site, person, nth)
 WHERE ended_at IS NULL AND expires_at IS NOT NULL AND expires_at >= ?1 AND expires_at < ?2 ORDER BY expires_at, access.site, access.person";

/// Access whose end date lies in `from..to`.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn ending(view: ReadView<'_>, from: Moment, to: Moment) -> Result<Vec<Ending>> {
    let mut select = view.conn.prepare(ENDING)?;
    let rows = select.query_map((from, to), |row| {
        Ok(Ending {
            site: row.get(0)?,
            person: row.get(1)?,
            nth: row.get(2)?,
            role: row.get(3)?,
            granted_at: row.get(4)?,
            expires_at: row.get(5)?,
            announced: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A nomination that nobody has answered.
#[derive(Debug)]
pub struct Unanswered {
    pub filed: Filed,
    pub heard_at: Moment,
    pub reminded: i64,
}

/// Nominations that wait for an answer at active sites, oldest first.
pub fn unanswered(view: ReadView<'_>) -> Result<Vec<Unanswered>> {
    let mut select = view.conn.prepare(
        "SELECT nomination, heard_at, reminded FROM nomination JOIN site USING (site)
         WHERE nomination.status = 'pending' AND heard_at IS NOT NULL AND site.status = 'active' ORDER BY nomination",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(filed) = nominations::numbered(view, row.get(0)?)? else { continue };
        found.push(Unanswered { filed, heard_at: row.get(1)?, reminded: row.get(2)? });
    }
    Ok(found)
}

/// A gateway whose certificate will end.
#[derive(Debug)]
pub struct Certificate {
    pub request: i64,
    pub site: SiteNumber,
    pub company: String,
    pub gateway: String,
    pub host: String,
    pub notify: Address,
    pub decided_at: Moment,
    pub not_after: Moment,
    pub announced: Option<i64>,
}

/// Provisioned gateways whose certificate has an end date.
pub fn certificates(view: ReadView<'_>) -> Result<Vec<Certificate>> {
    let mut select = view.conn.prepare(
        "SELECT request, provision.site, company, gateway_name, host, notify, decided_at, not_after, reminded
         FROM provision JOIN site USING (site)
         WHERE provision.status = 'provisioned' AND site.status = 'active' AND not_after IS NOT NULL ORDER BY request",
    )?;
    let rows = select.query_map([], |row| {
        Ok(Certificate {
            request: row.get(0)?,
            site: row.get(1)?,
            company: row.get(2)?,
            gateway: row.get(3)?,
            host: row.get(4)?,
            notify: row.get(5)?,
            decided_at: row.get(6)?,
            not_after: row.get(7)?,
            announced: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the head of the trail was queued for the mail since `from`.
pub fn head_mailed_since(view: ReadView<'_>, from: Moment) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM message WHERE kind = 'audit-head' AND created_at >= ?1)";
    Ok(view.conn.query_row(sql, [from], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_announced_once_and_never_from_before_the_grant() {
        let end = Moment::from_seconds(100 * DAY);
        let at = |days: i64| end.plus(-days * DAY);
        for (begun, announced, now, expected) in [
            (at(90), None, at(31), None),
            (at(90), None, at(30), Some(30)),
            (at(90), Some(30), at(29), None),
            (at(90), Some(30), at(14), Some(14)),
            (at(90), None, at(10), Some(14)),
            (at(90), Some(14), at(2), Some(2)),
            (at(90), Some(2), at(1), None),
            (at(20), None, at(19), None),
            (at(20), None, at(14), Some(14)),
            (at(1), None, at(1), None),
            (at(90), None, end.plus(1), None),
        ] {
            assert_eq!(mark(begun, end, announced, now), expected, "{begun} {announced:?} {now}");
        }
    }
}
