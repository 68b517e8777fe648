//! Opening and making the file.
//!
//! # What must hold
//! Every connection gets the same settings, whatever flags SQLite was compiled with: foreign keys on, DEFENSIVE on,
//! nothing in the schema trusted, no double-quoted strings, deleted content overwritten, temporary tables in memory.
use crate::error::{Error, MEND, Result};
use crate::model::behind::Behind;
use crate::model::moment::Moment;
use crate::rules::Code;
use crate::store::file::Found;
use crate::store::medium::Medium;
use crate::store::schema::{self, BroughtUp};
use crate::store::told::Told;
use crate::store::{PATIENCE, clock, file};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The absolute form of a path that was typed, and the path under which an open file goes.
pub use crate::store::file::{absolute, place};

/// What a path that stands in a URI must not have as it is.
const IN_URI: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_');

/// The open file.
pub struct Store {
    pub(in crate::store) conn: Connection,
    pub(in crate::store) path: PathBuf,
    pub(in crate::store) registry: Registry,
    /// Who stands behind the call, which is said once that is judged.
    pub(in crate::store) behind: Behind,
    /// Rows that were written and wait for their entry.
    pub(in crate::store) told: Told,
    /// Whether the file can be changed where it lies.
    pub(in crate::store) medium: Medium,
    /// Whether the file was found in write-ahead logging.
    pub(in crate::store) logged_ahead: bool,
    /// Whether the clock was compared with the audit trail since the file was opened.
    pub(in crate::store) clock_was_sound: bool,
}

/// What the file says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::store) struct Registry {
    pub(in crate::store) id: [u8; 16],
    pub(in crate::store) practice: bool,
    pub(in crate::store) service: bool,
}

/// What a new database is told about itself.
#[derive(Debug, Clone, Copy)]
pub struct Birth {
    /// 16 random bytes that go into every audit hash, so that no entry fits into another database.
    pub registry: [u8; 16],
    /// Whether it belongs to a dedicated user (security.md, "Two honest modes").
    pub service: bool,
    /// Whether `demo` made it and may replace it.
    pub practice: bool,
    /// When.
    pub at: Moment,
}

impl Store {
    /// Opens the database at an absolute path, and brings it up to this version; `home` is the caller's, where they have one.
    /// `row` is called for every row that the trail is told then.
    ///
    /// # Errors
    /// The codes of exit status 10, `busy`, `io`.
    pub fn open(path: &Path, home: Option<&Path>, row: &dyn Fn()) -> Result<Self> {
        let (found, mut conn, mut known) = found(path, home)?;
        if known.is_none() {
            found.medium.takes_changes()?;
            schema::migrate(&mut conn, false, row)?;
            known = judged(&conn)?;
        }
        let known = known.ok_or_else(|| broken("it cannot be brought up to this version"))?;
        // In write-ahead logging, nobody exchanges the file as long as it is open here.
        if !found.medium.is_read_only() && !is_logged_ahead(&conn)? {
            log_ahead(&conn)?;
        }
        found.is_in_place()?;
        Ok(Self::of(conn, found, known))
    }

    /// Only brings it up, or tries to.
    ///
    /// # Errors
    /// As [`Store::open`]; `owner_only`.
    pub fn bring_up(path: &Path, home: Option<&Path>, dry_run: bool, row: &dyn Fn()) -> Result<BroughtUp> {
        let (found, mut conn, known) = found(path, home)?;
        if known.is_some() {
            return Ok(BroughtUp::nothing());
        }
        found.medium.takes_changes()?;
        schema::migrate(&mut conn, dry_run, row)
    }

    /// Opens the database for a look that nobody would miss: waits for nobody, and leaves the file as it is.
    ///
    /// # Errors
    /// As [`Store::open`]; `busy` at once.
    pub fn glance(path: &Path) -> Result<Self> {
        let found = file::existing(path, None)?;
        let conn = connect(&found, Duration::ZERO)?;
        let known = judged(&conn)?.ok_or_else(|| broken("it is of an older version"))?;
        found.is_in_place()?;
        Ok(Self::of(conn, found, known))
    }

    pub(in crate::store) fn of(conn: Connection, found: Found, registry: Registry) -> Self {
        let Found { real, medium, logs_ahead, .. } = found;
        let (behind, told) = (Behind::Personal, Told::of(registry.id));
        Self { conn, path: real, registry, behind, told, medium, logged_ahead: logs_ahead, clock_was_sound: false }
    }

    /// Whether a database can be made at an absolute path.
    ///
    /// # Errors
    /// `already_exists`, `insecure_file`, `io`.
    pub fn could_be_made(path: &Path) -> Result<()> {
        file::vacant(path)
    }

