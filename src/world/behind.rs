//! Who stands behind this process: read off it, before anything is opened (service.md, "Who stands behind a call").
//!
//! What must hold: the first case that fits is it, and what fits none is refused. The marks of sudo and sshd count for the user of the
//! registry of this machine alone; everybody else works on files of their own.
use crate::model::behind::{Behind, CallerName, Guest};
use crate::world::Environment;
use rustix::process::{getegid, geteuid, getgid, getuid};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// The folder of the registry of this machine. It belongs to a user of its own.
pub const PLACE: &str = "/var/lib/pao";
/// What carries the uid of who became root, from root to the user that it becomes.
pub(super) const BY: &str = "PAO_BY";
/// What sudo, sshd and the like leave of who comes.
pub(super) const MARKS: [&str; 5] = ["SSH_CONNECTION", "SSH_ORIGINAL_COMMAND", "SUDO_UID", "DOAS_USER", "PKEXEC_UID"];
/// Marks of other ways to become somebody, which say too little or too much about who comes.
const FOREIGN: [&str; 3] = ["SSH_ORIGINAL_COMMAND", "DOAS_USER", "PKEXEC_UID"];

/// The user and the group of the registry of this machine; none where its folder is not there, or is root's.
pub(super) fn user() -> Option<(u32, u32)> {
    let found = fs::symlink_metadata(PLACE).ok()?;
    (found.is_dir() && found.uid() != 0).then_some((found.uid(), found.gid()))
}

/// Whether this is root on a machine that has no place for a registry of its own yet.
pub fn lacks_its_place() -> bool {
    geteuid().is_root() && user().is_none()
}

/// Who stands behind this process.
pub(super) fn of_process(environment: &Environment) -> Behind {
    let plain = getuid() == geteuid() && getgid() == getegid();
    if plain { judge(geteuid().as_raw(), user().map(|(uid, _)| uid), environment) } else { Behind::Unknown }
}

fn judge(uid: u32, user: Option<u32>, environment: &Environment) -> Behind {
    let has = |name: &&str| environment.raw(name).is_some();
    match user {
        Some(_) if uid == 0 && has(&"SSH_ORIGINAL_COMMAND") => Behind::Unknown,
        Some(user) if uid == user => {
            if FOREIGN.iter().any(has) {
                return Behind::Unknown;
            }
            match environment.raw("SUDO_UID").map(|text| text.to_str()) {
                None | Some(Some("0")) if has(&"SSH_CONNECTION") => Behind::Unknown,
                None | Some(Some("0")) => Behind::Owner { by: environment.get(BY).and_then(plain_uid) },
                Some(text) => match text.and_then(plain_uid) {
                    Some(uid) => Behind::Guest(Guest::Sudo { uid }),
                    None => Behind::Unknown,
                },
            }
        }
        _ => Behind::Personal,
    }
}

/// Who comes by the key whose line calls `ssh-command` with this name: by sshd, as the user of the registry, which is the one of this
/// machine unless the line names another.
pub fn by_ssh(name: &CallerName, elsewhere: bool, environment: &Environment) -> Option<Guest> {
    let connection = environment.get("SSH_CONNECTION")?;
    let foreign = ["SUDO_UID", "DOAS_USER", "PKEXEC_UID"].iter().any(|name| environment.raw(name).is_some());
    let as_user = elsewhere || user().is_some_and(|(uid, _)| uid == geteuid().as_raw());
    let from = connection.split(' ').next().unwrap_or_default().to_owned();
    (!foreign && as_user).then(|| Guest::Ssh { name: name.clone(), from })
}

/// Whether the folder of a registry belongs to this user: for sshd, which asks about keys as somebody else.
pub fn belongs_to(folder: &Path, uid: u32) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir() && found.uid() == uid)
}

/// A uid that is not root's, in plain decimal.
pub(super) fn plain_uid(text: &str) -> Option<u32> {
    let uid: u32 = text.parse().ok()?;
    (uid > 0 && uid < u32::MAX && uid.to_string() == text).then_some(uid)
}

#[cfg(test)]
mod tests {
    use super::{Behind, Environment, Guest, judge};

    const USER: u32 = 990;

    fn behind(uid: u32, variables: &[(&str, &str)]) -> Behind {
        let pairs = variables.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        judge(uid, Some(USER), &Environment::of(pairs))
    }

    #[test]
    fn the_first_case_that_fits_is_it() {
        let guest = |uid| Behind::Guest(Guest::Sudo { uid });
        let ssh = ("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
        assert_eq!(behind(USER, &[("SUDO_UID", "1001")]), guest(1001));
        assert_eq!(behind(USER, &[("SUDO_UID", "1001"), ssh]), guest(1001), "sudo after ssh");
        assert_eq!(behind(USER, &[("SUDO_UID", "4294967294")]), guest(4_294_967_294));
        assert_eq!(behind(USER, &[]), Behind::Owner { by: None });
        assert_eq!(behind(USER, &[("SUDO_UID", "0"), ("PAO_BY", "1000")]), Behind::Owner { by: Some(1000) });
        for odd in ["", "01", "-1", "+1", "1 ", "4294967295", "4294967296", "root"] {
            assert_eq!(behind(USER, &[("SUDO_UID", odd)]), Behind::Unknown, "{odd}");
        }
        for mark in ["SSH_ORIGINAL_COMMAND", "DOAS_USER", "PKEXEC_UID"] {
            assert_eq!(behind(USER, &[(mark, "x"), ("SUDO_UID", "1001")]), Behind::Unknown, "{mark}");
            assert_eq!(behind(USER, &[(mark, "x")]), Behind::Unknown, "{mark}");
        }
        assert_eq!(behind(USER, &[ssh]), Behind::Unknown);
        assert_eq!(behind(0, &[("SSH_ORIGINAL_COMMAND", "")]), Behind::Unknown);
        assert_eq!(behind(0, &[]), Behind::Personal);
        assert_eq!(behind(1001, &[("SUDO_UID", "1002"), ssh]), Behind::Personal, "marks mean nothing elsewhere");
        assert_eq!(judge(USER, None, &Environment::default()), Behind::Personal);
    }
}
