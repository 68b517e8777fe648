//! Real shells complete `pao`'s command line: by the scripts that ask `pao`, and by those that know its words alone.
//!
//! bash and zsh run on a terminal where a tab is pressed; fish says itself what it would offer.
use crate::machine::{AWAKE, Machine, PAO, Person, Ran, SLEEPING};
use rexpect::session::{PtySession, spawn_command};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Milliseconds after which a shell has gone wrong.
const PATIENCE: u64 = 30_000;

/// `program` on a machine where `pao` is found by its name; Ann is signed in, or whoever is given.
fn shell(machine: &Machine, program: &str, who: Option<&Person>) -> Command {
    let bin = machine.folder.join("bin");
    if !bin.exists() {
        fs::create_dir(&bin).unwrap();
        symlink(PAO, bin.join("pao")).unwrap();
    }
    let mut command = machine.command(program);
    command.env("PATH", format!("{}:/usr/bin:/bin", bin.display())).env("TERM", "xterm").env("PS1", "$ ");
    command.env("SOURCE", env!("CARGO_MANIFEST_DIR")).envs(who.map(Person::signed_in));
    command
}

/// A shell on a terminal.
struct Typist {
    session: PtySession,
    shell: &'static str,
}

impl Typist {
    fn begin(machine: &Machine, shell_name: &'static str, setup: &str) -> Self {
        let mut command = shell(machine, shell_name, Some(&AWAKE.ann));
        let plain: &[&str] = if shell_name == "bash" { &["--norc", "--noprofile", "-i"] } else { &["-f", "-i"] };
        command.args(plain).stdin(Stdio::inherit()).stdout(Stdio::inherit()).stderr(Stdio::inherit());
        let session = spawn_command(command, Some(PATIENCE))
            .unwrap_or_else(|_| panic!("no {shell_name}; apt-get install {shell_name}"));
        let mut typist = Self { session, shell: shell_name };
        typist.session.send_line(&format!("{setup}; echo rea''dy")).unwrap();
        typist.sees("ready\r\n", setup);
        typist
    }

    #[track_caller]
    fn sees(&mut self, text: &str, typed: &str) {
        let shell = self.shell;
        self.session.exp_string(text).unwrap_or_else(|error| panic!("{shell}: {typed}: {error}"));
    }

    /// Types the beginnings of lines, one after the other.
    #[track_caller]
    fn completes_all<T: AsRef<str>>(&mut self, lines: &[(T, T)]) {
        for (beginning, whole) in lines {
            self.completes(beginning.as_ref(), whole.as_ref());
        }
    }

    /// Types the beginning of a line and a tab; the line is then `whole`. The shell says so itself: before the line is
    /// run, an `echo` is put before it.
    #[track_caller]
    fn completes(&mut self, beginning: &str, whole: &str) {
        self.session.send(beginning).unwrap();
        self.session.send("\t").unwrap();
        self.session.flush().unwrap();
        // To the beginning of the line.
        self.session.send_control('a').unwrap();
        self.session.send("echo '<'\"").unwrap();
        self.session.send_control('e').unwrap();
        self.session.send_line("\"'>'").unwrap();
        // zsh takes the space behind the word back where something else is typed.
        let shell = self.shell;
        let line = format!("<{} ?>\r\n", whole.replace('.', "[.]"));
        self.session.exp_regex(&line).unwrap_or_else(|error| panic!("{shell}: {beginning}: {error}"));
    }
}

impl Drop for Typist {
    /// A shell at a terminal obeys no signal to go.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.session.send_line("exit").unwrap();
            self.session.exp_eof().unwrap();
        }
    }
}

/// What every script completes.
const WORDS: &[(&str, &str)] = &[
    ("pao acces", "pao access"),
    ("pao access rev", "pao access revoke"),
    ("pao access add x --rep", "pao access add x --reporting"),
    ("pao access add x --role sec", "pao access add x --role secondary"),
    ("pao access add x --tools dow", "pao access add x --tools downloads"),
    ("pao access list --form", "pao access list --format"),
];

/// The same behind an equals sign.
const BEHIND_EQUALS: &[(&str, &str)] = &[
    ("pao access add x --role=sec", "pao access add x --role=secondary"),
    ("pao access add x --tools=dow", "pao access add x --tools=downloads"),
];

/// What a script has to ask `pao` for, though it stands in no database: the one for fish knows words of options alone.
const ASKED: &[(&str, &str)] = &[("pao config get policy.pass", "pao config get policy.password-min")];

/// What only those complete that ask `pao`: Ann's site, and somebody at it.
fn things() -> [(String, String); 4] {
    let site = &AWAKE.site;
    let typed = |line: &str, rest: &str| (line.to_owned(), format!("{line}{rest}"));
    [
        typed(&format!("pao access list --site {}", &site[..3]), &site[3..]),
        typed("pao access revoke cy", "@example.com"),
        typed(&format!("pao contact set-primary --site {site} bo"), "b@example.com"),
        typed("pao provider retire google", "-talk"),
    ]
}

