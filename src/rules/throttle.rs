//! R18: how wrong tries slow somebody down. One counter per person over all doors.
use crate::model::moment::Moment;
use crate::rules::{Code, Refusal};

/// Failures that cost nothing.
pub const FREE: i64 = 5;
/// At this many failures the password is disabled until recovery.
pub const DISABLED: i64 = 50;
/// Seconds after the end of a wait at which wrong tries are forgiven, unless the password is disabled: of people and of addresses
/// without an ID alike, or who is forgotten would tell them apart.
pub const FORGIVEN: i64 = 7 * 86_400;
/// Seconds of the first wait, after failure number `FREE + 1`.
const FIRST: i64 = 30;
/// Seconds of the longest wait.
const LONGEST: i64 = 3600;

/// The failures that still count.
pub fn remembered(failures: i64, not_before: Moment, now: Moment) -> i64 {
    if failures < DISABLED && now > not_before.plus(FORGIVEN) { 0 } else { failures }
}

/// Seconds to wait after this many failures.
pub fn wait_after(failures: i64) -> i64 {
    let doublings = failures - FREE - 1;
    if doublings < 0 {
        return 0;
    }
    let times = u32::try_from(doublings).unwrap_or(u32::MAX);
    FIRST.saturating_mul(2_i64.saturating_pow(times)).min(LONGEST)
}

/// Says no while the wait lasts.
pub fn not_waiting(not_before: Moment, now: Moment) -> Result<(), Refusal> {
    if now >= not_before {
        return Ok(());
    }
    Err(Refusal::new(Code::Throttled, format!("too many failed attempts; try again after {not_before}"))
        .hinted("wait, or, if you forgot your password, run `pao account recover`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_waits() {
        let table = [(0, 0), (1, 0), (5, 0), (6, 30), (7, 60), (8, 120), (9, 240), (10, 480), (11, 960), (12, 1920)];
        for (failures, wait) in table {
            assert_eq!(wait_after(failures), wait, "{failures}");
        }
        for failures in [13, 14, 26, 49, 50, 60, 66, 70, 1000, i64::MAX] {
            assert_eq!(wait_after(failures), 3600, "{failures}");
        }
        assert_eq!(wait_after(i64::MIN + 10), 0);
    }

    #[test]
    fn the_wait_ends_on_its_second() {
        let (now, then) = (Moment::from_seconds(100), Moment::from_seconds(101));
        assert!(not_waiting(then, now).is_err() && not_waiting(then, then).is_ok());
    }

    #[test]
    fn wrong_tries_are_forgiven_a_week_after_the_wait_unless_the_password_is_disabled() {
        let (then, week) = (Moment::from_seconds(100), 604_800);
        for (failures, later, left) in
            [(5, week, 5), (5, week + 1, 0), (49, week + 1, 0), (50, week + 1, 50), (50, 0, 50)]
        {
            assert_eq!(remembered(failures, then, then.plus(later)), left, "{failures} {later}");
        }
    }
}
