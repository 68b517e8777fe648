//! Nothing ever hangs: of every command each value that it needs is left out in turn, where nobody may be asked.
use crate::console::Console;
use crate::lines::{LINES, Line};
use crate::machine::{Machine, PAO, Ran};
use crate::stage::STAGE;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::thread;

/// Every line without one of the things that it needs, and the name of that.
fn cut() -> Vec<(&'static Line, &'static str, Vec<String>)> {
    let each = |line: &'static Line| {
        let needs = line.needs().into_iter().enumerate();
        needs.map(move |(place, needed)| (line, needed.flag, line.without(place)))
    };
    LINES.iter().flat_map(each).collect()
}

/// A shell script that runs all of them, `how` each, and says how each ended.
fn script(how: &str) -> String {
    let mut script = String::new();
    for (line, _, argv) in cut() {
        let token = STAGE.who(line.who).map(|who| format!("PAO_TOKEN={} ", who.token)).unwrap_or_default();
        let argv: Vec<String> = argv.iter().map(|word| format!("'{word}'")).collect();
        let _ = writeln!(script, "{token}{PAO} --json {} {how}; echo \"[$?]\"", argv.join(" "));
    }
    script
}

/// Each was refused as it has to be: `shown` is what came on stderr and how it ended, one after the other.
#[track_caller]
fn refused(machine: &Machine, before: &str, shown: &str) {
    let parts: Vec<&str> = shown.split("]\n").collect();
    let cut = cut();
    assert_eq!(parts.len(), cut.len() + 1, "{shown}");
    for ((line, flag, argv), part) in cut.iter().zip(parts) {
        let (err, status) = part.rsplit_once('[').unwrap_or_else(|| panic!("{argv:?}: {part}"));
        let error: Value = serde_json::from_str(err.trim_end().lines().last().unwrap_or_default()).unwrap_or_default();
        assert!(status == "2" && error["error"]["code"] == "usage", "{argv:?} without {flag}: {part}");
        let named = ["message", "hint"].iter().any(|key| {
            let words = error["error"][key].as_str().unwrap_or_default();
            words.split([' ', ',', '`']).any(|word| word == *flag)
        });
        assert!(named, "{}: {flag} is not named: {part}", line.action());
    }
    assert_eq!(machine.rows(), before, "nothing was changed");
}

#[test]
fn every_command_has_a_line_that_is_good_and_needs_nothing_else() {
    // `start` is a conversation, and `ssh-command` runs what sshd hands it.
    let lines: BTreeSet<&str> = LINES.iter().map(Line::action).chain(["start", "ssh-command"]).collect();
    assert_eq!(lines, pao::commands().into_iter().collect());
    let run = |line: &Line| {
        let machine = STAGE.machine();
        let argv = line.whole();
        let argv: Vec<&str> = ["--no-input"].into_iter().chain(argv.iter().map(String::as_str)).collect();
        let ran = machine.run(STAGE.who(line.who), &argv);
        assert_eq!(ran.status, Some(line.ends), "{argv:?}: {ran:?}");
    };
    thread::scope(|scope| {
        // Lines that need nothing are run, at a terminal, where questions are broken off.
        for part in LINES.chunks(LINES.len().div_ceil(3)) {
            scope.spawn(move || part.iter().filter(|line| !line.needs().is_empty()).for_each(run));
        }
    });
}

#[test]
fn without_a_terminal_each_missing_value_is_named() {
    let machine = STAGE.machine();
    let before = machine.rows();
    // Standard input is closed, not only empty.
    for how in ["--no-input <&- >/dev/null", "<&- >/dev/null"] {
        let path = machine.file("script", script(how));
        let ran = Ran::of(&machine.command("/bin/sh").args(["-c", ". \"$0\" 2>&1", &path]).output().unwrap());
        refused(&machine, &before, &ran.out);
    }
}

#[test]
fn at_a_terminal_where_nobody_may_be_asked_each_missing_value_is_named() {
    let machine = STAGE.machine();
    let before = machine.rows();
    for how in ["--no-input >/dev/null", ">/dev/null"] {
        let path = machine.file("script", script(how));
        let mut sh = machine.command("/bin/sh");
        sh.args(["-c", ". \"$0\"; echo '[over]'; read end", &path])
            .env("CI", if how.starts_with("--") { "" } else { "true" });
        let mut console = Console::run(sh);
        let shown = console.sees("[over]");
        refused(&machine, &before, &shown.replace("\r\n", "\n"));
    }
}

#[test]
fn the_guide_says_what_a_script_uses_instead() {
    let machine = STAGE.machine();
    for argv in [&["start"][..], &["start", "--no-input"]] {
        let ran = machine.run(None, argv).ends(2);
        assert!(ran.out.is_empty() && ran.err.contains("`pao register`"), "{ran:?}");
    }
}
