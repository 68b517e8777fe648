//! Somebody with nothing but a Welcome letter types what stands in it, and their site is active.
use crate::console::Console;
use crate::house::{House, REACH};
use crate::letter::Letter;
use crate::made::{KIM, LEE, STAND, file, runs};
use crate::people::{ANN, ANSWER, BOB, OLGA, Person};
use crate::ran::Ran;
use crate::ways::{Way, as_user, at_a_terminal};
use std::fs;
use std::process::Command;

/// A person at home: a user of this machine, whose ssh finds the registry under the name that letters give it.
struct Home(&'static str);

impl Home {
    fn of(user: &'static str, house: &House) -> Self {
        let ssh = format!("{STAND}/{user}/.ssh");
        runs("install", &["-d", "-o", user, "-g", user, "-m", "0700", &ssh]);
        let host_key = fs::read_to_string(format!("{STAND}/host_key.pub")).unwrap();
        file(&format!("{STAND}/known"), format!("licences.vendor.example {host_key}"), 0o644);
        let lines = format!(
            "Host licences.vendor.example\n HostName 127.0.0.1\n HostKeyAlias licences.vendor.example\n Port {}\n UserKnownHostsFile {STAND}/known\n",
            house.sshd.port
        );
        file(&format!("{ssh}/config"), lines, 0o644);
        Self(user)
    }

    /// What this person types at a shell.
    fn shell(&self, line: &str) -> Command {
        let (mut sh, home) = (as_user(self.0, "/bin/sh"), format!("{STAND}/{}", self.0));
        sh.args(["-c", line]).env("HOME", &home).current_dir(home);
        sh
    }

    fn types(&self, line: &str) -> Console {
        at_a_terminal(&mut self.shell(line), 100)
    }

    /// As the letter says: Enter at each question.
    fn makes_a_key(&self) {
        let mut console = self.types("ssh-keygen -t ed25519");
        for question in ["save the key (", "no passphrase): ", "passphrase again: "] {
            console.sees(question);
            console.types("\n");
        }
        console.sees("[ended 0 whole]");
    }
}

/// The commands of a letter, as they stand.
fn commands(letter: &Letter) -> Vec<&str> {
    let found = letter.body.lines().filter_map(|line| line.strip_prefix("    "));
    found.map(str::trim).filter(|line| line.starts_with(REACH)).collect()
}

/// Answers `start` up to the registration that is sent.
fn asks_for_an_id(console: &mut Console, person: Person) {
    let password = person.password();
    for (question, answer) in [
        ("code that you have [1]: ", "1"),
        ("E-mail address (your ID): ", person.id),
        ("First name: ", "Ann"),
        ("Last name: ", "Archer"),
        ("Country (code or name):", "germ"),
        ("ecurity question", "First ship?"),
        ("Password: ", &password),
        ("Password again: ", &password),
        ("Answer to the security question: ", ANSWER),
        ("Answer to the security question again: ", ANSWER),
        ("Send this registration? [Y/n] ", ""),
    ] {
        console.sees(question);
        console.types(&format!("{answer}\n"));
    }
    console.sees("A letter is on its way");
}

/// From the code of the letter on.
fn comes_in(console: &mut Console, house: &House, person: Person, passcode: &str) {
    console.sees("or a number: ");
    console.types(&format!("{}\n", house.letter(person.id, "verification").secret()));
    console.sees("Temporary passcode from the letter");
    console.sees(": ");
    console.types(&format!("{passcode}\n"));
    console.sees("is active");
    console.sees("Name a Secondary Contact now? [Y/n] ");
    console.types("n\n");
    console.sees("Give somebody else access? [y/N] ");
    console.types("n\n");
    console.sees("[ended 0 whole]");
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn a_key_that_was_never_seen_goes_from_the_letter_to_an_active_site_in_one_connection() {
    let house = House::begun();
    let kim = Way::Sudo(KIM);
    house.signs_in(&kim, OLGA);
    let site = house.enrolls(&kim, "Example Corp", ANN);
    let welcome = house.letter(ANN.id, "welcome");
    let home = Home::of(LEE, &house);
    assert!(Ran::of(&home.shell(commands(&welcome)[0]).output().unwrap()).ends(255).err.contains("ssh-keygen"));
    home.makes_a_key();
    assert_eq!(commands(&welcome)[0], format!("{REACH} start"));
    let mut console = home.types(commands(&welcome)[0]);
    asks_for_an_id(&mut console, ANN);
    comes_in(&mut console, &house, ANN, &welcome.secret());
    assert!(!console.shown.contains("plum") && !console.shown.contains("Nautilus"), "{}", console.shown);
    assert_eq!(house.count(&format!("site WHERE status = 'active' AND site = '{site}'")), 1);
    // The key is hers from now on, in the next connection too.
    let ran = Ran::of(&home.shell("ssh pao@licences.vendor.example whoami --json").output().unwrap());
    assert_eq!(ran.ends(0).json()["id"], ANN.id);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn whoever_leaves_in_the_middle_goes_on_from_there() {
    let house = House::begun();
    let kim = Way::Sudo(KIM);
    house.signs_in(&kim, OLGA);
    house.enrolls(&kim, "Example Corp", ANN);
    let welcome = house.letter(ANN.id, "welcome");
    let home = Home::of(LEE, &house);
    home.makes_a_key();
    let mut console = home.types("ssh -t pao@licences.vendor.example start");
    asks_for_an_id(&mut console, ANN);
    console.sees("or a number: ");
    console.presses_ctrl('c');
    console.sees("[ended 130 whole]");
    // Without a word `start` begins by itself, where nobody is signed in.
    let mut console = home.types("ssh pao@licences.vendor.example");
    console.sees("code that you have [1]: ");
    console.types("3\n");
    console.sees("E-mail address (your ID): ");
    console.types(&format!("{}\n", ANN.id));
    console.sees("or a number: ");
    console.types(&format!("{}\n", house.letter(ANN.id, "verification").secret()));
    console.sees("or of your ID: ");
    console.types(&format!("{}\n", ANN.password()));
    console.sees("Temporary passcode from the letter");
    console.sees(": ");
    console.types(&format!("{}\n", welcome.secret()));
    console.sees("Name a Secondary Contact now? [Y/n] ");
    console.types("n\n");
    console.sees("Give somebody else access? [y/N] ");
    console.presses_ctrl('c');
    console.sees("[ended 130 whole]");
    assert_eq!(house.count("site WHERE status = 'active'"), 1);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn the_commands_of_every_letter_can_be_typed_as_they_stand() {
    let (house, story) = House::story();
    let home = Home::of(LEE, &house);
    home.makes_a_key();
    let kim = Way::Sudo(KIM);
    house.signs_in(&kim, ANN);
    house.does(&kim, &["access", "revoke", BOB.id, "--yes", "--reason", "a 'quoted' $(id) reason"], &[]);
    house.does(&kim, &["access", "add", BOB.id, "--role", "secondary"], &[]);
    house.run(&kim, &["account", "recover", "--email", BOB.id], &[]).ends(0);
    house.signs_in(&kim, OLGA);
    house.enrolls(&kim, "Example & Sons; Ltd", BOB);
    house.timer().ends(0);
    let letters = house.letters();
    let all: Vec<String> = letters.iter().flat_map(commands).map(str::to_owned).collect();
    assert!(all.len() > 5, "{all:?}");
    for line in all {
        // Nobody is signed in by this key: every command is understood, and says so; a guide or a question without a terminal too.
        let line =
            line.replace("ssh -t", "ssh -T").replace(" ID ", " x@example.com ").replace(" ADDRESS", " x@example.com");
        let ran = Ran::of(&home.shell(&line).output().unwrap());
        let understood = ran.status == Some(3) || ran.status == Some(2) && !ran.err.contains("Usage");
        assert!(understood || ran.status == Some(0), "{line}: {ran:?}");
        assert!(!ran.err.contains("unexpected") && !ran.err.contains("unrecognized"), "{line}: {ran:?}");
    }
    assert_eq!(story.site, "7000017");
}
