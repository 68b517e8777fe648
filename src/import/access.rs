//! A file of people with access: its columns, and each line parsed once.
use super::{BadLines, Cells, Form, Lines};
use crate::error::{Error, Result};
use crate::model::access::{Privilege, Role};
use crate::model::email::Address;
use crate::model::line::{End, Line};
use crate::model::moment::Moment;
use crate::model::text;
use crate::model::when::EndTime;

/// The columns, of an export too.
pub const COLUMNS: [&str; 10] = [
    "id",
    "role",
    "tools",
    "reporting",
    "entitlements",
    "documents",
    "manage-access",
    "contact-update",
    "expires",
    "note",
];

/// The columns of an export, or an array of `access`.
pub static FORM: Form = Form {
    columns: &COLUMNS,
    needed: &["id", "role"],
    elsewhere: &[
        ("privileges.tools", "tools"),
        ("privileges.reporting", "reporting"),
        ("privileges.entitlements", "entitlements"),
        ("privileges.documents", "documents"),
        ("privileges.manage-access", "manage-access"),
        ("privileges.contact-update", "contact-update"),
        ("expires-at", "expires"),
    ],
    ignored: &["site", "email", "first-name", "last-name", "granted-by", "granted-at"],
    most: 1_000_000,
};

/// The place of the first privilege among the columns.
const LEVELS: usize = 2;
const EXPIRES: usize = 8;
const NOTE: usize = 9;

/// Judges every value of a line.
///
/// # Errors
/// `invalid_value` naming the column.
pub fn line(cells: &Cells, now: Moment) -> Result<Line> {
    let missing = |column: &str| Error::invalid(column, format!("{column}: is missing"));
    let id = Address::parse(cells.given(0).ok_or_else(|| missing("id"))?, "id")?;
    let role = Role::parse(&cells.word(1).ok_or_else(|| missing("role"))?, "role")?;
    let mut ranks = [None; 6];
    for ((place, privilege), rank) in Privilege::ALL.iter().enumerate().zip(&mut ranks) {
        *rank = cells.word(LEVELS + place).map(|word| privilege.parse_level(&word)).transpose()?;
    }
    let end = match cells.get(EXPIRES) {
        None => End::Unsaid,
        Some("") => End::Never,
        Some(text) => End::At(EndTime::parse(text, "expires")?.after(now, "expires")?),
    };
    let note = cells.given(NOTE).map(|note| text::line(note, "note", 200)).transpose()?;
    Ok(Line { id, role, ranks, end, note })
}

/// The lines of which a value is malformed, of all that are left.
///
/// # Errors
/// As [`Lines::advance`].
pub fn malformed(lines: &mut Lines, now: Moment) -> Result<BadLines> {
    let mut bad = BadLines::default();
    while let Some((number, cells)) = lines.advance()? {
        if let Err(error) = cells.and_then(|cells| line(cells, now)) {
            bad.add(number, None, &error);
        }
    }
    Ok(bad)
}
