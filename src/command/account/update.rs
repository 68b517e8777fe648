//! Correct one's own name or country, move to another e-mail address, choose another security question.
//!
//! # Secrets
//! The answer is the same whether or not the new address belongs to somebody: it tells of a letter with a code. Whoever
//! reads the mail of an address that is taken is told that it has an ID already, and no code goes anywhere.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::secrets::Source;
use crate::command::session::Caller;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::secret::Secret;
use crate::model::security_answer::normalised_answer;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::notice::Kind;
use crate::notice::account::{Entered, already_registered, verification};
use crate::store::WriteTx;
use crate::store::authority::confirmed::{Confirmation, Confirmed};
use crate::store::authority::mailed::nobodys_primary;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::accounts::{self as change, Amendment};
use crate::store::change::codes::Fresh;
use crate::store::change::people::CODE_LIFE;
use crate::store::change::{codes, outbox};
use crate::store::query::{messages, people, sites};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account update --last-name Archer-Lee
  pao account update --email ann@new.example
  pao account update --question 'First ship?' --answer-file answer")]
pub struct UpdateArgs {
    /// First name
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    first_name: Option<String>,
    /// Last name
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    last_name: Option<String>,
    /// Country of residence, as a code or a name
    #[arg(long, value_name = "COUNTRY")]
    country: Option<Country>,
    /// New e-mail address; works once the code mailed to it was typed. The ID stays
    #[arg(long, value_parser = parsed::new_address, value_name = "ADDRESS")]
    email: Option<Address>,
    /// New security question of your own choosing
    #[arg(long, value_parser = parsed::line::<200>, value_name = "TEXT")]
    question: Option<String>,
    /// File with the answer to it, one line; - is standard input
    #[arg(long, value_name = "PATH", requires = "question")]
    answer_file: Option<PathBuf>,
}

/// What is to change, once every value is good.
struct Requested {
    amendment: Amendment,
    question: Option<(String, Secret)>,
    address: Option<Wanted>,
}

/// A new address, with the code that is to prove it.
struct Wanted {
    address: Address,
    fresh: Fresh,
}

/// Changes names and country at once; a new address waits for its code.
///
/// # Errors
/// R15, R19; `invalid_value`, `usage`.
pub fn run(args: &UpdateArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let named = args.first_name.is_some() || args.last_name.is_some() || args.country.is_some();
    let guarded = args.email.is_some() || args.question.is_some();
    if !named && !guarded {
        return Err(Error::usage("nothing to change was given")
            .hinted("give --first-name, --last-name, --country, --email or --question"));
    }
    if guarded {
        // Read first: on standard input the password comes before the answer.
        cx.prompt().password_source()?;
    }
    let answer = args
        .question
        .as_ref()
        .map(|_| cx.prompt().secret_source(args.answer_file.as_deref(), "--answer-file"))
        .transpose()?;
    let caller = cx.authenticate()?;
    let confirmation = if guarded { Some(cx.confirmation(&caller)?) } else { None };
    let requested = requested(args, cx, &caller.person, answer)?;
    cx.session().about(&caller.person.id);
    change_it(cx, &caller, &requested, confirmation.as_ref())
}

fn change_it(
    cx: &mut Context<'_>,
    caller: &Caller,
    requested: &Requested,
    confirmation: Option<&Confirmation>,
) -> Result<Outcome> {
    let (done, (identity, awaiting)) = cx.session().change(caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let mut changed = change::amend(&me, &requested.amendment)?;
        if let Some(confirmation) = confirmation {
            changed |= guarded(&tx, &me, requested, confirmation)?;
        }
        let now = people::numbered(tx.view(), me.person().no)?.ok_or_else(|| Error::not_found("your ID"))?;
        let mut entry = me.entry().about(now.id.as_str());
        if let Some(wanted) = &requested.address {
            entry = entry.with("address", wanted.address.as_str());
        }
        if requested.question.is_some() {
            entry = entry.with("question", "changed");
        }
        let awaiting = sites::awaiting(tx.view(), &now.email)?;
        Ok((if changed { tx.commit(entry)? } else { tx.unchanged() }, (Identity::from(&now), awaiting)))
    })?;
    let report = cx.described(&done, &identity, views::identity(&identity))?;
    // Whether somebody else has the new address is told in the letter alone.
    let asked = requested.address.as_ref().is_some_and(|wanted| done.changed() && wanted.address != identity.email);
    let report = if asked { cx.sent_in_silence(&done, report) } else { cx.sent(&done, report) };
    Ok(match &requested.address {
        Some(wanted) if asked => awaiting
            .iter()
            .fold(report, |report, site| report.warning(left_behind(site, &identity)))
            .status(format!("A code is on its way to {}; mail goes there once it was typed", wanted.address))
            .next(pao("account verify").option("--email", &wanted.address)),
        _ => report.status(format!("{} {}", if done.changed() { "Updated" } else { "Unchanged:" }, identity.id)),
    }
    .into())
}

