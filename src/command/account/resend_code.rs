//! Mail a new code for the newest registration that waits.
use crate::command::context::{Context, WrongTry};
use crate::command::register::{accepted, verification};
use crate::command::{Outcome, letters};
use crate::error::Result;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::shell::pao;
use crate::store::authority::visitor::Visitor;
use crate::store::change::outbox;
use crate::store::change::people::{self as change, CODE_LIFE};
use crate::store::facts::registrations;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account resend-code --email ann@example.com
  pao account resend-code")]
pub struct ResendArgs {
    /// The address that a registration waits for
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
}

/// Accepts for everybody; mails only where a registration waits.
///
/// # Errors
/// `invalid_value`, `usage`.
pub fn run(args: &ResendArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.needed(args.email.as_deref(), "--email")?;
    cx.open()?;
    let email = cx.value(args.email.as_deref(), "--email", "The address that a registration waits for", |text| {
        Ok(Address::parse(text, "email")?)
    })?;
    let (code, hash) = cx.fresh_code()?;
    let (done, ()) = cx.change_with_try(None, WrongTry::default(), |tx| {
        let visitor = Visitor::at_the_door(&tx);
        if let Some(newest) = registrations::newest(tx.look(), &email)? {
            change::renew_code(&visitor, newest.number, &hash)?;
            let country = Country::from_code(&newest.country).map_or("", Country::name);
            let until = tx.look().at().plus(CODE_LIFE).to_string();
            let letter = verification(&email, &newest.first_name, &newest.last_name, country, &until);
            outbox::queue(&visitor, letter.secret(letters::in_letter(&code)));
        }
        let entry = visitor.entry().about(email.as_str());
        Ok((tx.commit(entry)?, ()))
    })?;
    accepted(
        cx,
        &done,
        &format!("If a registration waits for {email}, a new code is on its way"),
        pao("account verify").option("--email", &email),
    )
}
