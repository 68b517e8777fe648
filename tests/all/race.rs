//! Many processes at once, on the one file: one of them wins, none of them is told about locks, nothing is half done.
//!
//! Most crowds are started while the test holds the writer's lock, so that many have looked before one can write.
#![expect(clippy::print_stdout, reason = "how many rounds there were and who won is part of the result")]
use crate::machine::{AWAKE, Machine, Person, Ran, SLEEPING, Story, ended};
use crate::post::Peer;
use pao::model::code::MailedCode;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

/// How many processes are a crowd.
const CROWD: usize = 64;

/// Starts all of `commands`, and lets them write once they have had `view` milliseconds to look; 0: at any time.
fn at_once(machine: &Machine, view: u64, commands: impl IntoIterator<Item = Command>) -> Vec<Ran> {
    let gate = Connection::open(machine.db()).unwrap();
    gate.execute_batch(if view > 0 { "BEGIN IMMEDIATE" } else { "BEGIN" }).unwrap();
    let children = commands.into_iter().map(|mut command| command.spawn().unwrap()).collect();
    sleep(Duration::from_millis(view));
    gate.execute_batch("ROLLBACK").unwrap();
    drop(gate);
    ended(children)
}

/// How often each code was the answer; `done` where there was none.
fn codes(crowd: &[Ran]) -> BTreeMap<String, usize> {
    let mut codes = BTreeMap::new();
    for ran in crowd {
        let code = if ran.status == Some(0) { "done".to_owned() } else { ran.code() };
        assert!(!ran.err.contains("locked") && !ran.err.contains("SQL"), "{ran:?}");
        *codes.entry(code).or_default() += 1;
    }
    codes
}

/// `expected` and nothing else were the answers; the first of them exactly once.
#[track_caller]
fn one_wins(crowd: &[Ran], others: &[(&str, i32)]) {
    let codes = codes(crowd);
    assert_eq!(codes.get("done"), Some(&1), "{codes:?}");
    for ran in crowd.iter().filter(|ran| ran.status != Some(0)) {
        let code = ran.code();
        assert!(others.contains(&(code.as_str(), ran.status.unwrap_or(-1))), "{ran:?}");
    }
}

/// Gives which of the crowd won.
fn redeem_at_once(story: &Story, view: u64) -> usize {
    let machine = story.machine();
    let file = machine.file("passcode", &story.passcode);
    let argv = ["--json", "authorize", "--passcode-file", &file];
    let crowd = at_once(&machine, view, (0..CROWD).map(|_| machine.pao(Some(&story.ann), &argv)));
    assert_eq!(crowd.len(), CROWD);
    one_wins(&crowd, &[("passcode_not_accepted", 3), ("throttled", 8)]);
    assert_eq!(machine.count("SELECT count(*) FROM access WHERE role = 'primary'"), 1);
    assert_eq!(machine.count("SELECT count(*) FROM audit WHERE action = 'authorize' AND outcome = 'done'"), 1);
    assert_eq!(machine.count("SELECT count(*) FROM message WHERE kind = 'site-active'"), 1);
    machine.is_sound();
    crowd.iter().position(|ran| ran.status == Some(0)).unwrap()
}

/// In every fourth round all look before one can write. Gives who won each round.
fn rounds(count: usize) -> Vec<usize> {
    (0..count).map(|round| redeem_at_once(&SLEEPING, if round % 4 == 0 { 300 } else { 0 })).collect()
}

#[test]
fn one_of_64_processes_redeems_a_passcode() {
    rounds(6);
}

#[test]
#[ignore = "long"]
fn a_hundred_crowds_have_one_winner_each_and_count_every_wrong_sign_in() {
    let winners = rounds(100);
    let others = winners.iter().collect::<BTreeSet<_>>().len();
    println!("{} rounds at one passcode, one winner each, {others} different ones: {winners:?}", winners.len());
    let counted: Vec<i64> = (0..100).map(|_| sign_in_wrongly_at_once()).collect();
    println!("{} rounds of wrong sign-ins, each counted once: {counted:?}", counted.len());
    assert!(others > 1, "the first that was started always wins: was it a race?");
}

