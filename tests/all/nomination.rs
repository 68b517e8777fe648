//! Nominations: who asks and how, who answers, what happens by itself, and who is told.
//!
//! What must hold after every test here: the file checks out, so that nobody waits for what they have.
use crate::call::Run;
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;

const EVE: &str = "eve@example.com";
const PAT: &str = "pat@example.com";

/// Ann is Primary Contact, Bob is Secondary Contact, Cy is a user; Dee and Eve have IDs.
fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    scene.person(EVE);
    (scene, site)
}

fn ask(scene: &Scene, who: &str, site: &str, primary: &str, more: &[&str]) -> Run {
    let argv = ["nominate", "--site", site, "--primary-contact", primary];
    scene.run(who, argv.into_iter().chain(more.iter().copied()))
}

/// Asks, and gives the number.
fn asked(scene: &Scene, who: &str, site: &str, primary: &str) -> String {
    ask(scene, who, site, primary, &[]).done().json()["nomination"].to_string()
}

fn status(scene: &Scene, who: &str, number: &str) -> String {
    scene.run(who, ["nomination", "show", number]).done().json()["status"].as_str().unwrap().to_owned()
}

fn failures(scene: &Scene, who: &str) -> String {
    scene.rows(&format!("SELECT pair_failures FROM person WHERE id = '{who}'"))[0][0].clone()
}

/// What `maintain` mails.
fn maintained(scene: &Scene) -> Vec<String> {
    let before = scene.letters().len();
    scene.run("nobody", ["maintain"]).done();
    scene.posts(before)
}

#[test]
fn the_primary_is_told_and_lets_the_nominee_in() {
    let (scene, site) = house();
    let run = ask(&scene, DEE, &site, ANN, &["--reason", "I run the gateway"]).done();
    let at = scene.now();
    let mut expected = json!({
        "nomination": 1, "site": site, "id": DEE, "claims_primary": false, "reason": "I run the gateway",
        "status": "pending", "submitted_at": at, "decided_at": null, "decided_by": null, "decision_reason": null,
        "changed": true, "dry_run": false, "notices": [{"kind": "nomination-received", "to": ANN}]
    });
    assert_eq!(run.json(), expected);
    let letter = scene.letter(ANN, "nomination-received");
    for words in
        ["Dee Example", DEE, "I run the gateway", "21 December 2026, 20:15 UTC", "pao approve 1", "pao decline 1"]
    {
        assert!(letter.body.contains(words), "{words}: {}", letter.body);
    }
    assert!(!letter.body.contains("believe") && !letter.body.contains("waiting"), "{}", letter.body);
    scene.advance(60);
    let run = scene.run(ANN, ["approve", "1", "--tools", "media", "--expires", "90d"]).done();
    let shown = run.json();
    assert_eq!(shown["access"]["role"], "user");
    assert_eq!(shown["access"]["privileges"]["tools"], "media");
    assert_eq!(shown["access"]["granted_by"], ANN);
    assert_eq!(shown["access"]["expires_at"], "2027-02-19T20:16:00Z");
    expected["status"] = "approved".into();
    (expected["decided_at"], expected["decided_by"]) = (scene.now().into(), ANN.into());
    expected["notices"] = json!([{"kind": "nomination-approved", "to": DEE}]);
    expected["access"] = shown["access"].clone();
    assert_eq!(shown, expected);
    assert_eq!(scene.last_entry(), "approve done");
    scene.run(DEE, ["can", "media"]).done();
    let letter = scene.letter(DEE, "nomination-approved");
    assert!(
        letter.body.contains("tools=media") && letter.body.contains("19 February 2027, 20:16 UTC"),
        "{}",
        letter.body
    );
    scene.check();
}

#[test]
fn believing_to_be_the_primary_is_passed_on_and_grants_nothing() {
    let (scene, site) = house();
    let run = ask(&scene, DEE, &site, ANN, &["--i-am-primary"]).done();
    assert_eq!(run.json()["claims_primary"], true);
    assert!(scene.letter(ANN, "nomination-received").body.contains("believe"));
    scene.run(DEE, ["site", "show", "--site", &site]).refused("not_found");
    scene.run(DEE, ["approve", "1"]).refused("nomination_primary_only");
    scene.run(ANN, ["approve", "1"]).done();
    assert_eq!(scene.run(DEE, ["access", "show"]).done().json()["role"], "user");
    scene.check();
}

