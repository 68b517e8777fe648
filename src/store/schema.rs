//! How the file came to have its shape, and whether it still has it.
//!
//! # What must hold
//! The list of steps is append-only: `user_version` counts how many were applied. After each one the schema has the
//! fingerprint that stands here, but for what `ANALYZE` of any program leaves. A trigger, view or index that somebody
//! planted changes it, and the file is refused as `tampered` before any of it can run, and before an older file is brought
//! up.
use crate::error::{Error, MEND, Result};
use crate::rules::Code;
use crate::store::told::anew;
use rusqlite::{Connection, Row, TransactionBehavior};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// One step for each version.
struct Step {
    sql: &'static str,
    /// Whether the trail tells every row afterwards, as it is found.
    tells: bool,
    /// SHA-256 over every object of the schema after this step; the test below prints the new one.
    fingerprint: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        sql: include_str!("migrations/0001_registry.sql"),
        tells: false,
        fingerprint: "5df773b2c826e5e2596a88d6011a2d6e61d1edcc76d822a2828c76ddccbb512b",
    },
    Step {
        sql: include_str!("migrations/0002_requests.sql"),
        tells: false,
        fingerprint: "2d10d0ce5027819a4cb29299cf99732b7703acc34417ba885a2acee38e81d258",
    },
    Step {
        sql: include_str!("migrations/0003_tokens.sql"),
        tells: false,
        fingerprint: "e8b750329a79f2cda75864ed82614a8d19868d4b1c4224a235532b7b78b082a6",
    },
    Step {
        sql: include_str!("migrations/0004_doors.sql"),
        tells: false,
        fingerprint: "201805818042cb8ee4abe4999230886b05bfa00d6ff17fc0f123246ff47e8498",
    },
    Step {
        sql: include_str!("migrations/0005_letters.sql"),
        tells: false,
        fingerprint: "cc576ae494e1f0e0181bee90b30e6ed3a316d0eea2b4cb18125b2e2c4fae26cb",
    },
    Step {
        sql: include_str!("migrations/0006_indexes.sql"),
        tells: false,
        fingerprint: "5aab251872e5a99dcdf595eeb669ecbfc63474241908b625abc440bec0d4bd5e",
    },
    Step {
        sql: include_str!("migrations/0007_callers.sql"),
        tells: true,
        fingerprint: "3fdb0810d0bce4c0980c1b9e418e57dcb399af7756195c0e370169d74e3ab9fc",
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
        return Err(foreign());
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
    let done = usize::try_from(version).ok().and_then(|done| STEPS.get(..done)).unwrap_or_default();
    if let Some(last) = done.last()
        && fingerprint(conn)? == last.fingerprint
    {
        return Ok(if version == known { Shape::Current } else { Shape::Older });
    }
    Err(Error::new(Code::Tampered, "the schema of the database was changed by something other than pao").hinted(MEND))
}

/// The answer for a database of some other program.
pub fn foreign() -> Error {
    Error::new(Code::NotADatabase, "the file is a database, but not one of pao")
        .hinted("give the path of the database with `--db` or `PAO_DB`")
}

/// What became of a file that may have been of an older version.
pub struct BroughtUp {
    /// The version that it had, and the one that it has.
    pub from: usize,
    pub to: usize,
    /// Rows that the trail was told as they were found.
    pub rows: i64,
}

impl BroughtUp {
    /// What becomes of a file of this version.
    pub fn nothing() -> Self {
        Self { from: STEPS.len(), to: STEPS.len(), rows: 0 }
    }
}

/// Applies the steps that are missing, in one transaction; in a dry run it is taken back. `row` is called for every row that is
/// told.
///
/// # Errors
/// `busy`, `io`, or `damaged` from SQLite.
pub fn migrate(conn: &mut Connection, dry_run: bool, row: &dyn Fn()) -> Result<BroughtUp> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let from: usize = tx.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?.try_into().unwrap_or(0);
    let mut done = BroughtUp { from, ..BroughtUp::nothing() };
    if from >= STEPS.len() {
        // Somebody else was quicker, perhaps with a newer program.
        return Ok(BroughtUp::nothing());
    }
    for (version, step) in (1..).zip(STEPS).skip(from) {
        tx.execute_batch(step.sql)?;
        if step.tells {
            done.rows = anew::tell_all(&tx, (from, version), row)?;
        }
    }
    tx.pragma_update(None, "user_version", i64::try_from(STEPS.len()).unwrap_or(i64::MAX))?;
    if dry_run {
        tx.rollback()?;
    } else {
        tx.commit()?;
    }
    Ok(done)
}

