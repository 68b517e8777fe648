//! One command on its way through `pao::run`: what it is given, and what it did.
//!
//! The clock, the dice and the post are the scene's; nothing of the machine that runs the tests comes in.
#![allow(dead_code, reason = "a stage has props that no play needs yet")]
use crate::letter::Letter;
use crate::printed;
use crate::schema;
use crate::streams;
use crate::world::Scene;
use pao::World;
use pao::mail::{Outgoing, Post, ProcessPost, Route, Undelivered};
use pao::model::behind::{Behind, Guest};
use pao::model::moment::Moment;
use pao::model::way::Way;
use pao::ui::ask::{Asker, Refusing};
use pao::ui::pager::Pager;
use pao::world::{Clock, Dice, Environment, Folders, HashCost, Terminal};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What one command did.
#[derive(Debug)]
pub struct Run {
    pub argv: String,
    pub status: u8,
    pub out: String,
    pub err: String,
}

/// A command that is about to be run.
pub struct Call<'s> {
    scene: &'s Scene,
    who: String,
    argv: Vec<String>,
    stdin: String,
    variables: Vec<(String, String)>,
    terminal: Terminal,
    asker: Box<dyn Asker>,
    pager: Option<Box<dyn Pager>>,
    guest: Option<Guest>,
}

impl<'s> Call<'s> {
    pub(crate) fn of(scene: &'s Scene, who: &str, argv: Vec<String>) -> Self {
        Self {
            scene,
            who: who.to_owned(),
            argv,
            stdin: String::new(),
            variables: Vec::new(),
            terminal: Terminal::default(),
            asker: Box::new(Refusing),
            pager: None,
            guest: None,
        }
    }

    /// Through sudo or ssh.
    pub fn through(mut self, guest: Guest) -> Self {
        self.guest = Some(guest);
        self
    }

    /// Lines on stdin.
    pub fn typing(mut self, lines: &[&str]) -> Self {
        self.stdin = lines.iter().flat_map(|line| [line, "\n"]).collect();
        self
    }

    /// One more variable of the environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// At a terminal of 100 columns, where `asker` answers.
    pub fn at_a_terminal(mut self, asker: impl Asker + 'static) -> Self {
        self.terminal = Terminal { stdin: true, stdout: true, stderr: true, width: Some(100), height: Some(40) };
        self.asker = Box::new(asker);
        self
    }

    /// What it says is shown at a terminal, where nobody sits.
    pub fn shown_at_a_terminal(mut self) -> Self {
        self.terminal = Terminal { stdin: false, stdout: true, stderr: true, width: Some(60), height: None };
        self
    }

    /// The answer goes into a file or a pipe.
    pub fn with_piped_stdout(mut self) -> Self {
        self.terminal.stdout = false;
        self
    }

    /// With one more option before the command.
    pub fn option(mut self, option: &str) -> Self {
        self.argv.insert(0, option.to_owned());
        self
    }

    /// The same at a terminal of so many columns and lines.
    pub fn sized(mut self, columns: u16, lines: u16) -> Self {
        (self.terminal.width, self.terminal.height) = (Some(columns), Some(lines));
        self
    }

    /// With something that shows long lists.
    pub fn paged_by(mut self, pager: impl Pager + 'static) -> Self {
        self.pager = Some(Box::new(pager));
        self
    }

    /// Runs it; answers are JSON, and fit their schemas.
    #[track_caller]
    pub fn json(mut self) -> Run {
        let argv = self.argv.clone();
        self.argv.splice(0..0, ["--format".to_owned(), "json".to_owned()]);
        let root = self.scene.root.clone();
        let run = streams::way().set(self).run();
        schema::fits(&argv, &run);
        streams::hear(&run, &root);
        run
    }

    /// Runs it as it is.
    pub fn run(self) -> Run {
        let (out, err) = (Buffer::default(), Buffer::default());
        let scene = self.scene;
        let once = scene.once.borrow_mut().take();
        let post: Box<dyn Post> = if let Some(post) = once {
            post
        } else if scene.spooling.get() {
            Box::<ProcessPost>::default()
        } else {
            Box::new(Cache(scene.posted.clone()))
        };
        let own = |(name, value): (String, String)| (OsString::from(name), OsString::from(value));
        let database = ("PAO_DB".into(), scene.database().into_os_string());
        let mut world = World {
            clock: Box::new(Standing(scene.seconds.clone())),
            dice: Box::new(Loaded(scene.drawn.clone())),
            environment: Environment::of(self.variables.into_iter().map(own).chain([database])),
            folders: folders(&scene.root, &self.who),
            terminal: self.terminal,
            stdin: Box::new(Cursor::new(self.stdin.into_bytes())),
            out: Box::new(out.clone()),
            err: Box::new(err.clone()),
            meter: false,
            asker: self.asker,
            pager: self.pager,
            post,
            hash_cost: HashCost { memory_kib: 8, passes: 1 },
            behind: Behind::Personal,
            way: Way::Here,
            program: None,
            confine: || (),
        };
        if let Some(guest) = self.guest {
            world.receive(guest, Some(scene.database()));
        }
        let argv = format!("{}$ pao {}", self.who, self.argv.join(" "));
        let words = std::iter::once("pao".to_owned()).chain(self.argv).map(OsString::from);
        scene.look();
        let status = pao::run(words, &mut world);
        scene.replay(&argv, status == 0);
        let run = Run { argv, status, out: out.text(), err: err.text() };
        // What a shell reads of a script is no line for people.
        if !run.argv.contains("completions") {
            printed::look_through(&here(&run.out));
        }
        printed::look_through(&here(&run.err));
        run
    }
}

