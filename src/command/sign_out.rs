//! The end of a sign-in, by `logout` and by the next `login`.
//!
//! What must hold: a sign-in that could not be ended is one that a copy of its token still opens, until it ends by itself.
use crate::error::{Error, Result};
use crate::model::account::LivesOn;
use crate::model::moment::Moment;
use crate::rules::Code;
use crate::store::authority::signed_in::{Key, SignedIn, recognise};
use crate::store::change::people as change;

use super::context::Context;
use super::session::WrongTry;

/// What became of a sign-in that was to be ended.
#[derive(Debug)]
pub(super) enum Ending {
    Ended,
    /// It was over already.
    Over,
    LivesOn(LivesOn),
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

/// Ends the sign-in of this key, which ends by itself at that moment at the latest, where this is known.
pub(super) fn end(cx: &mut Context<'_>, key: &Key, last: Option<Moment>) -> Ending {
    match running(cx, key) {
        Ok(Some(until)) => {
            let ended = cx.session().change_with_try(None, WrongTry::default(), |tx| {
                let me = SignedIn::authenticate(&tx, key)?;
                let ended = change::end_sign_in(&me, key)?;
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
        Err(error) if !is_about_the_clock(&error) && last.is_some_and(|until| until <= cx.session().now()) => {
            Ending::Over
        }
        Err(error) => Ending::LivesOn(LivesOn::of(&error, last)),
    }
}

/// Whether nothing can be said about what is over.
fn is_about_the_clock(error: &Error) -> bool {
    matches!(error.code, Code::ClockBehind | Code::ClockAhead)
}

/// When the sign-in of a key ends by itself; nothing where it is over.
fn running(cx: &mut Context<'_>, key: &Key) -> Result<Option<Moment>> {
    match recognise(cx.session().read()?.view(), key) {
        Ok(bearer) => return Ok(bearer.until()),
        Err(error) if error.code == Code::SignInRequired => {}
        Err(error) => return Err(error),
    }
    // By a clock that runs ahead everything is over.
    let now = cx.session().now();
    cx.session().store()?.believes(now).map(|()| None)
}
