//! The post: how a message leaves, and what is said when it does not.
//!
//! What must hold: a message is delivered at least once, and whatever carries it takes the same message twice.
use super::Kind;
use super::spool::spool;
use crate::model::moment::Moment;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Something that carries messages.
pub trait Post {
    /// Carries one message, or says why not. After `Ok` it need not be kept any longer.
    fn deliver(&mut self, route: &Route, parcel: &Parcel) -> Result<(), Undelivered>;
}

/// Where messages go (`mail.transport`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Into this folder, one `.eml` file a message.
    Spool(PathBuf),
    /// Nowhere: they wait.
    Off,
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
    /// Whether trying again is pointless.
    pub permanent: bool,
    /// Why, and what mends it, without a full stop.
    pub words: String,
}

impl Undelivered {
    pub(super) fn for_now(words: impl Into<String>) -> Self {
        Self { permanent: false, words: words.into() }
    }

    pub(super) fn failed(deed: &str, path: &Path, error: &io::Error) -> Self {
        Self::for_now(format!("cannot {deed} {}: {error}", path.display()))
    }
}

/// The name of a message's file without its extension: `20261121T201500Z-0000000042-welcome`, which sorts by time.
pub fn file_name(created: Moment, number: i64, kind: Kind) -> String {
    let time: String = created.to_string().chars().filter(|symbol| !matches!(symbol, '-' | ':')).collect();
    format!("{time}-{number:010}-{kind}")
}

/// The post of the shipped program.
#[derive(Debug, Default)]
pub struct ProcessPost;

impl Post for ProcessPost {
    fn deliver(&mut self, route: &Route, parcel: &Parcel) -> Result<(), Undelivered> {
        match route {
            Route::Spool(folder) => spool(folder, parcel),
            Route::Off => Err(Undelivered::for_now("mail is switched off (mail.transport is off)")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Parcel, Post, ProcessPost, Route, file_name};
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
        let why = ProcessPost.deliver(&Route::Off, &parcel).unwrap_err();
        assert!(!why.permanent && why.words.contains("mail.transport"));
        assert!(!format!("{parcel:?}").contains("99, 97, 110"));
    }
}
