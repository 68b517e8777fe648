//! What the answers of a mail server mean: the three digits decide, whatever stands around them; nobody is believed who speaks
//! unasked; and a letter of which nobody knows what became of it goes out twice at most.
use crate::post::{deliver, give, outbox, row, scene_by, set, told};
use crate::smtp_script::{Reply, Script, closes, latin1, says};
use crate::world::{BOB, CY, DAY, DEE, OPS, Scene};
use pao::mail::{Outgoing, Post, ProcessPost, Route, SmtpRoute, SmtpUrl, Trouble, Undelivered};
use pao::model::secret::Secret;
use std::time::Duration;

const SHORT: Duration = Duration::from_millis(400);

fn send(post: &mut ProcessPost, route: &SmtpRoute, to: &str) -> Result<(), Undelivered> {
    let bytes = b"Subject: x\r\n\r\nOne.\r\n".to_vec();
    let (name, from) = ("1-test".to_owned(), "pao@vendor.example".to_owned());
    post.deliver(&Route::Smtp(route.clone()), &Outgoing { name, from, to: to.to_owned(), bytes })
}

/// What comes of a letter after which the server does this.
fn after_the_dot(reply: &Reply) -> Result<(), Undelivered> {
    let script = Script::start();
    script.replies(".", reply.clone());
    let route = SmtpRoute { timeout: SHORT, ..script.route("smtp") };
    let answer = send(&mut ProcessPost::default(), &route, "ann@example.com");
    assert_eq!(script.letters().len(), 1, "{reply:?}");
    answer
}

#[test]
fn an_answer_whose_digits_say_yes_is_a_yes() {
    for reply in [
        says("250 taken\r\n"),
        says(latin1("250 2.0.0 übernommen\r\n")),
        says(latin1("250übernommen\r\n")),
        says(b"250 \xff\xfe\x00\x01\r\n"),
        says("250\r\n"),
        says("250\n"),
        says("299 anything\r\n"),
        says("250-first\r\n250-second\r\n250 third\r\n"),
        says("554-no\r\n250 but yes\r\n"),
        says("250 taken\r\n554 and not taken\r\n"),
        closes("250-first\r\n"),
        closes("250 no end of a line"),
        closes("250"),
        closes("250-first\r\nsecond\r\n"),
    ] {
        assert_eq!(after_the_dot(&reply), Ok(()), "{reply:?}");
    }
}

#[test]
fn an_answer_whose_digits_say_no_is_a_no() {
    let no = Trouble::Refused { permanent: false };
    for (reply, trouble, words) in [
        (says(latin1("554 5.7.1 verböten\r\n")), no, "554 5.7.1 verböten"),
        (says("554 5.7.1 verböten\r\n"), no, "554 5.7.1 verböten"),
        (says("554\r\n"), no, "554"),
        (says("250-yes\r\n451-but\r\n451 not now\r\n"), no, "451 yes but not now"),
        (closes("554-no"), no, "554 no"),
        (
            says(latin1("550 5.1.1 gibt es nicht: ä\r\n")),
            Trouble::Refused { permanent: true },
            "550 5.1.1 gibt es nicht: ä",
        ),
        (says("450 5.1.1 not yet\r\n"), no, "450 5.1.1 not yet"),
        (says("421 enough\r\n"), Trouble::Lost, "421 enough"),
    ] {
        let why = after_the_dot(&reply).unwrap_err();
        assert_eq!((why.trouble, why.words.as_str()), (trouble, words), "{reply:?}");
    }
}

#[test]
fn what_is_neither_yes_nor_no_is_uncertain() {
    for reply in [
        closes(""),
        closes("25"),
        closes("\r\n"),
        says("taken\r\n"),
        says("\r\n250 taken\r\n"),
        says("2 5 0\r\n"),
        says("354 go on\r\n"),
        says("999 taken\r\n"),
        says("000 taken\r\n"),
        Reply::Silent,
        says("25"),
    ] {
        let why = after_the_dot(&reply).unwrap_err();
        assert_eq!(why.trouble, Trouble::Uncertain, "{reply:?}: {why}");
    }
}

