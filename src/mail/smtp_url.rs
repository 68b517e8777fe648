//! Where the mail server is and how it is spoken to: `mail.smtp.url`.
//!
//! ```text
//! smtp://host[:25]                  plain; with a name only on this machine
//! smtp+starttls://[name@]host[:587] encrypted from the second command on, or not at all
//! smtps://[name@]host[:465]         encrypted from the first byte on
//! ```
//!
//! What must hold: an address says by itself whether the connection is encrypted; nothing is tried and then done without.
//! A name goes with a password, so an address with a name is encrypted or leads to this machine.
//!
//! # What would hurt
//! A password in an address: it would be shown by whatever shows the address. It is refused without being repeated.
use crate::model::host::is_machine;
use percent_encoding::percent_decode_str;
use std::cell::Cell;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use url::SyntaxViolation::{EmbeddedCredentials, UnencodedAtSign};
use url::{Host, ParseError, Url};

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Not at all.
    Plain,
    /// From the command STARTTLS on; a server without it is not used.
    StartTls,
    /// From the first byte on.
    Tls,
}

/// A mail server, and the name to use there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpUrl {
    protection: Protection,
    user: Option<String>,
    host: String,
    port: u16,
}

impl SmtpUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// In words without a full stop, which repeat nothing of the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (protection, usual) = match text.split_once("://").map_or("", |(scheme, _)| scheme) {
            "smtp" => (Protection::Plain, 25),
            "smtp+starttls" => (Protection::StartTls, 587),
            "smtps" => (Protection::Tls, 465),
            _ => return Err("must begin with smtps://, smtp+starttls:// or smtp://".to_owned()),
        };
        let sloppy = Cell::new(false);
        let note = |what| {
            // An e-mail address as a name is written as people write it.
            sloppy.set(sloppy.get() || !matches!(what, EmbeddedCredentials | UnencodedAtSign));
        };
        let url = Url::options().syntax_violation_callback(Some(&note)).parse(text).map_err(|error| match error {
            ParseError::InvalidPort => PORT,
            _ => HOST,
        })?;
        if url.password().is_some() {
            return Err(PASSWORD.to_owned());
        }
        let user =
            text.contains('@').then(|| name(url.username()).filter(|_| !sloppy.get()).ok_or(NAME)).transpose()?;
        let is_all = url.path().is_empty() && url.query().is_none() && url.fragment().is_none() && !sloppy.get();
        let host = url.host().and_then(host).filter(|_| is_all).ok_or(HOST)?;
        // The library takes a colon without a port for no port.
        let port = url.port().unwrap_or(if text.ends_with(':') { 0 } else { usual });
        if port == 0 {
            return Err(PORT.to_owned());
        }
        let url = Self { protection, user, host, port };
        if url.user.is_some() && protection == Protection::Plain && !url.is_this_machine() {
            return Err("names somebody, and a password must not travel in the clear: \
                begin with smtps:// or smtp+starttls://, or leave the name out"
                .to_owned());
        }
        Ok(url)
    }

    /// How the connection is protected.
    pub fn protection(&self) -> Protection {
        self.protection
    }

    /// The name to sign in with, where there is one.
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// The name or address of the server, without brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Where the server listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Whether the server is on this machine whatever a name server says: `localhost`, 127.0.0.0/8 or `::1`.
    pub fn is_this_machine(&self) -> bool {
        self.host == "localhost" || self.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Display for SmtpUrl {
    /// Where the server is, without the name: `mail.example.com:587`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

const HOST: &str = "must name a host after ://, and nothing but a port after it";
const PORT: &str = "must have a port from 1 to 65535 behind the colon, and nothing after it";
const NAME: &str = "holds a name that cannot be read; write strange symbols as %40";
const PASSWORD: &str = "must not hold a password; put it into a file and name that as mail.smtp.password-file";

/// The name before the `@`, with what is written as `%40`.
fn name(text: &str) -> Option<String> {
    let name = percent_decode_str(text).decode_utf8().ok()?;
    let strange = name.chars().any(|symbol| symbol.is_control() || symbol.is_whitespace());
    (!name.is_empty() && name.len() <= 255 && !strange).then(|| name.into_owned())
}

/// A name by the rules for host names, or an address. To the library a host of these schemes is a mere text.
fn host(host: Host<&str>) -> Option<String> {
    match host {
        Host::Ipv6(address) => Some(address.to_string()),
        Host::Ipv4(address) => Some(address.to_string()),
        Host::Domain(name) => {
            let name = name.to_ascii_lowercase();
            (name.parse::<Ipv4Addr>().is_ok() || is_machine(&name)).then_some(name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Protection, SmtpUrl};

    fn read(text: &str) -> (Protection, Option<String>, String, u16) {
        let url = SmtpUrl::parse(text).unwrap_or_else(|words| panic!("{text}: {words}"));
        (url.protection(), url.user().map(str::to_owned), url.host().to_owned(), url.port())
    }

    #[test]
    fn the_scheme_says_how_and_where() {
        let (plain, starttls, tls) = (Protection::Plain, Protection::StartTls, Protection::Tls);
        let host = "mail.example.com".to_owned();
        assert_eq!(read("smtp://mail.example.com"), (plain, None, host.clone(), 25));
        assert_eq!(read("smtp://mail.example.com:2525"), (plain, None, host.clone(), 2525));
        assert_eq!(read("smtp+starttls://MAIL.example.com"), (starttls, None, host.clone(), 587));
        assert_eq!(read("smtps://pao@mail.example.com"), (tls, Some("pao".to_owned()), host.clone(), 465));
        assert_eq!(read("smtps://pao@mail.example.com:65535"), (tls, Some("pao".to_owned()), host, 65535));
    }

    #[test]
    fn a_name_may_be_an_address() {
        let (ann, host) = (Some("ann@example.com".to_owned()), "h.example".to_owned());
        assert_eq!(read("smtps://ann@example.com@h.example"), (Protection::Tls, ann.clone(), host.clone(), 465));
        assert_eq!(read("smtps://ann%40example.com@h.example"), (Protection::Tls, ann, host, 465));
        assert_eq!(read("smtps://a%3Ab@h.example").1.as_deref(), Some("a:b"));
        for bad in ["%", "%4", "%zz", "%00", "%0a", "a b", "%ff", "%+1", "a[b", ""] {
            assert!(SmtpUrl::parse(&format!("smtps://{bad}@h.example")).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn hosts_are_names_or_addresses() {
        for host in ["localhost", "a", "a-b.example", "127.0.0.1", "192.0.2.7", "1and1.example"] {
            assert_eq!(read(&format!("smtp://{host}")).2, host);
        }
        assert_eq!(read("smtp://[::1]:25"), (Protection::Plain, None, "::1".to_owned(), 25));
        assert_eq!(SmtpUrl::parse("smtps://[2001:DB8::1]").unwrap().to_string(), "[2001:db8::1]:465");
        assert_eq!(SmtpUrl::parse("smtps://pao@h.example").unwrap().to_string(), "h.example:465");
        let bad = "|.|a..b|a.|-a|a-|a_b|1.2.3|1.2.3.4.5|256.1.1.1|a.1|127.0.0.0x1|::1|[::1|[]|[a]|[::1]x|[127.0.0.1]|ä.example|a b|\
            h/|h/path|h?x|h#x|h:25/|h:25?x|h:25#x|h\n|\nh|h:25\n";
        for bad in bad.split('|') {
            assert!(SmtpUrl::parse(&format!("smtp://{bad}")).is_err(), "{bad:?}");
        }
        assert!(SmtpUrl::parse(&format!("smtp://{}", "a.".repeat(130) + "b")).is_err());
    }

    #[test]
    fn ports_are_numbers_from_one() {
        assert_eq!(read("smtp://h:1").3, 1);
        for bad in ["", "0", "65536", "+25", "-1", " 25", "25 ", "2x", "25:25"] {
            assert!(SmtpUrl::parse(&format!("smtp://h:{bad}")).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn other_schemes_are_refused() {
        for bad in ["", "h", "h:25", "smtp:h", "SMTP://h", "http://h", "smtp+tls://h", "://h", " smtp://h"] {
            assert!(SmtpUrl::parse(bad).unwrap_err().contains("smtps://"), "{bad:?}");
        }
    }

    #[test]
    fn a_password_is_refused_and_not_repeated() {
        for text in ["smtps://pao:canary@h.example", "smtps://pao:canary@x@h.example", "smtps://:canary@h.example"] {
            let words = SmtpUrl::parse(text).unwrap_err();
            assert!(words.contains("mail.smtp.password-file") && !words.contains("canary"), "{words}");
        }
        for text in [
            "canary://x",
            "smtps://h.example/canary",
            "smtps://h:canary",
            "smtp://canary@h.example",
            "smtps://canary:@@",
        ] {
            assert!(!SmtpUrl::parse(text).unwrap_err().contains("canary"), "{text}");
        }
    }

    #[test]
    fn a_name_travels_in_the_clear_on_this_machine_only() {
        for host in ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"] {
            assert!(SmtpUrl::parse(&format!("smtp://pao@{host}")).unwrap().is_this_machine(), "{host}");
        }
        for host in ["h.example", "10.0.0.1", "128.0.0.1", "localhost.example", "[::2]", "[::ffff:10.0.0.1]", "0.0.0.0"]
        {
            let words = SmtpUrl::parse(&format!("smtp://pao@{host}")).unwrap_err();
            assert!(words.contains("clear"), "{host}: {words}");
            assert!(!SmtpUrl::parse(&format!("smtp://{host}")).unwrap().is_this_machine(), "{host}");
            assert!(SmtpUrl::parse(&format!("smtp+starttls://pao@{host}")).is_ok(), "{host}");
        }
    }
}
