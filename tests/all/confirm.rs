//! R19: what outlives or ends a sign-in asks for the password again. A sign-in that was stolen or left open is not enough.
use crate::call::Call;
use crate::matrix::State;
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use std::cell::RefCell;
use std::rc::Rc;

/// Whose sign-in was stolen, and what the thief does with it. `SITE` is Ann's, `ASLEEP` waits for Pat.
const STOLEN: &[(&str, &str)] = &[
    (ANN, "token create --site SITE --can list-access,change-access,name-secondary --ttl 365d"),
    (CY, "token create --site SITE --can enter --ttl 1d"),
    (CY, "account close --yes"),
    (OTTO, "account close --yes"),
    (OPS, "site close --site SITE --reason none --yes"),
    (OPS, "site withdraw --site ASLEEP --reason none --yes"),
    (OPS, "operator remove otto@vendor.example --yes"),
    (OPS, "operator remove ops@vendor.example --yes"),
    (OPS, "operator add dee@example.com"),
    (ANN, "contact set-primary bob@example.com --yes"),
    (ANN, "contact set-primary bob@example.com --former none --yes"),
    (CY, "account update --email cy@elsewhere.example"),
    (CY, "account update --last-name Thief --email cy@elsewhere.example"),
    (CY, "account update --question Who?"),
    (CY, "account change-password"),
];

const OTTO: &str = "otto@vendor.example";
const FRESH: &str = "umbrella walnut Sextant quarry";
const WRONG: &str = "not the password of anybody";

/// Everybody whom the thief could have met.
fn house() -> (Scene, String, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    scene.person(OTTO);
    scene.confirmed(OPS, ["operator", "add", OTTO]).done();
    let asleep = scene.enroll("Sleepy", "pat@example.com");
    (scene, site, asleep)
}

/// The words of a line, with the files that new secrets come from: lines of standard input after the password.
fn words(line: &str, site: &str, asleep: &str) -> Vec<String> {
    let argv = line.split(' ').map(|word| match word {
        "SITE" => site.to_owned(),
        "ASLEEP" => asleep.to_owned(),
        word => word.to_owned(),
    });
    let further: &[&str] = match line {
        _ if line.contains("--question") => &["--answer-file", "-"],
        _ if line.contains("change-password") => &["--new-password-file", "-"],
        _ => &[],
    };
    argv.chain(further.iter().map(|word| (*word).to_owned())).collect()
}

