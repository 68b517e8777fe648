//! Every answer fits the schema that `pao schema` prints for its command, and every error the schema of errors.
//!
//! Answers are held against their schemas where all tests get them: in [`Call::json`]. So every test checks what it sees,
//! and this file sees to it that something of every command is seen. A key that a schema does not know is as bad as one
//! that it misses.
//!
//! [`Call::json`]: crate::call::Call::json
use crate::cast::id;
use crate::machine::Machine;
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use jsonschema::Validator;
use pao::mail::{Outgoing, Post, Route, Undelivered};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

/// What `pao schema` prints, for every action and for `error`, ready to judge.
static SCHEMAS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let scene = Scene::new();
    let names = pao::commands().into_iter().chain(["error", "version"]);
    let judged = |name| {
        let words = ["schema"].into_iter().chain(name_words(name));
        let mut schema = scene.prose("nobody", words).done().json();
        close(&mut schema);
        (name, jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    names.map(judged).collect()
});

thread_local! {
    /// Of which actions this test has seen an answer.
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

/// The action that a command line is about, if it is about one; global options may stand before it.
fn action(argv: &[String]) -> Option<&'static str> {
    let words = argv.iter().skip_while(|word| word.starts_with("--")).map(String::as_str).collect::<Vec<_>>();
    let fits = |action: &&&'static str| {
        words.join(".").starts_with(**action) && words.starts_with(&action.split('.').collect::<Vec<_>>())
    };
    let actions = pao::commands();
    actions.iter().filter(fits).max_by_key(|action| action.len()).copied()
}

