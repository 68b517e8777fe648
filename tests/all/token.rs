//! Automation tokens: what one is good for over the whole matrix, what ends one, and that nobody ever sees it again.
use crate::actions::{AT_A_SITE, ELSEWHERE, action, views};
use crate::cast::{Cast, id};
use crate::matrix::{State, is_recorded, judged, line};
use crate::world::{ANN, BOB, CY, Call, DAY, DEE, OPS, Run, Scene, password};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fs;

/// Every action that a token can be for.
const ACTIONS: [&str; 16] = [
    "enter",
    "download",
    "media",
    "order",
    "renew",
    "view-reports",
    "view-entitlements",
    "update-entitlements",
    "view-documents",
    "list-access",
    "change-access",
    "name-secondary",
    "decide-nominations",
    "update-contacts",
    "provision",
    "message",
];

/// The actions that a token can be good for, and the actions one of which it takes.
const GOOD_FOR: &[(&str, &[&str])] = &[
    ("site.show", &["enter"]),
    ("access.show", &["enter", "list-access"]),
    ("access.list", &["list-access"]),
    ("access.history", &["list-access"]),
    ("access.diff", &["list-access"]),
    ("access.tree", &["list-access"]),
    ("access.export", &["list-access"]),
    ("access.import", &["change-access", "name-secondary"]),
    ("access.add", &["change-access", "name-secondary"]),
    ("access.update", &["change-access", "name-secondary"]),
    ("access.revoke", &["change-access", "name-secondary"]),
    ("nomination.list", &["decide-nominations"]),
    ("nomination.show", &["decide-nominations"]),
    ("approve", &["decide-nominations"]),
    ("decline", &["decide-nominations"]),
    ("contact.list", &["update-contacts"]),
    ("contact.set", &["update-contacts"]),
    ("contact.clear", &["update-contacts"]),
    ("entitlement.list", &["view-entitlements"]),
    ("provider.list", &["provision"]),
    ("provision.list", &["provision"]),
    ("provision.show", &["provision"]),
    ("provision.submit", &["provision"]),
    ("provision.cancel", &["provision"]),
    ("provision.end", &["provision"]),
];

/// What `list-access` is good for: the list, in each of its forms.
const LISTING: [&str; 6] =
    ["access.list", "access.show", "access.history", "access.diff", "access.tree", "access.export"];

/// Whoever runs scripts: nobody is signed in there.
const ROBOT: &str = "robot";

/// Runs a command by a token; answers are JSON.
fn by<A: AsRef<str>>(scene: &Scene, token: &str, argv: impl IntoIterator<Item = A>) -> Run {
    scene.call(ROBOT, argv).with("PAO_TOKEN", token).json()
}

/// Makes a token. Gives the answer.
fn create(scene: &Scene, who: &str, site: &str, can: &str, flags: &[&str]) -> Value {
    let argv = ["token", "create", "--site", site, "--can", can];
    scene.confirmed(who, argv.iter().chain(flags)).done().json()
}

/// The same, and gives the secret.
fn make(scene: &Scene, who: &str, site: &str, can: &str) -> String {
    create(scene, who, site, can, &[])["token"].as_str().unwrap().to_owned()
}

/// Ann is the Primary Contact, Bob a Secondary Contact, Cy a user, Dee has nothing.
fn house() -> (Scene, String) {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, BOB, "secondary", &[]);
    scene.give(ANN, &site, CY, "user", &[]);
    scene.person(DEE);
    (scene, site)
}

/// What a token is good for can be asked of it; elsewhere it is no different from a wrong one.
#[track_caller]
fn is_dead(scene: &Scene, token: &str, why: &str) {
    for argv in [&["whoami"][..], &["access", "list"], &["can", "enter"], &["access", "add", DEE, "--role", "user"]] {
        let run = by(scene, token, argv);
        assert_eq!((run.code().as_deref(), run.status, &*run.out), (Some("sign_in_required"), 3, ""), "{why}: {run}");
    }
    assert!(!scene.last_entry().contains("sign_in_required"), "{why}");
}

/// Rows with a value that the command line alone judges, before anybody asks whose token it is.
const MISTYPED: &[&str] = &["token create --can everything --password-file -", "config get no.such"];