#[test]
fn each_step_takes_its_own_kind_of_yes() {
    let (closed, no) = (Trouble::Closed, Trouble::Refused { permanent: false });
    for (verb, reply, trouble) in [
        ("greeting", "250 hello\r\n", closed),
        ("greeting", "554 go away\r\n", closed),
        ("EHLO", "354 go on\r\n", closed),
        ("EHLO", "550 who\r\n", closed),
        ("MAIL", "354 go on\r\n", closed),
        ("MAIL", "550 not you\r\n", closed),
        ("RCPT", "354 go on\r\n", no),
        ("RCPT", "150 wait\r\n", no),
        ("DATA", "250 taken\r\n", no),
        ("DATA", "235 taken\r\n", no),
        ("DATA", "554 no\r\n", no),
        ("RCPT", "421 enough\r\n", Trouble::Lost),
    ] {
        let script = Script::start();
        script.replies(verb, says(reply));
        let why = send(&mut ProcessPost::default(), &script.route("smtp"), "ann@example.com").unwrap_err();
        assert_eq!((why.trouble, script.letters().len()), (trouble, 0), "{verb} {reply:?}: {why}");
        assert!(why.words.starts_with(&reply[..3]), "{verb} {reply:?}: {why}");
    }
    for reply in ["250 go on\r\n", "221 go on\r\n", "354 go on\r\n", "454 not now\r\n"] {
        let script = Script::start();
        script.replies("STARTTLS", says(reply));
        let why = send(&mut ProcessPost::default(), &script.route("smtp+starttls"), "ann@example.com").unwrap_err();
        assert!(why.trouble == closed && why.words.starts_with(&reply[..3]), "{reply:?}: {why}");
        assert_eq!(script.lines().last().map(String::as_str), Some("STARTTLS"));
    }
}

#[test]
fn whoever_speaks_unasked_is_not_believed() {
    for (verb, own, trouble) in [
        ("greeting", "220 peer\r\n", Trouble::Closed),
        ("EHLO", "250 peer\r\n", Trouble::Closed),
        ("MAIL", "250 fine\r\n", Trouble::Closed),
        ("RCPT", "250 fine\r\n", Trouble::Lost),
        ("DATA", "354 go on\r\n", Trouble::Lost),
    ] {
        for more in ["250 taken\r\n", "\r\n", "2"] {
            let script = Script::start();
            script.replies(verb, says(format!("{own}{more}")));
            let why = send(&mut ProcessPost::default(), &script.route("smtp"), "ann@example.com").unwrap_err();
            assert_eq!((why.trouble, script.letters().len()), (trouble, 0), "{verb} {more:?}: {why}");
            assert!(why.words.contains("unasked"), "{verb} {more:?}: {why}");
        }
    }
    // What is said behind the verdict on a letter is not the answer about the next one.
    let script = Script::start();
    script.replies(".", says("250 taken\r\n250 taken\r\n250 taken\r\n354 go on\r\n250 taken\r\n"));
    let (mut post, route) = (ProcessPost::default(), script.route("smtp"));
    for _ in 0..2 {
        send(&mut post, &route, "ann@example.com").unwrap();
    }
    assert_eq!((script.letters().len(), script.connections()), (2, 2));
}

#[test]
fn a_refused_password_is_told_in_any_encoding_and_never_repeated() {
    let script = Script::start();
    let url = SmtpUrl::parse(&script.url("smtp").replace("://", "://pao@example.com@")).unwrap();
    let password = "canary stäple";
    let route = SmtpRoute { url, password: Some(Secret::new(password.to_owned())), ..script.route("smtp") };
    script.replies("AUTH", says(latin1("535 5.7.8 Anmeldung ungültig\r\n")));
    let why = send(&mut ProcessPost::default(), &route, "ann@example.com").unwrap_err();
    assert_eq!((why.trouble, why.words.as_str()), (Trouble::Closed, "535 5.7.8 Anmeldung ungültig"));
    script.replies("AUTH", closes(latin1("535-5.7.8 Anmeldung ungültig")));
    assert!(send(&mut ProcessPost::default(), &route, "ann@example.com").unwrap_err().words.starts_with("535"));
    let heard = script.lines().into_iter().rfind(|line| line.starts_with("AUTH")).unwrap();
    let told = heard.strip_prefix("AUTH PLAIN ").unwrap();
    script.replies("AUTH", says(format!("535 no: {password}, {told}\r\n")));
    let why = send(&mut ProcessPost::default(), &route, "ann@example.com").unwrap_err();
    assert_eq!(why.words, "535 no: (hidden), (hidden)");
}

#[test]
fn a_letter_that_did_not_go_out_to_its_end_has_not_arrived() {
    let script = Script::start();
    script.replies("DATA", closes("354 go on\r\n"));
    let bytes = vec![b'x'; 64 << 20];
    let (name, from, to) = ("1-test".to_owned(), "pao@vendor.example".to_owned(), "ann@example.com".to_owned());
    let outgoing = Outgoing { name, from, to, bytes };
    let why = ProcessPost::default().deliver(&Route::Smtp(script.route("smtp")), &outgoing).unwrap_err();
    assert_eq!((why.trouble, script.letters().len()), (Trouble::Lost, 0), "{why}");
}

