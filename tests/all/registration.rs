//! Registering, and everybody who would like an address that is not theirs.
//!
//! What must hold: whoever reads the mail of an address gets its ID, under the name and with the password that they
//! typed themselves; whatever others did before, meanwhile or afterwards is gone.
use crate::world::{ANN, BOB, DAY, DEE, OPS, Scene, password};
use pao::model::secret::Secret;

fn scene() -> Scene {
    let scene = Scene::new();
    scene.init();
    scene
}

/// The codes mailed to an address, oldest first.
fn codes(scene: &Scene, to: &str) -> Vec<String> {
    let mailed = scene.letters().into_iter().filter(|letter| letter.to == to && letter.kind == "verification");
    mailed.map(|letter| letter.secret()).collect()
}

/// Codes that are codes, but of other people.
fn others(scene: &Scene, count: usize) -> Vec<String> {
    let address = |number| format!("other{number}@example.com");
    (0..count).for_each(|number| drop(scene.register(&address(number)).done()));
    (0..count).flat_map(|number| codes(scene, &address(number))).collect()
}

fn sign_in(scene: &Scene, id: &str, secret: &str) -> u8 {
    scene.typed(id, ["login", id, "--password-file", "-"], &[secret]).status
}

const SECRETS: [&str; 4] =
    ["first heron lamp Gravel", "second otter lamp Gravel", "third magpie lamp Gravel", "fourth badger lamp Gravel"];

#[test]
fn of_three_who_register_one_address_it_is_theirs_whose_code_is_typed() {
    let scene = scene();
    for (name, secret) in ["One", "Two", "Three"].iter().zip(SECRETS) {
        scene.register_as(ANN, name, secret).done();
    }
    let codes = codes(&scene, ANN);
    assert_eq!(sign_in(&scene, ANN, SECRETS[1]), 3, "nobody is anybody yet");
    let identity = scene.verify_as(ANN, SECRETS[1], &codes[1]).done().json();
    assert_eq!((&identity["id"], &identity["first_name"]), (&ANN.into(), &"Two".into()));
    assert_eq!(SECRETS.map(|secret| sign_in(&scene, ANN, secret)), [3, 0, 3, 3]);
    for (code, secret) in codes.iter().zip(SECRETS) {
        scene.verify_as(ANN, secret, code).refused("code_not_accepted");
    }
    assert!(scene.rows("SELECT 1 FROM registration").is_empty(), "the others are gone");
    scene.check();
}

#[test]
fn a_squatter_who_registered_first_gains_nothing() {
    let scene = scene();
    let site = scene.active_site("Example Corp", BOB);
    scene.register_as(ANN, "Squatter", SECRETS[0]).done();
    let add = ["access", "add", ANN, "--role", "user", "--site", &site];
    scene.run(BOB, add).refused("id_required");
    scene.register(ANN).done();
    let identity = scene.verify(ANN, &codes(&scene, ANN)[1]).done().json();
    assert_eq!(identity["first_name"], "Ann");
    scene.sign_in(ANN);
    assert_eq!(sign_in(&scene, ANN, SECRETS[0]), 3);
    scene.run(BOB, add).done();
    let letter = scene.letters().into_iter().find(|letter| letter.to == ANN).unwrap();
    assert!(letter.body.contains("Squatter"), "the first letter shows what was entered: {}", letter.body);
    scene.check();
}

/// The attack: a stranger registers Bob's address after him, and Bob types the newest code. The ID was the stranger's.
#[test]
fn whoever_types_a_code_that_a_strangers_registration_caused_gives_nothing_away() {
    let scene = scene();
    scene.register(BOB).done();
    scene.register_as(BOB, "Stranger", SECRETS[0]).done();
    let codes = codes(&scene, BOB);
    scene.verify(BOB, &codes[1]).refused("code_not_accepted");
    scene.verify_as(BOB, SECRETS[0], &codes[0]).refused("code_not_accepted");
    assert_eq!(scene.verify(BOB, &codes[0]).done().json()["first_name"], "Bob");
    assert_eq!((sign_in(&scene, BOB, SECRETS[0]), sign_in(&scene, BOB, &password(BOB))), (3, 0));
    scene.check();
}

#[test]
fn an_eleventh_registration_replaces_none_that_is_younger_than_an_hour() {
    let scene = scene();
    let secret = |number: usize| format!("{number} badger lamp Gravel nail");
    // Letters are limited, so that the eleven are spread over two hours.
    for number in 0..10 {
        scene.register_as(ANN, "Ann", &secret(number)).done();
        scene.advance(if number < 5 { 0 } else { 500 });
    }
    let codes = codes(&scene, ANN);
    assert_eq!(codes.len(), 10);
    let count = || scene.rows("SELECT count(*) FROM registration")[0][0].clone();
    scene.advance(3600 - 5 * 500);
    let before = scene.letters().len();
    let answer = scene.register_as(ANN, "Ann", SECRETS[0]).done();
    assert_eq!(
        (answer.json(), count(), scene.letters().len()),
        (serde_json::json!({ "accepted": true }), "10".into(), before)
    );
    scene.advance(1);
    scene.register_as(ANN, "Ann", SECRETS[1]).done();
    assert_eq!(count(), "10");
    scene.verify_as(ANN, &secret(0), &codes[0]).refused("code_not_accepted");
    scene.verify_as(ANN, &secret(1), &codes[1]).done();
    scene.check();
}

