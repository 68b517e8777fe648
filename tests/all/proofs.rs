//! The compile-fail doctests of `src/proofs.rs`, once more: rustdoc compares the named error code on nightly only, so
//! each program that must not compile is given to the compiler here, and must be refused for that reason and no other.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

/// One program of a proof: what it proves, the codes that it is refused with (none for the twin), its text.
struct Program {
    proof: usize,
    codes: BTreeSet<String>,
    text: String,
}

/// Every fenced program of `src/proofs.rs`, without the marks of the doctest.
fn programs() -> Vec<Program> {
    let (mut found, mut proof, mut open) = (vec![], 0, None::<Program>);
    for line in fs::read_to_string("src/proofs.rs").unwrap().lines() {
        let Some(line) = line.strip_prefix("///") else {
            proof += usize::from(line.starts_with("pub enum"));
            continue;
        };
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (line.strip_prefix("```"), &mut open) {
            (Some(marks), None) => {
                let named = if marks.is_empty() { "" } else { marks.strip_prefix("compile_fail,").expect(marks) };
                let codes = named.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
                open = Some(Program { proof, codes, text: String::new() });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (None, Some(program)) => {
                program.text += line.strip_prefix("# ").unwrap_or(line);
                program.text.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

/// The folder with the library that this test was built against, and the libraries in it, newest first.
fn libraries() -> (PathBuf, Vec<PathBuf>) {
    let folder = Path::new(env!("CARGO_BIN_EXE_pao")).parent().unwrap().join("deps");
    let mut found: Vec<(SystemTime, PathBuf)> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("libpao-") && name.ends_with(".rlib")
        })
        .map(|path| (fs::metadata(&path).unwrap().modified().unwrap(), path))
        .collect();
    found.sort();
    (folder, found.into_iter().rev().map(|(_, path)| path).collect())
}

fn compile(text: &str, folder: &Path, library: &Path, name: &str) -> Output {
    let out = folder.parent().unwrap().join("tmp-proofs");
    fs::create_dir_all(&out).unwrap();
    let source = out.join(format!("{name}.rs"));
    fs::write(&source, text).unwrap();
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--cap-lints", "allow"]);
    rustc.arg("--out-dir").arg(&out).arg("-L").arg(format!("dependency={}", folder.display()));
    rustc.arg("--extern").arg(format!("pao={}", library.display())).arg(&source).output().expect("rustc")
}

/// The codes of the errors in what the compiler said; an error without a code counts as `error`.
fn codes(said: &Output) -> BTreeSet<String> {
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    let errors = words.lines().filter(|line| line.starts_with("error") && !line.starts_with("error: aborting"));
    errors.map(|line| line.strip_prefix("error[").map_or("error", |rest| &rest[..5]).to_owned()).collect()
}

#[test]
fn each_program_is_refused_for_its_reason_and_no_other() {
    let (folder, libraries) = libraries();
    let fits = |library: &&PathBuf| compile("pub use pao::proofs::Store;", &folder, library, "any").status.success();
    let library = libraries.iter().find(fits).expect("the library of this test");
    let programs = programs();
    let wrong = |(number, program): (usize, &Program)| -> Option<String> {
        let said = compile(&program.text, &folder, library, &format!("program{number}"));
        (codes(&said) != program.codes).then(|| {
            format!("expected {:?}:\n{}\n{}", program.codes, program.text, String::from_utf8_lossy(&said.stderr))
        })
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let halves = [0, 1].map(|half| {
            let (programs, wrong) = (&programs, &wrong);
            scope.spawn(move || {
                programs.iter().enumerate().filter(|(n, _)| n % 2 == half).filter_map(wrong).collect::<Vec<_>>()
            })
        });
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(programs.iter().filter(|program| !program.codes.is_empty()).count(), 18, "proofs were added or lost");
}

#[test]
fn each_refused_program_stands_beside_one_that_compiles() {
    let programs = programs();
    for program in programs.iter().filter(|program| !program.codes.is_empty()) {
        let twin = programs.iter().any(|other| other.proof == program.proof && other.codes.is_empty());
        assert!(twin, "no twin for:\n{}", program.text);
    }
}
