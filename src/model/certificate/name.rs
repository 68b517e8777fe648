//! The names for which a certificate is good, compared as RFC 6125 says.
//!
//! What must hold: a wildcard stands for exactly the first label, and at least two labels follow it.
use crate::model::host::Host;
use std::fmt;

/// A name for which a certificate is good.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ServerName {
    /// This host.
    Exact(Host),
    /// Every host one label below.
    Below(Host),
}

impl ServerName {
    /// Nothing where it is the name of no host. What follows `*.` has two labels or more, as every [`Host`] has.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("*.") {
            Some(rest) => Host::parse(rest, "").ok().map(Self::Below),
            None => Host::parse(text, "").ok().map(Self::Exact),
        }
    }

    pub fn covers(&self, host: &Host) -> bool {
        match self {
            Self::Exact(name) => name == host,
            Self::Below(name) => host.as_str().split_once('.').is_some_and(|(_, rest)| rest == name.as_str()),
        }
    }

    pub const fn is_wildcard(&self) -> bool {
        matches!(self, Self::Below(_))
    }
}

impl fmt::Display for ServerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(name) => write!(f, "{name}"),
            Self::Below(name) => write!(f, "*.{name}"),
        }
    }
}
