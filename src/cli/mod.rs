//! What can be typed, and the way from there to a verb and back to an exit status.
//!
//! What must hold: help always works, whatever the state of the machine. Every error, clap's own included, leaves
//! through [`fault::show`]: escaped, in JSON where that was asked for, with the right status. A usage error never
//! repeats what could be a secret.
mod access;
mod account;
mod audit;
mod bare;
mod completing;
mod completions;
mod config;
mod contact;
mod db;
mod early;
mod entitlement;
mod errors;
mod groups;
mod kept;
mod man;
mod nomination;
mod operator;
mod outbox;
mod person;
mod provider;
mod provision;
mod shared;
mod site;
mod token;
mod tree;
mod values;
mod version;
mod whole;

pub use tree::{Node, Part, TREE, Verb};
pub use whole::deeds;

use crate::command::{self, Context, Options, Outcome, Play};
use crate::error::{Error, Result};
use crate::rules::Code;
use crate::ui::colour::Colours;
use crate::ui::report::checked;
use crate::ui::{Format, Manner, fault};
use crate::world::World;
use clap::{ArgMatches, Command};
use early::Early;
use std::ffi::OsString;
use std::io::Write as _;
use std::mem::ManuallyDrop;

/// The command line, or the part of it that one line can mean.
pub fn command(part: Part<'_>) -> Command {
    root(part).subcommands(tree::within(TREE, part))
}

/// `pao` itself, without a command.
fn root(part: Part<'_>) -> Command {
    let root = Command::new("pao")
        .bin_name("pao")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Who may act for a licence site, and who says so")
        .disable_help_subcommand(true)
        .max_term_width(100)
        .disable_version_flag(true)
        .subcommand_value_name("COMMAND");
    let root = if part.gives("version", Some('V')) { root.arg(version::flag()) } else { root };
    shared::globals(root, part, false)
}

/// Runs one command line. Gives the exit status.
pub fn run(argv: impl IntoIterator<Item = OsString>, world: &mut World) -> u8 {
    let argv: Vec<OsString> = argv.into_iter().collect();
    if let Some(words) = completing::asked(&argv, world) {
        completing::answer(words, world);
        return 0;
    }
    let early = Early::look(&argv, world);
    let colours = Colours::decide(early.colour.as_deref(), |name| world.environment.get(name), &world.terminal);
    let answered = match version::wanted(&argv) {
        Some(wanted) => version::answer(wanted, early.json, colours, world),
        None => answer(&argv, colours, world),
    };
    let status = match answered {
        Ok(status) => status,
        Err(error) => {
            fault::show(&error, early.json, colours, &mut world.err);
            error.status()
        }
    };
    let _ = world.out.flush();
    let _ = world.err.flush();
    status
}

/// The files that are made from the parser, by path: completions and man pages.
///
/// # Errors
/// `internal`.
pub fn generated() -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for shell in completions::SHELLS {
        files.push((format!("completions/{}", completions::file(shell)), completions::fixed(shell)?));
    }
    files.extend(man::all()?.into_iter().map(|(name, page)| (format!("man/{name}"), page)));
    Ok(files)
}

/// `schema` as verbs are called.
fn schema(args: &command::schema::SchemaArgs, _: &mut Context<'_>) -> Result<Outcome> {
    command::schema::run(args)
}

/// What a verb plays other command lines with.
const PLAY: Play = Play { run: |argv, world| run(argv, world), act, help: help_of };

/// One command line up to what its verb hands back, for a verb that plays others.
fn act(argv: Vec<OsString>, world: &mut World) -> Result<Outcome> {
    let matches = parsed(&argv).map_err(|error| errors::said(&error, &argv))?;
    let call = called(&matches).ok_or_else(|| Error::usage("a command is missing"))?;
    let colours = Colours::decide(None, |name| world.environment.get(name), &world.terminal);
    let meant = understood(call, colours, world)?;
    Ok(perform(meant, &argv, world)?.outcome)
}

/// The whole is built only for those who need its words; neither it nor the matches are taken apart at the end.
fn parsed(argv: &[OsString]) -> Result<ManuallyDrop<ArgMatches>, clap::Error> {
    let small = ManuallyDrop::new(command(Part::For(argv))).try_get_matches_from_mut(argv);
    let matches = small.or_else(|_| ManuallyDrop::new(groups::grouped()).try_get_matches_from_mut(argv));
    matches.map(ManuallyDrop::new)
}

