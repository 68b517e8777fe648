//! `pao contact …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{HARD_PASSWORD, Node, SITE_CHANGE, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("list" "contact.list" SITE_LIST "List the contacts of record", "Examples:\n  pao contact list\n  pao contact list --site 7000017 --json",
        command::contact::list::run),
    verb!("set" "contact.set" SITE_CHANGE "Name a contact of record, or amend one",
        "Types: technical, administrative, renewal, media, billing; of primary the phone number alone.\n\nExamples:\n  pao contact set technical --first-name Tess --last-name Tanner --email tess@example.com\n  pao contact set billing --phone '+49 30 1234'",
        command::contact::set::SetArgs => command::contact::set::run),
    verb!("clear" "contact.clear" SITE_CHANGE "Name nobody for a type; the Primary Contact stands in", "Examples:\n  pao contact clear technical\n  pao contact clear media --site 7000017",
        command::contact::clear::ClearArgs => command::contact::clear::run),
    verb!("set-primary" "contact.set-primary" HARD_PASSWORD "Hand the site over to a new Primary Contact",
        "Examples:\n  pao contact set-primary bob@example.com\n  pao contact set-primary bob@example.com --former none --yes --password-file -",
        command::contact::set_primary::SetPrimaryArgs => command::contact::set_primary::run),
];
