//! Moments: whole seconds of UTC, and how they are printed. How people give them is [`crate::model::when`].
//!
//! What must hold: a moment lies in the years 0001 to 9999, so that it always prints as 20 characters that sort by time.
//! `now` is handed in; nothing here reads a clock.
use jiff::SignedDuration;
use jiff::civil::DateTime;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// What moments count from.
pub(super) const UNIX_EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
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
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = UNIX_EPOCH.checked_add(SignedDuration::from_secs(self.0)).map_err(|_| fmt::Error)?;
        f.pad(&format!("{civil}Z"))
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
    fn stays_within_four_digit_years() {
        assert_eq!(NOW.plus(i64::MAX), Moment(LAST));
        assert_eq!(NOW.plus(i64::MIN), Moment(FIRST));
        assert_eq!(Moment::from_seconds(i64::MIN).to_string(), "0001-01-01T00:00:00Z");
        assert_eq!(Moment::from_seconds(i64::MAX).to_string(), "9999-12-31T23:59:59Z");
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
