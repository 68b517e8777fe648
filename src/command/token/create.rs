//! Make an automation token: a sign-in for scripts, for named actions at one site.
//!
//! # Secrets
//! The token is in this one answer and nowhere else: the file keeps its SHA-256, the trail its number.
use crate::command::context::Context;
use crate::command::credentials::token_hash;
use crate::command::parsed;
use crate::command::sign_in::fresh_token;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::Malformed;
use crate::model::action::Action;
use crate::model::standing::Person;
use crate::model::token::{FreshToken, TokenSummary, words};
use crate::model::when::parse_days;
use crate::notice::account::{NewToken, token_created};
use crate::rules::token::LONGEST;
use crate::store::WriteTx;
use crate::store::authority::{automation::AutomationAuthority, confirmed::Confirmed, signed_in::SignedIn};
use crate::store::change::outbox;
use crate::store::change::tokens::{self as change, New};
use crate::store::query::codes;
use crate::ui::prose::Part;
use clap::Args;

use super::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
The token acts as you, with what you may do at that moment, and never more than the actions named here. Making one takes your password, and a letter tells you of it. It is shown once; a script comes in by it with the variable PAO_TOKEN. It ends with your access at the site, with `pao token revoke`, and when you change your password, recover, or sign out everywhere.

Actions: those of `pao can`, except change-primary. list-access lists and shows; change-access gives, changes and ends the access of users, name-secondary that of Secondary Contacts. `pao help deployment` has a job for CI, written out.

Examples:
  pao token create --site 7000017 --can list-access --ttl 30d --name nightly-report
  pao token create --site 7000017 --can list-access,change-access --name ci --json --password-file -")]
pub struct CreateArgs {
    /// What the token is for, as in list-access,change-access
    #[arg(long, value_parser = Actions::parse, value_name = "ACTION,…")]
    can: Option<Actions>,
    /// How long it lasts, at most 365d
    #[arg(long, value_parser = ttl, value_name = "SPAN", default_value = "90d")]
    ttl: i64,
    /// A name, to tell it from others
    #[arg(long, value_parser = parsed::line::<100>, value_name = "TEXT")]
    name: Option<String>,
}

/// Makes the token and shows it, this once, after the password was given again (R19). Its owner gets a letter.
///
/// # Errors
/// R1, R15, R16, R19; `token_scope` for what the asker may not do, or no token may.
pub fn run(args: &CreateArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.can.as_ref(), "--can")?;
    cx.prompt().password_needed()?;
    let caller = cx.authenticate()?;
    let question = "What the token can do, as in list-access,change-access";
    let Actions(can) = cx.prompt().value(args.can.clone(), "--can", question, |text| Ok(Actions::parse(text)?))?;
    let name = args.name.clone();
    let site = cx.site(&caller)?;
    let token = fresh_token(cx)?;
    let expires_at = cx.session().now().plus(args.ttl);
    let new = New { name: name.as_deref(), hash: token_hash(&token), expires_at };
    let (done, number) = cx.change_confirmed(&caller, None, |tx, confirmation| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = AutomationAuthority::of(&me, &site, &can)?;
        let number = change::make(&by, &Confirmed::by(&me, confirmation)?, &new)?;
        let number = (!tx.is_dry_run()).then_some(number);
        tell(&tx, &by, me.person(), &new, number)?;
        let entry = number.iter().fold(by.entry(), |entry, number| entry.about(format!("token {number}")));
        let entry = entry.with("can", words(&can)).with("expires", expires_at.to_string());
        Ok((tx.commit(entry)?, number))
    })?;
    let summary = TokenSummary { token_number: number, name, site, can, expires_at, last_used_at: None };
    let mut prose = details(&summary);
    let shown = number.map(|_| token.reveal().to_owned());
    prose.extend(shown.iter().map(|token| Part::Pair("Token", token.clone())));
    let fresh = FreshToken { summary, token: shown };
    let report = cx.changed(&done, fresh, prose)?;
    if done.is_dry_run() {
        return Ok(report.into());
    }
    Ok(report
        .status("Keep the token like a password, in the variable PAO_TOKEN of whoever uses it: it is not shown again")
        .into())
}

/// The owner is told: whoever could make a token with their password has a way in that outlives every sign-in.
fn tell(
    tx: &WriteTx<'_>,
    by: &AutomationAuthority<'_>,
    owner: &Person,
    new: &New<'_>,
    number: Option<i64>,
) -> Result<()> {
    let site = &by.standing().site;
    let token = NewToken {
        number: views::number(number.as_ref()),
        name: new.name.unwrap_or_default(),
        can: words(by.can()).replace(',', ", "),
        expires_at: new.expires_at,
    };
    let addresses = codes::mailed_addresses(tx.view(), owner)?;
    outbox::queue_all(by, token_created(owner, &addresses, site, &token));
    Ok(())
}

/// `--can`, each action once.
#[derive(Debug, Clone)]
struct Actions(Vec<Action>);

impl Actions {
    fn parse(text: &str) -> Result<Self, Malformed> {
        let mut can = text.split(',').map(|word| Action::parse(word.trim(), "can")).collect::<Result<Vec<_>, _>>()?;
        can.sort();
        can.dedup();
        Ok(Self(can))
    }
}

fn ttl(text: &str) -> Result<i64, Malformed> {
    let seconds = parse_days(text, "ttl")?;
    if (1..=LONGEST).contains(&seconds) {
        return Ok(seconds);
    }
    Err(Malformed::new("ttl", "a token lasts at most 365d"))
}
