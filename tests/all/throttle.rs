//! R18 with a moving clock: one counter a person over all doors, whatever they are called, and the waits of the table to
//! the second. An address without an ID is answered by the same bytes.
use crate::world::{ANN, BOB, CY, OPS, Run, Scene, password};
use pao::model::code::MailedCode;

const MOVED: &str = "cy@new.example";
const GHOST: &str = "eve@example.com";
const WRONG: &str = "not the password of anybody";
const ANSWER: &str = "Nautilus of Trieste";
const FRESH: &str = "umbrella walnut Sextant quarry";

/// Seconds to wait after so many failures; from the last line on it stays the same.
const WAITS: [(i64, i64); 9] =
    [(5, 0), (6, 30), (7, 60), (8, 120), (9, 240), (10, 480), (11, 960), (12, 1920), (13, 3600)];
/// Failures that disable a password.
const DISABLED: i64 = 50;

fn wait_after(failures: i64) -> i64 {
    WAITS.iter().rev().find(|(from, _)| failures >= *from).map_or(0, |(_, wait)| *wait)
}

fn stray() -> String {
    MailedCode::draw([9; 10]).shown()
}

/// Every way to try a secret.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Door {
    Login,
    As,
    /// The password again, in a running sign-in.
    Confirmation,
    Passcode,
    /// A passcode, with the password for this one command.
    PasscodeAs,
    Code,
    RecoveryCode,
    /// A wrong answer behind a right recovery code.
    Answer,
}

/// Those that count on the one counter of a person.
const DOORS: [Door; 6] = [Door::Login, Door::Passcode, Door::As, Door::Confirmation, Door::Answer, Door::PasscodeAs];

impl Door {
    /// Tries it under a name, with this password where one is asked for.
    fn tried(self, scene: &Scene, name: &str, secret: &str) -> Run {
        let code = stray();
        match self {
            Self::Login => scene.typed("elsewhere", ["login", name, "--password-file", "-"], &[secret]),
            Self::As => scene.typed("elsewhere", ["whoami", "--as", name, "--password-file", "-"], &[secret]),
            Self::Confirmation => {
                let argv = ["account", "change-password", "--password-file", "-", "--new-password-file", "-"];
                scene.typed(CY, argv, &[secret, FRESH])
            }
            Self::Passcode => scene.typed(CY, ["authorize", "--passcode-file", "-"], &[&code]),
            Self::PasscodeAs => {
                let argv = ["authorize", "--as", name, "--password-file", "-", "--passcode-file", "-"];
                scene.typed("elsewhere", argv, &[&password(CY), &code])
            }
            Self::Code => scene.verify_as(name, &password(CY), &code),
            Self::RecoveryCode => recover(scene, name, ANSWER, &code),
            Self::Answer => {
                scene.run("elsewhere", ["account", "recover", "--email", name]).done();
                recover(scene, name, "Santa Maria of Genoa", &scene.letter(MOVED, "recovery").secret())
            }
        }
    }

    /// What it says to a wrong secret.
    fn code(self) -> &'static str {
        match self {
            Self::Login | Self::As => "sign_in_failed",
            Self::Confirmation => "confirm_password",
            Self::Passcode | Self::PasscodeAs => "passcode_not_accepted",
            Self::Code | Self::RecoveryCode | Self::Answer => "code_not_accepted",
        }
    }

    fn waits(self) -> bool {
        !matches!(self, Self::RecoveryCode | Self::Answer)
    }

    /// Whether it needs a sign-in that was made at the beginning and lasts eight hours.
    fn inside(self) -> bool {
        matches!(self, Self::Confirmation | Self::Passcode)
    }
}

fn recover(scene: &Scene, name: &str, answer: &str, code: &str) -> Run {
    let files = ["--new-password-file", "-", "--answer-file", "-", "--code-file", "-"];
    scene.typed("elsewhere", ["account", "reset", "--email", name].into_iter().chain(files), &[FRESH, answer, code])
}

/// Cy has an ID and has mail sent elsewhere by now.
fn house() -> Scene {
    let scene = Scene::new();
    scene.init();
    scene.person(CY);
    scene.confirmed(CY, ["account", "update", "--email", MOVED]).done();
    let code = scene.letter(MOVED, "verification").secret();
    scene.verify_as(MOVED, &password(CY), &code).done();
    scene
}

