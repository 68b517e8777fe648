//! After the commit: the letters that wait are handed to the post.
//!
//! What must hold: no transaction is open while the post works. A post that fails is no failure of the command that
//! caused the letter: the letter stays queued, and the command says why. Where twice is not once, a letter is claimed before it is
//! sent, and noted before the next is begun. What is kept of a server's words holds no code of the letter.
//!
//! # What would hurt
//! A server that is slow or away, a long outbox, and a person who waits: the command's own letters go first, the first letter that
//! finds the way closed ends the delivery, and a mail server gets [`PATIENCE`] at most.
pub(super) mod config;
mod round;

use crate::error::Result;
use crate::mail::post::Post;
use crate::mail::{OFF, Route, Undelivered};
use crate::model::moment::Moment;
use crate::store::query::messages;
use crate::store::{Committed, NO_LETTERS, Store};
use crate::world::Clock;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use config::Settings;
use round::Round;

/// Seconds after which a command begins no further letter over a mail server; the rest waits for the next delivery.
const PATIENCE: i64 = 30;
/// Letters that a person reads through.
pub(super) const READABLE: usize = 10;
/// When every letter is due.
const ANY_TIME: Moment = Moment::from_seconds(i64::MAX);

/// What a delivery did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Delivered {
    pub delivered: i64,
    pub failed: i64,
    /// Why the last one that did not go stayed here.
    pub why: Option<Stayed>,
    /// Why the first of the command's own letters that did not go stayed here.
    pub own: Option<Stayed>,
    /// Where the spool has the first of the command's own letters, and how many it has.
    pub spooled: (Vec<PathBuf>, usize),
}

/// A letter that did not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stayed {
    pub why: Undelivered,
    /// Whether it is not tried again.
    pub for_good: bool,
}

impl Stayed {
    /// No letter can go now.
    pub(super) fn closed(words: &str) -> Self {
        Self { why: Undelivered::closed(words), for_good: false }
    }
}

/// What delivering needs: the file, a clock, and what carries letters away.
pub struct Delivery<'d> {
    pub(super) store: &'d mut Store,
    pub(super) post: &'d mut dyn Post,
    pub(super) clock: &'d dyn Clock,
    /// Whether somebody watches how far it has come.
    pub(super) watched: bool,
    /// Whether the letters wait for the registry's own delivery: a guest waits for no mail server, and holds no password of one.
    pub(super) waits: bool,
}

impl Delivery<'_> {
    /// Delivers the letters that are due, those of this change first, as far as a person who wants to go on can wait for it.
    ///
    /// # Errors
    /// What the file says; what the post says is noted with the letter.
    pub fn of(&mut self, done: &Committed) -> Result<Delivered> {
        self.some(done.letters(), Some(PATIENCE), None)
    }

    /// Delivers the letters that are due, none of which is anybody's own.
    ///
    /// # Errors
    /// As [`Delivery::of`].
    pub fn what_is_due(&mut self) -> Result<Delivered> {
        self.some(NO_LETTERS, Some(PATIENCE), None)
    }

    /// Delivers one letter, and then whatever else is due.
    ///
    /// # Errors
    /// As [`Delivery::of`].
    pub fn one(&mut self, letter: i64) -> Result<Delivered> {
        self.some(letter..=letter, Some(PATIENCE), None)
    }

    /// Delivers the letters that are due, those of this change first, however long the post takes.
    ///
    /// # Errors
    /// As [`Delivery::of`].
    pub fn of_patiently(&mut self, done: &Committed) -> Result<Delivered> {
        self.some(done.letters(), None, None)
    }

    /// Delivers every letter that is queued, whatever its waiting time, however long the post takes.
    ///
    /// # Errors
    /// As [`Delivery::of`].
    pub fn everything(&mut self) -> Result<Delivered> {
        self.some(NO_LETTERS, None, Some(ANY_TIME))
    }

    fn some(&mut self, own: RangeInclusive<i64>, patience: Option<i64>, due: Option<Moment>) -> Result<Delivered> {
        let begun = self.clock.now();
        let due = due.unwrap_or(begun);
        let beside = self.spool_beside_the_file();
        let tx = self.store.read(begun)?;
        if !messages::is_any_due(tx.view(), due)? {
            return Ok(Delivered::default());
        }
        let settings = Settings::read(tx.view())?;
        drop(tx);
        self.store.takes_changes(begun)?;
        let stays = |words: &str| Some(Stayed::closed(words));
        if self.waits && !settings.is_off() {
            return Ok(Delivered::default());
        }
        let mail_config = settings.mail_config(beside);
        match &mail_config.route {
            Ok(Route::Off) => {
                Ok(Delivered { own: stays(OFF).filter(|_| !own.is_empty()), why: stays(OFF), ..Delivered::default() })
            }
            Ok(route) => {
                let end = patience.filter(|_| !route.takes_twice()).map(|seconds| begun.plus(seconds));
                let done = self.empty_the_outbox(&Round { mail_config: &mail_config, route, own, due, end });
                self.post.close();
                done
            }
            Err(words) => {
                let failed = self.store.note_all_undelivered(words, 0, due, begun)?;
                Ok(Delivered {
                    failed,
                    own: stays(words).filter(|_| !own.is_empty()),
                    why: stays(words),
                    ..Delivered::default()
                })
            }
        }
    }

    /// Goes the way of the letters without one, for an answer that must look like that to somebody who was mailed; and then delivers
    /// what is due, as for them.
    ///
    /// # Errors
    /// What the file says.
    pub(super) fn reach(&mut self) -> Result<Option<Stayed>> {
        let beside = self.spool_beside_the_file();
        let settings = Settings::read(self.store.read(self.clock.now())?.view())?;
        if self.waits && !settings.is_off() {
            return Ok(None);
        }
        let mail_config = settings.mail_config(beside);
        let reached = match &mail_config.route {
            Ok(Route::Off) => return Ok(Some(Stayed::closed(OFF))),
            Ok(route) => self.post.reach(route, &mail_config.sender),
            Err(words) => return Ok(Some(Stayed::closed(words))),
        };
        if let Err(why) = reached {
            self.post.close();
            return Ok(Some(Stayed { why, for_good: false }));
        }
        self.what_is_due()?;
        self.post.close();
        Ok(None)
    }

    /// Where the spool is, if letters go there.
    pub(super) fn spool(&mut self) -> Result<Option<PathBuf>> {
        if self.waits {
            return Ok(None);
        }
        let beside = self.spool_beside_the_file();
        let mail_config = Settings::read(self.store.read(self.clock.now())?.view())?.mail_config(beside);
        Ok(match mail_config.route {
            Ok(Route::Spool(folder)) => Some(folder),
            _ => None,
        })
    }

    /// `<database name without extension>-mail`, beside the database.
    fn spool_beside_the_file(&self) -> PathBuf {
        let path = self.store.path();
        let mut name = path.file_stem().unwrap_or_default().to_os_string();
        name.push("-mail");
        path.with_file_name(name)
    }
}
