//! Whether the file can be changed at all where it lies.
//!
//! # Reading what cannot be written
//! Write-ahead logging keeps its memory in files beside the database, which cannot be made where nothing can be written.
//! There the file is opened as one that never changes, if nothing beside it waits to be folded in.
//!
//! # Reading what somebody else writes
//! `litestream restore -f` writes pages into a file past SQLite, under SQLite's lock, and notes beside it how far it has come.
//! A change of ours would be lost in that, so such a file can only be read.
use crate::error::{Error, Result};
use crate::folder;
use crate::rules::Code;
use crate::store::guard::{beside, unreadable};
use rustix::fs::{Access, AtFlags, CWD, accessat};
use rustix::io::Errno;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// What lies under a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// It can be changed.
    Writable,
    /// A file system that is mounted read-only, or a file that nobody may change (`chattr +i`).
    ReadOnly,
    /// Nobody has the right to write to the file or to its folder, as on a copy that is kept. Root could, and does not.
    Candidates,
    /// A folder in which the caller can make no file.
    ClosedFolder,
    /// A standby that Litestream keeps in step with a registry elsewhere.
    Follower,
}

impl Medium {
    /// The one under the database at `real`; both it and its folder were found.
    ///
    /// # Errors
    /// `io` where the operating system does not say.
    pub fn under(real: &Path, file: &Metadata, (folder, above): (&Path, &Metadata)) -> Result<Self> {
        match folder::takes_files(folder).map_err(|error| (Errno::from_io_error(&error), error)) {
            Ok(()) => {}
            Err((Some(Errno::ROFS), _)) => return Ok(Self::ReadOnly),
            Err((Some(Errno::ACCESS | Errno::PERM), _)) => {
                return Ok(if is_kept(file, above) { Self::Candidates } else { Self::ClosedFolder });
            }
            Err((_, error)) => return Err(unreadable(folder, &error)),
        }
        match accessat(CWD, real, Access::WRITE_OK, AtFlags::EACCESS) {
            Err(Errno::ROFS | Errno::PERM) => Ok(Self::ReadOnly),
            Err(error) if error != Errno::ACCESS => Err(unreadable(real, &io::Error::from(error))),
            Ok(()) | Err(_) if is_kept(file, above) => Ok(Self::Candidates),
            Ok(()) | Err(_) if follows(real) => Ok(Self::Follower),
            // What the mode of the file says is judged with its mode.
            Ok(()) | Err(_) => Ok(Self::Writable),
        }
    }

    /// Whether the file can only be read here.
    pub const fn is_read_only(self) -> bool {
        !matches!(self, Self::Writable)
    }

    /// Whether the permissions of the file are as they are: nothing here can be changed, or somebody saw to it.
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::ReadOnly | Self::Candidates)
    }

    /// The answer for whoever wants to change the database.
    ///
    /// # Errors
    /// `wrong_state` for a standby; else `io` with the reason.
    pub fn takes_changes(self) -> Result<()> {
        let why = match self {
            Self::Writable => return Ok(()),
            Self::ReadOnly => "it lies on a read-only medium",
            Self::Candidates => "nobody has the right to write to it or to its folder",
            Self::ClosedFolder => "nothing can be written in its folder",
            Self::Follower => return Err(followed(PROMOTE)),
        };
        Err(Error::new(Code::Io, format!("the database can only be read here: {why}")).hinted(COPY))
    }
}

/// Whether Litestream keeps a file at this path in step, or did: how far it came stands beside it.
pub(super) fn follows(real: &Path) -> bool {
    fs::symlink_metadata(beside(real, "-txid")).is_ok()
}

/// The answer for whoever wants to change a standby.
pub(super) fn followed(hint: &str) -> Error {
    let words = "the database is a standby: Litestream writes into it what happens to a registry elsewhere";
    Error::new(Code::WrongState, words).hinted(hint)
}

fn is_kept(file: &Metadata, folder: &Metadata) -> bool {
    (file.mode() | folder.mode()) & 0o222 == 0
}

/// The way out of a place where nothing can be changed.
pub(super) const COPY: &str = "copy the database into a folder of your own (`mkdir -m 700 registry`), give the copy mode 0600, and its path with `--db`";

/// How a standby becomes a registry.
const PROMOTE: &str = "work with the registry itself; if it is lost, stop Litestream and put the standby into its place: `pao db restore FILE`";

const COPY_BOTH: &str = "copy the database together with that file into a folder of your own (`mkdir -m 700 registry`), give both copies mode \
     0600, and the path of the database's with `--db`";

/// What another program left to be folded in would be missing from what is read.
pub(super) fn is_whole(real: &Path) -> Result<()> {
    for ending in ["-wal", "-journal"] {
        let path = beside(real, ending);
        if fs::symlink_metadata(&path).is_ok_and(|found| found.len() > 0) {
            let words = format!(
                "{} holds changes that are not in the database yet, and nothing can be written here to fold them in",
                path.display()
            );
            return Err(Error::new(Code::Io, words).hinted(COPY_BOTH));
        }
    }
    Ok(())
}
