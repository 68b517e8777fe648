//! A registry that people reach through sudo and ssh, as guests: who is who, what each may do, what is counted, and what is told of it.
//! `tests/service` does the same with real sudo and sshd.
use crate::call::Call;
use crate::world::{ANN, BOB, OPS, Scene, password};
use pao::model::behind::{CallerName, Guest};
use serde_json::Value;

fn ssh(name: &str) -> Guest {
    Guest::Ssh { name: CallerName::parse(name).unwrap(), from: "192.0.2.7".to_owned() }
}

const fn sudo(uid: u32) -> Guest {
    Guest::Sudo { uid }
}

/// The making of a shared registry.
fn init(scene: &Scene) -> Call<'_> {
    let argv =
        ["init", "--service", "--email", OPS, "--first-name", "Olga", "--last-name", "Operator", "--country", "US"];
    scene.call("owner", argv.into_iter().chain(["--password-file", "-"])).typing(&[&password(OPS)])
}

/// A shared registry with its first operator, signed in by sudo.
fn shared() -> Scene {
    let scene = Scene::new();
    init(&scene).json().done();
    signed_in(&scene, sudo(1000), OPS);
    scene
}

fn signed_in(scene: &Scene, guest: Guest, id: &str) {
    scene.call("guest", ["login", id, "--password-file", "-"]).through(guest).typing(&[&password(id)]).json().done();
}

fn whoami(scene: &Scene, guest: Guest) -> Option<String> {
    let run = scene.call("guest", ["whoami"]).through(guest).json();
    if run.status == 0 { Some(run.json()["id"].as_str().unwrap().to_owned()) } else { None }
}

/// Somebody with an ID, registered and verified by ssh.
fn person(scene: &Scene, guest: &Guest, id: &str) {
    let argv = ["register", "--email", id, "--first-name", "Ann", "--last-name", "Archer", "--country", "DE"];
    let argv = argv.into_iter().chain(["--question", "First boat?", "--password-file", "-", "--answer-file", "-"]);
    scene.call("guest", argv).through(guest.clone()).typing(&[&password(id), "Nautilus of 1954"]).json().done();
    deliver(scene);
    let code = scene.letter(id, "verification").secret();
    let argv = ["account", "verify", "--email", id, "--password-file", "-", "--code-file", "-"];
    scene.call("guest", argv).through(guest.clone()).typing(&[&password(id), &code]).json().done();
}

/// What the unit of the system does.
fn deliver(scene: &Scene) {
    scene.run("owner", ["maintain"]).done();
}

#[test]
fn whoever_made_it_is_told_how_to_come_in() {
    let scene = Scene::new();
    let run = init(&scene).shown_at_a_terminal().run();
    assert!(run.err.ends_with(&format!(" sudo -u pao pao login {OPS}\n")), "{run}");
}

#[test]
fn guests_are_kept_apart_and_sign_ins_are_rows() {
    let scene = shared();
    for (guest, id) in [(ssh("ann"), ANN), (ssh("bob"), BOB)] {
        person(&scene, &guest, id);
        signed_in(&scene, guest, id);
    }
    assert_eq!(whoami(&scene, ssh("ann")).as_deref(), Some(ANN));
    assert_eq!(whoami(&scene, ssh("bob")).as_deref(), Some(BOB));
    assert_eq!(whoami(&scene, sudo(1000)).as_deref(), Some(OPS));
    assert_eq!(whoami(&scene, ssh("cy")), None);
    // A printed token works for its caller alone, and is no sign-in of their next call.
    let argv = ["login", ANN, "--print-token", "--password-file", "-"];
    let run = scene.call("guest", argv).through(sudo(1001)).typing(&[&password(ANN)]).json().done();
    let token = run.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(whoami(&scene, sudo(1001)), None);
    let by_token = |guest| scene.call("guest", ["whoami", "--token-file", "-"]).through(guest).typing(&[&token]).json();
    assert_eq!(by_token(sudo(1001)).done().json()["id"], ANN);
    by_token(sudo(1002)).refused("sign_in_required");
    by_token(ssh("ann")).refused("sign_in_required");
    // One caller has one sign-in; a logout ends nobody else's.
    signed_in(&scene, ssh("ann"), BOB);
    assert_eq!(whoami(&scene, ssh("ann")).as_deref(), Some(BOB));
    let running = scene.call("guest", ["account", "sign-ins"]).through(ssh("bob")).json().done();
    let via: Vec<Value> = running.json().as_array().unwrap().iter().map(|one| one["via"].clone()).collect();
    assert_eq!(via, ["ssh:bob", "ssh:ann"]);
    scene.call("guest", ["logout"]).through(ssh("ann")).json().done();
    assert_eq!((whoami(&scene, ssh("ann")), whoami(&scene, ssh("bob")).as_deref()), (None, Some(BOB)));
}

