//! Before something that is hard to undo: is it meant, and is it the person who signed in (R19)?
//!
//! What must hold: what is missing is said before the file is opened. Whoever is to be asked hears first what stands
//! against it; the password is the last question, in front of a terminal as in the transaction.
use crate::error::Result;
use crate::store::WriteTx;
use crate::store::authority::confirmed::Confirmation;
use crate::store::authority::password::Compared;
use crate::store::facts::people;

use super::context::{Context, Done, WrongTry};
use super::door::Door;

impl Context<'_> {
    /// Checked before the file is opened, where the password will be needed; read now if it comes from a file.
    ///
    /// # Errors
    /// `usage` naming `--password-file`; `io`, `invalid_value`.
    pub fn password_needed(&mut self) -> Result<()> {
        self.password_source().map(drop)
    }

    /// The password again. Compared now; what it opens is found out inside the transaction.
    ///
    /// # Errors
    /// `throttled`, `usage`, `interrupted`.
    pub fn confirmation(&mut self, door: &Door) -> Result<Confirmation> {
        let source = self.password_source()?;
        self.may_try(door.person.no)?;
        let password = self.secret(source, "--password-file", &format!("Password of {} to confirm", door.person.id))?;
        self.typed_password = Some(password.clone());
        let lock = people::lock(self.read()?.look(), door.person.no)?;
        Ok(Confirmation::Given(Compared::with(Some(door.person.no), &lock, &password, &self.dummy_hash())))
    }

    /// A change, taken back at its end: whoever is to be asked something more learns first what stands against the change.
    /// A refusal is put on record, since the change was meant.
    ///
    /// # Errors
    /// What the closure says; what the file says.
    pub fn rehearse<T>(&mut self, door: &Door, work: impl FnOnce(WriteTx<'_>) -> Result<Done<T>>) -> Result<T> {
        let (_rehearsed, what) = self.act(Some(&door.person), WrongTry::default(), true, work)?;
        Ok(what)
    }

    /// A change that takes the password again, and a yes to `question` where there is one. At a terminal it is
    /// rehearsed before anything is asked.
    ///
    /// # Errors
    /// What `work` says; `throttled`, `usage`, `interrupted`.
    pub fn change_confirmed<T>(
        &mut self,
        door: &Door,
        question: Option<&str>,
        work: impl Fn(WriteTx<'_>, &Confirmation) -> Result<Done<T>>,
    ) -> Result<Done<T>> {
        self.may_try(door.person.no)?;
        let sure = question.is_none() || self.options.yes || self.options.dry_run;
        if !sure || self.typed_password.is_none() {
            self.rehearse(door, |tx| work(tx, &Confirmation::Pending))?;
        }
        question.map_or(Ok(()), |question| self.confirm(question))?;
        let confirmation = self.confirmation(door)?;
        self.change(door, |tx| work(tx, &confirmation))
    }
}