#[test]
fn declining_needs_a_reason_and_asks_for_seven_days_of_peace() {
    let (scene, site) = house();
    let number = asked(&scene, EVE, &site, ANN);
    let run = scene.run(ANN, ["decline", &number]).refused("usage");
    assert!(run.error()["message"].as_str().unwrap().contains("--reason"), "{run}");
    scene.run(ANN, ["decline", &number, "--reason", " "]).refused("invalid_value");
    let run = scene.run(ANN, ["decline", &number, "--reason", "Not one of us"]).done();
    let shown = run.json();
    assert_eq!((&shown["status"], &shown["decision_reason"]), (&"declined".into(), &"Not one of us".into()));
    assert_eq!((run.notices(), &shown["access"]), (vec![format!("nomination-declined {EVE}")], &Value::Null));
    let letter = scene.letter(EVE, "nomination-declined");
    assert!(
        letter.body.contains("Not one of us") && letter.body.contains("28 November 2026, 20:15 UTC"),
        "{}",
        letter.body
    );
    scene.run(EVE, ["can", "enter", "--site", &site]).refused("not_found");
    for days in [0, 6] {
        scene.advance(days * DAY);
        for who in [OPS, EVE] {
            scene.sign_in(who);
        }
        let error = ask(&scene, EVE, &site, ANN, &[]).refused("wrong_state").error();
        assert_eq!(error["details"]["retry_at"], "2026-11-28T20:15:00Z");
    }
    // At another site nobody has said no.
    let other = scene.active_site("Other", PAT);
    ask(&scene, EVE, &other, PAT, &[]).done();
    scene.advance(DAY - 1);
    scene.sign_in(EVE);
    ask(&scene, EVE, &site, ANN, &[]).refused("wrong_state");
    scene.advance(1);
    ask(&scene, EVE, &site, ANN, &[]).done();
    scene.sign_in(OPS);
    scene.check();
}

#[test]
fn a_wrong_pair_is_answered_like_a_site_that_is_not_there_and_is_counted() {
    let (scene, site) = house();
    let other = scene.active_site("Other", PAT);
    let before = scene.dump(&["audit", "person"]);
    let (mut answers, wrong) = (Vec::new(), "nobody@example.com");
    for (number, address) in [(&*site, wrong), ("9999999", wrong), (&*site, PAT), (&*other, ANN), ("12345", ANN)] {
        let run = ask(&scene, DEE, number, address, &[]).refused("not_found");
        assert_eq!((run.status, scene.last_entry().as_str()), (5, "nominate refused not_found"));
        let plain = |text: &str| text.replace(number, "SITE").replace(address, "ADDRESS");
        answers.push((plain(&run.err), run.error()["rule"].clone()));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "one answer for all of them: {answers:?}");
    assert_eq!(failures(&scene, DEE), "5");
    // A dry run guesses as well as anything else.
    ask(&scene, DEE, &site, wrong, &["--dry-run"]).refused("not_found");
    assert_eq!(failures(&scene, DEE), "6");
    let run = ask(&scene, DEE, &site, ANN, &[]).refused("throttled");
    ask(&scene, DEE, "12", ANN, &[]).refused("invalid_value");
    assert_eq!((run.status, &run.error()["details"]["retry_at"]), (8, &"2026-11-21T20:15:30Z".into()));
    assert_eq!(scene.dump(&["audit", "person"]), before);
    scene.run(DEE, ["whoami"]).done();
    scene.run(DEE, ["nomination", "list"]).done();
    scene.advance(30);
    ask(&scene, DEE, &site, ANN, &[]).done();
    assert_eq!(failures(&scene, DEE), "6", "a right pair is no sign-in");
    scene.sign_in(DEE);
    assert_eq!(failures(&scene, DEE), "6", "nor does a sign-in forgive wrong pairs");
    scene.check();
}