#[test]
fn a_token_to_list_access_lists_there_and_is_refused_everything_else() {
    let cast = Cast::assemble();
    let (scene, active) = (&cast.scene, &cast.numbers[0]);
    let token = make(scene, ANN, active, "list-access");
    let mut before = State::read(&scene.reader());
    let mut good: BTreeSet<&str> = BTreeSet::new();
    let first = |row: &str| AT_A_SITE.iter().find(|other| action(other) == action(row)) == Some(&row);
    let at_sites = cast.numbers.iter().flat_map(|site| AT_A_SITE.iter().map(move |row| (*row, Some(&**site))));
    // At other sites the first row of each action is enough.
    let at_sites = at_sites.filter(|(row, site)| *site == Some(active) || first(row));
    for (row, site) in
        at_sites.chain(ELSEWHERE.iter().map(|row| (*row, None))).filter(|(row, _)| !row.contains("--as "))
    {
        let argv = line(&cast, "ann", row, site);
        let run = scene.call(ROBOT, argv.clone()).typing(&[&password(ANN)]).with("PAO_TOKEN", &token).json();
        let here = site.is_none_or(|site| site == active);
        match action(row) {
            listing if here && LISTING.contains(&listing) => {
                let own = scene.typed(ANN, argv, &[]);
                assert_eq!((run.status, &run.out, run.error()), (own.status, &own.out, own.error()), "{run}");
                good.extend((run.status == 0).then_some(listing));
            }
            "whoami" => assert_eq!(run.status, 0, "{run}"),
            _ if MISTYPED.contains(&row) => assert_eq!(run.code().as_deref(), Some("invalid_value"), "{run}"),
            "can" if here && row.contains("--id") => assert_eq!(judged(&run, row), judged(&scene.run(ANN, argv), row)),
            "can" if here => {
                assert_eq!(
                    (run.status, run.json()["allowed"].as_bool(), &run.json()["rule"]),
                    (4, Some(false), &Value::Null)
                );
                assert!(run.json()["because"].as_str().unwrap().contains("made for list-access"), "{run}");
            }
            _ => assert_eq!((run.code().as_deref(), run.status), (Some("token_scope"), 4), "{run}"),
        }
        let after = State::read(&scene.reader());
        assert!(before.rows == after.rows && before.tries == after.tries, "something changed: {run}");
        assert_eq!(after.refused - before.refused, i64::from(is_recorded(&run, row)), "entries about a refusal: {run}");
        before = after;
    }
    assert_eq!(good, LISTING.iter().copied().collect());
    assert_eq!(judged(&by(scene, &token, ["can", "list-access"]), "can "), "yes");
    let by_nobody = ["operator", "reset", OPS];
    by(scene, &token, by_nobody).refused("token_scope");
    scene.check();
}

/// What somebody can do at a site, of the actions that a token can be for.
fn able(scene: &Scene, who: &str, site: &str) -> Vec<&'static str> {
    let asked = |action: &&str| {
        let run = scene.run(
            who,
            ["can", action, "--site", site].iter().chain(if *action == "message" {
                &["--provider", "aol"][..]
            } else {
                &[]
            }),
        );
        run.status == 0
    };
    ACTIONS.into_iter().filter(asked).collect()
}

#[test]
fn a_token_for_everything_is_judged_as_its_owner_and_never_beyond() {
    let cast = Cast::assemble();
    let (scene, site) = (&cast.scene, &cast.numbers[0]);
    let owners = ["ann", "bob", "cy"].map(|name| {
        let able = able(scene, &id(name), site);
        (name, make(scene, &id(name), site, &able.join(",")), able)
    });
    assert_eq!(owners.each_ref().map(|(_, _, able)| able.len()), [16, 11, 4]);
    let frozen = scene.freeze();
    for (name, token, able) in &owners {
        for row in AT_A_SITE.iter().filter(|row| action(row) != "can") {
            let argv = line(&cast, name, row, Some(site));
            let typed = |call: Call<'_>| {
                let reader = scene.reader();
                // Changes as soon as anybody else has written anything.
                let version = || reader.rows("PRAGMA data_version");
                let before = version();
                let run = call.typing(&[&password(&id(name))]).json();
                let changed = version() != before;
                drop(reader);
                if changed {
                    scene.thaw(&frozen);
                }
                run
            };
            let run = typed(scene.call(ROBOT, argv.clone()).with("PAO_TOKEN", token));
            let good = GOOD_FOR.iter().find(|(covered, _)| *covered == action(row));
            let good = good.is_some_and(|(_, actions)| actions.iter().any(|action| able.contains(action)));
            // A user's token reaches their own access alone.
            let of_others = row.starts_with("access show @") && !able.contains(&"list-access");
            if MISTYPED.contains(row) {
                run.refused("invalid_value");
            } else if good && !of_others {
                assert_eq!(judged(&run, row), judged(&typed(scene.call(&id(name), argv)), row), "{run}");
            } else {
                run.refused("token_scope");
            }
        }
    }
}

