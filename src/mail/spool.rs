//! The spool: a folder with one `.eml` file a message.
//!
//! What must hold: under its final name a file is whole and on the disk, and the same name delivered twice is the same
//! file with the same bytes. The spool belongs to its owner alone: the folder 0700, its files 0600.
//!
//! # What would hurt
//! The spool holds live secrets. A folder that is a symlink, somebody else's, or open to others is refused, not mended.
//! Nothing waits here for long: another process at the same message is given a second.
use super::post::{Outgoing, Trouble, Undelivered};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How often, and how long in between, another process at the same letter is waited for.
const PATIENCE: (u32, Duration) = (50, Duration::from_millis(20));

/// Whether messages can be written into the folder, by the same work as writing one.
pub(super) fn try_out(folder: &Path) -> Result<(), Undelivered> {
    let folder: &Path = &folder.components().collect::<PathBuf>();
    open_folder(folder)?;
    let draft = folder.join(format!(".{}.try", std::process::id()));
    let file = draft_alone(&draft)?;
    let tried = || -> io::Result<()> {
        (&file).write_all(&[b' '; 1024])?;
        file.sync_all()?;
        fs::remove_file(&draft)?;
        File::open(folder)?.sync_all()
    };
    tried().map_err(|error| Undelivered::failed("write", &draft, &error))
}

/// Writes one message into the folder.
pub(super) fn spool(folder: &Path, outgoing: &Outgoing) -> Result<(), Undelivered> {
    let plain = outgoing.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !plain || outgoing.name.is_empty() {
        return Err(Undelivered {
            trouble: Trouble::Refused { permanent: true },
            place: None,
            words: "the message has a name that no file may have".to_owned(),
        });
    }
    // A slash at its end would make a symlink look like the folder it leads to.
    let folder: &Path = &folder.components().collect::<PathBuf>();
    open_folder(folder)?;
    let draft = folder.join(format!(".{}.part", outgoing.name));
    let target = folder.join(format!("{}.eml", outgoing.name));
    let written = draft_alone(&draft)?;
    let put = || -> io::Result<()> {
        written.set_len(0)?;
        (&written).write_all(&outgoing.bytes)?;
        written.sync_all()?;
        fs::rename(&draft, &target)?;
        File::open(folder)?.sync_all()
    };
    put().map_err(|error| Undelivered::failed("write", &target, &error))
}

/// Makes the folder where it is missing, and refuses one that is not ours alone.
fn open_folder(folder: &Path) -> Result<(), Undelivered> {
    let failed =
        |error: io::Error| Undelivered::closed(format!("cannot use the mail folder {}: {error}", folder.display()));
    let found = match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match DirBuilder::new().mode(0o700).create(folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(failed(error)),
                _ => keep_folder(folder).map_err(failed)?,
            }
            fs::symlink_metadata(folder).map_err(failed)?
        }
        found => found.map_err(failed)?,
    };
    let refused = |why: &str| {
        let place = folder.display();
        Err(Undelivered::closed(format!("the mail folder {place} {why}")))
    };
    if found.is_symlink() {
        refused("is a symbolic link; set mail.spool to the folder itself")
    } else if !found.is_dir() {
        refused("is not a folder; move it away")
    } else if found.uid() != rustix::process::geteuid().as_raw() {
        refused("belongs to somebody else; set mail.spool to a folder of your own")
    } else if found.mode() & 0o077 != 0 {
        refused("is open to others; close it with `chmod 700` on it")
    } else {
        Ok(())
    }
}

