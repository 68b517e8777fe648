//! The world of a real process, and what is done to that process before anything else.
//!
//! What must hold: the mask and the core limit are set before a file is made or a secret is read.
use crate::error::{Error, Result};
use crate::mail::post::ProcessPost;
use crate::model::behind::Behind;
use crate::model::moment::Moment;
use crate::model::way::Way;
use crate::rules::Code;
use crate::ui;
use crate::ui::ask::{Asker, Refusing};
use crate::ui::plain::Plain;
use crate::ui::terminal::Drawn;
use crate::world::behind::{self, BY, plain_uid};
use crate::world::paging::ProcessPager;
use crate::world::{Clock, Dice, Environment, Folders, HashCost, OF_GUESTS, Terminal, World};
use anyhow::Context as _;
use directories::ProjectDirs;
use nix::sys::signal::{SigSet, Signal};
use rand::TryRng;
use rand::rngs::SysRng;
use rustix::fs::Mode;
use rustix::process::{DumpableBehavior, Resource, Rlimit, geteuid, set_dumpable_behavior, setrlimit, umask};
use rustix::stdio;
use rustix::termios::tcgetwinsize;
use signal_hook::consts::SIGXFSZ;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, IsTerminal, LineWriter, Write};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::process::CommandExt as _;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What a mistake of ours says to the person; the values that met in it stay unsaid, since one could be a secret.
const MISTAKE: &[u8] = b"error: internal error; check whether the command took effect before you run it again\n";

/// How much of an answer is gathered before it is sent.
const BLOCK: usize = 16 * 1024;

/// Prepares the process: files for the owner only, no core dumps, a full disk as an error instead of a signal, and
/// a whole terminal and exit status 1 after a mistake. Failures are borne: none of it is what the person asked for.
pub fn prepare() {
    umask(Mode::RWXG | Mode::RWXO);
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    // The limit says nothing to a core handler behind a pipe; this does.
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    // A handler that does nothing: the write that went too far then fails with a plain error.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    panic::set_hook(Box::new(|_| {
        ui::restore();
        let _ = io::stderr().write_all(MISTAKE);
        signal_hook::low_level::exit(1)
    }));
}

/// Root owns the registry of this machine, and works on it as its user: replaces itself by a process of that user with the same words,
/// where they name no other database. Gives why it cannot, where it should.
///
/// # Errors
/// `io`.
pub fn become_the_owner(argv: &[OsString]) -> Result<()> {
    let environment = Environment::of(std::env::vars_os());
    let elsewhere =
        ["PAO_DB", "PAO_COMPLETE", "SSH_ORIGINAL_COMMAND"].iter().any(|name| environment.raw(name).is_some());
    let typed = argv.iter().skip(1).map(|word| word.as_bytes()).take_while(|word| *word != b"--");
    let elsewhere = elsewhere || typed.into_iter().any(|word| word == b"--db" || word.starts_with(b"--db="));
    let Some((uid, gid)) = behind::user().filter(|_| geteuid().is_root() && !elsewhere) else { return Ok(()) };
    let by = environment.get("SUDO_UID").filter(|text| plain_uid(text).is_some());
    let kept = OF_GUESTS.iter().filter_map(|name| Some((*name, environment.raw(name)?)));
    let mut owner = Command::new(std::env::current_exe().context("the program cannot find itself")?);
    owner.arg0(argv.first().map_or(OsStr::new("pao"), OsString::as_os_str)).args(argv.iter().skip(1));
    owner.env_clear().envs(kept).envs(by.map(|by| (BY, by)));
    // Root's groups go with its uid.
    let error = owner.uid(uid).gid(gid).exec();
    Err(Error::new(Code::Io, format!("root cannot become the user of {}: {error}", behind::PLACE)))
}

/// What is done to a process before it serves a guest: it starts no program with other rights, cannot be stopped by a key in the
/// middle of a transaction, and waits ten minutes for an answer.
fn confine() {
    let _ = rustix::thread::set_no_new_privs(true);
    // Blocked rather than ignored, which no safe function does: both leave the process running.
    let stopping: SigSet = [Signal::SIGTSTP, Signal::SIGTTIN, Signal::SIGTTOU].into_iter().collect();
    let _ = stopping.thread_block();
    ui::limit_questions();
}

impl World {
    /// The world as this process finds it.
    pub fn of_process() -> Self {
        let environment = Environment::of(std::env::vars_os());
        let behind = behind::of_process(&environment);
        let mut world = Self::with(environment);
        match behind {
            Behind::Guest(guest) => world.receive(guest, None),
            Behind::Owner { .. } => {
                let working = world.folders.working.take();
                world.folders = Folders { working, ..Folders::of_this_machine() };
                world.behind = behind;
            }
            Behind::Personal | Behind::Unknown => world.behind = behind,
        }
        world
    }

