//! The terminal while a question is open, and the signals that come meanwhile.
//!
//! What must hold: however a question ends (an answer, Ctrl-C, SIGTERM, SIGHUP, a panic), the terminal is afterwards as it was
//! before, its cursor included. Ctrl-Z stops a line, where it is a key of the terminal or of rustyline; in a list and at a secret it is a
//! key without meaning. Outside questions each signal does what it always does; while a pager is open, Ctrl-C is the pager's.
//!
//! dialoguer and rpassword leave signals to the program: the one leaves the cursor hidden and raw mode on, the other the echo off, and
//! both wait in a read that goes on after a handler ran. So a question runs on a thread of its own, and whoever asked waits for its
//! answer or for a signal, whichever comes first. After a signal the terminal is taken away from that thread: the program is about to
//! end.
use rustix::fs::{Mode, OFlags, open};
use rustix::stdio::{dup2_stdin, stderr, stdin};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, exit};
use std::io::{self, ErrorKind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

const CAUGHT: [i32; 4] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT];
/// Longer than a system call takes.
const AT_THIS_MOMENT: Duration = Duration::from_millis(10);
/// The exit status of a program that was interrupted.
const INTERRUPTED: i32 = 130;
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// Whom signals belong to at this moment.
enum Whose {
    /// Nobody has asked anything yet: no handler is there.
    Unhandled,
    /// They do what they always do.
    Ours,
    /// A question is open: whoever asked is told. With what the terminal was like before.
    Question(Sender<i32>, Termios),
    /// The person has left by Ctrl-C, and the program is about to end: one more such signal is no news, and libraries raise some.
    Leaving,
    /// A line is being edited by whoever knows Ctrl-C and Ctrl-Z as keys: what comes from elsewhere ends the program.
    Line(Termios),
    /// Ctrl-C and Ctrl-\ are keys of a pager.
    Pager,
}

static WHOSE: Mutex<Whose> = Mutex::new(Whose::Unhandled);

/// How long a guest's question waits, once it is known that a guest is asked.
static LIMIT: OnceLock<Duration> = OnceLock::new();
const TEN_MINUTES: Duration = Duration::from_secs(600);

/// From here on a question that nobody answers for ten minutes is as the end of input: a guest must not hold a process for ever.
pub fn limit_questions() {
    let _ = LIMIT.set(TEN_MINUTES);
}

/// Whether a question waits for a while only.
pub(super) fn are_limited() -> bool {
    LIMIT.get().is_some()
}

fn whose() -> MutexGuard<'static, Whose> {
    WHOSE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How keys are read while a question is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// In lines, as the terminal edits them.
    Line,
    /// One by one, by whoever draws the question and hides the cursor meanwhile.
    Drawn,
    /// Unseen; what was typed before the question is thrown away.
    Hidden,
}

impl Keys {
    /// Before the question is shown: whoever types at once is read as everybody else.
    fn set(self, before: &Termios) -> io::Result<()> {
        let mut during = before.clone();
        let when = match self {
            Self::Line => return Ok(()),
            Self::Drawn => {
                during.make_raw();
                during.output_modes = before.output_modes;
                OptionalActions::Now
            }
            Self::Hidden => {
                // As rpassword will have it: otherwise Ctrl-C and Ctrl-D that are typed before it reads would be no keys of its own.
                let hidden = LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG;
                during.local_modes.remove(hidden);
                during.special_codes[SpecialCodeIndex::VMIN] = 1;
                during.special_codes[SpecialCodeIndex::VTIME] = 0;
                OptionalActions::Flush
            }
        };
        Ok(tcsetattr(stdin(), when, &during)?)
    }
}

enum Event<T> {
    Answer(io::Result<T>),
    Signal(i32),
    /// Nothing came in time.
    Silence,
}

fn next<T>(events: &Receiver<Event<T>>) -> io::Result<Event<T>> {
    let Some(limit) = LIMIT.get() else { return events.recv().map_err(io::Error::other) };
    match events.recv_timeout(*limit) {
        Err(RecvTimeoutError::Timeout) => Ok(Event::Silence),
        event => event.map_err(io::Error::other),
    }
}

