//! This person, now: a sign-in that still runs, or a password that was just compared.
use crate::error::{Error, Result};
use crate::model::standing::Person;
use crate::rules::{self, Code, Refusal};
use crate::store::authority::password::Compared;
use crate::store::authority::visitor::Visitor;
use crate::store::facts::people::{self, SignIn};
use crate::store::facts::tokens;
use crate::store::{Entry, Look, WriteTx};

/// What somebody shows at the door.
#[derive(Debug)]
pub enum Key {
    /// SHA-256 of a sign-in token or of an automation token.
    Token([u8; 32]),
    /// A password that was compared for this one command (`--as`).
    Password(Compared),
}

/// Evidence that whoever stands at the door is this person.
#[must_use]
pub struct SignedIn<'tx> {
    tx: &'tx WriteTx<'tx>,
    person: Person,
}

/// Whom a key belongs to, and the sign-in or the automation token where there is one. Whether a token is good for what is
/// to be done is not asked here.
///
/// # Errors
/// `sign_in_required`.
pub fn recognise(look: Look<'_>, key: &Key) -> Result<(Person, Option<SignIn>)> {
    match key {
        Key::Token(token) => {
            let sign_in = match people::sign_in(look, token)? {
                Some(sign_in) => sign_in,
                None => tokens::sign_in(look, token)?.ok_or_else(ended)?,
            };
            Ok((sign_in.person.clone(), Some(sign_in)))
        }
        Key::Password(compared) => Ok((compared.still_good(look)?, None)),
    }
}

/// Whom a key belongs to, if they may do what this transaction is for by what they came in with.
///
/// # Errors
/// `sign_in_required`; `token_scope`.
pub(super) fn admitted(tx: &WriteTx<'_>, key: &Key) -> Result<Person> {
    let (person, _) = recognise(tx.look(), key)?;
    rules::token::admits(&person, tx.deed())?;
    Ok(person)
}

/// The answer when nobody is signed in.
pub fn ended() -> Error {
    Refusal::new(Code::SignInRequired, "nobody is signed in here, or the sign-in has ended").into()
}

impl<'tx> SignedIn<'tx> {
    /// The only mint: reads who the key belongs to in this transaction.
    ///
    /// # Errors
    /// `sign_in_required`; `token_scope`.
    pub fn at_the_door(tx: &'tx WriteTx<'_>, key: &Key) -> Result<Self> {
        Ok(Self { tx, person: admitted(tx, key)? })
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    /// Who it is.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// An entry by this person.
    pub fn entry(&self) -> Entry {
        Visitor::entry_by(&self.person)
    }
}
