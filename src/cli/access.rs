//! `pao access …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{HARD, Node, SITE, SITE_CHANGE, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("add" "access.add" SITE_CHANGE "Give a person access",
        "Examples:\n  pao access add bob@example.com --role secondary --contact-update update\n  pao access add cy@example.com --role user --tools full --expires 90d\n  pao access add cy@example.com --role user --dry-run",
        command::access::add::AddArgs => command::access::add::run),
    verb!("update" "access.update" SITE_CHANGE "Change what a person may do",
        "Examples:\n  pao access update cy@example.com --reporting view\n  pao access update cy@example.com --expires 2027-12-31",
        command::access::update::UpdateArgs => command::access::update::run),
    verb!("revoke" "access.revoke" HARD "Take access away from a person",
        "Examples:\n  pao access revoke cy@example.com --reason 'left the project'\n  pao access revoke bob@example.com --grants hand-to:eve@example.com --yes",
        command::access::revoke::RevokeArgs => command::access::revoke::run),
    verb!("leave" "access.leave" HARD "Give up your own access", "Examples:\n  pao access leave --site 7000017", command::access::leave::run),
    verb!("list" "access.list" SITE_LIST "List who has access",
        "Examples:\n  pao access list\n  pao access list --role user --privilege tools=full\n  pao access list --as-of 2026-03-01 --format csv",
        command::access::list::ListArgs => command::access::list::run),
    verb!("show" "access.show" SITE "Show what one person may do; without an ID, you", "Examples:\n  pao access show\n  pao access show bob@example.com",
        command::access::show::ShowArgs => command::access::show::run),
];
