//! The form for a gateway: what is refused, what the certificate says, and the form at a terminal.
use crate::provision::{entitle, form, house, words};
use crate::world::{ANN, CY, DEE, OPS, Run, Scene};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};

use std::cell::RefCell;
use std::fs;
use std::rc::Rc;

/// Somebody at the terminal: answers by what a question contains, and does something when it is asked.
struct Typist {
    answers: Vec<(&'static str, &'static str)>,
    asked: Rc<RefCell<Vec<String>>>,
    meanwhile: Box<dyn FnMut(&str)>,
}

impl Asker for Typist {
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String, Unanswered> {
        (self.meanwhile)(question);
        let offer = default.map(|text| format!(" [{text}]")).unwrap_or_default();
        self.asked.borrow_mut().push(format!("{question}{offer}"));
        let found = self.answers.iter().position(|(part, _)| question.contains(part));
        let answer = self.answers.remove(found.unwrap_or_else(|| panic!("no answer to {question}"))).1;
        Ok(if answer.is_empty() { default.unwrap_or_default().to_owned() } else { answer.to_owned() })
    }
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        panic!("{question}")
    }
    fn choice(&mut self, question: &str, _: &[String], _: usize) -> Result<usize, Unanswered> {
        panic!("{question}")
    }
    fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered> {
        self.asked.borrow_mut().push(question.to_owned());
        Ok(default)
    }
}

/// The answers of somebody who fills in the whole form.
const ANSWERS: &[(&str, &str)] = &[
    ("Gateway name", "gw-one"),
    ("Host name", "gateway.example.com"),
    ("providers", "google-talk"),
    ("Port", ""),
    ("Certificate file", ""),
    ("Common name", "gateway.example.com"),
    ("Issuer", "Example Trust CA"),
    ("notify", ""),
    ("domains", "example.com; corp.example.com"),
];

/// Runs a command at a terminal; gives what was asked, too.
fn typed(
    scene: &Scene,
    who: &str,
    line: &str,
    answers: &[(&'static str, &'static str)],
    meanwhile: impl FnMut(&str) + 'static,
) -> (Run, Vec<String>) {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let typist = Typist { answers: answers.to_vec(), asked: Rc::clone(&asked), meanwhile: Box::new(meanwhile) };
    let run = scene.call(who, words(line)).at_a_terminal(typist).json();
    let asked = asked.borrow().clone();
    (run, asked)
}

#[test]
fn provision_alone_opens_the_form_at_a_terminal_and_is_a_usage_error_elsewhere() {
    let (scene, site) = house();
    let (run, asked) = typed(&scene, DEE, &format!("provision --site {site}"), ANSWERS, |_| {});
    let json = run.done().json();
    assert_eq!((&json["port"], &json["notify"], &json["status"]), (&5269.into(), &DEE.into(), &"submitted".into()));
    assert_eq!(json["domains"], serde_json::json!(["example.com", "corp.example.com"]));
    assert_eq!(
        asked,
        [
            "Gateway name",
            "Host name of the gateway",
            "Public providers wanted, or none (aol, google-talk, yahoo)",
            "Port of the gateway [5269]",
            "Certificate file (cert), or nothing to type its names",
            "Common name in the certificate (cert-cn)",
            "Issuer of the certificate (cert-issuer)",
            "E-mail address to notify [dee@example.com]",
            "Community domains to expose",
            "Send this request?",
        ]
    );
    let bare = scene.prose(DEE, ["provision"]);
    assert!(bare.status == 2 && bare.out.is_empty() && bare.err.contains("`pao provision` needs a command"), "{bare}");
    assert!(bare.err.contains("accept-terms"), "short help: {bare}");
    for silent in ["provision --no-input", "--no-input provision"] {
        let (run, asked) = typed(&scene, DEE, silent, ANSWERS, |_| {});
        assert_eq!((run.refused("usage").status, asked.len()), (2, 0));
    }
    let typist = Typist { answers: vec![], asked: Rc::default(), meanwhile: Box::new(|_| {}) };
    scene.call(DEE, ["provision"]).at_a_terminal(typist).with("CI", "true").json().refused("usage");
    let (run, _) = typed(&scene, DEE, "access", ANSWERS, |_| {});
    run.refused("usage");
    scene.check();
}

