//! The Primary Contact comes in: redeem the temporary passcode of a sleeping site.
//!
//! # Secrets
//! Every way to fail takes the same work and gives the same answer (R2). The passcode is compared before the
//! transaction that counts or consumes it, and everything is read again inside.
use crate::command::awaiting::which;
use crate::command::context::Context;
use crate::command::session::Caller;
use crate::command::session::WrongTry;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::answer::Site;
use crate::model::code::MailedCode;
use crate::model::nomination::Filed;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::notice;
use crate::notice::nomination::{received, settled};
use crate::rules;
use crate::store::WriteTx;
use crate::store::authority::awaited::{AwaitedAuthority, Tried, waiting_for};
use crate::store::authority::signed_in::SignedIn;
use crate::store::authority::visitor::Visitor;
use crate::store::change::throttle::{self, Whom};
use crate::store::change::{entrance, nominations, outbox};
use crate::store::query::sites;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao authorize
  pao authorize --site 7000017 --passcode-file -")]
pub struct AuthorizeArgs {
    /// File with the temporary passcode, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    passcode_file: Option<PathBuf>,
}

/// Redeems the passcode; the site is active from then on.
///
/// # Errors
/// `passcode_not_accepted`, `throttled`, `invalid_value` for a text that is no passcode, which costs nothing; R15.
pub fn run(args: &AuthorizeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let source = cx.prompt().code_source(args.passcode_file.as_deref(), "--passcode-file")?;
    let caller = cx.authenticate()?;
    cx.session().may_try(caller.person.no)?;
    let given = cx.options.site.clone();
    let awaiting = sites::awaiting(cx.session().read()?.view(), &caller.person.email)?;
    for site in awaiting.iter().filter(|_| cx.prompt().can_ask()).cloned().collect::<Vec<_>>() {
        cx.prompt().say(&format!("Site {site} awaits you"));
    }
    let passcode = cx.prompt().code(source, "--passcode-file", "Temporary passcode from the letter", |text| {
        Ok(MailedCode::parse(text, "passcode")?)
    })?;
    let site = which(cx, &caller, given, &awaiting)?;
    cx.session().about_site(site.as_ref());
    let tried = compare(cx, &caller, site.as_ref(), &passcode)?;
    let wrong = WrongTry {
        whom: Some(Whom::Person(caller.person.no)),
        passcode: tried.counts_against(),
        ..WrongTry::default()
    };
    let (done, summary) = cx.session().change_with_try(Some(&caller.person), wrong, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        rules::site::not_an_operator(me.person())?;
        let by = AwaitedAuthority::of(&me, site.as_ref(), &tried)?;
        throttle::waiting(&Visitor::anonymous(&tx), Whom::Person(caller.person.no))??;
        let facts = by.standing().site.clone();
        outbox::queue(&by, notice::site::active(me.person(), &facts));
        let entry = by.entry().about(facts.site.as_str());
        let (own, waiting) = (nominations::overtake_own(&by)?, nominations::begin_waiting(&by)?);
        entrance::activate(by)?;
        notify_waiting(&tx, &me, own, &waiting)?;
        let summary = sites::shown(tx.view(), me.person(), &facts.site)?;
        Ok((tx.commit(entry)?, summary.ok_or_else(|| rules::site::out_of_reach(facts.site.as_str()))?))
    })?;
    report(cx, &done, &summary)
}

fn compare(cx: &mut Context<'_>, caller: &Caller, site: Option<&SiteNumber>, passcode: &MailedCode) -> Result<Tried> {
    let dummy = cx.session().dummy_hash();
    let tx = cx.session().read()?;
    let standing = site.map(|site| sites::standing(tx.view(), &caller.person, site)).transpose()?.flatten();
    let live = waiting_for(tx.view(), standing.as_ref())?;
    drop(tx);
    Ok(Tried::with(live.as_ref(), passcode, &dummy))
}

/// The Primary Contact is told of those who asked while the site slept; what the Primary asked for themselves is settled.
fn notify_waiting(tx: &WriteTx<'_>, me: &SignedIn<'_>, own: Option<Filed>, waiting: &[Filed]) -> Result<()> {
    let Some(site) = own.as_ref().or(waiting.first()).map(|filed| filed.site.clone()) else { return Ok(()) };
    let site = sites::facts(tx.view(), &site)?.ok_or_else(|| rules::site::out_of_reach(site.as_str()))?;
    if let Some(own) = own {
        outbox::queue_all(me, settled(&site, &own, me.person(), "became the Primary Contact"));
    }
    for filed in waiting {
        outbox::queue(me, received(&site, filed, &filed.number.to_string(), None));
    }
    Ok(())
}

fn report(cx: &mut Context<'_>, done: &crate::store::Committed, summary: &Site) -> Result<Outcome> {
    let site = summary.site.as_ref().map(ToString::to_string).unwrap_or_default();
    let report = cx.changed(done, summary, views::site(summary))?;
    Ok(report
        .status(format!("Site {site} is active; you are its Primary Contact"))
        .status("Name a Secondary Contact soon: nobody can replace a Primary Contact who is gone")
        .next(pao("access add ID --role secondary").option("--site", site))
        .into())
}
