//! Public messaging providers: their names, their protocols, where their terms of service stand (R14).
//!
//! What must hold: the terms are the provider's own; `pao` keeps where they stand and which version somebody accepted, never
//! their text.
use crate::model::host::Host;
use crate::model::moment::Moment;
use crate::model::{Malformed, number, text};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

crate::words! {
    /// What a provider speaks.
    Protocol {
        /// SIP with SIMPLE, always over TLS.
        Sip "sip",
        /// XMPP between servers.
        Xmpp "xmpp",
    }
}

/// A provider that every new database knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub name: &'static str,
    pub protocol: Protocol,
    pub terms_url: &'static str,
    pub terms_version: &'static str,
}

/// The providers of the original form. Their version is `1`, the first this program knew: none of the pages numbers its
/// versions, and an operator who wants a date there retires the provider and adds it again.
pub const KNOWN: [Known; 3] = [
    Known { name: "aol", protocol: Protocol::Sip, terms_url: "https://legal.aol.com/TOS", terms_version: "1" },
    Known {
        name: "yahoo",
        protocol: Protocol::Sip,
        terms_url: "https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html",
        terms_version: "1",
    },
    Known {
        name: "google-talk",
        protocol: Protocol::Xmpp,
        terms_url: "https://policies.google.com/terms",
        terms_version: "1",
    },
];

/// The name of a provider, as in `--provider google-talk`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct ProviderName(#[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*[a-z0-9]$"), length(min = 2, max = 40))] String);

impl ProviderName {
    /// The name that is written as `text`.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where it is not 2 to 40 lower-case letters, digits and inner hyphens.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        text::short_name(text, field)
            .map(Self)
            .map_err(|bad| bad.hinted("`pao provider list` shows the names there are"))
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProviderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// `provider`: a public messaging provider and its terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Provider {
    pub provider: ProviderName,
    pub protocol: Protocol,
    pub terms_url: String,
    pub terms_version: String,
    /// Since when no new gateway may ask for it, and none reaches it.
    pub retired_at: Option<Moment>,
}

/// Where a provider's terms stand: an https URL of printable ASCII.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermsUrl(String);

impl TermsUrl {
    /// Characters of the longest URL taken.
    pub const MAX: usize = 200;

    /// The URL that is written as `text`: `https://`, a full host name, perhaps a port, perhaps a path and what follows it.
    ///
    /// # Errors
    /// [`Malformed`] naming `field`. Somebody else's name before the host (`https://aol.com@evil.org`) is refused too.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let refused = |problem: &str| Malformed::new(field, problem).hinted("for example https://example.com/terms");
        if text.len() > Self::MAX {
            return Err(Malformed::new(field, format!("is longer than {} characters", Self::MAX)));
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)) {
            return Err(refused("holds a character that no URL has"));
        }
        let rest = text.strip_prefix("https://").ok_or_else(|| refused("does not begin with https://"))?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
        let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
        if Host::parse(host, field).is_err() || number::whole(port, field, 1..=65535).is_err() {
            return Err(refused("names no host after https://"));
        }
        Ok(Self(text.to_owned()))
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TermsUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The version of terms that `text` names: a line of at most 40 characters, such as `2026-01` or `3.2`.
///
/// # Errors
/// [`Malformed`] naming `field`.
pub fn terms_version(text: &str, field: &'static str) -> Result<String, Malformed> {
    text::line(text, field, 40)
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, Protocol, ProviderName, TermsUrl, terms_version};

    fn problem(text: &str) -> String {
        TermsUrl::parse(text, "terms-url").expect_err(text).problem
    }

    #[test]
    fn the_three_of_a_new_database_are_what_the_contract_names_and_pass_their_own_checks() {
        let named: Vec<_> = KNOWN.iter().map(|known| (known.name, known.protocol.word())).collect();
        assert_eq!(named, [("aol", "sip"), ("yahoo", "sip"), ("google-talk", "xmpp")]);
        for known in KNOWN {
            assert_eq!(ProviderName::parse(known.name, "name").unwrap().as_str(), known.name);
            assert_eq!(TermsUrl::parse(known.terms_url, "terms-url").unwrap().as_str(), known.terms_url);
            assert_eq!(terms_version(known.terms_version, "terms-version").unwrap(), known.terms_version);
        }
    }

    #[test]
    fn protocols_are_two_words() {
        assert_eq!(Protocol::parse("xmpp", "protocol").unwrap(), Protocol::Xmpp);
        assert_eq!(Protocol::parse("SIP", "protocol").unwrap_err().problem, "must be one of sip, xmpp");
    }

    #[test]
    fn a_name_that_is_none_points_at_the_list() {
        let bad = ProviderName::parse("AOL", "provider").unwrap_err();
        assert!(bad.field == "provider" && bad.hint.unwrap().contains("pao provider list"));
    }

    #[test]
    fn https_urls_are_taken_as_they_are() {
        for url in ["https://example.com", "https://Example.com:8443/a/b.html?v=1&x=%20#top", "https://example.com?v=2"]
        {
            assert_eq!(TermsUrl::parse(url, "terms-url").unwrap().to_string(), url);
        }
        let long = |count: usize| format!("https://example.com/{}", "x".repeat(count - 20));
        assert!(TermsUrl::parse(&long(200), "terms-url").is_ok());
        assert_eq!(problem(&long(201)), "is longer than 200 characters");
    }

    #[test]
    fn every_other_url_is_refused() {
        for url in
            ["http://example.com", "HTTPS://example.com", "javascript:alert(1)", "example.com", "", "//example.com"]
        {
            assert_eq!(problem(url), "does not begin with https://", "{url}");
        }
        for url in [
            "https://",
            "https:///x",
            "https://localhost/x",
            "https://10.0.0.1/x",
            "https://aol.com@evil.org/x",
            "https://[::1]/x",
            "https://a.de:/x",
            "https://a.de:0/x",
            "https://a.de:99999/",
            "https://a_b.de/",
            "https://aol.com:x@evil.org/",
        ] {
            assert_eq!(problem(url), "names no host after https://", "{url}");
        }
        for url in [
            "https://a.de/ x",
            "https://a.de/\n",
            "https://a.de/ü",
            "https://bücher.de/",
            "https://a.de/\"",
            "https://a.de\\x",
            "https://a.de/\u{1b}[1m",
        ] {
            assert_eq!(problem(url), "holds a character that no URL has", "{url:?}");
        }
    }

    #[test]
    fn a_version_is_a_short_line() {
        assert_eq!(terms_version(" 2026-01 ", "terms-version").unwrap(), "2026-01");
        for text in ["", "a\nb", &"x".repeat(41)] {
            assert_eq!(terms_version(text, "terms-version").unwrap_err().field, "terms-version", "{text:?}");
        }
    }
}
