//! One's own ID: corrected, moved to another address and back, given a new password, closed.
//!
//! What must hold after every test here: the file checks out and the trail, replayed, tells the same as the tables.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Run, Scene, password};
use pao::model::code::MailedCode;

const NEW: &str = "ann@new.example";
const FREE: &str = "nobody@free.example";
const FRESH: &str = "umbrella walnut Sextant quarry";
const HOURS_72: i64 = 3 * DAY;

/// Ann is Primary Contact, Bob is Secondary Contact, Cy is a user.
fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    (scene, site)
}

/// A code that was mailed to nobody.
fn stray(number: u8) -> String {
    MailedCode::draw([number; 10]).shown()
}

fn ask_for(scene: &Scene, who: &str, address: &str) -> Run {
    scene.confirmed(who, ["account", "update", "--email", address])
}

fn type_code(scene: &Scene, who: &str, address: &str, code: &str) -> Run {
    scene.verify_as(address, &password(who), code)
}

/// Moves somebody to another address. Gives the reversal code.
fn move_to(scene: &Scene, who: &str, address: &str) -> String {
    let old = scene.run(who, ["account", "show"]).done().json()["email"].as_str().unwrap().to_owned();
    ask_for(scene, who, address).done();
    type_code(scene, who, address, &scene.letter(address, "verification").secret()).done();
    scene.letter(&old, "email-changed").secret()
}

fn reverse(scene: &Scene, code: &str) -> Run {
    scene.typed("nobody", ["account", "reverse-email", "--code-file", "-"], &[code])
}

fn signs_in(scene: &Scene, id: &str, secret: &str) -> bool {
    scene.typed("elsewhere", ["login", id, "--password-file", "-"], &[secret]).status == 0
}

/// A dry run that succeeds changes nothing and sends nothing.
#[track_caller]
fn dry_run(scene: &Scene, who: &str, argv: &[&str], lines: &[&str]) -> Run {
    let (before, letters) = (scene.dump(&[]), scene.letters().len());
    let run = scene.typed(who, argv.iter().copied().chain(["--dry-run"]), lines).done();
    assert_eq!(scene.dump(&[]), before, "{run}");
    assert_eq!(scene.letters().len(), letters, "{run}");
    run
}

#[test]
fn a_corrected_name_follows_to_the_sites_that_are_awake_and_to_no_other() {
    let (scene, site) = house();
    let asleep = scene.enroll("Sleeping", ANN);
    let argv = ["account", "update", "--first-name", "Anna", "--last-name", "Árnadóttir", "--country", "Iceland"];
    dry_run(&scene, ANN, &argv, &[]);
    let run = scene.run(ANN, argv).done();
    let json = run.json();
    assert_eq!(
        (&json["first_name"], &json["last_name"], &json["country"]),
        (&"Anna".into(), &"Árnadóttir".into(), &"IS".into())
    );
    assert_eq!((&json["changed"], &json["dry_run"]), (&true.into(), &false.into()));
    assert!(run.notices().is_empty());
    assert_eq!(scene.run(ANN, ["account", "show"]).done().json()["first_name"], "Anna");
    assert_eq!(scene.run(OPS, ["site", "show", "--site", &site]).done().json()["primary"]["last_name"], "Árnadóttir");
    assert_eq!(scene.run(OPS, ["site", "show", "--site", &asleep]).done().json()["primary"]["first_name"], "Prima");
    let contacts = scene.run(ANN, ["contact", "list", "--site", &site]).done().json();
    assert!(contacts.as_array().unwrap().iter().all(|one| one["last_name"] == "Árnadóttir"), "{contacts}");
    let before = scene.dump(&[]);
    assert_eq!(scene.run(ANN, argv).done().json()["changed"], false);
    assert_eq!(scene.dump(&[]), before, "the same again is no change");
    scene.check();
}

