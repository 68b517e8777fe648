//! One run against the file: opening it, reading, changing something, and refusals on record.
//!
//! What must hold: whoever changes something goes through [`Session::change`] or [`Session::change_with_try`]: the closure gets the
//! transaction by value and cannot reach the session, so nobody is asked anything and nothing is printed while it is open. A refusal
//! rolls back and is then put on record here, in one place.
use crate::error::Result;
use crate::mail::post::Post;
use crate::model::behind::Behind;
use crate::model::command_id::CommandId;
use crate::model::head::KeptHead;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::rules::Code;
use crate::store::authority::signed_in::Key;
use crate::store::change::throttle::Whom;
use crate::store::query::people::SignIn;
use crate::store::{Birth, Committed, ReadTx, Store, WriteTx};
use crate::world::{self, Clock, Dice, Folders, HashCost};
use std::path::{Path, PathBuf};

use super::delivery::Delivery;
use super::kept_head;
use super::opening::{Whence, database, opened};
use super::options::Options;

/// One run against the file.
pub struct Session<'c> {
    pub(super) clock: &'c dyn Clock,
    pub(super) dice: &'c mut dyn Dice,
    pub(super) post: &'c mut dyn Post,
    pub(super) folders: &'c Folders,
    pub(super) behind: &'c Behind,
    pub(super) hash_cost: HashCost,
    /// Whether somebody watches how far long work has come.
    pub(super) watched: bool,
    pub(super) options: &'c Options,
    pub(super) command: CommandId,
    pub(super) known: &'c mut Known,
}

/// What a run has found out so far.
#[derive(Default)]
pub(super) struct Known {
    /// The open file.
    pub(super) store: Option<Store>,
    /// Whom and what the command is about, for the record of a refusal.
    pub(super) about: About,
    /// Who asks, once they were recognised.
    pub(super) caller: Option<Person>,
    /// The sign-in by which somebody was recognised.
    pub(super) sign_in: Option<SignIn>,
}

/// Whom and what a command is about.
#[derive(Debug, Default, Clone)]
pub(super) struct About {
    pub(super) site: Option<String>,
    pub(super) subject: Option<String>,
}

/// Whoever asks, as far as this command is concerned.
pub struct Caller {
    pub key: Key,
    pub person: Person,
    /// When the sign-in ends; none where a password was given for this command.
    pub until: Option<Moment>,
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

/// A change that happened or was tried in a dry run, and what it is about.
pub type Done<T> = (Committed, T);

impl<'c> Session<'c> {
    /// The same for a while: what gives a transaction takes the session with it.
    pub(super) fn again(&mut self) -> Session<'_> {
        let Self { clock, dice, post, folders, behind, hash_cost, watched, options, command, known } = self;
        Session {
            clock: *clock,
            dice: *dice,
            post: *post,
            folders,
            behind,
            hash_cost: *hash_cost,
            watched: *watched,
            options,
            command: *command,
            known,
        }
    }

