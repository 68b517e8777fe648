//! The parts of a certificate in DER, one after the other.
//!
//! What must hold: what no field of a form needs is not judged: long serial numbers, what stands behind the certificate (the
//! trust settings of OpenSSL, padding), extensions that nobody asks for. Where a part that is needed cannot be read, the
//! [`Problem`] names it.
use crate::model::certificate::key::Key;
use crate::model::certificate::problem::{Problem, shape, tags};
use x509_cert::der::asn1::{AnyRef, ObjectIdentifier};
use x509_cert::der::oid::db::rfc5280::{ID_CE_BASIC_CONSTRAINTS, ID_CE_SUBJECT_ALT_NAME};
use x509_cert::der::{Decode, Error, Reader, SliceReader, Tag, Tagged};
use x509_cert::name::Name;
use x509_cert::spki::SubjectPublicKeyInfoRef;
use x509_cert::time::Time;

/// The tag of a DNS name among the alternative names, of the version and of the extensions.
const DNS_NAME: u32 = 2;
const VERSION: u32 = 0;
const EXTENSIONS: u32 = 3;

/// What stands in one certificate.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// All that is signed of it, for telling it from others.
    body: Vec<u8>,
    pub issuer: Name,
    pub not_before: Time,
    pub not_after: Time,
    pub subject: Name,
    /// Nothing for a key of a kind that has no sizes to speak of.
    pub key: Option<Key>,
    /// Its DNS names, byte by byte as they stand there.
    pub names: Vec<Vec<u8>>,
    /// Whether it says that it may issue others.
    pub is_authority: bool,
}

impl Parts {
    /// The certificate with which `bytes` begin, and what stands behind it.
    ///
    /// # Errors
    /// [`Problem`].
    pub fn read(bytes: &[u8]) -> Result<(Self, &[u8]), Problem> {
        let mut reader = SliceReader::new(bytes).map_err(|_| Problem::TooLarge)?;
        let Ok(outer) = AnyRef::decode(&mut reader) else { return Err(shape(bytes)) };
        let body = inside(outer).ok().and_then(|mut outer| AnyRef::decode(&mut outer).ok());
        let body = body.filter(|body| is_body(*body)).ok_or_else(|| shape(bytes))?;
        let behind = usize::try_from(reader.remaining_len()).map_or(0, |left| bytes.len() - left);
        Ok((Self::of(body)?, &bytes[behind..]))
    }

    fn of(whole: AnyRef<'_>) -> Result<Self, Problem> {
        let unread = |part| move |_| Problem::Unreadable(part);
        let mut body = inside(whole).map_err(unread("body"))?;
        let first = AnyRef::decode(&mut body).map_err(unread("version"))?;
        if number(first) == Some(VERSION) {
            AnyRef::decode(&mut body).map_err(unread("serial number"))?;
        }
        AnyRef::decode(&mut body).map_err(unread("signature algorithm"))?;
        let issuer = Name::decode(&mut body).map_err(unread("issuer"))?;
        let validity = AnyRef::decode(&mut body).and_then(inside);
        let (not_before, not_after) = validity
            .and_then(|mut dates| Ok((Time::decode(&mut dates)?, Time::decode(&mut dates)?)))
            .map_err(unread("period of validity"))?;
        let subject = Name::decode(&mut body).map_err(unread("subject"))?;
        let key = AnyRef::decode(&mut body).map_err(unread("public key"))?;
        let key = key.decode_as::<SubjectPublicKeyInfoRef<'_>>().ok().and_then(|key| Key::of(&key));
        let (names, body_bytes) = (Vec::new(), whole.value().to_vec());
        let mut parts =
            Self { body: body_bytes, issuer, not_before, not_after, subject, key, names, is_authority: false };
        while !body.is_finished() {
            let part = AnyRef::decode(&mut body).map_err(unread("extensions"))?;
            if number(part) == Some(EXTENSIONS) {
                parts.take_extensions(part)?;
            }
        }
        Ok(parts)
    }

    fn take_extensions(&mut self, part: AnyRef<'_>) -> Result<(), Problem> {
        let unread = |_| Problem::Unreadable("extensions");
        let list = inside(part).and_then(|mut part| AnyRef::decode(&mut part)).and_then(inside);
        let mut list = list.map_err(unread)?;
        while !list.is_finished() {
            let mut extension = AnyRef::decode(&mut list).and_then(inside).map_err(unread)?;
            let kind = ObjectIdentifier::decode(&mut extension).map_err(unread)?;
            let mut value = AnyRef::decode(&mut extension).map_err(unread)?;
            if value.tag() == Tag::Boolean {
                value = AnyRef::decode(&mut extension).map_err(unread)?; // whether it is critical stands between
            }
            match kind {
                ID_CE_SUBJECT_ALT_NAME => {
                    self.names = dns_names(value.value()).map_err(|_| Problem::Unreadable("alternative names"))?;
                }
                ID_CE_BASIC_CONSTRAINTS => {
                    self.is_authority =
                        says_yes(value.value()).map_err(|_| Problem::Unreadable("basic constraints"))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether it names itself as its issuer.
    pub fn is_own(&self) -> bool {
        self.issuer == self.subject
    }
}

/// The DNS names in a list of names of all kinds.
fn dns_names(list: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
    let (mut list, mut names) = (inside(AnyRef::from_der(list)?)?, Vec::new());
    while !list.is_finished() {
        let name = AnyRef::decode(&mut list)?;
        names.extend((number(name) == Some(DNS_NAME)).then(|| name.value().to_vec()));
    }
    Ok(names)
}

/// Whether the first thing in a sequence is a yes.
fn says_yes(sequence: &[u8]) -> Result<bool, Error> {
    let mut sequence = inside(AnyRef::from_der(sequence)?)?;
    if sequence.is_finished() {
        return Ok(false);
    }
    let first = AnyRef::decode(&mut sequence)?;
    Ok(first.tag() == Tag::Boolean && first.value() != [0])
}

/// What stands in an element.
fn inside(element: AnyRef<'_>) -> Result<SliceReader<'_>, Error> {
    SliceReader::new(element.value())
}

/// The number of an element that its place gives a meaning to.
fn number(element: AnyRef<'_>) -> Option<u32> {
    match element.tag() {
        Tag::ContextSpecific { number, .. } => Some(number.value()),
        _ => None,
    }
}

/// Whether the first thing in the outermost sequence is what is signed of a certificate: serial number, algorithm, issuer,
/// validity, subject and key side by side. In requests and lists of revocations something else follows.
fn is_body(body: AnyRef<'_>) -> bool {
    let tags = tags(body.value());
    let tags = match tags.as_slice() {
        [Tag::ContextSpecific { .. }, rest @ ..] => rest,
        all => all,
    };
    matches!(tags, [Tag::Integer, Tag::Sequence, Tag::Sequence, Tag::Sequence, Tag::Sequence, Tag::Sequence, ..])
}
