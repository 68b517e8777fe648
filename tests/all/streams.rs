//! stdout is the answer and does not depend on who looks; stderr is the conversation and can be turned off.
//!
//! Tables for people are made for the terminal that shows them: widths, relative times and colours are theirs. JSON, CSV
//! and single values are not.
use crate::actions::{AT_A_SITE, ELSEWHERE, action, views};
use crate::call::{Call, Run};
use crate::cast::{Cast, id};
use crate::console::Console;
use crate::machine::{AWAKE, Ran};
use crate::matrix::line;
use crate::schema::whole_story;
use crate::world::{Frozen, password};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::Path;
use std::thread;

/// How commands are run that answer in JSON.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub enum Way {
    #[default]
    InAPipe,
    AtATerminal,
    Quietly,
}

impl Way {
    pub fn set(self, call: Call<'_>) -> Call<'_> {
        match self {
            Self::InAPipe => call,
            Self::AtATerminal => call.shown_at_a_terminal(),
            Self::Quietly => call.option("--quiet"),
        }
    }
}

thread_local! {
    static WAY: Cell<Way> = const { Cell::new(Way::InAPipe) };
    /// What was run since somebody began to listen: the line without global options, status, stdout and stderr.
    static HEARD: RefCell<Option<Vec<Run>>> = const { RefCell::new(None) };
}

pub fn way() -> Way {
    WAY.get()
}

/// Notes it, where somebody listens; the folder of the scene is another one every time.
pub fn hear(run: &Run, root: &Path) {
    HEARD.with_borrow_mut(|heard| {
        let Some(heard) = heard else { return };
        let plain = |text: &str| text.replace(&*root.to_string_lossy(), "ROOT").replace(" --quiet", "");
        heard.push(Run { argv: plain(&run.argv), status: run.status, out: plain(&run.out), err: run.err.clone() });
    });
}

fn told(way: Way) -> Vec<Run> {
    WAY.set(way);
    HEARD.set(Some(Vec::new()));
    whole_story();
    WAY.set(Way::InAPipe);
    HEARD.take().unwrap()
}

#[test]
fn the_whole_story_is_told_alike_in_a_pipe_at_a_terminal_and_quietly() {
    let [pipe, terminal, quiet] = thread::scope(|scope| {
        [Way::InAPipe, Way::AtATerminal, Way::Quietly]
            .map(|way| scope.spawn(move || told(way)))
            .map(|story| story.join().unwrap())
    });
    assert!(pipe.len() > 150 && pipe.len() == terminal.len() && pipe.len() == quiet.len(), "{}", pipe.len());
    for ((pipe, terminal), quiet) in pipe.iter().zip(&terminal).zip(&quiet) {
        for other in [terminal, quiet] {
            assert_eq!((pipe.status, &pipe.argv), (other.status, &other.argv));
            assert_eq!(pipe.out, other.out, "{}", pipe.argv);
        }
        assert!(quiet.status != 0 || quiet.err.is_empty(), "{quiet}");
    }
    assert!(pipe.iter().any(|run| run.status == 0 && !run.err.is_empty()), "otherwise somebody says something");
}

/// Who does a row, and at which site: the first of them who is let do it.
const DOERS: &[(&str, usize)] =
    &[("ann", 0), ("ops", 0), ("cy", 0), ("pat", 2), ("ops", 2), ("new", 0), ("dee", 0), ("bob", 0), ("nobody", 0)];

/// What nobody of the cast can do; the story does it.
const ELSEWHERE_DONE: &[&str] = &["operator.remove", "outbox.retry"];

/// A row by one of them; everything is put back as it was, the dice too.
fn done(cast: &Cast, frozen: &Frozen, doer: (&str, usize), row: &str, way: impl Fn(Call<'_>) -> Call<'_>) -> Run {
    let (name, site) = doer;
    let site = AT_A_SITE.contains(&row).then(|| cast.numbers[site].as_str());
    let drawn = cast.scene.drawn.get();
    let call = cast.scene.call(&id(name), line(cast, name, row, site)).typing(&[&password(&id(name))]);
    let run = way(call).run();
    cast.scene.drawn.set(drawn);
    if run.status == 0 && !views(action(row)) {
        cast.scene.thaw(frozen);
    }
    run
}

/// Does each row in every way. Gives the actions that somebody was let do.
fn does_all(rows: &[&'static str]) -> BTreeSet<&'static str> {
    let cast = Cast::assemble();
    let frozen = cast.scene.freeze();
    let mut succeeded = BTreeSet::new();
    for row in rows {
        let quiet = |doer: &&(&str, usize)| done(&cast, &frozen, **doer, row, |call| call.option("--quiet"));
        let mut tried = DOERS.iter().map(|doer| (*doer, quiet(&doer)));
        let Some((doer, quiet)) = tried.find(|(_, run)| run.status == 0) else { continue };
        succeeded.insert(action(row));
        let run = |option: &str| done(&cast, &frozen, doer, row, |call| call.option(option));
        let shown = |option: &str| done(&cast, &frozen, doer, row, |call| call.option(option).shown_at_a_terminal());
        let shown_quiet = shown("--quiet");
        assert!(shown_quiet.status == 0 && shown_quiet.err.is_empty() && quiet.err.is_empty(), "{quiet}{shown_quiet}");
        for format in ["--format=json", "--format=csv"].iter().take(if views(action(row)) { 2 } else { 1 }) {
            let (plain, shown) = (run(format), shown(format));
            assert_eq!((plain.status, &plain.out), (shown.status, &shown.out), "{plain}");
        }
    }
    succeeded
}

#[test]
fn every_deed_is_silent_when_it_is_told_to_be_and_answers_alike_at_a_terminal() {
    let rows: Vec<&'static str> = AT_A_SITE.iter().chain(ELSEWHERE).copied().collect();
    let succeeded: BTreeSet<&str> = thread::scope(|scope| {
        let threads: Vec<_> = rows.chunks(rows.len().div_ceil(2)).map(|part| scope.spawn(|| does_all(part))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let all: BTreeSet<&str> = rows.iter().map(|row| action(row)).collect();
    let missing: Vec<&&str> = all.difference(&succeeded).collect();
    assert_eq!(missing, ELSEWHERE_DONE.iter().collect::<Vec<_>>(), "nobody was let do these");
}

/// What a script reads: JSON, CSV, single values, and what is a file.
const READ: &[&str] = &[
    "--json whoami",
    "--json access list",
    "--json status",
    "--json audit list",
    "--json access list --color always",
    "--format csv access list",
    "--format csv site list --no-header",
    "access export",
    "db path",
    "schema access list",
    "completions bash --static",
    "--version",
];

#[test]
fn the_real_program_writes_the_same_bytes_to_a_terminal() {
    let machine = AWAKE.machine();
    for argv in READ {
        let words: Vec<&str> = argv.split(' ').collect();
        let piped = machine.run(Some(&AWAKE.ann), &words).ends(0);
        // The terminal itself would add a carriage return to every line.
        let mut sh = machine.command("/bin/sh");
        sh.args(["-c", "stty -opost; echo '[begun]'; \"$@\"; echo '[over]'; read end", "sh", crate::machine::PAO])
            .args(&words);
        sh.envs([AWAKE.ann.signed_in()]).env("TERM", "xterm");
        let mut console = Console::run(sh);
        console.sees("[begun]\n");
        let shown = console.sees("[over]\n");
        assert_eq!(shown, format!("{}{}", piped.out, piped.err), "{argv}");
    }
    let colours = Ran::of(&machine.pao(Some(&AWAKE.ann), &["access", "list", "--color", "always"]).output().unwrap());
    assert!(colours.out.contains('\u{1b}'), "a table would have them");
}
