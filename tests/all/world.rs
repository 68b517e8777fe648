//! The scripted world: a temporary machine with a clock that stands still, dice that repeat and a post that can be read.
//!
//! Argv in; status, output, letters and rows out. Commands run in this process through `pao::run`, so that a whole story
//! takes milliseconds. Everybody has a state folder of their own, hence a stored sign-in of their own.
//!
//! ```text
//! let scene = Scene::new();
//! scene.init();
//! let site = scene.active_site("Example Corp", ANN);
//! scene.person(CY);
//! let run = scene.run(ANN, ["access", "add", CY, "--role", "user"]);
//! assert_eq!(run.done().json()["role"], "user");
//! scene.check();
//! ```
//!
//! What must hold: nothing here knows how `pao` is built, but for [`Scene::rows`], which reads the file that it left.
#![allow(dead_code, reason = "a stage has props that no play needs yet")]
pub use crate::call::{Call, Run};
pub use crate::letter::Letter;

use pao::mail::Post;
use pao::model::moment::Moment;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::cell::{Cell, RefCell};
use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

/// When every scene begins: 2026-11-21T20:15:00Z, in Unix seconds.
pub const BEGINNING: i64 = 1_795_292_100;
/// A day in seconds.
pub const DAY: i64 = 86_400;
/// The first operator.
pub const OPS: &str = "ops@vendor.example";
/// A Primary Contact.
pub const ANN: &str = "ann@example.com";
/// A Secondary Contact.
pub const BOB: &str = "bob@example.com";
/// A user.
pub const CY: &str = "cy@example.com";
/// Somebody without access.
pub const DEE: &str = "dee@example.com";

/// Takes back the last step of the schema: a file of a version that told no rows, which the next command tells as it finds them.
pub const OF_BEFORE: &str =
    "DROP INDEX sign_in_caller; ALTER TABLE sign_in DROP COLUMN printed; ALTER TABLE sign_in DROP COLUMN caller;
     PRAGMA user_version = 6";

/// A machine of its own, gone when it is dropped.
pub struct Scene {
    pub(crate) root: PathBuf,
    pub(crate) seconds: Rc<Cell<i64>>,
    pub(crate) drawn: Rc<Cell<u64>>,
    pub(crate) posted: Rc<RefCell<Vec<Letter>>>,
    pub(crate) spooling: Cell<bool>,
    /// What carries the letters of the next command.
    pub(crate) once: RefCell<Option<Box<dyn Post>>>,
    /// Whether the file is as `pao` left it, and what it was then.
    untouched: Cell<bool>,
    left: RefCell<Option<Vec<u8>>>,
}

/// The file, read by somebody else.
pub struct Reader(Connection);

/// The file as it was at one moment, and the moment.
pub struct Frozen {
    file: Vec<u8>,
    seconds: i64,
}

impl Scene {
    /// An empty machine.
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("pao-scene-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let root = std::env::temp_dir().join(name);
        DirBuilder::new().mode(0o700).create(&root).expect("a folder of our own");
        let (seconds, drawn) = (Rc::new(Cell::new(BEGINNING)), Rc::default());
        let (posted, once) = (Rc::default(), RefCell::default());
        let (untouched, left) = (Cell::new(true), RefCell::default());
        Self { root, seconds, drawn, posted, spooling: Cell::new(false), once, untouched, left }
    }

    /// Looks at the file before a command: once a test has written to it, the trail is no measure of it any more.
    pub(crate) fn look(&self) {
        if let (Some(left), Some(now)) = (&*self.left.borrow(), self.content()) {
            self.untouched.set(self.untouched.get() && *left == now);
        }
    }

    /// After a command that changed something, every row is as the trail tells it. So no writer can forget to tell.
    pub(crate) fn replay(&self, argv: &str, done: bool) {
        let left = self.content();
        let same = *self.left.borrow() == left;
        self.left.replace(left);
        // What a refusal wrote is looked through with the next command that is not refused.
        if same || !done || !self.untouched.get() {
            return;
        }
        // What cannot be opened is another test's business.
        if let Ok(rows) = pao::untold_rows(&self.database()) {
            assert_eq!(rows, [""; 0], "not as the trail tells them, after {argv}");
        }
    }

    fn content(&self) -> Option<Vec<u8>> {
        let mut content = fs::read(self.database()).ok()?;
        content.extend(fs::read(self.root.join("pao.db-wal")).unwrap_or_default());
        Some(content)
    }

