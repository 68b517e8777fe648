//! The vendor's staff: named, removed, listed, and helped to a new password.
pub mod add;
pub mod list;
pub mod remove;
pub mod reset;

use crate::command::Context;
use crate::command::Outcome;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::standing::Person;
use crate::notice::{Kind, registry::to_operators};
use crate::store::ReadView;
use crate::store::change::outbox::{self, Acting};
use crate::store::query::people;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum OperatorCommand {
    /// Name an operator
    Add(add::AddArgs),
    /// Remove an operator; one stays
    Remove(remove::RemoveArgs),
    /// List the operators
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Mail somebody a recovery code that needs no security answer
    Reset(reset::ResetArgs),
}

impl OperatorCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Add(_) => CommandId::OperatorAdd,
            Self::Remove(_) => CommandId::OperatorRemove,
            Self::List(_) => CommandId::OperatorList,
            Self::Reset(_) => CommandId::OperatorReset,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Add(args) => add::run(args, cx),
            Self::Remove(args) => remove::run(args, cx),
            Self::List(args) => list::run(args, cx),
            Self::Reset(args) => reset::run(args, cx),
        }
    }
}

/// Tells every operator but the one whom it is about.
fn tell_operators(view: ReadView<'_>, by: &impl Acting, kind: Kind, about: &Person, who: &str) -> Result<()> {
    outbox::queue_all(by, to_operators(kind, &people::operators(view)?, about, who));
    Ok(())
}
