//! `maintain`: what is due is done once, and doing it again does nothing.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene};
use pao::mail::ProcessPost;
use serde_json::Value;
use std::fs;
use std::path::Path;

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
fn a_dry_run_says_what_it_would_do_and_does_nothing() {
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

/// Every line by which cron or systemd is told to run `pao`, wherever one is written down: the words after the program.
fn documented(scene: &Scene) -> Vec<Vec<String>> {
    let help = |argv: &[&str]| scene.prose("nobody", argv).done().out;
    let mut pages = vec![help(&["help", "deployment"]), help(&["maintain", "--help"])];
    for file in ["README.md", "man/pao-maintain.1", "src/packaging/pao-maintain.service"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        pages.push(text.replace("\\-", "-").replace("\\&", ""));
    }
    let mut found = Vec::new();
    for line in pages.iter().flat_map(|page| page.lines()).map(str::trim) {
        let program = ["ExecStart=", "*/10 * * * * ", "* * * * * "].iter().find_map(|begun| line.strip_prefix(begun));
        let Some((_, words)) = program.and_then(|program| program.split_once("pao ")) else { continue };
        found.push(words.split(' ').map(|word| word.replace("/var/lib/pao/pao.db", "pao.db")).collect());
    }
    assert!(found.len() >= 5, "{found:?}");
    found
}

#[test]
fn what_cron_and_the_timer_run_prints_nothing_until_something_fails() {
    let (scene, site) = scene();
    scene.person(CY);
    scene.give(ANN, &site, CY, "user", &["--expires", "1d"]);
    scene.run(OPS, ["config", "set", "mail.transport", "smtp"]).done();
    scene.run(OPS, ["config", "set", "mail.smtp.url", "smtp://127.0.0.1:1"]).done();
    scene.advance(2 * DAY);
    let frozen = scene.freeze();
    for argv in documented(&scene) {
        let run = scene.prose("nobody", &argv).done();
        assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""), "{run}");
        assert_eq!(scene.rows("SELECT count(*) FROM message WHERE kind = 'access-ended'"), [["1"]], "it did its work");
        scene.thaw(&frozen);
        // Nobody listens there: now there is something to read.
        scene.post_by(ProcessPost::default());
        let run = scene.prose("nobody", &argv).done();
        assert!(run.out.contains("Letters that failed"), "{run}");
        let run = scene.prose("nobody", &argv).done();
        assert_eq!(run.out, "", "nothing was tried again, and nothing failed: {run}");
        scene.thaw(&frozen);
    }
    // Programs get their answer, and a dry run is read by somebody.
    assert_eq!(scene.run("nobody", ["maintain", "--quiet"]).done().json()["ended"], 1);
    scene.thaw(&frozen);
    assert!(scene.prose("nobody", ["maintain", "--quiet", "--dry-run"]).done().out.contains("Access ended"));
    assert!(scene.prose("nobody", ["maintain"]).done().out.contains("Access ended"));
    scene.check();
}