fn with<'a>(argv: &'a [String], further: &[&'a str]) -> Vec<&'a str> {
    argv.iter().map(String::as_str).chain(further.iter().copied()).collect()
}

/// What would have happened to everybody, but for the counters.
fn state(scene: &Scene) -> String {
    State::read(&scene.reader()).rows
}

fn failures(scene: &Scene, who: &str) -> String {
    scene.rows(&format!("SELECT failures FROM person WHERE id = '{who}'"))[0][0].clone()
}

#[test]
fn a_stolen_sign_in_alone_is_a_missing_password_said_before_the_file_is_opened() {
    let (scene, site, asleep) = house();
    let before = scene.dump(&[]);
    for (who, line) in STOLEN {
        let argv = words(line, &site, &asleep);
        for further in [&[][..], &["--dry-run"], &["--db", "nowhere/pao.db"]] {
            let run = scene.typed(who, with(&argv, further), &[]).refused("usage");
            assert!(run.error()["message"].as_str().unwrap().contains("--password-file"), "{run}");
        }
        // An empty line is no password; it is missing as well.
        let run = scene.typed(who, with(&argv, &["--password-file", "-", "--db", "nowhere/pao.db"]), &[""]);
        run.refused("usage");
    }
    assert_eq!(scene.dump(&[]), before);
}

#[test]
fn a_wrong_password_is_refused_last_counted_and_changes_nothing() {
    for (who, line) in STOLEN {
        let (scene, site, asleep) = house();
        let argv = words(line, &site, &asleep);
        let (before, letters) = (state(&scene), scene.letters().len());
        for (count, further) in [("1", &["--password-file", "-"][..]), ("2", &["--password-file", "-", "--dry-run"])] {
            let run = scene.typed(who, with(&argv, further), &[WRONG, FRESH]).refused("confirm_password");
            assert_eq!((run.status, run.error()["rule"].as_str()), (3, Some("R19")), "{run}");
            assert_eq!(failures(&scene, who), count, "{run}");
            let action = scene.last_entry();
            assert!(action.ends_with(" refused confirm_password") && action.contains(&argv[0]), "{action}");
        }
        assert_eq!((state(&scene), scene.letters().len()), (before, letters), "{line}");
        // Guessing is slowed down as it is at `login`, by the same counter.
        for count in 3..=6 {
            scene.typed(who, with(&argv, &["--password-file", "-"]), &[WRONG, FRESH]).refused("confirm_password");
            assert_eq!(failures(&scene, who), count.to_string());
        }
        let right = [&password(who), FRESH];
        scene.typed(who, with(&argv, &["--password-file", "-"]), &right).refused("throttled");
        scene.typed(who, ["login", who, "--password-file", "-"], &[&password(who)]).refused("throttled");
        scene.run(who, ["whoami"]).done();
        scene.check();
    }
}

#[test]
fn the_password_opens_each_of_them_and_so_does_that_of_as() {
    for (who, line) in STOLEN {
        let (scene, site, asleep) = house();
        let argv = words(line, &site, &asleep);
        let secrets = [&password(who), FRESH];
        let before = scene.dump(&["sign_in"]);
        let run = scene.typed(who, with(&argv, &["--password-file", "-", "--dry-run"]), &secrets).done();
        assert_eq!((&run.json()["changed"], &run.json()["dry_run"]), (&true.into(), &true.into()), "{run}");
        assert_eq!(scene.dump(&["sign_in"]), before, "{line}");
        let frozen = scene.freeze();
        let run = scene.typed(who, with(&argv, &["--password-file", "-"]), &secrets).done();
        assert_eq!(run.json()["changed"], true, "{run}");
        scene.check();
        scene.thaw(&frozen);
        // Nobody is signed in there: the password is given once.
        let run = scene.typed("nobody", with(&argv, &["--as", who, "--password-file", "-"]), &secrets).done();
        assert_eq!(run.json()["changed"], true, "{run}");
        scene.thaw(&frozen);
        scene
            .typed("nobody", with(&argv, &["--as", who, "--password-file", "-"]), &[WRONG, FRESH])
            .refused("sign_in_failed");
        assert_eq!(failures(&scene, who), "1", "{line}");
    }
}

#[test]
fn no_automation_token_does_any_of_them_whatever_the_password() {
    let (scene, site, asleep) = house();
    let everything = "enter,list-access,change-access,name-secondary,decide-nominations,update-contacts";
    let made = scene.confirmed(ANN, ["token", "create", "--site", &site, "--can", everything]).done();
    let token = made.json()["token"].as_str().unwrap().to_owned();
    let before = state(&scene);
    for (_, line) in STOLEN {
        let argv = words(line, &site, &asleep);
        let argv = with(&argv, &["--password-file", "-"]);
        let call = scene.call("robot", argv).typing(&[&password(ANN), FRESH]).with("PAO_TOKEN", &token);
        call.json().refused("token_scope");
    }
    assert_eq!(state(&scene), before);
}

/// Every rule of the action comes before the password, which comes last.
#[test]
fn what_another_rule_refuses_is_refused_by_that_rule() {
    let (scene, site, asleep) = house();
    for (who, line, code) in [
        (ANN, "token create --site SITE --can provision", "token_scope"),
        (DEE, "token create --site SITE --can enter", "not_found"),
        (OPS, "token create --site SITE --can enter", "operator_apart"),
        (ANN, "account close --yes", "primary_stays"),
        (ANN, "site close --site SITE --reason none --yes", "operator_only"),
        (OPS, "site close --site ASLEEP --reason none --yes", "wrong_state"),
        (OPS, "site close --site 9999999 --reason none --yes", "not_found"),
        (OPS, "site withdraw --site SITE --reason none --yes", "wrong_state"),
        (DEE, "operator remove otto@vendor.example --yes", "operator_only"),
        (OPS, "operator remove dee@example.com --yes", "not_found"),
        (OPS, "operator add cy@example.com", "operator_apart"),
        (BOB, "contact set-primary cy@example.com --yes", "change_primary_only"),
        (ANN, "contact set-primary dee@example.com --yes", "wrong_state"),
        ("nobody", "site close --site SITE --reason none --yes", "sign_in_required"),
        ("nobody", "account close --yes", "sign_in_required"),
    ] {
        let argv = words(line, &site, &asleep);
        scene.typed(who, with(&argv, &["--password-file", "-"]), &[WRONG]).refused(code);
    }
    scene.confirmed(OPS, ["operator", "remove", OTTO, "--yes"]).done();
    scene.typed(OPS, ["operator", "remove", OPS, "--yes", "--password-file", "-"], &[WRONG]).refused("last_operator");
    scene.typed(OPS, ["account", "close", "--yes", "--password-file", "-"], &[WRONG]).refused("last_operator");
    for who in [ANN, BOB, DEE, OPS] {
        assert_eq!(failures(&scene, who), "0", "{who}");
    }
    // A missing --yes is said before anything else.
    for (who, line) in STOLEN.iter().filter(|(_, line)| line.ends_with(" --yes")) {
        let argv = words(line.trim_end_matches(" --yes"), &site, &asleep);
        let run = scene.typed(who, with(&argv, &["--password-file", "-"]), &[WRONG]).refused("usage");
        assert!(run.error().to_string().contains("--yes"), "{run}");
    }
}

/// Somebody at a terminal who says yes and types a password; every question is kept.
struct Sure {
    asked: Rc<RefCell<Vec<String>>>,
    password: String,
}

impl Asker for Sure {
    fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
        panic!("nobody asks for {question}")
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.asked.borrow_mut().push(question.to_owned());
        Ok(Secret::new(self.password.clone()))
    }
    fn choice(&mut self, question: &str, _: &[String], _: usize) -> Result<usize, Unanswered> {
        panic!("nobody asks for {question}")
    }
    fn yes(&mut self, question: &str, _: bool) -> Result<bool, Unanswered> {
        self.asked.borrow_mut().push(question.to_owned());
        Ok(true)
    }
}

