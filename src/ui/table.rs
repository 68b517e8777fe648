//! Lists for people: no borders, one line a record, two spaces between columns, laid out by comfy-table.
//!
//! What must hold: a cell never holds a control character; text is cut (`…`) only where a person looks at a terminal, never in
//! a pipe. There, names of columns are not cut before cells are, and columns that say nothing are left out.
//!
//! comfy-table keeps every cell of a table (2 KB a row), so a long list is one table for each thousand rows, with the widths of
//! the first.
use crate::model::text;
use crate::ui::OutputOptions;
use crate::ui::colour::Paint;
use crate::ui::column::{Column, GAP, Layout, fitted};
use comfy_table::{ColumnConstraint, ContentArrangement, Row, TableStyle, Width, presets};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// What comfy-table puts between two columns: no cell holds it, since control characters are escaped.
const SEPARATOR: char = '\u{1f}';

/// Rows that are laid out together.
const BLOCK: usize = 1000;

/// A list on its way out.
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    /// How the first block was laid out.
    layout: Option<Layout>,
    /// The width of the terminal; none where nothing is cut.
    limit: Option<usize>,
    /// Whether columns without a value are left out.
    sparse: bool,
    /// How the names of the columns are painted; none where they are not shown.
    names: Option<bool>,
}

impl Table {
    /// An empty table with these columns.
    pub(super) fn new(columns: Vec<Column>, output_options: &OutputOptions) -> Self {
        let limit = output_options.terminal.width.filter(|_| output_options.terminal.stdout).map(usize::from);
        Self {
            columns,
            rows: Vec::new(),
            layout: None,
            limit,
            sparse: output_options.terminal.stdout && output_options.columns.is_none(),
            names: output_options.header.then_some(output_options.colours.out),
        }
    }

    /// One more row, a cell a column. Foreign characters are escaped here.
    ///
    /// # Errors
    /// What the stream says.
    pub(super) fn push<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>, out: &mut dyn Write) -> io::Result<()> {
        self.rows.push(cells.into_iter().map(|cell| text::shown(cell).into_owned()).collect());
        if self.rows.len() < BLOCK { Ok(()) } else { self.flush(out) }
    }

    /// Lays out what is left; nothing at all where there were no rows.
    ///
    /// # Errors
    /// What the stream says.
    pub(super) fn end(mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() { Ok(()) } else { self.flush(out) }
    }

    /// What the rows at hand say about the columns.
    fn decide(&self) -> Layout {
        let mut cells = vec![0; self.columns.len()];
        for row in &self.rows {
            for (cell, widest) in row.iter().zip(&mut cells) {
                *widest = (*widest).max(cell.width());
            }
        }
        let names: Vec<usize> =
            self.columns.iter().map(|column| self.names.map_or(0, |_| column.name.width())).collect();
        let all = 0..self.columns.len();
        let shown: Vec<usize> = all.filter(|&index| index == 0 || !self.sparse || cells[index] > 0).collect();
        match self.limit {
            Some(limit) => fitted(&self.columns, shown, (&names, &cells), limit),
            None => Layout { widths: vec![0; shown.len()], shown, cut: false },
        }
    }

    fn flush(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let (first, layout) = match self.layout.take() {
            Some(layout) => (false, layout),
            None => (true, self.decide()),
        };
        let names = self.names.filter(|_| first);
        let mut table = comfy_table::Table::new();
        table.load_style(style()).set_delimiter('\0').set_truncation_indicator("…");
        if names.is_some() {
            let names: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
            table.set_header(one_line(&layout.shown, &names));
        }
        for row in self.rows.drain(..) {
            table.add_row(one_line(&layout.shown, &row));
        }
        table.set_constraints(layout.shown.iter().zip(&layout.widths).map(|(&index, &width)| {
            if self.limit.is_some() && !first && !self.columns[index].whole {
                ColumnConstraint::Absolute(Width::Fixed(width))
            } else {
                ColumnConstraint::LowerBoundary(Width::Fixed(width))
            }
        }));
        if let Some(limit) = self.limit {
            // A separator is narrower than a gap.
            let gaps = (GAP.len() - 1) * layout.shown.len().saturating_sub(1);
            let mark = if layout.cut { GAP.len() + 1 } else { 0 };
            let room = u16::try_from(limit.saturating_sub(gaps + mark)).unwrap_or(u16::MAX);
            table.set_content_arrangement(ContentArrangement::Dynamic).set_width(room);
        }
        table.column_iter_mut().for_each(|column| {
            column.set_padding((0, 0));
        });
        let mut widths = Vec::new();
        for (nth, line) in table.lines().enumerate() {
            if nth == 0 {
                widths = line.split(SEPARATOR).map(|cell| u16::try_from(cell.width()).unwrap_or(u16::MAX)).collect();
            }
            let line = line.replace(SEPARATOR, GAP);
            match names.filter(|_| nth == 0) {
                Some(bold) => {
                    let line = if layout.cut { line + GAP + "…" } else { line.trim_end().to_owned() };
                    writeln!(out, "{}", Paint::Bold.on(bold, &line))?;
                }
                None => writeln!(out, "{}", line.trim_end())?,
            }
        }
        self.layout = Some(Layout { widths, ..layout });
        Ok(())
    }
}

