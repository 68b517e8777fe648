//! Missing values: asked for at a terminal, named by their flag elsewhere. Nothing ever hangs.
use crate::error::{Error, Result};
use crate::model::shell::on_database;
use crate::model::text::shown;
use crate::rules::Code;
use crate::ui::ask::Unanswered;

use super::context::Context;

impl Context<'_> {
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
        if let Some(value) = given {
            return Ok(value);
        }
        if !self.can_ask() {
            return Err(missing(flag));
        }
        self.offered(flag, question, None, parse)
    }

    /// Asks before something that is hard to undo. `--yes` and a rehearsal answer by themselves.
    ///
    /// # Errors
    /// `usage` when nobody can be asked; `interrupted`, also for a no.
    pub fn confirm(&mut self, question: &str) -> Result<()> {
        if self.options.yes || self.options.dry_run {
            return Ok(());
        }
        self.confirmable()?;
        match self.world.asker.yes(question, false) {
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

    /// A line of the conversation, on stderr, unless `--quiet`.
    pub fn say(&mut self, line: &str) {
        if !self.options.quiet {
            self.tell(line);
        }
    }

    /// The same, whether or not `--quiet`: what has to be known to answer the question that follows.
    pub(super) fn tell(&mut self, line: &str) {
        // A conversation that nobody can read any more is no reason to stop.
        let line = on_database(line, self.manner.db.as_deref());
        let _ = writeln!(self.world.err, "{}", shown(&line));
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
