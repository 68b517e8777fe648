//! CSV, record by record. Physical lines are joined as long as a quote is open; the library takes each record apart.
//!
//! What must hold: a record is known by the line on which it begins, whatever line breaks are inside its quotes. That is why
//! the library is not given the whole file: it counts CRLF and blank lines wrongly.
use super::fields::Fields;
use super::header::{Header, announced, bad};
use super::quotes::Quotes;
use super::{Cells, Form, UNREADABLE, refused};
use crate::error::Result;
use crate::ui::csv;
use anyhow::Context as _;
use std::io::BufRead;

/// Bytes of the longest record: more than every field of a line at its longest.
const LONGEST: usize = 64 * 1024;

/// A CSV file behind its header.
pub(super) struct Reader {
    bytes: Box<dyn BufRead>,
    record: Vec<u8>,
    /// Physical lines that were read.
    lines: u64,
    header: Header,
    fields: Fields,
}

impl Reader {
    pub fn open(bytes: Box<dyn BufRead>, form: &Form) -> Result<Self> {
        let header = Header { separator: b',', places: Vec::new() };
        let fields = Fields::at(header.separator);
        let mut reader = Self { bytes, record: Vec::new(), lines: 0, header, fields };
        let mut separator = None;
        let number = loop {
            let Some(number) = reader.load()? else { return Err(bad(form, 1, "file", "file: is empty")) };
            if reader.record.is_empty() {
                continue;
            }
            if separator.is_some() {
                break number;
            }
            separator = announced(text(&reader.record, "is")?)?;
            if separator.is_none() {
                break number;
            }
        };
        reader.header = Header::read(text(&reader.record, "is")?, number, separator, form)?;
        reader.fields = Fields::at(reader.header.separator);
        Ok(reader)
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

    fn take(&mut self, cells: &mut Cells) -> Result<()> {
        let text = text(&self.record, "the line is")?;
        let places = &self.header.places;
        let (mut count, mut last, mut stray) = (0, 0, None);
        for field in self.fields.of(text).map_err(refused)?.map(str::trim) {
            match places.get(count) {
                Some(Some(place)) => {
                    let cell = cells.texts[*place].get_or_insert_default();
                    cell.clear();
                    cell.push_str(&csv::read(field));
                }
                Some(None) if !field.is_empty() => stray = stray.or(Some(count + 1)),
                _ => {}
            }
            count += 1;
            if !field.is_empty() {
                last = count;
            }
        }
        // A line of separators alone says nothing, however many there are.
        if last == 0 {
            cells.texts.iter_mut().flatten().for_each(String::clear);
            return Ok(());
        }
        if count < self.header.needed() || last > places.len() {
            let (fields, columns) = (counted(count, "field"), counted(places.len(), "column"));
            let why = format!("the line has {fields}, the header {columns}");
            let separates = "; text that holds a separator stands in quotes";
            return Err(refused(if last > places.len() { why + separates } else { why }));
        }
        match stray {
            Some(column) => Err(refused(format!("column {column} holds a value, but the header gives it no name"))),
            None => Ok(()),
        }
    }

    /// Reads a record and gives the line on which it begins: lines are joined as long as a quote is open.
    fn load(&mut self) -> Result<Option<u64>> {
        self.record.clear();
        let (number, mut quotes) = (self.lines + 1, Quotes::default());
        loop {
            let before = self.record.len();
            if !self.line()? {
                return Ok((before > 0).then_some(number));
            }
            quotes.read(&self.record[before..], self.header.separator);
            if !quotes.are_open() {
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
            let there = self.bytes.fill_buf().context(UNREADABLE)?;
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

/// A record as text; `is` begins the sentence that says it is not.
fn text<'r>(record: &'r [u8], is: &str) -> Result<&'r str> {
    str::from_utf8(record).map_err(|_| {
        refused(format!("{is} not UTF-8")).hinted("save the file as UTF-8; spreadsheets call it CSV UTF-8")
    })
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines_of_three;
    use std::io::{BufReader, Cursor};

    const FORM: Form =
        Form { columns: &["id", "role", "note"], needed: &["id"], elsewhere: &[], ignored: &[], most: 9 };

    /// `line: id|role|note`, a dash where the file has no such column.
    fn read(text: &str) -> Result<Vec<String>> {
        // Three bytes at a time: nothing may hang on where a block ends.
        let bytes = BufReader::with_capacity(3, Cursor::new(text.as_bytes().to_vec()));
        let mut reader = Reader::open(Box::new(bytes), &FORM)?;
        lines_of_three(|cells| reader.next(cells))
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
        assert_eq!(found[0], "2: file: the line has 1 field, the header 2 columns");
        assert_eq!(
            found[1],
            "3: file: the line has 3 fields, the header 2 columns; text that holds a separator stands in quotes"
        );
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
            ("id;rôle\n", "rôle"),
            ("sep=;\nid,role\n", "file"),
            ("sep=!\nid!role\n", "file"),
            ("sep=;\nsep=;\nid\n", "file"),
            ("ann@example.com,user\n", "file"),
            ("id,ann@example.com\n", "file"),
            ("id,K7Q2-9XH4-K7Q2-9XH4\n", "file"),
            (",,\n", "file"),
            ("id,\"role\n", "file"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.code.word(), &error.details["field"]), ("invalid_value", &field.into()), "{text:?}");
        }
        assert!(read(&format!("id\n\"{}", "x".repeat(LONGEST))).unwrap_err().message.contains("line 2 is longer"));
    }

    #[test]
    fn what_stands_between_the_fields_is_known_by_the_header() {
        for between in [",", ";", "\t", "|"] {
            let text = "id,role,note\na,b,\"x; y, z | w\"\n".replacen(',', between, 3);
            let text = text.replacen(',', between, 1);
            assert_eq!(read(&text).unwrap(), ["2: a|b|x; y, z | w"], "{between:?}");
            let text = format!("sep={between}\r\n{}", text.replace('\n', "\r\n"));
            assert_eq!(read(&text).unwrap(), ["3: a|b|x; y, z | w"], "{between:?}");
        }
        assert_eq!(read("SEP=;\nid\na\n").unwrap(), ["3: a|-|-"]);
        assert_eq!(read("id;note\na;\"one;\ntwo\"\nb;\n").unwrap(), ["2: a|-|one;\ntwo", "4: b|-|"]);
    }

    #[test]
    fn names_are_taken_in_any_case() {
        assert_eq!(read("ID, Role ,\u{a0}NOTE\na,b,c\n").unwrap(), ["2: a|b|c"]);
        assert_eq!(read("ID,id\n").unwrap_err().message, "id: the column is there twice");
    }

    #[test]
    fn columns_without_a_name_hold_nothing() {
        let text = "id,,note,,\na,,x,,\nb,,y\nc,1,z,,\nd,,w,, 2 \n,,,,,,\ne,,v,,,,,\nf,,u,,,,3\n";
        let nameless = |column| format!("file: column {column} holds a value, but the header gives it no name");
        assert_eq!(
            read(text).unwrap(),
            [
                "2: a|-|x",
                "3: b|-|y",
                &format!("4: {}", nameless(2)),
                &format!("5: {}", nameless(5)),
                "6: |-|",
                "7: e|-|v",
                "8: file: the line has 7 fields, the header 5 columns; text that holds a separator stands in quotes",
            ]
        );
    }
}
