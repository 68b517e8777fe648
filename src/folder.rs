//! Folders that `pao` makes: for their owner alone, and only where that is whose folder it is.
//!
//! What must hold: root who runs with somebody else's HOME (`sudo` that keeps it) leaves nothing there that its owner could
//! neither use nor remove.
use crate::error::{Error, Result};
use crate::rules::Code;
use rustix::fs::{Access, AtFlags, CWD, accessat};
use rustix::process::geteuid;
use std::fs::{DirBuilder, Metadata};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::Path;

/// What root does where the folder is somebody else's.
pub const AS_ITS_OWNER: &str =
    "run pao as the owner of that folder, or as root with a HOME of its own (`sudo -H`) and a path in it";

/// Whether the caller is the owner.
pub fn is_own(found: &Metadata) -> bool {
    found.uid() == geteuid().as_raw()
}

/// Whether the folder of this path, or of those above it the first that is there, is the caller's.
pub fn is_ones_own(path: &Path) -> bool {
    path.ancestors().skip(1).find_map(|folder| folder.metadata().ok()).is_some_and(|found| is_own(&found))
}

/// Whether the caller can make something in a folder that is there.
///
/// # Errors
/// What the operating system says.
pub fn takes_files(folder: &Path) -> io::Result<()> {
    Ok(accessat(CWD, folder, Access::WRITE_OK | Access::EXEC_OK, AtFlags::EACCESS)?)
}

/// Whether a folder is there, or may be made.
///
/// # Errors
/// `insecure_file` where it would be root's in a folder of somebody else; `io` where it cannot be made.
pub fn may_be_made(folder: &Path) -> Result<()> {
    let Some((nearest, found)) = folder.ancestors().find_map(|path| Some((path, path.metadata().ok()?))) else {
        return Ok(());
    };
    if nearest == folder {
        return Ok(());
    }
    if geteuid().is_root() && !is_own(&found) {
        let words = format!("{} belongs to somebody else, so root makes no folder in it", nearest.display());
        return Err(Error::new(Code::InsecureFile, words).hinted(AS_ITS_OWNER));
    }
    takes_files(nearest).map_err(|error| {
        Error::new(Code::Io, format!("{} cannot be made in {}: {error}", folder.display(), nearest.display()))
    })
}

/// Makes a folder where it is missing, with those above it.
///
/// # Errors
/// As [`may_be_made`]; what the operating system says, by `failed`.
pub fn make(folder: &Path, failed: impl FnOnce(&io::Error) -> Error) -> Result<()> {
    may_be_made(folder)?;
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| failed(&error))
}
