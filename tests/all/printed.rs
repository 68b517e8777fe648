//! Every command line that is printed anywhere is one that `pao` understands, and is safe to paste.
//!
//! What must hold: each answer, hint, next step and letter of each test of this binary is looked through ([`look_through`]), so a
//! command that does not exist, or is spelled wrongly, fails the test that met it. With hostile IDs, companies, gateways and
//! paths, sh, bash and zsh run each of them as one command with exactly the words that were meant.
use crate::call::understood;
use crate::cast::{Cast, id};
use crate::planted::plant;
use crate::world::{OPS, Scene, password};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::sync::Mutex;

/// What people put in the place of a word in capitals.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("ID", "bob@example.com"),
    ("ADDRESS", "bob@example.com"),
    ("E", "bob@example.com"),
    ("TEXT", "words"),
    ("N", "1"),
    ("NUMBER", "7000017"),
    ("DATE", "2027-12-31"),
    ("CODE", "primary_only"),
    ("COMMAND", "whoami"),
    ("TOPIC", "rules"),
    ("ACTION", "enter"),
    ("KEY", "care.contact"),
    ("SHELL", "bash"),
    // In a dry run there is no number yet.
    ("(new number)", "7000017"),
];

/// What ends a command line, or begins what is done with what it prints.
const BEHIND: &[char] = &['|', '>', '<', ';', '&', '#'];

/// What was found good already.
static GOOD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// The command lines in a text: between backticks, behind `next:` and the like, and on lines that are set off.
pub fn commands_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while let Some(at) = rest.find("`pao ") {
            let (command, after) = up_to(&rest[at + 1..], &['`']);
            found.push(up_to(command, BEHIND).0.trim_end().to_owned());
            rest = after;
        }
        let set_off = line.strip_prefix("next: ").or_else(|| line.strip_prefix("the same without a question: "));
        if let Some(command) = set_off
            .or_else(|| line.strip_prefix("  ").map(str::trim_start))
            .filter(|command| command.starts_with("pao "))
        {
            // What stands behind two spaces explains the command.
            let (command, _) = up_to(command, BEHIND);
            found.push(command.split("  ").next().unwrap_or(command).trim_end().to_owned());
        }
    }
    found
}

/// A text up to one of these signs outside quotes, and what is behind it.
fn up_to<'t>(text: &'t str, ends: &[char]) -> (&'t str, &'t str) {
    let (mut quote, mut escaped) = (None, false);
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            _ if escaped => escaped = false,
            (None | Some('"'), '\\') => escaped = true,
            (None, '\'' | '"') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            (None, sign) if ends.contains(&sign) => return (&text[..at], &text[at + sign.len_utf8()..]),
            _ => {}
        }
    }
    (text, "")
}

/// The strings in a JSON document, the ones under `command` as lines that are set off.
fn strings(value: &Value, texts: &mut String) {
    match value {
        Value::String(text) => texts.extend([text, "\n"]),
        Value::Array(values) => values.iter().for_each(|value| strings(value, texts)),
        Value::Object(members) => members.iter().for_each(|(name, value)| match value {
            Value::String(command) if name == "command" && command.starts_with("pao ") => {
                texts.extend(["  ", command, "\n"]);
            }
            value => strings(value, texts),
        }),
        _ => {}
    }
}

/// A printed text, JSON or not, as one to be searched.
fn texts(printed: &str) -> String {
    let mut texts = String::new();
    for line in printed.lines() {
        match serde_json::from_str::<Value>(line) {
            Ok(value @ (Value::Object(_) | Value::Array(_))) => strings(&value, &mut texts),
            _ => texts.extend([line, "\n"]),
        }
    }
    texts.replace(" \\\n", " ")
}

/// Fails where a command line in what was printed is none that `pao` understands.
#[track_caller]
pub fn look_through(printed: &str) {
    if !printed.contains("pao ") {
        return;
    }
    for command in commands_in(&texts(printed)) {
        if GOOD.lock().unwrap().contains(&command) {
            continue;
        }
        let words = shlex::split(&command).unwrap_or_else(|| panic!("not one command line: {command}\n{printed}"));
        let put = |word: &String| {
            let known = PLACEHOLDERS.iter().find(|(capitals, _)| capitals == word);
            known.map_or_else(|| word.clone(), |(_, value)| (*value).to_owned())
        };
        // A line of a script, with its variables: `shells` runs those.
        if words.iter().any(|word| word.starts_with('$')) {
            continue;
        }
        let words: Vec<String> = words.iter().map(put).collect();
        if let Err(why) = understood(&words) {
            panic!("`{command}` is printed, and is no command: {why}\n{printed}");
        }
        GOOD.lock().unwrap().insert(command);
    }
}

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

/// The commands that these print, for people and for programs.
fn printed(cast: &Cast) -> BTreeSet<String> {
    let mut commands = BTreeSet::new();
    for (name, argv) in lines_about_people(cast) {
        let who = if name == "ops" { OPS.to_owned() } else { id(name) };
        let password = [&*password(&who)];
        let shown = cast.scene.call(&who, &argv).typing(&password).shown_at_a_terminal().run();
        let json = cast.scene.call(&who, &argv).typing(&password).option("--json").run();
        for text in [shown.out, shown.err, json.out, json.err] {
            commands.extend(commands_in(&texts(&text)));
        }
    }
    commands
}

