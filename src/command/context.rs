//! What a command works with: the session, the prompt and the output, one of the three at a time.
//!
//! What must hold: each is lent by a method that borrows the whole, so that asking or printing while a transaction is open does not
//! compile. What needs two of them, one after the other (who asks, which site, a confirmation, the report of a change), is in a file of
//! its own beside this one.
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::shell::CommandLine;
use crate::model::standing::Person;
use crate::store::query::people::SignIn;
use crate::ui::OutputOptions;
use crate::world::World;
use std::ffi::OsString;
use std::path::Path;

use super::answers::Answers;
use super::options::{Led, Options};
use super::outcome::Outcome;
use super::output::Output;
use super::prompt::Prompt;
use super::session::{Known, Session};

/// The whole program, as functions: handed down, since a command may not name the layer above it.
#[derive(Clone, Copy)]
pub struct Program {
    /// Runs a command line to its end, both streams included. Gives the exit status.
    pub run: fn(Vec<OsString>, &mut World) -> u8,
    /// Runs a command line, with what was learned on the way, up to what its command hands back.
    pub act: fn(Vec<OsString>, Led, &mut World) -> Result<Outcome>,
}

/// Everything a command may reach.
pub struct Context<'w> {
    pub options: Options,
    pub(super) world: &'w mut World,
    pub(super) output_options: OutputOptions,
    pub(super) command: CommandId,
    /// Runs other command lines, as `demo` and `start` do.
    pub(super) play: Program,
    pub(super) known: Known,
    pub(super) answers: Answers,
    help: Vec<(String, String)>,
}

impl<'w> Context<'w> {
    /// A context before anything was opened. `help` says what each option, `--role`, and argument, `<ID>`, is for.
    pub fn new(
        world: &'w mut World,
        options: Options,
        output_options: OutputOptions,
        command: CommandId,
        play: Program,
        help: Vec<(String, String)>,
    ) -> Self {
        let password = options.led.as_ref().and_then(|led| led.password.clone());
        let answers = Answers::with(password);
        let options = Options { watched: world.meter && !options.quiet, ..options };
        Self { world, options, output_options, command, play, known: Known::default(), answers, help }
    }

    /// Who asks, and the file.
    pub fn session(&mut self) -> Session<'_> {
        let Self { world, options, command, known, .. } = self;
        Session {
            clock: &*world.clock,
            dice: &mut *world.dice,
            post: &mut *world.post,
            folders: &world.folders,
            behind: &world.behind,
            hash_cost: world.hash_cost,
            watched: options.watched,
            options,
            command: *command,
            known,
        }
    }

    /// What was not typed.
    pub fn prompt(&mut self) -> Prompt<'_> {
        let Self { world, options, answers, help, .. } = self;
        Prompt {
            asker: &mut *world.asker,
            stdin: &mut *world.stdin,
            err: &mut *world.err,
            options,
            terminal: world.terminal,
            guest: world.behind.guest().is_some(),
            folder: world.folders.working.as_deref(),
            help,
            answers,
        }
    }

    /// The answer.
    pub fn output(&mut self) -> Output<'_> {
        let options = self.output_options();
        Output::to(self.world, options)
    }

    /// How the answer is written. A long list waits in the folder of the database, once that is known.
    pub(super) fn output_options(&self) -> OutputOptions {
        let aside = self.known.store.as_ref().and_then(|store| store.path().parent()).map(Path::to_path_buf);
        OutputOptions { aside, ..self.output_options.clone() }
    }

    /// From here on this is another command, for the record: `register` goes on to `account verify`.
    pub(super) fn goes_on_as(&mut self, command: CommandId) {
        self.command = command;
    }

    /// From here on this is another command altogether, as if `line` had been typed.
    pub(super) fn becomes(&mut self, command: CommandId, line: CommandLine) {
        self.answers = Answers::with(self.answers.password.take());
        self.answers.instead = Some(line.on(&self.options.way));
        self.goes_on_as(command);
    }

    /// Who asks, once that is known.
    pub(super) fn known_caller(&self) -> Option<Person> {
        self.known.caller.clone()
    }

    /// The sign-in by which they were recognised, once that is known.
    pub(super) fn known_sign_in(&self) -> Option<&SignIn> {
        self.known.sign_in.as_ref()
    }

    /// The file is closed, and another command line played with what was learned so far.
    ///
    /// # Errors
    /// What that command says.
    pub(super) fn play(&mut self, argv: Vec<OsString>, led: Led) -> Result<Outcome> {
        self.session().close();
        (self.play.act)(argv, led, self.world)
    }
}
