//! The post: how a message leaves, and what is said when it does not.
//!
//! What must hold: a message is delivered at least once. The spool takes the same message twice and has it once; a mail
//! server does not, so whoever delivers sees to it that nobody else is at the same message.
//!
//! # What would hurt
//! Trying every message of a full outbox at a server that is away: [`Trouble`] says when to stop.
use super::sendmail::{is_there, sendmail};
use super::smtp::{Session, SmtpRoute};
use super::spool::{spool, try_out};
use crate::model::moment::Moment;
use crate::notice::Kind;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What is said of a letter while none may go.
pub const OFF: &str = "mail is switched off (mail.transport is off)";

/// Something that carries messages.
pub trait Post {
    /// Carries one message, or says why not. After `Ok` it need not be kept any longer.
    fn deliver(&mut self, route: &Route, outgoing: &Outgoing) -> Result<(), Undelivered>;

    /// Goes to where messages of this sender are carried, and carries none: what is asked for about an address that nobody has takes
    /// the same work as a letter, and is told the same of a server that is away.
    fn reach(&mut self, _route: &Route, _sender: &str) -> Result<(), Undelivered> {
        Ok(())
    }

    /// There is nothing more to carry for now: what was kept open for the next message is closed.
    fn close(&mut self) {}
}

/// Where messages go (`mail.transport`).
#[derive(Debug, Clone)]
pub enum Route {
    /// Into this folder, one `.eml` file a message.
    Spool(PathBuf),
    /// To this mail server.
    Smtp(SmtpRoute),
    /// To this machine's own mail system.
    Sendmail {
        /// The program, from `sendmail_program`.
        program: PathBuf,
        /// How long it may take for a message.
        timeout: Duration,
    },
    /// Nowhere: they wait.
    Off,
}

impl Route {
    /// Whether what was delivered twice is there once.
    pub fn takes_twice(&self) -> bool {
        matches!(self, Self::Spool(_))
    }
}

/// One message on its way.
#[derive(Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// What it is called, from [`file_name`]; the same at every delivery.
    pub name: String,
    /// The sender's bare address.
    pub from: String,
    /// The addressee's bare address.
    pub to: String,
    /// The message, from `compose`.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").field("name", &self.name).field("to", &self.to).finish_non_exhaustive()
    }
}

/// A message that stayed here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{words}", place.as_deref().map(|place| format!("{place}: ")).unwrap_or_default())]
pub struct Undelivered {
    /// What it means for this message and the next.
    pub trouble: Trouble,
    /// Which server or program it was, for operators.
    pub place: Option<String>,
    /// Why, and what mends it, without a full stop.
    pub words: String,
}

/// What a failure means for this message and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No message can go now, and none has gone.
    Closed,
    /// The way was lost before the message was there.
    Lost,
    /// The message was handed over, and what became of it is not known: it may have arrived.
    Uncertain,
    /// This message was refused; others may go.
    Refused {
        /// Whether trying it again is pointless.
        permanent: bool,
    },
}

impl Trouble {
    /// Whether the next message need not be tried.
    pub fn ends_the_delivery(self) -> bool {
        matches!(self, Self::Closed | Self::Lost | Self::Uncertain)
    }
}

impl Undelivered {
    /// No message can go now.
    pub fn closed(words: impl Into<String>) -> Self {
        Self { trouble: Trouble::Closed, place: None, words: words.into() }
    }

    /// This message cannot go now.
    pub fn refused(words: impl Into<String>) -> Self {
        Self { trouble: Trouble::Refused { permanent: false }, place: None, words: words.into() }
    }

    pub(super) fn at(place: &impl fmt::Display, trouble: Trouble, words: String) -> Self {
        Self { trouble, place: Some(place.to_string()), words }
    }

    pub(super) fn failed(action: &str, path: &Path, error: &io::Error) -> Self {
        Self::refused(format!("cannot {action} {}: {error}", path.display()))
    }
}