#[test]
fn an_update_of_nothing_and_a_password_or_an_answer_that_is_missing_are_usage_errors() {
    let (scene, _) = house();
    let before = scene.dump(&[]);
    for (argv, named) in [
        (&["account", "update"][..], "--first-name"),
        (&["account", "update", "--email", NEW], "--password-file"),
        (&["account", "update", "--question", "Which boat?"], "--password-file"),
        (&["account", "update", "--question", "Which boat?", "--password-file", "-"], "--answer-file"),
        (&["account", "update", "--answer-file", "-"], "--question"),
        (&["account", "change-password"], "--password-file"),
        (&["account", "change-password", "--password-file", "-"], "--new-password-file"),
        (&["account", "recover"], "--email"),
        (&["account", "reset", "--email", ANN, "--code-file", "-"], "--new-password-file"),
        (&["account", "reset", "--email", ANN, "--new-password-file", "-"], "--code-file"),
        (&["account", "reverse-email"], "--code-file"),
        (&["account", "close"], "--yes"),
        (&["operator", "add", CY], "--password-file"),
        (&["operator", "add", "--password-file", "-"], "<ID>"),
        (&["account", "close", "--yes"], "--password-file"),
        (&["operator", "remove", CY], "--yes"),
        (&["operator", "remove", CY, "--yes"], "--password-file"),
    ] {
        let run = scene.typed(ANN, argv, &[&password(ANN), FRESH]).refused("usage");
        assert!(run.error().to_string().contains(named), "{run}");
    }
    assert_eq!(scene.dump(&[]), before);
    for argv in [&["account", "reset", "--email", ANN][..], &["account", "verify", "--email", ANN]] {
        scene.typed(ANN, argv.iter().copied().chain(["--dry-run"]), &[]).refused("usage");
    }
}

#[test]
fn a_new_address_works_once_its_code_was_typed_and_the_id_stays() {
    let (scene, site) = house();
    let letters = scene.letters().len();
    dry_run(&scene, ANN, &["account", "update", "--email", NEW, "--password-file", "-"], &[&password(ANN)]);
    let run = ask_for(&scene, ANN, &NEW.to_uppercase()).done();
    assert_eq!((run.json()["email"].as_str(), run.notices()), (Some(ANN), vec![format!("verification {NEW}")]));
    assert_eq!(scene.posts(letters), [format!("verification {NEW}")]);
    let letter = scene.letter(NEW, "verification");
    assert!(letter.body.contains(&format!("signed in as {ANN}")) && letter.body.contains("Ann"), "{}", letter.body);
    assert_eq!(scene.run(ANN, ["whoami"]).done().json()["email"], ANN, "nothing has happened yet");
    type_code(&scene, ANN, NEW, &stray(1)).refused("code_not_accepted");
    let run = type_code(&scene, ANN, NEW, &letter.secret()).done();
    assert_eq!((run.json()["id"].as_str(), run.json()["email"].as_str()), (Some(ANN), Some(NEW)));
    assert_eq!(run.notices(), [format!("email-changed {ANN}"), format!("email-changed {NEW}")]);
    let (old, new) = (scene.letter(ANN, "email-changed"), scene.letter(NEW, "email-changed"));
    let flowing = old.body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flowing.contains("Reversal code: ") && flowing.contains("24 November 2026, 20:15 UTC"), "{}", old.body);
    assert!(
        !new.body.contains("Reversal code")
            && new.body.split_whitespace().collect::<Vec<_>>().join(" ").contains("was sent to the former address"),
        "{}",
        new.body
    );
    // The sign-in goes on; either name opens; mail and the site know the new address.
    assert_eq!(scene.run(ANN, ["whoami"]).done().json()["email"], NEW);
    assert!([ANN, NEW, "ANN@New.Example"].iter().all(|name| signs_in(&scene, name, &password(ANN))));
    assert_eq!(scene.run(OPS, ["site", "show", "--site", &site]).done().json()["primary"]["email"], NEW);
    scene.give(ANN, &site, DEE, "user", &[]);
    scene.run(DEE, ["access", "leave", "--yes"]).done();
    type_code(&scene, ANN, NEW, &letter.secret()).refused("code_not_accepted");
    // What was asked for is there already.
    let run = ask_for(&scene, ANN, NEW).done();
    assert_eq!((run.json()["changed"].as_bool(), run.notices().len()), (Some(false), 0));
    scene.check();
}

#[test]
fn the_address_and_the_question_change_with_the_password_only() {
    let (scene, _) = house();
    let before = scene.dump(&["audit", "person"]);
    for argv in [
        &["account", "update", "--email", NEW][..],
        &["account", "update", "--question", "Which boat?", "--answer-file", "-"],
    ] {
        let argv = argv.iter().copied().chain(["--password-file", "-"]);
        scene.typed(ANN, argv, &["not the password of Ann", "Mermaid of Trieste"]).refused("confirm_password");
    }
    assert_eq!(scene.dump(&["audit", "person"]), before);
    assert_eq!(scene.rows(&format!("SELECT failures FROM person WHERE id = '{ANN}'"))[0][0], "2");
    scene.run("nobody", ["account", "update", "--last-name", "X"]).refused("sign_in_required");
}

