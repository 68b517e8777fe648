//! The two ways to a registry: a key that comes by ssh, and a user of this machine who comes by sudo.
use crate::console::Console;
use crate::house::House;
use crate::made::{OWNER, PAO};
use crate::ran::Ran;
use crate::sshd::{HOST, Key};
use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::process::{Child, Command, Stdio};

/// Who comes, and how.
#[derive(Clone, Debug)]
pub enum Way {
    Ssh(Key),
    Sudo(&'static str),
}

impl House {
    /// `pao WORDS…` by this way, not started yet; its stdout and stderr are gathered.
    pub fn pao<W: AsRef<OsStr>>(&self, way: &Way, words: impl IntoIterator<Item = W>) -> Command {
        match way {
            Way::Ssh(key) => {
                let mut line = OsString::new();
                for word in words {
                    line.push(OsString::from_vec(
                        shlex::bytes::try_quote(word.as_ref().as_bytes()).unwrap().into_owned(),
                    ));
                    line.push(" ");
                }
                self.line(key, line)
            }
            Way::Sudo(user) => {
                let mut sudo = as_user(user, "sudo");
                sudo.args(["-n", "-u", OWNER, PAO]).args(words);
                sudo
            }
        }
    }

    /// One line, as it stands, as the command of a connection.
    pub fn line(&self, key: &Key, line: impl AsRef<OsStr>) -> Command {
        let mut ssh = self.sshd.ssh(key, OWNER);
        ssh.args(HOST).arg(line);
        ssh
    }

    /// Runs `pao WORDS…` by this way, with these lines on stdin.
    pub fn run(&self, way: &Way, words: &[&str], lines: &[&str]) -> Ran {
        feeds(&mut self.pao(way, words), lines)
    }

    /// Runs `pao --json WORDS…` by this way, which must succeed. Gives its answer.
    #[track_caller]
    pub fn does(&self, way: &Way, words: &[&str], lines: &[&str]) -> serde_json::Value {
        self.run(way, &[&["--json"], words].concat(), lines).ends(0).json()
    }

    /// A terminal at which `pao WORDS` runs by this way; ssh makes one there, as `-t` does.
    pub fn sits(&self, way: &Way, words: &[&str]) -> Console {
        self.sits_sized(way, words, 100)
    }

    /// The same, so many columns wide.
    pub fn sits_sized(&self, way: &Way, words: &[&str], columns: u16) -> Console {
        let mut command = match way {
            Way::Ssh(key) => {
                let mut ssh = self.sshd.ssh(key, OWNER);
                let line = shlex::try_join(words.iter().copied()).unwrap();
                ssh.arg("-t").args(HOST).args((!words.is_empty()).then_some(line));
                ssh
            }
            Way::Sudo(_) => self.pao(way, words),
        };
        at_a_terminal(&mut command, columns)
    }
}

/// The terminal of a command: a shell that says how it ended or that it was stopped, and whether it left the terminal as it was.
/// With job control, since the kernel lets Ctrl-Z stop nobody without it.
pub fn at_a_terminal(command: &mut Command, columns: u16) -> Console {
    let script = "stty cols \"$0\" rows 40; set -m; trap : INT TSTP; before=$(stty -a); \"$@\"; s=$?; trap '' TSTP; w=harmed; \
                  [ \"$(stty -a)\" = \"$before\" ] && w=whole; echo \"[ended $s $w]\"; read end";
    let mut sh = Command::new("/bin/sh");
    sh.args(["-c", script, &columns.to_string()]).arg(command.get_program()).args(command.get_args());
    sh.env_clear().envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(folder) = command.get_current_dir() {
        sh.current_dir(folder);
    }
    Console::run(sh)
}

/// A program of the system as a user, with the groups of that user and next to no variables.
pub fn as_user(user: &str, program: &str) -> Command {
    let mut setpriv = Command::new("setpriv");
    setpriv.args([&format!("--reuid={user}"), &format!("--regid={user}"), "--init-groups", program]);
    setpriv
        .env_clear()
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .env("TERM", "xterm")
        .env("LANG", "C.UTF-8")
        .current_dir("/");
    setpriv.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    setpriv
}

/// Runs it with these lines on stdin.
pub fn feeds(command: &mut Command, lines: &[&str]) -> Ran {
    let typed: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    ended(started(command, typed.as_bytes()))
}

/// Starts it with these bytes on stdin.
pub fn started(command: &mut Command, bytes: &[u8]) -> Child {
    if bytes.is_empty() {
        return command.spawn().unwrap();
    }
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // Whoever refuses at once does not read.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    child
}

/// Waits for the end.
pub fn ended(child: Child) -> Ran {
    Ran::of(&child.wait_with_output().unwrap())
}
