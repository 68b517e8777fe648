//! The vendor's staff: who may be one, who is told, and that one stays.
use crate::world::{ANN, BOB, CY, DEE, OPS, Scene, password};

fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, CY, "user", &["--expires", "2026-11-21T21:15:00Z"]);
    scene.person(BOB);
    scene.person(DEE);
    (scene, site)
}

#[test]
fn an_operator_names_another_and_every_operator_is_told() {
    let (scene, _) = house();
    let letters = scene.letters().len();
    let before = scene.dump(&[]);
    scene.confirmed(OPS, ["operator", "add", BOB, "--dry-run"]).done();
    assert_eq!(scene.dump(&[]), before);
    let run = scene.confirmed(OPS, ["operator", "add", BOB]).done();
    assert_eq!((run.json()["operator"].as_bool(), run.json()["changed"].as_bool()), (Some(true), Some(true)));
    assert_eq!(run.notices(), [format!("operator-named {BOB}"), format!("operator-named {OPS}")]);
    assert_eq!(scene.posts(letters), run.notices());
    assert!(scene.letter(BOB, "operator-named").body.contains("named you as an operator"));
    assert!(scene.letter(OPS, "operator-named").body.contains("named Bob Example"));
    let before = scene.dump(&[]);
    let run = scene.confirmed(OPS, ["operator", "add", BOB]).done();
    assert_eq!((run.json()["changed"].as_bool(), run.notices().len()), (Some(false), 0));
    assert_eq!(scene.dump(&[]), before);
    // The running sign-in is an operator's from now on.
    scene.confirmed(BOB, ["operator", "add", DEE]).done();
    let list = scene.run(DEE, ["operator", "list"]).done().json();
    let ids: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [BOB, DEE, OPS]);
    let list = scene.run(DEE, ["operator", "list", "--after", BOB, "--limit", "1"]).done().json();
    assert_eq!(list[0]["id"], DEE);
    assert!(scene.prose(DEE, ["operator", "list", "--format", "csv"]).done().out.starts_with("id,name,email"));
    scene.check();
}

#[test]
fn who_has_a_part_in_a_site_cannot_be_made_an_operator() {
    let (scene, site) = house();
    let asleep = scene.enroll("Sleeping", BOB);
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    let before = scene.dump(&["audit"]);
    for (id, words) in [
        (ANN, format!("has access to site {site}")),
        (CY, format!("has access to site {site}")),
        (BOB, format!("site {asleep} awaits")),
        (DEE, format!("asked to be let into site {site}")),
    ] {
        let run = scene.confirmed(OPS, ["operator", "add", id]).refused("operator_apart");
        assert!(run.status == 4 && run.error()["message"].as_str().unwrap().contains(&words), "{run}");
        assert_eq!(scene.last_entry(), "operator.add refused operator_apart");
    }
    assert_eq!(scene.dump(&["audit"]), before);
    // Access that has ended by itself is none, whether or not `maintain` has seen it; nor is a part in a site that is over.
    scene.advance(3601);
    scene.sign_in(OPS);
    scene.confirmed(OPS, ["operator", "add", CY]).done();
    scene.confirmed(OPS, ["site", "withdraw", "--site", &asleep, "--reason", "twice", "--yes"]).done();
    scene.confirmed(OPS, ["operator", "add", BOB]).done();
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    scene.confirmed(OPS, ["operator", "add", ANN]).done();
    scene.check();
}

#[test]
fn an_id_counts_as_an_address_too_when_somebody_becomes_an_operator() {
    let (scene, _) = house();
    let moved = "bob@new.example";
    scene.enroll("Sleeping", BOB);
    let run = scene
        .call(BOB, ["account", "update", "--email", moved, "--password-file", "-"])
        .typing(&[&password(BOB)])
        .run();
    assert!(run.done().err.contains("awaits its Primary Contact at bob@example.com"), "said before it is too late");
    scene.verify_as(moved, &password(BOB), &scene.letter(moved, "verification").secret()).done();
    scene.confirmed(OPS, ["operator", "add", BOB]).refused("operator_apart");
    scene.check();
}

/// The attack: an operator goes to, or back to, an address at which a sleeping site awaits its Primary Contact.
#[test]
fn no_address_that_somebody_asked_for_or_can_go_back_to_makes_an_operator_a_primary_contact() {
    let (scene, _) = house();
    let (wanted, second) = ("bob@wanted.example", "bob@second.example");
    let becomes = |who| scene.confirmed(OPS, ["operator", "add", who]);
    // One that he asked for, with the code in hand.
    scene.confirmed(BOB, ["account", "update", "--email", wanted]).done();
    let code = scene.letter(wanted, "verification").secret();
    let asleep = scene.enroll("Sleeping", wanted);
    becomes(BOB).refused("operator_apart");
    scene.verify_as(wanted, &password(BOB), &code).done();
    becomes(BOB).refused("operator_apart");
    // One that he moved on from: he can go back for three days.
    scene.confirmed(BOB, ["account", "update", "--email", second]).done();
    scene.verify_as(second, &password(BOB), &scene.letter(second, "verification").secret()).done();
    let back = scene.rows("SELECT address FROM code WHERE kind = 'reversal' AND state = 'live'").concat();
    assert_eq!(back, [BOB], "a second change does not make the first one final");
    becomes(BOB).done();
    // Whatever the file holds already, the way back is closed as long as a site awaits somebody there.
    let reversal = scene.letter(BOB, "email-changed").secret();
    let conn = rusqlite::Connection::open(scene.database()).unwrap();
    conn.execute("UPDATE contact SET email = ?1 WHERE site = ?2", [BOB, &asleep]).unwrap();
    drop(conn);
    let go_back = || scene.typed("nobody", ["account", "reverse-email", "--code-file", "-"], &[&reversal]);
    go_back().refused("operator_apart");
    scene.confirmed(OPS, ["site", "withdraw", "--site", &asleep, "--reason", "over", "--yes"]).done();
    go_back().done();
    scene.check();
}