/// People as if they had registered: copies of Cy.
fn with_copies_of_cy(count: usize) -> Story {
    AWAKE.and(|machine| {
        let file = Connection::open(machine.db()).unwrap();
        for number in 0..count {
            let sql = "INSERT INTO person (id, email, first_name, last_name, country, password, operator, registered_at)
                       SELECT ?1, ?1, first_name, last_name, country, password, 0, registered_at FROM person WHERE id = ?2";
            file.execute(sql, (format!("p{number}@example.com"), &AWAKE.cy.id)).unwrap();
        }
        drop(file);
        machine.tells_what_is_found();
    })
}

#[test]
fn each_of_64_processes_adds_somebody_else() {
    let story = with_copies_of_cy(CROWD);
    let machine = story.machine();
    let add = |number| {
        let id = format!("p{number}@example.com");
        machine.pao(Some(&story.ann), &["--json", "access", "add", &id, "--role", "user"])
    };
    let crowd = at_once(&machine, 200, (0..CROWD).map(add));
    assert_eq!(codes(&crowd), BTreeMap::from([("done".to_owned(), CROWD)]));
    assert_eq!(machine.count("SELECT count(*) FROM access WHERE ended_at IS NULL AND role = 'user'"), 65);
    assert_eq!(machine.count("SELECT count(*) FROM message WHERE kind = 'access-granted'"), 66);
    machine.is_sound();
}

/// Gives how many of the crowd were counted.
fn sign_in_wrongly_at_once() -> i64 {
    let story = &*SLEEPING;
    let machine = story.machine();
    let (wrong, right) = (machine.file("wrong", "nothing like it at all"), machine.file("right", &story.cy.password));
    let login = |file: &str| machine.pao(None, &["--json", "login", &story.cy.id, "--password-file", file]);
    let crowd = at_once(&machine, 600, (0..CROWD).map(|_| login(&wrong)));
    for ran in &crowd {
        assert!(
            matches!((ran.code().as_str(), ran.status), ("sign_in_failed", Some(3)) | ("throttled", Some(8))),
            "{ran:?}"
        );
    }
    let counted = machine.count("SELECT failures FROM person WHERE id = 'cy@example.com'");
    let recorded =
        "SELECT count(*) FROM audit WHERE actor = 'cy@example.com' AND action = 'login' AND outcome = 'refused'";
    assert!(counted > 5, "only {counted} came so far as to compare");
    assert_eq!(counted, machine.count(recorded));
    let late = Ran::of(&login(&right).output().unwrap()).ends(8);
    assert_eq!(late.code(), "throttled");
    machine.is_sound();
    counted
}

#[test]
fn each_of_64_wrong_sign_ins_is_counted_once() {
    sign_in_wrongly_at_once();
}

#[test]
fn five_of_64_wrong_passcodes_are_tried() {
    let story = &*SLEEPING;
    let machine = story.machine();
    let wrong = machine.file("wrong", MailedCode::draw([7; 10]).shown());
    let argv = ["--json", "authorize", "--passcode-file", &wrong];
    let crowd = at_once(&machine, 600, (0..CROWD).map(|_| machine.pao(Some(&story.ann), &argv)));
    for ran in &crowd {
        let answer = (ran.code(), ran.status);
        assert!(
            matches!((answer.0.as_str(), answer.1), ("passcode_not_accepted", Some(3)) | ("throttled", Some(8))),
            "{ran:?}"
        );
    }
    assert_eq!(machine.count("SELECT tries FROM passcode WHERE state = 'spent'"), 5);
    let recorded = "SELECT count(*) FROM audit WHERE action = 'authorize' AND outcome = 'refused'";
    assert_eq!(machine.count("SELECT failures FROM person WHERE id = 'ann@example.com'"), machine.count(recorded));
    let right = machine.file("right", &story.passcode);
    machine.run(Some(&story.ann), &["authorize", "--passcode-file", &right]).ends(8);
    machine.run(Some(&story.ann), &["whoami"]).ends(0);
    machine.is_sound();
}

