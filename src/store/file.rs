//! Which file, and whether it is safe to work on: judged before SQLite sees the path.
//!
//! # What must hold
//! The path that SQLite opens is absolute, is no URI and no link, belongs to the caller and is closed to everybody
//! else, and so is its folder: whoever can write the folder can put an old journal beside the file and roll it back.
//!
//! # Filesystems
//! Network mounts cannot keep the locks and the shared memory that write-ahead logging needs; they are refused.
use crate::error::{Error, Result};
use crate::model::shell::quoted;
use crate::rules::Code;
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::{DirBuilderExt as _, FileTypeExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// File systems that live on another machine, by the magic number that statfs(2) gives.
const NETWORK: &[(u64, &str)] = &[
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x5346_414f, "AFS"),
    (0x7375_7245, "Coda"),
    (0x00c3_6400, "Ceph"),
    (0x0bd0_0bd0, "Lustre"),
    (0x4750_4653, "GPFS"),
];

/// The absolute form of what was typed; nothing is opened.
///
/// # Errors
/// `invalid_value` for a URI, for `:memory:` and for an empty path: SQLite would read them as something else.
pub fn absolute(typed: &Path, working: Option<&Path>) -> Result<PathBuf> {
    let text = typed.to_string_lossy();
    if text.is_empty() || text.starts_with("file:") || text.starts_with(':') {
        return Err(Error::invalid("db", "the database is a path to a file, not a URI and not kept in memory"));
    }
    if typed.is_absolute() {
        return Ok(typed.to_path_buf());
    }
    match working {
        Some(folder) => Ok(folder.join(typed)),
        None => Err(Error::new(Code::Io, "the working folder is gone, so a relative path means nothing")
            .hinted("give an absolute path with `--db`")),
    }
}

/// The path under which a database goes once it is open, or went before it was lost: no link on the way to it, as far as
/// its folder is there.
pub fn place(path: &Path) -> PathBuf {
    in_folder(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Judges an existing database file and gives the path that SQLite may open.
///
/// # Errors
/// `no_database`, `not_a_database`, `insecure_file` with the command that mends it, `io`.
pub fn existing(path: &Path) -> Result<PathBuf> {
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
    ours(path, &found, "chmod 600")?;
    if found.nlink() > 1 {
        return Err(insecure(path, "has a second name (a hard link)")
            .hinted("keep one name for the file and remove the others"));
    }
    folder_of(&real)?;
    companions(&real)?;
    local(&real)?;
    begins_like_a_database(path, &real)?;
    Ok(real)
}

/// Judges a path at which a database is about to be made; nothing is made yet.
///
/// # Errors
/// `already_exists` when anything is there, `insecure_file` for its folder, `io`.
pub fn vacant(path: &Path) -> Result<()> {
    if path.parent().is_some_and(|folder| !folder.exists()) {
        return Ok(());
    }
    let real = in_folder(path)?;
    if fs::symlink_metadata(&real).is_ok() {
        return Err(taken(path));
    }
    folder_of(&real)?;
    local(&real)
}

/// The path for a database that is about to be made, in a folder 0700 that is there from now on.
///
/// # Errors
/// As [`vacant`].
pub fn fresh(path: &Path) -> Result<PathBuf> {
    if let Some(folder) = path.parent().filter(|folder| !folder.exists()) {
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|error| unreadable(folder, &error))?;
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

fn folder_of(real: &Path) -> Result<()> {
    let Some(folder) = real.parent() else { return Ok(()) };
    let found = fs::metadata(folder).map_err(|error| unreadable(folder, &error))?;
    ours(folder, &found, "chmod 700")
}

/// Belongs to the caller and is closed to everybody else.
fn ours(path: &Path, found: &fs::Metadata, mend: &str) -> Result<()> {
    if found.uid() != rustix::process::geteuid().as_raw() {
        return Err(insecure(path, "belongs to somebody else").hinted("run pao as the owner of the file"));
    }
    if found.mode() & 0o077 != 0 {
        let words = format!("has permissions for others ({:03o})", found.mode() & 0o777);
        return Err(insecure(path, &words).hinted(format!("{mend} {}", quoted(&path.to_string_lossy()))));
    }
    Ok(())
}

/// The file that SQLite keeps beside the database under its name with this ending.
fn beside(real: &Path, ending: &str) -> PathBuf {
    let mut path = real.as_os_str().to_owned();
    path.push(ending);
    path.into()
}

/// What SQLite keeps beside an open file holds pages of it, and would be read back into it.
fn companions(real: &Path) -> Result<()> {
    for ending in ["-wal", "-shm", "-journal"] {
        let path = beside(real, ending);
        // Another command may remove it at any moment.
        let Ok(found) = fs::symlink_metadata(&path) else { continue };
        if !found.is_file() {
            return Err(insecure(&path, "is not a plain file")
                .hinted("look at what it is before you remove it; SQLite keeps its own file there"));
        }
        ours(&path, &found, "chmod 600")?;
    }
    Ok(())
}

fn local(real: &Path) -> Result<()> {
    let folder = real.parent().unwrap_or(real);
    let system = rustix::fs::statfs(folder).map_err(|error| unreadable(folder, &error.into()))?;
    #[expect(clippy::cast_sign_loss, reason = "the width of f_type differs between machines")]
    let magic = (system.f_type as u64) & 0xffff_ffff;
    match NETWORK.iter().find(|(number, _)| *number == magic) {
        Some((_, name)) => Err(insecure(real, &format!("is on a network mount ({name}), which loses locks"))
            .hinted("keep the database on a local disk and reach it with ssh; `pao help deployment` says how")),
        None => Ok(()),
    }
}

/// An empty file and a file of something else are told apart from a damaged database.
fn begins_like_a_database(path: &Path, real: &Path) -> Result<()> {
    let mut head = [0_u8; 16];
    let file = fs::File::open(real).map_err(|error| unreadable(path, &error))?;
    let mut taken = file.take(16);
    let mut filled = 0;
    while filled < head.len() {
        match taken.read(&mut head[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(path, &error)),
        }
    }
    if &head == b"SQLite format 3\0" {
        return Ok(());
    }
    Err(not_ours(path))
}

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
    Error::new(Code::NoDatabase, format!("there is no database at {}", path.display()))
        .hinted("an operator makes one with `pao init`; another path is given with `--db` or `PAO_DB`")
}

fn insecure(path: &Path, problem: &str) -> Error {
    Error::new(Code::InsecureFile, format!("{} {problem}", path.display()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Code::Io, format!("{} cannot be opened: {error}", path.display()))
}
