//! What the trail tells of the rows that a change wrote, by which `db check` finds what something else wrote.
//!
//! What must hold: every entry lists each row that was written with it, by a digest of the row as it then stood, and the letters
//! that it queued. A writer does nothing for it and can forget nothing: whatever goes through the `Writer` of a transaction is
//! read as it is written.
pub mod anew;
pub mod digest;
pub mod key;
pub mod tables;

use digest::Digest;
use rusqlite::Row;
use std::cell::RefCell;
use tables::Table;

/// Rows in one entry, at most; the others follow in entries of their own.
pub const AN_ENTRY: usize = 1000;

/// What is said of a row that is not there any more.
pub const GONE: &str = "-";

/// Rows that were written and wait for their entry.
pub struct Told {
    registry: [u8; 16],
    rows: RefCell<Vec<Noted>>,
}

struct Noted {
    /// Table and key.
    words: String,
    /// None for a row that went.
    digest: Option<Digest>,
    may_vanish: bool,
}

impl Told {
    pub fn of(registry: [u8; 16]) -> Self {
        Self { registry, rows: RefCell::default() }
    }

    /// Notes a row, its covered columns as they are now, or as they were when it went.
    pub fn note(&self, table: &Table, row: &Row<'_>, gone: bool) -> rusqlite::Result<()> {
        let digest = if gone { None } else { Some(digest::of_row(&self.registry, table, row)?) };
        let noted = Noted { words: key::words_of_row(table, row)?, digest, may_vanish: table.may_vanish };
        self.rows.borrow_mut().push(noted);
        Ok(())
    }

    /// Another transaction begins.
    pub fn forget(&self) {
        self.rows.borrow_mut().clear();
    }

    /// Whether a row waits that may not change without a word.
    pub fn owes(&self) -> bool {
        self.rows.borrow().iter().any(|row| row.digest.is_some() || !row.may_vanish)
    }

    /// Each row once, as it was left.
    pub fn take(&self) -> Vec<String> {
        let mut rows = self.rows.take();
        // The last one of a row counts; sorting leaves equal ones in their order.
        rows.reverse();
        rows.sort_by(|one, other| one.words.cmp(&other.words));
        rows.dedup_by(|older, newer| older.words == newer.words);
        rows.into_iter().map(|row| said(row.words, row.digest.as_ref())).collect()
    }
}

/// A row as an entry lists it.
pub fn said(words: String, digest: Option<&Digest>) -> String {
    words + " " + digest.map(digest::written).as_deref().unwrap_or(GONE)
}
