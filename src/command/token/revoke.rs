//! End an automation token of one's own, at once.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::number::whole;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::tokens as change;
use crate::store::query::tokens;
use clap::Args;

use super::details;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao token revoke 3
  pao token revoke 3 --dry-run")]
pub struct RevokeArgs {
    /// Number of the token, as `pao token list` shows it
    #[arg(value_parser = parsed::number("token"), value_name = "N")]
    number: Option<i64>,
}

/// Revokes it; one that was revoked already stays so.
///
/// # Errors
/// `not_found` for what is not there and for somebody else's.
pub fn run(args: &RevokeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let caller = cx.authenticate()?;
    let number = cx
        .prompt()
        .value(args.number, "<N>", "Number of the token", |text| Ok(i64::from(whole(text, "token", 1..=u32::MAX)?)))?;
    cx.session().about(&format!("token {number}"));
    let (done, summary) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let found = tokens::numbered(tx.view(), me.person().no, number)?;
        let summary = found.ok_or_else(|| {
            Error::not_found(format!("token {number}")).hinted("`pao token list` lists those that you made")
        })?;
        let entry = me.entry().at_site(summary.site.as_str()).about(format!("token {number}"));
        Ok((if change::revoke(&me, number)? { tx.commit(entry)? } else { tx.unchanged() }, summary))
    })?;
    let verb = if done.changed() { "Revoked" } else { "Unchanged: revoked already," };
    let line = format!("{verb} token {number} at {}", summary.site);
    Ok(cx.changed(&done, &summary, details(&summary))?.status(line).into())
}
