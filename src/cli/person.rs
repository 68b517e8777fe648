//! `pao person …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{NONE, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("show" "person.show" NONE "Show a person: verified, locked, sites and roles", "Examples:\n  pao person show ann@example.com\n  pao person show ann@example.com --json",
        command::person::show::ShowArgs => command::person::show::run),
];
