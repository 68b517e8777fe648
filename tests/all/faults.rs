//! A system call that fails, each in turn: nothing is damaged, nothing panics, and what is said of the outcome is true.
//!
//! strace makes the calls fail. All of them, with every error: `cargo test --test all faults -- --ignored --nocapture`.
#![expect(clippy::print_stdout, reason = "how many calls were tried is part of the result")]
use crate::kill::{Deed, calls, traced};
use crate::machine::Ran;
use serde_json::Value;

/// What a change does to its disk.
const WRITING: &[&str] = &["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "rename", "renameat2"];

/// What the loader and the runtime need before the program begins, or what reports how it ended.
const NOT_OURS: &[&str] =
    &["brk", "mmap", "munmap", "mprotect", "arch_prctl", "exit_group", "rt_sigreturn", "set_tid_address"];

/// What is said after a failure of the code that is known at the end of stderr.
pub fn code(ran: &Ran) -> Option<String> {
    let last: Value = serde_json::from_str(ran.err.lines().last()?).ok()?;
    last["error"]["code"].as_str().map(str::to_owned)
}

/// How it ended: `done`, `denied` where it says that nothing changed, `unknown` where it says that it cannot tell.
pub fn said(ran: &Ran) -> &'static str {
    match (ran.status, code(ran).as_deref()) {
        (Some(0), _) => "done",
        (_, Some("outcome_unknown")) => "unknown",
        // The answer could not be written; it says so, and not that nothing was changed.
        (_, Some("io")) if ran.err.contains("stdout") => "unknown",
        (Some(_), _) => "denied",
        (None, _) => "died",
    }
}

/// Makes each of these calls of `action` fail with `error`, one by one. Gives how many there were, and what was said wrongly.
fn failing(action: &Deed, error: &str, wanted: impl Fn(&str) -> bool) -> (u32, Vec<String>) {
    let (mut points, mut wrong, mut counts) = (0, Vec::new(), [0; 4]);
    for (name, count) in calls(action).iter().filter(|(name, _)| wanted(name)) {
        for nth in 1..=*count {
            let machine = action.machine();
            let inject = format!("inject={name}:error={error}:when={nth}");
            let options = ["-o", "/dev/null", "-e", &format!("trace={name}"), "-e", &inject];
            let ran = Ran::of(&traced(action, &machine, &options).output().unwrap());
            let happened = action.is_there(&machine);
            let said = said(&ran);
            let fits = match said {
                "done" => happened,
                "denied" => !happened,
                _ => said == "unknown",
            };
            if !fits || ran.err.contains("panicked") {
                wrong.push(format!("{name} {nth} {error}: {said}, happened: {happened}, {ran:?}"));
            }
            counts[["done", "denied", "unknown", "died"].iter().position(|word| *word == said).unwrap()] += 1;
            points += 1;
        }
    }
    let [done, denied, unknown, died] = counts;
    println!("{:?} {error}: {points} calls; {done} done, {denied} denied, {unknown} unknown, {died} died", action.argv);
    (points, wrong)
}

#[test]
fn a_disk_that_fails_at_any_call_of_a_change_damages_nothing_and_is_told_of() {
    let (points, wrong) = failing(&Deed::access_add(), "EIO", |name| WRITING.contains(&name));
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(points > 15, "{points}");
}

#[test]
#[ignore = "long; needs strace"]
fn no_call_that_fails_in_any_way_damages_anything() {
    let actions = Deed::all();
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = actions
            .iter()
            .map(|action| {
                scope.spawn(move || {
                    ["EIO", "ENOSPC", "EINTR", "EACCES"]
                        .iter()
                        .flat_map(|error| failing(action, error, |name| !NOT_OURS.contains(&name)).1)
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}
