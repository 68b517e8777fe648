//! Who has access: given, changed, listed, ended.
pub mod add;
pub mod diff;
pub mod export;
pub mod history;
pub mod import;
pub mod leave;
pub(super) mod levels;
pub mod list;
pub mod revoke;
pub mod show;
mod terms;
pub mod tree;
pub mod update;

use crate::command::Context;
use crate::command::Outcome;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::standing::{Person, Standing};
use crate::model::when::{EndTime, When};
use crate::model::{email::Address, moment::Moment};
use crate::rules::{self, Code, Refusal};
use crate::store::ReadView;
use crate::store::query::people;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum AccessCommand {
    /// Give a person access
    #[command(visible_alias = "grant")]
    Add(add::AddArgs),
    /// Change what a person may do
    Update(update::UpdateArgs),
    /// Take access away from a person
    #[command(visible_alias = "rm")]
    Revoke(revoke::RevokeArgs),
    /// Give up your own access
    Leave(leave::LeaveArgs),
    /// List who has access
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show what one person may do; without an ID, you
    Show(show::ShowArgs),
    /// Show what one person could do, since when and until when; without an ID, you
    History(history::HistoryArgs),
    /// Show whose access is different between two moments
    Diff(diff::DiffArgs),
    /// Show who gave whom access
    Tree(tree::TreeArgs),
    /// Make the list of people with access what a file says
    Import(import::ImportArgs),
    /// Print the list of people with access as a file for `access import`
    Export(export::ExportArgs),
}

impl AccessCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Add(_) => CommandId::AccessAdd,
            Self::Update(_) => CommandId::AccessUpdate,
            Self::Revoke(_) => CommandId::AccessRevoke,
            Self::Leave(_) => CommandId::AccessLeave,
            Self::List(_) => CommandId::AccessList,
            Self::Show(_) => CommandId::AccessShow,
            Self::History(_) => CommandId::AccessHistory,
            Self::Diff(_) => CommandId::AccessDiff,
            Self::Tree(_) => CommandId::AccessTree,
            Self::Import(_) => CommandId::AccessImport,
            Self::Export(_) => CommandId::AccessExport,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Add(args) => add::run(args, cx),
            Self::Update(args) => update::run(args, cx),
            Self::Revoke(args) => revoke::run(args, cx),
            Self::Leave(args) => leave::run(args, cx),
            Self::List(args) => list::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::History(args) => history::run(args, cx),
            Self::Diff(args) => diff::run(args, cx),
            Self::Tree(args) => tree::run(args, cx),
            Self::Import(args) => import::run(args, cx),
            Self::Export(args) => export::run(args, cx),
        }
    }
}

/// R5, then R15 on the person named: somebody with an ID who is no operator. An address that was typed too must be theirs.
pub(super) fn somebody(view: ReadView<'_>, id: &Address, email: Option<&Address>) -> Result<Person> {
    let person =
        people::with_id(view, id)?.ok_or_else(|| Refusal::new(Code::IdRequired, format!("{id} has no ID yet")))?;
    if email.is_some_and(|email| *email != person.email && *email != person.id) {
        let why = format!("{id} and the address given do not belong together");
        return Err(Refusal::new(Code::IdRequired, why)
            .hinted("leave `--email` out, or ask the person for their ID")
            .into());
    }
    rules::site::not_an_operator(&person).map_err(|refusal| Refusal {
        why: format!("{id} is an operator; operators have no part in a site"),
        ..refusal
    })?;
    Ok(person)
}

/// R16 for reading, R1 for a site that sleeps, R4: who may see the list of people with access. Operators may.
pub(super) fn may_read(standing: &Standing) -> Result<()> {
    if standing.person.operator {
        return Ok(());
    }
    may_enter(standing)?;
    Ok(rules::access::may_see(standing)?)
}

/// One's own access is for everybody with access to see, that of others as the list is. An operator looks at everybody's
/// and holds none.
pub(super) fn may_look_at(standing: &Standing, whom: &Address) -> Result<()> {
    if *whom == standing.person.id && !standing.person.operator { may_enter(standing) } else { may_read(standing) }
}

/// R1 for reading: a closed site may still be read by its people, a sleeping one by nobody.
pub(super) fn may_enter(standing: &Standing) -> Result<()> {
    match standing.grant {
        Some(_) => Ok(()),
        None => Ok(rules::site::active(standing)?),
    }
}

/// `--expires`: in the future.
pub(super) fn expiry(typed: Option<EndTime>, now: Moment) -> Result<Option<When>> {
    Ok(typed.map(|typed| typed.after(now, "expires")).transpose()?)
}
