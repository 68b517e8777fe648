//! `--version`: one line, before anything is built that it does not need; with `--verbose` or `--json` how it was built.
use crate::command;
use crate::error::Result;
use crate::ui::colour::Colours;
use crate::ui::report::checked;
use crate::ui::{Format, Manner};
use crate::world::World;
use clap::{Arg, ArgAction};
use std::ffi::OsString;
use std::io::Write as _;

/// How much is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wanted {
    Line,
    Build,
}

/// What is wanted of a line that asks for the version and nothing else.
pub fn wanted(argv: &[OsString]) -> Option<Wanted> {
    let words = argv.get(1..)?;
    if !words.iter().any(|word| word == "--version" || word == "-V") {
        return None;
    }
    let (mut wanted, mut before) = (Wanted::Line, "");
    for word in words {
        let word = word.to_str()?;
        match (before, word) {
            (_, "--version" | "-V") => {}
            (_, "--verbose" | "--json" | "--format" | "--format=json") | ("--format", "json") => {
                wanted = Wanted::Build;
            }
            _ => return None,
        }
        before = word;
    }
    Some(wanted)
}

/// The flag, for help; a line of its own never comes to the parser.
pub fn flag() -> Arg {
    let help = "Print version; with --verbose or --json also how it was built";
    Arg::new("version").short('V').long("version").action(ArgAction::Version).help(help)
}

/// Says it.
///
/// # Errors
/// `io`.
pub fn answer(wanted: Wanted, json: bool, colours: Colours, world: &mut World) -> Result<u8> {
    match wanted {
        Wanted::Line => checked(writeln!(world.out, concat!("pao ", env!("CARGO_PKG_VERSION"))))?,
        Wanted::Build => {
            let format = if json { Format::Json } else { Format::Table };
            let manner = Manner { colours, ..Manner::new(format, world.terminal) };
            command::version::report()?.write(&manner, &mut world.out, &mut world.err)?;
        }
    }
    checked(world.out.flush())?;
    Ok(0)
}
