//! Whoever typed the code that was mailed for one registration.
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::hash;
use crate::model::secret::Secret;
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::visitor::Visitor;
use crate::store::facts::people;
use crate::store::facts::registrations::{self, Waiting};

/// A code that was compared with all registrations that wait for an address, outside any transaction.
#[derive(Debug)]
pub struct Matched {
    which: Option<i64>,
    against: Vec<i64>,
}

impl Matched {
    /// Compares a typed code with every registration that waits; with `dummy` where none does.
    pub fn with(waiting: &[Waiting], typed: &MailedCode, dummy: &Secret) -> Self {
        let typed = Secret::new(typed.canonical().to_owned());
        if waiting.is_empty() {
            let _ = hash::matches(&typed, dummy);
        }
        let fits: Vec<i64> =
            waiting.iter().filter(|one| hash::matches(&typed, &one.code)).map(|one| one.number).collect();
        Self { which: fits.last().copied(), against: waiting.iter().map(|one| one.number).collect() }
    }

    /// The registrations that a wrong try counts against.
    pub fn against(&self) -> &[i64] {
        &self.against
    }
}

/// Evidence that the bearer reads the mail of the address that one registration waits for.
#[must_use]
pub struct Registrant<'tx> {
    tx: &'tx WriteTx<'tx>,
    registration: i64,
}

impl<'tx> Registrant<'tx> {
    /// The only mint: the registration must still wait in this transaction.
    ///
    /// # Errors
    /// `code_not_accepted`, whatever the reason.
    pub fn of(visitor: &Visitor<'tx>, email: &Address, matched: &Matched) -> Result<Self> {
        let look = visitor.tx().look();
        if people::holder(look, email)?.is_some() {
            return Err(not_accepted().into());
        }
        let waiting = registrations::waiting(look, email)?;
        match matched.which.filter(|which| waiting.iter().any(|one| one.number == *which)) {
            Some(registration) => Ok(Self { tx: visitor.tx(), registration }),
            None => Err(not_accepted().into()),
        }
    }

    pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> {
        self.tx
    }

    pub(in crate::store) fn registration(&self) -> i64 {
        self.registration
    }
}

/// The one answer for a code that is wrong, spent, too old or somebody else's.
pub fn not_accepted() -> Refusal {
    Refusal::new(Code::CodeNotAccepted, "the code was not accepted").hinted(
        "codes are good for 24 hours and five tries; a new one is mailed by `pao account resend-code --email E`",
    )
}
