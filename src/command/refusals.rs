//! Refusals on record, and the wrong tries that they count (R18, R20).
use crate::error::{Error, Result};
use crate::model::standing::Person;
use crate::notice::{Kind, account};
use crate::rules;
use crate::rules::throttle::DISABLED;
use crate::store::authority::visitor::Visitor;
use crate::store::change::throttle::{self, Whom};
use crate::store::change::{codes, entrance, outbox, sources, visits};
use crate::store::query::codes as mailed;
use crate::store::query::people as query;
use crate::store::{Entry, WriteTx};

use super::session::{Session, WrongTry};

impl Session<'_> {
    /// Puts a refusal on record, with the wrong try it counts, in a transaction of its own (R18, R20), and gives the
    /// answer to show: the refusal, or `throttled` where a wait runs already, so that parallel tries learn nothing.
    ///
    /// # Errors
    /// What the file says.
    pub fn put_on_record(&mut self, who: Option<&Person>, error: Error, wrong: &WrongTry) -> Result<Error> {
        if !error.code.is_recorded() || (who.is_none() && !error.code.is_verdict()) {
            return Ok(error);
        }
        let (now, name, dry_run, about) = (self.now(), self.command, self.options.dry_run, self.known.about.clone());
        let at_a_door = rules::service::is_a_door(name) || self.options.act_as.is_some();
        let tx = self.again().store()?.write(name, now, false)?;
        let visitor = Visitor::anonymous(&tx);
        let mut entry = visitor.entry_for(who);
        let (mut answer, mut locked) = (error, false);
        if let Some(whom) = wrong.whom {
            let waits = throttle::waiting(&visitor, whom)?;
            let failures = throttle::count(&visitor, whom)?;
            entry = entry.with("failures", failures).with("reason", answer.code.word());
            answer = waits.err().filter(|_| wrong.answered.is_none()).unwrap_or(answer);
            locked = failures == DISABLED && tell_locked(&tx, &visitor, whom)?;
        }
        if at_a_door && answer.code.is_verdict() {
            sources::count(&visitor, sources::Kind::Failure)?;
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
        entry = about.site.into_iter().fold(entry, Entry::at_site);
        entry = about.subject.into_iter().fold(entry, Entry::about);
        if dry_run {
            entry = entry.with("dry_run", true);
        }
        tx.refuse(entry, answer.code)?;
        if locked {
            // A letter that cannot go now waits; the answer is the same.
            let _ = self.delivery()?.what_is_due();
        }
        Ok(answer)
    }
}

/// Tells a person, once, that their password is disabled until they recover. Gives whether there was anybody to tell.
fn tell_locked(tx: &WriteTx<'_>, visitor: &Visitor<'_>, whom: Whom) -> Result<bool> {
    let Whom::Person(no) = whom else { return Ok(false) };
    let Some(person) = query::numbered(tx.view(), no)? else { return Ok(false) };
    let addresses = mailed::mailed_addresses(tx.view(), &person)?;
    outbox::queue_all(visitor, account::about_id(Kind::SignInLocked, &person, &addresses));
    Ok(true)
}
