//! One machine with a registry that other people reach: the folder, its owner's commands, its letters.
//!
//! What must hold: only one house stands at a time, since there is one place for a registry on a machine.
use crate::letter::Letter;
use crate::made::{ADMIN, FOLDER, Made, OWNER, PAO, STAND, file, folder, runs};
use crate::people::{self, Story};
use crate::ran::Ran;
use crate::shipped;
use crate::sshd::Sshd;
use crate::ways::{as_user, feeds};
use std::fs;
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// How people reach this registry, as its letters say.
pub const REACH: &str = "ssh -t pao@licences.vendor.example";

/// A file of the owner that looks as if it could be imported.
pub const PLANTED: &str = "people.csv";

static TURN: Mutex<()> = Mutex::new(());

/// A house; what it needed of the machine is gone with it.
pub struct House {
    pub sshd: Sshd,
    _made: Made,
    _turn: MutexGuard<'static, ()>,
}

impl House {
    /// Both doors, and no registry behind them.
    pub fn empty() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let made = Made::begin();
        file("/etc/sudoers.d/pao", shipped::SUDOERS, 0o440);
        file("/etc/sudoers.d/pao-admin", format!("{ADMIN} ALL=(ALL:ALL) NOPASSWD: ALL\n"), 0o440);
        folder("/usr/share/pao");
        file("/usr/share/pao/ssh-banner", shipped::BANNER, 0o644);
        file(&format!("{STAND}/pao.conf"), shipped::SSHD, 0o644);
        let sshd = Sshd::begin(&format!("AcceptEnv LANG LC_*\nInclude {STAND}/pao.conf\n"));
        let house = Self { sshd, _made: made, _turn: turn };
        house.puts(PLANTED, b"id,role\ncanary-in-a-file@example.com,user\n");
        house
    }

    /// A registry with nobody in it but its first operator.
    pub fn begun() -> Self {
        let house = Self::empty();
        people::begin(&house);
        house
    }

    /// A registry in which a site is active: see [`people::play`].
    pub fn story() -> (Self, &'static Story) {
        static STORY: OnceLock<Story> = OnceLock::new();
        if let Some(story) = STORY.get() {
            let house = Self::empty();
            house.puts("pao.db", &story.db);
            house.puts("outgoing", b"");
            return (house, story);
        }
        let house = Self::begun();
        let story = people::play(&house);
        (house, STORY.get_or_init(|| story))
    }

    /// A file of the registry's user.
    pub fn puts(&self, name: &str, bytes: &[u8]) -> String {
        let path = format!("{FOLDER}/{name}");
        file(&path, bytes, 0o600);
        runs("chown", &[&format!("{OWNER}:{OWNER}"), &path]);
        path
    }

    /// The database.
    pub fn db(&self) -> String {
        format!("{FOLDER}/pao.db")
    }

    /// `pao WORDS…` as root, without any variable; not started yet.
    pub fn root(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PAO);
        command.args(words).env_clear().current_dir("/").stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs `pao WORDS…` as root.
    pub fn owner(&self, words: &[&str], lines: &[&str]) -> Ran {
        feeds(&mut self.root(words), lines)
    }

    /// What the unit runs every minute, as the unit runs it.
    pub fn timer(&self) -> Ran {
        let line = shipped::SERVICE.lines().find_map(|line| line.strip_prefix("ExecStart=")).unwrap();
        let mut words = line.split(' ');
        let mut maintain = as_user(OWNER, words.next().unwrap());
        maintain.args(words).env_clear().env("PATH", "/usr/bin:/bin").env("USER", OWNER).env("HOME", FOLDER);
        Ran::of(&maintain.output().unwrap())
    }

    /// The letters that lie in the spool, the oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        let Ok(spool) = fs::read_dir(format!("{FOLDER}/pao-mail")) else { return Vec::new() };
        let mut paths: Vec<_> = spool.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| Letter::read(&fs::read(path).unwrap())).collect()
    }

    /// The newest letter of a kind to somebody, once the unit has sent what waits.
    #[track_caller]
    pub fn letter(&self, to: &str, kind: &str) -> Letter {
        self.timer().ends(0);
        let found = self.letters().into_iter().rfind(|letter| letter.kind == kind && letter.to == to);
        found.unwrap_or_else(|| panic!("no letter {kind} to {to}"))
    }
}
