//! Where a command answers, and in which form.
//!
//! What must hold: a command hands back a [`Report`] and the program writes it; only what is streamed, and what has to be read before the
//! next question, is written here.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::ui::column::{Column, select};
use crate::ui::list::ListWriter;
use crate::ui::progress::Progress;
use crate::ui::report::Report;
use crate::ui::{Format, OutputOptions};
use crate::world::World;
use std::io::Write;

/// Where a command answers.
pub struct Output<'c> {
    out: &'c mut dyn Write,
    err: &'c mut dyn Write,
    meter: bool,
    pub options: OutputOptions,
}

impl<'c> Output<'c> {
    /// To the streams of this world, as it was asked for.
    pub(super) fn to(world: &'c mut World, options: OutputOptions) -> Self {
        let options = OutputOptions { now: Some(world.clock.now()), ..options };
        Self { out: &mut world.out, err: &mut world.err, meter: world.meter, options }
    }

    /// How this command was asked to answer.
    pub fn options(&self) -> &OutputOptions {
        &self.options
    }

    /// Whether the answer is read by a person at a terminal.
    pub fn is_read_by_people(&self) -> bool {
        self.options.format == Format::Table && self.options.terminal.stdout
    }

    /// Now, where moments are shown to a person; nothing where they are shown exactly.
    pub fn relative_to(&self) -> Option<Moment> {
        self.options.now.filter(|_| self.is_read_by_people())
    }

    /// Checked before the file is opened: `--columns` names some of these.
    ///
    /// # Errors
    /// `invalid_value`.
    pub fn are_columns(&self, columns: &[Column]) -> Result<()> {
        select(columns, self.options.columns.as_deref(), false).map(drop)
    }

    /// Begins a list that is written while it is read.
    ///
    /// # Errors
    /// As [`ListWriter::begin`].
    pub fn list(&mut self, columns: &[Column]) -> Result<ListWriter<'_>> {
        ListWriter::begin(&self.options, columns, self.out)
    }

    /// Shows what was done before the next question is asked; which command comes next is not said then.
    ///
    /// # Errors
    /// As [`Report::write`].
    pub fn show(&mut self, report: Report) -> Result<()> {
        let mut options = self.options.clone();
        options.terminal.stderr = false;
        report.write(&options, self.out, self.err)
    }

    /// Writes a line of the answer before the rest of it. Whoever stops reading does not stop the command.
    pub fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}").and_then(|()| self.out.flush());
    }

    /// Where an answer goes that a program reads as it comes: lines of JSON, a copy of the file.
    pub fn lines(&mut self) -> &mut dyn Write {
        self.out
    }

    /// Tells how far long work has come.
    pub fn progress(&self, what: &'static str) -> Progress {
        Progress::watched(self.meter && !self.options.quiet, what)
    }
}