#[test]
fn each_of_twelve_letters_is_sent_once_by_eight_processes() {
    let peer = Peer::start("plain");
    let machine = AWAKE.machine();
    let file = Connection::open(machine.db()).unwrap();
    for number in 0..12 {
        let sql = "INSERT INTO message (entry, kind, recipient, site, facts, state, created_at, next_at)
                   SELECT entry, kind, ?1, site, facts, 'queued', created_at, created_at FROM message
                   WHERE kind = 'access-granted' LIMIT 1";
        assert_eq!(file.execute(sql, [format!("p{number:02}@example.com")]).unwrap(), 1);
    }
    for (key, value) in [("mail.transport", "smtp".to_owned()), ("mail.smtp.url", peer.url("smtp", ""))] {
        file.execute("INSERT INTO setting (key, value) VALUES (?1, ?2)", (key, value)).unwrap();
    }
    drop(file);
    machine.tells_what_is_found();
    // It changes nothing, and delivers what is due.
    let update = ["--json", "access", "update", &AWAKE.cy.id, "--role", "user"];
    let crowd = at_once(&machine, 300, (0..8).map(|_| machine.pao(Some(&AWAKE.ann), &update)));
    assert_eq!(codes(&crowd), BTreeMap::from([("done".to_owned(), 8)]));
    let mut arrived = peer.arrived();
    arrived.sort();
    assert_eq!(arrived, (0..12).map(|number| format!("p{number:02}@example.com")).collect::<Vec<_>>());
    assert_eq!(machine.count("SELECT count(*) FROM message WHERE state <> 'delivered' OR attempts <> 1"), 0);
    machine.is_sound();
}

#[test]
fn a_revocation_and_an_update_at_once_are_each_whole() {
    let story = &*AWAKE;
    for round in 0..12 {
        let machine = story.machine();
        let revoke = ["--json", "access", "revoke", &story.cy.id, "--yes"];
        let update = ["--json", "access", "update", &story.cy.id, "--tools", "full"];
        // Whoever starts second has a chance to come first every other time.
        let mut both = [machine.pao(Some(&story.ann), &revoke), machine.pao(Some(&story.bob), &update)];
        both.rotate_left(round % 2);
        let mut ran = at_once(&machine, 60, both);
        ran.rotate_left(round % 2);
        let [revoke, update] = &ran[..] else { panic!("two of them") };
        assert_eq!(revoke.status, Some(0), "{revoke:?}");
        let updated = update.status == Some(0);
        assert!(updated || (update.status == Some(5) && update.code() == "not_found"), "{update:?}");
        assert_eq!(machine.count("SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'cy@example.com' AND ended_at IS NULL"), 0);
        let intervals =
            machine.count("SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'cy@example.com'");
        assert_eq!(intervals, 1 + i64::from(updated));
        assert_eq!(machine.count("SELECT count(*) FROM message WHERE kind = 'access-changed'"), i64::from(updated));
        machine.is_sound();
    }
}

#[test]
fn one_of_two_hand_overs_at_once_happens() {
    let story = &*AWAKE;
    for _ in 0..6 {
        let machine = story.machine();
        let file = machine.file("password", &story.ann.password);
        let to = |id: &str| {
            machine.pao(Some(&story.ann), &["--json", "contact", "set-primary", id, "--yes", "--password-file", &file])
        };
        let both = at_once(&machine, 300, [to(&story.bob.id), to(&story.cy.id)]);
        one_wins(&both, &[("change_primary_only", 4)]);
        let winner = both.iter().find(|ran| ran.status == Some(0)).map_or(Value::Null, Ran::json);
        let sql = "SELECT count(*) FROM access JOIN person USING (person) WHERE role = 'primary' AND ended_at IS NULL AND id = ";
        let winner = winner["id"].as_str().unwrap_or_default();
        assert_eq!(machine.count(&format!("{sql}'{winner}'")), 1);
        machine.is_sound();
    }
}

