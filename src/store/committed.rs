//! What became of a change: the proof that it happened, or was tried in a dry run.
use crate::notice::Letter;
use std::ops::RangeInclusive;

/// A notice that the change causes, as reports show it.
#[derive(Debug)]
pub struct Notice {
    /// The letter as it was queued, or as everybody is told that it was.
    pub letter: Letter,
}

/// It happened and is on disk, or was tried in a dry run; only a transaction says so.
#[must_use]
pub struct Committed {
    pub(super) changed: bool,
    pub(super) dry_run: bool,
    pub(super) notices: Vec<Notice>,
    pub(super) notice_count: usize,
    pub(super) letters: RangeInclusive<i64>,
}

/// Letters that an answer names one by one; of more it says how many (cli.md, "fewer than 1000").
pub const NAMED: usize = 1000;

/// The numbers of no letters at all.
pub const NO_LETTERS: RangeInclusive<i64> = RangeInclusive::new(1, 0);

impl Committed {
    /// Whether anything changed, or would have.
    pub fn changed(&self) -> bool {
        self.changed
    }

    /// Whether this was a dry run: nothing is on disk.
    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    /// The notices that the change caused; of bulk work the first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// How many notices the change caused.
    pub fn notice_count(&self) -> usize {
        self.notice_count
    }

    /// The numbers of the letters that it queued; all of those in between are its own.
    pub fn letters(&self) -> RangeInclusive<i64> {
        self.letters.clone()
    }
}
