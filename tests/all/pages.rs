//! The pager: when it is called, with what, and what becomes of the answer without one.
use crate::machine::AWAKE;
use crate::terminal;
use crate::world::{ANN, CY, Call, Scene};
use pao::ui::ask::Refusing;
use pao::ui::pager::{Handed, Pager, Program};
use rusqlite::Connection;
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

/// What was handed to a pager.
type Shown = Rc<RefCell<Vec<(Program, String)>>>;

/// Somebody who reads what is handed over, or who is not there.
struct Reader {
    shown: Shown,
    database: PathBuf,
    there: bool,
}

impl Pager for Reader {
    fn show(&mut self, program: &Program, text: &[u8]) -> Handed {
        // Somebody may read for hours: the file is closed, and everybody else can write.
        assert!(!self.database.with_extension("db-wal").exists(), "the file is still open");
        Connection::open(&self.database).unwrap().execute_batch("BEGIN EXCLUSIVE; ROLLBACK").unwrap();
        self.shown.borrow_mut().push((program.clone(), String::from_utf8(text.to_vec()).unwrap()));
        if self.there { Handed::Read } else { Handed::Unread }
    }
}

/// A site with two people; a list of them has three lines.
fn two() -> Scene {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, CY, "user", &[]);
    scene
}

/// Runs a call with a reader; gives what stood on stdout and what was handed over.
fn read(scene: &Scene, there: bool, call: Call<'_>) -> (String, Vec<(Program, String)>) {
    let shown = Shown::default();
    let reader = Reader { shown: Rc::clone(&shown), database: scene.database(), there };
    let out = call.paged_by(reader).run().done().out;
    (out, shown.take())
}

fn at(scene: &Scene, argv: &[&str], lines: u16, variables: &[(&str, &str)]) -> (String, Vec<(Program, String)>) {
    let call = scene.call(ANN, argv).at_a_terminal(Refusing).sized(80, lines).with("TERM", "xterm");
    let call = variables.iter().fold(call, |call, (name, value)| call.with(name, value));
    read(scene, true, call)
}

const LIST: &[&str] = &["access", "list"];

#[test]
fn a_list_longer_than_the_terminal_is_paged_and_nothing_else_is() {
    let scene = two();
    let whole = at(&scene, LIST, 40, &[]).0;
    assert_eq!(whole.lines().count(), 3, "{whole}");
    for lines in [1, 2, 3] {
        assert_eq!(at(&scene, LIST, lines, &[]), (String::new(), vec![(Program::Usual, whole.clone())]), "{lines}");
    }
    let quiet = at(&scene, &["access", "list", "--quiet"], 2, &[]);
    assert_eq!(quiet, (String::new(), vec![(Program::Usual, whole.clone())]));
    for (argv, lines, variables) in [
        (LIST, 4, &[][..]),
        (LIST, 2, &[("CI", "1")]),
        (LIST, 2, &[("TERM", "dumb")]),
        (LIST, 2, &[("TERM", "")]),
        (LIST, 2, &[("PAO_FORMAT", "json")]),
        (&["access", "list", "--no-input"], 2, &[]),
        (&["access", "list", "--json"], 1, &[]),
        (&["access", "list", "--format", "csv"], 2, &[]),
        (&["access", "show"], 2, &[]),
        (&["access", "list", "--columns", "id", "--no-header"], 3, &[]),
    ] {
        let (out, shown) = at(&scene, argv, lines, variables);
        assert!(shown.is_empty() && !out.is_empty(), "{argv:?} {lines} {variables:?}");
    }
    let (piped, shown) = read(&scene, true, scene.call(ANN, LIST).with("TERM", "xterm"));
    assert!(shown.is_empty() && piped.lines().count() == 3, "{piped}");
}

#[test]
fn lists_that_are_held_whole_are_paged_too_and_so_are_those_that_stream() {
    let scene = two();
    for argv in [&["status"][..], &["site", "list"], &["audit", "list"], &["config", "list"], &["rules"]] {
        let who = if argv[0] == "config" { crate::world::OPS } else { ANN };
        let call = scene.call(who, argv).at_a_terminal(Refusing).sized(80, 1).with("TERM", "xterm");
        let (out, shown) = read(&scene, true, call);
        assert!(out.is_empty() && shown.len() == 1, "{argv:?}: {out}");
    }
}

