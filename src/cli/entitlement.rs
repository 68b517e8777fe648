//! `pao entitlement …` as it is typed.
use crate::cli::tree::Node;

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[];
