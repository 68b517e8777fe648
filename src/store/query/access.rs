//! Who has access, now and at any time.
//!
//! A grant is current while it has not ended and its end date has not passed (R17); a row past its end date counts as
//! ended whether or not `maintain` has closed it yet.
use crate::error::Result;
use crate::model::access::{Privilege, Role};
use crate::model::answer::Access;
use crate::model::many::AccessRow;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::SiteNumber;
use crate::model::standing::{Grant, Person};
use crate::store::ReadView;
use crate::store::columns::levels;
use crate::store::query::current::{current, current_then};
use crate::store::query::people;
use rusqlite::{OptionalExtension as _, Row, Statement, ToSql};

const CURRENT: &str = concat!(
    "SELECT role, tools, reporting, entitlements, documents, manage_access, contact_update, granted_by, granted_at, expires_at,
 note FROM access WHERE site = ?1 AND person = ?2 AND ", current!("access" at "?3")
);

/// The current grant of a person at a site.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn current(view: ReadView<'_>, site: &SiteNumber, person: PersonNo) -> Result<Option<Grant>> {
    let mut select = view.conn.prepare_cached(CURRENT)?;
    let found = select.query_row((site, person, view.at), |row| {
        Ok(Grant {
            role: row.get(0)?,
            levels: levels(row, 1)?,
            granted_by: row.get(7)?,
            granted_at: row.get(8)?,
            expires_at: row.get(9)?,
            note: row.get(10)?,
        })
    });
    Ok(found.optional()?)
}

/// What [`shown`] reads, from column 0.
pub(super) const COLUMNS: &str = "access.site, person.id, person.email, person.first_name, person.last_name, role,
 tools, reporting, entitlements, documents, manage_access, contact_update, giver.id, granted_at, expires_at, note";
/// Where it is read.
pub(super) const FROM: &str =
    "FROM access JOIN person ON person.person = access.person LEFT JOIN person AS giver ON giver.person = granted_by";

pub(super) fn shown(row: &Row<'_>) -> rusqlite::Result<Access> {
    Ok(Access {
        site: row.get(0)?,
        id: row.get(1)?,
        email: row.get(2)?,
        first_name: row.get(3)?,
        last_name: row.get(4)?,
        role: row.get(5)?,
        privileges: levels(row, 6)?,
        granted_by: row.get(12)?,
        granted_at: row.get(13)?,
        expires_at: row.get(14)?,
        note: row.get(15)?,
    })
}

/// The current access of one person, as it is shown.
pub fn of(view: ReadView<'_>, site: &SiteNumber, person: PersonNo) -> Result<Option<Access>> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE access.site = ?1 AND access.person = ?2 AND {}",
        current!("access" at "?3")
    );
    Ok(view.conn.prepare_cached(&sql)?.query_row((site, person, view.at), shown).optional()?)
}

/// Which access a list is about.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub role: Option<Role>,
    /// Ends at or before this moment.
    pub expiring_by: Option<Moment>,
    /// Holds at least this level.
    pub privilege: Option<(Privilege, i64)>,
    /// As it was at this moment.
    pub as_of: Option<Moment>,
    /// Only IDs after this one.
    pub after: Option<String>,
    pub limit: Option<i64>,
}

/// The column of a privilege.
fn column(privilege: Privilege) -> &'static str {
    match privilege {
        Privilege::Tools => "tools",
        Privilege::Reporting => "reporting",
        Privilege::Entitlements => "entitlements",
        Privilege::Documents => "documents",
        Privilege::ManageAccess => "manage_access",
        Privilege::ContactUpdate => "contact_update",
    }
}