#[test]
fn only_what_is_missing_is_asked_for() {
    let (scene, _) = house();
    let line = form(" --domain example.com --port 5061");
    let (run, asked) = typed(&scene, DEE, &line, &[], |_| {});
    assert_eq!((run.done().json()["port"].clone(), asked.len()), (5061.into(), 0));
    let line = line.replace(" --host gateway.example.com", "");
    let (run, asked) = typed(&scene, DEE, &line, &ANSWERS[1..3], |_| {});
    assert_eq!(run.done().json()["providers"][0]["provider"], "google-talk");
    assert_eq!(asked.len(), 3, "what may be left out is offered where anything is asked: {asked:?}");
    scene.check();
}

#[test]
fn whoever_may_not_apply_is_told_before_the_first_question() {
    let (scene, site) = house();
    scene.person("eve@example.com");
    let sleeping = scene.enroll("Sleeping", "eve@example.com");
    let other = scene.active_site("Other", "max@example.com");
    for (who, site, code) in [
        ("eve@example.com", &site, "not_found"),
        ("eve@example.com", &"9999999".to_owned(), "not_found"),
        ("eve@example.com", &sleeping, "site_not_active"),
        (OPS, &site, "operator_apart"),
        ("max@example.com", &other, "not_entitled"),
    ] {
        let (run, asked) = typed(&scene, who, &format!("provision --site {site}"), &[], |_| {});
        let run = run.refused(code);
        assert!(asked.is_empty(), "{asked:?}");
        let led = code == "not_found";
        assert_eq!(scene.last_entry(), format!("provision.submit refused {code}"), "it is on record");
        assert_eq!(run.error()["hint"].as_str().unwrap_or_default().contains("pao nominate"), led, "{run}");
        let line = form(&format!(" --domain example.com --site {site}"));
        let run = scene.run(who, words(&line)).refused(code);
        let whole = format!("`pao nominate --site {site} --primary-contact ADDRESS`");
        assert_eq!(run.error()["hint"].as_str().unwrap_or_default().contains(&whole), led, "{run}");
        assert_eq!(scene.last_entry(), format!("provision.submit refused {code}"));
    }
    let entries = scene.rows("SELECT site FROM audit WHERE outcome = 'refused' ORDER BY seq DESC LIMIT 1");
    assert_eq!(entries[0][0], other);
    scene.check();
}

#[test]
fn whoever_has_no_access_is_led_to_ask_for_it_with_what_was_said_already() {
    let (scene, site) = house();
    scene.person("eve@example.com");
    let answers = [("Site number", site.clone().leak() as &str), ("Primary Contact", ANN)];
    for (line, questions) in [
        (format!("provision submit --site {site}"), &["let you in", "E-mail address of the Primary Contact"][..]),
        ("provision".to_owned(), &["let you in", "Site number", "E-mail address of the Primary Contact"]),
        (
            form(&format!(" --domain example.com --site {site}")),
            &["let you in", "E-mail address of the Primary Contact"],
        ),
    ] {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let typist = Typist { answers: answers.to_vec(), asked: Rc::clone(&asked), meanwhile: Box::new(|_| {}) };
        let run = scene.call("eve@example.com", words(&line)).at_a_terminal(typist).run().done();
        let asked = asked.borrow();
        for (asked, part) in asked.iter().zip(questions) {
            assert!(asked.contains(part), "{asked:?} for {part}");
        }
        assert_eq!(asked.len(), questions.len() + 2, "the claim, and the review: {asked:?}");
        assert_eq!(scene.last_entry(), "nominate done");
        assert_eq!(scene.rows("SELECT site FROM nomination WHERE status = 'pending'"), [[site.clone()]]);
        let option = if line.contains("--site") { [" --site ", &site].concat() } else { String::new() };
        let same = format!("the same without a question: pao nominate{option}");
        assert!(run.err.contains(&same) && run.err.contains(&format!(" --primary-contact {ANN}")), "{run}");
        let number = scene.rows("SELECT max(nomination) FROM nomination").concat().concat();
        scene.run("eve@example.com", ["nomination", "withdraw", &number, "--yes"]).done();
    }
    let hint =
        scene.run("eve@example.com", words(&form(" --domain example.com"))).refused("usage").error()["hint"].clone();
    assert!(hint.as_str().unwrap().contains("`pao nominate --primary-contact ADDRESS`"), "{hint}");
    scene.check();
}

#[test]
fn what_was_typed_is_judged_before_the_site_and_asked_for_no_more() {
    let (scene, _) = house();
    scene.person("eve@example.com");
    let (run, asked) = typed(&scene, "eve@example.com", "provision submit --port 0 --site 9999999", &[], |_| {});
    assert_eq!((run.refused("invalid_value").error()["details"]["field"].clone(), asked.len()), ("port".into(), 0));
}

