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
use crate::ui::sorter::Sorter;
use std::io::{self, Write};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// What stands between two columns.
const GAP: &str = "  ";

/// What ends a cell in a line that waits; escaped where it is in a cell.
pub(super) const END: char = '\n';

/// So much of a column's name stays, where its cells need no more.
const STUB: usize = 4;

/// One column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in headers and for `--columns`.
    pub name: &'static str,
    /// Whether a table leaves it out unless `--columns` asks for it. CSV has every column.
    pub extra: bool,
    /// Whether its cells are never cut, however narrow the terminal is: half a command would be run as a whole one.
    pub whole: bool,
}

impl Column {
    /// A column that is always there.
    pub const fn new(name: &'static str) -> Self {
        Self { name, extra: false, whole: false }
    }

    /// A column that a table shows on request.
    pub const fn extra(name: &'static str) -> Self {
        Self { name, extra: true, whole: false }
    }

    /// A column whose cells are never cut.
    pub const fn whole(name: &'static str) -> Self {
        Self { name, extra: false, whole: true }
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

/// A list whose lines wait until its widths are known.
#[derive(Debug)]
pub(super) struct Table {
    header: Vec<&'static str>,
    /// Which columns are never cut.
    whole: Vec<bool>,
    /// How wide the widest cell of each column is.
    widest: Vec<usize>,
    lines: Sorter,
    line: String,
}

impl Table {
    /// An empty table with these column names. Rows that take too much memory are put aside in `folder`.
    pub(super) fn new(columns: &[Column], folder: Option<PathBuf>) -> Self {
        let (header, whole) = columns.iter().map(|column| (column.name, column.whole)).unzip();
        Self { widest: vec![0; columns.len()], header, whole, lines: Sorter::new(folder), line: String::new() }
    }

    /// One more row, a cell a column; rows come out in the order of their keys. Foreign characters are escaped here.
    ///
    /// # Errors
    /// What the file of rows that were put aside says.
    pub(super) fn push<'c>(&mut self, key: &str, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        self.line.clear();
        for (cell, widest) in cells.into_iter().zip(&mut self.widest) {
            let cell = text::shown(cell);
            *widest = (*widest).max(columns_of(&cell));
            self.line.push_str(&cell);
            self.line.push(END);
        }
        self.lines.push(key, self.line.as_bytes())
    }

    /// Lays the table out; nothing at all where there are no rows.
    ///
    /// # Errors
    /// What the stream says, or the file of rows that were put aside.
    pub(super) fn write(self, manner: &Manner, out: &mut dyn Write) -> io::Result<()> {
        let limit = if manner.terminal.stdout { manner.terminal.width } else { None };
        let widths = fitted(&self.header, &self.widest, &self.whole, limit, manner.header);
        let mut line = String::new();
        let mut bold = manner.header.then_some(manner.colours.out);
        self.lines.each(|cells| {
            if let Some(bold) = bold.take() {
                laid_out(&mut line, self.header.iter().copied(), &widths);
                if widths.contains(&None) {
                    line.push('…');
                }
                writeln!(out, "{}", Paint::Bold.on(bold, line.trim_end()))?;
            }
            let cells = str::from_utf8(cells).map_err(io::Error::other)?;
            laid_out(&mut line, cells.split_terminator(END), &widths);
            writeln!(out, "{}", line.trim_end())
        })
    }
}

/// The width of every column, none for one that is left out: that of its name (where there is a header) or of its widest cell,
/// or less where all of them must fit into `limit`. Columns at the right are left out where not each would tell something. What
/// is `whole` keeps its width, and the others share what is left, or half of the line.
fn fitted(header: &[&str], cells: &[usize], whole: &[bool], limit: Option<u16>, named: bool) -> Vec<Option<usize>> {
    let names: Vec<usize> = header.iter().map(|name| if named { name.width() } else { 0 }).collect();
    let mut widths: Vec<Option<usize>> = names.iter().zip(cells).map(|(&name, &cell)| Some(cell.max(name))).collect();
    let all: Vec<usize> = widths.iter().flatten().copied().collect();
    let Some(limit) = limit.map(usize::from).filter(|&limit| line_of(&all) > limit) else { return widths };
    let loose: Vec<usize> = (0..cells.len()).filter(|&column| !whole[column]).collect();
    let taken: usize = (0..cells.len()).filter(|&column| whole[column]).map(|column| all[column] + GAP.len()).sum();
    let limit = limit.saturating_sub(taken).max(if taken > 0 { limit / 2 } else { limit });
    let of = |all: &[usize]| loose.iter().map(|&column| all[column]).collect::<Vec<_>>();
    let (names, cells) = (of(&names), of(cells));
    if loose.is_empty() {
        return widths;
    }
    let shown = kept(&cells, limit);
    let mark = if shown < cells.len() { GAP.len() + 1 } else { 0 };
    let room = limit.saturating_sub(mark + GAP.len() * shown.saturating_sub(1));
    let fitted = narrowed(&names[..shown], &cells[..shown], room);
    for (place, column) in loose.into_iter().enumerate() {
        widths[column] = fitted.get(place).copied();
    }
    widths
}

/// How wide a line of columns of these widths is.
fn line_of(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
}

/// How many columns are shown: those at the right go first, until each that stays keeps [`STUB`], and the first one a
/// third of the line. A mark stands for those that went.
fn kept(cells: &[usize], limit: usize) -> usize {
    let least = |count: usize| {
        let mut widths: Vec<usize> = cells[..count].iter().map(|&cell| cell.clamp(1, STUB)).collect();
        widths[0] = cells[0].min(limit / 3).max(1);
        line_of(&widths) + if count < cells.len() { GAP.len() + 1 } else { 0 }
    };
    (1..=cells.len()).rev().find(|&count| least(count) <= limit).unwrap_or(1)
}

/// Widths that fit into `room` together, from those of the columns' names and of their widest cells. The names give way
/// first, down to [`STUB`]; then the cells, the widest first. The first column is what people copy into the next
/// command: it keeps a third of the room.
fn narrowed(names: &[usize], cells: &[usize], room: usize) -> Vec<usize> {
    let named = |most: usize| names.iter().zip(cells).map(move |(&name, &cell)| cell.max(name.min(most)));
    let longest = names.iter().copied().max().unwrap_or(0);
    if let Some(most) = (STUB..=longest).rev().find(|&most| named(most).sum::<usize>() <= room) {
        return named(most).collect();
    }
    let mut widths: Vec<usize> = named(STUB).collect();
    if let Some((key, others)) = widths.split_first_mut() {
        let whole = others.to_vec();
        let most = widest(others, room.saturating_sub((*key).min(room / 3).max(1)));
        for width in &mut *others {
            *width = (*width).min(most);
        }
        *key = (*key).min(room.saturating_sub(others.iter().sum())).max(1);
        let left = room.saturating_sub(*key + others.iter().sum::<usize>());
        let cut = others.iter_mut().zip(whole).filter(|(width, whole)| **width < *whole);
        cut.take(left).for_each(|(width, _)| *width += 1);
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

/// Makes `line` of one row: every cell in its column, and the gaps between them.
fn laid_out<'c>(line: &mut String, cells: impl Iterator<Item = &'c str>, widths: &[Option<usize>]) {
    line.clear();
    for (cell, width) in cells.zip(widths) {
        let Some(width) = *width else { continue };
        let columns = columns_of(cell);
        if columns > width {
            cut(line, cell, width);
            line.push_str(GAP);
        } else {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - columns + GAP.len()));
        }
    }
}