/// What somebody is told who asks for an address, in JSON, in prose and in a dry run.
fn told(scene: &Scene, address: &str) -> Vec<(u8, String, String)> {
    let argv = ["account", "update", "--email", address, "--password-file", "-"];
    let ways: [&[&str]; 4] = [&[], &["--json"], &["--dry-run"], &["--dry-run", "--json"]];
    ways.map(|more| {
        let call = scene.call(ANN, argv.into_iter().chain(more.iter().copied())).typing(&[&password(ANN)]);
        let run = call.run();
        (run.status, run.out.replace(address, "@"), run.err.replace(address, "@"))
    })
    .to_vec()
}

#[test]
fn whether_an_address_belongs_to_somebody_is_not_told() {
    let (scene, _) = house();
    move_to(&scene, CY, "cy@new.example");
    let reference = told(&scene, FREE);
    assert_eq!(reference[0].0, 0);
    assert!(reference[3].1.contains("Please confirm your e-mail address") && reference[3].1.contains("(hidden)"));
    // An ID, an address of today, and an ID whose owner has mail sent elsewhere.
    for (address, owner) in [(BOB, "Bob"), ("cy@new.example", "Cy"), (CY, "Cy")] {
        let letters = scene.letters().len();
        assert_eq!(told(&scene, address), reference, "{address}");
        assert_eq!(scene.posts(letters), vec![format!("already-registered {address}"); 2]);
        let letter = scene.letter(address, "already-registered");
        assert!(letter.body.contains(&format!("Hello {owner} Example")), "{}", letter.body);
    }
    let letters = scene.letters().len();
    assert_eq!(told(&scene, FREE), reference);
    assert_eq!(scene.posts(letters), vec![format!("verification {FREE}"); 2]);
    scene.check();
}

#[test]
fn an_address_that_is_taken_replaces_the_code_before_like_a_free_one() {
    let (scene, _) = house();
    for second in [FREE, BOB] {
        ask_for(&scene, ANN, NEW).done();
        let code = scene.letter(NEW, "verification").secret();
        ask_for(&scene, ANN, second).done();
        type_code(&scene, ANN, NEW, &code).refused("code_not_accepted");
    }
    scene.check();
}

#[test]
fn of_two_who_want_one_address_it_is_theirs_who_types_the_code() {
    let (scene, _) = house();
    ask_for(&scene, ANN, FREE).done();
    let anns = scene.letter(FREE, "verification").secret();
    ask_for(&scene, BOB, FREE).done();
    let bobs = scene.letter(FREE, "verification").secret();
    scene.register(FREE).done();
    let strangers = scene.letter(FREE, "verification").secret();
    let identity = type_code(&scene, BOB, FREE, &bobs).done().json();
    assert_eq!((&identity["id"], &identity["email"]), (&BOB.into(), &FREE.into()));
    for (who, code) in [(ANN, &anns), (BOB, &bobs), (FREE, &strangers)] {
        type_code(&scene, who, FREE, code).refused("code_not_accepted");
    }
    assert_eq!(scene.rows("SELECT count(*) FROM registration")[0][0], "0");
    assert!(signs_in(&scene, FREE, &password(BOB)) && !signs_in(&scene, FREE, &password(ANN)));
    // And where somebody registers first, whoever wanted to move there stays.
    ask_for(&scene, CY, DEE).done();
    let cys = scene.letter(DEE, "verification").secret();
    scene.register(DEE).done();
    scene.verify(DEE, &scene.letter(DEE, "verification").secret()).done();
    type_code(&scene, CY, DEE, &cys).refused("code_not_accepted");
    scene.check();
}

#[test]
fn a_code_for_an_address_is_good_for_24_hours_and_only_with_the_password_of_whoever_asked() {
    let (scene, _) = house();
    ask_for(&scene, ANN, NEW).done();
    let code = scene.letter(NEW, "verification").secret();
    scene.advance(DAY);
    type_code(&scene, ANN, NEW, &code).refused("code_not_accepted");
    scene.sign_in(ANN);
    ask_for(&scene, ANN, FREE).done();
    let code = scene.letter(FREE, "verification").secret();
    for number in 0..12 {
        type_code(&scene, ANN, FREE, &stray(number)).refused("code_not_accepted");
    }
    type_code(&scene, BOB, FREE, &code).refused("code_not_accepted");
    type_code(&scene, ANN, FREE, &code).done();
    assert_eq!(scene.rows("SELECT state, tries FROM code WHERE address = 'nobody@free.example'"), [["used", "0"]]);
    scene.check();
}

