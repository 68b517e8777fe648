//! What did not go is said: by the command whose letter it was, in the same words to everybody; by `outbox`; to operators by
//! `status`. And where letters lie is said too.
use crate::call::Run;
use crate::post::{Nosy, give, outbox, row, scene_by, set, told};
use crate::smtp_script::{Reply, Script, closes, says};
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene, password};
use pao::mail::ProcessPost;
use std::cell::{Cell, RefCell};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::rc::Rc;

/// Nobody listens there.
const NOWHERE: &str = "smtp://localhost:1";
const REFUSED: &str = "queued: connection refused; pao outbox list --state queued";
const NEW: &str = "new@example.com";
/// The password of a registration.
const SECRET: &str = "plum 77 kettle Orbit Lane";

fn lines<'r>(run: &'r Run, start: &str) -> Vec<&'r str> {
    run.err.lines().filter(|line| line.starts_with(start)).collect()
}

/// What a registration says, for people or programs.
fn register(scene: &Scene, format: &str, id: &str) -> Run {
    let who = ["--format", format, "register", "--email", id, "--first-name", "N", "--last-name", "N"];
    let files = ["--country", "DE", "--question", "Which ship?", "--password-file", "-", "--answer-file", "-"];
    scene.call("nobody", who.into_iter().chain(files)).typing(&[SECRET, "Nautilus of Trieste"]).run()
}

#[test]
fn a_command_whose_letter_could_not_go_says_so_and_succeeds() {
    let scene = scene_by(NOWHERE);
    let site = scene.enroll("Sleeper", DEE);
    let sleeping = ["site", "resend-welcome", "--site", &site];
    scene.sign_in(DEE);
    let names = ["--primary-first-name", "E", "--primary-last-name", "E", "--primary-email", "eve@example.com"];
    let enroll: Vec<&str> = ["site", "enroll", "--company", "E", "--country", "DE"].into_iter().chain(names).collect();
    let all: [(&str, &[&str]); 6] = [
        (OPS, &enroll),
        (OPS, &sleeping),
        (ANN, &["access", "add", BOB, "--role", "user"]),
        (ANN, &["access", "revoke", BOB, "--yes"]),
        (DEE, &["request-passcode"]),
        ("nobody", &["account", "recover", "--email", ANN]),
    ];
    for (who, argv) in all {
        let run = scene.run(who, argv).done();
        assert_eq!(lines(&run, "queued"), [REFUSED], "{run}");
        assert!(run.json().is_object() && run.err.lines().all(|line| !line.starts_with("warning")), "{run}");
        let run = scene.call(who, [argv, &["--quiet"]].concat()).json();
        assert!(run.status != 0 || run.err.is_empty(), "{run}");
    }
    // Past the limit of an hour too, when there is no letter any more.
    for format in ["json", "table"].repeat(7) {
        let run = register(&scene, format, NEW).done();
        assert_eq!(lines(&run, "queued"), [REFUSED], "{run}");
    }
    assert_eq!(scene.rows("SELECT count(*) FROM message WHERE recipient = 'new@example.com'"), [["10"]]);
    // Nothing is said of what nobody was to be mailed about, and of a dry run.
    let run = scene.run(ANN, ["access", "revoke", BOB, "--yes", "--if-exists"]).done();
    assert_eq!(lines(&run, "queued"), [""; 0], "{run}");
    let run = scene.run(ANN, ["access", "add", CY, "--role", "user", "--dry-run"]).done();
    assert_eq!(lines(&run, "queued"), [""; 0], "{run}");
    let run = scene.run("nobody", ["account", "recover", "--email", ANN, "--dry-run"]).done();
    assert_eq!(lines(&run, "queued"), [""; 0], "{run}");
    scene.check();
}

