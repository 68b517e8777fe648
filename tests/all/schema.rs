//! Every answer fits the schema that `pao schema` prints for its command, and every error the schema of errors.
//!
//! Answers are held against their schemas where all tests get them: in [`Call::json`]. So every test checks what it sees,
//! and this file sees to it that something of every command is seen. A key that a schema does not know is as bad as one
//! that it misses.
//!
//! [`Call::json`]: crate::call::Call::json
use crate::machine::Machine;
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use jsonschema::Validator;
use pao::mail::{Parcel, Post, Route, Undelivered};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

/// What `pao schema` prints, for every deed and for `error`, ready to judge.
static SCHEMAS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let scene = Scene::new();
    let names = pao::deeds().into_iter().chain(["error", "version"]);
    let judged = |name| {
        let words = ["schema"].into_iter().chain(name_words(name));
        let mut schema = scene.prose("nobody", words).done().json();
        close(&mut schema);
        (name, jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    names.map(judged).collect()
});

thread_local! {
    /// Of which deeds this test has seen an answer.
    static SEEN: RefCell<BTreeSet<&'static str>> = RefCell::default();
}

fn name_words(name: &str) -> impl Iterator<Item = &str> {
    name.split('.')
}

/// No object may hold a key that its schema does not name, but for those that say that there may be more.
fn close(schema: &mut Value) {
    let open = schema["description"].as_str().is_some_and(|words| words.contains("there may be more"));
    if schema["properties"].is_object() && !open {
        schema["unevaluatedProperties"] = json!(false);
    }
    match schema {
        Value::Object(map) => map.values_mut().for_each(close),
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

/// The deed that a command line is about, if it is about one; global options may stand before it.
fn deed(argv: &[String]) -> Option<&'static str> {
    let words = argv.iter().skip_while(|word| word.starts_with("--")).map(String::as_str).collect::<Vec<_>>();
    let fits = |deed: &&&'static str| {
        words.join(".").starts_with(**deed) && words.starts_with(&deed.split('.').collect::<Vec<_>>())
    };
    let deeds = pao::deeds();
    deeds.iter().filter(fits).max_by_key(|deed| deed.len()).copied()
}

/// Holds what a command printed against the schemas.
#[track_caller]
pub fn fits(argv: &[String], run: &Run) {
    if let Some(deed) = deed(argv).filter(|_| !run.out.is_empty()) {
        judge(deed, &run.json(), run);
        SEEN.with_borrow_mut(|seen| seen.insert(deed));
    }
    let last = run.err.lines().last().unwrap_or_default();
    if run.status != 0 && run.status != 4 || last.starts_with('{') {
        judge("error", &serde_json::from_str(last).unwrap_or(Value::Null), run);
    }
}

#[track_caller]
fn judge(name: &str, answer: &Value, run: &Run) {
    let schema = SCHEMAS.get(name).unwrap_or_else(|| panic!("{name} has no schema"));
    let wrong: Vec<String> =
        schema.iter_errors(answer).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "the schema of {name} says otherwise: {}\n{run}", wrong.join("; "));
}

/// A post that takes nothing.
struct Lazy;

impl Post for Lazy {
    fn deliver(&mut self, _: &Route, _: &Parcel) -> Result<(), Undelivered> {
        Err(Undelivered::closed("the post sleeps"))
    }
}

/// A line of words, `'…'` around those that hold spaces.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        let quoted = at % 2 == 1;
        if quoted { words.push(part.to_owned()) } else { words.extend(part.split_whitespace().map(str::to_owned)) }
    }
    words
}

struct Play {
    scene: Scene,
    site: String,
}

impl Play {
    /// Lines that must succeed, at the site where there is one to be about.
    fn does(&self, who: &str, lines: &[&str]) {
        for line in lines {
            self.scene.run(who, words(&line.replace("SITE", &self.site))).done();
        }
    }

    /// A line that succeeds with the password of whoever types it.
    fn confirms(&self, who: &str, line: &str) {
        self.scene.confirmed(who, words(&line.replace("SITE", &self.site))).done();
    }
}

