//! Whoever typed the code that was mailed for one registration, and the password of that same registration.
//!
//! # Secrets
//! The code proves the mailbox, the password that the registration is the bearer's own: so a rival's registration for the same
//! address gains nothing when the owner types a code. Both are compared outside any transaction. The code is looked for among
//! those of its tag, one as a rule, and then one password is compared, of the row that was found or of none: the work is the same
//! whoever asks about which address, however many registrations wait.
//!
//! A wrong code counts against nobody. Behind the right code for somebody's new address a wrong password is one of theirs: it
//! counts (R18), or whoever reads the mail of a mistyped address could guess the password without end.
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::{hash, password};
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::password::Compared;
use crate::store::authority::visitor::Visitor;
use crate::store::query::codes::Live;
use crate::store::query::people::{self, Lock};
use crate::store::query::registrations::{self, Waiting};

/// What a code and a password are, each compared with what could be meant.
#[derive(Debug)]
pub enum Presented {
    /// Code and password of one registration.
    Registration(i64),
    /// The code for a new address of somebody's, and their password if it is that.
    Move { code: i64, person: PersonNo, compared: Option<Compared> },
    /// Nothing that belongs together.
    Nothing,
}

/// A code for a new address, with the lock of whoever asked for it.
pub type Asked = (Live, Lock);

impl Presented {
    /// Compares both; with `dummy` where there is nothing to compare with.
    pub fn with(waiting: &[Waiting], asked: &[Asked], code: &MailedCode, typed: &Secret, dummy: &Secret) -> Self {
        let code = Secret::new(code.canonical().to_owned());
        if waiting.is_empty() && asked.is_empty() {
            let _ = hash::matches(&code, dummy);
        }
        let registration = waiting.iter().rfind(|one| hash::matches(&code, &one.code));
        let moving = asked.iter().find(|(live, _)| hash::matches(&code, &live.hash));
        match (registration, moving) {
            (None, Some((live, lock))) => Self::Move {
                code: live.number,
                person: live.person,
                compared: Compared::with(Some(live.person), lock, typed, dummy),
            },
            (one, _) => {
                let fits = hash::matches(&password::normalised(typed), one.map_or(dummy, |one| &one.password));
                one.filter(|_| fits).map_or(Self::Nothing, |one| Self::Registration(one.number))
            }
        }
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
        let view = visitor.tx().view();
        if people::holder(view, email)?.is_some() {
            return Err(not_accepted().into());
        }
        let waiting = registrations::all(view, email)?;
        match presented {
            Presented::Registration(which) if waiting.iter().any(|one| one.number == *which) => {
                Ok(Self { tx: visitor.tx(), registration: *which })
            }
            _ => Err(not_accepted().into()),
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
