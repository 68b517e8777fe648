//! `pao` keeps, in one SQLite file, who may act for a licence site and who says so.
//!
//! # The map
//! Each layer may name the ones below it, never one above:
//! - `cli`: what can be typed: the parser, help, completion, man pages, errors on their way out
//! - `command`: what each verb does: read, ask, decide, change, report; one file per verb, one folder per family. Beside them
//!   what all verbs share: `context` lends `session`, `prompt` and `output`, one at a time
//! - `import`: files with many lines, CSV and JSON: what each line says, and every bad one by its number
//! - `store`: the one file and the only place that speaks SQL; `change` writes and asks for the authority it needs,
//!   `authority` mints proofs inside one transaction, `query` loads what rules and reports read
//! - `mail`: how a letter becomes a message and travels: spool, SMTP, sendmail
//! - `notice`: the letters: kinds, texts, who gets which
//! - `folder`: folders that are made, and whose they are
//! - `error`: a code, words, a hint; one match from code to exit status
//! - `rules`: may they? facts in, `Ok` or a refusal out
//! - `model`: the nouns, parsed once at the edge
//! - `ui`, `world`: at the edge: reports and questions; clock, dice, environment, terminal, post
//! - `proofs`: what the compiler refuses, as doctests; no part of the program
//!
//! # Exit statuses
//! 0 done (or yes), 1 failed, 2 usage, 3 sign-in or code refused, 4 refused by a rule (or no), 5 not found, 6 conflict,
//! 7 unacceptable value, 8 too many tries, 9 busy, 10 missing, damaged or foreign database, 11 a dry run that was asked
//! for its exit status found something to do, 130 interrupted.
mod cli;
mod command;
mod error;
mod folder;
mod import;
pub mod mail;
pub mod model;
pub mod notice;
#[doc(hidden)]
pub mod proofs;
mod rules;
mod store;
pub mod ui;
pub mod world;

pub use error::Error;
pub use world::World;

use std::ffi::OsString;

/// Runs one command line in `world`. Gives the exit status.
pub fn run(argv: impl IntoIterator<Item = OsString>, world: &mut World) -> u8 {
    cli::run(argv, world)
}

/// Every command by its word in the audit trail, as in `access.revoke`: for checks that must not forget one.
pub fn commands() -> Vec<&'static str> {
    model::command_id::CommandId::ALL.iter().map(|id| id.word()).collect()
}

/// Rows of a database that are not as its audit trail tells them, by table and key, as `db check` names them: for tests that
/// look after every command.
///
/// # Errors
/// What the file says.
#[doc(hidden)]
pub fn untold_rows(database: &std::path::Path) -> Result<Vec<String>, Error> {
    store::check::untold_rows(database)
}

/// The columns of each table that the audit trail tells, and those that it does not; then the tables of which it tells nothing.
#[doc(hidden)]
pub fn told_columns() -> (Vec<(&'static str, &'static str, &'static str)>, &'static [&'static str]) {
    use store::told::tables::{TABLES, UNTOLD};
    (TABLES.iter().map(|table| (table.name, table.columns, table.uncovered)).collect(), &UNTOLD)
}

/// The files that are made from the parser, by their path in the source tree: completions and man pages.
///
/// # Errors
/// `internal` where one cannot be made.
pub fn generated() -> Result<Vec<(String, String)>, Error> {
    cli::generated()
}

/// How many good lines there are in a list of people with access, and in one of sites, as the imports read them. For fuzzing: no
/// rule is asked, no file opened.
#[doc(hidden)]
pub fn read_lists(bytes: &[u8]) -> [Result<u64, Error>; 2] {
    let people = || {
        let mut lines = import::Lines::of(&import::Origin::held(&mut &*bytes)?, &import::access::FORM)?;
        let mut good = 0;
        while let Some((_, cells)) = lines.advance()? {
            good += u64::from(
                cells.and_then(|cells| import::access::line(cells, model::moment::Moment::from_seconds(0))).is_ok(),
            );
        }
        Ok(good)
    };
    let sites = || {
        let lines = import::Lines::of(&import::Origin::held(&mut &*bytes)?, &import::site::FORM)?;
        import::site::read_all(lines).map(|(good, _)| good.len() as u64)
    };
    [people(), sites()]
}