/// Nothing but what stands between columns.
fn style() -> TableStyle {
    let mut style = presets::NOTHING;
    style.header_lines.junction = Some(SEPARATOR);
    style.content_lines.junction = Some(SEPARATOR);
    style
}

fn one_line<T: AsRef<str>>(shown: &[usize], cells: &[T]) -> Row {
    let mut row = Row::from(shown.iter().map(|&index| cells.get(index).map_or("", AsRef::as_ref)));
    row.max_height(1);
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::colour::Colours;
    use crate::ui::{Format, Terminal};

    fn output_options(width: Option<u16>, stdout: bool) -> OutputOptions {
        OutputOptions::new(Format::Table, Terminal { stdin: false, stdout, stderr: false, width, height: None })
    }

    fn written(rows: &[[&str; 3]], output_options: &OutputOptions) -> String {
        let (mut table, mut out) =
            (Table::new(["id", "role", "note"].map(Column::new).to_vec(), output_options), Vec::new());
        for row in rows {
            table.push(row.iter().copied(), &mut out).expect("in memory");
        }
        table.end(&mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    const PEOPLE: [[&str; 3]; 5] = [
        ["ann@example.com", "primary", "家族 はな"],
        ["bo@example.com", "secondary", "cafe\u{301} 👩 ok"],
        ["cy@example.com", "user", ""],
        ["", "", ""],
        ["한국@example.com", "u", "  spaced  out  "],
    ];

    #[test]
    fn one_line_a_record_two_spaces_apart_nothing_at_the_end() {
        let text = written(&PEOPLE[..3], &output_options(Some(20), false));
        assert_eq!(
            text,
            "id               role       note\n\
             ann@example.com  primary    家族 はな\n\
             bo@example.com   secondary  cafe\u{301} 👩 ok\n\
             cy@example.com   user\n"
        );
    }

    #[test]
    fn a_terminal_gets_what_fits_and_a_pipe_gets_everything() {
        for width in 7..60u16 {
            let text = written(&PEOPLE, &output_options(Some(width), true));
            assert!(text.lines().all(|line| line.width() <= usize::from(width)), "{width}\n{text}");
            assert_eq!(text.contains('…'), width < 44, "{width}\n{text}");
        }
        assert!(!written(&PEOPLE, &output_options(Some(7), false)).contains('…'));
        assert!(!written(&PEOPLE, &output_options(None, true)).contains('…'));
    }

    #[test]
    fn what_is_to_be_copied_is_never_cut() {
        let command = "pao access add bob@example.com --role secondary --site 7000017";
        let columns = [Column::new("what"), Column::whole("command"), Column::new("words")];
        for width in 1..120u16 {
            let (mut table, mut out) = (Table::new(columns.to_vec(), &output_options(Some(width), true)), Vec::new());
            for row in
                [["nomination", command, "somebody asks to be let into the site"], ["passcode", "pao authorize", ""]]
            {
                table.push(row, &mut out).expect("in memory");
            }
            table.end(&mut out).expect("written");
            let text = String::from_utf8(out).expect("UTF-8");
            assert!(text.lines().nth(1).is_some_and(|line| line.contains(command)), "{width}\n{text}");
            assert!(
                text.lines().skip(1).all(|line| line.width() <= usize::from(width).max(72 + usize::from(width) / 2))
            );
        }
    }

    #[test]
    fn cells_give_way_before_names_the_first_column_last_and_columns_at_the_right_go() {
        let text = |width| {
            written(&[["ann@example.com", "secondary", "a note that is long"]], &output_options(Some(width), true))
        };
        assert_eq!(text(37), "id               role       note\nann@example.com  secondary  a note t…\n");
        assert_eq!(text(28), "id              role   note\nann@example.c…  seco…  a no…\n");
    }

    #[test]
    fn a_column_without_a_value_is_left_out_on_a_terminal_unless_it_was_asked_for() {
        let rows = [["ann@example.com", "", "x"], ["bo@example.com", "", ""]];
        assert_eq!(
            written(&rows, &output_options(None, true)),
            "id               note\nann@example.com  x\nbo@example.com\n"
        );
        assert!(written(&rows, &output_options(None, false)).starts_with("id               role  note\n"));
        let asked = OutputOptions { columns: Some("id,role,note".into()), ..output_options(None, true) };
        assert!(written(&rows, &asked).starts_with("id               role  note\n"));
    }

    #[test]
    fn every_block_of_a_long_list_has_the_widths_of_the_first() {
        let mut rows = vec![["ann@example.com", "user", "x"]; BLOCK];
        rows.extend([["somebody.with.a.long.name@example.com", "secondary", "y"]; 2]);
        let text = written(&rows, &output_options(Some(40), true));
        assert_eq!(text.lines().count(), 1 + BLOCK + 2);
        assert_eq!(text.lines().last(), Some("somebody.with.…  sec…  y"), "{text}");
        let text = written(&rows, &output_options(None, false));
        assert_eq!(
            text.lines().last(),
            Some("somebody.with.a.long.name@example.com  secondary  y"),
            "nothing is cut in a pipe"
        );
    }

    #[test]
    fn wide_letters_are_cut_whole() {
        let fitted = |cell, width| {
            written(&[[cell, "", ""]], &OutputOptions { header: false, ..output_options(Some(width), true) })
        };
        assert_eq!(fitted("家族はな", 6), "家族…\n");
        assert_eq!(fitted("家族はな", 7), "家族は…\n");
        assert_eq!(fitted("家族はな", 8), "家族はな\n");
        assert_eq!(fitted("abc", 1), "…\n");
    }

    #[test]
    fn the_header_is_set_by_style_and_can_be_left_out() {
        let mut spoken = output_options(None, true);
        spoken.colours = Colours { out: true, err: false };
        assert!(written(&PEOPLE, &spoken).starts_with("\x1b[1mid "));
        spoken.header = false;
        assert!(written(&PEOPLE, &spoken).starts_with("ann@"));
        assert_eq!(written(&[["a", "b", "c"]], &spoken), "a  b  c\n", "a name that is not shown needs no room");
        assert_eq!(written(&[], &output_options(None, true)), "");
    }

    #[test]
    fn foreign_control_characters_are_escaped() {
        let text = written(&[["a\x1b]0;x\x07", "\t", "b\u{202e}\nc"]], &output_options(None, true));
        assert_eq!(text.lines().nth(1), Some("a\\u{1b}]0;x\\u{7}  \\t    b\\u{202e}\\nc"));
    }
}
