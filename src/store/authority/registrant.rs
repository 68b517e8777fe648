//! Whoever typed the code that was mailed for one registration, and the password of that same registration.
//!
//! # Secrets
//! The code proves the mailbox, the password that the registration is the bearer's own: so a rival's registration for the same
//! address gains nothing when the owner types a code. Both are compared outside any transaction. The code is looked for among
//! those of its tag, one as a rule, and then one password is compared, of the row that was found or of none: the work is the same
//! whoever asks about which address, however many registrations wait.
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::hash;
use crate::model::secret::Secret;
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::visitor::Visitor;
use crate::store::facts::codes::Live;
use crate::store::facts::people;
use crate::store::facts::registrations::{self, Waiting};

/// A code and a password, compared with what could be meant: registrations, and codes for a new address of somebody's.
#[derive(Debug, Default)]
pub struct Presented {
    /// The registration whose code and password they are.
    registration: Option<i64>,
    /// The code for a new address that it is, with the password of whoever asked for it.
    pub(super) code: Option<i64>,
}

/// A code for a new address, with the password of whoever asked for it; none where that is disabled.
pub type Asked = (Live, Option<Secret>);

impl Presented {
    /// Compares both; with `dummy` where there is nothing to compare with.
    pub fn with(waiting: &[Waiting], asked: &[Asked], code: &MailedCode, password: &Secret, dummy: &Secret) -> Self {
        let code = Secret::new(code.canonical().to_owned());
        if waiting.is_empty() && asked.is_empty() {
            let _ = hash::matches(&code, dummy);
        }
        let registration = waiting.iter().rfind(|one| hash::matches(&code, &one.code));
        let moving = asked.iter().find(|(live, _)| hash::matches(&code, &live.hash));
        let of_row =
            registration.map(|one| &one.password).or_else(|| moving.and_then(|(_, password)| password.as_ref()));
        if !hash::matches(password, of_row.unwrap_or(dummy)) || of_row.is_none() {
            return Self::default();
        }
        let code = if registration.is_some() { None } else { moving.map(|(live, _)| live.number) };
        Self { registration: registration.map(|one| one.number), code }
    }

    /// Whether they are those of somebody's new address.
    pub fn moves(&self) -> bool {
        self.code.is_some()
    }
}

/// Evidence that the bearer made one registration, and reads the mail of the address that it is for.
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
    pub fn of(visitor: &Visitor<'tx>, email: &Address, presented: &Presented) -> Result<Self> {
        let look = visitor.tx().look();
        if people::holder(look, email)?.is_some() {
            return Err(not_accepted().into());
        }
        let waiting = registrations::all(look, email)?;
        match presented.registration.filter(|which| waiting.iter().any(|one| one.number == *which)) {
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

/// The one answer for a code that is wrong, too old or somebody else's, and for a password that does not go with it.
pub fn not_accepted() -> Refusal {
    Refusal::new(Code::CodeNotAccepted, "the code and the password were not accepted together").hinted(
        "the password is the one that was chosen with this registration; codes are good for 24 hours, and a new one is mailed by \
         `pao account resend-code --email E`",
    )
}