fn failures(scene: &Scene) -> i64 {
    scene.rows(&format!("SELECT failures FROM person WHERE id = '{CY}'"))[0][0].parse().unwrap()
}

fn locked(scene: &Scene) -> Vec<String> {
    scene.letters().into_iter().filter(|letter| letter.kind == "sign-in-locked").map(|letter| letter.to).collect()
}

#[test]
fn the_waits_are_those_of_the_table_over_every_door_and_under_every_name() {
    let scene = house();
    let names = [CY.to_owned(), MOVED.to_uppercase(), CY.to_uppercase(), MOVED.to_owned()];
    let (mut passed, mut used) = (0, Vec::new());
    for count in 1..=DISABLED {
        let place = usize::try_from(count).unwrap();
        let open = |door: &&Door| passed < 7 * 3600 || !door.inside();
        let doors: Vec<&Door> = DOORS.iter().filter(open).collect();
        let (door, name) = (*doors[place % doors.len()], &names[place / 3 % names.len()]);
        used.push(door);
        let run = door.tried(&scene, name, WRONG).refused(door.code());
        assert_eq!(failures(&scene), count, "{door:?} {run}");
        let wait = wait_after(count);
        if wait > 0 {
            scene.advance(wait - 1);
            let back = pao::model::moment::Moment::from_seconds(crate::world::BEGINNING + passed + wait).to_string();
            for door in doors.into_iter().filter(|door| door.waits()) {
                let run = door.tried(&scene, name, &password(CY)).refused("throttled");
                assert_eq!(
                    (run.status, run.error()["details"]["retry_at"].as_str()),
                    (8, Some(&*back)),
                    "{door:?} {run}"
                );
            }
            assert_eq!(failures(&scene), count, "who waits is not counted");
            scene.advance(1);
            passed += wait;
        }
        assert_eq!(locked(&scene).len(), if count == DISABLED { 2 } else { 0 }, "{count}");
    }
    assert!(DOORS.iter().all(|door| used.contains(door)), "{used:?}");
    // Told once, at the new address and, since the change can still be taken back, at the old one.
    assert_eq!(locked(&scene), [MOVED, CY]);
    for door in [Door::Login, Door::As] {
        door.tried(&scene, CY, &password(CY)).refused("sign_in_failed");
        scene.advance(3600);
    }
    assert_eq!((failures(&scene), locked(&scene).len()), (DISABLED + 2, 2));
    scene.run("elsewhere", ["account", "recover", "--email", CY]).done();
    recover(&scene, CY, ANSWER, &scene.letter(MOVED, "recovery").secret()).done();
    Door::Login.tried(&scene, CY, FRESH).done();
    assert_eq!(failures(&scene), 0);
    scene.check();
}

#[test]
fn an_address_without_an_id_is_answered_by_the_same_bytes_through_the_whole_table() {
    let scene = Scene::new();
    scene.init();
    scene.person(BOB);
    let doors = [Door::Login, Door::As];
    let same = |door: Door, secret: [&str; 2], count: i64| {
        let said = [BOB, GHOST].map(|name| {
            let secret = if name == BOB { secret[0] } else { secret[1] };
            let run = door.tried(&scene, name, secret);
            (run.status, run.out.replace(name, "@"), run.err.replace(name, "@"))
        });
        assert_eq!(said[0], said[1], "{door:?} after {count}");
        said[0].0
    };
    for count in 1..=DISABLED + 2 {
        let door = doors[usize::try_from(count).unwrap() % doors.len()];
        assert_eq!(same(door, [WRONG, WRONG], count), 3);
        let wait = wait_after(count);
        if wait > 0 {
            for (seconds, door) in [(0, Door::Login), (wait - 1, Door::As), (0, Door::Login)] {
                scene.advance(seconds);
                // Even the right password tells nothing now.
                assert_eq!(same(door, [&password(BOB), WRONG], count), 8);
            }
            scene.advance(1);
        }
    }
    assert_eq!(same(Door::Login, [&password(BOB), WRONG], DISABLED + 3), 3, "the password is disabled");
    for count in 0..10 {
        assert_eq!([Door::Code, Door::RecoveryCode].map(|door| same(door, [WRONG, WRONG], count)), [3, 3]);
    }
    let counted = "SELECT failures, not_before FROM person WHERE id = 'bob@example.com'";
    assert_eq!(scene.rows(counted), scene.rows("SELECT failures, not_before FROM stranger"));
    for more in [&["--format", "json"][..], &[]] {
        let asked = [BOB, GHOST].map(|name| {
            let run = scene.prose("nobody", more.iter().copied().chain(["account", "recover", "--email", name])).done();
            (run.out.replace(name, "@"), run.err.replace(name, "@"))
        });
        assert_eq!(asked[0], asked[1]);
    }
    scene.check();
}