    fn with(environment: Environment) -> Self {
        let terminal = terminal(&environment);
        let asker = asker(&environment, terminal);
        World {
            clock: Box::new(SystemClock),
            dice: Box::new(SystemDice),
            folders: folders(&environment),
            meter: terminal.stderr && environment.get("TERM") != Some("dumb"),
            pager: ProcessPager::of_the_caller(&environment),
            environment,
            terminal,
            stdin: Box::new(io::stdin()),
            out: Box::new(BufWriter::with_capacity(BLOCK, io::stdout().lock())),
            err: Box::new(LineWriter::new(io::stderr())),
            asker,
            post: Box::<ProcessPost>::default(),
            hash_cost: HashCost::OWASP,
            behind: Behind::Personal,
            way: Way::Here,
            program: std::env::current_exe().ok(),
            confine,
        }
    }
}

/// The folders that the variables name; a path that is not absolute names none. Without HOME `directories` would ask the password
/// database, in which not every user has an entry: it is not asked then, and an XDG variable still speaks for its own folder.
#[expect(clippy::disallowed_methods, reason = "the world is made here")]
fn folders(environment: &Environment) -> Folders {
    let absolute = |name: &str| environment.raw(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = absolute("HOME");
    let usual = home.as_ref().and_then(|_| ProjectDirs::from("", "", "pao"));
    let own = |name: &str| Some(absolute(name)?.join("pao"));
    let (data, state) = match &usual {
        Some(usual) => (Some(usual.data_dir().to_path_buf()), usual.state_dir().map(Path::to_path_buf)),
        None => (own("XDG_DATA_HOME"), own("XDG_STATE_HOME")),
    };
    Folders { data, state, home, working: std::env::current_dir().ok(), database: None }
}

fn terminal(environment: &Environment) -> Terminal {
    let stdout = io::stdout().is_terminal();
    let announced = || environment.get("COLUMNS")?.parse().ok();
    let size = if stdout { tcgetwinsize(stdio::stdout()).ok() } else { None };
    let (columns, lines) = size.map_or((0, 0), |size| (size.ws_col, size.ws_row));
    let width = if stdout { Some(columns).filter(|&width| width > 0).or_else(announced) } else { None };
    let height = Some(lines).filter(|&height| height > 0);
    Terminal { stdin: io::stdin().is_terminal(), stdout, stderr: io::stderr().is_terminal(), width, height }
}

/// Whom to ask: nobody in scripts; without drawing where somebody wants it so, or where the terminal cannot.
fn asker(environment: &Environment, terminal: Terminal) -> Box<dyn Asker> {
    if !terminal.stdin || !terminal.stderr {
        return Box::new(Refusing);
    }
    let moves = !matches!(environment.get("TERM"), None | Some("" | "dumb"));
    // Zeros are no size. dialoguer's lists need a few lines.
    let fits = |cells: u16, needed: u16| cells == 0 || cells >= needed;
    let roomy = tcgetwinsize(stdio::stderr()).is_ok_and(|size| fits(size.ws_row, 6) && fits(size.ws_col, 20));
    if moves && roomy && !environment.says_yes("PAO_PLAIN") {
        Box::new(Drawn::default())
    } else {
        Box::new(Plain::default())
    }
}

struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the world is made here")]
    fn now(&self) -> Moment {
        // No library's moments: a clock may say any time, and what lies outside ours is refused, with words.
        let seconds = |span: Duration| i64::try_from(span.as_secs()).unwrap_or(i64::MAX);
        Moment::from_seconds(match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => seconds(since),
            Err(before) => -seconds(before.duration()),
        })
    }
}

struct SystemDice;

impl Dice for SystemDice {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()> {
        Ok(SysRng.try_fill_bytes(bytes).context("the operating system gives no random numbers")?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_of_a_process_tells_the_time_and_throws_dice() {
        let mut world = World::of_process();
        assert!(world.clock.now().seconds() > 1_700_000_000);
        let mut bytes = [[0; 32]; 2];
        for half in &mut bytes {
            world.dice.fill(half).expect("random numbers");
        }
        assert_ne!(bytes[0], bytes[1]);
        assert_ne!(bytes[0], [0; 32]);
        assert_eq!(world.hash_cost, HashCost { memory_kib: 19_456, passes: 2 });
    }
}