/// Before there is a site: the book, the database, operators and settings.
fn vendor() -> Play {
    let scene = Scene::new();
    let play = Play { scene, site: String::new() };
    let first = "init --email ops@vendor.example --first-name O --last-name O --country US";
    play.confirms(OPS, &format!("{first} --dry-run"));
    play.scene.init();
    play.does("nobody", &["rules", "explain R6", "explain busy", "help output", "schema error", "man access add"]);
    play.does(
        "nobody",
        &["completions bash", "completions zsh --static", "db path", "db check", "audit verify", "audit head"],
    );
    play.does(OPS, &["whoami", "config list", "config get policy.holidays", "config set policy.secondaries-warn 5"]);
    play.does(
        OPS,
        &["provider list", "provider add new --protocol sip --terms-url https://a.example --terms-version 1"],
    );
    play.does(OPS, &["provider retire new", "outbox list", "operator list", "audit list", "audit show 1"]);
    let colleague = "colleague@vendor.example";
    play.scene.person(colleague);
    play.confirms(OPS, &format!("operator add {colleague}"));
    play.does(
        OPS,
        &["outbox show 1", &format!("operator reset {colleague}"), &format!("operator remove {colleague} --yes")],
    );
    play.scene.post_by(Lazy);
    let asleep = play.scene.run(OPS, ["outbox", "test", "--to", "you@vendor.example"]);
    assert_eq!(asleep.code().as_deref(), Some("delivery_failed"), "{asleep}");
    play.does(
        OPS,
        &["outbox test --to me@vendor.example --dry-run", "outbox deliver", "maintain", "maintain --dry-run"],
    );
    play
}

/// Somebody's own ID.
fn account(play: &Play) {
    let scene = &play.scene;
    let eve = "eve@example.com";
    scene.register(eve).done();
    play.does("nobody", &["account resend-code --email eve@example.com"]);
    scene.verify(eve, &scene.letter(eve, "verification").secret()).done();
    scene.sign_in(eve);
    play.does(eve, &["account show", "account sign-ins", "account update --last-name Else", "whoami"]);
    let changed = ["account", "change-password", "--password-file", "-", "--new-password-file", "-"];
    scene.typed(eve, changed, &[&password(eve), "another plum kettle 77"]).done();
    play.does("nobody", &["account recover --email eve@example.com"]);
    let code = scene.letter(eve, "recovery").secret();
    let reset = words("account reset --email eve@example.com --code-file - --answer-file - --new-password-file -");
    scene.typed("nobody", reset, &[&password(eve), "Nautilus of Trieste", &code]).done();
    scene.sign_in(eve);
    play.confirms(eve, "account update --email eva@example.com");
    scene.verify("eva@example.com", &scene.letter("eva@example.com", "verification").secret()).done();
    let back = scene.letter(eve, "email-changed").secret();
    scene.typed("nobody", words("account reverse-email --code-file -"), &[&back]).done();
    scene.person(DEE);
    play.does(DEE, &["account sign-out-all"]);
    scene.sign_in(DEE);
    let guest = scene.person("guest@example.com");
    play.does(guest, &["account close --yes --dry-run", "account close --yes", "logout"]);
    let login = ["login", DEE, "--print-token"];
    assert!(scene.confirmed(DEE, login).done().json()["token"].is_string());
}

/// The site from its enrolment to the hand-over.
fn people(play: &mut Play) {
    let scene = &play.scene;
    scene.person(ANN);
    scene.person(BOB);
    scene.person(CY);
    play.site = scene.enroll("Example Corp", ANN);
    play.does(OPS, &["site enroll --company Other --country DE --primary-first-name A --primary-last-name B --primary-email x@example.com --dry-run"]);
    play.does(OPS, &["site update --site SITE --agreement 4711", "site resend-welcome --site SITE"]);
    play.does(ANN, &["site show --site SITE", "site list", "request-passcode --site SITE"]);
    scene.authorize(ANN, &play.site).done();
    play.does(
        ANN,
        &["access add bob@example.com --role secondary --dry-run", "access add bob@example.com --role secondary"],
    );
    play.does(
        ANN,
        &[
            "access add bob@example.com --role secondary",
            "access add cy@example.com --role user --expires 90d --note 'for a while'",
        ],
    );
    play.does(
        ANN,
        &[
            "access update cy@example.com --reporting view",
            "access list",
            "access list --as-of 2026-11-22",
            "access show",
            "can order",
        ],
    );
    assert_eq!(scene.run(CY, ["can", "change-access"]).status, 4);
    play.does(
        ANN,
        &[
            "contact list",
            "contact set technical --first-name T --last-name T --email t@example.com",
            "contact clear technical",
        ],
    );
    play.does(ANN, &["access export", "access tree", "access history cy@example.com"]);
    play.does(ANN, &["access diff --from 2026-11-01 --to 2026-12-31"]);
    fs::write(scene.path("people.csv"), "id,role,tools\ncy@example.com,user,media\n").unwrap();
    play.does(ANN, &["access import people.csv --dry-run", "access import people.csv", "access import people.csv"]);
    let site = "company,country,primary-first-name,primary-last-name,primary-email\nNew,DE,N,N,new@example.com\n";
    fs::write(scene.path("sites.csv"), site).unwrap();
    play.does(OPS, &["site import sites.csv --dry-run"]);
}