    /// Where the database is, or will be.
    pub fn database(&self) -> PathBuf {
        self.root.join("pao.db")
    }

    /// A path on this machine, for files that a command reads or writes.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// From now on letters go through the shipped post into the spool beside the database.
    pub fn spool(&self) {
        self.spooling.set(true);
    }

    /// The letters of the next command go by this post.
    pub fn post_by(&self, post: impl Post + 'static) {
        *self.once.borrow_mut() = Some(Box::new(post));
    }

    /// Time passes.
    pub fn advance(&self, seconds: i64) {
        self.seconds.set(self.seconds.get() + seconds);
    }

    /// The present, as `pao` writes it.
    pub fn now(&self) -> String {
        Moment::from_seconds(self.seconds.get()).to_string()
    }

    /// A command of `who`, to be adorned and run.
    pub fn call<A: AsRef<str>>(&self, who: &str, argv: impl IntoIterator<Item = A>) -> Call<'_> {
        Call::of(self, who, argv.into_iter().map(|word| word.as_ref().to_owned()).collect())
    }

    /// Runs a command of `who`, who may be nobody's ID; answers are JSON.
    pub fn run<A: AsRef<str>>(&self, who: &str, argv: impl IntoIterator<Item = A>) -> Run {
        self.call(who, argv).json()
    }

    /// Runs a command of `who`, for people.
    pub fn prose<A: AsRef<str>>(&self, who: &str, argv: impl IntoIterator<Item = A>) -> Run {
        self.call(who, argv).run()
    }

    /// Runs a command of `who` with these lines on stdin; answers are JSON.
    pub fn typed<A: AsRef<str>>(&self, who: &str, argv: impl IntoIterator<Item = A>, lines: &[&str]) -> Run {
        self.call(who, argv).typing(lines).json()
    }

    /// Runs a command of `who` that asks for the password again, which is given; answers are JSON.
    pub fn confirmed<A: AsRef<str>>(&self, who: &str, argv: impl IntoIterator<Item = A>) -> Run {
        let argv = argv.into_iter().map(|word| word.as_ref().to_owned());
        let argv: Vec<String> = argv.chain(["--password-file".to_owned(), "-".to_owned()]).collect();
        self.typed(who, argv, &[&password(who)])
    }
}

/// The password of a person, each a different one.
pub fn password(who: &str) -> String {
    let sum = who.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    format!("plum {sum:x} kettle Orbit")
}

/// People and sites, as paolib.py makes them.
impl Scene {
    /// The database and its first operator, signed in.
    pub fn init(&self) {
        let argv = ["init", "--email", OPS, "--first-name", "Olga", "--last-name", "Operator", "--country", "US"];
        self.confirmed_as(OPS, &argv).done();
        self.sign_in(OPS);
    }

    fn confirmed_as(&self, who: &str, argv: &[&str]) -> Run {
        self.confirmed(who, argv.iter().copied())
    }

    /// Registers, without typing the code.
    pub fn register(&self, id: &str) -> Run {
        let local = id.split('@').next().unwrap_or(id);
        let first = local[..1].to_uppercase() + &local[1..];
        self.register_as(id, &first, &password(id))
    }

    /// Registers an address under a name and a password.
    pub fn register_as(&self, id: &str, first: &str, secret: &str) -> Run {
        let names = ["--first-name", first, "--last-name", "Example", "--country", "DE"];
        let files = ["--password-file", "-", "--answer-file", "-", "--question", "Name of my first ship?"];
        let argv = ["register", "--email", id].into_iter().chain(names).chain(files);
        self.typed(id, argv, &[secret, "Nautilus of Trieste"])
    }

    /// Types a verification code.
    pub fn verify(&self, id: &str, code: &str) -> Run {
        self.verify_as(id, &password(id), code)
    }

    /// Types a verification code, with the password of the registration or of the ID that it is for.
    pub fn verify_as(&self, address: &str, secret: &str, code: &str) -> Run {
        let argv = ["account", "verify", "--email", address, "--password-file", "-", "--code-file", "-"];
        self.typed(address, argv, &[secret, code])
    }

    /// Signs in, in the state folder of `id`.
    pub fn sign_in(&self, id: &str) {
        self.confirmed(id, ["login", id]).done();
    }

