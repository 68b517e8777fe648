//! The letters that `pao` writes: what each kind says, who gets which, and with which facts.
//!
//! What must hold: writing a letter is pure (a template and facts in, text out), so that a dry run shows exactly what
//! would be sent. A letter is kept as data (kind, addressee, facts, secret) and worded when it is shown or delivered. Every letter
//! is built here; who did something is named by name and ID; mail goes to a person's current address.
//!
//! # What would hurt
//! A fact is foreign text. It never makes a line, a header or a placeholder of its own (`letter`, `wording`).
pub mod access;
pub mod account;
pub mod kind;
pub mod letter;
pub mod nomination;
pub mod provision;
pub mod registry;
pub mod site;
mod template;
mod wording;

pub use kind::Kind;
pub use letter::{Care, Letter, MissingFact, Rendered, SecretLine};
pub use template::Field;

use crate::model::standing::{Person, SiteFacts};

/// A letter to a person about a site, with the facts that every such letter has.
fn at_site(kind: Kind, to: &Person, site: &SiteFacts) -> Letter {
    Letter::new(kind, to.email.as_str())
        .at_site(site.site.as_str())
        .with("name", to.name())
        .with("company", site.company.as_str())
}

/// A letter to the Primary Contact of record of a site.
fn to_primary(kind: Kind, site: &SiteFacts) -> Letter {
    site::of_record(kind, &site.primary, &site.site, &site.company)
}
