//! Lists as CSV, quoted as RFC 4180 says, with lines that end in a bare line feed as shells expect.
//!
//! What must hold: a cell that a spreadsheet would take for a formula is disarmed by a leading apostrophe. Foreign
//! characters are escaped as everywhere else, and text that looks like such an escape is escaped itself. [`read`] gives
//! back exactly what was written, as far as an import takes it: of the escaped characters, a line of text may hold joiners.
use crate::model::text;
use std::borrow::Cow;
use std::io::{self, Write};

/// What starts a formula in one spreadsheet or another.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// `cell`, with an apostrophe before it where a spreadsheet would compute it, or where the apostrophe that it has would
/// be taken for ours.
fn guard(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches('\'').starts_with(FORMULA) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// What [`guard`] was given to make `cell`. Text that was never guarded comes back as it is.
fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// How [`text::shown`] begins an escape.
const ESCAPE: &str = "\\u{";
/// The escapes that [`read`] takes back: the backslash of a text that looks like an escape, and the joiners.
const TAKEN_BACK: [(&str, char); 3] = [("\\u{5c}", '\\'), ("\\u{200c}", '\u{200c}'), ("\\u{200d}", '\u{200d}')];

/// The text of a cell that a [`CsvWriter`] or a person wrote.
pub fn read(cell: &str) -> Cow<'_, str> {
    let mut rest = unguard(cell);
    if !rest.contains('\\') {
        return Cow::Borrowed(rest);
    }
    let mut text = String::with_capacity(rest.len());
    while let Some(at) = rest.find(ESCAPE) {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        let taken = TAKEN_BACK.iter().find_map(|(escaped, c)| Some((escape.strip_prefix(escaped)?, *c)));
        let (after, c) = taken.unwrap_or((&escape[1..], '\\'));
        text.push(c);
        rest = after;
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// CSV lines to a stream, one record after the other.
pub struct CsvWriter<W: Write> {
    lines: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Writes to `out`, in blocks; [`CsvWriter::end`] writes the last one.
    pub fn new(out: W) -> Self {
        Self { lines: csv::WriterBuilder::new().flexible(true).from_writer(out) }
    }

    /// One line.
    ///
    /// # Errors
    /// What the stream says.
    pub fn line<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> io::Result<()> {
        for cell in cells {
            let plain = if cell.contains('\\') { &cell.replace(ESCAPE, "\\u{5c}u{") } else { cell };
            let cell = text::shown(plain);
            self.lines.write_field(guard(&cell).as_bytes()).map_err(io_of)?;
        }
        self.lines.write_record(None::<&[u8]>).map_err(io_of)
    }

    /// Writes what is still held, and gives the stream back.
    ///
    /// # Errors
    /// What the stream says.
    pub fn end(self) -> io::Result<W> {
        self.lines.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// The stream's own error, so that a closed pipe is still known as one.
fn io_of(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[Vec<String>]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut lines = CsvWriter::new(&mut out);
        for row in rows {
            lines.line(row.iter().map(String::as_str)).expect("written");
        }
        lines.end().expect("written");
        out
    }

    #[test]
    fn every_guarded_cell_comes_back() {
        let starts = ["", "'", "''", "=", "+", "-", "@", "\t", "\r", "a", "'=", "''=", "'a", "s-", "\u{2019}="];
        for first in starts {
            for rest in ["", "1+1", "'", "=x", "cmd|' /C calc'!A0"] {
                let cell = format!("{first}{rest}");
                let guarded = guard(&cell);
                assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                assert_eq!(unguard(&guarded), cell);
            }
        }
        assert_eq!(guard("+49 30 1234"), "'+49 30 1234");
        assert_eq!(guard("'s-Hertogenbosch"), "'s-Hertogenbosch");
        assert_eq!(unguard("O'Brien"), "O'Brien");
    }

    #[test]
    fn a_reader_of_csv_reads_what_was_written() {
        let rows =
            vec![vec!["ann@example.com".to_owned(), "a \"b\", c".to_owned()], vec!["-x".to_owned(), String::new()]];
        let out = written(&rows);
        assert_eq!(String::from_utf8_lossy(&out), "ann@example.com,\"a \"\"b\"\", c\"\n'-x,\n");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
        let back: Vec<Vec<String>> = reader
            .records()
            .map(|line| line.expect("a line").iter().map(|cell| unguard(cell).to_owned()).collect())
            .collect();
        assert_eq!(back, rows);
    }

    #[test]
    fn text_that_looks_like_an_escape_comes_back_and_so_do_joiners() {
        for text in [
            r"\u{200c}",
            "می\u{200c}خواهم",
            r"\u{5c}u{200d}",
            "\\\u{200d}\\u{200d}",
            r"=\u{200c}\",
            r"\\u{5c}\u{",
            r"C:\users\u",
            r"'=\u{7f}",
        ] {
            let out = written(&[vec![text.to_owned()]]);
            assert!(!String::from_utf8_lossy(&out).contains(['\u{200c}', '\u{200d}']), "{text:?}");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
            let line = reader.records().next().expect("a line").expect("CSV");
            assert_eq!(read(&line[0]), text);
        }
        assert_eq!(read(r"written by hand: \u{202e}"), r"written by hand: \u{202e}");
    }

    #[test]
    fn a_lone_empty_cell_is_a_line_and_a_control_character_is_escaped() {
        let out = written(&[vec![String::new()], vec!["\x07".to_owned()]]);
        assert_eq!(String::from_utf8_lossy(&out), "\"\"\n\\u{7}\n");
    }
}
