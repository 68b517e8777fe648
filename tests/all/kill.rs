//! SIGKILL at any moment: afterwards a change is there whole or not at all, what was acknowledged is there, and the
//! next command works without any repair.
//!
//! # Two ways to choose the moment
//! At random over the time that the command takes, in every run; and before each single system call of the command,
//! under strace (`cargo test --test all kill -- --ignored --nocapture`, minutes long).
#![expect(clippy::print_stdout, reason = "how many moments were tried is part of the result")]
use crate::actions::{OPEN_LOOKS, views};
use crate::lines::{LINES, Line};
use crate::machine::{Machine, Person, Ran};
use crate::stage::{STAGE, Stage};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a change does to its disk.
pub const WRITING: &[&str] =
    &["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "rename", "renameat2"];

/// Commands that change something and are no deeds, and why not.
const EXCEPT: &[(&str, &str)] = &[
    ("init", "makes the file that the others change: a test of its own below"),
    ("demo", "makes a file for practice, which is made anew"),
    ("start", "a conversation, each step of which is one of the others"),
    ("ssh-command", "runs one of the others"),
    ("db.backup", "changes no registry: copies_killed.rs"),
    ("db.restore", "exchanges the file: copies_killed.rs"),
    ("db.accept-time", "changes something only where a clock was wrong"),
    ("db.migrate", "changes something only in the file of an older version"),
    ("outbox.deliver", "sends letters, each for itself"),
    ("outbox.retry", "sends letters, each for itself"),
    ("maintain", "changes something only where something has expired"),
];

/// What has to be so before a line changes something.
const FIRST: &[(&str, &[&str])] = &[("config.unset", &["config", "set", "care.contact", "care@vendor.example"])];

/// An action to be killed in: a line, the stage on which it is played, and what it leaves there.
pub struct Deed {
    line: &'static Line,
    stage: Stage,
    pub argv: Vec<String>,
    before: Mark,
    after: OnceLock<Mark>,
}

/// What tells whether a change is there: how many rows each table has, and what the trail says was done.
#[derive(Debug, PartialEq)]
struct Mark {
    rows: BTreeMap<String, i64>,
    entries: Vec<String>,
}

impl Mark {
    fn of(file: &Connection) -> rusqlite::Result<Self> {
        let texts = |sql: &str| file.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>();
        let count = |table: String| {
            let count = file.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
            Ok((table, count))
        };
        let tables = texts("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
        Ok(Self {
            rows: tables.into_iter().map(count).collect::<rusqlite::Result<_>>()?,
            entries: texts("SELECT action || ' ' || outcome FROM audit ORDER BY seq")?,
        })
    }

    /// In which tables there are now more or fewer rows, and what the trail says since.
    fn since(&self, before: &Self) -> String {
        let rows = self.rows.iter().map(|(table, rows)| (table, rows - before.rows.get(table).unwrap_or(&0)));
        let changed: Vec<_> = rows.filter(|(_, more)| *more != 0).collect();
        format!("{changed:?}, {:?}", &self.entries[before.entries.len().min(self.entries.len())..])
    }
}

impl Deed {
    fn of(line: &'static Line) -> Self {
        let first = FIRST.iter().find(|(action, _)| *action == line.action());
        let stage = first.map_or_else(
            || STAGE.clone(),
            |(_, argv)| STAGE.and(|machine| drop(machine.does(STAGE.who(line.who), argv, &[]))),
        );
        let before = Mark::of(&Connection::open(stage.machine().db()).unwrap()).unwrap();
        Self { line, stage, argv: line.whole(), before, after: OnceLock::new() }
    }

    pub fn named(action: &str) -> Self {
        Self::of(LINES.iter().rfind(|line| line.action() == action).unwrap())
    }

    pub fn authorize() -> Self {
        Self::named("authorize")
    }

    pub fn access_add() -> Self {
        Self::named("access.add")
    }

    /// Those that are tried in every run.
    pub fn few() -> [Self; 3] {
        [Self::authorize(), Self::access_add(), Self::named("contact.set-primary")]
    }

    /// One of each command that changes the registry, those of `PAO_DEEDS` where only some are asked for.
    #[expect(clippy::disallowed_methods, reason = "which ones is for whoever runs it")]
    pub fn all() -> Vec<Self> {
        let only = std::env::var("PAO_DEEDS").unwrap_or_default();
        let asked = |action: &str| only.is_empty() || only.split(',').any(|one| one == action);
        pao::commands().into_iter().filter(|action| is_deed(action) && asked(action)).map(Self::named).collect()
    }

    pub fn who(&self) -> Option<&Person> {
        self.stage.who(self.line.who)
    }

    /// Where it is about to happen.
    pub fn machine(&self) -> Machine {
        self.stage.machine()
    }

    pub fn argv(&self) -> Vec<&str> {
        [&["--json"], &self.argv.iter().map(String::as_str).collect::<Vec<_>>()[..]].concat()
    }

    /// What is there once it was played.
    fn after(&self) -> &Mark {
        self.after.get_or_init(|| {
            let machine = self.machine();
            machine.run(self.who(), &self.argv()).ends(0);
            machine.is_sound();
            Mark::of(&Connection::open(machine.db()).unwrap()).unwrap()
        })
    }

    /// Judges what a death left behind. Gives whether the change is there.
    pub fn judge(&self, machine: &Machine, died: &Ran) -> bool {
        // Whoever is not signed out by any of them.
        let next = machine.run(self.stage.who("olga"), &["--json", "whoami"]).ends(0);
        assert_eq!(next.json()["id"], "olga@example.com");
        let happened = self.is_there(machine);
        let acknowledged = died.status == Some(0) || serde_json::from_str::<Value>(&died.out).is_ok();
        assert!(happened || !acknowledged, "lost: {:?}: {died:?}", self.argv);
        if !happened {
            let again = machine.run(self.who(), &self.argv()).ends(0);
            assert_ne!(again.json()["changed"], false);
            assert!(self.is_there(machine));
        }
        happened
    }

    /// Whether the change is there: whole or not at all, in a sound file.
    pub fn is_there(&self, machine: &Machine) -> bool {
        machine.is_sound();
        let file = Connection::open(machine.db()).unwrap();
        self.found(&file).unwrap().unwrap_or_else(|partial| panic!("{:?}: {partial}", self.argv))
    }

    /// Whether the change is in this file; an error where only a part of it is.
    pub fn found(&self, file: &Connection) -> rusqlite::Result<Result<bool, String>> {
        let found = Mark::of(file)?;
        Ok(match found {
            _ if found == self.before => Ok(false),
            _ if found == *self.after() => Ok(true),
            _ => Err(format!("partial: {}; whole: {}", found.since(&self.before), self.after().since(&self.before))),
        })
    }
}

/// Whether it is tried as a deed.
fn is_deed(action: &str) -> bool {
    !views(action) && !OPEN_LOOKS.contains(&action) && EXCEPT.iter().all(|(except, _)| *except != action)
}

#[test]
fn every_command_that_changes_the_registry_is_a_deed_or_an_exception() {
    for (action, _) in EXCEPT {
        assert!(pao::commands().contains(action), "{action}");
    }
    let deed = |action: &&str| {
        let deed = Deed::named(action);
        assert_ne!(deed.after().entries, deed.before.entries, "{action} leaves nothing");
    };
    let look = |line: &&Line| {
        let machine = STAGE.machine();
        let (before, argv) = (machine.rows(), line.whole());
        let argv: Vec<&str> = argv.iter().map(String::as_str).collect();
        machine.run(STAGE.who(line.who), &argv).ends(line.ends);
        assert!(machine.rows() == before, "{argv:?} changes something and is no deed");
    };
    let (deeds, others): (Vec<&str>, Vec<&str>) = pao::commands().into_iter().partition(|action| is_deed(action));
    let looks = |action: &&str| EXCEPT.iter().all(|(except, _)| except != action);
    let others: Vec<&str> = others.into_iter().filter(looks).collect();
    std::thread::scope(|scope| {
        scope.spawn(|| LINES.iter().filter(|line| others.contains(&line.action())).for_each(|line| look(&line)));
        for part in deeds.chunks(deeds.len().div_ceil(3)) {
            scope.spawn(move || part.iter().for_each(deed));
        }
    });
}

/// How long the action takes just now when nobody kills it: the middle one of three.
fn duration(action: &Deed) -> Duration {
    let mut took: Vec<Duration> = (0..3)
        .map(|_| {
            let machine = action.machine();
            let begun = Instant::now();
            machine.run(action.who(), &action.argv()).ends(0);
            begun.elapsed()
        })
        .collect();
    took.sort();
    took[1]
}

/// Kills `action` at `times` random moments, spread over its duration and a little more.
fn kill_at_random(action: &Deed, times: u32, seed: u64) {
    let mut dice = StdRng::seed_from_u64(seed);
    let (mut killed, mut happened, mut span) = (0, 0, Duration::ZERO);
    for part in 0..times {
        if part % 16 == 0 {
            span = duration(action).mul_f64(1.3);
        }
        let machine = action.machine();
        let moment = span.mul_f64((f64::from(part % 16) + dice.random::<f64>()) / 16.0);
        let mut child = machine.pao(action.who(), &action.argv()).spawn().unwrap();
        sleep(moment);
        let _ = child.kill();
        let died = Ran::of(&child.wait_with_output().unwrap());
        killed += u32::from(died.signal.is_some());
        happened += u32::from(action.judge(&machine, &died));
    }
    println!("{:?}: {times} moments over {span:?}, {killed} died, {happened} had happened", action.argv);
    assert!(killed > times / 3 && 0 < happened && happened < times, "the moments missed the deed");
}

#[test]
fn a_kill_at_any_of_200_moments_leaves_all_or_nothing() {
    let actions = Deed::few();
    std::thread::scope(|scope| {
        for (action, times) in actions.iter().zip([67, 66, 67]) {
            scope.spawn(move || kill_at_random(action, times, 7));
        }
    });
}

/// `action` under strace with these options.
pub fn traced(action: &Deed, machine: &Machine, options: &[&str]) -> Command {
    let mut command = machine.pao(action.who(), &[]);
    let mut strace = machine.command("strace");
    strace.env_clear().envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    strace.args(["-f", "-qq"]).args(options).arg(crate::machine::PAO).args(action.argv());
    std::mem::swap(&mut command, &mut strace);
    command
}

/// How often the action makes each system call. strace counts its kills by name, so each (name, count) is one moment.
pub fn calls(action: &Deed) -> BTreeMap<String, u32> {
    let machine = action.machine();
    let log = machine.folder.join("log");
    let run = traced(action, &machine, &["-o", log.to_str().unwrap()]).output().expect("strace");
    Ran::of(&run).ends(0);
    let mut calls = BTreeMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let call = line.split_once(' ').map_or("", |(_, call)| call.trim_start());
        let Some((name, _)) = call.split_once('(') else { continue };
        if name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'_') {
            *calls.entry(name.to_owned()).or_default() += 1;
        }
    }
    calls.remove("execve");
    calls
}

