//! Questions over ssh and over sudo: they behave as at a terminal of one's own, and nobody who leaves keeps anything waiting.
use crate::house::House;
use crate::made::{KIM, LEE, calls};
use crate::people::{ANN, BOB, CY};
use crate::sshd::Key;
use crate::ways::Way;
use std::thread::sleep;
use std::time::{Duration, Instant};

fn both() -> [Way; 2] {
    [Way::Ssh(Key::new("person")), Way::Sudo(KIM)]
}

/// Waits until nothing of a call is left.
#[track_caller]
fn nothing_runs() {
    let end = Instant::now() + Duration::from_secs(10);
    while !calls().is_empty() {
        assert!(Instant::now() < end, "{:?} run on", calls());
        sleep(Duration::from_millis(50));
    }
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn keys_do_what_they_do_at_home() {
    let (house, _) = House::story();
    for way in both() {
        let before = house.frozen();
        for (keys, ends, words) in [
            ("\u{3}", "130", "nothing was changed"),
            ("half\u{3}", "130", "nothing was changed"),
            ("\u{4}", "2", "is missing"),
        ] {
            let mut console = house.sits(&way, &["login", CY.id]);
            console.sees("Password of cy@example.com: ");
            console.types(keys);
            let said = console.sees("[ended ");
            let how = console.sees("]");
            assert_eq!(how, format!("{ends} whole"), "{way:?} {keys:?}: {said}");
            assert!(said.contains(words), "{way:?} {keys:?}: {said}");
        }
        house.is_still(&before);
        // Ctrl-Z stops nothing, Backspace takes a letter back, the password is not shown.
        let mut console = house.sits(&way, &["login"]);
        console.sees("Your ID: ");
        console.types("cxx\u{7f}\u{7f}y@example.com\n");
        console.sees("Password of cy@example.com: ");
        console.presses_ctrl('z');
        sleep(Duration::from_millis(300));
        let states: Vec<String> =
            calls().iter().map(|pid| std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap()).collect();
        assert!(!states.is_empty() && states.iter().all(|stat| !stat.contains(") T ")), "{states:?}");
        console.presses_ctrl('u');
        console.types(&format!("{}\n", CY.password()));
        console.sees("[ended 0 whole]");
        assert!(!console.shown.contains("plum"), "{}", console.shown);
        assert_eq!(house.does(&way, &["whoami"], &[])["id"], CY.id);
    }
    nothing_runs();
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn lists_are_as_wide_as_the_window() {
    let (house, _) = House::story();
    let colour = regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    for way in both() {
        house.signs_in(&way, ANN);
        house.does(
            &way,
            &[
                "access",
                "update",
                BOB.id,
                "--note",
                "a note that makes a line long enough for the widest window of them all",
            ],
            &[],
        );
        let widest = |columns: u16| {
            let mut console = house.sits_sized(&way, &["access", "list", "--wide"], columns);
            let shown = console.sees("[ended 0 whole]");
            colour.replace_all(&shown, "").lines().map(|line| line.trim_end().chars().count()).max().unwrap()
        };
        let (narrow, wide) = (widest(60), widest(200));
        assert!(narrow <= 60 && wide > 100 && wide <= 200, "{narrow} {wide}");
    }
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn whoever_goes_away_leaves_nothing_running_and_nothing_changed() {
    let (house, _) = House::story();
    for way in both() {
        house.signs_in(&way, ANN);
        let before = house.frozen();
        let revoke = (&["access", "revoke", CY.id][..], "[y/N] ");
        for (words, question) in
            [revoke, (&["login", CY.id], "Password of "), (&["access", "add"], "ID of the person: ")]
        {
            let mut console = house.sits(&way, words);
            console.sees(question);
            // The terminal is closed, and whoever sat there is killed.
            drop(console);
            nothing_runs();
        }
        house.is_still(&before);
    }
    // Nobody was kept from anything meanwhile.
    house.signs_in(&Way::Sudo(LEE), BOB);
}
