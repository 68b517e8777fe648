//! `pao config …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, LIST, NONE, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "config.list" LIST "List every setting", "Examples:\n  pao config list\n  pao config list --format csv", command::config::list::run),
    verb!("get" "config.get" NONE "Show one setting", "Examples:\n  pao config get care.contact\n  pao config get policy.holidays --json",
        command::config::get::GetArgs => command::config::get::run),
    verb!("set" "config.set" CHANGE "Change a setting; an empty value goes back to the default",
        "Examples:\n  pao config set care.contact 'care@vendor.example'\n  pao config set policy.holidays '2026-12-25 2027-01-01'\n  pao config set mail.transport smtp",
        command::config::set::SetArgs => command::config::set::run),
];
