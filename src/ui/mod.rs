//! Where `pao` meets a person or a pipe: questions, answers, tables, errors and their colours.
//!
//! What must hold: every foreign text passes through `model::text` on its way out, and nothing here decides what may be
//! done. What is asked goes to stderr, what is answered goes to stdout.
pub mod ask;
pub mod colour;
pub mod column;
pub mod csv;
pub mod fault;
pub mod list;
pub mod pager;
pub mod plain;
pub mod progress;
pub mod prose;
pub mod report;
mod signals;
mod table;
pub mod terminal;
pub mod wrap;

pub use signals::{leave_keys, limit_questions, restore};

use crate::model::moment::Moment;
use crate::model::way::Way;
use colour::Colours;
use std::path::PathBuf;

/// Which of the standard streams are terminals, and how large the one on stdout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terminal {
    /// Somebody can type.
    pub stdin: bool,
    /// The answer is read by a person.
    pub stdout: bool,
    /// The conversation is read by a person.
    pub stderr: bool,
    /// Columns of the terminal on stdout; `None` where there is none, or where it does not say.
    pub width: Option<u16>,
    /// Lines of that terminal; `None` likewise.
    pub height: Option<u16>,
}

crate::words! {
    /// How an answer is written (cli.md, `--format`).
    Format {
        /// For people: sentences, detail views and tables.
        Table "table",
        /// For programs: one document.
        Json "json",
        /// For spreadsheets: lists only.
        Csv "csv",
    }
}

/// How this one command was asked to speak.
#[derive(Debug, Clone)]
pub struct OutputOptions {
    /// `--format`, `--json`.
    pub format: Format,
    /// `--quiet`: no status lines, no next step.
    pub quiet: bool,
    /// Where colour is wanted.
    pub colours: Colours,
    /// Who is listening.
    pub terminal: Terminal,
    /// `--columns a,b,c`.
    pub columns: Option<String>,
    /// Now, where moments are shown as seen from it.
    pub now: Option<Moment>,
    /// Whether a list opens with its column names; `--no-header` says no.
    pub header: bool,
    /// Where a long list may put lines aside: the folder of the database, once it is known.
    pub aside: Option<PathBuf>,
    /// How commands that are printed get to this registry from where they are read.
    pub way: Way,
}

impl OutputOptions {
    /// As most commands answer: plain text, every column, a header.
    pub fn new(format: Format, terminal: Terminal) -> Self {
        let colours = Colours::default();
        Self {
            format,
            quiet: false,
            colours,
            terminal,
            columns: None,
            now: None,
            header: true,
            aside: None,
            way: Way::Here,
        }
    }
}