/// Holds what a command printed against the schemas.
#[track_caller]
pub fn fits(argv: &[String], run: &Run) {
    if let Some(action) = action(argv).filter(|_| !run.out.is_empty()) {
        judge(action, &run.json(), run);
        SEEN.with_borrow_mut(|seen| seen.insert(action));
    }
    let last = run.err.lines().last().unwrap_or_default();
    // 4 is the no of `can`, 11 the plan of `--exit-code` that would change something.
    if ![0, 4, 11].contains(&run.status) || last.starts_with('{') {
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
    fn deliver(&mut self, _: &Route, _: &Outgoing) -> Result<(), Undelivered> {
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

struct Program {
    scene: Scene,
    site: String,
}

impl Program {
    /// Lines of `who: command` that must succeed; `who!` gives the password again. `SITE` is the site at hand.
    fn does(&self, lines: &str) {
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let (who, command) = line.split_once(": ").unwrap_or_else(|| panic!("who does this? {line}"));
            let (name, argv) = (who.trim(), words(&command.replace("SITE", &self.site)));
            match name.strip_suffix('!') {
                Some(name) => self.scene.confirmed(&id(name), argv).done(),
                None => self.scene.run(&id(name), argv).done(),
            };
        }
    }
}

/// Before there is a site: the rules, the database, operators and settings.
fn vendor() -> Program {
    let play = Program { scene: Scene::new(), site: String::new() };
    play.does("ops!: init --email ops@vendor.example --first-name O --last-name O --country US --dry-run");
    play.scene.init();
    play.scene.person(&id("max"));
    play.does(
        "nobody: rules
         nobody: explain R6
         nobody: explain busy
         nobody: help output
         nobody: schema error
         nobody: man access add
         nobody: completions bash
         nobody: completions zsh --static
         nobody: db path
         nobody: db check
         nobody: db stats
         nobody: db backup copy.db
         nobody: db backup other.db --dry-run
         nobody: db restore copy.db --older --dry-run
         nobody: db accept-time --yes
         nobody: db migrate
         nobody: db migrate --dry-run
         nobody: audit verify
         nobody: audit head
         ops: whoami
         ops: config list
         ops: config get policy.holidays
         ops: config set policy.secondaries-warn 5
         ops: config unset policy.secondaries-warn
         ops: provider list
         ops: provider add new --protocol sip --terms-url https://a.example --terms-version 1
         ops: provider retire new
         ops: outbox list
         ops: outbox show 1
         ops: audit list
         ops: audit show 1
         ops!: operator add max@example.com
         ops: operator list
         ops: operator reset max@example.com
         ops!: operator remove max@example.com --yes
         ops: outbox test --to me@vendor.example --dry-run
         ops: outbox deliver
         ops: maintain
         ops: maintain --dry-run",
    );
    play
}

/// Somebody's own ID.
fn account(play: &Program) {
    let (scene, eve) = (&play.scene, id("eve"));
    scene.register(&eve).done();
    let again = words("account resend-code --email eve@example.com --password-file -");
    scene.typed("nobody", again, &[&password(&eve)]).done();
    scene.verify(&eve, &scene.letter(&eve, "verification").secret()).done();
    scene.sign_in(&eve);
    play.does("eve: account show\n eve: account sign-ins\n eve: account update --last-name Else\n eve: whoami");
    let changed = words("account change-password --password-file - --new-password-file -");
    scene.typed(&eve, changed, &[&password(&eve), "another plum kettle 77"]).done();
    play.does("nobody: account recover --email eve@example.com");
    let code = scene.letter(&eve, "recovery").secret();
    let reset = words("account reset --email eve@example.com --code-file - --answer-file - --new-password-file -");
    scene.typed("nobody", reset, &[&password(&eve), "Nautilus of Trieste", &code]).done();
    scene.sign_in(&eve);
    play.does("eve!: account update --email eva@example.com");
    scene.verify_as(&id("eva"), &password(&eve), &scene.letter(&id("eva"), "verification").secret()).done();
    let back = scene.letter(&eve, "email-changed").secret();
    scene.typed("nobody", words("account reverse-email --code-file -"), &[&back]).done();
    scene.person(&id("guest"));
    play.does("guest: account sign-out-all");
    assert!(scene.confirmed(&id("guest"), ["login", &id("guest"), "--print-token"]).done().json()["token"].is_string());
    scene.sign_in(&id("guest"));
    play.does("guest!: account close --yes --dry-run\n guest!: account close --yes\n guest: logout");
}

/// A site from its enrolment on, and who has access to it.
fn people(play: &mut Program) {
    for name in ["ann", "bob", "cy", "dee"] {
        play.scene.person(&id(name));
    }
    play.site = play.scene.enroll("Example Corp", ANN);
    play.does(
        "ops: site enroll --company O --country DE --primary-first-name A --primary-last-name B --primary-email x@example.com --dry-run
         ops: site update --site SITE --agreement 4711
         ops: site resend-welcome --site SITE
         ann: site show --site SITE
         ann: site list
         ann: request-passcode --site SITE",
    );
    play.scene.authorize(ANN, &play.site).done();
    play.does(
        "ann: access add bob@example.com --role secondary --dry-run
         ann: access add bob@example.com --role secondary
         ann: access add bob@example.com --role secondary
         ann: access add cy@example.com --role user --expires 90d --note 'for a while'
         ann: access update cy@example.com --reporting view
         ann: access list
         ann: access list --as-of 2026-11-22
         ann: access show
         ann: can order
         ann: contact list
         ann: contact set technical --first-name T --last-name T --email t@example.com
         ann: contact clear technical
         ann!: token create --can list-access --name nightly --dry-run
         ann!: token create --can list-access
         ann: token list
         ann: token revoke 1
         ops: person show ann@example.com",
    );
    assert_eq!(play.scene.run(CY, ["can", "change-access"]).status, 4);
    fs::write(play.scene.path("people"), "id,role,tools\ncy@example.com,user,media\n").unwrap();
    let site = "company,country,primary-first-name,primary-last-name,primary-email\nNew,DE,N,N,new@example.com\n";
    fs::write(play.scene.path("sites"), site).unwrap();
    play.does(
        "ann: status
         ann: access export
         ann: access tree
         ann: access history cy@example.com
         ann: access diff --from 2026-11-01 --to 2026-12-31
         ann: access import people --dry-run
         ann: access import people
         ann: access import people
         ops: site import sites --dry-run",
    );
}

/// Who asks for access; who leaves, and hands the site over.
fn comings_and_goings(play: &Program) {
    play.does(
        "dee: nominate --site SITE --primary-contact ann@example.com --reason 'the gateway'
         dee: nomination list
         dee: nomination show 1
         dee: nomination withdraw 1
         dee: nominate --site SITE --primary-contact ann@example.com --dry-run
         dee: nominate --site SITE --primary-contact ann@example.com
         ann: decline 2 --reason 'not yet'
         ann: nomination list
         ann: audit list",
    );
    play.scene.advance(8 * 86_400);
    for who in [OPS, ANN, BOB, CY, DEE] {
        play.scene.sign_in(who);
    }
    play.does(
        "dee: nominate --site SITE --primary-contact ann@example.com
         ann: approve 3 --dry-run
         ann: approve 3
         ann: access revoke bob@example.com --yes --dry-run
         ann: access revoke nobody@example.com --if-exists --yes
         ann: access revoke dee@example.com --yes
         ann!: contact set-primary bob@example.com --yes
         ann: access leave --site SITE --yes",
    );
}

/// Entitlement and gateways; the end of the site, and of another that never woke.
fn gateways(play: &mut Program) {
    let submit = "provision submit --gateway-name gw --host gw.example.com --cert-cn gw.example.com --cert-issuer CA \
                  --notify im@example.com --provider aol --domain";
    play.does(&format!(
        "ops: entitlement grant --site SITE --product sametime-gateway --quantity 5
         ops: entitlement list
         cy: {submit} a.example --dry-run
         cy: {submit} a.example
         cy: {submit} b.example
         cy: {submit} c.example
         ops: provision receive 1
         ops: provision complete 1
         ops: provision reject 2 --reason 'no such host'
         cy: provision accept-terms 1 --provider aol --yes
         cy: provision list
         cy: provision show 1
         cy: can message --provider aol
         cy: provision cancel 3 --yes
         ops: provision end 1 --yes
         ops: entitlement revoke 1
         ops: site list
         ops: site show --site SITE
         ops!: site close --site SITE --reason ended --yes"
    ));
    play.site = play.scene.enroll("Sleeper", DEE);
    play.does("ops!: site withdraw --site SITE --reason twice --yes\n ops: outbox list");
}

/// The story of a registry from its beginning, with every command but `start`.
pub fn whole_story() {
    let mut play = vendor();
    account(&play);
    people(&mut play);
    comings_and_goings(&play);
    gateways(&mut play);
    // A letter that will never go is one to be sent again.
    let scene = &play.scene;
    scene.post_by(Lazy);
    let asleep = scene.run(OPS, ["outbox", "test", "--to", "you@vendor.example"]);
    assert_eq!(asleep.code().as_deref(), Some("delivery_failed"), "{asleep}");
    let waits = &scene.rows("SELECT max(message) FROM message WHERE state <> 'delivered'")[0][0];
    scene.run(OPS, ["outbox", "retry", waits]).done();
    scene.check();
    each_exported_line_fits(scene);
    let practice = scene.path("practice.db").into_os_string().into_string().unwrap();
    scene.run("nobody", ["demo", "--db", &practice]).done();
    scene.run("sshd", ["ssh-keys", "990", "SHA256:x", "ssh-ed25519", "AAAA"]).done();
    scene.run("nobody", ["demo", "--db", &practice, "--sites", "2", "--people", "2"]).done();
}

/// An export is a document a line.
fn each_exported_line_fits(scene: &Scene) {
    let run = scene.call("nobody", ["audit", "export"]).run().done();
    for line in run.out.lines() {
        judge("audit.export", &serde_json::from_str(line).unwrap(), &run);
    }
    SEEN.with_borrow_mut(|seen| seen.insert("audit.export"));
}

#[test]
fn every_answer_of_the_story_fits_its_schema() {
    whole_story();
    // `start` needs somebody to ask: tests/all/start.rs holds what it prints against its schema. `ssh-command` answers as what it runs.
    let elsewhere = ["start", "ssh-command"];
    let unseen: Vec<&str> = SEEN.with_borrow(|seen| {
        pao::commands().into_iter().filter(|action| !elsewhere.contains(action) && !seen.contains(action)).collect()
    });
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
        jsonschema::draft202012::new(&closed)
            .unwrap()
            .is_valid(&json!({"signed_out": true, "forgotten": true, "not_ended": null}))
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