#[test]
fn a_site_is_enrolled_only_where_somebody_can_come_in() {
    let (scene, _) = house();
    let (moved, asked) = ("bob@new.example", "ops@asked.example");
    scene.confirmed(BOB, ["account", "update", "--email", moved]).done();
    scene.verify_as(moved, &password(BOB), &scene.letter(moved, "verification").secret()).done();
    scene.confirmed(OPS, ["account", "update", "--email", asked]).done();
    let form = ["--company", "New", "--country", "DE", "--primary-first-name", "A", "--primary-last-name", "B"];
    let enroll = |to| scene.run(OPS, ["site", "enroll", "--primary-email", to].into_iter().chain(form));
    let import = |to: &str| {
        let head = "company,country,primary-first-name,primary-last-name,primary-email";
        let path = scene.path("sites.csv");
        std::fs::write(&path, format!("{head}\nNew,DE,A,B,{to}\n")).unwrap();
        scene.run(OPS, ["site", "import", path.to_str().unwrap(), "--yes"])
    };
    let before = scene.rows("SELECT count(*) FROM site");
    for (to, code) in [(BOB, "conflict"), (OPS, "operator_apart"), (asked, "operator_apart")] {
        enroll(to).refused(code);
        let run = import(to).refused("invalid_value");
        assert_eq!(run.error()["details"]["rows"][0]["code"], code, "{run}");
    }
    assert_eq!(scene.rows("SELECT count(*) FROM site"), before);
    // When nobody can go back there any more, it is still the ID of somebody who reads other mail.
    scene.advance(4 * 86_400);
    scene.sign_in(OPS);
    enroll(BOB).refused("conflict");
    enroll(moved).done();
    scene.check();
}

#[test]
fn only_an_operator_names_one_and_only_with_the_password_and_only_whoever_has_an_id() {
    let (scene, _) = house();
    scene.confirmed(ANN, ["operator", "add", BOB]).refused("operator_only");
    scene.confirmed(OPS, ["operator", "add", "ghost@example.com"]).refused("id_required");
    scene.confirmed(OPS, ["operator", "add", "ghost"]).refused("invalid_value");
    for id in [BOB, OPS] {
        let argv = ["operator", "add", id, "--password-file", "-"];
        scene.typed(OPS, argv, &["not the password of Olga"]).refused("confirm_password");
    }
    // What a rule refuses is refused first.
    let argv = ["operator", "add", ANN, "--password-file", "-"];
    scene.typed(OPS, argv, &["not the password of Olga"]).refused("operator_apart");
    assert_eq!(scene.rows("SELECT count(*) FROM person WHERE operator = 1")[0][0], "1");
    for argv in [&["operator", "list"][..], &["operator", "remove", OPS, "--yes"]] {
        let argv = argv.iter().chain(&["--password-file", "-"]);
        scene.typed(ANN, argv.clone(), &[&password(ANN)]).refused("operator_only");
        scene.typed("nobody", argv, &[&password(ANN)]).refused("sign_in_required");
    }
    scene.check();
}

#[test]
fn an_operator_is_removed_and_one_stays() {
    let (scene, site) = house();
    scene.confirmed(OPS, ["operator", "remove", OPS, "--yes"]).refused("last_operator");
    assert_eq!(scene.last_entry(), "operator.remove refused last_operator");
    scene.confirmed(OPS, ["operator", "remove", BOB, "--yes"]).refused("not_found");
    for id in [BOB, DEE] {
        scene.confirmed(OPS, ["operator", "add", id]).done();
    }
    let letters = scene.letters().len();
    let before = scene.dump(&[]);
    scene.confirmed(OPS, ["operator", "remove", BOB, "--dry-run"]).done();
    assert_eq!(scene.dump(&[]), before);
    let run = scene.confirmed(OPS, ["operator", "remove", BOB, "--yes"]).done();
    assert_eq!(run.json()["operator"], false);
    assert_eq!(
        scene.posts(letters),
        ["bob", "dee"]
            .map(|name| format!("operator-removed {name}@example.com"))
            .into_iter()
            .chain([format!("operator-removed {OPS}")])
            .collect::<Vec<_>>()
    );
    assert!(scene.letter(BOB, "operator-removed").body.contains("removed you"));
    assert!(scene.letter(DEE, "operator-removed").body.contains("removed Bob Example"));
    scene.run(BOB, ["operator", "list"]).refused("operator_only");
    scene.confirmed(OPS, ["operator", "remove", BOB, "--yes"]).refused("not_found");
    scene.run(ANN, ["access", "add", BOB, "--role", "user", "--site", &site]).done();
    // Oneself, too, while another stays.
    scene.confirmed(OPS, ["operator", "remove", OPS, "--yes"]).done();
    scene.confirmed(DEE, ["operator", "remove", DEE, "--yes"]).refused("last_operator");
    scene.check();
}
