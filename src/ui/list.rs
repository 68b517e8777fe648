//! Lists of any length in flat memory: JSON, CSV and tables row by row.
//!
//! What must hold: JSON is one array and one document, a row a line; and nothing of a list is shown where one of its rows cannot be
//! read. So what is ready waits until the last row is there: in memory while it is short, else in a file without a name in the
//! folder of the database, under the same protection.
use crate::error::Result;
use crate::model::text;
use crate::ui::column::{Column, select};
use crate::ui::csv::CsvWriter;
use crate::ui::report::{Report, checked, serialized};
use crate::ui::table::Table;
use crate::ui::{Format, OutputOptions};
use serde::Serialize;
use std::io::{self, BufWriter, Seek as _, Write};
use tempfile::SpooledTempFile;

/// Bytes that wait in memory.
const IN_MEMORY: usize = 2 << 20;

/// A list on its way out.
pub struct ListWriter<'o> {
    out: &'o mut dyn Write,
    body: Body,
    chosen: Vec<usize>,
    rows: u64,
}

/// What waits until the list is whole.
type Ready = BufWriter<SpooledTempFile>;

enum Body {
    Json(Ready),
    Csv(Box<CsvWriter<Ready>>),
    Table { table: Box<Table>, ready: Ready },
}

impl<'o> ListWriter<'o> {
    /// Begins a list of `columns`. The stream should be buffered; the caller flushes it.
    ///
    /// # Errors
    /// `invalid_value` for a `--columns` that names something else.
    pub fn begin(output_options: &OutputOptions, columns: &[Column], out: &'o mut dyn Write) -> Result<Self> {
        let chosen = select(columns, output_options.columns.as_deref(), output_options.format == Format::Csv)?;
        let shown: Vec<Column> = chosen.iter().map(|&index| columns[index]).collect();
        let ready = match &output_options.aside {
            Some(folder) => tempfile::spooled_tempfile_in(IN_MEMORY, folder),
            None => tempfile::spooled_tempfile(usize::MAX),
        };
        let ready = BufWriter::new(ready);
        let body = match output_options.format {
            Format::Json => Body::Json(ready),
            Format::Table => Body::Table { table: Box::new(Table::new(shown, output_options)), ready },
            Format::Csv => {
                let mut lines = CsvWriter::new(ready);
                if output_options.header {
                    checked(lines.line(shown.iter().map(|column| column.name)))?;
                }
                Body::Csv(Box::new(lines))
            }
        };
        Ok(Self { out, body, chosen, rows: 0 })
    }

    /// Whether the column of this name is among those that are written, of the columns of [`ListWriter::begin`].
    pub fn shows(&self, columns: &[Column], name: &str) -> bool {
        self.chosen.iter().any(|&index| columns.get(index).is_some_and(|column| column.name == name))
    }

    /// Whether there was no row yet.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// One row: `record` for JSON; `cells`, one for each of the columns of [`ListWriter::begin`], for everything else.
    /// `cells` is called only where it is needed.
    ///
    /// # Errors
    /// `io`, from the file in which rows wait; `internal` where the record cannot be serialized.
    pub fn row<C: AsRef<str>>(&mut self, record: &impl Serialize, cells: impl FnOnce() -> Vec<C>) -> Result<()> {
        match self.body {
            Body::Json(_) => checked(self.json(&serialized(record)?)),
            Body::Csv(_) | Body::Table { .. } => checked(self.cells(&cells())),
        }
    }

    fn json(&mut self, record: &str) -> io::Result<()> {
        if let Body::Json(ready) = &mut self.body {
            ready.write_all(if self.rows == 0 { b"[" } else { b",\n" })?;
            ready.write_all(text::json_shown(record).as_bytes())?;
        }
        self.rows += 1;
        Ok(())
    }

    fn cells<C: AsRef<str>>(&mut self, cells: &[C]) -> io::Result<()> {
        self.rows += 1;
        let chosen = self.chosen.iter().map(|&index| cells.get(index).map_or("", AsRef::as_ref));
        match &mut self.body {
            Body::Json(_) => Ok(()),
            Body::Csv(lines) => lines.line(chosen),
            Body::Table { table, ready } => table.push(chosen, ready),
        }
    }

