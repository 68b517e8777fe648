//! The options that commands share (cli.md, "Global options and environment").
//!
//! What must hold: one definition. Each may stand before or after the command (clap hands global options up and down), once
//! only, and where [`CommandId::takes`] says that it means something. Flags come before the environment.
//!
//! # What would hurt
//! `#[arg(env)]`: clap would read the environment of the process, behind the back of `World`.
use crate::error::{Error, Result};
use crate::model::code::MailedCode;
use crate::model::command_id::CommandId;
use crate::model::email::Address;
use crate::model::secret::Secret;
use crate::model::shell;
use crate::model::site::SiteNumber;
use crate::model::way::Way;
use crate::ui::Format;
use crate::ui::colour::When;
use crate::world::Environment;
use clap::Args;
use std::path::PathBuf;

// No doc comment here: it would replace the first line of help.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct GlobalOptions {
    /// The database file [env: PAO_DB]
    #[arg(long, global = true, value_name = "PATH")]
    pub db: Option<PathBuf>,
    /// How to answer: table, json, or csv for lists [env: PAO_FORMAT]
    #[arg(long, short = 'o', global = true, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Short for --format json
    #[arg(long, global = true)]
    pub json: bool,
    /// The site; may be left out by whoever has access to exactly one [env: PAO_SITE]
    #[arg(long, global = true, value_name = "NUMBER")]
    pub site: Option<SiteNumber>,
    /// Act as this ID for this one command; asks for the password [env: PAO_ID]
    #[arg(long = "as", global = true, value_name = "ID")]
    pub act_as: Option<Address>,
    /// File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]
    #[arg(long, global = true, value_name = "PATH")]
    pub password_file: Option<PathBuf>,
    /// File with a sign-in or automation token; - is standard input, read before anything else
    #[arg(long, global = true, value_name = "PATH")]
    pub token_file: Option<PathBuf>,
    /// Never ask anything [env: CI]
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Answer yes to confirmations
    #[arg(long, short, global = true)]
    pub yes: bool,
    /// Show what would happen, and change nothing
    #[arg(long, short = 'n', global = true)]
    pub dry_run: bool,
    /// No status lines on stderr
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]
    #[arg(long, global = true, value_name = "WHEN", hide_possible_values = true)]
    pub color: Option<When>,
    /// At most so many rows
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
    /// Only rows after this key
    #[arg(long, global = true, value_name = "KEY")]
    pub after: Option<String>,
    /// Only these columns, as in id,role (table and csv)
    #[arg(long, global = true, value_name = "NAMES")]
    pub columns: Option<String>,
    /// No line with the names of the columns (table and csv)
    #[arg(long, global = true)]
    pub no_header: bool,
}

impl GlobalOptions {
    /// Takes the site that a command has as its argument.
    ///
    /// # Errors
    /// `usage` where `--site` names another one.
    pub fn at_site(&mut self, number: &SiteNumber) -> Result<()> {
        match self.site.replace(number.clone()) {
            Some(other) if other != *number => {
                Err(Error::usage("the argument and --site name different sites").hinted("give one of them"))
            }
            _ => Ok(()),
        }
    }

    /// Whether the help of a command shows the option of this name: those that mean something there. `pao --help` shows all.
    pub fn shown(option: &str, command: CommandId) -> bool {
        let takes = command.takes();
        match option {
            "site" => takes.site,
            "dry_run" => takes.dry_run,
            "yes" => takes.hard,
            "password_file" => takes.password,
            "limit" | "after" | "columns" | "no_header" => takes.list,
            _ => false,
        }
    }

    /// # Errors
    /// `usage` for an option that means nothing to the command; `--yes` and `--password-file` do no harm anywhere.
    fn judge(&self, command: CommandId) -> Result<()> {
        let takes = command.takes();
        let given = [
            ("--site", self.site.is_some(), takes.site),
            ("--dry-run", self.dry_run, takes.dry_run),
            ("--limit", self.limit.is_some(), takes.list),
            ("--after", self.after.is_some(), takes.list),
            ("--columns", self.columns.is_some(), takes.list),
            ("--no-header", self.no_header, takes.list),
        ];
        let Some((flag, ..)) = given.iter().find(|(_, given, applies)| *given && !applies) else { return Ok(()) };
        let command = shell::typed(command.words().split(' '));
        Err(Error::usage(format!("{flag} does not apply to `{command}`"))
            .hinted(format!("`{command} --help` lists what it takes")))
    }

