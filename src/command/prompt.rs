//! What was not typed: asked for at a terminal, named by its flag elsewhere. Nothing ever hangs.
//!
//! What must hold: nobody is asked while a transaction is open; [`Context`](super::Context) lends this or the session, never both.
use crate::error::{Error, Result};
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::model::text::shown;
use crate::rules::Code;
use crate::ui::Terminal;
use crate::ui::ask::{Asker, Unanswered};
use crate::ui::wrap;
use std::io::{Read, Write};
use std::path::Path;

use super::answers::{Answers, Reply};
use super::options::Options;

/// How a command gets what was not typed.
pub struct Prompt<'c> {
    pub(super) asker: &'c mut dyn Asker,
    pub(super) stdin: &'c mut dyn Read,
    pub(super) err: &'c mut dyn Write,
    pub(super) options: &'c Options,
    pub(super) terminal: Terminal,
    /// Whether a guest is asked: files of theirs are not here.
    pub(super) guest: bool,
    /// What paths are relative to.
    pub(super) folder: Option<&'c Path>,
    /// What each option, `--role`, and argument, `<ID>`, of this command is for.
    pub(super) help: &'c [(String, String)],
    pub(super) answers: &'c mut Answers,
}

impl Prompt<'_> {
    /// Whether a question can be put to somebody.
    pub fn can_ask(&self) -> bool {
        self.terminal.stdin && self.terminal.stderr && !self.options.no_input
    }

    /// A value that may be left out at a terminal only: checked before the file is opened.
    ///
    /// # Errors
    /// `usage` naming `flag` (as in the usage line, `--reason` or `<ID>`).
    pub fn needed<T: ?Sized>(&self, value: Option<&T>, flag: &str) -> Result<()> {
        if value.is_some() || self.can_ask() { Ok(()) } else { Err(missing(flag)) }
    }

    /// The value that was typed, or the answer to a question; asked again, with the reason, until `parse` takes it.
    ///
    /// # Errors
    /// `usage`; `interrupted`.
    pub fn value<T>(
        &mut self,
        given: Option<T>,
        flag: &str,
        question: &str,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<T> {
        if let Some(value) = given.filter(|_| !self.answers.changes(flag)) {
            return Ok(value);
        }
        if !self.can_ask() {
            return Err(missing(flag));
        }
        self.offered(flag, question, None, parse)
    }

    /// Asks before something that is hard to undo. `--yes` and a dry run answer by themselves.
    ///
    /// # Errors
    /// `usage` when nobody can be asked; `interrupted`, also for a no.
    pub fn confirm(&mut self, question: &str) -> Result<()> {
        if self.options.yes || self.options.dry_run {
            return Ok(());
        }
        self.confirmable()?;
        match self.asker.yes(question, false) {
            Ok(true) => {
                self.note_switch("--yes");
                Ok(())
            }
            Ok(false) => Err(Error::new(Code::Interrupted, "not confirmed; nothing was changed")),
            Err(why) => Err(unanswered(why, "--yes")),
        }
    }

    /// Checked before the file is opened: somebody can confirm, or has.
    ///
    /// # Errors
    /// `usage` naming `--yes`.
    pub fn confirmable(&self) -> Result<()> {
        if self.options.yes || self.options.dry_run || self.can_ask() {
            return Ok(());
        }
        Err(Error::usage("this is hard to undo, and there is no terminal to confirm it at")
            .hinted("use `--yes` if you are sure"))
    }

    /// Yes or no, as an answer of its own; `flag` stands for it in a script.
    ///
    /// # Errors
    /// `usage`, `interrupted`.
    pub fn yes(&mut self, question: &str, default: bool, flag: &str) -> Result<bool> {
        let kept = self.answers.kept(flag, |reply| matches!(reply, Reply::Yes(_)));
        let yes = match kept {
            Some(Reply::Yes(yes)) => yes,
            _ => self.asker.yes(question, default).map_err(|why| unanswered(why, flag))?,
        };
        self.answers.note(flag, Reply::Yes(yes));
        Ok(yes)
    }

    /// Yes or no to going on with something else; yes, where Enter alone is typed.
    ///
    /// # Errors
    /// `interrupted`; a no where input ends.
    pub fn agrees(&mut self, question: &str) -> Result<bool> {
        match self.asker.yes(question, true) {
            Err(Unanswered::EndOfInput) => Ok(false),
            answer => answer.map_err(|why| unanswered(why, "--yes")),
        }
    }

    /// Checked before the file is opened, where the site is never guessed.
    ///
    /// # Errors
    /// `usage` naming `--site`.
    pub fn site_needed(&self) -> Result<()> {
        self.needed(self.options.site.as_ref().map(SiteNumber::as_str), "--site")
    }

    /// The password that was typed or read already.
    pub fn typed_password(&self) -> Option<Secret> {
        self.answers.password.clone()
    }

    /// From here on this is the password that was typed.
    pub fn keep_password(&mut self, password: Secret) {
        self.answers.password = Some(password);
    }

    /// A line of the conversation, on stderr, unless `--quiet`.
    pub fn say(&mut self, line: &str) {
        if !self.options.quiet {
            self.tell(line);
        }
    }

    /// The same, whether or not `--quiet`: what has to be known to answer the question that follows.
    pub fn tell(&mut self, line: &str) {
        // A conversation that nobody can read any more is no reason to stop.
        let line = self.options.way.sentence(line);
        let width = self.terminal.width.filter(|_| self.terminal.stderr);
        for line in wrap::lines(&shown(&line), width, 2) {
            let _ = writeln!(self.err, "{line}");
        }
    }
}

/// The error for a value that is missing and cannot be asked for.
pub fn missing(flag: &str) -> Error {
    Error::usage(format!("{flag} is missing")).hinted(format!("give {flag}; without a terminal nothing is asked"))
}

/// What an unanswered question means.
pub fn unanswered(why: Unanswered, flag: &str) -> Error {
    match why {
        Unanswered::Interrupted => Error::new(Code::Interrupted, "interrupted; nothing was changed"),
        Unanswered::Cancelled => Error::new(Code::Interrupted, "cancelled; nothing was changed"),
        Unanswered::EndOfInput => Error::usage(format!("{flag} is missing")).hinted(format!("give {flag}")),
        Unanswered::Failed(words) => Error::new(Code::Io, format!("the terminal failed: {words}")),
    }
}
