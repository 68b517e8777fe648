//! Choose a new password with a mailed code and the security answer.
//!
//! # Secrets
//! The question is shown to nobody without a valid code, and a new password is judged by a person's names only after both
//! code and answer: neither tells a stranger anything. A wrong code counts against nobody. Wrong answers are those of whoever
//! holds the code: five spend it, and they count like wrong passwords; but sign-in's wait keeps nobody from recovering.
use crate::command::context::Context;
use crate::command::secrets::Source;
use crate::command::secrets::weak;
use crate::command::session::WrongTry;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::answer::Identity;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::shell::pao;
use crate::model::standing::Person;
use crate::model::{password, text};
use crate::notice::{Kind, account::about_id};
use crate::store::authority::mailed::{Answered, Recovering, Typed, recovery_refused};
use crate::store::authority::visitor::Visitor;
use crate::store::change::{accounts as change, outbox};
use crate::store::query::{codes, people};
use clap::Args;
use std::path::PathBuf;

use super::{least, new_password};
use crate::command::prompt::missing;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account reset --email ann@example.com
  pao account reset --email ann@example.com \\
      --code-file code --answer-file answer --new-password-file new")]
pub struct ResetArgs {
    /// Your ID or current e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Address>,
    /// File with the mailed code, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    code_file: Option<PathBuf>,
    /// File with the answer to your security question, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    answer_file: Option<PathBuf>,
    /// File with the new password, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    new_password_file: Option<PathBuf>,
}

/// Sets the new password and ends every sign-in of the ID.
///
/// # Errors
/// `code_not_accepted`, whatever was wrong; `weak_password`; `invalid_value` for a text that is no code, which costs
/// nothing.
pub fn run(args: &ResetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.email.as_ref(), "--email")?;
    let new = cx.prompt().secret_source(args.new_password_file.as_deref(), "--new-password-file")?;
    let answer = args.answer_file.as_deref();
    let answer = answer.map(|path| cx.prompt().secret_source(Some(path), "--answer-file")).transpose()?;
    let code = cx.prompt().code_source(args.code_file.as_deref(), "--code-file")?;
    cx.session().open()?;
    let email = cx.prompt().value(args.email.clone(), "--email", "Your ID or current e-mail address", |text| {
        Ok(Address::parse(text, "email")?)
    })?;
    if let Source::Given(new) = &new {
        let least = least(cx)?;
        password::judge(new, &[email.as_str()], least).map_err(|why| weak(&why))?;
    }
    let code = cx.prompt().code(code, "--code-file", "Recovery code from the letter (code)", |text| {
        Ok(MailedCode::parse(text, "code")?)
    })?;
    cx.session().about(&email);
    let proven = prove(cx, &email, &code, answer)?;
    let hashed = new_password(cx, new, &proven.person)?;
    let (done, identity) = cx.session().change_with_try(Some(&proven.person), proven.wrong, |tx| {
        let visitor = Visitor::anonymous(&tx);
        let by = Recovering::of(&visitor, proven.person.no, &proven.typed, &proven.answered)?;
        let person = by.person().clone();
        let addresses = codes::mailed_addresses(tx.view(), &person)?;
        outbox::queue_all(&visitor, about_id(Kind::PasswordChanged, &person, &addresses));
        change::recover(by, &hashed)?;
        let entry = visitor.entry_for(Some(&person)).about(person.id.as_str());
        Ok((tx.commit(entry)?, Identity::from(&person)))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report.status("The password was changed; every sign-in has ended").next(pao("login").arg(&identity.id)).into())
}

/// Who holds the code and knows the answer, as far as that can be said outside a transaction.
struct Proven {
    person: Person,
    typed: Typed,
    answered: Answered,
    /// What counts if it turns out otherwise inside.
    wrong: WrongTry,
}

/// Compares the code and then, only then, the answer.
fn prove(cx: &mut Context<'_>, email: &Address, code: &MailedCode, answer: Option<Source>) -> Result<Proven> {
    let (person, _, whom) = cx.session().lock_of(email)?;
    let live = match &person {
        Some(person) => codes::recovery(cx.session().read()?.view(), person.no)?,
        None => None,
    };
    let typed = Typed::with(live.as_slice(), code, &cx.session().dummy_hash());
    let wrong = WrongTry { by_anybody: true, ..WrongTry::default() };
    let (Some(person), Some(live), true) = (person.clone(), live, typed.fits()) else {
        return Err(cx.session().put_on_record(person.as_ref(), recovery_refused().into(), &wrong)?);
    };
    let mut answered = Answered::default();
    if live.answer_needed {
        answered = answer_of(cx, &person, answer)?;
        let wrong = WrongTry { whom: Some(whom), answered: Some(live.number), ..WrongTry::default() };
        if !answered.fits() {
            return Err(cx.session().put_on_record(Some(&person), recovery_refused().into(), &wrong)?);
        }
    }
    Ok(Proven { person, typed, answered, wrong })
}

/// The answer: given, or asked for now that the code has shown who it is.
fn answer_of(cx: &mut Context<'_>, person: &Person, answer: Option<Source>) -> Result<Answered> {
    let (question, stored) = people::question(cx.session().read()?.view(), person.no)?.unzip();
    let source = match answer {
        Some(source) => source,
        None if cx.prompt().can_ask() => Source::Ask,
        None => return Err(missing("--answer-file")),
    };
    let question = format!("Answer to: {}", text::shown(question.as_deref().unwrap_or_default()));
    let typed = cx.prompt().secret(source, "--answer-file", &question)?;
    Ok(Answered::with(stored.as_ref(), &typed, &cx.session().dummy_hash()))
}
