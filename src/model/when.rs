//! Times as people give them: dates, days and weeks from now, full times (cli.md, "Principles").
//!
//! What must hold: a length of time has one unit, and what lies outside of the calendar is refused. How dates are spelt is
//! `calendar`.
//!
//! # What would hurt
//! `--expires 2026-12-31` must still hold at 23:59:59Z of that day: an end date is inclusive.
use crate::model::Malformed;
use crate::model::calendar::{OUT_OF_RANGE, named};
use crate::model::moment::{DAY, FIRST, LAST, Moment};

impl Moment {
    /// The end of something (`--expires`, `--until`, `--as-of`, `--to`): a date means 23:59:59Z of that day.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and what is accepted.
    pub fn parse_end(text: &str, field: &'static str, now: Self) -> Result<Self, Malformed> {
        When::parse_end(text, field, now).map(|when| when.at)
    }

    /// The start of something (`--from`, `--since`): a date means 00:00:00Z of that day. `30d` looks *back*, `now`
    /// minus 30 times 24 hours, since what is asked for there is a stretch of the past.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and what is accepted.
    pub fn parse_start(text: &str, field: &'static str, now: Self) -> Result<Self, Malformed> {
        StartTime::parse(text, field)?.at(now, field)
    }
}

/// The end of something as it was typed, before anybody asked what time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndTime(Typed);

/// The start of something likewise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartTime(Typed);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typed {
    Named(Moment),
    /// Seconds from now, or back from now.
    Relative(i64),
}

impl Typed {
    fn parse(text: &str, field: &'static str, into_the_day: i64) -> Result<Self, Malformed> {
        match relative(text, "dw") {
            Some(span) => Ok(Self::Relative(span)),
            None => in_range(named(text, into_the_day), field).map(Self::Named),
        }
    }
}

impl EndTime {
    /// # Errors
    /// [`Malformed`] naming `field` and what is accepted.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        Typed::parse(text, field, DAY - 1).map(Self)
    }

    /// The moment meant at `now`.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where no calendar reaches that far.
    pub fn at(self, now: Moment, field: &'static str) -> Result<When, Malformed> {
        match self.0 {
            Typed::Named(at) => Ok(When { at, given_as: GivenAs::Date }),
            Typed::Relative(span) => {
                let at = in_range(Ok(now.seconds().saturating_add(span)), field)?;
                Ok(When { at, given_as: GivenAs::Relative })
            }
        }
    }

    /// The same where only what comes after `now` will do.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where it has come already, or no calendar reaches that far.
    pub fn after(self, now: Moment, field: &'static str) -> Result<When, Malformed> {
        let when = self.at(now, field)?;
        if when.at > now { Ok(when) } else { Err(Malformed::new(field, "lies in the past")) }
    }
}

impl StartTime {
    /// # Errors
    /// [`Malformed`] naming `field` and what is accepted.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        Typed::parse(text, field, 0).map(Self)
    }

    /// The moment meant at `now`.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where no calendar reaches that far back.
    pub fn at(self, now: Moment, field: &'static str) -> Result<Moment, Malformed> {
        match self.0 {
            Typed::Named(at) => Ok(at),
            Typed::Relative(span) => in_range(Ok(now.seconds().saturating_sub(span)), field),
        }
    }
}

/// Whether a time was given as such or counted from now: a relative `--expires` is never compared, a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenAs {
    /// A date or a full time.
    Date,
    /// Days or weeks from now.
    Relative,
}

/// A moment with the way in which it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The moment meant.
    pub at: Moment,
    /// As a date, or counted from now.
    pub given_as: GivenAs,
}

impl When {
    /// As [`Moment::parse_end`], with the way in which it was given.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` and what is accepted.
    pub fn parse_end(text: &str, field: &'static str, now: Moment) -> Result<Self, Malformed> {
        EndTime::parse(text, field)?.at(now, field)
    }
}

/// A length of time such as `8h`, `30d` or `12w`, in seconds. Zero is taken; limits are the caller's.
///
/// # Errors
/// [`Malformed`] naming `field` and what is accepted.
pub fn parse_days(text: &str, field: &'static str) -> Result<i64, Malformed> {
    let span = relative(text, "hdw").filter(|span| *span <= LAST);
    span.ok_or_else(|| Malformed::new(field, "is not a length of time: hours, days or weeks (8h, 30d, 12w)"))
}

/// Digits and one of the `units`: the seconds they make.
fn relative(text: &str, units: &str) -> Option<i64> {
    let unit = text.chars().last().filter(|unit| units.contains(*unit))?;
    let digits = &text[..text.len() - 1];
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let seconds = match unit {
        'h' => 3600,
        'd' => DAY,
        _ => 7 * DAY,
    };
    // More than can be counted is too much for every caller.
    Some(digits.parse::<i64>().unwrap_or(i64::MAX).saturating_mul(seconds))
}

fn in_range(seconds: Result<i64, String>, field: &'static str) -> Result<Moment, Malformed> {
    let seconds = seconds.map_err(|problem| Malformed::new(field, problem))?;
    if (FIRST..=LAST).contains(&seconds) {
        Ok(Moment::from_seconds(seconds))
    } else {
        Err(Malformed::new(field, OUT_OF_RANGE))
    }
}

#[cfg(test)]
mod tests {
    use super::{GivenAs, When, parse_days};
    use crate::model::moment::{DAY, Moment};

