//! Public messaging providers: listed, added, retired.
pub mod add;
pub mod list;
pub mod retire;

use crate::command::Context;
use crate::command::Outcome;
use crate::error::Error;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::provider::{Provider, ProviderName};
use crate::ui::prose::Part;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum ProviderCommand {
    /// List the public messaging providers
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Add a provider, or say where its terms stand now
    Add(add::AddArgs),
    /// Retire a provider: it closes for every gateway
    Retire(retire::RetireArgs),
}

impl ProviderCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::ProviderList,
            Self::Add(_) => CommandId::ProviderAdd,
            Self::Retire(_) => CommandId::ProviderRetire,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Add(args) => add::run(args, cx),
            Self::Retire(args) => retire::run(args, cx),
        }
    }
}

/// One provider.
fn details(provider: &Provider) -> Vec<Part> {
    let mut details = vec![
        Part::Pair("Provider", provider.provider.to_string()),
        Part::Pair("Protocol", provider.protocol.to_string()),
        Part::Pair("Terms", provider.terms_url.clone()),
        Part::Pair("Version of the terms", provider.terms_version.clone()),
    ];
    details.extend(provider.retired_at.map(|at| Part::When("Retired", Some(at))));
    details
}

/// A name that no provider has, where one is chosen.
pub(super) fn unknown(name: &ProviderName) -> Error {
    Error::invalid("provider", format!("provider: there is no provider {name}"))
        .hinted("`pao provider list` shows the names there are")
}
