//! Every row, held against what the trail told of it last.
//!
//! What must hold: a row that differs, was never told, or is missing is found and named, and so is a letter that waits and is
//! not the one that was queued. Memory stays the same whatever the file holds: what was told is sorted by key and read beside the
//! tables.
use crate::error::Result;
use crate::store::check::sorted::{Sorted, Sorter};
use crate::store::told::GONE;
use crate::store::told::digest::{self, Digest, LETTERS, Letters};
use crate::store::told::key::{self, Maker};
use crate::store::told::tables::{TABLES, Table};
use rusqlite::Connection;
use serde::Deserialize;
use std::path::Path;

/// Key, number of the entry, digest.
const RECORD: usize = key::LENGTH + 6 + 16;
/// Differences that are named.
const NAMED: usize = 10;
/// In the place of a digest: the row went.
const WENT: Digest = [0; 16];

/// What was told, as it is read.
pub struct Replay<'c> {
    conn: &'c Connection,
    registry: [u8; 16],
    told: Sorter<'c, RECORD>,
    differences: Differences,
}

/// What differs.
#[derive(Default)]
pub struct Differences {
    pub found: i64,
    /// The first of them, by table and key.
    pub named: Vec<String>,
}

impl Differences {
    fn add(&mut self, words: impl FnOnce() -> String) {
        self.found += 1;
        if self.named.len() < NAMED {
            self.named.push(words());
        }
    }
}

/// The end of the details of an entry.
#[derive(Deserialize)]
struct Details<'d> {
    letters: Option<&'d str>,
    #[serde(borrow, default)]
    rows: Vec<&'d str>,
}

impl<'c> Replay<'c> {
    pub fn of(conn: &'c Connection) -> Result<Self> {
        let folder = conn.path().and_then(|path| Path::new(path).parent()).unwrap_or(Path::new("."));
        let registry = conn.query_row("SELECT id FROM registry", [], |row| row.get(0))?;
        Ok(Self { conn, registry, told: Sorter::beside(folder), differences: Differences::default() })
    }

    /// The next entry of the trail.
    pub fn entry(&mut self, seq: i64, details: &str) -> Result<()> {
        let mut understood = true;
        if let Ok(Details { letters, rows }) = serde_json::from_str::<Details<'_>>(details) {
            let letters = letters.map(letters_told);
            for told in rows.into_iter().map(row_told).chain(letters) {
                match told {
                    Some((key, digest)) => self.told.push(record(&key, seq, &digest))?,
                    None => understood = false,
                }
            }
        } else {
            understood = false;
        }
        if !understood {
            self.differences.add(|| format!("audit {seq}"));
        }
        Ok(())
    }

    /// Compares the tables with it.
    pub fn compare(mut self) -> Result<Differences> {
        for (state, index) in [("queued", "message_queued"), ("failed", "message_failed")] {
            let sql = format!("SELECT message FROM message INDEXED BY {index} WHERE state = '{state}'");
            let mut select = self.conn.prepare(&sql)?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                if let Some(key) = letter_key(row.get(0)?, Line::Letter) {
                    self.told.push(record(&key, 0, &WENT))?;
                }
            }
        }
        let mut told = Told { sorted: self.told.sorted()?, next: None };
        told.next = told.sorted.next()?;
        for (place, table) in (0..).zip(&TABLES) {
            rows(self.conn, &self.registry, (place, table), &mut told, &mut self.differences)?;
        }
        open_letters(self.conn, &self.registry, &mut told, &mut self.differences)?;
        Ok(self.differences)
    }
}

fn record(key: &key::Bytes, seq: i64, digest: &Digest) -> [u8; RECORD] {
    let mut record = [0; RECORD];
    let (at, rest) = record.split_at_mut(key::LENGTH);
    at.copy_from_slice(key);
    rest[..6].copy_from_slice(&seq.to_be_bytes()[2..]);
    rest[6..].copy_from_slice(digest);
    record
}

fn row_told(words: &str) -> Option<(key::Bytes, Digest)> {
    let (key, said) = key::of_words(words)?;
    Some((key, if said == GONE { WENT } else { digest::read(said)? }))
}

/// What was told last of each key, in the order of the keys.
struct Told {
    sorted: Sorted<RECORD>,
    next: Option<[u8; RECORD]>,
}

