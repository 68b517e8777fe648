//! Who looks after the file: its owner, and operators.
use crate::error::Result;
use crate::model::standing::Person;
use crate::rules;
use crate::store::authority::signed_in::{Key, admitted, ended};
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer may keep the file in order: nothing that decides what anybody may do.
#[must_use]
pub struct CaretakerAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    person: Option<Person>,
}

impl<'tx> CaretakerAuthority<'tx> {
    /// For what the owner and operators may do. A key is asked for where there is one.
    ///
    /// # Errors
    /// `sign_in_required`, R15; `token_scope`.
    pub fn of(tx: &'tx WriteTx<'_>, key: Option<&Key>) -> Result<Self> {
        let person = key.map(|key| admitted(tx, key)).transpose()?;
        if tx.guest().is_some() {
            match &person {
                Some(person) => rules::site::an_operator(person)?,
                None => return Err(ended()),
            }
        }
        Ok(Self { tx, person })
    }

    /// For what operators may do, and the owner of a shared registry, who signs in as nobody.
    ///
    /// # Errors
    /// `sign_in_required`, R15; `token_scope`.
    pub fn of_the_registry(tx: &'tx WriteTx<'_>, key: Option<&Key>) -> Result<Self> {
        let person = key.map(|key| admitted(tx, key)).transpose()?;
        match &person {
            Some(person) => rules::site::an_operator(person)?,
            None if tx.is_of_the_owner() => {}
            None => return Err(ended()),
        }
        Ok(Self { tx, person })
    }

    /// For what only the owner may do.
    ///
    /// # Errors
    /// `owner_only`.
    pub fn owner(tx: &'tx WriteTx<'_>, key: Option<&Key>) -> Result<Self> {
        if tx.guest().is_none() { Self::of(tx, key) } else { Err(rules::service::owner_only().into()) }
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// Who it is; nobody in particular for the owner.
    pub fn person(&self) -> Option<&Person> {
        self.person.as_ref()
    }

    /// An entry by the bearer, or by nobody who is known.
    pub fn entry(&self) -> Entry {
        Entry::by(self.person.as_ref())
    }
}
