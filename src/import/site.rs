//! A file of sites to enrol: its columns, and each line parsed once.
use super::{BadLines, Cells, Form, Lines};
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::enrolment::EnrolmentLine;
use crate::model::site::{Program, SiteNumber, Via};
use crate::model::text;
use std::collections::BTreeSet;

const COLUMNS: [&str; 10] = [
    "company",
    "country",
    "primary-first-name",
    "primary-last-name",
    "primary-email",
    "via",
    "program",
    "agreement",
    "number",
    "phone",
];

/// The flags of `site enroll`, or an array of `site`. Few lines: each new site takes a password hash.
pub static FORM: Form = Form {
    columns: &COLUMNS,
    needed: &["company", "country", "primary-first-name", "primary-last-name", "primary-email"],
    elsewhere: &[
        ("site", "number"),
        ("primary.first-name", "primary-first-name"),
        ("primary.last-name", "primary-last-name"),
        ("primary.email", "primary-email"),
    ],
    ignored: &["status", "enrolled-at", "activated-at", "role", "primary.id"],
    most: 5_000,
};

/// Lines with their numbers.
pub type Numbered = Vec<(u64, EnrolmentLine)>;

/// Every line whose values are good, and those that are bad.
///
/// # Errors
/// As [`Lines::advance`].
pub fn read_all(mut lines: Lines) -> Result<(Numbered, BadLines)> {
    let (mut good, mut bad, mut numbers) = (Vec::new(), BadLines::default(), BTreeSet::new());
    while let Some((number, cells)) = lines.advance()? {
        match cells.and_then(line) {
            Ok(line) if line.number.as_ref().is_some_and(|site| !numbers.insert(site.clone())) => {
                bad.add(number, None, &Error::invalid("number", "number: is in an earlier line too"));
            }
            Ok(line) => good.push((number, line)),
            Err(error) => bad.add(number, None, &error),
        }
    }
    Ok((good, bad))
}

fn line(cells: &Cells) -> Result<EnrolmentLine> {
    let needed = |column: usize| {
        let name = COLUMNS[column];
        cells.given(column).ok_or_else(|| Error::invalid(name, format!("{name}: is missing")))
    };
    Ok(EnrolmentLine {
        company: text::line(needed(0)?, "company", 200)?,
        country: Country::parse(needed(1)?, "country")?,
        primary_first_name: text::line(needed(2)?, "primary-first-name", 100)?,
        primary_last_name: text::line(needed(3)?, "primary-last-name", 100)?,
        primary_email: Address::parse_new(needed(4)?, "primary-email")?,
        via: cells.word(5).map(|word| Via::parse(&word, "via")).transpose()?,
        program: cells.word(6).map(|word| Program::parse(&word, "program")).transpose()?,
        agreement: cells.given(7).map(|number| text::line(number, "agreement", 40)).transpose()?,
        number: cells.given(8).map(|number| SiteNumber::parse(number, "number")).transpose()?,
        phone: cells.given(9).map(|number| text::line(number, "phone", 40)).transpose()?,
    })
}