#[test]
fn a_refused_letter_leaves_the_others_alone_even_where_the_server_hangs_up() {
    for rset in [closes(""), closes("250 bye\r\n"), says("what?\r\n"), says("250 fine\r\n250 more\r\n")] {
        let script = Script::start();
        let scene = scene_by(&script.url("smtp"));
        set(&scene, "mail.transport", "off");
        give(&scene, BOB);
        give(&scene, CY);
        set(&scene, "mail.transport", "smtp");
        script.replies("RCPT", says("550 5.7.1 not here\r\n"));
        script.replies("RSET", rset.clone());
        deliver(&scene);
        let rows = outbox(&scene);
        assert_eq!(told(&scene, "550 5.7.1 not here"), [row(BOB, "queued", 1, true), row(CY, "queued", 1, true)]);
        assert_eq!(script.lines().iter().filter(|line| line.starts_with("RCPT")).count(), 2, "{rset:?}: {rows:?}");
    }
}

#[test]
fn a_letter_that_may_have_arrived_goes_out_twice_and_no_more() {
    for (name, reply, words) in [
        ("closed", closes(""), "the connection was closed; the letter may have arrived"),
        ("unreadable", says("taken\r\n"), "the answer cannot be read; the letter may have arrived"),
    ] {
        let script = Script::start();
        let scene = scene_by(&script.url("smtp"));
        script.replies(".", reply);
        scene.enroll("Sleeper", DEE);
        let welcome = "SELECT state, attempts, secret IS NULL, uncertain, claimed_until FROM message WHERE kind = 'welcome' AND recipient = 'dee@example.com'";
        assert_eq!(scene.rows(welcome), [["queued", "1", "0", "1", "null"]], "{name}");
        // Eight days of cron.
        for _ in 0..8 * 6 {
            scene.advance(DAY / 6);
            scene.run("nobody", ["maintain"]).done();
        }
        assert_eq!(script.letters().len(), 2, "{name}");
        assert_eq!(scene.rows(welcome), [["failed", "2", "1", "2", "null"]], "{name}");
        scene.sign_in(OPS);
        let failed = scene.run(OPS, ["outbox", "list", "--state", "failed"]).done().json();
        let error = failed[0]["last_error"].as_str().unwrap();
        assert!(error.starts_with("localhost:") && error.ends_with(words), "{error}");
        scene.check();
    }
}

#[test]
fn a_letter_that_was_taken_in_another_encoding_goes_out_once() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    script.replies(".", says(latin1("250 2.0.0 übernommen\r\n")));
    scene.enroll("Sleeper", DEE);
    for _ in 0..20 {
        scene.advance(DAY / 3);
        scene.run("nobody", ["maintain"]).done();
    }
    assert_eq!(script.letters().len(), 1);
    let state = "SELECT state FROM message WHERE kind = 'welcome' AND recipient = 'dee@example.com'";
    assert_eq!(scene.rows(state), [["delivered"]]);
}

#[test]
fn a_refusal_after_an_uncertain_try_is_tried_on_and_the_second_uncertain_one_is_the_last() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    let state = "SELECT state, attempts, uncertain FROM message WHERE kind = 'access-granted'";
    for (reply, expected) in [
        (says("what?\r\n"), ["queued", "1", "1"]),
        (says("451 later\r\n"), ["queued", "2", "1"]),
        (says("451 later\r\n"), ["queued", "3", "1"]),
        (says("what?\r\n"), ["failed", "4", "2"]),
    ] {
        script.replies(".", reply);
        if script.letters().is_empty() {
            give(&scene, BOB);
        } else {
            deliver(&scene);
        }
        assert_eq!(scene.rows(state), [expected]);
        scene.advance(DAY / 4);
    }
    // An operator may try it again: one copy more.
    scene.sign_in(OPS);
    let number = scene.rows("SELECT message FROM message WHERE kind = 'access-granted'")[0][0].clone();
    script.replies(".", closes(""));
    let run = scene.run(OPS, ["outbox", "retry", &number]).refused("delivery_failed");
    assert!(run.error()["message"].as_str().unwrap().contains("may have arrived"), "{run}");
    assert_eq!(scene.rows(state), [["failed", "5", "2"]]);
    script.replies(".", says("250 taken\r\n"));
    scene.run(OPS, ["outbox", "retry", &number]).done();
    assert_eq!(scene.rows(state), [["delivered", "6", "1"]]);
    scene.check();
}