impl Told {
    /// The next one, if its key is not behind `most`.
    fn up_to(&mut self, most: &key::Bytes) -> Result<Option<(key::Bytes, Digest)>> {
        let Some(mut record) = self.next else { return Ok(None) };
        if record[..key::LENGTH] > most[..] {
            return Ok(None);
        }
        loop {
            self.next = self.sorted.next()?;
            match self.next {
                Some(later) if later[..key::LENGTH] == record[..key::LENGTH] => record = later,
                _ => break,
            }
        }
        let (mut key, mut digest) = ([0; key::LENGTH], WENT);
        key.copy_from_slice(&record[..key::LENGTH]);
        digest.copy_from_slice(&record[key::LENGTH + 6..]);
        Ok(Some((key, digest)))
    }
}

/// Reads a table beside what was told of it.
fn rows(
    conn: &Connection,
    registry: &[u8; 16],
    (place, table): (u8, &Table),
    told: &mut Told,
    differences: &mut Differences,
) -> Result<()> {
    let missing = |key: &key::Bytes, digest: Digest, differences: &mut Differences| {
        if digest != WENT && !table.may_vanish {
            differences.add(|| key::words(key));
        }
    };
    let mut select = conn.prepare(&table.all())?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let mut last = None;
        let key = key::of_row(place, table, row);
        if let Some(key) = &key {
            while let Some((before, digest)) = told.up_to(key)? {
                if before == *key {
                    last = Some(digest);
                    break;
                }
                missing(&before, digest, differences);
            }
        }
        if last != Some(digest::of_row(registry, table, row)?) {
            differences.add(|| key::words_of_row(table, row).unwrap_or_default());
        }
    }
    let mut end = [u8::MAX; key::LENGTH];
    end[0] = place;
    while let Some((key, digest)) = told.up_to(&end)? {
        missing(&key, digest, differences);
    }
    Ok(())
}

/// What a line about letters is: letters that an entry told, or one that has not gone out.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    Told { count: i64 },
    Letter,
}

/// Behind all tables, by number: first what was told from that number on.
fn letter_key(number: i64, line: Line) -> Option<key::Bytes> {
    let mut key = Maker::in_table(u8::try_from(TABLES.len()).ok()?);
    let (kind, count) = match line {
        Line::Told { count } => (0, count),
        Line::Letter => (1, 0),
    };
    [number, kind, count].into_iter().try_for_each(|number| key.number(number))?;
    Some(key.done())
}

/// The number of a line about letters, and what it is.
fn letter_line(key: &key::Bytes) -> (i64, Line) {
    let number = |at: usize| {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&key[at..at + 8]);
        i64::from_be_bytes(bytes) ^ i64::MIN
    };
    (number(1), if number(9) == 0 { Line::Told { count: number(17) } } else { Line::Letter })
}

/// `FIRST COUNT DIGEST`.
fn letters_told(words: &str) -> Option<(key::Bytes, Digest)> {
    let mut words = words.split(' ');
    let (first, count) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let digest = digest::read(words.next()?)?;
    Some((letter_key(first, Line::Told { count })?, digest))
}

/// Holds the letters that have not gone out against what was told: each stands among letters that are as they were queued.
fn open_letters(conn: &Connection, registry: &[u8; 16], told: &mut Told, differences: &mut Differences) -> Result<()> {
    let sql = format!("{LETTERS} WHERE message BETWEEN ?1 AND ?2 ORDER BY message");
    let mut select = conn.prepare(&sql)?;
    // The letters that were told last, and whether they are as they were, once somebody asked.
    let mut around: Option<(std::ops::Range<i64>, Digest, Option<bool>)> = None;
    while let Some((key, digest)) = told.up_to(&[u8::MAX; key::LENGTH])? {
        let number = match letter_line(&key) {
            (first, Line::Told { count }) => {
                around = Some((first..first.saturating_add(count), digest, None));
                continue;
            }
            (number, Line::Letter) => number,
        };
        let same = match &mut around {
            Some((range, _, Some(same))) if range.contains(&number) => *same,
            Some((range, digest, same)) if range.contains(&number) => {
                let mut letters = Letters::of(registry);
                let mut rows = select.query((range.start, range.end - 1))?;
                while let Some(row) = rows.next()? {
                    letters.add_row(row)?;
                }
                *same.insert(letters.digest() == *digest)
            }
            _ => false,
        };
        if !same {
            differences.add(|| format!("message {number}"));
        }
    }
    Ok(())
}