/// Who asks to be let in, and who is let go.
fn nominees(play: &mut Play) {
    let scene = &play.scene;
    play.does(
        DEE,
        &[
            "nominate --site SITE --primary-contact ann@example.com --reason 'the gateway'",
            "nomination list",
            "nomination show 1",
            "nomination withdraw 1",
        ],
    );
    play.does(
        DEE,
        &[
            "nominate --site SITE --primary-contact ann@example.com --dry-run",
            "nominate --site SITE --primary-contact ann@example.com",
        ],
    );
    play.does(ANN, &["decline 2 --reason 'not yet'", "nomination list", "audit list"]);
    scene.advance(8 * 86_400);
    for who in [OPS, ANN, BOB, CY, DEE] {
        scene.sign_in(who);
    }
    play.does(DEE, &["nominate --site SITE --primary-contact ann@example.com"]);
    play.does(ANN, &["approve 3 --dry-run", "approve 3"]);
    play.does(
        ANN,
        &[
            "token create --can list-access --name nightly --dry-run",
            "token create --can list-access",
            "token list",
            "token revoke 1",
        ],
    );
    play.does(OPS, &["person show ann@example.com"]);
    play.does(
        ANN,
        &[
            "access revoke bob@example.com --yes --dry-run",
            "access revoke nobody@example.com --if-exists --yes",
            "access revoke dee@example.com --yes",
        ],
    );
    play.confirms(ANN, "contact set-primary bob@example.com --yes");
    play.does(ANN, &["access leave --site SITE --yes"]);
}

/// Entitlement and gateways; the end of the site, and of another that never woke.
fn gateways(play: &mut Play) {
    let submit = "provision submit --gateway-name gw --host gw.example.com --cert-cn gw.example.com --cert-issuer CA --notify im@example.com";
    play.does(OPS, &["entitlement grant --site SITE --product sametime-gateway --quantity 5", "entitlement list"]);
    play.does(CY, &[&format!("{submit} --domain a.example --provider aol --dry-run")]);
    for domain in ["a.example", "b.example", "c.example"] {
        play.does(CY, &[&format!("{submit} --domain {domain} --provider aol")]);
    }
    play.does(OPS, &["provision receive 1", "provision complete 1", "provision reject 2 --reason 'no such host'"]);
    play.does(
        CY,
        &[
            "provision accept-terms 1 --provider aol --yes",
            "provision list",
            "provision show 1",
            "can message --provider aol",
        ],
    );
    play.does(CY, &["provision cancel 3 --yes"]);
    play.does(OPS, &["provision end 1 --yes", "entitlement revoke 1", "site list", "site show --site SITE"]);
    play.does(OPS, &["site close --site SITE --reason ended --yes"]);
    play.site = play.scene.enroll("Sleeper", DEE);
    play.does(OPS, &["site withdraw --site SITE --reason twice --yes", "db check", "outbox list"]);
}