#[test]
fn what_cannot_be_a_pair_is_a_value_and_costs_nothing() {
    let (scene, site) = house();
    ask(&scene, DEE, "12", ANN, &[]).refused("invalid_value");
    ask(&scene, DEE, &site, "ann", &[]).refused("invalid_value");
    ask(&scene, DEE, &site, ANN, &["--reason", &"x".repeat(501)]).refused("invalid_value");
    scene.run(DEE, ["nominate", "--site", &site]).refused("usage");
    scene.run(DEE, ["nominate", "--primary-contact", ANN]).refused("usage");
    for number in ["0", "-1", "x", "007", "1.5", "99999999999"] {
        scene.run(ANN, ["approve", "--", number]).refused("invalid_value");
    }
    assert_eq!(failures(&scene, DEE), "0");
    ask(&scene, DEE, &site, "ANN@Example.com", &[]).done();
    scene.check();
}

#[test]
fn the_address_is_that_of_the_primary_of_today() {
    let (scene, site) = house();
    scene.confirmed(ANN, ["contact", "set-primary", BOB, "--yes"]).done();
    ask(&scene, DEE, &site, ANN, &[]).refused("not_found");
    let run = ask(&scene, DEE, &site, BOB, &[]).done();
    assert_eq!(run.notices(), [format!("nomination-received {BOB}")]);
    scene.run(ANN, ["approve", "1"]).refused("nomination_primary_only");
    scene.run(BOB, ["approve", "1"]).done();
    // A current address that is not the ID, as `account update` leaves it.
    scene.rows("UPDATE person SET email = 'bob@new.example' WHERE id = 'bob@example.com'");
    ask(&scene, EVE, &site, BOB, &[]).refused("not_found");
    let run = ask(&scene, EVE, &site, "bob@new.example", &[]).done();
    assert_eq!(run.notices(), ["nomination-received bob@new.example"]);
    scene.check();
}

#[test]
fn at_a_site_that_has_ended_every_pair_is_wrong_for_everybody() {
    let (scene, site) = house();
    let sleeping = scene.enroll("Sleeping", PAT);
    let (mine, hers) = (asked(&scene, DEE, &site, ANN), asked(&scene, EVE, &sleeping, PAT));
    let close = scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    assert!(close.notices().contains(&format!("nomination-expired {DEE}")), "{close}");
    let withdraw = scene.confirmed(OPS, ["site", "withdraw", "--site", &sleeping, "--reason", "twice", "--yes"]).done();
    assert_eq!(withdraw.notices(), [format!("nomination-expired {EVE}"), format!("site-withdrawn {PAT}")]);
    assert!(scene.letter(DEE, "nomination-expired").body.contains("the site was closed"));
    for (who, number) in [(DEE, &mine), (EVE, &hers)] {
        let shown = scene.run(who, ["nomination", "show", number]).done().json();
        assert_eq!((&shown["status"], &shown["decided_by"]), (&"expired".into(), &Value::Null));
        assert_eq!(shown["decided_at"], scene.now());
    }
    for who in [DEE, ANN, CY] {
        ask(&scene, who, &site, ANN, &[]).refused("not_found");
    }
    ask(&scene, DEE, &sleeping, PAT, &[]).refused("not_found");
    ask(&scene, OPS, &site, ANN, &[]).refused("operator_apart");
    assert_eq!((failures(&scene, CY), failures(&scene, OPS)), ("1".into(), "0".into()));
    // Its people still read; every change is refused by R1, whoever asks.
    assert_eq!(status(&scene, ANN, &mine), "expired");
    for (who, line) in [(ANN, "approve"), (DEE, "approve"), (BOB, "approve"), (DEE, "nomination withdraw")] {
        scene.run(who, line.split(' ').chain([&*mine])).refused("site_not_active");
    }
    scene.check();
}