/// Tables that another program may make here, to the letter: what `ANALYZE` counts for the planner of queries (whatever made
/// `sqlite_stat2` and `sqlite_stat3` is too old to open this file), and what Litestream counts and locks by.
const GUESTS: [(&str, &str); 4] = [
    ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    ("sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
    ("_litestream_seq", "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)"),
    ("_litestream_lock", "CREATE TABLE _litestream_lock (id INTEGER)"),
];

/// Other programs that keep tables here and work with the file.
pub fn guests(conn: &Connection) -> Result<Vec<&'static str>> {
    let sql = "SELECT count(*) FROM sqlite_schema WHERE name IN ('_litestream_seq', '_litestream_lock')";
    let litestream: i64 = conn.query_row(sql, [], |row| row.get(0))?;
    Ok(if litestream > 0 { vec!["litestream"] } else { Vec::new() })
}

/// Whether a row of the schema, its first four columns, is one of these tables. What hangs on one is none.
fn is_guest(row: &Row<'_>) -> bool {
    let text = |column| row.get_ref(column).ok().and_then(|value| value.as_str().ok());
    GUESTS.iter().any(|(name, sql)| [0, 1, 2, 3].map(text) == [Some("table"), Some(name), Some(name), Some(sql)])
}

/// SHA-256 over type, name, table and text of everything in the schema, as hex.
fn fingerprint(conn: &Connection) -> Result<String> {
    let mut hash = Sha256::new();
    let mut rows = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        if is_guest(row) {
            continue;
        }
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
            migrate(&mut conn, false, &|| ()).unwrap();
            assert!(matches!(judge(&conn).unwrap(), Shape::Current));
        }
    }

    #[test]
    fn a_newer_file_gets_a_sentence_with_both_versions() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn, false, &|| ()).unwrap();
        conn.pragma_update(None, "user_version", 99).unwrap();
        let error = judge(&conn).err().unwrap();
        assert_eq!(error.code, Code::NewerVersion);
        assert!(error.message.contains("99") && error.message.contains(&STEPS.len().to_string()), "{error}");
    }

    #[test]
    fn what_was_planted_taken_away_or_reworded_is_seen() {
        for tampering in [
            "CREATE TRIGGER planted AFTER INSERT ON setting BEGIN DELETE FROM setting; END",
            "CREATE VIEW planted AS SELECT 1",
            "DROP TRIGGER audit_kept",
            "DROP INDEX code_address",
            "DROP INDEX access_expiring",
            "DROP TRIGGER audit_kept; CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT 1; END",
            "ALTER TABLE setting RENAME COLUMN value TO worth",
        ] {
            let mut conn = Connection::open_in_memory().unwrap();
            migrate(&mut conn, false, &|| ()).unwrap();
            conn.execute_batch(tampering).unwrap();
            assert_eq!(judge(&conn).err().map(|error| error.code), Some(Code::Tampered), "{tampering}");
        }
    }

    #[test]
    fn what_analyze_leaves_is_no_tampering_but_what_hangs_on_it_is() {
        let analyzed = || {
            let mut conn = Connection::open_in_memory().unwrap();
            migrate(&mut conn, false, &|| ()).unwrap();
            conn.execute_batch("INSERT INTO setting VALUES ('a', 'b'); ANALYZE").unwrap();
            conn
        };
        let conn = analyzed();
        assert!(matches!(judge(&conn).unwrap(), Shape::Current));
        conn.execute_batch("VACUUM").unwrap();
        assert!(matches!(judge(&conn).unwrap(), Shape::Current));
        conn.execute_batch("DROP TABLE sqlite_stat1").unwrap();
        assert!(matches!(judge(&conn).unwrap(), Shape::Current));
        for tampering in [
            "CREATE VIEW planted AS SELECT * FROM sqlite_stat1",
            "CREATE TABLE sqlite_stats (tbl, idx, stat)",
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE sqlite_stat1(tbl,idx,stat,more)' WHERE name = 'sqlite_stat1'",
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE sqlite_stat1(tbl,idx,stat DEFAULT 1)' WHERE name = 'sqlite_stat1'",
            "UPDATE sqlite_schema SET name = 'sqlite_stat3', tbl_name = 'sqlite_stat3' WHERE name = 'sqlite_stat1'",
            "INSERT INTO sqlite_schema VALUES ('trigger', 'planted', 'sqlite_stat1', 0,
             'CREATE TRIGGER planted AFTER DELETE ON sqlite_stat1 BEGIN DELETE FROM audit; END')",
            "INSERT INTO sqlite_schema VALUES ('index', 'planted', 'sqlite_stat1', 0, 'CREATE INDEX planted ON sqlite_stat1(tbl)')",
        ] {
            let conn = analyzed();
            conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
            let plant = format!("PRAGMA writable_schema = ON; {tampering}");
            if conn.execute_batch(&plant).is_ok() {
                assert_eq!(judge(&conn).err().map(|error| error.code), Some(Code::Tampered), "{tampering}");
            } else {
                assert!(tampering.contains("sqlite_stats"), "SQLite itself refuses: {tampering}");
            }
        }
    }

    #[test]
    fn another_order_is_the_same_schema() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn, false, &|| ()).unwrap();
        conn.execute_batch("VACUUM").unwrap();
        assert!(matches!(judge(&conn).unwrap(), Shape::Current));
    }
}
