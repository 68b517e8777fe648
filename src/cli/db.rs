//! `pao db …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{NONE, Node, Verb, verb};
use crate::command;

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("path" "db.path" NONE "Print where the database is", "Examples:\n  pao db path\n  pao db path --json", |cx| command::db::path::run(cx)),
    verb!("check" "db.check" NONE "Check the file and everything in it", "SQLite's own checks, every invariant, the audit chain, and who has access and how each site stands, replayed from the trail. What else is in the file is not replayed: somebody who can write it could change contacts, entitlements or operators unseen but for the invariants; keep copies.\n\nExamples:\n  pao db check\n  pao db check --json", command::db::check::run),
];
