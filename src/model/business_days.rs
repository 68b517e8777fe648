//! Business days: Monday to Friday of UTC, but for the holidays of `policy.holidays`; and when a request is due (cli.md,
//! `due_by`).
//!
//! What must hold: the day of submission never counts, whatever its hour; the last second of the last day still does.
use crate::model::moment::{DAY, LAST, Moment};
use crate::model::{Malformed, calendar};
use jiff::civil::{Date, Weekday};
use jiff::tz::Offset;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt;

/// Business days within which a request is decided.
pub const PROVISIONING: u8 = 7;
/// Dates taken: twenty years of them. It also bounds how far [`due_by`] has to look.
const MAX: usize = 400;

/// Days on which nobody works, weekends aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays(BTreeSet<Date>);

impl Holidays {
    /// The dates in `text`, as `2026-12-25,2027-01-01`: separated by commas or spaces, in any order, none at all too.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and what is no date.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let words = || text.split(|c: char| c == ',' || c.is_ascii_whitespace()).filter(|word| !word.is_empty());
        if words().take(MAX + 1).count() > MAX {
            return Err(Malformed::new(field, format!("names more than {MAX} dates")));
        }
        let day = |word: &str| {
            calendar::date(word).map_err(|problem| {
                let cut: String = word.chars().take(20).collect();
                Malformed::new(field, format!("`{cut}` {problem}")).hinted("holidays look like 2026-12-25,2027-01-01")
            })
        };
        words().map(day).collect::<Result<_, _>>().map(Self)
    }

    /// Whether somebody works on that day.
    fn is_business(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.0.contains(&day)
    }
}

/// As it is stored: each date once, in order, separated by commas.
impl fmt::Display for Holidays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> = self.0.iter().map(Date::to_string).collect();
        f.pad(&days.join(","))
    }
}

impl Serialize for Holidays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// 23:59:59Z of the last of so many business days after the day of submission. At the end of all dates, the last second.
pub fn due_by(submitted: Moment, days: u8, holidays: &Holidays) -> Moment {
    let last = Moment::from_seconds(LAST);
    let Ok(at) = jiff::Timestamp::from_second(submitted.seconds()) else { return last };
    let mut day = Offset::UTC.to_datetime(at).date();
    let mut left = days;
    while left > 0 {
        let Ok(next) = day.tomorrow() else { return last };
        day = next;
        left -= u8::from(holidays.is_business(day));
    }
    Moment::from_seconds(calendar::seconds_of(day) + DAY - 1)
}

#[cfg(test)]
mod tests {
    use super::{Holidays, due_by};
    use crate::model::moment::{DAY, FIRST, LAST, Moment};

    fn at(text: &str) -> Moment {
        Moment::parse_end(text, "at", Moment::from_seconds(0)).unwrap()
    }

    fn holidays(text: &str) -> Holidays {
        Holidays::parse(text, "policy.holidays").unwrap()
    }

    /// Calendars by hand: each line is submitted, business days, holidays, due.
    #[test]
    fn due_dates_are_those_of_the_calendar() {
        for (submitted, days, free, due) in [
            // 2026-11-16 is a Monday: 17 18 19 20, 23 24 25.
            ("2026-11-16T09:00:00Z", 7, "", "2026-11-25"),
            ("2026-11-16T00:00:00Z", 7, "", "2026-11-25"),
            ("2026-11-16T23:59:59Z", 7, "", "2026-11-25"),
            // Friday the 20th, Saturday and Sunday: all begin to count on Monday the 23rd, which makes 1 December the 7th.
            ("2026-11-20T12:00:00Z", 7, "", "2026-12-01"),
            ("2026-11-21T20:15:00Z", 7, "", "2026-12-01"),
            ("2026-11-22T23:59:59Z", 7, "", "2026-12-01"),
            ("2026-11-23T00:00:00Z", 7, "", "2026-12-02"),
            // Thursday.
            ("2026-11-19T12:00:00Z", 7, "", "2026-11-30"),
            // The turn of a year, 21 December being a Monday: 22 23 24 [25] 28 29 30 31.
            ("2026-12-21T08:00:00Z", 7, "", "2026-12-30"),
            ("2026-12-21T08:00:00Z", 7, "2026-12-25", "2026-12-31"),
            ("2026-12-21T08:00:00Z", 7, "2026-12-24 2026-12-25,2026-12-31,2027-01-01", "2027-01-05"),
            ("2026-12-24T08:00:00Z", 7, "2026-12-25,2027-01-01", "2027-01-06"),
            // Holidays on a Saturday and a Sunday change nothing; nor does one on the day of submission.
            ("2026-11-16T09:00:00Z", 7, "2026-11-21,2026-11-22,2026-11-16", "2026-11-25"),
            // One on the day that would be the last moves it, over the weekend if need be.
            ("2026-11-16T09:00:00Z", 7, "2026-11-25", "2026-11-26"),
            ("2026-11-18T09:00:00Z", 7, "2026-11-27", "2026-11-30"),
            // A whole free week, 23 to 27: 17 18 19 20, 30, 1 2.
            ("2026-11-16T09:00:00Z", 7, "2026-11-23,2026-11-24,2026-11-25,2026-11-26,2026-11-27", "2026-12-02"),
            // Leap years: 2028-02-29 is a Tuesday, 2028-02-25 a Friday: 28 29 1 2 3 6 7. 2027 has no 29th.
            ("2028-02-25T10:00:00Z", 7, "", "2028-03-07"),
            ("2028-02-25T10:00:00Z", 7, "2028-02-29", "2028-03-08"),
            ("2028-02-29T10:00:00Z", 7, "", "2028-03-09"),
            ("2027-02-26T10:00:00Z", 7, "", "2027-03-09"),
            // Other counts.
            ("2026-11-16T09:00:00Z", 1, "", "2026-11-17"),
            ("2026-11-20T09:00:00Z", 1, "", "2026-11-23"),
            ("2026-11-16T09:00:00Z", 5, "", "2026-11-23"),
            ("2026-11-16T09:00:00Z", 255, "", "2027-11-08"),
            ("2026-11-21T09:00:00Z", 0, "", "2026-11-21"),
            // Before 1970 too.
            ("1969-12-31T23:59:59Z", 1, "", "1970-01-01"),
        ] {
            let due = format!("{due}T23:59:59Z");
            assert_eq!(due_by(at(submitted), days, &holidays(free)).to_string(), due, "{submitted} {days} {free}");
        }
    }