/// The words that a program of this name is called with by each line, in a shell.
fn called(shell: &str, scene: &Scene, program: &str, lines: &[&str]) -> Vec<Vec<String>> {
    let (folder, heard) = (scene.path("stub"), scene.path("heard"));
    fs::create_dir_all(&folder).unwrap();
    let stub = folder.join(program);
    fs::write(
        &stub,
        format!(
            "#!/bin/sh\nfor word do printf '%s\\0' \"$word\"; done >>'{0}'\nprintf '\\001\\0' >>'{0}'\n",
            heard.display()
        ),
    )
    .unwrap();
    fs::set_permissions(&stub, fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(&heard, "").unwrap();
    let script = scene.path("script");
    fs::write(&script, lines.join("\n")).unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let said =
        Command::new(shell).arg(&script).env_clear().env("PATH", path).current_dir(&folder).output().expect(shell);
    assert!(said.status.success() && said.stdout.is_empty() && said.stderr.is_empty(), "{shell}: {said:?}");
    let heard = fs::read_to_string(&heard).unwrap();
    let calls = heard.split_terminator("\u{1}\0").map(|call| call.split_terminator('\0').map(str::to_owned).collect());
    calls.collect()
}

#[test]
fn what_is_printed_with_hostile_ids_runs_as_the_words_that_were_meant() {
    let cast = hostile_cast();
    let commands = printed(&cast);
    let with_ids = commands.iter().filter(|command| command.contains("`id`")).count();
    assert!(with_ids >= 6 && commands.len() >= 20, "{with_ids} of {}: {commands:#?}", commands.len());
    let lines: Vec<&str> = commands.iter().map(String::as_str).collect();
    let meant: Vec<Vec<String>> = lines.iter().map(|line| shlex::split(line).unwrap()[1..].to_vec()).collect();
    let names =
        ["ann", "bob", "cy", "dee", "pat", "eve", "ops", "max", "tom", "sam", "new", "ghost", "flo", "sue", "rex"];
    let known: BTreeSet<String> = names.into_iter().map(hostile).collect();
    for word in meant.iter().flatten().filter(|word| word.contains("`id`")) {
        assert!(known.contains(word), "no ID of anybody: {word}");
    }
    for shell in ["sh", "bash", "zsh"] {
        assert_eq!(called(shell, &cast.scene, "pao", &lines), meant, "{shell}");
    }
}

#[test]
fn what_is_typed_comes_back_in_the_line_that_does_the_same() {
    let words = ["-5 % `id`", "it's", "a;b.csv", "$(id)", "-", "=ls", "~", "*", "é 山", "!x"];
    let scene = Scene::new();
    let lines: Vec<String> = words
        .iter()
        .map(|word| pao::model::shell::typed(["access", "import"]).arg(word).option("--note", word).to_string())
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    for shell in ["sh", "bash", "zsh"] {
        for (call, word) in called(shell, &scene, "pao", &lines).iter().zip(words) {
            let note = if word.starts_with('-') {
                vec![format!("--note={word}")]
            } else {
                vec!["--note".to_owned(), word.to_owned()]
            };
            assert_eq!(
                call[..],
                [&["access".to_owned(), "import".to_owned(), word.to_owned()][..], &note].concat(),
                "{shell}"
            );
        }
    }
}

#[test]
fn commands_about_files_name_hostile_paths_as_one_word() {
    let scene = Scene::new();
    scene.init();
    let path = scene.path("a;b `id` 'c.db");
    fs::copy(scene.database(), &path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let run = scene.run(OPS, ["whoami", "--db", path.to_str().unwrap()]).refused("insecure_file");
    let hint = run.error()["hint"].as_str().unwrap().to_owned();
    let command = &hint[hint.find("chmod ").unwrap()..];
    for shell in ["sh", "bash", "zsh"] {
        assert_eq!(called(shell, &scene, "chmod", &[command]), [["600", path.to_str().unwrap()]], "{shell}: {hint}");
    }
}

/// Commands on pages, in topics and in the README.
#[test]
fn every_command_of_the_texts_is_one() {
    let scene = Scene::new();
    for topic in ["rules", "exit-codes", "environment", "output", "passwords", "deployment", "topics"] {
        scene.prose("nobody", ["help", topic]);
    }
    let codes = scene.run("nobody", ["rules"]).done().json();
    for rule in codes.as_array().unwrap() {
        scene.prose("nobody", ["explain", rule["rule"].as_str().unwrap()]).done();
    }
    for command in pao::commands() {
        let words: Vec<&str> = command.split('.').collect();
        scene.prose("nobody", words.iter().copied().chain(["--help"])).done();
        scene.prose("nobody", ["man"].into_iter().chain(words)).done();
    }
    let readme: Vec<String> =
        fs::read_to_string("README.md").unwrap().lines().map(|line| line.replacen("$ pao ", "  pao ", 1)).collect();
    look_through(&readme.join("\n"));
}

/// No command with a value in it is put together by hand: only `model::shell` quotes.
#[test]
fn no_command_line_is_put_together_by_hand() {
    let mut files = Vec::new();
    crate::shape::files(std::path::Path::new("src"), &["rs"], &mut files);
    for path in files {
        // A script is a text of its own, which quotes by the same functions; its test runs it.
        if path.ends_with("start/script.rs") || path.ends_with("model/shell.rs") {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.trim_start().starts_with("//")) {
            let by_hand = line.match_indices("pao ").any(|(at, _)| {
                let command = line[at..].split(['`', '"']).next().unwrap_or_default();
                let in_text = line[..at].ends_with(['`', '"']) || line[..at].ends_with("  ");
                in_text && command.contains('{')
            });
            assert!(!by_hand, "{}: {line}", path.display());
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
