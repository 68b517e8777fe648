//! The letters: which wait, which went out, what they say.
pub mod deliver;
pub mod list;
pub mod retry;
pub mod show;
pub mod test;

use crate::error::Result;
use crate::model::number::whole;

/// The number of a letter.
pub(super) fn number(text: &str) -> Result<i64> {
    Ok(whole(text, "letter", 1..=u32::MAX)?.into())
}
