//! The whole tree with every argument in its place, for what is made from it: completions and man pages. No command
//! line is ever parsed by it.
use crate::cli::tree::{Node, Part, TREE};
use clap::{Arg, Command};

/// What is done to an argument: the deed it belongs to (empty above a verb), and the argument.
pub type Touch<'t> = &'t dyn Fn(&str, Arg) -> Arg;

/// Every command, every argument touched.
pub fn whole(touch: Touch<'_>) -> Command {
    let nodes = TREE.iter().map(|node| node_whole(node, touch));
    super::root(Part::Whole).mut_args(|arg| touch("", arg)).subcommands(nodes)
}

fn node_whole(node: &'static Node, touch: Touch<'_>) -> Command {
    match node {
        Node::Verb(verb) => {
            (verb.build)(Command::new(verb.name).about(verb.about)).mut_args(|arg| touch(verb.deed, arg))
        }
        Node::Family { verbs, .. } => {
            let family = node.bare().mut_args(|arg| touch("", arg));
            family.subcommands(verbs.iter().map(|node| node_whole(node, touch)))
        }
    }
}

/// Every deed, as in `access.revoke`.
pub fn deeds() -> Vec<&'static str> {
    fn gather(nodes: &'static [Node], deeds: &mut Vec<&'static str>) {
        for node in nodes {
            match node {
                Node::Verb(verb) => deeds.push(verb.deed),
                Node::Family { verbs, .. } => gather(verbs, deeds),
            }
        }
    }
    let mut deeds = Vec::new();
    gather(TREE, &mut deeds);
    deeds
}
