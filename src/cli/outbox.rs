//! `pao outbox …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{LIST, NONE, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "outbox.list" LIST "List the letters", "Examples:\n  pao outbox list --state queued", command::outbox::list::ListArgs => command::outbox::list::run),
    verb!("show" "outbox.show" NONE "Show one letter; its secret line is hidden", "Examples:\n  pao outbox show 12",
        command::outbox::show::ShowArgs => command::outbox::show::run),
];