#[test]
fn a_wait_stops_tries_and_nothing_else_and_a_sign_in_ends_it() {
    let scene = house();
    for _ in 0..6 {
        Door::Login.tried(&scene, CY, WRONG).refused("sign_in_failed");
    }
    for argv in [&["whoami"][..], &["account", "sign-ins"], &["account", "update", "--last-name", "Longer"]] {
        scene.run(CY, argv).done();
    }
    Door::Confirmation.tried(&scene, CY, &password(CY)).refused("throttled");
    scene.advance(30);
    Door::Login.tried(&scene, CY, &password(CY)).done();
    for _ in 0..5 {
        Door::As.tried(&scene, CY, WRONG).refused("sign_in_failed");
    }
    Door::As.tried(&scene, CY, &password(CY)).done();
    assert_eq!(failures(&scene), 5, "only a sign-in begins anew");
    Door::Confirmation.tried(&scene, CY, WRONG).refused("confirm_password");
    Door::Login.tried(&scene, CY, &password(CY)).refused("throttled");
    scene.check();
}

#[test]
fn what_is_wrong_in_a_dry_run_counts_and_what_is_no_secret_at_all_does_not() {
    let scene = house();
    let dry_run = |secret: &str| {
        let argv = ["account", "change-password", "--password-file", "-", "--new-password-file", "-", "--dry-run"];
        scene.typed(CY, argv, &[secret, FRESH])
    };
    dry_run(WRONG).refused("confirm_password");
    assert_eq!(failures(&scene), 1);
    dry_run(&password(CY)).done();
    scene.verify(CY, "K7Q2").refused("invalid_value");
    recover(&scene, CY, ANSWER, "K7Q2").refused("invalid_value");
    assert_eq!(failures(&scene), 1);
    scene.check();
}

#[test]
fn the_letter_about_a_lock_leaves_with_the_try_that_caused_it() {
    let scene = Scene::new();
    scene.init();
    scene.person(ANN);
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    conn.execute("UPDATE person SET failures = 49, not_before = registered_at WHERE id = ?1", [ANN]).unwrap();
    drop(conn);
    let letters = scene.letters().len();
    Door::As.tried(&scene, ANN, WRONG).refused("sign_in_failed");
    assert_eq!(scene.posts(letters), [format!("sign-in-locked {ANN}")]);
    assert!(scene.letter(ANN, "sign-in-locked").body.contains("Your password has been disabled"));
    assert_eq!(scene.rows("SELECT count(*) FROM message WHERE state = 'queued'"), [["0"]]);
    // A sign-in that runs goes on: only tries of secrets are refused.
    scene.run(ANN, ["whoami"]).done();
    scene.check();
}

#[test]
fn addresses_without_an_id_are_not_forgotten_sooner_than_people() {
    let scene = Scene::new();
    scene.init();
    scene.person(BOB);
    let wrong = |id: &str| scene.typed("nobody", ["login", id, "--password-file", "-"], &[WRONG]).code();
    for id in [BOB, GHOST] {
        assert_eq!([wrong(id), wrong(id)].map(|code| code.unwrap()), ["sign_in_failed", "sign_in_failed"]);
    }
    scene.advance(8 * 86_400);
    scene.prose(OPS, ["maintain"]).done();
    assert_eq!(scene.rows("SELECT failures FROM stranger"), [["2"]]);
    assert_eq!(scene.rows("SELECT failures FROM person WHERE id = 'bob@example.com'"), [["2"]]);
}

