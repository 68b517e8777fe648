//! Sign out. Always succeeds: afterwards nobody is signed in here.
//!
//! What must hold: what was forgotten here and what was ended in the database are told apart. A sign-in that could not be
//! ended is one that a copy of its token still opens, until it ends by itself.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::credentials::token_hash;
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::rules::Code;
use crate::store::authority::signed_in::{Key, SignedIn};
use crate::store::change::people as change;
use crate::store::facts::{people, tokens};
use crate::ui::report::{Part, Report};
use crate::world::keyring::{self, Stored};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

/// What `logout` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SignedOut {
    /// Whether a running sign-in was ended in the database.
    signed_out: bool,
    /// Whether the sign-in that was stored here was forgotten.
    forgotten: bool,
    /// Why a sign-in could not be ended, and how long it lasts; null where none is left.
    not_ended: Option<LivesOn>,
}

/// A sign-in that could not be ended.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LivesOn {
    code: &'static str,
    pub(super) message: String,
    /// When it ends by itself, at the latest; null where nothing here says so.
    until: Option<Moment>,
}

/// What became of a sign-in that was to be ended.
#[derive(Debug)]
pub(super) enum Ending {
    Ended,
    /// It was over already.
    Over,
    LivesOn(LivesOn),
}

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
    let place = cx.session().database().ok().map(|typed| crate::store::place(&typed));
    let place = cx.session().folders.state.clone().zip(place);
    let stored = place.as_ref().and_then(|(folder, database)| keyring::to_be_ended(folder, database));
    match (cx.options.token.clone(), place) {
        (Some(token), _) => {
            let ending = end(cx, &Stored { token: Secret::new(token), until: None });
            let answer = SignedOut::of(ending, false);
            let stays = stored.is_some().then_some(
                "The sign-in that is stored here stays: to end it too, unset PAO_TOKEN and run `pao logout` again",
            );
            answer.report(stays)
        }
        (None, Some((folder, database))) => {
            let ending = stored.map_or(Ending::Over, |stored| end(cx, &stored));
            let (forgotten, left) = match keyring::forget(&folder, &database) {
                Ok(forgotten) => (forgotten, None),
                Err(error) => (false, Some(error.to_string())),
            };
            SignedOut::of(ending, forgotten).report(left.as_deref())
        }
        (None, None) => SignedOut::of(Ending::Over, false).report(None),
    }
}

impl SignedOut {
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

impl LivesOn {
    fn of(error: &Error, until: Option<Moment>) -> Self {
        let help = match error.code {
            Code::TokenScope => "`pao token revoke` ends an automation token",
            _ => "once that is over, `pao login` and then `pao account sign-out-all` end every sign-in of yours",
        };
        Self { code: error.code.word(), message: format!("{error}; {help}"), until }
    }

    /// How long it lasts, as the end of a sentence.
    pub(super) fn words(&self) -> String {
        match self.until {
            Some(until) => format!("whoever has its token can use it until {until} at the latest"),
            None => "whoever has its token can use it for up to 8 hours after the login".to_owned(),
        }
    }
}

/// Ends the sign-in of a token.
pub(super) fn end(cx: &mut Context<'_>, stored: &Stored) -> Ending {
    let hash = token_hash(&stored.token);
    match running(cx, &hash) {
        Ok(Some(until)) => {
            let ended = cx.session().change_with_try(None, WrongTry::default(), |tx| {
                let me = SignedIn::authenticate(&tx, &Key::Token(hash))?;
                let ended = change::end_sign_in(&me, &hash)?;
                let entry = me.entry();
                Ok((tx.commit(entry)?, ended))
            });
            match ended {
                Ok((_done, true)) => Ending::Ended,
                Ok((_done, false)) => Ending::Over,
                Err(error) if error.code == Code::SignInRequired => Ending::Over,
                Err(error) => Ending::LivesOn(LivesOn::of(&error, Some(until))),
            }
        }
        Ok(None) => Ending::Over,
        Err(error) if !is_about_the_clock(&error) && stored.until.is_some_and(|until| until <= cx.session().now()) => {
            Ending::Over
        }
        Err(error) => Ending::LivesOn(LivesOn::of(&error, stored.until)),
    }
}

/// Whether nothing can be said about what is over.
fn is_about_the_clock(error: &Error) -> bool {
    matches!(error.code, Code::ClockBehind | Code::ClockAhead)
}

/// When the sign-in of a token ends by itself; nothing where it is over.
fn running(cx: &mut Context<'_>, hash: &[u8; 32]) -> Result<Option<Moment>> {
    let tx = cx.session().read()?;
    if let Some(sign_in) = people::sign_in(tx.view(), hash)? {
        return Ok(Some(sign_in.expires_at));
    }
    if let Some(token) = tokens::sign_in(tx.view(), hash)? {
        return Ok(Some(token.expires_at));
    }
    drop(tx);
    // By a clock that runs ahead everything is over.
    let now = cx.session().now();
    cx.session().store()?.believes(now).map(|()| None)
}
