//! Files with many lines, one thing a line: CSV with a header, or JSON, an array of objects. What a line of each kind of file
//! says is in `access` and `site`; what is made of it is decided by the command.
//!
//! What must hold: sizes are limited before anything expensive happens. What comes through a pipe is read whole before a
//! transaction begins, so that nobody waits for a slow writer; a file on the disk is read line by line, so that a long one
//! needs no memory.
//!
//! # Compatibility
//! UTF-8 with or without a byte order mark, or UTF-16; lines that end in LF or CRLF; commas, semicolons, tabs or bars between
//! the cells, which are quoted as RFC 4180 says. What an export writes (formula guards, escapes) is taken back.
pub mod access;
mod bad_lines;
mod csv;
mod fields;
mod header;
mod json;
mod quotes;
pub mod site;

pub use bad_lines::BadLines;

use crate::error::{Error, Result};
use crate::model::encoding::Encoding;
use anyhow::Context as _;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::PathBuf;
use std::rc::Rc;

/// Bytes of the largest file: a million lines of 130 bytes.
const LARGEST: u64 = 128 * 1024 * 1024;

/// What a file of this kind holds.
#[derive(Debug)]
pub struct Form {
    /// The columns, in the order of the contract.
    pub columns: &'static [&'static str],
    /// Those that no file may lack.
    pub needed: &'static [&'static str],
    /// Where the columns stand in an object, where that is not under their own name: `privileges.tools`.
    pub elsewhere: &'static [(&'static str, &'static str)],
    /// Keys of an object that say nothing here.
    pub ignored: &'static [&'static str],
    /// Lines that are taken, the header left out.
    pub most: u64,
}

/// The cells of one line.
#[derive(Debug, Default)]
pub struct Cells {
    /// The line in the file, from 1; in JSON the object, from 1.
    pub number: u64,
    texts: Vec<Option<String>>,
}

impl Cells {
    /// The text in a column of the form; empty where it is left out, nothing where the file has no such column.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.texts.get(column).and_then(Option::as_deref)
    }

    /// The text in a column, where there is one.
    pub fn given(&self, column: usize) -> Option<&str> {
        self.get(column).filter(|text| !text.is_empty())
    }

    /// The word in a column, where there is one: in lower case, as the words of the contract are.
    pub fn word(&self, column: usize) -> Option<Cow<'_, str>> {
        let lowered =
            |text: &str| text.bytes().any(|byte| byte.is_ascii_uppercase()).then(|| text.to_ascii_lowercase());
        self.given(column).map(|text| lowered(text).map_or(Cow::Borrowed(text), Cow::Owned))
    }

    /// Whether nothing stands in it.
    fn is_blank(&self) -> bool {
        self.texts.iter().flatten().all(String::is_empty)
    }
}

/// A file, line by line.
pub struct Lines {
    source: Source,
    cells: Cells,
    most: u64,
    read: u64,
}

enum Source {
    Csv(Box<csv::Reader>),
    Json(json::Reader),
}

/// Where lines come from: what can be read only once is held, so that it can be read again.
pub enum Origin {
    Held(Rc<[u8]>),
    OnDisk(PathBuf),
}

impl Origin {
    /// The file at `path`.
    ///
    /// # Errors
    /// `io`; `invalid_value` for a pipe that holds too much.
    pub fn at(path: PathBuf) -> Result<Self> {
        let mut file = File::open(&path).context(UNREADABLE)?;
        if file.metadata().context(UNREADABLE)?.is_file() { Ok(Self::OnDisk(path)) } else { Self::held(&mut file) }
    }

    /// What `from` holds, to its end.
    ///
    /// # Errors
    /// `io`; `invalid_value` where it is too large.
    pub fn held(from: &mut dyn Read) -> Result<Self> {
        let mut bytes = Vec::new();
        from.take(LARGEST + 1).read_to_end(&mut bytes).context(UNREADABLE)?;
        if bytes.len() as u64 > LARGEST {
            return Err(too_large());
        }
        Ok(Self::Held(bytes.into()))
    }

