//! The options that many commands share (cli.md, "Global options and environment").
use crate::error::{Error, Result};
use std::path::PathBuf;

/// Which of the shared options a command takes; only these appear in its help.
#[derive(Debug, Clone, Copy, Default)]
pub struct Takes {
    /// `--site`: the command is about one site.
    pub site: bool,
    /// `--dry-run`: the command changes something.
    pub dry_run: bool,
    /// `--yes` is needed without a terminal: the command is hard to undo.
    pub hard: bool,
    /// `--limit`, `--after`, `--columns`, `--no-header`, and csv: the command prints a list.
    pub list: bool,
    /// `--password-file` is shown in its help: the command asks for a password.
    pub password: bool,
}

/// What was given for the shared options, from the command line or the environment; not judged yet.
#[derive(Debug, Default)]
pub struct Options {
    pub db: Option<PathBuf>,
    /// `--db` as it was typed; nothing where the path comes from the environment.
    pub db_typed: Option<PathBuf>,
    /// As it was given; for somebody who came in by an automation token, the token's own where none was given.
    pub site: Option<String>,
    pub act_as: Option<String>,
    pub token: Option<String>,
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
    pub limit: Option<String>,
    pub after: Option<String>,
    /// A look that nobody would miss: nothing is waited for, brought up to date or noted.
    pub glance: bool,
}

impl Options {
    /// `--limit` as a number of rows.
    ///
    /// # Errors
    /// `invalid_value`.
    pub fn limit(&self) -> Result<Option<i64>> {
        self.limit
            .as_deref()
            .map(|text| {
                let number = text.parse::<i64>().ok().filter(|number| *number >= 1);
                number.ok_or_else(|| Error::invalid("limit", "limit: must be a whole number from 1"))
            })
            .transpose()
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
