//! Sign in: a token is stored for this user and this database, or printed for a script.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::credentials::{own_key, token_hash};
use crate::command::secrets::Source;
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::account::LivesOn;
use crate::model::answer::SignedInUntil;
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::model::when::parse_days;
use crate::rules::Code;
use crate::store::authority::password::Compared;
use crate::store::change::throttle;
use crate::store::query::people;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use crate::world::keyring::{self, Stored};
use clap::Args;

use super::sign_in::open;
use super::sign_out::{Ending, end};

/// Seconds that a sign-in lasts, at most and by default (security.md).
const LONGEST: i64 = 8 * 3600;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao login ann@example.com
  PAO_TOKEN=$(pao login ann@example.com --print-token --password-file pw)")]
pub struct LoginArgs {
    /// Your ID or current e-mail address
    #[arg(value_name = "ID")]
    id: Option<Address>,
    /// Print the token for `PAO_TOKEN` instead of storing it
    #[arg(long)]
    print_token: bool,
    /// How long the sign-in lasts, at most 8h
    #[arg(long, value_parser = ttl, value_name = "SPAN")]
    ttl: Option<i64>,
}

/// Opens a sign-in.
///
/// # Errors
/// `sign_in_failed`, `throttled`, `invalid_value`, `usage`.
pub fn run(args: &LoginArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let typed = match (args.id.clone().or_else(|| cx.options.act_as.clone()), &cx.options.env_id) {
        (None, Some(text)) => Some(Address::parse(text, "id")?),
        (typed, _) => typed,
    };
    cx.prompt().needed(typed.as_ref(), "<ID>")?;
    let source = cx.prompt().password_source()?;
    // What a guest signs in by stands in the registry, so that each has their own.
    let stores = !args.print_token && cx.session().behind.guest().is_none();
    if stores {
        cx.session().folders.for_state()?;
    }
    cx.session().open()?;
    let id = cx.prompt().value(typed, "<ID>", "Your ID", |text| Ok(Address::parse(text, "id")?))?;
    let ttl = args.ttl.unwrap_or(LONGEST);
    let (password, compared) = compared(cx, &id, source)?;
    let (token, until) = open(cx, compared, Some(&password), ttl, args.print_token)?;
    let person = id_of(cx, &token)?;
    let shown = args.print_token.then(|| token.reveal().to_owned());
    let prose = vec![Part::Line(shown.clone().unwrap_or_else(|| format!("Signed in as {person} until {until}")))];
    let report = Report::object(&SignedInUntil { id: person, signed_in_until: until, token: shown }, prose)?;
    if !stores {
        return Ok(report.into());
    }
    let stored = Stored { token, until: Some(until) };
    match store(cx, &stored, until) {
        Ok(Some(lives_on)) => {
            let words = format!("The sign-in before this one was not ended: {}", lives_on.words());
            Ok(report.warning(lives_on.message).status(words).into())
        }
        Ok(None) => Ok(report.into()),
        Err(error) => {
            // Nobody would ever use it.
            let _ = end(cx, &own_key(&stored.token), stored.until);
            Err(error)
        }
    }
}

/// Wrong passwords that are taken at one prompt.
const TRIES: usize = 3;

/// The password, compared. Whoever has to wait is told so before it is asked for; at a prompt a wrong one is asked for again.
fn compared(cx: &mut Context<'_>, id: &Address, source: Source) -> Result<(Secret, Compared)> {
    let (_, lock, _) = cx.session().lock_of(id)?;
    throttle::may_try(&lock, cx.session().now())?;
    let asks = matches!(source, Source::Ask);
    let question = format!("Password of {id}");
    for _ in 1..TRIES {
        let password = cx.prompt().secret(source.clone(), "--password-file", &question)?;
        match cx.session().compare_password(id, &password) {
            Err(error) if asks && error.code == Code::SignInFailed => cx.prompt().tell(&format!("{error}; try again")),
            compared => return Ok((password, compared?)),
        }
    }
    let password = cx.prompt().secret(source, "--password-file", &question)?;
    let compared = cx.session().compare_password(id, &password)?;
    Ok((password, compared))
}

fn ttl(text: &str) -> Result<i64, Malformed> {
    let seconds = parse_days(text, "ttl")?;
    if (1..=LONGEST).contains(&seconds) {
        return Ok(seconds);
    }
    Err(Malformed::new("ttl", "a sign-in lasts at most 8h").hinted("for automation make a token: `pao token create`"))
}

fn id_of(cx: &mut Context<'_>, token: &Secret) -> Result<Address> {
    let guest = cx.session().behind.guest().cloned();
    let sign_in = people::sign_in(cx.session().read()?.view(), &token_hash(token), guest.as_ref())?;
    sign_in.map(|sign_in| sign_in.person.id).ok_or_else(|| Error::new(Code::Internal, "the sign-in was not written"))
}

/// Stores the token for this user; the sign-in that was stored before ends. Gives the one that could not be ended.
fn store(cx: &mut Context<'_>, new: &Stored, until: Moment) -> Result<Option<LivesOn>> {
    let folder = cx.session().folders.for_state()?.to_owned();
    let path = cx.session().store()?.path().to_path_buf();
    let before = keyring::to_be_ended(&folder, &path);
    keyring::save(&folder, &path, &new.token, until)?;
    Ok(match before.map(|before| end(cx, &own_key(&before.token), before.until)) {
        Some(Ending::LivesOn(lives_on)) => Some(lives_on),
        Some(Ending::Ended | Ending::Over) | None => None,
    })
}
