//! One's own ID.
pub mod change_password;
pub mod close;
pub mod recover;
pub mod resend_code;
pub mod reset;
pub mod reverse_email;
pub mod show;
pub mod sign_ins;
pub mod sign_out_all;
pub mod update;
pub mod verify;

use crate::command::Context;
use crate::command::Outcome;
use crate::command::secrets::Source;
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::moment::Moment;
use crate::model::password;
use crate::model::secret::Secret;
use crate::model::setting::Setting;
use crate::model::standing::Person;
use crate::rules;
use crate::store::ReadView;
use crate::store::query::{codes, settings, sites};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum AccountCommand {
    /// Type the code that was mailed; the ID, or its new address, exists from then on
    Verify(verify::VerifyArgs),
    /// Have a new code mailed for a registration that waits
    ResendCode(resend_code::ResendArgs),
    /// Show what the registry keeps about you
    Show(show::ShowArgs),
    /// Change your name, country, e-mail address or security question
    Update(update::UpdateArgs),
    /// Choose a new password; every sign-in ends
    ChangePassword(change_password::ChangePasswordArgs),
    /// Have a recovery code mailed, for a forgotten password
    Recover(recover::RecoverArgs),
    /// Choose a new password with the recovery code and the security answer
    Reset(reset::ResetArgs),
    /// Take a change of your e-mail address back, with the code from the letter
    ReverseEmail(reverse_email::ReverseArgs),
    /// List where you are signed in
    SignIns(sign_ins::SignInsArgs),
    /// End every sign-in and every automation token of yours
    SignOutAll(sign_out_all::SignOutAllArgs),
    /// Close your ID, for good
    Close(close::CloseArgs),
}

impl AccountCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Verify(_) => CommandId::AccountVerify,
            Self::ResendCode(_) => CommandId::AccountResendCode,
            Self::Show(_) => CommandId::AccountShow,
            Self::Update(_) => CommandId::AccountUpdate,
            Self::ChangePassword(_) => CommandId::AccountChangePassword,
            Self::Recover(_) => CommandId::AccountRecover,
            Self::Reset(_) => CommandId::AccountReset,
            Self::ReverseEmail(_) => CommandId::AccountReverseEmail,
            Self::SignIns(_) => CommandId::AccountSignIns,
            Self::SignOutAll(_) => CommandId::AccountSignOutAll,
            Self::Close(_) => CommandId::AccountClose,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Verify(args) => verify::run(args, cx),
            Self::ResendCode(args) => resend_code::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::Update(args) => update::run(args, cx),
            Self::ChangePassword(args) => change_password::run(args, cx),
            Self::Recover(args) => recover::run(args, cx),
            Self::Reset(args) => reset::run(args, cx),
            Self::ReverseEmail(args) => reverse_email::run(args, cx),
            Self::SignIns(args) => sign_ins::run(args, cx),
            Self::SignOutAll(args) => sign_out_all::run(args, cx),
            Self::Close(args) => close::run(args, cx),
        }
    }
}

/// No site is handed on while a change of address can be taken back.
///
/// # Errors
/// `wrong_state` with `details.retry_at`.
pub(super) fn settled(view: ReadView<'_>, person: &Person) -> Result<()> {
    let until: Option<Moment> = codes::reversal(view, person.no)?.map(|code| code.expires_at);
    rules::account::settled(until).map_err(|refusal| match until {
        Some(until) => Error::from(refusal).detailed("retry_at", until.to_string()),
        None => refusal.into(),
    })
}

/// The fewest characters of a password.
pub(super) fn least(cx: &mut Context<'_>) -> Result<usize> {
    let least = settings::number(cx.session().read()?.view(), Setting::PasswordMin)?;
    Ok(usize::try_from(least).unwrap_or(password::MIN))
}

/// A new password of somebody who has proven who they are, judged; hashed.
///
/// # Errors
/// `weak_password` for one from a file; at a prompt the person chooses again.
fn new_password(cx: &mut Context<'_>, source: Source, person: &Person) -> Result<Secret> {
    let least = least(cx)?;
    let companies: Vec<String> =
        sites::of_person(cx.session().read()?.view(), person.no)?.into_iter().map(|own| own.company).collect();
    let mut about = vec![person.id.as_str(), person.email.as_str(), &person.first_name, &person.last_name];
    about.extend(companies.iter().map(String::as_str));
    let typed = cx.prompt().new_password(source, "--new-password-file", "New password", &about, least)?;
    cx.session().hashed(&password::normalised(&typed))
}
