//! End every sign-in of one's own, this one too, and every automation token.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::account::SignedOut;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::accounts as change;
use crate::ui::prose::Part;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account sign-out-all
  pao account sign-out-all --quiet")]
pub struct SignOutAllArgs {}

/// Signs the asker out everywhere.
///
/// # Errors
/// `sign_in_required`.
pub fn run(_args: &SignOutAllArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    cx.session().about(&caller.person.id);
    let (done, ended) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let ended = change::sign_out(&me)?;
        let entry = me.entry().about(me.person().id.as_str()).with("sign_ins", ended.signed_out);
        let entry = entry.with("tokens", ended.tokens_revoked);
        let nothing = ended.signed_out + ended.tokens_revoked == 0;
        Ok((if nothing { tx.unchanged() } else { tx.commit(entry)? }, ended))
    })?;
    let line = words(&ended);
    Ok(cx.changed(&done, ended, vec![Part::Line(line)])?.into())
}

fn words(ended: &SignedOut) -> String {
    let counted = |count: usize, thing: &str| match count {
        0 => format!("no {thing}"),
        1 => format!("1 {thing}"),
        many => format!("{many} {thing}s"),
    };
    let sign_ins = counted(ended.signed_out, "sign-in");
    match ended.tokens_revoked {
        0 => format!("Ended {sign_ins}"),
        tokens => format!("Ended {sign_ins} and {}", counted(tokens, "automation token")),
    }
}