#[test]
fn the_owner_keeps_the_file_and_is_nobody() {
    let scene = shared();
    for argv in [
        &["config", "list"][..],
        &["config", "set", "care.reach", "ssh -t pao@licences.vendor.example"],
        &["config", "set", "care.contact", "customer care"],
        &["db", "stats"],
        &["audit", "verify"],
        &["outbox", "list"],
        &["outbox", "test", "--to", "you@vendor.example"],
        &["maintain"],
    ] {
        scene.run("owner", argv.iter().copied()).done();
    }
    let aside = scene.database().with_file_name("letters").join("../../elsewhere");
    for spool in ["/elsewhere", aside.to_str().unwrap()] {
        scene.run("owner", ["config", "set", "mail.spool", spool]).refused("invalid_value");
    }
    scene.run("owner", ["config", "set", "mail.transport", "sendmail"]).refused("invalid_value");
    for argv in [
        &["site", "list"][..],
        &["whoami"],
        &["audit", "list"],
        &["config", "set", "policy.password-min", "16"],
        &["outbox", "show", "1"],
    ] {
        scene.run("owner", argv.iter().copied()).refused("no_caller");
    }
    scene.typed("owner", ["login", OPS, "--password-file", "-"], &[&password(OPS)]).refused("no_caller");
    scene.typed("owner", ["site", "list", "--as", OPS, "--password-file", "-"], &[&password(OPS)]).refused("no_caller");
    for argv in [
        &["init", "--email", "x@vendor.example"][..],
        &["demo"],
        &["db", "path"],
        &["db", "backup", "-"],
        &["db", "accept-time", "--yes"],
        &["operator", "reset", OPS],
        &["config", "set", "mail.from", "me@evil.example"],
        &["config", "set", "care.reach", "ssh evil"],
        &["ssh-keys", "990", "SHA256:x", "ssh-ed25519", "AAAA"],
    ] {
        let run = scene.call("guest", argv.iter().copied()).through(sudo(1000)).json().refused("owner_only");
        assert!(!run.err.contains(scene.database().to_str().unwrap()), "{run}");
    }
    scene.call("guest", ["ssh-command", "--caller", "x"]).through(ssh("ann")).json().refused("usage");
}

#[test]
fn a_guest_gives_no_path_and_brings_no_variable() {
    let scene = shared();
    std::fs::write(scene.path("secret"), "canary-4711\n").unwrap();
    for argv in [
        &["whoami", "--db", "x"][..],
        &["--db=x", "whoami"],
        &["login", ANN, "--password-file", "secret"],
        &["access", "import", "secret", "--site", "7000017"],
        &["site", "import", "secret"],
        &["audit", "verify", "--expect-file", "secret"],
    ] {
        let run = scene.call("guest", argv.iter().copied()).through(sudo(1000)).json().refused("usage");
        assert!(!run.err.contains("canary"), "{run}");
    }
    let run = scene.call("guest", ["whoami"]).with("PAO_TOKEN", "pao_x").with("PAO_FORMAT", "csv").through(sudo(1000));
    assert_eq!(run.json().done().json()["id"], OPS);
}

