//! `pao provider …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, LIST, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "provider.list" LIST "List the public messaging providers",
        "Examples:\n  pao provider list\n  pao provider list --json",
        command::provider::list::run),
    verb!("add" "provider.add" CHANGE "Add a provider, or say where its terms stand now",
        "Examples:\n  pao provider add example-im --protocol xmpp --terms-url https://im.example.com/terms --terms-version 2026-01\n  pao provider add example-im --protocol sip --terms-url https://im.example.com/terms --terms-version 2 --dry-run",
        command::provider::add::AddArgs => command::provider::add::run),
    verb!("retire" "provider.retire" CHANGE "Retire a provider: it closes for every gateway",
        "Examples:\n  pao provider retire aol\n  pao provider retire aol --dry-run",
        command::provider::retire::RetireArgs => command::provider::retire::run),
];
