//! `pao nomination …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{Node, SITE, SITE_CHANGE, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "nomination.list" SITE_LIST "List the nominations at your site, and your own",
        "Examples:\n  pao nomination list --status pending\n  pao nomination list --site 7000017 --json",
        command::nomination::list::ListArgs => command::nomination::list::run),
    verb!("show" "nomination.show" SITE "Show one nomination", "Examples:\n  pao nomination show 12\n  pao nomination show 12 --json",
        command::nomination::show::ShowArgs => command::nomination::show::run),
    verb!("withdraw" "nomination.withdraw" SITE_CHANGE "Take back a nomination of your own", "Examples:\n  pao nomination withdraw 12\n  pao nomination withdraw 12 --dry-run",
        command::nomination::withdraw::WithdrawArgs => command::nomination::withdraw::run),
];
