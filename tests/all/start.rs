//! The guide for a first-time Primary Contact: every way through it, every place to leave it, and the script at its end.
use crate::letter::Letter;
use crate::machine::{ENROLLED, Machine, PAO, Person, Ran};
use crate::terminal;
use crate::world::{ANN, BOB, CY, OPS, Run, Scene, password};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use rustix::process::geteuid;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fs;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::thread::sleep;
use std::time::Duration;

/// What somebody says when they are asked.
#[derive(Clone)]
enum Say {
    Text(String),
    /// The secret of the newest letter of this kind.
    Mailed(&'static str),
    /// The option that contains this.
    Option(&'static str),
    Yes,
    No,
}

fn text(words: &str) -> Say {
    Say::Text(words.to_owned())
}

/// Somebody at the terminal, who knows what to say to which question, and how often.
struct Somebody {
    knows: Vec<(&'static str, VecDeque<Say>)>,
    asked: Rc<RefCell<Vec<String>>>,
    letters: Rc<RefCell<Vec<Letter>>>,
    database: PathBuf,
    /// At which question, counted from 0, they go; and how.
    leaves: Option<(usize, Unanswered)>,
}

impl Somebody {
    fn answer(&mut self, question: &str) -> Result<Say, Unanswered> {
        // Whoever asks holds no view of the file and no lock on it.
        let other = rusqlite::Connection::open(&self.database).unwrap();
        let busy: i64 = other.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).unwrap();
        assert_eq!(busy, 0, "a transaction is open at: {question}");
        self.asked.borrow_mut().push(question.to_owned());
        if let Some((at, why)) = &self.leaves
            && self.asked.borrow().len() > *at
        {
            return Err(why.clone());
        }
        let known = self.knows.iter_mut().find(|(part, says)| question.contains(part) && !says.is_empty());
        let (_, says) = known.unwrap_or_else(|| panic!("nobody knows: {question} after {:#?}", self.asked.borrow()));
        // The last answer is given as often as it is wanted.
        Ok(if says.len() > 1 { says.pop_front().unwrap() } else { says[0].clone() })
    }

    fn words(&mut self, question: &str) -> Result<String, Unanswered> {
        match self.answer(question)? {
            Say::Text(words) => Ok(words),
            Say::Mailed(kind) => {
                let letters = self.letters.borrow();
                Ok(letters.iter().rfind(|letter| letter.kind == kind).expect("a letter").secret())
            }
            _ => panic!("{question} wants words"),
        }
    }
}

impl Asker for Somebody {
    fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
        self.words(question)
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.words(question).map(Secret::new)
    }
    fn choice(&mut self, question: &str, options: &[String], _: usize) -> Result<usize, Unanswered> {
        let Say::Option(part) = self.answer(question)? else { panic!("{question} is a choice") };
        Ok(options.iter().position(|option| option.contains(part)).unwrap_or_else(|| panic!("{part}: {options:?}")))
    }
    fn yes(&mut self, question: &str, _: bool) -> Result<bool, Unanswered> {
        match self.answer(question)? {
            Say::Yes => Ok(true),
            Say::No => Ok(false),
            _ => panic!("{question} is yes or no"),
        }
    }
}

// Ways, by their numbers.
const NEW: &str = "1";
const KNOWN: &str = "2";
const WAITS: &str = "3";
const SEND_AGAIN: &str = "1";
const HAVE_AN_ID: &str = "2";
const ANOTHER_ADDRESS: &str = "3";
const NEW_PASSCODE: &str = "1";
const ANOTHER_ID: &str = "2";

const ID: &str = "A number, or a code that you have";
const LETTER: &str = "Verification code from the letter";
const PASSCODE: &str = "Temporary passcode from the letter";

/// What Ann says by default: she needs an ID, has the passcode of the Welcome letter, names Bob, and gives nobody else access.
fn ann() -> Vec<(&'static str, VecDeque<Say>)> {
    let one = |part: &'static str, say: Say| (part, VecDeque::from([say]));
    vec![
        one(ID, text(NEW)),
        one("E-mail address", text(ANN)),
        one("First name", text("Ann")),
        one("Last name", text("O'Archer $HOME")),
        one("Country", Say::Option("Germany")),
        one("Security question", text("Name of \"my\" first ship?")),
        one("Password", text(&password(ANN))),
        one("Send this", Say::Yes),
        one("Answer to the security question", text("Nautilus of Trieste")),
        one(LETTER, Say::Mailed("verification")),
        one(PASSCODE, Say::Mailed("welcome")),
        one("Name a Secondary Contact now", Say::Yes),
        one("ID of the person", text(BOB)),
        one("Privileges: the usual ones", Say::Yes),
        one("Last day of the access", text("")),
        one("Give somebody else access", Say::No),
    ]
}

/// The same, but for some answers.
fn ann_but(others: &[(&'static str, &[Say])]) -> Vec<(&'static str, VecDeque<Say>)> {
    let usual = ann().into_iter().filter(|(part, _)| others.iter().all(|(other, _)| other != part));
    others.iter().map(|(part, says)| (*part, says.iter().cloned().collect())).chain(usual).collect()
}

/// Bob has an ID; a site waits for Ann, who has none.
fn enrolled() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    scene.person(BOB);
    let site = scene.enroll("Example Corp", ANN);
    (scene, site)
}

/// Ann runs `pao start`, in JSON. Gives the questions too.
fn start_until(
    scene: &Scene,
    knows: Vec<(&'static str, VecDeque<Say>)>,
    leaves: Option<(usize, Unanswered)>,
) -> (Run, Vec<String>) {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let (letters, database) = (Rc::clone(&scene.posted), scene.database());
    let somebody = Somebody { knows, asked: Rc::clone(&asked), letters, database, leaves };
    let run = scene.call(ANN, ["start"]).at_a_terminal(somebody).json();
    let asked = asked.borrow().clone();
    (run, asked)
}

fn start(scene: &Scene, knows: Vec<(&'static str, VecDeque<Say>)>) -> (Run, Vec<String>) {
    start_until(scene, knows, None)
}

fn script(run: &Run) -> String {
    run.json()["script"].as_str().unwrap().to_owned()
}

/// `id role` of everybody with access.
fn access(scene: &Scene, site: &str) -> Vec<String> {
    let listed = scene.run(OPS, ["access", "list", "--site", site]).done().json();
    let row = |row: &Value| format!("{} {}", row["id"].as_str().unwrap(), row["role"].as_str().unwrap());
    listed.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn from_nothing_to_a_secondary_contact_by_the_commands_themselves() {
    let (scene, site) = enrolled();
    let before: i64 = scene.rows("SELECT max(seq) FROM audit")[0][0].parse().unwrap();
    let (run, asked) = start(&scene, ann());
    let json = run.done().json();
    assert_eq!((&json["id"], &json["site"], &json["secondary"]), (&ANN.into(), &site.clone().into(), &json!([BOB])));
    let trail = scene.rows(&format!("SELECT action || ' ' || outcome FROM audit WHERE seq > {before} ORDER BY seq"));
    let done =
        ["register", "account.verify", "login", "authorize", "access.add"].map(|action| format!("{action} done"));
    assert_eq!(trail.concat(), done);
    assert_eq!(access(&scene, &site), [format!("{ANN} primary"), format!("{BOB} secondary")]);
    scene.check();
    assert!(asked.iter().all(|question| !question.contains("Password of this registration")), "{asked:?}");
    // Whoever comes again is where they were, and is asked about others only.
    let (again, asked) = start(&scene, ann());
    assert_eq!(asked, ["Give somebody else access?"]);
    assert_eq!(script(&again.done()), json["script"].as_str().unwrap());
}

#[test]
fn it_can_be_left_at_every_question_and_goes_on_where_it_stood() {
    for (why, status) in [(Unanswered::Interrupted, 130), (Unanswered::EndOfInput, 2), (Unanswered::Cancelled, 130)] {
        let mut places = 0;
        loop {
            let (scene, site) = enrolled();
            let (run, asked) = start_until(&scene, ann(), Some((places, why.clone())));
            if asked.len() <= places {
                run.done();
                break;
            }
            assert_eq!(run.status, status, "{run}");
            assert!(run.out.is_empty(), "{run}");
            scene.check();
            let there = |sql: &str| scene.rows(sql)[0][0] != "0";
            let (id, waits) = (
                there(&format!("SELECT count(*) FROM person WHERE id = '{ANN}'")),
                there("SELECT count(*) FROM registration"),
            );
            let awake = there("SELECT count(*) FROM site WHERE status = 'active'");
            let words = run.error()["message"].as_str().unwrap().to_owned();
            let nothing = !id && !waits;
            if status == 130 {
                assert_eq!(words.contains("nothing was changed"), nothing, "{words}");
                assert_eq!(words.contains("asked for an ID"), id || waits, "{words}");
                assert_eq!(words.contains("made the ID"), id, "{words}");
            } else {
                assert!(words.contains(" is missing") && run.err.contains("kept: ") != nothing, "{run}");
            }
            let knows = if id {
                KNOWN
            } else if waits {
                WAITS
            } else {
                NEW
            };
            let (run, again) = start(&scene, ann_but(&[(ID, &[text(knows)])]));
            assert_eq!(run.done().json()["secondary"], json!([BOB]));
            assert_eq!(access(&scene, &site), [format!("{ANN} primary"), format!("{BOB} secondary")]);
            let comes_again = |part: &str| again.iter().any(|question| question.contains(part));
            assert!(comes_again("First name") == nothing && comes_again(LETTER) != id, "{again:?}");
            assert!(awake != comes_again(PASSCODE), "{again:?}");
            let actions = "SELECT count(*) FROM audit WHERE outcome = 'done' AND action IN ('authorize', 'account.verify', 'access.add')";
            assert_eq!(scene.rows(actions)[0][0], "4", "Bob's, and each of Ann's once");
            places += 1;
        }
        assert!(places >= 14, "{places}");
    }
}

#[test]
fn a_mistyped_passcode_costs_nothing_a_wrong_one_counts_and_a_new_one_can_be_had() {
    let (scene, site) = enrolled();
    let typed = ["K7Q2-9XH4-K7Q2-9XH4", "what?", "0000-0000-0000-0000", NEW_PASSCODE].map(text).to_vec();
    let typed = [typed, vec![Say::Mailed("passcode")]].concat();
    let (run, asked) = start(&scene, ann_but(&[(PASSCODE, &typed)]));
    let run = run.done();
    assert!(run.err.contains("is mistyped") && run.err.contains("Type one of the numbers"), "the reason: {run}");
    assert_eq!(asked.iter().filter(|question| question.contains(PASSCODE)).count(), 5, "{asked:?}");
    assert!(run.err.contains("was not accepted") || run.err.contains("not accepted"), "{run}");
    let tries = "SELECT kind, state, tries FROM passcode ORDER BY passcode";
    assert_eq!(scene.rows(tries).concat(), ["welcome", "superseded", "1", "requested", "used", "0"]);
    let script = script(&run);
    assert!(script.contains("pao request-passcode --site \"$site\"") && script.contains(&site), "{script}");
}

#[test]
fn a_letter_that_did_not_come_and_a_code_that_was_wrong() {
    let (scene, _) = enrolled();
    let codes = [text(SEND_AGAIN), text("0000-0000-0000-0000"), Say::Mailed("verification")];
    let (run, _) = start(&scene, ann_but(&[(LETTER, &codes)]));
    let run = run.done();
    assert!(run.err.contains("the code and the password were not accepted together"), "{run}");
    assert_eq!(scene.posts(0).iter().filter(|post| post.starts_with("verification ann")).count(), 2);
}

#[test]
fn whoever_has_an_id_already_learns_it_from_the_letter_and_signs_in() {
    let (scene, _) = enrolled();
    scene.person(ANN);
    scene.run(ANN, ["logout"]).done();
    let words = [text("not the password at all"), text(&password(ANN))];
    let (run, asked) = start(&scene, ann_but(&[(LETTER, &[text(HAVE_AN_ID)]), ("Password of", &words)]));
    assert!(run.done().err.contains("try again"));
    assert_eq!(scene.letter(ANN, "already-registered").to, ANN);
    assert_eq!(asked.iter().filter(|question| question.contains("Password of")).count(), 2, "{asked:?}");
}

#[test]
fn after_three_wrong_passwords_one_is_back_at_the_beginning() {
    let (scene, _) = enrolled();
    scene.person(ANN);
    scene.run(ANN, ["logout"]).done();
    let words = ["wrong", "wrong", "wrong", &password(ANN)].map(text);
    let (run, asked) = start(&scene, ann_but(&[(ID, &[text(KNOWN)]), ("Password of", &words)]));
    run.done();
    let times = |part: &str| asked.iter().filter(|question| question.contains(part)).count();
    assert_eq!((times("Password of"), times(ID), times("E-mail address")), (4, 2, 2), "{asked:?}");
}

#[test]
fn one_can_go_back_to_another_address() {
    let (scene, site) = enrolled();
    let addresses = [text("an@example.com"), text(ANN)];
    let codes = [text(ANOTHER_ADDRESS), Say::Mailed("verification")];
    let (run, _) = start(&scene, ann_but(&[("E-mail address", &addresses), (LETTER, &codes)]));
    assert_eq!(run.done().json()["site"], site);
}

#[test]
fn a_code_is_taken_wherever_it_is_pasted() {
    // The passcode of the Welcome letter is all that Ann has, and she tries it at the first question and at the second.
    for early in [true, false] {
        let (scene, site) = enrolled();
        let passcode = scene.letters().into_iter().rfind(|letter| letter.kind == "welcome").unwrap().secret();
        let mistyped = text("K7Q2-9XH4-K7Q2-9XH4");
        let (first, second) = ([mistyped.clone(), text(&passcode), text(NEW)], [text(ANN)]);
        let (late, at_address) = ([text(NEW)], [mistyped, text(&passcode), text(ANN)]);
        let (ways, addresses) = if early { (&first[..], &second[..]) } else { (&late[..], &at_address[..]) };
        let which = [Say::Option("Welcome letter")];
        let knows = ann_but(&[(ID, ways), ("E-mail address", addresses), ("Which letter", &which)]);
        let (run, asked) = start(&scene, knows);
        let run = run.done();
        assert_eq!(run.json()["site"], site, "{run}");
        assert!(run.err.contains("is mistyped") && !run.err.contains(&passcode), "{run}");
        assert!(asked.iter().all(|question| !question.contains(PASSCODE)), "never asked for again: {asked:?}");
    }
    // With its name before it, nobody is asked which letter it is from.
    let (scene, site) = enrolled();
    let passcode = scene.letters().into_iter().rfind(|letter| letter.kind == "welcome").unwrap().secret();
    let (run, asked) = start(&scene, ann_but(&[(ID, &[text(&format!("Temporary passcode: {passcode}")), text(NEW)])]));
    assert_eq!(run.done().json()["site"], site);
    assert!(asked.iter().all(|question| !question.contains("Which letter")), "{asked:?}");
    // A verification code leads on to its address.
    let (scene, site) = enrolled();
    let question_of_the_code = 11;
    let (_, asked) = start_until(&scene, ann(), Some((question_of_the_code, Unanswered::Interrupted)));
    assert!(asked.last().unwrap().contains(LETTER), "{asked:?}");
    let knows = [(ID, &[Say::Mailed("verification")][..]), ("Which letter", &[Say::Option("confirms")])];
    let (run, asked) = start(&scene, ann_but(&knows));
    assert_eq!(run.done().json()["site"], site);
    assert!(asked.iter().all(|question| !question.contains(LETTER)), "{asked:?}");
}

#[test]
fn whoever_is_signed_in_with_the_wrong_id_signs_in_with_another() {
    let (scene, site) = enrolled();
    scene.person(ANN);
    for wrong in [BOB, OPS] {
        let knows = ann_but(&[("Sign in as another", &[Say::Yes]), (ID, &[text(KNOWN)])]);
        let (letters, database, asked) = (Rc::clone(&scene.posted), scene.database(), Rc::default());
        let somebody = Somebody { knows, asked: Rc::clone(&asked), letters, database, leaves: None };
        let json = scene.call(wrong, ["start"]).at_a_terminal(somebody).json().done().json();
        assert_eq!((&json["id"], &json["site"]), (&ANN.into(), &site.clone().into()), "{asked:?}");
        scene.sign_in(wrong);
    }
    // And at the passcode, though a site waits.
    let second = scene.enroll("Second Corp", BOB);
    let (letters, database) = (Rc::clone(&scene.posted), scene.database());
    let knows = ann_but(&[(PASSCODE, &[text(ANOTHER_ID)]), (ID, &[text(KNOWN)])]);
    let somebody = Somebody { knows, asked: Rc::default(), letters, database, leaves: None };
    let json = scene.call(BOB, ["start"]).at_a_terminal(somebody).json().done().json();
    assert!(json["id"] == ANN && json["site"] != second, "{json}");
}

#[test]
fn who_cannot_be_named_is_told_why_and_another_can_be() {
    let (scene, site) = enrolled();
    scene.person(CY);
    let people = ["nobody", "ghost@example.com", OPS, CY, BOB, BOB, CY, "ghost@example.com"].map(text).to_vec();
    let sent = [Say::Yes, Say::No, Say::Yes];
    let usual = [Say::Yes, Say::Yes, Say::Yes, Say::No];
    let knows = ann_but(&[
        ("Send this", &sent),
        ("Which line is to be changed", &[Say::Option("send nothing")]),
        ("Give somebody else access", &[Say::Yes, Say::Yes, Say::Yes, Say::No]),
        ("ID of the person", &people),
        ("Role", &[Say::Option("user"), Say::Option("user"), Say::Option("secondary")]),
        ("Privileges: the usual ones", &usual),
        ("tools", &[Say::Option("full")]),
        ("reporting", &[Say::Option("none")]),
        ("entitlements", &[Say::Option("none")]),
        ("documents", &[Say::Option("none")]),
        ("manage-access", &[Say::Option("none")]),
        ("contact-update", &[Say::Option("none")]),
    ]);
    let (run, _) = start(&scene, knows);
    let run = run.done();
    for words in ["pao register", "is an operator", "not sent", "has access to site"] {
        assert!(run.err.contains(words), "{words}: {run}");
    }
    assert_eq!(
        access(&scene, &site),
        [ANN, BOB, CY].map(|id| {
            format!(
                "{id} {}",
                if id == ANN {
                    "primary"
                } else if id == BOB {
                    "secondary"
                } else {
                    "user"
                }
            )
        })
    );
    let script = script(&run);
    assert!(script.contains(&format!("pao access add {BOB} --site \"$site\" --role secondary\n")), "{script}");
    assert!(script.contains(&format!("pao access add {CY} --site \"$site\" --role user --tools full\n")), "{script}");
}

#[test]
fn one_line_of_a_registration_is_changed_and_the_rest_stays() {
    let (scene, site) = enrolled();
    let names = [text("Wrong"), text("Ann")];
    let line = ("Which line is to be changed", &[Say::Option("First name")][..]);
    let (run, asked) = start(&scene, ann_but(&[line, ("Send this", &[Say::No, Say::Yes]), ("First name", &names)]));
    run.done();
    let times = |question: &str| asked.iter().filter(|asked| *asked == question).count();
    assert_eq!(
        (times("First name"), times("Last name"), times("Password"), times("Country (code or name)")),
        (2, 1, 1, 1)
    );
    assert_eq!(scene.rows(&format!("SELECT first_name FROM person WHERE id = '{ANN}'")).concat(), ["Ann"]);
    assert_eq!(scene.posts(0).iter().filter(|post| *post == "verification ann@example.com").count(), 1);
    assert_eq!(access(&scene, &site).len(), 2);
}

#[test]
fn a_registration_that_is_not_sent_is_filled_in_again() {
    let (scene, site) = enrolled();
    let none = ("Which line is to be changed", &[Say::Option("send nothing")][..]);
    let (run, asked) = start(&scene, ann_but(&[none, ("Send this", &[Say::No, Say::Yes])]));
    let run = run.done();
    assert!(run.err.contains("not sent"), "{run}");
    let times = |part: &str| asked.iter().filter(|question| question.contains(part)).count();
    assert_eq!((times("First name"), times(ID)), (2, 2), "back at the beginning: {asked:?}");
    assert_eq!(scene.posts(0).iter().filter(|post| *post == "verification ann@example.com").count(), 1);
    assert_eq!(access(&scene, &site).len(), 2);
}

#[test]
fn nobody_has_to_be_named() {
    let (scene, site) = enrolled();
    let (run, _) = start(&scene, ann_but(&[("Name a Secondary Contact now", &[Say::No])]));
    let run = run.done();
    assert_eq!(run.json()["secondary"], json!([]));
    assert!(run.err.contains(&format!("pao access add --role secondary --site {site}")), "{run}");
    assert!(!script(&run).contains("access add"));
}

#[test]
fn of_several_sites_one_is_chosen_and_a_sleeping_one_comes_first() {
    let (scene, first) = enrolled();
    let second = scene.enroll("Second Corp", ANN);
    let which = [Say::Option("Second Corp")];
    let (run, asked) = start(&scene, ann_but(&[("Which site?", &which)]));
    // The newest Welcome letter is the second site's.
    assert_eq!(run.done().json()["site"], second);
    assert!(asked.iter().any(|question| question.contains("Which site?")), "{asked:?}");
    let passcode = scene.letters().into_iter().find(|letter| letter.kind == "welcome").unwrap().secret();
    let (run, _) = start(&scene, ann_but(&[(PASSCODE, &[text(&passcode)])]));
    assert_eq!(run.done().json()["site"], first, "the one that sleeps");
    let (run, _) = start(&scene, ann_but(&[("Which site?", &which)]));
    assert_eq!(run.done().json()["site"], second);
}

#[test]
fn it_is_for_primary_contacts_at_a_terminal() {
    let (scene, _) = enrolled();
    scene.run("nobody", ["start"]).refused("usage");
    let (letters, database, asked) = (Rc::clone(&scene.posted), scene.database(), Rc::default());
    let at = |argv: &[&str], who: &str| {
        let (letters, database, asked) = (Rc::clone(&letters), database.clone(), Rc::clone(&asked));
        let knows = ann_but(&[("Sign in as another", &[Say::No])]);
        let somebody = Somebody { knows, asked, letters, database, leaves: None };
        scene.call(who, argv.iter().copied()).at_a_terminal(somebody)
    };
    at(&["start", "--no-input"], ANN).json().refused("usage");
    at(&["start"], ANN).with("CI", "1").json().refused("usage");
    at(&["start", "--as", ANN], ANN).json().refused("usage");
    at(&["start"], ANN).with("PAO_ID", ANN).json().refused("usage");
    at(&["start", "--site", "7000017"], ANN).json().refused("usage");
    at(&["start"], ANN).with("PAO_TOKEN", "pao_00").json().refused("sign_in_required");
    assert!(asked.borrow().is_empty(), "nobody was asked anything: {asked:?}");
    at(&["start"], OPS).json().refused("operator_apart");
    let lost = at(&["start"], BOB).json().refused("not_found");
    assert!(lost.error()["hint"].as_str().unwrap().contains("pao nominate"), "{lost}");
    assert_eq!(*asked.borrow(), ["Sign in as another ID?"; 2]);
    fs::remove_file(scene.database()).unwrap();
    let argv = ["start", "--db", "none.db"];
    at(&argv, ANN).json().refused("no_database");
}

#[test]
fn people_see_the_site_and_get_the_script_where_they_want_it() {
    let (scene, site) = enrolled();
    let (letters, database) = (Rc::clone(&scene.posted), scene.database());
    let walks = |argv: &[&str]| {
        let (letters, database) = (Rc::clone(&letters), database.clone());
        let somebody = Somebody { knows: ann(), asked: Rc::default(), letters, database, leaves: None };
        scene.call(ANN, argv.iter().copied()).with("NO_COLOR", "1").at_a_terminal(somebody)
    };
    let run = walks(&["start"]).run().done();
    assert!(run.out.is_empty() && run.err.contains("`pao start --script` prints"), "{run}");
    assert!(run.err.contains("Example Corp") && run.err.contains("15 characters or more"), "{run}");
    assert!(run.err.contains(&format!("Site {site} is active")) && run.err.contains("next: pao status"), "{run}");
    assert_eq!(run.err.matches("next:").count(), 1, "the commands on the way give no advice: {run}");
    assert!(!run.err.contains("File with"), "a code is asked for, not a file: {run}");
    let asked_for = walks(&["start", "--script"]).run().done();
    assert!(asked_for.out.starts_with("#!/bin/sh\n"), "{asked_for}");
    let piped = walks(&["start"]).with_piped_stdout().run().done();
    assert_eq!(piped.out, asked_for.out);
    let quiet = walks(&["start", "--quiet"]).run().done();
    assert!(quiet.err.is_empty(), "{quiet}");
}

#[test]
fn the_script_holds_what_differs_from_the_usual_and_shellcheck_is_silent() {
    let (scene, site) = enrolled();
    start(&scene, ann()).0.done();
    let flags = "access add cy@example.com --role user --reporting view --expires 2026-12-31 --note";
    scene.person(CY);
    scene.run(ANN, flags.split(' ').chain(["it's `$(date)` \"later\"\u{200d}"])).done();
    scene.give(BOB, &site, "dee@example.com", "user", &[]);
    let script = script(&start(&scene, ann()).0.done());
    let line = script.lines().find(|line| line.contains(CY)).unwrap();
    assert!(line.starts_with("pao access add cy@example.com --site \"$site\" --role user --reporting view --expires 2026-12-31T23:59:59Z --note "), "{line}");
    assert!(line.ends_with(r#""it's "'`$(date)` "later"'"$(printf '\342\200\215')""#), "{line}");
    assert!(!script.contains("dee@example.com"), "Bob's doing, not Ann's");
    assert!(script.contains(r#"--last-name "O'Archer "'$HOME' --country DE"#), "{script}");
    assert!(script.contains(&format!("PAO_DB={}", scene.database().display())), "{script}");
    shellcheck(&script, &scene.path("script.sh"));
}

#[test]
fn whoever_was_handed_the_site_needs_no_passcode_in_the_script() {
    let (scene, site) = enrolled();
    start(&scene, ann()).0.done();
    scene.confirmed(ANN, ["contact", "set-primary", BOB, "--site", &site, "--yes"]).done();
    let (letters, database) = (Rc::clone(&scene.posted), scene.database());
    let somebody = Somebody { knows: ann(), asked: Rc::default(), letters, database, leaves: None };
    let script = script(&scene.call(BOB, ["start"]).at_a_terminal(somebody).json().done());
    assert!(!script.contains("authorize"), "{script}");
    shellcheck(&script, &scene.path("script.sh"));
}

#[test]
fn pao_alone_at_a_terminal_says_where_one_stands() {
    let (scene, site) = enrolled();
    let bare = |who: &str, argv: &[&str]| scene.call(who, argv.iter().copied()).at_a_terminal(pao::ui::ask::Refusing);
    let invited = bare(ANN, &[]).run().done();
    assert!(invited.out.contains("pao start") && invited.err.is_empty(), "{invited}");
    bare(ANN, &[]).json().refused("sign_in_required");
    scene.person(ANN);
    let status = bare(ANN, &[]).run().done();
    assert!(status.out.contains(&format!("pao authorize --site {site}")), "{status}");
    assert_eq!(bare(ANN, &[]).json().done().json()[0]["what"], "passcode");
    assert!(scene.prose(ANN, [""; 0]).done().out.contains("Usage: pao"), "in a pipe it is short help");
    let elsewhere = bare(ANN, &["--db", "none.db"]).run().done();
    assert!(elsewhere.out.contains("pao init") && elsewhere.out.contains("pao start"), "{elsewhere}");
    let theirs = scene.path("theirs");
    fs::create_dir(&theirs).unwrap();
    let folder =
        if geteuid().is_root() { chown(&theirs, Some(4242), None).map(|()| theirs).unwrap() } else { "/".into() };
    let path = folder.join("none.db").display().to_string();
    let elsewhere = bare(ANN, &["--db", &path]).run().done();
    assert!(!elsewhere.out.contains("pao init") && elsewhere.out.contains("pao start"), "{elsewhere}");
    let refused = scene.prose(ANN, ["whoami", "--db", &path]);
    assert!(!refused.err.contains("pao init") && refused.err.contains("PAO_DB"), "{refused}");
}

#[track_caller]
fn shellcheck(script: &str, path: &Path) {
    fs::write(path, script).unwrap();
    let said = Command::new("shellcheck").arg(path).output().expect("shellcheck, from Debian's package shellcheck");
    assert!(said.status.success(), "{}\n{script}", String::from_utf8_lossy(&said.stdout));
}

/// At a terminal where nothing is drawn, as for a screen reader.
fn plain<'m>(machine: &'m Machine, argv: &str) -> terminal::Scene<'m> {
    terminal::Scene::prepared(machine, None, "export PAO_PLAIN=1; ", argv)
}

/// Answers everything up to the end of the registration.
fn registers<'s, 'm>(scene: &'s mut terminal::Scene<'m>, ann: &Person) -> &'s mut terminal::Scene<'m> {
    scene
        .sees("Do you have an ID?")
        .sees("code that you have [1]: ")
        .types("1")
        .sees("E-mail address (your ID): ")
        .types(&ann.id);
    scene.sees("First name: ").types("Ann").sees("Last name: ").types("Archer").sees("Country").sees(": ").types("DE");
    scene.sees("ecurity question").sees(": ").types("First ship?").sees("15 characters or more");
    scene.sees("Password: ").types(&ann.password).sees("Password again: ").types(&ann.password);
    scene.sees("Answer to the security question: ").types("Nautilus of Trieste");
    scene.sees("Answer to the security question again: ").types("Nautilus of Trieste");
    scene.sees("Send this registration? [Y/n] ").types("").sees("A letter is on its way")
}

/// With one symbol wrong, which the check symbol tells.
fn mistyped(passcode: &str) -> String {
    let last = if passcode.ends_with('X') { 'Y' } else { 'X' };
    format!("{}{last}", &passcode[..passcode.len() - 1])
}

#[test]
fn a_new_primary_contact_walks_it_at_a_terminal_leaves_it_and_the_script_does_the_same() {
    let (machine, ann) = (ENROLLED.machine(), &ENROLLED.ann);
    let mut scene = plain(&machine, "start");
    registers(&mut scene, ann).sees("The letter to ann@example.com").sees("or a number: ").presses_ctrl('c');
    let shown = scene.ends(130);
    assert!(shown.contains("interrupted; done, and kept: asked for an ID for ann@example.com"), "{shown}");

    let code = machine.letter(&ann.id, "verification", "Verification code");
    let mut scene = plain(&machine, "start");
    scene.sees("Do you have an ID?").sees("code that you have [1]: ").types(&ENROLLED.passcode);
    scene.sees("Which letter brought this code?").sees("[1]: ").types("1").sees("passcode is kept");
    scene.sees("code that you have [1]: ").types("3").sees("(your ID): ").types(&ann.id);
    scene.sees("The letter to").sees("or a number: ").types(&mistyped(&code)).sees("mistyped");
    scene.sees("or a number: ").types(&code).sees("or of your ID: ").types(&ann.password);
    scene.sees("Signed in as ann@example.com").sees("Site 7000017 is active");
    scene.sees("Name a Secondary Contact now? [Y/n] ").types("y").sees("ID of the person: ").types(&ENROLLED.bob.id);
    scene.sees("Privileges: the usual ones of a secondary").sees("[Y/n] ").types("").sees("no end: ").types("");
    scene.sees("Send this grant? [Y/n] ").types("").sees("Give somebody else access? [y/N] ").presses_ctrl('c');
    let shown = scene.ends(130);
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("came in to site 7000017") && !shown.contains("plum"), "{shown}");

    let mut scene = plain(&machine, "start >script.sh");
    scene.sees("You are signed in as ann@example.com").sees("Secondary Contact of site 7000017: bob@example.com");
    scene.sees("Give somebody else access? [y/N] ").types("");
    scene.ends(0);
    let script = fs::read_to_string(machine.folder.join("script.sh")).unwrap();
    shellcheck(&script, &machine.folder.join("script.sh"));
    machine.is_sound();

    let fresh = ENROLLED.machine();
    let ran = plays(&fresh, &script, ann);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let expected = holds(&machine);
    assert_eq!(expected.as_array().unwrap().len(), 2);
    assert_eq!(holds(&fresh), expected);
    fresh.is_sound();
    // Once more: what is done is done.
    let before = fresh.count("SELECT count(*) FROM access");
    assert_eq!(plays(&fresh, &script, ann).status, Some(0));
    assert_eq!(fresh.count("SELECT count(*) FROM access"), before);
}

#[test]
fn a_code_pasted_at_a_menu_is_taken_where_questions_are_drawn_too() {
    let (machine, ann) = (ENROLLED.machine(), &ENROLLED.ann);
    let mut scene = terminal::Scene::begin(&machine, None, "start");
    scene.sees("Do you have an ID?").sees("code that you have [1]: ").types(&ENROLLED.passcode);
    scene.sees("Which letter brought this code?").sees("> the Welcome letter").types("").sees("passcode is kept");
    scene.sees("code that you have [1]: ").types("3").sees("(your ID): ").types(&ann.id);
    scene.sees("or a number: ").types(&mistyped(&ENROLLED.passcode)).sees("is mistyped");
    scene.sees("or a number: ").types(ANOTHER_ADDRESS).sees("code that you have [1]: ").presses_ctrl('c');
    let shown = scene.ends(130);
    assert!(shown.contains("nothing was changed"), "{shown}");
}

/// Runs the script where everything lies ready but the code, which is put there when its letter comes.
fn plays(machine: &Machine, script: &str, ann: &Person) -> Ran {
    machine.file("start.sh", script);
    machine.file("password", &ann.password);
    machine.file("answer", "Nautilus of Trieste");
    machine.file("passcode", &ENROLLED.passcode);
    let mut sh = machine.command("/bin/sh");
    let path = format!("{}:/usr/bin:/bin", Path::new(PAO).parent().unwrap().display());
    sh.arg("start.sh").env("PATH", path).env("HOME", machine.home("ann")).stdin(Stdio::null());
    let mut child = sh.spawn().unwrap();
    while child.try_wait().unwrap().is_none() {
        let mailed = "SELECT count(*) FROM message WHERE kind = 'verification' AND recipient = 'ann@example.com' AND state = 'delivered'";
        if machine.count(mailed) > 0 && !machine.folder.join("code").exists() {
            machine.file("code", machine.letter(&ann.id, "verification", "Verification code"));
        }
        sleep(Duration::from_millis(100));
    }
    Ran::of(&child.wait_with_output().unwrap())
}

/// Who holds what, without when.
fn holds(machine: &Machine) -> Value {
    let mut listed = machine.does(Some(&ENROLLED.operator), &["access", "list", "--site", &ENROLLED.site], &[]);
    for row in listed.as_array_mut().unwrap() {
        row.as_object_mut().unwrap().remove("granted_at").unwrap();
    }
    listed
}