#[test]
fn every_deed_that_is_covered_is_one() {
    let actions = pao::commands();
    assert!(GOOD_FOR.iter().all(|(action, _)| actions.contains(action)));
}

#[test]
fn users_and_secondary_contacts_are_covered_by_an_action_each() {
    let (scene, site) = house();
    let of = |can| make(&scene, ANN, &site, can);
    let (users, secondaries, nominees) = (of("change-access"), of("name-secondary"), of("decide-nominations"));
    let both = of("decide-nominations,name-secondary");
    for (argv, by_users, by_secondaries) in [
        ("access add dee@example.com --role user", true, false),
        ("access add dee@example.com --role secondary", false, true),
        ("access update cy@example.com --reporting view", true, false),
        ("access update cy@example.com --role secondary", false, true),
        ("access update bob@example.com --role user", false, true),
        ("access update bob@example.com --reporting none", false, true),
        ("access revoke cy@example.com", true, false),
        ("access revoke bob@example.com", false, true),
    ] {
        for (token, good) in
            [(&users, by_users), (&secondaries, by_secondaries), (&both, by_secondaries), (&nominees, false)]
        {
            let run = by(&scene, token, argv.split(' ').chain(["--dry-run"]));
            if good {
                run.done();
            } else {
                run.refused("token_scope");
            }
        }
    }
    scene.give(BOB, &site, "eve@example.com", "user", &[]);
    let hand_on = ["access", "revoke", BOB, "--grants", "hand-to:ann@example.com", "--dry-run"];
    by(&scene, &secondaries, hand_on).refused("token_scope");
    by(&scene, &secondaries, ["access", "revoke", BOB, "--grants", "end", "--dry-run"]).refused("token_scope");
    by(&scene, &secondaries, ["access", "revoke", BOB, "--dry-run"]).done();
    let number =
        scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done().json()["nomination"].to_string();
    for (token, as_user, as_secondary) in [(&nominees, true, false), (&both, true, true), (&users, false, false)] {
        for (role, good) in [("user", as_user), ("secondary", as_secondary)] {
            let run = by(&scene, token, ["approve", &number, "--role", role, "--dry-run"]);
            assert_eq!(run.code().is_none(), good, "{run}");
            assert!(good || run.code().as_deref() == Some("token_scope"), "{run}");
        }
    }
}

#[test]
fn at_every_other_site_the_answer_is_the_same() {
    let (scene, site) = house();
    let other = scene.active_site("Other", ANN);
    let stranger = scene.active_site("Stranger", "eve@example.com");
    let token = make(&scene, ANN, &site, "list-access,decide-nominations");
    let said = |site: &str| {
        let run = by(&scene, &token, ["access", "list", "--site", site]).refused("token_scope");
        run.err.replace(site, "")
    };
    let answer = said(&other);
    assert_eq!((said(&stranger), said("9999999")), (answer.clone(), answer));
    let from_the_variable = scene.call(ROBOT, ["access", "list"]).with("PAO_TOKEN", &token).with("PAO_SITE", &other);
    from_the_variable.json().refused("token_scope");
    let malformed = by(&scene, &token, ["access", "show", "--site", "x"]).refused("invalid_value");
    assert_eq!(malformed.error()["details"]["field"], "site");
    // Its own site where none is named, although the owner has several.
    assert_eq!(by(&scene, &token, ["access", "list"]).done().json()[0]["site"], site);
    assert_eq!(by(&scene, &token, ["whoami"]).done().json()["sites"].as_array().unwrap().len(), 1);
    scene.person("fay@example.com");
    for number in [&other, &site] {
        scene.run("fay@example.com", ["nominate", "--site", number, "--primary-contact", ANN]).done();
    }
    // What is elsewhere is not there, as a number that was never given.
    for argv in [&["nomination", "show"][..], &["approve"]] {
        let refusal = |number: &str| {
            let run = by(&scene, &token, argv.iter().copied().chain([number])).refused("not_found");
            run.err.replace(&format!("nomination {number} "), "")
        };
        assert_eq!(refusal("1"), refusal("77"));
        by(&scene, &token, argv.iter().copied().chain(["2"])).done();
    }
    assert_eq!(by(&scene, &token, ["nomination", "list"]).done().json().as_array().unwrap().len(), 1);
}

