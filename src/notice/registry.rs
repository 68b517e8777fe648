//! Letters about the registry itself: its operators, its trail, its mail.
use crate::model::standing::Person;

use super::{Kind, Letter};

/// `operator-named` or `operator-removed`, to that person.
pub fn to_operator(kind: Kind, person: &Person, by: &Person) -> Letter {
    Letter::new(kind, person.email.as_str()).with("name", person.name()).with("by", by.named())
}

/// `operator-named`, `operator-removed` or `recovery`, to every operator but the one whom it is about.
pub fn to_operators(kind: Kind, operators: &[Person], about: &Person, by: &str) -> Vec<Letter> {
    let others = operators.iter().filter(|operator| operator.no != about.no);
    let letter = |operator: &Person| {
        Letter::new(kind, operator.email.as_str())
            .with("name", operator.name())
            .with("by", by)
            .with("person", about.named())
    };
    others.map(letter).collect()
}

/// `audit-head`: the head of the trail, for whoever keeps it elsewhere.
pub fn audit_head(to: &str, seq: i64, head: &str) -> Letter {
    Letter::new(Kind::AuditHead, to).with("seq", seq.to_string()).with("head", head)
}

/// `registry-restored`: a copy was put into the place of the registry. `replaced` and `lost` are unknown where the old file
/// could not be read.
pub fn restored(to: &str, name: &str, restored: &str, replaced: Option<&str>, lost: Option<i64>) -> Letter {
    Letter::new(Kind::RegistryRestored, to)
        .with("name", name)
        .with("restored", restored)
        .with("replaced", replaced.unwrap_or("unknown"))
        .with("lost", lost.map_or_else(|| "unknown".to_owned(), |lost| lost.to_string()))
}

/// `test`.
pub fn test(to: &str, by: &str) -> Letter {
    Letter::new(Kind::Test, to).with("by", by)
}
