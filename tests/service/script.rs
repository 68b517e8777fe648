//! The same by a script, without a terminal: secrets on stdin, answers on stdout, each exit status through both doors.
use crate::house::House;
use crate::made::{KIM, LEE};
use crate::people::{ANN, CY, DEE, OLGA, Person};
use crate::sshd::Key;
use crate::ways::{Way, feeds};

const EVE: Person = Person::new("eve", "eve@example.com");
const FAY: Person = Person::new("fay", "fay@example.com");

/// From a registration to an active site by the commands themselves.
fn comes_in(house: &House, way: &Way, person: Person, operator: &Way) {
    let site = house.enrolls(operator, "Scripted", person);
    let passcode = house.letter(person.id, "welcome").secret();
    house.registers(way, person);
    house.signs_in(way, person);
    assert_eq!(house.does(way, &["authorize", "--passcode-file", "-"], &[&passcode])["site"], site);
    assert_eq!(house.does(way, &["whoami"], &[])["id"], person.id);
    house.run(way, &["logout"], &[]).ends(0);
}

/// Each status that a person can bring about, by this way.
fn every_status(house: &House, way: &Way, guessed: Person) {
    let run = |words: &[&str], lines: &[&str]| house.run(way, &[&["--json"], words].concat(), lines);
    assert_eq!(run(&["whoami"], &[]).ends(3).code(), "sign_in_required");
    house.signs_in(way, CY);
    assert_eq!(run(&["whoami"], &[]).ends(0).json()["id"], CY.id);
    assert_eq!(run(&["frob"], &[]).ends(2).code(), "usage");
    assert_eq!(run(&["access", "list"], &[]).ends(4).code(), "manager_only");
    assert_eq!(run(&["can", "order"], &[]).ends(4).json()["allowed"], false);
    house.signs_in(way, ANN);
    assert_eq!(run(&["access", "show", "nobody@example.com"], &[]).ends(5).code(), "not_found");
    assert_eq!(run(&["access", "add", CY.id, "--role", "user", "--tools", "full"], &[]).ends(6).code(), "conflict");
    let bad = run(&["access", "add", "nobody", "--role", "user"], &[]).ends(7);
    assert_eq!(bad.error()["details"]["field"], "id");
    let login = ["login", guessed.id, "--password-file", "-"];
    let mut throttled = run(&login, &["nothing like it at all"]).ends(3);
    assert_eq!(throttled.code(), "sign_in_failed");
    for _ in 0..6 {
        throttled = run(&login, &["nothing like it at all"]);
    }
    let throttled = throttled.ends(8);
    assert!(throttled.code() == "throttled" && throttled.error()["details"]["retry_at"].is_string(), "{throttled:?}");
    run(&["logout"], &[]).ends(0);
}

/// A token of a job, read from stdin before the file.
fn a_token_before_a_file(house: &House, ann: &Way, job: &Way) {
    house.signs_in(ann, ANN);
    let create = ["token", "create", "--can", "list-access,change-access", "--name", "ci", "--password-file", "-"];
    let token = house.does(ann, &create, &[&ANN.password()])["token"].as_str().unwrap().to_owned();
    let import = ["access", "import", "-", "--token-file", "-"];
    let done = house.does(job, &import, &[&token, "id,role,tools", &format!("{},user,media", CY.id)]);
    assert_eq!(done["updated"], 1, "{done}");
    let listed = house.does(job, &["access", "list", "--token-file", "-"], &[&token]);
    assert!(listed.to_string().contains(CY.id), "{listed}");
    let ran = feeds(&mut house.pao(job, ["--json", "access", "list"]), &[]);
    assert_eq!(ran.ends(3).code(), "sign_in_required", "a token is kept nowhere");
    house.does(ann, &["access", "update", CY.id, "--tools", "downloads"], &[]);
    house.run(ann, &["logout"], &[]).ends(0);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn what_people_do_at_a_terminal_a_script_does_through_both_doors() {
    let (house, _) = House::story();
    let operator = Way::Sudo(KIM);
    house.signs_in(&operator, OLGA);
    let (key, job) = (Way::Ssh(Key::new("script")), Way::Ssh(Key::new("job")));
    let lee = Way::Sudo(LEE);
    comes_in(&house, &key, EVE, &operator);
    comes_in(&house, &lee, FAY, &operator);
    a_token_before_a_file(&house, &key, &job);
    a_token_before_a_file(&house, &lee, &job);
    every_status(&house, &key, DEE);
    every_status(&house, &lee, EVE);
}
