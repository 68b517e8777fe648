//! An answer for people, part by part.
//!
//! What must hold: foreign characters are escaped when a part is written, and a command is never broken.
use crate::model::moment::Moment;
use crate::model::text;
use crate::ui::OutputOptions;
use crate::ui::colour::Paint;
use crate::ui::column::Column;
use crate::ui::table::Table;
use crate::ui::wrap;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A part of an answer for people. Foreign characters in it are escaped when it is written.
#[derive(Debug, Clone)]
pub enum Part {
    /// One line; an empty one is a gap.
    Line(String),
    /// A name and its value. Neighbours of this kind are aligned.
    Pair(&'static str, String),
    /// The same with a moment, if it has come to that: "2 h ago", and exactly.
    When(&'static str, Option<Moment>),
    /// One line that is set off by its colour: a line of a difference.
    Marked(Paint, String),
    /// Text whose own line breaks count: a letter, a page.
    Block(String),
    /// Text of our own that a program reads, as it is, tabs included: a script, roff.
    Source(String),
    /// A table inside a longer answer: the names of its columns, and its rows.
    Table(&'static [&'static str], Vec<Vec<String>>),
}

/// Writes all parts.
pub(super) fn write(prose: &[Part], output_options: &OutputOptions, out: &mut dyn Write) -> io::Result<()> {
    let prose: Vec<Part> = prose.iter().cloned().map(|part| dated(part, output_options)).collect();
    let alike = |one: &Part, other: &Part| matches!((one, other), (Part::Pair(..), Part::Pair(..)));
    for group in prose.chunk_by(alike) {
        let width = group.iter().map(|part| if let Part::Pair(name, _) = part { name.width() } else { 0 }).max();
        for part in group {
            part_to(part, width.unwrap_or(0), output_options, out)?;
        }
    }
    Ok(())
}

/// A moment as people read it: at a terminal as seen from now, too.
fn dated(part: Part, output_options: &OutputOptions) -> Part {
    match part {
        Part::When(name, None) => Part::Pair(name, "-".to_owned()),
        Part::When(name, Some(moment)) => {
            let relative = output_options.now.filter(|_| output_options.terminal.stdout);
            Part::Pair(
                name,
                relative.map_or_else(|| moment.to_string(), |now| format!("{} ({moment})", moment.relative_to(now))),
            )
        }
        part => part,
    }
}

fn part_to(part: &Part, width: usize, output_options: &OutputOptions, out: &mut dyn Write) -> io::Result<()> {
    match part {
        Part::Line(line) => {
            let lines = wrap::lines(&text::shown(line), output_options.terminal.width, 0);
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))
        }
        Part::When(..) => part_to(&dated(part.clone(), output_options), width, output_options, out),
        Part::Marked(paint, line) => writeln!(out, "{}", paint.on(output_options.colours.out, &text::shown(line))),
        Part::Pair(name, value) => {
            let gap = " ".repeat(width.saturating_sub(name.width()) + 2);
            // The name is painted once the lines are known: paint takes no columns.
            let line = format!("{name}{gap}{}", text::shown(value));
            // A command is copied whole.
            let columns = output_options.terminal.width.filter(|_| !value.starts_with("pao "));
            let mut lines = wrap::lines(&line, columns, width + 2).into_iter();
            let first = lines.next().unwrap_or_default();
            let value = first.strip_prefix(name).unwrap_or_default().trim_end();
            writeln!(out, "{}{value}", Paint::Dim.on(output_options.colours.out, name))?;
            lines.try_for_each(|line| writeln!(out, "{}", line.trim_end()))
        }
        Part::Block(block) => block.lines().try_for_each(|line| writeln!(out, "{}", text::shown(line))),
        Part::Source(text) => out.write_all(text.as_bytes()),
        Part::Table(header, rows) => {
            let mut table = Table::new(header.iter().map(|name| Column::new(name)).collect(), output_options);
            rows.iter().try_for_each(|row| table.push(row.iter().map(String::as_str), out))?;
            table.end(out)
        }
    }
}
