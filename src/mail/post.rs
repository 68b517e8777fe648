//! The post: how a message leaves, and what is said when it does not.
//!
//! What must hold: a message is delivered at least once. The spool takes the same message twice and has it once; a mail
//! server does not, so whoever delivers sees to it that nobody else is at the same message.
//!
//! # What would hurt
//! Trying every message of a full outbox at a server that is away: [`Trouble`] says when to stop.
use super::Kind;
use super::sendmail::sendmail;
use super::smtp::{Session, SmtpRoute};
use super::spool::spool;
use crate::model::moment::Moment;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Something that carries messages.
pub trait Post {
    /// Carries one message, or says why not. After `Ok` it need not be kept any longer.
    fn deliver(&mut self, route: &Route, parcel: &Parcel) -> Result<(), Undelivered>;

    /// There is nothing more to carry for now: what was kept open for the next message is closed.
    fn hang_up(&mut self) {}
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
pub struct Parcel {
    /// What it is called, from [`file_name`]; the same at every delivery.
    pub name: String,
    /// The sender's bare address.
    pub from: String,
    /// The addressee's bare address.
    pub to: String,
    /// The message, from `compose`.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Parcel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parcel").field("name", &self.name).field("to", &self.to).finish_non_exhaustive()
    }
}

/// A message that stayed here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{words}")]
pub struct Undelivered {
    /// What it means for this message and the next.
    pub trouble: Trouble,
    /// Why, and what mends it, without a full stop.
    pub words: String,
}

/// What a failure means for this message and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No message can go now, and none has gone.
    Closed,
    /// The way was lost over this message: whether it arrived is not known.
    Lost,
    /// This message was refused; others may go.
    Refused {
        /// Whether trying it again is pointless.
        permanent: bool,
    },
}

impl Trouble {
    /// Whether the next message need not be tried.
    pub fn ends_the_delivery(self) -> bool {
        matches!(self, Self::Closed | Self::Lost)
    }
}

impl Undelivered {
    /// No message can go now.
    pub fn closed(words: impl Into<String>) -> Self {
        Self { trouble: Trouble::Closed, words: words.into() }
    }

    /// This message cannot go now.
    pub fn refused(words: impl Into<String>) -> Self {
        Self { trouble: Trouble::Refused { permanent: false }, words: words.into() }
    }

    pub(super) fn failed(deed: &str, path: &Path, error: &io::Error) -> Self {
        Self::refused(format!("cannot {deed} {}: {error}", path.display()))
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
    fn deliver(&mut self, route: &Route, parcel: &Parcel) -> Result<(), Undelivered> {
        match route {
            Route::Spool(folder) => spool(folder, parcel),
            Route::Smtp(route) => self.by_smtp(route, parcel),
            Route::Sendmail { program, timeout } => sendmail(program, *timeout, parcel),
            Route::Off => Err(Undelivered::closed("mail is switched off (mail.transport is off)")),
        }
    }

    fn hang_up(&mut self) {
        if let Some(session) = self.session.take() {
            session.quit();
        }
    }
}

impl ProcessPost {
    /// Many servers close a connection after so many messages: then the message, of which nothing was sent, gets a new one.
    fn by_smtp(&mut self, route: &SmtpRoute, parcel: &Parcel) -> Result<(), Undelivered> {
        let kept = self.session.take().filter(|session| session.leads_to(route));
        let proven = kept.as_ref().is_some_and(Session::is_proven);
        let begun = Instant::now();
        match self.through(kept, route, parcel) {
            Err(why) if proven && why.trouble == Trouble::Closed && begun.elapsed() < route.timeout / 2 => {
                self.through(None, route, parcel)
            }
            answer => answer,
        }
    }

    fn through(&mut self, kept: Option<Session>, route: &SmtpRoute, parcel: &Parcel) -> Result<(), Undelivered> {
        let mut session = match kept {
            Some(session) => session,
            None => Session::open(route, Instant::now() + route.timeout)?,
        };
        let answer = session.send(parcel, Instant::now() + route.timeout);
        if !answer.as_ref().is_err_and(|why| why.trouble.ends_the_delivery()) {
            self.session = Some(session);
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::{Parcel, Post, ProcessPost, Route, Trouble, file_name};
    use crate::mail::Kind;
    use crate::model::moment::Moment;

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
        let parcel = Parcel { name: "1-test".to_owned(), from, to, bytes: b"canary".to_vec() };
        let why = ProcessPost::default().deliver(&Route::Off, &parcel).unwrap_err();
        assert!(why.trouble == Trouble::Closed && why.words.contains("mail.transport"));
        assert!(!format!("{parcel:?}").contains("99, 97, 110"));
    }
}
