//! Giving and changing access: what the matrix cannot show, because it takes time, letters or several steps.
//!
//! What must hold after every test here: the file checks out and the trail, replayed, tells the same as the tables.
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene};
use serde_json::Value;

/// Ann is Primary Contact, Bob is Secondary Contact, Cy is a user, Dee has an ID.
pub fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    (scene, site)
}

pub fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// The six levels, in the order of product.md.
pub fn levels(run: &Run) -> String {
    let json = run.json();
    let names = ["tools", "reporting", "entitlements", "documents", "manage-access", "contact-update"];
    names.map(|name| json["privileges"][name].as_str().unwrap_or("?").to_owned()).join(" ")
}

/// `id role` of a list.
pub fn listed(scene: &Scene, flags: &str) -> Vec<String> {
    let run = scene.run(ANN, words(&format!("access list{flags}"))).done();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let row = |row: &Value| format!("{} {}", text(&row["id"]).replace("@example.com", ""), text(&row["role"]));
    run.json().as_array().unwrap().iter().map(row).collect()
}

#[test]
fn granting_what_is_granted_changes_nothing_and_tells_nobody() {
    let (scene, _) = house();
    let expires = "access add dee@example.com --role user --expires 2027-01-31";
    scene.run(ANN, words(expires)).done();
    let (before, letters) = (scene.dump(&[]), scene.letters().len());
    for line in [
        "access add cy@example.com --role user",
        "access add CY@EXAMPLE.COM --role user --tools downloads --note other",
        "access add cy@example.com --role user --email cy@example.com --expires 90d",
        "access add bob@example.com --role secondary --manage-access update",
        expires,
        "access add dee@example.com --role user --expires 2027-01-31T23:59:59Z",
        "access add dee@example.com --role user --expires 10d",
        "access add dee@example.com --role user",
        "access update cy@example.com --tools downloads",
        "access update cy@example.com --role user --no-expiry",
        "access update dee@example.com --expires 2027-01-31",
        "access revoke nobody@example.com --if-exists --yes",
    ] {
        let json = scene.run(ANN, words(line)).done().json();
        assert_eq!((&json["changed"], &json["notices"]), (&Value::Bool(false), &Value::Array(vec![])), "{line}");
        assert_eq!(scene.dump(&[]), before, "{line}");
    }
    assert_eq!(scene.letters().len(), letters);
    scene.check();
}

#[test]
fn granting_something_different_is_a_conflict_that_points_to_update() {
    let (scene, _) = house();
    let before = scene.dump(&[]);
    for line in [
        "access add cy@example.com --role user --tools none",
        "access add cy@example.com --role secondary",
        "access add cy@example.com --role user --expires 2027-01-31",
        "access add bob@example.com --role user",
        "access add bob@example.com --role secondary --manage-access view",
    ] {
        let run = scene.run(ANN, words(line)).refused("conflict");
        assert!(run.status == 6 && run.error()["hint"].as_str().unwrap().contains("pao access update"), "{run}");
        assert_eq!(scene.dump(&[]), before, "a conflict is not even put on record: {line}");
    }
    scene.check();
}

#[test]
fn a_default_above_the_givers_own_level_is_lowered_to_it() {
    let (scene, site) = house();
    scene.run(ANN, words("access update bob@example.com --tools none --reporting none")).done();
    assert_eq!(
        levels(&scene.run(BOB, ["access", "add", DEE, "--role", "user"]).done()),
        "none none none none none none"
    );
    let above = ["access", "update", DEE, "--tools", "downloads"];
    scene.run(BOB, above).refused("exceeds_own");
    scene.run(BOB, ["access", "update", DEE, "--documents", "view"]).done();
    scene.run(ANN, above).done();
    // What she holds already is not raised, and what is lowered is not judged.
    scene.run(ANN, ["access", "update", DEE, "--tools", "full"]).done();
    let run = scene.run(BOB, ["access", "update", DEE, "--entitlements", "view"]).done();
    assert_eq!(levels(&run), "full none view view none none");
    assert_eq!(
        levels(&scene.run(BOB, ["access", "update", DEE, "--tools", "media"]).done()),
        "media none view view none none"
    );
    scene.run(BOB, ["access", "update", DEE, "--tools", "full"]).refused("exceeds_own");
    // The Primary Contact holds everything, so that nothing is lowered.
    scene.give(ANN, &site, "eve@example.com", "secondary", &[]);
    assert_eq!(levels(&scene.run("eve@example.com", ["access", "show"]).done()), "full view view view update none");
    scene.check();
}

