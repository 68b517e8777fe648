//! How the values of a command line are read, where their type alone does not say it.
//!
//! What must hold: a value that the command line alone can judge is judged here, by the parser, before the file is opened; so
//! nobody is told to sign in first who mistyped something. The parser knows the field, and these do not name it.
use crate::model::Malformed;
use crate::model::access::{Privilege, Role};
use crate::model::behind::CallerName;
use crate::model::domains::Domains;
use crate::model::email::Address;
use crate::model::near;
use crate::model::number::whole;
use crate::model::provider::ProviderName;
use crate::model::text;
use crate::model::when::parse_days;

/// One line of text.
///
/// # Errors
/// As [`text::line`].
pub fn line<const MOST: usize>(text: &str) -> Result<String, Malformed> {
    text::line(text, "", MOST)
}

/// How a key's line names its caller.
///
/// # Errors
/// As [`CallerName::parse`].
pub fn caller_name(text: &str) -> Result<CallerName, Malformed> {
    CallerName::parse(text)
}

/// An address that nobody has had to give before.
///
/// # Errors
/// As [`Address::parse_new`].
pub fn new_address(text: &str) -> Result<Address, Malformed> {
    Address::parse_new(text, "")
}

/// A role that can be given.
///
/// # Errors
/// [`Malformed`], with what was meant.
pub fn role(text: &str) -> Result<Role, Malformed> {
    let bad = || Malformed::new("", "must be one of secondary, user");
    match Role::parse(text, "") {
        Ok(role @ (Role::Secondary | Role::User)) => Ok(role),
        Ok(Role::Primary) => {
            Err(bad().hinted("the Primary Contact hands the site over with `pao contact set-primary`"))
        }
        Err(_) => Err(near::question(text, ["secondary", "user"]).into_iter().fold(bad(), Malformed::hinted)),
    }
}

/// A level of one privilege.
pub fn level(privilege: Privilege) -> impl Fn(&str) -> Result<i64, Malformed> + Clone + Send + Sync + 'static {
    move |text| privilege.parse_level(text)
}

/// The number of something that `field` says.
pub fn number(field: &'static str) -> impl Fn(&str) -> Result<i64, Malformed> + Clone + Send + Sync + 'static {
    move |text| whole(text, field, 1..=u32::MAX).map(i64::from)
}

/// A whole number up to a limit.
pub fn count(most: u64) -> impl Fn(&str) -> Result<u64, Malformed> + Clone + Send + Sync + 'static {
    move |text| {
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        number.ok_or_else(|| Malformed::new("", format!("must be a whole number from 1 to {most}")))
    }
}

/// A length of time, in seconds.
///
/// # Errors
/// As [`parse_days`].
pub fn span(text: &str) -> Result<i64, Malformed> {
    parse_days(text, "")
}

/// Domains, as they were typed; how many there are and whether one is named twice is judged over all of them.
///
/// # Errors
/// As [`Domains::parse`].
pub fn domains(text: &str) -> Result<String, Malformed> {
    Domains::parse(&[text], "").map(|_| text.to_owned())
}

/// Names of providers, as they were typed; which there are stands in the database.
///
/// # Errors
/// As [`ProviderName::parse`].
pub fn providers(text: &str) -> Result<String, Malformed> {
    provider_names(text).try_for_each(|word| ProviderName::parse(word, "").map(drop)).map(|()| text.to_owned())
}

/// The words of such a text.
pub fn provider_names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| matches!(c, ',' | ';') || c.is_ascii_whitespace()).filter(|word| !word.is_empty())
}
