//! Sites, and how somebody stands to one.
use crate::error::Result;
use crate::model::access::Role;
use crate::model::answer::{OwnSite, PrimaryCard, Site};
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::model::standing::{ContactOfRecord, Person, SiteFacts, Standing};
use crate::store::ReadView;
use crate::store::query::access;
use crate::store::query::current::current;
use rusqlite::{OptionalExtension as _, Row};

const FACTS: &str = "SELECT site.site, company, status,
 coalesce(person.first_name, contact.first_name), coalesce(person.last_name, contact.last_name), coalesce(person.email, contact.email)
 FROM site JOIN contact ON contact.site = site.site AND type = 'primary'
 LEFT JOIN access ON access.site = site.site AND role = 'primary' AND access.ended_at IS NULL
 LEFT JOIN person ON person.person = access.person
 WHERE site.site = ?1";

/// The site with this number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn facts(view: ReadView<'_>, site: &SiteNumber) -> Result<Option<SiteFacts>> {
    let mut select = view.conn.prepare_cached(FACTS)?;
    let found = select.query_row([site], |row| {
        Ok(SiteFacts {
            site: row.get(0)?,
            company: row.get(1)?,
            status: row.get(2)?,
            primary: ContactOfRecord { first_name: row.get(3)?, last_name: row.get(4)?, email: row.get(5)? },
        })
    });
    Ok(found.optional()?)
}

/// How `person` stands to a site; nothing where there is no such site, nor at any other site than that of the token by
/// which they came in. Whether they may see it is a rule's business.
pub fn standing(view: ReadView<'_>, person: &Person, site: &SiteNumber) -> Result<Option<Standing>> {
    if person.scope.as_ref().is_some_and(|scope| scope.site != *site) {
        return Ok(None);
    }
    let Some(facts) = facts(view, site)? else { return Ok(None) };
    let grant = access::current(view, site, person.no)?;
    Ok(Some(Standing { person: person.clone(), site: facts, grant }))
}

const OWN: &str = concat!(
    "SELECT access.site, company, status, role FROM access JOIN site USING (site) WHERE person = ?1 AND ",
    current!("access" at "?2"),
    " ORDER BY access.site"
);

