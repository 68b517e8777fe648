//! Close one's own ID, for good. The address may register again, as a new person.
use crate::command::context::Context;
use crate::command::operator::tell_operators;
use crate::command::{Outcome, letters, sheets};
use crate::error::Result;
use crate::mail::Kind;
use crate::model::answer::Identity;
use crate::rules;
use crate::store::WriteTx;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::{accounts as change, outbox};
use crate::store::facts::{access, people, sites, ties};

use super::about_the_id;

/// Ends the asker's access, sign-ins and open nominations with the ID. Requests that were submitted stay.
///
/// # Errors
/// R7; `last_operator`; `usage` without `--yes` where nobody can be asked.
pub fn run(cx: &mut Context<'_>) -> Result<Outcome> {
    cx.confirmable()?;
    let door = cx.door()?;
    cx.about.subject = Some(door.person.id.to_string());
    cx.confirm(&format!("Close the ID {} for good?", door.person.id))?;
    let (done, identity) = cx.change(&door, |tx| {
        let me = SignedIn::at_the_door(&tx, &door.key)?;
        let person = me.person().clone();
        rules::account::may_close(&ties::of(tx.look(), &person)?)?;
        if person.operator {
            rules::account::not_the_last(people::operators(tx.look())?.len())?;
        }
        tell(&tx, &me)?;
        let (entry, identity) = (me.entry().about(person.id.as_str()), Identity::from(&person));
        change::close(me)?;
        Ok((tx.commit(entry)?, identity))
    })?;
    let report = cx.changed(&done, &identity, sheets::identity(&identity))?;
    Ok(report.status(format!("Closed {}", identity.id)).into())
}

/// The person is told at their address; of their nominations the Primary Contacts; of an operator who goes, the others.
fn tell(tx: &WriteTx<'_>, me: &SignedIn<'_>) -> Result<()> {
    let (look, person) = (tx.look(), me.person());
    for letter in about_the_id(look, Kind::AccountClosed, person)? {
        outbox::queue(me, letter);
    }
    for open in ties::open_nominations(look, person.no)? {
        let (Some(primary), Some(site)) = (access::primary(look, &open.site)?, sites::facts(look, &open.site)?) else {
            continue;
        };
        let letter = letters::at_site(Kind::NominationWithdrawn, &primary, &site)
            .with("nomination", open.nomination.to_string())
            .with("person", person.named())
            .with("by", person.named());
        outbox::queue(me, letter.with("reason", "the ID was closed"));
    }
    if person.operator {
        tell_operators(look, me, Kind::OperatorRemoved, person, &person.named())?;
    }
    Ok(())
}
