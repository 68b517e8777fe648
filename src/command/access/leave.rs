//! Give up one's own access to a site.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::notice;
use crate::rules;
use crate::store::authority::{member::MemberAuthority, signed_in::SignedIn};
use crate::store::change::{access as change, outbox};
use crate::store::query::access;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access leave --site 7000017
  pao access leave --dry-run")]
pub struct LeaveArgs {}

/// Ends the asker's own access; also at a closed site.
///
/// # Errors
/// R7, R15, R16; `usage` without `--yes` where nobody can be asked.
pub fn run(_args: &LeaveArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().confirmable()?;
    let caller = cx.authenticate()?;
    let site = cx.site(&caller)?;
    cx.session().about(&caller.person.id);
    cx.prompt().confirm(&format!("Give up your access to site {site}?"))?;
    let (done, left) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = MemberAuthority::of(&me, &site)?;
        let standing = by.standing().clone();
        rules::access::primary_stays(standing.role(), "left")?;
        let left = access::of(tx.view(), &site, standing.person.no)?;
        let left = left.ok_or_else(|| Error::not_found(format!("your access at site {site}")))?;
        outbox::queue(&by, notice::access::left(&standing.person, &standing.site));
        let entry = by.entry().about(standing.person.id.as_str());
        change::leave(by)?;
        Ok((tx.commit(entry)?, left))
    })?;
    let report = cx.changed(&done, &left, views::access(&left))?;
    Ok(report.status(format!("Left site {site}")).into())
}
