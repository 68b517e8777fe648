//! Lines of a list in the order of their keys, in bounded memory: what is too much lies in a file that has no name.
//!
//! What must hold: lines of one key keep the order in which they came. Nobody finds the file, which is gone with the
//! process, and it lies in the folder of the database, under the same protection: what a list says stays there.
//!
//! SQLite could sort, but in memory alone: its temporary files would lie wherever the system keeps such files
//! (security.md, "The file").
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;

/// Bytes that are held in memory, for lines and for where they are.
const BLOCK: usize = 2 << 20;

/// Bytes that are read ahead of each run, and held back of the one that is written.
const AHEAD: usize = 8 << 10;

/// Takes lines and gives them back in order.
#[derive(Debug, Default)]
pub struct Sorter {
    /// Where the file lies; without it everything stays in memory.
    folder: Option<PathBuf>,
    /// Keys and lines, one after the other.
    block: Vec<u8>,
    /// Where in the block they are.
    lines: Vec<Place>,
    /// The file, and where each run of ordered lines ends in it.
    aside: Option<(File, Vec<u64>)>,
}

/// A line in the block: its key stands from `key` to `line`.
#[derive(Debug, Clone, Copy)]
struct Place {
    key: usize,
    line: usize,
    end: usize,
}

impl Sorter {
    /// A sorter that puts aside in `folder` what would take too much memory.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// One more line.
    ///
    /// # Errors
    /// What the file says.
    pub fn push(&mut self, key: &str, line: &[u8]) -> io::Result<()> {
        let held = self.block.len() + self.lines.len() * size_of::<Place>();
        if self.folder.is_some() && held + key.len() + line.len() > BLOCK && !self.lines.is_empty() {
            self.put_aside().map_err(told)?;
        }
        let start = self.block.len();
        self.block.extend_from_slice(key.as_bytes());
        self.block.extend_from_slice(line);
        self.lines.push(Place { key: start, line: start + key.len(), end: self.block.len() });
        Ok(())
    }

    /// Hands every line to `to`, in order.
    ///
    /// # Errors
    /// What the file says, or `to`.
    pub fn each(mut self, mut to: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        if self.aside.is_some() {
            self.put_aside().map_err(told)?;
        }
        let Some((file, ends)) = &self.aside else {
            self.order();
            return self.lines.iter().try_for_each(|place| to(&self.block[place.line..place.end]));
        };
        let mut runs = BinaryHeap::with_capacity(ends.len());
        let mut at = 0;
        for (number, &end) in ends.iter().enumerate() {
            let part = BufReader::with_capacity(AHEAD, Part { file, at, end });
            let mut run = Run { part, number, key: Vec::new(), line: Vec::new() };
            if run.next().map_err(told)? {
                runs.push(Reverse(run));
            }
            at = end;
        }
        while let Some(mut first) = runs.peek_mut() {
            to(&first.0.line)?;
            if !first.0.next().map_err(told)? {
                PeekMut::pop(first);
            }
        }
        Ok(())
    }

    fn order(&mut self) {
        let block = &self.block;
        self.lines.sort_by(|a, b| block[a.key..a.line].cmp(&block[b.key..b.line]));
    }

    /// Writes the block behind what the file holds, as one more run.
    fn put_aside(&mut self) -> io::Result<()> {
        self.order();
        let folder = self.folder.as_deref().ok_or(io::ErrorKind::NotFound)?;
        let (file, ends) = match &mut self.aside {
            Some(aside) => aside,
            none => none.insert((tempfile::tempfile_in(folder)?, Vec::new())),
        };
        let mut out = BufWriter::with_capacity(AHEAD, &*file);
        let mut end = ends.last().copied().unwrap_or(0);
        for &Place { key, line, end: stop } in &self.lines {
            for length in [line - key, stop - line] {
                out.write_all(&u32::try_from(length).map_err(io::Error::other)?.to_le_bytes())?;
            }
            out.write_all(&self.block[key..stop])?;
            end += (stop - key) as u64 + 8;
        }
        out.flush()?;
        drop(out);
        ends.push(end);
        self.block.clear();
        self.lines.clear();
        Ok(())
    }
}