    /// Somebody with an ID, signed in. Gives the ID.
    pub fn person<'i>(&self, id: &'i str) -> &'i str {
        self.register(id).done();
        self.verify(id, &self.letter(id, "verification").secret()).done();
        self.sign_in(id);
        id
    }

    /// Enrols a site that sleeps; `primary` need not have an ID. Gives its number.
    pub fn enroll(&self, company: &str, primary: &str) -> String {
        let names = ["--primary-first-name", "Prima", "--primary-last-name", "Example", "--primary-email", primary];
        let argv = ["site", "enroll", "--company", company, "--country", "DE"].into_iter().chain(names);
        self.run(OPS, argv).done().json()["site"].as_str().expect("a number").to_owned()
    }

    /// Comes in as Primary Contact with the newest passcode that was mailed for the site.
    pub fn authorize(&self, who: &str, site: &str) -> Run {
        let mailed = |letter: &&Letter| letter.to == who && letter.site.as_deref() == Some(site);
        let letters = self.letters();
        let newest =
            letters.iter().rev().filter(mailed).find(|letter| ["welcome", "passcode"].contains(&&*letter.kind));
        let passcode = newest.expect("a passcode was mailed").secret();
        self.typed(who, ["authorize", "--site", site, "--passcode-file", "-"], &[&passcode])
    }

    /// An active site; its Primary Contact gets an ID where they have none. Gives its number.
    pub fn active_site(&self, company: &str, primary: &str) -> String {
        if self.rows(&format!("SELECT 1 FROM person WHERE id = '{primary}'")).is_empty() {
            self.person(primary);
        }
        let site = self.enroll(company, primary);
        self.authorize(primary, &site).done();
        site
    }

    /// Gives access, with more flags where wanted; whoever has no ID yet gets one.
    pub fn give(&self, by: &str, site: &str, id: &str, role: &str, flags: &[&str]) {
        if self.rows(&format!("SELECT 1 FROM person WHERE id = '{id}'")).is_empty() {
            self.person(id);
        }
        let argv = ["access", "add", id, "--role", role, "--site", site];
        self.run(by, argv.into_iter().chain(flags.iter().copied())).done();
    }
}

/// What can be looked at.
impl Scene {
    /// Every letter that was delivered, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        let mut letters = self.posted.borrow().clone();
        if let Ok(folder) = fs::read_dir(self.root.join("pao-mail")) {
            let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            let messages = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
            letters.extend(messages.map(|path| Letter::read(&fs::read(path).unwrap())));
        }
        letters
    }

    /// The newest letter of a kind to somebody.
    pub fn letter(&self, to: &str, kind: &str) -> Letter {
        let found = self.letters().into_iter().rfind(|letter| letter.to == to && letter.kind == kind);
        found.unwrap_or_else(|| panic!("no {kind} to {to} among {:?}", self.posts(0)))
    }

    /// `kind to` of every letter after the first `skipped`, sorted.
    pub fn posts(&self, skipped: usize) -> Vec<String> {
        let letters = self.letters().into_iter().skip(skipped);
        let mut posts: Vec<String> = letters.map(|letter| format!("{} {}", letter.kind, letter.to)).collect();
        posts.sort();
        posts
    }

    /// The file, opened behind the program's back; until it is dropped the file cannot be put back.
    pub fn reader(&self) -> Reader {
        Reader(Connection::open_with_flags(self.database(), OpenFlags::SQLITE_OPEN_READ_WRITE).expect("the database"))
    }

    /// The rows of a query, every value as text.
    pub fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        self.reader().rows(sql)
    }

    /// Every row of every table but those named, for comparisons.
    pub fn dump(&self, except: &[&str]) -> String {
        self.reader().dump(except)
    }

    /// The newest entry of the trail: `action outcome code`.
    pub fn last_entry(&self) -> String {
        let rows = self.rows("SELECT action, outcome, coalesce(code, '') FROM audit ORDER BY seq DESC LIMIT 1");
        rows[0].join(" ").trim_end().to_owned()
    }

    /// The file as it is now, to be put back later. Letters that were delivered stay.
    pub fn freeze(&self) -> Frozen {
        assert_eq!(self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0], "0", "somebody reads the database");
        Frozen { file: fs::read(self.database()).unwrap(), seconds: self.seconds.get() }
    }

    /// Puts the file and the clock back. Sign-ins that were made since then mean nothing any more.
    pub fn thaw(&self, frozen: &Frozen) {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.root.join(format!("pao.db{ending}")));
        }
        fs::write(self.database(), &frozen.file).unwrap();
        self.left.replace(self.content());
        self.seconds.set(frozen.seconds);
        self.forget_heads();
    }

    /// Nobody has seen any entry of the trail: for a file that is put back by the test itself.
    pub fn forget_heads(&self) {
        for state in fs::read_dir(self.root.join("state")).into_iter().flatten().flatten() {
            for file in fs::read_dir(state.path()).into_iter().flatten().flatten() {
                if file.path().extension().is_some_and(|ending| ending == "head") {
                    fs::remove_file(file.path()).unwrap();
                }
            }
        }
    }

    /// The file checks out and the trail is whole; of what a test has written itself the trail does not tell.
    pub fn check(&self) {
        self.look();
        if self.untouched.get() {
            self.run(OPS, ["db", "check"]).done();
        } else {
            assert!(self.bad_checks(&[]).iter().all(|name| name == "audit-replay"), "{:?}", self.bad_checks(&[]));
        }
        self.run(OPS, ["audit", "verify"]).done();
    }

    /// What `db check` finds something for, with these options.
    pub fn bad_checks(&self, options: &[&str]) -> Vec<String> {
        let verdict = self.run(OPS, ["db", "check"].iter().chain(options)).json();
        let bad = verdict["checks"].as_array().expect("checks").iter().filter(|check| check["ok"] == false);
        bad.map(|check| check["name"].as_str().expect("a name").to_owned()).collect()
    }
}

