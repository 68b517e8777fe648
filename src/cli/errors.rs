//! What clap says, in our words: escaped, without secrets, through the one door for errors.
use crate::error::{Error, Result};
use crate::model::code::looks_like_code;
use crate::ui::colour::Colours;
use crate::ui::report::checked;
use crate::world::World;
use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::io::Write as _;

/// Help and version are answers; everything else is a usage error.
///
/// # Errors
/// `usage`; `io` where help cannot be written.
pub fn answer(error: &clap::Error, argv: &[OsString], colours: Colours, world: &mut World) -> Result<u8> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let styled = error.render();
        let text = if colours.out { styled.ansi().to_string() } else { styled.to_string() };
        checked(write!(world.out, "{text}"))?;
        checked(world.out.flush())?;
        return Ok(0);
    }
    Err(said(error, argv))
}

/// A usage error in one sentence, and what would help.
pub fn said(error: &clap::Error, argv: &[OsString]) -> Error {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).map(|name| safe(&name));
    let words = match (error.kind(), &argument) {
        (ErrorKind::UnknownArgument, Some(name)) if name.starts_with('-') => format!("there is no option {name} here"),
        (ErrorKind::UnknownArgument, _) => "there is a word too many on the command line".to_owned(),
        (ErrorKind::InvalidSubcommand, _) => {
            let typed = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            if looks_secret(&typed) {
                "there is no such command".to_owned()
            } else {
                format!("there is no command {typed}")
            }
        }
        (ErrorKind::ArgumentConflict, Some(name)) => match context(ContextKind::PriorArg) {
            Some(other) if flag(&other) != flag(name) => format!("{} does not go with {}", flag(name), flag(&other)),
            _ => format!("{} is given twice", flag(name)),
        },
        (ErrorKind::MissingRequiredArgument, Some(name)) => format!("{} is missing", flag(name)),
        (ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues, Some(name)) => {
            format!("{} needs a value", flag(name))
        }
        (ErrorKind::TooManyValues, Some(name)) => format!("{} takes no value", flag(name)),
        (ErrorKind::InvalidUtf8, _) => "the command line is not UTF-8".to_owned(),
        _ => "the command line is not understood".to_owned(),
    };
    let near = context(ContextKind::SuggestedArg).or_else(|| context(ContextKind::SuggestedSubcommand));
    let hint = near.map_or_else(
        || format!("`{} --help` lists what can be typed", path(argv)),
        |near| format!("did you mean {near}?"),
    );
    Error::usage(words).hinted(hint)
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
fn path(argv: &[OsString]) -> String {
    let mut path = String::from("pao");
    let mut nodes = super::TREE;
    for word in argv.iter().skip(1).filter_map(|word| word.to_str()) {
        let Some(node) = nodes.iter().find(|node| node.name() == word) else { continue };
        path.push(' ');
        path.push_str(word);
        match node {
            super::Node::Family { verbs, .. } => nodes = verbs,
            super::Node::Verb(_) => break,
        }
    }
    path
}

/// The verb that a bare group means at a terminal where somebody can be asked; nothing anywhere else.
pub fn form(matches: &ArgMatches, world: &World) -> Option<&'static str> {
    let (name, below) = matches.subcommand()?;
    let (_, form) = super::tree::FORMS.iter().find(|(family, _)| *family == name)?;
    let typed = |level: &&ArgMatches| matches!(level.try_get_one::<bool>("no-input"), Ok(Some(true)));
    let silent = [matches, below].iter().any(typed) || world.environment.says_yes("CI");
    let terminal = world.terminal;
    let asked = terminal.stdin && terminal.stderr && !silent && below.subcommand().is_none();
    asked.then_some(*form)
}

/// A bare `pao` shows short help; a bare group does too, on stderr, and is a usage error.
///
/// # Errors
/// `usage`; `io` where help cannot be written.
pub fn without_a_verb(matches: &ArgMatches, colours: Colours, world: &mut World) -> Result<u8> {
    let mut shown = super::groups::grouped();
    shown.build();
    let mut names = vec!["pao".to_owned()];
    let mut level = matches;
    while let Some((name, below)) = level.subcommand() {
        names.push(name.to_owned());
        level = below;
        let found = shown.find_subcommand(name).cloned();
        shown = found.unwrap_or(shown);
    }
    let help = shown.render_help();
    if names.len() == 1 {
        let text = if colours.out { help.ansi().to_string() } else { help.to_string() };
        checked(write!(world.out, "{text}"))?;
        checked(world.out.flush())?;
        return Ok(0);
    }
    let _ = write!(world.err, "{help}");
    let name = names.join(" ");
    Err(Error::usage(format!("`{name}` needs a command")).hinted(format!("`{name} --help` lists them")))
}
