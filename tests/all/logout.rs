//! Signing out tells apart what was forgotten here and what was ended in the database.
use crate::call::Run;
use crate::world::{ANN, CY, DAY, Scene, password};
use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

const HOURS: i64 = 3600;
const YEAR: i64 = 366 * DAY;

/// Ann is signed in.
fn house() -> Scene {
    let scene = Scene::new();
    scene.init();
    scene.active_site("Example Corp", ANN);
    scene
}

/// Where Ann's sign-in is stored.
fn stored(scene: &Scene) -> Option<PathBuf> {
    let folder = fs::read_dir(scene.path("state/ann_example_com")).unwrap();
    folder.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|ending| ending == "sign-in"))
}

fn token(scene: &Scene) -> String {
    fs::read_to_string(stored(scene).unwrap()).unwrap().lines().next().unwrap().to_owned()
}

fn by(scene: &Scene, token: &str, argv: &[&str]) -> Run {
    scene.call("thief", argv).with("PAO_TOKEN", token).json()
}

/// What was ended, what was forgotten, and the code of what stood in the way.
fn parts(run: &Run) -> (Value, Value, Value) {
    let json = run.json();
    (json["signed_out"].clone(), json["forgotten"].clone(), json["not_ended"]["code"].clone())
}

/// A way to spoil the database, and the one that mends it.
type Spoilt = (&'static str, fn(&Scene), fn(&Scene));

const AWAY: &[Spoilt] = &[
    (
        "no_database",
        |scene| fs::rename(scene.database(), scene.path("away")).unwrap(),
        |scene| fs::rename(scene.path("away"), scene.database()).unwrap(),
    ),
    (
        "not_a_database",
        |scene| {
            fs::rename(scene.database(), scene.path("away")).unwrap();
            fs::write(scene.database(), "hello").unwrap();
            fs::set_permissions(scene.database(), fs::Permissions::from_mode(0o600)).unwrap();
        },
        |scene| fs::rename(scene.path("away"), scene.database()).unwrap(),
    ),
    (
        "damaged",
        |scene| {
            let bytes = fs::read(scene.database()).unwrap();
            fs::write(scene.path("away"), &bytes).unwrap();
            fs::write(scene.database(), [&bytes[..100], &vec![7; bytes.len() - 100]].concat()).unwrap();
        },
        |scene| fs::write(scene.database(), fs::read(scene.path("away")).unwrap()).unwrap(),
    ),
    (
        "insecure_file",
        |scene| fs::set_permissions(scene.database(), fs::Permissions::from_mode(0o644)).unwrap(),
        |scene| fs::set_permissions(scene.database(), fs::Permissions::from_mode(0o600)).unwrap(),
    ),
    ("clock_behind", |scene| scene.advance(-DAY), |scene| scene.advance(DAY)),
    // By that clock it is over; by the right one it is not.
    ("clock_ahead", |scene| scene.advance(5 * YEAR), |scene| scene.advance(-5 * YEAR)),
    (
        "io",
        |scene| {
            let folder = scene.path("");
            fs::set_permissions(scene.database(), fs::Permissions::from_mode(0o400)).unwrap();
            fs::set_permissions(folder, fs::Permissions::from_mode(0o500)).unwrap();
        },
        |scene| {
            fs::set_permissions(scene.path(""), fs::Permissions::from_mode(0o700)).unwrap();
            fs::set_permissions(scene.database(), fs::Permissions::from_mode(0o600)).unwrap();
        },
    ),
];

#[test]
fn a_sign_in_that_cannot_be_ended_is_said_to_live_on_and_until_when() {
    for (code, spoil, mend) in AWAY {
        let scene = house();
        let (copied, until) = (token(&scene), scene.run(ANN, ["whoami"]).json()["signed_in_until"].clone());
        let asleep = scene.freeze();
        spoil(&scene);
        let run = scene.run(ANN, ["logout"]).done();
        assert_eq!(parts(&run), (json!(false), json!(true), json!(code)), "{run}");
        assert_eq!(run.json()["not_ended"]["until"], until, "{run}");
        assert_eq!(stored(&scene), None, "{code}");
        assert!(run.err.contains("pao account sign-out-all"), "{run}");
        // A second time nothing is stored any more, and nothing is claimed.
        assert_eq!(parts(&scene.run(ANN, ["logout"]).done()), (json!(false), json!(false), json!(null)));
        mend(&scene);
        assert_eq!(by(&scene, &copied, &["whoami"]).done().json()["signed_in_until"], until, "it lived on: {code}");
        scene.run(ANN, ["whoami"]).refused("sign_in_required");
        scene.thaw(&asleep);
        scene.sign_in(ANN);
        spoil(&scene);
        let run = scene.prose(ANN, ["logout", "--quiet"]).done();
        let until = until.as_str().unwrap();
        assert_eq!(
            run.out,
            format!(
                "Forgot the sign-in that was stored here, but could not end it: whoever has its token can use it until {until} at the latest\n"
            )
        );
        assert_eq!(run.err, "");
        mend(&scene);
        scene.check();
    }
}

#[test]
fn a_database_that_another_writer_holds_is_no_reason_to_claim_that_nobody_was_signed_in() {
    let scene = house();
    let (copied, other) = (token(&scene), rusqlite::Connection::open(scene.database()).unwrap());
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let run = scene.run(ANN, ["logout"]).done();
    assert_eq!(parts(&run), (json!(false), json!(true), json!("busy")), "{run}");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(run.json()["not_ended"]["until"], by(&scene, &copied, &["whoami"]).done().json()["signed_in_until"]);
}

#[test]
fn what_was_over_already_is_told_from_nothing_at_all() {
    let scene = house();
    assert_eq!(parts(&scene.run("nobody", ["logout"]).done()), (json!(false), json!(false), json!(null)));
    assert_eq!(scene.prose("nobody", ["logout"]).done().out, "Nobody was signed in\n");
    let frozen = scene.freeze();
    scene.advance(9 * HOURS);
    let run = scene.prose(ANN, ["logout"]).done();
    assert_eq!((run.out.as_str(), run.err.as_str()), ("The sign-in that was stored here was over already\n", ""));
    scene.thaw(&frozen);
    scene.sign_in(ANN);
    let run = scene.run(ANN, ["logout"]).done();
    assert_eq!(parts(&run), (json!(true), json!(true), json!(null)));
    assert_eq!(scene.last_entry(), "logout done");
    // Over by its time, which is known here though the database is gone.
    scene.sign_in(ANN);
    scene.advance(9 * HOURS);
    fs::remove_file(scene.database()).unwrap();
    assert_eq!(parts(&scene.run(ANN, ["logout"]).done()), (json!(false), json!(true), json!(null)));
}

#[test]
fn a_token_from_the_environment_is_ended_and_what_is_stored_stays() {
    let scene = house();
    let argv = ["login", ANN, "--print-token", "--password-file", "-"];
    let printed = scene.typed("script", argv, &[&password(ANN)]).done().json()["token"].as_str().unwrap().to_owned();
    let run = scene.call(ANN, ["logout"]).with("PAO_TOKEN", &printed).json().done();
    assert_eq!(parts(&run), (json!(true), json!(false), json!(null)), "{run}");
    assert!(run.err.contains("stored here stays"), "{run}");
    by(&scene, &printed, &["whoami"]).refused("sign_in_required");
    scene.run(ANN, ["whoami"]).done();
    let run = by(&scene, &printed, &["logout"]).done();
    assert_eq!((parts(&run), run.err.as_str()), ((json!(false), json!(false), json!(null)), ""));
    // An automation token is no sign-in: it says how it ends.
    let made = scene.confirmed(ANN, ["token", "create", "--can", "enter", "--ttl", "1d"]).done().json();
    let run = by(&scene, made["token"].as_str().unwrap(), &["logout"]).done();
    assert_eq!(parts(&run), (json!(false), json!(false), json!("token_scope")), "{run}");
    assert_eq!(run.json()["not_ended"]["until"], made["expires_at"]);
    assert!(run.err.contains("pao token revoke"), "{run}");
    // The database is gone, and nothing says how long.
    fs::rename(scene.database(), scene.path("away")).unwrap();
    let run = by(&scene, &printed, &["logout"]).done();
    assert_eq!((parts(&run).2, &run.json()["not_ended"]["until"]), (json!("no_database"), &json!(null)), "{run}");
}

#[test]
fn a_stored_sign_in_that_others_could_read_is_ended_all_the_more() {
    let scene = house();
    let (copied, path) = (token(&scene), stored(&scene).unwrap());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    scene.run(ANN, ["whoami"]).refused("insecure_file");
    assert_eq!(parts(&scene.run(ANN, ["logout"]).done()), (json!(true), json!(true), json!(null)));
    by(&scene, &copied, &["whoami"]).refused("sign_in_required");
    // So is one that is replaced.
    scene.sign_in(ANN);
    let copied = token(&scene);
    fs::set_permissions(stored(&scene).unwrap(), fs::Permissions::from_mode(0o644)).unwrap();
    scene.sign_in(ANN);
    by(&scene, &copied, &["whoami"]).refused("sign_in_required");
}

#[test]
fn signing_in_anew_says_what_became_of_the_sign_in_before() {
    let scene = house();
    let first = token(&scene);
    scene.sign_in(ANN);
    by(&scene, &first, &["whoami"]).refused("sign_in_required");
    // Somebody has put an automation token there, which no sign-in ends.
    let made = scene.confirmed(ANN, ["token", "create", "--can", "enter"]).done().json();
    fs::write(stored(&scene).unwrap(), made["token"].as_str().unwrap()).unwrap();
    let run = scene.confirmed(ANN, ["login", ANN]).done();
    assert!(run.err.contains("pao token revoke") && run.err.contains(made["expires_at"].as_str().unwrap()), "{run}");
    scene.run(ANN, ["whoami"]).done();
}

#[test]
fn a_sign_in_that_cannot_be_stored_is_not_left_behind() {
    let scene = Scene::new();
    scene.init();
    scene.register(CY).done();
    scene.verify(CY, &scene.letter(CY, "verification").secret()).done();
    let count = || scene.rows("SELECT count(*) FROM sign_in")[0][0].clone();
    let before = count();
    fs::remove_dir_all(scene.path("state/cy_example_com")).unwrap();
    fs::write(scene.path("state/cy_example_com"), "in the way").unwrap();
    let run = scene.typed(CY, ["login", CY, "--password-file", "-"], &[&password(CY)]);
    assert!(run.status != 0 && run.out.is_empty(), "{run}");
    assert_eq!(count(), before);
    scene.check();
}
