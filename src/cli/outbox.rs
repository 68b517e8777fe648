//! `pao outbox …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, LIST, NONE, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "outbox.list" LIST "List the letters", "Examples:\n  pao outbox list --state queued\n  pao outbox list --limit 20", command::outbox::list::ListArgs => command::outbox::list::run),
    verb!("show" "outbox.show" NONE "Show one letter; its secret line is hidden", "Examples:\n  pao outbox show 12\n  pao outbox show 12 --json",
        command::outbox::show::ShowArgs => command::outbox::show::run),
    verb!("deliver" "outbox.deliver" CHANGE "Deliver every letter that is due, now", "Examples:\n  pao outbox deliver\n  pao outbox deliver --dry-run", command::outbox::deliver::run),
    verb!("retry" "outbox.retry" CHANGE "Queue one letter again, and deliver it now", "Examples:\n  pao outbox retry 12\n  pao outbox retry 12 --json",
        command::outbox::retry::RetryArgs => command::outbox::retry::run),
    verb!("test" "outbox.test" CHANGE "Send a letter that says that the mail works", "Examples:\n  pao outbox test --to me@vendor.example\n  pao outbox test --to me@vendor.example --dry-run",
        command::outbox::test::TestArgs => command::outbox::test::run),
];