#[test]
fn it_ends_with_its_time() {
    let (scene, site) = house();
    for (flags, seconds) in [(&[][..], 90 * DAY), (&["--ttl", "365d"], 365 * DAY), (&["--ttl", "1h"], 3600)] {
        scene.sign_in(ANN);
        let made = create(&scene, ANN, &site, "list-access", flags);
        let token = made["token"].as_str().unwrap();
        scene.advance(seconds - 1);
        by(&scene, token, ["access", "list"]).done();
        scene.advance(1);
        assert_eq!(made["expires_at"], scene.now());
        is_dead(&scene, token, "outlived");
    }
    scene.sign_in(ANN);
    scene.sign_in(OPS);
    assert_eq!(scene.run(ANN, ["token", "list"]).done().json(), json!([]));
    scene.check();
}

/// A way in which the right of Bob, the owner, ends.
type End = (&'static str, fn(&Scene, &str));

const ENDS: &[End] = &[
    ("revoked", |scene, _| {
        scene.run(BOB, ["token", "revoke", "1"]).done();
    }),
    ("access revoked", |scene, site| {
        scene.run(ANN, ["access", "revoke", BOB, "--site", site, "--yes"]).done();
    }),
    ("access revoked, with a word of the file's own for it", |scene, site| {
        scene.run(ANN, ["access", "revoke", BOB, "--site", site, "--reason", "changed", "--yes"]).done();
    }),
    ("left", |scene, site| {
        scene.run(BOB, ["access", "leave", "--site", site, "--yes"]).done();
    }),
    ("access outlived", |scene, site| {
        scene.run(ANN, ["access", "update", BOB, "--site", site, "--expires", "1d"]).done();
        scene.advance(DAY + 1);
    }),
    ("ID closed", |scene, _| {
        scene.confirmed(BOB, ["account", "close", "--yes"]).done();
    }),
    ("signed out everywhere", |scene, _| {
        scene.run(BOB, ["account", "sign-out-all"]).done();
    }),
    ("password changed", |scene, _| {
        let argv = ["account", "change-password", "--password-file", "-", "--new-password-file", "-"];
        scene.typed(BOB, argv, &[&password(BOB), "umbrella walnut Sextant quarry"]).done();
    }),
    ("recovered", |scene, _| {
        scene.run(ROBOT, ["account", "recover", "--email", BOB]).done();
        let code = scene.letter(BOB, "recovery").secret();
        let argv =
            ["account", "reset", "--email", BOB, "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];
        scene.typed(ROBOT, argv, &["umbrella walnut Sextant quarry", "Nautilus of Trieste", &code]).done();
    }),
];

#[test]
fn it_ends_with_the_right_of_its_owner_and_does_not_come_back() {
    for (why, end) in ENDS {
        let (scene, site) = house();
        let other = scene.active_site("Other", "eve@example.com");
        scene.give("eve@example.com", &other, BOB, "secondary", &[]);
        let token = make(&scene, BOB, &site, "list-access,change-access");
        by(&scene, &token, ["access", "list"]).done();
        end(&scene, &site);
        is_dead(&scene, &token, why);
        if *why != "ID closed" {
            // Everything that can come back has come back.
            scene.sign_in(ANN);
            let again = ["access", "add", BOB, "--role", "secondary", "--site", &site];
            assert!(matches!(scene.run(ANN, again).status, 0 | 6), "{why}");
            is_dead(&scene, &token, why);
        }
        scene.sign_in(OPS);
        scene.check();
    }
}

#[test]
fn wrong_passwords_which_anybody_can_type_end_no_token() {
    let (scene, site) = house();
    let token = make(&scene, BOB, &site, "list-access");
    for _ in 0..50 {
        scene
            .typed(ROBOT, ["login", BOB, "--password-file", "-"], &["basil anchor Trumpet meadow"])
            .refused("sign_in_failed");
        scene.advance(3600);
    }
    scene.typed(ROBOT, ["login", BOB, "--password-file", "-"], &[&password(BOB)]).refused("sign_in_failed");
    by(&scene, &token, ["access", "list"]).done();
}

#[test]
fn whoever_cannot_sign_in_has_no_token_either() {
    for sql in
        ["password = NULL WHERE id = 'bob@example.com'", "closed_at = registered_at WHERE id = 'bob@example.com'"]
    {
        let (scene, site) = house();
        let token = make(&scene, BOB, &site, "list-access");
        let conn = rusqlite::Connection::open(scene.database()).unwrap();
        conn.execute(&format!("UPDATE person SET {sql}"), []).unwrap();
        drop(conn);
        is_dead(&scene, &token, sql);
    }
    let (scene, site) = house();
    let token = make(&scene, BOB, &site, "list-access");
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    by(&scene, &token, ["access", "list"]).done();
    scene.confirmed(OPS, ["operator", "add", BOB]).done();
    is_dead(&scene, &token, "an operator now");
    scene.check();
}

#[test]
fn access_that_is_changed_or_handed_over_goes_on_and_so_does_the_token() {
    let (scene, site) = house();
    let anns = make(&scene, ANN, &site, "list-access,name-secondary");
    let bobs = make(&scene, BOB, &site, "list-access,change-access");
    scene.advance(60);
    scene.confirmed(ANN, ["contact", "set-primary", BOB, "--site", &site, "--yes"]).done();
    let naming = ["access", "add", DEE, "--role", "secondary", "--dry-run"];
    by(&scene, &anns, ["access", "list"]).done();
    by(&scene, &anns, naming).refused("primary_only");
    by(&scene, &bobs, naming).refused("token_scope");
    by(&scene, &bobs, ["access", "add", DEE, "--role", "user", "--dry-run"]).done();
    scene.advance(60);
    // What the owner may do at that moment, and no more.
    scene.run(BOB, ["access", "update", ANN, "--role", "user", "--site", &site]).done();
    by(&scene, &anns, ["access", "list"]).refused("manager_only");
    by(&scene, &anns, ["can", "list-access"]);
    assert_eq!(by(&scene, &anns, ["can", "list-access"]).json()["rule"], "R4");
    scene.advance(60);
    scene.run(BOB, ["access", "update", ANN, "--role", "secondary", "--site", &site]).done();
    by(&scene, &anns, ["access", "list"]).done();
    scene.confirmed(BOB, ["contact", "set-primary", ANN, "--site", &site, "--yes", "--former", "none"]).done();
    is_dead(&scene, &bobs, "gone with the hand-over");
    scene.give(ANN, &site, BOB, "secondary", &[]);
    is_dead(&scene, &bobs, "gone with the hand-over, and let in again");
    scene.confirmed(OPS, ["site", "close", "--site", &site, "--reason", "over", "--yes"]).done();
    by(&scene, &anns, ["access", "list"]).done();
    by(&scene, &anns, naming).refused("site_not_active");
    assert_eq!(by(&scene, &anns, ["can", "list-access"]).json()["rule"], "R1");
    scene.check();
}

#[test]
fn nobody_makes_a_token_for_more_than_they_may() {
    let (scene, site) = house();
    let refused = |who: &str, can: &str, code: &str| {
        let run = scene.confirmed(who, ["token", "create", "--site", &site, "--can", can]).refused(code);
        assert_eq!(scene.last_entry(), format!("token.create refused {code}"));
        run
    };
    for (who, can) in [
        (CY, "media"),
        (CY, "list-access"),
        (CY, "enter,order"),
        (BOB, "name-secondary"),
        (BOB, "update-contacts"),
        (BOB, "list-access,decide-nominations"),
        (ANN, "provision"),
        (ANN, "message"),
        (ANN, "change-primary"),
        (ANN, "enter,change-primary"),
    ] {
        assert_eq!(refused(who, can, "token_scope").status, 4, "{who} {can}");
    }
    refused(DEE, "enter", "not_found");
    refused(OPS, "enter", "operator_apart");
    let sleeping = scene.enroll("Sleeping", ANN);
    scene.confirmed(ANN, ["token", "create", "--site", &sleeping, "--can", "enter"]).refused("site_not_active");
    assert_eq!(scene.rows("SELECT count(*) FROM token"), [["0"]]);
    for (flags, field) in [
        (&["--can", "everything"][..], "can"),
        (&["--can", ""], "can"),
        (&["--can", "enter,,order"], "can"),
        (&["--can", "enter", "--ttl", "366d"], "ttl"),
        (&["--can", "enter", "--ttl", "0d"], "ttl"),
        (&["--can", "enter", "--ttl", "2027-01-01"], "ttl"),
        (&["--can", "enter", "--name", " "], "name"),
    ] {
        let argv = ["token", "create", "--site", &site].into_iter().chain(flags.iter().copied());
        assert_eq!(scene.confirmed(ANN, argv).refused("invalid_value").error()["details"]["field"], field);
    }
    scene.confirmed(ANN, ["token", "create", "--site", &site]).refused("usage");
}

#[test]
fn it_is_shown_once_and_kept_as_its_hash() {
    let (scene, site) = house();
    let reader = scene.reader();
    reader.rows("SELECT count(*) FROM person");
    let made = create(&scene, BOB, &site, "change-access,list-access,list-access", &["--name", "nightly"]);
    let token = made["token"].as_str().unwrap().to_owned();
    assert!(token.starts_with("pao_") && token.len() == 68, "256 bits");
    let mut summary = json!({ "token_number": 1, "name": "nightly", "site": site, "can": ["list-access", "change-access"],
        "expires_at": made["expires_at"], "last_used_at": null });
    let mut answer = summary.clone();
    answer.as_object_mut().unwrap().extend(
        json!({ "token": token, "changed": true, "dry_run": false, "notices": [{ "kind": "token-created", "to": BOB }] }).as_object().unwrap().clone(),
    );
    assert_eq!(made, answer);
    assert_eq!(scene.run(BOB, ["token", "list"]).done().json(), json!([summary]));
    let stored = scene.rows("SELECT hash FROM token")[0][0].clone();
    assert_eq!(stored, format!("{:02x?}", &Sha256::digest(token.as_bytes())[..]));
    scene.advance(7);
    by(&scene, &token, ["access", "add", DEE, "--role", "user"]).done();
    summary["last_used_at"] = json!(scene.now());
    let mut said = String::new();
    for argv in
        [&["whoami"][..], &["can", "enter"], &["access", "list"], &["token", "create", "--can", "enter"], &["logout"]]
    {
        said.push_str(&by(&scene, &token, argv).to_string());
        said.push_str(&scene.call(ROBOT, argv).with("PAO_TOKEN", &token).run().to_string());
    }
    for argv in [&["token", "list"][..], &["account", "sign-ins"], &["token", "revoke", "1"], &["token", "revoke", "1"]]
    {
        assert!(argv[1] != "list" || scene.run(BOB, argv).json() == json!([summary]));
        said.push_str(&scene.prose(BOB, argv).to_string());
    }
    said.push_str(&scene.run(OPS, ["audit", "list"]).done().to_string());
    assert!(!said.contains(&token), "{said}");
    for name in ["pao.db", "pao.db-wal"] {
        let bytes = fs::read(scene.path(name)).unwrap();
        assert!(!bytes.is_empty());
        assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()), "{name} holds the token");
    }
}

