//! The shared options: defined once, shown where they apply, gathered from every level of the command line.
//!
//! What must hold: an option may stand before or after the command, but once only. Flags come before the environment.
use crate::cli::tree::{Part, Verb};
use crate::command::{Options, Takes};
use crate::error::{Error, Result};
use crate::ui::Format;
use crate::world::World;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::PathBuf;

/// One shared option.
struct Shared {
    id: &'static str,
    short: Option<char>,
    value: Option<&'static str>,
    help: &'static str,
    /// Whether a command takes it; `None` takes it everywhere.
    applies: Option<fn(Takes) -> bool>,
}

const fn everywhere(id: &'static str, short: Option<char>, value: Option<&'static str>, help: &'static str) -> Shared {
    Shared { id, short, value, help, applies: None }
}

const SHARED: &[Shared] = &[
    everywhere("db", None, Some("PATH"), "The database file [env: PAO_DB]"),
    everywhere("format", None, Some("FORMAT"), "How to answer: table, json, or csv for lists [env: PAO_FORMAT]"),
    everywhere("json", None, None, "Short for --format json"),
    Shared {
        id: "site",
        short: None,
        value: Some("NUMBER"),
        help: "The site; may be left out by whoever has access to exactly one [env: PAO_SITE]",
        applies: Some(|takes| takes.site),
    },
    everywhere("as", None, Some("ID"), "Act as this ID for this one command; asks for the password [env: PAO_ID]"),
    everywhere(
        "password-file",
        None,
        Some("PATH"),
        "File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]",
    ),
    everywhere("no-input", None, None, "Never ask anything [env: CI]"),
    everywhere("yes", Some('y'), None, "Answer yes to confirmations"),
    Shared {
        id: "dry-run",
        short: Some('n'),
        value: None,
        help: "Show what would happen, and change nothing",
        applies: Some(|takes| takes.dry_run),
    },
    everywhere("quiet", Some('q'), None, "No status lines on stderr"),
    everywhere("color", None, Some("WHEN"), "Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]"),
    Shared {
        id: "limit",
        short: None,
        value: Some("N"),
        help: "At most so many rows",
        applies: Some(|takes| takes.list),
    },
    Shared {
        id: "after",
        short: None,
        value: Some("KEY"),
        help: "Only rows after this key",
        applies: Some(|takes| takes.list),
    },
    Shared {
        id: "columns",
        short: None,
        value: Some("NAMES"),
        help: "Only these columns, as in id,role (table and csv)",
        applies: Some(|takes| takes.list),
    },
    Shared {
        id: "no-header",
        short: None,
        value: None,
        help: "No line with the names of the columns (table and csv)",
        applies: Some(|takes| takes.list),
    },
];

impl Shared {
    fn arg(&self) -> Arg {
        let arg = Arg::new(self.id).long(self.id).help(self.help).help_heading("Global options");
        let arg = self.short.into_iter().fold(arg, Arg::short);
        match self.value {
            Some(name) => arg.value_name(name).num_args(1).value_parser(clap::value_parser!(std::ffi::OsString)),
            None => arg.action(ArgAction::SetTrue),
        }
    }
}

/// Every shared option, for the levels above a verb.
pub fn globals(command: Command, part: Part<'_>, hidden: bool) -> Command {
    let given = SHARED.iter().filter(|shared| part.gives(shared.id, shared.short));
    command.args(given.map(|shared| shared.arg().hide(hidden)))
}

/// The shared options that a verb takes; those that apply everywhere are shown by `pao --help` only.
pub fn leaf(command: Command, takes: Takes, about: &'static str, more: &'static str) -> Command {
    let applying = SHARED.iter().filter(|shared| shared.applies.is_none_or(|applies| applies(takes)));
    let command = command.args(applying.map(|shared| {
        let needed = (shared.id == "yes" && takes.hard) || (shared.id == "password-file" && takes.password);
        let shown = shared.applies.is_some() || needed;
        shared.arg().help_heading(None::<&str>).hide(!shown)
    }));
    let command = command.about(about).long_about(None::<&str>).disable_help_subcommand(true);
    if more.is_empty() { command } else { command.after_long_help(more) }
}

/// What was given for the shared options.
pub struct Typed {
    pub options: Options,
    pub format: Format,
    pub quiet: bool,
    pub columns: Option<String>,
    pub no_header: bool,
}

