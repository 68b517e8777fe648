//! Close an active site, for good: its people may still read and leave.
use crate::command::context::Context;
use crate::command::nomination::letters::tell_ended_with_site;
use crate::command::provision::closing;
use crate::command::{Outcome, letters, sheets};
use crate::error::Result;
use crate::mail::Kind;
use crate::model::site::SiteStatus;
use crate::model::text;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::{nominations, outbox, sites as change};
use crate::store::facts::{access, sites};
use clap::Args;

use super::{operator_at, typed_site, wrong_state};

/// What can be typed.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// Why; the people concerned are told
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

/// Close an active site, for good: its people may still read and leave.
///
/// # Errors
/// R1 for a site that has ended already, R15, R16; `wrong_state`; `usage` without `--yes` where nobody can be asked.
pub fn run(args: &CloseArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.needed(args.reason.as_deref(), "--reason")?;
    cx.confirmable()?;
    cx.site_needed()?;
    let door = cx.door()?;
    let reason =
        cx.value(args.reason.as_deref(), "--reason", "Reason", |reason| Ok(text::line(reason, "reason", 500)?))?;
    let site = typed_site(cx, &door)?;
    cx.confirm(&format!("Close site {site} for good?"))?;
    let (done, card) = cx.change(&door, |tx| {
        let me = SignedIn::at_the_door(&tx, &door.key)?;
        let (by, standing) = operator_at(&me, tx.look(), &site)?;
        rules::site::not_ended(&standing)?;
        if standing.site.status != SiteStatus::Active {
            return Err(wrong_state(
                &standing,
                "only an active site is closed; a sleeping one is withdrawn: `pao site withdraw`",
            ));
        }
        for person in access::everybody(tx.look(), &site)? {
            outbox::queue(
                &by,
                letters::at_site(Kind::SiteClosed, &person, &standing.site).with("reason", reason.as_str()),
            );
        }
        let requests = closing::end_all(&tx, &by, me.person(), &standing.site, &reason)?;
        change::close(&by, &site, &reason)?;
        let why = "the site was closed";
        tell_ended_with_site(&by, &nominations::end_with_site(&by, &site, why)?, why);
        let card =
            sites::shown(tx.look(), me.person(), &site)?.ok_or_else(|| rules::site::out_of_reach(site.as_str()))?;
        let entry = by.entry().at_site(site.as_str()).with("reason", reason.as_str()).with("requests", requests);
        Ok((tx.commit(entry)?, card))
    })?;
    Ok(cx.changed(&done, &card, sheets::site(&card))?.status(format!("Closed site {site}")).into())
}
