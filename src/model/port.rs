//! The port at which a gateway listens.
use crate::model::provider::Protocol;
use crate::model::{Malformed, number};
use serde::Serialize;
use std::fmt;

/// A TCP port, 1 to 65535.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Port(u16);

impl Port {
    /// SIP over TLS.
    pub const SIP: Self = Self(5061);
    /// XMPP between servers.
    pub const XMPP: Self = Self(5269);

    /// The port that is written as `text`, in digits only.
    ///
    /// # Errors
    /// [`Malformed`] naming `field`.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let refused = |bad: Malformed| bad.hinted("usual ports are 5061 (SIP over TLS) and 5269 (XMPP)");
        let number = number::whole(text, field, 1..=65535).map_err(refused)?;
        u16::try_from(number).map(Self).map_err(|_| Malformed::new(field, "is not a port"))
    }

    /// What a form proposes: the port of XMPP where every provider wanted speaks it, otherwise the one of SIP.
    pub fn default_for(protocols: &[Protocol]) -> Self {
        let only_xmpp = !protocols.is_empty() && protocols.iter().all(|protocol| *protocol == Protocol::Xmpp);
        if only_xmpp { Self::XMPP } else { Self::SIP }
    }

    /// Its number.
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Port;
    use crate::model::provider::Protocol::{Sip, Xmpp};

    #[test]
    fn a_port_is_1_to_65535_in_plain_digits() {
        for (text, wanted) in [("1", 1), ("5061", 5061), ("65535", 65535)] {
            assert_eq!(Port::parse(text, "port").unwrap().number(), wanted);
        }
        for text in ["0", "65536", "-1", "+5061", "5269abc", " 5269 ", "05061", "５０６１", "", "1e3", "4294972357"]
        {
            let bad = Port::parse(text, "port").unwrap_err();
            assert_eq!(bad.to_string(), "port: is not a whole number from 1 to 65535", "{text:?}");
        }
        assert_eq!(
            (Port::SIP.to_string(), serde_json::to_string(&Port::XMPP).unwrap()),
            ("5061".into(), "5269".into())
        );
    }

    #[test]
    fn the_port_proposed_follows_the_providers() {
        assert_eq!(Port::default_for(&[]), Port::SIP);
        assert_eq!([Port::default_for(&[Sip]), Port::default_for(&[Sip, Xmpp])], [Port::SIP, Port::SIP]);
        assert_eq!([Port::default_for(&[Xmpp]), Port::default_for(&[Xmpp, Xmpp])], [Port::XMPP, Port::XMPP]);
    }
}
