//! What a guest may type: whoever comes through sudo or ssh works on a machine that is not theirs (service.md, "Every guest call").
//!
//! What must hold: no file of this machine is read or written for a guest, whatever they type; what is theirs comes by standard input and
//! goes by standard output. Judged on what was parsed: a word that a filter would miss is parsed like any other.
use crate::error::{Error, Result};
use crate::model::behind::Behind;
use crate::model::command_id::CommandId;
use crate::rules;
use crate::world::World;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;

/// Whether whoever is behind a call may run this command at all, as far as that can be told before anything is opened.
///
/// # Errors
/// `owner_only`; `no_caller`.
pub fn may_run(behind: &Behind, id: CommandId) -> Result<()> {
    match behind {
        // Told apart there, by what it is inside of.
        Behind::Guest(_) | Behind::Unknown if id == CommandId::SshCommand => Ok(()),
        Behind::Guest(_) => Ok(rules::service::a_guest(id)?),
        Behind::Unknown => Err(rules::service::unknown_caller().into()),
        Behind::Personal | Behind::Owner { .. } => Ok(()),
    }
}

/// Whether sshd calls this for a key. Known before anything else: what else came along with a call over ssh counts for nothing.
pub fn is_ssh_command(argv: &[OsString]) -> bool {
    let mut words = argv.iter().skip(1).filter_map(|word| word.to_str());
    let first = match words.next() {
        Some("--db") => words.nth(1),
        Some(word) if word.starts_with("--db=") => words.next(),
        word => word,
    };
    first == Some("ssh-command")
}

/// The only path that a guest gives is `-`.
///
/// # Errors
/// `usage`.
pub fn only_streams(argv: &[OsString], behind: &Behind) -> Result<()> {
    if behind.guest().is_none() {
        return Ok(());
    }
    let tree = super::tree();
    let Ok(matches) = tree.clone().try_get_matches_from(argv) else { return Ok(()) };
    judge(&tree, &matches)
}

fn judge(mut command: &Command, mut matches: &ArgMatches) -> Result<()> {
    while let Some((name, below)) = matches.subcommand() {
        let Some(next) = command.find_subcommand(name) else { break };
        (command, matches) = (next, below);
    }
    for arg in command.get_arguments().filter(|arg| is_a_path(arg)) {
        let flag = arg.get_long().map_or_else(|| arg.get_id().as_str().to_uppercase(), |long| format!("--{long}"));
        let given = matches.get_raw(arg.get_id().as_str()).into_iter().flatten();
        for value in given {
            if arg.get_id() == "db" {
                return Err(Error::usage("--db is not for guests of a shared registry").hinted("leave it out"));
            }
            if value != "-" {
                return Err(Error::usage(format!("{flag} takes - alone here: no file of this machine is yours"))
                    .hinted(format!("give {flag} - and send the file itself to standard input, as in `… < FILE`")));
            }
        }
    }
    Ok(())
}

fn is_a_path(arg: &Arg) -> bool {
    arg.get_value_parser().type_id() == value_parser!(PathBuf).type_id()
}

/// The parser without what no guest may run.
pub fn shown(tree: Command, world: &World) -> Command {
    fn below(command: Command, above: &str) -> Command {
        let words = format!("{above} {}", command.get_name()).trim_start().to_owned();
        let hidden = CommandId::of_words(&words).is_some_and(|id| rules::service::a_guest(id).is_err());
        let command = if hidden { command.hide(true) } else { command };
        command.mut_subcommands(|command| below(command, &words))
    }
    if world.behind.guest().is_none() {
        return tree;
    }
    // In a pipe clap itself would ask COLUMNS, which a guest may not set.
    let tree = if world.terminal.stdout { tree } else { tree.term_width(100) };
    tree.mut_subcommands(|command| below(command, ""))
}

#[cfg(test)]
mod tests {
    use super::{OsString, is_a_path, is_ssh_command, judge};
    use crate::cli::tree;
    use clap::Command;

    fn arguments(command: &Command, each: &mut dyn FnMut(&clap::Arg)) {
        command.get_arguments().for_each(&mut *each);
        command.get_subcommands().for_each(|command| arguments(command, each));
    }

    #[test]
    fn every_argument_that_says_path_or_file_is_judged() {
        let mut paths = 0;
        arguments(&tree(), &mut |arg| {
            let named =
                arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == "PATH" || name == "FILE"));
            assert_eq!(named, is_a_path(arg), "{}", arg.get_id());
            paths += usize::from(named);
        });
        assert!(paths > 20, "{paths}");
    }

    #[test]
    fn a_key_line_is_known_by_its_command() {
        let is = |line: &str| is_ssh_command(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert!(is("pao ssh-command --caller x") && is("pao --db x ssh-command") && is("pao --db=x ssh-command"));
        assert!(!is("pao --db ssh-command whoami") && !is("pao whoami ssh-command") && !is("pao"));
    }

    #[test]
    fn a_path_is_refused_however_it_is_typed() {
        let judged = |line: &str| {
            let tree = tree();
            let matches = tree.clone().try_get_matches_from(line.split(' ')).expect(line);
            judge(&tree, &matches).is_ok()
        };
        for line in [
            "pao --db x whoami",
            "pao whoami --db=x",
            "pao login a@x.org --password-file /etc/shadow",
            "pao --password-file=x login a@x.org",
            "pao access import people.csv",
            "pao access import -- -x",
            "pao provision submit --cert=x",
            "pao --token-file x whoami",
        ] {
            assert!(!judged(line), "{line}");
        }
        for line in ["pao access import - --token-file -", "pao whoami", "pao login --password-file=-"] {
            assert!(judged(line), "{line}");
        }
    }
}
