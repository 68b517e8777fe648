//! What a test makes on this machine: users, groups and files, each gone again with the value, also after a failure.
//!
//! What must hold: nothing is touched that was there before, so whoever finds something of that name goes no further.
//!
//! # What would hurt
//! A test that was killed leaves all of it behind; the next one says what, and how to be rid of it.
use crate::shipped;
use rustix::process::{Pid, Signal, geteuid, kill_process};
use std::fs::{self, DirBuilder};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Where the registry is.
pub const FOLDER: &str = "/var/lib/pao";
/// The installed program.
pub const PAO: &str = "/usr/bin/pao";
/// Everything that is only there for the tests: homes, keys, the configuration of sshd.
pub const STAND: &str = "/var/lib/pao-acceptance";
/// Whose the registry is.
pub const OWNER: &str = "pao";
/// Who may call it by sudo.
pub const PEOPLE: &str = "pao-people";
/// Two people with an account on this machine, and somebody with all the rights.
pub const KIM: &str = "paokim";
pub const LEE: &str = "paolee";
pub const ADMIN: &str = "paoadmin";

const FILES: &[&str] = &[
    FOLDER,
    PAO,
    STAND,
    "/etc/sudoers.d/pao",
    "/etc/sudoers.d/pao-admin",
    "/etc/doas.conf",
    "/usr/share/pao",
    "/etc/pao",
];
const USERS: &[&str] = &[KIM, LEE, ADMIN, OWNER];
const GROUPS: &[&str] = &[PEOPLE, OWNER];
const PROGRAMS: &[&str] = &["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/sudo", "/usr/bin/doas", "/usr/bin/strace"];

/// All of it, until it is dropped.
pub struct Made {
    run_sshd: bool,
}

impl Made {
    /// Users, groups, the folder of the registry and the program, on a machine that has none of them.
    pub fn begin() -> Self {
        assert!(geteuid().is_root(), "these tests make users and start sshd: run them as root");
        let missing: Vec<_> = PROGRAMS.iter().filter(|path| !Path::new(path).exists()).collect();
        assert!(missing.is_empty(), "{missing:?} are not here: .ci/run installs them");
        let left = left();
        assert!(
            left.is_empty(),
            "this machine has {left:?}. These tests make and remove things of these names, so they run on none that has \
             a registry. If it was a killed test that left them: userdel, groupdel, rm -r"
        );
        let made = Self { run_sshd: !Path::new("/run/sshd").exists() };
        fs::create_dir_all("/run/sshd").unwrap();
        folder(STAND);
        let script = file(&format!("{STAND}/postinst"), shipped::POSTINST, 0o700);
        runs("sh", &[script.to_str().unwrap(), "configure"]);
        let shell = ["--system", "--user-group", "--shell", "/bin/sh", "--create-home", "--home-dir"];
        for (name, more) in [(KIM, &["--groups", PEOPLE][..]), (LEE, &["--groups", PEOPLE]), (ADMIN, &[])] {
            let home = format!("{STAND}/{name}");
            runs("useradd", &[&shell[..], &[&home], more, &[name]].concat());
        }
        fs::copy(env!("CARGO_BIN_EXE_pao"), PAO).unwrap();
        fs::set_permissions(PAO, fs::Permissions::from_mode(0o755)).unwrap();
        made
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for user in USERS {
            id_of("passwd", user).into_iter().for_each(end_all_of);
            tries("userdel", &[user]);
        }
        // The others went with their users.
        tries("groupdel", &[PEOPLE]);
        for path in FILES.iter().map(Path::new) {
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
        if self.run_sshd {
            let _ = fs::remove_dir("/run/sshd");
        }
        assert!(std::thread::panicking() || left().is_empty(), "{:?} were left behind", left());
    }
}

/// What is on this machine of what the tests make.
fn left() -> Vec<String> {
    let files = FILES.iter().filter(|path| Path::new(path).symlink_metadata().is_ok()).map(|path| (*path).to_owned());
    let users = USERS.iter().filter(|user| id_of("passwd", user).is_some()).map(|user| format!("the user {user}"));
    let groups =
        GROUPS.iter().filter(|group| id_of("group", group).is_some()).map(|group| format!("the group {group}"));
    files.chain(users).chain(groups).collect()
}

/// The number of a user (`passwd`) or group (`group`).
fn id_of(database: &str, name: &str) -> Option<u32> {
    let found = Command::new("getent").args([database, name]).output().unwrap();
    String::from_utf8(found.stdout).unwrap().split(':').nth(2)?.parse().ok()
}

/// The number of a user who is there.
pub fn uid(name: &str) -> u32 {
    id_of("passwd", name).unwrap()
}

/// The processes of a user, by their numbers: those of sudo too, which are that user's and root's.
fn processes_of(uid: u32) -> Vec<i32> {
    let is_one = |pid: &i32| {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let users = status.lines().find_map(|line| line.strip_prefix("Uid:")).unwrap_or_default();
        users.split_whitespace().any(|user| user == uid.to_string())
    };
    processes().filter(is_one).collect()
}

/// The calls that run: processes of the installed program.
pub fn calls() -> Vec<i32> {
    let is_one = |pid: &i32| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == Path::new(PAO));
    processes().filter(is_one).collect()
}

fn processes() -> impl Iterator<Item = i32> {
    let entries = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Nobody else has a process as one of our users.
fn end_all_of(uid: u32) {
    for _ in 0..50 {
        let left = processes_of(uid);
        if left.is_empty() {
            return;
        }
        for pid in left.into_iter().filter_map(Pid::from_raw) {
            let _ = kill_process(pid, Signal::KILL);
        }
        sleep(Duration::from_millis(20));
    }
}

/// A folder that everybody may look into and nobody but root may change.
pub fn folder(path: &str) {
    DirBuilder::new().mode(0o755).create(path).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// A file of root with these permissions.
pub fn file(path: &str, bytes: impl AsRef<[u8]>, mode: u32) -> PathBuf {
    fs::write(path, bytes).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    PathBuf::from(path)
}

/// Runs a program of the system, which must succeed. Gives what it said.
#[track_caller]
pub fn runs(program: &str, argv: &[&str]) -> String {
    let output = Command::new(program).args(argv).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{program} {argv:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn tries(program: &str, argv: &[&str]) {
    let _ = Command::new(program).args(argv).stdout(Stdio::null()).stderr(Stdio::null()).status();
}
