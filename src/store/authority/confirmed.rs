//! The password was given again (R19), for a deed that outlives or ends a sign-in.
//!
//! What must hold: writers of such deeds take this proof, so that none of them can be reached by a sign-in alone. It is
//! minted last: everything else that could stand against the deed has been judged then.
use crate::error::Result;
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::password::Compared;
use crate::store::authority::signed_in::SignedIn;
use std::marker::PhantomData;

/// What became of the question for the password, outside any transaction.
#[derive(Debug)]
pub enum Confirmation {
    /// Not asked yet: the deed is rehearsed, so that nobody types a password for what cannot be done.
    Pending,
    /// Compared; nothing where it was wrong.
    Given(Option<Compared>),
}

/// Evidence that the bearer gave their password for this deed.
#[must_use]
pub struct Confirmed<'tx> {
    during: PhantomData<&'tx WriteTx<'tx>>,
}

impl<'tx> Confirmed<'tx> {
    /// The only mint.
    ///
    /// # Errors
    /// `confirm_password`; `throttled` where a wait began meanwhile.
    pub fn by(me: &SignedIn<'tx>, confirmation: &Confirmation) -> Result<Self> {
        let tx = me.tx();
        match confirmation {
            Confirmation::Pending if tx.rehearsal() => {}
            Confirmation::Given(Some(compared)) if compared.person() == me.person().no => {
                compared.still_good(tx.look())?;
            }
            Confirmation::Pending | Confirmation::Given(_) => {
                let why = "the password given to confirm was not accepted";
                return Err(Refusal::new(Code::ConfirmPassword, why).into());
            }
        }
        Ok(Self { during: PhantomData })
    }
}
