//! E-mail addresses, which are also the IDs of people.
//!
//! What must hold: ASCII, lower case, at most 80 characters, one `@`, a domain of LDH labels; nothing that a mail header,
//! a shell, an option parser or a pattern could take for something else (security.md, "Output and input").
//!
//! # Compatibility
//! The grammar of RFC 5321 allows more (quoted local parts, address literals, comments). Nobody has such an address, and
//! each of them has been a hole somewhere.
use crate::model::Malformed;
use email_address::{EmailAddress, Options};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// Characters of the longest address taken (product.md, "Words").
pub const MAX: usize = 80;
/// Characters that headers, quoting, lists, routes and patterns give a meaning to.
const REFUSED: &[char] = &['\\', ':', '"', ';', ',', '<', '>', '(', ')', '*'];

/// Signs besides letters and digits that may stand before the `@` of a new address.
const TAKEN: &[char] = &['.', '_', '+', '-', '\'', '=', '/'];

/// An e-mail address in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Address(#[schemars(regex(pattern = "^[^@]+@[^@]+$"), length(max = 80))] String);

impl Address {
    /// The address that is written as `text`, in lower case.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and what is wrong.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        if let Some(bad) = foreign(text, field) {
            return Err(bad);
        }
        // By now every character is one byte of printable ASCII.
        if text.len() > MAX {
            return Err(Malformed::new(field, format!("has {} characters, an address has at most {MAX}", text.len())));
        }
        let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
        let domain = text.rsplit_once('@').map_or("", |(_, domain)| domain);
        if text.starts_with('-')
            || text.contains(REFUSED)
            || EmailAddress::parse_with_options(text, options).is_err()
            || !is_domain(domain)
        {
            return Err(
                Malformed::new(field, "is not an e-mail address").hinted("an address looks like ann@example.com")
            );
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// An address that nobody has here yet: of letters, digits and `. _ + - ' = /` before the `@`, no other sign of a shell, a
    /// mail header or a file name (product.md, "ID"). Older ones stay as they are.
    ///
    /// # Errors
    /// As [`Address::parse`]; names the sign that is not taken.
    pub fn parse_new(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let address = Self::parse(text, field)?;
        let local = address.0.split('@').next().unwrap_or_default();
        match local.chars().find(|sign| !sign.is_ascii_alphanumeric() && !TAKEN.contains(sign)) {
            None => Ok(address),
            Some(sign) => Err(Malformed::new(field, format!("holds {sign} before the @, which new addresses may not"))
                .hinted("letters, digits and . _ + - ' = / are taken before the @")),
        }
    }

    /// An address that was judged when it came in and has been kept since: a list of many is not judged anew.
    pub fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a text that is not printable ASCII without spaces.
fn foreign(text: &str, field: &'static str) -> Option<Malformed> {
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some(Malformed::new(field, "holds a space or a control character, an e-mail address holds neither"));
    }
    if text.is_ascii() {
        return None;
    }
    let bad = Malformed::new(field, "holds a character outside ASCII");
    let only_domain = text.rsplit_once('@').is_some_and(|(local, _)| local.is_ascii());
    Some(if only_domain {
        bad.hinted("write the domain in its ASCII form, which begins with xn--")
    } else {
        bad.hinted("only addresses of ASCII letters, digits and signs can be used here")
    })
}

