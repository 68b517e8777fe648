//! What somebody may have meant who mistyped a number or an ID: only what they see anyway (R16).
use crate::error::Result;
use crate::model::email::Address;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::store::ReadView;
use crate::store::query::current::current;

/// In a registry with more sites or people than this, nothing is suggested to operators: all of them would have to be read.
const MANY: i64 = 50_000;

fn are_many(view: ReadView<'_>, table: &str) -> Result<bool> {
    let sql = format!("SELECT count(*) > {MANY} FROM (SELECT 1 FROM {table} LIMIT {MANY} + 1)");
    Ok(view.conn.query_row(&sql, [], |row| row.get(0))?)
}

const SITES: &str = concat!(
    "SELECT site FROM site WHERE ?1 OR site IN (SELECT site FROM access WHERE person = ?2 AND ",
    current!("access" at "?3"),
    " UNION SELECT contact.site FROM contact JOIN site USING (site)
        WHERE email = ?4 AND type = 'primary' AND status = 'awaiting-primary') ORDER BY site"
);

/// The numbers of all sites within reach of `asker`.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn sites(view: ReadView<'_>, asker: &Person) -> Result<Vec<String>> {
    let mut select = view.conn.prepare(SITES)?;
    let all = asker.operator && !are_many(view, "site")?;
    let rows = select.query_map((all, asker.no, view.at, &asker.email), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const AT_SITE: &str = concat!(
    "SELECT id FROM access JOIN person USING (person) WHERE site = ?1 AND ",
    current!("access" at "?2"),
    " AND abs(length(id) - length(?3)) <= ?4 ORDER BY id"
);

/// The IDs of those with access to a site that are about as long as `typed`.
pub fn ids_at(view: ReadView<'_>, site: &SiteNumber, typed: &Address, slack: i64) -> Result<Vec<String>> {
    let mut select = view.conn.prepare(AT_SITE)?;
    let rows = select.query_map((site, view.at, typed, slack), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The IDs of everybody that are about as long as `typed`: for operators.
pub fn ids(view: ReadView<'_>, typed: &Address, slack: i64) -> Result<Vec<String>> {
    if are_many(view, "person")? {
        return Ok(Vec::new());
    }
    let sql = "SELECT id FROM person WHERE closed_at IS NULL AND abs(length(id) - length(?1)) <= ?2 ORDER BY id";
    let mut select = view.conn.prepare(sql)?;
    let rows = select.query_map((typed, slack), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
