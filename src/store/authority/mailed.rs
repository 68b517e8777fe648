//! Whoever typed a code that was mailed to somebody with an ID: to recover, to prove a new address, to go back to the old
//! one.
//!
//! # Secrets
//! Codes and answers are compared outside any transaction. The mints read everything again inside: the code must still be
//! live, the answer must still be the one that it was compared with. Every way to fail is one answer.
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::hash;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::security_answer::forms_of;
use crate::model::setting::CARE;
use crate::model::standing::Person;
use crate::rules::{self, Code, Refusal};
use crate::store::authority::registrant::{self, Presented};
use crate::store::authority::visitor::Visitor;
use crate::store::query::codes::{self, Live};
use crate::store::query::{people, sites};
use crate::store::{ReadView, WriteTx};

/// A typed code that was compared with live ones.
#[derive(Debug)]
pub struct Typed {
    which: Option<i64>,
}

impl Typed {
    /// Compares a typed code with every one of these; with `dummy` where there is none, so that this takes work too.
    pub fn with(live: &[Live], typed: &MailedCode, dummy: &Secret) -> Self {
        let typed = Secret::new(typed.canonical().to_owned());
        if live.is_empty() {
            let _ = hash::matches(&typed, dummy);
        }
        let fits: Vec<i64> = live.iter().filter(|one| hash::matches(&typed, &one.hash)).map(|one| one.number).collect();
        Self { which: fits.first().copied() }
    }

    /// Whether it is one of them.
    pub fn fits(&self) -> bool {
        self.which.is_some()
    }

    /// The code that it is, if that still lives.
    fn still_live(&self, live: Vec<Live>) -> Option<Live> {
        live.into_iter().find(|one| Some(one.number) == self.which)
    }
}

/// An answer to a security question that was compared.
#[derive(Debug, Default)]
pub struct Answered {
    opened: Option<Secret>,
}

impl Answered {
    /// Compares a typed answer; with `dummy` where the person has no question, which nothing answers.
    pub fn with(stored: Option<&Secret>, typed: &Secret, dummy: &Secret) -> Self {
        let against = stored.unwrap_or(dummy);
        // All of them, whichever fits: the work tells nothing.
        let fits = forms_of(typed).iter().filter(|form| hash::matches(form, against)).count() > 0;
        Self { opened: stored.filter(|_| fits).cloned() }
    }

    /// Whether it is right.
    pub fn fits(&self) -> bool {
        self.opened.is_some()
    }

    fn is_still_right(&self, view: ReadView<'_>, person: PersonNo) -> Result<bool> {
        let stored = people::question(view, person)?;
        Ok(matches!((stored, &self.opened), (Some((_, stored)), Some(opened)) if stored.same_as(opened)))
    }
}

/// A code in the hands of whom it was mailed to.
struct Held<'tx> {
    tx: &'tx WriteTx<'tx>,
    code: Live,
    person: Person,
}

impl<'tx> Held<'tx> {
    fn of(visitor: &Visitor<'tx>, code: Option<Live>, refusal: impl Fn() -> Refusal) -> Result<Self> {
        let code = code.ok_or_else(&refusal)?;
        let person = people::numbered(visitor.tx().view(), code.person)?.ok_or_else(&refusal)?;
        Ok(Self { tx: visitor.tx(), code, person })
    }

    /// The address that the code is about, if nobody else has it by now.
    fn free_address(&self, refusal: impl Fn() -> Refusal) -> Result<Address> {
        let address = self.code.address.clone().ok_or_else(&refusal)?;
        match people::holder(self.tx.view(), &address)? {
            Some(holder) if holder.no != self.person.no => Err(refusal().into()),
            _ => Ok(address),
        }
    }
}

macro_rules! held {
    ($($proof:ident)*) => { $(impl<'tx> $proof<'tx> {
        pub(in crate::store) fn tx(&self) -> &'tx WriteTx<'tx> { self.held.tx }
        pub(in crate::store) fn code(&self) -> i64 { self.held.code.number }
        /// Whose code it is.
        pub fn person(&self) -> &Person { &self.held.person }
    })* };
}
held!(Recovering Moving Reversing);

