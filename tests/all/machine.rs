//! The real program on an empty machine: cleared environment, own home folder a person, own database, no terminal.
//!
//! What must hold: nothing here knows how `pao` is built; flags, JSON, letters and exit statuses are all it reads.
//! Signing in costs real password hashes, so a story is played once and each test starts from a copy of its database.
use crate::printed;
pub use crate::ran::Ran;
use crate::world::OF_BEFORE;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::fs::{self, DirBuilder, File};
use std::io::Write as _;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The program under test.
pub const PAO: &str = env!("CARGO_BIN_EXE_pao");
/// The first name that is free for a folder of this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Somebody with an ID.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: String,
    pub password: String,
    /// A running sign-in, for `PAO_TOKEN`.
    pub token: String,
}

impl Person {
    fn new(name: &str) -> Self {
        let password = format!("{name} plum kettle Orbit 4711");
        Self { id: format!("{name}@example.com"), password, token: String::new() }
    }

    /// The variable that signs this person in.
    pub fn signed_in(&self) -> (&'static str, &str) {
        ("PAO_TOKEN", &self.token)
    }
}

/// A machine of its own; gone with the value.
pub struct Machine {
    pub folder: PathBuf,
}

impl Machine {
    /// A machine without a database.
    pub fn empty() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("machine-{}-{number}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let mut private = DirBuilder::new();
        private.recursive(true).mode(0o700);
        for part in ["data", "home"] {
            private.create(folder.join(part)).unwrap();
        }
        Self { folder }
    }

    /// Where the database is, or will be.
    pub fn db(&self) -> PathBuf {
        self.folder.join("data/pao.db")
    }

    /// Where a person lives: `HOME`.
    pub fn home(&self, who: &str) -> PathBuf {
        let home = self.folder.join("home").join(who);
        DirBuilder::new().recursive(true).mode(0o700).create(&home).unwrap();
        home
    }

