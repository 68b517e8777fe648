//! `access history`, `access diff` and `access tree`: access as it was, and who gave it.
//!
//! The scene begins on 2026-11-21 at 20:15; a day passes between the changes.
use crate::access::{house, words};
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Run, Scene};
use serde_json::{Value, json};

/// Cy is changed on the 22nd and ends by himself on the 24th; Dee comes on the 23rd, Bob is revoked on the 25th.
fn years() -> (Scene, String) {
    let (scene, site) = house();
    let next = |scene: &Scene| {
        scene.advance(DAY);
        scene.sign_in(ANN);
    };
    next(&scene);
    scene.run(ANN, words("access update cy@example.com --tools full --expires 2d")).done();
    next(&scene);
    scene.run(ANN, words("access add dee@example.com --role user")).done();
    next(&scene);
    next(&scene);
    scene.run(ANN, words("access revoke bob@example.com --reason moved --yes")).done();
    (scene, site)
}

/// `interval tools granted ended by reason`.
fn intervals(run: Run) -> Vec<String> {
    let day = |value: &Value| value.as_str().map_or("-", |text| &text[..10]).to_owned();
    let word = |value: &Value| value.as_str().unwrap_or("-").split('@').next().unwrap().to_owned();
    let json = run.done().json();
    let line = |row: &Value| {
        format!(
            "{} {} {} {} {} {}",
            row["interval"],
            word(&row["privileges"]["tools"]),
            day(&row["granted_at"]),
            day(&row["ended_at"]),
            word(&row["ended_by"]),
            word(&row["end_reason"])
        )
    };
    json.as_array().unwrap().iter().map(line).collect()
}

#[test]
fn a_history_has_every_interval_and_one_past_its_end_date_has_ended() {
    let (scene, site) = years();
    let expected = ["1 downloads 2026-11-21 2026-11-22 ann changed", "2 full 2026-11-22 2026-11-24 - expired"];
    assert_eq!(intervals(scene.run(ANN, ["access", "history", CY])), expected);
    scene.sign_in(OPS);
    scene.run(OPS, ["maintain"]).done();
    assert_eq!(intervals(scene.run(ANN, ["access", "history", CY])), expected, "written down or not");
    assert_eq!(
        intervals(scene.run(OPS, ["access", "history", BOB, "--site", &site])),
        ["1 full 2026-11-21 2026-11-25 ann moved"]
    );
    assert_eq!(intervals(scene.run(ANN, ["access", "history"])), ["1 full 2026-11-21 - - -"]);
    assert_eq!(intervals(scene.run(ANN, words("access history cy@example.com --limit 1"))), &expected[..1]);
    assert_eq!(intervals(scene.run(ANN, words("access history cy@example.com --after 1"))), &expected[1..]);
    assert_eq!(intervals(scene.run(ANN, words("access history cy@example.com --after 2"))), [""; 0]);
    let keys = scene.run(ANN, ["access", "history"]).json()[0].clone();
    for key in ["site", "id", "email", "role", "granted_by", "expires_at", "note", "ended_at", "ended_by", "end_reason"]
    {
        assert!(keys.get(key).is_some(), "{key}");
    }
    let csv = scene.prose(ANN, words("access history cy@example.com --format csv")).done().out;
    assert!(csv.starts_with("interval,from,to,by,ended-by,reason,access,note\n1,2026-11-21T20:15:00Z,"), "{csv}");
    scene.check();
}

#[test]
fn ones_own_history_is_ones_own_and_that_of_others_is_for_managers() {
    let (scene, site) = house();
    assert_eq!(intervals(scene.run(CY, ["access", "history"])).len(), 1);
    assert_eq!(intervals(scene.run(CY, ["access", "history", CY])).len(), 1);
    for line in ["history bob@example.com", "history ghost@example.com", "tree", "diff --from 1d --to 0d"] {
        scene.run(CY, words(&format!("access {line}"))).refused("manager_only");
        scene.run(DEE, words(&format!("access {line} --site {site}"))).refused("not_found");
    }
    for id in [DEE, "ghost@example.com"] {
        scene.run(ANN, ["access", "history", id]).refused("not_found");
    }
    scene.run(ANN, words("access revoke cy@example.com --yes")).done();
    scene.run(CY, ["access", "history", "--site", &site]).refused("not_found");
    assert_eq!(intervals(scene.run(BOB, ["access", "history", CY])).len(), 1, "who is gone is remembered");
}

#[test]
fn nothing_is_carried_over_to_somebody_who_takes_an_id_anew() {
    let (scene, _) = house();
    scene.confirmed(CY, words("account close --yes")).done();
    assert_eq!(intervals(scene.run(ANN, ["access", "history", CY])).len(), 1);
    scene.person(CY);
    scene.run(ANN, ["access", "history", CY]).refused("not_found");
    scene.run(ANN, words("access add cy@example.com --role user")).done();
    assert_eq!(intervals(scene.run(CY, ["access", "history"])).len(), 1);
}

/// `change id: before tools → after tools`.
fn differences(scene: &Scene, flags: &str) -> Vec<String> {
    let run = scene.run(ANN, words(&format!("access diff {flags}"))).done();
    let tools = |side: &Value| side["privileges"]["tools"].as_str().unwrap_or("-").to_owned();
    let line = |row: &Value| {
        let id = row["id"].as_str().unwrap().replace("@example.com", "");
        format!("{} {id}: {} → {}", row["change"].as_str().unwrap(), tools(&row["before"]), tools(&row["after"]))
    };
    run.json().as_array().unwrap().iter().map(line).collect()
}

