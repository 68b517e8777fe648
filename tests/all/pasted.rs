//! What is printed to be pasted is run by real shells, with hostile values in every place that somebody else may fill.
//!
//! What must hold: sh, bash and zsh, as scripts and at their prompts, take each command line as one command with exactly the
//! words that were meant.
use crate::cast::{Cast, id};
use crate::injected::plant;
use crate::machine::{AWAKE, Ran};
use crate::printed::{PAGES, commands_in, texts};
use crate::world::{OPS, Scene, password};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use std::collections::{BTreeSet, HashMap};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

/// A local part of every sign that an address could have, each of which means something to some shell.
fn hostile(name: &str) -> String {
    format!("{name}'`id`$home!{{a|b}}&~#^?=%x@example.com")
}

/// The scene with hostile IDs, as an older version let them register, and hostile companies and gateways.
fn hostile_cast() -> Cast {
    let cast = Cast::assemble();
    plant(&cast.scene, |file| {
        let mut select = file.prepare("SELECT id FROM person").unwrap();
        let ids: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        for old in ids {
            let new = hostile(old.split('@').next().unwrap());
            for (table, column) in
                [("person", "id"), ("person", "email"), ("contact", "email"), ("provision", "notify")]
            {
                file.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2"), (&new, &old)).unwrap();
            }
        }
        file.execute("UPDATE site SET company = 'A`id` & $(id) ''B''!'", []).unwrap();
        file.execute("UPDATE provision SET gateway_name = '-rf `id`; $(id)'", []).unwrap();
    });
    cast
}

/// What prints commands about people, as it is typed by whom.
fn lines_about_people(cast: &Cast) -> Vec<(&'static str, Vec<String>)> {
    let lines: &[(&str, &str)] = &[
        ("ann", "access add @tom --role secondary"),
        ("ann", "access add @ghost --role user"),
        ("ann", "access update @tom --expires 30d"),
        ("ann", "contact set-primary @new --yes --password-file -"),
        ("ann", "contact set technical --first-name T --last-name T --email t@example.com"),
        ("ann", "can order --id @tom"),
        ("ann", "can change-access --id @tom"),
        ("ann", "can update-contacts --id @sam"),
        ("ann", "can message --provider yahoo --id @tom"),
        ("bob", "can name-secondary"),
        ("ann", "status"),
        ("ann", "status --columns what,command,words"),
        ("cy", "status --no-header"),
        ("cy", "status"),
        ("pat", "status"),
        ("ops", "status"),
        ("ann", "access revoke @bob --yes"),
        ("ann", "approve @nomination"),
        ("bob", "approve @nomination"),
        ("dee", "nominate --primary-contact @ann"),
        (
            "dee",
            "provision submit --gateway-name g --host g.example.com --cert-cn g --cert-issuer i --notify n@example.com --domain g.example",
        ),
        ("nobody", "account recover --email @tom"),
        ("nobody", "account resend-code --email @tom"),
    ];
    let site = &cast.numbers[0];
    let word = |word: &str| match word.strip_prefix('@') {
        Some("nomination") => cast.nomination(site).to_owned(),
        Some(name) => hostile(name),
        None => word.to_owned(),
    };
    let about_a_site = |line: &str| !["status", "account"].iter().any(|begin| line.starts_with(begin));
    let at_site = |line: &str| if about_a_site(line) { vec!["--site".to_owned(), site.clone()] } else { Vec::new() };
    lines.iter().map(|(who, line)| (*who, line.split(' ').map(word).chain(at_site(line)).collect())).collect()
}

/// The commands that these print: for people and for programs, with and without a database that was named by `--db`; and those
/// of the letters that they cause.
fn printed(cast: &Cast) -> BTreeSet<String> {
    let scene = &cast.scene;
    let mut commands = BTreeSet::new();
    let elsewhere = scene.path("registry -x `id` $home 'it''s'!.db");
    let tokens: HashMap<&str, String> =
        ["ann", "bob", "cy", "dee", "pat", "ops"].map(|name| (name, token(cast, name))).into();
    fs::copy(scene.database(), &elsewhere).unwrap();
    let letters = scene.letters().len();
    for (name, argv) in lines_about_people(cast) {
        let who = if name == "ops" { OPS.to_owned() } else { id(name) };
        let password = [&*password(&who)];
        let at = |argv: &[String]| scene.call(&who, argv).typing(&password);
        let token = tokens.get(name).map(String::as_str);
        let there = |option: &[&str]| {
            let db = ["--db", elsewhere.to_str().unwrap()];
            let options = db.iter().chain(option).map(|word| (*word).to_owned());
            let call = at(&options.chain(argv.clone()).collect::<Vec<_>>());
            token.into_iter().fold(call, |call, token| call.with("PAO_TOKEN", token))
        };
        let runs = [
            at(&argv).shown_at_a_terminal().run(),
            at(&argv).option("--json").run(),
            there(&[]).shown_at_a_terminal().run(),
            there(&["--json"]).run(),
        ];
        for run in runs {
            commands.extend([run.out, run.err].iter().flat_map(|text| commands_in(&texts(text))));
        }
    }
    let letters = scene.letters().into_iter().skip(letters);
    commands.extend(letters.flat_map(|letter| commands_in(&letter.body)));
    commands
}

