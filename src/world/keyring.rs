//! The stored sign-in: one file a database, in the user's state folder, so that `pao login` is needed once.
//!
//! What must hold: folder 0700 and file 0600, both the caller's own; neither is reached through a link; a file is
//! replaced whole. What others could read is refused, with the command that mends it. The second line says how long the
//! sign-in lasts at most, so that `logout` can say it where the database cannot be read.
//!
//! # Durability
//! Nothing is synced: a sign-in that is lost in a power cut is a sign-in to be made again.
use crate::error::{Error, Result};
use crate::folder::{self, is_own};
use crate::model::head::hex;
use crate::model::moment::{FIRST, Moment};
use crate::model::secret::Secret;
use crate::model::shell::quoted;
use crate::rules::Code;
use rustix::fs::OFlags;
use sha2::{Digest, Sha256};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

/// How a sign-in token begins.
const MARK: &str = "pao_";

/// Longer than any token; what follows is not read.
const LONGEST: u64 = 1024;

/// What is stored for one database.
#[derive(Debug)]
pub struct Stored {
    pub token: Secret,
    /// When the sign-in ends by itself, at the latest.
    pub until: Option<Moment>,
}

/// The sign-in stored in `folder` for the database at the absolute path `database`. None where there is no file, or one
/// that holds no token.
///
/// # Errors
/// `insecure_file` where others could read it; `io` where it cannot be read.
pub fn load(folder: &Path, database: &Path) -> Result<Option<Secret>> {
    let path = place(folder, database);
    let Some(file) = opened(&path).map_err(|error| broken(&path, "read", &error))? else { return Ok(None) };
    own_folder(folder)?;
    own_file(&path, &file)?;
    Ok(read(file).map_err(|error| broken(&path, "read", &error))?.map(|stored| stored.token))
}

/// The same without a question about who could read it: what is to be ended is ended in any case. None where it cannot be
/// read.
pub fn to_be_ended(folder: &Path, database: &Path) -> Option<Stored> {
    opened(&place(folder, database)).ok().flatten().and_then(|file| read(file).ok().flatten())
}

