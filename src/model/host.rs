//! Host names and domains as they stand in the DNS (security.md, "Output and input").
//!
//! What must hold: a [`Host`] is in lower case, in its ASCII form (A-labels), and has at least two labels of letters, digits
//! and inner hyphens. Hosts are compared whole or on label borders, never by how their text begins or ends.
//!
//! # What would hurt
//! `badexample.com` ends with `example.com`. `１２７.0.0.1` becomes an address only after the conversion, and a soft hyphen
//! is gone after it: so the text is looked at before, and what became of it afterwards.
use crate::model::{Malformed, text};
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;

/// Octets of the longest name there is.
const MAX: usize = 253;
/// Octets looked at: more cannot become a name, the conversion is spared.
const MAX_TYPED: usize = 4 * MAX;

/// A fully qualified name of a machine or a domain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Host(String);

impl Host {
    /// The name that is written as `text`, converted to its ASCII form.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and what is wrong.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        judged(text).map_err(|(problem, hint)| Malformed {
            field,
            problem: problem.to_owned(),
            hint: hint.map(Into::into),
        })
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is `domain` or lies under it: `im.example.com` is under `example.com`, `badexample.com` is not.
    pub fn is_under(&self, domain: &Self) -> bool {
        self.0.strip_suffix(&domain.0).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What is wrong with a text, and what would help.
type Wrong = (&'static str, Option<&'static str>);

const LOOKS_LIKE: Option<&str> = Some("a full name looks like gateway.example.com");
const ADDRESS: Wrong = ("is an IP address, a name is needed", LOOKS_LIKE);

fn judged(text: &str) -> Result<Host, Wrong> {
    if let Some(wrong) = before_conversion(text) {
        return Err(wrong);
    }
    let Some(ascii) = ascii(text) else {
        let is_coded = |label: &str| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
        return Err(if text.split('.').any(|label| is_coded(label) && ascii(label).is_none()) {
            ("holds a part that begins with xn-- and stands for no name", Some("write the name in its own letters"))
        } else {
            (
                "is not the name of a host or domain",
                Some("each part between the dots has 1 to 63 letters, digits and inner hyphens; 253 characters in all"),
            )
        });
    };
    let Some((_, last)) = ascii.rsplit_once('.') else {
        return Err(("has only one part, a full name is needed", LOOKS_LIKE));
    };
    if is_number(last) {
        return Err(ADDRESS);
    }
    Ok(Host(ascii))
}

/// The ASCII form. Two hyphens after two letters are in use (`r3---sn-x.googlevideo.com`); behind `xn--` stands Punycode.
fn ascii(text: &str) -> Option<String> {
    let uts46 = Uts46::new();
    let ascii = uts46.to_ascii(text.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify);
    ascii.ok().map(Cow::into_owned)
}

/// What can be told better before the text is converted.
fn before_conversion(typed: &str) -> Option<Wrong> {
    let unseen = typed.chars().any(char::is_whitespace) || text::shown(typed) != typed;
    let wrong: Wrong = match typed {
        "" => ("is empty", LOOKS_LIKE),
        _ if unseen => ("holds a space or an invisible character", None),
        _ if typed.len() > MAX_TYPED => ("is longer than any host name", None),
        _ if typed.contains("://") || typed.contains('/') => ("is a URL, a name alone is needed", LOOKS_LIKE),
        _ if typed.contains('@') => ("is an e-mail address, a name alone is needed", LOOKS_LIKE),
        _ if typed.starts_with('[') || typed.matches(':').count() > 1 => ADDRESS,
        _ if typed.contains(':') => ("holds a port", Some("give the name alone; a gateway's port goes into --port")),
        _ if typed.contains('*') => ("holds a wildcard", Some("name each host or domain")),
        _ if typed.contains('_') => ("holds an underscore, which no host name has", None),
        _ if typed.ends_with('.') => ("ends with a dot", Some("leave the final dot out")),
        _ => return None,
    };
    Some(wrong)
}

/// Whether a text is the name of a machine in its ASCII form and in lower case, by however many labels: `localhost` is one.
pub fn is_machine(text: &str) -> bool {
    !text.rsplit('.').next().is_some_and(is_number) && ascii(text).is_some_and(|ascii| ascii == text)
}

/// Whether a last label makes an address of the whole, as `inet_aton` reads it: `127.0.0.1`, `10.1`, `127.0.0.0x1`.
fn is_number(label: &str) -> bool {
    let is_hex = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    label.bytes().all(|digit| digit.is_ascii_digit()) || label.strip_prefix("0x").is_some_and(is_hex)
}

#[cfg(test)]
mod tests {
    use super::Host;

    fn host(text: &str) -> Host {
        Host::parse(text, "host").unwrap_or_else(|bad| panic!("{text}: {bad}"))
    }

    fn problem(text: &str) -> String {
        let bad = Host::parse(text, "host").expect_err(text);
        assert_eq!(bad.field, "host");
        bad.problem
    }

    #[test]
    fn names_are_taken_in_lower_case() {
        for text in ["gateway.example.com", "a.b", "1and1.de", "3com.a-b.c0", "xn--bcher-kva.example", "im.corp.local"]
        {
            assert_eq!(host(text).as_str(), text);
        }
        assert_eq!(host("GateWay.Example.COM").to_string(), "gateway.example.com");
        assert_eq!(serde_json::to_string(&host("A.de")).unwrap(), "\"a.de\"");
        assert_eq!(format!("{:<5}|", host("a.de")), "a.de |");
    }

    #[test]
    fn other_scripts_become_their_ascii_form() {
        assert_eq!(host("Bücher.example"), host("XN--BCHER-KVA.example"));
        assert_eq!(host("bu\u{308}cher.example").as_str(), "xn--bcher-kva.example");
        assert_eq!(host("straße.de").as_str(), "xn--strae-oqa.de", "not strasse.de");
        assert_eq!(host("例え。テスト").as_str(), "xn--r8jz45g.xn--zckzah");
        assert_ne!(host("exаmple.com"), host("example.com"), "a Cyrillic letter");
    }

    #[test]
    fn hyphens_stand_anywhere_but_at_the_ends_of_a_label() {
        for text in [
            "br--site.netlify.app",
            "r3---sn-x.googlevideo.com",
            "a--b.example.com",
            "ab--cd.example.com",
            "gateway.br--site.example",
        ] {
            assert_eq!(host(text).as_str(), text);
        }
        assert_eq!(host("BR--Site.netlify.app").as_str(), "br--site.netlify.app");
        assert_eq!(host("bü--cher.example").as_str(), "xn--b--cher-n2a.example");
        assert_eq!(host(host("bü--cher.example").as_str()), host("bü--cher.example"));
        assert!(host("gw.br--site.netlify.app").is_under(&host("br--site.netlify.app")));
    }

    #[test]
    fn a_label_has_63_characters_and_a_name_253() {
        let label = "d".repeat(63);
        let longest = format!("{label}.{label}.{label}.{}", "e".repeat(61));
        assert_eq!(host(&longest).as_str().len(), 253);
        for text in [format!("d{label}.com"), format!("{longest}e"), "ü".repeat(63) + ".com"] {
            assert_eq!(problem(&text), "is not the name of a host or domain", "{text}");
        }
        assert_eq!(problem(&"ab.".repeat(100_000)), "is longer than any host name");
    }

    #[test]
    fn addresses_are_refused_in_every_spelling() {
        for text in [
            "127.0.0.1",
            "10.1",
            "127.0.0.0x1",
            "0x7f.0x0",
            "1.2.3.4.5",
            "example.123",
            "[::1]",
            "::1",
            "[fe80::1]:5269",
            "2001:db8::1",
            "１２７.0.0.1",
            "127。0。0。1",
            "host.４２",
            "a.0x",
            "①②⑦.0.0.①",
        ] {
            assert_eq!(problem(text), "is an IP address, a name is needed", "{text}");
        }
    }

    #[test]
    fn each_mistake_is_told_as_what_it_is() {
        for (text, wanted) in [
            ("", "is empty"),
            (" gateway.example.com", "holds a space or an invisible character"),
            ("gateway.example.com\n", "holds a space or an invisible character"),
            ("gate\u{ad}way.example.com", "holds a space or an invisible character"),
            ("gateway\u{200b}.example.com", "holds a space or an invisible character"),
            ("gateway\u{202e}.example.com", "holds a space or an invisible character"),
            ("gateway\0.example.com", "holds a space or an invisible character"),
            ("gateway.example.com\u{a0}", "holds a space or an invisible character"),
            ("https://gateway.example.com", "is a URL, a name alone is needed"),
            ("gateway.example.com/sip", "is a URL, a name alone is needed"),
            ("ann@example.com", "is an e-mail address, a name alone is needed"),
            ("gateway.example.com:5061", "holds a port"),
            ("*.example.com", "holds a wildcard"),
            ("gate_way.example.com", "holds an underscore, which no host name has"),
            ("gateway.example.com.", "ends with a dot"),
            ("localhost", "has only one part, a full name is needed"),
            ("gateway", "has only one part, a full name is needed"),
            ("gateway.xn--0.example", "holds a part that begins with xn-- and stands for no name"),
            ("XN--a.com", "holds a part that begins with xn-- and stands for no name"),
        ] {
            assert_eq!(problem(text), wanted, "{text:?}");
        }
        assert!(Host::parse("a.de:1", "host").unwrap_err().hint.unwrap().contains("--port"));
    }

    #[test]
    fn what_is_no_ldh_name_is_refused_before_and_after_the_conversion() {
        for text in [
            "gate..way.com",
            ".example.com",
            "..",
            ".",
            "-gate.example.com",
            "gate-.example.com",
            "gate way",
            "a,b.com",
            "a;b.com",
            "a'b.com",
            "$(id).com",
            "a\\b.com",
            "a%20b.com",
            "ex＿ample.com",
            "＊.example.com",
            "example.com：80",
            "example.com。",
            "xn--a.com",
            "xn--.com",
            "a.xn--bcher-kva-.de",
            "😀\u{200d}.\u{378}x",
            "xn--ab--cd.example.com",
            "xn--0.pt",
            "ab.xn--zzzzzzzzzz99999.de",
            "xn--Bcher-Kva-.example",
            "ab--.example.com",
            "--ab.example.com",
            "\u{301}a.com",
        ] {
            assert!(Host::parse(text, "host").is_err(), "{text:?}");
        }
    }

    #[test]
    fn under_is_decided_on_label_borders() {
        let under = |one: &str, other: &str| host(one).is_under(&host(other));
        assert!(under("im.example.com", "example.com") && under("example.com", "Example.com"));
        assert!(!under("badexample.com", "example.com") && !under("example.com", "im.example.com"));
        assert!(!under("example.com.evil.org", "example.com"));
    }
}