/// A sign-in that is good in a copy of the database, too.
fn token(cast: &Cast, name: &str) -> String {
    let password = password(&if name == "ops" { OPS.to_owned() } else { id(name) });
    let argv = ["login", &hostile(name), "--print-token", "--password-file", "-"];
    cast.scene.typed("nobody", argv, &[&password]).done().json()["token"].as_str().unwrap().to_owned()
}

/// What reads what is pasted: a script, or a prompt, where `!` and `#` mean something else.
const READERS: &[(&str, &[&str])] =
    &[("sh", &[]), ("bash", &[]), ("zsh", &["-f"]), ("bash", &["--norc", "--noprofile", "-i"]), ("zsh", &["-f", "-i"])];

/// The words that a program of this name is called with by each line, in a shell.
fn called(reader: &(&str, &[&str]), scene: &Scene, program: &str, lines: &[&str]) -> Vec<Vec<OsString>> {
    let (folder, heard) = (scene.path("stub"), scene.path("heard"));
    fs::create_dir_all(&folder).unwrap();
    let stub = folder.join(program);
    let text = r#"#!/bin/sh
{ [ $# = 0 ] || printf '%s\0' "$@"; printf '\001\0'; } >>HEARD
"#;
    fs::write(&stub, text.replace("HEARD", heard.to_str().unwrap())).unwrap();
    fs::set_permissions(&stub, fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(&heard, "").unwrap();
    let script = scene.path("script");
    fs::write(&script, lines.join("\n") + "\n").unwrap();
    let (shell, options) = reader;
    let mut command = Command::new("setsid");
    command.arg("--wait").arg(shell).args(*options).stdin(fs::File::open(&script).unwrap()).current_dir(&folder);
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let said = command.env_clear().env("PATH", path).env("HOME", &scene.root).output().expect(shell);
    let is_prompt = options.contains(&"-i");
    assert!(
        said.status.success() && (is_prompt || said.stdout.is_empty() && said.stderr.is_empty()),
        "{shell}: {said:?}"
    );
    let heard = fs::read(&heard).unwrap();
    let mut calls = vec![Vec::new()];
    for word in heard.split(|byte| *byte == 0) {
        match word {
            b"\x01" => calls.push(Vec::new()),
            word => calls.last_mut().unwrap().push(OsStr::from_bytes(word).to_owned()),
        }
    }
    // What is behind the last mark is nothing.
    calls.pop();
    calls
}

/// Every reader takes each of the lines as one command with the words that `shlex` takes it for.
#[track_caller]
fn run_as_meant(scene: &Scene, commands: &BTreeSet<String>) -> Vec<Vec<String>> {
    let lines: Vec<&str> = commands.iter().map(String::as_str).collect();
    let meant: Vec<Vec<String>> = lines.iter().map(|line| shlex::split(line).unwrap()[1..].to_vec()).collect();
    for reader in READERS {
        let calls = called(reader, scene, "pao", &lines);
        for ((line, meant), call) in lines.iter().zip(&meant).zip(&calls) {
            assert_eq!(*call, meant.iter().map(OsString::from).collect::<Vec<_>>(), "{reader:?}: {line}");
        }
        assert_eq!(calls.len(), meant.len(), "{reader:?}");
    }
    meant
}

#[test]
fn what_is_printed_with_hostile_ids_runs_as_the_words_that_were_meant() {
    let cast = hostile_cast();
    let commands = printed(&cast);
    for (part, least) in [("`id`", 12), ("--db", 20), ("account reset --email", 1), ("--role secondary", 3)] {
        let with = commands.iter().filter(|command| command.contains(part)).count();
        assert!(with >= least, "{part} in {with} of {}: {commands:#?}", commands.len());
    }
    let meant = run_as_meant(&cast.scene, &commands);
    let names =
        ["ann", "bob", "cy", "dee", "pat", "eve", "ops", "max", "tom", "sam", "new", "ghost", "flo", "sue", "rex"];
    let database = cast.scene.path("registry -x `id` $home 'it''s'!.db").to_str().unwrap().to_owned();
    let known: BTreeSet<String> = names.into_iter().map(hostile).chain([database]).collect();
    for word in meant.iter().flatten().filter(|word| word.contains("`id`")) {
        assert!(known.contains(word), "no ID of anybody: {word}");
    }
}

/// Somebody who answers what is asked, and says yes.
struct Answering(Vec<(&'static str, &'static str)>);

impl Asker for Answering {
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String, Unanswered> {
        let answer = self.0.iter().find(|(part, _)| question.contains(part)).map(|(_, answer)| *answer);
        Ok(answer.or(default).unwrap_or_else(|| panic!("no answer to {question}")).to_owned())
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        panic!("{question}")
    }
    fn choice(&mut self, _: &str, _: &[String], default: usize) -> Result<usize, Unanswered> {
        Ok(default)
    }
    fn yes(&mut self, _: &str, _: bool) -> Result<bool, Unanswered> {
        Ok(true)
    }
}

/// What was answered at a prompt comes back in a line that does the same.
#[test]
fn hostile_answers_come_back_as_the_words_that_were_typed() {
    let cast = Cast::assemble();
    let scene = &cast.scene;
    let company = "-O'Brien & \"Söhne\" $(id) `id` !x #1; ~";
    let (gateway, issuer, file) = ("-rf `id`; $(id) !!", "=CA 'n' <b>|", "-people `id`;'!.csv");
    fs::write(scene.path(file), "id,role\nnew@example.com,user\ncy@example.com,user\n").unwrap();
    let same = |who: &str, argv: &[&str], answers: &[(&'static str, &'static str)]| {
        let run = scene.call(who, argv).at_a_terminal(Answering(answers.to_vec())).run().done();
        let line = run.err.lines().find_map(|line| line.strip_prefix("the same without a question: "));
        line.unwrap_or_else(|| panic!("{run}")).to_owned()
    };
    let enroll = [
        ("company", company),
        ("Country", "DE"),
        ("First name", "O'Hara"),
        ("Last name", "#1"),
        ("E-mail", "o'hara+x=y@example.com"),
    ];
    let submit = [
        ("Gateway name", gateway),
        ("Host name", "gw.example.com"),
        ("Certificate", ""),
        ("cert-cn", "gw.example.com"),
        ("cert-issuer", issuer),
        ("ort of the gateway", "5061"),
        ("notify", "o'hara+x=y@example.com"),
        ("domains", "xn--mnchen-3ya.example"),
        ("roviders", "aol"),
    ];
    let site = cast.numbers[0].as_str();
    let lines = [
        same(OPS, &["site", "enroll"], &enroll),
        same(&id("cy"), &["provision", "submit", "--site", site], &submit),
        same(&id("ann"), &["access", "revoke", "--reason", "`id`", "--site", site, "--", &id("tom")], &[]),
        same(&id("ann"), &["access", "import", "--prune", "--site", site, "--", file], &[]),
    ];
    let meant = run_as_meant(scene, &lines.iter().cloned().collect());
    let has = |words: &[&str]| {
        let at = |call: &Vec<String>| call.windows(words.len()).any(|part| part == words);
        assert!(meant.iter().any(at), "{words:?} in {meant:#?}");
    };
    has(&[&format!("--company={company}")]);
    has(&["--primary-first-name", "O'Hara", "--primary-last-name", "#1"]);
    has(&[&format!("--gateway-name={gateway}")]);
    has(&["--cert-issuer", issuer]);
    has(&["--yes", "--", file]);
    has(&["--reason", "`id`", "--site", site, "--yes", "--", "tom@example.com"]);
}

/// Examples, topics, pages and letters, as they stand in the source.
#[test]
fn every_command_of_the_texts_runs_as_the_words_that_were_meant() {
    let scene = Scene::new();
    let pages = crate::printed::letters().into_iter().chain(PAGES.iter().map(|page| texts(page)));
    let mut commands: BTreeSet<String> = pages.flat_map(|page| commands_in(&page)).collect();
    // What a script's variables hold is for the script.
    commands.retain(|command| !command.contains('$'));
    assert!(commands.len() > 200, "{}", commands.len());
    run_as_meant(&scene, &commands);
}

#[test]
fn what_is_typed_comes_back_in_the_line_that_does_the_same() {
    let words: &[&[u8]] = &[
        b"-5 % `id`",
        b"it's",
        b"a;b.csv",
        b"$(id)",
        b"-",
        b"=ls",
        b"~",
        b"*",
        "é 山".as_bytes(),
        b"!x",
        b"r\xe9sum\xe9.csv",
        b"-\xff;`id`",
        b"--",
        b"#1",
    ];
    let scene = Scene::new();
    for word in words.iter().map(|word| OsStr::from_bytes(word)) {
        // As `access import` is typed with this file, then answered with yes.
        let typed: [&OsStr; 6] =
            ["access".as_ref(), "import".as_ref(), "--note".as_ref(), "x".as_ref(), "--".as_ref(), word];
        let line = pao::model::shell::typed(typed).switch("--yes").to_string();
        let meant =
            ["access", "import", "--note", "x", "--yes", "--"].map(OsString::from).into_iter().chain([word.to_owned()]);
        let meant: Vec<OsString> = meant.collect();
        for reader in READERS {
            assert_eq!(called(reader, &scene, "pao", &[&line]), std::slice::from_ref(&meant), "{reader:?}: {line}");
        }
    }
}

#[test]
fn commands_about_files_name_hostile_paths_as_one_word() {
    let machine = AWAKE.machine();
    let scene = Scene::new();
    for name in [&b"a;b `id` 'c.db"[..], b"-x !y #z.db", b"caf\xe9 $(id).db"] {
        let path = machine.folder.join(OsStr::from_bytes(name));
        fs::copy(machine.db(), &path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let ran = Ran::of(&machine.pao(None, &["whoami", "--db"]).arg(&path).output().unwrap()).ends(10);
        let hint = ran.err.lines().last().unwrap();
        let command = &hint[hint.find("chmod ").unwrap()..].trim_end_matches('`');
        for reader in READERS {
            let meant = [[OsString::from("600"), path.clone().into_os_string()]];
            assert_eq!(called(reader, &scene, "chmod", &[command]), meant, "{reader:?}: {hint}");
        }
        // The advice of every other command names the file, too.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let ran = Ran::of(&machine.pao(None, &["whoami", "--db"]).arg(&path).output().unwrap()).ends(3);
        let hint = ran.err.lines().last().unwrap();
        let (first, _) = hint.split_once("; whoever has no ID").unwrap();
        let command = first.split_once('`').unwrap().1.rsplit_once('`').unwrap().0;
        for reader in READERS {
            let calls = called(reader, &scene, "pao", &[command]);
            assert_eq!(calls, [["--db".into(), path.clone().into_os_string(), "login".into()]], "{reader:?}: {hint}");
        }
    }
}

/// The attack that this file is about begins with an address that a shell would run.
#[test]
fn nobody_gets_an_address_that_a_shell_would_run() {
    let scene = Scene::new();
    scene.init();
    let address = "o`id`x@example.com";
    let register = [
        "register",
        "--email",
        address,
        "--first-name",
        "O",
        "--last-name",
        "X",
        "--country",
        "DE",
        "--question",
        "First ship?",
    ];
    let enroll = [
        "site",
        "enroll",
        "--company",
        "C",
        "--country",
        "DE",
        "--primary-first-name",
        "O",
        "--primary-last-name",
        "X",
        "--primary-email",
        address,
    ];
    let files = ["--password-file", "-", "--answer-file", "-"];
    let run = scene.typed("o", register.into_iter().chain(files), &["plum seven kettle Orbit", "Nautilus"]);
    for (run, field) in [
        (run, "email"),
        (scene.run(OPS, enroll), "primary-email"),
        (scene.confirmed(OPS, ["account", "update", "--email", "a$b@example.com"]), "email"),
        (scene.run(OPS, ["outbox", "test", "--to", "a|b@example.com"]), "to"),
    ] {
        let run = run.refused("invalid_value");
        assert_eq!((run.status, &run.error()["details"]["field"]), (7, &field.into()), "{run}");
    }
    assert_eq!(scene.rows("SELECT count(*) FROM registration")[0][0], "0");
}