#[test]
fn one_of_many_answers_at_once_to_a_nomination_counts() {
    let story = AWAKE.and(|machine| {
        machine.run(Some(&AWAKE.ann), &["access", "revoke", &AWAKE.cy.id, "--yes"]).ends(0);
        let ask = ["nominate", "--site", &AWAKE.site, "--primary-contact", &AWAKE.ann.id];
        machine.run(Some(&AWAKE.cy), &ask).ends(0);
    });
    for round in 0..6 {
        let machine = story.machine();
        let approve = || machine.pao(Some(&story.ann), &["--json", "approve", "1"]);
        let decline = || machine.pao(Some(&story.ann), &["--json", "decline", "1", "--reason", "no"]);
        let withdraw = || machine.pao(Some(&story.cy), &["--json", "nomination", "withdraw", "1"]);
        let mut crowd = vec![approve(), decline(), withdraw(), approve(), decline(), withdraw(), approve(), decline()];
        crowd.rotate_left(round % 3);
        let crowd = at_once(&machine, 200, crowd);
        one_wins(&crowd, &[("wrong_state", 6)]);
        let winner = crowd.iter().find(|ran| ran.status == Some(0)).map_or(Value::Null, Ran::json);
        let word = winner["status"].as_str().unwrap_or_default();
        assert_eq!(machine.count(&format!("SELECT count(*) FROM nomination WHERE status = '{word}'")), 1);
        let has_access =
            "SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'cy@example.com' AND ended_at IS NULL";
        assert_eq!(machine.count(has_access), i64::from(word == "approved"));
        machine.is_sound();
    }
}

#[test]
fn guesses_at_a_pair_that_run_at_once_are_counted_one_by_one() {
    let story = AWAKE.and(|machine| {
        machine.run(Some(&AWAKE.ann), &["access", "revoke", &AWAKE.cy.id, "--yes"]).ends(0);
    });
    for round in 0..5 {
        let machine = story.machine();
        let ask = |address: &str| {
            machine.pao(Some(&story.cy), &["--json", "nominate", "--site", &story.site, "--primary-contact", address])
        };
        let mut crowd: Vec<Command> = (0..12).map(|_| ask("wrong@example.com")).collect();
        crowd.insert(12 - 2 * round, ask(&story.ann.id));
        let codes = codes(&at_once(&machine, 400, crowd));
        let wrong = "action = 'nominate' AND outcome = 'refused'";
        let counted = machine.count("SELECT pair_failures FROM person WHERE id = 'cy@example.com'");
        assert!((6..=13).contains(&counted), "{codes:?}");
        // Whoever comes after the sixth wrong guess waits, and does not learn that theirs was right.
        let found = "(SELECT min(seq) FROM audit WHERE action = 'nominate' AND outcome = 'done')";
        assert!(
            machine.count(&format!("SELECT count(*) FROM audit WHERE {wrong} AND seq < {found}")) <= 5,
            "{codes:?}"
        );
        assert_eq!(
            machine.count("SELECT count(*) FROM nomination"),
            i64::try_from(codes.get("done").copied().unwrap_or(0)).unwrap()
        );
        machine.is_sound();
    }
}

#[test]
fn two_who_come_in_as_others_do_not_spend_the_passcode() {
    let story = &*SLEEPING;
    let machine = story.machine();
    let file = machine.file("passcode", &story.passcode);
    let as_somebody = |who: &Person| {
        machine.pao(Some(who), &["--json", "authorize", "--site", &story.site, "--passcode-file", &file])
    };
    let crowd = at_once(&machine, 100, [as_somebody(&story.bob), as_somebody(&story.ann), as_somebody(&story.cy)]);
    one_wins(&crowd, &[("passcode_not_accepted", 3)]);
    assert_eq!(crowd[1].status, Some(0), "{:?}", crowd[1]);
    machine.is_sound();
}
