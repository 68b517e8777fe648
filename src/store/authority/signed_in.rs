//! This person, now: a sign-in that still runs, or a password that was just compared.
use crate::error::{Error, Result};
use crate::model::behind::Guest;
use crate::model::command_id::CommandId;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::rules::{self, Code, Refusal};
use crate::store::authority::password::Compared;
use crate::store::authority::visitor::Visitor;
use crate::store::query::people::{self, SignIn};
use crate::store::query::tokens;
use crate::store::{Entry, ReadView, WriteTx};

/// The credential that somebody presents.
#[derive(Debug)]
pub enum Key {
    /// SHA-256 of a sign-in token or of an automation token, and the guest who shows it, if it is one.
    Token { hash: [u8; 32], guest: Option<Guest> },
    /// A guest who has signed in before, as sudo or sshd names them.
    Guest(Guest),
    /// A password that was compared for this one command (`--as`).
    Password(Compared),
}

/// Evidence that whoever asks is this person.
#[must_use]
pub struct SignedIn<'tx> {
    tx: &'tx WriteTx<'tx>,
    person: Person,
}

/// Whoever a key belongs to, before it was asked whether they may do this by that credential. An action has to be
/// named to get at the person: what an automation token was not made for is found out there (`token_scope`).
#[must_use]
pub struct Bearer {
    person: Person,
    sign_in: Option<SignIn>,
}

/// Somebody whose token was not made for what they wanted; who it is, for the record.
#[derive(Debug)]
pub struct Denied {
    pub person: Box<Person>,
    pub refusal: Refusal,
}

impl From<Denied> for Error {
    fn from(turned: Denied) -> Self {
        turned.refusal.into()
    }
}

/// Whom a key belongs to.
///
/// # Errors
/// `sign_in_required`.
pub fn recognise(view: ReadView<'_>, key: &Key) -> Result<Bearer> {
    match key {
        Key::Token { hash, guest } => {
            let sign_in = match people::sign_in(view, hash, guest.as_ref())? {
                Some(sign_in) => sign_in,
                None => tokens::sign_in(view, hash)?.ok_or_else(ended)?,
            };
            Ok(Bearer { person: sign_in.person.clone(), sign_in: Some(sign_in) })
        }
        Key::Guest(guest) => {
            let sign_in = people::sign_in_of(view, guest)?.ok_or_else(ended)?;
            Ok(Bearer { person: sign_in.person.clone(), sign_in: Some(sign_in) })
        }
        Key::Password(compared) => Ok(Bearer { person: compared.still_good(view)?, sign_in: None }),
    }
}

impl Bearer {
    /// When what they came in by ends by itself.
    pub fn until(&self) -> Option<Moment> {
        self.sign_in.as_ref().map(|sign_in| sign_in.expires_at)
    }

    /// The person and the sign-in, if they may do this kind of action. `site` is what was given for the site; where nothing
    /// was, it becomes that of the token.
    ///
    /// # Errors
    /// `token_scope`.
    pub fn admit(self, command: CommandId, site: &mut Option<SiteNumber>) -> Result<(Person, Option<SignIn>), Denied> {
        let Self { person, sign_in } = self;
        let judged = rules::token::admits(&person, command).and_then(|()| match &*site {
            Some(site) => rules::token::at_its_site(&person, site),
            None => Ok(()),
        });
        if let Err(refusal) = judged {
            return Err(Denied { person: Box::new(person), refusal });
        }
        if let (None, Some(scope)) = (&*site, &person.scope) {
            *site = Some(scope.site.clone());
        }
        Ok((person, sign_in))
    }
}

/// Whom a key belongs to, if they may do what this transaction is for by what they came in with.
///
/// # Errors
/// `sign_in_required`; `token_scope`.
pub(super) fn admitted(tx: &WriteTx<'_>, key: &Key) -> Result<Person> {
    let (person, _) = recognise(tx.view(), key)?.admit(tx.command(), &mut None)?;
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
    pub fn authenticate(tx: &'tx WriteTx<'_>, key: &Key) -> Result<Self> {
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