#[test]
fn every_entry_says_who_stood_behind_it_and_customers_do_not_see_it() {
    let scene = shared();
    person(&scene, &ssh("ann"), ANN);
    signed_in(&scene, ssh("ann"), ANN);
    scene.run("owner", ["config", "set", "mail.from", "registry@vendor.example"]).done();
    let told = scene.rows("SELECT count(*), count(json_extract(details, '$.via')) FROM audit");
    assert_eq!(told[0][0], told[0][1]);
    let listed = |via: &str| {
        let run = scene.call("guest", ["audit", "list", "--via", via]).through(sudo(1000)).json().done();
        run.json()
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["action"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(listed("ssh:ann"), ["register", "account.verify", "login"]);
    assert_eq!(listed("owner"), ["init", "config.set"]);
    assert_eq!(listed("sudo:1000"), ["login"]);
    let argv = ["site", "enroll", "--company", "Example Corp", "--country", "DE", "--primary-first-name", "Ann"];
    let argv = argv.into_iter().chain(["--primary-last-name", "Archer", "--primary-email", ANN]);
    let site = scene.call("guest", argv).through(sudo(1000)).json().done().json()["site"].as_str().unwrap().to_owned();
    deliver(&scene);
    let code = scene.letter(ANN, "welcome").secret();
    let argv = ["authorize", "--passcode-file", "-"];
    scene.call("guest", argv).through(ssh("ann")).typing(&[&code]).json().done();
    let run = scene.call("guest", ["audit", "list", "--site", &site]).through(ssh("ann")).json().done();
    let entries = run.json();
    assert!(entries.as_array().unwrap().len() >= 2 && !run.out.contains("\"via\""), "{run}");
    let export = |guest| scene.call("guest", ["audit", "export", "--site", &site]).through(guest).run().done().out;
    let (whole, part) = (export(sudo(1000)), export(ssh("ann")));
    for of_the_registry in ["\"via\"", "\"rows\"", "\"letters\""] {
        assert!(whole.contains(of_the_registry) && !part.contains(of_the_registry), "{of_the_registry}: {part}");
    }
    assert!(part.contains("\"effects\""), "{part}");
    scene
        .call("guest", ["audit", "list", "--site", &site, "--via", "ssh:ann"])
        .through(ssh("ann"))
        .json()
        .refused("operator_only");
}

#[test]
fn operators_come_by_sudo_unless_it_is_said_otherwise() {
    let scene = shared();
    let login = |secret: &str| {
        scene.call("guest", ["login", OPS, "--password-file", "-"]).through(ssh("olga")).typing(&[secret]).json()
    };
    login("not her password at all").refused("sign_in_failed");
    login(&password(OPS)).refused("operator_apart");
    scene.run("owner", ["config", "set", "service.operators", "any"]).done();
    login(&password(OPS)).done();
    assert_eq!(whoami(&scene, ssh("olga")).as_deref(), Some(OPS));
    scene.run("owner", ["config", "set", "service.operators", "sudo"]).done();
    assert_eq!(whoami(&scene, ssh("olga")), None);
}

#[test]
fn what_is_tried_is_counted_by_where_it_comes_from() {
    let scene = shared();
    let wrong = |nth: usize| {
        let id = format!("nobody{nth}@example.com");
        let guest = ssh(&format!("key{nth}"));
        scene
            .call("guest", ["login", &id, "--password-file", "-"])
            .through(guest)
            .typing(&["wrong wrong wrong 1"])
            .json()
    };
    for nth in 0..30 {
        wrong(nth).refused("sign_in_failed");
    }
    let throttled = wrong(30).refused("throttled");
    assert!(throttled.err.contains("retry_at"), "{throttled}");
    // Whoever is known is answered alike, and whoever comes from elsewhere, or is signed in, goes on.
    let known = |guest| {
        scene.call("guest", ["login", OPS, "--password-file", "-"]).through(guest).typing(&[&password(OPS)]).json()
    };
    known(ssh("more")).refused("throttled");
    assert_eq!(whoami(&scene, sudo(1000)).as_deref(), Some(OPS));
    known(sudo(1003)).done();
    let ask = |nth: usize| {
        let id = format!("somebody{nth}@example.com");
        scene.call("guest", ["account", "recover", "--email", &id]).through(sudo(1004)).json()
    };
    for nth in 0..20 {
        ask(nth).done();
    }
    ask(20).refused("throttled");
    scene.advance(3601);
    ask(21).done();
    wrong(31).refused("sign_in_failed");
}

#[test]
fn letters_wait_for_the_unit_and_say_how_the_registry_is_reached() {
    let scene = shared();
    scene.run("owner", ["config", "set", "care.reach", "ssh -t pao@licences.vendor.example"]).done();
    let key = "SHA256:0123456789abcdefghijABCDEFGHIJ0123456789abc";
    scene.run("owner", ["config", "set", "care.host-key", key]).done();
    let outgoing = scene.database().with_file_name("outgoing");
    std::fs::remove_file(&outgoing).unwrap();
    let argv = ["register", "--email", ANN, "--first-name", "Ann", "--last-name", "Archer", "--country", "DE"];
    let argv = argv.into_iter().chain(["--question", "First boat?", "--password-file", "-", "--answer-file", "-"]);
    let run = scene.call("guest", argv).through(ssh("ann")).typing(&[&password(ANN), "Nautilus of 1954"]).run().done();
    assert!(scene.letters().is_empty() && outgoing.exists(), "{run}");
    assert!(
        run.err.contains("ssh -t pao@licences.vendor.example account verify") || !run.err.contains("next:"),
        "{run}"
    );
    deliver(&scene);
    let letter = scene.letter(ANN, "verification");
    for words in ["    ssh -t pao@licences.vendor.example account verify --email ann@example.com", key, "ssh-keygen"] {
        assert!(letter.body.contains(words), "{words}: {}", letter.body);
    }
    let refused = scene.call("guest", ["whoami"]).through(ssh("ann")).run();
    assert!(refused.err.contains("`ssh -t pao@licences.vendor.example login`"), "{refused}");
    let refused = scene.call("guest", ["whoami"]).through(sudo(1009)).run();
    assert!(refused.err.contains("`sudo -u pao pao login`"), "{refused}");
}

#[test]
fn a_registry_that_is_not_shared_serves_no_guest() {
    let scene = Scene::new();
    scene.init();
    scene.call("guest", ["whoami"]).through(sudo(1000)).json().refused("owner_only");
}
