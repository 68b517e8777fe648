//! What a parsed certificate says, as text and moments.
//!
//! What must hold: a name is taken whole or not at all. Cut or cleaned it would be another name.
use crate::model::certificate::name::ServerName;
use crate::model::certificate::parts::Parts;
use crate::model::certificate::problem::Problem;
use crate::model::certificate::{Certificate, MAX_NAME};
use crate::model::moment::Moment;
use crate::model::text;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::oid::db::rfc4519::{C, CN, DC, L, O, OU, ST, STREET};
use x509_cert::der::{Tag, Tagged};
use x509_cert::name::Name;
use x509_cert::time::Time;

/// What is kept of a certificate.
///
/// # Errors
/// [`Problem`].
pub fn certificate(parts: &Parts) -> Result<Certificate, Problem> {
    let common_name = last(&parts.subject, CN)?;
    let names: Vec<String> = parts.names.iter().map(|name| dns_name(name)).collect();
    if common_name.is_none() && names.is_empty() {
        return Err(Problem::Nameless);
    }
    if parts.issuer.is_empty() {
        return Err(Problem::Issuerless);
    }
    let issuer = match last(&parts.issuer, CN)? {
        Some(name) => name,
        None => match last(&parts.issuer, O)? {
            Some(name) => name,
            None => in_full(&parts.issuer)?,
        },
    };
    let (not_before, not_after) = (moment(parts.not_before), moment(parts.not_after));
    let (key, self_signed) = (parts.key, parts.is_own());
    Ok(Certificate { common_name, issuer, not_before, not_after, names, key, self_signed })
}

/// The most specific attribute of that kind, which stands last. A name with control characters is never cut or cleaned, it
/// would be another name then.
fn last(name: &Name, kind: ObjectIdentifier) -> Result<Option<String>, Problem> {
    let Some(found) = name.iter().filter(|attribute| attribute.oid == kind).last() else { return Ok(None) };
    let words = words(found).ok_or(Problem::BadName)?;
    if words.trim().is_empty() {
        return Ok(None);
    }
    text::line(&words, "", MAX_NAME).map(Some).map_err(|_| Problem::BadName)
}

/// A whole name in the form of RFC 4514, for one without the usual attributes. Not in the library's words: with those
/// come the names of all attributes there are, a table that the loader would have to mend at every start.
fn in_full(name: &Name) -> Result<String, Problem> {
    let parts = name.iter().map(part).collect::<Option<Vec<_>>>().ok_or(Problem::BadName)?;
    let parts: Vec<String> = parts.into_iter().rev().collect();
    text::line(&parts.join(","), "", MAX_NAME).map_err(|_| Problem::BadName)
}

