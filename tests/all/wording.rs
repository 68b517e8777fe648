//! Sentences that people act on: they name the rule, say whom to ask, and are true of what happened.
use crate::access::{house, words};
use crate::world::{ANN, BOB, CY, DEE, OPS, Scene};
use pao::model::code::MailedCode;

/// Refusals by a rule, each with who meets it. `SITE` is Ann's.
const REFUSED: &[(&str, &str, &str)] = &[
    ("nobody", "access list --site SITE", "R18"),
    (BOB, "access add dee@example.com --role secondary --site SITE", "R3"),
    (CY, "access list --site SITE", "R4"),
    (ANN, "access add nobody@example.com --role user --site SITE", "R5"),
    (BOB, "contact set-primary cy@example.com --yes --site SITE --password-file -", "R6"),
    (BOB, "access revoke ann@example.com --yes --site SITE", "R7"),
    (BOB, "access update bob@example.com --tools none --site SITE", "R8"),
    (CY, "contact list --site SITE", "R12"),
    (ANN, "site close --site SITE --reason over --yes --password-file -", "R15"),
    (DEE, "site show --site SITE", "R16"),
];

#[test]
fn a_refusal_names_its_rule_to_people_as_to_programs() {
    let (scene, site) = house();
    for (who, line, rule) in REFUSED {
        let argv: Vec<String> = line.split(' ').map(|word| word.replace("SITE", &site)).collect();
        let json = scene.typed(who, &argv, &["plum kettle Orbit walnut"]);
        assert_eq!(json.error()["rule"], *rule, "{json}");
        let prose = scene.call(who, &argv).typing(&["plum kettle Orbit walnut"]).run();
        let message = json.error()["message"].as_str().unwrap().to_owned();
        assert_eq!(prose.err.lines().next(), Some(&*format!("error: {message} ({rule})")), "{prose}");
    }
    let prose = scene.prose(ANN, words("access add bob@example.com --role user --site")).err;
    assert!(prose.starts_with("error: ") && !prose.contains("(R"), "no rule refuses a mistyped line: {prose}");
    scene.check();
}

#[test]
fn whom_to_ask_is_said_by_the_setting_where_it_is_set() {
    let (scene, site) = house();
    let closed = scene.active_site("Closed", DEE);
    scene.confirmed(OPS, ["site", "close", "--site", &closed, "--reason", "over", "--yes"]).done();
    let submit = "provision submit --gateway-name g --host gw.example.com --cert-cn gw.example.com --cert-issuer CA \
                  --notify n@example.com --domain example.com --site";
    let lines = [
        (ANN, format!("site resend-welcome --site {site}"), "operator_only"),
        (
            DEE,
            format!("contact set technical --first-name A --last-name B --email t@example.com --site {closed}"),
            "site_not_active",
        ),
        (ANN, format!("{submit} {site}"), "not_entitled"),
        ("nobody", "account reverse-email --code-file -".to_owned(), "code_not_accepted"),
    ];
    let hints = || {
        let hint = |(who, line, code): &(&str, String, &str)| {
            let run = scene.typed(who, line.split(' '), &[&MailedCode::draw([1; 10]).shown()]).refused(code);
            run.error()["hint"].as_str().unwrap().to_owned()
        };
        lines.iter().map(hint).collect::<Vec<_>>()
    };
    let before = hints();
    assert!(before.iter().all(|hint| hint.contains("the vendor's customer care")), "{before:#?}");
    scene.run(OPS, ["config", "set", "care.contact", "the licence desk, +1 555 0100"]).done();
    let after = hints();
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(*after, before.replace("the vendor's customer care", "the licence desk, +1 555 0100"));
    }
    scene.run(OPS, ["config", "unset", "care.contact"]).done();
    assert_eq!(hints(), before);
}

#[test]
fn a_letter_about_ended_access_says_how_it_ended() {
    let (scene, site) = house();
    scene.give(ANN, &site, DEE, "user", &["--expires", "1d"]);
    scene.run(CY, ["access", "leave", "--site", &site, "--yes"]).done();
    scene.run(ANN, ["access", "revoke", BOB, "--site", &site, "--yes", "--reason", "left the project"]).done();
    scene.advance(2 * 86_400);
    scene.run("nobody", ["maintain"]).done();
    let body = |who: &str| scene.letter(who, "access-ended").body.replace('\n', " ");
    let (left, revoked, expired) = (body(CY), body(BOB), body(DEE));
    assert!(left.contains("You left the site below") && left.contains("If you did not do this"), "{left}");
    assert!(left.contains("    pao account change-password") && !left.contains("ended your access"), "{left}");
    assert!(revoked.contains("ended your access") && revoked.contains("left the project"), "{revoked}");
    assert!(!revoked.contains("You left") && !revoked.contains("end date"), "{revoked}");
    assert!(expired.contains("has reached its end date") && !expired.contains("ended your access"), "{expired}");
}

#[test]
fn a_request_that_waits_says_for_how_long() {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.person(DEE);
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    for (days, words) in [(0, "since today"), (1, "for 1 day"), (5, "for 6 days")] {
        scene.advance(days * 86_400);
        scene.sign_in(DEE);
        let line = scene.prose(DEE, ["status"]).done().out;
        let said = format!("Your request for access to site {site} has been waiting for an answer {words}");
        assert!(line.starts_with(&said), "{line}");
    }
}

#[test]
fn a_site_number_without_its_option_is_understood_and_no_other_word_is_repeated() {
    let scene = Scene::new();
    for line in ["access list 7000017", "authorize 0700017", "nomination list 70000"] {
        let run = scene.run(ANN, line.split(' ')).refused("usage");
        let site = line.rsplit(' ').next().unwrap();
        assert_eq!(run.error()["message"], format!("unexpected argument '{site}'"));
        assert_eq!(run.error()["hint"], format!("did you mean `--site {site}`?"));
    }
    for line in ["whoami 7000017", "access list 123", "access list 12345678901", "authorize hunter2"] {
        let run = scene.run(ANN, line.split(' ')).refused("usage");
        assert_eq!(run.error()["message"], "unexpected argument", "{run}");
        assert!(!run.err.contains(line.rsplit(' ').next().unwrap()), "{run}");
    }
}