    /// A file with these bytes; its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.join(name);
        File::create(&path).unwrap().write_all(bytes.as_ref()).unwrap();
        path.into_os_string().into_string().unwrap()
    }

    /// `program` on this machine, at the home of `nobody`, without a terminal; its stdout and stderr are gathered.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("HOME", self.home("nobody")).env("PAO_DB", self.db()).env("PATH", "/usr/bin:/bin");
        command.env("COLUMNS", "100").env("TZ", "UTC").env("LANG", "C.UTF-8").current_dir(&self.folder);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// `pao ARGV…` as `who`, by their running sign-in; not started yet.
    pub fn pao(&self, who: Option<&Person>, argv: &[&str]) -> Command {
        let mut command = self.command(PAO);
        command.args(argv).envs(who.map(Person::signed_in));
        command
    }

    /// Runs `pao ARGV…` as `who`; the commands that it prints are looked through.
    #[track_caller]
    pub fn run(&self, who: Option<&Person>, argv: &[&str]) -> Ran {
        let ran = Ran::of(&self.pao(who, argv).output().unwrap());
        // What a shell reads of a script is no line for people.
        if !argv.contains(&"completions") {
            printed::look_through(&ran.out);
        }
        printed::look_through(&ran.err);
        ran
    }

    /// Runs `pao --json ARGV…` as `who`, with `lines` on stdin; it must succeed.
    #[track_caller]
    pub fn does(&self, who: Option<&Person>, argv: &[&str], lines: &[&str]) -> Value {
        let mut command = self.pao(who, &[&["--json"], argv].concat());
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        for line in lines {
            writeln!(stdin, "{line}").unwrap();
        }
        drop(stdin);
        Ran::of(&child.wait_with_output().unwrap()).ends(0).json()
    }

    /// The secret line `label` of the newest letter of `kind` to `to`.
    #[track_caller]
    pub fn letter(&self, to: &str, kind: &str, label: &str) -> String {
        let spool = self.folder.join("data/pao-mail");
        let mut paths: Vec<_> = fs::read_dir(spool).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let mut texts = paths.iter().rev().filter_map(|path| fs::read_to_string(path).ok());
        let (kind, to) = (format!("X-Pao-Notice: {kind}\r\n"), format!("To: {to}\r\n"));
        let text = texts.find(|text| text.contains(&kind) && text.contains(&to)).expect("a letter");
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("{label}: ")));
        line.expect("a secret line").trim().to_owned()
    }

    /// What SQL says about the file: one number.
    #[track_caller]
    pub fn count(&self, sql: &str) -> i64 {
        let file = rusqlite::Connection::open(self.db()).unwrap();
        file.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Every row of every table, but for when a sign-in was last used, which changes nothing for anybody.
    pub fn rows(&self) -> String {
        let file = rusqlite::Connection::open(self.db()).unwrap();
        let all = |sql: &str| {
            let mut select = file.prepare(sql).unwrap();
            let width = select.column_count();
            let row = |row: &rusqlite::Row<'_>| {
                let cells = (0..width).map(|column| Ok(format!("{:?}", row.get_ref(column)?)));
                cells.collect::<Result<Vec<_>, rusqlite::Error>>()
            };
            select.query_map([], row).unwrap().map(Result::unwrap).collect::<Vec<_>>()
        };
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sign_in' ORDER BY name";
        let mut select = file.prepare(names).unwrap();
        let tables: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let rows = tables.iter().map(|table| format!("{table}: {:?}\n", all(&format!("SELECT * FROM {table}"))));
        rows.chain([format!("{:?}", all("SELECT sign_in, person FROM sign_in"))]).collect()
    }

    /// Every file of this machine, but for what SQLite keeps beside the database.
    pub fn files(&self) -> Vec<PathBuf> {
        let (mut folders, mut files) = (vec![self.folder.clone()], Vec::new());
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        // Every command keeps the newest head that it saw.
        files.retain(|path| !["-wal", "-shm", ".head"].iter().any(|ending| path.to_string_lossy().ends_with(ending)));
        files.sort();
        files
    }

    /// Sends a signal to the `pao` that wrote its number to the file `pid`.
    pub fn signals(&self, signal: Signal) {
        let pid = fs::read_to_string(self.folder.join("pid")).unwrap();
        kill_process(Pid::from_raw(pid.trim().parse().unwrap()).unwrap(), signal).unwrap();
    }

    /// What was put in by hand is told as it is found, as in a file of the last version that told no rows.
    pub fn tells_what_is_found(&self) {
        let file = rusqlite::Connection::open(self.db()).unwrap();
        file.execute_batch(OF_BEFORE).unwrap();
        drop(file);
        self.run(None, &["db", "migrate"]).ends(0);
    }

    /// The whole file is sound, and so is the audit trail.
    #[track_caller]
    pub fn is_sound(&self) {
        let check = self.run(None, &["--json", "db", "check"]);
        assert!(check.status == Some(0) && check.json()["ok"] == true, "{check:?}");
        let verify = self.run(None, &["--json", "audit", "verify"]);
        assert!(verify.status == Some(0) && verify.json()["ok"] == true, "{verify:?}");
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Waits for all of them.
pub fn ended(children: Vec<Child>) -> Vec<Ran> {
    children.into_iter().map(|child| Ran::of(&child.wait_with_output().unwrap())).collect()
}

/// A database with a story behind it, and who plays in it.
#[derive(Clone)]
pub struct Story {
    pub operator: Person,
    pub ann: Person,
    /// Registered; Secondary Contact once the site is awake.
    pub bob: Person,
    /// Registered; a user once the site is awake.
    pub cy: Person,
    pub site: String,
    /// The temporary passcode of Ann's Welcome letter.
    pub passcode: String,
    db: Vec<u8>,
}

impl Story {
    /// A machine where it has just happened.
    pub fn machine(&self) -> Machine {
        let machine = Machine::empty();
        machine.file("data/pao.db", &self.db);
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        fs::set_permissions(machine.db(), private).unwrap();
        machine
    }

    /// The same, after `more` has happened too.
    pub fn and(&self, more: impl FnOnce(&Machine)) -> Self {
        let machine = self.machine();
        more(&machine);
        Self { db: fs::read(machine.db()).unwrap(), ..self.clone() }
    }
}

/// A site that waits for Ann, who has no ID yet; Bob and Cy are registered and signed in.
pub static ENROLLED: LazyLock<Story> = LazyLock::new(|| {
    let machine = Machine::empty();
    let mut operator = Person::new("olga");
    let names = ["--first-name", "Olga", "--last-name", "Operator", "--country", "US", "--password-file", "-"];
    machine.does(None, &[&["init", "--email", &operator.id], &names[..]].concat(), &[&operator.password]);
    sign_in(&machine, &mut operator);
    let [bob, cy] = ["bob", "cy"].map(|name| register(&machine, name));
    let ann = Person::new("ann");
    let site = ["site", "enroll", "--company", "Example Corp", "--country", "DE", "--primary-first-name", "Ann"];
    let primary = ["--primary-last-name", "Archer", "--primary-email", &ann.id];
    let site = machine.does(Some(&operator), &[&site[..], &primary[..]].concat(), &[]);
    let site = site["site"].as_str().expect("a site number").to_owned();
    let passcode = machine.letter(&ann.id, "welcome", "Temporary passcode");
    Story { operator, ann, bob, cy, site, passcode, db: fs::read(machine.db()).unwrap() }
});

/// The same; Ann is registered and signed in too.
pub static SLEEPING: LazyLock<Story> = LazyLock::new(|| {
    let machine = ENROLLED.machine();
    let ann = register(&machine, "ann");
    Story { ann, db: fs::read(machine.db()).unwrap(), ..ENROLLED.clone() }
});

/// The same site, awake: Ann is its Primary Contact, Bob a Secondary Contact, Cy a user.
pub static AWAKE: LazyLock<Story> = LazyLock::new(|| {
    let story = &*SLEEPING;
    story.and(|machine| {
        let ann = Some(&story.ann);
        machine.does(ann, &["authorize", "--passcode-file", "-"], &[&story.passcode]);
        machine.does(ann, &["access", "add", &story.bob.id, "--role", "secondary"], &[]);
        machine.does(ann, &["access", "add", &story.cy.id, "--role", "user"], &[]);
    })
});

/// Somebody with an ID, signed in.
pub fn register(machine: &Machine, name: &str) -> Person {
    let mut person = Person::new(name);
    let names = ["--first-name", "Ann", "--last-name", "Archer", "--country", "DE", "--question", "First ship?"];
    let secrets = ["--password-file", "-", "--answer-file", "-"];
    let lines = [person.password.as_str(), "Nautilus of Trieste"];
    machine.does(None, &[&["register", "--email", &person.id], &names[..], &secrets].concat(), &lines);
    let code = machine.letter(&person.id, "verification", "Verification code");
    machine.does(
        None,
        &["account", "verify", "--email", &person.id, "--password-file", "-", "--code-file", "-"],
        &[&person.password, &code],
    );
    sign_in(machine, &mut person);
    person
}

fn sign_in(machine: &Machine, person: &mut Person) {
    let argv = ["login", &person.id, "--print-token", "--password-file", "-"];
    let login = machine.does(None, &argv, &[&person.password]);
    login["token"].as_str().expect("a token").clone_into(&mut person.token);
}
