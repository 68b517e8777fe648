//! Lists for people: no borders, one line a record, two spaces between columns.
//!
//! What must hold: a cell is never wider than its column and never holds a control character; text is cut (`…`) only
//! where a person looks at a terminal, never in a pipe.
//!
//! What is left of laying out a list without borders is padding, once foreign characters are escaped and cells are cut:
//! a library for tables would hold every cell two times more to do that.
use crate::error::{Error, Result};
use crate::model::code::looks_like_code;
use crate::model::text;
use crate::ui::Manner;
use crate::ui::colour::Paint;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// What stands between two columns.
const GAP: &str = "  ";

/// So much of a column's name stays, where its cells need no more.
const STUB: usize = 4;

/// One column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in headers and for `--columns`.
    pub name: &'static str,
    /// Whether a table leaves it out unless `--columns` asks for it. CSV has every column.
    pub extra: bool,
}

impl Column {
    /// A column that is always there.
    pub const fn new(name: &'static str) -> Self {
        Self { name, extra: false }
    }

    /// A column that a table shows on request.
    pub const fn extra(name: &'static str) -> Self {
        Self { name, extra: true }
    }
}

/// Which columns of `all` are meant: those that `wanted` (`a,b,c`) names, in its order, else those that are not extra,
/// or every one if `whole`. An underscore is taken for a hyphen.
///
/// # Errors
/// `invalid_value` for `columns` where a name is unknown, empty or named twice.
pub fn select(all: &[Column], wanted: Option<&str>, whole: bool) -> Result<Vec<usize>> {
    let Some(wanted) = wanted else {
        return Ok((0..all.len()).filter(|&index| whole || !all[index].extra).collect());
    };
    let mut chosen = Vec::new();
    for name in wanted.split(',').map(str::trim) {
        let plain = |text: &str| text.replace('_', "-");
        let index = all.iter().position(|column| plain(column.name) == plain(name)).ok_or_else(|| {
            let names: Vec<&str> = all.iter().map(|column| column.name).collect();
            let typed = if looks_like_code(name) { String::new() } else { format!(" `{name}`") };
            Error::invalid("columns", format!("columns: there is no column{typed}"))
                .hinted(format!("the columns are {}", names.join(", ")))
        })?;
        if chosen.contains(&index) {
            return Err(Error::invalid("columns", format!("columns: `{name}` is named twice")));
        }
        chosen.push(index);
    }
    Ok(chosen)
}

/// A list that is held in memory until its widths are known.
#[derive(Debug, Clone, Default)]
pub struct Table {
    header: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these column names.
    pub fn new(header: Vec<&'static str>) -> Self {
        Self { header, rows: Vec::new() }
    }

