//! `pao contact …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{HARD_PASSWORD, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("set-primary" "contact.set-primary" HARD_PASSWORD "Hand the site over to a new Primary Contact",
        "Examples:\n  pao contact set-primary bob@example.com\n  pao contact set-primary bob@example.com --former none --yes --password-file -",
        command::contact::set_primary::SetPrimaryArgs => command::contact::set_primary::run),
];
