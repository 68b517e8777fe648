//! "Did you mean …?": only the hint changes, and nobody is told of what they could not list.
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene};

/// Ann's site with Bob and Cy; and another one, Eve's, of which Ann knows nothing.
fn two_sites() -> (Scene, String, String) {
    let scene = Scene::new();
    scene.init();
    let own = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &own, BOB, "secondary", &[]);
    scene.give(ANN, &own, CY, "user", &[]);
    let other = scene.active_site("Other", "eve@example.com");
    scene.person(DEE);
    (scene, own, other)
}

fn hint(run: &Run) -> String {
    run.error()["hint"].as_str().unwrap_or_default().to_owned()
}

/// The same number with its last two digits swapped.
fn swapped(number: &str) -> String {
    let (head, tail) = number.split_at(number.len() - 2);
    head.to_owned() + &tail.chars().rev().collect::<String>()
}

#[test]
fn a_site_within_reach_is_suggested_and_no_other() {
    let (scene, own, other) = two_sites();
    let (own_typed, other_typed) = (swapped(&own), swapped(&other));
    let asleep = scene.enroll("Sleeping", DEE);
    for (who, typed, meant) in [
        (ANN, &own_typed, Some(&own)),
        (CY, &own_typed, Some(&own)),
        (ANN, &other_typed, None),
        (DEE, &own_typed, None),
        (DEE, &swapped(&asleep), Some(&asleep)),
        (OPS, &other_typed, Some(&other)),
    ] {
        for argv in [&["site", "show"][..], &["access", "list"], &["access", "leave", "--yes"], &["can", "enter"]] {
            let run = scene.run(who, argv.iter().copied().chain(["--site", typed]));
            assert_eq!((run.status, run.code().as_deref()), (5, Some("not_found")), "{run}");
            let asked = meant.map_or_else(String::new, |meant| format!("did you mean {meant}?"));
            let hint = hint(&run);
            assert!(if asked.is_empty() { !hint.contains("did you mean") } else { hint.starts_with(&asked) }, "{run}");
        }
    }
}

#[test]
fn a_site_out_of_reach_is_answered_as_one_that_is_not_there() {
    let (scene, own, other) = two_sites();
    for who in [ANN, CY, DEE] {
        for argv in [&["access", "list"][..], &["access", "add", DEE, "--role", "user"], &["site", "show"]] {
            let at = |site: &str| {
                let run = scene.run(who, argv.iter().copied().chain(["--site", site]));
                (run.status, run.out, run.err.replace(site, "SITE"))
            };
            // Both are one mistake away from Ann's, and only one of them exists.
            let nothing = own[..own.len() - 1].to_owned() + if own.ends_with('9') { "8" } else { "9" };
            let (there, not_there) = (at(&other), at(&nothing));
            if who == DEE {
                assert_eq!(there, not_there);
            } else {
                assert_eq!((there.0, &there.1), (not_there.0, &not_there.1));
                let near = strsim::osa_distance(&other, &own) == 1;
                assert_eq!(there.2.contains("did you mean"), near, "it depends on what was typed alone: {}", there.2);
            }
        }
    }
    let nominate = ["nominate", "--site", &swapped(&own), "--primary-contact", "eve@example.com"];
    assert!(!hint(&scene.run(ANN, nominate).refused("not_found")).contains("did you mean"));
}

#[test]
fn an_id_is_suggested_to_whoever_may_see_the_list() {
    let (scene, own, _) = two_sites();
    let token = scene.confirmed(BOB, ["token", "create", "--site", &own, "--can", "list-access"]).done().json();
    for (who, argv, code, meant) in [
        (ANN, "access show bbo@example.com", "not_found", Some(BOB)),
        (ANN, "access history bob@exmaple.com", "not_found", Some(BOB)),
        (BOB, "access revoke c@example.com --yes", "not_found", Some(CY)),
        (ANN, "access update cyy@example.com --reporting view", "not_found", Some(CY)),
        (ANN, "can enter --id bbo@example.com", "not_found", Some(BOB)),
        (ANN, "contact set-primary bbo@example.com --yes", "id_required", Some(BOB)),
        (OPS, "person show eev@example.com", "not_found", Some("eve@example.com")),
        (OPS, "operator remove op@vendor.example --yes", "not_found", Some(OPS)),
        (ANN, "access show dea@example.com", "not_found", None),
        (ANN, "access show eev@example.com", "not_found", None),
        (CY, "access show bbo@example.com", "manager_only", None),
        (DEE, "person show eev@example.com", "operator_only", None),
    ] {
        let run = if argv.ends_with(" --yes") {
            scene.confirmed(who, argv.split(' '))
        } else {
            scene.run(who, argv.split(' '))
        };
        assert_eq!(run.code().as_deref(), Some(code), "{run}");
        let asked = meant.map(|meant| format!("did you mean {meant}?"));
        let hint = hint(&run);
        assert!(asked.as_ref().map_or(!hint.contains("did you mean"), |asked| hint.starts_with(asked)), "{run}");
    }
    let call = scene.call("nobody", ["access", "show", "bbo@example.com"]);
    let run = call.with("PAO_TOKEN", token["token"].as_str().unwrap()).json();
    assert!(run.status != 0 && !run.err.contains("did you mean"), "{run}");
}

#[test]
fn a_word_of_the_contract_is_suggested() {
    let (scene, ..) = two_sites();
    for (who, argv, field, asked) in [
        (ANN, "access update cy@example.com --tools ful", "tools", "did you mean full?"),
        (ANN, "access update cy@example.com --reporting viwe", "reporting", "did you mean view?"),
        (ANN, "access add dee@example.com --role usr", "role", "did you mean user?"),
        (ANN, "access list --role secundary", "role", "did you mean secondary?"),
        (ANN, "access list --privilege tols=full", "privilege", "did you mean tools?"),
        (ANN, "access list --privilege manage-access=updat", "privilege", "did you mean update?"),
        (ANN, "access list --privilege manage-acces=view", "privilege", "did you mean manage-access?"),
        (ANN, "can chnage-access", "action", "did you mean change-access?"),
        (ANN, "contact set tehcnical --phone 1", "type", "did you mean technical?"),
        (OPS, "site list --status activ", "status", "did you mean active?"),
        (OPS, "config get care.contcat", "key", "did you mean care.contact? `pao config list` shows every setting"),
        (ANN, "access list --role qqqqqq", "role", ""),
    ] {
        let run = scene.run(who, argv.split(' '));
        assert_eq!((run.code().as_deref(), run.status), (Some("invalid_value"), 7), "{run}");
        assert_eq!(run.error()["details"]["field"], field, "{run}");
        assert_eq!(hint(&run), asked, "{run}");
    }
    for (argv, asked) in [
        ("explain primary_olny", "did you mean primary_only? "),
        ("help enviroment", "did you mean environment? "),
        ("help weather", "`pao help`"),
    ] {
        let run = scene.run("nobody", argv.split(' '));
        assert!(run.code().as_deref() == Some("not_found") && hint(&run).starts_with(asked), "{run}");
    }
}
