//! Files in which there is no certificate, told as what they are.
//!
//! # Secrets
//! A private key that was handed in by mistake is known by its label or its outermost shape and never decoded; no message
//! repeats any of it.
use crate::model::Malformed;
use std::fmt;
use x509_cert::der::asn1::AnyRef;
use x509_cert::der::{Decode, Header, Reader, SliceReader, Tag, Tagged};

/// Why no certificate came out of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    Empty,
    TooLarge,
    PrivateKey,
    Request,
    Pkcs12,
    Pkcs7,
    PublicKey,
    /// Several certificates, none or more than one of which is the server's.
    Several,
    Nameless,
    /// The issuer has no name at all.
    Issuerless,
    /// A name or an issuer that is no line of text.
    BadName,
    /// This part of a certificate is not written as it should be.
    Unreadable(&'static str),
    /// Only the beginning of a certificate is there.
    BreaksOff,
    /// Something stands where a certificate should, and is none.
    Garbled,
    Rubbish,
}

impl Problem {
    /// As the mistake in a field that it is.
    pub fn malformed(self, field: &'static str) -> Malformed {
        Malformed::new(field, self.to_string()).hinted(self.hint())
    }

    /// What would help.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Empty | Self::Rubbish | Self::TooLarge | Self::PublicKey => {
                "a certificate is a file of the form PEM (-----BEGIN CERTIFICATE-----) or DER; without one, --cert-cn and --cert-issuer take its names"
            }
            Self::BreaksOff | Self::Garbled => {
                "have the file made or copied again, or give the names in it with --cert-cn and --cert-issuer"
            }
            Self::Unreadable(_) => "give the names in it with --cert-cn and --cert-issuer",
            Self::PrivateKey => {
                "give the certificate alone, often a .crt or .pem file; a private key never leaves the gateway"
            }
            Self::Request => "give the certificate that the authority made from it",
            Self::Pkcs12 => "take the certificate out of it: openssl pkcs12 -in FILE -nokeys -clcerts -out gateway.pem",
            Self::Pkcs7 => "take the certificates out of it: openssl pkcs7 -in FILE -print_certs -out gateway.pem",
            Self::Several => "give a file with the gateway's certificate alone, or with the chain that leads from it",
            Self::Nameless | Self::Issuerless => {
                "have one made for the gateway's host name, or give its names with --cert-cn and --cert-issuer"
            }
            Self::BadName => {
                "have it made again with names that are plain text, or give them with --cert-cn and --cert-issuer"
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable(part) => return write!(f, "the file is a certificate, but its {part} cannot be read"),
            Self::BreaksOff => "the file breaks off in the middle of a certificate",
            Self::Garbled => "the file has the form of a certificate, but what it holds cannot be decoded",
            Self::Empty => "the file is empty",
            Self::TooLarge => "the file is larger than 256 KiB",
            Self::PrivateKey => "the file holds a private key",
            Self::Request => "the file is a request for a certificate, not a certificate",
            Self::Pkcs12 => "the file is a key store (PKCS#12), not a certificate",
            Self::Pkcs7 => "the file is a bundle (PKCS#7), not a certificate",
            Self::PublicKey => "the file is a public key, not a certificate",
            Self::Several => "the file holds several certificates, and it is not clear which one is the gateway's",
            Self::Nameless => "the certificate names no host: it has neither a common name nor DNS names",
            Self::Issuerless => "the certificate does not say who issued it",
            Self::BadName => "the certificate has a name that is no plain line of text",
            Self::Rubbish => "the file is not a certificate",
        })
    }
}