    /// What it holds, from the beginning.
    ///
    /// # Errors
    /// `io`; `invalid_value` where it is too large.
    pub fn bytes(&self) -> Result<Box<dyn BufRead>> {
        match self {
            Self::Held(bytes) => Ok(Box::new(Cursor::new(Rc::clone(bytes)))),
            Self::OnDisk(path) => {
                let file = File::open(path).context(UNREADABLE)?;
                if file.metadata().context(UNREADABLE)?.len() > LARGEST {
                    return Err(too_large());
                }
                Ok(Box::new(BufReader::with_capacity(64 * 1024, file.take(LARGEST))))
            }
        }
    }
}

impl Lines {
    /// Opens `origin` and reads what comes before its first line.
    ///
    /// # Errors
    /// `io`; `invalid_value` for a file that is too large, a missing, unknown or repeated column.
    pub fn of(origin: &Origin, form: &'static Form) -> Result<Self> {
        let mut bytes = utf8(origin.bytes()?)?;
        let start = bytes.fill_buf().context(UNREADABLE)?;
        if let Some(kind) = kind(start) {
            return Err(refused(kind).hinted("save the list as CSV (UTF-8) and import that"));
        }
        let source = match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'[' | b'{') => Source::Json(json::Reader::open(bytes, form)?),
            _ => Source::Csv(Box::new(csv::Reader::open(bytes, form)?)),
        };
        let cells = Cells { number: 0, texts: vec![None; form.columns.len()] };
        Ok(Self { source, cells, most: form.most, read: 0 })
    }

    /// The next line that says anything: its number, and its cells or why it has none.
    ///
    /// # Errors
    /// `io`; `invalid_value` where the file cannot be read on, or is too long.
    pub fn advance(&mut self) -> Result<Option<(u64, Result<&Cells>)>> {
        loop {
            let more = match &mut self.source {
                Source::Csv(reader) => reader.next(&mut self.cells)?,
                Source::Json(reader) => reader.next(&mut self.cells)?,
            };
            let Some(read) = more else { return Ok(None) };
            if read.is_ok() && self.cells.is_blank() {
                continue;
            }
            self.read += 1;
            if self.read > self.most {
                return Err(refused(format!("has more than {} lines", self.most)));
            }
            return Ok(Some((self.cells.number, read.map(|()| &self.cells))));
        }
    }
}

/// A file that is not what it must be.
fn refused(why: impl std::fmt::Display) -> Error {
    Error::invalid("file", format!("file: {why}"))
}

/// The same text as UTF-8, without a byte order mark.
fn utf8(mut bytes: Box<dyn BufRead>) -> Result<Box<dyn BufRead>> {
    let encoding = Encoding::of(bytes.fill_buf().context(UNREADABLE)?);
    if let Encoding::Utf8 { mark } = encoding {
        bytes.consume(mark);
        return Ok(bytes);
    }
    let mut text = Vec::new();
    bytes.read_to_end(&mut text).context(UNREADABLE)?;
    let text = encoding.to_utf8(&text).map_err(|_| refused("begins as UTF-16 and does not go on so"))?;
    Ok(Box::new(Cursor::new(text.into_owned())))
}

/// What a file that begins like this is, where it is neither CSV nor JSON.
fn kind(start: &[u8]) -> Option<&'static str> {
    match start {
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            Some("is a spreadsheet or an archive, not a list as text")
        }
        _ if start.contains(&0) => Some("holds binary data, not a list as text"),
        _ if start.contains(&b'\r') && !start.contains(&b'\n') => Some("has lines that end in CR alone"),
        _ => None,
    }
}

/// The path is not repeated: it could be a secret, typed in the wrong place.
const UNREADABLE: &str = "the file cannot be read";

fn too_large() -> Error {
    refused(format!("is larger than {} MiB", LARGEST / (1024 * 1024))).hinted("take it apart and import the parts")
}

/// What a reader of three columns gives, as its tests compare it: `line: id|role|note`, a dash where the file has no such column.
#[cfg(test)]
fn lines_of_three(mut next: impl FnMut(&mut Cells) -> Result<Option<Result<()>>>) -> Result<Vec<String>> {
    let mut cells = Cells { number: 0, texts: vec![None; 3] };
    let mut lines = Vec::new();
    while let Some(read) = next(&mut cells)? {
        let shown: Vec<&str> = (0..3).map(|column| cells.get(column).unwrap_or("-")).collect();
        lines.push(match read {
            Ok(()) => format!("{}: {}", cells.number, shown.join("|")),
            Err(error) => format!("{}: {}", cells.number, error.message),
        });
    }
    Ok(lines)
}