/// Hands every row of the filter to `row`, by ID; nothing of a row is copied.
pub fn list(
    view: ReadView<'_>,
    site: &SiteNumber,
    filter: &Filter,
    mut row: impl FnMut(&AccessRow<'_>) -> Result<()>,
) -> Result<()> {
    let held = match filter.as_of {
        Some(_) => current_then!("access" at "?2"),
        None => current!("access" at "?2"),
    };
    let mut sql = format!("SELECT {COLUMNS} {FROM} WHERE access.site = ?1 AND {held}");
    if filter.role.is_some() {
        sql.push_str(" AND role = ?3");
    }
    if filter.expiring_by.is_some() {
        sql.push_str(" AND expires_at <= ?4");
    }
    if let Some((privilege, _)) = filter.privilege {
        sql.push_str(" AND ");
        sql.push_str(column(privilege));
        sql.push_str(" >= ?5");
    }
    if filter.after.is_some() {
        sql.push_str(" AND person.id > ?6");
    }
    sql.push_str(" ORDER BY person.id");
    if filter.limit.is_some() {
        sql.push_str(" LIMIT ?7");
    }
    let mut select = view.conn.prepare_cached(&sql)?;
    let values: [&dyn ToSql; 7] = [
        site,
        &filter.as_of.unwrap_or(view.at),
        &filter.role,
        &filter.expiring_by,
        &filter.privilege.map(|(_, rank)| rank),
        &filter.after,
        &filter.limit,
    ];
    bind(&mut select, &values)?;
    let mut rows = select.raw_query();
    while let Some(next) = rows.next()? {
        row(&borrowed(next)?)?;
    }
    Ok(())
}

/// Binds the first values, as many as the statement asks for.
fn bind(select: &mut Statement<'_>, values: &[&dyn ToSql]) -> rusqlite::Result<()> {
    let asked = select.parameter_count();
    (1..).zip(values).take(asked).try_for_each(|(place, value)| select.raw_bind_parameter(place, value))
}

/// As [`shown`], without a copy of any text.
fn borrowed<'r>(row: &'r Row<'_>) -> rusqlite::Result<AccessRow<'r>> {
    let text = |column: usize| -> rusqlite::Result<&'r str> { Ok(row.get_ref(column)?.as_str()?) };
    let some_text = |column: usize| -> rusqlite::Result<Option<&'r str>> { Ok(row.get_ref(column)?.as_str_or_null()?) };
    Ok(AccessRow {
        site: text(0)?,
        id: text(1)?,
        email: text(2)?,
        first_name: text(3)?,
        last_name: text(4)?,
        role: row.get(5)?,
        privileges: levels(row, 6)?,
        granted_by: some_text(12)?,
        granted_at: row.get(13)?,
        expires_at: row.get(14)?,
        note: some_text(15)?,
    })
}

/// The Secondary Contacts of a site.
pub fn secondaries(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<Person>> {
    with_role(view, site, Role::Secondary)
}

/// The Primary Contact of a site; none while it sleeps.
pub fn primary(view: ReadView<'_>, site: &SiteNumber) -> Result<Option<Person>> {
    Ok(with_role(view, site, Role::Primary)?.into_iter().next())
}

fn with_role(view: ReadView<'_>, site: &SiteNumber, role: Role) -> Result<Vec<Person>> {
    let mut select = view.conn.prepare_cached(concat!(
        "SELECT person FROM access WHERE site = ?1 AND role = ?2 AND ",
        current!("access" at "?3"),
        " ORDER BY person"
    ))?;
    let numbers = select.query_map((site, role, view.at), |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    numbers.into_iter().filter_map(|no| people::numbered(view, no).transpose()).collect()
}

/// Everybody with access to a site.
pub fn everybody(view: ReadView<'_>, site: &SiteNumber) -> Result<Vec<Person>> {
    let mut all = Vec::new();
    for role in Role::ALL {
        all.extend(with_role(view, site, *role)?);
    }
    Ok(all)
}

/// Those to whom somebody gave access and who still have it, the Primary Contact and the giver left out.
pub fn granted_by(view: ReadView<'_>, site: &SiteNumber, giver: PersonNo) -> Result<Vec<PersonNo>> {
    let mut select = view.conn.prepare_cached(concat!(
        "SELECT person FROM access WHERE site = ?1 AND granted_by = ?2 AND person <> ?2 AND role <> 'primary' AND ",
        current!("access" at "?3"),
        " ORDER BY person"
    ))?;
    let rows = select.query_map((site, giver, view.at), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
