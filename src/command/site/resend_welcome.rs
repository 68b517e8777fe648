//! Send the Welcome letter again, with a new passcode.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::moment::DAY;
use crate::model::setting::Setting;
use crate::model::site::SiteStatus;
use crate::notice;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::{entrance, outbox};
use crate::store::query::{settings, sites};
use clap::Args;

use super::{NumberOptions, operator_at, typed_site, wrong_state};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site resend-welcome --site 7000017
  pao site resend-welcome --site 7000017 --dry-run")]
pub struct ResendWelcomeArgs {
    #[command(flatten)]
    pub(super) named: NumberOptions,
}

/// Issues a new passcode for a sleeping site; the one before it is spent.
///
/// # Errors
/// R1 for a site that has ended, R15, R16; `wrong_state` for an active one.
pub fn run(_args: &ResendWelcomeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().site_needed()?;
    let caller = cx.authenticate()?;
    let site = typed_site(cx)?;
    let (code, hash) = cx.session().fresh_code()?;
    let (done, summary) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let (by, standing) = operator_at(&me, tx.view(), &site)?;
        rules::site::not_ended(&standing)?;
        if standing.site.status != SiteStatus::AwaitingPrimary {
            return Err(wrong_state(&standing, "its Primary Contact has come in; nothing redeems a passcode any more"));
        }
        let days = settings::number(tx.view(), Setting::WelcomePasscodeDays)?;
        entrance::issue_with_letter(&by, &site, &hash, days)?;
        let until = tx.view().at().plus(days * DAY);
        outbox::queue(&by, notice::site::welcome(&standing.site.primary, &site, &standing.site.company, &code, until));
        let summary =
            sites::shown(tx.view(), me.person(), &site)?.ok_or_else(|| rules::site::out_of_reach(site.as_str()))?;
        let entry = by.entry().at_site(site.as_str()).about(standing.site.primary.email.as_str());
        Ok((tx.commit(entry)?, summary))
    })?;
    Ok(cx
        .changed(&done, &summary, views::site(&summary))?
        .status(format!("The Welcome letter of site {site} is sent again"))
        .into())
}