    /// Ends the list. Where it has no rows, a person at a table is told `empty`: "No letters".
    ///
    /// # Errors
    /// `io`, from the stream, or from the file in which rows waited.
    pub fn end(self, empty: &'static str) -> Result<Report> {
        let report = if self.is_empty() { Report::nothing().empty(empty) } else { Report::nothing() };
        checked(self.write()).map(|()| report)
    }

    fn write(self) -> io::Result<()> {
        let ready = match self.body {
            Body::Json(mut ready) => {
                ready.write_all(if self.rows == 0 { b"[]\n" } else { b"]\n" })?;
                ready
            }
            Body::Csv(lines) => lines.end()?,
            Body::Table { table, mut ready } => {
                table.end(&mut ready)?;
                ready
            }
        };
        let mut ready = ready.into_inner().map_err(io::IntoInnerError::into_error)?;
        ready.rewind()?;
        io::copy(&mut ready, self.out).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Terminal;
    use serde_json::{Value, json};

    const COLUMNS: [Column; 3] = [Column::new("id"), Column::new("role"), Column::extra("note")];

    fn written(output_options: &OutputOptions, rows: &[[&str; 3]]) -> String {
        let mut out = Vec::new();
        let mut list = ListWriter::begin(output_options, &COLUMNS, &mut out).expect("begun");
        for [id, role, note] in rows {
            let record = json!({"id": id, "role": role, "note": note});
            list.row(&record, || vec![*id, *role, *note]).expect("a row");
        }
        let _ = list.end("").expect("ended");
        String::from_utf8(out).expect("UTF-8")
    }

    fn output_options(format: Format) -> OutputOptions {
        OutputOptions::new(format, Terminal::default())
    }

    const TWO: [[&str; 3]; 2] = [["a@example.com", "user", "=1"], ["b@example.com", "secondary", "x\u{7f}\u{202e}"]];

    #[test]
    fn json_is_one_array_with_a_row_a_line() {
        let text = written(&output_options(Format::Json), &TWO);
        assert_eq!(text.lines().count(), 2);
        assert!(text.starts_with("[{") && text.ends_with("}]\n") && !text.contains(['\u{7f}', '\u{202e}']), "{text}");
        let back: Value = serde_json::from_str(&text).expect("one document");
        assert_eq!(back[1]["note"], "x\u{7f}\u{202e}");
        assert_eq!(written(&output_options(Format::Json), &[]), "[]\n");
    }

    #[test]
    fn csv_has_every_column_and_a_table_those_that_are_not_extra() {
        assert_eq!(
            written(&output_options(Format::Csv), &TWO),
            "id,role,note\na@example.com,user,'=1\nb@example.com,secondary,x\\u{7f}\\u{202e}\n"
        );
        assert_eq!(
            written(&output_options(Format::Table), &TWO),
            "id             role\na@example.com  user\nb@example.com  secondary\n"
        );
        assert_eq!(written(&output_options(Format::Csv), &[]), "id,role,note\n");
    }

    #[test]
    fn columns_and_header_are_as_asked() {
        let asked = |format| OutputOptions { columns: Some("note,id".into()), header: false, ..output_options(format) };
        assert_eq!(written(&asked(Format::Csv), &TWO[..1]), "'=1,a@example.com\n");
        assert_eq!(written(&asked(Format::Table), &TWO[..1]), "=1  a@example.com\n");
        let wrong = OutputOptions { columns: Some("nope".into()), ..output_options(Format::Json) };
        assert!(ListWriter::begin(&wrong, &COLUMNS, &mut Vec::new()).is_err());
    }

    #[test]
    fn an_empty_list_says_so_to_people() {
        let said = |format| {
            let (options, mut out, mut err) = (output_options(format), Vec::new(), Vec::new());
            let list = ListWriter::begin(&options, &COLUMNS, &mut out).expect("begun");
            let report = list.end("No one waits for you").expect("ended");
            report.write(&options, &mut Vec::new(), &mut err).expect("written");
            String::from_utf8([out, err].concat()).expect("UTF-8")
        };
        assert_eq!(said(Format::Table), "No one waits for you\n");
        assert_eq!(said(Format::Json), "[]\n");
    }
}
