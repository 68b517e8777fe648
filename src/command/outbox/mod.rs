//! The letters: which wait, which went out, what they say.
pub mod deliver;
pub mod list;
pub mod retry;
pub mod show;
pub mod test;

use crate::command::Context;
use crate::command::Outcome;
use crate::command::delivery::Stayed;
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::number::whole;
use crate::model::shell::pao;
use crate::rules::Code;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum OutboxCommand {
    /// List the letters
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show one letter; its secret line is hidden
    Show(show::ShowArgs),
    /// Deliver every letter that is queued, now, whatever its waiting time
    Deliver(deliver::DeliverArgs),
    /// Queue one letter again, and deliver it now
    Retry(retry::RetryArgs),
    /// Send a letter that says that the mail works
    Test(test::TestArgs),
}

impl OutboxCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::OutboxList,
            Self::Show(_) => CommandId::OutboxShow,
            Self::Deliver(_) => CommandId::OutboxDeliver,
            Self::Retry(_) => CommandId::OutboxRetry,
            Self::Test(_) => CommandId::OutboxTest,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::Deliver(args) => deliver::run(args, cx),
            Self::Retry(args) => retry::run(args, cx),
            Self::Test(args) => test::run(args, cx),
        }
    }
}

/// The number of a letter.
pub(super) fn number(text: &str) -> Result<i64> {
    Ok(whole(text, "letter", 1..=u32::MAX)?.into())
}

/// An error that came once the letter was queued: it must not read as if nothing had happened.
fn once_queued(error: Error) -> Error {
    error.hinted(format!("the letter was queued before that; what became of it: `{}`", pao("outbox list")))
}

/// The error for letters that were to go now and did not, with the reason; of several with the last one.
fn undelivered(failed: i64, stayed: &Stayed) -> Error {
    let why = &stayed.why;
    let words = if failed == 1 {
        format!("the letter was not delivered: {why}")
    } else {
        format!("{failed} letters were not delivered: {why}")
    };
    let then = match (failed, stayed.for_good) {
        (1, false) => {
            format!("it stays queued and is tried again by itself: `{}`", pao("outbox list --state queued"))
        }
        (1, true) => format!("it has failed and is not tried again by itself: `{}`", pao("outbox list --state failed")),
        _ => format!("what became of each: `{}`", pao("outbox list")),
    };
    Error::new(Code::DeliveryFailed, words).hinted(then)
}
