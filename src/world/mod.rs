//! The one door to the outside: clock, dice, environment, folders, terminal, streams, the asker and the post.
//!
//! What must hold: nothing else in the library reads the clock, the environment or the command line, or writes to a
//! stream of the process; lints see to it. Tests bring a [`World`] of their own, so that the shipped binary needs no back
//! door. Making the world of a process is cheap: a few system calls and no file opened.
pub mod behind;
pub mod kept_head;
pub mod keyring;
mod paging;
pub mod process;

pub use crate::model::hash::HashCost;
pub use crate::ui::Terminal;

use crate::error::{Error, Result};
use crate::folder;
use crate::mail::post::Post;
use crate::model::behind::{Behind, Guest};
use crate::model::moment::Moment;
use crate::model::way::{Prefix, Way};
use crate::rules::Code;
use crate::ui::OutputOptions;
use crate::ui::ask::{Asker, Refusing};
use crate::ui::pager::{self, Pager, Program};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Everything that a command may use of the outside.
pub struct World {
    /// What time it is.
    pub clock: Box<dyn Clock>,
    /// Where salts, codes and tokens come from.
    pub dice: Box<dyn Dice>,
    /// The variables of the process.
    pub environment: Environment,
    /// Where data and state live.
    pub folders: Folders,
    /// Which streams are terminals.
    pub terminal: Terminal,
    /// The answer to `-`. Questions are not answered through it.
    pub stdin: Box<dyn Read>,
    /// The answer. Buffered: whoever writes to it flushes it, and judges what that says.
    pub out: Box<dyn Write>,
    /// The conversation. Every whole line is sent at once.
    pub err: Box<dyn Write>,
    /// Whether long work tells on stderr how far it has come: on a terminal that can draw.
    pub meter: bool,
    /// Whom to ask.
    pub asker: Box<dyn Asker>,
    /// What shows long lists page by page; none where `pao` runs for somebody else.
    pub pager: Option<Box<dyn Pager>>,
    /// What carries letters away.
    pub post: Box<dyn Post>,
    /// What a password hash costs.
    pub hash_cost: HashCost,
    /// Who stands behind the call.
    pub behind: Behind,
    /// How whoever reads the answer gets to this registry.
    pub way: Way,
    /// The file that is being run; none where that cannot be told.
    pub program: Option<PathBuf>,
    /// What is done to the process before a guest is served.
    pub confine: fn(),
}

impl World {
    /// From here on a guest is served, from a database that their way in names, or from that of this machine: nothing that they
    /// brought along counts, and no program is started for them.
    pub fn receive(&mut self, guest: Guest, database: Option<PathBuf>) {
        // What people type who come by ssh stands in the registry (`care.reach`).
        self.way = if let Guest::Sudo { .. } = guest { Way::Through(Prefix::sudo()) } else { Way::Here };
        self.behind = Behind::Guest(guest);
        self.environment.keep_what_guests_may_bring();
        self.folders = match database {
            Some(database) => Folders { database: Some(database), ..Folders::default() },
            None => Folders::of_this_machine(),
        };
        self.folders.working = None;
        self.pager = None;
        (self.confine)();
    }

    /// From here on nobody is asked anything: `--no-input`.
    pub fn stop_asking(&mut self) {
        self.asker = Box::new(Refusing);
    }

    /// From here on an answer that is longer than the terminal is shown page by page, where somebody can turn pages.
    pub fn page(&mut self, output_options: &OutputOptions) {
        let program = Program::wanted(|name| self.environment.raw(name));
        if let (Some(lines), Some(program)) = (pager::screen(output_options), program)
            && let Some(pager) = self.pager.take()
        {
            pager::hold(&mut self.out, pager, program, lines);
        }
    }
}

/// A clock.
pub trait Clock {
    /// The present, in whole seconds.
    fn now(&self) -> Moment;
}

/// A source of random bytes that nobody can guess.
pub trait Dice {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// `io` where the operating system gives none.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<()>;
}

/// The variables that a guest may bring along, and root the user that it becomes (service.md).
const OF_GUESTS: [&str; 5] = ["TERM", "COLORTERM", "NO_COLOR", "CLICOLOR_FORCE", "CI"];

/// The variables of the process whose names are Unicode.
#[derive(Debug, Clone, Default)]
pub struct Environment(BTreeMap<String, OsString>);

impl Environment {
    /// The variables among `pairs`; names that are not Unicode are none of ours.
    pub fn of(pairs: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        Self(pairs.into_iter().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect())
    }

    /// The value of `name` as it is, for paths.
    pub fn raw(&self, name: &str) -> Option<&OsStr> {
        self.0.get(name).map(OsString::as_os_str)
    }