/// The attack: five wrong codes of a stranger killed the right one, that of `operator reset` with it.
#[test]
fn wrong_codes_of_strangers_spend_nothing_and_keep_nobody_waiting() {
    let scene = house();
    scene.register(BOB).done();
    let code = scene.letter(BOB, "verification").secret();
    scene.run("elsewhere", ["account", "recover", "--email", CY]).done();
    let recovery = scene.letter(MOVED, "recovery").secret();
    let entries = || scene.rows("SELECT count(*) FROM audit WHERE outcome = 'refused'")[0][0].parse::<i64>().unwrap();
    let before = entries();
    for _ in 0..60 {
        Door::Code.tried(&scene, BOB, WRONG).refused("code_not_accepted");
        Door::RecoveryCode.tried(&scene, CY, WRONG).refused("code_not_accepted");
    }
    assert_eq!(entries(), before + 2, "one entry an hour for each address and command");
    scene.advance(3601);
    Door::Code.tried(&scene, BOB, WRONG).refused("code_not_accepted");
    assert_eq!(entries(), before + 3);
    scene.verify(BOB, &code).done();
    scene.run("elsewhere", ["account", "recover", "--email", CY]).done();
    assert_ne!(scene.letter(MOVED, "recovery").secret(), recovery);
    recover(&scene, CY, ANSWER, &scene.letter(MOVED, "recovery").secret()).done();
    // The code of an operator's reset, which asks for no answer, lives on likewise.
    scene.run(OPS, ["operator", "reset", CY]).done();
    let reset = scene.letter(MOVED, "recovery").secret();
    (0..6).for_each(|_| drop(Door::RecoveryCode.tried(&scene, CY, WRONG).refused("code_not_accepted")));
    recover(&scene, CY, ANSWER, &reset).done();
    scene.check();
}

/// Recovery stays open while sign-in waits, whoever made it wait.
#[test]
fn a_stranger_who_makes_sign_in_wait_does_not_close_recovery() {
    let scene = house();
    (0..6).for_each(|_| drop(Door::Login.tried(&scene, CY, WRONG).refused("sign_in_failed")));
    Door::Login.tried(&scene, CY, &password(CY)).refused("throttled");
    scene.run("elsewhere", ["account", "recover", "--email", CY]).done();
    recover(&scene, CY, ANSWER, &scene.letter(MOVED, "recovery").secret()).done();
    Door::Login.tried(&scene, CY, FRESH).done();
    scene.check();
}

/// The attack: signing in again reset the counter, so that pairs could be guessed for ever.
#[test]
fn wrong_pairs_have_a_counter_that_no_sign_in_resets() {
    let scene = house();
    scene.active_site("Example Corp", ANN);
    let guess = || scene.run(CY, ["nominate", "--site", "7654321", "--primary-contact", ANN]);
    for _ in 0..5 {
        guess().refused("not_found");
        scene.sign_in(CY);
    }
    guess().refused("not_found");
    guess().refused("throttled");
    scene.sign_in(CY);
    guess().refused("throttled");
    assert_eq!(failures(&scene), 0, "passwords have a counter of their own");
    scene.advance(30);
    guess().refused("not_found");
    assert_eq!(guess().refused("throttled").error()["details"]["retry_at"], "2026-11-21T20:16:30Z");
    scene.check();
}

/// The attack: a stranger with ten thousand addresses made the counter of an unknown one forgotten, and not that of a known one.
#[test]
fn no_number_of_addresses_makes_a_counter_forgotten() {
    let scene = Scene::new();
    scene.init();
    scene.person(BOB);
    for id in [BOB, GHOST] {
        (0..6).for_each(|_| drop(Door::Login.tried(&scene, id, WRONG).refused("sign_in_failed")));
    }
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    conn.execute_batch(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         INSERT INTO stranger (key, failures, not_before, at) SELECT randomblob(32), 1, at, at FROM n, (SELECT max(at) AS at FROM stranger)",
    )
    .unwrap();
    drop(conn);
    Door::Login.tried(&scene, "other@example.com", WRONG).refused("sign_in_failed");
    for id in [BOB, GHOST] {
        Door::Login.tried(&scene, id, WRONG).refused("throttled");
    }
    // Age alone forgives, both of them: a week after the wait.
    scene.advance(30 + 7 * 86_400 + 1);
    for id in [BOB, GHOST] {
        (0..6).for_each(|_| drop(Door::Login.tried(&scene, id, WRONG).refused("sign_in_failed")));
        Door::Login.tried(&scene, id, WRONG).refused("throttled");
    }
}