/// What a file in DER is that is no certificate, by what stands side by side in its outermost sequence.
pub fn shape(bytes: &[u8]) -> Problem {
    // What comes without lengths (BER) no reader of DER takes: key stores of Windows and Java, bundles, old certificates.
    match bytes {
        [0x30, 0x80, 0x02, 0x01, 0x03, ..] => return Problem::Pkcs12,
        [0x30, 0x80, 0x06, ..] => return Problem::Pkcs7,
        [0x30, 0x80, 0x30, ..] => return Problem::Unreadable("encoding (BER)"),
        _ => {}
    }
    let Some(outer) = sequence(bytes) else {
        return if breaks_off(bytes) { Problem::BreaksOff } else { Problem::Rubbish };
    };
    match tags(outer.value()).as_slice() {
        // RSA and DSA; EC; PKCS#8; PKCS#8 under a password.
        [Tag::Integer, Tag::Integer | Tag::OctetString, ..]
        | [Tag::Integer, Tag::Sequence, Tag::OctetString, ..]
        | [Tag::Sequence, Tag::OctetString] => Problem::PrivateKey,
        [Tag::Integer, Tag::Sequence, ..] => Problem::Pkcs12,
        [Tag::ObjectIdentifier, ..] => Problem::Pkcs7,
        [Tag::Sequence, Tag::BitString] => Problem::PublicKey,
        // A version, a subject, a key, and attributes, all of it signed.
        [Tag::Sequence, Tag::Sequence, Tag::BitString] => {
            match sequence(outer.value()).map(|body| tags(body.value())) {
                Some(body)
                    if matches!(
                        body.as_slice(),
                        [Tag::Integer, Tag::Sequence, Tag::Sequence, Tag::ContextSpecific { .. }]
                    ) =>
                {
                    Problem::Request
                }
                _ => Problem::Rubbish,
            }
        }
        _ => Problem::Rubbish,
    }
}

/// The sequence with which `bytes` begin, whatever follows it.
fn sequence(bytes: &[u8]) -> Option<AnyRef<'_>> {
    let mut reader = SliceReader::new(bytes).ok()?;
    AnyRef::decode(&mut reader).ok().filter(|outer| outer.tag() == Tag::Sequence)
}

/// Whether a sequence that begins with a sequence is longer than what is there of it: the start of a certificate.
fn breaks_off(bytes: &[u8]) -> bool {
    let Ok(mut reader) = SliceReader::new(bytes) else { return false };
    let Ok(header) = Header::decode(&mut reader) else { return false };
    // The length of anything so long is written in several bytes.
    let is_long = bytes.get(1).is_some_and(|length| *length > 0x80);
    is_long
        && header.tag() == Tag::Sequence
        && header.length() > reader.remaining_len()
        && reader.peek_byte() == Some(0x30)
}

