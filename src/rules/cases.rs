//! People and sites for the tables of cases under each rule. Tests only.
use crate::model::access::{Levels, Role};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::model::standing::{ContactOfRecord, Grant, Person, SiteFacts, Standing};

pub fn person(id: &str) -> Person {
    let id = Address::parse(id, "id").unwrap();
    Person {
        no: PersonNo(1),
        email: id.clone(),
        id,
        first_name: "Ann".into(),
        last_name: "Archer".into(),
        country: "DE".into(),
        operator: false,
        registered_at: Moment::from_seconds(0),
        scope: None,
    }
}

/// `person` at site 7000017, whose Primary Contact of record is `ann@x.org`.
pub fn standing(person: Person, status: SiteStatus, role: Option<&str>) -> Standing {
    let grant = role.map(|role| Role::parse(role, "role").unwrap()).map(|role| Grant {
        role,
        levels: Levels::default_for(role),
        granted_by: None,
        granted_at: Moment::from_seconds(0),
        expires_at: None,
        note: None,
    });
    let primary = ContactOfRecord {
        first_name: "Ann".into(),
        last_name: "Archer".into(),
        email: Address::parse("ann@x.org", "email").unwrap(),
    };
    let site = SiteNumber::parse("7000017", "site").unwrap();
    Standing { person, site: SiteFacts { site, company: "Example Corp".into(), status, primary }, grant }
}
