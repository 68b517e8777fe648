//! Nobody in particular: who may register, verify a code, and sign in.
use crate::model::standing::Person;
use crate::store::{Entry, WriteTx};

/// Evidence of nothing but a transaction. What a visitor may write proves itself by a mailed code or a password.
#[must_use]
pub struct Visitor<'tx> {
    tx: &'tx WriteTx<'tx>,
}

impl<'tx> Visitor<'tx> {
    /// Anybody may be a visitor.
    pub fn anonymous(tx: &'tx WriteTx<'_>) -> Self {
        Self { tx }
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// An entry without an actor.
    pub fn entry(&self) -> Entry {
        Entry::by(None)
    }

    /// An entry by `who`, where it is known who asked.
    pub fn entry_for(&self, who: Option<&Person>) -> Entry {
        Entry::by(who)
    }

    /// An entry by somebody whom a code or a password has just proven.
    pub(in crate::store) fn entry_by(person: &Person) -> Entry {
        Entry::by(Some(person))
    }
}
