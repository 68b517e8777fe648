//! The real program and its surroundings: streams that are closed, full or no terminal, exit statuses, odd folders.
use crate::machine::{AWAKE, Machine, PAO, Ran, SLEEPING};
use std::fs::{self, OpenOptions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

/// Runs a line of shell on `machine`, as Ann.
fn shell(machine: &Machine, line: &str) -> Ran {
    let mut sh = machine.command("/bin/sh");
    let line = line.replace("pao", PAO);
    Ran::of(&sh.args(["-c", &line]).envs([AWAKE.ann.signed_in()]).output().unwrap())
}

#[test]
fn help_and_version_need_nothing() {
    let machine = Machine::empty();
    fs::remove_dir_all(machine.folder.join("data")).unwrap();
    let help = machine.run(None, &["--help"]).ends(0);
    assert!(help.out.contains("Usage: pao ") && help.out.contains("access") && help.out.contains("PAO_DB"), "{help:?}");
    assert!(help.err.is_empty() && help.out.lines().all(|line| line.chars().count() <= 100), "{help:?}");
    let version = machine.run(None, &["--version"]).ends(0);
    assert_eq!(version.out, format!("pao {}\n", env!("CARGO_PKG_VERSION")));
    let verb = machine.run(None, &["access", "add", "--help"]).ends(0);
    assert!(verb.out.contains("Usage: pao access add") && verb.out.contains("Examples:"), "{verb:?}");
    assert!(!machine.folder.join("data").exists(), "asking for help makes no file");
}

#[test]
fn bare_pao_in_a_pipe_shows_short_help() {
    let machine = Machine::empty();
    let bare = machine.run(None, &[]).ends(0);
    assert!(bare.out.contains("Usage: pao") && bare.err.is_empty(), "{bare:?}");
    assert_eq!(bare.out, machine.run(None, &["-h"]).out);
}

#[test]
fn a_bare_group_is_a_usage_error_with_short_help_on_stderr() {
    let machine = Machine::empty();
    for group in ["account", "access", "contact", "site", "person", "outbox", "audit", "db"] {
        let prose = machine.run(None, &[group]).ends(2);
        assert!(prose.out.is_empty() && prose.err.contains(&format!("Usage: pao {group}")), "{prose:?}");
        assert!(prose.err.contains(&format!("\nerror: `pao {group}` needs a command\n")), "{prose:?}");
        let json = machine.run(None, &[group, "--json"]).ends(2);
        assert!(json.out.is_empty() && json.code() == "usage", "{json:?}");
    }
}

#[test]
fn a_reader_that_goes_away_has_read_enough() {
    let machine = AWAKE.machine();
    for command in ["pao --help", "pao --version", "pao", "pao rules", "pao --json whoami", "pao access list"] {
        // The reader is gone before the first byte, and the signal is not ignored for the program: it must see to that.
        let ran = shell(&machine, &format!("(sleep 0.2; {command}; echo status $? >&2) | exec true")).ends(0);
        assert_eq!(ran.err, "status 0\n", "{command}");
    }
    let ran = shell(&machine, "(pao rules; echo status $? >&2) | head -n 1").ends(0);
    assert!(ran.out.lines().count() == 1 && ran.err == "status 0\n", "{ran:?}");
}

#[test]
fn a_closed_stdout_is_as_good_as_none() {
    let machine = AWAKE.machine();
    for command in ["--help", "--version", "", "whoami", "--json access list", "db check"] {
        let ran = shell(&machine, &format!("pao {command} >&-")).ends(0);
        assert!(ran.out.is_empty() && ran.err.is_empty(), "{command}: {ran:?}");
    }
    shell(&machine, "pao access show nobody@example.com >&- 2>&-").ends(5);
    shell(&machine, "exec pao access update cy@example.com --tools full <&- >&- 2>&-").ends(0);
    assert_eq!(machine.count("SELECT count(*) FROM access WHERE tools = 3 AND role = 'user' AND ended_at IS NULL"), 1);
    machine.is_sound();
}

#[test]
fn a_full_disk_behind_stdout_is_a_failure_without_panic() {
    let machine = AWAKE.machine();
    for command in ["--help", "--version", "", "access add --help", "whoami", "rules", "access list --format csv"] {
        let ran = shell(&machine, &format!("pao {command} >/dev/full")).ends(1);
        assert!(ran.err.starts_with("error: the answer cannot be written"), "{command}: {ran:?}");
        assert!(!ran.err.contains("panic") && !ran.err.contains("mistake"), "{command}: {ran:?}");
    }
    let json = shell(&machine, "pao --json whoami >/dev/full").ends(1);
    assert_eq!(json.code(), "io");
}

#[test]
fn a_change_stays_made_when_nobody_can_be_told() {
    let machine = AWAKE.machine();
    let ran = shell(&machine, "pao access update cy@example.com --tools full >/dev/full").ends(1);
    assert!(ran.err.contains("cy@example.com") && ran.err.contains("error: the answer cannot be written"), "{ran:?}");
    let level = "SELECT tools FROM access JOIN person USING (person) WHERE id = 'cy@example.com' AND ended_at IS NULL";
    assert_eq!(machine.count(level), 3);
    shell(&machine, "pao access update cy@example.com --tools media >/dev/null 2>/dev/full").ends(0);
    assert_eq!(machine.count(level), 2);
    // A refusal keeps its status.
    shell(&machine, "pao access update ann@example.com --tools none 2>/dev/full").ends(4);
    machine.is_sound();
}

#[test]
fn without_a_terminal_a_missing_value_is_named_and_nothing_waits() {
    let machine = AWAKE.machine();
    let ann = Some(&AWAKE.ann);
    for (argv, missing) in [
        (&["login"][..], "<ID>"),
        (&["login", "ann@example.com"], "--password-file"),
        (&["register"], "--email"),
        (&["authorize"], "--passcode-file"),
        (&["access", "add"], "<ID>"),
        (&["access", "add", "cy@example.com"], "--role"),
        (&["access", "revoke", "cy@example.com"], "--yes"),
        (&["contact", "set-primary", "bob@example.com", "--yes"], "--password-file"),
        (&["account", "verify"], "--email"),
        (&["init"], "--email"),
    ] {
        // A pipe that stays open and silent: whoever reads it waits for ever.
        let mut child = machine.pao(ann, &[&["--json"], argv].concat());
        let mut child = child.stdin(Stdio::piped()).spawn().unwrap();
        let open = child.stdin.take();
        let ran = Ran::of(&child.wait_with_output().unwrap()).ends(2);
        drop(open);
        let error = ran.error();
        assert!(ran.out.is_empty() && error["code"] == "usage", "{argv:?}: {ran:?}");
        assert!(error.to_string().contains(missing), "{argv:?}: {ran:?}");
    }
}

#[test]
fn every_exit_status_is_reached() {
    let machine = AWAKE.machine();
    let (ann, cy) = (Some(&AWAKE.ann), Some(&AWAKE.cy));
    let run = |who, argv: &[&str]| machine.run(who, &[&["--json"], argv].concat());
    run(ann, &["whoami"]).ends(0);
    assert_eq!(run(ann, &["frob"]).ends(2).code(), "usage");
    assert_eq!(run(None, &["whoami"]).ends(3).code(), "sign_in_required");
    assert_eq!(run(cy, &["access", "list"]).ends(4).code(), "manager_only");
    let no = run(cy, &["can", "order"]).ends(4);
    assert_eq!((no.json()["allowed"].as_bool(), no.err.as_str()), (Some(false), ""));
    assert_eq!(run(ann, &["access", "show", "nobody@example.com"]).ends(5).code(), "not_found");
    let names = ["--email", "x@example.com", "--first-name", "X", "--last-name", "Y", "--country", "DE"];
    let file = machine.file("password", &AWAKE.cy.password);
    let init = run(None, &[&["init"], &names[..], &["--password-file", &file]].concat());
    assert_eq!(init.ends(6).code(), "already_exists");
    assert_eq!(run(ann, &["access", "add", "nobody", "--role", "user"]).ends(7).error()["details"]["field"], "id");
    assert_eq!(run(ann, &["--db", "data/none.db", "whoami"]).ends(10).code(), "no_database");
    fs::set_permissions(machine.db(), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(run(ann, &["whoami"]).ends(10).code(), "insecure_file");
    fs::set_permissions(machine.db(), fs::Permissions::from_mode(0o600)).unwrap();
    let wrong = machine.file("wrong", "nothing like it at all");
    let login = ["login", &AWAKE.cy.id, "--password-file", &wrong];
    (0..6).for_each(|_| assert_eq!(run(None, &login).ends(3).code(), "sign_in_failed"));
    let throttled = run(None, &login).ends(8);
    assert!(throttled.error()["details"]["retry_at"].is_string(), "{throttled:?}");
}

#[test]
fn a_writer_that_does_not_let_go_is_busy_at_last() {
    let machine = AWAKE.machine();
    let other = rusqlite::Connection::open(machine.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let argv = ["--json", "access", "update", "cy@example.com", "--tools", "full"];
    let ran = machine.run(Some(&AWAKE.ann), &argv).ends(9);
    assert!(ran.out.is_empty() && ran.code() == "busy", "{ran:?}");
    machine.run(Some(&AWAKE.ann), &["whoami"]).ends(0);
}

#[test]
fn with_json_stdout_holds_one_document() {
    let machine = AWAKE.machine();
    let ann = Some(&AWAKE.ann);
    for argv in [
        &["whoami"][..],
        &["access", "list"],
        &["access", "show", "bob@example.com"],
        &["can", "enter"],
        &["site", "list"],
        &["audit", "list"],
        &["audit", "verify"],
        &["db", "check"],
        &["rules"],
        &["explain", "R6"],
        &["access", "update", "cy@example.com", "--tools", "full", "--dry-run"],
        &["access", "revoke", "cy@example.com", "--yes"],
    ] {
        let flag = machine.run(ann, &[argv, &["--format", "json"]].concat());
        assert!(flag.status == Some(0) && flag.json() != serde_json::Value::Null, "{argv:?}: {flag:?}");
    }
    let letters = machine.run(Some(&AWAKE.operator), &["outbox", "list", "--json"]).ends(0).json();
    assert!(letters.as_array().is_some_and(|letters| letters.len() > 4), "{letters}");
    let listed = machine.run(ann, &["--json", "access", "list"]).json();
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
}

#[test]
fn the_format_of_the_environment_counts_for_errors_too() {
    let machine = AWAKE.machine();
    let with = |format: &str, argv: &[&str]| {
        Ran::of(&machine.pao(Some(&AWAKE.ann), argv).env("PAO_FORMAT", format).output().unwrap())
    };
    assert_eq!(with("json", &["frob"]).ends(2).code(), "usage");
    assert_eq!(with("json", &["access", "show", "x@example.com"]).ends(5).code(), "not_found");
    assert_eq!(with("json", &["whoami"]).ends(0).json()["id"], "ann@example.com");
    assert!(with("json", &["whoami", "--format", "table"]).ends(0).out.starts_with("ID"));
    assert!(with("json", &["frob", "--format", "table"]).ends(2).err.starts_with("error: "));
    with("xml", &["whoami"]).ends(7);
    assert!(with("", &["whoami"]).ends(0).out.starts_with("ID"));
}

#[test]
fn quiet_and_colour_do_as_they_are_told() {
    let machine = AWAKE.machine();
    let ann = Some(&AWAKE.ann);
    let quiet = machine.run(ann, &["-q", "access", "update", "cy@example.com", "--tools", "full"]).ends(0);
    assert!(quiet.err.is_empty() && !quiet.out.is_empty(), "{quiet:?}");
    let loud = machine.run(ann, &["access", "update", "cy@example.com", "--tools", "media"]).ends(0);
    assert!(loud.err.contains("cy@example.com"), "{loud:?}");
    assert!(machine.run(ann, &["-q", "frob"]).ends(2).err.starts_with("error: "), "errors are no status lines");
    let with = |name: &str, value: &str, argv: &[&str]| {
        Ran::of(&machine.pao(ann, argv).env(name, value).output().unwrap()).ends(0).out.contains('\u{1b}')
    };
    assert!(with("CLICOLOR_FORCE", "1", &["access", "list"]));
    assert!(!with("CLICOLOR_FORCE", "0", &["access", "list"]) && !with("NO_COLOR", "1", &["access", "list"]));
    assert!(with("NO_COLOR", "1", &["access", "list", "--color", "always"]));
    assert!(!with("CLICOLOR_FORCE", "1", &["access", "list", "--color", "never"]));
    let both =
        Ran::of(&machine.pao(ann, &["--help"]).envs([("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]).output().unwrap());
    assert!(!both.out.contains('\u{1b}'), "{both:?}");
}

#[test]
fn a_working_folder_that_is_gone_matters_only_to_relative_paths() {
    let machine = AWAKE.machine();
    let gone = "mkdir gone && cd gone && rmdir ../gone &&";
    shell(&machine, &format!("{gone} pao --help")).ends(0);
    shell(&machine, &format!("{gone} pao whoami")).ends(0);
    let relative = shell(&machine, &format!("{gone} pao --json --db here.db whoami")).ends(1);
    assert_eq!(relative.code(), "io");
}

#[test]
fn a_file_for_a_secret_may_be_a_pipe_and_holds_one_line() {
    let machine = SLEEPING.machine();
    let file = machine.file("password", format!("{}\r\nsomething else\n", SLEEPING.cy.password));
    machine.run(None, &["login", "cy@example.com", "--password-file", &file]).ends(0);
    let who = machine.run(None, &["--json", "whoami"]).ends(0);
    assert_eq!(who.json()["id"], "cy@example.com");
    let empty = machine.file("empty", "");
    machine.run(None, &["login", "cy@example.com", "--password-file", &empty]).ends(2);
    let secret = OpenOptions::new().read(true).open(&file).unwrap();
    let mut piped = machine.pao(None, &["login", "cy@example.com", "--password-file", "-"]);
    Ran::of(&piped.stdin(secret).output().unwrap()).ends(0);
}
