//! What clap says, in our words: escaped, without secrets, by the one way out for errors.
use crate::command::options::GlobalOptions;
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::code::looks_like_code;
use crate::model::command_id::CommandId;
use crate::model::site::SiteNumber;
use crate::ui::colour::Colours;
use crate::ui::report::checked;
use crate::world::World;
use clap::Args as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::ffi::OsString;
use std::io::Write as _;

use super::{slips, unbroken};

/// Flags that people would expect to take a secret, and what takes it instead.
const SECRETS: &[(&str, &str)] = &[
    ("--password", "--password-file PATH"),
    ("--new-password", "--new-password-file PATH"),
    ("--answer", "--answer-file PATH"),
    ("--passcode", "--passcode-file PATH"),
    ("--code", "--code-file PATH"),
    ("--token", "--token-file PATH, or the variable PAO_TOKEN"),
];

/// Help is an answer, a bare group shows its help on stderr, and everything else is an error.
///
/// # Errors
/// `usage`, `invalid_value`; `io` where help cannot be written.
pub fn answer(error: &clap::Error, argv: &[OsString], colours: Colours, world: &mut World) -> Result<u8> {
    match error.kind() {
        ErrorKind::DisplayHelp if path(argv) == "pao" && !super::typed(argv).any(|word| word == "--help") => {
            super::help(colours, world)
        }
        ErrorKind::DisplayHelp => {
            let mut tree = unbroken::glued(super::guests::shown(super::tree(), world));
            let styled = if path(argv) == "pao" {
                super::groups::grouped(tree).render_long_help()
            } else {
                tree.try_get_matches_from_mut(argv).map_or_else(|error| error.render(), |_| error.render())
            };
            let text = if colours.out { styled.ansi().to_string() } else { styled.to_string() };
            let text = unbroken::loosened(&text);
            checked(write!(world.out, "{text}").and_then(|()| world.out.flush()))?;
            Ok(0)
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let name = path(argv);
            let mut tree = super::guests::shown(super::tree(), world);
            tree.build();
            let group = name.split(' ').skip(1).try_fold(&mut tree, |command, word| command.find_subcommand_mut(word));
            if let Some(group) = group {
                let _ = write!(world.err, "{}", group.render_help());
            }
            Err(Error::usage(format!("`{name}` needs a command")).hinted(format!("`{name} --help` lists them")))
        }
        _ => Err(said(error, argv)),
    }
}

/// The error in one sentence, and what would help.
pub fn said(error: &clap::Error, argv: &[OsString]) -> Error {
    match error.kind() {
        ErrorKind::ValueValidation => invalid(error),
        ErrorKind::InvalidValue if !is_missing(error, argv) => invalid(error),
        _ => usage(error, argv),
    }
}

/// Whether an option stands without a value. clap says the same of a value that is empty.
fn is_missing(error: &clap::Error, argv: &[OsString]) -> bool {
    let is_empty = context(error, ContextKind::InvalidValue).is_none_or(|value| value.is_empty());
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    is_empty && argument.starts_with('-') && super::value_of(flag(&argument), argv) != Some("")
}

/// A value that is not acceptable (7), with the field it was given for. The value itself is not repeated.
fn invalid(error: &clap::Error) -> Error {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let malformed = error.source().and_then(|source| source.downcast_ref::<Malformed>());
    let named = malformed.map(|malformed| malformed.field).filter(|field| !field.is_empty());
    let field = named.map_or_else(|| field(&argument), str::to_owned);
    let words = context(error, ContextKind::ValidValue);
    let problem = match (malformed, error.source(), words) {
        (Some(malformed), ..) => malformed.problem.clone(),
        (None, Some(source), _) => source.to_string(),
        (None, None, Some(words)) => format!("must be one of {words}"),
        (None, None, None) => "is not acceptable".to_owned(),
    };
    let near = context(error, ContextKind::SuggestedValue).map(|near| format!("did you mean {near}?"));
    let hint = malformed.and_then(|malformed| malformed.hint.clone()).or(near);
    let error = Error::invalid(&field, format!("{field}: {problem}"));
    hint.into_iter().fold(error, Error::hinted)
}

/// `--expires <DATE>` and `<ID>` as `details.field` names them.
fn field(argument: &str) -> String {
    flag(argument).trim_matches(['-', '<', '>', '[', ']', '.']).to_lowercase()
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) if !texts.is_empty() => Some(texts.join(", ")),
        _ => None,
    }
}

