//! One file in the place of another, while nobody works with it.
//!
//! What must hold: whoever has the old file open, or waits for it, is told `busy` and never writes into a file without a name.
//! So everybody is out before the exchange: write-ahead logging is left, which fails while anybody has the file open, and the
//! lock is held until the old file has its new name.
use crate::error::{Error, Result};
use crate::rules::Code;
use crate::store::audit::{Link, newest};
use crate::store::file::Found;
use crate::store::guard::{beside, unreadable};
use crate::store::{PATIENCE, open};
use rusqlite::Connection;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long between two tries at getting everybody out.
const PAUSE: Duration = Duration::from_millis(50);

/// Puts `new` in the place; what was there is kept beside it, under a name with the number of its newest entry. Gives that.
pub fn exchange(new: &Path, place: &Path, known: Option<&Link>) -> Result<Option<PathBuf>> {
    let folder = place.parent().unwrap_or(place);
    if fs::symlink_metadata(place).is_err() {
        renameat_with(CWD, new, CWD, place, RenameFlags::NOREPLACE).map_err(|error| failed(place, error))?;
        sync(folder)?;
        return Ok(None);
    }
    // A file that SQLite cannot open is of use to nobody: it is exchanged without a lock.
    let _lock = known.map(|known| everybody_out(place, known)).transpose()?;
    let kept = free_name(place, known.map_or(0, |link| link.seq));
    for ending in ["-wal", "-shm", "-journal"] {
        // What was left of a file that cannot be opened would be taken for the new one's.
        let _ = fs::rename(beside(place, ending), beside(&kept, ending));
    }
    // Under the name that the old file gets, so that it has it from the moment of the exchange on.
    renameat_with(CWD, new, CWD, &kept, RenameFlags::NOREPLACE).map_err(|error| failed(&kept, error))?;
    if let Err(error) = renameat_with(CWD, &kept, CWD, place, RenameFlags::EXCHANGE) {
        let _ = fs::rename(&kept, new);
        return Err(failed(place, error));
    }
    sync(folder)?;
    Ok(Some(kept))
}

/// A connection that alone has the file, out of write-ahead logging.
fn everybody_out(place: &Path, known: &Link) -> Result<Connection> {
    let found = Found::just_made(place);
    let conn = open::connect(&found, Duration::ZERO)?;
    let begun = Instant::now();
    loop {
        if alone(&conn).unwrap_or(false) {
            found.is_in_place()?;
            if newest(&conn)?.map(|(link, _)| link).as_ref() == Some(known) {
                return Ok(conn);
            }
            return Err(busy("the database was changed a moment ago", "run it again, and it compares anew"));
        }
        let _ = conn.execute_batch("ROLLBACK");
        if begun.elapsed() > PATIENCE {
            return Err(busy(
                "somebody else has the database open",
                "stop what works with it, `litestream` and pagers included, and run it again",
            ));
        }
        thread::sleep(PAUSE);
    }
}

fn alone(conn: &Connection) -> rusqlite::Result<bool> {
    let mode = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, String>(0));
    if mode("PRAGMA journal_mode = DELETE")? != "delete" {
        return Ok(false);
    }
    conn.execute_batch("BEGIN EXCLUSIVE")?;
    Ok(mode("PRAGMA journal_mode")? == "delete")
}

/// A name beside the place that nothing has.
fn free_name(place: &Path, seq: i64) -> PathBuf {
    let name = beside(place, &format!(".replaced-{seq}"));
    let more = (2..).map(|nth| beside(place, &format!(".replaced-{seq}-{nth}")));
    std::iter::once(name).chain(more).find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_default()
}

fn sync(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| unreadable(folder, &error))
}

fn failed(path: &Path, error: Errno) -> Error {
    unreadable(path, &error.into())
}

fn busy(words: &str, hint: &str) -> Error {
    Error::new(Code::Busy, words).hinted(hint)
}