    #[test]
    fn every_week_brings_five_business_days() {
        // Without holidays, five more business days are a week more, on any day of the week.
        for n in 0..400 {
            let submitted = at("2026-01-01").plus(n * DAY);
            let (short, long) = (due_by(submitted, 7, &holidays("")), due_by(submitted, 12, &holidays("")));
            assert_eq!(long.seconds() - short.seconds(), 7 * DAY, "{submitted}");
        }
    }

    #[test]
    fn the_calendar_ends_and_begins_without_a_fall() {
        assert_eq!(due_by(Moment::from_seconds(LAST), 7, &holidays("")).seconds(), LAST);
        assert_eq!(due_by(at("9999-12-30"), 7, &holidays("")).seconds(), LAST);
        assert_eq!(due_by(Moment::from_seconds(FIRST), 1, &holidays("")).to_string(), "0001-01-02T23:59:59Z");
    }

    #[test]
    fn holidays_are_stored_sorted_each_once() {
        let days = holidays(" 2027-01-01, 2026-12-25\n2026-12-26,,2026-12-25 ");
        assert_eq!(days.to_string(), "2026-12-25,2026-12-26,2027-01-01");
        assert_eq!(holidays(&days.to_string()), days);
        assert_eq!(serde_json::to_string(&days).unwrap(), "\"2026-12-25,2026-12-26,2027-01-01\"");
        assert_eq!((holidays(""), holidays(" , ").to_string().as_str()), (Holidays::default(), ""));
    }

    #[test]
    fn what_is_no_date_is_named() {
        for word in ["25.12.2026", "2026-12-25T00:00:00Z", "2026-12-25;2027-01-01", "30d", "x"] {
            let bad = Holidays::parse(&format!("2026-12-25,{word}"), "policy.holidays").unwrap_err();
            let cut: String = word.chars().take(20).collect();
            assert_eq!(bad.to_string(), format!("policy.holidays: `{cut}` is not a date"));
        }
        for (word, problem) in [
            ("2026-02-29", "is not a date: there is no such day"),
            ("2026-13-01", "is not a date: there is no such day"),
            ("0000-01-01", "lies outside the years 1 to 9999"),
        ] {
            assert_eq!(Holidays::parse(word, "value").unwrap_err().problem, format!("`{word}` {problem}"));
        }
    }

    #[test]
    fn at_most_400_dates() {
        let many = |count: i64| {
            let day = |n: i64| at("2026-01-01").plus(n * DAY).to_string()[..10].to_owned();
            (0..count).map(day).collect::<Vec<_>>().join(",")
        };
        assert_eq!(holidays(&many(400)).to_string(), many(400));
        assert!(Holidays::parse(&many(401), "policy.holidays").unwrap_err().problem.contains("more than 400"));
        // The longest run there can be: 2026-01-01 to 2027-02-04 are free; Friday the 5th is the first, Tuesday the 9th the third.
        assert_eq!(due_by(at("2025-12-31"), 3, &holidays(&many(400))).to_string(), "2027-02-09T23:59:59Z");
    }
}