/// The attack: sixteen letters by `register`, six by `account update --email`, without an end.
#[test]
fn nobody_has_more_than_ten_letters_an_hour_sent_to_an_address() {
    let scene = scene();
    scene.person(BOB);
    let to = |address: &str| scene.letters().iter().filter(|letter| letter.to == address).count();
    for _ in 0..8 {
        scene.register(ANN).done();
    }
    let resend = ["account", "resend-code", "--email", ANN];
    for _ in 0..5 {
        scene.confirmed("nobody", resend).done();
        scene.typed(ANN, ["account", "resend-code", "--email", ANN, "--password-file", "-"], &[&password(ANN)]).done();
    }
    assert_eq!(to(ANN), 10);
    scene.confirmed(BOB, ["account", "update", "--email", ANN]).done();
    assert_eq!(to(ANN), 10, "whoever asks");
    let entries = scene.rows("SELECT count(*) FROM audit")[0][0].parse::<i64>().unwrap();
    for _ in 0..60 {
        scene.confirmed("nobody", resend).done();
    }
    assert_eq!(scene.rows("SELECT count(*) FROM audit")[0][0].parse::<i64>().unwrap(), entries, "nor more entries");
    let before = to(BOB);
    for _ in 0..14 {
        scene.run("nobody", ["account", "recover", "--email", BOB]).done();
        scene.register(BOB).done();
    }
    assert_eq!(to(BOB) - before, 10 - before, "the letter of the registration counts too");
    scene.advance(3601);
    scene.typed(ANN, ["account", "resend-code", "--email", ANN, "--password-file", "-"], &[&password(ANN)]).done();
    assert_eq!(to(ANN), 11);
    scene.verify(ANN, codes(&scene, ANN).last().unwrap()).done();
    scene.check();
}

#[test]
fn a_code_is_good_for_24_hours() {
    let scene = scene();
    scene.register(ANN).done();
    scene.advance(1);
    scene.register(BOB).done();
    scene.advance(DAY - 1);
    scene.verify(ANN, &codes(&scene, ANN)[0]).refused("code_not_accepted");
    scene.verify(BOB, &codes(&scene, BOB)[0]).done();
    scene.check();
}

#[test]
fn any_number_of_wrong_codes_and_slips_spends_nothing() {
    let scene = scene();
    let wrong = others(&scene, 7);
    scene.register(ANN).done();
    let right = codes(&scene, ANN).remove(0);
    for code in &wrong {
        scene.verify(ANN, code).refused("code_not_accepted");
    }
    let last = if right.ends_with('0') { "1" } else { "0" };
    let slip = format!("{}{last}", &right[..right.len() - 1]);
    for text in [slip.as_str(), "hello", &right[1..]].repeat(3) {
        scene.verify(ANN, text).refused("invalid_value");
    }
    scene.verify(ANN, &right.to_lowercase().replace('-', " ")).done();
    scene.check();
}

#[test]
fn resend_code_renews_ones_own_and_says_the_same_to_everybody() {
    let scene = scene();
    scene.register_as(ANN, "First", SECRETS[0]).done();
    scene.register_as(ANN, "Second", SECRETS[1]).done();
    let resend = |id: &str, secret: &str| {
        scene.typed("nobody", ["account", "resend-code", "--email", id, "--password-file", "-"], &[secret]).done()
    };
    let (here, letters) = (resend(ANN, SECRETS[0]), scene.letters().len());
    let (nowhere, rival) = (resend(DEE, SECRETS[0]), resend(ANN, SECRETS[2]));
    assert_eq!((&here.out, here.err.clone()), (&nowhere.out, nowhere.err.replace(DEE, ANN)));
    assert_eq!((here.out, here.err), (rival.out, rival.err));
    assert_eq!(scene.letters().len(), letters, "nobody waits there, or with that password");
    let codes = codes(&scene, ANN);
    assert!(scene.letter(ANN, "verification").body.contains("First"));
    scene.verify_as(ANN, SECRETS[0], &codes[0]).refused("code_not_accepted");
    // The rival's code is as good as before.
    assert_eq!(scene.verify_as(ANN, SECRETS[1], &codes[1]).done().json()["first_name"], "Second");
    scene.check();
}

