//! What a verb works with: the world, the options, the open file; and the one way to change something.
use crate::error::{Error, Result};
use crate::mail::Kind;
use crate::model::command_id::CommandId;
use crate::model::moment::Moment;
use crate::model::standing::Person;
use crate::rules::Code;
use crate::rules::throttle::DISABLED;
use crate::store::authority::visitor::Visitor;
use crate::store::change::throttle::{self, Whom};
use crate::store::change::{codes, entrance, outbox, visits};
use crate::store::facts::people::{self as facts, SignIn};
use crate::store::{Committed, ReadTx, Store, WriteTx};
use crate::ui::Manner;
use crate::world::World;
use std::ffi::OsString;
use std::path::Path;

use super::account::about_the_id;
use super::door::Door;
use super::form::Asked;
use super::options::{Led, Options};
use super::outcome::Outcome;

/// The whole program, as functions: handed down, since a verb may not name the layer above it.
#[derive(Clone, Copy)]
pub struct Play {
    /// Runs a command line to its end, both streams included. Gives the exit status.
    pub run: fn(Vec<OsString>, &mut World) -> u8,
    /// Runs a command line, with what was learned on the way, up to what its verb hands back.
    pub act: fn(Vec<OsString>, Led, &mut World) -> Result<Outcome>,
}

/// Everything a verb may reach.
pub struct Context<'w> {
    pub world: &'w mut World,
    pub options: Options,
    pub(super) manner: Manner,
    /// The command that runs.
    pub command: CommandId,
    pub(super) store: Option<Store>,
    /// Runs other command lines, as `demo` and `start` do.
    pub play: Play,
    /// What each option, `--role`, and argument, `<ID>`, of this command is for.
    pub(super) help: Vec<(String, String)>,
    /// What was asked for so far.
    pub(super) asked: Vec<Asked>,
    /// What is known so far, for the record of a refusal.
    pub(super) about: About,
    pub(super) typed_password: Option<crate::model::secret::Secret>,
    /// Who asks, once they were recognised.
    pub(super) asker: Option<Person>,
    /// The sign-in by which somebody was recognised.
    pub(super) used: Option<SignIn>,
}

/// Whom and what a command is about.
#[derive(Debug, Default, Clone)]
pub struct About {
    pub site: Option<String>,
    pub subject: Option<String>,
}

/// A wrong try that must be counted with the refusal it caused.
#[derive(Debug, Default)]
pub struct WrongTry {
    /// Whose counter, if anybody's.
    pub whom: Option<Whom>,
    /// The passcode it counts against.
    pub passcode: Option<i64>,
    /// The recovery code whose holder gave a wrong answer.
    pub answered: Option<i64>,
    /// Whether it needs no sign-in and counts against nobody: an entry of the last hour then stands for it (R18).
    pub by_anybody: bool,
    /// Besides the verdicts on secrets, the code that says here that the try was wrong: `not_found` for a pair that does
    /// not belong together.
    pub also: Option<Code>,
}

/// A change that happened or was rehearsed, and what it is about.
pub type Done<T> = (Committed, T);

impl<'w> Context<'w> {
    /// A context before anything was opened.
    pub fn new(
        world: &'w mut World,
        options: Options,
        manner: Manner,
        command: CommandId,
        play: Play,
        help: Vec<(String, String)>,
    ) -> Self {
        let typed_password = options.led.as_ref().and_then(|led| led.password.clone());
        let (store, about, asker, used, asked) = (None, About::default(), None, None, Vec::new());
        Self { world, options, manner, command, store, play, help, asked, about, typed_password, asker, used }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.world.clock.now()
    }

    /// Whether a question can be put to somebody.
    pub fn can_ask(&self) -> bool {
        let terminal = self.world.terminal;
        terminal.stdin && terminal.stderr && !self.options.no_input
    }

    /// Opens the file, once.
    ///
    /// # Errors
    /// The codes of exit status 10, `io`, `invalid_value` for a path that is none.
    pub fn open(&mut self) -> Result<()> {
        if self.store.is_none() {
            let path = self.database()?;
            let home = self.world.folders.home.as_deref();
            let store = if self.options.glance { Store::glance(&path)? } else { Store::open(&path, home)? };
            self.manner.aside = store.path().parent().map(Path::to_path_buf);
            self.store = Some(store);
        }
        Ok(())
    }

    /// Where the database is, or will be.
    ///
    /// # Errors
    /// `invalid_value` for a URI; `io` where no folder for data is known.
    pub fn database(&self) -> Result<std::path::PathBuf> {
        let folders = &self.world.folders;
        match &self.options.db {
            Some(typed) => crate::store::absolute(typed, folders.working.as_deref()),
            None => Ok(folders.for_data("say where it is with `--db` or `PAO_DB`")?.join("pao.db")),
        }
    }

    /// The open file.
    pub(super) fn store(&mut self) -> Result<&mut Store> {
        self.open()?;
        self.store.as_mut().ok_or_else(|| Error::new(Code::Internal, "the database was not opened"))
    }

    /// Takes a file that was just made.
    pub fn put_store(&mut self, store: Store) {
        self.store = Some(store);
    }

    /// Closes the file again: whoever opens it next in this process finds no locks of ours.
    pub fn close(&mut self) {
        self.store = None;
    }

