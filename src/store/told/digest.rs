//! What is told of a row and of letters: 16 bytes of a hash, from which nobody reads a value.
//!
//! What must hold: the same values give the same bytes for ever, and no two lists of values do: each has a byte for its type,
//! and a length where it can have several.
//!
//! # Secrets
//! Whoever knows most of a row could guess the rest: only operators and the owner of the file see these.
use crate::notice::Letter;
use crate::store::told::tables::Table;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

/// The first half of a SHA-256.
pub type Digest = [u8; 16];

/// The digest of a row that begins with the covered columns of the table.
pub fn of_row(registry: &[u8; 16], table: &Table, row: &Row<'_>) -> rusqlite::Result<Digest> {
    let mut values = Values::of("pao-row-1", registry);
    values.add(ValueRef::Text(table.name.as_bytes()));
    for column in 0..table.width() {
        values.add(row.get_ref(column)?);
    }
    Ok(values.digest())
}

/// What is told of a letter.
pub const LETTERS: &str = "SELECT message, kind, recipient, site, facts FROM message";

/// Letters, one after the other.
pub struct Letters(Values);

impl Letters {
    pub fn of(registry: &[u8; 16]) -> Self {
        Self(Values::of("pao-letters-1", registry))
    }

    /// One more, before it is written.
    pub fn add(&mut self, number: i64, letter: &Letter, facts: &str) {
        self.0.add(ValueRef::Integer(number));
        for text in [Some(letter.kind.word()), Some(&letter.to), letter.site.as_deref(), Some(facts)] {
            self.0.add(text.map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())));
        }
    }

    /// The next row of [`LETTERS`].
    pub fn add_row(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        for column in 0..5 {
            self.0.add(row.get_ref(column)?);
        }
        Ok(())
    }

    pub fn digest(self) -> Digest {
        self.0.digest()
    }
}

/// Values on their way into a hash, in one piece: many small ones would cost more than the hash.
struct Values(Vec<u8>);

impl Values {
    fn of(what: &str, registry: &[u8; 16]) -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.extend_from_slice(what.as_bytes());
        bytes.extend_from_slice(registry);
        Self(bytes)
    }

    fn add(&mut self, value: ValueRef<'_>) {
        let (kind, bytes) = match value {
            ValueRef::Null => return self.0.push(0),
            ValueRef::Integer(number) => {
                self.0.push(1);
                return self.0.extend_from_slice(&number.to_be_bytes());
            }
            ValueRef::Real(number) => {
                self.0.push(2);
                return self.0.extend_from_slice(&number.to_be_bytes());
            }
            ValueRef::Text(bytes) => (3, bytes),
            ValueRef::Blob(bytes) => (4, bytes),
        };
        self.0.push(kind);
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
    }

    fn digest(self) -> Digest {
        let mut digest = Digest::default();
        let half = digest.len();
        digest.copy_from_slice(&Sha256::digest(&self.0)[..half]);
        digest
    }
}

/// A digest as it stands in the trail.
pub fn written(digest: &Digest) -> String {
    URL_SAFE_NO_PAD.encode(digest)
}

/// A digest as it was written.
pub fn read(text: &str) -> Option<Digest> {
    let mut digest = Digest::default();
    let length = URL_SAFE_NO_PAD.decode_slice(text, &mut digest).ok()?;
    (length == digest.len()).then_some(digest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Kind;
    use rusqlite::Connection;

    fn digest(select: &str) -> Digest {
        let table = Table { columns: "a, b", ..Table::named("setting").map(|(_, table)| Table { ..*table }).unwrap() };
        let conn = Connection::open_in_memory().unwrap();
        conn.query_row(select, [], |row| Ok(of_row(&[7; 16], &table, row).unwrap())).unwrap()
    }

    /// Written down once: other bytes would make every trail there is a lie.
    #[test]
    fn a_digest_stays_what_it_is() {
        assert_eq!(written(&digest("SELECT 'mail.from', NULL")), "aP9pG4LOoXJJ9MS4DIO9bw");
        let letter = Letter::new(Kind::Welcome, "ann@example.com");
        let mut letters = Letters::of(&[7; 16]);
        letters.add(3, &letter, "{}");
        assert_eq!(written(&letters.digest()), "xPcbFVIbNJAtRFl7MVlzwA");
    }

    #[test]
    fn a_letter_is_told_alike_before_and_after_it_is_written() {
        let letter = Letter::new(Kind::Welcome, "ann@example.com").at_site("7000017");
        let (mut one, mut other) = (Letters::of(&[7; 16]), Letters::of(&[7; 16]));
        one.add(3, &letter, "{}");
        let conn = Connection::open_in_memory().unwrap();
        let row = "SELECT 3, 'welcome', 'ann@example.com', '7000017', '{}'";
        conn.query_row(row, [], |row| {
            other.add_row(row).unwrap();
            Ok(())
        })
        .unwrap();
        assert_eq!(one.digest(), other.digest());
    }

    #[test]
    fn different_values_have_different_digests() {
        let all = ["'ab', 'c'", "'a', 'bc'", "'ab', NULL", "'ab', ''", "x'6162', 'c'", "1, 0", "'1', '0'", "1.0, 0"];
        let digests: std::collections::BTreeSet<Digest> =
            all.iter().map(|values| digest(&format!("SELECT {values}"))).collect();
        assert_eq!(digests.len(), all.len());
    }

    #[test]
    fn what_is_no_digest_is_not_read() {
        let digest = [200; 16];
        assert_eq!(read(&written(&digest)), Some(digest));
        for text in ["", "-", "AAAA", "AAAAAAAAAAAAAAAAAAAAA+", "AAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA=="]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
