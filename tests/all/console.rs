//! A terminal of its own for one program: what it shows, and what is typed there.
use rexpect::process::PtyProcess;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// After which a scene has gone wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// The key with an arrow down.
pub const DOWN: &str = "\u{1b}[B";

/// The terminal, and the program that runs at it until the value is gone. A shell has to wait at its end (`read end`): what
/// it has said and nobody has read yet is lost when the first program of a terminal ends.
pub struct Console {
    _program: PtyProcess,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    /// What came and was not looked at yet.
    unread: Vec<u8>,
    /// Everything that was looked at so far.
    pub shown: String,
}

impl Console {
    pub fn run(mut command: Command) -> Self {
        command.stdin(Stdio::inherit()).stdout(Stdio::inherit()).stderr(Stdio::inherit());
        let mut program = PtyProcess::new(command).unwrap();
        program.set_kill_timeout(Some(1000));
        let (keyboard, mut glass) = (program.get_file_handle().unwrap(), program.get_file_handle().unwrap());
        let (shows, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // A terminal that nobody has open any more is an error to read from.
            while let Ok(count @ 1..) = glass.read(&mut bytes) {
                if shows.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { _program: program, keyboard, screen, unread: Vec::new(), shown: String::new() }
    }

    /// Waits until `text` is shown. Gives what came before it.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        let at = loop {
            if let Some(at) = self.unread.windows(text.len()).position(|bytes| bytes == text.as_bytes()) {
                break at;
            }
            match self.screen.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.unread.extend(bytes),
                Err(why) => {
                    panic!("{text}: {why} after {}{}", self.shown, String::from_utf8_lossy(&self.unread))
                }
            }
        };
        let rest = self.unread.split_off(at + text.len());
        let seen = String::from_utf8_lossy(&std::mem::replace(&mut self.unread, rest)).into_owned();
        self.shown.push_str(&seen);
        seen[..seen.len() - text.len()].to_owned()
    }

    pub fn types(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    pub fn presses_ctrl(&mut self, key: char) {
        self.types(&char::from(key.to_ascii_uppercase() as u8 & 0x1f).to_string());
    }
}