/// Runs a question to its answer. Ctrl-C is [`ErrorKind::Interrupted`]; what ends a program ends this one, by the same signal.
pub(super) fn during<T: Send + 'static>(
    keys: Keys,
    question: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let before = tcgetattr(stdin())?;
    let (sender, events) = mpsc::channel();
    handle()?;
    let (signals, caught) = mpsc::channel();
    *whose() = Whose::Question(signals, before.clone());
    keys.set(&before)?;
    let answers = sender.clone();
    thread::spawn(move || answers.send(Event::Answer(question())));
    thread::spawn(move || caught.into_iter().try_for_each(|signal| sender.send(Event::Signal(signal))));
    match next(&events)? {
        Event::Answer(answer) => {
            let interrupted = answer.as_ref().is_err_and(|error| error.kind() == ErrorKind::Interrupted);
            put_back(&before, keys, answer.is_ok());
            *whose() = if interrupted { Whose::Leaving } else { Whose::Ours };
            answer
        }
        Event::Signal(signal) => {
            *whose() = if signal == SIGINT { Whose::Leaving } else { Whose::Ours };
            take_away(&before, keys);
            if signal != SIGINT {
                emulate_default_handler(signal)?;
            }
            Err(ErrorKind::Interrupted.into())
        }
        Event::Silence => {
            *whose() = Whose::Ours;
            take_away(&before, keys);
            Err(ErrorKind::UnexpectedEof.into())
        }
    }
}

/// Runs the editor of a line to its end, on this very thread: it stops by itself at Ctrl-Z, and must not go on before it is continued.
pub(super) fn edited<T>(line: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let before = tcgetattr(stdin())?;
    handle()?;
    *whose() = Whose::Line(before);
    let answer = line();
    *whose() = Whose::Ours;
    answer
}

/// Takes the terminal away from a question that goes on, and puts it back. What it is doing to it at this moment it does to its end.
///
/// A list that reads its next key opens the terminal anew, and would have it raw again. So it is kept from drawing: this thread
/// has stderr to itself from here on, to the end of the program. At most one more key is read then.
fn take_away(before: &Termios, keys: Keys) {
    std::mem::forget(io::stderr().lock());
    let terminal = rustix::io::dup(stdin());
    let nothing = open("/dev/null", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty());
    if let (Ok(terminal), Ok(nothing)) = (terminal, nothing) {
        let _ = dup2_stdin(nothing);
        for _ in 0..3 {
            thread::sleep(AT_THIS_MOMENT);
            let _ = tcsetattr(&terminal, OptionalActions::Now, before);
        }
    }
    put_back(before, keys, false);
}

/// Where putting it back fails, nothing can be done about it.
fn put_back(before: &Termios, keys: Keys, answered: bool) {
    let _ = tcsetattr(stdin(), OptionalActions::Now, before);
    if answered {
        return;
    }
    if keys == Keys::Drawn {
        let _ = rustix::io::write(stderr(), SHOW_CURSOR);
    }
    let _ = rustix::io::write(stderr(), b"\n");
}

/// Starts the thread that waits for signals, once.
fn handle() -> io::Result<()> {
    if !matches!(*whose(), Whose::Unhandled) {
        return Ok(());
    }
    let mut signals = Signals::new(CAUGHT)?;
    *whose() = Whose::Ours;
    thread::spawn(move || signals.forever().for_each(act));
    Ok(())
}

fn act(signal: i32) {
    let whose = whose();
    let left = match &*whose {
        Whose::Question(asked, _) => asked.send(signal).is_err(),
        Whose::Leaving if signal == SIGINT => false,
        Whose::Line(before) => {
            put_back(before, Keys::Line, false);
            if signal == SIGINT {
                exit(INTERRUPTED);
            }
            true
        }
        Whose::Pager => !matches!(signal, SIGINT | SIGQUIT),
        Whose::Leaving | Whose::Ours | Whose::Unhandled => true,
    };
    drop(whose);
    if left {
        // The default of every one of them is known; where it fails, the process goes on.
        let _ = emulate_default_handler(signal);
    }
}

/// While this is held, Ctrl-C and Ctrl-\ are keys of another program at the same terminal.
#[must_use]
pub struct KeysLeft(());

impl KeysLeft {
    /// They stay so until the next question, or the end: a key that was pressed while the other program had them may be
    /// heard of here after that program is gone.
    pub fn for_good(self) {
        std::mem::forget(self);
    }
}

/// Leaves the keys that end a program to one that is about to be started. Where that fails, the key ends both.
pub fn leave_keys() -> KeysLeft {
    let _ = handle();
    *whose() = Whose::Pager;
    KeysLeft(())
}

impl Drop for KeysLeft {
    fn drop(&mut self) {
        *whose() = Whose::Ours;
    }
}

/// Puts the terminal back as it was before the question that is open, if one is: for the panic hook.
pub fn restore() {
    if let Ok(whose) = WHOSE.try_lock()
        && let Whose::Question(_, before) | Whose::Line(before) = &*whose
    {
        put_back(before, Keys::Drawn, false);
    }
}
