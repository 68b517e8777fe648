//! Withdraw a sleeping site, for good.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::site::SiteStatus;
use crate::model::standing::{Person, Standing};
use crate::notice;
use crate::store::authority::{confirmed::Confirmed, operator::OperatorAuthority};
use crate::store::change::{outbox, sites as change};
use crate::store::{Entry, WriteTx};
use clap::Args;

use super::NumberOptions;
use super::ending::{self, Ending, EndingOptions};

const WITHDRAWAL: Ending = Ending {
    verb: "Withdraw",
    done: "Withdrawn",
    from: SiteStatus::AwaitingPrimary,
    otherwise: "only a sleeping site is withdrawn; an active one is closed: `pao site close`",
    why: "the site was withdrawn",
    act: withdraw,
};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site withdraw --site 7000017 --reason 'enrolled twice' --yes --password-file -
  pao site withdraw --site 7000017 --reason 'enrolled twice' --dry-run")]
pub struct WithdrawArgs {
    #[command(flatten)]
    pub(super) named: NumberOptions,
    #[command(flatten)]
    ending: EndingOptions,
}

/// Withdraw a sleeping site, for good.
///
/// # Errors
/// As [`ending::run`].
pub fn run(args: &WithdrawArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    ending::run(&WITHDRAWAL, &args.ending, cx)
}

/// The Primary Contact of record is told.
fn withdraw(
    _: &WriteTx<'_>,
    by: &OperatorAuthority<'_>,
    confirmed: &Confirmed<'_>,
    _: &Person,
    standing: &Standing,
    reason: &str,
) -> Result<Entry> {
    let site = &standing.site.site;
    outbox::queue(by, notice::site::withdrawn(&standing.site, reason));
    change::withdraw(by, confirmed, site, reason)?;
    Ok(by.entry().at_site(site.as_str()))
}