#[test]
fn a_change_of_role_takes_its_two_privileges_along_and_leaves_the_rest() {
    let (scene, _) = house();
    scene.run(ANN, words("access update cy@example.com --tools media --documents view")).done();
    for (line, after) in [
        ("--role secondary", "media none none view update none"),
        ("--contact-update update --manage-access view", "media none none view view update"),
        ("--role user", "media none none view none none"),
        ("--role secondary --manage-access view", "media none none view view none"),
        ("--role user --reporting view", "media view none view none none"),
    ] {
        let run = scene.run(ANN, words(&format!("access update cy@example.com {line}"))).done();
        assert_eq!(levels(&run), after, "{line}");
        assert_eq!(run.notices(), ["access-changed cy@example.com"]);
    }
    for line in ["--role user --manage-access view", "--contact-update view"] {
        scene.run(ANN, words(&format!("access update cy@example.com {line}"))).refused("role_privilege");
    }
    scene
        .run(ANN, words("access update cy@example.com --role secondary --manage-access none"))
        .refused("role_privilege");
    scene.run(ANN, words("access update cy@example.com --role primary")).refused("invalid_value");
    scene.check();
}

#[test]
fn an_end_date_holds_to_its_last_second_and_ends_a_running_sign_in() {
    let (scene, site) = house();
    scene.run(ANN, words("access update cy@example.com --expires 2026-11-21")).done();
    let (seconds_left, show) = (3 * 3600 + 44 * 60 + 59, ["access", "show", "--site", &site]);
    scene.advance(seconds_left);
    assert_eq!(scene.now(), "2026-11-21T23:59:59Z");
    assert_eq!(scene.run(CY, show).done().json()["expires_at"], "2026-11-21T23:59:59Z");
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary", "cy user"]);
    scene.run(CY, ["can", "enter"]).done();
    scene.advance(1);
    scene.run(CY, show).refused("not_found");
    scene.run(CY, ["can", "enter", "--site", &site]).refused("not_found");
    assert_eq!(scene.run(CY, ["whoami"]).done().json()["sites"], Value::Array(vec![]));
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary"]);
    assert_eq!(listed(&scene, " --as-of 2026-11-21"), ["ann primary", "bob secondary", "cy user"]);
    scene.run(ANN, ["access", "update", CY, "--no-expiry"]).refused("not_found");
    scene.run(ANN, ["access", "revoke", CY, "--yes"]).refused("not_found");
    scene.check();
    assert_eq!(scene.run(ANN, ["access", "add", CY, "--role", "user"]).done().json()["changed"], true);
    assert_eq!(scene.run(CY, show).done().json()["expires_at"], Value::Null);
    scene.check();
}

#[test]
fn an_end_date_in_the_past_and_one_for_the_primary_are_not_given() {
    let (scene, _) = house();
    for date in ["2026-11-20", "2026-11-21T20:15:00Z", "0d", "tomorrow"] {
        let run = scene.run(ANN, ["access", "add", DEE, "--role", "user", "--expires", date]).refused("invalid_value");
        assert_eq!(run.error()["details"]["field"], "expires", "{run}");
    }
    scene.run(BOB, ["access", "update", ANN, "--expires", "30d"]).refused("primary_stays");
    let run = scene.run(ANN, ["access", "add", DEE, "--role", "user", "--expires", "2026-11-21T20:15:01Z"]).done();
    assert_eq!(run.json()["expires_at"], "2026-11-21T20:15:01Z");
    scene.check();
}

#[test]
fn the_past_is_read_as_it_was() {
    let (scene, _) = house();
    let mut moments = vec![scene.now()];
    let mut step = |scene: &Scene, who: &str, line: &str| {
        scene.advance(60);
        scene.confirmed(who, words(line)).done();
        moments.push(scene.now());
    };
    step(&scene, ANN, "access update cy@example.com --role secondary");
    step(&scene, ANN, "access revoke bob@example.com --yes");
    step(&scene, ANN, "contact set-primary cy@example.com --former none --yes");
    step(&scene, CY, "access add ann@example.com --role secondary");
    let then: Vec<String> = moments.iter().map(|at| listed(&scene, &format!(" --as-of {at}")).join(", ")).collect();
    assert_eq!(
        then,
        [
            "ann primary, bob secondary, cy user",
            "ann primary, bob secondary, cy secondary",
            "ann primary, cy secondary",
            "cy primary",
            "ann secondary, cy primary",
        ]
    );
    assert!(listed(&scene, " --as-of 2026-11-20").is_empty());
    assert_eq!(listed(&scene, " --as-of 2026-11-21 --role primary"), ["cy primary"]);
    scene.check();
}