/// At least two labels of letters, digits and inner hyphens, at most 63 characters each, the last not all digits.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top_is_number = domain.rsplit('.').next().is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
    domain.contains('.') && domain.split('.').all(is_label) && !top_is_number
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, is_domain};

    fn problem(text: &str) -> String {
        let bad = Address::parse(text, "email").expect_err(text);
        assert_eq!(bad.field, "email");
        assert!(!text.contains('@') || !bad.problem.contains(text), "{bad:?}");
        bad.problem
    }

    #[test]
    fn ordinary_addresses_are_taken_in_lower_case() {
        for text in
            ["ann@example.com", "o'brien+pao@mail.example.co.uk", "a_b-c.d%e!f@xn--bcher-kva.example", "x@1and1.de"]
        {
            assert_eq!(Address::parse(text, "id").unwrap().as_str(), text);
        }
        let ann = Address::parse("Ann.Lee@Example.COM", "id").unwrap();
        assert_eq!(
            (ann.to_string().as_str(), serde_json::to_string(&ann).unwrap().as_str()),
            ("ann.lee@example.com", "\"ann.lee@example.com\"")
        );
        assert_eq!(format!("{:<9}|", Address::parse("a@b.de", "id").unwrap()), "a@b.de   |");
    }

    #[test]
    fn new_addresses_hold_no_sign_of_a_shell() {
        for text in ["ann@example.com", "o'brien+pao@example.com", "a_b-c.d=e/f@example.com"] {
            assert_eq!(Address::parse_new(text, "email").unwrap().as_str(), text);
        }
        for sign in "!#$%&?^`{|}~".chars() {
            let text = format!("o{sign}x@example.com");
            assert!(Address::parse(&text, "id").is_ok(), "an ID of before stays one: {text}");
            let bad = Address::parse_new(&text, "email").unwrap_err();
            assert!(bad.problem.starts_with(&format!("holds {sign} before")), "{bad:?}");
        }
    }

    #[test]
    fn at_most_80_characters() {
        let address = |domain: usize| format!("ann@{}.example.com", "d".repeat(domain));
        assert_eq!(address(64).len(), 80);
        assert!(Address::parse(&address(64), "id").is_err(), "a label of 64");
        let long = |local: usize| format!("{}@example.com", "a".repeat(local));
        assert!(Address::parse(&long(64), "id").is_ok(), "76 characters, 64 before the @");
        let long = |local: usize| format!("{}@sub.example.com", "a".repeat(local));
        assert!(Address::parse(&long(64), "id").is_ok(), "80 characters");
        assert_eq!(
            problem(&format!("{}@subs.example.com", "a".repeat(64))),
            "has 81 characters, an address has at most 80"
        );
        assert_eq!(problem(&format!("{}@e.com", "a".repeat(65))), "is not an e-mail address", "65 before the @");
    }

    #[test]
    fn what_could_be_taken_for_something_else_is_refused() {
        for text in [
            "-ann@example.com",
            "an..n@example.com",
            "ann@example..com",
            "ann@-example.com",
            "ann@example-.com",
            "ann@exa_mple.com",
        ] {
            assert_eq!(problem(text), "is not an e-mail address", "{text}");
        }
        for sign in super::REFUSED {
            assert_eq!(problem(&format!("an{sign}n@example.com")), "is not an e-mail address", "{sign}");
        }
        for text in [
            "ann",
            "@example.com",
            "ann@",
            "ann@localhost",
            "ann@example.com.",
            "ann@.example.com",
            "ann@[127.0.0.1]",
            "ann@127.0.0.1",
            "ann@example.123",
            "\"ann\"@example.com",
            "Ann<ann@example.com>",
            "a@b@example.com",
            ".ann@example.com",
            "ann.@example.com",
            "",
        ] {
            assert_eq!(problem(text), "is not an e-mail address", "{text}");
        }
    }

    #[test]
    fn a_domain_has_ldh_labels() {
        let label = "d".repeat(63);
        for domain in ["example.com", "a.b-c.xn--p1ai", "1and1.de", &format!("{label}.com")] {
            assert!(is_domain(domain), "{domain}");
        }
        let rubbish = [
            "com",
            "",
            ".",
            "a..com",
            "-a.com",
            "a-.com",
            "a_b.com",
            "é.com",
            "a.com.",
            "a.1",
            &format!("d{label}.com"),
        ];
        for domain in rubbish {
            assert!(!is_domain(domain), "{domain}");
        }
    }

    #[test]
    fn spaces_and_control_characters_are_told_as_such() {
        for text in [
            " ann@example.com",
            "ann@example.com\r\nBcc: x@example.com",
            "an\tn@example.com",
            "ann@exam\u{a0}ple.com",
            "ann\u{9b}@example.com",
        ] {
            assert!(problem(text).contains("a space or a control character"), "{text:?}");
        }
    }

    #[test]
    fn a_domain_outside_ascii_gets_a_hint() {
        let hint = |text| Address::parse(text, "email").unwrap_err().hint.unwrap();
        assert!(hint("ann@bücher.example").contains("xn--"));
        assert!(!hint("änn@example.com").contains("xn--"));
        assert!(problem("ann@exаmple.com").contains("outside ASCII"), "a Cyrillic letter");
    }
}
