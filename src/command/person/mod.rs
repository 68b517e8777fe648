//! People, as operators see them.
use crate::command::Context;
use crate::command::Outcome;
use crate::error::Result;
use crate::model::command_id::CommandId;
use clap::Subcommand;
pub mod show;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum PersonCommand {
    /// Show a person: verified, locked, sites and roles
    Show(show::ShowArgs),
}

impl PersonCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Show(_) => CommandId::PersonShow,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Show(args) => show::run(args, cx),
        }
    }
}
