//! Which file, and whether it is safe to work on: judged before SQLite sees the path.
//!
//! # What must hold
//! The path that SQLite opens is absolute, is no URI and no link, is a database that `pao` made, and nobody but its owner
//! can get at it ([`guard`]) or at its locks ([`mount`]).
use crate::error::{Error, Result};
use crate::folder;
use crate::rules::Code;
use crate::store::guard::{self, insecure, unreadable};
use crate::store::medium::{self, Medium};
use crate::store::{mount, schema};
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// An existing database that may be opened.
pub struct Found {
    /// The path that SQLite may open.
    pub real: PathBuf,
    /// Whether it can be changed there.
    pub medium: Medium,
    /// Whether it is in write-ahead logging, as `pao` leaves it.
    pub logs_ahead: bool,
    /// Device and number of the file.
    id: (u64, u64),
}

impl Found {
    /// A database, or a draft of one, that this program has made a moment ago.
    pub fn just_made(real: &Path) -> Self {
        let id = identity(real).unwrap_or_default();
        Self { real: real.to_path_buf(), medium: Medium::Writable, logs_ahead: true, id }
    }

    /// The same, to be read as one that never changes.
    pub fn finished(real: &Path) -> Self {
        Self { medium: Medium::ReadOnly, ..Self::just_made(real) }
    }

    /// Whether it still has its path. Whoever opened a file that was exchanged meanwhile (`pao db restore`) would meet the log of
    /// the new one under the old name.
    ///
    /// # Errors
    /// `busy`.
    pub fn is_in_place(&self) -> Result<()> {
        if identity(&self.real) == Some(self.id) { Ok(()) } else { Err(replaced()) }
    }
}

