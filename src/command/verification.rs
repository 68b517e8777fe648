//! A mailed code with its password: an ID is made, or its mail goes to a new address.
use crate::command::context::Context;
use crate::command::session::{Done, WrongTry};
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::shell::pao;
use crate::notice::account::{Move, email_changed_from, email_changed_to};
use crate::store::authority::mailed::Moving;
use crate::store::authority::registrant::{Presented, Registrant};
use crate::store::authority::visitor::Visitor;
use crate::store::change::codes::REVERSAL_LIFE;
use crate::store::change::throttle::Whom;
use crate::store::change::{accounts, outbox, people as change};
use crate::store::query::{codes, people, registrations};

/// Takes a code with its password.
///
/// # Errors
/// `code_not_accepted`; `throttled` behind the code for a new address of somebody who waits.
pub fn finish(cx: &mut Context<'_>, email: &Address, password: &Secret, code: &MailedCode) -> Result<Outcome> {
    let dummy = cx.session().dummy_hash();
    let tx = cx.session().read()?;
    let view = tx.view();
    let tag = code.tag(&people::registry(view)?);
    let waiting = registrations::tagged(view, email, tag)?;
    let mut asked = Vec::new();
    for live in codes::for_address(view, email, tag)? {
        let lock = people::lock(view, live.person)?;
        asked.push((live, lock));
    }
    drop(tx);
    let presented = Presented::with(&waiting, &asked, code, password, &dummy);
    cx.session().about(&email);
    if let Presented::Move { person, .. } = &presented {
        return moved(cx, email, *person, &presented);
    }
    let wrong = WrongTry { by_anybody: true, ..WrongTry::default() };
    let (done, identity) = cx.session().change_with_try(None, wrong, |tx| {
        let visitor = Visitor::anonymous(&tx);
        let registrant = Registrant::of(&visitor, email, &presented)?;
        let no = change::verify(registrant)?;
        let person = people::numbered(tx.view(), no)?.ok_or_else(|| Error::not_found("the ID"))?;
        let entry = visitor.entry_for(Some(&person)).about(person.id.as_str());
        Ok((tx.commit(entry)?, Identity::from(&person)))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status(format!("{} is an ID now", identity.id)).next(pao("login").arg(&identity.id)).into())
}

/// The ID moves to the address; the old one gets the code that takes this back. A wrong password behind the right code is one
/// of the person.
fn moved(cx: &mut Context<'_>, email: &Address, no: PersonNo, presented: &Presented) -> Result<Outcome> {
    let fresh = cx.session().fresh()?;
    cx.session().may_try(no)?;
    let person = people::numbered(cx.session().read()?.view(), no)?;
    let wrong = WrongTry { whom: Some(Whom::Person(no)), ..WrongTry::default() };
    let (done, identity): Done<Identity> = cx.session().change_with_try(person.as_ref(), wrong, |tx| {
        let visitor = Visitor::anonymous(&tx);
        let by = Moving::of(&visitor, email, presented)?;
        let before = by.person().clone();
        let back = accounts::move_to(by, &fresh)?;
        let until = tx.view().at().plus(REVERSAL_LIFE);
        let olds = [Some(&before.email), Some(&back).filter(|back| **back != before.email)];
        for old in olds.into_iter().flatten() {
            let left = Move { person: &before, former: &back, email };
            outbox::queue(&visitor, email_changed_from(old, &left, &fresh.code, until));
        }
        outbox::queue(&visitor, email_changed_to(&Move { person: &before, former: &before.email, email }));
        let now = people::numbered(tx.view(), before.no)?.ok_or_else(|| Error::not_found("the ID"))?;
        let entry = visitor.entry_for(Some(&now)).about(now.id.as_str()).with("address", email.as_str());
        Ok((tx.commit(entry)?, Identity::from(&now)))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status(format!("Mail of {} goes to {} from now on", identity.id, identity.email)).into())
}