#[test]
fn a_command_tells_of_its_own_letters_alone() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    script.replies("RCPT", says("550 5.7.1 not here\r\n"));
    let run = scene.run(ANN, ["access", "add", BOB, "--role", "user"]).done();
    assert_eq!(lines(&run, "queued"), ["queued: 550 5.7.1 not here; pao outbox list --state queued"]);
    // Bob's letter is tried again behind Cy's, and stays; Cy's goes.
    scene.advance(60);
    let (count, before) = (Rc::new(Cell::new(0)), script.letters().len());
    let (seen, says_no) = (Rc::clone(&count), Rc::new(script));
    let script = Rc::clone(&says_no);
    script.replies("RCPT", says("250 fine\r\n"));
    scene.post_by(Nosy(
        ProcessPost::default(),
        Box::new(move || {
            if seen.replace(seen.get() + 1) == 1 {
                says_no.replies("RCPT", says("550 5.7.1 not here\r\n"));
            }
        }),
    ));
    let run = scene.run(ANN, ["access", "add", CY, "--role", "user"]).done();
    assert_eq!((lines(&run, "queued"), count.get(), script.letters().len() - before), (vec![], 2, 1), "{run}");
    assert_eq!(told(&scene, "550"), [row(BOB, "queued", 2, true), row(CY, "delivered", 1, false)]);
    // A letter that is not tried again is not said to be queued.
    script.replies("RCPT", says("550 5.1.1 no such user\r\n"));
    scene.advance(60);
    let run = scene.run(ANN, ["access", "add", DEE, "--role", "user"]).done();
    assert_eq!(lines(&run, "failed"), ["failed: 550 5.1.1 no such user; pao outbox list --state failed"], "{run}");
    assert_eq!(lines(&run, "queued"), [""; 0]);
    scene.check();
}

#[test]
fn a_letter_that_may_have_arrived_is_said_to() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    script.replies(".", closes(""));
    let run = scene.run(ANN, ["access", "add", BOB, "--role", "user"]).done();
    let words = "queued: the connection was closed; the letter may have arrived; pao outbox list --state queued";
    assert_eq!(lines(&run, "queued"), [words]);
}

#[test]
fn mail_that_is_off_is_said_to_be() {
    let scene = scene_by(NOWHERE);
    set(&scene, "mail.transport", "off");
    let words = ["queued: mail is switched off (mail.transport is off); pao outbox list --state queued"];
    let run = scene.run(ANN, ["access", "add", BOB, "--role", "user"]).done();
    assert_eq!(lines(&run, "queued"), words);
    for id in [ANN, NEW] {
        assert_eq!(lines(&scene.run("nobody", ["account", "recover", "--email", id]).done(), "queued"), words);
    }
    let run = scene.run(ANN, ["access", "update", BOB, "--role", "user"]).done();
    assert_eq!(lines(&run, "queued"), [""; 0], "no letter of its own");
}