#[test]
fn the_primary_alone_answers() {
    let (scene, site) = house();
    let other = scene.active_site("Other", PAT);
    let number = asked(&scene, DEE, &site, ANN);
    let before = scene.dump(&["audit"]);
    for (who, code) in [
        (BOB, "nomination_primary_only"),
        (CY, "nomination_primary_only"),
        (DEE, "nomination_primary_only"),
        (OPS, "operator_apart"),
        (EVE, "not_found"),
        (PAT, "not_found"),
    ] {
        for argv in [&["approve", &number][..], &["decline", &number, "--reason", "no"]] {
            scene.run(who, argv.iter()).refused(code);
            assert_eq!(scene.last_entry(), format!("{} refused {code}", argv[0]));
        }
        // A number that is not there is like one that is out of reach.
        if code == "not_found" {
            let (here, nowhere) = (scene.run(who, ["approve", &number]), scene.run(who, ["approve", "999"]));
            assert_eq!(here.err.replace(&format!("nomination {number}"), "nomination 999"), nowhere.err);
        }
    }
    scene.run(BOB, ["approve", &number, "--role", "secondary"]).refused("nomination_primary_only");
    scene.run(ANN, ["approve", "999"]).refused("not_found");
    scene.run(ANN, ["approve", &number, "--site", &other]).refused("not_found");
    scene.run(ANN, ["nomination", "show", &number, "--site", &other]).refused("not_found");
    scene.run(ANN, ["approve", &number, "--role", "user", "--manage-access", "view"]).refused("role_privilege");
    scene.run(ANN, ["approve", &number, "--role", "secondary", "--manage-access", "none"]).refused("role_privilege");
    scene.run(ANN, ["approve", &number, "--role", "primary"]).refused("invalid_value");
    scene.run(ANN, ["approve", &number, "--expires", "2020-01-01"]).refused("invalid_value");
    assert_eq!(scene.dump(&["audit"]), before);
    let about =
        scene.rows("SELECT site, subject FROM audit WHERE action = 'decline' AND code = 'nomination_primary_only'");
    assert!(about.iter().all(|row| *row == [site.clone(), DEE.to_owned()]), "{about:?}");
    scene.run(ANN, ["approve", &number, "--site", &site]).done();
    scene.check();
}

#[test]
fn a_nomination_is_decided_once() {
    let (scene, site) = house();
    let number = asked(&scene, DEE, &site, ANN);
    scene.run(ANN, ["approve", &number]).done();
    let before = scene.dump(&["audit"]);
    for argv in
        [&["approve", &number][..], &["approve", &number, "--tools", "full"], &["decline", &number, "--reason", "late"]]
    {
        let run = scene.run(ANN, argv.iter()).refused("wrong_state");
        assert!(run.error()["message"].as_str().unwrap().contains("approved"), "{run}");
    }
    scene.run(DEE, ["nomination", "withdraw", &number]).refused("wrong_state");
    assert_eq!(scene.dump(&["audit"]), before);
    // Nor does it come back with the access gone.
    scene.run(ANN, ["access", "revoke", DEE, "--yes"]).done();
    scene.run(ANN, ["approve", &number]).refused("wrong_state");
    let again = asked(&scene, DEE, &site, ANN);
    assert_ne!(again, number);
    scene.check();
}

#[test]
fn a_secondary_is_welcomed_and_a_fifth_is_remarked_upon() {
    let (scene, site) = house();
    for (count, id) in ["f1@example.com", "f2@example.com", "f3@example.com", DEE].iter().enumerate() {
        if *id != DEE {
            scene.person(id);
        }
        let number = asked(&scene, id, &site, ANN);
        let run = scene.prose(ANN, ["approve", &number, "--role", "secondary", "--contact-update", "view"]).done();
        assert_eq!(run.err.contains("5 Secondary Contacts"), count == 3, "{run}");
    }
    let letter = scene.letter(DEE, "nomination-approved");
    assert!(letter.body.contains("Welcome.") && letter.body.contains("contact-update=view"), "{}", letter.body);
    let access = scene.run(DEE, ["access", "show"]).done().json();
    assert_eq!((&access["role"], &access["privileges"]["manage-access"]), (&"secondary".into(), &"update".into()));
    scene.check();
}

#[test]
fn nobody_asks_twice_or_for_what_they_have() {
    let (scene, site) = house();
    for who in [ANN, BOB, CY] {
        ask(&scene, who, &site, ANN, &[]).refused("already_exists");
    }
    let number = asked(&scene, DEE, &site, ANN);
    let run = ask(&scene, DEE, &site, ANN, &[]).refused("already_exists");
    assert!(run.error()["hint"].as_str().unwrap().contains(&format!("nomination show {number}")), "{run}");
    ask(&scene, OPS, &site, ANN, &[]).refused("operator_apart");
    assert_eq!([CY, DEE, OPS].map(|who| failures(&scene, who)), ["0", "0", "0"], "the pairs were right");
    // Access whose end date has passed is none.
    scene.run(ANN, ["access", "update", CY, "--expires", "1d"]).done();
    scene.advance(DAY + 1);
    scene.sign_in(CY);
    ask(&scene, CY, &site, ANN, &[]).done();
    scene.sign_in(OPS);
    scene.check();
}

