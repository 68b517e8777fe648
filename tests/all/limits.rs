//! No room: a limit on the size of files, on memory, a disk that is full. A change is refused with a code and nothing has
//! happened, or it is there whole; a process that has no memory may die, but damages nothing.
//!
//! Every limit, step by step: `cargo test --release --test all limits -- --ignored --nocapture`.
#![expect(clippy::print_stdout, reason = "how many limits were tried is part of the result")]
use crate::copies_killed::{BACKUP, RESTORE, gone_on, judge_backup, judge_restore};
use crate::faults::{code, said};
use crate::kill::Deed;
use crate::machine::{AWAKE, Machine, PAO, Person, Ran};
use std::collections::BTreeMap;
use std::process::Command;

/// What is tried under limits.
enum Change {
    Deed(Box<Deed>),
    Copy { argv: &'static [&'static str], machine: fn() -> Machine, judge: fn(&Machine, &Ran) -> bool },
}

impl Change {
    fn all() -> [Self; 6] {
        [
            Self::Deed(Box::new(Deed::authorize())),
            Self::Deed(Box::new(Deed::access_add())),
            Self::Deed(Box::new(Deed::named("access.import"))),
            Self::Deed(Box::new(Deed::named("config.set"))),
            Self::Copy { argv: BACKUP, machine: || AWAKE.machine(), judge: judge_backup },
            Self::Copy { argv: RESTORE, machine: gone_on, judge: judge_restore },
        ]
    }

    fn machine(&self) -> Machine {
        match self {
            Self::Deed(deed) => deed.machine(),
            Self::Copy { machine, .. } => machine(),
        }
    }

    fn argv(&self) -> Vec<&str> {
        match self {
            Self::Deed(deed) => deed.argv(),
            Self::Copy { argv, .. } => argv.to_vec(),
        }
    }

    /// Judges what is left, and does it again where it was not done. Gives whether it was.
    fn judge(&self, machine: &Machine, ran: &Ran) -> bool {
        match self {
            Self::Deed(deed) => deed.judge(machine, ran),
            Self::Copy { judge, .. } => judge(machine, ran),
        }
    }

    /// The command, run by `wrapper`.
    fn under(&self, machine: &Machine, wrapper: &[String]) -> Ran {
        let mut command = machine.command(&wrapper[0]);
        if let Self::Deed(deed) = self {
            command.envs(deed.who().map(Person::signed_in));
        }
        command.args(&wrapper[1..]).arg(PAO).args(self.argv());
        Ran::of(&command.output().unwrap())
    }
}

/// What runs short.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Short {
    /// No file grows beyond so many KiB.
    FileSize,
    /// No more than so many KiB of addresses.
    Memory,
    /// So many KiB are free where the database is.
    Disk,
}

/// Takes the folder of the database to a small disk of its own, leaves $0 KiB free on it, runs the rest, and brings back
/// what is left.
const SMALL_DISK: &str = "set -e; cp -a data kept; mount -t tmpfs -o size=16m,mode=700 none data; cp -a kept/. data/; \
    free=$(df -k --output=avail data | tail -n 1); head -c $(((free - $0) * 1024)) /dev/zero >data/full; \
    set +e; \"$@\"; status=$?; set -e; rm data/full; rm -rf kept; cp -a data kept; umount data; rm -rf data; \
    mv kept data; exit $status";

impl Short {
    fn wrapper(self, kib: u64) -> Vec<String> {
        let bytes = kib * 1024;
        let words = match self {
            Self::FileSize => vec!["prlimit".to_owned(), format!("--fsize={bytes}:{bytes}")],
            Self::Memory => vec!["prlimit".to_owned(), format!("--as={bytes}:{bytes}")],
            Self::Disk => ["unshare", "-rm", "sh", "-c", SMALL_DISK].map(str::to_owned).to_vec(),
        };
        words.into_iter().chain((self == Self::Disk).then(|| kib.to_string())).collect()
    }

    /// Whether it may end like this.
    fn may_end(self, ran: &Ran) -> bool {
        match self {
            Self::FileSize | Self::Disk => {
                ran.status == Some(0) || matches!(code(ran).as_deref(), Some("io" | "outcome_unknown"))
            }
            // It may die before it can say why.
            Self::Memory => true,
        }
    }

    /// Tries `change` with ever more room, up to `end` KiB or until it was done `often` times in a row.
    fn steps(self, change: &Change, kib: impl Iterator<Item = u64>, often: u32) {
        let (mut tried, mut in_a_row, mut ends) = (0, 0, BTreeMap::<String, u32>::new());
        let (mut first, mut last) = (None, 0);
        for kib in kib {
            let machine = change.machine();
            let ran = change.under(&machine, &self.wrapper(kib));
            let said = said(&ran);
            let happened = change.judge(&machine, &ran);
            let fits = match said {
                "done" => happened,
                "denied" => !happened,
                _ => true,
            };
            assert!(
                fits && self.may_end(&ran),
                "{self:?}, {kib} KiB, happened: {happened}: {:?} {ran:?}",
                change.argv()
            );
            tried += 1;
            let how = ran.signal.map_or_else(
                || code(&ran).unwrap_or_else(|| ran.status.map_or_else(String::new, |status| format!("exit {status}"))),
                |signal| format!("signal {signal}"),
            );
            *ends.entry(how).or_default() += 1;
            in_a_row = if said == "done" { in_a_row + 1 } else { 0 };
            first = first.or((said == "done").then_some(kib));
            last = kib;
            if in_a_row == often {
                break;
            }
        }
        println!("{self:?} {:?}: {tried} limits to {last} KiB, first done at {first:?}; {ends:?}", change.argv());
        assert!(in_a_row == often && tried > often, "{ends:?}: the limits missed the change");
    }
}

#[test]
fn a_limit_on_the_size_of_files_refuses_a_change_cleanly() {
    Short::FileSize.steps(&Change::Deed(Box::new(Deed::access_add())), (0..).step_by(12), 3);
}

#[test]
fn a_program_without_memory_damages_nothing() {
    Short::Memory.steps(&Change::Deed(Box::new(Deed::access_add())), (4096..).step_by(6144), 2);
}

/// Comparing a passcode takes most of the memory: one that could not be compared was no wrong one.
#[test]
fn a_passcode_that_there_is_no_memory_to_compare_is_not_counted() {
    Short::Memory.steps(&Change::Deed(Box::new(Deed::authorize())), (16_384..).step_by(4096), 2);
}

#[test]
#[ignore = "long"]
fn no_limit_on_the_size_of_files_or_on_memory_damages_anything() {
    for change in &Change::all() {
        Short::FileSize.steps(change, (0..).step_by(4), 24);
        Short::Memory.steps(change, (2048..).step_by(512), 12);
    }
}

#[test]
#[ignore = "long; needs a user namespace in which a disk can be mounted (unshare -rm)"]
fn no_disk_that_is_full_at_any_moment_damages_anything() {
    let may = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).status();
    assert!(may.is_ok_and(|status| status.success()), "unshare -rm is not permitted here");
    for change in &Change::all() {
        Short::Disk.steps(change, (0..).step_by(4), 24);
    }
}
