//! Revoke an entitlement that was recorded.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::entitlement::Entitlement;
use crate::model::number::whole;
use crate::model::site::SiteNumber;
use crate::model::standing::{Person, Standing};
use crate::rules::{self, Code};
use crate::store::ReadView;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::entitlements as change;
use crate::store::query::{entitlements, sites};
use clap::Args;

use super::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao entitlement revoke 3
  pao entitlement revoke 3 --dry-run")]
pub struct RevokeArgs {
    /// Number of the entitlement
    #[arg(value_parser = parsed::number("entitlement"), value_name = "N")]
    number: Option<i64>,
}

/// Revokes it at once. Requests that were submitted under it stay.
///
/// # Errors
/// R1 for a site that has ended, R15, R16; `wrong_state` where it was revoked already.
pub fn run(args: &RevokeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let number = cx.prompt().value(args.number, "<N>", "Number of the entitlement", |text| {
        Ok(whole(text, "entitlement", 1..=u32::MAX)?.into())
    })?;
    let site = cx.options.site.clone();
    cx.session().about(&format!("entitlement {number}"));
    let there = entitlements::numbered(cx.session().read()?.view(), number)?;
    cx.session().about_site(site.as_ref().or(there.as_ref().map(|there| &there.site)));
    let (done, entitlement) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let (held, standing) = reached(tx.view(), me.person(), number, site.as_ref())?;
        let by = OperatorAuthority::of(&me)?;
        rules::site::not_ended(&standing)?;
        if let Some(at) = held.revoked_at {
            return Err(Error::new(Code::WrongState, format!("entitlement {number} was revoked already, at {at}")));
        }
        change::revoke(&by, number)?;
        let entitlement = entitlements::numbered(tx.view(), number)?.unwrap_or(held);
        let entry = by.entry().at_site(entitlement.site.as_str()).about(format!("entitlement {number}"));
        Ok((tx.commit(entry.with("product", entitlement.product.as_str()))?, entitlement))
    })?;
    let line = format!("Revoked entitlement {number} of site {}", entitlement.site);
    Ok(cx.changed(&done, &entitlement, details(&entitlement))?.status(line).into())
}

/// R16: within reach wherever its site is.
fn reached(
    view: ReadView<'_>,
    asker: &Person,
    number: i64,
    site: Option<&SiteNumber>,
) -> Result<(Entitlement, Standing)> {
    let missing = || Error::not_found(format!("entitlement {number}"));
    let held = entitlements::numbered(view, number)?;
    let held = held.filter(|held| site.is_none_or(|site| *site == held.site)).ok_or_else(missing)?;
    let standing = sites::standing(view, asker, &held.site)?;
    let standing = rules::site::within_reach(standing, held.site.as_str()).map_err(|_| missing())?;
    Ok((held, standing))
}
