//! The community domains that a gateway exposes.
//!
//! What must hold: each is a [`Host`] and stands there once. Who else holds a domain is for the store to say.
use crate::model::Malformed;
use crate::model::host::Host;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;

/// Domains that one gateway may expose.
pub const MAX_DOMAINS: usize = 50;

/// The community domains that a gateway exposes: 1 to 50, each once, in the order typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Domains(Vec<Host>);

impl Domains {
    /// The domains in `typed`: a flag given several times, each with one or more of them, separated by commas, semicolons
    /// or spaces.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and the domain it is about.
    pub fn parse(typed: &[impl AsRef<str>], field: &'static str) -> Result<Self, Malformed> {
        let is_border = |c: char| matches!(c, ',' | ';') || c.is_ascii_whitespace();
        let words = || typed.iter().flat_map(|text| text.as_ref().split(is_border)).filter(|word| !word.is_empty());
        match words().take(MAX_DOMAINS + 1).count() {
            0 => {
                return Err(
                    Malformed::new(field, "is empty, at least one domain is needed").hinted("for example example.com")
                );
            }
            1..=MAX_DOMAINS => {}
            _ => return Err(Malformed::new(field, format!("names more than {MAX_DOMAINS} domains"))),
        }
        let (mut domains, mut seen) = (Vec::new(), BTreeSet::new());
        for word in words() {
            let domain = Host::parse(word, field).map_err(|bad| named(bad, word))?;
            if !seen.insert(domain.clone()) {
                return Err(Malformed::new(field, format!("names {domain} twice")));
            }
            domains.push(domain);
        }
        Ok(Self(domains))
    }

    /// The domains.
    pub fn as_slice(&self) -> &[Host] {
        &self.0
    }
}

impl fmt::Display for Domains {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(Host::as_str).collect();
        f.pad(&names.join(", "))
    }
}

/// The same with the word it is about, cut where it is too long to be read.
fn named(mut bad: Malformed, word: &str) -> Malformed {
    let cut: String = word.chars().take(64).collect();
    let dots = if cut.len() < word.len() { "…" } else { "" };
    bad.problem = format!("`{cut}{dots}` {}", bad.problem);
    bad
}

#[cfg(test)]
mod tests {
    use super::Domains;
    use crate::model::host::Host;

    #[test]
    fn domains_come_from_repeated_flags_commas_semicolons_and_spaces() {
        let domains =
            Domains::parse(&["b.example.com, a.example.com;c.de", " Bücher.example\tx.y \n"], "domain").unwrap();
        assert_eq!(domains.to_string(), "b.example.com, a.example.com, c.de, xn--bcher-kva.example, x.y");
        assert_eq!(domains.as_slice()[1], Host::parse("a.example.com", "domain").unwrap());
        assert_eq!(
            serde_json::to_string(&Domains::parse(&["b.de", "a.de"], "domain").unwrap()).unwrap(),
            r#"["b.de","a.de"]"#
        );
    }

    #[test]
    fn a_bad_domain_is_named() {
        let problem = |typed: &[&str]| Domains::parse(typed, "domain").unwrap_err().problem;
        assert_eq!(problem(&["a.de,b_c.de"]), "`b_c.de` holds an underscore, which no host name has");
        assert_eq!(problem(&["a.de", "*.b.de"]), "`*.b.de` holds a wildcard");
        assert_eq!(problem(&["10.0.0.1"]), "`10.0.0.1` is an IP address, a name is needed");
        assert_eq!(problem(&["a.de", "b.de", "A.DE"]), "names a.de twice");
        assert_eq!(problem(&["bücher.de;xn--bcher-kva.de"]), "names xn--bcher-kva.de twice");
        assert!(problem(&[&format!("{}.de", "x".repeat(64))]).starts_with(&format!("`{}…` is not", "x".repeat(64))));
        for typed in [&[][..], &[""], &[" ,; ", ","]] {
            assert_eq!(problem(typed), "is empty, at least one domain is needed");
        }
    }

    #[test]
    fn at_most_50_domains() {
        let many = |count: usize| (0..count).map(|n| format!("d{n}.example.com")).collect::<Vec<_>>();
        assert_eq!(Domains::parse(&many(50), "domain").unwrap().as_slice().len(), 50);
        assert_eq!(Domains::parse(&many(51), "domain").unwrap_err().problem, "names more than 50 domains");
        assert_eq!(Domains::parse(&[many(51).join(",")], "domain").unwrap_err().problem, "names more than 50 domains");
    }
}
