//! What is typed after `pao`, as the real program takes it: mistakes are named, secrets are refused and never repeated.
use crate::machine::{AWAKE, Machine, Ran};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;

const CODE: &str = "K7Q2-9XH4-M3TR-VWZ8";
const SAVED: &str = "K7Q2-9XH4-M3TR-VWZ8-AAAA-BBBB";
const TOKEN: &str = "pao_00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// Runs it both ways; neither stream may hold `secret`. Gives the run in JSON.
#[track_caller]
fn says_nothing_of(secret: &str, machine: &Machine, argv: &[&str]) -> Ran {
    let prose = machine.run(Some(&AWAKE.ann), argv);
    let json = machine.run(Some(&AWAKE.ann), &[&["--json"], argv].concat());
    let pieces: Vec<&str> = secret.split([' ', '-']).filter(|piece| piece.len() > 3).collect();
    for ran in [&prose, &json] {
        assert!(ran.status.is_some_and(|status| status != 0) && ran.out.is_empty(), "{argv:?}: {ran:?}");
        assert!(!ran.err.is_empty() && pieces.iter().all(|piece| !ran.err.contains(piece)), "{argv:?}: {ran:?}");
    }
    assert_eq!(prose.status, json.status, "{argv:?}");
    json
}

#[test]
fn options_that_would_take_a_secret_are_refused_with_what_takes_it() {
    let machine = AWAKE.machine();
    for flag in ["--password", "--new-password", "--answer", "--passcode", "--code", "--token"] {
        for argv in [&["login", "ann@example.com", flag, "hunter2"][..], &[&format!("{flag}=hunter2"), "whoami"]] {
            let ran = says_nothing_of("hunter2", &machine, argv).ends(2);
            let instead = if flag == "--token" { "PAO_TOKEN".to_owned() } else { format!("{flag}-file") };
            assert!(ran.error()["hint"].as_str().unwrap().contains(&instead), "{ran:?}");
        }
    }
}

#[test]
fn a_secret_where_none_belongs_is_not_repeated() {
    let machine = AWAKE.machine();
    for secret in [CODE, SAVED, &CODE.replace('-', ""), &CODE.to_lowercase(), TOKEN] {
        let (option, flag) = (format!("--foo={secret}"), format!("--{secret}"));
        for argv in [
            &[secret][..],
            &["authorize", secret],
            &["access", secret],
            &["whoami", secret],
            &["authorize", &option],
            &["authorize", "--foo", secret],
            &["authorize", &flag],
            &["account", "verify", "--email", "ann@example.com", secret],
        ] {
            says_nothing_of(secret, &machine, argv).ends(2);
        }
    }
    for stray in [&["login", "ann@example.com", "hunter2"][..], &["login", "ann@example.com", "my old hunter2"]] {
        says_nothing_of("hunter2", &machine, stray).ends(2);
    }
}

#[test]
fn a_code_given_as_the_value_of_something_else_is_not_repeated() {
    let machine = AWAKE.machine();
    for argv in [
        &["access", "show", CODE][..],
        &["access", "add", CODE, "--role", "user"],
        &["access", "add", "bob@example.com", "--role", CODE],
        &["access", "add", "bob@example.com", "--role", "user", "--tools", CODE],
        &["access", "add", "bob@example.com", "--role", "user", "--expires", CODE],
        &["access", "list", "--columns", CODE, "--format", "csv"],
        &["access", "list", "--limit", CODE],
        &["access", "list", "--site", CODE],
        &["access", "revoke", "cy@example.com", "--yes", "--grants", CODE],
        &["can", CODE],
        &["explain", CODE],
        &["whoami", "--color", CODE],
        &["account", "verify", "--email", "ann@example.com", "--code-file", CODE],
        &["authorize", "--passcode-file", CODE],
        &["login", "ann@example.com", "--password-file", CODE],
    ] {
        // `--columns` is for table and csv, so this one alone is run in prose only.
        if argv.contains(&"csv") {
            let ran = machine.run(Some(&AWAKE.ann), argv).ends(7);
            assert!(!ran.err.contains("K7Q2") && ran.out.is_empty(), "{ran:?}");
        } else {
            says_nothing_of(CODE, &machine, argv);
        }
    }
    says_nothing_of("hunter2", &machine, &["login", "ann@example.com", "--password-file", "hunter2"]).ends(1);
}

