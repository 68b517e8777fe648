//! What a command has to say once it is done: the answer on stdout, the rest of the conversation on stderr.
//!
//! What must hold: a stdout that is full never hides on stderr what was done; a reader that went away is no failure;
//! with JSON, stdout holds one document and nothing else.
use crate::error::{Error, Result};
use crate::model::shell::CommandLine;
use crate::model::text;
use crate::rules::Code;
use crate::ui::colour::Paint;
use crate::ui::prose::{self, Part};
use crate::ui::wrap;
use crate::ui::{Format, OutputOptions};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Debug, Clone)]
enum Answer {
    Nothing,
    Object { json: String, prose: Vec<Part> },
}

/// The answer of a command and what is said beside it.
#[derive(Debug, Clone)]
#[must_use]
pub struct Report {
    answer: Answer,
    warnings: Vec<String>,
    status: Vec<String>,
    mail: Vec<String>,
    dry_run: bool,
    next: Option<CommandLine>,
    empty: Option<&'static str>,
}

impl Report {
    /// No answer; there may be status lines.
    pub const fn nothing() -> Self {
        Self::of(Answer::Nothing)
    }

    /// One object: its JSON for programs, `prose` for people.
    ///
    /// # Errors
    /// `internal` where the record cannot be serialized.
    pub fn object(record: &impl Serialize, prose: Vec<Part>) -> Result<Self> {
        Ok(Self::of(Answer::Object { json: serialized(record)?, prose }))
    }

    const fn of(answer: Answer) -> Self {
        Self {
            answer,
            warnings: Vec::new(),
            status: Vec::new(),
            mail: Vec::new(),
            dry_run: false,
            next: None,
            empty: None,
        }
    }

    /// Adds a line about what was done: "Revoked cy@example.com at 7000017".
    pub fn status(mut self, line: impl Into<String>) -> Self {
        self.status.push(line.into());
        self
    }

    /// Adds a line about what became of a letter; it stands behind what was done.
    pub fn mail(mut self, line: impl Into<String>) -> Self {
        self.mail.push(line.into());
        self
    }

    /// Says, behind everything that would have been done, that it was not.
    pub fn dry_run(mut self) -> Self {
        self.dry_run = true;
        self
    }

    /// Adds a line about what deserves a look.
    pub fn warning(mut self, line: impl Into<String>) -> Self {
        self.warnings.push(line.into());
        self
    }

    /// Says which command comes next, to people at a terminal.
    pub fn next(mut self, command: CommandLine) -> Self {
        self.next = Some(command);
        self
    }

    /// What a person is told instead of a table without rows.
    pub(super) fn empty(mut self, line: &'static str) -> Self {
        self.empty = Some(line).filter(|line| !line.is_empty());
        self
    }

    /// Writes everything and flushes both streams. What stderr says is said even where stdout fails.
    ///
    /// # Errors
    /// `io` where the answer could not be written (not for a closed pipe); `invalid_value` for unknown `--columns`.
    pub fn write(self, output_options: &OutputOptions, out: &mut dyn Write, err: &mut dyn Write) -> Result<()> {
        let answered = self.answer(output_options, out).and_then(|()| checked(out.flush()));
        let _ = self.conversation(output_options, err);
        answered
    }

    fn answer(&self, output_options: &OutputOptions, out: &mut dyn Write) -> Result<()> {
        match &self.answer {
            Answer::Nothing => Ok(()),
            Answer::Object { json, .. } if output_options.format == Format::Json => {
                checked(writeln!(out, "{}", text::json_shown(json)))
            }
            Answer::Object { prose, .. } => checked(prose::write(prose, output_options, out)),
        }
    }