/// Evidence that the bearer typed a live recovery code of one person, and the security answer where it is asked for.
#[must_use]
pub struct Recovering<'tx> {
    held: Held<'tx>,
}

impl<'tx> Recovering<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `code_not_accepted`, whatever the reason.
    pub fn of(visitor: &Visitor<'tx>, person: PersonNo, typed: &Typed, answered: &Answered) -> Result<Self> {
        let view = visitor.tx().view();
        let code = typed.still_live(codes::recovery(view, person)?.into_iter().collect());
        let held = Held::of(visitor, code, recovery_refused)?;
        if held.code.answer_needed && !answered.is_still_right(view, person)? {
            return Err(recovery_refused().into());
        }
        Ok(Self { held })
    }
}

/// Evidence that the bearer reads the mail of the address that one person asked to change to.
#[must_use]
pub struct Moving<'tx> {
    held: Held<'tx>,
    to: Address,
}

impl<'tx> Moving<'tx> {
    /// The only mint: the address must belong to nobody else by now.
    ///
    /// # Errors
    /// `code_not_accepted`, whatever the reason; `throttled` while the person waits; R15 for an operator whom a sleeping site
    /// would await there.
    pub fn of(visitor: &Visitor<'tx>, address: &Address, presented: &Presented) -> Result<Self> {
        let view = visitor.tx().view();
        let Presented::Move { code, compared: Some(compared), .. } = presented else {
            return Err(registrant::not_accepted().into());
        };
        let live = codes::numbered(view, *code)?.filter(|live| live.address.as_ref() == Some(address));
        let held = Held::of(visitor, live, registrant::not_accepted)?;
        compared.still_good(view).map_err(|error| match error.code {
            Code::SignInRequired => registrant::not_accepted().into(),
            _ => error,
        })?;
        let to = held.free_address(registrant::not_accepted)?;
        nobodys_primary(view, &held.person, &to)?;
        Ok(Self { held, to })
    }

    /// The new address.
    pub fn to(&self) -> &Address {
        &self.to
    }
}

/// Evidence that the bearer reads the mail of the address that one person had before.
#[must_use]
pub struct Reversing<'tx> {
    held: Held<'tx>,
    to: Address,
}

impl<'tx> Reversing<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `code_not_accepted`, whatever the reason; R15 for an operator whom a sleeping site awaits at the former address.
    pub fn of(visitor: &Visitor<'tx>, typed: &Typed) -> Result<Self> {
        let view = visitor.tx().view();
        let live = typed.which.map(|code| codes::numbered(view, code)).transpose()?.flatten();
        let held = Held::of(visitor, live, reversal_refused)?;
        let to = held.free_address(reversal_refused)?;
        nobodys_primary(view, &held.person, &to)?;
        Ok(Self { held, to })
    }

    /// The address to go back to.
    pub fn to(&self) -> &Address {
        &self.to
    }
}

/// R15: an operator is nobody's Primary e-mail.
///
/// # Errors
/// `operator_apart`.
pub fn nobodys_primary(view: ReadView<'_>, person: &Person, address: &Address) -> Result<()> {
    if person.operator && !sites::awaiting(view, address)?.is_empty() {
        let why = format!("a site awaits its Primary Contact at {address}; operators have no part in a site");
        return Err(rules::Refusal::new(Code::OperatorApart, why).into());
    }
    Ok(())
}

/// The one answer for a code or an answer that does not recover.
pub fn recovery_refused() -> Refusal {
    Refusal::new(Code::CodeNotAccepted, "the code, or the code and the answer together, were not accepted").hinted(
        "recovery codes are good for an hour and for five answers; a new one is mailed by `pao account recover --email E`",
    )
}

fn reversal_refused() -> Refusal {
    Refusal::new(Code::CodeNotAccepted, "the code was not accepted")
        .hinted(format!("reversal codes are good for 72 hours; after that ask {CARE}"))
}