/// A file of the version before, with what waited in it: a registration whose code was spent, and a change of address.
#[test]
fn what_waited_in_an_older_file_goes_on() {
    let scene = scene();
    let stray = |number| pao::model::code::MailedCode::draw([number; 10]).shown();
    let hashed = |text: &str| {
        let cost = pao::world::HashCost { memory_kib: 8, passes: 1 };
        pao::model::hash::hash(&Secret::new(text.to_owned()), &[7; 16], cost).unwrap().reveal().to_owned()
    };
    let code = |number| hashed(&stray(number).replace('-', ""));
    std::fs::write(scene.database(), "").unwrap();
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    for step in ["0001_registry", "0002_requests", "0003_tokens"] {
        conn.execute_batch(&std::fs::read_to_string(format!("src/store/migrations/{step}.sql")).unwrap()).unwrap();
    }
    conn.pragma_update(None, "user_version", 3).unwrap();
    let (now, secret) = (crate::world::BEGINNING, hashed(&password(ANN)));
    conn.execute_batch(&format!(
        "INSERT INTO registry (one, id, service, practice, next_site, created_at) VALUES (1, randomblob(16), 0, 0, 7000017, {now});
         INSERT INTO person (id, email, first_name, last_name, country, password, operator, registered_at)
         VALUES ('{BOB}', 'bob@new.example', 'Bob', 'B', 'DE', '{secret}', 0, {now});
         INSERT INTO code (person, kind, hash, address, answer_needed, issued_at, expires_at, state)
         VALUES (1, 'reversal', '{}', '{BOB}', 0, {now}, {now} + 259200, 'live');
         INSERT INTO registration (email, first_name, last_name, country, password, question, answer, code, tries, registered_at, expires_at)
         VALUES ('{ANN}', 'Ann', 'A', 'DE', '{secret}', 'Q', '{secret}', '{}', 5, {now}, {now} + 86400);",
        code(1),
        code(2),
    ))
    .unwrap();
    drop(conn);
    scene.verify_as(ANN, SECRETS[0], &stray(2)).refused("code_not_accepted");
    scene.verify(ANN, &stray(1)).refused("code_not_accepted");
    scene.verify(ANN, &stray(2)).done();
    scene.sign_in(ANN);
    let back = |number| scene.typed("nobody", ["account", "reverse-email", "--code-file", "-"], &[&stray(number)]);
    back(2).refused("code_not_accepted");
    assert_eq!(back(1).done().json()["email"], BOB);
}

/// A registration whose letter may not go now: nobody is told, and an hour later its code comes.
#[test]
fn a_registration_waits_although_its_letter_may_not_go() {
    let scene = scene();
    let resend = |secret: &str| {
        scene.typed("nobody", ["account", "resend-code", "--email", ANN, "--password-file", "-"], &[secret]).done()
    };
    scene.register_as(ANN, "Stranger", SECRETS[0]).done();
    (0..12).for_each(|_| drop(resend(SECRETS[0])));
    let letters = codes(&scene, ANN).len();
    let (free, full) = (scene.register(DEE).done(), scene.register(ANN).done());
    assert_eq!((full.out, full.err), (free.out, free.err.replace(DEE, ANN)));
    assert_eq!((letters, codes(&scene, ANN).len()), (10, 10));
    scene.advance(3600);
    resend(&password(ANN));
    assert_eq!(scene.verify(ANN, codes(&scene, ANN).last().unwrap()).done().json()["first_name"], "Ann");
    scene.check();
}

#[test]
fn a_taken_address_is_answered_like_a_free_one_and_its_owner_is_told() {
    let scene = scene();
    scene.person(ANN);
    let (before, letters) = (scene.dump(&["audit", "message", "visit"]), scene.letters().len());
    for words in [&["--format", "json"][..], &[]] {
        let ask = |id: &str| {
            let who = ["register", "--email", id, "--first-name", "Mallory", "--last-name", "M", "--country", "DE"];
            let files = ["--question", "Which ship?", "--password-file", "-", "--answer-file", "-"];
            let argv = words.iter().copied().chain(who).chain(files);
            scene.call("nobody", argv).typing(&[SECRETS[0], "Nautilus of Trieste"]).run()
        };
        let (taken, free) = (ask(ANN), ask(DEE));
        let same = |text: &str| text.replace(DEE, ANN);
        assert_eq!((taken.status, taken.out, taken.err), (0, same(&free.out), same(&free.err)));
    }
    assert_eq!(
        scene.posts(letters),
        [
            format!("already-registered {ANN}"),
            format!("already-registered {ANN}"),
            format!("verification {DEE}"),
            format!("verification {DEE}")
        ]
    );
    let waiting = |dump: &str| dump.lines().filter(|line| !line.contains(DEE)).collect::<Vec<_>>().join("\n");
    assert_eq!(
        waiting(&scene.dump(&["audit", "message", "visit"])),
        waiting(&before),
        "nothing waits for Ann's address"
    );
    assert_eq!(sign_in(&scene, ANN, &password(ANN)), 0);
    scene.check();
}

#[test]
fn a_registration_in_a_dry_run_mails_nothing_and_keeps_nothing() {
    let scene = scene();
    let before = scene.dump(&[]);
    let who = ["register", "--email", ANN, "--first-name", "Ann", "--last-name", "A", "--country", "DE", "--dry-run"];
    let files = ["--question", "Which ship?", "--password-file", "-", "--answer-file", "-"];
    let run = scene.typed("nobody", who.into_iter().chain(files), &[SECRETS[0], "Nautilus of Trieste"]).done();
    assert_eq!(run.json(), serde_json::json!({ "accepted": true }));
    assert_eq!((scene.dump(&[]), scene.letters().len()), (before, 0));
    scene.run(OPS, ["person", "show", ANN]).refused("not_found");
}
