//! Automation tokens of one's own: made, listed, revoked.
pub mod create;
pub mod list;
pub mod revoke;

use crate::command::sheets;
use crate::model::token::{TokenCard, words};
use crate::ui::report::Part;

/// The number and the name of a token, as people read them.
pub(super) fn number(card: &TokenCard) -> String {
    let number = sheets::number(card.token_number.as_ref());
    card.name.as_ref().map_or_else(|| number.clone(), |name| format!("{number} ({name})"))
}

/// One token.
fn sheet(card: &TokenCard) -> Vec<Part> {
    let used = card.last_used_at.map_or_else(|| "never".to_owned(), |at| at.to_string());
    vec![
        Part::Pair("Number", number(card)),
        Part::Pair("Site", card.site.to_string()),
        Part::Pair("Can", words(&card.can)),
        Part::Pair("Ends", card.expires_at.to_string()),
        Part::Pair("Last used", used),
    ]
}
