//! The whole chain, recomputed: from the file, or from an export of it.
use crate::error::Result;
use crate::model::head::KeptHead;
use crate::store::ReadView;
use crate::store::audit::{Columns, Link};
use rusqlite::Row;

/// What `audit verify` found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Entries read.
    pub entries: i64,
    /// The last entry that fits, if any.
    pub head: Option<Link>,
    /// The first entry that does not fit the chain.
    pub first_bad: Option<i64>,
    /// Of every head that was expected, whether the chain leads through it.
    pub met: Vec<bool>,
}

/// A chain on its way from entry to entry.
pub(super) struct Walk<'e> {
    registry: [u8; 16],
    expected: &'e [KeptHead],
    before: Link,
    verdict: Verdict,
}

impl<'e> Walk<'e> {
    /// Begins behind `before`, of which the number is 0 where the first entry comes next.
    pub fn behind(before: Link, registry: [u8; 16], expected: &'e [KeptHead]) -> Self {
        let met = expected.iter().map(|head| meets(head, &before)).collect();
        Self { registry, expected, before, verdict: Verdict { entries: 0, head: None, first_bad: None, met } }
    }

    /// The next entry: the hash that it bears, and its columns where they can be read.
    pub fn next(&mut self, seq: i64, hash: Option<[u8; 32]>, columns: Option<&Columns<'_>>) {
        self.verdict.entries += 1;
        let place = self.before.seq + 1;
        let fits = columns.is_some_and(|columns| {
            columns.seq == place && Some(columns.hash(&self.registry, &self.before.hash)) == hash
        });
        self.before = Link { seq: place, hash: hash.unwrap_or_default() };
        if !fits {
            self.verdict.first_bad = self.verdict.first_bad.or(Some(seq));
        }
        if self.verdict.first_bad.is_some() {
            return;
        }
        for (head, met) in self.expected.iter().zip(&mut self.verdict.met) {
            *met |= meets(head, &self.before);
        }
        self.verdict.head = Some(self.before.clone());
    }

    pub fn end(self) -> Verdict {
        self.verdict
    }
}

fn meets(head: &KeptHead, link: &Link) -> bool {
    link.seq > 0 && head.hash == link.hash && head.seq.is_none_or(|seq| seq == link.seq)
}

const WALK: &str =
    "SELECT seq, at, person, actor, action, site, subject, outcome, code, details, hash FROM audit ORDER BY seq";

/// Recomputes the whole chain; `expected` are heads that were kept elsewhere, `read` is called for every entry.
pub fn verify(view: ReadView<'_>, expected: &[KeptHead], read: impl Fn()) -> Result<Verdict> {
    walk(view, expected, |_| {
        read();
        Ok(())
    })
}

/// The same; `each` gets every entry that can be read.
pub(in crate::store) fn walk(
    view: ReadView<'_>,
    expected: &[KeptHead],
    mut each: impl FnMut(&Columns<'_>) -> Result<()>,
) -> Result<Verdict> {
    let registry: [u8; 16] = view.conn.query_row("SELECT id FROM registry", [], |row| row.get(0))?;
    let mut walk = Walk::behind(Link { seq: 0, hash: [0; 32] }, registry, expected);
    let mut select = view.conn.prepare(WALK)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let columns = columns(row);
        columns.iter().try_for_each(&mut each)?;
        walk.next(row.get(0)?, row.get(10).ok(), columns.as_ref());
    }
    Ok(walk.end())
}

/// The columns of a row, in the order of the table, where they are what they must be.
pub(super) fn columns<'r>(row: &'r Row<'_>) -> Option<Columns<'r>> {
    let text = |column: usize| -> Option<Option<&str>> { row.get_ref(column).ok()?.as_str_or_null().ok() };
    Some(Columns {
        seq: row.get(0).ok()?,
        at: row.get(1).ok()?,
        person: row.get(2).ok()?,
        actor: text(3)?,
        action: text(4)??,
        site: text(5)?,
        subject: text(6)?,
        outcome: text(7)??,
        code: text(8)?,
        details: text(9)??,
    })
}
