//! Files in which somebody says there is a certificate: PEM or DER, one or a chain in any order.
//!
//! What must hold: nothing is read beyond 256 KiB, and one certificate comes out or a [`Problem`] that says why not.
//!
//! # Secrets
//! A private key that was handed in stays with the caller, who wipes what it read.
use crate::model::certificate::Certificate;
use crate::model::certificate::fields::{certificate, is_own};
use crate::model::certificate::problem::{Problem, shape};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use x509_cert::der::Decode;
use x509_cert::ext::pkix::BasicConstraints;
use x509_cert::name::Name;

/// Bytes of the largest file read: a long chain has a tenth of it.
pub const MAX_BYTES: usize = 256 * 1024;
/// Certificates of the longest chain taken: servers send three or four.
const MAX_CHAIN: usize = 32;

/// The certificate in a file: the only one, or the server's of a chain in any order.
///
/// # Errors
/// [`Problem`].
pub fn read(bytes: &[u8]) -> Result<Certificate, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::TooLarge);
    }
    if bytes.trim_ascii().is_empty() {
        return Err(Problem::Empty);
    }
    if let Ok(parsed) = x509_cert::Certificate::from_der(bytes) {
        return certificate(&parsed);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes); // a byte-order mark
    let labels = labels(text);
    if labels.is_empty() { Err(shape(bytes)) } else { certificate(&leaf(chain(text, &labels)?)?) }
}

/// What the blocks of a PEM file call themselves.
fn labels(bytes: &[u8]) -> Vec<&[u8]> {
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r'));
    lines.filter_map(|line| line.trim_ascii().strip_prefix(b"-----BEGIN ")?.strip_suffix(b"-----")).collect()
}

/// The certificates of a PEM file, each once. A private key beside them is refused all the same: it was not to be given.
fn chain(bytes: &[u8], labels: &[&[u8]]) -> Result<Vec<x509_cert::Certificate>, Problem> {
    let has = |part: &[u8]| labels.iter().any(|label| label.windows(part.len()).any(|window| window == part));
    if has(b"PRIVATE KEY") {
        return Err(Problem::PrivateKey);
    }
    let mut chain = Vec::new();
    for block in CertificateDer::pem_slice_iter(bytes) {
        let block = block.map_err(|_| Problem::Rubbish)?;
        let parsed = x509_cert::Certificate::from_der(&block).map_err(|_| shape(&block))?;
        if !chain.contains(&parsed) {
            chain.push(parsed);
        }
    }
    match chain.len() {
        0 if has(b"CERTIFICATE REQUEST") => Err(Problem::Request),
        0 if has(b"PKCS7") || has(b"CMS") => Err(Problem::Pkcs7),
        0 if has(b"PUBLIC KEY") => Err(Problem::PublicKey),
        0 => Err(Problem::Rubbish),
        1..=MAX_CHAIN => Ok(chain),
        _ => Err(Problem::Several),
    }
}

/// The certificate that issued none of the others; where several did not, the one that may not issue any.
fn leaf(mut chain: Vec<x509_cert::Certificate>) -> Result<x509_cert::Certificate, Problem> {
    if chain.len() > 1 {
        let issuers: Vec<Name> =
            chain.iter().filter(|one| !is_own(one)).map(|one| one.tbs_certificate().issuer().clone()).collect();
        chain.retain(|one| !issuers.contains(one.tbs_certificate().subject()));
    }
    if chain.len() > 1 {
        chain.retain(|one| !is_own(one) && !is_authority(one));
    }
    match chain.pop() {
        Some(leaf) if chain.is_empty() => Ok(leaf),
        _ => Err(Problem::Several),
    }
}