    /// 2026-11-21T20:15:00Z.
    const NOW: Moment = Moment::from_seconds(1_795_292_100);

    fn end(text: &str) -> Option<String> {
        Moment::parse_end(text, "expires", NOW).ok().map(|moment| moment.to_string())
    }

    fn start(text: &str) -> Option<String> {
        Moment::parse_start(text, "since", NOW).ok().map(|moment| moment.to_string())
    }

    #[test]
    fn an_end_date_is_inclusive_and_a_start_date_too() {
        assert_eq!(end("2026-12-31").as_deref(), Some("2026-12-31T23:59:59Z"));
        assert_eq!(start("2026-12-31").as_deref(), Some("2026-12-31T00:00:00Z"));
        assert_eq!(end("9999-12-31").as_deref(), Some("9999-12-31T23:59:59Z"));
        assert_eq!(end("2024-02-29").as_deref(), Some("2024-02-29T23:59:59Z"));
    }

    #[test]
    fn days_and_weeks_look_ahead_for_an_end_and_back_for_a_start() {
        assert_eq!(end("30d").as_deref(), Some("2026-12-21T20:15:00Z"));
        assert_eq!(end("12w").as_deref(), Some("2027-02-13T20:15:00Z"));
        assert_eq!(start("1w").as_deref(), Some("2026-11-14T20:15:00Z"));
        assert_eq!(When::parse_end("30d", "expires", NOW).unwrap().given_as, GivenAs::Relative);
        assert_eq!(When::parse_end("2026-12-31", "expires", NOW).unwrap().given_as, GivenAs::Date);
        assert_eq!(When::parse_end("2026-12-31T10:00:00Z", "expires", NOW).unwrap().given_as, GivenAs::Date);
    }

    #[test]
    fn full_times_are_taken_to_the_second() {
        for text in ["2026-12-31T10:20:30Z", "2026-12-31t10:20:30.999z", "2026-12-31T12:20:30+02:00"] {
            assert_eq!(end(text).as_deref(), Some("2026-12-31T10:20:30Z"), "{text}");
            assert_eq!(start(text).as_deref(), Some("2026-12-31T10:20:30Z"), "{text}");
        }
        assert_eq!(end("2026-12-31T23:30:00-01:45").as_deref(), Some("2027-01-01T01:15:00Z"));
        assert_eq!(end("1969-12-31T23:59:58.5Z").as_deref(), Some("1969-12-31T23:59:58Z"));
    }

    fn problem(text: &str) -> String {
        let bad = Moment::parse_end(text, "expires", NOW).expect_err(text);
        assert_eq!(Moment::parse_start(text, "expires", NOW).expect_err(text), bad);
        assert_eq!(bad.field, "expires");
        bad.problem
    }

    #[test]
    fn rubbish_is_malformed_and_says_what_is_accepted() {
        let rubbish = "|2026-1-1|20261231|31.12.2026|tomorrow|d|-5d|+5d|5 d|5D|5h|1.5d|९d|30dd\
            |2026-12-31T10:20Z|2026-12-31T10:20:30|2026-12-31 10:20:30Z|2026-12-31T10:20:30.Z|2026-12-31T10:20:30+0200\
            |2026-12-31T10:20:30+24:00|2026-12-31T10:20:30+01:60|2026-12-31T10:20:30Z[UTC]|2026-12-31T10:20:30ZZ|2026-12-3é";
        for text in rubbish.split('|') {
            assert!(problem(text).contains("30d, 12w"), "{text}");
        }
    }

    #[test]
    fn a_day_or_a_time_that_does_not_exist_is_told_as_that() {
        for text in ["2027-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2100-02-29"] {
            assert_eq!(problem(text), format!("{text} is not a date: there is no such day"));
            assert_eq!(problem(&format!("{text}T10:00:00Z")), format!("{text} is not a date: there is no such day"));
            assert_eq!(
                problem(&format!("{text}t25:00:00+01:00")),
                format!("{text} is not a date: there is no such day")
            );
        }
        for clock in ["24:00:00", "25:00:00", "10:60:00", "10:00:61", "99:99:99"] {
            assert_eq!(problem(&format!("2026-12-31T{clock}Z")), format!("{clock} is not a time of day"));
        }
    }

    #[test]
    fn what_lies_too_far_away_is_told_as_that() {
        for text in [
            "0000-12-30",
            "0000-12-30T10:00:00Z",
            "9999-12-31T23:59:59-00:01",
            "0001-01-01T00:00:00+00:01",
            "99999999999d",
            "99999999999999999999d",
            "999999w",
        ] {
            let end = Moment::parse_end(text, "expires", NOW);
            assert!(end.unwrap_err().problem.ends_with("lies outside the years 1 to 9999"), "{text}");
            assert!(start(text).is_none(), "{text}");
        }
        assert!(start("999999d").is_none(), "before the year 1");
    }

    #[test]
    fn lengths_of_time_count_hours_days_and_weeks() {
        let seconds = |text| parse_days(text, "ttl").ok();
        assert_eq!(seconds("8h"), Some(8 * 3600));
        assert_eq!((seconds("90d"), seconds("12w")), (Some(90 * DAY), Some(84 * DAY)));
        for text in ["", "8", "h", "8m", "-8h", "8hh", "2026-12-31", "99999999999999999999h", "9223372036854775807d"] {
            assert_eq!(seconds(text), None, "{text}");
        }
        assert_eq!(parse_days("x", "ttl").unwrap_err().field, "ttl");
    }
}
