//! What people type who know other programs: words that stand for a command here, and what is suggested for the rest.
//!
//! What must hold: a suggestion fits, or there is none.
use crate::command::help;
use crate::model::near;
use clap::Command;
use std::ffi::OsString;

/// Words for commands, in other programs.
const COMMANDS: &[(&str, &str)] = &[
    ("signin", "login"),
    ("sign-in", "login"),
    ("signout", "logout"),
    ("sign-out", "logout"),
    ("signup", "register"),
    ("sign-up", "register"),
    ("me", "whoami"),
    ("users", "access list"),
    ("people", "access list"),
    ("members", "access list"),
    ("add", "access add"),
    ("invite", "access add"),
    ("grant", "access add"),
    ("remove", "access revoke"),
    ("delete", "access revoke"),
    ("revoke", "access revoke"),
    ("rm", "access revoke"),
    ("ls", "access list"),
    ("sites", "site list"),
    ("passwd", "account change-password"),
    ("password", "account change-password"),
    ("profile", "account show"),
    ("settings", "config list"),
    ("log", "audit list"),
    ("history", "access history"),
];

/// Words for options, in other programs.
const OPTIONS: &[(&str, &str)] = &[
    ("--output", "--format"),
    ("--out", "--format"),
    ("--database", "--db"),
    ("--force", "--yes"),
    ("--assume-yes", "--yes"),
    ("--non-interactive", "--no-input"),
    ("--batch", "--no-input"),
    ("--until", "--expires"),
    ("--silent", "--quiet"),
];

/// What stands for `version` and `help COMMAND`, as other programs have them; nothing where neither was typed.
pub fn stand_in(argv: &[OsString]) -> Option<Vec<OsString>> {
    let word = |place: usize| argv.get(place).and_then(|word| word.to_str());
    match (word(1)?, word(2)) {
        ("version", _) => Some([&argv[..1], &["--version".into()], &argv[2..]].concat()),
        ("help", Some(name)) if is_command(name) && !is_topic(name) => {
            Some([&argv[..1], &argv[2..], &["--help".into()]].concat())
        }
        _ => None,
    }
}

fn is_command(name: &str) -> bool {
    super::parser().find_subcommand(name).is_some()
}

fn is_topic(name: &str) -> bool {
    help::TOPICS.iter().any(|(topic, _)| *topic == name)
}

/// The command that was meant by a word that is none, below `path` (`pao access`), as it is typed.
pub fn command(path: &str, below: &Command, typed: &str) -> Option<String> {
    let family = path.strip_prefix("pao").unwrap_or(path).trim_start();
    let elsewhere = COMMANDS.iter().find(|(slip, _)| slip.eq_ignore_ascii_case(typed)).map(|(_, meant)| *meant);
    let names = below.get_subcommands().map(Command::get_name);
    let near = near::nearest(typed, names).map(|name| format!("{path} {name}"));
    elsewhere.filter(|meant| meant.starts_with(family)).map(|meant| format!("pao {meant}")).or(near)
}

/// The option that was meant by one that is none.
pub fn option(of: &Command, typed: &str) -> Option<String> {
    let longs: Vec<String> =
        of.get_arguments().filter_map(|arg| arg.get_long().map(|long| format!("--{long}"))).collect();
    let there = |flag: &&str| longs.iter().any(|long| long == flag);
    let elsewhere = OPTIONS.iter().find(|(slip, _)| *slip == typed).map(|(_, meant)| *meant).filter(there);
    elsewhere.or_else(|| near::nearest(typed, longs.iter().map(String::as_str))).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn version_and_help_are_commands_too() {
        assert_eq!(stand_in(&words("pao version")), Some(words("pao --version")));
        assert_eq!(stand_in(&words("pao help access add")), Some(words("pao access add --help")));
        for other in ["pao help", "pao help rules", "pao help nothing", "pao access list", "pao"] {
            assert_eq!(stand_in(&words(other)), None, "{other}");
        }
    }

    #[test]
    fn every_suggestion_is_there() {
        let tree = crate::cli::tree();
        for (slip, meant) in COMMANDS {
            let found = meant.split(' ').try_fold(&tree, |command, word| command.find_subcommand(word));
            assert!(found.is_some() && tree.find_subcommand(slip).is_none(), "{slip}: {meant}");
        }
        for (slip, meant) in OPTIONS {
            let add = tree.find_subcommand("access").and_then(|access| access.find_subcommand("add")).unwrap();
            assert_eq!(option(add, slip).as_deref(), Some(*meant), "{slip}");
        }
    }

    #[test]
    fn a_suggestion_fits_or_there_is_none() {
        let tree = crate::cli::tree();
        let access = tree.find_subcommand("access").unwrap();
        assert_eq!(command("pao", &tree, "signin").as_deref(), Some("pao login"));
        assert_eq!(command("pao", &tree, "acces").as_deref(), Some("pao access"));
        assert_eq!(command("pao access", access, "remove").as_deref(), Some("pao access revoke"));
        assert_eq!(command("pao access", access, "users").as_deref(), Some("pao access list"));
        assert_eq!(command("pao access", access, "signin"), None);
        assert_eq!(command("pao", &tree, "bananas"), None);
        assert_eq!(option(access, "--bananas"), None);
    }
}
