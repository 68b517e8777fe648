//! Commands in help texts, kept in one line: clap breaks lines at spaces, and half a command that is pasted runs as a whole one.
//!
//! Their spaces are glued before clap lays a text out, and are spaces again before it is printed.
use clap::Command;

/// A space at which no line is broken.
const GLUE: char = '\u{a0}';

/// The parser with every command in its texts glued, in examples and between backticks.
pub fn glued(command: Command) -> Command {
    let command = match command.get_after_long_help().map(ToString::to_string) {
        Some(text) => command.after_long_help(glue(&text)),
        None => command,
    };
    let command = command.mut_args(|arg| match arg.get_help().map(ToString::to_string) {
        Some(text) if text.contains('`') => arg.help(glue(&text)),
        _ => arg,
    });
    command.mut_subcommands(glued)
}

/// What clap laid out, as it is printed.
pub fn loosened(text: &str) -> String {
    text.replace(GLUE, " ")
}

fn glue(text: &str) -> String {
    let lines = text.lines().map(|line| {
        if line.starts_with("  ") {
            return line.replace(' ', &GLUE.to_string());
        }
        let between = line.split('`').enumerate();
        let pieces = between.map(|(place, piece)| match place % 2 {
            1 => piece.replace(' ', &GLUE.to_string()),
            _ => piece.to_owned(),
        });
        pieces.collect::<Vec<_>>().join("`")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{GLUE, glue, loosened};

    #[test]
    fn commands_are_glued_and_sentences_are_not() {
        let text = "See `pao help deployment`, or not.\n\nExamples:\n  pao login ID";
        let glued = glue(text);
        assert_eq!(glued.matches(GLUE).count(), 2 + 4);
        assert!(glued.starts_with("See `pao\u{a0}help\u{a0}deployment`, or not.\n\nExamples:\n\u{a0}"));
        assert_eq!(loosened(&glued), text);
    }
}
