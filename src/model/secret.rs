//! Text that must not be seen: passwords, answers, tokens. Wiped from memory when it goes out of scope.
//!
//! What must hold: no `Display`, no `Serialize`, a `Debug` that says nothing; whoever shows one has to write `reveal`.
//!
//! # What would hurt
//! Comparing with `==`: it stops at the first byte that differs, and the time it took tells how far somebody guessed.
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A secret text.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over; the caller keeps no copy.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself, for hashing and for the one letter or line that must carry it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether both are the same, in a time that depends on nothing but the lengths.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        same_bytes(self.0.as_bytes(), other.0.as_bytes())
    }
}

/// Whether two secret values (hashes, tokens) are the same, in a time that depends on nothing but the lengths.
#[must_use]
pub fn same_bytes(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Secret, same_bytes};

    #[test]
    fn debug_says_nothing() {
        let secret = Secret::new("canary".to_owned());
        assert_eq!(format!("{secret:?} {:#?}", Some(&secret)), "Secret(…) Some(\n    Secret(…),\n)");
    }

    #[test]
    fn compares_by_content() {
        let secret = |text: &str| Secret::new(text.to_owned());
        assert!(secret("canary").same_as(&secret("canary").clone()));
        assert!(!secret("canary").same_as(&secret("canarz")));
        assert!(!secret("canary").same_as(&secret("canary ")));
        assert!(same_bytes(b"", b"") && !same_bytes(b"a", b""));
        assert_eq!(secret("canary").reveal(), "canary");
    }
}
