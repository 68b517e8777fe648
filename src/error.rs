//! What can go wrong: a code, the words for it, what would help; and one match from code to exit status.
//!
//! What must hold: the exit statuses are cli.md's table. Words never carry a secret. Foreign text inside a message is
//! escaped by the printer (`ui::fault`), not here.
use crate::model::Malformed;
use crate::model::way::Way;
use crate::rules::{Code, Refusal};
use serde_json::{Map, Value};
use std::fmt;
use std::path::Path;

/// The result of everything that can fail in `pao`.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One failure, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    /// Which kind of failure; decides rule and exit status.
    pub code: Code,
    /// What happened, without a full stop.
    pub message: String,
    /// What would help.
    pub hint: Option<String>,
    /// More for scripts: `field`, `retry_at`, `rows`.
    pub details: Map<String, Value>,
}

impl Error {
    /// An error without a hint.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, details: Map::new() }
    }

    /// A command line that cannot be understood.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Code::Usage, message)
    }

    /// A value that is not acceptable, with the field it was given for.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self::new(Code::InvalidValue, message).detailed("field", field)
    }

    /// R16: nothing there, or nothing that may be seen.
    pub fn not_found(what: impl fmt::Display) -> Self {
        Refusal::new(Code::NotFound, format!("{what} was not found")).into()
    }

    /// The same error with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same error with one more detail.
    #[must_use]
    pub fn detailed(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.details.insert(key.to_owned(), value.into());
        self
    }

    /// The same error, its advice given for where its reader is.
    #[must_use]
    pub fn on(mut self, way: &Way) -> Self {
        self.message = way.sentence(&self.message).into_owned();
        self.hint = self.hint.map(|hint| way.sentence(&hint).into_owned());
        self
    }

    /// The same error for a guest of the registry whose database this is: no path of its machine is named.
    #[must_use]
    pub fn without_the_place(mut self, database: &Path) -> Self {
        let (database, folder) =
            (database.display().to_string(), database.parent().map(|path| path.display().to_string()));
        let names_it = |text: &str| folder.as_ref().is_some_and(|folder| text.contains(folder.as_str()));
        if names_it(&self.message) {
            self.message = self.message.replace(&database, "the registry");
            self.message =
                folder.iter().fold(self.message, |text, folder| text.replace(folder, "the registry's folder"));
        }
        if self.hint.as_deref().is_some_and(names_it) {
            self.hint = Some("tell whoever looks after the registry".to_owned());
        }
        self
    }

    /// The exit status of this error.
    pub const fn status(&self) -> u8 {
        status(self.code)
    }
}

/// The exit status that belongs to a code (cli.md, "Exit statuses").
pub const fn status(code: Code) -> u8 {
    match code {
        Code::Io | Code::DeliveryFailed | Code::Internal | Code::OutcomeUnknown => 1,
        Code::Usage => 2,
        Code::SignInRequired
        | Code::SignInFailed
        | Code::PasscodeNotAccepted
        | Code::CodeNotAccepted
        | Code::ConfirmPassword => 3,
        Code::SiteNotActive
        | Code::PrimaryOnly
        | Code::ManagerOnly
        | Code::IdRequired
        | Code::ChangePrimaryOnly
        | Code::PrimaryStays
        | Code::OwnAccess
        | Code::ExceedsOwn
        | Code::RolePrivilege
        | Code::NominationPrimaryOnly
        | Code::ContactUpdateNeeded
        | Code::NotEntitled
        | Code::TermsNotAccepted
        | Code::OperatorApart
        | Code::OperatorOnly
        | Code::OwnerOnly
        | Code::NoCaller
        | Code::LastOperator
        | Code::TokenScope => 4,
        Code::NotFound => 5,
        Code::AlreadyExists | Code::Conflict | Code::WrongState => 6,
        Code::InvalidValue | Code::WeakPassword => 7,
        Code::Throttled => 8,
        Code::Busy => 9,
        Code::NoDatabase
        | Code::Damaged
        | Code::Tampered
        | Code::RolledBack
        | Code::NewerVersion
        | Code::InsecureFile
        | Code::NotADatabase
        | Code::ClockBehind
        | Code::ClockAhead => 10,
        Code::Interrupted => 130,
    }
}

/// The exit status of `--dry-run --exit-code` where there is something to do (cli.md).
pub const SOMETHING_TO_DO: u8 = 11;

/// What to do about a file that is not what it was.
pub const MEND: &str = "keep the file as evidence, and put a backup into its place: `pao db restore FILE`";

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// A foreign error of the edges (a file, the network, the terminal), to which only words were added.
impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        error.downcast().unwrap_or_else(|foreign| Self::new(Code::Io, format!("{foreign:#}")))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code, message: refusal.why, hint: refusal.hint, details: Map::new() }
    }
}

impl From<Malformed> for Error {
    fn from(bad: Malformed) -> Self {
        let error = Self::invalid(bad.field, bad.to_string());
        match bad.hint {
            Some(hint) => error.hinted(hint),
            None => error,
        }
    }
}