/// The sites at which a person has access, by number.
pub fn of_person(view: ReadView<'_>, no: PersonNo) -> Result<Vec<OwnSite>> {
    let mut select = view.conn.prepare_cached(OWN)?;
    let rows = select.query_map((no, view.at), |row| {
        Ok(OwnSite { site: row.get(0)?, company: row.get(1)?, status: row.get(2)?, role: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const AWAITING: &str = "SELECT site FROM contact JOIN site USING (site)
 WHERE email = ?1 AND type = 'primary' AND status = 'awaiting-primary' ORDER BY site";

/// The sleeping sites whose Primary Contact of record has this address.
pub fn awaiting(view: ReadView<'_>, email: &Address) -> Result<Vec<SiteNumber>> {
    let mut select = view.conn.prepare_cached(AWAITING)?;
    let rows = select.query_map([email], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Which sites a list is about.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Everybody's, or only those within reach of this person (access, or awaited as Primary).
    pub of: Option<(PersonNo, Address)>,
    /// Part of the company's name, compared without case.
    pub company: Option<String>,
    pub primary: Option<Address>,
    pub status: Option<SiteStatus>,
    /// Only numbers after this one.
    pub after: Option<String>,
    pub limit: Option<i64>,
}

const CARDS: &str = concat!(
    "SELECT site.site, company, site.country, program, via, agreement, status, enrolled_at, activated_at,
 person.id, coalesce(person.email, contact.email), coalesce(person.first_name, contact.first_name),
 coalesce(person.last_name, contact.last_name), own.role
 FROM site JOIN contact ON contact.site = site.site AND type = 'primary'
 LEFT JOIN access ON access.site = site.site AND access.role = 'primary' AND access.ended_at IS NULL
 LEFT JOIN person ON person.person = access.person
 LEFT JOIN access AS own ON own.site = site.site AND own.person = ?1 AND ",
    current!("own" at "?2")
);

fn summary(row: &Row<'_>, operator: bool) -> rusqlite::Result<Site> {
    let role: Option<Role> = row.get(13)?;
    Ok(Site {
        site: Some(row.get(0)?),
        company: row.get(1)?,
        country: row.get(2)?,
        program: row.get(3)?,
        via: row.get(4)?,
        agreement: row.get(5)?,
        status: row.get(6)?,
        enrolled_at: row.get(7)?,
        activated_at: row.get(8)?,
        primary: PrimaryCard {
            id: row.get(9)?,
            email: row.get(10)?,
            first_name: row.get(11)?,
            last_name: row.get(12)?,
        },
        role: (!operator).then_some(role),
    })
}

/// One site as `asker` sees it.
pub fn shown(view: ReadView<'_>, asker: &Person, site: &SiteNumber) -> Result<Option<Site>> {
    let sql = format!("{CARDS} WHERE site.site = ?3");
    let mut select = view.conn.prepare_cached(&sql)?;
    Ok(select.query_row((asker.no, view.at, site), |row| summary(row, asker.operator)).optional()?)
}

/// The sites of a filter, by number.
pub fn list(view: ReadView<'_>, asker: &Person, filter: &Filter) -> Result<Vec<Site>> {
    let sql = format!(
        "{CARDS} WHERE site.site > ?3
         AND (?4 IS NULL OR own.role IS NOT NULL OR (status = 'awaiting-primary' AND contact.email = ?4))
         AND (?5 IS NULL OR instr(lower(company), lower(?5)) > 0)
         AND (?6 IS NULL OR coalesce(person.email, contact.email) = ?6 OR person.id = ?6)
         AND (?7 IS NULL OR status = ?7) ORDER BY site.site LIMIT ?8"
    );
    let mut select = view.conn.prepare(&sql)?;
    let rows = select.query_map(
        (
            asker.no,
            view.at,
            filter.after.as_deref().unwrap_or(""),
            filter.of.as_ref().map(|(_, email)| email),
            &filter.company,
            &filter.primary,
            filter.status,
            filter.limit.unwrap_or(-1),
        ),
        |row| summary(row, asker.operator),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::moment::Moment;
    use crate::model::token::Scope;
    use crate::store::schema;
    use rusqlite::Connection;

    #[test]
    fn whoever_came_in_by_a_token_stands_to_its_own_site_alone() {
        let mut conn = Connection::open_in_memory().unwrap();
        schema::migrate(&mut conn, false, &|| ()).unwrap();
        for site in ["7000017", "7000018"] {
            conn.execute_batch(&format!(
                "INSERT INTO site (site, company, country, program, via, status, enrolled_at)
                 VALUES ('{site}', 'C', 'DE', 'passport-advantage', 'form', 'awaiting-primary', 0);
                 INSERT INTO contact (site, type, first_name, last_name, email)
                 VALUES ('{site}', 'primary', 'Ann', 'Archer', 'ann@x.org');"
            ))
            .unwrap();
        }
        let view = ReadView { conn: &conn, at: Moment::from_seconds(1000) };
        let number = |text| SiteNumber::parse(text, "site").unwrap();
        let id = Address::parse("ann@x.org", "id").unwrap();
        let mut ann = Person {
            no: PersonNo(1),
            email: id.clone(),
            id,
            first_name: "Ann".into(),
            last_name: "Archer".into(),
            country: "DE".into(),
            operator: false,
            registered_at: Moment::from_seconds(0),
            scope: None,
        };
        let stands = |ann: &Person, site| standing(view, ann, &number(site)).unwrap().is_some();
        assert!(stands(&ann, "7000017") && stands(&ann, "7000018"));
        ann.scope = Some(Box::new(Scope { token: 1, site: number("7000017"), can: Vec::new() }));
        assert!(stands(&ann, "7000017") && !stands(&ann, "7000018"));
    }
}
