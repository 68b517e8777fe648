//! How the file came to have its shape, and whether it still has it.
//!
//! # What must hold
//! The list of steps is append-only: `user_version` counts how many were applied. After each one the schema has the
//! fingerprint that stands here; a trigger, view or index that somebody planted changes it, and the file is refused as
//! `tampered` before any of it can run, and before an older file is brought up.
use crate::error::{Error, Result};
use crate::rules::Code;
use rusqlite::{Connection, TransactionBehavior};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// One step for each version.
struct Step {
    sql: &'static str,
    /// SHA-256 over every object of the schema after this step; the test below prints the new one.
    fingerprint: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        sql: include_str!("migrations/0001_registry.sql"),
        fingerprint: "5df773b2c826e5e2596a88d6011a2d6e61d1edcc76d822a2828c76ddccbb512b",
    },
    Step {
        sql: include_str!("migrations/0002_requests.sql"),
        fingerprint: "2d10d0ce5027819a4cb29299cf99732b7703acc34417ba885a2acee38e81d258",
    },
];

/// Marks the file as ours, in its header ("PAO1").
pub const APPLICATION: i32 = 0x5041_4f31;

/// What the header of the file says.
pub enum Shape {
    /// The version this program works with.
    Current,
    /// An older version; `migrate` brings it up.
    Older,
}

/// Judges application, version and fingerprint.
///
/// # Errors
/// `not_a_database`, `newer_version`, `tampered`.
pub fn judge(conn: &Connection) -> Result<Shape> {
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION {
        return Err(Error::new(Code::NotADatabase, "the file is a database, but not one of pao")
            .hinted("give the path of the database with `--db` or `PAO_DB`"));
    }
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    if version > known {
        return Err(Error::new(
            Code::NewerVersion,
            format!("the database has version {version}, this pao knows versions up to {known}"),
        )
        .hinted("a newer pao wrote it; run that one, or update this one"));
    }
    let found = fingerprint(conn)?;
    let step = usize::try_from(version - 1).ok().and_then(|index| STEPS.get(index));
    if step.is_some_and(|step| found == step.fingerprint) {
        return Ok(if version == known { Shape::Current } else { Shape::Older });
    }
    Err(Error::new(Code::Tampered, "the schema of the database was changed by something other than pao")
        .hinted("keep the file as evidence and restore a backup: `pao db restore FILE`"))
}

/// Applies the steps that are missing, in one transaction.
///
/// # Errors
/// `busy`, `io`, or `damaged` from SQLite.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let have: usize = tx.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?.try_into().unwrap_or(0);
    for step in STEPS.get(have..).unwrap_or_default() {
        tx.execute_batch(step.sql)?;
    }
    tx.pragma_update(None, "user_version", i64::try_from(STEPS.len()).unwrap_or(i64::MAX))?;
    Ok(tx.commit()?)
}

/// SHA-256 over type, name, table and text of everything in the schema, as hex.
fn fingerprint(conn: &Connection) -> Result<String> {
    let mut hash = Sha256::new();
    let mut rows = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..4 {
            let text = row.get_ref(column)?.as_str_or_null().unwrap_or_default().unwrap_or_default();
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
    }
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    Ok(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprints_are_those_of_the_steps() {
        let conn = Connection::open_in_memory().unwrap();
        for (done, step) in (1_usize..).zip(STEPS) {
            conn.execute_batch(step.sql).unwrap();
            conn.pragma_update(None, "user_version", i64::try_from(done).unwrap()).unwrap();
            assert_eq!(fingerprint(&conn).unwrap(), step.fingerprint, "put the left one into step {done}");
            let last = done == STEPS.len();
            assert!(matches!(judge(&conn).unwrap(), Shape::Current) == last, "{done}");
        }
    }

    #[test]
    fn a_file_is_brought_up_once() {
        let mut conn = Connection::open_in_memory().unwrap();
        for _ in 0..2 {
            migrate(&mut conn).unwrap();
            assert!(matches!(judge(&conn).unwrap(), Shape::Current));
        }
    }

    #[test]
    fn a_newer_file_gets_a_sentence_with_both_versions() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn).unwrap();
        conn.pragma_update(None, "user_version", 99).unwrap();
        let error = judge(&conn).err().unwrap();
        assert_eq!(error.code, Code::NewerVersion);
        assert!(error.message.contains("99") && error.message.contains(&STEPS.len().to_string()), "{error}");
    }

    #[test]
    fn a_planted_trigger_is_seen() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn).unwrap();
        conn.execute_batch("CREATE TRIGGER planted AFTER INSERT ON setting BEGIN DELETE FROM setting; END").unwrap();
        assert_eq!(judge(&conn).err().unwrap().code, Code::Tampered);
    }
}