/// The attack: asking and withdrawing, again and again, mails the Primary Contact without end.
#[test]
fn nobody_floods_a_primary_contact_by_asking_and_withdrawing() {
    let (scene, site) = house();
    let to_ann = || scene.letters().iter().filter(|letter| letter.to == ANN).count();
    let before = to_ann();
    for _ in 0..10 {
        let number = asked(&scene, DEE, &site, ANN);
        scene.run(DEE, ["nomination", "withdraw", &number]).done();
    }
    let many = to_ann();
    for _ in 0..5 {
        ask(&scene, DEE, &site, ANN, &[]).refused("wrong_state");
    }
    assert_eq!((many - before, to_ann()), (20, many));
    scene.advance(86_400);
    scene.sign_in(DEE);
    ask(&scene, DEE, &site, ANN, &[]).done();
    scene.check();
}

#[test]
fn five_nominations_of_one_person_wait_and_no_more() {
    let (scene, site) = house();
    let others: Vec<String> = (1..=5).map(|number| scene.enroll(&format!("Sleeping {number}"), PAT)).collect();
    let first = asked(&scene, DEE, &site, ANN);
    for other in &others[..4] {
        asked(&scene, DEE, other, PAT);
    }
    ask(&scene, DEE, &others[4], PAT, &[]).refused("wrong_state");
    ask(&scene, EVE, &others[4], PAT, &[]).done();
    scene.run(DEE, ["nomination", "withdraw", &first]).done();
    ask(&scene, DEE, &others[4], PAT, &[]).done();
    scene.check();
}

#[test]
fn at_a_sleeping_site_a_nomination_waits_and_its_time_begins_with_the_activation() {
    let (scene, _) = house();
    let site = scene.enroll("Sleeping", PAT);
    let run = ask(&scene, DEE, &site, PAT, &[]).done();
    assert_eq!((run.notices(), &run.json()["status"]), (vec![], &"pending".into()));
    scene.person(PAT);
    for (who, code) in [(PAT, "site_not_active"), (DEE, "site_not_active"), (OPS, "operator_apart"), (EVE, "not_found")]
    {
        scene.run(who, ["approve", "1"]).refused(code);
        scene.run(who, ["decline", "1", "--reason", "no"]).refused(code);
    }
    scene.run(DEE, ["nomination", "withdraw", "1"]).refused("site_not_active");
    scene.run(PAT, ["nomination", "show", "1"]).refused("not_found");
    scene.advance(40 * DAY);
    assert_eq!(maintained(&scene), [""; 0]);
    for who in [OPS, PAT, DEE] {
        scene.sign_in(who);
    }
    assert_eq!(status(&scene, DEE, "1"), "pending");
    scene.run(PAT, ["request-passcode"]).done();
    let run = scene.authorize(PAT, &site).done();
    assert_eq!(run.notices(), [format!("nomination-received {PAT}"), format!("site-active {PAT}")]);
    assert!(scene.letter(PAT, "nomination-received").body.contains("30 January 2027, 20:15 UTC"));
    scene.advance(3 * DAY);
    assert_eq!(maintained(&scene), [format!("nomination-received {PAT}")]);
    scene.advance(27 * DAY);
    maintained(&scene);
    for who in [OPS, PAT] {
        scene.sign_in(who);
    }
    scene.run(PAT, ["approve", "1"]).done();
    scene.check();
}

#[test]
fn the_primary_of_record_of_a_sleeping_site_is_sent_to_the_door() {
    let (scene, _) = house();
    let site = scene.enroll("Sleeping", DEE);
    let hint = |more: &[&str]| {
        let run = ask(&scene, DEE, &site, DEE, more).refused("wrong_state");
        run.error()["hint"].as_str().unwrap().to_owned()
    };
    assert!(hint(&[]).contains("pao authorize") && !hint(&[]).contains("request-passcode"));
    assert!(hint(&["--i-am-primary"]).contains("pao authorize"));
    assert!(hint(&["--i-am-primary"]).contains("pao request-passcode"));
    ask(&scene, DEE, &site, ANN, &[]).refused("not_found");
    let run = ask(&scene, EVE, &site, DEE, &["--i-am-primary"]).done();
    assert_eq!((run.status, failures(&scene, DEE)), (0, "1".to_owned()));
    scene.check();
}

