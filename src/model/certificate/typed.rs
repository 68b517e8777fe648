//! What a certificate says where somebody typed it instead of giving the file.
use crate::model::certificate::name::ServerName;
use crate::model::certificate::{MAX_NAME, OnRecord, Warning};
use crate::model::host::Host;
use crate::model::{Malformed, text};

/// Common name and issuer as somebody typed them (`--cert-cn`, `--cert-issuer`), and what is worth saying.
///
/// # Errors
/// [`Malformed`] for `cert-cn` where it is no host name or wildcard, or another host's; for `cert-issuer` where it is no line
/// of text.
pub fn typed(common_name: &str, issuer: &str, host: &Host) -> Result<(OnRecord, Vec<Warning>), Malformed> {
    const CN: &str = "cert-cn";
    let name = ServerName::parse(common_name).ok_or_else(|| {
        let wrong = Host::parse(common_name.strip_prefix("*.").unwrap_or(common_name), CN);
        wrong.err().unwrap_or_else(|| Malformed::new(CN, "is not the name of a host"))
    })?;
    if !name.covers(host) {
        return Err(Malformed::new(CN, format!("{name} is not the name of {host}"))
            .hinted("if the certificate names the host elsewhere, give it with --cert FILE"));
    }
    let issuer = text::line(issuer, "cert-issuer", MAX_NAME)?;
    let is_own = matches!(issuer.to_lowercase().as_str(), "self-signed" | "self signed" | "selfsigned" | "self")
        || ServerName::parse(&issuer).is_some_and(|issuer| issuer == name);
    let warnings =
        [is_own.then_some(Warning::SelfSigned), name.is_wildcard().then(|| Warning::Wildcard(name.to_string()))];
    let record = OnRecord { common_name: Some(name.to_string()), issuer, not_after: None };
    Ok((record, warnings.into_iter().flatten().collect()))
}

#[cfg(test)]
mod tests {
    use super::typed;
    use crate::model::certificate::{OnRecord, Warning};
    use crate::model::host::Host;

    fn host(text: &str) -> Host {
        Host::parse(text, "host").unwrap()
    }

    #[test]
    fn typed_names_are_judged_by_the_same_rule() {
        let gateway = host("gateway.example.com");
        let (record, warnings) = typed("Gateway.Example.COM", " VeriSign ", &gateway).unwrap();
        let wanted =
            OnRecord { common_name: Some("gateway.example.com".into()), issuer: "VeriSign".into(), not_after: None };
        assert_eq!((record, warnings), (wanted, vec![]));
        let (record, warnings) = typed("*.example.com", "Self-signed", &gateway).unwrap();
        assert_eq!(record.common_name.as_deref(), Some("*.example.com"));
        assert_eq!(warnings, [Warning::SelfSigned, Warning::Wildcard("*.example.com".into())]);
        assert_eq!(typed("gateway.example.com", "gateway.example.com", &gateway).unwrap().1, [Warning::SelfSigned]);
    }

    #[test]
    fn typed_names_that_do_not_fit_name_their_field() {
        let gateway = host("gateway.example.com");
        let bad = |cn: &str, issuer: &str| typed(cn, issuer, &gateway).unwrap_err();
        assert_eq!(
            bad("im.example.com", "VeriSign").to_string(),
            "cert-cn: im.example.com is not the name of gateway.example.com"
        );
        for cn in [
            "",
            "gateway",
            "*.com",
            "*",
            "gate*.example.com",
            "gateway.example.com\n",
            "CN=gateway.example.com",
            "\"gateway.example.com\"",
        ] {
            assert_eq!(bad(cn, "VeriSign").field, "cert-cn", "{cn:?}");
        }
        for issuer in ["", "Veri\nSign", "Veri\u{202e}Sign", "\u{1b}[31m", &"x".repeat(201)] {
            assert_eq!(bad("gateway.example.com", issuer).field, "cert-issuer", "{issuer:?}");
        }
        assert_eq!(
            typed("gateway.example.com", "O=\"Müller & Söhne\", C=DE", &gateway).unwrap().0.issuer,
            "O=\"Müller & Söhne\", C=DE"
        );
    }
}
