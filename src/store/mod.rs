//! The one file, and the only place that speaks SQL.
//!
//! Reading goes through a [`ReadTx`], changing through a [`WriteTx`]; both hand out a [`ReadView`] for `query`. A change
//! ends in [`WriteTx::commit`], which wants an [`Entry`] from an authority, or not at all.
//!
//! # Locking
//! Write-ahead logging with `synchronous=FULL`: readers and the one writer do not block each other, and what was
//! acknowledged survives a power cut. Writers begin IMMEDIATE and wait up to [`PATIENCE`] for each other. Nothing is
//! asked, hashed, mailed or printed while a transaction is open.
pub mod audit;
pub mod authority;
pub mod backup;
pub mod bookkeeping;
pub mod change;
pub mod check;
pub mod clock;
mod columns;
mod committed;
mod effect;
mod entry;
mod file;
mod guard;
pub mod invariants;
pub mod kept;
mod leftovers;
mod letters;
mod medium;
mod mount;
mod open;
mod outgoing;
pub mod query;
mod refused;
pub mod restore;
mod schema;
mod stats;
pub mod told;
mod write;
mod writer;

pub use committed::{Committed, NAMED, NO_LETTERS};
pub use entry::Entry;
pub use open::{Birth, Store, absolute, place};
pub use write::WriteTx;

use crate::error::Result;
use crate::model::moment::Moment;
use rusqlite::{Connection, Transaction};
use std::time::Duration;

/// How long a writer waits for another before it answers `busy`.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// One consistent view of the file, for reports.
pub struct ReadTx<'s> {
    tx: Transaction<'s>,
    at: Moment,
}

/// What `query` read through: a view inside some transaction, and the moment it counts as now.
#[derive(Clone, Copy)]
pub struct ReadView<'t> {
    conn: &'t Connection,
    at: Moment,
}

/// The version of SQLite that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

impl ReadView<'_> {
    /// The moment that counts as now in this transaction.
    pub fn at(&self) -> Moment {
        self.at
    }
}

impl ReadTx<'_> {
    /// The view of this transaction.
    pub fn view(&self) -> ReadView<'_> {
        ReadView { conn: &self.tx, at: self.at }
    }
}

impl Store {
    /// Begins to read; the view stays the same until it is dropped.
    ///
    /// # Errors
    /// `clock_behind`, or what the file says.
    pub fn read(&mut self, now: Moment) -> Result<ReadTx<'_>> {
        let tx = self.conn.transaction()?;
        if !self.clock_was_sound {
            clock::is_not_behind(&tx, now)?;
            self.clock_was_sound = true;
        }
        Ok(ReadTx { tx, at: now })
    }

    /// Whether something may be changed here and now, for what is noted without a [`WriteTx`].
    ///
    /// # Errors
    /// `clock_ahead`, `clock_behind`, `io` on a read-only medium.
    pub fn takes_changes(&self, now: Moment) -> Result<()> {
        self.medium.takes_changes()?;
        self.believes(now)
    }

    /// Whether the clock can be believed.
    ///
    /// # Errors
    /// `clock_ahead`, `clock_behind`.
    pub fn believes(&self, now: Moment) -> Result<()> {
        clock::is_sound(&self.conn, now).map(|_| ())
    }

    /// Begins to read without asking whether the clock is sound; for checks that do not depend on time.
    ///
    /// # Errors
    /// What the file says.
    pub fn read_at_any_time(&mut self, now: Moment) -> Result<ReadTx<'_>> {
        Ok(ReadTx { tx: self.conn.transaction()?, at: now })
    }
}