/// The attack: whoever reads the mail of a mistyped address guesses the password at `verify`, where nothing counted it.
#[test]
fn a_wrong_password_behind_the_right_code_is_one_of_whoever_asked() {
    let (scene, _) = house();
    ask_for(&scene, ANN, NEW).done();
    let code = scene.letter(NEW, "verification").secret();
    let guess = || scene.verify_as(NEW, "not the password of Ann", &code);
    let failures = || scene.rows(&format!("SELECT failures FROM person WHERE id = '{ANN}'"))[0][0].clone();
    (0..6).for_each(|_| drop(guess().refused("code_not_accepted")));
    assert_eq!((failures().as_str(), scene.last_entry().as_str()), ("6", "account.verify refused code_not_accepted"));
    guess().refused("throttled");
    type_code(&scene, ANN, NEW, &code).refused("throttled");
    // Without the code nobody learns that somebody waits, and nothing counts.
    type_code(&scene, ANN, NEW, &stray(1)).refused("code_not_accepted");
    assert_eq!(failures(), "6");
    scene.advance(30);
    type_code(&scene, ANN, NEW, &code).done();
    // A password that is disabled opens nothing here either.
    ask_for(&scene, ANN, FREE).done();
    let code = scene.letter(FREE, "verification").secret();
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    conn.execute("UPDATE person SET failures = 50 WHERE id = ?1", [ANN]).unwrap();
    drop(conn);
    type_code(&scene, ANN, FREE, &code).refused("code_not_accepted");
    scene.check();
}

/// The attack: others ask for the same address, so that the code of whoever reads its mail is not looked at any more.
#[test]
fn any_number_may_ask_for_one_address_and_each_code_is_good() {
    let (scene, _) = house();
    ask_for(&scene, ANN, NEW).done();
    let code = scene.letter(NEW, "verification").secret();
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    conn.execute_batch(
        "WITH RECURSIVE n(i) AS (VALUES (100) UNION ALL SELECT i + 1 FROM n WHERE i < 140)
         INSERT INTO person (person, id, email, first_name, last_name, country, password, operator, registered_at)
         SELECT i, 'p' || i || '@example.com', 'p' || i || '@example.com', 'P', 'Q', 'DE', password, 0, registered_at
         FROM person, n WHERE person = 1;
         INSERT INTO code (person, kind, hash, address, answer_needed, issued_at, expires_at, state, tag)
         SELECT p.person, kind, c.hash, address, answer_needed, issued_at, expires_at, state, (tag + p.person) % 1048576
         FROM code AS c, person AS p WHERE kind = 'address' AND state = 'live' AND p.person >= 100;",
    )
    .unwrap();
    drop(conn);
    type_code(&scene, ANN, NEW, &code).done();
}

#[test]
fn an_address_that_had_its_letters_is_answered_like_any_other() {
    let (scene, _) = house();
    let said = |address: &str| {
        let run = ask_for(&scene, ANN, address).done();
        (run.out.replace(address, "@"), run.err.replace(address, "@"))
    };
    let first = said(NEW);
    let code = scene.letter(NEW, "verification").secret();
    (0..9).for_each(|_| drop(scene.register(NEW).done()));
    let letters = scene.letters().len();
    assert_eq!(said(NEW), first);
    assert_eq!(scene.letters().len(), letters, "the letter that it tells of goes nowhere");
    let frozen = scene.freeze();
    type_code(&scene, ANN, NEW, &code).done();
    scene.thaw(&frozen);
    // A code for another address means nothing once this one was asked for.
    ask_for(&scene, ANN, FREE).done();
    let code = scene.letter(FREE, "verification").secret();
    ask_for(&scene, ANN, NEW).done();
    type_code(&scene, ANN, FREE, &code).refused("code_not_accepted");
    scene.check();
}

