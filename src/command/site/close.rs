//! Close an active site, for good: its people may still read and leave.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::provision::closing;
use crate::error::Result;
use crate::model::site::SiteStatus;
use crate::model::standing::{Person, Standing};
use crate::notice;
use crate::store::authority::{confirmed::Confirmed, operator::OperatorAuthority};
use crate::store::change::{outbox, sites as change};
use crate::store::query::access;
use crate::store::{Entry, WriteTx};
use clap::Args;

use super::NumberOptions;
use super::ending::{self, Ending, EndingOptions};

const CLOSING: Ending = Ending {
    verb: "Close",
    done: "Closed",
    from: SiteStatus::Active,
    otherwise: "only an active site is closed; a sleeping one is withdrawn: `pao site withdraw`",
    why: "the site was closed",
    act: close,
};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site close --site 7000017 --reason 'agreement ended' --yes --password-file -
  pao site close --site 7000017 --reason 'agreement ended' --dry-run")]
pub struct CloseArgs {
    #[command(flatten)]
    pub(super) named: NumberOptions,
    #[command(flatten)]
    ending: EndingOptions,
}

/// Close an active site, for good: its people may still read and leave.
///
/// # Errors
/// As [`ending::run`].
pub fn run(args: &CloseArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    ending::run(&CLOSING, &args.ending, cx)
}

/// Everybody with access is told; gateways and open requests end with the site.
fn close(
    tx: &WriteTx<'_>,
    by: &OperatorAuthority<'_>,
    confirmed: &Confirmed<'_>,
    me: &Person,
    standing: &Standing,
    reason: &str,
) -> Result<Entry> {
    let site = &standing.site.site;
    for person in access::everybody(tx.view(), site)? {
        outbox::queue(by, notice::site::closed(&person, &standing.site, reason));
    }
    let requests = closing::end_all(tx, by, me, &standing.site, reason)?;
    change::close(by, confirmed, site, reason)?;
    Ok(by.entry().at_site(site.as_str()).with("requests", requests))
}
