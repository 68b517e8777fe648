//! How the nouns of the model stand in columns.
//!
//! What must hold: a column that holds a word outside its enumeration is damage, never a default.
use crate::model::access::{Levels, Role};
use crate::model::contact::ContactType;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::nomination::NominationStatus;
use crate::model::person::PersonNo;
use crate::model::product::Product;
use crate::model::provider::{Protocol, ProviderName};
use crate::model::provision::RequestStatus;
use crate::model::site::{Program, SiteNumber, SiteStatus, Via};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Result, Row};

macro_rules! column {
    ($type:ty, $to:expr, $from:expr) => {
        impl ToSql for $type {
            fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
                let to: fn(&$type) -> ToSqlOutput<'_> = $to;
                Ok(to(self))
            }
        }
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let from: fn(ValueRef<'_>) -> FromSqlResult<$type> = $from;
                from(value)
            }
        }
    };
}

fn number(value: i64) -> ToSqlOutput<'static> {
    ToSqlOutput::from(value)
}

fn text(value: &str) -> ToSqlOutput<'_> {
    ToSqlOutput::from(value)
}

column!(Moment, |moment| number(moment.seconds()), |value| value.as_i64().map(Moment::from_seconds));
column!(PersonNo, |person| number(person.0), |value| value.as_i64().map(PersonNo));
column!(SiteNumber, |site| text(site.as_str()), |value| SiteNumber::parse(value.as_str()?, "site").map_err(broken));
column!(Address, |address| text(address.as_str()), |value| value.as_str().map(Address::stored));
column!(Role, |role| text(role.word()), |value| Role::parse(value.as_str()?, "access.role").map_err(broken));
column!(SiteStatus, |status| text(status.word()), |value| SiteStatus::parse(value.as_str()?, "site.status")
    .map_err(broken));
column!(Program, |program| text(program.word()), |value| Program::parse(value.as_str()?, "site.program")
    .map_err(broken));
column!(Product, |product| text(product.as_str()), |value| Product::parse(value.as_str()?, "entitlement.product")
    .map_err(broken));
column!(ProviderName, |name| text(name.as_str()), |value| ProviderName::parse(value.as_str()?, "provider.provider")
    .map_err(broken));
column!(Protocol, |word| text(word.word()), |value| Protocol::parse(value.as_str()?, "provider.protocol")
    .map_err(broken));
column!(RequestStatus, |word| text(word.word()), |value| RequestStatus::parse(value.as_str()?, "provision.status")
    .map_err(broken));
column!(Via, |via| text(via.word()), |value| Via::parse(value.as_str()?, "site.via").map_err(broken));
column!(ContactType, |kind| text(kind.word()), |value| ContactType::parse(value.as_str()?, "contact.type")
    .map_err(broken));
column!(NominationStatus, |status| text(status.word()), |value| {
    NominationStatus::parse(value.as_str()?, "nomination.status").map_err(broken)
});

fn broken(bad: crate::model::Malformed) -> FromSqlError {
    FromSqlError::Other(bad.to_string().into())
}

/// The six ranks that begin at column `first`, in the order of the table.
pub fn levels(row: &Row<'_>, first: usize) -> Result<Levels> {
    let mut ranks = [0_i64; 6];
    for (offset, rank) in ranks.iter_mut().enumerate() {
        *rank = row.get(first + offset)?;
    }
    Levels::from_ranks(ranks).ok_or_else(|| {
        let words = format!("access: no such levels: {ranks:?}");
        rusqlite::Error::FromSqlConversionFailure(first, rusqlite::types::Type::Integer, words.into())
    })
}