/// The tags of what stands side by side, as far as that can be read.
pub fn tags(side_by_side: &[u8]) -> Vec<Tag> {
    let mut tags = Vec::new();
    let Ok(mut reader) = SliceReader::new(side_by_side) else { return tags };
    while let Ok(element) = AnyRef::decode(&mut reader) {
        tags.push(element.tag());
        if reader.is_finished() {
            break;
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::Problem;
    use crate::model::certificate::made::gateway;
    use crate::model::certificate::read;
    use rcgen::KeyPair;

    /// A DER element with a length of at most 127.
    fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let body = parts.concat();
        [&[tag, u8::try_from(body.len()).unwrap()], body.as_slice()].concat()
    }

    #[test]
    fn a_private_key_is_told_as_such_in_every_form() {
        let key = KeyPair::generate().unwrap();
        let certificate = gateway().self_signed(&key).unwrap().pem();
        let (pem, der_form) = (key.serialize_pem(), key.serialize_der());
        let quoted: String = pem.lines().flat_map(|line| ["> ", line, "\n"]).collect();
        let bare: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        for file in [
            pem.clone(),
            format!("{certificate}{pem}"),
            format!("{pem}{certificate}"),
            format!("  {pem}"),
            quoted,
            bare,
            pem.replace('\n', "\\n"),
        ] {
            assert_eq!(read(file.as_bytes()), Err(Problem::PrivateKey));
        }
        let utf16: Vec<u8> = pem.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16), Err(Problem::PrivateKey));
        for kind in ["RSA ", "EC ", "DSA ", "ENCRYPTED ", "OPENSSH ", ""] {
            let file = format!("-----BEGIN {kind}PRIVATE KEY-----\nMIIB\n-----END {kind}PRIVATE KEY-----\n");
            assert_eq!(read(file.as_bytes()), Err(Problem::PrivateKey), "{kind}");
        }
        assert_eq!(read(&der_form), Err(Problem::PrivateKey), "PKCS#8");
        let mislabelled = pem.replace("PRIVATE KEY", "CERTIFICATE");
        assert_eq!(read(mislabelled.as_bytes()), Err(Problem::PrivateKey), "under another label");
        let (zero, one, octets) = (der(2, &[&[0]]), der(2, &[&[1]]), der(4, &[b"key"]));
        assert_eq!(read(&der(0x30, &[&zero, &one, &one, &one])), Err(Problem::PrivateKey), "RSA");
        assert_eq!(read(&der(0x30, &[&one, &octets])), Err(Problem::PrivateKey), "EC");
        let scheme = der(0x30, &[&der(6, &[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d]])]);
        assert_eq!(read(&der(0x30, &[&scheme, &octets])), Err(Problem::PrivateKey), "under a password");
        let bad = Problem::PrivateKey.malformed("cert");
        assert_eq!(bad.to_string(), "cert: the file holds a private key");
        assert!(bad.hint.unwrap().contains("never leaves"));
    }

    #[test]
    fn other_files_are_told_as_what_they_are() {
        let key = KeyPair::generate().unwrap();
        let request = gateway().serialize_request(&key).unwrap();
        assert_eq!(read(request.pem().unwrap().as_bytes()), Err(Problem::Request));
        assert_eq!(read(request.der()), Err(Problem::Request));
        assert_eq!(read(key.public_key_pem().as_bytes()), Err(Problem::PublicKey));
        let oid = der(6, &[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]]);
        assert_eq!(read(&der(0x30, &[&oid, &der(0xa0, &[])])), Err(Problem::Pkcs7));
        assert_eq!(read(b"-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n"), Err(Problem::Pkcs7));
        let content = der(0x30, &[&oid]);
        assert_eq!(read(&der(0x30, &[&der(2, &[&[3]]), &content, &content])), Err(Problem::Pkcs12));
        assert_eq!(read(&[0x30, 0x80, 2, 1, 3, 0x30, 0x80, 0, 0, 0, 0]), Err(Problem::Pkcs12), "without lengths");
        assert_eq!(read(&[0x30, 0x80, 6, 9, 0x2a, 0x86]), Err(Problem::Pkcs7), "without lengths");
        assert_eq!(read(&[0x30, 0x80, 0x30, 0x80, 0xa0, 3]), Err(Problem::Unreadable("encoding (BER)")));
        assert_eq!(read(&der(0x30, &[&content, &der(3, &[&[0, 1]])])), Err(Problem::PublicKey));
    }

    #[test]
    fn every_problem_has_a_sentence_and_a_hint_of_its_own_field() {
        let all = [
            Problem::Empty,
            Problem::TooLarge,
            Problem::PrivateKey,
            Problem::Request,
            Problem::Pkcs12,
            Problem::Pkcs7,
            Problem::PublicKey,
            Problem::Several,
            Problem::Nameless,
            Problem::Issuerless,
            Problem::BadName,
            Problem::Unreadable("issuer"),
            Problem::BreaksOff,
            Problem::Garbled,
            Problem::Rubbish,
        ];
        let said: std::collections::BTreeSet<String> = all.map(|problem| problem.malformed("cert").to_string()).into();
        assert!(said.len() == all.len() && said.iter().all(|said| said.starts_with("cert: the ")), "{said:?}");
        assert!(all.iter().all(|problem| !problem.hint().is_empty() && !problem.hint().ends_with('.')));
    }
}
