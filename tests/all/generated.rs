//! What is made from the parser lies in `completions/` and `man/` as it would be made now. After a change of the command
//! line, `PAO_BLESS=1 cargo test --test all generated` makes it again.
use crate::machine::Machine;
use crate::world::Scene;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn made() -> BTreeMap<PathBuf, String> {
    pao::generated().unwrap().into_iter().map(|(path, text)| (PathBuf::from(path), text)).collect()
}

fn there() -> BTreeMap<PathBuf, String> {
    let folders = ["completions", "man"].map(|folder| fs::read_dir(folder).unwrap());
    let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the one switch of the checks that repair what they compare")]
fn generated_files_are_as_they_would_be_made_now() {
    let made = made();
    if std::env::var("PAO_BLESS").is_ok() {
        there().into_keys().filter(|path| !made.contains_key(path)).for_each(|path| fs::remove_file(path).unwrap());
        for (path, text) in &made {
            fs::write(path, text).unwrap();
        }
    }
    let there = there();
    let names = |files: &BTreeMap<PathBuf, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&made), "a file is missing or too many");
    let stale: Vec<&PathBuf> =
        made.iter().filter(|(path, text)| there[*path] != **text).map(|(path, _)| path).collect();
    assert!(stale.is_empty(), "stale: {stale:?}; PAO_BLESS=1 cargo test --test all generated");
}

#[test]
fn generated_pages_are_there_for_every_command_and_for_the_rules() {
    let made = made();
    for action in pao::commands() {
        let page = format!("man/pao-{}.1", action.replace('.', "-"));
        let text = &made[Path::new(&page)];
        assert!(text.contains(".SH \"EXIT STATUS\"") && text.contains(".SH \"SEE ALSO\""), "{page}");
        assert!(text.contains(".SH EXAMPLES"), "{page} shows no example");
    }
    let rules = &made[Path::new("man/pao-rules.7")];
    assert!((1..=20).all(|number| rules.contains(&format!("R{number}: "))), "{rules}");
    let whole = &made[Path::new("man/pao.1")];
    for words in ["PAO_TOKEN", "primary_only", ".SH FILES", "pao\\-access", "pao\\-rules"] {
        assert!(whole.contains(words), "{words}");
    }
}

/// The examples of a page, as they are typed.
fn examples(page: &str) -> Vec<String> {
    let (_, rest) = page.split_once(".SH EXAMPLES\n").unwrap();
    let section = rest.split("\n.SH ").next().unwrap();
    let typed = section.lines().filter(|line| !line.starts_with('.'));
    let typed: Vec<String> =
        typed.map(|line| line.replace("\\-", "-").replace("\\*(Aq", "'").replace("\\&", "")).collect();
    typed.join("\n").replace("\\\\\n", "").lines().map(str::to_owned).collect()
}

/// The words of a simple command line: up to a pipe or a redirection, quotes taken off.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    let quoted = parts.flat_map(|(place, part)| match place % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![part.to_owned()],
    });
    quoted.take_while(|word| !["|", "<", ">", "#"].contains(&&word[..1.min(word.len())])).collect()
}

#[test]
fn every_example_is_a_command_line_that_is_understood() {
    let scene = Scene::new();
    for action in pao::commands() {
        let page = fs::read_to_string(format!("man/pao-{}.1", action.replace('.', "-"))).unwrap();
        let examples = examples(&page);
        assert!(examples.iter().filter(|line| line.contains("pao ")).count() >= 2, "{action}: {examples:?}");
        let makes_files = |line: &str| ["pao demo", "pao init"].iter().any(|begin| line.starts_with(begin));
        for line in examples.iter().filter(|line| line.starts_with("pao ") && !makes_files(line)) {
            let run = scene.prose("nobody", words(line).into_iter().skip(1).chain(["--no-input".to_owned()]));
            // Whatever becomes of it where nothing is: it is not the words that are wrong.
            let wrong = ["unexpected", "unknown command", "must be", "internal error"];
            assert!(!wrong.iter().any(|words| run.err.contains(words)), "{line}: {run}");
        }
    }
}