/// A new folder outlives a power cut once the folder around it is on the disk.
fn keep_folder(folder: &Path) -> io::Result<()> {
    let around = folder.parent().filter(|around| !around.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(around)?.sync_all()
}

/// The file that becomes the message, for us alone: whoever holds its lock may write and rename it. What a killed process
/// left there is taken over.
fn draft_alone(draft: &Path) -> Result<File, Undelivered> {
    let failed = |error: io::Error| Undelivered::failed("write", draft, &error);
    let (tries, pause) = PATIENCE;
    for _ in 0..tries {
        let nofollow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
        let mut how = OpenOptions::new();
        let file = how.write(true).create(true).mode(0o600).custom_flags(nofollow).open(draft).map_err(failed)?;
        match ours(file, draft).map_err(failed)? {
            Some(file) => return Ok(file),
            None => thread::sleep(pause),
        }
    }
    Err(Undelivered::refused("another process is delivering this message"))
}

/// An open draft once its lock is ours, if it still is the draft: its last holder may have renamed it in the meantime.
fn ours(file: File, draft: &Path) -> io::Result<Option<File>> {
    match file.try_lock() {
        Ok(()) => Ok(is_still(&file, draft).then_some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether an open file is the one under that name.
fn is_still(file: &File, name: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(name)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::ours;
    use crate::mail::{Outgoing, Post, ProcessPost, Route, Trouble, Undelivered};
    use std::fs::{self, File, Permissions};
    use std::os::unix::fs::{PermissionsExt, chown, symlink};
    use std::path::{Path, PathBuf};
    use std::thread;
    use tempfile::TempDir;

    /// A folder of one test's own, gone with it.
    struct Place(TempDir);

    impl Place {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn mail(&self) -> PathBuf {
            self.0.path().join("pao-mail")
        }
    }

    fn outgoing(name: &str, bytes: &str) -> Outgoing {
        let (from, to) = ("pao@localhost".to_owned(), "ann@example.com".to_owned());
        Outgoing { name: name.to_owned(), from, to, bytes: bytes.as_bytes().to_vec() }
    }

    fn deliver(folder: &Path, outgoing: &Outgoing) -> Result<(), Undelivered> {
        ProcessPost::default().deliver(&Route::Spool(folder.to_owned()), outgoing)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_message_is_a_private_file_in_a_private_folder() {
        let place = Place::new();
        deliver(&place.mail(), &outgoing("1-test", "one\r\n")).unwrap();
        assert_eq!(names(&place.mail()), ["1-test.eml"]);
        let file = place.mail().join("1-test.eml");
        assert_eq!((mode(&place.mail()), mode(&file)), (0o700, 0o600));
        assert_eq!(fs::read(file).unwrap(), b"one\r\n");
    }

    #[test]
    fn twice_looks_like_once_also_after_a_kill() {
        let place = Place::new();
        deliver(&place.mail(), &outgoing("1-test", "one")).unwrap();
        fs::write(place.mail().join(".1-test.part"), "half a message that is longer").unwrap();
        deliver(&place.mail(), &outgoing("1-test", "one")).unwrap();
        assert_eq!(names(&place.mail()), ["1-test.eml"]);
        assert_eq!(fs::read(place.mail().join("1-test.eml")).unwrap(), b"one");
    }

    #[test]
    fn many_at_once_leave_one_whole_file() {
        let place = Place::new();
        let message = outgoing("1-test", &"line\r\n".repeat(100));
        let again_and_again = || (0..40).try_for_each(|_| deliver(&place.mail(), &message));
        let done: Vec<_> = thread::scope(|scope| {
            let hands: Vec<_> = (0..8).map(|_| scope.spawn(again_and_again)).collect();
            hands.into_iter().map(|hand| hand.join().unwrap()).collect()
        });
        assert!(done.iter().all(Result::is_ok), "{done:?}");
        assert_eq!(names(&place.mail()), ["1-test.eml"]);
        assert_eq!(fs::read(place.mail().join("1-test.eml")).unwrap(), message.bytes);
    }

    #[test]
    fn a_letter_in_other_hands_waits_and_stays() {
        let place = Place::new();
        deliver(&place.mail(), &outgoing("0-test", "zero")).unwrap();
        let other = File::create(place.mail().join(".1-test.part")).unwrap();
        other.lock().unwrap();
        let why = deliver(&place.mail(), &outgoing("1-test", "one")).unwrap_err();
        assert!(why.trouble == Trouble::Refused { permanent: false } && why.words.contains("another process"), "{why}");
        drop(other);
        deliver(&place.mail(), &outgoing("1-test", "one")).unwrap();
    }

    #[test]
    fn a_draft_that_became_the_message_is_not_written_again() {
        let place = Place::new();
        let draft = place.0.path().join("draft");
        let file = File::create(&draft).unwrap();
        assert!(ours(file.try_clone().unwrap(), &draft).unwrap().is_some());
        fs::rename(&draft, place.0.path().join("message")).unwrap();
        assert!(ours(file.try_clone().unwrap(), &draft).unwrap().is_none());
        let _next = File::create(&draft).unwrap();
        assert!(ours(file, &draft).unwrap().is_none());
    }

    #[test]
    fn a_folder_that_is_not_ours_alone_is_refused() {
        for (open, works) in
            [(0o700, true), (0o500, true), (0o710, false), (0o701, false), (0o740, false), (0o777, false)]
        {
            let place = Place::new();
            fs::create_dir(place.mail()).unwrap();
            fs::set_permissions(place.mail(), Permissions::from_mode(open)).unwrap();
            let answer = deliver(&place.mail(), &outgoing("1-test", "one"));
            let refused =
                answer.as_ref().is_err_and(|why| why.trouble == Trouble::Closed && why.words.contains("chmod 700"));
            assert_eq!(refused, !works, "{open:o}: {answer:?}");
            assert_eq!(mode(&place.mail()), open, "it was mended");
        }
    }

    #[test]
    fn a_link_or_a_file_is_no_folder() {
        let place = Place::new();
        let real = place.0.path().join("real");
        fs::create_dir(&real).unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o700)).unwrap();
        symlink(&real, place.mail()).unwrap();
        assert!(deliver(&place.mail(), &outgoing("1-test", "one")).unwrap_err().words.contains("symbolic link"));
        assert!(
            deliver(&place.mail().join(""), &outgoing("1-test", "one")).unwrap_err().words.contains("symbolic link")
        );
        assert!(names(&real).is_empty());
        let file = place.0.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(deliver(&file, &outgoing("1-test", "one")).unwrap_err().words.contains("not a folder"));
        let lost = deliver(&place.0.path().join("none/mail"), &outgoing("1-test", "one")).unwrap_err();
        assert_eq!(lost.trouble, Trouble::Closed);
        // Only root can give a folder away.
        if chown(&real, Some(1), None).is_ok() {
            assert!(deliver(&real, &outgoing("1-test", "one")).unwrap_err().words.contains("somebody else"));
        }
    }

    #[test]
    fn links_inside_are_not_followed() {
        let place = Place::new();
        let victim = place.0.path().join("victim");
        fs::write(&victim, "kept").unwrap();
        deliver(&place.mail(), &outgoing("0-test", "zero")).unwrap();
        symlink(&victim, place.mail().join("1-test.eml")).unwrap();
        deliver(&place.mail(), &outgoing("1-test", "one")).unwrap();
        assert!(!fs::symlink_metadata(place.mail().join("1-test.eml")).unwrap().is_symlink());
        symlink(&victim, place.mail().join(".2-test.part")).unwrap();
        assert!(deliver(&place.mail(), &outgoing("2-test", "two")).is_err());
        symlink(place.0.path().join("nowhere"), place.mail().join(".3-test.part")).unwrap();
        assert!(deliver(&place.mail(), &outgoing("3-test", "three")).is_err());
        assert!(!place.0.path().join("nowhere").exists());
        assert_eq!(fs::read(&victim).unwrap(), b"kept");
    }

    #[test]
    fn a_name_stays_inside_the_folder() {
        let place = Place::new();
        for bad in ["", "../1-test", "a/b", ".hidden", "a.b", "a\0b"] {
            let why = deliver(&place.mail(), &outgoing(bad, "one")).unwrap_err();
            assert_eq!(why.trouble, Trouble::Refused { permanent: true }, "{bad:?}");
        }
        assert!(!place.mail().exists());
    }
}