/// What went wrong was not the answer's way out.
fn told(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("rows that wait beside the database: {error}"))
}

/// What is left of one run in the file.
struct Part<'f> {
    file: &'f File,
    at: u64,
    end: u64,
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end - self.at).unwrap_or(usize::MAX);
        let most = into.len().min(left);
        let read = self.file.read_at(&mut into[..most], self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// A run, and its line at hand.
struct Run<'f> {
    part: BufReader<Part<'f>>,
    number: usize,
    key: Vec<u8>,
    line: Vec<u8>,
}

impl Run<'_> {
    /// Goes on to the next line, if there is one.
    fn next(&mut self) -> io::Result<bool> {
        if self.part.buffer().is_empty() && self.part.get_ref().at == self.part.get_ref().end {
            return Ok(false);
        }
        let mut lengths = [[0; 4]; 2];
        for length in &mut lengths {
            self.part.read_exact(length)?;
        }
        for (length, into) in lengths.into_iter().zip([&mut self.key, &mut self.line]) {
            into.resize(u32::from_le_bytes(length) as usize, 0);
            self.part.read_exact(into)?;
        }
        Ok(true)
    }
}

impl Ord for Run<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.key, self.number).cmp(&(&other.key, other.number))
    }
}

impl PartialOrd for Run<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Run<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Run<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of one sorter: the keys repeat, and come in no order.
    fn given(count: usize) -> Vec<(String, String)> {
        (0..count).map(|n| (format!("key{}", n * 7919 % 1009), format!("{n} {}", "x".repeat(n % 500)))).collect()
    }

    fn ordered(mut sorter: Sorter, given: &[(String, String)]) -> (Vec<String>, usize) {
        for (key, line) in given {
            sorter.push(key, line.as_bytes()).expect("taken");
        }
        let (mut lines, runs) = (Vec::new(), sorter.aside.as_ref().map_or(0, |(_, ends)| ends.len()));
        let put = |line: &[u8]| {
            lines.push(String::from_utf8_lossy(line).into_owned());
            Ok(())
        };
        sorter.each(put).expect("given back");
        (lines, runs)
    }

    #[test]
    fn lines_come_back_in_the_order_of_their_keys_whether_or_not_they_were_put_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        for (count, few) in [(0, true), (1, true), (2000, true), (40_000, false)] {
            let given = given(count);
            let mut expected = given.clone();
            expected.sort_by(|(a, _), (b, _)| a.cmp(b));
            let expected: Vec<String> = expected.into_iter().map(|(_, line)| line).collect();
            let (lines, runs) = ordered(Sorter::new(Some(folder.path().to_owned())), &given);
            assert!(lines == expected, "{count} lines in {runs} runs");
            assert_eq!(runs < 2, few, "{count} lines in {runs} runs");
            assert!(ordered(Sorter::default(), &given) == (expected, 0), "{count} lines in memory");
        }
        assert_eq!(folder.path().read_dir().expect("readable").count(), 0, "nothing is left, and nothing had a name");
    }

    #[test]
    fn a_line_that_is_larger_than_the_block_is_taken_and_a_folder_that_is_gone_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let large = "y".repeat(BLOCK + 1);
        let given: Vec<(String, String)> = ["c", "a", "b"].map(|key| (key.to_owned(), format!("{key}{large}"))).into();
        let (lines, runs) = ordered(Sorter::new(Some(folder.path().to_owned())), &given);
        assert_eq!(lines.iter().map(|line| &line[..1]).collect::<String>(), "abc");
        assert_eq!(runs, 2);
        let mut sorter = Sorter::new(Some(folder.path().join("gone")));
        sorter.push("a", large.as_bytes()).expect("in memory");
        assert_eq!(sorter.push("b", b"").expect_err("no folder").kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn what_is_held_in_memory_is_bounded() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut sorter = Sorter::new(Some(folder.path().to_owned()));
        for _ in 0..200_000 {
            sorter.push("", b"z").expect("taken");
            assert!(sorter.block.len() + sorter.lines.len() * size_of::<Place>() <= BLOCK + 64);
        }
    }
}
