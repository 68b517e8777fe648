//! `pao audit …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{NONE, Node, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "audit.list" SITE_LIST "List what was done and what was refused",
        "Examples:\n  pao audit list --site 7000017\n  pao audit list --actor ann@example.com --since 2026-01-01 --json",
        command::audit::list::ListArgs => command::audit::list::run),
    verb!("show" "audit.show" NONE "Show one entry with its details", "Examples:\n  pao audit show 12\n  pao audit show 12 --json", command::audit::show::ShowArgs => command::audit::show::run),
    verb!("verify" "audit.verify" NONE "Recompute the chain of the audit trail",
        "Examples:\n  pao audit verify\n  pao audit verify --expect 120:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        command::audit::verify::VerifyArgs => command::audit::verify::run),
    verb!("head" "audit.head" NONE "Print the newest link of the chain, to keep elsewhere", "Examples:\n  pao audit head\n  pao audit head --json", command::audit::head::run),
];
