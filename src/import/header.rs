//! The first line of a CSV file: which columns there are, and what stands between them.
//!
//! What must hold: the words of a file that is no such list are never repeated, since it may be any file of this machine. A
//! list is one that names a column of ours at least; even of that only what looks like a name of a column is repeated.
use super::fields::Fields;
use super::{Form, refused};
use crate::error::{Error, Result};
use crate::model::code::looks_like_code;
use crate::rules::Code;
use serde_json::json;

/// What may stand between two fields: the comma, and what spreadsheets write where it is the decimal point.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// Characters of the longest name of a column that is repeated.
const LONGEST: usize = 40;

/// The columns of a file.
#[derive(Debug)]
pub(super) struct Header {
    pub separator: u8,
    /// The column of the form that each field of a record belongs to; none for a column without a name.
    pub places: Vec<Option<usize>>,
}

impl Header {
    /// Judges the line of that number.
    pub fn read(text: &str, number: u64, announced: Option<u8>, form: &Form) -> Result<Self> {
        let refuse = |field: &str, message: &str| Err(bad(form, number, field, message));
        let known = |separator: u8| {
            let names = names(text, separator).unwrap_or_default();
            names.iter().filter(|name| form.columns.contains(&name.as_str())).count()
        };
        // The first of those under which most names are known: where none is, a single column is a list as well.
        let separator = announced.or_else(|| SEPARATORS.into_iter().rev().max_by_key(|separator| known(*separator)));
        let separator = separator.unwrap_or(b',');
        let names = match names(text, separator) {
            Ok(names) if known(separator) > 0 => names,
            Ok(_) => return refuse("file", "file: its first line names none of the columns"),
            Err(why) => return refuse("file", &format!("file: {why}")),
        };
        let mut header = Self { separator, places: Vec::with_capacity(names.len()) };
        for (at, name) in names.iter().enumerate() {
            let place = form.columns.iter().position(|column| column == name);
            if place.is_none() && !name.is_empty() {
                return if repeatable(name) {
                    refuse(name, &format!("{name}: there is no such column"))
                } else {
                    refuse("file", &format!("file: column {} has a name that no column has", at + 1))
                };
            }
            if place.is_some() && header.places.contains(&place) {
                return refuse(name, &format!("{name}: the column is there twice"));
            }
            header.places.push(place);
        }
        match form.needed.iter().find(|name| !names.iter().any(|there| there == *name)) {
            Some(name) => refuse(name, &format!("{name}: the column is missing")),
            None => Ok(header),
        }
    }

    /// The fields that every record must have.
    pub fn needed(&self) -> usize {
        self.places.iter().rposition(Option::is_some).map_or(0, |last| last + 1)
    }
}

/// The separator that a line announces, as spreadsheets write it above a list: `sep=;`.
pub(super) fn announced(text: &str) -> Result<Option<u8>> {
    let (word, separator) = text.trim_matches('"').split_once('=').unwrap_or_default();
    if !word.eq_ignore_ascii_case("sep") {
        return Ok(None);
    }
    match SEPARATORS.into_iter().find(|known| separator.as_bytes() == [*known]) {
        Some(separator) => Ok(Some(separator)),
        None => Err(refused(
            "`sep=` announces a separator that is not taken; those taken are the comma, the semicolon, the tab and the bar",
        )),
    }
}

/// The names as ours are written: in lower case, with hyphens.
fn names(text: &str, separator: u8) -> Result<Vec<String>, &'static str> {
    let plain = |name: &str| name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
    Fields::at(separator).of(text).map(|fields| fields.map(plain).collect())
}

/// Whether a name of a column may be repeated: a few plain words, and nothing that could be a secret.
pub(super) fn repeatable(name: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    name.chars().count() <= LONGEST && name.chars().all(is_plain) && !looks_like_code(name)
}

/// A header that will not do.
pub(super) fn bad(form: &Form, line: u64, field: &str, message: &str) -> Error {
    let row = json!([{ "line": line, "code": Code::InvalidValue.word(), "message": message, "field": field }]);
    Error::invalid(field, message).detailed("rows", row).hinted(format!(
        "the first line names the columns, with commas, semicolons or tabs between them: {}; needed are {}",
        form.columns.join(","),
        form.needed.join(", ")
    ))
}