/// Runs a line at a terminal. Gives what came of it, and what was asked.
fn asked(call: Call<'_>, secret: &str) -> (Run, Vec<String>) {
    let asked = Rc::new(RefCell::default());
    let run = call.at_a_terminal(Sure { asked: Rc::clone(&asked), password: secret.to_owned() }).run();
    let asked = asked.borrow().clone();
    (run, asked)
}

#[test]
fn at_a_terminal_it_is_asked_for_once_everything_else_was_judged() {
    let (scene, site, asleep) = house();
    let line = |who: &str, line: &str, secret: &str| asked(scene.call(who, words(line, &site, &asleep)), secret);
    let (run, questions) = line(OPS, "site close --site SITE --reason over", WRONG);
    assert_eq!(run.status, 3, "{run}");
    assert_eq!(questions, [format!("Close site {site} for good?"), format!("Password of {OPS} to confirm")]);
    // Nobody is asked for what cannot be done.
    for (who, refused, status) in [
        (OPS, "site withdraw --site SITE --reason over", 6),
        (OPS, "site close --site ASLEEP --reason over", 6),
        (CY, "site withdraw --site ASLEEP --reason over", 5),
        (CY, "operator remove otto@vendor.example", 4),
        (OPS, "operator remove dee@example.com", 5),
        (OPS, "operator add cy@example.com", 4),
        (DEE, "token create --site SITE --can enter", 5),
        (BOB, "contact set-primary cy@example.com --site SITE", 4),
    ] {
        let (run, questions) = line(who, refused, &password(who));
        assert_eq!((run.status, questions), (status, vec![]), "{run}");
        assert!(run.status != 4 || scene.last_entry().contains("refused"), "it is on record all the same: {run}");
    }
    for (who, done, count) in [
        (ANN, "token create --site SITE --can enter", 1),
        (CY, "account close", 2),
        (OPS, "site close --site SITE --reason over", 2),
    ] {
        let (run, questions) = line(who, done, &password(who));
        assert_eq!((run.status, questions.len()), (0, count), "{run}");
    }
    scene.check();
}

#[test]
fn whoever_owns_a_token_is_told_of_it_and_how_to_end_it() {
    let (scene, site, _) = house();
    let letters = scene.letters().len();
    let argv = [
        "token",
        "create",
        "--site",
        &site,
        "--can",
        "list-access,change-access",
        "--name",
        "ci `id`",
        "--ttl",
        "365d",
    ];
    let dry_run = scene.confirmed(ANN, argv.into_iter().chain(["--dry-run"])).done().json();
    assert_eq!(scene.letters().len(), letters);
    let body = dry_run["notices"][0]["body"].as_str().unwrap();
    assert!(body.contains("(new number)") && !body.contains("pao_"), "{body}");
    let made = scene.confirmed(ANN, argv).done();
    assert_eq!(made.notices(), [format!("token-created {ANN}")]);
    assert_eq!(scene.posts(letters), [format!("token-created {ANN}")]);
    let letter = scene.letter(ANN, "token-created");
    let token = made.json()["token"].clone();
    assert_eq!(made.json()["expires_at"], "2027-11-21T20:15:00Z");
    for words in [
        "Example Corp",
        &site,
        "ci `id`",
        "list-access, change-access",
        "21 November 2027, 20:15 UTC",
        "pao token revoke 1",
        "pao account change-password",
    ] {
        assert!(letter.body.contains(words), "{words}: {}", letter.body);
    }
    assert!(!letter.body.contains(token.as_str().unwrap()));
    assert_eq!(letter.site.as_deref(), Some(&*site));
    // As long as a change of address can be taken back, the old one hears of it too.
    scene
        .typed(CY, ["account", "update", "--email", "cy@new.example", "--password-file", "-"], &[&password(CY)])
        .done();
    let code = scene.letter("cy@new.example", "verification").secret();
    scene.verify_as("cy@new.example", &password(CY), &code).done();
    let made = scene.confirmed(CY, ["token", "create", "--site", &site, "--can", "enter"]).done();
    assert_eq!(made.notices(), [format!("token-created {CY}"), "token-created cy@new.example".to_owned()]);
    scene.check();
}
