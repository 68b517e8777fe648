//! The first page of help: every command, grouped by who uses it (terminal.md).
//!
//! What must hold: each command stands in exactly one group.
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

/// The parser with the first page of its help.
pub fn grouped(tree: Command) -> Command {
    // What is hidden here is not said in the lists of groups either.
    let template = format!("{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{}{{all-args}}", list(&tree));
    tree.override_usage("pao [OPTIONS] [COMMAND]").help_template(template).mut_subcommands(|command| command.hide(true))
}

fn list(tree: &Command) -> String {
    let (styles, mut text) = (Styles::styled(), String::new());
    let (heading, literal) = (styles.get_header(), styles.get_literal());
    let widest = tree.get_subcommands().map(|command| command.get_name().len()).max().unwrap_or(0);
    for (who, names) in GROUPS {
        let _ = writeln!(text, "{heading}{who}:{heading:#}");
        for command in
            names.iter().filter_map(|name| tree.find_subcommand(name)).filter(|command| !command.is_hide_set())
        {
            let (name, about) = (command.get_name(), command.get_about().map(ToString::to_string).unwrap_or_default());
            let gap = " ".repeat(widest - name.len());
            let _ = writeln!(text, "  {literal}{name}{literal:#}{gap}  {about}");
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tree;

    #[test]
    fn every_command_stands_in_one_group() {
        let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let tree = tree();
        let shown = tree.get_subcommands().filter(|command| !command.is_hide_set());
        let mut there: Vec<&str> = shown.map(Command::get_name).collect();
        grouped.sort_unstable();
        there.sort_unstable();
        assert_eq!(grouped, there);
    }

    #[test]
    fn the_first_page_shows_groups_and_options() {
        let help = grouped(tree()).render_help().to_string();
        for words in
            ["Usage: pao [OPTIONS] [COMMAND]", "Everybody:\n  register ", "  access ", "Options:\n", "Global options:"]
        {
            assert!(help.contains(words), "{words}: {help}");
        }
        assert!(!help.contains("Commands:") && help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
}