fn part(attribute: &AttributeTypeAndValue) -> Option<String> {
    let known = [("CN", CN), ("L", L), ("ST", ST), ("O", O), ("OU", OU), ("C", C), ("STREET", STREET), ("DC", DC)];
    let short = known.iter().find(|(_, oid)| *oid == attribute.oid).map(|(short, _)| (*short).to_owned());
    let mut escaped = String::new();
    for c in words(attribute)?.chars() {
        if matches!(c, '\\' | ',' | '+' | '"' | '<' | '>' | ';') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Some(format!("{}={escaped}", short.unwrap_or_else(|| attribute.oid.to_string())))
}

/// The text of an attribute, in whichever of the five forms it stands that are still seen.
fn words(attribute: &AttributeTypeAndValue) -> Option<String> {
    let bytes = attribute.value.value();
    match attribute.value.tag() {
        Tag::Utf8String => String::from_utf8(bytes.to_vec()).ok(),
        Tag::PrintableString | Tag::Ia5String => bytes.is_ascii().then(|| String::from_utf8(bytes.to_vec()).ok())?,
        Tag::TeletexString => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
        Tag::BmpString => {
            let units: Vec<u16> =
                bytes.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
            String::from_utf16(&units).ok().filter(|_| bytes.len().is_multiple_of(2))
        }
        _ => None,
    }
}

/// A DNS name as hosts are compared. Some programs write other letters as they are typed, where their ASCII form belongs.
fn dns_name(bytes: &[u8]) -> String {
    let latin_1 = || bytes.iter().map(|byte| char::from(*byte)).collect();
    let typed = std::str::from_utf8(bytes).map_or_else(|_| latin_1(), str::to_owned);
    ServerName::parse(&typed).map_or_else(|| typed.to_ascii_lowercase(), |name| name.to_string())
}

fn moment(time: Time) -> Moment {
    Moment::from_seconds(i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use crate::model::certificate::made::{NOW, authority, gateway, judged, own, params, signed};
    use crate::model::certificate::{Problem, Refused, Warning, read};
    use crate::model::moment::DAY;
    use rcgen::{BasicConstraints, DnType, DnValue, IsCa, date_time_ymd};

    #[test]
    fn a_certificate_may_name_its_hosts_in_either_place_alone() {
        let only_names =
            read(signed(&params(None, &["gateway.example.com"]), &authority("Example CA", None)).der()).unwrap();
        assert_eq!(only_names.common_name, None);
        let only_common = read(own(&params(Some("gateway.example.com"), &[])).der()).unwrap();
        assert_eq!(only_common.names, [""; 0]);
        for read in [&only_names, &only_common] {
            assert!(judged(read, "gateway.example.com").is_ok());
            assert!(matches!(judged(read, "other.example.com"), Err(Refused::OtherHost { .. })));
        }
        let address = read(own(&params(None, &["192.0.2.1"])).der());
        assert_eq!(address, Err(Problem::Nameless), "an address is no name");
        assert_eq!(read(own(&params(None, &[])).der()), Err(Problem::Nameless));
        assert_eq!(read(own(&params(Some(" "), &[])).der()), Err(Problem::Nameless));
    }

    #[test]
    fn dates_and_wildcards_come_out_as_they_stand() {
        let mut old = gateway();
        old.not_after = date_time_ymd(2026, 11, 21);
        let old = read(own(&old).der()).unwrap();
        assert_eq!(judged(&old, "gateway.example.com"), Err(Refused::Expired(old.not_after)));
        let mut coming = gateway();
        coming.not_before = date_time_ymd(2026, 11, 22);
        let coming = read(own(&coming).der()).unwrap();
        assert_eq!(judged(&coming, "gateway.example.com"), Err(Refused::NotYetValid(coming.not_before)));
        let mut endless = params(None, &["*.example.com"]);
        endless.not_after = date_time_ymd(9999, 12, 31);
        let endless = read(signed(&endless, &authority("Example CA", None)).der()).unwrap();
        assert_eq!(endless.not_after.to_string(), "9999-12-31T00:00:00Z");
        assert_eq!(judged(&endless, "gateway.example.com"), Ok(vec![Warning::Wildcard("*.example.com".into())]));
        assert!(endless.not_after.seconds() > NOW.seconds() + DAY);
    }

    #[test]
    fn a_self_signed_certificate_is_known_even_where_it_calls_itself_an_authority() {
        let mut params = gateway();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let read = read(own(&params).der()).unwrap();
        assert!(read.self_signed && read.issuer == "gateway.example.com");
        assert_eq!(judged(&read, "gateway.example.com"), Ok(vec![Warning::SelfSigned]));
    }

    #[test]
    fn an_issuer_is_its_common_name_else_its_organisation_else_all_of_it() {
        let issuer = |parts: &[(DnType, &str)]| {
            let mut params = params(None, &["gateway.example.com"]);
            for (kind, text) in parts {
                params.distinguished_name.push(kind.clone(), *text);
            }
            read(own(&params).der()).map(|read| read.issuer)
        };
        let (country, organisation, name) = (DnType::CountryName, DnType::OrganizationName, DnType::CommonName);
        assert_eq!(issuer(&[(organisation.clone(), "Thawte"), (name, "CA")]).as_deref(), Ok("CA"));
        assert_eq!(
            issuer(&[(country.clone(), "ZA"), (organisation, "Müller & Söhne")]).as_deref(),
            Ok("Müller & Söhne")
        );
        assert_eq!(issuer(&[(country, "ZA"), (DnType::LocalityName, "Durban")]).as_deref(), Ok("L=Durban,C=ZA"));
        let other = DnType::CustomDnType(vec![1, 2, 840, 113_549, 1, 9, 1]);
        let odd = issuer(&[(DnType::LocalityName, "Durban, ZA"), (other, "ca@example.com")]);
        assert_eq!(odd.as_deref(), Ok(r"1.2.840.113549.1.9.1=ca@example.com,L=Durban\, ZA"));
        assert_eq!(issuer(&[]), Err(Problem::Issuerless));
    }

    #[test]
    fn names_are_kept_as_they_are_or_refused_but_never_cleaned() {
        let read_name = |name: &str| {
            let mut params = params(None, &["gateway.example.com"]);
            params.distinguished_name.push(DnType::CommonName, name);
            read(own(&params).der()).map(|read| read.common_name.unwrap())
        };
        for name in ["Ärger & Söhne GmbH", "株式会社", "\"quoted\", O=x", "=1+1", "<b>", "x".repeat(200).as_str()]
        {
            assert_eq!(read_name(name).as_deref(), Ok(name));
        }
        for name in [
            "gateway.example.com\0.evil.org",
            "gateway\nexample",
            "\u{1b}[2Jx",
            "a\u{202e}b",
            "a\u{200b}b",
            "\u{7f}",
            "x".repeat(201).as_str(),
        ] {
            assert_eq!(read_name(name), Err(Problem::BadName), "{name:?}");
        }
    }

    #[test]
    fn every_form_of_text_is_read() {
        let read_name = |value: DnValue| {
            let mut params = params(None, &["gateway.example.com"]);
            params.distinguished_name.push(DnType::CommonName, value);
            read(own(&params).der()).map(|read| read.common_name.unwrap())
        };
        assert_eq!(read_name(DnValue::BmpString("Grüße Ω".try_into().unwrap())).as_deref(), Ok("Grüße Ω"));
        assert_eq!(read_name(DnValue::PrintableString("Plain".try_into().unwrap())).as_deref(), Ok("Plain"));
        assert_eq!(read_name(DnValue::Ia5String("a@b".try_into().unwrap())).as_deref(), Ok("a@b"));
        assert_eq!(read_name(DnValue::TeletexString("Tele".try_into().unwrap())).as_deref(), Ok("Tele"));
        assert!(read_name(DnValue::UniversalString("U".try_into().unwrap())).is_err(), "seen nowhere");
    }

    #[test]
    fn the_most_specific_common_name_counts() {
        let mut params = params(Some("Example Corp"), &[]);
        params.distinguished_name.push(DnType::CustomDnType(vec![2, 5, 4, 3]), "gateway.example.com");
        assert_eq!(read(own(&params).der()).unwrap().common_name.as_deref(), Some("gateway.example.com"));
    }
}