/// How the mail is: the transport, a setting in which SERVER stands for the server, and how that one replies.
type Mail = (&'static str, &'static str, &'static str, &'static str, Option<(&'static str, Reply)>);

fn ways_of_the_mail() -> Vec<Mail> {
    let (spool, url) = ("mail.spool", "mail.smtp.url");
    let smtp = |name, verb, reply| (name, "smtp", url, "smtp://SERVER", Some((verb, reply)));
    vec![
        ("spool", "spool", "care.contact", "Carla", None),
        ("spool that others can read", "spool", spool, "/tmp", None),
        ("spool below nothing", "spool", spool, "/nowhere/at/all", None),
        ("off", "off", "care.contact", "Carla", None),
        ("no server", "smtp", url, NOWHERE, None),
        ("no address of a server", "smtp", url, "x", None),
        ("does not encrypt", "smtp", url, "smtp+starttls://SERVER", Some(("STARTTLS", says("454 not now\r\n")))),
        smtp("takes all", "NOOP", says("")),
        smtp("takes no sender", "MAIL", says("550 not from you\r\n")),
        smtp("hangs up at the sender", "MAIL", closes("")),
        smtp("takes no addressee", "RCPT", says("550 5.1.1 nobody\r\n")),
        smtp("has enough", "RCPT", says("421 enough\r\n")),
        smtp("takes no letter", ".", says("554 spam\r\n")),
        smtp("hangs up after the letter", ".", closes("")),
        smtp("hangs up", "greeting", closes("")),
    ]
}

/// Two commands that must answer alike, each from the same beginning; `ids` are all that may differ. Gives what is said.
fn alike(scene: &Scene, name: &str, ids: [&str; 2], ask: &dyn Fn(&str) -> Run) -> Run {
    let frozen = scene.freeze();
    let [here, nowhere] = ids.map(|id| {
        let run = ask(id);
        scene.thaw(&frozen);
        run
    });
    let same = |text: &str| text.replace(ids[1], ids[0]);
    let answer = |run: &Run| (run.status, same(&run.out), same(&run.err));
    assert_eq!(answer(&here), answer(&nowhere), "{name}: {here}\n{nowhere}");
    assert!(!here.err.contains(".eml"), "{name}: {here}");
    here
}

#[test]
fn nobody_learns_from_the_mail_who_is_known() {
    let mut silent = Vec::new();
    for (name, transport, key, value, reply) in ways_of_the_mail() {
        let (script, scene) = (Script::start(), scene_by(NOWHERE));
        if let Some((verb, reply)) = reply {
            script.replies(verb, reply);
        }
        let asleep = scene.enroll("Sleeper", DEE);
        set(&scene, "mail.transport", transport);
        set(&scene, key, &value.replace("SERVER", &script.place()));
        for format in ["json", "table"] {
            // Letters of others are due as well.
            scene.advance(DAY / 8);
            scene.sign_in(DEE);
            scene.sign_in(BOB);
            let ask = |who: &str, argv: &[&str]| scene.call(who, [&["--format", format], argv].concat()).run();
            let recover = |id: &str| ask("nobody", &["account", "recover", "--email", id]);
            let said = alike(&scene, name, [ANN, NEW], &recover);
            if lines(&said, "queued").is_empty() && lines(&said, "spooled").is_empty() {
                silent.push(name);
            }
            alike(&scene, name, [ANN, NEW], &|id| register(&scene, format, id));
            alike(&scene, name, [DEE, BOB], &|who| ask(who, &["request-passcode", "--site", &asleep]));
            alike(&scene, name, [ANN, NEW], &|id| {
                let argv = ["--format", format, "account", "update", "--email", id, "--password-file", "-"];
                scene.call(BOB, argv).typing(&[&password(BOB)]).run()
            });
            register(&scene, format, NEW).done();
            alike(&scene, name, [NEW, CY], &|id| {
                let argv = ["--format", format, "account", "resend-code", "--email", id, "--password-file", "-"];
                scene.call("nobody", argv).typing(&[SECRET]).run()
            });
        }
    }
    // Where a server takes the sender, nothing is told of what it says of the letter.
    silent.dedup();
    let expected = ["takes all", "takes no addressee", "has enough", "takes no letter", "hangs up after the letter"];
    assert_eq!(silent, expected);
}

#[test]
fn whoever_is_unknown_costs_the_way_to_the_server_too() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    let heard = |id: &str| {
        let before = script.lines().len();
        scene.run("nobody", ["account", "recover", "--email", id]).done();
        script.lines().split_off(before)
    };
    let (here, nowhere) = (heard(ANN), heard(NEW));
    assert_eq!(here[..2], nowhere[..2]);
    assert_eq!(nowhere, ["EHLO localhost", "MAIL FROM:<pao@localhost>", "RSET", "QUIT"]);
    // What is due to others goes out for both.
    set(&scene, "mail.transport", "off");
    give(&scene, BOB);
    set(&scene, "mail.transport", "smtp");
    let connections = script.connections();
    assert!(heard(NEW).contains(&format!("RCPT TO:<{BOB}>")));
    assert_eq!(script.connections(), connections + 1);
}

#[test]
fn the_spool_says_where_the_letter_lies_and_never_which_it_was() {
    let scene = scene_by(NOWHERE);
    set(&scene, "mail.transport", "spool");
    let run = scene.run(ANN, ["access", "add", BOB, "--role", "user"]).done();
    let said = lines(&run, "spooled: ");
    let path = Path::new(said[0].strip_prefix("spooled: ").unwrap());
    assert!(said.len() == 1 && path.starts_with(scene.path("pao-mail")) && path.is_file(), "{run}");
    assert!(fs::read_to_string(path).unwrap().contains("X-Pao-Notice: access-granted"));
    // Each of several letters.
    scene.give(ANN, "7000017", CY, "secondary", &[]);
    let run = scene.confirmed(ANN, ["contact", "set-primary", CY, "--yes"]).done();
    let said = lines(&run, "spooled: ");
    assert_eq!(said.len(), run.notices().len(), "{run}");
    assert!(said.iter().all(|line| Path::new(&line["spooled: ".len()..]).is_file()), "{run}");
    // Strangers are told the folder, whether there is a letter or not, and of which kind.
    let folder = format!("spooled: {}", scene.path("pao-mail").display());
    for id in [ANN, NEW] {
        assert_eq!(lines(&register(&scene, "table", id).done(), "spooled"), [folder.as_str()], "{id}");
        let run = scene.run("nobody", ["account", "recover", "--email", id]).done();
        assert_eq!(lines(&run, "spooled"), [folder.as_str()], "{id}");
    }
    let left: Vec<_> = fs::read_dir(scene.path("pao-mail")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(left.iter().all(|path| path.extension().is_some_and(|ending| ending == "eml")), "{left:?}");
    // A spool that cannot be used is said to everybody.
    fs::set_permissions(scene.path("pao-mail"), fs::Permissions::from_mode(0o755)).unwrap();
    let run = scene.run(CY, ["access", "add", DEE, "--role", "user", "--site", "7000017"]).done();
    assert!(lines(&run, "queued")[0].contains("is open to others") && lines(&run, "spooled").is_empty(), "{run}");
    // Many letters are counted.
    fs::set_permissions(scene.path("pao-mail"), fs::Permissions::from_mode(0o700)).unwrap();
    let header = "company,country,primary-first-name,primary-last-name,primary-email\n";
    let rows: Vec<String> = (0..30).map(|number| format!("C{number},DE,P,E,p{number}@example.com\n")).collect();
    fs::write(scene.path("sites"), format!("{header}{}", rows.concat())).unwrap();
    let run = scene.run(OPS, ["site", "import", "sites"]).done();
    assert_eq!(lines(&run, "spooled"), [format!("spooled: 30 letters in {}", scene.path("pao-mail").display())]);
    scene.check();
}

#[test]
fn deliver_tries_all_that_waits_and_says_why_it_did_not_go() {
    let script = Script::start();
    let scene = scene_by(NOWHERE);
    give(&scene, BOB);
    give(&scene, CY);
    assert_eq!(told(&scene, "refused"), [row(BOB, "queued", 1, true), row(CY, "queued", 1, true)]);
    // Neither is due yet.
    let run = scene.run(OPS, ["outbox", "deliver"]).refused("delivery_failed");
    let message = run.error()["message"].as_str().unwrap().to_owned();
    assert_eq!(message, "2 letters were not delivered: localhost:1: connection refused");
    assert_eq!(told(&scene, "refused"), [row(BOB, "queued", 2, true), row(CY, "queued", 2, true)]);
    assert_eq!(scene.run(OPS, ["outbox", "deliver", "--dry-run"]).done().json()["due"], 2);
    set(&scene, "mail.smtp.url", &script.url("smtp"));
    let run = scene.run(OPS, ["outbox", "deliver"]).done().json();
    assert_eq!((&run["due"], &run["delivered"], script.letters().len()), (&2.into(), &2.into(), 2));
    // One after the other is refused, each for itself.
    script.replies("RCPT", says("451 later\r\n"));
    give(&scene, DEE);
    scene.run(ANN, ["access", "revoke", BOB, "--yes"]).done();
    let tried = || script.lines().iter().filter(|line| line.starts_with("RCPT")).count();
    let before = tried();
    scene.run(OPS, ["outbox", "deliver"]).refused("delivery_failed");
    assert_eq!(tried() - before, 2);
    scene.check();
}

#[test]
fn test_and_retry_say_the_reason_themselves() {
    let script = Script::start();
    let scene = scene_by(NOWHERE);
    give(&scene, BOB);
    scene.sign_in(OPS);
    let number = scene.rows("SELECT max(message) FROM message")[0][0].clone();
    let words = "the letter was not delivered: localhost:1: connection refused";
    for argv in [&["outbox", "test", "--to", "x@example.com"][..], &["outbox", "retry", &number]] {
        let run = scene.run(OPS, argv).refused("delivery_failed");
        assert_eq!((run.status, run.error()["message"].as_str()), (1, Some(words)), "{run}");
        assert!(run.error()["hint"].as_str().unwrap().contains("`pao outbox list --state queued`"), "{run}");
    }
    set(&scene, "mail.smtp.url", &script.url("smtp"));
    script.replies("RCPT", says("550 5.1.1 no such user\r\n"));
    for argv in [&["outbox", "test", "--to", "x@example.com"][..], &["outbox", "retry", &number]] {
        let run = scene.run(OPS, argv).refused("delivery_failed");
        assert!(run.error()["message"].as_str().unwrap().ends_with(": 550 5.1.1 no such user"), "{run}");
        assert!(run.error()["hint"].as_str().unwrap().contains("`pao outbox list --state failed`"), "{run}");
    }
    // Not the reason of another letter to the same address.
    script.replies("RCPT", says("250 fine\r\n"));
    scene.run(OPS, ["outbox", "test", "--to", "x@example.com"]).done();
    scene.run(OPS, ["outbox", "retry", &number]).done();
    scene.check();
}

#[test]
fn nobody_takes_a_letter_that_somebody_is_sending() {
    let script = Script::start();
    let scene = scene_by(NOWHERE);
    give(&scene, BOB);
    scene.sign_in(OPS);
    let number = scene.rows("SELECT max(message) FROM message")[0][0].clone();
    give(&scene, CY);
    set(&scene, "mail.smtp.url", &script.url("smtp"));
    let (other, heard) = (Rc::clone(&scene), Rc::new(RefCell::new(Vec::new())));
    let (hears, letter) = (Rc::clone(&heard), number.clone());
    scene.post_by(Nosy(
        ProcessPost::default(),
        Box::new(move || {
            // Bob's letter is on its way. The others have Cy's, and nothing else to do.
            let deliver = other.run(OPS, ["outbox", "deliver"]).done().json();
            hears.borrow_mut().push(deliver["delivered"].to_string());
            let retry = other.run(OPS, ["outbox", "retry", &letter]).refused("wrong_state");
            hears.borrow_mut().push(retry.error()["message"].as_str().unwrap().to_owned());
            other.run("nobody", ["maintain"]).done();
            let status = other.run(OPS, ["status"]).done().json();
            hears.borrow_mut().push(status.to_string());
        }),
    ));
    let run = scene.run(OPS, ["outbox", "deliver"]).done().json();
    assert_eq!(*heard.borrow(), ["1", &format!("letter {number} is being sent at this moment"), "[]"]);
    assert_eq!((&run["delivered"], script.letters().len()), (&1.into(), 2));
    assert_eq!(told(&scene, "x"), [row(BOB, "delivered", 2, false), row(CY, "delivered", 2, false)]);
    scene.check();
}

#[test]
fn a_claim_that_a_killed_process_left_ends_by_itself() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    set(&scene, "mail.transport", "off");
    give(&scene, BOB);
    set(&scene, "mail.transport", "smtp");
    let claim = |until: &str| {
        let file = rusqlite::Connection::open(scene.database()).unwrap();
        file.execute("UPDATE message SET claimed_until = ?1 WHERE state = 'queued'", [until]).unwrap();
    };
    let now = scene.rows("SELECT max(at) FROM audit")[0][0].parse::<i64>().unwrap();
    claim(&(now + 60).to_string());
    scene.sign_in(OPS);
    assert_eq!(scene.run(OPS, ["outbox", "deliver"]).done().json()["delivered"], 0);
    scene.advance(60);
    assert_eq!(scene.run(OPS, ["outbox", "deliver"]).done().json()["delivered"], 1);
    assert_eq!(outbox(&scene), [(BOB.to_owned(), "delivered".to_owned(), 1, String::new())]);
    // Killed a second time: it may be there twice, and goes no more.
    set(&scene, "mail.transport", "off");
    give(&scene, CY);
    set(&scene, "mail.transport", "smtp");
    let file = rusqlite::Connection::open(scene.database()).unwrap();
    file.execute("UPDATE message SET claimed_until = 1, uncertain = 1 WHERE state = 'queued'", []).unwrap();
    drop(file);
    let before = script.letters().len();
    let run = scene.run(OPS, ["outbox", "deliver"]).refused("delivery_failed");
    assert!(run.error()["message"].as_str().unwrap().ends_with("the letter may have arrived"), "{run}");
    assert_eq!(script.letters().len(), before);
    assert_eq!(told(&scene, "may have arrived")[1], row(CY, "failed", 1, true));
    scene.check();
}

#[test]
fn operators_see_in_their_status_what_did_not_go() {
    let script = Script::start();
    let scene = scene_by(NOWHERE);
    let status = |who: &str| {
        scene.sign_in(who);
        (scene.run(who, ["status"]).done().json(), scene.prose(who, ["status"]).done())
    };
    assert_eq!(status(OPS).0, serde_json::json!([]));
    give(&scene, BOB);
    give(&scene, CY);
    let (listed, prose) = status(OPS);
    let line = |what: &str, place: i64, state: &str| {
        let command = format!("pao outbox list --state {state}");
        serde_json::json!({ "place": place, "what": what, "site": null, "id": null, "due": null, "command": command })
    };
    assert_eq!(listed, serde_json::json!([line("letters-queued", 1, "queued")]));
    let words = "2 letters wait: localhost:1: connection refused\n    pao outbox list --state queued\n";
    assert_eq!(prose.out, words, "{prose}");
    let csv = scene.prose(OPS, ["status", "--format", "csv"]).done().out;
    assert!(csv.contains("letters-queued,,,,pao outbox list --state queued"), "{csv}");
    // Nobody else hears of it.
    for who in [ANN, BOB] {
        let (listed, _) = status(who);
        assert!(!listed.to_string().contains("letters"), "{listed}");
    }
    set(&scene, "mail.smtp.url", &script.url("smtp"));
    script.replies("RCPT", says("550 5.1.1 no such user\r\n"));
    scene.run(OPS, ["outbox", "deliver"]).refused("delivery_failed");
    give(&scene, DEE);
    set(&scene, "mail.transport", "off");
    scene.run(ANN, ["access", "revoke", BOB, "--yes"]).done();
    let (listed, prose) = status(OPS);
    assert_eq!(listed, serde_json::json!([line("letters-failed", 1, "failed"), line("letters-queued", 2, "queued")]));
    assert!(
        prose.out.starts_with("3 letters failed: localhost:") && prose.out.contains("\n1 letter waits\n"),
        "{prose}"
    );
    // What has failed is over one day.
    scene.advance(31 * DAY);
    assert_eq!(status(OPS).0, serde_json::json!([line("letters-queued", 1, "queued")]));
    scene.check();
}

#[test]
fn ways_that_somebody_could_listen_in_on_draw_a_warning() {
    let scene = Scene::new();
    scene.init();
    let (plain, starttls, from) =
        ("letters and their passcodes", "somebody on the way", "mail.from is still pao@localhost");
    let warned = |argv: &[&str]| -> Vec<String> {
        let run = scene.run(OPS, argv).done();
        lines(&run, "warning: ").iter().map(|line| line["warning: ".len()..].to_owned()).collect()
    };
    let expect = |argv: &[&str], expected: &[&str]| {
        let said = warned(argv);
        let fits = said.iter().zip(expected).all(|(said, expected)| said.starts_with(expected));
        assert!(said.len() == expected.len() && fits, "{argv:?}: {said:?}");
    };
    let url = |url: &'static str| ["config", "set", "mail.smtp.url", url];
    for (place, expected) in [
        ("smtp://mail.example.com", vec![plain]),
        ("smtp://10.0.0.1:2525", vec![plain]),
        ("smtp+starttls://mail.example.com", vec![starttls]),
        ("smtp+starttls://pao@localhost", vec![starttls]),
        ("smtp://localhost", vec![]),
        ("smtp://127.0.0.1", vec![]),
        ("smtp://[::1]", vec![]),
        ("smtps://mail.example.com", vec![]),
    ] {
        expect(&url(place), &expected);
    }
    scene.run(OPS, url("smtp://mail.example.com")).done();
    expect(&["config", "set", "mail.from", "pao@localhost.example"], &[]);
    expect(&["config", "unset", "mail.from"], &[]);
    expect(&["config", "set", "mail.transport", "sendmail"], &[]);
    expect(&["config", "set", "mail.transport", "smtp", "--dry-run"], &[plain, from]);
    expect(&["config", "set", "mail.transport", "smtp"], &[plain, from]);
    expect(&["config", "set", "mail.from", "Registry <pao@vendor.example>"], &[]);
    expect(&["config", "set", "mail.transport", "smtp"], &[plain]);
    expect(&["config", "unset", "mail.from"], &[from]);
    expect(&["config", "set", "mail.helo", "pao.vendor.example"], &[]);
    expect(&url("smtp+starttls://mail.example.com"), &[starttls]);
    // They are said again where the mail is tried out.
    let script = Script::start();
    scene.run(OPS, ["config", "set", "mail.smtp.url", &script.url("smtp")]).done();
    scene.spool();
    expect(&["outbox", "test", "--to", "x@example.com"], &[from]);
    scene.check();
}

#[test]
fn senders_have_names_and_servers_are_greeted_by_names_or_addresses() {
    let scene = Scene::new();
    scene.init();
    for (key, value, kept) in [
        ("mail.from", "Example Registry <Pao@Vendor.example>", "Example Registry <pao@vendor.example>"),
        ("mail.from", "  \"Registry, Example\"   < pao@vendor.example >", "Registry, Example <pao@vendor.example>"),
        ("mail.from", "Jürgen Groß <pao@vendor.example>", "Jürgen Groß <pao@vendor.example>"),
        ("mail.from", "<pao@vendor.example>", "pao@vendor.example"),
        ("mail.from", "pao@vendor.example", "pao@vendor.example"),
        ("mail.helo", "Mail.Vendor.example", "mail.vendor.example"),
        ("mail.helo", "[192.0.2.1]", "[192.0.2.1]"),
        ("mail.helo", "[IPv6:2001:DB8::1]", "[IPv6:2001:db8::1]"),
    ] {
        let set = scene.run(OPS, ["config", "set", key, value]).done().json();
        assert_eq!(set["value"], kept, "{value}");
        assert_eq!(scene.run(OPS, ["config", "get", key]).done().json()["value"], kept);
    }
    let before = scene.dump(&[]);
    for (key, value) in [
        ("mail.from", "Registry"),
        ("mail.from", "Registry <>"),
        ("mail.from", "Registry <pao>"),
        ("mail.from", "Registry pao@vendor.example"),
        ("mail.from", "Registry <pao@vendor.example> x"),
        ("mail.from", "Registry <pao@vendor.example"),
        ("mail.from", "A <a@b.example>, B <b@b.example>"),
        ("mail.from", "R\"e <pao@vendor.example>"),
        ("mail.from", "R\\e <pao@vendor.example>"),
        ("mail.from", "R\u{202e}e <pao@vendor.example>"),
        ("mail.from", "R\r\nBcc: eve@example.com <pao@vendor.example>"),
        ("mail.from", "Registry <-pao@vendor.example>"),
        ("mail.helo", "localhost"),
        ("mail.helo", "a b.example"),
        ("mail.helo", "192.0.2.1"),
        ("mail.helo", "[192.0.2]"),
        ("mail.helo", "[2001:db8::1]"),
        ("mail.helo", "[IPv6:192.0.2.1]"),
        ("mail.helo", "[mail.example.com]"),
        ("mail.helo", "mail.example.com\r\nMAIL"),
    ] {
        let run = scene.run(OPS, ["config", "set", key, value]).refused("invalid_value");
        assert_eq!(run.error()["details"]["field"], "value", "{run}");
    }
    assert_eq!(scene.dump(&[]), before);
}
