//! The audit trail: read, verified, its head kept elsewhere.
use crate::command::Context;
use crate::command::Outcome;
use crate::error::Result;
use crate::model::command_id::CommandId;
use clap::Subcommand;
pub mod export;
pub mod head;
pub mod list;
pub mod show;
pub mod verify;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum AuditCommand {
    /// List what was done and what was refused
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show one entry with its details
    Show(show::ShowArgs),
    /// Carry the trail out of the file, one entry a line
    Export(export::ExportArgs),
    /// Recompute the chain of the audit trail
    Verify(verify::VerifyArgs),
    /// Print the newest link of the chain, to keep elsewhere
    Head(head::HeadArgs),
}

impl AuditCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::AuditList,
            Self::Show(_) => CommandId::AuditShow,
            Self::Export(_) => CommandId::AuditExport,
            Self::Verify(_) => CommandId::AuditVerify,
            Self::Head(_) => CommandId::AuditHead,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::Export(args) => export::run(args, cx),
            Self::Verify(args) => verify::run(args, cx),
            Self::Head(args) => head::run(args, cx),
        }
    }
}
