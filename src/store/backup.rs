//! A copy of the file as it stands in one view, proven before it gets its name (durability.md, "db backup FILE").
//!
//! What must hold: nobody who writes meanwhile is in the way or is blocked; killed at any moment, there is the whole copy
//! under its name or none; the copy ends with the entry of its own making.
use crate::error::{Error, MEND, Result};
use crate::rules::Code;
use crate::store::audit::{Link, newest};
use crate::store::file::{Found, publish};
use crate::store::guard::unreadable;
use crate::store::leftovers::sweep;
use crate::store::{Store, open, schema};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use tempfile::NamedTempFile;

/// Pages that are copied at a step.
const STEP: i32 = 4096;
/// How a draft begins, in whatever folder: the next backup there sweeps what a killed one left.
const DRAFT: &str = ".pao-backup-";

/// What was copied.
pub struct Copied {
    pub bytes: u64,
    /// The newest entry in the copy.
    pub head: Option<Link>,
}

/// Whether a copy can be made under this name; gives it with its folder resolved.
///
/// # Errors
/// `already_exists`; `io` where the folder is not there or takes no files.
pub fn vacant(path: &Path) -> Result<PathBuf> {
    let (folder, name) = (path.parent().unwrap_or(path), path.file_name());
    let folder = fs::canonicalize(folder).map_err(|error| unreadable(folder, &error))?;
    let real = folder.join(name.ok_or_else(|| Error::invalid("file", "file: is the name of a folder"))?);
    if fs::symlink_metadata(&real).is_ok() {
        return Err(Error::new(
            Code::AlreadyExists,
            format!("{} exists already and was left untouched", path.display()),
        )
        .hinted("give a name that nothing has yet"));
    }
    crate::folder::takes_files(&folder).map_err(|error| unreadable(&folder, &error))?;
    Ok(real)
}

impl Store {
    /// Copies the file to a path that [`vacant`] gave; `copied` is called for every step.
    ///
    /// # Errors
    /// `already_exists` where somebody was quicker; `io`; `damaged` where the copy does not prove itself.
    pub fn back_up(&self, real: &Path, copied: impl Fn()) -> Result<Copied> {
        let (draft, copy) = self.drafted(real.parent().unwrap_or(real), copied)?;
        draft.as_file().sync_all().map_err(|error| unreadable(real, &error))?;
        publish(draft, real)?;
        Ok(copy)
    }

    /// The same onto a stream; the draft lies beside the database, under the same protection.
    ///
    /// # Errors
    /// As [`Store::back_up`].
    pub fn back_up_to(&self, out: &mut dyn Write, copied: impl Fn()) -> Result<Copied> {
        let (draft, copy) = self.drafted(self.path.parent().unwrap_or(&self.path), copied)?;
        let mut file = File::open(draft.path()).map_err(|error| unreadable(draft.path(), &error))?;
        std::io::copy(&mut file, out)
            .map_err(|error| anyhow::Error::new(error).context("the copy cannot be written"))?;
        Ok(copy)
    }

    fn drafted(&self, folder: &Path, copied: impl Fn()) -> Result<(NamedTempFile, Copied)> {
        sweep(folder, DRAFT);
        let draft = tempfile::Builder::new().prefix(DRAFT).tempfile_in(folder);
        let draft = draft.map_err(|error| unreadable(folder, &error))?;
        // Held while the draft is written, so that nobody sweeps it.
        draft.as_file().try_lock().map_err(|error| unreadable(draft.path(), &error.into()))?;
        // The pages and the head are of one view, however long the copy takes.
        let view = self.conn.unchecked_transaction()?;
        let head = newest(&view)?.map(|(link, _)| link);
        copy(&view, draft.path(), copied)?;
        drop(view);
        let bytes = proven(draft.path(), head.as_ref())?;
        Ok((draft, Copied { bytes, head }))
    }
}

fn copy(from: &Connection, into: &Path, copied: impl Fn()) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(into, flags)?;
    // The draft is worth nothing until it is whole and synced: it needs no journal.
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    let backup = Backup::new(from, &mut target)?;
    loop {
        copied();
        match backup.step(STEP)? {
            StepResult::Done => return Ok(()),
            StepResult::Busy | StepResult::Locked => thread::sleep(Duration::from_millis(10)),
            // More to come, as far as SQLite knows today.
            _ => {}
        }
    }
}

/// Reads a copy as what it is to be: whole, ours, with the head that was noted. Gives its size.
fn proven(path: &Path, head: Option<&Link>) -> Result<u64> {
    let conn = open::connect(&Found::finished(path), Duration::ZERO)?;
    let whole: String = conn.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    schema::judge(&conn)?;
    if whole != "ok" || newest(&conn)?.map(|(link, _)| link).as_ref() != head {
        return Err(Error::new(Code::Damaged, "the copy is not what the database holds; it was removed").hinted(MEND));
    }
    Ok(fs::metadata(path).map_err(|error| unreadable(path, &error))?.len())
}