#[test]
fn a_change_of_address_is_taken_back_with_the_code_from_the_old_one() {
    let (scene, site) = house();
    let code = move_to(&scene, ANN, NEW);
    scene.run(ANN, ["account", "recover", "--email", NEW]).done();
    let recovery = scene.letter(NEW, "recovery").secret();
    let (letters, tries) = (scene.letters().len(), scene.dump(&["audit", "visit"]));
    for number in 0..9 {
        reverse(&scene, &stray(number)).refused("code_not_accepted");
        assert_eq!(scene.last_entry(), "account.reverse-email refused code_not_accepted");
    }
    assert_eq!(scene.dump(&["audit", "visit"]), tries, "wrong codes of others take nothing away");
    reverse(&scene, "hello").refused("invalid_value");
    dry_run(&scene, "nobody", &["account", "reverse-email", "--code-file", "-"], &[&code]);
    let run = reverse(&scene, &code.to_lowercase().replace('-', "")).done();
    assert_eq!((run.json()["id"].as_str(), run.json()["email"].as_str()), (Some(ANN), Some(ANN)));
    assert_eq!(scene.posts(letters), [format!("email-changed {ANN}"), format!("email-changed {NEW}")]);
    let body = scene.letter(ANN, "email-changed").body;
    let words = body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("was reversed") && words.contains("Your password is disabled"), "{body}");
    scene.run(ANN, ["whoami"]).refused("sign_in_required");
    assert!(!signs_in(&scene, ANN, &password(ANN)) && !signs_in(&scene, NEW, &password(ANN)));
    assert_eq!(scene.run(OPS, ["person", "show", ANN]).done().json()["locked"], true);
    assert_eq!(scene.run(OPS, ["site", "show", "--site", &site]).done().json()["primary"]["email"], ANN);
    // What was mailed to the other address in the meantime opens nothing.
    let reset =
        ["account", "reset", "--email", ANN, "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];
    scene.typed(ANN, reset, &[FRESH, "Nautilus of Trieste", &recovery]).refused("code_not_accepted");
    reverse(&scene, &code).refused("code_not_accepted");
    scene.run(ANN, ["account", "recover", "--email", ANN]).done();
    scene.typed(ANN, reset, &[FRESH, "Nautilus of Trieste", &scene.letter(ANN, "recovery").secret()]).done();
    assert!(signs_in(&scene, ANN, FRESH));
    scene.check();
}

#[test]
fn a_reversal_code_is_good_for_72_hours_and_as_long_the_old_address_is_nobody_elses() {
    let (scene, _) = house();
    move_to(&scene, CY, "cy@second.example");
    scene.advance(HOURS_72);
    scene.sign_in(CY);
    let code = move_to(&scene, CY, "cy@third.example");
    let frozen = scene.freeze();
    scene.advance(HOURS_72 - 1);
    let register = |kind: &str| {
        scene.register("cy@second.example").done();
        assert_eq!(scene.letters().last().unwrap().kind, kind);
    };
    register("already-registered");
    scene.sign_in(BOB);
    ask_for(&scene, BOB, "cy@second.example").done();
    assert_eq!(scene.letters().last().unwrap().kind, "already-registered");
    reverse(&scene, &code).done();
    scene.thaw(&frozen);
    scene.advance(HOURS_72);
    reverse(&scene, &code).refused("code_not_accepted");
    register("verification");
    scene.verify("cy@second.example", &scene.letter("cy@second.example", "verification").secret()).done();
    scene.check();
}

#[test]
fn a_second_change_of_address_cannot_make_the_first_final() {
    let (scene, _) = house();
    let first = move_to(&scene, ANN, "ann@second.example");
    let letters = scene.letters().len();
    let second = move_to(&scene, ANN, "ann@third.example");
    let posts = scene.posts(letters);
    let told = |address: &str| posts.contains(&format!("email-changed {address}"));
    assert!(told(ANN) && told("ann@second.example") && told("ann@third.example"), "{posts:?}");
    assert_eq!(scene.letter(ANN, "email-changed").secret(), second, "the first owner can still go back");
    reverse(&scene, &first).refused("code_not_accepted");
    assert_eq!(reverse(&scene, &second).done().json()["email"], ANN);
    scene.check();
}

#[test]
fn going_back_by_oneself_can_be_taken_back_too() {
    let (scene, _) = house();
    move_to(&scene, ANN, NEW);
    let code = move_to(&scene, ANN, ANN);
    assert_eq!(scene.letter(NEW, "email-changed").secret(), code);
    assert_eq!(reverse(&scene, &code).done().json()["email"], NEW);
    scene.check();
}

