//! CSV, record by record.
//!
//! What must hold: a record is known by the line on which it begins, whatever line breaks are inside its quotes. The
//! library reads CSV as well, but its line numbers count CRLF and blank lines wrongly.
use super::{Cells, Form, refused, unreadable};
use crate::error::{Error, Result};
use crate::model::code::looks_like_code;
use crate::rules::Code;
use crate::ui::csv::unguard;
use serde_json::json;
use std::io::BufRead;

/// Bytes of the longest record: more than every field of a line at its longest.
const LONGEST: usize = 64 * 1024;

/// A CSV file behind its header.
pub(super) struct Reader {
    bytes: Box<dyn BufRead>,
    record: Vec<u8>,
    /// Physical lines that were read.
    lines: u64,
    /// The column of the form that each field of a record belongs to.
    places: Vec<usize>,
}

impl Reader {
    pub fn open(bytes: Box<dyn BufRead>, form: &Form) -> Result<Self> {
        let mut reader = Self { bytes, record: Vec::new(), lines: 0, places: Vec::new() };
        let mut names = Vec::new();
        let number = loop {
            match reader.load()? {
                Some(_) if reader.record.is_empty() => {}
                Some(number) => break number,
                None => return Err(header(form, 1, "file", "file: is empty")),
            }
        };
        let text = std::str::from_utf8(&reader.record).map_err(|_| refused("is not UTF-8"))?;
        fields(text, |name| names.push(name.trim().replace('_', "-")))
            .map_err(|why| header(form, number, "file", why))?;
        for name in &names {
            let shown = if looks_like_code(name) { "(hidden)" } else { name.as_str() };
            let Some(place) = form.columns.iter().position(|column| column == name) else {
                return Err(header(form, number, shown, &format!("{shown}: there is no such column")));
            };
            if reader.places.contains(&place) {
                return Err(header(form, number, shown, &format!("{shown}: the column is there twice")));
            }
            reader.places.push(place);
        }
        let missing = form.needed.iter().find(|name| !names.iter().any(|there| there == *name));
        match missing {
            Some(name) => Err(header(form, number, name, &format!("{name}: the column is missing"))),
            None => Ok(reader),
        }
    }

    /// The next record, if there is one; an error in it is its own.
    pub fn next(&mut self, cells: &mut Cells) -> Result<Option<Result<()>>> {
        let number = loop {
            match self.load()? {
                None => return Ok(None),
                Some(_) if self.record.is_empty() => {}
                Some(number) => break number,
            }
        };
        cells.number = number;
        Ok(Some(self.take(cells)))
    }

    fn take(&self, cells: &mut Cells) -> Result<()> {
        let Ok(text) = std::str::from_utf8(&self.record) else { return Err(refused("the line is not UTF-8")) };
        let mut count = 0;
        let split = fields(text, |field| {
            if let Some(place) = self.places.get(count) {
                let cell = cells.texts[*place].get_or_insert_default();
                cell.clear();
                cell.push_str(unguard(field.trim_matches(' ')));
            }
            count += 1;
        });
        split.map_err(refused)?;
        if count == self.places.len() {
            return Ok(());
        }
        // A line of commas alone says nothing, however many there are.
        if text.bytes().all(|byte| byte == b',') {
            cells.texts.iter_mut().flatten().for_each(String::clear);
            return Ok(());
        }
        Err(refused(format!("the line has {count} fields, the header {}", self.places.len())))
    }

    /// Reads a record and gives the line on which it begins: lines are joined as long as a quote is open.
    fn load(&mut self) -> Result<Option<u64>> {
        self.record.clear();
        let number = self.lines + 1;
        loop {
            let before = self.record.len();
            if !self.line()? {
                return Ok((before > 0).then_some(number));
            }
            if !is_open(&self.record) {
                break;
            }
        }
        while matches!(self.record.last(), Some(b'\n' | b'\r')) {
            self.record.pop();
        }
        Ok(Some(number))
    }

    /// Adds one physical line; no more than a record may have.
    fn line(&mut self) -> Result<bool> {
        let mut some = false;
        loop {
            let there = self.bytes.fill_buf().map_err(unreadable)?;
            if there.is_empty() {
                return Ok(some);
            }
            if !some {
                (some, self.lines) = (true, self.lines + 1);
            }
            let end = there.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let length = end.unwrap_or(there.len());
            if self.record.len() + length > LONGEST {
                let words = format!("line {} is longer than {LONGEST} bytes, or its quote is never closed", self.lines);
                return Err(refused(words));
            }
            self.record.extend_from_slice(&there[..length]);
            self.bytes.consume(length);
            if end.is_some() {
                return Ok(true);
            }
        }
    }
}

/// Whether a quoted field has not ended yet. A quote opens a field at its beginning only; elsewhere it is a letter.
fn is_open(record: &[u8]) -> bool {
    let (mut quoted, mut may_open) = (false, true);
    for byte in record {
        (quoted, may_open) = match byte {
            // A closing quote may turn out to be the first of a pair.
            b'"' if quoted || may_open => (!quoted, quoted),
            b',' if !quoted => (false, true),
            _ => (quoted, false),
        };
    }
    quoted
}