impl Reader {
    /// The rows of a query, every value as text.
    pub fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let mut select = self.0.prepare(sql).expect(sql);
        let width = select.column_count();
        let row = |row: &rusqlite::Row<'_>| (0..width).map(|column| Ok(text(row.get_ref(column)?))).collect();
        select.query_map([], row).expect(sql).collect::<Result<_, _>>().expect(sql)
    }

    /// Every row of every table but those named.
    pub fn dump(&self, except: &[&str]) -> String {
        let tables = self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        let mut dump = String::new();
        for table in tables.iter().map(|row| row[0].as_str()).filter(|table| !except.contains(table)) {
            for row in self.rows(&format!("SELECT * FROM {table}")) {
                dump = dump + table + ": " + &row.join(" | ") + "\n";
            }
        }
        dump
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{bytes:02x?}"),
    }
}

#[test]
fn a_scene_is_a_whole_machine_and_leaves_nothing_behind() {
    let scene = Scene::new();
    let root = scene.root.clone();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    scene.give(ANN, &site, CY, "user", &["--tools", "full"]);
    scene.check();
    assert_eq!(scene.run(CY, ["whoami"]).json()["sites"][0]["role"], "user");
    assert_eq!(scene.run(ANN, ["whoami"]).json()["sites"][0]["role"], "primary");
    assert_eq!(scene.prose(CY, ["whoami"]).done().out.matches('{').count(), 0);
    scene.run("nobody", ["whoami"]).refused("sign_in_required");
    assert_eq!(scene.now(), "2026-11-21T20:15:00Z");
    drop(scene);
    assert!(!root.exists());
}

#[test]
fn letters_lie_on_the_desk_or_in_the_spool() {
    let scene = Scene::new();
    scene.init();
    scene.person(ANN);
    scene.spool();
    scene.person(BOB);
    assert_eq!(scene.posts(0), ["verification ann@example.com", "verification bob@example.com"]);
    assert_eq!(scene.posted.borrow().len(), 1);
    assert_ne!(scene.letter(ANN, "verification").secret(), scene.letter(BOB, "verification").secret());
}

#[test]
fn what_was_frozen_comes_back() {
    let scene = Scene::new();
    scene.init();
    let (frozen, before) = (scene.freeze(), scene.dump(&[]));
    scene.advance(60);
    scene.person(ANN);
    assert_ne!(scene.dump(&[]), before);
    assert_eq!(scene.last_entry(), "login done");
    scene.thaw(&frozen);
    assert_eq!((scene.dump(&[]), scene.now().as_str()), (before, "2026-11-21T20:15:00Z"));
    assert_eq!(scene.call(OPS, ["whoami"]).with("PAO_FORMAT", "json").run().json()["operator"], true);
}