#[test]
fn no_site_is_handed_over_before_a_change_of_address_is_final() {
    let (scene, site) = house();
    let hand_over = |former: &str| {
        scene.confirmed(ANN, ["contact", "set-primary", BOB, "--former", former, "--site", &site, "--yes"])
    };
    let code = move_to(&scene, ANN, NEW);
    let run = hand_over("user").refused("wrong_state");
    assert_eq!((run.status, run.error()["details"]["retry_at"].as_str()), (6, Some("2026-11-24T20:15:00Z")), "{run}");
    // Who cannot hand over anyway is told that, and the password is asked for last.
    scene.confirmed(BOB, ["contact", "set-primary", CY, "--site", &site, "--yes"]).refused("change_primary_only");
    let argv = ["contact", "set-primary", BOB, "--site", &site, "--yes", "--password-file", "-"];
    scene.typed(ANN, argv, &["not the password of Ann"]).refused("wrong_state");
    let frozen = scene.freeze();
    scene.advance(HOURS_72 - 1);
    scene.sign_in(ANN);
    hand_over("user").refused("wrong_state");
    scene.advance(1);
    hand_over("user").done();
    scene.check();
    // Taken back, it is the owner who asks.
    scene.thaw(&frozen);
    reverse(&scene, &code).done();
    scene.run(ANN, ["account", "recover", "--email", ANN]).done();
    let reset =
        ["account", "reset", "--email", ANN, "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];
    scene.typed(ANN, reset, &[&password(ANN), "Nautilus of Trieste", &scene.letter(ANN, "recovery").secret()]).done();
    scene.sign_in(ANN);
    hand_over("secondary").done();
    scene.check();
}

#[test]
fn a_new_password_ends_every_sign_in_and_every_recovery_code() {
    let (scene, _) = house();
    scene.typed("phone", ["login", ANN, "--password-file", "-"], &[&password(ANN)]).done();
    scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    let recovery = scene.letter(ANN, "recovery").secret();
    let letters = scene.letters().len();
    let change = ["account", "change-password", "--password-file", "-", "--new-password-file", "-"];
    let before = scene.dump(&["audit", "person"]);
    for (old, new, code) in [
        ("not the password of Ann", FRESH, "confirm_password"),
        (&*password(ANN), "short", "weak_password"),
        (&*password(ANN), "Ann Example example corp", "weak_password"),
        (&*password(ANN), "password password password", "weak_password"),
    ] {
        scene.typed(ANN, change, &[old, new]).refused(code);
    }
    assert_eq!(scene.dump(&["audit", "person"]), before);
    dry_run(&scene, ANN, &change, &[&password(ANN), FRESH]);
    let run = scene.typed(ANN, change, &[&password(ANN), FRESH]).done();
    assert_eq!((run.json()["id"].as_str(), run.notices()), (Some(ANN), vec![format!("password-changed {ANN}")]));
    assert_eq!(scene.posts(letters), [format!("password-changed {ANN}")]);
    for who in [ANN, "phone"] {
        scene.run(who, ["whoami"]).refused("sign_in_required");
    }
    assert!(signs_in(&scene, ANN, FRESH) && !signs_in(&scene, ANN, &password(ANN)));
    let reset =
        ["account", "reset", "--email", ANN, "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];
    scene.typed(ANN, reset, &[&password(ANN), "Nautilus of Trieste", &recovery]).refused("code_not_accepted");
    scene.check();
}

#[test]
fn while_an_address_can_be_taken_back_its_former_owner_hears_of_passwords_too() {
    let (scene, _) = house();
    move_to(&scene, CY, "cy@new.example");
    let letters = scene.letters().len();
    let change = ["account", "change-password", "--password-file", "-", "--new-password-file", "-"];
    scene.typed(CY, change, &[&password(CY), FRESH]).done();
    assert_eq!(scene.posts(letters), [format!("password-changed {CY}"), "password-changed cy@new.example".to_owned()]);
    scene.check();
}

#[test]
fn sign_ins_are_listed_and_all_of_them_end_at_once() {
    let (scene, _) = house();
    scene.advance(60);
    scene.typed("phone", ["login", ANN, "--password-file", "-", "--ttl", "2h"], &[&password(ANN)]).done();
    let list = scene.run(ANN, ["account", "sign-ins"]).done().json();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 2);
    assert_eq!((&list[0]["current"], &list[1]["current"]), (&true.into(), &false.into()));
    assert_eq!(list[1]["created_at"].as_str(), Some(scene.now().as_str()));
    assert_eq!(list[1]["expires_at"], "2026-11-21T22:16:00Z");
    let after = list[0]["sign_in"].to_string();
    assert_eq!(scene.run(ANN, ["account", "sign-ins", "--after", &after]).done().json().as_array().unwrap().len(), 1);
    assert_eq!(scene.run(ANN, ["account", "sign-ins", "--limit", "1"]).done().json().as_array().unwrap().len(), 1);
    dry_run(&scene, ANN, &["account", "sign-out-all"], &[]);
    let run = scene.run("phone", ["account", "sign-out-all"]).done();
    assert_eq!((run.json()["signed_out"].as_i64(), run.json()["changed"].as_bool()), (Some(2), Some(true)));
    for who in [ANN, "phone"] {
        scene.run(who, ["whoami"]).refused("sign_in_required");
    }
    scene.run(BOB, ["whoami"]).done();
    let run = scene.confirmed(ANN, ["account", "sign-out-all", "--as", ANN]).done();
    assert_eq!((run.json()["signed_out"].as_i64(), run.json()["changed"].as_bool()), (Some(0), Some(false)));
    scene.check();
}

#[test]
fn sign_ins_that_have_ended_by_themselves_are_not_listed() {
    let (scene, _) = house();
    let list = |who: &str| scene.run(who, ["account", "sign-ins"]).done().json().as_array().unwrap().len();
    scene.advance(31 * 60);
    scene.sign_in(OPS);
    scene.typed("phone", ["login", ANN, "--password-file", "-", "--ttl", "1h"], &[&password(ANN)]).done();
    assert_eq!((list(OPS), list(ANN)), (1, 2), "an operator's sign-in ends unused after half an hour");
    scene.advance(3600);
    assert_eq!(list(ANN), 1);
}

#[test]
fn the_primary_contact_and_the_last_operator_cannot_close_their_id() {
    let (scene, site) = house();
    let before = scene.dump(&["audit", "visit"]);
    let run = scene.confirmed(ANN, ["account", "close", "--yes"]).refused("primary_stays");
    assert!(run.status == 4 && run.error()["hint"].as_str().unwrap().contains("set-primary"), "{run}");
    assert_eq!(scene.last_entry(), "account.close refused primary_stays");
    scene.confirmed(OPS, ["account", "close", "--yes"]).refused("last_operator");
    assert_eq!(scene.last_entry(), "account.close refused last_operator");
    assert_eq!(scene.dump(&["audit", "visit"]), before);
    // At a closed site there is nobody to hand it over to.
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    scene.confirmed(ANN, ["account", "close", "--yes"]).done();
    assert_eq!(
        scene.run(OPS, ["site", "show", "--site", &site]).done().json()["primary"]["id"],
        serde_json::Value::Null
    );
    scene.check();
}

#[test]
fn a_closed_id_leaves_its_sites_and_everything_that_opens_it() {
    let (scene, site) = house();
    scene.give(ANN, &site, DEE, "user", &["--expires", "2026-11-21T21:15:00Z"]);
    for who in [CY, DEE] {
        scene.typed("phone", ["login", who, "--password-file", "-"], &[&password(who)]).done();
        scene.run("nobody", ["account", "recover", "--email", who]).done();
    }
    let recovery = scene.letter(CY, "recovery").secret();
    let other = scene.active_site("Other", "eve@example.com");
    let nominate = ["nominate", "--site", &other, "--primary-contact", "eve@example.com"];
    for who in [CY, DEE] {
        scene.run(who, nominate).done();
    }
    let letters = scene.letters().len();
    dry_run(&scene, CY, &["account", "close", "--password-file", "-"], &[&password(CY)]);
    let run = scene.confirmed(CY, ["account", "close", "--yes"]).done();
    let told = |who: &str| {
        let mut told = vec![format!("account-closed {who}"), "nomination-withdrawn eve@example.com".to_owned()];
        told.insert(1, format!("nomination-withdrawn {who}"));
        told.sort();
        told
    };
    assert_eq!((run.json()["id"].as_str(), run.notices()), (Some(CY), told(CY)));
    assert_eq!(scene.posts(letters), told(CY));
    scene.advance(2 * 3600);
    assert_eq!(scene.confirmed(DEE, ["account", "close", "--yes"]).done().notices(), told(DEE));
    assert!(
        scene
            .rows("SELECT status, decision_reason FROM nomination")
            .iter()
            .all(|row| *row == ["withdrawn", "the ID was closed"])
    );
    for who in [CY, DEE, "phone"] {
        scene.run(who, ["whoami"]).refused("sign_in_required");
    }
    assert!(!signs_in(&scene, CY, &password(CY)));
    let reset =
        ["account", "reset", "--email", CY, "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];
    scene.typed(CY, reset, &[FRESH, "Nautilus of Trieste", &recovery]).refused("code_not_accepted");
    scene.sign_in(OPS);
    scene.run(OPS, ["person", "show", CY]).refused("not_found");
    scene.run(ANN, ["access", "add", CY, "--role", "user"]).refused("id_required");
    let reasons = "SELECT end_reason FROM access JOIN person USING (person) WHERE closed_at IS NOT NULL ORDER BY id";
    assert_eq!(scene.rows(reasons), [["account closed"], ["expired"]]);
    scene.check();
}

#[test]
fn a_nomination_that_lapsed_before_its_nominee_closed_has_expired() {
    let (scene, site) = house();
    scene.person(DEE);
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    scene.advance(31 * DAY);
    for who in [OPS, DEE] {
        scene.sign_in(who);
    }
    let frozen = scene.freeze();
    scene.confirmed(OPS, ["operator", "add", DEE]).done();
    scene.check();
    scene.thaw(&frozen);
    let run = scene.confirmed(DEE, ["account", "close", "--yes"]).done();
    assert_eq!(run.notices(), [format!("account-closed {DEE}"), format!("nomination-expired {DEE}")]);
    assert_eq!(scene.rows("SELECT status FROM nomination"), [["expired"]]);
    scene.check();
}

#[test]
fn the_address_of_a_closed_id_may_register_again_and_nothing_is_carried_over() {
    let (scene, site) = house();
    scene.confirmed(CY, ["account", "close", "--yes"]).done();
    scene.register_as(CY, "Cynthia", FRESH).done();
    assert_eq!(scene.letters().last().unwrap().kind, "verification");
    scene.verify_as(CY, FRESH, &scene.letter(CY, "verification").secret()).done();
    assert!(signs_in(&scene, CY, FRESH) && !signs_in(&scene, CY, &password(CY)));
    scene.typed(CY, ["login", CY, "--password-file", "-"], &[FRESH]).done();
    let whoami = scene.run(CY, ["whoami"]).done().json();
    assert_eq!((&whoami["first_name"], whoami["sites"].as_array().unwrap().len()), (&"Cynthia".into(), 0));
    scene.run(CY, ["access", "show", "--site", &site]).refused("not_found");
    scene.run(ANN, ["access", "add", CY, "--role", "user"]).done();
    scene.check();
}

#[test]
fn an_operator_who_closes_their_id_is_missed_by_the_others() {
    let (scene, _) = house();
    scene.person(DEE);
    scene.confirmed(OPS, ["operator", "add", DEE]).done();
    let letters = scene.letters().len();
    scene.confirmed(OPS, ["account", "close", "--yes"]).done();
    assert_eq!(scene.posts(letters), [format!("account-closed {OPS}"), format!("operator-removed {DEE}")]);
    scene.confirmed(DEE, ["account", "close", "--yes"]).refused("last_operator");
    scene.run(DEE, ["db", "check"]).done();
}

#[test]
fn an_operator_does_not_move_to_an_address_that_a_site_awaits() {
    let (scene, _) = house();
    let asleep = scene.enroll("Sleeping", "prima@example.com");
    let run = scene.confirmed(OPS, ["account", "update", "--email", "prima@example.com"]).refused("operator_apart");
    assert_eq!((run.status, scene.last_entry().as_str()), (4, "account.update refused operator_apart"));
    // Nor where the site began to wait after the code was mailed.
    scene.confirmed(OPS, ["account", "update", "--email", "ops@new.example"]).done();
    let code = scene.letter("ops@new.example", "verification").secret();
    let form = ["--company", "Another", "--country", "DE", "--primary-first-name", "A", "--primary-last-name", "B"];
    let enroll = |address| ["site", "enroll"].into_iter().chain(form).chain(["--primary-email", address]);
    scene.run(OPS, enroll("ops@new.example")).refused("operator_apart");
    type_code(&scene, OPS, "ops@new.example", &code).done();
    // Nor at the address that can still be gone back to.
    scene.run(OPS, enroll(OPS)).refused("operator_apart");
    // Anybody else may: it is how the person awaited there comes in.
    move_to(&scene, BOB, "prima@example.com");
    scene.authorize("prima@example.com", &asleep).refused("sign_in_required");
    let passcode = scene.letter("prima@example.com", "welcome").secret();
    scene.typed(BOB, ["authorize", "--site", &asleep, "--passcode-file", "-"], &[&passcode]).done();
    scene.check();
}