fn answer(argv: &[OsString], colours: Colours, world: &mut World) -> Result<u8> {
    Early::refuse_secrets(argv)?;
    let matches = match parsed(argv) {
        Ok(matches) => matches,
        Err(error) => return errors::answer(&error, argv, colours, world),
    };
    let Some(call) = called(&matches) else {
        if bare::is_meant(&matches, world) {
            return bare::answer(argv, colours, world);
        }
        return match errors::form(&matches, world) {
            Some(form) => answer(&[argv, &[form.into()]].concat(), colours, world),
            None => errors::without_a_verb(&matches, colours, world),
        };
    };
    let meant = understood(call, colours, world)?;
    if meant.verb.takes.list && !meant.options.no_input {
        world.page(&meant.manner);
    }
    let Performed { outcome, manner, same } = perform(meant, argv, world)?;
    let status = finish(outcome, &manner, world)?;
    if let Some(same) = same.filter(|_| status == 0 && !manner.quiet) {
        let _ = writeln!(world.err, "the same without a question: {}", crate::model::text::shown(&same));
    }
    Ok(status)
}

/// What a verb came to: its answer, how it is to be said, and the line that does the same without a question.
struct Performed {
    outcome: Outcome,
    manner: Manner,
    same: Option<String>,
}

/// What was called, and how it is to be done and answered.
struct Meant<'m> {
    verb: &'static Verb,
    leaf: &'m ArgMatches,
    options: Options,
    manner: Manner,
}

/// Gathers the shared options of a call.
fn understood<'m>((verb, leaf, levels): Called<'m>, colours: Colours, world: &mut World) -> Result<Meant<'m>> {
    let typed = shared::Typed::gather(&levels, verb, world)?;
    let manner = Manner {
        format: typed.format,
        quiet: typed.quiet,
        colours,
        terminal: world.terminal,
        columns: typed.columns.clone(),
        header: !typed.no_header,
        aside: None,
    };
    if manner.format == Format::Csv && !verb.takes.list {
        return Err(Error::usage("--format csv is for lists only").hinted("use `--format json`"));
    }
    if typed.options.no_input {
        world.stop_asking();
    }
    Ok(Meant { verb, leaf, options: typed.options, manner })
}

/// Does what was called.
fn perform(meant: Meant<'_>, argv: &[OsString], world: &mut World) -> Result<Performed> {
    let Meant { verb, leaf, options, manner } = meant;
    let (outcome, same) = {
        let mut cx = Context::new(world, options, manner.clone(), verb.deed, PLAY);
        let outcome = (verb.run)(leaf, &mut cx).map_err(|error| cx.with_what_was_meant(error));
        cx.note_use();
        (outcome, cx.same_in_one_line(argv))
    };
    Ok(Performed { outcome: outcome?, manner, same })
}

/// What the help says of an option, `--role` or `<ID>`, of a deed.
fn help_of(deed: &str, flag: &str) -> Option<String> {
    let verb = tree::verb_of(TREE, deed)?;
    let command = (verb.build)(Command::new(verb.name));
    let (long, name) = (flag.strip_prefix("--"), flag.trim_matches(['<', '>']));
    let is_it = |arg: &&clap::Arg| match long {
        Some(long) => arg.get_long() == Some(long),
        None => arg.get_value_names().is_some_and(|names| names.iter().any(|known| known == name)),
    };
    Some(command.get_arguments().find(is_it)?.get_help()?.to_string())
}

fn finish(outcome: Outcome, manner: &Manner, world: &mut World) -> Result<u8> {
    let Outcome { report, status, error } = outcome;
    let written = report.write(manner, &mut world.out, &mut world.err).and_then(|()| checked(world.out.flush()));
    if let Some(error) = error {
        fault::show(&error, manner.format == Format::Json, manner.colours, &mut world.err);
    }
    match written {
        // What was refused keeps its status; what was done is done, but the caller has not seen the answer.
        Err(error) if status == 0 => Err(error),
        _ => Ok(status),
    }
}

/// The verb that was called, its own matches, and the matches of every level above it.
type Called<'m> = (&'static Verb, &'m ArgMatches, Vec<&'m ArgMatches>);

fn called(matches: &ArgMatches) -> Option<Called<'_>> {
    let mut levels = vec![matches];
    let (mut nodes, mut level) = (TREE, matches);
    loop {
        let (name, below) = level.subcommand()?;
        levels.push(below);
        match nodes.iter().find(|node| node.name() == name)? {
            Node::Verb(verb) => return Some((verb, below, levels)),
            Node::Family { verbs, .. } => (nodes, level) = (verbs, below),
        }
    }
}

/// For a verb whose arguments clap cannot hand over: a mistake in the tree.
pub(crate) fn broken(error: &clap::Error) -> Error {
    Error::new(Code::Internal, format!("the command line was not understood: {}", error.kind()))
}
