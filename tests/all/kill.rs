//! SIGKILL at any moment: afterwards a change is there whole or not at all, what was acknowledged is there, and the
//! next command works without any repair.
//!
//! # Two ways to choose the moment
//! At random over the time that the command takes, in every run; and before each single system call of the command,
//! under strace (`cargo test --test all kill -- --ignored --nocapture`, minutes long).
#![expect(clippy::print_stdout, reason = "how many moments were tried is part of the result")]
use crate::machine::{AWAKE, Machine, Person, Ran, SLEEPING, Story};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What an import reads: somebody new, and somebody who is there.
const GRANTS: &str = "id,role,tools,note\ndee@example.com,user,full,imported\ncy@example.com,user,none,imported\n";

/// An action to be killed in.
pub struct Deed {
    story: &'static Story,
    pub who: &'static Person,
    pub argv: Vec<String>,
    /// SQL for what it leaves behind, each nought before it and this much after it.
    pub leaves: Vec<(&'static str, i64)>,
}

impl Deed {
    pub fn authorize() -> Self {
        let argv = words(&["authorize", "--passcode-file", "secret"]);
        let leaves = vec![
            ("SELECT count(*) FROM site WHERE status = 'active'", 1),
            ("SELECT count(*) FROM access", 1),
            ("SELECT count(*) FROM passcode WHERE state = 'used'", 1),
            ("SELECT count(*) FROM message WHERE kind = 'site-active'", 1),
            ("SELECT count(*) FROM audit WHERE action = 'authorize'", 1),
        ];
        Self { story: &SLEEPING, who: &SLEEPING.ann, argv, leaves }
    }

    /// By Bob, the Secondary Contact, for somebody who has an ID.
    pub fn access_add() -> Self {
        let argv = words(&["access", "add", "dee@example.com", "--role", "user", "--tools", "full"]);
        let leaves = vec![
            ("SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'dee@example.com' AND tools = 3", 1),
            ("SELECT count(*) FROM message WHERE recipient = 'dee@example.com'", 1),
            ("SELECT count(*) FROM audit WHERE subject = 'dee@example.com' AND outcome = 'done'", 1),
        ];
        Self { story: &WITH_DEE, who: &AWAKE.bob, argv, leaves }
    }

    fn set_primary() -> Self {
        let argv = words(&["contact", "set-primary", &AWAKE.bob.id, "--yes", "--password-file", "secret"]);
        let leaves = vec![
            (
                "SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'bob@example.com' AND role = 'primary'",
                1,
            ),
            (
                "SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'ann@example.com' AND role = 'secondary'",
                1,
            ),
            ("SELECT count(*) FROM access WHERE ended_at IS NOT NULL", 2),
            ("SELECT count(*) FROM contact WHERE type = 'primary' AND email = 'bob@example.com'", 1),
            ("SELECT count(*) FROM message WHERE kind = 'primary-changed'", 2),
            ("SELECT count(*) FROM audit WHERE action = 'contact.set-primary'", 1),
        ];
        Self { story: &AWAKE, who: &AWAKE.ann, argv, leaves }
    }

    /// Two people at once, from a file.
    pub fn import() -> Self {
        let argv = words(&["access", "import", "secret"]);
        let granted =
            "SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'dee@example.com' AND tools = 3";
        let noted = "SELECT count(*) FROM access WHERE note = 'imported'";
        let told = "SELECT count(*) FROM message WHERE recipient = 'dee@example.com'";
        Self { story: &WITH_DEE, who: &AWAKE.ann, argv, leaves: vec![(granted, 1), (noted, 2), (told, 1)] }
    }

    pub fn config_set() -> Self {
        let argv = words(&["config", "set", "care.contact", "care@example.com"]);
        let leaves = vec![
            ("SELECT count(*) FROM setting WHERE value = 'care@example.com'", 1),
            ("SELECT count(*) FROM audit WHERE action = 'config.set' AND outcome = 'done'", 1),
        ];
        Self { story: &AWAKE, who: &AWAKE.operator, argv, leaves }
    }

    pub fn all() -> [Self; 3] {
        [Self::authorize(), Self::access_add(), Self::set_primary()]
    }