#[test]
fn where_it_was_typed_by_mistake_it_is_not_repeated() {
    let (scene, site) = house();
    let token = make(&scene, ANN, &site, "list-access");
    for argv in [
        &["token", "revoke", &token][..],
        &["token", &token],
        &["token", "create", "--can", &token],
        &["token", "list", &token],
        &["token", "create", "--can", "enter", "--ttl", &token],
        &["access", "list", "--token", &token],
        &["--as", &token, "whoami"],
        &["access", "list", "--site", &token],
    ] {
        for run in [scene.run(ANN, argv), scene.prose(ANN, argv)] {
            assert!(run.status != 0 && !format!("{} {}", run.out, run.err).contains(&token), "{run}");
        }
    }
}

#[test]
fn a_dry_run_makes_nothing() {
    let (scene, site) = house();
    let before = scene.dump(&["sign_in"]);
    let shown = create(&scene, ANN, &site, "list-access", &["--dry-run"]);
    assert_eq!(
        (&shown["token_number"], shown.get("token"), &shown["dry_run"]),
        (&Value::Null, Some(&Value::Null), &json!(true))
    );
    assert_eq!(scene.dump(&["sign_in"]), before);
    scene.confirmed(CY, ["token", "create", "--site", &site, "--can", "order", "--dry-run"]).refused("token_scope");
    let token = make(&scene, ANN, &site, "list-access");
    scene.run(ANN, ["token", "revoke", "1", "--dry-run"]).done();
    by(&scene, &token, ["access", "list"]).done();
}

