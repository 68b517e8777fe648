//! Sign out. Always succeeds: afterwards nobody is signed in here.
//!
//! What must hold: what was forgotten here and what was ended in the database are told apart. A sign-in that could not be
//! ended is one that a copy of its token still opens, until it ends by itself.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::credentials::{own_key, token_hash};
use crate::command::sign_out::{Ending, end};
use crate::error::Result;
use crate::model::account::LoggedOut;
use crate::store::authority::signed_in::Key;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use crate::world::keyring::{self, Stored};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Where the database cannot be written, the sign-in that is stored here is forgotten all the same, and the answer says how long a copy of its token would still be good.

Examples:
  pao logout
  pao logout --json")]
pub struct LogoutArgs {}

/// Ends the sign-in of `PAO_TOKEN`, or the stored one.
///
/// # Errors
/// Only what writing the answer says.
pub fn run(_args: &LogoutArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    if let Some(guest) = cx.session().behind.guest().cloned() {
        let key = match cx.prompt().token()? {
            Some(token) => Key::Token { hash: token_hash(&token), guest: Some(guest) },
            None => Key::Guest(guest),
        };
        return LoggedOut::of(end(cx, &key, None), false).report(None);
    }
    let place = cx.session().database().ok().map(|typed| crate::store::place(&typed));
    let place = cx.session().folders.state.clone().zip(place);
    let stored = place.as_ref().and_then(|(folder, database)| keyring::to_be_ended(folder, database));
    match (cx.prompt().token()?, place) {
        (Some(token), _) => {
            let ending = end(cx, &own_key(&token), None);
            let answer = LoggedOut::of(ending, false);
            let stays = stored.is_some().then_some(
                "The sign-in that is stored here stays: to end it too, unset PAO_TOKEN and run `pao logout` again",
            );
            answer.report(stays)
        }
        (None, Some((folder, database))) => {
            let ending = stored.map_or(Ending::Over, |Stored { token, until }| end(cx, &own_key(&token), until));
            let (forgotten, left) = match keyring::forget(&folder, &database) {
                Ok(forgotten) => (forgotten, None),
                Err(error) => (false, Some(error.to_string())),
            };
            LoggedOut::of(ending, forgotten).report(left.as_deref())
        }
        (None, None) => LoggedOut::of(Ending::Over, false).report(None),
    }
}

impl LoggedOut {
    fn of(ending: Ending, forgotten: bool) -> Self {
        let signed_out = matches!(ending, Ending::Ended);
        let not_ended = if let Ending::LivesOn(lives_on) = ending { Some(lives_on) } else { None };
        Self { signed_out, forgotten, not_ended }
    }

    fn report(self, warning: Option<&str>) -> Result<Outcome> {
        let words = match &self {
            Self { signed_out: true, .. } => "Signed out".to_owned(),
            Self { not_ended: Some(lives_on), forgotten: true, .. } => {
                format!("Forgot the sign-in that was stored here, but could not end it: {}", lives_on.words())
            }
            Self { not_ended: Some(lives_on), .. } => format!("Could not end the sign-in: {}", lives_on.words()),
            Self { forgotten: true, .. } => "The sign-in that was stored here was over already".to_owned(),
            Self { .. } => "Nobody was signed in".to_owned(),
        };
        let report = Report::object(&self, vec![Part::Line(words)])?;
        let why = self.not_ended.as_ref().map(|lives_on| lives_on.message.clone());
        Ok(why.into_iter().chain(warning.map(str::to_owned)).fold(report, Report::warning).into())
    }
}
