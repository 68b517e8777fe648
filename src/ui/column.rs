//! The columns of a list: which are shown, and on a terminal how wide each is.
use crate::error::{Error, Result};
use crate::model::code::looks_like_code;

/// What stands between two columns.
pub(super) const GAP: &str = "  ";

/// So much of a cell can be read at least, or its column is left out.
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

/// What the first block decides.
pub(super) struct Layout {
    /// Which columns are shown.
    pub shown: Vec<usize>,
    /// How wide each of them is; of the first block, at least.
    pub widths: Vec<u16>,
    /// Whether columns at the right are missing.
    pub cut: bool,
}

/// The columns that are shown on a terminal of this width, and how wide each is at least: its name, or [`STUB`] of what its
/// cells need more, or all that they need where they are to be copied whole. The first one is what people copy into the next
/// command: it keeps half of the line. Columns at the right are left out where not each would tell something.
pub(super) fn fitted(
    columns: &[Column],
    mut shown: Vec<usize>,
    (names, cells): (&[usize], &[usize]),
    limit: usize,
) -> Layout {
    let least = |index: usize| {
        let (name, cell) = (names[index], cells[index]);
        match (columns[index].whole, index) {
            (true, _) => cell.max(name),
            (false, 0) => cell.max(name).min(limit / 2).max(1),
            (false, _) => name.max(cell.min(STUB)).max(1),
        }
    };
    let line = |shown: &[usize], mark: usize| {
        shown.iter().map(|&index| least(index)).sum::<usize>() + GAP.len() * shown.len().saturating_sub(1) + mark
    };
    let mut cut = false;
    while line(&shown, if cut { GAP.len() + 1 } else { 0 }) > limit {
        let Some(last) = shown.iter().rposition(|&index| index > 0 && !columns[index].whole) else { break };
        shown.remove(last);
        cut = true;
    }
    let widths = shown.iter().map(|&index| u16::try_from(least(index)).unwrap_or(u16::MAX)).collect();
    Layout { shown, widths, cut }
}

#[cfg(test)]
mod tests {
    use super::{Column, select};

    const COLUMNS: [Column; 3] = [Column::new("id"), Column::new("manage-access"), Column::extra("note")];

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
}
