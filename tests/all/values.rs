//! Values as real people have them: names, countries, dates, host names, secrets. What is taken, and what is said of the rest.
//!
//! What must hold: whatever is refused is `invalid_value` (a secret: `weak_password`), names its field and changes nothing.
use crate::access::{house, words};
use crate::provision;
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use pao::model::hash;
use pao::model::secret::Secret;
use pao::world::HashCost;
use std::fs;

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

#[test]
fn a_label_may_have_hyphens_in_its_third_and_fourth_place() {
    let (scene, _) = provision::house();
    for host in ["br--site.netlify.app", "r3---sn-x.googlevideo.com", "xn--bcher-kva.example"] {
        let form = provision::form(&format!(" --domain {host}")).replace("gateway.example.com", host);
        let filed = scene.run(DEE, words(&form)).done().json();
        assert_eq!(
            (&filed["host"], &filed["domains"][0], &filed["certificate"]["common_name"]),
            (&host.into(), &host.into(), &host.into())
        );
    }
    for (flag, field) in [("--host", "host"), ("--domain", "domain")] {
        for host in ["xn--0.example", "gateway.xn--a.com", "xn--.com", "br--.netlify.app", "--br.netlify.app"] {
            let text = provision::form(" --domain example.com");
            let typed = format!("{flag}={host}");
            let mut line: Vec<&str> = words(&text);
            let at = line.iter().position(|word| *word == flag).unwrap();
            line.splice(at..at + 2, [typed.as_str()]);
            refused(&scene, DEE, line, field);
        }
    }
    scene.run(OPS, line("site enroll --company A --country DE --primary-first-name A --primary-last-name B --primary-email VALUE", "ann@br--site.netlify.app")).done();
    scene.check();
}