#[test]
fn an_entitlement_that_ends_between_form_and_submission_is_missed() {
    for (revoked, words) in [(false, "the last one ended at"), (true, "the last one was revoked at")] {
        let (scene, site) = house();
        scene.run(OPS, ["entitlement", "revoke", "1"]).done();
        let grant = ["entitlement", "grant", "--site", &site, "--product", "sametime-gateway", "--quantity", "1"];
        scene.run(OPS, grant.into_iter().chain(["--until", "2026-11-21T21:15:00Z"])).done();
        let scene = Rc::new(scene);
        let (before, outside) = (scene.dump(&["audit", "entitlement", "sign_in"]), Rc::clone(&scene));
        let (run, asked) = typed(&scene, DEE, "provision", ANSWERS, move |question| {
            if question.contains("domains") && revoked {
                outside.run(OPS, ["entitlement", "revoke", "2"]).done();
            } else if question.contains("domains") {
                outside.advance(3601);
            }
        });
        assert_eq!(asked.len(), ANSWERS.len() + 1, "the form was filled in, and sent");
        let run = run.refused("not_entitled");
        assert!(run.error()["message"].as_str().unwrap().contains(words), "{run}");
        assert_eq!(scene.dump(&["audit", "entitlement", "sign_in"]), before);
        assert_eq!(scene.last_entry(), "provision.submit refused not_entitled");
        scene.check();
    }
}

#[test]
fn access_and_providers_that_go_meanwhile_are_missed() {
    for (action, code) in [("revoke", "not_found"), ("retire", "invalid_value")] {
        let (scene, site) = house();
        let scene = Rc::new(scene);
        let outside = Rc::clone(&scene);
        let (run, _) = typed(&scene, DEE, &format!("provision --site {site}"), ANSWERS, move |question| {
            match (question.contains("domains"), action) {
                (true, "revoke") => drop(outside.run(ANN, ["access", "revoke", DEE, "--yes"]).done()),
                (true, _) => drop(outside.run(OPS, ["provider", "retire", "google-talk"]).done()),
                _ => {}
            }
        });
        run.refused(code);
        assert_eq!(scene.rows("SELECT count(*) FROM provision"), [["0"]]);
        scene.check();
    }
}

#[test]
fn a_no_says_what_the_site_does_hold_to_those_who_may_see_it() {
    let (scene, site) = house();
    scene.run(OPS, ["entitlement", "revoke", "1"]).done();
    scene.run(OPS, words(&format!("entitlement grant --site {site} --product notes --quantity 7"))).done();
    for (who, sees) in [(ANN, true), (DEE, false)] {
        let run = scene.run(who, words(&form(" --domain example.com"))).refused("not_entitled");
        let error = run.error();
        assert_eq!((run.status, &error["rule"]), (4, &"R13".into()));
        assert_eq!(error["message"].as_str().unwrap().contains("7 x notes"), sees, "{run}");
        assert!(error["hint"].as_str().unwrap().contains("an operator can record one"), "{run}");
    }
    entitle(&scene, &site);
    scene.run(DEE, words(&form(" --domain example.com"))).done();
    scene.check();
}

#[test]
fn values_are_judged_and_nothing_is_filed() {
    let (scene, _) = house();
    let whole = form(" --domain example.com");
    scene.run(OPS, ["provider", "retire", "yahoo"]).done();
    for (from, to, field) in [
        ("gw-one", "gw\u{7}one", "gateway-name"),
        ("--host gateway.example.com", "--host 10.0.0.1", "host"),
        ("--host gateway.example.com", "--host gateway", "host"),
        ("--cert-cn gateway.example.com", "--cert-cn other.example.com", "cert-cn"),
        ("--notify im-team@example.com", "--notify im-team", "notify"),
        ("--domain example.com", "--domain example.com,example.com", "domain"),
        ("--domain example.com", "--domain *.example.com", "domain"),
        ("--domain example.com", "--domain example.com --port 70000", "port"),
        ("--domain example.com", "--domain example.com --provider icq", "provider"),
        ("--domain example.com", "--domain example.com --provider yahoo", "provider"),
        ("--domain example.com", "--domain example.com --provider AOL", "provider"),
        ("--domain example.com", "--domain example.com --provider aol --provider aol", "provider"),
        ("--domain example.com", "--domain example.com --replaces x", "replaces"),
    ] {
        let line = whole.replace(from, to);
        let run = scene.run(DEE, words(&line)).refused("invalid_value");
        assert_eq!(run.error()["details"]["field"], field, "{run}");
    }
    for (flag, value) in
        [("--gateway-name", "gw-one"), ("--host", "gateway.example.com"), ("--cert-issuer", "ExampleTrust")]
    {
        let run = scene.run(DEE, words(&whole.replace(&format!(" {flag} {value}"), ""))).refused("usage");
        assert!(run.error()["message"].as_str().unwrap().contains(flag), "{run}");
    }
    let bare = " --cert-cn gateway.example.com --cert-issuer ExampleTrust";
    let run = scene.run(DEE, words(&whole.replace(bare, ""))).refused("usage");
    assert!(run.error()["message"].as_str().unwrap().contains("--cert is missing"), "{run}");
    scene.run(DEE, words(&whole.replace(" --domain example.com", ""))).refused("usage");
    scene.run(DEE, words(&format!("{whole} --cert gateway.pem"))).refused("usage");
    scene.run(DEE, words(&format!("{whole} --port 1 --port 2"))).refused("usage");
    assert_eq!(scene.rows("SELECT count(*) FROM provision"), [["0"]]);
    scene.check();
}

