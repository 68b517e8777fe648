//! A forgotten password: mailed code and security answer, both, and nothing that tells a stranger anything.
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use pao::model::code::MailedCode;
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use std::cell::RefCell;
use std::rc::Rc;

const ANSWER: &str = "Nautilus of Trieste";
const QUESTION: &str = "Name of my first ship?";
const FRESH: &str = "umbrella walnut Sextant quarry";
const RESET: [&str; 8] = ["account", "reset", "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];

fn house() -> Scene {
    let scene = Scene::new();
    scene.init();
    for id in [ANN, BOB, CY] {
        scene.person(id);
    }
    scene
}

fn stray(number: u8) -> String {
    MailedCode::draw([number; 10]).shown()
}

/// Has a code mailed, and gives it.
fn code(scene: &Scene, id: &str) -> String {
    scene.run("nobody", ["account", "recover", "--email", id]).done();
    scene.letter(id, "recovery").secret()
}

fn reset(scene: &Scene, id: &str, code: &str, answer: &str) -> Run {
    scene.typed("nobody", RESET.into_iter().chain(["--email", id]), &[FRESH, answer, code])
}

fn signs_in(scene: &Scene, id: &str, secret: &str) -> bool {
    scene.typed("elsewhere", ["login", id, "--password-file", "-"], &[secret]).status == 0
}

#[test]
fn code_and_answer_together_give_a_new_password_and_end_every_sign_in() {
    let scene = house();
    scene.typed("phone", ["login", ANN, "--password-file", "-"], &[&password(ANN)]).done();
    for _ in 0..3 {
        assert!(!signs_in(&scene, ANN, "not the password of Ann"));
    }
    let code = code(&scene, ANN);
    let letters = scene.letters().len();
    let run = reset(&scene, ANN, &code, "  nautilus   of TRIESTE ").done();
    assert_eq!((run.json()["id"].as_str(), run.notices()), (Some(ANN), vec![format!("password-changed {ANN}")]));
    assert_eq!(scene.posts(letters), [format!("password-changed {ANN}")]);
    assert_eq!(scene.rows("SELECT sum(failures), sum(not_before) FROM person"), [["0", "0"]]);
    for who in [ANN, "phone"] {
        scene.run(who, ["whoami"]).refused("sign_in_required");
    }
    scene.run(BOB, ["whoami"]).done();
    assert!(signs_in(&scene, ANN, FRESH) && !signs_in(&scene, ANN, &password(ANN)));
    reset(&scene, ANN, &code, ANSWER).refused("code_not_accepted");
    scene.check();
}

#[test]
fn neither_code_nor_answer_opens_anything_alone() {
    let scene = house();
    let (anns, bobs) = (code(&scene, ANN), code(&scene, BOB));
    let before = scene.rows("SELECT id, password FROM person");
    // Another one's code, no code at all, an answer that is wrong, empty or the question; an address without an ID.
    let mut said = Vec::new();
    for (id, code, answer) in [
        (ANN, bobs.as_str(), ANSWER),
        (ANN, &stray(1), ANSWER),
        (ANN, &anns, "Nautilus of Genoa"),
        (ANN, &anns, QUESTION),
        (CY, &anns, ANSWER),
        (CY, &stray(2), ANSWER),
        (DEE, &anns, ANSWER),
        (OPS, &stray(3), ANSWER),
    ] {
        let run = reset(&scene, id, code, answer).refused("code_not_accepted");
        assert_eq!(scene.last_entry(), "account.reset refused code_not_accepted");
        said.push((run.status, run.out, run.err));
    }
    assert!(said.iter().all(|one| *one == said[0]), "{said:#?}");
    assert_eq!(scene.rows("SELECT id, password FROM person"), before);
    scene.run(ANN, ["whoami"]).done();
    let counted = "SELECT id, failures FROM person WHERE failures > 0 ORDER BY id";
    assert_eq!(scene.rows(counted), [[ANN, "2"]], "answers of whoever holds the code, and nothing else");
    assert!(scene.rows("SELECT failures FROM stranger").is_empty());
    reset(&scene, BOB, &bobs, ANSWER).done();
    scene.check();
}

#[test]
fn five_wrong_answers_spend_a_code_and_wrong_codes_spend_nothing() {
    let scene = house();
    let code = code(&scene, ANN);
    for number in 0..5 {
        reset(&scene, ANN, &stray(number), ANSWER).refused("code_not_accepted");
        reset(&scene, ANN, &code, "wrong answer").refused("code_not_accepted");
    }
    assert_eq!(scene.rows("SELECT state, tries FROM code"), [["spent", "5"]]);
    reset(&scene, ANN, &code, ANSWER).refused("code_not_accepted");
    let code = self::code(&scene, ANN);
    for number in 0..12 {
        reset(&scene, ANN, &stray(number), ANSWER).refused("code_not_accepted");
    }
    reset(&scene, ANN, &code, ANSWER).done();
    scene.check();
}

#[test]
fn a_recovery_code_is_good_for_an_hour_and_only_the_newest() {
    let scene = house();
    let first = code(&scene, ANN);
    let second = code(&scene, ANN);
    reset(&scene, ANN, &first, ANSWER).refused("code_not_accepted");
    let frozen = scene.freeze();
    scene.advance(3600);
    reset(&scene, ANN, &second, ANSWER).refused("code_not_accepted");
    scene.thaw(&frozen);
    scene.advance(3599);
    reset(&scene, ANN, &second, ANSWER).done();
    scene.check();
}

#[test]
fn ten_letters_an_hour_are_mailed_and_nobody_is_told_that_it_is_enough() {
    let scene = house();
    let said: Vec<_> = (0..14)
        .map(|_| {
            let run = scene.run("nobody", ["account", "recover", "--email", ANN]).done();
            (run.out, run.err)
        })
        .collect();
    assert!(said.iter().all(|one| *one == said[0]), "{said:?}");
    let mailed = || scene.letters().iter().filter(|letter| letter.kind == "recovery").count();
    // The letter with the verification code was one of the ten.
    assert_eq!(mailed(), 9);
    // The newest one lives on.
    let newest = scene.letter(ANN, "recovery").secret();
    scene.advance(3599);
    scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    assert_eq!(mailed(), 9);
    reset(&scene, ANN, &newest, ANSWER).done();
    scene.advance(1);
    scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    assert_eq!(mailed(), 10);
    scene.check();
}

/// The attack: one `account recover` by anybody ends the code that the owner of the file has mailed.
#[test]
fn a_stranger_who_asks_does_not_take_an_ordered_code_away() {
    let scene = house();
    scene.run("nobody", ["operator", "reset", ANN]).done();
    let ordered = scene.letter(ANN, "recovery").secret();
    let letters = scene.letters().len();
    let said = |id: &str| {
        let run = scene.run("nobody", ["account", "recover", "--email", id]).done();
        (run.out.replace(id, "@"), run.err.replace(id, "@"))
    };
    assert_eq!(said(ANN), said(DEE));
    assert_eq!(scene.letters().len(), letters, "the code that they have is the better one");
    let frozen = scene.freeze();
    let argv = ["account", "reset", "--email", ANN, "--code-file", "-", "--new-password-file", "-"];
    scene.typed("nobody", argv, &[FRESH, &ordered]).done();
    scene.thaw(&frozen);
    // Once it has ended, recovery goes its usual way.
    scene.advance(3600);
    let usual = code(&scene, ANN);
    reset(&scene, ANN, &usual, ANSWER).done();
    scene.check();
}

/// The attack: whoever registers an address again and again fills its mailbox, so that no recovery code comes.
#[test]
fn some_letters_of_an_hour_are_kept_for_recovery() {
    let scene = house();
    scene.advance(3600);
    for _ in 0..15 {
        scene.register_as(ANN, "Stranger", "violet anvil 4711 Orbit").done();
    }
    let mailed = |kind: &str| scene.letters().iter().filter(|letter| letter.to == ANN && letter.kind == kind).count();
    assert_eq!(mailed("already-registered"), 7);
    for _ in 0..5 {
        scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    }
    assert_eq!((mailed("already-registered"), mailed("recovery")), (7, 3));
    reset(&scene, ANN, &scene.letter(ANN, "recovery").secret(), ANSWER).done();
    scene.check();
}

#[test]
fn nobody_learns_whether_an_address_has_an_id() {
    let scene = house();
    for more in [&[][..], &["--json"], &["--dry-run"], &["--json", "--dry-run"]] {
        let ask = |id: &str| {
            let run = scene.prose("nobody", ["account", "recover", "--email", id].iter().chain(more)).done();
            (run.out.replace(id, "@"), run.err.replace(id, "@"))
        };
        assert_eq!(ask(ANN), ask(DEE), "{more:?}");
        assert_eq!(ask(OPS), ask(DEE), "{more:?}");
    }
    assert_eq!(
        scene.run("nobody", ["account", "recover", "--email", ANN]).done().json(),
        serde_json::json!({ "accepted": true })
    );
    let (before, letters) = (scene.dump(&[]), scene.letters().len());
    scene.run("nobody", ["account", "recover", "--email", BOB, "--dry-run"]).done();
    assert_eq!((scene.dump(&[]), scene.letters().len()), (before, letters));
    assert!(scene.letters().iter().all(|letter| letter.kind != "recovery" || letter.to == ANN));
}

/// Answers questions from a list and remembers what was asked.
struct Scripted {
    answers: Vec<&'static str>,
    code: String,
    asked: Rc<RefCell<Vec<String>>>,
}

impl Scripted {
    fn next(&mut self, question: &str) -> Result<String, Unanswered> {
        self.asked.borrow_mut().push(question.to_owned());
        if self.answers.is_empty() {
            return Err(Unanswered::EndOfInput);
        }
        let answer = self.answers.remove(0);
        Ok(if answer == "CODE" { self.code.clone() } else { answer.to_owned() })
    }
}

impl Asker for Scripted {
    fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
        self.next(question)
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.next(&format!("({question})")).map(Secret::new)
    }
    fn choice(&mut self, question: &str, _: &[String], _: usize) -> Result<usize, Unanswered> {
        self.next(question).map(|_| 0)
    }
    fn yes(&mut self, question: &str, _: bool) -> Result<bool, Unanswered> {
        self.next(question).map(|_| false)
    }
}

