//! The vendor's staff: named, removed, listed, and helped to a new password.
pub mod add;
pub mod list;
pub mod remove;
pub mod reset;

use crate::error::Result;
use crate::mail::{Kind, Letter};
use crate::model::standing::Person;
use crate::store::Look;
use crate::store::change::outbox::{self, Acting};
use crate::store::facts::people;

/// Tells every operator but the one whom it is about.
pub(super) fn tell_operators(look: Look<'_>, by: &impl Acting, kind: Kind, about: &Person, who: &str) -> Result<()> {
    for operator in people::operators(look)?.iter().filter(|operator| operator.no != about.no) {
        let letter = Letter::new(kind, operator.email.as_str()).with("name", operator.name());
        outbox::queue(by, letter.with("by", who).with("person", about.named()));
    }
    Ok(())
}
