//! The nouns, each parsed once at the edge. Pure: nothing here reads a clock, a file or a database.
pub mod access;
pub mod account;
pub mod action;
pub mod answer;
pub mod behind;
pub mod business_days;
mod calendar;
pub mod certificate;
pub mod code;
pub mod command_id;
pub mod contact;
pub mod country;
pub mod domains;
pub mod email;
pub mod encoding;
pub mod enrolment;
pub mod entitlement;
mod guesses;
pub mod guidance;
pub mod hash;
pub mod head;
pub mod host;
pub mod line;
pub mod many;
pub mod moment;
pub mod near;
pub mod nomination;
pub mod number;
pub mod password;
pub mod person;
pub mod port;
pub mod practice;
pub mod product;
pub mod provider;
pub mod provision;
pub mod secret;
pub mod security_answer;
pub mod setting;
pub mod shell;
pub mod site;
pub mod ssh_words;
pub mod standing;
mod symbols;
pub mod text;
pub mod ties;
pub mod token;
pub mod trail;
pub mod tree;
pub mod unseen;
pub mod upkeep;
pub mod waiting;
pub mod way;
pub mod when;
pub mod word;

use std::fmt;

/// Text that is not what it was given for.
#[derive(Debug, Clone, PartialEq)]
pub struct Malformed {
    /// The flag or argument it was given for, without dashes, as in `expires`.
    pub field: &'static str,
    /// What is wrong with it, as a clause: "is not an e-mail address".
    pub problem: String,
    /// What would help.
    pub hint: Option<String>,
}

impl Malformed {
    /// `field` and what is wrong with the text given for it.
    pub fn new(field: &'static str, problem: impl Into<String>) -> Self {
        Self { field, problem: problem.into(), hint: None }
    }

    /// The same with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl std::error::Error for Malformed {}

/// Text from the command line, whose field is known only to the parser of the command line.
macro_rules! from_str {
    ($($noun:ty)*) => { $(impl std::str::FromStr for $noun {
        type Err = Malformed;

        fn from_str(text: &str) -> Result<Self, Malformed> { Self::parse(text, "") }
    })* };
}
from_str!(
    email::Address site::SiteNumber country::Country
    host::Host port::Port product::Product product::Quantity provider::ProviderName provider::TermsUrl
    when::EndTime when::StartTime
);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem)
    }
}