/// What a Windows editor makes of a line: a byte order mark, and its own line end.
fn marked(text: &str) -> String {
    format!("\u{feff}{text}\r\n")
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_secret() {
    let (scene, _) = house();
    let fresh = "umbrella walnut Sextant quarry";
    fs::write(scene.path("old"), marked(&password(CY))).unwrap();
    fs::write(scene.path("new"), marked(fresh)).unwrap();
    scene.run(CY, words("account change-password --password-file old --new-password-file new")).done();
    for typed in [fresh.to_owned(), format!("\u{feff}{fresh}"), format!("{fresh}\r")] {
        scene.typed(CY, words("login cy@example.com --password-file -"), &[&typed]).done();
    }
    scene.typed(CY, words("login cy@example.com --password-file -"), &[&format!("{fresh} ")]).refused("sign_in_failed");
    let token = scene.run(CY, words("login cy@example.com --print-token --password-file new")).done().json();
    for text in [marked(token["token"].as_str().unwrap()), format!("\u{feff}{}", token["token"].as_str().unwrap())] {
        let run = scene.call("elsewhere", ["whoami"]).with("PAO_TOKEN", &text).json().done();
        assert_eq!(run.json()["id"], CY);
    }
    let site = scene.enroll("Second", CY);
    let passcode = scene.letter(CY, "welcome").secret();
    fs::write(scene.path("code"), marked(&passcode)).unwrap();
    scene.run(CY, ["authorize", "--site", &site, "--passcode-file", "code"]).done();
    scene.run("nobody", ["account", "recover", "--email", CY]).done();
    let lines =
        [fresh.replace("walnut", "almond"), "Nautilus of Trieste".to_owned(), scene.letter(CY, "recovery").secret()];
    let lines = lines.map(|line| format!("\u{feff}{line}\r"));
    let reset = "account reset --email cy@example.com --new-password-file - --answer-file - --code-file -";
    scene.typed("nobody", words(reset), &lines.each_ref().map(String::as_str)).done();
    scene.typed(CY, words("login cy@example.com --password-file -"), &[&fresh.replace("walnut", "almond")]).done();
    scene.check();
}

#[test]
fn a_secret_in_utf_16_is_told_as_that() {
    let (scene, _) = house();
    let text = password(BOB);
    let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
    for file in [[b"\xff\xfe", little.as_slice()].concat(), [b"\xfe\xff", big.as_slice()].concat(), little, big] {
        fs::write(scene.path("secret"), file).unwrap();
        let message = refused(&scene, BOB, words("login bob@example.com --password-file secret"), "password");
        assert_eq!(message, "password: the file is UTF-16; save it as UTF-8");
    }
    fs::write(scene.path("secret"), "\u{feff}\r\n").unwrap();
    scene.run(BOB, words("login bob@example.com --password-file secret")).refused("usage");
    scene.check();
}

/// Puts the hash of a secret where somebody has another one.
fn plant(scene: &Scene, id: &str, column: &str, secret: &str) {
    let phc = hash::hash(&Secret::new(secret.to_owned()), &[7; 16], HashCost { memory_kib: 8, passes: 1 }).unwrap();
    scene.rows(&format!("UPDATE person SET {column} = '{}' WHERE id = '{id}' RETURNING id", phc.reveal()));
}

#[test]
fn a_new_password_holds_nothing_that_nobody_can_see_and_an_old_one_still_works() {
    let (scene, _) = house();
    let change = words("account change-password --password-file - --new-password-file -");
    let register = "register --email new@example.com --first-name A --last-name B --country DE --question Ship --password-file - --answer-file -";
    scene.run("nobody", ["account", "recover", "--email", BOB]).done();
    let code = scene.letter(BOB, "recovery").secret();
    for c in ["\u{200b}", "\u{ad}", "\u{feff}", "\u{2060}", "\u{200d}", "\u{3164}", "\u{fe0f}", "\u{202e}"] {
        let new = format!("umbrella wal{c}nut Sextant quarry");
        let letters = scene.letters().len();
        let reset = words("account reset --email bob@example.com --new-password-file - --answer-file - --code-file -");
        for run in [
            scene.typed(BOB, change.clone(), &[&password(BOB), &new]),
            scene.typed("nobody", words(register), &[&new, "Nautilus of Trieste"]),
            scene.typed("nobody", reset, &[&new, "Nautilus of Trieste", &code]),
        ] {
            let run = run.refused("weak_password");
            assert_eq!(run.status, 7);
            assert!(run.error()["message"].as_str().unwrap().contains("nobody can see"), "{run}");
            assert!(!run.err.contains("umbrella"), "{run}");
        }
        assert_eq!(scene.letters().len(), letters);
        plant(&scene, CY, "password", &new);
        scene
            .typed(CY, words("login cy@example.com --password-file -"), &[&new.replace(c, "")])
            .refused("sign_in_failed");
        if c != "\u{3164}" {
            scene.typed(CY, words("login cy@example.com --password-file -"), &[&new]).done();
        }
    }
    let family = "umbrella 👩\u{200d}👩\u{200d}👧 Sextant ❤\u{fe0f} quarry";
    scene.typed(BOB, change, &[&password(BOB), family]).done();
    scene.typed(BOB, words("login bob@example.com --password-file -"), &[family]).done();
}

/// A new password by recovery, with this answer.
fn recovered(scene: &Scene, id: &str, answer: &str) -> Run {
    scene.advance(3601); // three codes are mailed in an hour
    scene.run("nobody", ["account", "recover", "--email", id]).done();
    let code = scene.letter(id, "recovery").secret();
    let argv =
        ["account", "reset", "--email", id, "--new-password-file", "-", "--answer-file", "-", "--code-file", "-"];
    scene.typed("nobody", argv, &["umbrella walnut Sextant quarry", answer, &code])
}

#[test]
fn an_answer_is_right_whatever_the_keyboard_makes_of_it() {
    let (scene, _) = house();
    fs::write(scene.path("answer"), "Rock ‘n’ Roll – Straße").unwrap();
    let argv = words("account update --question Music --answer-file answer --password-file -");
    scene.typed(CY, argv, &[&password(CY)]).done();
    for answer in [
        "rock 'n' roll - strasse",
        "ROCK ´N` ROLL — STRASSE",
        "Rock ‘n’ Roll – Straße",
        "ｒｏｃｋ 'n' ro\u{ad}ll - straẞe",
    ] {
        recovered(&scene, CY, answer).done();
    }
    for answer in ["rock n roll - strasse", "rock 'n' roll strasse", "rock \"n\" roll - strasse"] {
        recovered(&scene, CY, answer).refused("code_not_accepted");
    }
    scene.sign_in(OPS);
    scene.check();
}

#[test]
fn an_answer_of_the_first_version_still_opens() {
    let (scene, _) = house();
    // As answers were hashed: NFKC and lower case alone.
    for (hashed, typed) in [
        ("rock ‘n’ roll – straße", "Rock ‘n’ Roll – STRAßE"),
        ("i\u{307}stanbul i\u{307}lk kız", "İstanbul  İlk kız"),
        ("nautilus of trieste", "NAUTILUS of Trieste"),
    ] {
        plant(&scene, CY, "answer", hashed);
        recovered(&scene, CY, typed).done();
        recovered(&scene, CY, "Nautilus of Genoa").refused("code_not_accepted");
    }
}

#[test]
fn a_passcode_is_taken_however_it_was_copied() {
    let (scene, _) = house();
    let wide = |text: &str| text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect::<String>();
    let forms: [fn(&str) -> String; 4] = [
        |code| code.replace('-', "\u{2011}"),
        |code| code.replace('-', "\u{2212}").to_lowercase(),
        |code| format!("\u{2066}{}\u{2069}", code.replace('-', "\u{200b}–")),
        |code| code.replace('-', "ー"),
    ];
    for (at, form) in forms.into_iter().enumerate() {
        let site = scene.enroll(&format!("Copy {at}"), CY);
        let passcode =
            scene.letters().into_iter().rfind(|letter| letter.site.as_deref() == Some(&site)).unwrap().secret();
        let typed = if at == 1 { wide(&passcode) } else { form(&passcode) };
        scene.typed(CY, ["authorize", "--site", &site, "--passcode-file", "-"], &[&typed]).done();
    }
    scene.check();
}

#[test]
fn a_site_is_the_argument_of_what_is_done_to_it_or_its_option() {
    let scene = Scene::new();
    scene.init();
    let asleep = scene.enroll("Example Corp", ANN);
    let other = scene.enroll("Other Corp", ANN);
    assert_eq!(scene.run(OPS, ["site", "show", &asleep]).done().json()["site"], asleep.as_str());
    assert_eq!(scene.run(OPS, ["site", "show", &asleep, "--site", &asleep]).done().json()["site"], asleep.as_str());
    scene.run(OPS, ["site", "show", &asleep, "--site", &other]).refused("usage");
    let run = scene.run(OPS, ["site", "show", "70000"]);
    run.refused("not_found");
    let run = scene.run(OPS, ["site", "show", "Example"]).refused("invalid_value");
    assert_eq!(run.error()["details"]["field"], "number");
    scene.run(OPS, ["site", "update", &asleep, "--company", "Example Corporation"]).done();
    scene.run(OPS, ["site", "resend-welcome", &asleep]).done();
    scene.confirmed(OPS, ["site", "withdraw", &asleep, "--reason", "over", "--yes"]).done();
    let awake = scene.active_site("Third Corp", ANN);
    scene.confirmed(OPS, ["site", "close", &awake, "--reason", "over", "--yes"]).done();
    scene.check();
}
