//! Every command line that is printed anywhere is one that `pao` understands.
//!
//! What must hold: each answer, hint, next step and letter of each test of this binary is looked through ([`look_through`]), so a
//! command that does not exist, or is spelled wrongly, fails the test that met it. The texts that lie in the source are all read
//! here, whether or not a test meets them. `pasted` has real shells run what is printed.
use crate::call::understood;
use crate::machine::{Machine, Ran};
use crate::shape::files;
use crate::world::Scene;
use pao::ui::ask::Refusing;
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

const HEAD: &str = "12:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// What people put in the place of a word in capitals, and a script in that of a variable.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("ID", "bob@example.com"),
    ("ADDRESS", "bob@example.com"),
    ("E", "bob@example.com"),
    ("TEXT", "words"),
    ("TYPE", "technical"),
    ("N", "1"),
    ("NAME", "aol"),
    ("NUMBER", "7000017"),
    ("DATE", "2027-12-31"),
    ("CODE", "primary_only"),
    ("COMMAND", "whoami"),
    ("TOPIC", "rules"),
    ("ACTION", "enter"),
    ("KEY", "care.contact"),
    ("SHELL", "bash"),
    ("HEAD", HEAD),
    ("LINE", HEAD),
    // In a dry run there is no number yet.
    ("(new number)", "7000017"),
    ("$id", "bob@example.com"),
    ("$site", "7000017"),
];

/// What ends a command line, or begins what is done with what it prints.
const BEHIND: &[char] = &['|', '>', '<', ';', '&', ')', '`'];

/// What stands in the settings of other programs, with words of theirs: `packaging` has those judge it.
const FOREIGN: &[&str] = &["Defaults!/", "pao hard nproc ", "AuthorizedKeysCommand /", "command=\"exec /"];

/// What was found good already.
static GOOD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

static COLOUR: LazyLock<Regex> = LazyLock::new(|| Regex::new("\x1b\\[[0-9;]*m").unwrap());

/// The first words of commands.
static FAMILIES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| pao::commands().iter().filter_map(|command| command.split('.').next()).collect());

/// The command lines in a text: between backticks, behind `next:` and the like, and on lines that are set off. One that stands
/// bare between other words is a mistake: nobody could say where it ends.
#[track_caller]
pub fn commands_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let foreign = |line: &&str| FOREIGN.iter().any(|begin| line.trim_start().starts_with(begin));
    for line in text.lines().filter(|line| !line.trim_start().starts_with("Usage: ") && !foreign(line)) {
        let (mut bare, mut rest) = (String::new(), line);
        while let Some(at) = rest.find("`pao ") {
            let (command, after) = up_to(&rest[at + 1..], &['`']);
            assert!(after.is_some(), "never closed: {line}");
            found.push(alone(command).to_owned());
            bare.push_str(&rest[..at]);
            rest = after.unwrap_or_default();
        }
        bare.push_str(rest);
        let mut from = 0;
        while let Some(at) = bare[from..].find("pao ").map(|at| from + at) {
            let (before, behind) = bare.split_at(at);
            from = at + "pao ".len();
            let next = behind.split([' ', '.', ',', ';', ':', '`']).nth(1).unwrap_or_default();
            let named =
                FAMILIES.contains(next) || next.starts_with('-') || PLACEHOLDERS.iter().any(|(word, _)| *word == next);
            // `pao 0.1.0` is a version.
            if is_set_off(before) && !next.starts_with(|c: char| c.is_ascii_digit())
                || named && follows_an_operator(before)
            {
                let command = alone(behind);
                from = from.max(at + command.len());
                found.push(command.to_owned());
            } else if before.ends_with([' ', '(']) {
                assert!(!FAMILIES.contains(next), "`pao {next}` stands bare: {line}");
            }
        }
    }
    found
}

