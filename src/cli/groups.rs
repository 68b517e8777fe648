//! The first page of help: every command, grouped by who uses it (terminal.md).
//!
//! What must hold: each command of the tree stands in exactly one group.
use super::tree::{Node, Part, TREE};
use clap::Command;
use clap::builder::Styles;
use std::fmt::Write as _;

const GROUPS: [(&str, &[&str]); 4] = [
    ("Everybody", &["register", "login", "logout", "whoami", "status", "account", "can", "nominate", "nomination"]),
    (
        "Primary and Secondary Contacts",
        &[
            "start",
            "authorize",
            "request-passcode",
            "access",
            "contact",
            "approve",
            "decline",
            "entitlement",
            "provision",
            "token",
        ],
    ),
    (
        "Operators, and the owner of the file",
        &["init", "site", "person", "operator", "provider", "config", "outbox", "audit", "maintain", "db"],
    ),
    ("Learning and scripting", &["demo", "help", "rules", "explain", "schema", "completions", "man"]),
];

/// The whole command line, as its first page shows it. Only its help differs from [`super::command`].
pub fn grouped() -> Command {
    let template = format!("{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{}{{all-args}}", list());
    super::command(Part::Whole)
        .override_usage("pao [OPTIONS] [COMMAND]")
        .help_template(template)
        .mut_subcommands(|command| command.hide(true))
}

fn list() -> String {
    let (styles, mut text) = (Styles::styled(), String::new());
    let (heading, literal) = (styles.get_header(), styles.get_literal());
    let widest = TREE.iter().map(|node| node.name().len()).max().unwrap_or(0);
    for (who, names) in GROUPS {
        let _ = writeln!(text, "{heading}{who}:{heading:#}");
        for node in names.iter().filter_map(|name| TREE.iter().find(|node| node.name() == *name)) {
            let gap = " ".repeat(widest - node.name().len());
            let _ = writeln!(text, "  {literal}{}{literal:#}{gap}  {}", node.name(), about(node));
        }
        text.push('\n');
    }
    text
}

const fn about(node: &Node) -> &'static str {
    match node {
        Node::Verb(verb) => verb.about,
        Node::Family { about, .. } => about,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_one_group() {
        let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let mut there: Vec<&str> = TREE.iter().map(Node::name).collect();
        grouped.sort_unstable();
        there.sort_unstable();
        assert_eq!(grouped, there);
    }

    #[test]
    fn the_first_page_shows_groups_and_options() {
        let help = grouped().render_help().to_string();
        for words in
            ["Usage: pao [OPTIONS] [COMMAND]", "Everybody:\n  register ", "  access ", "Options:\n", "Global options:"]
        {
            assert!(help.contains(words), "{words}: {help}");
        }
        assert!(!help.contains("Commands:") && help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
}
