//! Ask for an ID. Nothing exists and nothing is reserved until the mailed code is typed.
//!
//! # Secrets
//! The answer, its status and the work are the same whether or not the address has an ID already; whoever reads the
//! mail of that address is told which it was.
use crate::command::Outcome;
use crate::command::accepted::{accepted, answered};
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::parsed;
use crate::command::personal::{Personal, PersonalArgs};
use crate::command::session::WrongTry;
use crate::command::verification;
use crate::error::{Error, Result};
use crate::model::code::MailedCode;
use crate::model::command_id::CommandId;
use crate::model::email::Address;
use crate::model::secret::Secret;
use crate::model::security_answer::normalised_answer;
use crate::model::shell::{CommandLine, pao};
use crate::model::{password, text};
use crate::notice::account::{Entered, already_registered, verification};
use crate::rules::Code;
use crate::store::authority::visitor::Visitor;
use crate::store::change::outbox;
use crate::store::change::people::{self as change, CODE_LIFE, Registration};
use crate::store::query::{messages, people};
use crate::ui::Format;
use crate::ui::ask::Unanswered;
use crate::ui::report::Report;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao register
  pao register --email ann@example.com --first-name Ann --last-name Archer --country DE \\
      --question 'First ship?' --password-file pw --answer-file answer")]
pub struct RegisterArgs {
    #[command(flatten)]
    personal: PersonalArgs,
    /// A security question of your own choosing
    #[arg(long, value_parser = parsed::line::<200>, value_name = "TEXT")]
    question: Option<String>,
    /// File with the answer to it, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    answer_file: Option<PathBuf>,
}

/// Files a registration and mails its code.
///
/// # Errors
/// `invalid_value`, `weak_password`, `usage`.
pub fn run(args: &RegisterArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    args.personal.needed(cx)?;
    cx.prompt().needed(args.question.as_ref(), "--question")?;
    let password_source = cx.prompt().password_source()?;
    let answer_source = cx.prompt().secret_source(args.answer_file.as_deref(), "--answer-file")?;
    cx.session().open()?;
    let least = super::account::least(cx)?;
    let fill_in = |cx: &mut Context<'_>| {
        let personal = args.personal.ask(cx)?;
        let (question, given) = ("Security question of your own choosing", args.question.clone());
        let question =
            cx.prompt().value(given, "--question", question, |text| Ok(text::line(text, "question", 200)?))?;
        let password = personal.password(cx, password_source.clone(), least)?;
        let answer = personal.answer(cx, answer_source.clone(), &question, &password)?;
        Ok((personal, question, password, answer))
    };
    let (personal, question, password, answer) = cx.form("registration", fill_in, |(personal, question, ..)| {
        personal.rows().into_iter().chain([Row::new("Question", question.as_str(), &["--question"])]).collect()
    })?;
    let hashed = cx.session().hashed_for(&personal.email, &password::normalised(&password))?;
    let answer = cx.session().hashed(&normalised_answer(&answer))?;
    let code = cx.session().fresh()?;
    let Personal { email, first_name, last_name, country } = personal;
    let new = Registration { email, first_name, last_name, country, password: hashed, question, answer, code };
    let filed = file(cx, &new)?;
    if cx.options.led.is_some() {
        return Ok(Outcome { password: Some(password), ..filed });
    }
    if !cx.prompt().can_ask() || cx.options.dry_run || cx.output().options().format != Format::Table {
        return Ok(filed);
    }
    go_on(cx, &new.email, &password, filed)
}

/// Wrong codes that are taken before `account verify` is left to ask for more.
const TRIES: usize = 5;

/// At a terminal the code is asked for at once, without the password again. An empty line leaves it for later.
fn go_on(cx: &mut Context<'_>, email: &Address, password: &Secret, filed: Outcome) -> Result<Outcome> {
    // Said before anybody waits for the letter: it may be that it did not go.
    cx.output().show(filed.report)?;
    cx.goes_on_as(CommandId::AccountVerify);
    for _ in 0..TRIES {
        match code(cx, email)? {
            Some(code) => match verification::finish(cx, email, password, &code) {
                Err(error) if error.code == Code::CodeNotAccepted => cx.prompt().tell(&format!("{error}")),
                verified => return verified,
            },
            None => break,
        }
    }
    Ok(Report::nothing().next(later(email)).into())
}

fn later(email: &Address) -> CommandLine {
    pao("account verify").option("--email", email)
}

/// The code from the letter; nothing where it is left for later.
fn code(cx: &mut Context<'_>, email: &Address) -> Result<Option<MailedCode>> {
    loop {
        match cx.prompt().asker.line("Verification code from the letter (code; empty: later)", None) {
            Ok(text) if text.trim().is_empty() => return Ok(None),
            Ok(text) => match MailedCode::parse(&text, "code") {
                Ok(code) => return Ok(Some(code)),
                Err(why) => cx.prompt().tell(&why.to_string()),
            },
            Err(Unanswered::EndOfInput) => return Ok(None),
            Err(_) => {
                return Err(Error::new(Code::Interrupted, "interrupted; the registration waits for its code")
                    .hinted(format!("type it within a day: `{}`", later(email))));
            }
        }
    }
}

fn file(cx: &mut Context<'_>, new: &Registration) -> Result<Outcome> {
    let (done, ()) = cx.session().change_with_try(None, WrongTry::default(), |tx| {
        let visitor = Visitor::anonymous(&tx);
        let (kept, letter) = match people::holder(tx.view(), &new.email)? {
            Some(person) => (false, Some(already_registered(&new.email, &person))),
            None if change::register(&visitor, new)? => {
                let (first_name, last_name) = (new.first_name.as_str(), new.last_name.as_str());
                let entered = Entered { email: &new.email, first_name, last_name, country: new.country.name() };
                (true, Some(verification(&entered, &new.code.code, tx.view().at().plus(CODE_LIFE))))
            }
            None => (false, None),
        };
        // A registration whose letter may not go now waits all the same: `resend-code` brings its code in an hour.
        let letter = match letter {
            Some(letter) if messages::mailbox_is_full(tx.view(), letter.kind, &new.email)? => None,
            letter => letter,
        };
        let changed = kept || letter.is_some();
        if let Some(letter) = letter {
            outbox::queue(&visitor, letter);
        }
        Ok((answered(tx, &new.email, changed)?, ()))
    })?;
    accepted(cx, &done, &format!("A letter is on its way to {}", new.email), later(&new.email))
}