#[test]
fn bash_completes_words_and_what_is_in_the_database() {
    let machine = AWAKE.machine();
    let mut bash = Typist::begin(&machine, "bash", "source <(pao completions bash)");
    bash.completes_all(WORDS);
    bash.completes_all(ASKED);
    bash.completes_all(&things());
    // bash takes these words apart.
    let site = &AWAKE.site;
    bash.completes_all(BEHIND_EQUALS);
    bash.completes_all(&[
        ("pao access revoke cy@", "pao access revoke cy@example.com"),
        ("pao access revoke cy@exa", "pao access revoke cy@example.com"),
        ("pao access revoke --as=cy@", "pao access revoke --as=cy@"),
    ]);
    let line = format!("pao access list --site={site}");
    bash.completes(&line[..line.len() - 4], &line);
    bash.completes(&format!("{line} --role=pri"), &format!("{line} --role=primary"));
}

#[test]
fn zsh_completes_words_and_what_is_in_the_database() {
    let machine = AWAKE.machine();
    let setup =
        "PS1='$ '; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source <(pao completions zsh)";
    let mut zsh = Typist::begin(&machine, "zsh", setup);
    zsh.completes_all(WORDS);
    zsh.completes_all(ASKED);
    zsh.completes_all(&things());
}

#[test]
fn bash_and_zsh_complete_words_by_the_scripts_that_lie_in_completions() {
    let machine = AWAKE.machine();
    let mut bash = Typist::begin(&machine, "bash", "source \"$SOURCE/completions/pao.bash\"");
    bash.completes_all(WORDS);
    bash.completes_all(BEHIND_EQUALS);
    let setup = "PS1='$ '; unsetopt zle_bracketed_paste; fpath=(\"$SOURCE/completions\" $fpath); autoload -Uz compinit; compinit -u -D";
    let mut zsh = Typist::begin(&machine, "zsh", setup);
    zsh.completes_all(WORDS);
}

/// What fish offers for the beginning of a line, a candidate a line with what it is.
fn fish(machine: &Machine, who: Option<&Person>, setup: &str, line: &str) -> Vec<String> {
    let mut fish = shell(machine, "fish", who);
    fish.args(["--no-config", "-c", &format!("{setup}; complete -C '{line}'")]);
    let ran = Ran::of(&fish.output().unwrap_or_else(|_| panic!("no fish; apt-get install fish"))).ends(0);
    assert_eq!(ran.err, "", "{line}");
    ran.out.lines().map(str::to_owned).collect()
}

const ASKING: &str = "pao completions fish | source";

#[test]
fn fish_completes_words_and_what_is_in_the_database() {
    let machine = AWAKE.machine();
    for setup in [ASKING, "source \"$SOURCE/completions/pao.fish\""] {
        for (beginning, whole) in WORDS {
            let wanted = whole.rsplit(' ').next().unwrap();
            let offered = fish(&machine, Some(&AWAKE.ann), setup, beginning);
            let words: Vec<&str> = offered.iter().map(|line| line.split('\t').next().unwrap()).collect();
            assert!(words.contains(&wanted), "{setup}: {beginning}: {words:?}");
        }
    }
    for (beginning, whole) in things() {
        let wanted = whole.rsplit(' ').next().unwrap();
        let offered = fish(&machine, Some(&AWAKE.ann), ASKING, &beginning);
        assert!(offered.len() == 1 && offered[0].starts_with(&format!("{wanted}\t")), "{beginning}: {offered:?}");
    }
    let levels = fish(&machine, None, ASKING, "pao access add x --tools ");
    assert!(levels.contains(&"downloads\tdownload software".to_owned()), "what a level means: {levels:?}");
}

