//! `pao schema COMMAND`: what a command answers with `--format json`, as a JSON Schema (2020-12), and the error object.
//!
//! What must hold: a schema is made from the very type that the command prints; nothing is written twice. Keys may be
//! added one day (cli.md, "JSON shapes"), so no schema forbids a key that it does not know.
mod shapes;

pub use shapes::{error, of, version};

use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::near::nearest;
use crate::model::shell;
use crate::rules::Code;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::{Context, Outcome};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao schema access list
  pao schema error")]
pub struct SchemaArgs {
    /// The command, as in access list; or error, or version
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

const EXAMPLES: &str = "every command has one, as in `pao schema access list`; `pao schema error` is the error object";

/// Prints one schema; JSON in every format.
///
/// # Errors
/// `usage` without a command; `not_found`.
pub fn run(args: &SchemaArgs, _cx: &mut Context<'_>) -> Result<Outcome> {
    let typed = args.command.join(" ");
    if typed.is_empty() {
        return Err(Error::usage("<COMMAND> is missing").hinted(EXAMPLES));
    }
    let (mut schema, title) = match typed.as_str() {
        "error" => (error(), "the error object".to_owned()),
        "version" => (version(), "pao --version --verbose".to_owned()),
        // As it is typed, or as the audit trail calls it.
        words => match CommandId::of_words(&words.replace('.', " ")) {
            Some(command) => (of(command), shell::typed(command.words().split(' ')).to_string()),
            None => return Err(unknown(words)),
        },
    };
    schema.insert("title".to_owned(), title.into());
    let lines = serde_json::to_string_pretty(&schema)
        .map_err(|error| Error::new(Code::Internal, format!("the schema cannot be written as JSON: {error}")))?;
    Ok(Report::object(&schema, vec![Part::Block(lines)])?.into())
}

fn unknown(typed: &str) -> Error {
    let error = Error::new(Code::NotFound, "there is no schema of that name");
    let commands: Vec<String> = CommandId::ALL.iter().map(|command| command.words()).collect();
    let family = format!("{typed} ");
    let within: Vec<&str> = commands.iter().filter_map(|words| words.strip_prefix(&family)).collect();
    if !within.is_empty() {
        return error.hinted(format!("each of its commands has one: {}", within.join(", ")));
    }
    error.hinted(match nearest(typed, commands.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{}`?", shell::typed(["schema"].into_iter().chain(near.split(' ')))),
        None => EXAMPLES.to_owned(),
    })
}
