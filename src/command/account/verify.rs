//! Type the code that was mailed: the ID exists from then on, or mail goes to its new address.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::verification;
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account verify --email ann@example.com
  pao account verify --email ann@example.com --password-file pw --code-file code")]
pub struct VerifyArgs {
    /// The address that the code was mailed to
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Address>,
    /// File with the code, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    code_file: Option<PathBuf>,
}

/// Makes the ID of the registration whose code and password were typed, or moves the ID that asked for this address. Whatever else
/// waits for the address is discarded.
///
/// # Errors
/// `code_not_accepted`, `invalid_value` for a text that is no code.
pub fn run(args: &VerifyArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.email.as_ref(), "--email")?;
    let password = cx.prompt().password_source()?;
    let code = cx.prompt().code_source(args.code_file.as_deref(), "--code-file")?;
    cx.session().open()?;
    let email =
        cx.prompt().value(args.email.clone(), "--email", "The address that the code was mailed to", |text| {
            Ok(Address::parse(text, "email")?)
        })?;
    let code = cx.prompt().code(code, "--code-file", "Verification code from the letter (code)", |text| {
        Ok(MailedCode::parse(text, "code")?)
    })?;
    let password = cx.prompt().secret(password, "--password-file", "Password of this registration, or of your ID")?;
    let verified = verification::finish(cx, &email, &password, &code)?;
    Ok(Outcome { password: Some(password), ..verified })
}