#[test]
fn a_difference_names_who_came_who_went_and_who_has_other_terms() {
    let (scene, _) = years();
    let (came, changed) = ("added dee: - → downloads", "changed cy: downloads → full");
    let went = ["removed bob: full → -", "removed cy: downloads → -"];
    assert_eq!(differences(&scene, "--from 2026-11-22 --to 2026-11-22"), [changed]);
    assert_eq!(differences(&scene, "--from 2026-11-22 --to 2026-11-23"), [changed, came]);
    assert_eq!(differences(&scene, "--from 2026-11-22 --to 2026-11-25"), [went[0], went[1], came]);
    assert_eq!(differences(&scene, "--from 2026-11-24 --to 2026-11-24"), ["removed cy: full → -"]);
    assert_eq!(differences(&scene, "--from 2026-11-23 --to 2026-11-23T20:14:59Z"), [""; 0], "not yet");
    assert_eq!(differences(&scene, "--from 2026-11-26 --to 2026-11-30"), [""; 0]);
    let everybody = ["added ann: - → full", came];
    assert_eq!(differences(&scene, "--from 2026-01-01 --to 2026-11-30"), everybody);
    assert_eq!(differences(&scene, "--from 2026-11-22 --to 2026-11-25 --after bob@example.com --limit 1"), [went[1]]);
    scene.run(ANN, words("access diff --from 2026-11-22 --to 2026-11-21")).refused("invalid_value");
    scene.run(ANN, words("access diff --from yesterday --to 2026-11-21")).refused("invalid_value");
    for (line, flag) in [("--from 2026-11-22", "--to"), ("--to 2026-11-22", "--from")] {
        let run = scene.run(ANN, words(&format!("access diff {line}"))).refused("usage");
        assert!(run.error()["message"].as_str().unwrap().contains(flag), "{run}");
    }
    let prose = scene.prose(ANN, words("access diff --from 2026-11-22 --to 2026-11-23")).done().out;
    assert_eq!(
        prose.lines().nth(1),
        Some("~       cy@example.com   tools downloads → full, ends - → 2026-11-24T20:15:00Z")
    );
    let nothing = scene.prose(ANN, words("access diff --from 2026-11-26 --to 2026-11-30")).done();
    assert!(nothing.out.is_empty() && nothing.err.starts_with("No difference"), "{nothing}");
    scene.check();
}

#[test]
fn what_was_revoked_and_given_again_alike_is_no_difference() {
    let (scene, _) = house();
    scene.advance(DAY);
    scene.sign_in(ANN);
    scene.run(ANN, words("access revoke cy@example.com --yes")).done();
    scene.run(ANN, words("access add cy@example.com --role user")).done();
    assert_eq!(differences(&scene, "--from 2026-11-22 --to 2026-11-22"), [""; 0]);
    scene.advance(DAY);
    scene.sign_in(ANN);
    scene.run(ANN, words("access update cy@example.com --note other")).done();
    let run = scene.run(ANN, words("access diff --from 2026-11-23 --to 2026-11-23")).done();
    assert_eq!((&run.json()[0]["before"]["note"], &run.json()[0]["after"]["note"]), (&Value::Null, &json!("other")));
}

#[test]
fn the_tree_shows_who_let_in_whom() {
    let (scene, site) = house();
    scene.give(BOB, &site, DEE, "user", &[]);
    let leaf = |id: &str, role: &str, by: &str| json!({"id": id, "role": role, "granted_by": by, "children": []});
    let mut bob = leaf(BOB, "secondary", ANN);
    bob["children"] = json!([leaf(DEE, "user", BOB)]);
    let tree = json!([{"id": ANN, "role": "primary", "granted_by": null, "children": [bob, leaf(CY, "user", ANN)]}]);
    for who in [ANN, BOB, OPS] {
        assert_eq!(scene.run(who, ["access", "tree", "--site", &site]).done().json(), tree);
    }
    let drawn = scene.prose(ANN, ["access", "tree"]).done().out;
    assert_eq!(
        drawn,
        "ann@example.com  primary\n├─ bob@example.com  secondary\n│  └─ dee@example.com  user\n└─ cy@example.com  user\n"
    );
    scene.confirmed(ANN, words("contact set-primary bob@example.com --yes")).done();
    scene.run(BOB, words("access update ann@example.com --tools media")).done();
    let drawn = scene.prose(BOB, ["access", "tree"]).done().out;
    assert_eq!(
        drawn,
        "bob@example.com  primary  (by ann@example.com)\n├─ ann@example.com  secondary\n│  └─ cy@example.com  user\n└─ dee@example.com  user\n"
    );
    scene.run(BOB, words("access revoke ann@example.com --yes")).done();
    let roots = scene.run(BOB, ["access", "tree"]).done().json();
    assert_eq!((&roots[0]["id"], &roots[1]["id"], &roots[1]["granted_by"]), (&json!(BOB), &json!(CY), &json!(ANN)));
    scene.prose(ANN, words("access tree --format csv")).status.eq(&2).then_some(()).expect("a tree is no list");
    scene.check();
}