fn opened(path: &Path) -> io::Result<Option<File>> {
    match OpenOptions::new().read(true).custom_flags(no_link()).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

fn read(file: File) -> io::Result<Option<Stored>> {
    let mut text = Zeroizing::new(String::with_capacity(256));
    match file.take(LONGEST).read_to_string(&mut text) {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(None),
        read => read?,
    };
    let mut lines = text.lines();
    let token =
        lines.next().filter(|token| token.starts_with(MARK)).map(|token| Secret::new(token.trim_end().to_owned()));
    let until = lines.next().and_then(|line| Moment::parse_end(line, "until", Moment::from_seconds(FIRST)).ok());
    Ok(token.map(|token| Stored { token, until }))
}

/// Stores `token`, which is good until then at most, in `folder`, which is made where it is missing, in the place of what
/// was there.
///
/// # Errors
/// `insecure_file` where others could read or replace it; `io` where it cannot be written.
pub fn save(folder: &Path, database: &Path, token: &Secret, until: Moment) -> Result<()> {
    folder::make(folder, |error| broken(folder, "made", error))?;
    own_folder(folder)?;
    let path = place(folder, database);
    write(folder, &path, token, until).map_err(|error| broken(&path, "written", &error))
}

/// Removes the stored sign-in and says whether there was one.
///
/// # Errors
/// `io` where it cannot be removed.
pub fn forget(folder: &Path, database: &Path) -> Result<bool> {
    let path = place(folder, database);
    match fs::remove_file(&path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(broken(&path, "removed", &error)),
    }
}

/// The file for `database`: named by a hash, since a path can be longer than a name may be.
fn place(folder: &Path, database: &Path) -> PathBuf {
    folder.join(format!("{}.sign-in", named(database)))
}

/// What stands for the path of a database in the names of files.
pub(super) fn named(database: &Path) -> String {
    hex(&Sha256::digest(database.as_os_str().as_bytes())[..16])
}

/// Writes a new file, which is open to its owner alone, and puts it in the place of the old one.
fn write(folder: &Path, path: &Path, token: &Secret, until: Moment) -> io::Result<()> {
    let mut draft = NamedTempFile::new_in(folder)?;
    let lines = Zeroizing::new(format!("{}\n{until}\n", token.reveal()));
    draft.write_all(lines.as_bytes())?;
    draft.persist(path).map_err(|failed| failed.error).map(drop)
}

/// Not through a link, and not waiting for somebody to write into a pipe that was put there.
fn no_link() -> i32 {
    (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed()
}

fn own_folder(folder: &Path) -> Result<()> {
    let found = fs::symlink_metadata(folder).map_err(|error| broken(folder, "read", &error))?;
    if !found.is_dir() {
        return Err(insecure(folder, "is not a folder").hinted("set XDG_STATE_HOME to a folder of your own"));
    }
    private(folder, &found, "700", folder::AS_ITS_OWNER)
}

fn own_file(path: &Path, file: &File) -> Result<()> {
    let found = file.metadata().map_err(|error| broken(path, "read", &error))?;
    if !found.is_file() || found.nlink() > 1 {
        return Err(insecure(path, "is no ordinary file").hinted("remove it and sign in again: `pao login`"));
    }
    private(path, &found, "600", "remove it and sign in again: `pao login`")
}

fn private(path: &Path, found: &Metadata, mode: &str, hint: &str) -> Result<()> {
    if !is_own(found) {
        return Err(insecure(path, "belongs to somebody else").hinted(hint));
    }
    if found.mode() & 0o077 != 0 {
        return Err(insecure(path, "is open to others").hinted(format!("chmod {mode} {}", quoted(path))));
    }
    Ok(())
}

fn insecure(path: &Path, problem: &str) -> Error {
    Error::new(Code::InsecureFile, format!("the stored sign-in is not safe: {} {problem}", path.display()))
}

fn broken(path: &Path, action: &str, error: &io::Error) -> Error {
    if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) {
        return insecure(path, "is a link").hinted("remove it and sign in again: `pao login`");
    }
    Error::new(Code::Io, format!("the stored sign-in cannot be {action}: {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    const DB: &str = "/srv/pao.db";
    const END: Moment = Moment::from_seconds(1_800_000_000);

    fn token(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    fn loaded(folder: &Path) -> Option<String> {
        load(folder, Path::new(DB)).expect("readable").map(|token| token.reveal().to_owned())
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
    }

    fn refused(folder: &Path) -> Error {
        let error = load(folder, Path::new(DB)).expect_err("refused");
        assert_eq!(error.code, Code::InsecureFile);
        error
    }

    #[test]
    fn what_is_saved_is_loaded_until_it_is_forgotten() {
        let scratch = tempfile::tempdir().expect("a folder");
        let state = scratch.path().join("deep/state");
        assert_eq!(loaded(&state), None);
        assert!(!forget(&state, Path::new(DB)).expect("nothing there"));
        for text in ["pao_one", "pao_two"] {
            save(&state, Path::new(DB), &token(text), END).expect("saved");
            assert_eq!(loaded(&state).as_deref(), Some(text));
        }
        let path = place(&state, Path::new(DB));
        assert_eq!((mode(&state), mode(&path)), (0o700, 0o600));
        assert_eq!(fs::read_to_string(&path).expect("a file"), "pao_two\n2027-01-15T08:00:00Z\n");
        assert_eq!(fs::read_dir(&state).expect("a folder").count(), 1, "no draft is left");
        assert!(load(&state, Path::new("/srv/other.db")).expect("readable").is_none());
        assert!(forget(&state, Path::new(DB)).expect("removed"));
        assert_eq!(loaded(&state), None);
    }

    #[test]
    fn a_file_is_named_by_the_hash_of_the_path() {
        let path = place(Path::new("/s"), Path::new("abc"));
        assert_eq!(path, Path::new("/s/ba7816bf8f01cfea414140de5dae2223.sign-in"));
    }

    #[test]
    fn what_others_can_read_is_refused_with_what_mends_it() {
        let scratch = tempfile::tempdir().expect("a folder");
        let state = scratch.path().join("deep/state");
        save(&state, Path::new(DB), &token("pao_x"), END).expect("saved");
        let path = place(&state, Path::new(DB));
        set_mode(&path, 0o640);
        assert_eq!(refused(&state).hint, Some(format!("chmod 600 {}", path.display())));
        set_mode(&path, 0o600);
        set_mode(&state, 0o701);
        assert_eq!(refused(&state).hint, Some(format!("chmod 700 {}", state.display())));
        let error = save(&state, Path::new(DB), &token("pao_y"), END).expect_err("refused");
        assert_eq!(error.code, Code::InsecureFile);
        set_mode(&state, 0o700);
        assert_eq!(loaded(&state).as_deref(), Some("pao_x"));
    }

    #[test]
    fn links_and_odd_files_are_refused() {
        let scratch = tempfile::tempdir().expect("a folder");
        let state = scratch.path().join("deep/state");
        save(&state, Path::new(DB), &token("pao_x"), END).expect("saved");
        let path = place(&state, Path::new(DB));
        let aside = state.join("aside");
        fs::hard_link(&path, &aside).expect("linked");
        refused(&state);
        fs::remove_file(&path).expect("removed");
        symlink(&aside, &path).expect("linked");
        refused(&state);
        save(&state, Path::new(DB), &token("pao_y"), END).expect("replaced");
        assert_eq!(fs::read_to_string(&aside).expect("untouched"), "pao_x\n2027-01-15T08:00:00Z\n");
        let door = scratch.path().join("door");
        symlink(&state, &door).expect("linked");
        refused(&door);
    }

    #[test]
    fn what_is_no_token_is_no_sign_in() {
        let scratch = tempfile::tempdir().expect("a folder");
        let state = scratch.path().join("deep/state");
        for text in ["", "hello", "\n\n"] {
            save(&state, Path::new(DB), &token(text), END).expect("saved");
            assert_eq!(loaded(&state), None, "{text:?}");
        }
        fs::write(place(&state, Path::new(DB)), b"pao_\xff").expect("written");
        assert_eq!(loaded(&state), None);
    }
}