/// Recovers at a terminal. Gives the questions and what was said.
fn at_a_terminal(scene: &Scene, id: &str, code: &str, answers: &[&'static str]) -> (Vec<String>, Run) {
    let asked = Rc::default();
    let asker = Scripted { answers: answers.to_vec(), code: code.to_owned(), asked: Rc::clone(&asked) };
    let run = scene.call("nobody", ["account", "reset", "--email", id]).at_a_terminal(asker).run();
    let asked = asked.borrow().clone();
    (asked, run)
}

#[test]
fn the_question_is_shown_after_a_valid_code_only() {
    let scene = house();
    let right = code(&scene, ANN);
    for (id, typed) in [(ANN, stray(1)), (BOB, right.clone()), (DEE, right.clone())] {
        let (asked, run) = at_a_terminal(&scene, id, &typed, &["CODE", ANSWER, FRESH]);
        assert_eq!((asked.len(), run.status), (1, 3), "{asked:?}\n{run}");
        assert!(!format!("{asked:?}{run}").contains("first ship"), "{asked:?}\n{run}");
    }
    let (asked, run) = at_a_terminal(&scene, ANN, &right, &["CODE", "wrong answer", FRESH]);
    assert_eq!((asked.len(), run.status), (2, 3), "{asked:?}\n{run}");
    // A slip is asked for again; a weak password too, once code and answer are right.
    let (asked, run) = at_a_terminal(
        &scene,
        ANN,
        &right,
        &["K7Q2-9XH4", "CODE", ANSWER, "short", "Ann Example Ann Example", FRESH, FRESH],
    );
    assert_eq!(run.status, 0, "{asked:?}\n{run}");
    let question = format!("(Answer to: {QUESTION})");
    assert_eq!(asked.iter().filter(|asked| **asked == question).count(), 1, "{asked:?}");
    assert!(asked.iter().all(|asked| ["code", "Answer", "password", "again"].iter().any(|word| asked.contains(word))));
    assert!(signs_in(&scene, ANN, FRESH));
    scene.check();
}

#[test]
fn a_weak_password_and_a_missing_answer_cost_no_try() {
    let scene = house();
    let code = code(&scene, ANN);
    let before = scene.dump(&[]);
    let to =
        |code: &str, new: &str| scene.typed("nobody", RESET.into_iter().chain(["--email", ANN]), &[new, ANSWER, code]);
    to(&code, "short").refused("weak_password");
    to(&stray(1), "short").refused("weak_password");
    to("hello", FRESH).refused("invalid_value");
    // Her name is nobody's business before she has shown who she is.
    to(&code, "Ann Example Ann Example").refused("weak_password");
    let argv = ["account", "reset", "--email", ANN, "--code-file", "-", "--new-password-file", "-"];
    let run = scene.typed("nobody", argv, &[FRESH, &code]).refused("usage");
    assert!(run.err.contains("--answer-file"), "{run}");
    assert_eq!(scene.dump(&[]), before);
    let run = to(&stray(1), "Annabel Example Orbit Vale").refused("code_not_accepted");
    assert_eq!(run.status, 3);
    scene.check();
}

#[test]
fn another_question_makes_the_old_answer_worthless() {
    let scene = house();
    let argv =
        ["account", "update", "--question", "Which boat on which lake?", "--password-file", "-", "--answer-file", "-"];
    for (answer, code) in [("short", "invalid_value"), ("ann@example.com", "invalid_value")] {
        scene.typed(ANN, argv, &[&password(ANN), answer]).refused(code);
    }
    // Bob's code was mailed before he changed his question: what counts is the answer of now.
    let bobs = code(&scene, BOB);
    for who in [ANN, BOB] {
        let run = scene.typed(who, argv, &[&password(who), "Mermaid of Windermere"]).done();
        assert!(!run.out.contains("Mermaid") && !run.out.contains("lake"), "{run}");
    }
    reset(&scene, BOB, &bobs, ANSWER).refused("code_not_accepted");
    reset(&scene, BOB, &bobs, "mermaid of windermere").done();
    let code = code(&scene, ANN);
    reset(&scene, ANN, &code, ANSWER).refused("code_not_accepted");
    reset(&scene, ANN, &code, "Mermaid of Windermere").done();
    scene.check();
}

#[test]
fn recovery_stays_open_while_sign_in_waits() {
    let scene = house();
    for _ in 0..6 {
        assert!(!signs_in(&scene, ANN, "not the password of Ann"));
    }
    scene.typed(ANN, ["login", ANN, "--password-file", "-"], &[&password(ANN)]).refused("throttled");
    let code = code(&scene, ANN);
    reset(&scene, ANN, &stray(1), ANSWER).refused("code_not_accepted");
    let counted = format!("SELECT failures FROM person WHERE id = '{ANN}'");
    assert_eq!(scene.rows(&counted)[0][0], "6", "a code counts against nobody");
    reset(&scene, ANN, &code, ANSWER).done();
    assert!(signs_in(&scene, ANN, FRESH), "the counter begins anew");
    scene.check();
}

#[test]
fn id_and_current_address_both_recover() {
    let scene = house();
    let moved = "ann@new.example";
    scene.confirmed(ANN, ["account", "update", "--email", moved]).done();
    let verification = scene.letter(moved, "verification").secret();
    scene.verify_as(moved, &password(ANN), &verification).done();
    for (asked, typed) in [(ANN, moved), (moved, "ANN@Example.Com")] {
        scene.run("nobody", ["account", "recover", "--email", asked]).done();
        let letter = scene.letter(moved, "recovery");
        reset(&scene, typed, &letter.secret(), ANSWER).done();
    }
    scene.check();
}

#[test]
fn an_operator_without_a_question_is_helped_by_the_owner_of_the_file() {
    let scene = house();
    scene.confirmed(OPS, ["operator", "add", BOB]).done();
    let letters = scene.letters().len();
    scene.run("nobody", ["account", "recover", "--email", OPS]).done();
    assert_eq!(scene.letters().len(), letters, "a code alone would not help");
    let before = scene.dump(&[]);
    scene.run("nobody", ["operator", "reset", OPS, "--dry-run"]).done();
    assert_eq!(scene.dump(&[]), before);
    let run = scene.run("nobody", ["operator", "reset", OPS]).done();
    assert_eq!(run.notices(), [format!("recovery {BOB}"), format!("recovery {OPS}")]);
    assert_eq!(scene.last_entry(), "operator.reset done");
    let (own, other) = (scene.letter(OPS, "recovery"), scene.letter(BOB, "recovery"));
    assert!(own.body.contains("Requested by: the owner of the database file"), "{}", own.body);
    assert!(other.body.contains("Olga Operator") && !other.body.contains("Recovery code"), "{}", other.body);
    let argv = ["account", "reset", "--email", OPS, "--code-file", "-", "--new-password-file", "-"];
    scene.typed("nobody", argv, &[FRESH, &stray(1)]).refused("code_not_accepted");
    scene.typed("nobody", argv, &[FRESH, &own.secret()]).done();
    assert!(signs_in(&scene, OPS, FRESH));
    scene.run(OPS, ["whoami"]).refused("sign_in_required");
    // Anybody can be helped; who ordered it is said where it is known.
    let run = scene.run(BOB, ["operator", "reset", CY]).done();
    assert_eq!(run.notices(), [format!("recovery {BOB}"), format!("recovery {CY}"), format!("recovery {OPS}")]);
    assert!(scene.letter(CY, "recovery").body.contains(&format!("Bob Example ({BOB})")));
    scene.run(BOB, ["operator", "reset", DEE]).refused("not_found");
    scene.check();
}
