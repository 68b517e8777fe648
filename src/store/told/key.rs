//! The key of a row, as words for people and as bytes that sort as the table does.
//!
//! What must hold: the order of the bytes is the order of the table by its key, so that both can be read side by side. A number
//! is eight bytes with its sign turned; a text ends with a zero, which none holds inside.
use crate::store::told::tables::{Key, TABLES, Table};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use std::fmt::Write as _;

/// The place of a table, then its key, then zeros. The longest: a request and a provider of 40 characters.
pub const LENGTH: usize = 50;

/// A key as bytes.
pub type Bytes = [u8; LENGTH];

/// A key in the making.
pub struct Maker {
    bytes: Bytes,
    at: usize,
}

impl Maker {
    /// Of a row of the table at that place of the list.
    pub fn in_table(place: u8) -> Self {
        let mut bytes = [0; LENGTH];
        bytes[0] = place;
        Self { bytes, at: 1 }
    }

    pub fn number(&mut self, number: i64) -> Option<()> {
        let place = self.bytes.get_mut(self.at..self.at + 8)?;
        place.copy_from_slice(&(number ^ i64::MIN).to_be_bytes());
        self.at += 8;
        Some(())
    }

    fn text(&mut self, text: &[u8]) -> Option<()> {
        let place = self.bytes.get_mut(self.at..self.at + text.len())?;
        place.copy_from_slice(text);
        self.at += text.len() + 1;
        (self.at <= LENGTH && !text.contains(&0)).then_some(())
    }

    pub fn done(self) -> Bytes {
        self.bytes
    }
}

/// The key of a row that begins with it; none where it is nothing that was ever told.
pub fn of_row(place: u8, table: &Table, row: &Row<'_>) -> Option<Bytes> {
    let mut key = Maker::in_table(place);
    for (column, kind) in table.key.iter().enumerate() {
        match (kind, row.get_ref(column).ok()?) {
            (Key::Number, ValueRef::Integer(number)) => key.number(number)?,
            (Key::Text, ValueRef::Text(text)) => key.text(text)?,
            _ => return None,
        }
    }
    Some(key.done())
}

/// A told row, `access 7000017 12 2 Ba6ZRIOu5rTbRCvMBzCa4g`: its key, and what is said of it.
pub fn of_words(words: &str) -> Option<(Bytes, &str)> {
    let (words, said) = words.rsplit_once(' ')?;
    let mut words = words.split(' ');
    let (place, table) = Table::named(words.next()?)?;
    let mut key = Maker::in_table(place);
    for kind in table.key {
        let word = words.next()?;
        match kind {
            Key::Number => key.number(word.parse().ok()?)?,
            Key::Text => key.text(word.as_bytes())?,
        }
    }
    words.next().is_none().then(|| (key.done(), said))
}

/// The words for a row that begins with its key: `access 7000017 12 2`.
pub fn words_of_row(table: &Table, row: &Row<'_>) -> rusqlite::Result<String> {
    let mut words = table.name.to_owned();
    for column in 0..table.key.len() {
        match row.get_ref(column)? {
            ValueRef::Integer(number) => {
                let _ = write!(words, " {number}");
            }
            ValueRef::Text(text) => {
                words.push(' ');
                words.push_str(&String::from_utf8_lossy(text));
            }
            other => {
                let _ = write!(words, " {}", other.data_type());
            }
        }
    }
    Ok(words)
}

/// The words for a key.
pub fn words(key: &Bytes) -> String {
    let (place, mut rest) = (key[0], &key[1..]);
    let Some(table) = TABLES.get(usize::from(place)) else { return String::new() };
    let mut words = table.name.to_owned();
    for kind in table.key {
        match kind {
            Key::Number => {
                let Some((number, after)) = rest.split_first_chunk() else { break };
                let _ = write!(words, " {}", i64::from_be_bytes(*number) ^ i64::MIN);
                rest = after;
            }
            Key::Text => {
                let (text, after) = rest.split_at(rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len()));
                let _ = write!(words, " {}", String::from_utf8_lossy(text));
                rest = after.get(1..).unwrap_or_default();
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_bytes_are_the_same_key() {
        let longest = format!("provision_provider 9 {}", "x".repeat(40));
        for told in
            ["registry 1", "setting mail.from", "access 7000017 12 2", "contact 70 primary", "person -3", &longest]
        {
            let said = format!("{told} -");
            let (key, gone) = of_words(&said).unwrap();
            assert_eq!((words(&key).as_str(), gone), (told, "-"));
        }
        let too_long = format!("provision_provider 9 {} -", "x".repeat(41));
        for other in ["", "-", "access 7000017 12 -", "access 7000017 12 2 3 -", "person x -", "nobody 1 -", &too_long]
        {
            assert!(of_words(other).is_none(), "{other}");
        }
    }

    /// As SQLite sorts them.
    #[test]
    fn bytes_sort_as_the_table_does() {
        let sorted = [
            "access 12345 -1 1",
            "access 12345 2 1",
            "access 12345 10 1",
            "access 123456 1 1",
            "access 2 1 1",
            "access 2 1 2",
        ];
        let keys: Vec<Bytes> = sorted.iter().map(|words| of_words(&format!("{words} -")).unwrap().0).collect();
        assert!(keys.is_sorted());
    }
}