    /// One more row, a cell a column. Foreign characters are escaped here.
    pub fn push<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        let mut row: Vec<String> = cells.into_iter().map(|cell| text::shown(cell).into_owned()).collect();
        row.resize(self.header.len(), String::new());
        self.rows.push(row);
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Lays the table out; nothing at all where there are no rows.
    ///
    /// # Errors
    /// What the stream says.
    pub fn write(mut self, manner: &Manner, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let limit = if manner.terminal.stdout { manner.terminal.width } else { None };
        let widths = self.fit(limit, manner.header);
        let mut line = String::new();
        if manner.header {
            let names: Vec<String> = self.header.iter().zip(&widths).map(|(name, &width)| cut(name, width)).collect();
            pad(&mut line, &names, &widths);
            writeln!(out, "{}", Paint::Bold.on(manner.colours.out, line.trim_end()))?;
        }
        for row in &self.rows {
            pad(&mut line, row, &widths);
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// Cuts every cell to the width that its column gets within `limit`, and returns these widths.
    fn fit(&mut self, limit: Option<u16>, header: bool) -> Vec<usize> {
        let names: Vec<usize> = self.header.iter().map(|name| if header { name.width() } else { 0 }).collect();
        let mut cells = vec![0; names.len()];
        for row in &self.rows {
            for (width, cell) in cells.iter_mut().zip(row) {
                *width = (*width).max(columns_of(cell));
            }
        }
        let widths: Vec<usize> = names.iter().zip(&cells).map(|(&name, &cell)| cell.max(name)).collect();
        let gaps = GAP.len() * widths.len().saturating_sub(1);
        let Some(room) = limit.map(|limit| usize::from(limit).saturating_sub(gaps)) else { return widths };
        if widths.iter().sum::<usize>() <= room {
            return widths;
        }
        let widths = narrowed(&names, &cells, room);
        for row in &mut self.rows {
            for (cell, &width) in row.iter_mut().zip(&widths) {
                if columns_of(cell) > width {
                    *cell = cut(cell, width);
                }
            }
        }
        widths
    }
}

/// Widths that fit into `room` together, from those of the columns' names and of their widest cells. The names give way
/// first, down to [`STUB`]; then the cells, the widest first. The first column is what people copy into the next
/// command: it keeps a third of the room.
fn narrowed(names: &[usize], cells: &[usize], room: usize) -> Vec<usize> {
    let named = |most: usize| names.iter().zip(cells).map(move |(&name, &cell)| cell.max(name.min(most)));
    let longest = names.iter().copied().max().unwrap_or(0);
    if let Some(most) = (STUB..longest).rev().find(|&most| named(most).sum::<usize>() <= room) {
        return named(most).collect();
    }
    let mut widths: Vec<usize> = named(STUB).collect();
    if let Some((key, others)) = widths.split_first_mut() {
        let most = widest(others, room.saturating_sub((*key).min(room / 3).max(1)));
        for width in &mut *others {
            *width = (*width).min(most);
        }
        *key = (*key).min(room.saturating_sub(others.iter().sum())).max(1);
    }
    widths
}

/// The greatest width for single columns at which all `widths` together fit into `room`; at least 1, so that a cell is
/// never left out without a trace.
fn widest(widths: &[usize], room: usize) -> usize {
    let fits = |most: usize| widths.iter().map(|&width| width.min(most)).sum::<usize>() <= room;
    let most = widths.iter().copied().max().unwrap_or(0);
    (1..=most).rev().find(|&most| fits(most)).unwrap_or(1)
}

/// How many columns of a terminal a cell takes, in which nothing is hidden any more.
fn columns_of(cell: &str) -> usize {
    if cell.is_ascii() { cell.len() } else { cell.width() }
}

/// `cell` in at most `width` columns of a terminal, with `…` where something is missing.
fn cut(cell: &str, width: usize) -> String {
    if columns_of(cell) <= width {
        return cell.to_owned();
    }
    if cell.is_ascii() {
        return format!("{}…", &cell[..width.saturating_sub(1)]);
    }
    let mut kept = String::new();
    for letter in cell.chars() {
        kept.push(letter);
        // Measured whole: a letter can change the width of the one before it.
        if kept.width() >= width {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    kept
}

/// Makes `line` of one row: every cell in its column, and the gaps between them.
fn pad(line: &mut String, row: &[String], widths: &[usize]) {
    line.clear();
    for (cell, &width) in row.iter().zip(widths) {
        line.push_str(cell);
        line.extend(std::iter::repeat_n(' ', width.saturating_sub(columns_of(cell)) + GAP.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::colour::Colours;
    use crate::ui::{Format, Terminal};

    const COLUMNS: [Column; 3] = [Column::new("id"), Column::new("manage-access"), Column::extra("note")];

    fn manner(width: Option<u16>, stdout: bool) -> Manner {
        Manner::new(Format::Table, Terminal { stdin: false, stdout, stderr: false, width, height: None })
    }

    fn table(rows: &[[&str; 3]]) -> Table {
        let mut table = Table::new(vec!["id", "role", "note"]);
        for row in rows {
            table.push(row.iter().copied());
        }
        table
    }

    fn written(table: Table, manner: &Manner) -> String {
        let mut out = Vec::new();
        table.write(manner, &mut out).expect("written");
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
    fn columns_are_chosen_by_name() {
        assert_eq!(select(&COLUMNS, None, false).expect("known"), [0, 1]);
        assert_eq!(select(&COLUMNS, None, true).expect("known"), [0, 1, 2]);
        assert_eq!(select(&COLUMNS, Some("note, manage_access"), false).expect("known"), [2, 1]);
        for wrong in ["nope", "", "id,", "id,id"] {
            let error = select(&COLUMNS, Some(wrong), false).expect_err(wrong);
            assert_eq!((error.code.word(), &error.details["field"]), ("invalid_value", &"columns".into()));
        }
    }

    #[test]
    fn one_line_a_record_two_spaces_apart_nothing_at_the_end() {
        let text = written(table(&PEOPLE[..3]), &manner(Some(20), false));
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
            let text = written(table(&PEOPLE), &manner(Some(width), true));
            assert!(text.lines().all(|line| line.width() <= usize::from(width)), "{width}\n{text}");
            assert_eq!(text.contains('…'), width < 44, "{width}\n{text}");
        }
        assert!(!written(table(&PEOPLE), &manner(Some(7), false)).contains('…'));
        assert!(!written(table(&PEOPLE), &manner(None, true)).contains('…'));
    }

    #[test]
    fn names_of_columns_give_way_before_cells_and_the_first_column_last() {
        let fitted = |room| narrowed(&[2, 4, 14, 9], &[15, 30, 4, 4], room);
        assert_eq!(fitted(60), [15, 30, 7, 7]);
        assert_eq!(fitted(53), [15, 30, 4, 4]);
        assert_eq!(fitted(45), [15, 22, 4, 4]);
        assert_eq!(fitted(24), [8, 8, 4, 4]);
        assert_eq!(fitted(4), [1; 4]);
        assert_eq!((narrowed(&[2], &[15], 7), narrowed(&[2], &[15], 0)), (vec![7], vec![1]));
    }

    #[test]
    fn wide_letters_are_cut_whole() {
        assert_eq!(cut("家族はな", 6), "家族…");
        assert_eq!(cut("家族はな", 7), "家族は…");
        assert_eq!(cut("家族はな", 8), "家族はな");
        assert_eq!(cut("abc", 1), "…");
    }

    #[test]
    fn the_header_is_set_by_style_and_can_be_left_out() {
        let mut spoken = manner(None, true);
        spoken.colours = Colours { out: true, err: false };
        assert!(written(table(&PEOPLE), &spoken).starts_with("\x1b[1mid "));
        spoken.header = false;
        assert!(written(table(&PEOPLE), &spoken).starts_with("ann@"));
        assert_eq!(written(table(&[["a", "b", "c"]]), &spoken), "a  b  c\n", "a name that is not shown needs no room");
        assert_eq!(written(table(&[]), &manner(None, true)), "");
    }

    #[test]
    fn foreign_control_characters_are_escaped() {
        let text = written(table(&[["a\x1b]0;x\x07", "\t", "b\u{202e}\nc"]]), &manner(None, true));
        assert_eq!(text.lines().nth(1), Some("a\\u{1b}]0;x\\u{7}  \\t    b\\u{202e}\\nc"));
    }
}
