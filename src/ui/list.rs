//! Lists that are written while they are read: JSON and CSV row by row in flat memory, tables once their widths are known.
//!
//! What must hold: JSON is one array and one document, a row a line; rows come out in the order in which they came in.
use crate::error::Result;
use crate::model::text;
use crate::ui::csv::CsvWriter;
use crate::ui::table::{Column, Table, select};
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
}

enum Body<'o> {
    Json { out: &'o mut dyn Write, row: Vec<u8> },
    Csv(Box<CsvWriter<&'o mut dyn Write>>),
    Table { out: &'o mut dyn Write, table: Table },
}

impl<'o> ListWriter<'o> {
    /// Begins a list of `columns` in this manner. The stream should be buffered; the caller flushes it.
    ///
    /// # Errors
    /// `invalid_value` for a `--columns` that names something else; `io` for what the stream says, a closed pipe included.
    pub fn begin(manner: &Manner, columns: &[Column], out: &'o mut dyn Write) -> Result<Self> {
        let chosen = select(columns, manner.columns.as_deref(), manner.format == Format::Csv)?;
        let names = chosen.iter().map(|&index| columns[index].name);
        let body = match manner.format {
            Format::Json => Body::Json { out, row: Vec::new() },
            Format::Table => Body::Table { out, table: Table::new(names.collect()) },
            Format::Csv => {
                let mut lines = CsvWriter::new(out);
                if manner.header {
                    // Held in the writer's own block: nothing is sent yet that could fail.
                    let _ = lines.line(names);
                }
                Body::Csv(Box::new(lines))
            }
        };
        Ok(Self { body, chosen, manner: manner.clone(), rows: 0 })
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
        if let Body::Json { out, row } = &mut self.body {
            row.clear();
            serde_json::to_writer(&mut *row, record)?;
            put(*out, self.rows, row)?;
        } else {
            self.cells(&cells())?;
        }
        self.rows += 1;
        Ok(())
    }

    /// The same for a row that is serialized already.
    ///
    /// # Errors
    /// What the stream says.
    pub fn ready(&mut self, json: &str, cells: &[Cow<'_, str>]) -> io::Result<()> {
        if let Body::Json { out, .. } = &mut self.body {
            put(*out, self.rows, json.as_bytes())?;
        } else {
            self.cells(cells)?;
        }
        self.rows += 1;
        Ok(())
    }

    fn cells(&mut self, cells: &[Cow<'_, str>]) -> io::Result<()> {
        let chosen = self.chosen.iter().map(|&index| cells.get(index).map_or("", |cell| &**cell));
        match &mut self.body {
            Body::Csv(lines) => lines.line(chosen)?,
            Body::Table { table, .. } => table.push(chosen),
            Body::Json { .. } => {}
        }
        Ok(())
    }

    /// Ends the list and says how many rows it had.
    ///
    /// # Errors
    /// What the stream says.
    pub fn end(self) -> io::Result<u64> {
        match self.body {
            Body::Json { out, .. } => out.write_all(if self.rows == 0 { b"[]\n" } else { b"]\n" })?,
            Body::Csv(lines) => lines.end()?,
            Body::Table { out, table } => table.write(&self.manner, out)?,
        }
        Ok(self.rows)
    }
}

/// One element of the array, after what separates it from the one before.
fn put(out: &mut dyn Write, rows_before: u64, row: &[u8]) -> io::Result<()> {
    out.write_all(if rows_before == 0 { b"[" } else { b",\n" })?;
    // Most rows are plain ASCII, in which the serializer has escaped everything but DEL.
    if row.is_ascii() && !row.contains(&0x7f) {
        return out.write_all(row);
    }
    let row = std::str::from_utf8(row).map_err(io::Error::other)?;
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