fn folders(root: &Path, who: &str) -> Folders {
    let folder = |name: &str| Some(root.join(name));
    Folders {
        data: folder("data"),
        state: Some(root.join(state_of(who))),
        home: folder("home"),
        working: Some(root.to_owned()),
        database: None,
    }
}

/// What a guest is told, with `pao` where they type something else.
fn here(text: &str) -> String {
    text.replace("sudo -u pao pao", "pao").replace("ssh -t pao@licences.vendor.example", "pao")
}

/// Whether these words are a command line: their help is asked for, so that they are parsed and not run; then they are run where
/// nothing is, at a terminal where nobody answers. A value that is left to be asked for may be missing; none may be wrong.
pub fn understood(words: &[String]) -> Result<(), String> {
    let run = |words: Vec<&str>| {
        let (out, err) = (Buffer::default(), Buffer::default());
        let mut world = World {
            clock: Box::new(Standing(Rc::default())),
            dice: Box::new(Loaded(Rc::default())),
            environment: Environment::default(),
            folders: Folders::default(),
            terminal: Terminal { stdin: true, stderr: true, ..Terminal::default() },
            stdin: Box::new(io::empty()),
            out: Box::new(out),
            err: Box::new(err.clone()),
            meter: false,
            asker: Box::new(Refusing),
            pager: None,
            post: Box::<ProcessPost>::default(),
            hash_cost: HashCost { memory_kib: 8, passes: 1 },
            behind: Behind::Personal,
            way: Way::Here,
            program: None,
            confine: || (),
        };
        (pao::run(words.into_iter().map(OsString::from), &mut world), err.text())
    };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (options, arguments) = words.split_at(words.iter().position(|word| *word == "--").unwrap_or(words.len()));
    let (status, err) = run([options, &["--help"], arguments].concat());
    if status != 0 {
        return Err(err);
    }
    // These two need nothing to be there already.
    if words.iter().any(|word| ["demo", "init"].contains(word)) {
        return Ok(());
    }
    match run(words) {
        (2, err) if ![" is missing", "nothing to change", "needs a command"].iter().any(|left| err.contains(left)) => {
            Err(err)
        }
        (7, err) => Err(err),
        _ => Ok(()),
    }
}

/// The folder for the stored sign-ins of a person.
fn state_of(who: &str) -> PathBuf {
    let plain = |symbol: char| if symbol.is_ascii_alphanumeric() { symbol } else { '_' };
    Path::new("state").join(who.chars().map(plain).collect::<String>())
}

impl Run {
    /// It must have succeeded.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.status, 0, "{self}");
        self
    }

    /// It must have failed with this code, and with nothing on stdout.
    #[track_caller]
    pub fn refused(self, code: &str) -> Self {
        assert_eq!(self.code().as_deref(), Some(code), "{self}");
        assert!(self.status != 0 && self.out.is_empty(), "{self}");
        self
    }

    /// The answer.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{self}"))
    }

    /// The documented object on the last line of stderr, or null.
    pub fn error(&self) -> Value {
        let last = self.err.lines().last().unwrap_or_default();
        serde_json::from_str::<Value>(last).map_or(Value::Null, |mut line| line["error"].take())
    }

    /// The code of the failure.
    pub fn code(&self) -> Option<String> {
        self.error()["code"].as_str().map(str::to_owned)
    }

    /// `kind to` of every notice that the answer names, sorted.
    pub fn notices(&self) -> Vec<String> {
        let json = self.json();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let notices = json["notices"].as_array().expect("notices");
        let mut words: Vec<String> =
            notices.iter().map(|notice| format!("{} {}", text(&notice["kind"]), text(&notice["to"]))).collect();
        words.sort();
        words
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\nstatus {}\nout: {}\nerr: {}", self.argv, self.status, self.out, self.err)
    }
}

/// A clock that moves when it is told to.
struct Standing(Rc<Cell<i64>>);

impl Clock for Standing {
    fn now(&self) -> Moment {
        Moment::from_seconds(self.0.get())
    }
}

/// Dice that fall alike in every scene and differently at every draw (splitmix64).
struct Loaded(Rc<Cell<u64>>);

impl Dice for Loaded {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), pao::Error> {
        for chunk in bytes.chunks_mut(8) {
            self.0.set(self.0.get() + 1);
            let mut mixed = self.0.get().wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(mixed ^ (mixed >> 31)).to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// A post that keeps every letter where the test can read it, whatever the route.
struct Cache(Rc<RefCell<Vec<Letter>>>);

impl Post for Cache {
    fn deliver(&mut self, _: &Route, outgoing: &Outgoing) -> Result<(), Undelivered> {
        self.0.borrow_mut().push(Letter::read(&outgoing.bytes));
        Ok(())
    }
}

/// A stream that is kept.
#[derive(Clone, Default)]
struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Buffer {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("UTF-8")
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
