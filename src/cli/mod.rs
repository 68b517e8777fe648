//! What can be typed, and the way from there to a command and back to an exit status.
//!
//! What must hold: help always works, whatever the state of the machine. Every error, clap's own included, leaves
//! through [`fault::show`]: escaped, in JSON where that was asked for, with the right status. A usage error never
//! repeats what could be a secret.
mod arguments;
mod bare;
mod candidates;
mod completing;
mod completions;
mod errors;
mod groups;
mod guests;
mod man;
mod slips;
mod unbroken;
mod values;

use crate::command::options::{GlobalOptions, Led, Options};
use crate::command::{self, Context, Outcome, Program};
use crate::error::{Error, Result};
use crate::model::behind::Behind;
use crate::model::shell::CommandLine;
use crate::model::way::Way;
use crate::rules::{self, Code};
use crate::ui::colour::{Colours, When};
use crate::ui::report::checked;
use crate::ui::terminal;
use crate::ui::{Format, OutputOptions, fault};
use crate::world::World;
use arguments::{Cli, Command, help_texts, parser, touched, tree};
use clap::{FromArgMatches as _, ValueEnum as _};
use std::ffi::OsString;
use std::io::Write as _;

/// Parses a command line, all of it, before anything is opened or asked.
fn parse(argv: &[OsString]) -> Result<Cli, clap::Error> {
    let mut parser = parser();
    let matches = parser.try_get_matches_from_mut(argv)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut parser))
}

/// Runs one command line. Gives the exit status.
pub fn run(argv: impl IntoIterator<Item = OsString>, world: &mut World) -> u8 {
    let argv: Vec<OsString> = argv.into_iter().collect();
    if guests::is_ssh_command(&argv) {
        world.environment.keep_what_sshd_says();
    }
    if let Some(words) = completing::asked(&argv, world) {
        completing::answer(words, world);
        return 0;
    }
    // Known before the line is parsed: a line that cannot be parsed fails in colour and in JSON, too.
    let colours = colours(value_of("--color", &argv).and_then(|word| When::from_str(word, false).ok()), world);
    terminal::paint(colours.err);
    let json = wants_json(&argv, world);
    if let Some(reach) = command::reach::of(world) {
        world.way = Way::Through(reach);
    }
    let status = answer(&argv, colours, world).unwrap_or_else(|error| {
        let error = for_its_reader(error, world).on(&world.way);
        fault::show(&error, json, colours, width(world), &mut world.err);
        error.status()
    });
    let _ = world.out.flush();
    let _ = world.err.flush();
    status
}

/// What a guest is told names no path of this machine; root is told why a file may be out of reach.
fn for_its_reader(error: Error, world: &World) -> Error {
    match (&world.behind, world.folders.for_database("")) {
        (Behind::Guest(_), Ok(database)) => error.without_the_place(&database),
        (Behind::Owner { .. }, _) if error.code == Code::Io && error.hint.is_none() => {
            error.hinted("`sudo pao` works as the user pao: what only root may read or write is out of its reach")
        }
        _ => error,
    }
}

fn colours(when: Option<When>, world: &World) -> Colours {
    Colours::decide(when, |name| world.environment.get(name), &world.terminal)
}

/// How wide the terminal is at which errors are read, if they are.
fn width(world: &World) -> Option<u16> {
    world.terminal.width.filter(|_| world.terminal.stderr)
}

fn wants_json(argv: &[OsString], world: &World) -> bool {
    let format = value_of("--format", argv).or_else(|| value_of("-o", argv));
    typed(argv).any(|word| word == "--json")
        || format.or_else(|| world.environment.set_and_not_empty("PAO_FORMAT")) == Some("json")
}

/// The words behind the name of the program, up to `--`.
fn typed(argv: &[OsString]) -> impl Iterator<Item = &str> {
    argv.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--")
}

/// The value of an option in a line that is not parsed yet.
fn value_of<'a>(flag: &str, argv: &'a [OsString]) -> Option<&'a str> {
    let mut words = typed(argv);
    while let Some(word) = words.next() {
        match word.strip_prefix(flag) {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.get(1..),
            _ => {}
        }
    }
    None
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

/// What `start` and `demo` play other command lines with.
const PROGRAM: Program = Program { run: |argv, world| run(argv, world), act };

/// One command line up to what its command hands back, for a command that plays others.
fn act(argv: Vec<OsString>, led: Led, world: &mut World) -> Result<Outcome> {
    let Cli { global, command, .. } = parse(&argv).map_err(|error| errors::said(&error, &argv))?;
    guests::only_streams(&argv, &world.behind)?;
    let command = command.ok_or_else(|| Error::usage("a command is missing"))?;
    let mut invocation = understood(command, global, world)?;
    invocation.options.led = Some(led);
    Ok(perform(&invocation, &argv, world)?.0)
}

