//! After the commit: the letters that wait are handed to the post.
//!
//! What must hold: no transaction is open while the post works. A post that fails is no failure of the command that
//! caused the letter: the letter stays queued, and the command says why. Where twice is not once, a letter is claimed before it is
//! sent, and noted before the next is begun. What is kept of a server's words holds no code of the letter.
//!
//! # What would hurt
//! A server that is slow or away, a long outbox, and a person who waits: the command's own letters go first, the first letter that
//! finds the way closed ends the delivery, and a mail server gets [`PATIENCE`] at most.
use crate::error::Result;
use crate::mail::post::Post;
use crate::mail::{Letter, OFF, Route, Trouble, Undelivered, file_name, without};
use crate::model::answer::Message;
use crate::model::moment::Moment;
use crate::store::bookkeeping::{Claim, Retry};
use crate::store::facts::messages;
use crate::store::{Committed, NO_LETTERS, Store};
use crate::world::Clock;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use super::mail_config::{MailConfig, Settings};
use super::outcome::READABLE;

/// Letters that are read at once; those for the spool are noted in one transaction.
const BATCH: usize = 500;
/// Seconds for which a letter belongs to the process that sends it: longer than sending may take.
const CLAIM: i64 = 60;
/// Seconds after which a command begins no further letter over a mail server; the rest waits for the next delivery.
const PATIENCE: i64 = 30;
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
}

/// One round of it.
struct Round<'r> {
    mail_config: &'r MailConfig,
    route: &'r Route,
    /// The numbers of the command's own letters.
    own: RangeInclusive<i64>,
    /// By when the letters are due that it tries.
    due: Moment,
    /// When no further letter is begun.
    end: Option<Moment>,
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
        let mail_config = settings.mail_config(beside);
        let stays = |words: &str| Some(Stayed::closed(words));
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
        let mail_config = Settings::read(self.store.read(self.clock.now())?.view())?.mail_config(beside);
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

    fn empty_the_outbox(&mut self, round: &Round<'_>) -> Result<Delivered> {
        let mut done = Delivered::default();
        let ways_round = if round.own.is_empty() { vec![0] } else { vec![round.own.start() - 1, 0] };
        for mut after in ways_round {
            loop {
                let now = self.clock.now();
                let tx = self.store.read(now)?;
                let due = messages::due(tx.view(), after, round.due, BATCH)?;
                drop(tx);
                let Some((last, _)) = due.last() else { break };
                after = last.message;
                if !self.deliver_batch(round, &due, &mut done)? {
                    return Ok(done);
                }
            }
        }
        Ok(done)
    }

    /// Delivers these letters; says whether the way is open for more.
    fn deliver_batch(&mut self, round: &Round<'_>, due: &[(Message, Letter)], done: &mut Delivered) -> Result<bool> {
        let Round { mail_config, route, .. } = round;
        let mut spooled = Vec::new();
        for (message, letter) in due {
            let (now, number) = (self.clock.now(), message.message);
            let own = round.own.contains(&number);
            if round.end.is_some_and(|end| now >= end) {
                let slow = own.then(|| Stayed::closed("the mail server is slow"));
                done.own = done.own.take().or(slow);
                return Ok(false);
            }
            if !route.takes_twice() {
                match self.store.claim(number, round.due, now, now.plus(CLAIM))? {
                    Claim::Ours => {}
                    Claim::Elsewhere => continue,
                    Claim::Spent => {
                        let words = "whoever sent it was stopped before it was known what became of it".to_owned();
                        let trouble = Trouble::Uncertain;
                        self.note_failure(round, number, Undelivered { trouble, place: None, words }, done)?;
                        continue;
                    }
                }
            }
            match self.carry(mail_config, route, message, letter) {
                Ok(()) if route.takes_twice() => {
                    spooled.push(number);
                    if let Route::Spool(folder) = route
                        && own
                    {
                        let name = file_name(message.created_at, number, letter.kind);
                        let (named, count) = &mut done.spooled;
                        *count += 1;
                        if named.len() < READABLE {
                            named.push(folder.join(format!("{name}.eml")));
                        }
                    }
                }
                Ok(()) => done.delivered += self.note(&mut vec![number], false)?,
                Err(why) => {
                    // What is in the spool already is not among those that cannot go.
                    done.delivered += self.note(&mut spooled, true)?;
                    let over = why.trouble.ends_the_delivery();
                    self.note_failure(round, number, why, done)?;
                    if over {
                        return Ok(false);
                    }
                }
            }
        }
        done.delivered += self.note(&mut spooled, true)?;
        Ok(true)
    }

    fn note(&mut self, messages: &mut Vec<i64>, spooled: bool) -> Result<i64> {
        let (count, now) = (i64::try_from(messages.len()).unwrap_or(0), self.clock.now());
        if count > 0 {
            let store = &mut *self.store;
            let noted = if spooled { store.note_spooled(messages, now) } else { store.note_delivered(messages, now) };
            noted?;
            messages.clear();
        }
        Ok(count)
    }

    /// Notes a failure, with every letter that it concerns.
    fn note_failure(
        &mut self,
        round: &Round<'_>,
        message: i64,
        mut why: Undelivered,
        done: &mut Delivered,
    ) -> Result<()> {
        let now = self.clock.now();
        let retry = match why.trouble {
            Trouble::Refused { permanent: true } => Retry::Never,
            Trouble::Uncertain => Retry::Once,
            Trouble::Closed | Trouble::Lost | Trouble::Refused { permanent: false } => Retry::Later,
        };
        if retry == Retry::Once {
            why.words.push_str("; the letter may have arrived");
        }
        let store = &mut *self.store;
        let for_good = store.note_undelivered(message, &why.to_string(), now, retry)?;
        let closed = why.trouble == Trouble::Closed;
        // Letters go by number, but for own ones, which come first; those that were tried already are not due any more then.
        let tried = if round.own.is_empty() { message } else { 0 };
        let others = if closed { store.note_all_undelivered(&why.to_string(), tried, round.due, now)? } else { 0 };
        done.failed += 1 + others;
        let stayed = Stayed { why, for_good };
        if round.own.contains(&message) && done.own.is_none() {
            done.own = Some(stayed.clone());
        }
        done.why = Some(stayed);
        Ok(())
    }

    fn carry(
        &mut self,
        mail_config: &MailConfig,
        route: &Route,
        message: &Message,
        letter: &Letter,
    ) -> Result<(), Undelivered> {
        let outgoing = mail_config.outgoing(message, letter).map_err(Undelivered::refused)?;
        let carried = self.post.deliver(route, &outgoing);
        carried.map_err(|why| match &letter.secret {
            Some(secret) => Undelivered { words: without(&why.words, secret), ..why },
            None => why,
        })
    }
}