#[test]
fn people_are_shown_it_too() {
    let (scene, site) = house();
    let argv = ["token", "create", "--site", &site, "--can", "list-access", "--name", "ci", "--password-file", "-"];
    let run = scene.call(ANN, argv).typing(&[&password(ANN)]).run().done();
    let line = run.out.lines().find(|line| line.starts_with("Token")).expect("the token");
    let token = line.split_whitespace().last().unwrap();
    assert!(run.err.contains("not shown again"), "{run}");
    let whoami = scene.call(ROBOT, ["whoami"]).with("PAO_TOKEN", token).run().done();
    assert!(whoami.out.contains("1 (ci) for list-access"), "{whoami}");
    assert!(scene.prose(ANN, ["token", "list"]).done().out.contains("list-access"));
    assert!(scene.prose(BOB, ["token", "list"]).done().to_string().contains("No tokens"));
}

#[test]
fn everybody_has_their_own_and_revokes_them_once() {
    let (scene, site) = house();
    let (anns, bobs) = (make(&scene, ANN, &site, "list-access"), make(&scene, BOB, &site, "list-access"));
    let listed = |who| scene.run(who, ["token", "list"]).done().json();
    assert_eq!((listed(ANN)[0]["token_number"].as_i64(), listed(BOB)[0]["token_number"].as_i64()), (Some(1), Some(2)));
    for number in ["2", "3"] {
        scene.run(ANN, ["token", "revoke", number]).refused("not_found");
    }
    for changed in [true, false] {
        let run = scene.run(ANN, ["token", "revoke", "1"]).done();
        assert_eq!((run.json()["changed"].as_bool(), run.json()["token_number"].as_i64()), (Some(changed), Some(1)));
    }
    is_dead(&scene, &anns, "revoked");
    by(&scene, &bobs, ["access", "list"]).done();
    make(&scene, BOB, &site, "enter");
    let page = |flags: &[&str]| scene.run(BOB, ["token", "list"].iter().chain(flags)).done().json();
    assert_eq!(page(&["--limit", "1"])[0]["token_number"], 2);
    assert_eq!(page(&["--after", "2"])[0]["token_number"], 3);
    let run = scene.run(BOB, ["account", "sign-out-all"]).done();
    assert_eq!((run.json()["signed_out"].as_i64(), run.json()["tokens_revoked"].as_i64()), (Some(1), Some(2)));
    is_dead(&scene, &bobs, "signed out everywhere");
}

