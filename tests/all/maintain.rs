//! `maintain`: what is due is done once, and doing it again does nothing.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene};
use serde_json::Value;

fn scene() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    scene.sign_in(OPS);
    let site = scene.active_site("Example Corp", ANN);
    (scene, site)
}

fn maintained(scene: &Scene) -> Value {
    scene.run("nobody", ["maintain"]).done().json()
}

/// Kind and addressee of what the next maintenance mails.
fn mailed(scene: &Scene) -> (Value, Vec<String>) {
    let before = scene.letters().len();
    let did = maintained(scene);
    let posts = scene.posts(before);
    (did, posts)
}

#[test]
fn access_is_announced_at_30_14_and_2_days_and_closed_after_its_end() {
    let (scene, site) = scene();
    scene.person(CY);
    scene.give(ANN, &site, CY, "user", &["--expires", "40d"]);
    let pair = || vec![format!("access-expiring {ANN}"), format!("access-expiring {CY}")];
    for (days, expected) in [(9, 0), (1, 1), (0, 0), (10, 0), (6, 1), (0, 0), (11, 0), (1, 1), (0, 0), (1, 0)] {
        scene.advance(days * DAY);
        let (did, posts) = mailed(&scene);
        assert_eq!(did["reminded"], expected, "after {days} more days: {did}");
        assert_eq!(posts, if expected == 1 { pair() } else { vec![] });
    }
    scene.advance(DAY + 1);
    let (did, posts) = mailed(&scene);
    assert_eq!((did["ended"].as_i64(), posts), (Some(1), vec![format!("access-ended {CY}")]));
    assert_eq!(maintained(&scene)["changed"], false);
    scene.check();
}

#[test]
fn marks_from_before_the_grant_are_skipped() {
    let (scene, site) = scene();
    scene.person(CY);
    scene.give(ANN, &site, CY, "user", &["--expires", "20d"]);
    assert_eq!(maintained(&scene)["reminded"], 0);
    scene.advance(6 * DAY);
    assert_eq!(maintained(&scene)["reminded"], 1);
    scene.check();
}

#[test]
fn a_nomination_is_brought_to_mind_after_3_and_10_days_and_expires_after_30() {
    let (scene, site) = scene();
    scene.person(DEE);
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    for (days, kind) in
        [(2, None), (1, Some("nomination-received")), (6, None), (1, Some("nomination-received")), (20, None)]
    {
        scene.advance(days * DAY);
        let (_, posts) = mailed(&scene);
        let expected: Vec<String> = kind.map(|kind| format!("{kind} {ANN}")).into_iter().collect();
        assert_eq!(posts, expected, "after {days} more days");
    }
    scene.advance(1);
    let (did, posts) = mailed(&scene);
    assert_eq!((did["expired"].as_i64(), posts), (Some(1), vec![format!("nomination-expired {DEE}")]));
    assert_eq!(maintained(&scene)["expired"], 0);
    scene.check();
}

#[test]
fn what_is_spent_is_erased_once() {
    let (scene, _) = scene();
    scene.register(BOB).done();
    scene.advance(2 * DAY);
    let purged = maintained(&scene)["purged"].as_i64().unwrap();
    assert!(purged >= 2, "a registration and sign-ins: {purged}");
    assert_eq!(scene.rows("SELECT count(*) FROM registration"), [["0"]]);
    assert_eq!(scene.rows("SELECT count(*) FROM sign_in"), [["0"]]);
    assert_eq!(maintained(&scene)["purged"], 0);
    scene.check();
}

#[test]
fn the_head_of_the_trail_is_mailed_once_a_day() {
    let (scene, _) = scene();
    scene.run(OPS, ["config", "set", "mail.audit-to", "audit@vendor.example"]).done();
    let head = scene.run("nobody", ["audit", "head"]).done().json();
    let (did, posts) = mailed(&scene);
    assert_eq!(posts, ["audit-head audit@vendor.example"]);
    let line = format!("{}:{}", head["seq"], head["hash"].as_str().unwrap());
    assert!(scene.letter("audit@vendor.example", "audit-head").body.contains(&line), "{line}");
    assert_ne!(did["head"].as_str(), Some(line.as_str()), "the maintenance is on record itself");
    assert_eq!(mailed(&scene).1, [""; 0]);
    scene.advance(DAY);
    assert_eq!(mailed(&scene).1.len(), 1);
    scene.check();
}

#[test]
fn a_rehearsal_says_what_it_would_do_and_does_nothing() {
    let (scene, site) = scene();
    scene.person(CY);
    scene.give(ANN, &site, CY, "user", &["--expires", "1d"]);
    scene.advance(3 * DAY);
    let before = scene.dump(&[]);
    let said = scene.run("nobody", ["maintain", "--dry-run"]).done().json();
    assert_eq!((said["ended"].as_i64(), said["dry_run"].as_bool()), (Some(1), Some(true)));
    assert_eq!(scene.dump(&[]), before);
}

#[test]
fn the_secret_of_a_letter_goes_when_its_code_has_expired_and_not_before() {
    let (scene, _) = scene();
    scene.run(OPS, ["config", "set", "mail.transport", "off"]).done();
    scene.enroll("Sleeper", DEE);
    scene.run("nobody", ["account", "recover", "--email", ANN]).done();
    let kinds = "SELECT kind FROM message WHERE secret IS NOT NULL ORDER BY kind";
    assert_eq!(scene.rows(kinds), [["recovery"], ["welcome"]]);
    let told = scene.prose(OPS, ["outbox", "deliver"]).done().err;
    assert!(told.contains("mail is switched off"), "{told}");
    for (seconds, left) in
        [(3599, vec!["recovery", "welcome"]), (1, vec!["welcome"]), (30 * DAY - 3601, vec!["welcome"]), (1, vec![])]
    {
        scene.advance(seconds);
        maintained(&scene);
        assert_eq!(scene.rows(kinds).concat(), left, "after {seconds} more");
    }
    scene.sign_in(OPS);
    scene.run(OPS, ["config", "set", "mail.transport", "spool"]).done();
    scene.check();
}
