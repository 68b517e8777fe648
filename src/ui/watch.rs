//! The terminal while a question is open: what it was like before, and which signals came meanwhile.
//!
//! What must hold: however a question ends (an answer, Ctrl-C, SIGTERM, SIGHUP, Ctrl-Z, a panic), echo, line mode
//! and signal keys are afterwards as they were before. Outside questions each signal does what it always does.
//!
//! # Signals
//! Handlers stay once they are registered, so each begins with a conditional default action, which is off while a
//! question is open. Reads are restarted by the kernel after a handler ran; so nothing here waits in a read: it waits in
//! `poll`, for a key or for the byte that the handler sends. Between `poll` and the read the keys can be gone: Ctrl-C throws
//! away what was typed. So the terminal is opened once more, and what reads from there never waits.
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::process::{getpgid, getpgrp, getppid, getsid};
use rustix::stdio::stdin;
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr, ttyname};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::flag;
use signal_hook::low_level::pipe;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex, OnceLock};

/// What is caught, the weightiest first.
const CAUGHT: [i32; 5] = [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGINT];

/// The keys among them: Ctrl-C and Ctrl-\.
const KEYS: [i32; 2] = [SIGINT, SIGQUIT];

/// Whether these keys end the process at once: not while a question or a pager is open.
fn keys_act() -> &'static Arc<AtomicBool> {
    static ACT: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    ACT.get_or_init(|| Arc::new(AtomicBool::new(true)))
}

/// What the terminal was like before the question that is open now, for the panic hook.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether what is typed can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    /// Lines.
    On,
    /// Secrets: off, and what was typed ahead is thrown away.
    Off,
}

/// The signals that are caught while a question is open.
pub(super) struct Signals {
    armed: Arc<AtomicBool>,
    caught: Vec<(i32, Arc<AtomicBool>)>,
    wake: UnixStream,
    /// The terminal of standard input, not to be waited for; none where it cannot be opened, as after `su`.
    keyboard: Option<OwnedFd>,
}

impl Signals {
    /// Registers the handlers, for good.
    pub(super) fn register() -> io::Result<Self> {
        let (wake, sender) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let armed = Arc::new(AtomicBool::new(true));
        let mut caught = Vec::new();
        for signal in CAUGHT {
            let seen = Arc::new(AtomicBool::new(false));
            let acts = if KEYS.contains(&signal) { keys_act() } else { &armed };
            flag::register_conditional_default(signal, Arc::clone(acts))?;
            flag::register(signal, Arc::clone(&seen))?;
            pipe::register(signal, sender.try_clone()?)?;
            caught.push((signal, seen));
        }
        Ok(Self { armed, caught, wake, keyboard: keyboard() })
    }

    fn source(&self) -> BorrowedFd<'_> {
        self.keyboard.as_ref().map_or_else(|| stdin(), AsFd::as_fd)
    }

    /// The weightiest signal since the question was opened.
    fn first(&self) -> Option<i32> {
        self.caught.iter().find(|(_, seen)| seen.load(SeqCst)).map(|(signal, _)| *signal)
    }

    /// Opens a question: signals are noted from now on, and keys are read as `echo` says.
    pub(super) fn open(&self, echo: Echo) -> io::Result<Open<'_>> {
        let before = tcgetattr(stdin())?;
        self.caught.iter().for_each(|(_, seen)| seen.store(false, SeqCst));
        while (&self.wake).read(&mut [0; 64]).is_ok_and(|bytes| bytes > 0) {}
        if let Ok(mut kept) = BEFORE.lock() {
            *kept = Some(before.clone());
        }
        self.armed.store(false, SeqCst);
        keys_act().store(false, SeqCst);
        let mut during = before.clone();
        if !resumable() {
            during.special_codes[SpecialCodeIndex::VSUSP] = 0;
        }
        let when = match echo {
            Echo::On => OptionalActions::Now,
            Echo::Off => {
                during.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL);
                OptionalActions::Flush
            }
        };
        let open = Open { signals: self, before };
        match tcsetattr(stdin(), when, &during) {
            Ok(()) => Ok(open),
            Err(error) => {
                open.close();
                Err(error.into())
            }
        }
    }

    /// Waits until there is something to read. A signal that is caught ends the wait.
    fn wait(&self) -> io::Result<()> {
        loop {
            if self.first().is_some() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let keys = self.source();
            let mut ready = [PollFd::new(&keys, PollFlags::IN), PollFd::new(&self.wake, PollFlags::IN)];
            match poll(&mut ready, None) {
                Ok(_) if !ready[1].revents().is_empty() || ready[0].revents().is_empty() => {}
                Err(Errno::INTR) => {}
                Ok(_) => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// What was typed, up to `buffer.len()` bytes; 0 at the end of input.
    pub(super) fn keys(&self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            self.wait()?;
            match rustix::io::read(self.source(), &mut *buffer) {
                Err(Errno::INTR | Errno::AGAIN) => {}
                // A terminal that was hung up has nothing more to say.
                Err(Errno::IO) => return Ok(0),
                other => return Ok(other?),
            }
        }
    }
}

/// The terminal of standard input, opened once more: whether a read waits is a matter of each opening, and that of the
/// shell is left as it is.
fn keyboard() -> Option<OwnedFd> {
    let how = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let name = ttyname(stdin(), Vec::new()).ok()?;
    open(name, how, Mode::empty()).ok()
}

/// A question that is open.
#[must_use]
pub(super) struct Open<'s> {
    signals: &'s Signals,
    before: Termios,
}

impl Open<'_> {
    /// Puts the terminal back and says which signal came, if one did. From here on signals act at once again.
    pub(super) fn close(self) -> Option<i32> {
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.before);
        if let Ok(mut kept) = BEFORE.lock() {
            *kept = None;
        }
        // First armed, then asked: what comes in between acts by itself.
        self.signals.armed.store(true, SeqCst);
        keys_act().store(true, SeqCst);
        self.signals.first()
    }
}

/// While this is held, Ctrl-C and Ctrl-\ are keys of another program at the same terminal.
#[must_use]
pub struct KeysLeft(());

/// Leaves the keys that end a program to one that is about to be started.
pub fn leave_keys() -> KeysLeft {
    for signal in KEYS {
        // Where this fails, the key ends both.
        let _ = flag::register_conditional_default(signal, Arc::clone(keys_act()));
    }
    keys_act().store(false, SeqCst);
    KeysLeft(())
}

impl Drop for KeysLeft {
    fn drop(&mut self) {
        keys_act().store(true, SeqCst);
    }
}

/// Puts the terminal back as it was before the question that is open, if one is: for the panic hook.
pub fn restore() {
    let Ok(mut kept) = BEFORE.try_lock() else { return };
    if let Some(before) = kept.take() {
        let _ = tcsetattr(stdin(), OptionalActions::Now, &before);
        let _ = io::stderr().write_all(b"\n");
    }
}

/// Whether somebody could wake us up after Ctrl-Z: a shell with job control, which is in our session and not in our
/// group. Without one the kernel ignores that key, and so do we.
fn resumable() -> bool {
    getppid().is_some_and(|parent| {
        getsid(Some(parent)) == getsid(None) && getpgid(Some(parent)).is_ok_and(|group| group != getpgrp())
    })
}
