//! Who else could read or change the database, or put something in its place.
//!
//! # What must hold
//! The file and what SQLite keeps beside it belong to the caller and are closed to everybody else. Nobody else can write to
//! its folder: an old journal put beside the file would be played back into it. Others may read the names in that folder, so
//! a database can lie in an ordinary one.
//!
//! # What would hurt
//! A command that is advised without a look. `chmod` on a folder is said only where a database lies in it and nothing else;
//! everybody else's folder stays as it is, the caller's home too, and the database gets one of its own.
use crate::error::{Error, Result};
use crate::folder::{self, is_own};
use crate::model::shell::quoted;
use crate::rules::Code;
use crate::store::medium::{COPY, Medium};
use rustix::process::geteuid;
use std::fs::{self, Metadata};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// Permissions of group and others.
const OTHERS: u32 = 0o077;
/// Of these, those to write.
const OTHERS_WRITE: u32 = 0o022;
/// Such a folder is there for many, `/tmp` above all.
const STICKY: u32 = 0o1000;
/// What the owner needs.
const OWN: u32 = 0o600;

/// A database, or what SQLite keeps beside one, belongs to the caller.
pub(super) fn owner(path: &Path, found: &Metadata) -> Result<()> {
    if is_own(found) {
        return Ok(());
    }
    Err(insecure(path, "belongs to somebody else").hinted("run pao as the owner of the file"))
}

/// A file of ours is closed to others, and its owner may read and write it. Where nobody can write, nobody can be kept from
/// reading either: there it matters only that no other way leads to it.
pub(super) fn file(path: &Path, found: &Metadata, medium: Medium) -> Result<()> {
    owner(path, found)?;
    let (mode, fixed) = (found.mode() & 0o777, medium.is_fixed());
    let problem = if mode & (if fixed { OTHERS_WRITE } else { OTHERS }) != 0 {
        format!("has permissions for others ({mode:03o})")
    } else if mode & OWN != OWN && !medium.is_read_only() {
        format!("cannot be read and written by its owner ({mode:03o})")
    } else {
        return Ok(());
    };
    let mend = if fixed { COPY.to_owned() } else { format!("chmod 600 {}", word(path)) };
    Err(insecure(path, &problem).hinted(mend))
}

/// What SQLite keeps beside an open file holds pages of it, and would be read back into it.
pub(super) fn companions(real: &Path, medium: Medium) -> Result<()> {
    for ending in COMPANIONS {
        let path = beside(real, ending);
        // Another command may remove it at any moment.
        let Ok(found) = fs::symlink_metadata(&path) else { continue };
        if !found.is_file() {
            return Err(insecure(&path, "is not a plain file")
                .hinted("look at what it is before you remove it; SQLite keeps its own file there"));
        }
        file(&path, &found, medium)?;
    }
    Ok(())
}

/// The endings of what SQLite keeps beside a database.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The file beside the database under its name with this ending.
pub(super) fn beside(real: &Path, ending: &str) -> PathBuf {
    let mut path = real.as_os_str().to_owned();
    path.push(ending);
    path.into()
}

/// The folder of a database, or of one that is about to be made; `home` is the caller's, where they have one.
pub(super) fn folder(
    folder: &Path,
    found: &Metadata,
    (real, medium): (&Path, Medium),
    home: Option<&Path>,
) -> Result<()> {
    if !is_own(found) && found.uid() != 0 {
        let hint = if geteuid().is_root() { folder::AS_ITS_OWNER.to_owned() } else { elsewhere(real, None) };
        return Err(insecure(folder, "belongs to somebody else").hinted(hint));
    }
    let mode = found.mode() & 0o7777;
    if mode & OTHERS_WRITE == 0 {
        return Ok(());
    }
    let shared = mode & STICKY != 0 || !is_own(found) || home.is_some_and(|home| is_same(home, found));
    let hint = if medium.is_fixed() {
        COPY.to_owned()
    } else if !shared && real.exists() && holds_nothing_else(folder, real) {
        format!("chmod 700 {}", word(folder))
    } else {
        elsewhere(real, Some(folder))
    };
    Err(insecure(folder, &format!("can be written by others ({mode:03o})")).hinted(hint))
}

/// Whether the path leads to what was found.
fn is_same(path: &Path, found: &Metadata) -> bool {
    fs::metadata(path).is_ok_and(|other| (other.dev(), other.ino()) == (found.dev(), found.ino()))
}

/// Whether nothing lies in the folder but the database, what SQLite keeps beside it, and its letters.
fn holds_nothing_else(folder: &Path, real: &Path) -> bool {
    let (Some(name), Some(stem)) = (real.file_name(), real.file_stem()) else { return false };
    let mut letters = stem.to_owned();
    letters.push("-mail");
    let ours = |found: &std::ffi::OsStr| {
        let rest = found.as_bytes().strip_prefix(name.as_bytes());
        found == letters
            || rest.is_some_and(|rest| rest.is_empty() || COMPANIONS.iter().any(|ending| rest == ending.as_bytes()))
    };
    fs::read_dir(folder).is_ok_and(|mut all| all.all(|entry| entry.is_ok_and(|entry| ours(&entry.file_name()))))
}

/// Where the database could be instead: in a folder of its own, in this one or wherever the caller can make one.
pub(super) fn elsewhere(real: &Path, within: Option<&Path>) -> String {
    let how = if real.exists() { "move the database and its letters into" } else { "make" };
    let within = within.filter(|folder| folder::takes_files(folder).is_ok()).map(|folder| folder.join("registry"));
    match within.filter(|own| !own.exists()) {
        Some(own) => format!("{how} a folder of its own: `mkdir -m 700 {}`", word(&own)),
        None => format!("{how} a folder of its own: `mkdir -m 700 ~/registry`"),
    }
}

fn word(path: &Path) -> String {
    quoted(path)
}

/// The answer for what is not safe.
pub(super) fn insecure(path: &Path, problem: &str) -> Error {
    Error::new(Code::InsecureFile, format!("{} {problem}", path.display()))
}

/// The answer for what the operating system does not give.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Code::Io, format!("{} cannot be opened: {error}", path.display()))
}