/// Kills the action before each of these system calls. Gives how many there were, how often it died and had happened.
fn kill_at_every_call(action: &Deed, wanted: impl Fn(&str) -> bool) -> [u32; 3] {
    let (mut calls, mut killed, mut happened, mut silent) = (calls(action), 0, 0, 0);
    calls.retain(|name, _| wanted(name));
    let points: u32 = calls.values().sum();
    for (name, count) in &calls {
        for nth in 1..=*count {
            let machine = action.machine();
            let trace = format!("trace={name}");
            let inject = format!("inject={name}:signal=KILL:when={nth}");
            let run = traced(action, &machine, &["-o", "/dev/null", "-e", &trace, "-e", &inject]).output().unwrap();
            killed += u32::from(run.status.signal() == Some(9));
            let there = action.judge(&machine, &Ran::of(&run));
            happened += u32::from(there);
            silent += u32::from(there && run.stdout.is_empty());
        }
    }
    println!(
        "{:?}: {points} points, {killed} died, {happened} had happened, {silent} of them without a word",
        action.argv
    );
    assert!(points > 10 && killed > points * 9 / 10, "the kills missed the deed");
    assert!(happened > 0 && happened < points);
    [points, killed, happened]
}

/// Judges every deed, a few at a time, and the others too where one goes wrong. Gives what was found.
pub fn of_all<T: Send>(judge: impl Fn(&Deed) -> T + Sync) -> Vec<T> {
    let (deeds, next) = (Deed::all(), AtomicUsize::new(0));
    let worker = || {
        let taken = std::iter::from_fn(|| deeds.get(next.fetch_add(1, Ordering::Relaxed)));
        taken.map(|deed| catch_unwind(AssertUnwindSafe(|| judge(deed))).map_err(|_| &deed.argv)).collect::<Vec<_>>()
    };
    let judged: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..3).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let wrong: Vec<_> = judged.iter().filter_map(|judged| judged.as_ref().err()).collect();
    assert!(wrong.is_empty(), "went wrong, see above: {wrong:#?}");
    judged.into_iter().map(Result::unwrap).collect()
}