fn answer(argv: &[OsString], colours: Colours, world: &mut World) -> Result<u8> {
    if let Some(line) = slips::stand_in(argv) {
        return answer(&line, colours, world);
    }
    errors::refuse_twice(argv)?;
    let Cli { global, version, verbose, command } = match parse(argv) {
        Ok(cli) => cli,
        Err(error) => match errors::form(&error, argv, world) {
            Some(form) => return answer(&[argv, &[form.into()]].concat(), colours, world),
            None => return errors::answer(&error, argv, colours, world),
        },
    };
    guests::only_streams(argv, &world.behind)?;
    if version {
        return print_version(verbose, &global, colours, world);
    }
    let Some(command) = command else {
        return if bare::is_meant(world) { bare::answer(argv, colours, world) } else { help(colours, world) };
    };
    let invocation = understood(command, global, world)?;
    if invocation.command.id().takes().list && !invocation.options.no_input {
        world.page(&invocation.output_options);
    }
    let (outcome, same) = perform(&invocation, argv, world)?;
    let output_options = &invocation.output_options;
    let status = finish(outcome, output_options, world)?;
    if let Some(same) = same.filter(|_| status == 0 && !output_options.quiet) {
        let _ = writeln!(world.err, "the same without a question: {same}");
    }
    Ok(status)
}

fn print_version(verbose: bool, global: &GlobalOptions, colours: Colours, world: &mut World) -> Result<u8> {
    let format = global.format(&world.environment)?;
    if verbose || format == Format::Json {
        let output_options = OutputOptions { colours, ..OutputOptions::new(format, world.terminal) };
        command::version::report()?.write(&output_options, &mut world.out, &mut world.err)?;
    } else {
        checked(writeln!(world.out, concat!("pao ", env!("CARGO_PKG_VERSION"))))?;
    }
    checked(world.out.flush())?;
    Ok(0)
}

/// Short help: what `pao` alone prints in a pipe.
fn help(colours: Colours, world: &mut World) -> Result<u8> {
    let help = groups::grouped(guests::shown(tree(), world)).render_help();
    let text = if colours.out { help.ansi().to_string() } else { help.to_string() };
    checked(write!(world.out, "{text}").and_then(|()| world.out.flush()))?;
    Ok(0)
}

/// What was called, and how it is to be done and answered.
struct Invocation {
    command: Command,
    options: Options,
    output_options: OutputOptions,
}

/// Gathers what holds for one call.
fn understood(command: Command, mut global: GlobalOptions, world: &mut World) -> Result<Invocation> {
    guests::may_run(&world.behind, command.id())?;
    if let Some(number) = command.site_number() {
        global.at_site(number)?;
    }
    let output_options = OutputOptions {
        format: global.format(&world.environment)?,
        quiet: global.quiet,
        colours: colours(global.color, world),
        terminal: world.terminal,
        columns: global.columns.clone(),
        now: None,
        header: !global.no_header,
        aside: None,
        way: global.db.clone().map_or_else(|| world.way.clone(), Way::On),
    };
    let options =
        Options { way: output_options.way.clone(), ..Options::gather(global, command.id(), &world.environment)? };
    if output_options.format == Format::Csv && !command.id().takes().list {
        return Err(Error::usage("--format csv is for lists only").hinted("use `--format json`"));
    }
    if options.no_input {
        world.stop_asking();
    }
    Ok(Invocation { command, options, output_options })
}

/// Runs the command. Gives what it came to, and the line that does the same without a question.
fn perform(invocation: &Invocation, argv: &[OsString], world: &mut World) -> Result<(Outcome, Option<CommandLine>)> {
    let Invocation { command, options, output_options } = invocation;
    let id = command.id();
    // What a question says beside itself: only where one can be asked.
    let help = if world.terminal.stdin && world.terminal.stderr { help_texts(id) } else { Vec::new() };
    let mut cx = Context::new(world, options.clone(), output_options.clone(), id, PROGRAM, help);
    let outcome = command.run(&mut cx).map_err(|error| {
        let error = cx.with_what_was_meant(error);
        cx.with_whom_to_ask(error).on(&output_options.way)
    });
    cx.session().note_use();
    if id.takes().dry_run || rules::service::is_a_door(id) {
        // Whatever came of it: the time that passes tells nobody which address is known.
        cx.session().wake_delivery();
    }
    let warning = cx.session().keep_head();
    let outcome = outcome.map(|outcome| match warning {
        Some(warning) => Outcome { report: outcome.report.warning(warning), ..outcome },
        None => outcome,
    });
    Ok((outcome?, cx.prompt().same_in_one_line(argv)))
}

fn finish(outcome: Outcome, output_options: &OutputOptions, world: &mut World) -> Result<u8> {
    let Outcome { report, status, error, password: _ } = outcome;
    let output_options = &OutputOptions { now: Some(world.clock.now()), ..output_options.clone() };
    let written =
        report.write(output_options, &mut world.out, &mut world.err).and_then(|()| checked(world.out.flush()));
    if let Some(error) = error.map(|error| for_its_reader(error, world).on(&output_options.way)) {
        fault::show(
            &error,
            output_options.format == Format::Json,
            output_options.colours,
            width(world),
            &mut world.err,
        );
    }
    match written {
        // What was refused keeps its status; what was done is done, but the caller has not seen the answer.
        Err(error) if status == 0 => Err(error),
        _ => Ok(status),
    }
}
