//! Lists of any length in flat memory: CSV row by row, JSON once every row is there, tables once their widths are known, and
//! what is to be put in order once it is.
//!
//! What must hold: JSON is one array and one document, a row a line, or nothing where a row cannot be read; rows come out
//! in the order in which they came in, or in that of their keys.
use crate::error::Result;
use crate::model::text;
use crate::ui::csv::CsvWriter;
use crate::ui::sorter::Sorter;
use crate::ui::table::{Column, END, Table, select};
use crate::ui::{Format, Manner};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// A list on its way out.
pub struct ListWriter<'o> {
    body: Body<'o>,
    chosen: Vec<usize>,
    manner: Manner,
    rows: u64,
    /// The row at hand.
    row: Vec<u8>,
    /// Rows of JSON until they are complete, and of CSV that are to be put in order. A table holds its own.
    waiting: Option<Sorter>,
}

enum Body<'o> {
    Json(&'o mut dyn Write),
    Csv(Box<CsvWriter<&'o mut dyn Write>>),
    Table { out: &'o mut dyn Write, table: Box<Table> },
}

impl<'o> ListWriter<'o> {
    /// Begins a list of `columns` in this manner. The stream should be buffered; the caller flushes it.
    ///
    /// # Errors
    /// `invalid_value` for a `--columns` that names something else; `io` for what the stream says, a closed pipe included.
    pub fn begin(manner: &Manner, columns: &[Column], out: &'o mut dyn Write) -> Result<Self> {
        let chosen = select(columns, manner.columns.as_deref(), manner.format == Format::Csv)?;
        let shown: Vec<Column> = chosen.iter().map(|&index| columns[index]).collect();
        let body = match manner.format {
            Format::Json => Body::Json(out),
            Format::Table => Body::Table { out, table: Box::new(Table::new(&shown, manner.aside.clone())) },
            Format::Csv => {
                let mut lines = CsvWriter::new(out);
                if manner.header {
                    // Held in the writer's own block: nothing is sent yet that could fail.
                    let _ = lines.line(shown.iter().map(|column| column.name));
                }
                Body::Csv(Box::new(lines))
            }
        };
        let waiting = (manner.format == Format::Json).then(|| Sorter::new(manner.aside.clone()));
        Ok(Self { body, chosen, manner: manner.clone(), rows: 0, row: Vec::new(), waiting })
    }

    /// As [`ListWriter::begin`], for rows that come in any order and go out in that of their keys.
    ///
    /// # Errors
    /// As there.
    pub fn by_key(manner: &Manner, columns: &[Column], out: &'o mut dyn Write) -> Result<Self> {
        let waiting = (manner.format != Format::Table).then(|| Sorter::new(manner.aside.clone()));
        Ok(Self { waiting, ..Self::begin(manner, columns, out)? })
    }

    /// Whether the column of this name is among those that are written, of the columns of [`ListWriter::begin`].
    pub fn shows(&self, columns: &[Column], name: &str) -> bool {
        self.chosen.iter().any(|&index| columns.get(index).is_some_and(|column| column.name == name))
    }

    /// One row: `record` for JSON; `cells`, one for each of the columns of [`ListWriter::begin`], for everything else.
    /// `cells` is called only where it is needed.
    ///
    /// # Errors
    /// What the stream says, or the serializer.
    pub fn row<'c>(&mut self, record: &impl Serialize, cells: impl FnOnce() -> Vec<Cow<'c, str>>) -> io::Result<()> {
        self.keyed("", record, cells)
    }

    /// The same, by its key.
    ///
    /// # Errors
    /// As [`ListWriter::row`], or what says the file of rows that wait.
    pub fn keyed<'c>(
        &mut self,
        key: &str,
        record: &impl Serialize,
        cells: impl FnOnce() -> Vec<Cow<'c, str>>,
    ) -> io::Result<()> {
        if let Body::Json(_) = self.body {
            self.row.clear();
            serde_json::to_writer(&mut self.row, record)?;
            self.json(key)
        } else {
            self.cells(key, &cells())
        }
    }

    /// The same for a row that is serialized already.
    ///
    /// # Errors
    /// What the stream says.
    pub fn ready(&mut self, json: &str, cells: &[Cow<'_, str>]) -> io::Result<()> {
        if let Body::Json(_) = self.body {
            self.row.clear();
            self.row.extend_from_slice(json.as_bytes());
            self.json("")
        } else {
            self.cells("", cells)
        }
    }

    fn json(&mut self, key: &str) -> io::Result<()> {
        self.rows += 1;
        self.waiting.as_mut().map_or(Ok(()), |waiting| waiting.push(key, &self.row))
    }

    fn cells(&mut self, key: &str, cells: &[Cow<'_, str>]) -> io::Result<()> {
        self.rows += 1;
        let chosen = self.chosen.iter().map(|&index| cells.get(index).map_or("", |cell| &**cell));
        match (&mut self.waiting, &mut self.body) {
            (Some(waiting), _) => {
                self.row.clear();
                for cell in chosen {
                    write!(self.row, "{}{END}", text::shown(cell))?;
                }
                waiting.push(key, &self.row)
            }
            (None, Body::Csv(lines)) => lines.line(chosen),
            (None, Body::Table { table, .. }) => table.push(key, chosen),
            (None, Body::Json(_)) => Ok(()),
        }
    }

    /// Ends the list and says how many rows it had.
    ///
    /// # Errors
    /// What the stream says, or the file of rows that waited.
    pub fn end(self) -> io::Result<u64> {
        let (waiting, mut first) = (self.waiting.unwrap_or_default(), true);
        match self.body {
            Body::Json(out) => {
                waiting.each(|row| put(out, std::mem::take(&mut first), row))?;
                out.write_all(if self.rows == 0 { b"[]\n" } else { b"]\n" })?;
            }
            Body::Csv(mut lines) => {
                waiting.each(|row| {
                    let row = str::from_utf8(row).map_err(io::Error::other)?;
                    lines.line(row.split_terminator(END))
                })?;
                lines.end()?;
            }
            Body::Table { out, table } => table.write(&self.manner, out)?,
        }
        Ok(self.rows)
    }
}

/// One element of the array, after what separates it from the one before.
fn put(out: &mut dyn Write, first: bool, row: &[u8]) -> io::Result<()> {
    out.write_all(if first { b"[" } else { b",\n" })?;
    // Most rows are plain ASCII, in which the serializer has escaped everything but DEL.
    if row.is_ascii() && !row.contains(&0x7f) {
        return out.write_all(row);
    }
    let row = str::from_utf8(row).map_err(io::Error::other)?;
    out.write_all(text::json_shown(row).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Terminal;
    use serde_json::{Value, json};

    const COLUMNS: [Column; 3] = [Column::new("id"), Column::new("role"), Column::extra("note")];

    fn written(manner: &Manner, rows: &[[&str; 3]]) -> String {
        let mut out = Vec::new();
        let mut list = ListWriter::begin(manner, &COLUMNS, &mut out).expect("begun");
        for [id, role, note] in rows {
            let record = json!({"id": id, "role": role, "note": note});
            list.row(&record, || vec![(*id).into(), (*role).into(), (*note).into()]).expect("a row");
        }
        assert_eq!(list.end().expect("ended"), rows.len() as u64);
        String::from_utf8(out).expect("UTF-8")
    }

    fn manner(format: Format) -> Manner {
        Manner::new(format, Terminal::default())
    }

    const TWO: [[&str; 3]; 2] = [["a@example.com", "user", "=1"], ["b@example.com", "secondary", "x\u{7f}\u{202e}"]];

    #[test]
    fn json_is_one_array_with_a_row_a_line() {
        let text = written(&manner(Format::Json), &TWO);
        assert_eq!(text.lines().count(), 2);
        assert!(text.starts_with("[{") && text.ends_with("}]\n") && !text.contains(['\u{7f}', '\u{202e}']), "{text}");
        let back: Value = serde_json::from_str(&text).expect("one document");
        assert_eq!(back[1]["note"], "x\u{7f}\u{202e}");
        assert_eq!(written(&manner(Format::Json), &[]), "[]\n");
    }

    #[test]
    fn csv_has_every_column_and_a_table_those_that_are_not_extra() {
        assert_eq!(
            written(&manner(Format::Csv), &TWO),
            "id,role,note\na@example.com,user,'=1\nb@example.com,secondary,x\\u{7f}\\u{202e}\n"
        );
        assert_eq!(
            written(&manner(Format::Table), &TWO),
            "id             role\na@example.com  user\nb@example.com  secondary\n"
        );
        assert_eq!(written(&manner(Format::Csv), &[]), "id,role,note\n");
    }

    #[test]
    fn columns_and_header_are_as_asked() {
        let asked = |format| Manner { columns: Some("note,id".into()), header: false, ..manner(format) };
        assert_eq!(written(&asked(Format::Csv), &TWO[..1]), "'=1,a@example.com\n");
        assert_eq!(written(&asked(Format::Table), &TWO[..1]), "=1  a@example.com\n");
        let wrong = Manner { columns: Some("nope".into()), ..manner(Format::Json) };
        assert!(ListWriter::begin(&wrong, &COLUMNS, &mut Vec::new()).is_err());
    }

    #[test]
    fn rows_that_are_serialized_already_come_out_the_same() {
        let mut out = Vec::new();
        let mut list = ListWriter::begin(&manner(Format::Json), &COLUMNS, &mut out).expect("begun");
        list.ready("{\"id\":\"\u{200b}\"}", &[]).expect("a row");
        list.ready("\"\u{7f}\"", &[]).expect("a row");
        list.end().expect("ended");
        assert_eq!(String::from_utf8_lossy(&out), "[{\"id\":\"\\u200b\"},\n\"\\u007f\"]\n");
    }
}
