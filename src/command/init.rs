//! Create the database and its first operator.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::personal::{Personal, PersonalArgs};
use crate::command::session::Done;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::{Change, Identity};
use crate::model::behind::Behind;
use crate::model::password;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::security_answer::normalised_answer;
use crate::model::shell::pao;
use crate::model::way::{Prefix, Way};
use crate::rules::Code;
use crate::store::Store;
use crate::store::authority::visitor::Visitor;
use crate::store::change::people as change;
use crate::store::query::people;
use crate::ui::report::Report;
use crate::world::behind::{self, PLACE};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao init --email ops@vendor.example --first-name Olga --last-name Operator --country US
  pao init --db ./registry/pao.db --email ops@vendor.example \\
      --first-name O --last-name P --country US --password-file -")]
pub struct InitArgs {
    #[command(flatten)]
    personal: PersonalArgs,
    /// A security question; operators may have none
    #[arg(long, value_parser = parsed::line::<200>, value_name = "TEXT")]
    question: Option<String>,
    /// File with the answer to it, one line
    #[arg(long, value_name = "PATH", requires = "question")]
    answer_file: Option<PathBuf>,
    /// The file belongs to a dedicated user, and people reach it only through pao
    #[arg(long)]
    service: bool,
}

/// Makes the file. An existing one is left untouched.
///
/// # Errors
/// `already_exists`, `insecure_file`, `invalid_value`, `weak_password`.
pub fn run(args: &InitArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    place_is_meant(args, cx)?;
    args.personal.needed(cx)?;
    let source = cx.prompt().password_source()?;
    let answer_source = args
        .question
        .as_ref()
        .map(|_| cx.prompt().secret_source(args.answer_file.as_deref(), "--answer-file"))
        .transpose()?;
    let path = cx.session().database()?;
    // One that `demo` has just made, or an `init` that was killed before its last step.
    let awaits = Store::open(&path, None, &|| ()).is_ok_and(|store| store.awaits_its_first(args.service));
    if !awaits {
        Store::could_be_made(&path)?;
    }
    let personal = args.personal.ask(cx)?;
    let question = args.question.clone();
    let password = personal.password(cx, source, password::MIN)?;
    let hashed = cx.session().hashed(&password::normalised(&password))?;
    let mut answer = None;
    if let (Some(question), Some(source)) = (&question, answer_source) {
        let typed = personal.answer(cx, source, question, &password)?;
        answer = Some(cx.session().hashed(&normalised_answer(&typed))?);
    }
    let founder = Founder { personal, password: hashed, question, answer };
    if cx.options.dry_run {
        return dry_run(cx, &founder);
    }
    if awaits {
        cx.session().open()?;
    } else {
        cx.session().create(&path, args.service, false)?;
    }
    let (done, identity) = found(cx, &founder)?;
    let prose = views::identity(&identity);
    let report = cx.changed(&done, &identity, prose)?.status(format!("Created {}", path.display()));
    let sign_in = pao("login").arg(&identity.id);
    // Whoever made a shared registry comes to it as everybody of its machine does.
    let sign_in = if args.service { sign_in.on(&Way::Through(Prefix::sudo())) } else { sign_in };
    Ok(report.next(sign_in).into())
}

/// Where nobody names a file, the registry of this machine is meant by its owner, and it is shared.
///
/// # Errors
/// `usage`; `wrong_state` where it has no folder yet.
fn place_is_meant(args: &InitArgs, cx: &mut Context<'_>) -> Result<()> {
    if cx.options.db.is_some() {
        return Ok(());
    }
    if matches!(cx.session().behind, Behind::Owner { .. }) && !args.service {
        return Err(Error::usage("the registry of this machine is shared: its folder belongs to a user of its own")
            .hinted("make it with --service, or name another file with --db"));
    }
    if args.service && behind::lacks_its_place() {
        return Err(Error::new(Code::WrongState, format!("a shared registry lies in {PLACE}, which a user of its own has, and it is not there"))
            .hinted(format!(
                "adduser --system --group --home {PLACE} --no-create-home --shell /bin/sh pao && usermod --password '*' pao && \
                 install -d -o pao -g pao -m 0700 {PLACE}"
            )));
    }
    Ok(())
}

/// A dry run makes no file, so there is no transaction to roll back: every value has been judged by now.
fn dry_run(cx: &mut Context<'_>, founder: &Founder) -> Result<Outcome> {
    let identity = Identity {
        id: founder.personal.email.clone(),
        email: founder.personal.email.clone(),
        first_name: founder.personal.first_name.clone(),
        last_name: founder.personal.last_name.clone(),
        country: founder.personal.country.code().to_owned(),
        verified: true,
        operator: true,
        registered_at: cx.session().now(),
    };
    let prose = views::identity(&identity);
    let change = Change { object: identity, changed: true, dry_run: true, notices: vec![] };
    Ok(Report::object(&change, prose)?.dry_run().into())
}

/// The first operator, judged and hashed.
struct Founder {
    personal: Personal,
    password: Secret,
    question: Option<String>,
    answer: Option<Secret>,
}

/// The first operator, in a database that was just made.
fn found(cx: &mut Context<'_>, founder: &Founder) -> Result<Done<Identity>> {
    cx.session().change_with_try(None, crate::command::session::WrongTry::default(), |tx| {
        let visitor = Visitor::anonymous(&tx);
        let personal = &founder.personal;
        let first = change::Founder {
            email: &personal.email,
            first_name: &personal.first_name,
            last_name: &personal.last_name,
            country: personal.country,
            password: &founder.password,
            question: founder.question.as_deref(),
            answer: founder.answer.as_ref(),
        };
        let no: PersonNo = change::found(&visitor, &first)?;
        let person = people::numbered(tx.view(), no)?.ok_or_else(|| Error::not_found("the operator"))?;
        let entry = visitor.entry_for(Some(&person)).about(person.id.as_str());
        Ok((tx.commit(entry)?, Identity::from(&person)))
    })
}
