//! What a run of a real program did: how it ended, and what it said.
use serde_json::Value;
use std::os::unix::process::ExitStatusExt as _;
use std::process::Output;

/// What one run did.
pub struct Ran {
    /// The exit status; none where a signal ended it.
    pub status: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: &Output) -> Self {
        Self {
            status: output.status.code(),
            signal: output.status.signal(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The whole of stdout as one JSON document.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The error object in the last line of stderr.
    #[track_caller]
    pub fn error(&self) -> Value {
        let last = self.err.lines().last().unwrap_or_default();
        serde_json::from_str::<Value>(last).unwrap_or_else(|error| panic!("{error}: {self:?}"))["error"].take()
    }

    /// The code of that error.
    #[track_caller]
    pub fn code(&self) -> String {
        self.error()["code"].as_str().expect("a code").to_owned()
    }

    /// The same run, once it has ended with `status`.
    #[track_caller]
    pub fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{self:?}");
        self
    }
}

impl std::fmt::Debug for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { status, signal, out, err } = self;
        write!(f, "exit {status:?}, signal {signal:?}\n-- stdout\n{out}\n-- stderr\n{err}")
    }
}
