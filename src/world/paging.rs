//! Pagers as processes of their own.
//!
//! What must hold: where `pao` runs for somebody who is not its user, by `sudo` or as the one command of an SSH key, no
//! pager is started: a pager opens files and shells, and would do so as the user who owns the registry.
use crate::ui;
use crate::ui::pager::{Handed, Pager, Program};
use crate::world::Environment;
use rustix::process::{getegid, geteuid, getgid, getuid};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// What says that somebody else is behind a call.
const BEHIND: [&str; 5] = ["SUDO_UID", "SUDO_USER", "DOAS_USER", "PKEXEC_UID", "SSH_ORIGINAL_COMMAND"];

/// How a shell says that there is no such program, or that it cannot be run.
const NOT_RUN: [i32; 2] = [126, 127];

/// Starts pagers.
pub struct ProcessPager;

impl ProcessPager {
    /// The pager of whoever called this process; none where it runs for somebody else.
    pub fn of_the_caller(environment: &Environment) -> Option<Box<dyn Pager>> {
        let own = getuid() == geteuid() && getgid() == getegid();
        let alone = BEHIND.iter().all(|name| environment.raw(name).is_none());
        (own && alone).then(|| Box::new(Self) as Box<dyn Pager>)
    }
}

impl Pager for ProcessPager {
    fn show(&mut self, program: &Program, text: &[u8]) -> Handed {
        let mut command = match program {
            Program::Usual => {
                let mut less = Command::new("less");
                less.arg("-FRX");
                less
            }
            Program::Chosen(line) => {
                let mut shell = Command::new("/bin/sh");
                shell.arg("-c").arg(line);
                shell
            }
        };
        // Ctrl-C is a key of the pager's; it must not leave it behind without us.
        let keys = ui::leave_keys();
        let Ok(mut child) = command.stdin(Stdio::piped()).env_remove("PAO_TOKEN").spawn() else {
            return Handed::Unread;
        };
        if let Some(mut pipe) = child.stdin.take() {
            // Whoever has read enough closes it.
            let _ = pipe.write_all(text);
        }
        match child.wait().ok().and_then(|status| status.code()) {
            Some(status) if NOT_RUN.contains(&status) => Handed::Unread,
            _ => {
                keys.for_good();
                Handed::Read
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_call_for_somebody_else_has_no_pager() {
        let of = |name: &str| ProcessPager::of_the_caller(&Environment::of([(name.into(), "1000".into())])).is_some();
        assert!(of("HOME") && of("SSH_CONNECTION"));
        assert_eq!(BEHIND.map(of), [false; 5]);
    }

    #[test]
    fn a_text_is_read_whole_or_in_part_or_not_at_all() {
        let folder = std::env::temp_dir().join(format!("pao-pager-{}", std::process::id()));
        let _ = fs::create_dir(&folder);
        let kept = folder.join("kept text");
        let text = "a line\n".repeat(100_000);
        let shown = |line: String| ProcessPager.show(&Program::Chosen(line.into()), text.as_bytes());
        assert_eq!(shown(format!("cat >'{}'; exit 3", kept.display())), Handed::Read);
        assert_eq!(fs::read_to_string(&kept).unwrap(), text);
        assert_eq!(shown("exit 0".to_owned()), Handed::Read, "closed before anything was read");
        assert_eq!(shown("no-such-pager-anywhere 2>/dev/null".to_owned()), Handed::Unread);
        assert_eq!(shown(format!("'{}' 2>/dev/null", kept.display())), Handed::Unread, "not executable");
        let _ = fs::remove_dir_all(&folder);
    }
}