    /// # Errors
    /// `usage` where `--json` and `--format` contradict each other; `invalid_value` for what the environment says.
    pub fn format(&self, environment: &Environment) -> Result<Format> {
        match (self.json, self.format, environment.set_and_not_empty("PAO_FORMAT")) {
            (true, Some(Format::Table | Format::Csv), _) => {
                Err(Error::usage("--json and --format contradict each other").hinted("give one of them"))
            }
            (true, ..) => Ok(Format::Json),
            (false, Some(format), _) => Ok(format),
            (false, None, Some(word)) => Ok(Format::parse(word, "format")?),
            (false, None, None) => Ok(Format::Table),
        }
    }
}

/// What `start` hands on to a command that it plays, so that it is not asked for again.
#[derive(Debug, Clone, Default)]
pub struct Led {
    /// The password that was chosen or typed on the way.
    pub password: Option<Secret>,
    /// The code that was pasted on the way.
    pub code: Option<MailedCode>,
}

/// What holds for this one command, from the command line or the environment.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub db: Option<PathBuf>,
    /// `--db` as it was typed; nothing where the path comes from the environment.
    pub db_typed: Option<PathBuf>,
    /// How commands that are printed get to this registry.
    pub way: Way,
    /// As it was given; for somebody who came in by an automation token, the token's own where none was given.
    pub site: Option<SiteNumber>,
    pub act_as: Option<Address>,
    pub token: Option<String>,
    pub token_file: Option<PathBuf>,
    pub env_id: Option<String>,
    pub password_file: Option<PathBuf>,
    /// Whether `--password-file` was typed, rather than taken from the environment.
    pub password_file_typed: bool,
    pub no_input: bool,
    pub yes: bool,
    pub dry_run: bool,
    /// Whether the command changes something: what it is refused is put on record.
    pub changes: bool,
    pub quiet: bool,
    pub limit: Option<u32>,
    pub after: Option<String>,
    /// Played by `start`, which asks for what comes next itself.
    pub led: Option<Led>,
    /// Whether a registry of which entries are gone that the caller knew is refused.
    pub knows_the_trail: bool,
    /// A look that nobody would miss: nothing is waited for, brought up to date or noted.
    pub glance: bool,
    /// Whether somebody watches how far long work has come.
    pub watched: bool,
}

impl Options {
    /// What was typed, and where nothing was, what the environment says.
    ///
    /// # Errors
    /// `usage` for an option that means nothing to the command; `invalid_value` for `PAO_SITE`.
    pub fn gather(typed: GlobalOptions, command: CommandId, environment: &Environment) -> Result<Self> {
        typed.judge(command)?;
        let variable = |name: &str| environment.set_and_not_empty(name).map(str::to_owned);
        let path = |name: &str| environment.raw(name).filter(|path| !path.is_empty()).map(PathBuf::from);
        let usual_site = variable("PAO_SITE").filter(|_| command.takes().site && typed.site.is_none());
        let usual_site = usual_site.map(|text| SiteNumber::parse(&text, "site")).transpose()?;
        Ok(Self {
            db: typed.db.clone().or_else(|| path("PAO_DB")),
            way: Way::Here,
            db_typed: typed.db,
            site: typed.site.or(usual_site),
            act_as: typed.act_as,
            token: variable("PAO_TOKEN"),
            token_file: typed.token_file,
            env_id: variable("PAO_ID"),
            password_file_typed: typed.password_file.is_some(),
            password_file: typed.password_file.or_else(|| path("PAO_PASSWORD_FILE")),
            no_input: typed.no_input || environment.says_yes("CI"),
            yes: typed.yes,
            dry_run: typed.dry_run,
            // What redeems a passcode is the one change by somebody signed in that knows no dry run (cli.md, "Principles").
            changes: command.takes().dry_run || command == CommandId::Authorize,
            quiet: typed.quiet,
            limit: typed.limit,
            after: typed.after,
            led: None,
            knows_the_trail: !command.is_about_the_file(),
            glance: false,
            watched: false,
        })
    }

    /// `--limit` as a number of rows.
    pub fn limit(&self) -> Option<i64> {
        self.limit.map(i64::from)
    }

    /// `--after` where the key of the list is a number.
    ///
    /// # Errors
    /// `invalid_value`.
    pub fn after_number(&self) -> Result<i64> {
        self.after.as_deref().map_or(Ok(0), |text| {
            text.parse::<i64>().map_err(|_| Error::invalid("after", "after: must be a number from the list"))
        })
    }
}
