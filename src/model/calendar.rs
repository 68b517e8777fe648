//! Dates and full times as they are written: `2026-12-31`, and what RFC 3339 has.
//!
//! What must hold: one spelling, one meaning. jiff, which reads them here, would alone take more spellings than the contract
//! names.
use crate::model::moment::UNIX_EPOCH;
use jiff::civil::{Date, DateTime, Time};

const ACCEPTED: &str =
    "is not a time: a date (2026-12-31), a number of days or weeks (30d, 12w) or a full time (2026-12-31T23:59:59Z)";
pub(super) const OUT_OF_RANGE: &str = "lies outside the years 1 to 9999";

/// `2026-12-31` and nothing else.
///
/// # Errors
/// What is wrong with it, as a clause: a day that no calendar has is told as one.
pub fn date(text: &str) -> Result<Date, &'static str> {
    if !shaped(text, "0000-00-00") {
        return Err("is not a date");
    }
    match text.parse::<Date>() {
        Ok(day) if day.year() > 0 => Ok(day),
        Ok(_) => Err(OUT_OF_RANGE),
        Err(_) => Err("is not a date: there is no such day"),
    }
}

/// Seconds from 1970-01-01T00:00:00Z to the beginning of that day.
pub fn seconds_of(day: Date) -> i64 {
    DateTime::from(day).duration_since(UNIX_EPOCH).as_secs()
}

/// The second that a date means, so far into its day, or a full time; or what is wrong with it, as a clause.
pub(super) fn named(text: &str, into_the_day: i64) -> Result<i64, String> {
    let calendar = |day: &str| date(day).map_err(|problem| format!("{day} {problem}"));
    if shaped(text, "0000-00-00") {
        return Ok(seconds_of(calendar(text)?) + into_the_day);
    }
    let text = text.to_ascii_uppercase();
    let (day, clock, east) = full_time(&text).ok_or(ACCEPTED)?;
    let day = calendar(day)?;
    let time: Time = clock.parse().map_err(|_| format!("{clock} is not a time of day"))?;
    Ok(DateTime::from_parts(day, time).duration_since(UNIX_EPOCH).as_secs() - east)
}

/// The parts of a time as RFC 3339 writes it: day, time of day, seconds east of UTC by `Z` or an offset. Parts of a second
/// are dropped.
fn full_time(text: &str) -> Option<(&str, &str, i64)> {
    let (clock, rest) = text.split_at_checked(19).filter(|(clock, _)| shaped(clock, "0000-00-00T00:00:00"))?;
    let zone = match rest.strip_prefix('.') {
        Some(rest) => rest.trim_start_matches(|digit: char| digit.is_ascii_digit()),
        None => rest,
    };
    if rest.len() - zone.len() == 1 {
        return None;
    }
    Some((&clock[..10], &clock[11..], offset(zone)?))
}

/// `Z`, `+05:30`, `-08:00`, in seconds east.
fn offset(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let clock = zone.strip_prefix(['+', '-']).filter(|clock| shaped(clock, "00:00"))?;
    let (hours, minutes): (i64, i64) = (clock[..2].parse().ok()?, clock[3..].parse().ok()?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// Whether `text` has a digit wherever `shape` has a `0`, and `shape`'s own character everywhere else.
fn shaped(text: &str, shape: &str) -> bool {
    let fits = |(is, wanted): (u8, u8)| if wanted == b'0' { is.is_ascii_digit() } else { is == wanted };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}
