//! A system call that fails, each in turn: nothing is damaged, nothing panics, and what is said of the outcome is true.
//!
//! strace makes the calls fail. All of them, with every error: `cargo test --test all faults -- --ignored --nocapture`.
#![expect(clippy::print_stdout, reason = "how many calls were tried is part of the result")]
use crate::kill::{Deed, WRITING, calls, of_all, traced};
use crate::machine::Ran;
use serde_json::Value;

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
        // A sign-out that says itself what it could not end.
        (Some(0), _) if serde_json::from_str(&ran.out).is_ok_and(|said: Value| said["signed_out"] == false) => "denied",
        // The letter waits or has gone, as is said.
        (Some(0), _) | (_, Some("delivery_failed")) => "done",
        (_, Some("io")) if ran.err.contains("was queued before that") => "done",
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

/// Makes each of these calls of every deed fail with each of these errors.
fn all_failing(errors: &[&str], wanted: impl Fn(&str) -> bool + Sync) {
    let found = of_all(|deed| errors.iter().map(|error| failing(deed, error, &wanted)).collect::<Vec<_>>());
    let points: u32 = found.iter().flatten().map(|(points, _)| points).sum();
    let wrong: Vec<_> = found.iter().flatten().flat_map(|(_, wrong)| wrong).collect();
    println!("{} deeds: {points} calls failed, {} said wrongly", found.len(), wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
#[ignore = "long; needs strace"]
fn no_writing_call_that_fails_damages_anything() {
    all_failing(&["EIO"], |name| WRITING.contains(&name));
}

#[test]
#[ignore = "long; needs strace"]
fn no_call_that_fails_in_any_way_damages_anything() {
    all_failing(&["EIO", "ENOSPC", "EINTR", "EACCES"], |name| !NOT_OURS.contains(&name));
}
