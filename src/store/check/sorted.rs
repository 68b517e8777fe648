//! Records of one length in their order, however many there are.
//!
//! What must hold: the memory stays the same. What does not fit waits in a file without a name, in runs that are each sorted and
//! are read side by side.
use crate::error::{Error, Result};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::Write as _;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

/// Bytes of records in memory while they come in.
const COMING_IN: usize = 12_000_000;
/// Records for which no room is made ahead.
const SMALL: usize = 10_000;
/// Bytes of records in memory while they are read.
const GOING_OUT: usize = 4_000_000;

/// Takes records in.
pub struct Sorter<'f, const N: usize> {
    folder: &'f Path,
    most: usize,
    records: Vec<[u8; N]>,
    file: Option<File>,
    runs: Vec<Run<N>>,
}

/// Gives them back.
pub struct Sorted<const N: usize> {
    file: Option<File>,
    runs: Vec<Run<N>>,
    /// The next one of each run.
    next: BinaryHeap<Reverse<([u8; N], usize)>>,
}

/// Sorted records: a part that was read, and what lies in the file.
struct Run<const N: usize> {
    read: std::vec::IntoIter<[u8; N]>,
    at: u64,
    end: u64,
}

impl<'f, const N: usize> Sorter<'f, N> {
    /// What does not fit goes into that folder, or into the one for temporary files where nothing can be written there.
    pub fn beside(folder: &'f Path) -> Self {
        Self::of(folder, COMING_IN / N)
    }

    fn of(folder: &'f Path, most: usize) -> Self {
        Self { folder, most, records: Vec::new(), file: None, runs: Vec::new() }
    }

    pub fn push(&mut self, record: [u8; N]) -> Result<()> {
        if self.records.len() >= self.most {
            self.spill()?;
        } else if self.records.len() == SMALL {
            // Grown by doubling, it would take half as much again.
            self.records.reserve_exact(self.most.saturating_sub(SMALL));
        }
        self.records.push(record);
        Ok(())
    }

    fn spill(&mut self) -> Result<()> {
        self.records.sort_unstable();
        if self.file.is_none() {
            let file = tempfile::tempfile_in(self.folder).or_else(|_| tempfile::tempfile());
            self.file = Some(file.map_err(failed)?);
        }
        if let Some(file) = &mut self.file {
            file.write_all(self.records.as_flattened()).map_err(failed)?;
        }
        let at = self.runs.last().map_or(0, |run| run.end);
        let bytes = self.records.as_flattened().len();
        self.runs.push(Run { read: Vec::new().into_iter(), at, end: at + u64::try_from(bytes).unwrap_or(u64::MAX) });
        self.records.clear();
        Ok(())
    }

    /// All of them, in order.
    pub fn sorted(mut self) -> Result<Sorted<N>> {
        if self.file.is_some() {
            self.spill()?;
        } else {
            self.records.sort_unstable();
            let records = std::mem::take(&mut self.records);
            self.runs.push(Run { read: records.into_iter(), at: 0, end: 0 });
        }
        let mut sorted = Sorted { file: self.file, runs: self.runs, next: BinaryHeap::new() };
        for run in 0..sorted.runs.len() {
            sorted.advance(run)?;
        }
        Ok(sorted)
    }
}

impl<const N: usize> Sorted<N> {
    /// The next record.
    pub fn next(&mut self) -> Result<Option<[u8; N]>> {
        let Some(Reverse((record, run))) = self.next.pop() else { return Ok(None) };
        self.advance(run)?;
        Ok(Some(record))
    }

    fn advance(&mut self, number: usize) -> Result<()> {
        let part = (GOING_OUT / N / self.runs.len()).max(1);
        let run = &mut self.runs[number];
        if run.read.len() == 0
            && run.at < run.end
            && let Some(file) = &self.file
        {
            let left = usize::try_from(run.end - run.at).unwrap_or(usize::MAX) / N;
            let mut records = vec![[0; N]; part.min(left)];
            let bytes = records.as_flattened_mut();
            file.read_exact_at(bytes, run.at).map_err(failed)?;
            run.at += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            run.read = records.into_iter();
        }
        if let Some(record) = run.read.next() {
            self.next.push(Reverse((record, number)));
        }
        Ok(())
    }
}

fn failed(error: std::io::Error) -> Error {
    anyhow::Error::new(error).context("a temporary file cannot be used").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_order(most: usize, records: &[[u8; 2]]) -> Vec<[u8; 2]> {
        let folder = std::env::temp_dir();
        let mut sorter = Sorter::of(&folder, most);
        for record in records {
            sorter.push(*record).unwrap();
        }
        let mut sorted = sorter.sorted().unwrap();
        std::iter::from_fn(|| sorted.next().unwrap()).collect()
    }

    #[test]
    fn records_come_back_in_order_from_memory_and_from_runs() {
        let records: Vec<[u8; 2]> =
            (0..=u16::MAX).step_by(7).map(|number| number.wrapping_mul(40_503).to_le_bytes()).collect();
        let mut expected = records.clone();
        expected.sort_unstable();
        for most in [1_000_000, records.len(), records.len() - 1, 1000, 100] {
            assert!(in_order(most, &records) == expected, "{most} in memory");
        }
        assert_eq!(in_order(3, &[]), [[0; 2]; 0]);
    }
}
