//! Moments: whole seconds of UTC, and how they are printed. How people give them is [`crate::model::when`].
//!
//! What must hold: a moment lies in the years 0001 to 9999, so that it always prints as 20 characters that sort by time.
//! `now` is handed in; nothing here reads a clock.
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// Seconds of a day, as `30d` counts them: always 24 hours.
pub const DAY: i64 = 86_400;
/// 0001-01-01T00:00:00Z.
pub const FIRST: i64 = -62_135_596_800;
/// 9999-12-31T23:59:59Z.
pub const LAST: i64 = 253_402_300_799;

/// A second of UTC. Prints as `2026-11-21T20:15:00Z`, in JSON too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The moment so many seconds after 1970-01-01T00:00:00Z; beyond the years 0001 to 9999 the nearest one in them.
    pub const fn from_seconds(seconds: i64) -> Self {
        match seconds {
            ..FIRST => Self(FIRST),
            FIRST..=LAST => Self(seconds),
            _ => Self(LAST),
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z: how moments are stored.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// So many seconds later (earlier where negative), held within the years 0001 to 9999.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self::from_seconds(self.0.saturating_add(seconds))
    }

    /// This moment as seen from `now`, for people: "in 2 days", "3 h ago", "just now".
    pub fn relative_to(self, now: Self) -> String {
        let minutes = self.0.abs_diff(now.0) / 60;
        let (hours, days) = (minutes / 60, minutes / (24 * 60));
        let many = |n: u64, unit: &str| if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") };
        let words = match days {
            0 if minutes == 0 => return if self > now { "in a moment" } else { "just now" }.to_owned(),
            0 if hours == 0 => format!("{minutes} min"),
            0 => format!("{hours} h"),
            1..60 => many(days, "day"),
            60..730 => many(days / 30, "month"),
            _ => many(days / 365, "year"),
        };
        if self > now { format!("in {words}") } else { format!("{words} ago") }
    }

    /// The 20 characters on the stack: a list prints 100,000 of them.
    fn written(self) -> [u8; 20] {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let mut text = *b"0000-00-00T00:00:00Z";
        put(&mut text[0..4], year);
        put(&mut text[5..7], month);
        put(&mut text[8..10], day);
        put(&mut text[11..13], second / 3600);
        put(&mut text[14..16], second / 60 % 60);
        put(&mut text[17..19], second % 60);
        text
    }
}

/// Year, month and day of the day so many days after 1970-01-01. Counts years from March, so that the day a leap year
/// adds is the last one of its year, and in eras of 400 years, which all have 146,097 days.
const fn civil(days: i64) -> (i64, i64, i64) {
    let since_era_0 = days + 719_468; // from 0000-03-01 to 1970-01-01
    let (era, day_of_era) = (since_era_0.div_euclid(146_097), since_era_0.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153; // 153 days in every five months from March on
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (era * 400 + year_of_era + (month <= 2) as i64, month, day)
}

/// Writes `number` in decimal over all of `digits`.
fn put(digits: &mut [u8], mut number: i64) {
    for digit in digits.iter_mut().rev() {
        *digit = b'0'.wrapping_add(u8::try_from(number % 10).unwrap_or(0));
        number /= 10;
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(std::str::from_utf8(&self.written()).map_err(|_| fmt::Error)?)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
            "description": "A moment in UTC, to the second",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, FIRST, LAST, Moment};

    /// 2026-11-21T20:15:00Z.
    const NOW: Moment = Moment(1_795_292_100);

    #[test]
    fn prints_as_rfc_3339_in_text_and_json() {
        assert_eq!(NOW.to_string(), "2026-11-21T20:15:00Z");
        assert_eq!(serde_json::to_string(&NOW).unwrap(), "\"2026-11-21T20:15:00Z\"");
        assert_eq!(format!("{NOW:>22}|"), "  2026-11-21T20:15:00Z|");
    }

    #[test]
    fn every_day_prints_as_jiff_prints_it() {
        // An era of 400 years day by day, the rest in steps that meet every month.
        let first = jiff::civil::date(1, 1, 1);
        for days in (0..146_097).chain((146_097..3_652_059).step_by(27)) {
            let day = first + jiff::Span::new().days(days);
            assert_eq!(Moment(FIRST + i64::from(days) * DAY).to_string(), format!("{day}T00:00:00Z"));
        }
        assert_eq!(Moment(LAST).to_string(), "9999-12-31T23:59:59Z");
        assert_eq!(Moment(LAST - 3600 * 11 - 61).to_string(), "9999-12-31T12:58:58Z");
    }

    #[test]
    fn stays_within_four_digit_years() {
        assert_eq!(NOW.plus(i64::MAX), Moment(LAST));
        assert_eq!(NOW.plus(i64::MIN), Moment(FIRST));
        assert_eq!(Moment::from_seconds(i64::MIN).to_string(), "0001-01-01T00:00:00Z");
        assert_eq!(Moment::from_seconds(-1).to_string(), "1969-12-31T23:59:59Z");
        assert_eq!(NOW.plus(-60).seconds(), NOW.seconds() - 60);
    }

    #[test]
    fn people_read_how_far_away_it_is() {
        let seen = |seconds| NOW.plus(seconds).relative_to(NOW);
        assert_eq!([seen(0), seen(-59), seen(59)], ["just now", "just now", "in a moment"]);
        assert_eq!([seen(-60), seen(3599), seen(-3 * 3600)], ["1 min ago", "in 59 min", "3 h ago"]);
        assert_eq!([seen(DAY), seen(2 * DAY + 1), seen(-59 * DAY)], ["in 1 day", "in 2 days", "59 days ago"]);
        assert_eq!(
            [seen(-60 * DAY), seen(729 * DAY), seen(-730 * DAY)],
            ["2 months ago", "in 24 months", "2 years ago"]
        );
    }
}
