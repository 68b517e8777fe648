//! Ask for an ID. Nothing exists and nothing is reserved until the mailed code is typed.
//!
//! # Secrets
//! The answer, its status and the work are the same whether or not the address has an ID already; whoever reads the
//! mail of that address is told which it was.
use crate::command::Outcome;
use crate::command::context::{Context, WrongTry};
use crate::command::personal::{Personal, PersonalArgs};
use crate::error::Result;
use crate::mail::{Kind, Letter};
use crate::model::answer::Accepted;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::shell::{CommandLine, pao};
use crate::model::text;
use crate::store::authority::visitor::Visitor;
use crate::store::change::outbox;
use crate::store::change::people::{self as change, CODE_LIFE, Registration};
use crate::store::facts::people;
use crate::ui::report::{Part, Report};
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
    #[arg(long, value_name = "TEXT")]
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
    cx.needed(args.question.as_deref(), "--question")?;
    let password_source = cx.password_source()?;
    let answer_source = cx.secret_source(args.answer_file.as_deref(), "--answer-file")?;
    cx.open()?;
    let personal = args.personal.ask(cx)?;
    let question =
        cx.value(args.question.as_deref(), "--question", "Security question of your own choosing", |question| {
            Ok(text::line(question, "question", 200)?)
        })?;
    let least = super::account::least(cx)?;
    let (password, hashed) = personal.password(cx, password_source, least)?;
    let answer = personal.answer(cx, answer_source, &question, &password)?;
    cx.reviewed("registration", &[personal.rows().as_slice(), &[("Question", question.clone())]].concat())?;
    let (code, hash) = cx.fresh_code()?;
    let Personal { email, first_name, last_name, country } = personal;
    let new = Registration { email, first_name, last_name, country, password: hashed, question, answer, code: hash };
    file(cx, &new, &code)
}

fn file(cx: &mut Context<'_>, new: &Registration, code: &MailedCode) -> Result<Outcome> {
    let (done, ()) = cx.change_with_try(None, WrongTry::default(), |tx| {
        let visitor = Visitor::at_the_door(&tx);
        if let Some(person) = people::holder(tx.look(), &new.email)? {
            let letter = Letter::new(Kind::AlreadyRegistered, new.email.as_str());
            outbox::queue(&visitor, letter.with("name", person.name()).with("email", new.email.as_str()));
        } else {
            change::register(&visitor, new)?;
            let until = tx.look().at().plus(CODE_LIFE).to_string();
            let letter = verification(&new.email, &new.first_name, &new.last_name, new.country.name(), &until);
            outbox::queue(&visitor, letter.secret(crate::command::letters::in_letter(code)));
        }
        let entry = visitor.entry().about(new.email.as_str());
        Ok((tx.commit(entry)?, ()))
    })?;
    accepted(
        cx,
        &done,
        &format!("A letter is on its way to {}", new.email),
        pao("account verify").option("--email", &new.email),
    )
}

/// The letter with a verification code, which shows what was entered.
pub fn verification(email: &Address, first_name: &str, last_name: &str, country: &str, until: &str) -> Letter {
    Letter::new(Kind::Verification, email.as_str())
        .with("first_name", first_name)
        .with("last_name", last_name)
        .with("country", country)
        .with("email", email.as_str())
        .with("until", until)
}

/// The answer that is the same for everybody.
///
/// # Errors
/// `internal` where it cannot be written as JSON.
pub fn accepted(
    cx: &mut Context<'_>,
    done: &crate::store::Committed,
    line: &str,
    next: CommandLine,
) -> Result<Outcome> {
    let report = Report::object(&Accepted { accepted: true }, vec![Part::Line(line.to_owned())])?;
    let report = cx.sent(done, report);
    Ok(if done.rehearsal() { report } else { report.next(next) }.into())
}
