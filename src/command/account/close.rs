//! Close one's own ID, for good. The address may register again, as a new person.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::answer::Identity;
use crate::model::nomination::Filed;
use crate::model::standing::Person;
use crate::notice::{self, Kind};
use crate::rules;
use crate::store::ReadView;
use crate::store::authority::{confirmed::Confirmed, signed_in::SignedIn, visitor::Visitor};
use crate::store::change::nominations::ID_CLOSED;
use crate::store::change::{accounts as change, outbox};
use crate::store::query::codes;
use crate::store::query::{people, sites, ties};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account close --dry-run
  pao account close --yes --password-file -")]
pub struct CloseArgs {}

/// Ends the asker's access, sign-ins and open nominations with the ID. Requests that were submitted stay.
///
/// # Errors
/// R7, R19; `last_operator`; `usage` without `--yes` where nobody can be asked.
pub fn run(_args: &CloseArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().confirmable()?;
    cx.prompt().password_needed()?;
    let caller = cx.authenticate()?;
    cx.session().about(&caller.person.id);
    let question = format!("Close the ID {} for good?", caller.person.id);
    let (done, identity) = cx.change_confirmed(&caller, Some(&question), |tx, confirmation| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let person = me.person().clone();
        rules::account::may_close(&ties::of(tx.view(), &person)?)?;
        if person.operator {
            rules::account::not_the_last(people::operators(tx.view())?.len())?;
        }
        let confirmed = Confirmed::by(&me, confirmation)?;
        let (entry, identity) = (me.entry().about(person.id.as_str()), Identity::from(&person));
        let (visitor, addresses) = (Visitor::anonymous(&tx), codes::mailed_addresses(tx.view(), &person)?);
        let nominations = change::close(me, &confirmed)?;
        outbox::queue_all(&visitor, notice::account::about_id(Kind::AccountClosed, &person, &addresses));
        tell(tx.view(), &visitor, &person, &nominations)?;
        Ok((tx.commit(entry)?, identity))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status(format!("Closed {}", identity.id)).into())
}

/// Whoever waited for an answer to a nomination, and the other operators where an operator goes.
fn tell(view: ReadView<'_>, by: &Visitor<'_>, person: &Person, nominations: &[Filed]) -> Result<()> {
    for filed in nominations {
        if let Some(site) = sites::facts(view, &filed.site)? {
            outbox::queue_all(by, notice::nomination::settled(&site, filed, person, ID_CLOSED));
        }
    }
    if person.operator {
        let operators = people::operators(view)?;
        let letters = notice::registry::to_operators(Kind::OperatorRemoved, &operators, person, &person.named());
        outbox::queue_all(by, letters);
    }
    Ok(())
}