/// Asks `pao` as the script for fish does.
fn offered(command: &mut Command, words: &[&str]) -> Vec<String> {
    command.env("PAO_COMPLETE", "fish").args(["--", "pao"]).args(words);
    let ran = Ran::of(&command.output().unwrap()).ends(0);
    assert_eq!(ran.err, "", "{words:?}");
    ran.out.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn nobody_is_offered_what_they_may_not_see() {
    let machine = AWAKE.machine();
    let people = |who: Option<&Person>| {
        let words = ["access", "revoke", "--site", AWAKE.site.as_str(), ""];
        offered(&mut machine.pao(who, &[]), &words).into_iter().filter(|word| word.contains('@')).count()
    };
    assert_eq!([Some(&AWAKE.ann), Some(&AWAKE.bob), Some(&AWAKE.operator)].map(people), [3, 3, 3]);
    assert_eq!([Some(&AWAKE.cy), None].map(people), [0, 0], "a user, and nobody");
    let sites = |machine: &Machine, who| offered(&mut machine.pao(who, &[]), &["site", "show", "--site", ""]);
    assert_eq!(sites(&machine, Some(&AWAKE.cy)), [AWAKE.site.as_str()]);
    assert!(sites(&machine, None).is_empty());
    let asleep = SLEEPING.machine();
    assert!(sites(&asleep, Some(&SLEEPING.bob)).is_empty(), "no site of his");
    assert_eq!(sites(&asleep, Some(&SLEEPING.ann)), [SLEEPING.site.as_str()], "it awaits her");
    let letters = |who| offered(&mut machine.pao(who, &[]), &["outbox", "show", ""]).iter().any(|word| word == "1");
    assert_eq!([Some(&AWAKE.operator), Some(&AWAKE.ann)].map(letters), [true, false]);
}

#[test]
fn tokens_are_completed_by_number_and_by_what_they_are_for() {
    let machine = AWAKE.machine();
    let made = machine.does(
        Some(&AWAKE.ann),
        &["token", "create", "--can", "list-access", "--name", "nightly", "--password-file", "-"],
        &[&AWAKE.ann.password],
    );
    let numbers = |who| {
        let words = offered(&mut machine.pao(who, &[]), &["token", "revoke", ""]);
        words.into_iter().filter(|word| !word.starts_with('-')).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Some(&AWAKE.ann)), [made["token_number"].to_string()]);
    assert!(numbers(Some(&AWAKE.bob)).is_empty());
    let several = ["token", "create", "--can", "list-access,change-a"];
    assert_eq!(offered(&mut machine.pao(None, &[]), &several), ["list-access,change-access"]);
    let token = made["token"].as_str().unwrap();
    let mut robot = machine.pao(None, &[]);
    assert_eq!(
        offered(robot.env("PAO_TOKEN", token), &["access", "show", "cy"]),
        ["cy@example.com"],
        "within its scope"
    );
    let mut robot = machine.pao(None, &[]);
    assert!(offered(robot.env("PAO_TOKEN", token), &["provider", "retire", "a"]).is_empty(), "outside of it");
}

#[test]
fn the_command_line_says_which_database_and_which_site() {
    let machine = AWAKE.machine();
    let site = AWAKE.site.as_str();
    let db = machine.db().into_os_string().into_string().unwrap();
    for words in
        [["--db", &db, "access", "show", "--site", site, "cy"], ["--db", &db, "--site", site, "access", "show", "cy"]]
    {
        let mut elsewhere = machine.pao(Some(&AWAKE.ann), &[]);
        assert_eq!(offered(elsewhere.env("PAO_DB", machine.folder.join("none.db")), &words), ["cy@example.com"]);
    }
    let together = format!("--site={site}");
    assert_eq!(
        offered(&mut machine.pao(Some(&AWAKE.ann), &[]), &["access", "show", &together, "cy"]),
        ["cy@example.com"]
    );
    assert!(
        offered(&mut machine.pao(Some(&AWAKE.ann), &[]), &["access", "show", "--site", "1000000", "cy"]).is_empty()
    );
}

fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { names.extend(files(&path)) } else { names.push(path.display().to_string()) }
    }
    names.sort();
    names
}

#[test]
fn a_look_is_silent_and_quick_and_leaves_no_trace() {
    let words = ["access", "revoke", ""];
    let machine = Machine::empty();
    let before = files(&machine.folder);
    assert!(offered(&mut machine.pao(None, &[]), &words).iter().all(|word| word.starts_with('-')), "no database");
    assert_eq!(files(&machine.folder), before);
    machine.file("data/pao.db", "no database at all");
    assert!(offered(&mut machine.pao(None, &[]), &words).iter().all(|word| word.starts_with('-')), "a foreign file");

    let machine = AWAKE.machine();
    let (before, bytes) = (files(&machine.folder), fs::read(machine.db()).unwrap());
    let begun = Instant::now();
    assert!(offered(&mut machine.pao(Some(&AWAKE.ann), &[]), &words).contains(&AWAKE.cy.id));
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_eq!((files(&machine.folder), fs::read(machine.db()).unwrap()), (before, bytes), "nothing is noted");

    let other = rusqlite::Connection::open(machine.db()).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM setting;").unwrap();
    let begun = Instant::now();
    offered(&mut machine.pao(Some(&AWAKE.ann), &[]), &words);
    assert!(begun.elapsed() < Duration::from_secs(2), "a file that somebody holds is not waited for");
}

