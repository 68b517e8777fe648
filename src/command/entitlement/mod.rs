//! What sites have acquired: recorded, listed, revoked.
pub mod grant;
pub mod list;
pub mod revoke;

use crate::command::Context;
use crate::command::Outcome;
use crate::command::views;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::entitlement::Entitlement;
use crate::ui::prose::Part;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum EntitlementCommand {
    /// Record what a site has acquired
    Grant(grant::GrantArgs),
    /// Revoke an entitlement
    Revoke(revoke::RevokeArgs),
    /// List what a site has acquired
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
}

impl EntitlementCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Grant(_) => CommandId::EntitlementGrant,
            Self::Revoke(_) => CommandId::EntitlementRevoke,
            Self::List(_) => CommandId::EntitlementList,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Grant(args) => grant::run(args, cx),
            Self::Revoke(args) => revoke::run(args, cx),
            Self::List(args) => list::run(args, cx),
        }
    }
}

/// One entitlement.
fn details(entitlement: &Entitlement) -> Vec<Part> {
    let number = views::number(entitlement.entitlement.as_ref());
    let mut details = vec![
        Part::Pair("Entitlement", number),
        Part::Pair("Site", entitlement.site.to_string()),
        Part::Pair("Product", entitlement.product.to_string()),
        Part::Pair("Quantity", entitlement.quantity.to_string()),
        Part::When("From", Some(entitlement.from)),
        Part::When("Until", entitlement.until),
        Part::Pair("Active", if entitlement.active { "yes" } else { "no" }.to_owned()),
    ];
    details.extend(entitlement.revoked_at.map(|at| Part::When("Revoked", Some(at))));
    details
}
