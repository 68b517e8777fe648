//! Help that belongs to no single command.
use crate::world::Scene;

#[test]
fn every_topic_is_listed_and_answers() {
    let scene = Scene::new();
    let listed = scene.prose("nobody", ["help"]).done().out;
    for topic in ["rules", "exit-codes", "environment", "output", "passwords", "deployment"] {
        assert!(listed.contains(topic), "{topic}");
        let said = scene.prose("nobody", ["help", topic]).done().out;
        assert!(said.lines().count() > 5, "{topic}: {said}");
        assert_eq!(scene.run("nobody", ["help", topic]).done().json()["topic"], topic);
    }
    scene.run("nobody", ["help", "everything"]).refused("not_found");
}

#[test]
fn what_hints_and_letters_send_people_to_is_there() {
    let scene = Scene::new();
    let deployment = scene.prose("nobody", ["help", "deployment"]).done().out;
    assert!(deployment.contains("* * * * * pao") && deployment.contains("OnCalendar="), "a cron line and a timer");
    let codes = scene.prose("nobody", ["help", "exit-codes"]).done().out;
    assert!(codes.contains("  4  primary_only") && codes.contains(" 10  tampered"), "{codes}");
    assert!(codes.contains("\n 11 ") && codes.contains("--exit-code"), "{codes}");
}

#[test]
fn the_rules_are_paged_as_every_list() {
    let scene = Scene::new();
    let numbers = |words: &[&str]| -> Vec<String> {
        let rules = scene.run("nobody", [&["rules"], words].concat()).done().json();
        rules.as_array().unwrap().iter().map(|rule| rule["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(&["--limit", "2"]), ["R1", "R2"]);
    assert_eq!(numbers(&["--after", "r2", "--limit", "1"]), ["R3"]);
    let last = numbers(&[]).pop().unwrap();
    assert!(numbers(&["--after", &last]).is_empty());
    for wrong in [["--limit", "0"], ["--after", "R99"]] {
        scene.run("nobody", ["rules", wrong[0], wrong[1]]).refused("invalid_value");
    }
}
