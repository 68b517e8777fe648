//! The newest head of a registry's trail that this user has seen, beside the stored sign-in: by it a registry that was set back
//! is noticed (durability.md, "Roll-backs").
//!
//! What must hold: keeping it costs next to nothing, since every command does. It is overwritten in place and not synced: one
//! that is lost notices a little less. What others could have written is as none.
use crate::error::{Error, Result};
use crate::folder::{self, is_own};
use crate::model::head::{KeptHead, hex};
use crate::rules::Code;
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::keyring;

/// Bytes of the file, whatever the number: the line is padded, so that an older one leaves nothing behind it.
const LENGTH: usize = 128;

/// What is kept in `folder` of the registry with this id whose database is at that path.
pub fn load(folder: &Path, database: &Path, registry: &[u8; 16]) -> Option<KeptHead> {
    let file = opened(&path(folder, database, registry), false).ok()?;
    let found = file.metadata().ok()?;
    if !found.is_file() || !is_own(&found) || found.mode() & 0o077 != 0 || found.nlink() > 1 {
        return None;
    }
    let mut line = String::with_capacity(LENGTH);
    file.take(LENGTH as u64).read_to_string(&mut line).ok()?;
    KeptHead::parse(&line, "head").ok()
}

/// Keeps another one. Where that fails, nothing is said: the command has done what it was for.
pub fn save(folder: &Path, database: &Path, registry: &[u8; 16], head: &KeptHead) {
    let failed = |error: &io::Error| Error::new(Code::Io, error.to_string());
    let write = || -> Result<()> {
        folder::make(folder, failed)?;
        // Root in somebody else's folder leaves nothing there that its owner could not read.
        if !folder.metadata().is_ok_and(|found| is_own(&found)) {
            return Ok(());
        }
        let mut file = opened(&path(folder, database, registry), true).map_err(|error| failed(&error))?;
        let line = format!("{:<width$}\n", head.to_string(), width = LENGTH - 1);
        file.write_all(line.as_bytes()).map_err(|error| failed(&error))
    };
    let _ = write();
}

fn path(folder: &Path, database: &Path, registry: &[u8; 16]) -> PathBuf {
    let name = format!("{}-{}.head", keyring::named(database), hex(&registry[..4]));
    folder.join(name)
}

fn opened(path: &Path, write: bool) -> io::Result<File> {
    let no_link = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    OpenOptions::new()
        .read(!write)
        .write(write)
        .create(write)
        .truncate(false)
        .mode(0o600)
        .custom_flags(no_link)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, load, save};
    use crate::model::head::KeptHead;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::path::Path;

    const DB: &str = "/srv/pao.db";
    const REGISTRY: [u8; 16] = [7; 16];

    fn head(seq: i64) -> KeptHead {
        KeptHead { seq: Some(seq), hash: [9; 32] }
    }

    #[test]
    fn the_newest_is_kept_for_each_registry() {
        let scratch = tempfile::tempdir().unwrap();
        let state = scratch.path().join("deep/state");
        let kept = |registry: &[u8; 16]| load(&state, Path::new(DB), registry);
        assert_eq!(kept(&REGISTRY), None);
        for seq in [1_234_567, 12] {
            save(&state, Path::new(DB), &REGISTRY, &head(seq));
            assert_eq!(kept(&REGISTRY), Some(head(seq)));
        }
        assert_eq!(kept(&[8; 16]), None);
        let file = fs::read_dir(&state).unwrap().next().unwrap().unwrap();
        let found = file.metadata().unwrap();
        assert_eq!((found.len(), found.permissions().mode() & 0o777), (LENGTH as u64, 0o600));
    }

    #[test]
    fn what_others_could_have_written_is_as_none() {
        let scratch = tempfile::tempdir().unwrap();
        let state = scratch.path();
        save(state, Path::new(DB), &REGISTRY, &head(1));
        let file = fs::read_dir(state).unwrap().next().unwrap().unwrap().path();
        fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
        assert_eq!(load(state, Path::new(DB), &REGISTRY), None);
        fs::rename(&file, state.join("aside")).unwrap();
        symlink(state.join("aside"), &file).unwrap();
        save(state, Path::new(DB), &REGISTRY, &head(2));
        assert_eq!(load(state, Path::new(DB), &REGISTRY), None);
    }
}
