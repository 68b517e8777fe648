//! Where the story is played: each person has an own folder for the sign-in, as on machines of their own.
//!
//! What must hold: a step is a whole command line through the whole program. What it printed is shown as it was.
use crate::command::context::{Context, Program};
use crate::error::{Error, Result};
use crate::mail::{Outgoing, Post, ProcessPost, Route, Undelivered};
use crate::model::behind::Behind;
use crate::model::hash::HashCost;
use crate::model::moment::Moment;
use crate::model::practice::Step;
use crate::model::shell;
use crate::model::way::Way;
use crate::rules::Code;
use crate::ui::ask::Refusing;
use crate::ui::colour::Paint;
use crate::ui::{Format, OutputOptions, Terminal};
use crate::world::{Clock, Dice, Environment, Folders, World};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use std::cell::RefCell;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Bytes that several owners write to.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Shared {
    fn take(&self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut *self.0.borrow_mut())).into_owned()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct Still(Moment);

impl Clock for Still {
    fn now(&self) -> Moment {
        self.0
    }
}

#[derive(Clone)]
struct Seeded(Rc<RefCell<StdRng>>);

impl Dice for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        self.0.borrow_mut().fill_bytes(bytes);
        Ok(())
    }
}

/// Delivers as usual, and keeps what was delivered: the players read their letters.
#[derive(Clone, Default)]
struct Watched(Rc<RefCell<Vec<(String, String)>>>);

impl Post for Watched {
    fn deliver(&mut self, route: &Route, outgoing: &Outgoing) -> Result<(), Undelivered> {
        ProcessPost::default().deliver(route, outgoing)?;
        self.0.borrow_mut().push((outgoing.to.clone(), String::from_utf8_lossy(&outgoing.bytes).into_owned()));
        Ok(())
    }
}

/// The stage.
pub struct Stage<'c, 'w> {
    cx: &'c mut Context<'w>,
    play: Program,
    output_options: OutputOptions,
    database: PathBuf,
    homes: PathBuf,
    now: Moment,
    hash_cost: HashCost,
    dice: Seeded,
    mail: Watched,
    pub steps: Vec<Step>,
}

impl<'c, 'w> Stage<'c, 'w> {
    /// An empty stage for a database at `path`.
    pub fn new(cx: &'c mut Context<'w>, path: &Path) -> Result<Self> {
        let mut seed = [0_u8; 32];
        cx.session().dice.fill(&mut seed)?;
        let dice = Seeded(Rc::new(RefCell::new(StdRng::from_seed(seed))));
        let (play, output_options, now, hash_cost) =
            (cx.play, cx.output_options(), cx.session().now(), cx.session().hash_cost);
        let homes = super::beside(path, "-players");
        Ok(Self {
            cx,
            play,
            output_options,
            database: path.to_path_buf(),
            homes,
            now,
            hash_cost,
            dice,
            mail: Watched::default(),
            steps: vec![],
        })
    }

    /// A line between the steps.
    pub fn say(&mut self, line: &str) {
        if self.output_options.format == Format::Table {
            // Whoever stops reading does not stop the play.
            let _ = writeln!(self.cx.world.out, "\n{}", Paint::Bold.on(self.output_options.colours.out, line));
        }
    }

    /// Plays one command line as `who`, with these lines on standard input, and shows it with its answer.
    ///
    /// # Errors
    /// `internal` when the step does not end with `expected`: the story does not hold.
    pub fn step(&mut self, who: &str, words: &[&str], lines: &[&str], expected: u8) -> Result<()> {
        let (status, out, err) = self.run(who, words, lines);
        let command = shell::typed(words).to_string();
        self.show(who, &command, &out, &err);
        self.steps.push(Step { command: command.clone(), status });
        if status == expected {
            return Ok(());
        }
        Err(Error::new(Code::Internal, format!("the story does not hold: `{command}` ended with {status}: {err}")))
    }

    /// Plays a command line in silence. Gives what it printed on stdout.
    ///
    /// # Errors
    /// `internal` when it fails.
    pub fn aside(&mut self, who: &str, words: &[&str], lines: &[&str]) -> Result<String> {
        match self.run(who, words, lines) {
            (0, out, _) => Ok(out),
            (_, _, err) => Err(Error::new(Code::Internal, format!("the story does not hold: {err}"))),
        }
    }

    /// The newest secret that was mailed to an address, after `label`.
    ///
    /// # Errors
    /// `internal` when there is none.
    pub fn secret(&self, to: &str, label: &str) -> Result<String> {
        let mail = self.mail.0.borrow();
        let letters = mail.iter().rev().filter(|(address, _)| address == to);
        let mut lines = letters
            .filter_map(|(_, letter)| letter.lines().find_map(|line| line.strip_prefix(label)?.strip_prefix(": ")));
        let missing = || Error::new(Code::Internal, format!("the story does not hold: no {label} was mailed to {to}"));
        lines.next().map(|code| code.trim().to_owned()).ok_or_else(missing)
    }

    fn run(&mut self, who: &str, words: &[&str], lines: &[&str]) -> (u8, String, String) {
        let (out, err) = (Shared::default(), Shared::default());
        let mut stdin = lines.join("\n");
        stdin.push('\n');
        let mut world = World {
            clock: Box::new(Still(self.now)),
            dice: Box::new(self.dice.clone()),
            environment: Environment::of([("PAO_DB".into(), self.database.clone().into_os_string())]),
            folders: Folders { state: Some(self.homes.join(who)), ..Folders::default() },
            terminal: Terminal::default(),
            stdin: Box::new(Cursor::new(stdin.into_bytes())),
            out: Box::new(out.clone()),
            err: Box::new(err.clone()),
            meter: false,
            asker: Box::new(Refusing),
            pager: None,
            post: Box::new(self.mail.clone()),
            hash_cost: self.hash_cost,
            behind: Behind::Personal,
            way: Way::Here,
            program: None,
            confine: || (),
        };
        let argv = ["pao"].iter().chain(words).map(Into::into).collect();
        let status = (self.play.run)(argv, &mut world);
        (status, out.take(), err.take())
    }

    fn show(&mut self, who: &str, command: &str, out: &str, err: &str) {
        if self.output_options.format != Format::Table {
            return;
        }
        let (colours, world) = (self.output_options.colours, &mut self.cx.world);
        let prompt = format!("{who}$");
        let mut text = format!("{} {command}\n", Paint::Cyan.on(colours.out, &prompt));
        for line in out.lines().chain(err.lines()) {
            text.push_str("  ");
            text.push_str(line);
            text.push('\n');
        }
        let _ = write!(world.out, "{text}").and_then(|()| world.out.flush());
    }

    /// Takes the players' own folders away; the database and its letters stay.
    pub fn clear(&mut self) {
        let _ = std::fs::remove_dir_all(&self.homes);
    }
}
