//! Whoever fills a practice database: nobody real is in it.
//!
//! # What forges an actor
//! [`PracticeAuthority::entry_by`] alone makes an entry in somebody else's name, for `pao demo --sites`. It takes a [`Practice`], which only
//! a file with the practice mark gives; nothing else in the program can name an actor who did not ask.
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::rules::Code;
use crate::store::{Entry, Store, WriteTx};

/// Evidence that the file is one that `demo` made and marked, where made-up people may be written without passwords.
#[must_use]
pub struct PracticeAuthority<'tx> {
    tx: &'tx WriteTx<'tx>,
}

/// Evidence that a store is a practice database; read before its transactions.
#[derive(Debug, Clone, Copy)]
pub struct Practice(());

impl Practice {
    /// Only for a file with the mark.
    ///
    /// # Errors
    /// `wrong_state`.
    pub fn of(store: &Store) -> Result<Self> {
        if store.is_practice() {
            return Ok(Self(()));
        }
        Err(Error::new(Code::WrongState, "this is not a practice database")
            .hinted("`pao demo` works on files that it made"))
    }
}

impl<'tx> PracticeAuthority<'tx> {
    /// The only mint.
    pub fn of(tx: &'tx WriteTx<'_>, _practice: Practice) -> Self {
        Self { tx }
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// An entry by one of the made-up people, as if they had run this command.
    pub fn entry_by(&self, command: CommandId, person: i64, id: &str) -> Entry {
        Entry { person: Some(person), actor: Some(id.to_owned()), command: Some(command), ..Entry::by(None) }
    }
}
