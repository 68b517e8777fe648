//! The file itself.
use crate::command::Context;
use crate::command::Outcome;
use crate::error::Result;
use crate::model::command_id::CommandId;
use clap::Subcommand;
pub mod accept_time;
pub mod backup;
pub mod check;
pub mod migrate;
pub mod path;
pub mod restore;
mod shared;
pub mod stats;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum DbCommand {
    /// Print where the database is
    Path(path::PathArgs),
    /// Check the file and everything in it
    Check(check::CheckArgs),
    /// Show how large the file is, and how much is in it
    Stats(stats::StatsArgs),
    /// Copy the whole file, while others work with it
    Backup(backup::BackupArgs),
    /// Put a copy into the place of the database
    Restore(restore::RestoreArgs),
    /// Say that the clock of this machine is right
    AcceptTime(accept_time::AcceptTimeArgs),
    /// Bring a database of an older version up to this one
    Migrate(migrate::MigrateArgs),
}

impl DbCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Path(_) => CommandId::DbPath,
            Self::Check(_) => CommandId::DbCheck,
            Self::Stats(_) => CommandId::DbStats,
            Self::Backup(_) => CommandId::DbBackup,
            Self::Restore(_) => CommandId::DbRestore,
            Self::AcceptTime(_) => CommandId::DbAcceptTime,
            Self::Migrate(_) => CommandId::DbMigrate,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Path(args) => path::run(args, cx),
            Self::Check(args) => check::run(args, cx),
            Self::Stats(args) => stats::run(args, cx),
            Self::Backup(args) => backup::run(args, cx),
            Self::Restore(args) => restore::run(args, cx),
            Self::AcceptTime(args) => accept_time::run(args, cx),
            Self::Migrate(args) => migrate::run(args, cx),
        }
    }
}