#[test]
fn every_answer_of_the_story_fits_its_schema() {
    let mut play = vendor();
    account(&play);
    people(&mut play);
    nominees(&mut play);
    gateways(&mut play);
    // A letter that will never go is one to be sent again.
    let scene = &play.scene;
    scene.post_by(Lazy);
    scene.run(OPS, ["outbox", "test", "--to", "you@vendor.example"]);
    let waits = &scene.rows("SELECT max(message) FROM message WHERE state <> 'delivered'")[0][0];
    scene.run(OPS, ["outbox", "retry", waits]).done();
    scene.check();
    let practice = scene.path("practice.db").into_os_string().into_string().unwrap();
    scene.run("nobody", ["demo", "--db", &practice]).done();
    scene.run("nobody", ["demo", "--db", &practice, "--sites", "2", "--people", "2"]).done();
    let unseen: Vec<&str> =
        SEEN.with_borrow(|seen| pao::deeds().into_iter().filter(|deed| !seen.contains(deed)).collect());
    assert!(unseen.is_empty(), "no answer of these was held against its schema: {unseen:?}");
}

#[test]
fn every_refusal_fits_the_schema_of_errors() {
    let scene = Scene::new();
    scene.run("nobody", ["whoami"]).refused("no_database");
    scene.init();
    scene.run("nobody", ["whoami"]).refused("sign_in_required");
    scene.run(OPS, ["acess"]).refused("usage");
    scene.run(OPS, ["config", "set", "policy.password-min", "14"]).refused("invalid_value");
    scene.person(ANN);
    for _ in 0..8 {
        scene.typed(ANN, ["login", ANN, "--password-file", "-"], &["not the password of anybody"]);
    }
    let waits = scene.typed(ANN, ["login", ANN, "--password-file", "-"], &[&password(ANN)]).refused("throttled");
    assert!(waits.error()["details"]["retry_at"].is_string());
}

#[test]
fn a_schema_that_misses_or_invents_a_key_is_noticed() {
    let scene = Scene::new();
    let mut schema = scene.run("nobody", ["schema", "schema"]).done().json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    schema = scene.run("nobody", ["schema", "logout"]).done().json();
    assert_eq!(schema["title"], "pao logout");
    let verdict = |schema: &Value| {
        let mut closed = schema.clone();
        close(&mut closed);
        jsonschema::draft202012::new(&closed).unwrap().is_valid(&json!({"signed_out": true}))
    };
    assert!(verdict(&schema));
    let (mut missing, mut invented) = (schema.clone(), schema.clone());
    missing["properties"] = json!({});
    missing["required"] = json!([]);
    assert!(!verdict(&missing), "a key that the schema does not name");
    invented["required"] = json!(["signed_out", "more"]);
    assert!(!verdict(&invented), "a key that nobody prints");
}

#[test]
fn an_unknown_schema_is_not_found_and_a_near_one_is_suggested() {
    let scene = Scene::new();
    let hint = |words: &[&str]| {
        let argv = ["schema"].iter().chain(words);
        scene.run("nobody", argv).refused("not_found").error()["hint"].as_str().unwrap().to_owned()
    };
    assert_eq!(hint(&["acces", "list"]), "did you mean `pao schema access list`?");
    assert!(hint(&["audit"]).starts_with("each of its commands has one: list, show"));
    assert!(hint(&["weather"]).contains("pao schema error"));
    scene.run("nobody", ["schema"]).refused("usage");
    let prose = scene.prose("nobody", ["schema", "access.list"]).done();
    assert_eq!(prose.json(), scene.run("nobody", ["schema", "access", "list"]).done().json(), "JSON in every format");
}

#[test]
fn what_is_known_about_the_build_fits_its_schema() {
    let machine = Machine::empty();
    let build = machine.run(None, &["--version", "--verbose", "--json"]).ends(0).json();
    assert!(SCHEMAS["version"].is_valid(&build), "{build}");
    let lines = machine.run(None, &["--version", "--verbose"]).ends(0).out;
    for (name, value) in build.as_object().unwrap() {
        let value = value.as_str().unwrap();
        assert!(!value.is_empty() && lines.lines().any(|line| line == format!("{name}: {value}")), "{lines}");
    }
    assert!(build["sqlite"].as_str().unwrap().starts_with("3."), "{build}");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(machine.run(None, &["-V"]).ends(0).out, format!("pao {version}\n"));
    assert_eq!(machine.run(None, &["--json", "--version"]).ends(0).json()["version"], version);
}
