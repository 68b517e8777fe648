//! Command lines that people paste into a shell, and scripts that they run. Every one that is shown anywhere is built here.
//!
//! What must hold: sh, bash and zsh read back exactly the words that were meant, as one command, and no character that [`shown`]
//! would hide stands in what is printed. Words have no line breaks: no text that is taken from anybody has.
use crate::model::text::shown;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

/// A command line of `pao`, as it is pasted. What is foreign in it comes in by [`arg`](Self::arg) and
/// [`option`](Self::option) alone, which quote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CommandLine(String);

/// `pao` and these words: names of commands and options, and placeholders in capitals.
pub fn pao(words: &'static str) -> CommandLine {
    CommandLine(format!("pao {words}"))
}

/// `pao` and these words, as somebody typed them, or could.
pub fn typed<W: Display>(words: impl IntoIterator<Item = W>) -> CommandLine {
    CommandLine("pao".to_owned()).words(words)
}

impl CommandLine {
    /// The same with one more argument.
    #[must_use]
    pub fn arg(mut self, value: impl Display) -> Self {
        let _ = write!(self.0, " {}", quoted(&value.to_string()));
        self
    }

    /// The same with an option and its value, as [`option`] writes them.
    #[must_use]
    pub fn option(mut self, flag: &str, value: impl Display) -> Self {
        let _ = write!(self.0, " {}", option(flag, &value.to_string()));
        self
    }

    /// The same with an option that takes no value.
    #[must_use]
    pub fn switch(mut self, flag: &str) -> Self {
        let _ = write!(self.0, " {flag}");
        self
    }

    /// The same with more words, each of them one.
    #[must_use]
    pub fn words<W: Display>(self, words: impl IntoIterator<Item = W>) -> Self {
        words.into_iter().fold(self, Self::arg)
    }

    /// What is pasted.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for CommandLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An option and its value. A value that begins with a hyphen stays a value.
pub fn option(flag: &str, value: &str) -> String {
    let sign = if value.starts_with('-') { '=' } else { ' ' };
    format!("{flag}{sign}{}", quoted(value))
}

/// One word. Plain ones stay as they are, the others are quoted; hidden characters, which nobody could see or type, are spelled
/// with `printf`.
pub fn quoted(word: &str) -> String {
    let plain = |symbol: char| symbol.is_ascii_alphanumeric() || "-_.@/:=,+%".contains(symbol);
    // zsh looks a word that begins with `=` up as a command.
    if !word.is_empty() && word.chars().all(plain) && !word.starts_with('=') {
        return word.to_owned();
    }
    let mut quoted = String::new();
    let symbols: Vec<char> = word.chars().collect();
    for run in symbols.chunk_by(|one, other| is_hidden(*one) == is_hidden(*other)) {
        let text: String = run.iter().collect();
        if run.first().is_some_and(|symbol| is_hidden(*symbol)) {
            let _ = write!(quoted, "\"$(printf '{}')\"", octal(&text));
        } else {
            // Single quotes, in which no shell gives a sign a meaning; `!` has one in double quotes at a bash prompt.
            let _ = write!(quoted, "'{}'", text.replace('\'', r"'\''"));
        }
    }
    if quoted.is_empty() { "''".to_owned() } else { quoted }
}

fn is_hidden(symbol: char) -> bool {
    matches!(shown(symbol.encode_utf8(&mut [0; 4])), Cow::Owned(_))
}

/// The bytes of a text as `printf` spells them.
fn octal(text: &str) -> String {
    text.bytes().fold(String::new(), |mut octal, byte| {
        let _ = write!(octal, "\\{byte:03o}");
        octal
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    const HOSTILE: [&str; 14] = [
        "",
        "ann@example.com",
        "--role",
        "O'Brien & Sons",
        "$(rm -rf /) `x` \\ \"y\" *",
        "o`id`x@example.com",
        "Jürgen 王",
        "نامه\u{200c}ای",
        "a\u{202e}b\u{1b}[2J",
        "~x",
        "=ls",
        "wow!!{a,b}",
        "#x ^y",
        "-",
    ];

    #[test]
    fn every_shell_reads_back_what_was_quoted() {
        for shell in ["sh", "bash", "zsh"] {
            for word in HOSTILE {
                let quoted = quoted(word);
                assert!(!quoted.contains(is_hidden), "{quoted}");
                let line = format!("printf '%s.' {quoted}");
                let said = Command::new(shell).args(["-c", &line]).output().expect(shell);
                assert_eq!(String::from_utf8_lossy(&said.stdout), format!("{word}."), "{shell}: {quoted}");
            }
        }
    }

    #[test]
    fn plain_words_stay_readable_and_a_hyphen_makes_no_option_of_a_value() {
        let line = pao("access add").arg("bob@example.com").option("--note", "left; back in May");
        assert_eq!(line.as_str(), "pao access add bob@example.com --note 'left; back in May'");
        assert_eq!(pao("access add").option("--note", "-5 %").as_str(), "pao access add --note='-5 %'");
    }
}
