//! `pao operator …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, FIRST, LIST, Node, Verb, verb};
use crate::command::{self, Takes};
use clap::{Args as _, FromArgMatches as _};

const HARD: Takes = Takes { hard: true, ..CHANGE };

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("add" "operator.add" FIRST "Name an operator",
        "Examples:\n  pao operator add otto@vendor.example\n  pao operator add otto@vendor.example --password-file -",
        command::operator::add::AddArgs => command::operator::add::run),
    verb!("remove" "operator.remove" HARD "Remove an operator; one stays",
        "Examples:\n  pao operator remove otto@vendor.example --yes\n  pao operator remove otto@vendor.example --dry-run",
        command::operator::remove::RemoveArgs => command::operator::remove::run),
    verb!("list" "operator.list" LIST "List the operators", "Examples:\n  pao operator list\n  pao operator list --json", command::operator::list::run),
    verb!("reset" "operator.reset" CHANGE "Mail somebody a recovery code that needs no security answer",
        "Every operator is told.\n\nExamples:\n  pao operator reset ops@vendor.example\n  pao operator reset ops@vendor.example --dry-run",
        command::operator::reset::ResetArgs => command::operator::reset::run),
];
