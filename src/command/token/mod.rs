//! Automation tokens of one's own: made, listed, revoked.
pub mod create;
pub mod list;
pub mod revoke;

use crate::command::Context;
use crate::command::Outcome;
use crate::command::views;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::token::{TokenSummary, words};
use crate::ui::prose::Part;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum TokenCommand {
    /// Make a token with which a script may do named actions at one site
    Create(create::CreateArgs),
    /// List your tokens that are good
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// End a token of yours at once
    Revoke(revoke::RevokeArgs),
}

impl TokenCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Create(_) => CommandId::TokenCreate,
            Self::List(_) => CommandId::TokenList,
            Self::Revoke(_) => CommandId::TokenRevoke,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Create(args) => create::run(args, cx),
            Self::List(args) => list::run(args, cx),
            Self::Revoke(args) => revoke::run(args, cx),
        }
    }
}

/// The number and the name of a token, as people read them.
pub(super) fn number(summary: &TokenSummary) -> String {
    let number = views::number(summary.token_number.as_ref());
    summary.name.as_ref().map_or_else(|| number.clone(), |name| format!("{number} ({name})"))
}

/// One token.
fn details(summary: &TokenSummary) -> Vec<Part> {
    vec![
        Part::Pair("Number", number(summary)),
        Part::Pair("Site", summary.site.to_string()),
        Part::Pair("Can", words(&summary.can)),
        Part::When("Ends", Some(summary.expires_at)),
        summary
            .last_used_at
            .map_or_else(|| Part::Pair("Last used", "never".to_owned()), |at| Part::When("Last used", Some(at))),
    ]
}