#[test]
fn domains_and_providers_are_taken_however_they_are_listed() {
    let (scene, _) = house();
    let tails: [&[&str]; 4] = [
        &["--domain", "a.example", "--domain", "b.example", "--provider", "aol", "--provider", "yahoo"],
        &["--domain", "a.example,b.example", "--provider", "aol;yahoo"],
        &["--domain", "A.example ; B.example", "--provider", "aol yahoo"],
        &["--domain", "a.example", "b.example", "--provider", "aol", "yahoo"],
    ];
    for tail in tails {
        let line = form("");
        let json = scene.run(DEE, words(&line).into_iter().chain(tail.iter().copied())).done().json();
        assert_eq!(json["domains"], serde_json::json!(["a.example", "b.example"]));
        let names: Vec<&str> =
            json["providers"].as_array().unwrap().iter().map(|one| one["provider"].as_str().unwrap()).collect();
        assert_eq!((names, &json["port"]), (vec!["aol", "yahoo"], &5061.into()));
    }
    let only = scene.run(DEE, words(&form(" --domain c.example --provider google-talk"))).done().json();
    assert_eq!(only["port"], 5269);
    let mixed = scene.run(DEE, words(&form(" --domain d.example --provider google-talk,aol"))).done().json();
    assert_eq!(mixed["port"], 5061);
    let none = scene.run(DEE, words(&form(" --domain e.example"))).done().json();
    assert_eq!((&none["port"], &none["providers"]), (&5061.into(), &serde_json::json!([])));
    scene.check();
}

/// A certificate for `names`, good from one year to another, as PEM; by an authority or by itself.
fn pem(common_name: Option<&str>, names: &[&str], years: (i32, i32), by_itself: bool) -> String {
    let mut params = CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap();
    params.distinguished_name.remove(DnType::CommonName);
    if let Some(name) = common_name {
        params.distinguished_name.push(DnType::CommonName, name);
    }
    (params.not_before, params.not_after) = (date_time_ymd(years.0, 1, 1), date_time_ymd(years.1, 12, 31));
    let key = KeyPair::generate().unwrap();
    if by_itself {
        return params.self_signed(&key).unwrap().pem();
    }
    let mut above = CertificateParams::new(Vec::new()).unwrap();
    above.distinguished_name.push(DnType::CommonName, "Example Trust CA");
    above.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let above = CertifiedIssuer::self_signed(above, KeyPair::generate().unwrap()).unwrap();
    params.signed_by(&key, &above).unwrap().pem()
}

/// The form with a certificate file of these bytes.
fn with_file(scene: &Scene, bytes: impl AsRef<[u8]>) -> Run {
    fs::write(scene.path("gateway.pem"), bytes).unwrap();
    let line = form(" --domain example.com --cert gateway.pem");
    scene.run(DEE, words(&line.replace(" --cert-cn gateway.example.com --cert-issuer ExampleTrust", "")))
}

#[test]
fn the_certificate_is_read_from_its_file() {
    let (scene, _) = house();
    let run = with_file(&scene, pem(Some("gateway.example.com"), &["gateway.example.com"], (2026, 2027), false)).done();
    let expected = serde_json::json!({
        "common_name": "gateway.example.com", "issuer": "Example Trust CA", "not_after": "2027-12-31T00:00:00Z",
    });
    assert_eq!((&run.json()["certificate"], run.err.contains("warning")), (&expected, false), "{run}");
    let nameless =
        with_file(&scene, pem(None, &["other.example.com", "gateway.example.com"], (2026, 2027), false)).done();
    assert_eq!(nameless.json()["certificate"]["common_name"], "gateway.example.com");
    let own = with_file(&scene, pem(Some("gateway.example.com"), &[], (2026, 2027), true)).done();
    assert!(own.err.contains("warning: the certificate is self-signed"), "{own}");
    let wild = with_file(&scene, pem(Some("*.example.com"), &[], (2026, 2026), false)).done();
    assert!(wild.err.contains("wildcard *.example.com"), "{wild}");
    scene.check();
}