#[test]
fn a_dry_run_says_everything_and_changes_nothing() {
    let (scene, site) = house();
    let (before, letters) = (scene.dump(&[]), scene.letters().len());
    for (line, told) in [
        ("access add dee@example.com --role secondary", &["access-granted dee@example.com"][..]),
        ("access update cy@example.com --tools full", &["access-changed cy@example.com"]),
        ("access revoke bob@example.com --grants end", &["access-ended bob@example.com"]),
        (
            "contact set-primary cy@example.com --former none",
            &["primary-changed ann@example.com", "primary-changed bob@example.com", "primary-changed cy@example.com"],
        ),
    ] {
        let run = scene.confirmed(ANN, words(&format!("{line} --dry-run"))).done();
        assert_eq!(
            (run.notices(), &run.json()["dry_run"]),
            (told.iter().map(ToString::to_string).collect(), &true.into())
        );
        for notice in run.json()["notices"].as_array().unwrap() {
            assert!(notice["body"].as_str().unwrap().contains(&site), "{notice}");
            assert!(!notice["subject"].as_str().unwrap().is_empty());
        }
        assert_eq!((scene.dump(&[]), scene.letters().len()), (before.clone(), letters), "{line}");
    }
    scene.run(CY, words("access leave --dry-run")).done();
    assert_eq!(scene.dump(&[]), before);
    scene.check();
}

#[test]
fn an_enrolment_in_a_dry_run_has_no_number_and_its_secret_is_hidden() {
    let (scene, site) = house();
    let enroll = "site enroll --company New --country DE --primary-first-name D --primary-last-name E --primary-email dee@example.com";
    let before = scene.dump(&[]);
    let json = scene.run(OPS, words(&format!("{enroll} --dry-run"))).done().json();
    assert_eq!((&json["site"], &json["notices"][0]["kind"]), (&Value::Null, &"welcome".into()));
    let body = json["notices"][0]["body"].as_str().unwrap();
    let secret = body.lines().find_map(|line| line.strip_prefix("Temporary passcode: ")).expect("the line is there");
    assert!(!secret.chars().any(|symbol| symbol.is_ascii_alphanumeric() && symbol.is_ascii_uppercase()), "{secret}");
    assert_eq!(scene.dump(&[]), before);
    let number: i64 = scene.run(OPS, words(enroll)).done().json()["site"].as_str().unwrap().parse().unwrap();
    assert_eq!(number, site.parse::<i64>().unwrap() + 1, "the dry run took no number");
    scene.check();
}

#[test]
fn a_refusal_in_a_dry_run_is_a_refusal_and_is_marked_in_the_trail() {
    let (scene, _) = house();
    scene.run(BOB, words("access revoke ann@example.com --dry-run")).refused("primary_stays");
    assert_eq!(scene.last_entry(), "access.revoke refused primary_stays");
    assert!(scene.rows("SELECT details FROM audit ORDER BY seq DESC LIMIT 1")[0][0].contains("\"dry_run\":true"));
    scene.check();
}

#[test]
fn a_new_secondary_is_told_the_site_number_and_no_passcode() {
    let (scene, site) = house();
    let run = scene.run(ANN, words("access add dee@example.com --role secondary --contact-update update")).done();
    assert_eq!(run.notices(), [format!("access-granted {DEE}")]);
    assert_eq!(levels(&run), "full view view view update update");
    let (letter, user) = (scene.letter(DEE, "access-granted"), scene.letter(CY, "access-granted"));
    assert_eq!(letter.site.as_deref(), Some(&*site));
    assert!(letter.body.contains(&site) && letter.body.contains(ANN), "{}", letter.body);
    assert!(!letter.body.contains("Temporary passcode:"), "{}", letter.body);
    assert!(letter.body.len() > user.body.len(), "the Welcome letter's text is hers, not a user's");
    scene.check();
}

#[test]
fn whoever_read_the_clock_before_somebody_else_committed_acts_after_them() {
    let (scene, site) = house();
    let hour = 3600;
    scene.advance(hour);
    scene.run(ANN, ["access", "update", CY, "--tools", "full", "--site", &site]).done();
    // Another process read the clock a second ago, and waited for the lock since.
    scene.advance(-1);
    scene.run(BOB, ["access", "revoke", CY, "--yes", "--site", &site]).done();
    let ended = scene.rows("SELECT ended_at >= granted_at, count(*) FROM access WHERE ended_at IS NOT NULL GROUP BY 1");
    assert_eq!(ended, [["1", "2"]]);
    scene.check();
}
