//! Long lists, page by page: a list is held until it is whole, then handed to a pager if it is longer than the terminal.
//!
//! What must hold: nothing is shown while a transaction is open, since only `flush` shows anything, and verbs do not call
//! it. Where the pager does not start, the list is written as it would be without one. JSON and CSV never come here.
use crate::ui::{Format, OutputOptions};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::mem;

/// What shows a text page by page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Program {
    /// `less -FRX`, for people who chose nothing.
    Usual,
    /// A command line of the person's own, for a shell.
    Chosen(OsString),
}

impl Program {
    /// The one that the person wants: `PAO_PAGER`, then `PAGER`, then the usual one. None where the first of these that
    /// is set is empty or `cat`, and on a terminal that cannot move its cursor.
    pub fn wanted<'e>(view: impl Fn(&str) -> Option<&'e OsStr>) -> Option<Self> {
        if view("TERM").is_none_or(|term| term.is_empty() || term == "dumb") {
            return None;
        }
        match view("PAO_PAGER").or_else(|| view("PAGER")) {
            None => Some(Self::Usual),
            Some(line) if line.as_encoded_bytes().trim_ascii().is_empty() || line == "cat" => None,
            Some(line) => Some(Self::Chosen(line.to_owned())),
        }
    }
}

/// What became of a text that was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// Somebody read it, or as much of it as they wanted.
    Read,
    /// There was no such program; nobody saw anything.
    Unread,
}

/// What starts pagers.
pub trait Pager {
    /// Shows `text` and waits until the reader is done.
    fn show(&mut self, program: &Program, text: &[u8]) -> Handed;
}

/// A stdout that holds what is written until it is flushed.
struct Held {
    text: Vec<u8>,
    lines: usize,
    program: Program,
    pager: Box<dyn Pager>,
    out: Box<dyn Write>,
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        let text = mem::take(&mut self.text);
        // The last line of the terminal is for the prompt that follows.
        let is_long = text.split_inclusive(|&byte| byte == b'\n').take(self.lines).count() == self.lines;
        if is_long && self.pager.show(&self.program, &text) == Handed::Read {
            return Ok(());
        }
        self.out.write_all(&text)?;
        self.out.flush()
    }
}

/// How many lines the screen of a person has who can turn pages: a table, on a terminal, with a keyboard.
pub fn screen(output_options: &OutputOptions) -> Option<usize> {
    let terminal = output_options.terminal;
    let height =
        terminal.height.filter(|_| terminal.stdin && terminal.stdout && output_options.format == Format::Table);
    height.map(usize::from)
}

/// From here on `out` holds what is written to it; flushing shows it, in pages where it has `lines` lines or more.
pub fn hold(out: &mut Box<dyn Write>, pager: Box<dyn Pager>, program: Program, lines: usize) {
    let below = mem::replace(out, Box::new(io::sink()));
    *out = Box::new(Held { text: Vec::new(), lines, program, pager, out: below });
}