#[test]
fn a_certificate_that_will_not_do_is_refused_for_its_field() {
    let (scene, _) = house();
    let key = KeyPair::generate().unwrap().serialize_pem();
    for (bytes, words) in [
        (pem(Some("gateway.example.com"), &[], (2024, 2025), false), "expired at 2025-12-31T00:00:00Z"),
        (pem(Some("gateway.example.com"), &[], (2027, 2028), false), "is not valid before"),
        (
            pem(Some("other.example.com"), &[], (2026, 2027), false),
            "is for other.example.com, not for gateway.example.com",
        ),
        (key.clone(), "the file holds a private key"),
        ("x".repeat(300_000), "the file is larger than 256 KiB"),
        (String::new(), "the file is empty"),
        ("gateway.example.com".to_owned(), "the file is not a certificate"),
    ] {
        let run = with_file(&scene, bytes).refused("invalid_value");
        let error = run.error();
        assert_eq!(error["details"]["field"], "cert");
        assert!(error["message"].as_str().unwrap().contains(words), "{run}");
        assert!(!run.err.contains(&key[40..60]), "{run}");
    }
    fs::remove_file(scene.path("gateway.pem")).unwrap();
    let line = form(" --domain example.com --cert gateway.pem");
    let line = line.replace(" --cert-cn gateway.example.com --cert-issuer ExampleTrust", "");
    assert_eq!(scene.run(DEE, words(&line)).refused("io").status, 1);
    assert_eq!(scene.rows("SELECT count(*) FROM provision"), [["0"]]);
    scene.check();
}

#[test]
fn a_file_that_will_not_do_is_asked_for_again_at_a_terminal() {
    let (scene, _) = house();
    fs::write(scene.path("old.pem"), pem(Some("gateway.example.com"), &[], (2024, 2025), false)).unwrap();
    fs::write(scene.path("new.pem"), pem(Some("gateway.example.com"), &[], (2026, 2027), false)).unwrap();
    let mut answers: Vec<(&str, &str)> = ANSWERS.to_vec();
    answers.retain(|(part, _)| !["Certificate file", "Common name", "Issuer"].contains(part));
    answers.extend([
        ("Certificate file", "nowhere.pem"),
        ("Certificate file", "old.pem"),
        ("Certificate file", "new.pem"),
    ]);
    let (run, asked) = typed(&scene, DEE, "provision submit", &answers, |_| {});
    let run = run.done();
    assert_eq!(run.json()["certificate"]["not_after"], "2027-12-31T00:00:00Z");
    assert!(run.err.contains("cannot be read") && run.err.contains("expired at"), "{run}");
    assert_eq!(asked.iter().filter(|question| question.contains("Certificate file")).count(), 3);
    scene.check();
}

#[test]
fn terms_are_shown_before_they_are_accepted_at_a_terminal() {
    struct Yes(Rc<RefCell<Vec<String>>>, bool);
    impl Asker for Yes {
        fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
            panic!("{question}")
        }
        fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
            panic!("{question}")
        }
        fn choice(&mut self, question: &str, _: &[String], _: usize) -> Result<usize, Unanswered> {
            panic!("{question}")
        }
        fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered> {
            assert!(!default, "{question}");
            self.0.borrow_mut().push(question.to_owned());
            Ok(self.1)
        }
    }
    let (scene, _) = house();
    scene.run(DEE, words(&form(" --domain example.com --provider aol"))).done();
    for (answer, status) in [(false, 130), (true, 0)] {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let call = scene.call(CY, words("provision accept-terms 1 --provider aol"));
        let run = call.at_a_terminal(Yes(Rc::clone(&asked), answer)).run();
        assert_eq!(run.status, status, "{run}");
        assert_eq!(*asked.borrow(), ["Accept the terms of aol for request 1?"]);
        assert!(run.err.contains("version 1, stand at https://legal.aol.com/TOS"), "{run}");
        let accepted = scene.rows("SELECT count(accepted_at) FROM provision_provider")[0][0].clone();
        assert_eq!(accepted == "1", answer);
    }
    scene.check();
}
