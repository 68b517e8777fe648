//! What the README shows is what happens: every block marked `console` is run, from the first to the last, by one shell
//! in a fresh home, and what comes out is compared.
//!
//! `$ ` begins a command, and the lines up to the next one are what it prints, on stdout and stderr. `[..]` stands for
//! whatever differs from run to run within a line: times, paths, codes. `...` alone on a line stands for any number of
//! lines.
use crate::machine::{Machine, PAO, Ran};
use std::fs;
use std::os::unix::fs::symlink;

/// A command of the README, the line it stands in, and what it is said to print.
struct Step {
    line: usize,
    command: String,
    shown: Vec<String>,
}

/// The steps of every block that is marked so.
fn steps(text: &str) -> Vec<Step> {
    let (mut steps, mut inside) = (Vec::<Step>::new(), false);
    for (number, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if !inside {
        } else if let Some(command) = line.strip_prefix("$ ") {
            steps.push(Step { line: number + 1, command: command.to_owned(), shown: Vec::new() });
        } else if let Some(command) =
            line.strip_prefix("> ").filter(|_| steps.last().is_some_and(|step| step.shown.is_empty()))
        {
            let last = steps.last_mut().unwrap();
            last.command = format!("{}\n{command}", last.command);
        } else {
            steps.last_mut().expect("a block begins with a command").shown.push(line.to_owned());
        }
    }
    steps
}

/// Whether a line is as it is shown.
fn is_as_shown(shown: &str, line: &str) -> bool {
    let mut parts = shown.split("[..]");
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return rest.is_empty() };
    for part in between {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// Whether lines are as they are shown.
fn are_as_shown(shown: &[String], lines: &[&str]) -> bool {
    match shown.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|skipped| are_as_shown(rest, &lines[skipped..])),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, lines)| is_as_shown(first, line) && are_as_shown(rest, lines))
        }
    }
}

/// Runs the commands, one after the other in one shell; what each printed.
fn run(machine: &Machine, steps: &[Step]) -> Vec<String> {
    let home = machine.home("reader");
    let bin = machine.folder.join("bin");
    fs::create_dir(&bin).unwrap();
    symlink(PAO, bin.join("pao")).unwrap();
    let script: Vec<String> = steps.iter().map(|step| format!("echo '[step]'\n{}\n", step.command)).collect();
    let mut bash = machine.command("/bin/bash");
    bash.args(["--norc", "-c", &format!("exec 2>&1\n{}", script.concat())]).current_dir(&home);
    bash.env("HOME", &home).env_remove("PAO_DB").env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
    let ran = Ran::of(&bash.output().unwrap());
    ran.out.split("[step]\n").skip(1).map(str::to_owned).collect()
}

#[test]
fn every_console_block_of_the_readme_is_what_happens() {
    let text = fs::read_to_string("README.md").unwrap();
    let (machine, steps) = (Machine::empty(), steps(&text));
    assert!(steps.len() > 15, "the README shows how it is done");
    let printed = run(&machine, &steps);
    assert_eq!(printed.len(), steps.len(), "the shell went through all of it");
    let wrong = steps.iter().zip(&printed).filter(|(step, printed)| {
        let mut shown = step.shown.clone();
        while shown.last().is_some_and(String::is_empty) {
            shown.pop();
        }
        !are_as_shown(&shown, &printed.lines().collect::<Vec<_>>())
    });
    let wrong: Vec<String> =
        wrong.map(|(step, printed)| format!("README.md:{}: $ {}\n{printed}", step.line, step.command)).collect();
    assert!(wrong.is_empty(), "this is not what the README shows:\n{}", wrong.join("\n"));
}

#[test]
fn placeholders_stand_for_what_differs_and_nothing_else() {
    assert!(is_as_shown("until [..]Z at [..]", "until 2026-11-21T20:15:00Z at home"));
    assert!(!is_as_shown("until [..]Z at [..]", "until 2026-11-21T20:15:00 at home"));
    assert!(!is_as_shown("until [..]", "unto this last") && !is_as_shown("a", "ab") && is_as_shown("[..]", ""));
    let shown = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert!(are_as_shown(&shown(&["a", "...", "c"]), &["a", "b", "b", "c"]));
    assert!(!are_as_shown(&shown(&["a", "...", "c"]), &["a", "b"]) && !are_as_shown(&shown(&["a"]), &[]));
}