#[test]
fn what_is_done_and_what_is_refused_by_a_token_is_on_record_with_its_number() {
    let (scene, site) = house();
    let other = scene.active_site("Other", ANN);
    let token = make(&scene, ANN, &site, "change-access");
    let newest = || {
        let sql = "SELECT actor, action, site, outcome, coalesce(code, ''), json_extract(details, '$.token'),
                   coalesce(json_extract(details, '$.dry_run'), '') FROM audit ORDER BY seq DESC LIMIT 1";
        scene.rows(sql)[0].join(" ").trim_end().to_owned()
    };
    by(&scene, &token, ["access", "add", DEE, "--role", "user"]).done();
    assert_eq!(newest(), format!("{ANN} access.add {site} done  1"));
    by(&scene, &token, ["access", "update", CY, "--manage-access", "view"]).refused("role_privilege");
    assert_eq!(newest(), format!("{ANN} access.update {site} refused role_privilege 1"));
    by(&scene, &token, ["contact", "clear", "technical"]).refused("token_scope");
    assert_eq!(newest(), format!("{ANN} contact.clear {site} refused token_scope 1"));
    by(&scene, &token, ["access", "revoke", CY, "--site", &other, "--dry-run"]).refused("token_scope");
    assert_eq!(newest(), format!("{ANN} access.revoke {other} refused token_scope 1 1"));
    by(&scene, &token, ["authorize", "--passcode-file", "-"]).refused("usage");
    let count = scene.rows("SELECT count(*) FROM audit");
    for argv in
        [&["access", "list"][..], &["contact", "list"], &["token", "list"], &["site", "list"], &["can", "order"]]
    {
        assert_eq!(by(&scene, &token, argv).status, 4);
        assert!(views(&argv.join(".")) || argv[0] == "can");
    }
    assert_eq!(scene.rows("SELECT count(*) FROM audit"), count, "whoever only looks is not put on record");
    scene.run(ANN, ["access", "update", CY, "--reporting", "view", "--site", &site]).done();
    assert_eq!(scene.rows("SELECT json_extract(details, '$.token') FROM audit ORDER BY seq DESC LIMIT 1"), [["null"]]);
}

