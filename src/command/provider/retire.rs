//! Retire a public provider: it closes for every gateway.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::provider::ProviderName;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::providers as change;
use crate::store::query::providers;
use clap::Args;

use super::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao provider retire aol
  pao provider retire aol --dry-run")]
pub struct RetireArgs {
    /// Name of the provider
    #[arg(value_name = "NAME")]
    name: Option<ProviderName>,
}

/// Retires it; one that was retired already stays so.
///
/// # Errors
/// R15; `not_found`.
pub fn run(args: &RetireArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.name.as_ref(), "<NAME>")?;
    let caller = cx.authenticate()?;
    let name = cx
        .prompt()
        .value(args.name.clone(), "<NAME>", "Name of the provider", |text| Ok(ProviderName::parse(text, "name")?))?;
    cx.session().about(&name);
    let (done, provider) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = OperatorAuthority::of(&me)?;
        let missing = || Error::not_found(format!("provider {name}"));
        let there = providers::named(tx.view(), &name)?.ok_or_else(missing)?;
        if there.retired_at.is_some() {
            return Ok((tx.unchanged(), there));
        }
        change::retire(&by, &name)?;
        let provider = providers::named(tx.view(), &name)?.ok_or_else(missing)?;
        let entry = by.entry().about(name.as_str());
        Ok((tx.commit(entry)?, provider))
    })?;
    let verb = if done.changed() { "Retired" } else { "Unchanged: retired already," };
    Ok(cx.changed(&done, &provider, details(&provider))?.status(format!("{verb} provider {name}")).into())
}
