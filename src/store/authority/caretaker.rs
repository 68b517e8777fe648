//! Who looks after the file: its owner, and operators.
use crate::error::{Error, Result};
use crate::model::standing::Person;
use crate::rules::{self, Code};
use crate::store::authority::signed_in::{Key, admitted};
use crate::store::{Entry, ReadView, WriteTx};

/// Evidence that the bearer may keep the file in order: nothing that decides what anybody may do.
#[must_use]
pub struct CaretakerAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
    person: Option<Person>,
}

/// Whether the caller counts as the owner of the file (`W` in cli.md). Whoever could open it owns it, since a file that
/// belongs to somebody else is refused; in service mode every caller goes through one user, so being it proves nothing.
///
/// # Errors
/// What SQLite says.
pub fn owns(view: ReadView<'_>) -> Result<bool> {
    let service: bool = view.conn.query_row("SELECT service FROM registry", [], |row| row.get(0))?;
    Ok(!service)
}

impl<'tx> CaretakerAuthority<'tx> {
    /// For what the owner and operators may do. A key is asked for where there is one.
    ///
    /// # Errors
    /// `owner_only`, R15; `token_scope`.
    pub fn of(tx: &'tx WriteTx<'_>, key: Option<&Key>) -> Result<Self> {
        let person = key.map(|key| admitted(tx, key)).transpose()?;
        if !owns(tx.view())? {
            match &person {
                Some(person) => rules::site::an_operator(person)?,
                None => return Err(owner_only()),
            }
        }
        Ok(Self { tx, person })
    }

    /// For what only the owner may do.
    ///
    /// # Errors
    /// `owner_only`.
    pub fn owner(tx: &'tx WriteTx<'_>, key: Option<&Key>) -> Result<Self> {
        if owns(tx.view())? { Self::of(tx, key) } else { Err(owner_only()) }
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// An entry by the bearer, or by nobody who is known.
    pub fn entry(&self) -> Entry {
        Entry::by(self.person.as_ref())
    }
}

/// The refusal of what is the owner's.
pub fn owner_only() -> Error {
    Error::new(Code::OwnerOnly, "only the owner of the database file may do this")
        .hinted("run it as the user whom the file belongs to")
}
