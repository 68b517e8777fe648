//! Letters on their way into the file: each with a number of its own, which the entry of their change tells.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::notice::Letter;
use crate::store::told::anew;
use crate::store::told::digest::Letters;
use crate::store::writer::Writer;
use rusqlite::Connection;
use std::cell::Cell;
use std::ops::RangeInclusive;

/// The numbers of the first letter of a change and of the next, once it has one: nobody else writes until it ends.
#[derive(Default)]
pub struct Numbers(Cell<Option<(i64, i64)>>);

/// A letter with its number, and its facts as they are stored.
pub struct Numbered<'l> {
    number: i64,
    letter: &'l Letter,
    facts: String,
}

impl Numbers {
    /// Gives each letter the next number.
    pub fn draw<'l>(&self, conn: &Connection, letters: impl Iterator<Item = &'l Letter>) -> Result<Vec<Numbered<'l>>> {
        let letters: Vec<&Letter> = letters.collect();
        if letters.is_empty() {
            return Ok(Vec::new());
        }
        let (first, mut next) = match self.0.get() {
            Some(numbers) => numbers,
            None => conn.query_row("SELECT coalesce(max(message), 0) + 1 FROM message", [], |row| {
                row.get(0).map(|next| (next, next))
            })?,
        };
        let numbered = letters.into_iter().map(|letter| {
            let number = next;
            next += 1;
            Numbered { number, letter, facts: letter.facts_json() }
        });
        let numbered = numbered.collect();
        self.0.set(Some((first, next)));
        Ok(numbered)
    }

    /// Those that were given.
    pub fn drawn(&self) -> Option<RangeInclusive<i64>> {
        self.0.get().map(|(first, next)| first..=next - 1)
    }
}

/// What an entry tells of its letters.
pub fn told(registry: &[u8; 16], letters: &[Numbered<'_>]) -> Option<String> {
    let first = letters.first()?.number;
    let mut digest = Letters::of(registry);
    for Numbered { number, letter, facts } in letters {
        digest.add(*number, letter, facts);
    }
    Some(anew::told(first, i64::try_from(letters.len()).unwrap_or(i64::MAX), digest))
}

impl Numbered<'_> {
    /// Writes it, with the entry that causes it.
    pub fn insert(&self, conn: Writer<'_>, entry: i64, at: Moment) -> Result<()> {
        let Self { number, letter, facts } = self;
        let mut insert = conn.prepare_cached(
            "INSERT INTO message (message, entry, kind, recipient, site, facts, secret, state, created_at, next_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'queued', ?8, ?8)",
        )?;
        let secret = letter.secret.as_ref().map(Secret::reveal);
        insert.execute((number, entry, letter.kind.word(), &letter.to, &letter.site, facts, secret, at))?;
        Ok(())
    }
}
