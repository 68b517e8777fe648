//! Mail a new code for one's own registration that waits: the one of this password.
use crate::command::Outcome;
use crate::command::accepted::{accepted, answered};
use crate::command::context::Context;
use crate::command::session::WrongTry;
use crate::error::Result;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::password;
use crate::model::shell::pao;
use crate::notice::{
    Kind,
    account::{Entered, verification},
};
use crate::store::authority::visitor::Visitor;
use crate::store::change::outbox;
use crate::store::change::people::{self as change, CODE_LIFE};
use crate::store::query::{messages, registrations};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account resend-code --email ann@example.com
  pao account resend-code --email ann@example.com --password-file pw")]
pub struct ResendArgs {
    /// The address that a registration waits for
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Address>,
}

/// Accepts for everybody; mails only where a registration of that password waits, and touches no other.
///
/// # Errors
/// `invalid_value`, `usage`.
pub fn run(args: &ResendArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.email.as_ref(), "--email")?;
    let password = cx.prompt().password_source()?;
    cx.session().open()?;
    let email =
        cx.prompt().value(args.email.clone(), "--email", "The address that a registration waits for", |text| {
            Ok(Address::parse(text, "email")?)
        })?;
    let password = cx.prompt().secret(password, "--password-file", "Password of this registration")?;
    let password = password::normalised(&password);
    let hash = cx.session().hashed_for(&email, &password)?;
    let fresh = cx.session().fresh()?;
    let (done, ()) = cx.session().change_with_try(None, WrongTry::default(), |tx| {
        let visitor = Visitor::anonymous(&tx);
        let full = messages::mailbox_is_full(tx.view(), Kind::Verification, &email)?;
        let own = registrations::all(tx.view(), &email)?.into_iter().rfind(|one| one.is_of(&password, &hash));
        let own = own.filter(|_| !full);
        if let Some(own) = &own {
            change::renew_code(&visitor, own.number, &fresh)?;
            let country = Country::from_code(&own.country).map_or("", Country::name);
            let until = tx.view().at().plus(CODE_LIFE);
            let entered = Entered { email: &email, first_name: &own.first_name, last_name: &own.last_name, country };
            outbox::queue(&visitor, verification(&entered, &fresh.code, until));
        }
        Ok((answered(tx, &email, own.is_some())?, ()))
    })?;
    accepted(
        cx,
        &done,
        &format!("If a registration of this password waits for {email}, a new code is on its way"),
        pao("account verify").option("--email", &email),
    )
}
