//! One page, from a command of the parser: what `clap_mangen` knows to write, and our own sections behind it.
//!
//! # What would hurt
//! `clap_mangen` leaves blank lines and breaks where mandoc wants none, and shows no examples; both are mended here.
use crate::error::{Error, Result};
use crate::rules::Code;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::fmt::Write as _;
use std::io;

use super::sections::{self, Line, Section};

/// The page about the rules.
pub const RULES: &str = "pao-rules.7";
/// When the pages last said something new, by hand: a page that bears today's date differs every day.
const DATE: &str = "2026-11-22";
const SOURCE: &str = concat!("pao ", env!("CARGO_PKG_VERSION"));
const MANUAL: &str = "pao";
/// Longer lines of source are bad style, says mandoc.
const WIDTH: usize = 78;

/// The file name of a command's page, as in `pao-access-add.1`.
pub fn file(command: &Command) -> String {
    format!("{}.1", full_name(command))
}

fn full_name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// A command's page, as roff.
///
/// # Errors
/// `internal`.
pub fn of(command: &Command) -> Result<String> {
    let name = full_name(command).to_owned();
    let man =
        Man::new(command.clone()).title(name.to_uppercase()).section("1").date(DATE).source(SOURCE).manual(MANUAL);
    let mut text = Vec::new();
    rendered(&man, command, &mut text).map_err(|error| broken(&error))?;
    let mut text = String::from_utf8(text).map_err(|error| broken(&error))?;
    let mut roff = Roff::new();
    for section in sections::of(command) {
        write(&section, &mut roff);
    }
    text.push_str(&roff.render());
    Ok(tidied(&text))
}

fn rendered(man: &Man, command: &Command, text: &mut Vec<u8>) -> io::Result<()> {
    man.render_title(text)?;
    man.render_name_section(text)?;
    man.render_synopsis_section(text)?;
    man.render_description_section(text)?;
    man.render_options_section(text)?;
    if command.has_subcommands() {
        man.render_subcommands_section(text)?;
    }
    Ok(())
}

/// The page about the rules, as roff.
pub fn rules() -> String {
    let mut roff = Roff::new();
    roff.control("TH", ["PAO-RULES", "7", DATE, SOURCE, MANUAL]);
    for section in sections::of_rules() {
        write(&section, &mut roff);
    }
    tidied(&roff.render())
}

fn write(section: &Section, roff: &mut Roff) {
    roff.control("SH", [section.title]);
    for line in &section.lines {
        match line {
            Line::Text(text) => {
                roff.control("PP", []);
                roff.text([roman(text)]);
            }
            Line::Head(text) => {
                roff.control("SS", [text.as_str()]);
            }
            Line::Pair(word, meaning) => {
                roff.control("TP", []);
                roff.text([bold(word)]);
                roff.text([roman(meaning)]);
            }
            Line::See(pages) => {
                for (at, (name, number)) in pages.iter().enumerate() {
                    let sign = if at + 1 == pages.len() { "" } else { "," };
                    roff.text([italic(name), roman(format!("({number}){sign}"))]);
                }
            }
            Line::Code(lines) => {
                roff.control("PP", []);
                roff.control("EX", []);
                for line in lines {
                    roff.text([roman(line)]);
                }
                roff.control("EE", []);
            }
        }
    }
}

/// Without the blank lines, the trailing spaces, the breaks that mean nothing and the preamble that stands before every
/// section; with lines of text that fit into [`WIDTH`].
fn tidied(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut to_be_typed = false;
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let first_in_section = lines.last().is_some_and(|last| last.starts_with(".SH") || last.starts_with(".SS"));
        let twice = line == ".br" && lines.last().is_some_and(|last| last == ".br");
        if twice
            || (first_in_section && matches!(line, ".PP" | ".br"))
            || (is_preamble(line) && lines.iter().any(|old| old == line))
        {
            continue;
        }
        to_be_typed = line == ".EX" || (to_be_typed && line != ".EE");
        if to_be_typed || line.starts_with('.') {
            lines.push(line.to_owned());
        } else {
            wrap(line, &mut lines);
        }
    }
    lines.join("\n") + "\n"
}

/// The lines by which `roff` gives an apostrophe its shape.
fn is_preamble(line: &str) -> bool {
    line.starts_with(".ie ") || line.starts_with(".el ")
}

/// Breaks a line of text at its spaces; none of the new lines begins with a sign that roff would obey.
fn wrap(line: &str, lines: &mut Vec<String>) {
    let mut rest = String::new();
    for word in line.split(' ') {
        let obeyed = word.starts_with(['.', '\'']);
        if !rest.is_empty() && rest.len() + 1 + word.len() > WIDTH && !obeyed {
            lines.push(std::mem::take(&mut rest));
        }
        if !rest.is_empty() {
            rest.push(' ');
        }
        rest.push_str(word);
    }
    lines.push(rest);
}

/// A command's page, as text for a terminal.
pub fn text(command: &Command) -> String {
    let mut text = command.clone().after_long_help("").render_long_help().to_string().trim_end().to_owned();
    text.push('\n');
    for section in sections::of(command) {
        plain(&section, &mut text);
    }
    text
}

/// The page about the rules, as text for a terminal.
pub fn rules_text() -> String {
    let mut text = String::new();
    for section in sections::of_rules() {
        plain(&section, &mut text);
    }
    text.trim_start().to_owned()
}

fn plain(section: &Section, text: &mut String) {
    let _ = writeln!(text, "\n{}", section.title);
    for line in &section.lines {
        // Writing to a String cannot fail.
        let _ = match line {
            Line::Text(line) => writeln!(text, "  {line}"),
            Line::Head(head) => writeln!(text, "\n  {head}"),
            Line::Pair(word, meaning) => writeln!(text, "  {word}\n      {meaning}"),
            Line::Code(lines) => lines.iter().try_for_each(|line| writeln!(text, "      {line}")),
            Line::See(pages) => {
                let names: Vec<String> = pages.iter().map(|(name, number)| format!("{name}({number})")).collect();
                writeln!(text, "  {}", names.join(", "))
            }
        };
    }
}

fn broken(error: &dyn std::fmt::Display) -> Error {
    Error::new(Code::Internal, format!("the page could not be made: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{tidied, wrap};

    #[test]
    fn text_is_wrapped_and_what_is_to_be_typed_is_not() {
        let long = "word ".repeat(30);
        let page = tidied(&format!(".SH X\n.PP\n\n{long}\n.EX\n{long}\n.EE\n.ie a\n.br\n.br\n.ie a\n"));
        let lines: Vec<&str> = page.lines().collect();
        assert_eq!((lines[0], lines[1].len(), lines[2].len(), lines[3]), (".SH X", 74, 74, ".EX"));
        assert_eq!((lines[4], &lines[5..]), (long.trim_end(), &[".EE", ".ie a", ".br"][..]));
    }

    #[test]
    fn no_line_begins_with_a_request_that_was_a_word() {
        let mut lines = Vec::new();
        wrap(&format!("{} .pem 'quoted'", "x".repeat(76)), &mut lines);
        assert_eq!(lines.len(), 1, "{lines:?}");
    }
}
