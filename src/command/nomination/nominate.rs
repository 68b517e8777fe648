//! Ask to be let into a site.
//!
//! # Secrets
//! A site number and the Primary Contact's address are guessed together or not at all: a wrong pair is answered like a site
//! that is not there, and counted against whoever typed it, in the same way as a wrong password (R18).
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::parsed;
use crate::command::session::{Done, WrongTry};
use crate::command::views;
use crate::error::{Error, Result};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::nomination::Nomination;
use crate::model::shell::pao;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::rules::nomination::{Before, may_ask, not_too_many, not_too_often, pause};
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::nominations::AskingAuthority;
use crate::store::authority::signed_in::{Key, SignedIn};
use crate::store::authority::visitor::Visitor;
use crate::store::change::throttle::{self, Whom};
use crate::store::change::{nominations as change, outbox};
use crate::store::query::nominations;
use clap::Args;

use super::details;
use crate::notice::nomination as letters;

#[derive(Debug, Default, Args)]
#[command(after_long_help = "\
Examples:
  pao nominate
  pao nominate --site 7000017 --primary-contact ann@example.com --reason 'I run the gateway'")]
pub struct NominateArgs {
    /// Current e-mail address of the site's Primary Contact
    #[arg(long, value_name = "ADDRESS")]
    primary_contact: Option<Address>,
    /// I believe I am the Primary Contact for this site (grants nothing)
    #[arg(long)]
    i_am_primary: bool,
    /// Why; the Primary Contact reads it
    #[arg(long, value_parser = parsed::line::<500>, value_name = "TEXT")]
    reason: Option<String>,
}

/// What is asked for, once every value is good.
struct Requested {
    site: SiteNumber,
    primary: Address,
    claims: bool,
    reason: Option<String>,
}

/// Files a nomination; the Primary Contact is told, at a sleeping site once they have come in.
///
/// # Errors
/// R15, R16 for a wrong pair, R18; `already_exists`; `wrong_state`.
pub fn run(args: &NominateArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().site_needed()?;
    cx.prompt().needed(args.primary_contact.as_ref(), "--primary-contact")?;
    let caller = cx.authenticate()?;
    cx.session().may_name_pairs(caller.person.no)?;
    let requested = cx.form("nomination", |cx| requested(args, cx), Requested::rows)?;
    cx.session().about_site(Some(&requested.site));
    cx.session().about(&caller.person.id);
    let wrong =
        WrongTry { whom: Some(Whom::Pairs(caller.person.no)), also: Some(Code::NotFound), ..WrongTry::default() };
    let (done, (nomination, sleeps)) =
        cx.session().change_with_try(Some(&caller.person), wrong, |tx| file(tx, &caller.key, &requested))?;
    let report = cx.changed(&done, &nomination, details(&nomination))?;
    let line = if sleeps {
        format!("Site {} sleeps; your nomination waits until its Primary Contact comes in", requested.site)
    } else {
        format!("The Primary Contact of site {} has been asked; you will be told the answer", requested.site)
    };
    let report = report.status(line);
    Ok(match nomination.nomination {
        Some(number) => report.next(pao("nomination show").arg(number)).into(),
        None => report.into(),
    })
}

fn requested(args: &NominateArgs, cx: &mut Context<'_>) -> Result<Requested> {
    let given = cx.options.site.clone();
    let site = cx.prompt().value(given, "--site", "Site number", |text| Ok(SiteNumber::parse(text, "site")?))?;
    let question = "E-mail address of the Primary Contact";
    let primary = cx.prompt().value(args.primary_contact.clone(), "--primary-contact", question, |text| {
        Ok(Address::parse(text, "primary-contact")?)
    })?;
    let reason = args.reason.clone();
    let claims = (args.i_am_primary && !cx.prompt().changes("--i-am-primary")) || believes(cx)?;
    Ok(Requested { site, primary, claims, reason })
}

impl Requested {
    fn rows(&self) -> Vec<Row> {
        let claim = if self.claims { "you say that you are the Primary Contact" } else { "" };
        vec![
            Row::new("Site", self.site.as_str(), &["--site"]),
            Row::new("Primary Contact", self.primary.as_str(), &["--primary-contact"]),
            Row::new("Claim", claim, &["--i-am-primary"]),
            Row::new("Reason", self.reason.clone().unwrap_or_default(), &[]),
        ]
    }
}

/// The question of the form, to whoever can be asked. Whatever the answer, it grants nothing (R11).
fn believes(cx: &mut Context<'_>) -> Result<bool> {
    if !cx.prompt().is_asking() {
        return Ok(false);
    }
    let question = "I believe I am the Primary Contact for this site";
    let believes = cx.prompt().yes(question, false, "--i-am-primary")?;
    if believes {
        cx.prompt().note_switch("--i-am-primary");
    }
    Ok(believes)
}

fn file(tx: WriteTx<'_>, key: &Key, requested: &Requested) -> Result<Done<(Nomination, bool)>> {
    let me = SignedIn::authenticate(&tx, key)?;
    let by = AskingAuthority::of(&me, &requested.site, &requested.primary)?;
    throttle::waiting(&Visitor::anonymous(&tx), Whom::Pairs(me.person().no))??;
    let (view, site) = (tx.view(), &by.standing().site);
    let before = nominations::before(view, &site.site, me.person().no)?;
    may_ask(by.standing(), requested.claims, &before)?;
    rested(&before, view.at())?;
    not_too_many(&before)?;
    not_too_often(&before)?;
    // One that nobody answered in time, and that `maintain` has not written down yet.
    if let Some(old) = nominations::unsettled(view, &site.site, me.person().no)? {
        change::lapse(&by, &old)?;
        outbox::queue(&by, letters::expired(&old));
    }
    let number = change::file(&by, requested.claims, requested.reason.as_deref())?;
    let missing = || Error::not_found("the new nomination");
    let filed = nominations::numbered(view, number)?.ok_or_else(missing)?;
    let mut summary = nominations::summary(view, number)?.ok_or_else(missing)?;
    let sleeps = site.status == SiteStatus::AwaitingPrimary;
    if tx.is_dry_run() {
        // A number that a dry run hands out means nothing.
        summary.nomination = None;
    }
    if !sleeps {
        let shown = views::number(summary.nomination.as_ref());
        outbox::queue(&by, letters::received(site, &filed, &shown, None));
    }
    let entry = by.entry().about(me.person().id.as_str()).with("nomination", number);
    Ok((tx.commit(entry)?, (summary, sleeps)))
}

/// Seven days after a decline the same question is not asked again.
fn rested(before: &Before, now: Moment) -> Result<()> {
    let Some(again) = pause(before, now) else { return Ok(()) };
    let words = format!("your last nomination at this site was declined; you can ask again from {again}");
    let refusal = Refusal::new(Code::WrongState, words).hinted("talk to the Primary Contact of the site");
    Err(Error::from(refusal).detailed("retry_at", again.to_string()))
}