fn usage(error: &clap::Error, argv: &[OsString]) -> Error {
    let argument = context(error, ContextKind::InvalidArg).map(|name| safe(&name));
    if let Some((secret, instead)) = SECRETS.iter().find(|(secret, _)| argument.as_deref() == Some(*secret)) {
        let words = format!(
            "{secret} is not accepted: other users of this machine can see the command line, so no secret is read from it"
        );
        return Error::usage(words).hinted(format!("use {instead}, where - is standard input, or answer the prompt"));
    }
    let words = match (error.kind(), &argument) {
        (ErrorKind::UnknownArgument, Some(name)) if name.starts_with('-') => format!("unexpected option {name}"),
        (ErrorKind::UnknownArgument, _) => match stray_site(error, argv) {
            // No other word is repeated: it could be a secret.
            Some(site) => {
                return Error::usage(format!("unexpected argument '{site}'"))
                    .hinted(format!("did you mean `--site {site}`?"));
            }
            None => "unexpected argument".to_owned(),
        },
        (ErrorKind::InvalidSubcommand, _) => {
            let typed = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            if looks_secret(&typed) { "unknown command".to_owned() } else { format!("unknown command {typed}") }
        }
        (ErrorKind::ArgumentConflict, Some(name)) => match context(error, ContextKind::PriorArg) {
            Some(other) if flag(&other) != flag(name) => format!("{} cannot be used with {}", flag(name), flag(&other)),
            _ => twice(flag(name)),
        },
        (ErrorKind::MissingRequiredArgument, Some(name)) => format!("{} is missing", flag(name)),
        (ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues, Some(name)) => {
            format!("{} needs a value", flag(name))
        }
        (ErrorKind::TooManyValues, Some(name)) => format!("{} takes no value", flag(name)),
        (ErrorKind::InvalidUtf8, _) => "the command line is not UTF-8".to_owned(),
        _ => "the command line cannot be parsed".to_owned(),
    };
    let path = path(argv);
    let near = meant(error, &path, argv);
    let hint = near.unwrap_or_else(|| format!("`{path} --help` shows the usage"));
    Error::usage(words).hinted(hint)
}

/// What was meant by a command or an option that is none; a question for whoever typed it.
fn meant(error: &clap::Error, path: &str, argv: &[OsString]) -> Option<String> {
    let tree = super::tree();
    let command = path.split(' ').skip(1).try_fold(&tree, |command, word| command.find_subcommand(word))?;
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let typed = context(error, ContextKind::InvalidSubcommand)?;
            slips::command(path, command, &typed).map(|meant| format!("did you mean `{meant}`?"))
        }
        ErrorKind::UnknownArgument => {
            let typed = context(error, ContextKind::InvalidArg)?;
            match value_with_hyphen(command, &typed, argv) {
                Some(option) => {
                    Some(format!("a value that begins with a hyphen stands behind a sign: `{option}='-…'`"))
                }
                None => slips::option(command, flag(&typed)).map(|meant| format!("did you mean {meant}?")),
            }
        }
        _ => None,
    }
}

/// The option whose value this was meant to be: it stands before it, and takes one.
fn value_with_hyphen(command: &clap::Command, typed: &str, argv: &[OsString]) -> Option<String> {
    let words: Vec<&str> = super::typed(argv).collect();
    let place = words.iter().position(|word| word.starts_with(flag(typed)))?;
    let before = words.get(place.checked_sub(1)?)?.strip_prefix("--")?;
    let takes = |arg: &&clap::Arg| arg.get_long() == Some(before) && arg.get_action().takes_values();
    command.get_arguments().find(takes).map(|_| format!("--{before}"))
}

/// A site number that stands where none belongs, in a command that takes `--site`.
fn stray_site(error: &clap::Error, argv: &[OsString]) -> Option<SiteNumber> {
    let words = path(argv);
    let command = CommandId::of_words(words.strip_prefix("pao ")?).filter(|command| command.takes().site);
    let typed = context(error, ContextKind::InvalidArg).filter(|_| command.is_some())?;
    typed.parse().ok()
}

fn twice(flag: &str) -> String {
    format!("{flag} is given twice")
}

/// A global option counts once, wherever it stands. clap sees that on each level of the command line alone.
///
/// # Errors
/// `usage`.
pub fn refuse_twice(argv: &[OsString]) -> Result<()> {
    let shared = GlobalOptions::augment_args(clap::Command::new("pao"));
    for arg in shared.get_arguments() {
        let Some(long) = arg.get_long() else { continue };
        let is_it = |word: &&str| {
            let name = word.split('=').next().unwrap_or(word);
            name.strip_prefix("--") == Some(long)
                || arg
                    .get_short()
                    .is_some_and(|short| name.strip_prefix('-').is_some_and(|name| name == short.to_string()))
        };
        if super::typed(argv).filter(is_it).count() > 1 {
            return Err(Error::usage(twice(&format!("--{long}"))).hinted("give it once"));
        }
    }
    Ok(())
}

/// The name of an option without the value that clap repeats after it.
fn flag(name: &str) -> &str {
    name.split([' ', '=']).next().unwrap_or(name)
}

/// A word that was typed, up to the first `=`, unless it could be a secret.
fn safe(word: &str) -> String {
    let name = flag(word);
    if looks_secret(name) { String::new() } else { name.to_owned() }
}

fn looks_secret(word: &str) -> bool {
    looks_like_code(word) || word.trim_start_matches('-').starts_with("pao_")
}

/// The command as far as it was understood: the words that are commands, whatever stands between them.
pub fn path(argv: &[OsString]) -> String {
    let parser = super::parser();
    let (mut path, mut command) = (String::from("pao"), &parser);
    for word in super::typed(argv) {
        let Some(below) = command.find_subcommand(word) else { continue };
        path.push(' ');
        path.push_str(below.get_name());
        command = below;
    }
    path
}

/// The command that a bare group means at a terminal where somebody can be asked; nothing anywhere else.
pub fn form(error: &clap::Error, argv: &[OsString], world: &World) -> Option<&'static str> {
    let bare =
        matches!(error.kind(), ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand);
    let silent = super::typed(argv).any(|word| word == "--no-input") || world.environment.says_yes("CI");
    let asked = world.terminal.stdin && world.terminal.stderr && !silent;
    (bare && asked && path(argv) == "pao provision").then_some("submit")
}
