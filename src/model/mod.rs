//! The nouns, each parsed once at the edge. Pure: nothing here reads a clock, a file or a database.
pub mod word;

use std::fmt;

/// Text that is not what it was given for.
#[derive(Debug, Clone, PartialEq)]
pub struct Malformed {
    /// The flag or argument it was given for, without dashes, as in `expires`.
    pub field: &'static str,
    /// What is wrong with it, as a clause: "is not an e-mail address".
    pub problem: String,
    /// What would help.
    pub hint: Option<String>,
}

impl Malformed {
    /// `field` and what is wrong with the text given for it.
    pub fn new(field: &'static str, problem: impl Into<String>) -> Self {
        Self { field, problem: problem.into(), hint: None }
    }

    /// The same with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem)
    }
}
