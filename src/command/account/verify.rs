//! Type the code that was mailed: the ID exists from then on.
use crate::command::context::{Context, WrongTry};
use crate::command::{Outcome, sheets};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::store::authority::registrant::{Matched, Registrant};
use crate::store::authority::visitor::Visitor;
use crate::store::change::{people as change, throttle};
use crate::store::facts::{people, registrations};
use clap::Args;
use std::path::PathBuf;

/// What can be typed.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The address that the code was mailed to
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// File with the code, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    code_file: Option<PathBuf>,
}

/// Makes the ID of the registration whose code was typed; the others that wait for the address are discarded.
///
/// # Errors
/// `code_not_accepted`, `throttled`, `invalid_value` for a text that is no code, which costs nothing.
pub fn run(args: &VerifyArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.needed(args.email.as_deref(), "--email")?;
    let code = cx.code_source(args.code_file.as_deref(), "--code-file")?;
    cx.open()?;
    let email = cx.value(args.email.as_deref(), "--email", "The address that the code was mailed to", |text| {
        Ok(Address::parse(text, "email")?)
    })?;
    let (person, lock, whom) = cx.lock_of(&email)?;
    throttle::may_try(&lock, cx.now())?;
    let code = cx.code(code, "--code-file", "Verification code from the letter (code)", |text| {
        Ok(MailedCode::parse(text, "code")?)
    })?;
    let waiting = registrations::waiting(cx.read()?.look(), &email)?;
    let matched = Matched::with(&waiting, &code, &cx.dummy_hash());
    cx.about.subject = Some(email.to_string());
    let wrong = WrongTry { whom: Some(whom), registrations: matched.against().to_vec(), ..WrongTry::default() };
    let (done, identity) = cx.change_with_try(person.as_ref(), wrong, |tx| {
        let visitor = Visitor::at_the_door(&tx);
        let registrant = Registrant::of(&visitor, &email, &matched)?;
        throttle::waiting(&visitor, whom)??;
        let no = change::verify(registrant)?;
        let person = people::numbered(tx.look(), no)?.ok_or_else(|| Error::not_found("the ID"))?;
        let entry = visitor.entry_for(Some(&person)).about(person.id.as_str());
        Ok((tx.commit(entry)?, Identity::from(&person)))
    })?;
    let report = cx.changed(&done, &identity, sheets::identity(&identity))?;
    Ok(report.status(format!("{} is an ID now", identity.id)).next(format!("pao login {}", identity.id)).into())
}
