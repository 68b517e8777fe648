//! Which sleeping site is meant, by whoever it awaits.
use crate::error::{Error, Result};
use crate::model::site::SiteNumber;

use super::context::Context;
use super::session::Caller;

/// `--site`, or the one site that awaits the asker. None is no usage error: it must look like every other failure.
///
/// # Errors
/// `usage` where several could be meant and nobody can be asked; `interrupted`.
pub(super) fn which(
    cx: &mut Context<'_>,
    caller: &Caller,
    given: Option<SiteNumber>,
    awaiting: &[SiteNumber],
) -> Result<Option<SiteNumber>> {
    match (given, awaiting) {
        (Some(site), _) => Ok(Some(site)),
        (None, [only]) => Ok(Some(only.clone())),
        (None, []) => Ok(None),
        (None, _) if caller.person.operator => Ok(None),
        (None, several) => {
            if cx.prompt().can_ask() {
                return cx.one_of_sites(several).map(Some);
            }
            let numbers: Vec<&str> = several.iter().map(SiteNumber::as_str).collect();
            Err(Error::usage("--site is missing, and several sites await you")
                .hinted(format!("give --site with one of {}", numbers.join(", "))))
        }
    }
}
