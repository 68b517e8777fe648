//! The settings that live in the database, each with its default and what is acceptable.
//!
//! What must hold: a value that stands in the database was judged here. `mail.*` is the file owner's business, since
//! whoever redirects the letters could come in as anybody (security.md).
use crate::model::Malformed;
use crate::model::business_days::Holidays;
use crate::model::email::Address;
use crate::model::host::Host;
use crate::model::text;
use std::net::{Ipv4Addr, Ipv6Addr};

/// Whom people are to ask, in words that hold wherever nobody has said it better: the default of `care.contact`. Hints that
/// say it are shown with the setting instead.
pub const CARE: &str = "the vendor's customer care";

crate::words! {
    /// One setting.
    Setting {
        /// Whom every letter says to ask.
        CareContact "care.contact",
        /// What people type in the place of `pao`: `ssh -t pao@licences.vendor.example`.
        CareReach "care.reach",
        /// The fingerprint of the key by which the machine at `care.reach` is known.
        CareHostKey "care.host-key",
        MailTransport "mail.transport",
        /// An address, or a name and an address: `Name <address>`.
        MailFrom "mail.from",
        /// How a mail server is greeted; the domain of `mail.from` where it is not set.
        MailHelo "mail.helo",
        MailSpool "mail.spool",
        MailSmtpUrl "mail.smtp.url",
        MailSmtpPasswordFile "mail.smtp.password-file",
        /// The one authority that is trusted, where it is not a public one.
        MailSmtpCaFile "mail.smtp.ca-file",
        /// Where `maintain` mails the head of the audit trail.
        MailAuditTo "mail.audit-to",
        WelcomePasscodeDays "policy.welcome-passcode-days",
        PasswordMin "policy.password-min",
        Holidays "policy.holidays",
        SecondariesWarn "policy.secondaries-warn",
        /// By which way operators are let in: `sudo` alone, or `any`.
        ServiceOperators "service.operators",
    }
}

impl Setting {
    /// What holds while nobody has set it.
    pub const fn default(self) -> Option<&'static str> {
        match self {
            Setting::CareContact => Some(CARE),
            Setting::MailTransport => Some("spool"),
            Setting::MailFrom => Some("pao@localhost"),
            Setting::WelcomePasscodeDays => Some("30"),
            Setting::PasswordMin => Some("15"),
            Setting::SecondariesWarn => Some("4"),
            Setting::ServiceOperators => Some("sudo"),
            Setting::CareReach
            | Setting::CareHostKey
            | Setting::MailSpool
            | Setting::MailHelo
            | Setting::MailSmtpUrl
            | Setting::MailSmtpPasswordFile
            | Setting::MailSmtpCaFile
            | Setting::MailAuditTo
            | Setting::Holidays => None,
        }
    }

    /// What it is for, in a few words.
    pub const fn meaning(self) -> &'static str {
        match self {
            Setting::CareContact => "whom every letter says to ask",
            Setting::CareReach => "what people type in the place of pao, as in ssh -t pao@licences.vendor.example",
            Setting::CareHostKey => "the fingerprint that ssh shows them the first time",
            Setting::MailTransport => "how letters travel: spool, smtp, sendmail or off",
            Setting::MailFrom => "the sender of every letter",
            Setting::MailHelo => "how a mail server is greeted",
            Setting::MailSpool => "the folder of the spool",
            Setting::MailSmtpUrl => "the mail server",
            Setting::MailSmtpPasswordFile => "the file with its password",
            Setting::MailSmtpCaFile => "the file with the one authority that is trusted",
            Setting::MailAuditTo => "where the head of the audit trail is mailed",
            Setting::WelcomePasscodeDays => "for how many days the passcode of a Welcome letter is good",
            Setting::PasswordMin => "how many characters a password has at least",
            Setting::Holidays => "days that are no business days",
            Setting::SecondariesWarn => "from how many Secondary Contacts on there is a warning",
            Setting::ServiceOperators => "how operators come to a shared registry: by sudo alone, or any way",
        }
    }

    /// Whether only the owner of the file may set it.
    pub const fn is_the_owners(self) -> bool {
        matches!(
            self,
            Setting::CareReach
                | Setting::CareHostKey
                | Setting::ServiceOperators
                | Setting::MailTransport
                | Setting::MailFrom
                | Setting::MailHelo
                | Setting::MailSpool
                | Setting::MailSmtpUrl
                | Setting::MailSmtpPasswordFile
                | Setting::MailSmtpCaFile
                | Setting::MailAuditTo
        )
    }

    /// Judges a value and gives the form in which it is kept.
    ///
    /// # Errors
    /// [`Malformed`] for the field `value`.
    pub fn judge(self, text: &str) -> Result<String, Malformed> {
        match self {
            Setting::CareContact => text::line(text, "value", 200),
            Setting::CareReach => typed(text),
            Setting::CareHostKey => fingerprint(text),
            Setting::ServiceOperators => one_of(text, &["sudo", "any"]),
            Setting::MailTransport => one_of(text, &["spool", "smtp", "sendmail", "off"]),
            Setting::MailFrom => sender(text),
            Setting::MailHelo => greeting(text),
            Setting::MailAuditTo => Ok(Address::parse_new(text, "value")?.as_str().to_owned()),
            Setting::MailSpool | Setting::MailSmtpPasswordFile | Setting::MailSmtpCaFile => absolute(text),
            Setting::MailSmtpUrl => text::line(text, "value", 300),
            Setting::WelcomePasscodeDays => number(text, 1, 90),
            Setting::PasswordMin => number(text, 15, 64),
            Setting::SecondariesWarn => number(text, 1, 20),
            Setting::Holidays => Ok(Holidays::parse(text, "value")?.to_string()),
        }
    }
}

