//! `pao entitlement …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{Node, SITE_CHANGE, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("grant" "entitlement.grant" SITE_CHANGE "Record what a site has acquired",
        "Examples:\n  pao entitlement grant --site 7000017 --product sametime-gateway --quantity 1 --until 2027-12-31\n  pao entitlement grant --site 7000017 --product sametime-gateway --quantity 2 --dry-run",
        command::entitlement::grant::GrantArgs => command::entitlement::grant::run),
    verb!("revoke" "entitlement.revoke" SITE_CHANGE "Revoke an entitlement",
        "Examples:\n  pao entitlement revoke 3\n  pao entitlement revoke 3 --dry-run",
        command::entitlement::revoke::RevokeArgs => command::entitlement::revoke::run),
    verb!("list" "entitlement.list" SITE_LIST "List what a site has acquired",
        "Examples:\n  pao entitlement list\n  pao entitlement list --site 7000017 --format csv",
        command::entitlement::list::run),
];