#[test]
fn whoever_comes_in_as_primary_needs_no_answer_any_more() {
    let (scene, _) = house();
    let site = scene.enroll("Sleeping", PAT);
    asked(&scene, EVE, &site, PAT);
    asked(&scene, DEE, &site, PAT);
    // Eve's address changes to the one on the form, as `account update` would have it.
    scene.rows("UPDATE person SET email = 'pat@example.com' WHERE id = 'eve@example.com'");
    let passcode = scene.letter(PAT, "welcome").secret();
    let run = scene.typed(EVE, ["authorize", "--site", &site, "--passcode-file", "-"], &[&passcode]).done();
    assert_eq!(
        run.notices(),
        ["nomination-received", "nomination-withdrawn", "site-active"].map(|kind| format!("{kind} {PAT}"))
    );
    assert_eq!((status(&scene, EVE, "1"), status(&scene, DEE, "2")), ("withdrawn".into(), "pending".into()));
    scene.run(EVE, ["approve", "1"]).refused("nomination_primary_only");
    scene.check();
}

#[test]
fn unanswered_for_30_days_it_expires_by_itself() {
    let (scene, site) = house();
    let number = asked(&scene, DEE, &site, ANN);
    scene.advance(30 * DAY);
    for who in [OPS, ANN, DEE] {
        scene.sign_in(who);
    }
    assert_eq!(status(&scene, ANN, &number), "pending");
    scene.run(ANN, ["approve", &number, "--dry-run"]).done();
    scene.advance(1);
    let shown = scene.run(ANN, ["nomination", "show", &number]).done().json();
    assert_eq!((&shown["status"], &shown["decided_at"]), (&"expired".into(), &"2026-12-21T20:15:00Z".into()));
    for argv in [&["approve", &number][..], &["decline", &number, "--reason", "late"]] {
        scene.run(ANN, argv.iter()).refused("wrong_state");
    }
    let listed = scene.run(ANN, ["nomination", "list", "--status", "pending"]).done().json();
    assert_eq!(listed, json!([]));
    // It stands in nobody's way, and is written down on the occasion.
    let run = ask(&scene, DEE, &site, ANN, &[]).done();
    assert_eq!(run.notices(), [format!("nomination-expired {DEE}"), format!("nomination-received {ANN}")]);
    assert_eq!(scene.rows("SELECT status, decided_at - heard_at FROM nomination")[0], ["expired", "2592000"]);
    assert_eq!(scene.run(ANN, ["nomination", "show", &number]).done().json(), shown);
    assert_eq!(maintained(&scene), [""; 0]);
    scene.check();
}

#[test]
fn access_given_otherwise_withdraws_the_nomination() {
    let (scene, site) = house();
    let (dees, eves) = (asked(&scene, DEE, &site, ANN), asked(&scene, EVE, &site, ANN));
    let run = scene.run(BOB, ["access", "add", DEE, "--role", "user"]).done();
    let told =
        [format!("access-granted {DEE}"), format!("nomination-withdrawn {ANN}"), format!("nomination-withdrawn {DEE}")];
    assert_eq!(run.notices(), told);
    let shown = scene.run(DEE, ["nomination", "show", &dees]).done().json();
    assert_eq!((&shown["status"], &shown["decided_by"]), (&"withdrawn".into(), &BOB.into()));
    assert_eq!(shown["decision_reason"], "access was given");
    let (mine, hers) = (scene.letter(DEE, "nomination-withdrawn").body, scene.letter(ANN, "nomination-withdrawn").body);
    assert!(mine.contains(BOB) && mine.contains("access was given") && mine.contains("Your nomination"), "{mine}");
    assert!(hers.contains(BOB) && hers.contains("access was given") && hers.contains(DEE), "{hers}");
    scene.run(ANN, ["approve", &dees]).refused("wrong_state");
    // The Primary Contact is not told of what they did themselves.
    let run = scene.run(ANN, ["access", "add", EVE, "--role", "secondary"]).done();
    assert_eq!(run.notices(), [format!("access-granted {EVE}"), format!("nomination-withdrawn {EVE}")]);
    assert_eq!(status(&scene, EVE, &eves), "withdrawn");
    assert_eq!(scene.run(ANN, ["access", "add", EVE, "--role", "secondary"]).done().json()["changed"], false);
    scene.check();
}

