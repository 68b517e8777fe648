//! Name nobody for a type any more.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::contact::ContactType;
use crate::store::authority::{contacts::ContactAuthority, signed_in::SignedIn};
use crate::store::change::contacts as change;
use crate::store::query::contacts;
use clap::Args;

use super::{details, kind, tell};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao contact clear technical
  pao contact clear media --site 7000017")]
pub struct ClearArgs {
    /// Type of the contact
    #[arg(value_name = "TYPE")]
    kind: Option<ContactType>,
}

/// Clears a type; the Primary Contact stands in from then on.
///
/// # Errors
/// R1, R6 for the type `primary`, R12, R15, R16.
pub fn run(args: &ClearArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.kind.as_ref(), "<TYPE>")?;
    let caller = cx.authenticate()?;
    let kind = kind(cx, args.kind)?;
    let site = cx.site(&caller)?;
    let (done, contact) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = ContactAuthority::of(&me, &site, kind)?;
        let cleared = change::clear(&by)?;
        let contact = contacts::shown(tx.view(), &by.standing().site, kind)?;
        if !cleared {
            return Ok((tx.unchanged(), contact));
        }
        tell(&by, by.standing(), &contact);
        let entry = by.entry().about(kind.word());
        Ok((tx.commit(entry)?, contact))
    })?;
    let line = if done.changed() { "Nobody is named any more" } else { "Unchanged: nobody was named" };
    let report = cx.changed(&done, &contact, details(&contact))?;
    Ok(report.status(format!("{line} for {kind} at {site}; the Primary Contact stands in")).into())
}