/// Whether what stands behind this on a line is set off as a command: by the line's beginning, a gap, a prompt, the five fields
/// of a cron entry, the folder of a program, a variable.
fn is_set_off(before: &str) -> bool {
    let words = before.trim_end();
    let ends = ["next:", "without a question:", "$", "* * * *", "sudo", "sudo -u pao"];
    let variable = words.rsplit(' ').next().is_some_and(|word| {
        word.split_once('=').is_some_and(|(name, _)| name.starts_with(|c: char| c.is_ascii_uppercase()))
    });
    words.is_empty()
        || before.ends_with("  ")
        || before.ends_with("bin/")
        || variable && before.ends_with(' ')
        || ends.iter().any(|end| words.ends_with(end))
}

/// Whether an operator of a shell stands before it; in a sentence that may be a mere semicolon.
fn follows_an_operator(before: &str) -> bool {
    ["|", "&", ";", "$(", "<(", "if !"].iter().any(|end| before.trim_end().ends_with(end))
}

/// A command without what is done with its output, and without what explains it behind a gap.
fn alone(text: &str) -> &str {
    let (command, rest) = up_to(text, BEHIND);
    let command = match rest {
        Some(_) if text[command.len()..].starts_with('>') => command.strip_suffix(" 2").unwrap_or(command),
        _ => command,
    };
    command.split("  ").next().unwrap_or_default().trim_end()
}

/// A text up to one of these signs outside quotes, and what is behind it, if there is one.
fn up_to<'t>(text: &'t str, ends: &[char]) -> (&'t str, Option<&'t str>) {
    let (mut quote, mut escaped) = (None, false);
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            _ if escaped => escaped = false,
            (None | Some('"'), '\\') => escaped = true,
            (None, '\'' | '"') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            (None, sign) if ends.contains(&sign) => return (&text[..at], Some(&text[at + sign.len_utf8()..])),
            _ => {}
        }
    }
    (text, None)
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
pub fn texts(printed: &str) -> String {
    let mut texts = String::new();
    let printed = COLOUR.replace_all(printed, "");
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
    // The source of a page: its text for people is looked through by itself.
    let is_roff = printed.starts_with(".ie ");
    if !printed.contains("pao ") || is_roff {
        return;
    }
    for command in commands_in(&texts(printed)) {
        is_good(&command, printed);
    }
}

/// Fails where this is no command line that `pao` understands.
#[track_caller]
fn is_good(command: &str, printed: &str) {
    if GOOD.lock().unwrap().contains(command) {
        return;
    }
    // What nobody could have typed stands in a file that was tampered with alone, and is no address or name of any kind.
    if command.contains("\"$(printf '") {
        return;
    }
    let words = shlex::split(command).unwrap_or_else(|| panic!("not one command line: {command}\n{printed}"));
    let put = |word: &String| {
        let known = PLACEHOLDERS.iter().find(|(capitals, _)| capitals == word);
        known.map_or_else(|| word.clone(), |(_, value)| (*value).to_owned())
    };
    let words: Vec<String> = words.iter().map(put).collect();
    if let Err(why) = understood(&words) {
        panic!("`{command}` is printed, and is no command: {why}\n{printed}");
    }
    GOOD.lock().unwrap().insert(command.to_owned());
}

/// What `pao` says of itself: every topic, rule, help and page of the manual; made once, and looked through as it was made.
pub static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let scene = Scene::new();
    let mut pages = Vec::new();
    for topic in ["rules", "exit-codes", "environment", "output", "passwords", "deployment", "topics"] {
        pages.push(scene.prose("nobody", ["help", topic]).out);
    }
    let codes = scene.run("nobody", ["rules"]).done().json();
    for rule in codes.as_array().unwrap() {
        pages.push(scene.prose("nobody", ["explain", rule["rule"].as_str().unwrap()]).done().out);
    }
    for command in pao::commands() {
        let words: Vec<&str> = command.split('.').collect();
        pages.push(scene.prose("nobody", words.iter().copied().chain(["--help"])).done().out);
        let page = scene.call("nobody", ["man"].into_iter().chain(words.iter().copied()));
        pages.push(page.at_a_terminal(Refusing).run().done().out);
    }
    pages
});

