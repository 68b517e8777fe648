//! `pao token …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, LIST, Node, SITE_CHANGE, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("create" "token.create" SITE_CHANGE "Make a token with which a script may do named actions at one site",
        "The token acts as you, with what you may do at that moment, and never more than the actions named here. It is shown once; a script comes in by it with the variable PAO_TOKEN. It ends with your access at the site, with `pao token revoke`, and when you change your password, recover, or sign out everywhere.\n\nActions: those of `pao can`, except change-primary. list-access lists and shows; change-access gives, changes and ends the access of users, name-secondary that of Secondary Contacts. `pao help deployment` has a job for CI, written out.\n\nExamples:\n  pao token create --site 7000017 --can list-access --ttl 30d --name nightly-report\n  pao token create --site 7000017 --can list-access,change-access --name ci --json",
        command::token::create::CreateArgs => command::token::create::run),
    verb!("list" "token.list" LIST "List your tokens that are good", "Examples:\n  pao token list\n  pao token list --json", command::token::list::run),
    verb!("revoke" "token.revoke" CHANGE "End a token of yours at once", "Examples:\n  pao token revoke 3\n  pao token revoke 3 --dry-run",
        command::token::revoke::RevokeArgs => command::token::revoke::run),
];