    /// Begins to read.
    ///
    /// # Errors
    /// What the file says.
    pub fn read(&mut self) -> Result<ReadTx<'_>> {
        let now = self.now();
        self.store()?.read(now)
    }

    /// Begins to read where the clock does not matter.
    ///
    /// # Errors
    /// What the file says.
    pub fn read_at_any_time(&mut self) -> Result<ReadTx<'_>> {
        let now = self.now();
        self.store()?.read_at_any_time(now)
    }

    /// Changes something as a signed-in person. A refusal rolls the change back, is put on record and handed on.
    ///
    /// The closure gets the transaction by value, mints its proofs in it and ends it with `commit` or `unchanged`.
    ///
    /// # Errors
    /// What the closure says; what the file says.
    pub fn change<T>(&mut self, door: &Door, work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>) -> Result<Done<T>> {
        let wrong = WrongTry { whom: Some(Whom::Person(door.person.no)), ..WrongTry::default() };
        self.change_with_try(Some(&door.person), wrong, work)
    }

    /// The same, where a secret was tried: if it turns out wrong, `wrong` is counted.
    ///
    /// # Errors
    /// What the closure says; `throttled` instead of the verdict on the secret once the person must wait.
    pub fn change_with_try<T>(
        &mut self,
        who: Option<&Person>,
        wrong: WrongTry,
        work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>,
    ) -> Result<Done<T>> {
        self.act(who, wrong, self.options.dry_run, work)
    }

    /// The same; a rehearsal is taken back at its end.
    pub(super) fn act<T>(
        &mut self,
        who: Option<&Person>,
        wrong: WrongTry,
        rehearsal: bool,
        work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>,
    ) -> Result<Done<T>> {
        let (now, name) = (self.now(), self.command);
        let tx = self.store()?.write(name, now, rehearsal)?;
        match work(tx) {
            Ok(done) => Ok(done),
            Err(error) => {
                let wrong =
                    if error.code.is_verdict() || wrong.also == Some(error.code) { wrong } else { WrongTry::default() };
                Err(self.put_on_record(who, error, &wrong)?)
            }
        }
    }

    /// Puts a refusal on record, with the wrong try it counts, in a transaction of its own (R18, R20), and gives the
    /// answer to show: the refusal, or `throttled` where a wait runs already, so that parallel tries learn nothing.
    ///
    /// # Errors
    /// What the file says.
    pub fn put_on_record(&mut self, who: Option<&Person>, error: Error, wrong: &WrongTry) -> Result<Error> {
        if !error.code.is_recorded() || (who.is_none() && !error.code.is_verdict()) {
            return Ok(error);
        }
        let (now, name, rehearsal, about) = (self.now(), self.command, self.options.dry_run, self.about.clone());
        let tx = self.store()?.write(name, now, false)?;
        let visitor = Visitor::at_the_door(&tx);
        let mut entry = visitor.entry_for(who);
        let (mut answer, mut locked) = (error, false);
        if let Some(whom) = wrong.whom {
            let waits = throttle::waiting(&visitor, whom)?;
            let failures = throttle::count(&visitor, whom)?;
            entry = entry.with("failures", failures).with("reason", answer.code.word());
            answer = waits.err().filter(|_| wrong.answered.is_none()).unwrap_or(answer);
            locked = failures == DISABLED && tell_locked(&tx, &visitor, whom)?;
        }
        if let Some(passcode) = wrong.passcode {
            entrance::count_wrong_passcode(&visitor, passcode)?;
        }
        if let Some(code) = wrong.answered {
            codes::count_wrong_answer(&visitor, code)?;
        }
        if (who.is_none() || wrong.by_anybody)
            && let Some(counted) = visits::note(&visitor, about.subject.as_deref().unwrap_or_default())?
        {
            let _ = tx.counted(&counted)?;
            return Ok(answer);
        }
        entry = about.site.into_iter().fold(entry, crate::store::Entry::at_site);
        entry = about.subject.into_iter().fold(entry, crate::store::Entry::about);
        if rehearsal {
            entry = entry.with("dry_run", true);
        }
        tx.refuse(entry, answer.code)?;
        if locked {
            // A letter that cannot go now waits; the answer is the same.
            let _ = self.deliver_what_is_due();
        }
        Ok(answer)
    }
}

/// Tells a person, once, that their password is disabled until they recover. Gives whether there was anybody to tell.
fn tell_locked(tx: &WriteTx<'_>, visitor: &Visitor<'_>, whom: Whom) -> Result<bool> {
    let Whom::Person(no) = whom else { return Ok(false) };
    let Some(person) = facts::numbered(tx.look(), no)? else { return Ok(false) };
    for letter in about_the_id(tx.look(), Kind::SignInLocked, &person)? {
        outbox::queue(visitor, letter);
    }
    Ok(true)
}

impl Context<'_> {
    /// How this command was asked to speak.
    pub fn manner(&self) -> Manner {
        self.manner.clone()
    }

    /// Now, where moments are shown to a person; nothing where they are shown exactly.
    pub fn relative_to(&self) -> Option<Moment> {
        let people = self.manner.format == crate::ui::Format::Table && self.world.terminal.stdout;
        people.then(|| self.now())
    }

    /// A view to read from, and the world to write to, at the same time: for lists that are streamed.
    ///
    /// # Errors
    /// What the file says.
    pub fn reading(&mut self) -> Result<(ReadTx<'_>, &mut World)> {
        let now = self.now();
        self.open()?;
        let store = self.store.as_mut().ok_or_else(|| Error::new(Code::Internal, "the database was not opened"))?;
        Ok((store.read(now)?, self.world))
    }
}