/// One option, looked for on every level of the command line.
struct Levels<'a> {
    levels: &'a [&'a ArgMatches],
    takes: Takes,
    command: String,
}

impl Levels<'_> {
    /// Once at most, and only where it applies.
    fn place(&self, id: &str) -> Result<Option<&ArgMatches>> {
        let typed = |matches: &&&ArgMatches| {
            matches.try_contains_id(id).is_ok() && matches.value_source(id) == Some(ValueSource::CommandLine)
        };
        let mut places = self.levels.iter().filter(typed);
        let Some(place) = places.next() else { return Ok(None) };
        if places.next().is_some() {
            return Err(Error::usage(format!("--{id} is given twice")).hinted("give it once"));
        }
        let shared = SHARED.iter().find(|shared| shared.id == id);
        if shared.and_then(|shared| shared.applies).is_some_and(|applies| !applies(self.takes)) {
            return Err(Error::usage(format!("--{id} does not apply to `{}`", self.command))
                .hinted(format!("`{} --help` lists what does", self.command)));
        }
        Ok(Some(place))
    }

    fn flag(&self, id: &str) -> Result<bool> {
        Ok(self.place(id)?.is_some())
    }

    fn path(&self, id: &str) -> Result<Option<PathBuf>> {
        Ok(self.place(id)?.and_then(|place| place.get_one::<std::ffi::OsString>(id)).map(PathBuf::from))
    }

    fn text(&self, id: &str) -> Result<Option<String>> {
        let Some(value) = self.path(id)? else { return Ok(None) };
        match value.into_os_string().into_string() {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(Error::usage(format!("--{id}: the value is not UTF-8"))),
        }
    }
}

impl Typed {
    /// Gathers flags, then the environment.
    ///
    /// # Errors
    /// `usage` for an option given twice or where it does not apply; `invalid_value` for an unknown format.
    pub fn gather(levels: &[&ArgMatches], verb: &Verb, world: &World) -> Result<Self> {
        let command = format!("pao {}", verb.deed.replace('.', " "));
        let given = Levels { levels, takes: verb.takes, command };
        let env = |name: &str| world.environment.set_and_not_empty(name).map(str::to_owned);
        let site = given.text("site")?.or_else(|| verb.takes.site.then(|| env("PAO_SITE")).flatten());
        let password_file = given.path("password-file")?;
        let db_typed = given.path("db")?;
        let options = Options {
            db_typed: db_typed.clone(),
            db: db_typed.or_else(|| world.environment.raw("PAO_DB").filter(|path| !path.is_empty()).map(PathBuf::from)),
            site,
            act_as: given.text("as")?,
            token: env("PAO_TOKEN"),
            env_id: env("PAO_ID"),
            password_file_typed: password_file.is_some(),
            password_file: password_file.or_else(|| env("PAO_PASSWORD_FILE").map(PathBuf::from)),
            no_input: given.flag("no-input")? || world.environment.says_yes("CI"),
            yes: given.flag("yes")?,
            dry_run: given.flag("dry-run")?,
            // What redeems a passcode is the one change by somebody signed in that cannot be rehearsed (cli.md, "Principles").
            changes: verb.takes.dry_run || verb.deed == "authorize",
            quiet: given.flag("quiet")?,
            limit: given.text("limit")?,
            after: given.text("after")?,
            glance: false,
        };
        colour(given.text("color")?.as_deref())?;
        let (columns, no_header) = (given.text("columns")?, given.flag("no-header")?);
        Ok(Self { format: format(&given, env("PAO_FORMAT"))?, quiet: options.quiet, columns, no_header, options })
    }
}

fn format(given: &Levels<'_>, env: Option<String>) -> Result<Format> {
    let typed = given.text("format")?;
    let typed = typed.map(|word| Format::parse(&word, "format")).transpose()?;
    if given.flag("json")? {
        return match typed {
            None | Some(Format::Json) => Ok(Format::Json),
            Some(_) => Err(Error::usage("--json and --format contradict each other").hinted("give one of them")),
        };
    }
    match (typed, env) {
        (Some(format), _) => Ok(format),
        (None, Some(word)) => Ok(Format::parse(&word, "format")?),
        (None, None) => Ok(Format::Table),
    }
}

fn colour(word: Option<&str>) -> Result<()> {
    match word {
        None | Some("auto" | "always" | "never") => Ok(()),
        Some(_) => Err(Error::invalid("color", "color: must be one of auto, always, never")),
    }
}