/// A sleeping site awaits whoever has the address of record now, not whoever had it once (R2).
fn left_behind(site: &SiteNumber, identity: &Identity) -> String {
    let authorize = pao("authorize").option("--site", site);
    format!(
        "site {site} awaits its Primary Contact at {}: come in with `{authorize}` before you type the code for the new address",
        identity.email
    )
}

/// What takes the password (R19): another address, another question. Gives whether anything is different now.
fn guarded(tx: &WriteTx<'_>, me: &SignedIn<'_>, requested: &Requested, confirmation: &Confirmation) -> Result<bool> {
    if let Some(wanted) = &requested.address {
        nobodys_primary(tx.view(), me.person(), &wanted.address)?;
    }
    let confirmed = Confirmed::by(me, confirmation)?;
    if let Some((question, answer)) = &requested.question {
        change::set_question(me, &confirmed, question, answer)?;
    }
    let asked = requested.address.as_ref().map(|wanted| ask_for(tx, me, &confirmed, wanted)).transpose()?;
    Ok(requested.question.is_some() || asked == Some(true))
}

/// Judges every value, and hashes what is secret.
fn requested(args: &UpdateArgs, cx: &mut Context<'_>, person: &Person, answer: Option<Source>) -> Result<Requested> {
    let amendment =
        Amendment { first_name: args.first_name.clone(), last_name: args.last_name.clone(), country: args.country };
    let address = args.email.clone();
    let question = args.question.clone();
    let question = match (question, answer) {
        (Some(question), Some(source)) => {
            let answer = answered(cx, person, &amendment, &question, source)?;
            Some((question, answer))
        }
        _ => None,
    };
    let address = match address {
        Some(address) => {
            let fresh = cx.session().fresh()?;
            Some(Wanted { address, fresh })
        }
        None => None,
    };
    Ok(Requested { amendment, question, address })
}

/// The answer to the new question, judged; hashed.
fn answered(
    cx: &mut Context<'_>,
    person: &Person,
    amendment: &Amendment,
    question: &str,
    source: Source,
) -> Result<Secret> {
    let country = amendment.country.or_else(|| Country::from_code(&person.country)).map_or("", Country::name);
    let mut about = vec![person.id.as_str(), person.email.as_str(), &person.first_name, &person.last_name, country];
    about.extend(amendment.first_name.as_deref());
    about.extend(amendment.last_name.as_deref());
    let password = cx.prompt().typed_password();
    let typed = cx.prompt().new_answer(source, question, password.as_ref(), &about)?;
    cx.session().hashed(&normalised_answer(&typed))
}

/// Issues the code for a new address, and tells whoever reads its mail. Gives whether it is a new one.
fn ask_for(tx: &WriteTx<'_>, me: &SignedIn<'_>, confirmed: &Confirmed<'_>, wanted: &Wanted) -> Result<bool> {
    let (person, address) = (me.person(), &wanted.address);
    if person.email == *address {
        return Ok(false);
    }
    let now = people::numbered(tx.view(), person.no)?.ok_or_else(|| Error::not_found("your ID"))?;
    let until = tx.view().at().plus(CODE_LIFE);
    let country = Country::from_code(&now.country).map_or("", Country::name);
    let entered = Entered { email: address, first_name: &now.first_name, last_name: &now.last_name, country };
    let code = verification(&entered, &wanted.fresh.code, until).with("former", now.id.as_str());
    let holder = people::holder(tx.view(), address)?.filter(|holder| holder.no != person.no);
    let kind = if holder.is_some() { Kind::AlreadyRegistered } else { Kind::Verification };
    if messages::mailbox_is_full(tx.view(), kind, address)? {
        codes::keep_to_address(me, confirmed, address)?;
        outbox::only_tell(me, code);
        return Ok(true);
    }
    codes::ask_for_address(me, confirmed, address, &wanted.fresh)?;
    match holder {
        Some(holder) => outbox::queue_in_silence(me, already_registered(address, &holder), code),
        None => outbox::queue(me, code),
    }
    Ok(true)
}
