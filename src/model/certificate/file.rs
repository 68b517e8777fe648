//! Files in which somebody says there is a certificate: PEM or DER, one or a chain in any order.
//!
//! What must hold: nothing is read beyond 256 KiB, and one certificate comes out or a [`Problem`] that says why not. What
//! programs do to a PEM file on its way (UTF-16, indented or quoted lines, other labels) is undone.
//!
//! # Secrets
//! A private key that was handed in stays with the caller, who wipes what it read; what is made of it here is wiped as well.
use crate::model::certificate::Certificate;
use crate::model::certificate::fields::certificate;
use crate::model::certificate::parts::Parts;
use crate::model::certificate::pem::{blocks, plain};
use crate::model::certificate::problem::Problem;
use crate::model::encoding::Encoding;
use x509_cert::name::Name;
use zeroize::Zeroizing;

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
    let mut chain = Vec::new();
    match take(&mut chain, bytes) {
        // Text, as far as that can be told.
        Err(Problem::Rubbish) => {}
        done => return done.and_then(|()| certificate(&leaf(chain)?)),
    }
    let text = Zeroizing::new(Encoding::of(bytes).to_utf8(bytes).map_err(|_| Problem::Garbled)?.into_owned());
    let text = Zeroizing::new(String::from_utf8_lossy(&text).into_owned());
    let pem = plain(&text);
    certificate(&leaf(blocks(&pem)?)?)
}

/// Adds the certificates that stand one behind the other in DER. What is none of them ends it, but a private key.
pub(super) fn take(chain: &mut Vec<Parts>, der: &[u8]) -> Result<(), Problem> {
    let (mut parts, mut rest) = Parts::read(der)?;
    loop {
        if !chain.contains(&parts) {
            chain.push(parts);
        }
        (parts, rest) = match Parts::read(rest) {
            Ok(next) => next,
            Err(Problem::PrivateKey) => return Err(Problem::PrivateKey),
            Err(_) => return Ok(()),
        };
    }
}

/// The certificate that issued none of the others; where several did not, the one that may not issue any.
fn leaf(mut chain: Vec<Parts>) -> Result<Parts, Problem> {
    if chain.len() > MAX_CHAIN {
        return Err(Problem::Several);
    }
    if chain.len() > 1 {
        let issuers: Vec<Name> = chain.iter().filter(|one| !one.is_own()).map(|one| one.issuer.clone()).collect();
        chain.retain(|one| !issuers.contains(&one.subject));
    }
    if chain.len() > 1 {
        chain.retain(|one| !one.is_own() && !one.is_authority);
    }
    match chain.pop() {
        Some(leaf) if chain.is_empty() => Ok(leaf),
        _ => Err(Problem::Several),
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, read};
    use crate::model::certificate::made::{NOW, authority, gateway, judged, own, params, signed};
    use crate::model::certificate::{Certificate, Key, Kind, Problem};
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
            key: Some(Key { kind: Kind::Ec, bits: 256 }),
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
        for text in [
            "hello",
            "MIT licence",
            "-----BEGIN X-----\nMAA=\n-----END X-----",
            "-----BEGIN ",
            "\u{30}\u{0}",
            "0000 3082 0122",
        ] {
            assert_eq!(read(text.as_bytes()), Err(Problem::Rubbish), "{text}");
        }
    }

    #[test]
    fn what_is_nearly_a_certificate_is_told_as_that() {
        let made = own(&gateway());
        let (bytes, pem) = (made.der().to_vec(), made.pem());
        assert_eq!(read(&bytes[..bytes.len() / 2]), Err(Problem::BreaksOff));
        assert_eq!(read(&pem.as_bytes()[..pem.len() / 2]), Err(Problem::BreaksOff));
        for inside in ["", "!!!\n", "MAAwAA==\n", "hello\n"] {
            let text = format!("-----BEGIN CERTIFICATE-----\n{inside}-----END CERTIFICATE-----");
            assert_eq!(read(text.as_bytes()), Err(Problem::Garbled), "{text}");
        }
        let at = |part: &[u8]| bytes.windows(part.len()).position(|window| window == part).unwrap();
        let changed = |part: &[u8], by: &[u8]| {
            let mut changed = bytes.clone();
            let at = at(part);
            changed[at..at + by.len()].copy_from_slice(by);
            read(&changed)
        };
        // A month 99, and lengths that lead out of the file.
        assert_eq!(changed(b"260101000000Z", b"269901"), Err(Problem::Unreadable("period of validity")));
        assert_eq!(changed(&[6, 3, 0x55, 0x1d, 0x11], &[6, 99]), Err(Problem::Unreadable("extensions")));
        assert_eq!(changed(&[0x82, 19], &[0x82, 99]), Err(Problem::Unreadable("alternative names")));
        let said = Problem::Unreadable("extensions").malformed("cert");
        assert_eq!(said.to_string(), "cert: the file is a certificate, but its extensions cannot be read");
        assert!(said.hint.unwrap().contains("--cert-cn and --cert-issuer"));
    }

    #[test]
    fn what_stands_behind_a_certificate_says_nothing_unless_it_is_another_or_a_key() {
        let (root, other) = (authority("Root", None), authority("Other", None));
        let leaf = signed(&gateway(), &root);
        let (leaf_der, key) = (leaf.der().to_vec(), KeyPair::generate().unwrap().serialize_der());
        let with = |behind: &[u8]| read(&[leaf_der.as_slice(), behind].concat());
        for behind in [b"\r\n".as_slice(), b"\0\0", b"x", &[0x30, 0], &[0x30, 0x80]] {
            assert_eq!(with(behind), read(&leaf_der), "{behind:02x?}");
        }
        assert_eq!(with(root.der()), read(&leaf_der), "its chain");
        assert_eq!(read(&[root.der(), leaf_der.as_slice()].concat()), read(&leaf_der), "its chain, turned round");
        assert_eq!(with(signed(&gateway(), &other).der()), Err(Problem::Several));
        assert_eq!(with(&key), Err(Problem::PrivateKey));
        assert_eq!(read(&[key.as_slice(), b"\r\n"].concat()), Err(Problem::PrivateKey));
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