/// Pages, topics and the README.
#[test]
fn every_command_of_the_texts_is_one() {
    let with_commands = PAGES.iter().filter(|page| commands_in(&texts(page)).len() >= 2).count();
    assert!(with_commands >= 2 * pao::commands().len(), "{with_commands}");
    let readme: Vec<String> =
        fs::read_to_string("README.md").unwrap().lines().map(|line| line.replacen("$ pao ", "  pao ", 1)).collect();
    look_through(&readme.join("\n"));
}

/// Half a command that is pasted runs as a whole one.
#[test]
fn no_command_in_a_help_is_broken_over_lines() {
    let machine = Machine::empty();
    let whole: BTreeSet<String> = PAGES.iter().flat_map(|page| commands_in(&texts(page))).collect();
    for command in pao::commands() {
        let words: Vec<&str> = command.split('.').chain(["--help"]).collect();
        let help = Ran::of(&machine.pao(None, &words).env("COLUMNS", "30").output().unwrap()).ends(0).out;
        let found = commands_in(&texts(&help));
        assert!(found.len() >= 2 && found.iter().all(|command| whole.contains(command)), "{help}");
    }
}

/// The text of a source file up to its tests, without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    // A literal goes on in the next line behind a backslash.
    lines.map(|line| line.strip_suffix('\\').map_or_else(|| format!("{line}\n"), str::to_owned)).collect()
}

fn sources() -> impl Iterator<Item = (PathBuf, String)> {
    let mut paths = Vec::new();
    files(Path::new("src"), &["rs"], &mut paths);
    paths.into_iter().map(|path| (path.clone(), code(&path)))
}

/// What stands behind each `begin` in a text, up to `end`.
fn between<'t>(text: &'t str, begin: &'t str, end: char) -> impl Iterator<Item = &'t str> {
    text.split(begin).skip(1).filter_map(move |rest| rest.split(end).next())
}

/// A hint that no test meets is read all the same: as it stands between backticks, and as it is built.
#[test]
fn every_command_of_the_source_is_one() {
    let mut seen = 0;
    for (path, code) in sources().filter(|(path, _)| !path.ends_with("model/shell.rs")) {
        let quoted = between(&code, "`pao ", '`').map(|words| words.replace("\\\"", "\""));
        let built = between(&code, " pao(\"", '"').chain(between(&code, "(pao(\"", '"')).map(str::to_owned);
        for words in quoted.chain(built) {
            is_good(&format!("pao {words}"), &path.display().to_string());
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

/// Every letter as it stands in the source, with something in its places.
pub fn letters() -> Vec<String> {
    let mut paths = Vec::new();
    files(Path::new("src/notice/texts"), &["txt"], &mut paths);
    let filled = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let fields = [("{email}", "ADDRESS"), ("{former}", "ADDRESS"), ("{site}", "NUMBER")];
        let text = fields.iter().fold(text, |text, (field, value)| text.replace(field, value));
        let text = ["{nomination}", "{request}", "{token}"].iter().fold(text, |text, field| text.replace(field, "1"));
        // The condition under which a line is there.
        let lines = text.lines().map(|line| {
            let conditional = line.starts_with(['?', '!']).then(|| line.split_once(' ')).flatten();
            conditional.map_or(line, |(_, line)| line)
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    paths.iter().map(filled).collect()
}

#[test]
fn every_command_of_every_letter_is_one() {
    let letters = letters();
    for letter in &letters {
        look_through(letter);
    }
    assert!(letters.len() > 30 && letters.iter().filter(|letter| !commands_in(letter).is_empty()).count() > 10);
}

/// No command with a value in it is put together by hand: only `model::shell` quotes.
#[test]
fn no_command_line_is_put_together_by_hand() {
    for (path, code) in sources() {
        // A script is a text of its own, which quotes by the same functions; its test runs it.
        if path.ends_with("start/script.rs") || path.ends_with("model/shell.rs") {
            continue;
        }
        for (at, _) in code.match_indices("pao ") {
            let command = code[at..].split(['`', '"', '\n']).next().unwrap_or_default();
            let named = FAMILIES.contains(command.split(' ').nth(1).unwrap_or_default());
            assert!(!(named && command.contains('{')), "{}: {command}", path.display());
        }
    }
}
