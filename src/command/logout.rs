//! Sign out. Always succeeds: afterwards nobody is signed in here.
use crate::command::Outcome;
use crate::command::context::{Context, WrongTry};
use crate::command::door::token_hash;
use crate::error::Result;
use crate::model::secret::Secret;
use crate::store::authority::signed_in::{Key, SignedIn};
use crate::store::change::people as change;
use crate::ui::report::{Part, Report};
use crate::world::keyring;
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct SignedOut {
    /// Whether a running sign-in was ended.
    signed_out: bool,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao logout
  pao logout --quiet")]
pub struct LogoutArgs {}

/// Ends the sign-in of `PAO_TOKEN`, or the stored one.
///
/// # Errors
/// Only what writing the answer says.
pub fn run(_args: &LogoutArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let mut signed_out = false;
    if cx.open().is_ok() {
        let token = match cx.options.token.clone() {
            Some(token) => Some(Secret::new(token)),
            None => cx.stored_token().ok().flatten(),
        };
        // A sign-in that cannot be ended in the file any more has ended: its token is forgotten all the same.
        signed_out = token.is_some_and(|token| end(cx, &token).unwrap_or(false));
        forget(cx);
    }
    let words = if signed_out { "Signed out" } else { "Nobody was signed in" };
    Ok(Report::object(&SignedOut { signed_out }, vec![Part::Line(words.to_owned())])?.into())
}

fn forget(cx: &Context<'_>) {
    if let (Some(folder), Some(path), None, false) =
        (&cx.world.folders.state, cx.opened_path(), &cx.options.token, cx.options.dry_run)
    {
        let _ = keyring::forget(folder, path);
    }
}

/// Ends the sign-in of a token; an ended one is no failure.
pub(super) fn end(cx: &mut Context<'_>, token: &Secret) -> Result<bool> {
    let hash = token_hash(token);
    let ended = cx.change_with_try(None, WrongTry::default(), |tx| {
        let me = SignedIn::at_the_door(&tx, &Key::Token(hash))?;
        let ended = change::end_sign_in(&me, &hash)?;
        let entry = me.entry();
        Ok((tx.commit(entry)?, ended))
    });
    match ended {
        Ok((_done, ended)) => Ok(ended),
        Err(error) if error.code == crate::rules::Code::SignInRequired => Ok(false),
        Err(error) => Err(error),
    }
}