#[test]
fn a_look_asks_for_no_password_and_compares_none() {
    let machine = AWAKE.machine();
    let wrong = machine.file("wrong", "not the password of anybody");
    let failures = || machine.count("SELECT count(*) FROM person WHERE failures > 0");
    let mut by_variable = machine.pao(None, &[]);
    by_variable.env("PAO_ID", &AWAKE.ann.id).env("PAO_PASSWORD_FILE", &wrong);
    assert!(offered(&mut by_variable, &["access", "revoke", "cy"]).is_empty());
    let as_ann = ["--as", &AWAKE.ann.id, "--password-file", &wrong, "access", "revoke", "cy"];
    assert!(offered(&mut machine.pao(Some(&AWAKE.bob), &[]), &as_ann).is_empty(), "it is not Bob who would act");
    assert_eq!(failures(), 0);
    machine.run(None, &["--as", &AWAKE.ann.id, "--password-file", &wrong, "whoami"]).ends(3);
    assert_eq!(failures(), 1, "such a try would be seen");
}

#[test]
fn a_name_that_a_shell_would_obey_is_not_offered() {
    let machine = AWAKE.machine();
    let (plain, odd) = ("cy2@example.com", "cy`id`$x@example.com");
    let names = ["--first-name", "C", "--last-name", "Y", "--country", "DE", "--question", "First ship?"];
    let secrets = ["--password-file", "-", "--answer-file", "-"];
    let lines = ["lantern plum orbit 93", "Nautilus of Trieste"];
    machine.does(None, &[&["register", "--email", plain], &names[..], &secrets].concat(), &lines);
    let code = machine.letter(plain, "verification", "Verification code");
    machine.does(
        None,
        &["account", "verify", "--email", plain, "--password-file", "-", "--code-file", "-"],
        &[lines[0], &code],
    );
    machine.does(Some(&AWAKE.ann), &["access", "add", plain, "--role", "user"], &[]);
    // No such address is taken any more, but a registry from before the limit holds it.
    let file = rusqlite::Connection::open(machine.db()).unwrap();
    let kept = "SELECT sql FROM sqlite_schema WHERE name = 'person_new_address'";
    let trigger: String = file.query_row(kept, [], |row| row.get(0)).unwrap();
    file.execute_batch("DROP TRIGGER person_new_address").unwrap();
    assert_eq!(file.execute("UPDATE person SET id = ?2, email = ?2 WHERE id = ?1", [plain, odd]).unwrap(), 1);
    file.execute_batch(&trigger).unwrap();
    drop(file);
    let words = offered(&mut machine.pao(Some(&AWAKE.ann), &[]), &["access", "revoke", "cy"]);
    assert_eq!(words, ["cy@example.com"], "{odd} is somebody, whom nobody should have to type by a tab");
}

#[test]
fn what_a_thing_is_goes_to_the_terminal_escaped() {
    let machine = AWAKE.machine();
    let file = rusqlite::Connection::open(machine.db()).unwrap();
    file.execute_batch("UPDATE site SET company = 'a' || char(27) || '[2J' || char(9) || 'b' || char(10) || 'c'")
        .unwrap();
    drop(file);
    let mut view = machine.pao(Some(&AWAKE.ann), &[]);
    view.env("PAO_COMPLETE", "fish").args(["--", "pao", "site", "show", "--site", ""]);
    let ran = Ran::of(&view.output().unwrap()).ends(0);
    assert_eq!(ran.out, format!("{}\ta\\u{{1b}}[2J\\tb\\nc\n", AWAKE.site));
}

#[test]
fn a_stray_variable_changes_no_command() {
    let machine = AWAKE.machine();
    for value in ["", "fish", "1", "tcsh"] {
        let mut pao = machine.pao(Some(&AWAKE.ann), &["--json", "whoami"]);
        let ran = Ran::of(&pao.env("PAO_COMPLETE", value).output().unwrap()).ends(0);
        assert_eq!(ran.json()["id"], AWAKE.ann.id.as_str());
    }
    for index in ["0", "99", "x"] {
        let mut bash = machine.pao(None, &["--", "pao", "access", ""]);
        bash.env("PAO_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", index);
        let ran = Ran::of(&bash.output().unwrap()).ends(0);
        assert_eq!(ran.err, "", "{index}");
    }
}

#[test]
fn pages_and_schemas_are_completed_by_the_words_of_commands() {
    let machine = Machine::empty();
    let next = |words: &[&str]| {
        let mut words = offered(&mut machine.pao(None, &[]), words);
        words.retain(|word| !word.starts_with('-'));
        words
    };
    assert!(next(&["man", ""]).contains(&"access".to_owned()));
    assert_eq!(next(&["man", "access", "re"]), ["revoke"]);
    assert_eq!(next(&["schema", "db", ""]), ["path", "check", "stats", "backup", "restore", "accept-time", "migrate"]);
    assert!(
        next(&["schema", "whoami", ""]).is_empty() || !next(&["schema", "whoami", ""]).contains(&"check".to_owned())
    );
}
