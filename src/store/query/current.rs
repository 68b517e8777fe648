//! What "current access" is in SQL: an interval that was not ended, at a moment that is not behind its end date.
//!
//! What must hold: this is the one place that says so. A statement that asks for the Primary Contact, or for an interval that is
//! open whatever its end date, asks for `ended_at` alone.

/// The condition on a row of `access`, under the name that the statement gives it, at the moment in that parameter.
#[rustfmt::skip]
macro_rules! current {
    ($row:literal at $now:literal) => {
        concat!("(", $row, ".ended_at IS NULL AND (", $row, ".expires_at IS NULL OR ", $row, ".expires_at >= ", $now, "))")
    };
}

/// The same at an earlier moment, as the intervals tell it.
#[rustfmt::skip]
macro_rules! current_then {
    ($row:literal at $then:literal) => {
        concat!("(", $row, ".granted_at <= ", $then, " AND (", $row, ".ended_at IS NULL OR ", $row, ".ended_at > ", $then,
            ") AND (", $row, ".expires_at IS NULL OR ", $row, ".expires_at >= ", $then, "))")
    };
}

pub(super) use {current, current_then};
