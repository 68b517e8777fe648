//! `access import --prune` at a terminal: whom it would revoke is named before it is asked.
use crate::access::{house, words};
use crate::world::{ANN, BOB, CY, Call, DEE, OPS, Run, Scene};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use std::cell::RefCell;
use std::fs;
use std::process::Command;
use std::rc::Rc;

/// Somebody who answers every yes-or-no question alike, after something else has happened.
struct Person {
    asked: Rc<RefCell<Vec<String>>>,
    answer: bool,
    meanwhile: Box<dyn FnMut()>,
}

impl Asker for Person {
    fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
        panic!("nobody asks for {question}")
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        panic!("nobody asks for {question}")
    }
    fn choice(&mut self, question: &str, _: &[String], _: usize) -> Result<usize, Unanswered> {
        panic!("nobody asks for {question}")
    }
    fn yes(&mut self, question: &str, _: bool) -> Result<bool, Unanswered> {
        self.asked.borrow_mut().push(question.to_owned());
        (self.meanwhile)();
        Ok(self.answer)
    }
}

/// Runs a call at a terminal. Gives what came of it, and what was asked.
fn answered(call: Call<'_>, answer: bool, meanwhile: impl FnMut() + 'static) -> (Run, Vec<String>) {
    let asked = Rc::new(RefCell::default());
    let person = Person { asked: Rc::clone(&asked), answer, meanwhile: Box::new(meanwhile) };
    let run = call.at_a_terminal(person).run();
    let asked = asked.borrow().clone();
    (run, asked)
}

fn at_a_terminal(scene: &Scene, line: &str, answer: bool) -> (Run, Vec<String>) {
    answered(scene.call(ANN, words(line)), answer, || {})
}

/// The lines that name somebody.
fn named(run: &Run) -> Vec<&str> {
    // The lines behind the first of a sentence have several words.
    run.err
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| !line.contains(' ') || line.starts_with('…'))
        .collect()
}

fn list(scene: &Scene, lines: &str) {
    fs::write(scene.path("people"), format!("id,role\n{lines}")).unwrap();
}

const PRUNE: &str = "access import people --prune";

#[test]
fn whom_it_would_revoke_is_named_before_the_question_and_a_no_changes_nothing() {
    let (scene, site) = house();
    scene.give(ANN, &site, DEE, "user", &[]);
    list(&scene, &format!("{CY},user\n"));
    let before = scene.dump(&["sign_in"]);
    for flags in ["", " --quiet"] {
        let (run, asked) = at_a_terminal(&scene, &format!("{PRUNE}{flags}"), false);
        assert_eq!((named(&run), run.status), (vec![BOB, DEE], 130), "{run}");
        assert_eq!(asked, [format!("Revoke the access of these 2 people at site {site}?")]);
    }
    assert_eq!(scene.dump(&["sign_in"]), before);
    list(&scene, &format!("{CY},user\n{DEE},user\n"));
    let (run, asked) = at_a_terminal(&scene, PRUNE, true);
    assert_eq!((named(&run), run.status), (vec![BOB], 0), "{run}");
    assert_eq!(asked, [format!("Revoke the access of this person at site {site}?")]);
    assert!(run.out.contains(&format!("- {BOB}")), "{run}");
    // There is nobody to be revoked any more, and nothing to be asked.
    let (run, asked) = at_a_terminal(&scene, PRUNE, true);
    assert_eq!((named(&run), run.status, asked), (vec![], 0, vec![]), "{run}");
    scene.check();
}

#[test]
fn nobody_is_asked_about_a_file_that_cannot_be_imported() {
    let (scene, _) = house();
    for (who, lines, status) in [(ANN, "tom,user\n", 7), (DEE, "", 5), (OPS, "", 2), (BOB, "", 4)] {
        list(&scene, lines);
        if who == BOB {
            // A Secondary Contact who would have to go is the Primary Contact's business.
            scene.run(ANN, words("access add dee@example.com --role secondary")).done();
        }
        let flags = if who == OPS { " --no-input" } else { "" };
        let site = if who == DEE { " --site 7000017" } else { "" };
        let before = scene.dump(&["sign_in", "audit"]);
        let (run, asked) = answered(scene.call(who, words(&format!("{PRUNE}{flags}{site}"))), true, || {});
        assert_eq!((run.status, named(&run), asked), (status, vec![], vec![]), "{run}");
        assert_eq!(scene.dump(&["sign_in", "audit"]), before);
    }
    assert_eq!(scene.last_entry(), "access.import refused primary_only");
    scene.check();
}

#[test]
fn where_other_people_would_be_revoked_by_now_nobody_is() {
    let (scene, site) = house();
    list(&scene, &format!("{CY},user\n"));
    let scene = Rc::new(scene);
    let (other, place) = (Rc::clone(&scene), site.clone());
    let meanwhile = move || other.give(ANN, &place, DEE, "user", &[]);
    let (run, _) = answered(scene.call(ANN, words(PRUNE)), true, meanwhile);
    assert!(run.status == 6 && run.err.contains("other people than those named"), "{run}");
    assert_eq!(scene.rows("SELECT count(*) FROM access WHERE ended_at IS NULL"), [["4"]]);
    // So it is where the file has changed.
    let path = scene.path("people");
    let meanwhile = move || fs::write(&path, format!("id,role\n{BOB},secondary\n")).unwrap();
    let (run, _) = answered(scene.call(ANN, words(PRUNE)), true, meanwhile);
    assert_eq!(run.status, 6, "{run}");
    scene.check();
}

#[test]
fn what_can_be_read_only_once_is_read_once() {
    let (scene, _) = house();
    let lines = format!("id,role\n{CY},user\n");
    let (run, asked) =
        answered(scene.call(ANN, words("access import - --prune")).typing(&[lines.trim_end()]), false, || {});
    assert_eq!((named(&run), asked.len()), (vec![BOB], 1), "{run}");
    let pipe = scene.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = std::thread::spawn(move || fs::write(&pipe, lines).unwrap());
    let (run, asked) = at_a_terminal(&scene, "access import pipe --prune", true);
    writer.join().unwrap();
    assert_eq!((named(&run), asked.len(), run.status), (vec![BOB], 1, 0), "{run}");
    scene.check();
}

#[test]
fn of_very_many_the_rest_is_counted_and_the_answers_of_scripts_stand() {
    let (scene, site) = house();
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
        INSERT INTO person (id, email, first_name, last_name, country, operator, registered_at)
        SELECT 'n' || i || '@example.com', 'n' || i || '@example.com', 'N', 'N', 'DE', 0, 0 FROM n RETURNING person";
    scene.reader().rows(sql);
    let all: Vec<String> = (1..=1100).map(|number| format!("n{number}@example.com,user")).collect();
    list(&scene, &all.join("\n"));
    scene.run(ANN, words("access import people")).done();
    list(&scene, &format!("{BOB},secondary\n{CY},user\n"));
    let (run, asked) = at_a_terminal(&scene, PRUNE, false);
    assert_eq!((named(&run).len(), named(&run).last()), (1001, Some(&"… and 100 more")));
    assert_eq!(asked, [format!("Revoke the access of these 1100 people at site {site}?")]);
    scene.run(ANN, words(PRUNE)).refused("usage");
    let (run, asked) = at_a_terminal(&scene, &format!("{PRUNE} --yes"), false);
    assert_eq!((run.status, asked, named(&run)), (0, vec![], vec![]));
}