/// Every word that the file, the outbox and `status` have about letters that did not go.
fn all_words(scene: &Scene, run: &crate::world::Run) -> String {
    let rows = format!("{:?}", scene.rows("SELECT last_error FROM message"));
    scene.sign_in(OPS);
    let list = scene.prose(OPS, ["outbox", "list"]).done();
    let status = scene.prose(OPS, ["status"]).done();
    format!("{rows}\n{run}\n{list}\n{status}")
}

#[test]
fn a_code_that_the_server_quotes_stays_in_the_letter() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    script.replies(".", Reply::Quotes("Temporary passcode"));
    let names = ["--primary-first-name", "D", "--primary-last-name", "E", "--primary-email", DEE];
    let argv = ["site", "enroll", "--company", "Sleeper", "--country", "DE"].into_iter().chain(names);
    let run = scene.prose(OPS, argv).done();
    let letter = script.letters().pop().unwrap();
    let code = letter.lines().find_map(|line| line.strip_prefix("Temporary passcode: ")).unwrap().to_owned();
    let said = all_words(&scene, &run);
    assert!(said.contains("554 5.7.1 spam: Temporary passcode: (hidden)"), "{said}");
    for part in code.split('-') {
        assert!(!said.contains(part), "{part} of {code} in {said}");
    }
    // In other groups, in lower case, across lines, and what is left of it.
    let lower = code.to_lowercase();
    let (left, right) = lower.split_at(9);
    script.replies(
        ".",
        says(format!("554-spam <{}>\r\n554-{left}\r\n554 {right} \u{1b}[31m {}\r\n", &code[..7], "x".repeat(5000))),
    );
    scene.advance(DAY / 4);
    scene.sign_in(OPS);
    let number = scene.rows("SELECT max(message) FROM message WHERE kind = 'welcome'")[0][0].clone();
    let run = scene.prose(OPS, ["outbox", "retry", &number]);
    let said = all_words(&scene, &run).to_uppercase();
    assert!(run.status == 1 && said.contains("554 SPAM <(HIDDEN)> (HIDDEN)"), "{said}");
    for part in code.split('-') {
        assert!(!said.contains(part), "{part} of {code} in {said}");
    }
    assert!(!said.contains('\u{1b}') && !said.contains(&"X".repeat(400)), "{said}");
    scene.check();
}

#[test]
fn a_server_is_greeted_by_the_name_that_is_set() {
    let script = Script::start();
    let scene = scene_by(&script.url("smtp"));
    let greeted = || {
        scene.sign_in(OPS);
        scene.run(OPS, ["outbox", "test", "--to", "x@example.com"]).done();
        let lines = script.lines();
        let last = |verb: &str| lines.iter().rfind(|line| line.starts_with(verb)).unwrap().clone();
        (last("EHLO"), last("MAIL"))
    };
    let (ehlo, mail) = greeted();
    assert_eq!((ehlo.as_str(), mail.as_str()), ("EHLO localhost", "MAIL FROM:<pao@localhost>"));
    scene.run(OPS, ["config", "set", "mail.from", "Jürgen, Example Registry <pao@vendor.example>"]).done();
    let (ehlo, mail) = greeted();
    assert_eq!((ehlo.as_str(), mail.as_str()), ("EHLO vendor.example", "MAIL FROM:<pao@vendor.example>"));
    let letter = script.letters().pop().unwrap();
    let from = letter.lines().find(|line| line.starts_with("From: ")).unwrap();
    assert!(from.is_ascii() && from.contains("=?utf-8?") && from.ends_with("<pao@vendor.example>"), "{from}");
    for (value, name) in [
        ("mail.vendor.example", "mail.vendor.example"),
        ("[192.0.2.7]", "[192.0.2.7]"),
        ("[ipv6:2001:DB8::7]", "[IPv6:2001:db8::7]"),
    ] {
        scene.run(OPS, ["config", "set", "mail.helo", value]).done();
        assert_eq!(greeted().0, format!("EHLO {name}"));
    }
    // A name that nobody could set is not said to a server.
    set(&scene, "mail.helo", "a b\r\nRCPT TO:<eve@example.com>");
    let run = scene.run(OPS, ["outbox", "test", "--to", "x@example.com"]).refused("delivery_failed");
    assert!(run.error()["message"].as_str().unwrap().contains("mail.helo"), "{run}");
}
