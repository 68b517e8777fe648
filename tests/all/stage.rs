//! A database in which every command finds what it is about, and the files that the commands read.
use crate::machine::{self, AWAKE, Machine, Person, Story};
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

/// It costs some password hashes, so it is played once.
pub static STAGE: LazyLock<Stage> = LazyLock::new(Stage::set);

/// The story, everybody who acts in it, and the files that lie ready beside it.
#[derive(Clone)]
pub struct Stage {
    story: Story,
    people: BTreeMap<String, Person>,
    files: BTreeMap<String, String>,
    /// The number of the site that `SLEEPING` stands for.
    sleeping: String,
}

impl Stage {
    /// A machine with all of it.
    pub fn machine(&self) -> Machine {
        let machine = self.story.machine();
        for (name, text) in &self.files {
            machine.file(name, text);
        }
        machine
    }

    /// The same, after `more` has happened too.
    pub fn and(&self, more: impl FnOnce(&Machine)) -> Self {
        Self { story: self.story.and(more), ..self.clone() }
    }

    /// Somebody by name; nobody for `nobody`.
    pub fn who(&self, name: &str) -> Option<&Person> {
        (name != "nobody").then(|| self.people.get(name).unwrap_or_else(|| panic!("{name} is not here")))
    }

    /// What somebody types: `@file` for its line, `SLEEPING` for a number of a site.
    pub fn typed(&self, words: &str) -> String {
        match words.strip_prefix('@') {
            Some(file) => self.files[file].trim_end().to_owned(),
            None => words.replace("SLEEPING", &self.sleeping),
        }
    }

    /// Lines of files that are never shown.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        let kept = self.files.iter().filter(|(name, _)| name.contains(".pw") || name.contains("answer"));
        kept.map(|(_, text)| text.trim_end())
    }

    fn set() -> Self {
        let mut play = Program { machine: AWAKE.machine(), people: BTreeMap::new(), files: BTreeMap::new() };
        for (name, person) in [("olga", &AWAKE.operator), ("ann", &AWAKE.ann), ("bob", &AWAKE.bob), ("cy", &AWAKE.cy)] {
            play.people.insert(name.to_owned(), person.clone());
        }
        for name in ["dee", "eve", "gus", "hal", "otto"] {
            play.people.insert(name.to_owned(), machine::register(&play.machine, name));
        }
        let sleeping = play.vendor();
        play.people_of_the_site();
        play.letters();
        for (name, person) in &play.people {
            play.files.insert(format!("{name}.pw"), format!("{}\n", person.password));
        }
        for (name, text) in [
            ("new.pw", "teapot lunar drizzle 88\n"),
            ("fay.pw", "teapot lunar drizzle 99\n"),
            ("answer", "Mermaid of Ragusa\n"),
            ("old-answer", "Nautilus of Trieste\n"),
            ("people.csv", "id,role\ncy@example.com,user\n"),
            (
                "sites.csv",
                "company,country,primary-first-name,primary-last-name,primary-email\nN,DE,N,N,n@example.com\n",
            ),
        ] {
            play.files.insert(name.to_owned(), text.to_owned());
        }
        let Program { machine, people, files } = play;
        let story = AWAKE.and(|there| fs::copy(machine.db(), there.db()).map(|_| ()).unwrap());
        Self { story, people, files, sleeping }
    }
}

/// The stage while it is being set.
struct Program {
    machine: Machine,
    people: BTreeMap<String, Person>,
    files: BTreeMap<String, String>,
}

impl Program {
    fn does(&self, who: &str, line: &str, typed: &[&str]) -> serde_json::Value {
        self.machine.does(self.people.get(who), &line.split(' ').collect::<Vec<_>>(), typed)
    }

    /// Dee is to wake two sites, Eve has woken one alone, Otto is an operator. Gives the first of Dee's.
    fn vendor(&mut self) -> String {
        self.does("olga", "entitlement grant --site 7000017 --product sametime-gateway --quantity 1", &[]);
        self.does("olga", "operator add otto@example.com --password-file -", &[&self.people["olga"].password]);
        let enrolled = |company: &str, who: &str| {
            let names = format!("--primary-first-name {who} --primary-last-name E --primary-email {who}@example.com");
            let site = self.does("olga", &format!("site enroll --company {company} --country DE {names}"), &[]);
            let passcode = self.machine.letter(&format!("{who}@example.com"), "welcome", "Temporary passcode");
            (site["site"].as_str().unwrap().to_owned(), passcode)
        };
        let (alone, passcode) = enrolled("Alone", "eve");
        self.does("eve", &format!("authorize --site {alone} --passcode-file -"), &[&passcode]);
        let ((sleeping, passcode), _) = (enrolled("Sleepy", "dee"), enrolled("Drowsy", "dee"));
        self.files.insert("passcode".to_owned(), format!("{passcode}\n"));
        sleeping
    }

    /// Requests 1 (open) and 2 (served), nomination 1, token 1, a technical contact.
    fn people_of_the_site(&self) {
        for (name, domain) in [("one", "a.example"), ("two", "b.example")] {
            let gateway =
                format!("--gateway-name {name} --host gw.example.com --cert-cn gw.example.com --cert-issuer CA");
            let rest = format!("--notify im@example.com --provider aol --domain {domain}");
            self.does("cy", &format!("provision submit {gateway} {rest}"), &[]);
        }
        self.does("olga", "provision complete 2", &[]);
        self.does("gus", "nominate --site 7000017 --primary-contact ann@example.com", &[]);
        self.does("ann", "token create --can list-access --password-file -", &[&self.people["ann"].password]);
        self.does("ann", "contact set media --first-name T --last-name T --email t@example.com", &[]);
    }

    /// Fay waits for her ID, Cy has lost a password, Eve has a new address.
    fn letters(&mut self) {
        let fay = "register --email fay@example.com --first-name F --last-name F --country DE --question Q?";
        let lines = ["teapot lunar drizzle 99", "Mermaid of Ragusa"];
        self.does("nobody", &format!("{fay} --password-file - --answer-file -"), &lines);
        let eve = self.people["eve"].password.clone();
        self.does("eve", "account update --email eva@example.com --password-file -", &[&eve]);
        let code = self.machine.letter("eva@example.com", "verification", "Verification code");
        self.does("nobody", "account verify --email eva@example.com --password-file - --code-file -", &[&eve, &code]);
        self.does("nobody", "account recover --email cy@example.com", &[]);
        for (name, to, kind, label) in [
            ("verification", "fay", "verification", "Verification code"),
            ("recovery", "cy", "recovery", "Recovery code"),
            ("reversal", "eve", "email-changed", "Reversal code"),
        ] {
            let code = self.machine.letter(&format!("{to}@example.com"), kind, label);
            self.files.insert(name.to_owned(), format!("{code}\n"));
        }
    }
}
