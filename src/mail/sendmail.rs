//! Messages by the machine's own mail system, through the program `sendmail`.
//!
//! What must hold: the program is one of a fixed list and gets no shell, nothing of our environment and no address that
//! could be an option; `-i`, so that a line with a single dot is a line. It takes at most its time-out.
//!
//! # What would hurt
//! Whoever could name the program would run it as the owner of the database. So there is no setting for it.
use super::post::{Outgoing, Trouble, Undelivered};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// Where the program may be.
const PLACES: [&str; 3] = ["/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/bin/sendmail"];
/// What it finds its own helpers by.
const SEARCH: &str = "/usr/sbin:/usr/bin:/sbin:/bin";
/// How often it is looked whether it has ended.
const GLANCE: Duration = Duration::from_millis(10);
/// How long it is listened to after its end.
const LAST_WORDS: Duration = Duration::from_millis(200);
/// The most that is kept of what it says.
const LONGEST: u64 = 300;
/// `EX_NOUSER` and `EX_NOHOST` of sysexits(3): the address does not exist.
const NO_SUCH_ADDRESS: [i32; 2] = [67, 68];

/// The program, if this machine has one.
pub fn sendmail_program() -> Option<PathBuf> {
    PLACES.iter().map(PathBuf::from).find(|place| place.is_file())
}

/// Whether the program can be run.
pub(super) fn is_there(program: &Path) -> Result<(), Undelivered> {
    let found = rustix::fs::access(program, rustix::fs::Access::EXEC_OK);
    found.map_err(|error| not_run(program, &error.into()))
}

fn not_run(program: &Path, error: &io::Error) -> Undelivered {
    Undelivered::at(&program.display(), Trouble::Closed, format!("it cannot be run: {error}"))
}

/// Hands one message over.
pub(super) fn sendmail(program: &Path, timeout: Duration, outgoing: &Outgoing) -> Result<(), Undelivered> {
    if [&outgoing.from, &outgoing.to].iter().any(|address| address.starts_with('-') || address.is_empty()) {
        return Err(Undelivered::refused("the letter has an address that mail cannot use"));
    }
    let until = Instant::now() + timeout;
    let mut child = Command::new(program)
        .args(["-i", "-f", &outgoing.from, "--", &outgoing.to])
        .env_clear()
        .env("PATH", SEARCH)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_run(program, &error))?;
    let (stdin, stderr, bytes) = (child.stdin.take(), child.stderr.take(), outgoing.bytes.clone());
    // A program that does not read, or does not stop to talk, must not hold us up.
    let (hand, handed) = mpsc::channel();
    thread::spawn(move || stdin.map(|mut stdin| hand.send(stdin.write_all(&bytes).is_ok())));
    let (say, said) = mpsc::channel();
    thread::spawn(move || stderr.map(|stderr| say.send(beginning(stderr))));
    let ended = wait(&mut child, until);
    let failed = |trouble, words| Err(Undelivered::at(&program.display(), trouble, words));
    // It has the whole letter, and what it did with it is not known.
    let uncertain = || {
        let whole = handed.recv_timeout(LAST_WORDS).unwrap_or(false);
        if whole { Trouble::Uncertain } else { Trouble::Lost }
    };
    let status = match ended {
        Ok(Some(status)) => status,
        Ok(None) => {
            let (_, _) = (child.kill(), child.wait());
            return failed(uncertain(), format!("it did not end within {} s", timeout.as_secs_f32()));
        }
        Err(error) => return failed(uncertain(), format!("it could not be waited for: {error}")),
    };
    if status.success() {
        return Ok(());
    }
    // What it left running may still hold the pipe.
    let said = said.recv_timeout(LAST_WORDS).unwrap_or_default();
    let words = format!("{status} {said}").trim_end().to_owned();
    let Some(code) = status.code() else { return failed(uncertain(), words) };
    failed(Trouble::Refused { permanent: NO_SUCH_ADDRESS.contains(&code) }, words)
}

/// The first words of what is said to the end.
fn beginning(mut stream: impl Read) -> String {
    let mut said = Vec::new();
    let _ = stream.by_ref().take(LONGEST).read_to_end(&mut said);
    let _ = io::copy(&mut stream, &mut io::sink());
    String::from_utf8_lossy(&said).replace(char::is_control, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn wait(child: &mut Child, until: Instant) -> io::Result<Option<ExitStatus>> {
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(Some(status)),
            None if Instant::now() >= until => return Ok(None),
            None => thread::sleep(GLANCE),
        }
    }
}
