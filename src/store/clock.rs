//! Whether the clock can be believed, by the newest entry of the audit trail.
//!
//! What must hold: a spent or expired code does not come back to life by setting the clock back, and a clock that once runs
//! ahead changes nothing: what it wrote would lock everybody out until that time has come.
use crate::error::{Error, Result};
use crate::model::moment::{DAY, Moment};
use crate::rules::Code;
use crate::store::audit;
use rusqlite::Connection;

/// Seconds that the clock may be behind the newest entry (security.md, "The file").
const BEHIND: i64 = 120;
/// Seconds after the newest entry until which something may be changed (durability.md, "Prevention").
const AHEAD: i64 = 366 * DAY;
/// Seconds without an entry after which `maintain` makes one: the trail of a registry that is looked after never gets so old
/// that a clock could seem to run ahead.
const RESTS: i64 = 30 * DAY;
/// 2001-01-01T00:00:00Z. Machines whose battery is dead begin before it.
const EARLIEST: Moment = Moment::from_seconds(978_307_200);
/// 9999-01-01T00:00:00Z. What is to last from then on has no date that can be written.
const LATEST: Moment = Moment::from_seconds(253_370_764_800);

const SET_IT: &str = "set the clock of this machine, then run the command again";

/// Refuses a time in which no registry can live.
pub(in crate::store) fn is_possible(now: Moment) -> Result<()> {
    let (code, words) = match now {
        now if now < EARLIEST => {
            (Code::ClockBehind, format!("the clock says {now}, which is before the first day of 2001"))
        }
        now if now >= LATEST => (Code::ClockAhead, "the clock says a time after the year 9998".to_owned()),
        _ => return Ok(()),
    };
    Err(Error::new(code, words).hinted(SET_IT))
}

/// Refuses to go on when the clock is more than two minutes behind the newest entry. Gives the time of that entry, or `now`
/// where there is none.
pub(in crate::store) fn is_not_behind(conn: &Connection, now: Moment) -> Result<Moment> {
    is_possible(now)?;
    let newest = audit::newest_at(conn)?.unwrap_or(now);
    if now.plus(BEHIND) >= newest {
        return Ok(newest);
    }
    let words = format!("the clock says {now}, but the newest entry of the audit trail is from {newest}");
    let hint = "if the clock of this machine is wrong, set it and run the command again; if it is right, a clock that ran ahead \
                wrote that entry: `pao db accept-time` dates back what it wrote, `pao db restore FILE` puts back a copy from \
                before it";
    Err(unsound(Code::ClockBehind, words, now, newest).hinted(hint))
}

/// The same for whoever is about to change something: more than 366 days after the newest entry nothing is changed either.
pub(in crate::store) fn is_sound(conn: &Connection, now: Moment) -> Result<Moment> {
    let newest = is_not_behind(conn, now)?;
    if now <= newest.plus(AHEAD) {
        return Ok(newest);
    }
    let words = format!(
        "the clock says {now}, more than 366 days after the newest entry of the audit trail, which is from {newest}"
    );
    let hint = "if the clock of this machine is wrong, set it and run the command again; if it is right, nothing was changed \
                here for more than a year: `pao db accept-time` records that";
    Err(unsound(Code::ClockAhead, words, now, newest).hinted(hint))
}

/// What the trail says against the clock.
pub struct Doubted {
    /// When the newest entry was made.
    pub newest: Option<Moment>,
    /// Entries that are later than now, where the newest is so by more than the tolerance.
    pub entries: i64,
    /// Whether it says nothing against it.
    pub is_sound: bool,
}

/// Holds the clock against the trail, for whoever says that the clock is right.
pub fn doubted(view: crate::store::ReadView<'_>) -> Result<Doubted> {
    let (now, newest) = (view.at(), audit::newest_at(view.conn)?);
    let ahead = newest.is_some_and(|newest| newest > now.plus(BEHIND));
    let entries = if ahead {
        view.conn.query_row("SELECT count(*) FROM audit WHERE at > ?1", [now], |row| row.get(0))?
    } else {
        0
    };
    let rested = newest.is_some_and(|newest| now > newest.plus(AHEAD));
    Ok(Doubted { newest, entries, is_sound: !ahead && !rested })
}

/// Whether the newest entry is so old that `maintain` adds one.
pub fn rests(view: crate::store::ReadView<'_>) -> Result<bool> {
    Ok(audit::newest_at(view.conn)?.is_some_and(|newest| view.at() >= newest.plus(RESTS)))
}

fn unsound(code: Code, words: String, now: Moment, newest: Moment) -> Error {
    Error::new(code, words).detailed("now", now.to_string()).detailed("newest", newest.to_string())
}