/// Adds to `line` what fits of `cell` into `width` columns of a terminal, with `…` where something is missing.
fn cut(line: &mut String, cell: &str, width: usize) {
    let start = line.len();
    for letter in cell.chars() {
        line.push(letter);
        // Measured whole: a letter can change the width of the one before it.
        if columns_of(&line[start..]) >= width {
            line.pop();
            break;
        }
    }
    line.push('…');
    line.extend(std::iter::repeat_n(' ', width.saturating_sub(columns_of(&line[start..]))));
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
        let mut table = Table::new(&["id", "role", "note"].map(Column::new), None);
        for row in rows {
            table.push("", row.iter().copied()).expect("in memory");
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
    fn what_is_to_be_copied_is_never_cut() {
        let command = "pao access add bob@example.com --role secondary --site 7000017";
        let columns = [Column::new("what"), Column::whole("command"), Column::new("words")];
        for width in 1..120u16 {
            let mut table = Table::new(&columns, None);
            table.push("", ["nomination", command, "somebody asks to be let into the site"]).expect("in memory");
            table.push("", ["passcode", "pao authorize", ""]).expect("in memory");
            let text = written(table, &manner(Some(width), true));
            assert!(text.lines().nth(1).is_some_and(|line| line.contains(command)), "{width}\n{text}");
            assert!(
                text.lines().skip(1).all(|line| line.width() <= usize::from(width).max(72 + usize::from(width) / 2))
            );
        }
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
        let fitted = |cell, width| {
            let mut line = String::new();
            laid_out(&mut line, [cell].into_iter(), &[Some(width)]);
            line
        };
        assert_eq!(fitted("家族はな", 6), "家族…   ");
        assert_eq!(fitted("家族はな", 7), "家族は…  ");
        assert_eq!(fitted("家族はな", 8), "家族はな  ");
        assert_eq!(fitted("abc", 1), "…  ");
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