#[test]
fn the_person_chooses_the_pager() {
    let scene = two();
    let chosen = |line: &str| Some(Program::Chosen(line.into()));
    for (variables, expected) in [
        (&[("PAGER", "most -x")][..], chosen("most -x")),
        (&[("PAGER", "most"), ("PAO_PAGER", "less -S")], chosen("less -S")),
        (&[("PAGER", "most"), ("PAO_PAGER", "")], None),
        (&[("PAGER", "most"), ("PAO_PAGER", "cat")], None),
        (&[("PAGER", " ")], None),
        (&[("PAGER", "cat")], None),
        (&[("PAGER", "cat -A")], chosen("cat -A")),
        (&[("LESS", "-S")], Some(Program::Usual)),
    ] {
        let (out, shown) = at(&scene, LIST, 2, variables);
        assert_eq!(shown.into_iter().next().map(|(program, _)| program), expected, "{variables:?}");
        assert_eq!(out.is_empty(), expected.is_some(), "{variables:?}");
    }
}

#[test]
fn without_a_pager_the_list_is_written_as_ever() {
    let scene = two();
    let whole = at(&scene, LIST, 40, &[]).0;
    let call = scene.call(ANN, LIST).at_a_terminal(Refusing).sized(80, 2).with("TERM", "xterm");
    let (out, shown) = read(&scene, false, call);
    assert_eq!((out, shown.len()), (whole.clone(), 1));
    let none = scene.call(ANN, LIST).at_a_terminal(Refusing).sized(80, 2).with("TERM", "xterm").run().done();
    assert_eq!(none.out, whole, "where pao runs for somebody else");
    let refused = scene.call(CY, LIST).at_a_terminal(Refusing).sized(80, 1).with("TERM", "xterm");
    let shown = Shown::default();
    let run = refused.paged_by(Reader { shown: shown.clone(), database: scene.database(), there: true }).run();
    assert!(run.status == 4 && run.out.is_empty() && shown.borrow().is_empty(), "{run}");
}

/// The real program at a terminal of three lines, with this pager.
fn begun<'m>(machine: &'m crate::machine::Machine, pager: &str) -> terminal::Scene<'m> {
    let before = format!("stty rows 3 cols 80; export PAO_PAGER='{pager}'; ");
    terminal::Scene::prepared(machine, Some(&AWAKE.ann), &before, "access list --color never")
}

#[test]
fn a_real_pager_gets_the_list_and_ends_as_it_likes() {
    let machine = AWAKE.machine();
    let shown = begun(&machine, "sed s/^/page:/; echo token:$PAO_TOKEN:").ends(0);
    assert!(shown.contains("page:id ") && shown.contains("page:cy@example.com "), "{shown}");
    assert!(shown.contains("token::"), "a sign-in is none of its business: {shown}");
    let shown = begun(&machine, "head -n 1; exit 7").ends(0);
    assert!(shown.contains("id ") && !shown.contains("cy@example.com"), "{shown}");
    let shown = begun(&machine, "no-such-pager-here").ends(0);
    assert!(shown.contains("cy@example.com") && !shown.contains("error:"), "{shown}");
}

#[test]
fn ctrl_c_is_a_key_of_the_pager() {
    let machine = AWAKE.machine();
    for argv in ["access list", "access list --as ann@example.com"] {
        let pager = "trap : INT; cat >list; echo reading; read key </dev/tty || read key </dev/tty; echo key:$key:";
        let before = format!("stty rows 3 cols 80; export PAO_PAGER='{pager}'; ");
        let who = Some(&AWAKE.ann).filter(|_| !argv.contains("--as"));
        let mut scene = terminal::Scene::prepared(&machine, who, &before, argv);
        if argv.contains("--as") {
            scene.sees("Password of ann@example.com: ").types(&AWAKE.ann.password);
        }
        scene.sees("reading").presses_ctrl('c');
        scene.types("q");
        scene.sees("key:").sees("q:");
        scene.ends(0);
    }
}