    fn conversation(&self, output_options: &OutputOptions, err: &mut dyn Write) -> io::Result<()> {
        let way = &output_options.way;
        if !output_options.quiet {
            for line in &self.warnings {
                let line = way.sentence(line);
                writeln!(err, "{} {}", Paint::Yellow.on(output_options.colours.err, "warning:"), text::shown(&line))?;
            }
            if let Some(line) = self.empty.filter(|_| output_options.format == Format::Table) {
                writeln!(err, "{line}")?;
            }
            let width = output_options.terminal.width.filter(|_| output_options.terminal.stderr);
            for line in self.status.iter().chain(&self.mail) {
                for line in wrap::lines(&text::shown(&way.sentence(line)), width, 0) {
                    writeln!(err, "{line}")?;
                }
            }
            if self.dry_run {
                writeln!(err, "Dry run: nothing was changed")?;
            }
            if let Some(command) =
                self.next.as_ref().filter(|_| output_options.terminal.stderr && output_options.format == Format::Table)
            {
                let command = command.clone().on(way);
                writeln!(err, "{} {command}", Paint::Cyan.on(output_options.colours.err, "next:"))?;
            }
        }
        err.flush()
    }
}

pub(super) fn serialized(record: &impl Serialize) -> Result<String> {
    serde_json::to_string(record)
        .map_err(|error| Error::new(Code::Internal, format!("the answer cannot be written as JSON: {error}")))
}

/// A write to stdout, judged: a reader that went away has read enough, anything else is `io`.
///
/// # Errors
/// `io` with the words of the operating system.
pub fn checked(written: io::Result<()>) -> Result<()> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow::Error::new(error).context("the answer cannot be written").into())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Terminal;
    use serde_json::json;

    fn output_options(format: Format, person: bool) -> OutputOptions {
        OutputOptions::new(
            format,
            Terminal { stdin: person, stdout: person, stderr: person, width: None, height: None },
        )
    }

    fn said(report: Report, output_options: &OutputOptions) -> (String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        report.write(output_options, &mut out, &mut err).expect("written");
        (String::from_utf8(out).expect("UTF-8"), String::from_utf8(err).expect("UTF-8"))
    }

    fn details() -> Report {
        let prose = vec![
            Part::Pair("site", "7000017".into()),
            Part::Pair("company", "A\x1b B".into()),
            Part::Pair("note", String::new()),
            Part::Line(String::new()),
            Part::Block("one\ntwo\t\n".into()),
            Part::Table(&["id"], vec![vec!["a\x07".into()]]),
        ];
        Report::object(&json!({"site": "7000017\u{202e}"}), prose)
            .expect("an object")
            .status("Enrolled 7000017\x1b")
            .warning("no Secondary Contact")
            .next(crate::model::shell::pao("status"))
    }

    #[test]
    fn people_get_an_aligned_sheet_and_programs_one_document() {
        let (out, err) = said(details(), &output_options(Format::Table, true));
        assert_eq!(out, "site     7000017\ncompany  A\\u{1b} B\nnote\n\none\ntwo\\t\nid\na\\u{7}\n");
        assert_eq!(err, "warning: no Secondary Contact\nEnrolled 7000017\\u{1b}\nnext: pao status\n");
        let (out, err) = said(details(), &output_options(Format::Json, true));
        assert_eq!(out, "{\"site\":\"7000017\\u202e\"}\n");
        assert_eq!(err, "warning: no Secondary Contact\nEnrolled 7000017\\u{1b}\n");
    }

    #[test]
    fn next_is_for_terminals_and_quiet_says_nothing_at_all() {
        let (_, err) = said(details(), &output_options(Format::Table, false));
        assert_eq!(err, "warning: no Secondary Contact\nEnrolled 7000017\\u{1b}\n");
        let (_, err) = said(details(), &OutputOptions { quiet: true, ..output_options(Format::Table, true) });
        assert_eq!(err, "");
    }

    struct Broken(io::ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_told_and_hides_nothing_but_a_closed_pipe_is_fine() {
        for format in [Format::Table, Format::Json] {
            let mut err = Vec::new();
            let failed =
                details().write(&output_options(format, false), &mut Broken(io::ErrorKind::StorageFull), &mut err);
            assert_eq!(failed.map_err(|error| error.code), Err(Code::Io));
            assert!(String::from_utf8_lossy(&err).contains("Enrolled"));
            let piped = details().write(
                &output_options(format, false),
                &mut Broken(io::ErrorKind::BrokenPipe),
                &mut Vec::new(),
            );
            assert_eq!(piped, Ok(()));
        }
        let silent =
            details().write(&output_options(Format::Table, false), &mut Vec::new(), &mut Broken(io::ErrorKind::Other));
        assert_eq!(silent, Ok(()));
    }
}