#[test]
fn the_page_of_pao_lists_the_variables_that_help_lists() {
    let listed = Scene::new().prose("nobody", ["help", "environment"]).done().out;
    let names = listed
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'));
    let whole = &made()[Path::new("man/pao.1")];
    let names: Vec<&str> = names.collect();
    assert!(names.len() > 8, "{listed}");
    for name in names {
        assert!(whole.contains(&format!("\\fB{name}\\fR")), "{name} is not in pao.1");
    }
}

/// What a linter says about these files; nothing, if all is well.
fn remarks(linter: &str, options: &[&str], files: &[PathBuf]) -> String {
    let mut command = Command::new(linter);
    command.args(options).args(files).stdin(Stdio::null());
    let output = command.output().unwrap_or_else(|_| panic!("no {linter}; apt-get install {linter}"));
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn mandoc_has_nothing_to_say_about_any_page() {
    let pages: Vec<PathBuf> = made().into_keys().filter(|path| path.starts_with("man")).collect();
    assert!(pages.len() > 80);
    assert_eq!(remarks("mandoc", &["-Tlint"], &pages), "");
    let machine = Machine::empty();
    let bad = machine.file("bad.1", ".SH NAME\nbad\n");
    assert!(remarks("mandoc", &["-Tlint"], &[bad.into()]).contains("missing manual title"), "the linter looks");
}

#[test]
fn shellcheck_has_nothing_to_say_about_any_script() {
    let machine = Machine::empty();
    let asking = machine.file("asking.bash", machine.run(None, &["completions", "bash"]).ends(0).out);
    let mut scripts: Vec<PathBuf> = [&asking, ".ci/run", "completions/pao.bash"].map(PathBuf::from).into();
    let packaging = fs::read_dir("src/packaging").unwrap().map(|entry| entry.unwrap().path());
    let is_script = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| text.starts_with("#!"));
    scripts.extend(packaging.filter(is_script));
    assert!(scripts.len() > 3, "{scripts:?}");
    assert_eq!(remarks("shellcheck", &[], &scripts), "");
    let bad = machine.file("bad.sh", "#!/bin/sh\nrm $1\n");
    assert!(remarks("shellcheck", &[], &[bad.into()]).contains("SC2086"), "the linter looks");
}

#[test]
fn man_prints_roff_in_a_pipe_and_text_at_a_terminal() {
    let scene = Scene::new();
    let roff = fs::read_to_string("man/pao-access-add.1").unwrap();
    for words in [&["access", "add"][..], &["access-add"], &["pao", "access", "add"], &["pao-access-add.1"]] {
        let argv = ["man"].iter().chain(words).copied();
        assert_eq!(scene.prose("nobody", argv.clone()).done().out, roff, "{words:?}");
        assert_eq!(scene.run("nobody", argv).done().json()["page"], "pao-access-add.1");
    }
    assert_eq!(scene.prose("nobody", ["man"]).done().out, fs::read_to_string("man/pao.1").unwrap());
    assert_eq!(
        scene.prose("nobody", ["man", "pao-rules.7"]).done().out,
        fs::read_to_string("man/pao-rules.7").unwrap()
    );
    for (page, words) in [("access-add", "EXAMPLES\n      pao access add bob@example.com"), ("pao-rules.7", "R6: ")] {
        let text = scene.call("nobody", ["man", page]).at_a_terminal(pao::ui::ask::Refusing).run().done().out;
        assert!(text.contains(words) && !text.contains(".SH") && !text.contains("\\f"), "{text}");
    }
    let unknown = scene.run("nobody", ["man", "acces", "add"]).refused("not_found");
    assert_eq!(unknown.error()["hint"], "did you mean `pao man access add`?");
}