/// Kills every deed before each of the wanted calls.
fn kill_all(wanted: impl Fn(&str) -> bool + Sync) {
    let found = of_all(|deed| kill_at_every_call(deed, &wanted));
    let [points, killed, happened] = [0, 1, 2].map(|place| found.iter().map(|found| found[place]).sum::<u32>());
    println!("{} deeds: {points} points, {killed} died, {happened} had happened, 0 partial, 0 lost", found.len());
}

#[test]
#[ignore = "long; needs strace"]
fn a_kill_before_any_call_that_writes_leaves_all_or_nothing() {
    kill_all(|name| WRITING.contains(&name) || name == "write");
}

#[test]
#[ignore = "long; needs strace"]
fn a_kill_before_any_system_call_leaves_all_or_nothing() {
    kill_all(|_| true);
}

#[test]
fn an_init_that_was_killed_can_be_run_again() {
    let mut random = StdRng::seed_from_u64(7);
    let (mut absent, mut whole) = (0, 0);
    // As long as one takes that is left alone, and half as long again, however busy the machine is.
    let mut longest = Duration::from_millis(250);
    for round in 0..40 {
        let machine = Machine::empty();
        let password = machine.file("secret", "plum 4711 kettle Orbit");
        let names = ["--email", "olga@example.com", "--first-name", "Olga", "--last-name", "O", "--country", "US"];
        let argv = [&["init"][..], &names, &["--password-file", &password]].concat();
        let begun = Instant::now();
        let mut child = machine.pao(None, &argv).spawn().unwrap();
        if round == 0 {
            child.wait().unwrap();
            longest = begun.elapsed() * 3 / 2;
        } else {
            sleep(longest.mul_f64(random.random_range(0.0..1.0)));
            child.kill().unwrap();
            child.wait().unwrap();
        }
        match machine.run(None, &argv).status {
            Some(0) => absent += 1,
            Some(6) => whole += 1,
            other => panic!("the second init ended with {other:?}"),
        }
        machine.run(None, &["login", "olga@example.com", "--password-file", &password]).ends(0);
        machine.is_sound();
    }
    assert!(absent > 0 && whole > 1, "{absent} times nothing, {whole} times everything was there");
}

