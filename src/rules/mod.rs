//! May they? Pure functions over loaded facts that return `Ok` or a [`Refusal`] naming its rule.
//!
//! What must hold: nothing here reads a clock, a file or a database; everything a rule looks at is handed in.
//! The order in which rules are asked is product.md's "Which refusal comes first".
pub mod access;
pub mod account;
pub mod can;
#[cfg(test)]
mod cases;
pub mod codes;
pub mod contact;
pub mod enrolment;
pub mod entitlement;
pub mod import;
pub mod nomination;
pub mod provision;
pub mod service;
pub mod site;
pub mod table;
pub mod throttle;
pub mod token;

pub use codes::Code;
pub use table::Rule;

/// A rule said no: which one, in one sentence why, and what would help.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Refusal {
    /// The code, which also names the rule and the exit status.
    pub code: Code,
    /// Why, as a sentence without a full stop, about this case.
    pub why: String,
    /// What would help: who could do it, or which command comes first.
    pub hint: Option<String>,
}

impl Refusal {
    /// A refusal with the hint that its rule has in the table.
    pub fn new(code: Code, why: impl Into<String>) -> Self {
        let hint = code.rule().map(|rule| rule.hint().to_owned()).filter(|hint| !hint.is_empty());
        Self { code, why: why.into(), hint }
    }

    /// The same refusal with a hint for this case.
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
