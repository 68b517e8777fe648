//! Who plays in these tests, and what has happened before they begin.
use crate::house::{House, REACH};
use crate::made::{FOLDER, KIM, LEE};
use crate::ways::Way;
use std::fs;

/// Somebody with an ID; the password follows from the name.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    name: &'static str,
    pub id: &'static str,
}

/// The operator.
pub const OLGA: Person = Person { name: "olga", id: "olga@vendor.example" };
/// The Primary Contact of the site.
pub const ANN: Person = Person { name: "ann", id: "ann@example.com" };
/// Its Secondary Contact.
pub const BOB: Person = Person { name: "bob", id: "bob@example.com" };
/// A user there.
pub const CY: Person = Person { name: "cy", id: "cy@example.com" };
/// Somebody without access.
pub const DEE: Person = Person { name: "dee", id: "dee@example.com" };

/// The answer to everybody's security question.
pub const ANSWER: &str = "Nautilus of Trieste";

impl Person {
    pub const fn new(name: &'static str, id: &'static str) -> Self {
        Self { name, id }
    }

    pub fn password(self) -> String {
        format!("{} plum kettle Orbit 4711", self.name)
    }
}

/// What has happened, and the file that it left.
pub struct Story {
    /// The active site.
    pub site: String,
    pub db: Vec<u8>,
}

/// A registry, its letters on their way into a spool.
pub fn begin(house: &House) {
    let names = ["--first-name", "Olga", "--last-name", "Operator", "--country", "US", "--password-file", "-"];
    let argv = [&["--json", "init", "--service", "--email", OLGA.id], &names[..]].concat();
    house.owner(&argv, &[&OLGA.password()]).ends(0);
    for (key, value) in [("mail.from", "pao@vendor.example"), ("mail.transport", "spool"), ("care.reach", REACH)] {
        house.owner(&["config", "set", key, value], &[]).ends(0);
    }
}

/// A site is enrolled, Ann authorizes it, Bob and Cy get access, Dee has an ID; everybody has signed out again.
pub fn play(house: &House) -> Story {
    let (kim, lee) = (Way::Sudo(KIM), Way::Sudo(LEE));
    house.signs_in(&kim, OLGA);
    let site = house.enrolls(&kim, "Example Corp", ANN);
    let passcode = house.letter(ANN.id, "welcome").secret();
    for person in [BOB, CY, DEE, ANN] {
        house.registers(&lee, person);
    }
    house.signs_in(&lee, ANN);
    house.does(&lee, &["authorize", "--passcode-file", "-"], &[&passcode]);
    house.does(&lee, &["access", "add", BOB.id, "--role", "secondary"], &[]);
    house.does(&lee, &["access", "add", CY.id, "--role", "user"], &[]);
    for way in [&kim, &lee] {
        house.run(way, &["logout"], &[]).ends(0);
    }
    house.timer().ends(0);
    Story { site, db: fs::read(format!("{FOLDER}/pao.db")).unwrap() }
}

impl House {
    /// From now on whoever comes this way is that person.
    #[track_caller]
    pub fn signs_in(&self, way: &Way, person: Person) {
        self.does(way, &["login", person.id, "--password-file", "-"], &[&person.password()]);
    }

    /// The token of a sign-in apart from the one by which calls of this way are known.
    #[track_caller]
    pub fn token(&self, way: &Way, person: Person) -> String {
        let argv = ["login", person.id, "--print-token", "--password-file", "-"];
        self.does(way, &argv, &[&person.password()])["token"].as_str().unwrap().to_owned()
    }

    /// A new site, whose Primary Contact of record is that person. Gives its number.
    #[track_caller]
    pub fn enrolls(&self, way: &Way, company: &str, primary: Person) -> String {
        let site = ["site", "enroll", "--company", company, "--country", "DE", "--primary-first-name", "Ann"];
        let primary = ["--primary-last-name", "Archer", "--primary-email", primary.id];
        let site = self.does(way, &[&site[..], &primary].concat(), &[]);
        site["site"].as_str().unwrap().to_owned()
    }

    /// Somebody new, with an ID.
    #[track_caller]
    pub fn registers(&self, way: &Way, person: Person) {
        self.does(way, &registration(person), &[&person.password(), ANSWER]);
        let code = self.letter(person.id, "verification").secret();
        let verify = ["account", "verify", "--email", person.id, "--password-file", "-", "--code-file", "-"];
        self.does(way, &verify, &[&person.password(), &code]);
    }
}

/// The words with which somebody asks for an ID; password and answer come from stdin.
pub fn registration(person: Person) -> Vec<&'static str> {
    let names = ["--first-name", "Ann", "--last-name", "Archer", "--country", "DE", "--question", "First ship?"];
    [&["register", "--email", person.id], &names[..], &["--password-file", "-", "--answer-file", "-"]].concat()
}