#[test]
fn a_database_in_which_nobody_is_yet_gets_its_first_operator() {
    let machine = Machine::empty();
    let password = machine.file("secret", "plum 4711 kettle Orbit");
    let names = ["--email", "olga@example.com", "--first-name", "Olga", "--last-name", "O", "--country", "US"];
    let argv = [&["init"][..], &names, &["--password-file", &password]].concat();
    machine.run(None, &argv).ends(0);
    // As it is between the two transactions of an init.
    let conn = Connection::open(machine.db()).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let kept =
        "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('audit', 'person')";
    let triggers: String = conn.query_row(kept, [], |row| row.get(0)).unwrap();
    let names = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('audit', 'person')";
    let drops: String = conn.query_row(names, [], |row| row.get(0)).unwrap();
    conn.execute_batch(&format!("{drops}; DELETE FROM message; DELETE FROM audit; DELETE FROM person; {triggers}"))
        .unwrap();
    drop(conn);
    // No command has seen an entry of it.
    fs::remove_dir_all(machine.home("nobody").join(".local/state")).unwrap();
    machine.run(None, &["login", "olga@example.com", "--password-file", &password]).ends(3);
    assert_eq!(machine.run(None, &[&argv[..], &["--service"]].concat()).status, Some(6), "of another kind");
    machine.run(None, &argv).ends(0);
    machine.run(None, &argv).ends(6);
    machine.run(None, &["login", "olga@example.com", "--password-file", &password]).ends(0);
    machine.is_sound();
}
