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
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

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
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        let (protection, usual) = match scheme {
            "smtp" => (Protection::Plain, 25),
            "smtp+starttls" => (Protection::StartTls, 587),
            "smtps" => (Protection::Tls, 465),
            _ => return Err("must begin with smtps://, smtp+starttls:// or smtp://".to_owned()),
        };
        let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user), place));
        let user = user.map(name).transpose()?;
        let (host, port) = split_port(place)?;
        let host = self::host(host)?;
        let port = port.map_or(Ok(usual), self::port)?;
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

/// The name before the `@`, with what is written as `%40`.
fn name(text: &str) -> Result<String, String> {
    if text.contains(':') {
        return Err("must not hold a password; put it into a file and name that as mail.smtp.password-file".to_owned());
    }
    let wrong = || "holds a name that cannot be read; write strange symbols as %40".to_owned();
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
            let (high, low) = (digit().ok_or_else(wrong)?, digit().ok_or_else(wrong)?);
            bytes.push(u8::try_from(high * 16 + low).map_err(|_| wrong())?);
        } else {
            bytes.push(byte);
        }
    }
    let name = String::from_utf8(bytes).map_err(|_| wrong())?;
    let strange = name.chars().any(|symbol| symbol.is_control() || symbol.is_whitespace());
    if name.is_empty() || name.len() > 255 || strange { Err(wrong()) } else { Ok(name) }
}

fn split_port(place: &str) -> Result<(&str, Option<&str>), String> {
    let Some(inside) = place.strip_prefix('[') else {
        return Ok(place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))));
    };
    let wrong = || "holds an address in brackets that is none".to_owned();
    let (address, after) = inside.split_once(']').ok_or_else(wrong)?;
    address.parse::<Ipv6Addr>().map_err(|_| wrong())?;
    match after.strip_prefix(':') {
        Some(port) => Ok((address, Some(port))),
        None if after.is_empty() => Ok((address, None)),
        None => Err(wrong()),
    }
}

/// A name by the rules for host names, or an address; what the brackets held is one.
fn host(text: &str) -> Result<String, String> {
    let host = text.to_ascii_lowercase();
    if host.parse::<Ipv6Addr>().is_ok() {
        return Ok(host);
    }
    let label = |label: &str| {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (1..=63).contains(&label.len()) && label.bytes().all(plain) && !label.starts_with('-') && !label.ends_with('-')
    };
    let number = host.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    let fits = host.len() <= 253 && host.split('.').all(label);
    if fits && (!number || host.parse::<Ipv4Addr>().is_ok()) {
        Ok(host)
    } else {
        Err("must name a host after ://, and nothing but a port after it".to_owned())
    }
}

fn port(text: &str) -> Result<u16, String> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let port = text.parse().ok().filter(|port| plain && *port != 0);
    port.ok_or_else(|| "must have a port from 1 to 65535 behind the colon, and nothing after it".to_owned())
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
        for bad in ["%", "%4", "%zz", "%00", "%0a", "a b", "%ff", "%+1", ""] {
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
        let bad = "|.|a..b|a.|-a|a-|a_b|1.2.3|1.2.3.4.5|256.1.1.1|a.1|::1|[::1|[]|[a]|[::1]x|[127.0.0.1]|ä.example|a b|\
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
        for text in ["canary://x", "smtps://h.example/canary", "smtps://h:canary", "smtp://canary@h.example"] {
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