#[test]
fn a_slip_is_named_with_what_was_meant() {
    let machine = AWAKE.machine();
    for (argv, words, hint) in [
        (&["acess", "list"][..], "unknown command acess", "did you mean `pao access`?"),
        (&["access", "lst"], "unknown command lst", "did you mean `pao access list`?"),
        (&["access", "list", "--limt", "3"], "unexpected option --limt", "did you mean --limit?"),
        (&["quux"], "unknown command quux", "`pao --help` shows the usage"),
        (&["access", "list", "--frob"], "unexpected option --frob", "`pao access list --help` shows the usage"),
        (
            &["whoami", "--site", "7000017"],
            "--site does not apply to `pao whoami`",
            "`pao whoami --help` lists what it takes",
        ),
        (
            &["--site", "7000017", "whoami"],
            "--site does not apply to `pao whoami`",
            "`pao whoami --help` lists what it takes",
        ),
        (&["access", "list", "--limit"], "--limit needs a value", "`pao access list --help` shows the usage"),
    ] {
        let ran = machine.run(Some(&AWAKE.ann), &[&["--json"], argv].concat()).ends(2);
        let error = ran.error();
        assert_eq!((error["message"].as_str(), error["hint"].as_str()), (Some(words), Some(hint)), "{argv:?}");
        let prose = machine.run(Some(&AWAKE.ann), argv).ends(2);
        assert_eq!(prose.err, format!("error: {words}\nhint: {hint}\n"));
    }
}

#[test]
fn an_option_given_twice_is_a_usage_error_wherever_it_stands() {
    let machine = AWAKE.machine();
    for argv in [
        &["--site", "7000017", "access", "list", "--site", "7000017"][..],
        &["access", "list", "--limit", "1", "--limit", "2"],
        &["access", "--limit", "1", "list", "--limit", "2"],
        &["--json", "whoami", "--json"],
        &["-q", "whoami", "-q"],
        &["access", "add", "cy@example.com", "--role", "user", "--role", "user"],
        &["access", "revoke", "cy@example.com", "--yes", "-y"],
    ] {
        let ran = machine.run(Some(&AWAKE.ann), argv).ends(2);
        assert!(ran.out.is_empty() && ran.err.contains("is given twice"), "{argv:?}: {ran:?}");
    }
}

#[test]
fn formats_that_contradict_or_do_not_fit_are_usage_errors() {
    let machine = AWAKE.machine();
    let ann = Some(&AWAKE.ann);
    machine.run(ann, &["--json", "--format", "table", "whoami"]).ends(2);
    machine.run(ann, &["whoami", "--format", "csv", "--json"]).ends(2);
    machine.run(ann, &["--json", "--format", "json", "whoami"]).ends(0);
    for argv in [
        &["whoami", "--format", "csv"][..],
        &["access", "show", "--format", "csv"],
        &["db", "check", "--format", "csv"],
    ] {
        let ran = machine.run(ann, argv).ends(2);
        assert!(ran.err.contains("for lists only"), "{ran:?}");
    }
    assert!(machine.run(ann, &["access", "list", "--format", "csv"]).ends(0).out.starts_with("id,"));
    assert_eq!(
        machine.run(ann, &["--json", "whoami", "--format", "xml"]).ends(7).error()["details"]["field"],
        "format"
    );
}

#[test]
fn what_is_not_unicode_is_refused_or_a_path() {
    let machine = AWAKE.machine();
    let bytes = OsStr::from_bytes(b"caf\xe9");
    for before in [&[][..], &["access", "show"], &["access", "list", "--site"], &["access", "add", "--note"]] {
        let ran = Ran::of(&machine.pao(Some(&AWAKE.ann), before).arg(bytes).output().unwrap()).ends(2);
        assert!(ran.out.is_empty() && ran.err.starts_with("error: "), "{before:?}: {ran:?}");
    }
    let ran = Ran::of(&machine.pao(None, &["whoami", "--db"]).arg(machine.folder.join(bytes)).output().unwrap());
    assert!(ran.status == Some(10) && ran.err.contains("no database"), "{ran:?}");
    let ran =
        Ran::of(&machine.pao(Some(&AWAKE.ann), &["whoami"]).env(bytes, bytes).env("PAO_SITE", bytes).output().unwrap());
    assert_eq!(ran.status, Some(0), "{ran:?}");
}

#[test]
fn what_is_foreign_does_not_reach_the_terminal() {
    let machine = AWAKE.machine();
    let nasty = "x\u{1b}]0;title\u{7}\u{202e}\u{200b}";
    for argv in [&[nasty][..], &["access", nasty], &["whoami", &format!("--{nasty}")], &["whoami", "--db", nasty]] {
        for json in [&[][..], &["--json"]] {
            let ran = machine.run(None, &[json, argv].concat());
            let bad = |mark: char| (mark.is_control() && mark != '\n') || matches!(mark, '\u{202e}' | '\u{200b}');
            assert!(ran.status.is_some_and(|status| status > 0) && !ran.err.contains(bad), "{argv:?}: {ran:?}");
        }
    }
}