    /// Makes the database at an absolute path; nothing may be there. It is whole before it has its name.
    ///
    /// # Errors
    /// `already_exists`, `insecure_file`, `clock_ahead`, `clock_behind`, `io`.
    pub fn create(path: &Path, birth: &Birth) -> Result<Self> {
        clock::is_possible(birth.at)?;
        let real = file::fresh(path)?;
        let draft = file::draft(&real)?;
        fill(draft.path(), birth)?;
        file::publish(draft, &real)?;
        let found = Found::just_made(&real);
        let registry = Registry { id: birth.registry, practice: birth.practice, service: birth.service };
        Ok(Self::of(connect(&found, PATIENCE)?, found, registry))
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether `demo` made this database.
    pub fn is_practice(&self) -> bool {
        self.registry.practice
    }

    /// Whether it belongs to a dedicated user, and people reach it through sudo and ssh.
    pub fn is_service(&self) -> bool {
        self.registry.service
    }

    /// From here on this is who stands behind what is done.
    pub fn serve(&mut self, behind: Behind) {
        self.behind = behind;
    }

    /// Whether whoever stands behind the call owns the file (`W` in cli.md). Whoever could open it does, since a file of somebody
    /// else's is refused, unless they came in as its user through sudo or ssh.
    pub fn is_owned(&self) -> bool {
        self.behind.guest().is_none()
    }

    /// Whether nobody is in the file yet, which belongs to a dedicated user or not, as is said.
    pub fn awaits_its_first(&self, service: bool) -> bool {
        let sql = "SELECT service = ?1 AND NOT EXISTS (SELECT 1 FROM person) FROM registry";
        self.conn.query_row(sql, [service], |row| row.get(0)).unwrap_or(false)
    }

    /// More memory for bulk work: 64 MiB of pages, worth a quarter of an import.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn prepare_for_bulk(&self) -> Result<()> {
        Ok(self.conn.pragma_update(None, "cache_size", -65_536)?)
    }
}

/// The database at an absolute path, and what it says about itself; nothing for an older file.
fn found(path: &Path, home: Option<&Path>) -> Result<(Found, Connection, Option<Registry>)> {
    let found = file::existing(path, home)?;
    let conn = connect(&found, PATIENCE).map_err(|error| damaged(error, path))?;
    let judged = judged(&conn);
    // Before what was read means anything.
    found.is_in_place()?;
    let known = judged.map_err(|error| damaged(error, path))?;
    Ok((found, conn, known))
}

/// Makes what every database has, and closes it: everything is in the one file then.
fn fill(draft: &Path, birth: &Birth) -> Result<()> {
    let mut conn = connect(&Found::just_made(draft), PATIENCE)?;
    log_ahead(&conn)?;
    schema::migrate(&mut conn, false, &|| ())?;
    conn.execute(
        "INSERT INTO registry (one, id, service, practice, next_site, created_at) VALUES (1, ?1, ?2, ?3, 7000017, ?4)",
        (birth.registry, birth.service, birth.practice, birth.at),
    )?;
    conn.close().map_err(|(_, error)| error.into())
}

/// Judges the schema and reads the registry's row in one view; nothing for an older file.
fn judged(conn: &Connection) -> Result<Option<Registry>> {
    let tx = conn.unchecked_transaction()?;
    if matches!(schema::judge(&tx)?, schema::Shape::Older) {
        return Ok(None);
    }
    let row = tx.query_row("SELECT id, practice, service FROM registry", [], |row| {
        Ok(Registry { id: row.get(0)?, practice: row.get(1)?, service: row.get(2)? })
    });
    row.map(Some).map_err(|error| match Error::from(error) {
        error if matches!(error.code, Code::Internal | Code::Damaged) => {
            broken("its registry row is missing or malformed")
        }
        error => error,
    })
}

fn is_logged_ahead(conn: &Connection) -> Result<bool> {
    Ok(conn.pragma_query_value(None, "journal_mode", |row| row.get::<_, String>(0))? == "wal")
}

/// Turns write-ahead logging on: another program changed it, or the file is new. Waits for whoever has the file open.
fn log_ahead(conn: &Connection) -> Result<()> {
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode == "wal" {
        return Ok(());
    }
    Err(Error::new(
        Code::Io,
        format!("the database stays in the journal mode `{mode}`, which loses what was acknowledged"),
    ))
}

pub(super) fn connect(found: &Found, patience: Duration) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = match found.medium {
        Medium::Writable => Connection::open_with_flags(&found.real, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)?,
        // With locks, which Litestream takes as well. It has left write-ahead logging, so that nothing is made beside the file.
        Medium::Follower if !found.logs_ahead => {
            Connection::open_with_flags(&found.real, flags | OpenFlags::SQLITE_OPEN_READ_ONLY)?
        }
        // Nobody can change the file, or nobody has yet, so it is read without locks and without files beside it.
        Medium::ReadOnly | Medium::Candidates | Medium::ClosedFolder | Medium::Follower => {
            let flags = flags | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            let in_uri = percent_encode(found.real.as_os_str().as_bytes(), &IN_URI);
            Connection::open_with_flags(format!("file:{in_uri}?immutable=1"), flags)?
        }
    };
    conn.busy_timeout(patience)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true),
        // Plans do not hang on bound values: a statement that is run for every row of an import is planned once, not
        // once a row.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(setting, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, 16_000_000),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    ] {
        conn.set_limit(limit, most)?;
    }
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
         PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;",
    )?;
    Ok(conn)
}

/// Rubbish behind a good header reads as damage, not as a foreign file.
fn damaged(error: Error, path: &Path) -> Error {
    match error.code {
        Code::NotADatabase if error.hint.is_none() => file::not_ours(path),
        Code::Internal => broken(&error.message),
        _ => error,
    }
}

fn broken(words: &str) -> Error {
    Error::new(Code::Damaged, format!("the database is damaged: {words}")).hinted(MEND)
}