/// Whether it says that it may issue others.
fn is_authority(parsed: &x509_cert::Certificate) -> bool {
    let constraints = parsed.tbs_certificate().get_extension::<BasicConstraints>();
    matches!(constraints, Ok(Some((_, BasicConstraints { ca: true, .. }))))
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, read};
    use crate::model::certificate::made::{NOW, authority, gateway, judged, own, params, signed};
    use crate::model::certificate::{Certificate, Problem};
    use crate::model::moment::Moment;
    use rcgen::{Issuer, KeyPair};

    #[test]
    fn a_certificate_is_read_from_pem_and_from_der() {
        let made = signed(&gateway(), &authority("Example CA", None));
        let wanted = Certificate {
            common_name: Some("gateway.example.com".into()),
            issuer: "Example CA".into(),
            not_before: Moment::parse_start("2026-01-01", "", NOW).unwrap(),
            not_after: Moment::parse_start("2027-12-31", "", NOW).unwrap(),
            names: vec!["gateway.example.com".into(), "im.example.com".into()],
            self_signed: false,
        };
        let pem = made.pem();
        let windows = format!("\u{feff}{}", pem.replace('\n', "\r\n"));
        let described = format!("0 s:CN=gateway\n   i:CN=Example CA\n{pem}---\nServer certificate\n");
        for file in [made.der().to_vec(), pem.clone().into(), windows.into(), described.into(), pem.trim_end().into()] {
            assert_eq!(read(&file), Ok(wanted.clone()));
        }
        assert_eq!(judged(&wanted, "im.example.com"), Ok(vec![]));
        assert!(judged(&wanted, "mail.example.com").unwrap_err().to_string().contains("not for mail.example.com"));
    }

    #[test]
    fn the_gateways_certificate_is_found_in_a_chain_in_any_order() {
        let root = authority("Root", None);
        let middle = authority("Middle", Some(&root));
        let leaf = signed(&gateway(), &middle);
        let (root, middle, leaf) = (root.pem(), middle.pem(), leaf.pem());
        for chain in [
            [&leaf, &middle, &root].as_slice(),
            &[&root, &middle, &leaf],
            &[&middle, &leaf, &root],
            &[&leaf, &middle],
            &[&middle, &leaf],
            &[&root, &leaf],
            &[&leaf, &leaf],
        ] {
            let file: String = chain.iter().copied().map(String::as_str).collect();
            let read = read(file.as_bytes()).unwrap();
            assert_eq!((read.common_name.as_deref(), read.issuer.as_str()), (Some("gateway.example.com"), "Middle"));
        }
    }

    #[test]
    fn a_chain_with_gaps_or_without_marks_still_leads_to_the_gateway() {
        let root = authority("Root", None);
        let (unmarked, key) = (params(Some("Unmarked"), &[]), KeyPair::generate().unwrap());
        let middle = unmarked.signed_by(&key, &root).unwrap();
        let leaf = gateway().signed_by(&KeyPair::generate().unwrap(), &Issuer::new(unmarked, key)).unwrap();
        let stray = authority("Stray", Some(&root));
        for chain in [[middle.pem(), leaf.pem()], [stray.pem(), leaf.pem()], [leaf.pem(), stray.pem()]] {
            assert_eq!(read(chain.concat().as_bytes()).unwrap().issuer, "Unmarked");
        }
    }

    #[test]
    fn at_most_32_certificates() {
        let root = authority("Root", None);
        let chain = |authorities: u32| {
            let above = (0..authorities).map(|n| authority(&format!("CA {n}"), None).pem());
            above.chain([signed(&gateway(), &root).pem()]).collect::<String>()
        };
        assert!(read(chain(31).as_bytes()).is_ok());
        assert_eq!(read(chain(32).as_bytes()), Err(Problem::Several));
    }

    #[test]
    fn several_that_could_be_meant_are_refused() {
        let root = authority("Root", None);
        let one = || signed(&gateway(), &root).pem();
        assert_eq!(read([one(), one(), root.pem()].concat().as_bytes()), Err(Problem::Several));
        let own = || own(&gateway()).pem();
        assert_eq!(read([own(), own()].concat().as_bytes()), Err(Problem::Several));
        let other_root = authority("Other Root", None);
        assert_eq!(read([root.pem(), other_root.pem()].concat().as_bytes()), Err(Problem::Several));
    }

    #[test]
    fn rubbish_is_refused_wherever_it_begins() {
        let made = own(&gateway());
        let (bytes, pem) = (made.der().to_vec(), made.pem());
        for (size, problem) in [(0, Problem::Empty), (MAX_BYTES + 1, Problem::TooLarge), (MAX_BYTES, Problem::Rubbish)]
        {
            assert_eq!(read(&vec![b'x'; size]), Err(problem), "{size}");
        }
        assert_eq!(read(b" \n\t\r\n"), Err(Problem::Empty));
        for cut in 1..bytes.len() {
            assert!(read(&bytes[..cut]).is_err(), "{cut}");
        }
        for cut in 1..pem.trim_end().len() - 5 {
            assert!(read(&pem.as_bytes()[..cut]).is_err(), "{cut}");
        }
        assert_eq!(read(&[bytes.as_slice(), b"x"].concat()), Err(Problem::Rubbish), "something follows");
        for text in [
            "hello",
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\nMAAwAA==\n-----END CERTIFICATE-----",
            "-----BEGIN X-----\nMAA=\n-----END X-----",
            "-----BEGIN ",
            "\u{30}\u{0}",
        ] {
            assert_eq!(read(text.as_bytes()), Err(Problem::Rubbish), "{text}");
        }
    }

    #[test]
    fn no_byte_changed_in_a_certificate_makes_the_reader_fall() {
        let bytes = signed(&gateway(), &authority("Example CA", None)).der().to_vec();
        let outcomes: Vec<bool> = (0..bytes.len())
            .flat_map(|at| [0x00, 0x01, 0x80, 0xFF].map(|flip| (at, flip)))
            .map(|(at, flip)| {
                let mut changed = bytes.clone();
                changed[at] ^= flip;
                read(&changed).is_ok()
            })
            .collect();
        assert!(outcomes.contains(&true) && outcomes.contains(&false));
    }
}