#[test]
fn access_given_after_the_30_days_finds_it_expired() {
    let (scene, site) = house();
    let number = asked(&scene, DEE, &site, ANN);
    scene.advance(31 * DAY);
    for who in [OPS, BOB, DEE] {
        scene.sign_in(who);
    }
    let run = scene.run(BOB, ["access", "add", DEE, "--role", "user"]).done();
    assert_eq!(run.notices(), [format!("access-granted {DEE}"), format!("nomination-expired {DEE}")]);
    assert_eq!(status(&scene, DEE, &number), "expired");
    scene.check();
}

#[test]
fn whoever_asked_takes_it_back_and_both_are_told() {
    let (scene, site) = house();
    let number = asked(&scene, DEE, &site, ANN);
    let run = scene.run(ANN, ["nomination", "withdraw", &number]).refused("wrong_state");
    assert!(run.error()["hint"].as_str().unwrap().contains("pao decline"), "{run}");
    for (who, code) in [(BOB, "nomination_primary_only"), (OPS, "operator_apart"), (EVE, "not_found")] {
        scene.run(who, ["nomination", "withdraw", &number]).refused(code);
    }
    let run = scene.run(DEE, ["nomination", "withdraw", &number]).done();
    assert_eq!(run.notices(), [format!("nomination-withdrawn {ANN}"), format!("nomination-withdrawn {DEE}")]);
    assert_eq!(run.json()["status"], "withdrawn");
    scene.run(ANN, ["approve", &number]).refused("wrong_state");
    ask(&scene, DEE, &site, ANN, &[]).done();
    scene.check();
}

#[test]
fn an_id_that_closes_takes_along_what_it_asked() {
    let (scene, site) = house();
    let sleeping = scene.enroll("Sleeping", PAT);
    asked(&scene, DEE, &site, ANN);
    asked(&scene, DEE, &sleeping, PAT);
    let run = scene.confirmed(DEE, ["account", "close", "--yes"]).done();
    let told: Vec<String> = run.notices().into_iter().filter(|notice| notice.contains("nomination")).collect();
    let mine = format!("nomination-withdrawn {DEE}");
    assert_eq!(told, [format!("nomination-withdrawn {ANN}"), mine.clone(), mine], "Pat never heard of it");
    assert_eq!(status(&scene, ANN, "1"), "withdrawn");
    // Whoever has the address now is somebody else.
    scene.person(DEE);
    scene.run(DEE, ["nomination", "show", "1"]).refused("not_found");
    scene.run(ANN, ["approve", "1"]).refused("wrong_state");
    ask(&scene, DEE, &site, ANN, &[]).done();
    scene.check();
}

#[test]
fn the_primary_reads_the_sites_and_others_their_own() {
    let (scene, site) = house();
    let other = scene.active_site("Other", PAT);
    asked(&scene, DEE, &site, ANN);
    asked(&scene, EVE, &site, ANN);
    asked(&scene, DEE, &other, PAT);
    asked(&scene, ANN, &other, PAT);
    let numbers = |who: &str, flags: &[&str]| -> Vec<i64> {
        let run = scene.run(who, ["nomination", "list"].iter().chain(flags)).done();
        run.json().as_array().unwrap().iter().map(|row| row["nomination"].as_i64().unwrap()).collect()
    };
    for (who, all, here) in
        [(ANN, &[1, 2, 4][..], &[1, 2][..]), (DEE, &[1, 3], &[1]), (EVE, &[2], &[2]), (BOB, &[], &[]), (OPS, &[], &[])]
    {
        assert_eq!((numbers(who, &[]).as_slice(), numbers(who, &["--site", &site]).as_slice()), (all, here), "{who}");
    }
    assert_eq!(numbers(ANN, &["--limit", "1", "--after", "1"]), [2]);
    assert_eq!(numbers(ANN, &["--status", "approved"]), [0; 0]);
    scene.run(ANN, ["nomination", "list", "--status", "open"]).refused("invalid_value");
    scene.run(EVE, ["nomination", "list", "--site", &other]).refused("not_found");
    scene.run(EVE, ["nomination", "list", "--site", "9999999"]).refused("not_found");
    let list = scene.run(ANN, ["nomination", "list"]).json();
    let mut shown = scene.run(ANN, ["nomination", "show", "2"]).done().json();
    assert_eq!(list[1], shown);
    shown["nomination"] = Value::Null;
    for who in [BOB, CY, OPS, DEE, PAT] {
        scene.run(who, ["nomination", "show", "2"]).refused("not_found");
    }
    let csv = scene.call(ANN, ["nomination", "list", "--format", "csv", "--columns", "nomination,id"]).run().done();
    assert_eq!(
        csv.out.lines().collect::<Vec<_>>(),
        ["nomination,id", "1,dee@example.com", "2,eve@example.com", "4,ann@example.com"]
    );
}