fn identity(path: &Path) -> Option<(u64, u64)> {
    fs::symlink_metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// The answer for whoever opened a file that was exchanged a moment later.
pub(super) fn replaced() -> Error {
    Error::new(Code::Busy, "the database was replaced a moment ago").hinted("run the command again")
}

/// The absolute form of what was typed; nothing is opened.
///
/// # Errors
/// `invalid_value` for a URI, for `:memory:` and for an empty path: SQLite would read them as something else.
pub fn absolute(typed: &Path, working: Option<&Path>) -> Result<PathBuf> {
    let text = typed.to_string_lossy();
    if text.is_empty() || text.starts_with("file:") || text.starts_with(':') {
        return Err(Error::invalid("db", "the database is a path to a file, not a URI and not kept in memory"));
    }
    if text.contains(char::is_control) {
        return Err(Error::invalid("db", "the path of the database holds a line break or another control character"));
    }
    if typed.is_absolute() {
        return Ok(typed.to_path_buf());
    }
    match working {
        // Without the `./` that was typed: the path is shown again.
        Some(folder) => Ok(folder.join(typed).components().collect()),
        None => Err(Error::new(Code::Io, "the working folder is gone, so a relative path means nothing")
            .hinted("give an absolute path with `--db`")),
    }
}

/// The path under which a database goes once it is open, or went before it was lost: no link on the way to it, as far as
/// its folder is there.
pub fn place(path: &Path) -> PathBuf {
    in_folder(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Judges an existing database file; `home` is the caller's, where they have one.
///
/// # Errors
/// `no_database`, `not_a_database`, `insecure_file` with what mends it, `io`.
pub fn existing(path: &Path, home: Option<&Path>) -> Result<Found> {
    let real = in_folder(path)?;
    let found = match fs::symlink_metadata(&real) {
        Ok(found) => found,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(missing(path)),
        Err(error) => return Err(unreadable(path, &error)),
    };
    let kind = found.file_type();
    if kind.is_symlink() {
        return Err(insecure(path, "is a symbolic link").hinted("give the path of the file itself"));
    }
    if kind.is_dir() || kind.is_fifo() || kind.is_socket() || kind.is_block_device() || kind.is_char_device() {
        return Err(no_file(path));
    }
    guard::owner(path, &found)?;
    if found.nlink() > 1 {
        return Err(insecure(path, "has a second name (a hard link)")
            .hinted("keep one name for the file and remove the others"));
    }
    // Before any command is advised: what is no database of `pao` is none of its business.
    let logs_ahead = header(path, &real)?;
    let folder = real.parent().unwrap_or(&real);
    let above = fs::metadata(folder).map_err(|error| unreadable(folder, &error))?;
    let medium = Medium::under(&real, &found, (folder, &above))?;
    guard::file(path, &found, medium)?;
    guard::folder(folder, &above, (&real, medium), home)?;
    guard::companions(&real, medium)?;
    local(&real)?;
    if medium.is_read_only() {
        medium::is_whole(&real)?;
    }
    Ok(Found { real, medium, logs_ahead, id: (found.dev(), found.ino()) })
}

/// Judges a path at which a database is about to be made; nothing is made yet.
///
/// # Errors
/// `already_exists` when anything is there, `insecure_file` for its folder, `io`.
pub fn vacant(path: &Path) -> Result<()> {
    if let Some(parent) = path.parent().filter(|folder| !folder.exists()) {
        return folder::may_be_made(parent);
    }
    let real = in_folder(path)?;
    if fs::symlink_metadata(&real).is_ok() {
        return Err(taken(path));
    }
    let folder = real.parent().unwrap_or(&real);
    let above = fs::metadata(folder).map_err(|error| unreadable(folder, &error))?;
    guard::folder(folder, &above, (&real, Medium::Writable), None)?;
    folder::takes_files(folder).map_err(|error| {
        let words = format!("no database can be made in {}: {error}", folder.display());
        Error::new(Code::Io, words).hinted(guard::elsewhere(&real, None))
    })?;
    local(&real)
}

/// The path for a database that is about to be made, in a folder 0700 that is there from now on.
///
/// # Errors
/// As [`vacant`].
pub fn fresh(path: &Path) -> Result<PathBuf> {
    if let Some(parent) = path.parent().filter(|folder| !folder.exists()) {
        folder::make(parent, |error| unreadable(parent, error))?;
    }
    vacant(path)?;
    in_folder(path)
}

/// An empty file, 0600, beside a database that is about to be made: it gets the name once it is whole. Goes away with the
/// value.
///
/// # Errors
/// `io`.
pub fn draft(real: &Path) -> Result<NamedTempFile> {
    let (folder, name) = (real.parent().unwrap_or(real), real.file_name().unwrap_or_default().to_string_lossy());
    let made = tempfile::Builder::new().prefix(&format!(".{name}.")).tempfile_in(folder);
    made.map_err(|error| unreadable(real, &error))
}

/// Gives a draft its name, for good.
///
/// # Errors
/// `already_exists` when somebody was quicker; `io`.
pub fn publish(draft: NamedTempFile, real: &Path) -> Result<()> {
    draft.persist_noclobber(real).map_err(|failed| match failed.error.kind() {
        std::io::ErrorKind::AlreadyExists => taken(real),
        _ => unreadable(real, &failed.error),
    })?;
    let folder = fs::File::open(real.parent().unwrap_or(real));
    folder.and_then(|folder| folder.sync_all()).map_err(|error| unreadable(real, &error))
}

fn taken(path: &Path) -> Error {
    Error::new(Code::AlreadyExists, format!("{} exists already and was left untouched", path.display()))
        .hinted("choose another path with `--db`, or work with the database that is there")
}

/// The same path with its folder resolved, so that SQLite meets no link on the way.
fn in_folder(path: &Path) -> Result<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(no_file(path));
    };
    match fs::canonicalize(folder) {
        Ok(folder) => Ok(folder.join(name)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(missing(path)),
        Err(error) => Err(unreadable(path, &error)),
    }
}

fn local(real: &Path) -> Result<()> {
    let folder = real.parent().unwrap_or(real);
    match mount::network(folder).map_err(|error| unreadable(folder, &error.into()))? {
        Some(what) => Err(insecure(real, &format!("is on {what}: locks do not hold there"))
            .hinted("keep the database on a local disk and reach it with ssh; `pao help deployment` says how")),
        None => Ok(()),
    }
}

/// An empty file and a file of something else are told apart from a damaged database. Gives whether it is in write-ahead
/// logging.
fn header(path: &Path, real: &Path) -> Result<bool> {
    let mut head = Vec::with_capacity(HEADER);
    let file = fs::File::open(real).map_err(|error| unreadable(path, &error))?;
    file.take(HEADER as u64).read_to_end(&mut head).map_err(|error| unreadable(path, &error))?;
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(not_ours(path));
    }
    if head.get(68..72) != Some(&schema::APPLICATION.to_be_bytes()) {
        return Err(schema::foreign());
    }
    Ok(head.get(19) == Some(&2))
}

/// The length of SQLite's header: at 19 the journal (1 rollback, 2 write-ahead logging), at 68 whose file it is.
const HEADER: usize = 100;

/// The answer for a file that is no database of `pao`.
pub fn not_ours(path: &Path) -> Error {
    Error::new(Code::NotADatabase, format!("{} is not a database of pao", path.display()))
        .hinted("give the path of the database with `--db` or `PAO_DB`")
}

fn no_file(path: &Path) -> Error {
    Error::new(Code::NotADatabase, format!("{} is not a file", path.display()))
        .hinted("give the path of the database file with `--db`")
}

fn missing(path: &Path) -> Error {
    let own_folder = folder::is_ones_own(path);
    Error::new(Code::NoDatabase, format!("there is no database at {}", path.display()))
        .detailed("own_folder", own_folder)
        .hinted(if own_folder {
            "`pao init` makes one; another path is given with `--db` or `PAO_DB`"
        } else {
            "whoever runs the registry says where it is: `--db` or `PAO_DB`"
        })
}
