//! Whether a certificate will do for a host.
//!
//! What must hold: names are compared as RFC 6125 says. The names in the certificate count; its common name only where it
//! names none. A wildcard stands for exactly the first label, and at least two labels follow it.
use crate::model::Malformed;
use crate::model::certificate::name::ServerName;
use crate::model::certificate::{Certificate, Key};
use crate::model::host::Host;
use crate::model::moment::{DAY, Moment};
use std::fmt;

/// A certificate that ends within so many days is worth a word: it is when the first reminder goes out.
const SOON: i64 = 30 * DAY;
/// How many of its names a message lists.
const LISTED: usize = 3;

/// Worth saying, and no reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Providers want a certificate that an authority signed.
    SelfSigned,
    /// It fits by a wildcard.
    Wildcard(String),
    /// It ends within 30 days.
    EndsSoon(Moment),
    /// Its key is too small.
    SmallKey(Key),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SelfSigned => {
                f.write_str("the certificate is self-signed; providers want one that an authority signed")
            }
            Self::Wildcard(name) => {
                write!(f, "the certificate fits by the wildcard {name}; not every provider takes one")
            }
            Self::EndsSoon(end) => write!(f, "the certificate ends soon, at {end}"),
            Self::SmallKey(key) => {
                write!(f, "the certificate's key has only {key}; services refuse less than {}", key.kind.least())
            }
        }
    }
}

/// Why a certificate will not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is for other names.
    OtherHost {
        host: Host,
        /// The names it is for.
        names: Vec<String>,
    },
    /// Its time is over.
    Expired(Moment),
    /// Its time has not come.
    NotYetValid(Moment),
}

impl Refused {
    /// As the mistake in a field that it is.
    pub fn malformed(&self, field: &'static str) -> Malformed {
        let hint = match self {
            Self::OtherHost { .. } => "give the certificate that the gateway shows at this host, or correct --host",
            Self::Expired(_) => "have it renewed and give the new one",
            Self::NotYetValid(_) => "give the one that is valid now",
        };
        Malformed::new(field, self.to_string()).hinted(hint)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherHost { host, names } => {
                let listed: Vec<String> =
                    names.iter().take(LISTED).map(|name| name.chars().take(64).collect()).collect();
                let more = match names.len().saturating_sub(LISTED) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                write!(f, "is for {}{more}, not for {host}", listed.join(", "))
            }
            Self::Expired(end) => write!(f, "expired at {end}"),
            Self::NotYetValid(start) => write!(f, "is not valid before {start}"),
        }
    }
}