/// Words that people type as they stand, in any shell: nothing in them means anything else there.
fn typed(text: &str) -> Result<String, Malformed> {
    let text = text::line(text, "value", 200)?;
    if text.chars().all(|c| c.is_ascii_alphanumeric() || " @._:/=+-".contains(c)) {
        return Ok(text);
    }
    Err(Malformed::new("value", "must be words of letters, digits and @ . _ : / = + -")
        .hinted("as in: ssh -t pao@licences.vendor.example"))
}

/// The fingerprint of a key as ssh shows it: `SHA256:` and 43 symbols of base64.
fn fingerprint(text: &str) -> Result<String, Malformed> {
    if is_fingerprint(text) {
        return Ok(text.to_owned());
    }
    Err(Malformed::new("value", "must be a fingerprint: SHA256: and 43 symbols")
        .hinted("`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` prints it"))
}

/// Whether this is how ssh writes the fingerprint of a key.
pub fn is_fingerprint(text: &str) -> bool {
    let base64 = |c: char| c.is_ascii_alphanumeric() || c == '+' || c == '/';
    text.strip_prefix("SHA256:").is_some_and(|hash| hash.len() == 43 && hash.chars().all(base64))
}

/// An address, or `Name <address>`; the name may stand in quotes.
fn sender(text: &str) -> Result<String, Malformed> {
    let Some((name, address)) = text.trim().strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) else {
        return Ok(Address::parse_new(text, "value")?.as_str().to_owned());
    };
    let (name, address) = (name.trim(), Address::parse_new(address.trim(), "value")?);
    if name.is_empty() {
        return Ok(address.as_str().to_owned());
    }
    let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
    let name = text::line(name, "value", 100)?;
    if name.contains(['<', '>', '"', '\\']) {
        return Err(Malformed::new(
            "value",
            "holds a name with one of < > \" \\, which a mail header gives a meaning to",
        )
        .hinted("a name and an address look like: Example Registry <pao@vendor.example>"));
    }
    Ok(format!("{name} <{address}>"))
}

/// How a mail server may be greeted (RFC 5321, 4.1.1.1): the full name of this machine, or its address in brackets.
fn greeting(text: &str) -> Result<String, Malformed> {
    let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return Ok(Host::parse(text, "value")?.as_str().to_owned());
    };
    let wrong = || {
        Malformed::new("value", "holds an address in brackets that is none")
            .hinted("an address is written like [192.0.2.1] or [IPv6:2001:db8::1]")
    };
    match inside.get(..5).filter(|tag| tag.eq_ignore_ascii_case("IPv6:")) {
        Some(_) => Ok(format!("[IPv6:{}]", inside[5..].parse::<Ipv6Addr>().map_err(|_| wrong())?)),
        None => Ok(format!("[{}]", inside.parse::<Ipv4Addr>().map_err(|_| wrong())?)),
    }
}

fn one_of(text: &str, words: &[&str]) -> Result<String, Malformed> {
    if words.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(Malformed::new("value", format!("must be one of {}", words.join(", "))))
}

fn number(text: &str, least: i64, most: i64) -> Result<String, Malformed> {
    match text.parse::<i64>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number.to_string()),
        _ => Err(Malformed::new("value", format!("must be a whole number from {least} to {most}"))),
    }
}

/// A path that means the same wherever a command is run.
fn absolute(text: &str) -> Result<String, Malformed> {
    let text = text::line(text, "value", 1000)?;
    if text.starts_with('/') { Ok(text) } else { Err(Malformed::new("value", "must be an absolute path")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_acceptable() {
        for setting in Setting::ALL {
            if let Some(value) = setting.default().filter(|_| *setting != Setting::MailFrom) {
                assert_eq!(setting.judge(value).as_deref(), Ok(value), "{setting}");
            }
        }
    }

    #[test]
    fn values_outside_their_range_are_refused() {
        for (setting, good, bad) in [
            (Setting::WelcomePasscodeDays, "90", "91"),
            (Setting::WelcomePasscodeDays, "1", "0"),
            (Setting::PasswordMin, "64", "14"),
            (Setting::SecondariesWarn, "20", "21"),
            (Setting::MailTransport, "off", "pigeon"),
            (Setting::MailSpool, "/var/spool/pao", "spool"),
            (Setting::MailAuditTo, "audit@vendor.example", "nobody"),
            (Setting::CareContact, "care@vendor.example, +1 555 0100", "\u{1b}[2J"),
            (Setting::Holidays, "2026-12-25,2027-01-01", "Christmas"),
            (Setting::CareReach, "ssh -t pao@licences.vendor.example", "ssh $HOST"),
            (Setting::CareHostKey, "SHA256:0123456789abcdefghijABCDEFGHIJ0123456789abc", "SHA256:short"),
            (Setting::ServiceOperators, "any", "ssh"),
        ] {
            assert!(setting.judge(good).is_ok(), "{setting} {good}");
            assert_eq!(setting.judge(bad).map_err(|bad| bad.field), Err("value"), "{setting} {bad}");
        }
    }

    #[test]
    fn whatever_leads_people_or_letters_elsewhere_is_the_owners() {
        let owners = ["mail.", "care.reach", "care.host-key", "service."];
        for setting in Setting::ALL {
            let owned = owners.iter().any(|begun| setting.word().starts_with(begun));
            assert_eq!(setting.is_the_owners(), owned, "{setting}");
        }
    }
}
