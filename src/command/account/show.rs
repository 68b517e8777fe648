//! One's own ID.
use crate::command::context::Context;
use crate::command::{Outcome, sheets};
use crate::error::Result;
use crate::model::answer::Identity;
use crate::ui::report::Report;

/// Shows what the registry keeps about the asker.
///
/// # Errors
/// `sign_in_required`.
pub fn run(cx: &mut Context<'_>) -> Result<Outcome> {
    let door = cx.door()?;
    let identity = Identity::from(&door.person);
    Ok(Report::object(&identity, sheets::identity(&identity))?.into())
}
