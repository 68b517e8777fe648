//! What SQLite refuses, in our words, with the table that it is about.
//!
//! What must hold: a constraint that fails is no mistake of whoever ran the command: every rule was judged before. So either
//! the file holds what it must not, or a rule let something through; both are `damaged`, and the words name the table. SQLite
//! itself names it only for some constraints.
use crate::error::{Error, MEND};
use crate::rules::Code;
use crate::store::file::replaced;
use rusqlite::ErrorCode;

/// What SQLite says of a file that was exchanged under it (SQLITE_READONLY_DBMOVED).
const MOVED: i32 = 1032;

/// The table that a statement writes to: `INSERT INTO access (…`, `UPDATE access SET …`, `DELETE FROM access WHERE …`.
pub(in crate::store) fn table(sql: &str) -> &str {
    let mut words = sql.split([' ', '\n', '(']).filter(|word| !word.is_empty());
    words
        .find(|word| !["INSERT", "OR", "IGNORE", "REPLACE", "INTO", "UPDATE", "DELETE", "FROM"].contains(word))
        .unwrap_or_default()
}

pub(in crate::store) fn refused(error: rusqlite::Error, table: &str) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch) => {
            constraint(&format!("a change of `{table}`"), &error).detailed("table", table)
        }
        _ => error.into(),
    }
}

fn constraint(what: &str, error: &rusqlite::Error) -> Error {
    Error::new(Code::Damaged, format!("the database refused {what}: {error}"))
        .hinted("`pao db check` says whether the file is damaged; if it is not, pao made a mistake: please report it")
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Row;
        // What was not written by us: the file is damaged, this program is not.
        let meaningless = match &error {
            Row::FromSqlConversionFailure(_, _, why) => Some(why.to_string()),
            Row::InvalidColumnType(_, column, kind) => Some(format!("{column} is {kind}")),
            Row::IntegralValueOutOfRange(..) | Row::Utf8Error(..) => Some(error.to_string()),
            _ => None,
        };
        if let Some(words) = meaningless {
            return Self::new(Code::Damaged, format!("the database holds a value that means nothing: {words}"))
                .hinted(format!("`pao db check` says more; {MEND}"));
        }
        if error.sqlite_error().is_some_and(|error| error.extended_code == MOVED) {
            return replaced();
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch) => constraint("a change", &error),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::new(Code::Busy, "the database is busy").hinted("try again in a moment")
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::TooBig) => {
                Self::new(Code::Damaged, format!("the database is damaged: {error}")).hinted(MEND)
            }
            Some(ErrorCode::NotADatabase) => Self::new(Code::NotADatabase, "the file is not a database"),
            Some(ErrorCode::DiskFull) => {
                Self::new(Code::Io, "the disk is full").hinted("make room and run the command again")
            }
            Some(
                ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::OutOfMemory,
            ) => Self::new(Code::Io, format!("the database cannot be read or written: {error}")),
            _ => Self::new(Code::Internal, format!("the database refused a statement: {error}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;
    use crate::store::writer::Writer;
    use rusqlite::Connection;

    #[test]
    fn the_table_of_a_statement_is_the_one_it_writes_to() {
        for (sql, expected) in [
            ("INSERT INTO access (site, person) SELECT 1, 2", "access"),
            ("INSERT INTO setting(key, value) VALUES (?1, ?2)", "setting"),
            ("INSERT OR IGNORE INTO stranger VALUES (1)", "stranger"),
            ("UPDATE person\n SET operator = 1", "person"),
            ("DELETE FROM sign_in WHERE 1", "sign_in"),
        ] {
            assert_eq!(table(sql), expected, "{sql}");
        }
    }

    /// One statement for each kind of constraint; SQLite names the table in half of them.
    #[test]
    fn every_kind_of_constraint_is_damage_and_names_its_table() {
        let mut conn = Connection::open_in_memory().unwrap();
        schema::migrate(&mut conn, false, &|| ()).unwrap();
        let writer = Writer::of(&conn);
        let person =
            "INSERT INTO person (person, id, email, first_name, last_name, country, operator, registered_at) VALUES";
        writer.execute(&format!("{person} (1, 'a@b.c', 'a@b.c', 'A', 'B', 'DE', 0, 0)"), []).unwrap();
        for (sql, table) in [
            (format!("{person} (2, 'x@b.c', 'x@b.c', 'A', 'B', 'de', 0, 0)"), "person"),
            (format!("{person} (3, 'y@b.c', NULL, 'A', 'B', 'DE', 0, 0)"), "person"),
            (format!("{person} (1, 'z@b.c', 'z@b.c', 'A', 'B', 'DE', 0, 0)"), "person"),
            (format!("{person} (4, 'z@b.c', 'z@b.c', 'A', 'B', 'DE', 'x', 0)"), "person"),
            (format!("{person} ('x', 'z@b.c', 'z@b.c', 'A', 'B', 'DE', 0, 0)"), "person"),
            ("UPDATE person SET id = 'other@b.c'".to_owned(), "person"),
            ("DELETE FROM person".to_owned(), "person"),
            ("INSERT INTO contact VALUES ('7000017', 'primary', 'A', 'B', 'a@b.c', NULL)".to_owned(), "contact"),
            (
                "INSERT INTO sign_in (person, token, created_at, last_used_at, expires_at) VALUES (1, x'00', 0, 0, 1)"
                    .to_owned(),
                "sign_in",
            ),
        ] {
            let error = writer.execute(&sql, []).expect_err(&sql);
            assert_eq!(
                (error.code, error.message.contains(&format!("`{table}`"))),
                (Code::Damaged, true),
                "{sql}: {error}"
            );
            let error = writer.prepare_cached(&sql).unwrap().execute([]).expect_err(&sql);
            assert_eq!(
                (error.code, error.message.contains(&format!("`{table}`"))),
                (Code::Damaged, true),
                "{sql}: {error}"
            );
        }
    }
}
