//! One round through the outbox: what is due is handed over, letter by letter, and what became of each is noted.
use crate::error::Result;
use crate::mail::{Route, Trouble, Undelivered, file_name, without};
use crate::model::answer::Message;
use crate::model::moment::Moment;
use crate::notice::Letter;
use crate::store::bookkeeping::{Claim, Retry};
use crate::store::query::messages;
use crate::ui::progress::Progress;
use std::ops::RangeInclusive;

use super::READABLE;
use super::config::MailConfig;
use super::{Delivered, Delivery, Stayed};

/// Letters that are read at once; those for the spool are noted in one transaction.
const BATCH: usize = 500;
/// Seconds for which a letter belongs to the process that sends it: longer than sending may take.
const CLAIM: i64 = 60;

/// One round of it.
pub(super) struct Round<'r> {
    pub(super) mail_config: &'r MailConfig,
    pub(super) route: &'r Route,
    /// The numbers of the command's own letters.
    pub(super) own: RangeInclusive<i64>,
    /// By when the letters are due that it tries.
    pub(super) due: Moment,
    /// When no further letter is begun.
    pub(super) end: Option<Moment>,
}

impl Delivery<'_> {
    pub(super) fn empty_the_outbox(&mut self, round: &Round<'_>) -> Result<Delivered> {
        let mut done = Delivered::default();
        let progress = Progress::watched(self.watched, "letters tried");
        let ways_round = if round.own.is_empty() { vec![0] } else { vec![round.own.start() - 1, 0] };
        for mut after in ways_round {
            loop {
                let now = self.clock.now();
                let tx = self.store.read(now)?;
                let due = messages::due(tx.view(), after, round.due, BATCH)?;
                drop(tx);
                let Some((last, _)) = due.last() else { break };
                after = last.message;
                if !self.deliver_batch(round, &due, &progress, &mut done)? {
                    return Ok(done);
                }
            }
        }
        Ok(done)
    }

    /// Delivers these letters; says whether the way is open for more.
    fn deliver_batch(
        &mut self,
        round: &Round<'_>,
        due: &[(Message, Letter)],
        progress: &Progress,
        done: &mut Delivered,
    ) -> Result<bool> {
        let Round { mail_config, route, .. } = round;
        let mut spooled = Vec::new();
        for (message, letter) in due {
            let (now, number) = (self.clock.now(), message.message);
            progress.advance();
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
