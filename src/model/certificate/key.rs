//! How large the key of a certificate is: small ones are broken, and services refuse them.
use std::fmt;
use x509_cert::der::asn1::{AnyRef, UintRef};
use x509_cert::der::oid::db::rfc5912::{ID_DSA, ID_EC_PUBLIC_KEY, ID_RSASSA_PSS, RSA_ENCRYPTION};
use x509_cert::der::{Decode, SliceReader};
use x509_cert::spki::SubjectPublicKeyInfoRef;

/// The kinds of keys that come in several sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Rsa,
    Dsa,
    Ec,
}

impl Kind {
    /// Bits of the smallest key that is safe to use: those of EC are as hard to break as ten times larger ones of RSA.
    pub const fn least(self) -> usize {
        match self {
            Self::Rsa | Self::Dsa => 2048,
            Self::Ec => 224,
        }
    }
}

/// A key, as far as its size goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    pub kind: Kind,
    pub bits: usize,
}

impl Key {
    /// The key in a certificate; nothing where it is of another kind or cannot be measured.
    pub fn of(key: &SubjectPublicKeyInfoRef<'_>) -> Option<Self> {
        let bytes = key.subject_public_key.raw_bytes();
        let (kind, bits) = match key.algorithm.oid {
            RSA_ENCRYPTION | ID_RSASSA_PSS => (Kind::Rsa, first_number(bytes)?),
            ID_DSA => (Kind::Dsa, first_number_in(key.algorithm.parameters?)?),
            ID_EC_PUBLIC_KEY => (Kind::Ec, point(bytes)?),
            _ => return None,
        };
        Some(Self { kind, bits })
    }

    /// Whether it is too small.
    pub const fn is_small(self) -> bool {
        self.bits < self.kind.least()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            Kind::Rsa => "RSA",
            Kind::Dsa => "DSA",
            Kind::Ec => "EC",
        };
        write!(f, "{} bits ({kind})", self.bits)
    }
}

fn first_number(sequence: &[u8]) -> Option<usize> {
    first_number_in(AnyRef::from_der(sequence).ok()?)
}

/// Bits of the first number in a sequence: the modulus.
fn first_number_in(sequence: AnyRef<'_>) -> Option<usize> {
    let mut numbers = SliceReader::new(sequence.value()).ok()?;
    let number = UintRef::decode(&mut numbers).ok()?;
    let bytes = number.as_bytes();
    Some(bytes.len() * 8 - usize::try_from(bytes.first()?.leading_zeros()).ok()?)
}

/// Bits of one coordinate of a point: both follow the first byte, or one of them where the byte says so.
fn point(bytes: &[u8]) -> Option<usize> {
    let (form, coordinates) = bytes.split_first()?;
    let bytes = if matches!(form, 2 | 3) { coordinates.len() } else { coordinates.len() / 2 };
    Some(bytes * 8)
}
