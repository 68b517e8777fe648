//! A line of an import of sites: what the enrolment form of one of them says.
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::site::{Program, SiteNumber, Via};

/// One line, once every value in it is good.
#[derive(Debug)]
pub struct EnrolmentLine {
    /// None where the registry is to choose the number: then the site is always a new one.
    pub number: Option<SiteNumber>,
    pub company: String,
    pub country: Country,
    /// None is the default for a new site, and says nothing about one that is there; via and agreement likewise.
    pub program: Option<Program>,
    pub via: Option<Via>,
    pub agreement: Option<String>,
    pub primary_first_name: String,
    pub primary_last_name: String,
    pub primary_email: Address,
    /// For a new site only: later it is the Primary Contact's.
    pub phone: Option<String>,
}