/// Hands every field of a record to `each`, quotes taken off.
fn fields(record: &str, mut each: impl FnMut(&str)) -> Result<(), &'static str> {
    let mut rest = record;
    loop {
        let Some(quoted) = rest.strip_prefix('"') else {
            let (field, after) = rest.split_once(',').map_or((rest, None), |(field, after)| (field, Some(after)));
            each(field);
            match after {
                Some(after) => rest = after,
                None => return Ok(()),
            }
            continue;
        };
        let (field, after) = unquoted(quoted).ok_or("a quote is never closed")?;
        each(&field);
        match after.strip_prefix(',') {
            Some(after) => rest = after,
            None if after.is_empty() => return Ok(()),
            None => return Err("there is text between a closing quote and the next comma"),
        }
    }
}

/// A field behind its opening quote, and what comes after the closing one.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut field, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_once('"')?;
        field.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return Some((field, after)),
        }
    }
}

/// A header that will not do.
fn header(form: &Form, line: u64, field: &str, message: &str) -> Error {
    let row = json!([{ "line": line, "code": Code::InvalidValue.word(), "message": message, "field": field }]);
    let names = form.columns.join(",");
    Error::invalid(field, message).detailed("rows", row).hinted(format!(
        "the first line names the columns, with commas between them: {names}; {} must be among them",
        form.needed.join(" and ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, Cursor};

    const FORM: Form =
        Form { columns: &["id", "role", "note"], needed: &["id"], elsewhere: &[], ignored: &[], most: 9 };

    /// `line: id|role|note`, a dash where the file has no such column.
    fn read(text: &str) -> Result<Vec<String>> {
        // Three bytes at a time: nothing may hang on where a block ends.
        let bytes = BufReader::with_capacity(3, Cursor::new(text.as_bytes().to_vec()));
        let mut reader = Reader::open(Box::new(bytes), &FORM)?;
        let mut cells = Cells { number: 0, texts: vec![None; 3] };
        let mut lines = Vec::new();
        while let Some(read) = reader.next(&mut cells)? {
            let shown: Vec<&str> = (0..3).map(|column| cells.get(column).unwrap_or("-")).collect();
            lines.push(match read {
                Ok(()) => format!("{}: {}", cells.number, shown.join("|")),
                Err(error) => format!("{}: {}", cells.number, error.message),
            });
        }
        Ok(lines)
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        for end in ["\n", "\r\n"] {
            let text = ["id,note", "", "a,x", "b,\"one", "two\"", "", "c,", ""].join(end);
            let two = format!("4: b|-|one{end}two");
            assert_eq!(read(&text).unwrap(), ["3: a|-|x", &two, "7: c|-|"], "{end:?}");
        }
        assert_eq!(read("id\na\nb").unwrap(), ["2: a|-|-", "3: b|-|-"], "without a line break at the end");
        assert_eq!(read("id").unwrap(), [""; 0]);
    }

    #[test]
    fn quotes_commas_and_guards_are_undone() {
        let text = "note,id,role\n\"a \"\"b\"\", c\",x,y\n'=1+1, x ,\n'-x,\"\",'a\n";
        assert_eq!(read(text).unwrap(), ["2: x|y|a \"b\", c", "3: x||=1+1", "4: |'a|-x"]);
    }

    #[test]
    fn a_bad_line_says_why_and_the_next_is_read() {
        let text = "id,role\na\nb,c,d\n\"e\"f,g\n,,,\nh,i\n";
        let found = read(text).unwrap();
        assert_eq!(found[0], "2: file: the line has 1 fields, the header 2");
        assert_eq!(found[1], "3: file: the line has 3 fields, the header 2");
        assert!(found[2].contains("closing quote"), "{found:?}");
        assert_eq!(&found[3..], ["5: ||-", "6: h|i|-"]);
        let text = "id,note\na,a pipe of 5\"\nb,\"\"\"\"\nc,\"x\"\"\ny\"\nd,\n";
        assert_eq!(read(text).unwrap(), ["2: a|-|a pipe of 5\"", "3: b|-|\"", "4: c|-|x\"\ny", "6: d|-|"]);
    }

    #[test]
    fn a_header_that_will_not_do_is_named() {
        for (text, field) in [
            ("", "file"),
            ("\n\n", "file"),
            ("role\n", "id"),
            ("id,rôle\n", "rôle"),
            ("id,id\n", "id"),
            ("id;role\n", "id;role"),
            ("ann@example.com,user\n", "ann@example.com"),
            ("id,\"role\n", "file"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.code.word(), &error.details["field"]), ("invalid_value", &field.into()), "{text:?}");
        }
        assert!(read(&format!("id\n\"{}", "x".repeat(LONGEST))).unwrap_err().message.contains("line 2 is longer"));
        assert!(read("ID,role\n").is_err(), "names are compared as they are");
    }
}
