//! After the commit: the letters that wait are handed to the post.
//!
//! What must hold: no transaction is open while the post works. A post that fails is no failure of the command that
//! caused the letter: the letter stays queued, and `outbox list` tells what happened. Where twice is not once, a letter is
//! claimed before it is sent, and noted before the next is begun.
//!
//! # What would hurt
//! A server that is slow or away, a long outbox, and a person who waits: the first letter that finds the way closed ends
//! the delivery, and a mail server gets [`PATIENCE`] at most.
use crate::error::Result;
use crate::mail::{Envelope, Letter, Parcel, Route, SecretLine, Trouble, Undelivered, compose, file_name};
use crate::model::answer::Message;
use crate::model::moment::Moment;
use crate::store::facts::messages;

use super::context::Context;
use super::office::{Office, Settings};

/// Letters that are read at once; those for the spool are noted in one transaction.
const BATCH: usize = 500;
/// Seconds for which a letter belongs to the process that sends it: longer than sending may take.
const CLAIM: i64 = 60;
/// Seconds after which a command begins no further letter over a mail server; the rest waits for the next delivery.
const PATIENCE: i64 = 30;

/// What a delivery did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    pub delivered: i64,
    pub failed: i64,
    /// Whether nothing was tried, since the transport is `off`.
    pub off: bool,
}

impl Context<'_> {
    /// Delivers the letters that are due, as far as a person who wants to go on can wait for it.
    ///
    /// # Errors
    /// What the file says; what the post says is noted with the letter.
    pub fn deliver(&mut self) -> Result<Delivered> {
        self.deliver_within(Some(PATIENCE))
    }

    /// Delivers the letters that are due, however long the post takes, or until so many seconds have passed.
    ///
    /// # Errors
    /// What the file says; what the post says is noted with the letter.
    pub fn deliver_within(&mut self, patience: Option<i64>) -> Result<Delivered> {
        let begun = self.now();
        let beside = self.spool_beside_the_file()?;
        let tx = self.read()?;
        let due = messages::due(tx.look(), 0, begun, BATCH)?;
        if due.is_empty() {
            return Ok(Delivered::default());
        }
        let settings = Settings::read(tx.look())?;
        drop(tx);
        self.store()?.takes_changes(begun)?;
        let office = settings.office(beside);
        match &office.route {
            Ok(Route::Off) => Ok(Delivered { off: true, ..Delivered::default() }),
            Ok(route) => {
                let end = patience.filter(|_| !route.takes_twice()).map(|seconds| begun.plus(seconds));
                let done = self.empty_the_outbox(&office, route, due, end);
                self.world.post.hang_up();
                done
            }
            Err(words) => {
                let failed = self.store()?.note_all_undelivered(words, begun)?;
                Ok(Delivered { failed, ..Delivered::default() })
            }
        }
    }

    fn empty_the_outbox(
        &mut self,
        office: &Office,
        route: &Route,
        mut due: Vec<(Message, Letter)>,
        end: Option<Moment>,
    ) -> Result<Delivered> {
        let mut done = Delivered::default();
        loop {
            let on = self.deliver_batch(office, route, &due, end, &mut done)?;
            let after = due.last().map_or(0, |(message, _)| message.message);
            if !on || due.len() < BATCH {
                return Ok(done);
            }
            let now = self.now();
            due = messages::due(self.read()?.look(), after, now, BATCH)?;
        }
    }

    /// Delivers these letters; says whether the way is open for more.
    fn deliver_batch(
        &mut self,
        office: &Office,
        route: &Route,
        due: &[(Message, Letter)],
        end: Option<Moment>,
        done: &mut Delivered,
    ) -> Result<bool> {
        let mut spooled = Vec::new();
        for (message, letter) in due {
            let (now, number) = (self.now(), message.message);
            if end.is_some_and(|end| now >= end) {
                return Ok(false);
            }
            if !route.takes_twice() && !self.store()?.claim(number, now, now.plus(CLAIM))? {
                continue;
            }
            match self.carry(office, route, message, letter) {
                Ok(()) if route.takes_twice() => spooled.push(number),
                Ok(()) => done.delivered += self.note(&mut vec![number], false)?,
                Err(why) => {
                    // What is in the spool already is not among those that cannot go.
                    done.delivered += self.note(&mut spooled, true)?;
                    done.failed += self.note_failure(number, &why)?;
                    if why.trouble.ends_the_delivery() {
                        return Ok(false);
                    }
                }
            }
        }
        done.delivered += self.note(&mut spooled, true)?;
        Ok(true)
    }

    fn note(&mut self, messages: &mut Vec<i64>, spooled: bool) -> Result<i64> {
        let (count, now) = (i64::try_from(messages.len()).unwrap_or(0), self.now());
        if count > 0 {
            let store = self.store()?;
            let noted = if spooled { store.note_spooled(messages, now) } else { store.note_delivered(messages, now) };
            noted?;
            messages.clear();
        }
        Ok(count)
    }

    /// Notes a failure, with every letter that it concerns. Gives their number.
    fn note_failure(&mut self, message: i64, why: &Undelivered) -> Result<i64> {
        let now = self.now();
        let give_up = why.trouble == Trouble::Refused { permanent: true };
        let store = self.store()?;
        store.note_undelivered(message, &why.to_string(), now, give_up)?;
        let others =
            if why.trouble == Trouble::Closed { store.note_all_undelivered(&why.to_string(), now)? } else { 0 };
        Ok(1 + others)
    }

    fn carry(&mut self, office: &Office, route: &Route, message: &Message, letter: &Letter) -> Result<(), Undelivered> {
        let parcel = parcel(office, message, letter).map_err(Undelivered::refused)?;
        self.world.post.deliver(route, &parcel)
    }
}

fn parcel(office: &Office, message: &Message, letter: &Letter) -> Result<Parcel, String> {
    let words = letter.render(&office.care, SecretLine::Shown).map_err(|missing| missing.to_string())?;
    let envelope = Envelope {
        from: office.from.clone(),
        to: letter.to.clone(),
        kind: letter.kind,
        site: letter.site.clone(),
        message_id: format!("{}.{}@pao", message.message, office.registry),
        date: message.created_at,
    };
    Ok(Parcel {
        name: file_name(message.created_at, message.message, letter.kind),
        from: office.sender.clone(),
        to: letter.to.clone(),
        bytes: compose(&words, &envelope)?,
    })
}
