//! SIGKILL before every system call by which a backup or a restore changes a folder or waits for the disk: afterwards the
//! registry is whole, the copy is whole or not there, and the file that was to give way is in its place or kept beside it.
//!
//! Every system call, the reads included: `cargo test --test all copies_killed -- --ignored --nocapture`.
use crate::machine::{AWAKE, Machine, PAO, Ran};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What changes a folder, or waits until something is on the disk.
const CHANGING: &[&str] = &[
    "rename",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "link",
    "linkat",
    "fsync",
    "fdatasync",
    "ftruncate",
    "flock",
];

/// `pao ARGV…` under strace with these options.
fn traced(machine: &Machine, options: &[&str], argv: &[&str]) -> Command {
    let mut strace = machine.command("strace");
    strace.args(["-f", "-qq"]).args(options).arg(PAO).args(argv);
    strace
}

/// How often each of these system calls is made; of all where none is named.
fn calls(machine: &Machine, argv: &[&str], wanted: &[&str]) -> BTreeMap<String, u32> {
    let log = machine.folder.join("log");
    Ran::of(&traced(machine, &["-o", log.to_str().unwrap()], argv).output().expect("strace")).ends(0);
    let mut calls = BTreeMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let call = line.split_once(' ').map_or("", |(_, call)| call.trim_start());
        let Some((name, _)) = call.split_once('(') else { continue };
        if wanted.contains(&name)
            || wanted.is_empty() && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
        {
            *calls.entry(name.to_owned()).or_default() += 1;
        }
    }
    calls.remove("execve");
    calls
}

/// Kills the command before each of these calls; `judge` sees what is left.
fn killed_at_each(
    wanted: &[&str],
    argv: &[&str],
    machine: impl Fn() -> Machine,
    judge: impl Fn(&Machine, &Ran),
) -> u32 {
    let mut killed = 0;
    for (name, count) in calls(&machine(), argv, wanted) {
        for nth in 1..=count {
            let machine = machine();
            let (trace, inject) = (format!("trace={name}"), format!("inject={name}:signal=KILL:when={nth}"));
            let run = traced(&machine, &["-o", "/dev/null", "-e", &trace, "-e", &inject], argv).output().unwrap();
            let died = Ran::of(&run);
            killed += u32::from(died.status != Some(0));
            judge(&machine, &died);
        }
    }
    killed
}

fn files(folder: &Path, part: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(part))).collect()
}

fn number(path: &Path, sql: &str) -> i64 {
    Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

pub const BACKUP: &[&str] = &["--json", "db", "backup", "data/copy.db"];
pub const RESTORE: &[&str] = &["--json", "db", "restore", "copy.db", "--older", "--yes"];

/// Judges what is left of a backup. Gives whether the copy is there.
pub fn judge_backup(machine: &Machine, died: &Ran) -> bool {
    machine.is_sound();
    let copy = machine.folder.join("data/copy.db");
    if copy.exists() {
        machine.run(None, &["--db", copy.to_str().unwrap(), "db", "check"]).ends(0);
    } else {
        assert!(died.status != Some(0) && died.out.is_empty(), "{died:?}");
    }
    machine.run(None, &["db", "backup", "data/next.db"]).ends(0);
    assert!(files(&machine.folder.join("data"), ".pao-backup-").is_empty(), "drafts are left: {died:?}");
    copy.exists()
}

fn backups(wanted: &[&str]) -> u32 {
    killed_at_each(wanted, BACKUP, || AWAKE.machine(), |machine, died| _ = judge_backup(machine, died))
}

/// A machine on which the registry has gone on since its copy was made.
pub fn gone_on() -> Machine {
    let machine = AWAKE.machine();
    machine.does(None, &["db", "backup", "copy.db"], &[]);
    machine.does(Some(&AWAKE.ann), &["access", "update", "cy@example.com", "--note", "since"], &[]);
    machine
}

/// Judges what is left of a restore. Gives whether the copy is the registry now.
pub fn judge_restore(machine: &Machine, died: &Ran) -> bool {
    const SINCE: &str = "SELECT count(*) FROM access WHERE note = 'since'";
    // Killed just before the exchange, it leaves the file out of write-ahead logging: the next command turns that on.
    machine.run(None, &["db", "stats"]).ends(0);
    machine.is_sound();
    let restored = machine.count("SELECT count(*) FROM audit WHERE action = 'db.restore'");
    assert!(restored == 1 || died.status != Some(0), "lost: {died:?}");
    assert_eq!(machine.count(SINCE), 1 - restored, "a mixture: {died:?}");
    if restored == 1 {
        let kept = files(&machine.folder.join("data"), ".replaced-");
        assert!(kept.iter().any(|path| number(path, SINCE) == 1), "the old file is gone: {died:?}");
        assert_eq!(machine.count("SELECT count(*) FROM sign_in"), 0);
    }
    machine.run(None, RESTORE).ends(0);
    machine.is_sound();
    assert!(files(&machine.folder.join("data"), ".pao-restore-").is_empty(), "folders are left: {died:?}");
    restored == 1
}

fn restores(wanted: &[&str]) -> u32 {
    killed_at_each(wanted, RESTORE, gone_on, |machine, died| _ = judge_restore(machine, died))
}

#[test]
fn a_kill_while_a_copy_is_made_leaves_it_whole_or_not_there() {
    assert!(backups(CHANGING) > 10);
}

#[test]
fn a_kill_while_a_copy_is_restored_leaves_the_old_or_the_new_registry() {
    assert!(restores(CHANGING) > 15);
}

#[test]
#[ignore = "long; needs strace"]
fn a_kill_before_any_system_call_leaves_copies_whole() {
    assert!(backups(&[]) + restores(&[]) > 500);
}