#[test]
fn a_dry_run_shows_everything_and_changes_nothing() {
    let (scene, site) = house();
    let number = asked(&scene, EVE, &site, ANN);
    let before = scene.dump(&[]);
    let json = ask(&scene, DEE, &site, ANN, &["--dry-run"]).done().json();
    assert_eq!(
        (&json["nomination"], &json["dry_run"], &json["status"]),
        (&Value::Null, &true.into(), &"pending".into())
    );
    let body = json["notices"][0]["body"].as_str().unwrap();
    assert!(body.contains(DEE) && !body.contains("approve 2"), "{body}");
    let json = scene.run(ANN, ["approve", &number, "--dry-run"]).done().json();
    assert_eq!((&json["status"], &json["access"]["id"]), (&"approved".into(), &EVE.into()));
    assert!(json["notices"][0]["subject"].as_str().unwrap().contains(&site));
    scene.run(ANN, ["decline", &number, "--reason", "no", "--dry-run"]).done();
    scene.run(EVE, ["nomination", "withdraw", &number, "--dry-run"]).done();
    scene.run(BOB, ["access", "add", EVE, "--role", "user", "--dry-run"]).done();
    assert_eq!(scene.dump(&[]), before);
    assert_eq!(asked(&scene, DEE, &site, ANN), "2", "the dry run took no number");
    scene.check();
}

/// Answers from a list, and keeps the questions.
struct Script {
    answers: Vec<&'static str>,
    questions: Rc<RefCell<Vec<String>>>,
}

impl Script {
    fn next(&mut self, question: &str) -> Result<String, Unanswered> {
        self.questions.borrow_mut().push(question.to_owned());
        if self.answers.is_empty() { Err(Unanswered::EndOfInput) } else { Ok(self.answers.remove(0).to_owned()) }
    }
}

impl Asker for Script {
    fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
        self.next(question)
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.next(question).map(Secret::new)
    }
    fn choice(&mut self, question: &str, _: &[String], default: usize) -> Result<usize, Unanswered> {
        self.next(question).map(|_| default)
    }
    fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered> {
        let answer = self.next(question)?;
        Ok(if answer.is_empty() { default } else { answer == "yes" })
    }
}

#[test]
fn at_a_terminal_the_form_is_asked_and_the_belief_is_no_by_default() {
    let (scene, site) = house();
    assert_eq!(site, "7000017");
    for (who, belief, claims) in [(DEE, "", false), (EVE, "yes", true)] {
        let questions = Rc::default();
        let asker = Script { answers: vec!["7000017", "ann", ANN, belief, ""], questions: Rc::clone(&questions) };
        let run = scene.call(who, ["nominate"]).at_a_terminal(asker).json().done();
        assert_eq!(run.json()["claims_primary"], claims);
        let asked = questions.borrow();
        assert!(asked[0].contains("Site") && asked[1].contains("Primary Contact") && asked[2] == asked[1], "{asked:?}");
        assert_eq!(asked[3..], ["I believe I am the Primary Contact for this site", "Send this nomination?"]);
    }
    let questions: Rc<RefCell<Vec<String>>> = Rc::default();
    let asker = Script { answers: vec!["1", "Not one of us"], questions: Rc::clone(&questions) };
    scene.call(ANN, ["decline"]).at_a_terminal(asker).json().done();
    assert!(questions.borrow()[1].contains("Reason"));
    assert_eq!(status(&scene, DEE, "1"), "declined");
    scene.check();
}