    /// The value of `name`, empty or not; none where it is not Unicode.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.raw(name)?.to_str()
    }

    /// The value of `name`, if it says something.
    pub fn set_and_not_empty(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Whether `name` says yes: anything but empty, `0` and `false` (cli.md on `CI`).
    pub fn says_yes(&self, name: &str) -> bool {
        self.raw(name).is_some_and(|value| !matches!(value.to_str(), Some("" | "0" | "false")))
    }

    /// Drops what sshd and sudo do not say: of the rest a caller over ssh may have chosen every variable.
    pub fn keep_what_sshd_says(&mut self) {
        let said = |name: &str| behind::MARKS.contains(&name) || OF_GUESTS.contains(&name);
        self.0.retain(|name, _| said(name));
    }

    /// Drops what somebody else's call must not bring along: every variable but five, which say something about their terminal, and
    /// of these what is no plain word.
    fn keep_what_guests_may_bring(&mut self) {
        let plain = |value: &OsStr| {
            let text = value.to_str().unwrap_or("?");
            text.len() <= 64 && text.chars().all(|c| c.is_ascii_alphanumeric() || "._+-".contains(c))
        };
        self.0.retain(|name, value| OF_GUESTS.contains(&name.as_str()) && plain(value));
    }

    /// Every name that is set, for those who refuse some of them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Where things are kept by default: what the XDG base directories say. `None` where neither they nor HOME say it.
#[derive(Debug, Clone, Default)]
pub struct Folders {
    /// Holds `pao.db`.
    pub data: Option<PathBuf>,
    /// The database, where a guest's way in names one.
    pub database: Option<PathBuf>,
    /// Holds the stored sign-ins.
    pub state: Option<PathBuf>,
    /// Whatever else the user keeps.
    pub home: Option<PathBuf>,
    /// What relative paths are relative to; `None` where it was removed.
    pub working: Option<PathBuf>,
}

impl Folders {
    /// Those of the registry of this machine, whoever is behind a call of its user.
    pub fn of_this_machine() -> Self {
        let home = PathBuf::from(behind::PLACE);
        let state = home.join(".local/state/pao");
        Self { data: Some(home.clone()), database: None, state: Some(state), home: Some(home), working: None }
    }

    /// Where the database is, where nobody says it; `hint` says what would help.
    ///
    /// # Errors
    /// As [`Folders::for_data`].
    pub fn for_database(&self, hint: &str) -> Result<PathBuf> {
        match &self.database {
            Some(database) => Ok(database.clone()),
            None => Ok(self.for_data(hint)?.join("pao.db")),
        }
    }

    /// Where a database goes by default; `hint` says what would help.
    ///
    /// # Errors
    /// `io` where there is no such folder.
    pub fn for_data(&self, hint: &str) -> Result<&Path> {
        self.data.as_deref().ok_or_else(|| nowhere("the database").hinted(hint))
    }

    /// Where sign-ins are stored.
    ///
    /// # Errors
    /// `io` where there is no such folder; `insecure_file` where it must not be made.
    pub fn for_state(&self) -> Result<&Path> {
        let hint = "use `--print-token` and `PAO_TOKEN`";
        let state = self.state.as_deref().ok_or_else(|| nowhere("the sign-in").hinted(hint))?;
        folder::may_be_made(state).map(|()| state)
    }
}

fn nowhere(what: &str) -> Error {
    Error::new(Code::Io, format!("there is no folder for {what}: HOME is not set to an absolute path"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStringExt;

    #[test]
    fn variables_are_there_empty_or_unreadable() {
        let bytes = |text: &[u8]| OsString::from_vec(text.to_vec());
        let environment = Environment::of([
            ("PAO_DB".into(), bytes(b"/x/\xff.db")),
            ("CI".into(), "".into()),
            ("NO".into(), "false".into()),
            ("ONE".into(), "1".into()),
            (bytes(b"\xff"), "1".into()),
        ]);
        assert_eq!(environment.raw("PAO_DB"), Some(bytes(b"/x/\xff.db").as_os_str()));
        assert_eq!((environment.get("PAO_DB"), environment.get("CI")), (None, Some("")));
        assert_eq!((environment.set_and_not_empty("CI"), environment.set_and_not_empty("ONE")), (None, Some("1")));
        let yes = ["PAO_DB", "CI", "NO", "ONE", "NONE"].map(|name| environment.says_yes(name));
        assert_eq!(yes, [true, false, false, true, false]);
        assert_eq!(environment.names().count(), 4);
    }

    #[test]
    fn guests_bring_a_few_plain_words() {
        let long = "x".repeat(65);
        let mut environment = Environment::of(
            [
                ("TERM", "xterm-256color"),
                ("CI", ""),
                ("COLORTERM", "\x1b]0;x"),
                ("NO_COLOR", &long),
                ("PAO_TOKEN", "t"),
            ]
            .map(|(name, value)| (name.into(), value.into())),
        );
        environment.keep_what_guests_may_bring();
        assert_eq!(environment.names().collect::<Vec<_>>(), ["CI", "TERM"]);
    }
}
