//! Values as real people have them: names, countries, dates, host names, secrets. What is taken, and what is said of the rest.
//!
//! What must hold: whatever is refused is `invalid_value` (a secret: `weak_password`), names its field and changes nothing.
use crate::access::{house, words};
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene};

/// Runs a command that is refused for the value of `field`, and gives its message.
#[track_caller]
fn refused<A: AsRef<str>>(scene: &Scene, who: &str, argv: impl IntoIterator<Item = A>, field: &str) -> String {
    let before = scene.dump(&["sign_in"]);
    let secrets = ["plum kettle Orbit walnut", "Nautilus of Trieste"];
    let run: Run = scene.typed(who, argv, &secrets).refused("invalid_value");
    assert_eq!((run.status, &run.error()["details"]["field"]), (7, &field.into()), "{run}");
    assert_eq!(scene.dump(&["sign_in"]), before, "{run}");
    run.error()["message"].as_str().unwrap().to_owned()
}

/// A line whose words are separated by spaces, with `value` for `VALUE`.
fn line<'l>(text: &'l str, value: &'l str) -> Vec<&'l str> {
    text.split(' ').map(|word| if word == "VALUE" { value } else { word }).collect()
}

/// Every kind of line that a person types for others to read.
const TEXTS: &[(&str, &str, &str)] = &[
    (ANN, "first-name", "account update --first-name VALUE"),
    (ANN, "last-name", "account update --last-name VALUE"),
    (OPS, "company", "site update --site 7000017 --company VALUE"),
    (
        OPS,
        "company",
        "site enroll --company VALUE --country DE --primary-first-name A --primary-last-name B --primary-email x@example.com",
    ),
    (
        OPS,
        "primary-first-name",
        "site enroll --company A --country DE --primary-first-name VALUE --primary-last-name B --primary-email x@example.com",
    ),
    (
        OPS,
        "primary-last-name",
        "site enroll --company A --country DE --primary-first-name A --primary-last-name VALUE --primary-email x@example.com",
    ),
    (ANN, "first-name", "contact set technical --first-name VALUE --last-name B --email t@example.com"),
    (ANN, "last-name", "contact set technical --first-name A --last-name VALUE --email t@example.com"),
    (ANN, "note", "access update cy@example.com --note VALUE"),
    (
        DEE,
        "first-name",
        "register --email new@example.com --first-name VALUE --last-name B --country DE --question Why --password-file - --answer-file -",
    ),
];

#[test]
fn a_name_has_something_that_can_be_seen_and_nothing_that_cannot() {
    let (scene, _) = house();
    let unseen = [
        "\u{3164}",
        "\u{ffa0}",
        "\u{115f}\u{1160}",
        "\u{34f}",
        "\u{fe0f}",
        "\u{e0100}",
        "\u{e0041}\u{e0042}",
        "\u{2800}",
        "\u{17b4}",
        "\u{180e}",
        "\u{1d173}",
        "\u{200d}",
    ];
    for (who, field, text) in TEXTS {
        for unseen in unseen {
            refused(&scene, who, line(text, unseen), field);
            // A joiner inside a word is some scripts' own.
            if unseen != "\u{200d}" {
                let message = refused(&scene, who, line(text, &format!("An{unseen}n")), field);
                assert!(message.contains("(U+"), "{message}");
                refused(&scene, who, line(text, &format!("Ann{unseen}")), field);
            }
        }
    }
    for name in ["葛\u{e0100}城", "می\u{200c}خواهم", "क्\u{200d}ष", "Zoë ❤\u{fe0f}", "O’Brien", "ᄒᆞᆫ글"]
    {
        let shown = scene.run(ANN, ["account", "update", "--first-name", name]).done().json();
        assert_eq!(shown["first_name"], name);
    }
    scene.check();
}

#[test]
fn a_country_is_taken_by_its_three_letter_code() {
    let (scene, _) = house();
    for (typed, stored) in [("DEU", "DE"), ("fra", "FR"), ("Gbr", "GB"), ("USA", "US")] {
        for (who, text) in [(CY, "account update --country VALUE"), (OPS, "site update --site 7000017 --country VALUE")]
        {
            assert_eq!(scene.run(who, line(text, typed)).done().json()["country"], stored);
        }
    }
    refused(&scene, CY, words("account update --country XXX"), "country");
    scene.check();
}

#[test]
fn a_day_that_does_not_exist_is_no_such_day_wherever_a_date_is_given() {
    let (scene, site) = house();
    let lines = [
        (ANN, "expires", "access add dee@example.com --role user --expires VALUE".to_owned()),
        (ANN, "expires", "access update cy@example.com --expires VALUE".to_owned()),
        (ANN, "as-of", "access list --as-of VALUE".to_owned()),
        (ANN, "from", "access diff --from VALUE --to 2026-12-01".to_owned()),
        (ANN, "to", "access diff --from 2026-11-01 --to VALUE".to_owned()),
        (OPS, "since", "audit list --since VALUE".to_owned()),
        (OPS, "until", "audit list --until VALUE".to_owned()),
        (OPS, "from", format!("entitlement grant --site {site} --product notes --quantity 1 --from VALUE")),
        (OPS, "until", format!("entitlement grant --site {site} --product notes --quantity 1 --until VALUE")),
    ];
    for (who, field, text) in &lines {
        for day in ["2027-02-29", "2026-13-01", "2027-04-31"] {
            let message = refused(&scene, who, line(text, day), field);
            assert_eq!(message, format!("{field}: {day} is not a date: there is no such day"));
            let time = format!("{day}T10:00:00Z");
            assert!(refused(&scene, who, line(text, &time), field).contains("no such day"));
        }
        assert!(
            refused(&scene, who, line(text, "2027-02-28T24:00:00Z"), field).contains("24:00:00 is not a time of day")
        );
        assert!(refused(&scene, who, line(text, "0000-01-01"), field).contains("lies outside the years 1 to 9999"));
        assert!(refused(&scene, who, line(text, "28.02.2027"), field).contains("30d, 12w"));
    }
    let message = refused(&scene, OPS, words("config set policy.holidays 2026-12-25,2027-02-29"), "value");
    assert!(message.contains("`2027-02-29` is not a date: there is no such day"), "{message}");
    let run = crate::import::import(&scene, ANN, "id,role,expires\ncy@example.com,user,2027-02-29\n", "");
    let row = &run.refused("invalid_value").error()["details"]["rows"][0];
    assert_eq!((&row["line"], &row["field"]), (&2.into(), &"expires".into()));
    assert!(row["message"].as_str().unwrap().contains("no such day"), "{row}");
    scene.run(ANN, ["access", "update", BOB, "--expires", "2028-02-29"]).done();
    scene.check();
}