    /// Where it is about to happen.
    pub fn machine(&self) -> Machine {
        let machine = self.story.machine();
        let secret = match self.argv[..2].join(" ").as_str() {
            "access import" => GRANTS,
            words if words.starts_with("authorize") => &self.story.passcode,
            _ => &self.who.password,
        };
        machine.file("secret", secret);
        machine
    }

    pub fn argv(&self) -> Vec<&str> {
        [&["--json"], &self.argv.iter().map(String::as_str).collect::<Vec<_>>()[..]].concat()
    }

    /// Judges what a death left behind. Gives whether the change is there.
    pub fn judge(&self, machine: &Machine, died: &Ran) -> bool {
        let next = machine.run(Some(self.who), &["--json", "whoami"]).ends(0);
        assert_eq!(next.json()["id"], self.who.id.as_str());
        let happened = self.is_there(machine);
        let acknowledged = died.status == Some(0) || serde_json::from_str::<Value>(&died.out).is_ok();
        assert!(happened || !acknowledged, "lost: {died:?}");
        if !happened {
            let again = machine.run(Some(self.who), &self.argv()).ends(0);
            assert_eq!(again.json()["changed"], true);
            assert!(self.is_there(machine));
        }
        happened
    }

    /// Whether the change is there: whole or not at all, in a sound file.
    pub fn is_there(&self, machine: &Machine) -> bool {
        machine.is_sound();
        let found: Vec<i64> = self.leaves.iter().map(|(sql, _)| machine.count(sql)).collect();
        let happened = found.iter().zip(&self.leaves).all(|(found, (_, whole))| found == whole);
        assert!(happened || found.iter().all(|count| *count == 0), "{:?}: {found:?}", self.argv);
        happened
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

static WITH_DEE: std::sync::LazyLock<Story> = std::sync::LazyLock::new(|| {
    AWAKE.and(|machine| {
        let file = rusqlite::Connection::open(machine.db()).unwrap();
        let sql = "INSERT INTO person (id, email, first_name, last_name, country, password, operator, registered_at)
                   SELECT 'dee@example.com', 'dee@example.com', 'Dee', 'Example', country, password, 0, registered_at
                   FROM person WHERE id = 'cy@example.com'";
        file.execute(sql, []).unwrap();
        drop(file);
        machine.tells_what_is_found();
    })
});

/// How long the action takes just now when nobody kills it: the middle one of three.
fn duration(action: &Deed) -> Duration {
    let mut took: Vec<Duration> = (0..3)
        .map(|_| {
            let machine = action.machine();
            let begun = Instant::now();
            machine.run(Some(action.who), &action.argv()).ends(0);
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
        let mut child = machine.pao(Some(action.who), &action.argv()).spawn().unwrap();
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
    let actions = Deed::all();
    std::thread::scope(|scope| {
        for (action, times) in actions.iter().zip([67, 66, 67]) {
            scope.spawn(move || kill_at_random(action, times, 7));
        }
    });
}

#[test]
#[ignore = "long"]
fn a_kill_at_any_of_200_moments_of_each_deed_leaves_all_or_nothing() {
    for action in &Deed::all() {
        kill_at_random(action, 200, 8);
    }
}

/// `action` under strace with these options.
pub fn traced(action: &Deed, machine: &Machine, options: &[&str]) -> Command {
    let mut command = machine.pao(Some(action.who), &[]);
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

/// Kills the action before every one of its system calls.
fn kill_at_every_call(action: &Deed) {
    let (calls, mut killed, mut happened, mut silent) = (calls(action), 0, 0, 0);
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
    assert!(points > 100 && killed > points * 9 / 10, "the kills missed the deed");
    assert!(happened > 0 && happened < points);
}

#[test]
#[ignore = "long; needs strace"]
fn a_kill_before_any_system_call_leaves_all_or_nothing() {
    let actions = Deed::all();
    std::thread::scope(|scope| {
        for action in &actions {
            scope.spawn(move || kill_at_every_call(action));
        }
    });
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
    let conn = rusqlite::Connection::open(machine.db()).unwrap();
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
