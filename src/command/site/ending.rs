//! How a site ends, for good: what closing an active one and withdrawing a sleeping one have in common.
//!
//! What must hold: everything is asked before anything is changed, and the reason reaches the people concerned.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::site::SiteStatus;
use crate::model::standing::{Person, Standing};
use crate::model::text;
use crate::notice::nomination::ended_with_site;
use crate::rules;
use crate::store::authority::{confirmed::Confirmed, operator::OperatorAuthority, signed_in::SignedIn};
use crate::store::change::nominations;
use crate::store::change::outbox;
use crate::store::query::sites;
use crate::store::{Entry, WriteTx};
use clap::Args;

use super::{operator_at, typed_site, wrong_state};

// What both take.
#[derive(Debug, Args)]
pub struct EndingOptions {
    /// Why; the people concerned are told
    #[arg(long, value_parser = parsed::line::<500>, value_name = "TEXT")]
    reason: Option<String>,
}

/// One way in which a site ends.
pub(super) struct Ending {
    /// What the question asks, as in `Close`.
    pub verb: &'static str,
    /// What is said afterwards, as in `Closed`.
    pub done: &'static str,
    /// The only status that it ends.
    pub from: SiteStatus,
    /// What to do about a site in another status.
    pub otherwise: &'static str,
    /// Why the nominations at the site end.
    pub why: &'static str,
    /// Tells the people concerned and changes the site. Gives the entry of it, which the reason is added to.
    pub act: fn(&WriteTx<'_>, &OperatorAuthority<'_>, &Confirmed<'_>, &Person, &Standing, &str) -> Result<Entry>,
}

/// Ends a site, after the password was given again (R19).
///
/// # Errors
/// R1 for a site that has ended already, R15, R16, R19; `wrong_state`; `usage` without `--yes` where nobody can be asked.
pub(super) fn run(ending: &Ending, args: &EndingOptions, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.reason.as_ref(), "--reason")?;
    cx.prompt().confirmable()?;
    cx.prompt().password_needed()?;
    cx.prompt().site_needed()?;
    let caller = cx.authenticate()?;
    let site = typed_site(cx)?;
    let reason = cx
        .prompt()
        .value(args.reason.clone(), "--reason", "Reason", |reason| Ok(text::line(reason, "reason", 500)?))?;
    let question = format!("{} site {site} for good?", ending.verb);
    let (done, summary) = cx.change_confirmed(&caller, Some(&question), |tx, confirmation| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let (by, standing) = operator_at(&me, tx.view(), &site)?;
        rules::site::not_ended(&standing)?;
        if standing.site.status != ending.from {
            return Err(wrong_state(&standing, ending.otherwise));
        }
        let confirmed = Confirmed::by(&me, confirmation)?;
        let entry = (ending.act)(&tx, &by, &confirmed, me.person(), &standing, &reason)?;
        outbox::queue_all(&by, ended_with_site(&nominations::end_with_site(&by, &site, ending.why)?, ending.why));
        let summary =
            sites::shown(tx.view(), me.person(), &site)?.ok_or_else(|| rules::site::out_of_reach(site.as_str()))?;
        Ok((tx.commit(entry.with("reason", reason.as_str()))?, summary))
    })?;
    Ok(cx.changed(&done, &summary, views::site(&summary))?.status(format!("{} site {site}", ending.done)).into())
}