/// Whether a certificate will do for `host` at this moment, and what is worth saying if it will.
///
/// # Errors
/// [`Refused`].
pub fn judge(certificate: &Certificate, host: &Host, now: Moment) -> Result<Vec<Warning>, Refused> {
    let names = if certificate.names.is_empty() { certificate.common_name.as_slice() } else { &certificate.names };
    // A name that fits as it stands is better than a wildcard that fits too.
    let fitting = names.iter().filter_map(|name| ServerName::parse(name)).filter(|name| name.covers(host)).min();
    let Some(fitting) = fitting else {
        return Err(Refused::OtherHost { host: host.clone(), names: names.to_vec() });
    };
    if now > certificate.not_after {
        return Err(Refused::Expired(certificate.not_after));
    }
    if now < certificate.not_before {
        return Err(Refused::NotYetValid(certificate.not_before));
    }
    let soon = now.plus(SOON) > certificate.not_after;
    let warnings = [
        certificate.self_signed.then_some(Warning::SelfSigned),
        fitting.is_wildcard().then(|| Warning::Wildcard(fitting.to_string())),
        soon.then_some(Warning::EndsSoon(certificate.not_after)),
        certificate.key.filter(|key| key.is_small()).map(Warning::SmallKey),
    ];
    Ok(warnings.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::{Refused, Warning, judge};
    use crate::model::certificate::{Certificate, Key, Kind, OnRecord};
    use crate::model::host::Host;
    use crate::model::moment::{DAY, Moment};

    /// 2026-11-21T20:15:00Z.
    const NOW: Moment = Moment::from_seconds(1_795_292_100);

    fn host(text: &str) -> Host {
        Host::parse(text, "host").unwrap()
    }

    fn certificate(common_name: Option<&str>, names: &[&str]) -> Certificate {
        Certificate {
            common_name: common_name.map(Into::into),
            issuer: "Example CA".into(),
            not_before: NOW.plus(-DAY),
            not_after: NOW.plus(90 * DAY),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            key: None,
            self_signed: false,
        }
    }

    fn fits(common_name: Option<&str>, names: &[&str], wanted: &str) -> bool {
        judge(&certificate(common_name, names), &host(wanted), NOW).is_ok()
    }

    #[test]
    fn a_name_fits_its_host_alone() {
        let names = &["gateway.example.com", "im.example.com"];
        assert!(fits(None, names, "gateway.example.com") && fits(None, names, "IM.example.com"));
        for other in ["example.com", "a.gateway.example.com", "badgateway.example.com", "gateway.example.com.evil.org"]
        {
            assert!(!fits(None, names, other), "{other}");
        }
        assert!(fits(None, &["GATEWAY.example.com"], "gateway.example.com"));
    }

    #[test]
    fn the_common_name_counts_only_where_there_are_no_other_names() {
        assert!(fits(Some("gateway.example.com"), &[], "gateway.example.com"));
        assert!(!fits(Some("gateway.example.com"), &["im.example.com"], "gateway.example.com"));
        assert!(fits(Some("Ann Müller"), &["gateway.example.com"], "gateway.example.com"));
        assert!(!fits(Some("Ann Müller"), &[], "gateway.example.com"));
        assert!(fits(Some("gateway.bücher.example"), &[], "gateway.xn--bcher-kva.example"));
    }

    #[test]
    fn a_wildcard_stands_for_one_whole_first_label() {
        assert!(fits(None, &["*.example.com"], "gateway.example.com"));
        for other in ["example.com", "a.gateway.example.com", "gateway.example.org"] {
            assert!(!fits(None, &["*.example.com"], other), "{other}");
        }
        for (name, wanted) in [
            ("*.com", "example.com"),
            ("*", "example.com"),
            ("gate*.example.com", "gateway.example.com"),
            ("*way.example.com", "gateway.example.com"),
            ("gateway.*.com", "gateway.example.com"),
            ("*example.com", "gateway.example.com"),
            ("*.*.example.com", "a.gateway.example.com"),
            ("*gateway.example.com", "gateway.example.com"),
            (".example.com", "gateway.example.com"),
            ("*.0.0.1", "127.0.0.1.example.com"),
        ] {
            assert!(!fits(None, &[name], wanted), "{name}");
        }
    }

    #[test]
    fn a_wildcard_and_a_self_signed_one_are_warned_about() {
        let warnings = |names: &[&str]| judge(&certificate(None, names), &host("gateway.example.com"), NOW).unwrap();
        assert_eq!(warnings(&["*.example.com"]), [Warning::Wildcard("*.example.com".into())]);
        assert_eq!(warnings(&["*.example.com", "gateway.example.com"]), []);
        let own = Certificate { self_signed: true, ..certificate(None, &["gateway.example.com"]) };
        let said = judge(&own, &host("gateway.example.com"), NOW).unwrap();
        assert_eq!(said, [Warning::SelfSigned]);
        assert!(said[0].to_string().contains("self-signed"));
    }

    #[test]
    fn a_small_key_is_warned_about() {
        for (kind, bits, small) in [
            (Kind::Rsa, 1024, true),
            (Kind::Rsa, 2047, true),
            (Kind::Rsa, 2048, false),
            (Kind::Dsa, 1024, true),
            (Kind::Ec, 192, true),
            (Kind::Ec, 224, false),
            (Kind::Ec, 256, false),
        ] {
            let key = Key { kind, bits };
            let one = Certificate { key: Some(key), ..certificate(None, &["gateway.example.com"]) };
            let said = judge(&one, &host("gateway.example.com"), NOW).unwrap();
            assert_eq!(said, if small { vec![Warning::SmallKey(key)] } else { vec![] }, "{key}");
        }
        let said = Warning::SmallKey(Key { kind: Kind::Rsa, bits: 1024 }).to_string();
        assert_eq!(said, "the certificate's key has only 1024 bits (RSA); services refuse less than 2048");
    }

    #[test]
    fn a_certificate_is_good_from_its_first_to_its_last_second() {
        let good = certificate(None, &["gateway.example.com"]);
        let at = |now| judge(&good, &host("gateway.example.com"), now);
        assert!(at(good.not_before).is_ok() && at(good.not_after).is_ok());
        assert_eq!(at(good.not_before.plus(-1)), Err(Refused::NotYetValid(good.not_before)));
        assert_eq!(at(good.not_after.plus(1)), Err(Refused::Expired(good.not_after)));
        assert_eq!(at(good.not_after.plus(-30 * DAY)), Ok(vec![]));
        assert_eq!(at(good.not_after.plus(1 - 30 * DAY)), Ok(vec![Warning::EndsSoon(good.not_after)]));
    }

    #[test]
    fn a_refusal_says_which_names_and_dates_are_there() {
        let other = certificate(
            Some("x"),
            &["a.example.com", "b.example.com", "c.example.com", "d.example.com", "e.example.com"],
        );
        let refused = judge(&other, &host("gateway.example.com"), NOW).unwrap_err();
        let bad = refused.malformed("cert");
        assert_eq!(
            bad.to_string(),
            "cert: is for a.example.com, b.example.com, c.example.com and 2 more, not for gateway.example.com"
        );
        assert!(bad.hint.unwrap().contains("--host"));
        assert_eq!(Refused::Expired(NOW).malformed("cert").problem, "expired at 2026-11-21T20:15:00Z");
        assert_eq!(Refused::NotYetValid(NOW).malformed("cert").problem, "is not valid before 2026-11-21T20:15:00Z");
    }

    #[test]
    fn the_record_is_the_shape_of_the_contract() {
        let record = OnRecord::from(&certificate(Some("gateway.example.com"), &[]));
        assert_eq!(
            serde_json::to_string(&record).unwrap(),
            r#"{"common_name":"gateway.example.com","issuer":"Example CA","not_after":"2027-02-19T20:15:00Z"}"#
        );
    }
}