/// The name of a message's file without its extension: `20261121T201500Z-0000000042-welcome`, which sorts by time.
pub fn file_name(created: Moment, number: i64, kind: Kind) -> String {
    let time: String = created.to_string().chars().filter(|symbol| !matches!(symbol, '-' | ':')).collect();
    format!("{time}-{number:010}-{kind}")
}

/// The post of the shipped program. A connection to a mail server is kept until [`Post::hang_up`].
#[derive(Debug, Default)]
pub struct ProcessPost {
    session: Option<Session>,
}

impl Post for ProcessPost {
    fn deliver(&mut self, route: &Route, outgoing: &Outgoing) -> Result<(), Undelivered> {
        match route {
            Route::Spool(folder) => spool(folder, outgoing),
            Route::Smtp(route) => self.by_smtp(route, outgoing),
            Route::Sendmail { program, timeout } => sendmail(program, *timeout, outgoing),
            Route::Off => Err(Undelivered::closed(OFF)),
        }
    }

    fn reach(&mut self, route: &Route, sender: &str) -> Result<(), Undelivered> {
        match route {
            Route::Spool(folder) => try_out(folder),
            Route::Smtp(route) => {
                let mut session = Session::open(route, Instant::now() + route.timeout)?;
                session.ask(sender, Instant::now() + route.timeout)?;
                self.session = Some(session).filter(Session::is_open);
                Ok(())
            }
            Route::Sendmail { program, .. } => is_there(program),
            Route::Off => Ok(()),
        }
    }

    fn close(&mut self) {
        if let Some(session) = self.session.take() {
            session.quit();
        }
    }
}

impl ProcessPost {
    /// A server may end a connection that was used already at any time; many do after so many messages. Then the message, which
    /// has not arrived, gets a new one.
    fn by_smtp(&mut self, route: &SmtpRoute, outgoing: &Outgoing) -> Result<(), Undelivered> {
        let kept = self.session.take().filter(|session| session.leads_to(route));
        let used = kept.is_some();
        let begun = Instant::now();
        match self.through(kept, route, outgoing) {
            Err(why)
                if used
                    && matches!(why.trouble, Trouble::Closed | Trouble::Lost)
                    && begun.elapsed() < route.timeout / 2 =>
            {
                self.through(None, route, outgoing)
            }
            answer => answer,
        }
    }

    fn through(&mut self, kept: Option<Session>, route: &SmtpRoute, outgoing: &Outgoing) -> Result<(), Undelivered> {
        let mut session = match kept {
            Some(session) => session,
            None => Session::open(route, Instant::now() + route.timeout)?,
        };
        let answer = session.send(outgoing, Instant::now() + route.timeout);
        self.session = Some(session).filter(Session::is_open);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::{Outgoing, Post, ProcessPost, Route, Trouble, file_name};
    use crate::model::moment::Moment;
    use crate::notice::Kind;

    #[test]
    fn names_sort_by_time_and_then_by_number() {
        let first = file_name(Moment::from_seconds(1_795_292_100), 42, Kind::Welcome);
        assert_eq!(first, "20261121T201500Z-0000000042-welcome");
        assert!(first < file_name(Moment::from_seconds(1_795_292_100), 123, Kind::AccessGranted));
        assert!(first < file_name(Moment::from_seconds(1_795_292_101), 1, Kind::AccessGranted));
    }

    #[test]
    fn mail_that_is_off_keeps_everything() {
        let (from, to) = ("pao@localhost".to_owned(), "ann@example.com".to_owned());
        let outgoing = Outgoing { name: "1-test".to_owned(), from, to, bytes: b"canary".to_vec() };
        let why = ProcessPost::default().deliver(&Route::Off, &outgoing).unwrap_err();
        assert!(why.trouble == Trouble::Closed && why.words.contains("mail.transport"));
        assert!(!format!("{outgoing:?}").contains("99, 97, 110"));
    }
}
