//! Who stands behind a call (service.md): the user whose process it is, the owner of a shared registry, or a guest, whom sudo or sshd
//! let in as its user.
//!
//! What must hold: guests are kept apart by what sudo and sshd say of them, which nobody can set who could not do worse.
use crate::model::Malformed;
use std::net::IpAddr;

/// Who stands behind a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Behind {
    /// Nobody but the user whose process it is.
    #[default]
    Personal,
    /// The owner of the registry of this machine: root, or its user with nobody behind it. With the uid of who became root, for the record.
    Owner { by: Option<u32> },
    /// Somebody who does not own the file that they work on.
    Guest(Guest),
    /// It cannot be told: the marks of sudo and sshd contradict each other.
    Unknown,
}

/// Somebody whom sudo or sshd let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guest {
    /// By a key whose line has this name, from this address.
    Ssh { name: CallerName, from: String },
    /// By sudo, as this uid.
    Sudo { uid: u32 },
}

impl Behind {
    /// The guest, if one is behind it.
    pub const fn guest(&self) -> Option<&Guest> {
        match self {
            Self::Guest(guest) => Some(guest),
            Self::Personal | Self::Owner { .. } | Self::Unknown => None,
        }
    }

    /// What the trail of a shared registry calls it.
    pub fn via(&self) -> String {
        match self {
            Self::Guest(guest) => guest.caller(),
            Self::Owner { by: Some(uid) } => format!("owner:{uid}"),
            // Whoever could open it owns it.
            Self::Owner { by: None } | Self::Personal | Self::Unknown => "owner".to_owned(),
        }
    }
}

impl Guest {
    /// By what their calls are recognised: `ssh:NAME` or `sudo:UID`.
    pub fn caller(&self) -> String {
        match self {
            Self::Ssh { name, .. } => format!("ssh:{}", name.0),
            Self::Sudo { uid } => format!("sudo:{uid}"),
        }
    }

    /// Where their calls come from, for counting what they do without a sign-in: keys cost nothing, addresses and users do.
    pub fn source(&self) -> String {
        match self {
            Self::Sudo { uid } => format!("sudo:{uid}"),
            Self::Ssh { from, .. } => match from.parse() {
                // Whoever has one address of version 6 has its whole network.
                Ok(IpAddr::V6(address)) => format!("ssh:{:x?}", &address.segments()[..4]),
                _ => format!("ssh:{from}"),
            },
        }
    }
}

/// Whom the trail of a shared registry names, as in `ssh:ann`, `sudo:1001`, `owner` or `owner:1000`.
///
/// # Errors
/// [`Malformed`].
pub fn parse_via(text: &str) -> Result<String, Malformed> {
    let uid = |text: &str| text.parse::<u32>().is_ok();
    let good = match text.split_once(':') {
        Some(("ssh", name)) => CallerName::parse(name).is_ok(),
        Some(("sudo" | "owner", number)) => uid(number),
        _ => text == "owner",
    };
    if good { Ok(text.to_owned()) } else { Err(Malformed::new("via", "must be as in ssh:NAME, sudo:1001 or owner")) }
}

/// How a line of sshd's list of keys names its caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallerName(String);

impl CallerName {
    /// Parses a name: 1 to 80 of letters, digits, `. _ @ + / : = -`.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._@+/:=-".contains(c);
        if (1..=80).contains(&text.len()) && text.chars().all(plain) {
            return Ok(Self(text.to_owned()));
        }
        Err(Malformed::new("caller", "must have 1 to 80 letters, digits and . _ @ + / : = -"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Behind, CallerName, Guest};

    fn ssh(from: &str) -> Guest {
        Guest::Ssh { name: CallerName::parse("ann").unwrap(), from: from.to_owned() }
    }

    #[test]
    fn callers_are_told_apart_by_key_or_user_and_counted_by_address_or_user() {
        let sudo = Guest::Sudo { uid: 1001 };
        assert_eq!((sudo.caller(), sudo.source()), ("sudo:1001".to_owned(), "sudo:1001".to_owned()));
        assert_eq!(ssh("192.0.2.1").caller(), "ssh:ann");
        assert_ne!(ssh("192.0.2.1").source(), ssh("192.0.2.2").source());
        assert_eq!(ssh("2001:db8::1").source(), ssh("2001:db8:0:0:ffff::2").source());
        assert_ne!(ssh("2001:db8::1").source(), ssh("2001:db8:0:1::1").source());
        assert_eq!(Behind::Owner { by: Some(1000) }.via(), "owner:1000");
    }

    #[test]
    fn names_are_plain() {
        for good in ["a", "SHA256:abc+/=", &"x".repeat(80)] {
            assert!(CallerName::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "a b", "a\nb", "a'b", "\u{e4}", &"x".repeat(81)] {
            assert!(CallerName::parse(bad).is_err(), "{bad}");
        }
    }
}