    fn whence(&self) -> Whence<'c> {
        Whence { folders: self.folders, behind: self.behind, command: self.command, now: self.now() }
    }

    /// Whether this is the owner of a shared registry, who signs in as nobody.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn is_the_owner(&mut self) -> Result<bool> {
        let store = self.again().store()?;
        Ok(store.is_service() && store.is_owned())
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Opens the file, once.
    ///
    /// # Errors
    /// The codes of exit status 10, `io`, `invalid_value` for a path that is none.
    pub fn open(&mut self) -> Result<()> {
        self.again().store().map(drop)
    }

    /// Delivers letters, now that no transaction is open.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn delivery(&mut self) -> Result<Delivery<'_>> {
        let whence = self.whence();
        let store = opened(&mut self.known.store, self.options, &whence)?;
        let waits = self.behind.guest().is_some();
        Ok(Delivery { store, post: self.post, clock: self.clock, watched: self.watched, waits })
    }

    /// A path as it was typed, from the working folder on.
    pub fn in_folder(&self, path: &Path) -> PathBuf {
        self.folders.working.as_deref().map_or_else(|| path.to_path_buf(), |folder| folder.join(path))
    }

    /// Where the database is, or will be.
    ///
    /// # Errors
    /// `invalid_value` for a URI; `io` where no folder for data is known.
    pub fn database(&self) -> Result<PathBuf> {
        database(self.options, self.folders)
    }

    /// The open file.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn store(self) -> Result<&'c mut Store> {
        let whence = self.whence();
        opened(&mut self.known.store, self.options, &whence)
    }

    /// Makes the file and opens it.
    ///
    /// # Errors
    /// `already_exists`, `insecure_file`, `io`.
    pub fn create(&mut self, path: &Path, service: bool, practice: bool) -> Result<()> {
        let mut registry = [0_u8; 16];
        self.dice.fill(&mut registry)?;
        let birth = Birth { registry, service, practice, at: self.now() };
        let mut store = Store::create(path, &birth)?;
        store.serve(self.behind.clone());
        if service {
            store.wake_delivery();
        }
        self.known.store = Some(store);
        Ok(())
    }

    /// Wakes the delivery of a shared registry: its letters are not carried away by guests.
    pub fn wake_delivery(&self) {
        if let Some(store) = self.known.store.as_ref().filter(|store| !store.is_owned()) {
            store.wake_delivery();
        }
    }

    /// Closes the file again: whoever opens it next in this process finds no locks of ours.
    pub fn close(&mut self) {
        self.known.store = None;
    }

    /// The head that the caller keeps of the registry with this id at that path.
    pub fn kept_head(&self, place: &Path, registry: &[u8; 16]) -> Option<KeptHead> {
        world::kept_head::load(self.folders.state.as_deref()?, place, registry)
    }

    /// Keeps the newest head that this command saw. Gives what is to be said about it.
    pub fn keep_head(&mut self) -> Option<String> {
        // Whoever restores knows that they did.
        kept_head::keep(self.known.store.as_ref()?, self.folders).filter(|_| self.command != CommandId::DbRestore)
    }

    /// Notes which site the command is about, for the record of a refusal.
    pub fn about_site(&mut self, site: Option<&SiteNumber>) {
        self.known.about.site = site.map(ToString::to_string);
    }

    /// Notes whom or what the command is about, for the record of a refusal.
    pub fn about(&mut self, subject: &impl ToString) {
        self.known.about.subject = Some(subject.to_string());
    }

    /// Begins to read.
    ///
    /// # Errors
    /// What the file says.
    pub fn read(self) -> Result<ReadTx<'c>> {
        let now = self.now();
        self.store()?.read(now)
    }

    /// Begins to read where the clock does not matter.
    ///
    /// # Errors
    /// What the file says.
    pub fn read_at_any_time(self) -> Result<ReadTx<'c>> {
        let now = self.now();
        self.store()?.read_at_any_time(now)
    }

    /// Changes something as a signed-in person. A refusal rolls the change back, is put on record and handed on.
    ///
    /// The closure gets the transaction by value, mints its proofs in it and ends it with `commit` or `unchanged`.
    ///
    /// # Errors
    /// What the closure says; what the file says.
    pub fn change<T>(&mut self, caller: &Caller, work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>) -> Result<Done<T>> {
        let wrong = WrongTry { whom: Some(Whom::Person(caller.person.no)), ..WrongTry::default() };
        self.change_with_try(Some(&caller.person), wrong, work)
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

    /// The same; a dry run is taken back at its end.
    pub(super) fn act<T>(
        &mut self,
        who: Option<&Person>,
        wrong: WrongTry,
        dry_run: bool,
        work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>,
    ) -> Result<Done<T>> {
        let (now, name) = (self.now(), self.command);
        let tx = self.again().store()?.write(name, now, dry_run)?;
        match work(tx) {
            Ok(done) => Ok(done),
            Err(error) => {
                let wrong =
                    if error.code.is_verdict() || wrong.also == Some(error.code) { wrong } else { WrongTry::default() };
                Err(self.put_on_record(who, error, &wrong)?)
            }
        }
    }
}