#[test]
fn it_says_who_it_is_and_can_do_nothing_about_sign_ins() {
    let (scene, site) = house();
    let made = create(&scene, ANN, &site, "list-access", &["--name", "ci"]);
    let token = made["token"].as_str().unwrap();
    let whoami = by(&scene, token, ["whoami"]).done().json();
    assert_eq!((&whoami["id"], &whoami["signed_in_until"]), (&json!(ANN), &made["expires_at"]));
    assert_eq!((&whoami["token"]["token_number"], &whoami["token"]["can"]), (&json!(1), &json!(["list-access"])));
    assert_eq!(scene.run(ANN, ["whoami"]).done().json().get("token"), None);
    let count = scene.rows("SELECT count(*) FROM audit");
    assert_eq!(by(&scene, token, ["logout"]).done().json()["signed_out"], false);
    assert_eq!(scene.rows("SELECT count(*) FROM audit"), count, "nothing was done");
    by(&scene, token, ["access", "list"]).done();
    // Whoever gives the password comes in by that.
    let argv = ["--as", ANN, "account", "show", "--password-file", "-"];
    scene.call(ROBOT, argv).typing(&[&password(ANN)]).with("PAO_TOKEN", token).json().done();
    assert_eq!(scene.run(ANN, ["account", "sign-ins"]).done().json().as_array().unwrap().len(), 1);
}

/// The job that `help deployment` shows: its commands, word by word, with the status each may end with.
fn job(scene: &Scene) -> Vec<(Vec<String>, u8)> {
    let page = scene.prose(ROBOT, ["help", "deployment"]).done().out;
    let script =
        page.lines().map(str::trim).skip_while(|line| *line != "#!/bin/sh").take_while(|line| !line.is_empty());
    let commands = script.filter_map(|line| line.strip_prefix("pao "));
    let status = |line: &str| if line.ends_with("|| test \"$?\" -eq 11") { 11 } else { 0 };
    let words = |line: &str| line.split(" ||").next().unwrap().split(' ').map(str::to_owned).collect();
    commands.map(|line| (words(line), status(line))).collect()
}

#[test]
fn the_job_that_help_shows_does_its_work_and_stops_where_it_may_not() {
    let (scene, site) = house();
    let page = scene.prose(ROBOT, ["help", "deployment"]).done().out;
    let made = page.lines().find_map(|line| line.trim().strip_prefix("pao token create ")).expect("how it is made");
    let flags = made.split(' ').map(|word| if word == "7000017" { &site } else { word });
    let run = scene.confirmed(ANN, ["token", "create"].into_iter().chain(flags)).done();
    let token = run.json()["token"].as_str().unwrap().to_owned();
    let header = "id,role,tools\n";
    fs::write(
        scene.path("people.csv"),
        format!("{header}{CY},user,downloads\n{DEE},user,media\n{BOB},secondary,full\n"),
    )
    .unwrap();
    let job = job(&scene);
    assert_eq!(job.len(), 6);
    let actions = pao::commands();
    let there = |argv: &[String]| actions.iter().any(|action| argv.join(".").starts_with(action));
    for (argv, status) in job.iter().filter(|(argv, _)| there(argv)) {
        let call = scene.call(ROBOT, argv).with("PAO_TOKEN", &token).with("PAO_SITE", &site).with("CI", "true");
        let run = call.run();
        assert_eq!(run.status, *status, "{run}");
    }
    scene.run(ANN, ["access", "update", CY, "--role", "secondary", "--site", &site]).done();
    let cys = make(&scene, CY, &site, "list-access");
    let stopped = scene.call(ROBOT, &job[1].0).with("PAO_TOKEN", &cys).run();
    assert_eq!(stopped.status, 4, "{stopped}");
    scene.check();
}
