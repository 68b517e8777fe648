//! The vendor's staff (R15).
use crate::error::Result;
use crate::model::standing::Person;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::{Entry, WriteTx};

/// Evidence that the bearer is an operator.
#[must_use]
pub struct OperatorAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    person: Person,
}

impl<'tx> OperatorAuthority<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `operator_only`.
    pub fn of(me: &SignedIn<'tx>) -> Result<Self> {
        rules::site::an_operator(me.person())?;
        Ok(Self { tx: me.tx(), person: me.person().clone() })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// Which operator.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// An entry by this operator.
    pub fn entry(&self) -> Entry {
        super::visitor::Visitor::entry_by(&self.person)
    }
}
