//! Before something that is hard to undo: is it meant, and is it the person who signed in (R19)?
//!
//! What must hold: what is missing is said before the file is opened. Whoever is to be asked hears first what stands
//! against it; the password is the last question, in front of a terminal as in the transaction.
use crate::error::Result;
use crate::store::WriteTx;
use crate::store::authority::confirmed::Confirmation;
use crate::store::authority::password::Compared;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::people;

use super::context::Context;
use super::session::{Caller, Done, WrongTry};

impl Context<'_> {
    /// The password again. Compared now; what it opens is found out inside the transaction.
    ///
    /// # Errors
    /// `throttled`, `usage`, `interrupted`.
    pub fn confirmation(&mut self, caller: &Caller) -> Result<Confirmation> {
        let source = self.prompt().password_source()?;
        self.session().may_try(caller.person.no)?;
        let password =
            self.prompt().secret(source, "--password-file", &format!("Password of {} to confirm", caller.person.id))?;
        self.prompt().keep_password(password.clone());
        let lock = people::lock(self.session().read()?.view(), caller.person.no)?;
        Ok(Confirmation::Given(Compared::with(Some(caller.person.no), &lock, &password, &self.session().dummy_hash())))
    }

    /// A change, taken back at its end: whoever is to be asked something more learns first what stands against the change.
    /// A refusal is put on record, since the change was meant.
    ///
    /// # Errors
    /// What the closure says; what the file says.
    pub fn dry_run<T>(&mut self, caller: &Caller, work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>) -> Result<T> {
        let (_rolled_back, what) = self.session().act(Some(&caller.person), WrongTry::default(), true, work)?;
        Ok(what)
    }

    /// Whoever is to be asked something learns first what stands against it. Where nobody is asked, the change itself will say so.
    ///
    /// # Errors
    /// What `judge` says, put on record.
    pub fn judged_first(
        &mut self,
        caller: &Caller,
        judge: impl FnOnce(&WriteTx<'_>, &SignedIn<'_>) -> Result<()>,
    ) -> Result<()> {
        if !self.prompt().can_ask() {
            return Ok(());
        }
        self.dry_run(caller, |tx| {
            let me = SignedIn::authenticate(&tx, &caller.key)?;
            judge(&tx, &me)?;
            Ok((tx.unchanged(), ()))
        })
    }

    /// A change that takes the password again, and a yes to `question` where there is one. At a terminal it is
    /// tried in a dry run before anything is asked.
    ///
    /// # Errors
    /// What `work` says; `throttled`, `usage`, `interrupted`.
    pub fn change_confirmed<T>(
        &mut self,
        caller: &Caller,
        question: Option<&str>,
        work: impl Fn(WriteTx<'_>, &Confirmation) -> Result<Done<T>>,
    ) -> Result<Done<T>> {
        self.session().may_try(caller.person.no)?;
        let sure = question.is_none() || self.options.yes || self.options.dry_run;
        if !sure || self.prompt().typed_password().is_none() {
            self.dry_run(caller, |tx| work(tx, &Confirmation::Pending))?;
        }
        question.map_or(Ok(()), |question| self.prompt().confirm(question))?;
        let confirmation = self.confirmation(caller)?;
        self.session().change(caller, |tx| work(tx, &confirmation))
    }
}
