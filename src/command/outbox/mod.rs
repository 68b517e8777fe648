//! The letters: which wait, which went out, what they say.
pub mod deliver;
pub mod list;
pub mod retry;
pub mod show;
pub mod test;

use crate::error::{Error, Result};

/// The number of a letter.
pub(super) fn number(text: &str) -> Result<i64> {
    text.parse::<i64>().map_err(|_| Error::invalid("n", "n: must be a number"))
}
