//! What a command hands back: a report, and an exit status where the answer itself is one.
use crate::error::Error;
use crate::model::secret::Secret;
use crate::ui::report::Report;

/// The end of a command that did not fail.
#[must_use]
pub struct Outcome {
    pub report: Report,
    /// The exit status: 0, or what the answer means (`can`: 4 for no).
    pub status: u8,
    /// Said on stderr beside the report, where the verdict is a bad one.
    pub error: Option<Error>,
    /// The password that was chosen or typed, for the guide that leads on from here.
    pub password: Option<Secret>,
}

impl From<Report> for Outcome {
    fn from(report: Report) -> Self {
        Self { report, status: 0, error: None, password: None }
    }
}
