//! Words as a POSIX shell takes them, for command lines that people copy and scripts that they run.
//!
//! What must hold: a shell reads back exactly the word that was quoted, and no character that [`shown`] would hide stands in
//! what is printed. Words have no line breaks: no text that is taken from anybody has.
use crate::model::text::shown;
use std::borrow::Cow;
use std::fmt::Write as _;

/// One word. Plain ones stay as they are; single quotes where they are enough, so that `shellcheck` finds nothing that looks
/// like a mistake; hidden characters are spelled with `printf`.
pub fn quoted(word: &str) -> String {
    let plain = |symbol: char| symbol.is_ascii_alphanumeric() || "-_.@/:=,+%".contains(symbol);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let means_something = |symbol: char| matches!(symbol, '\'' | '$' | '`' | '\\') || is_hidden(symbol);
    if !word.contains(means_something) {
        return format!("'{word}'");
    }
    let mut quoted = String::from("\"");
    for symbol in word.chars() {
        match symbol {
            symbol if is_hidden(symbol) => {
                let _ = write!(quoted, "$(printf '{}')", octal(symbol));
            }
            '"' | '$' | '`' | '\\' => quoted.extend(['\\', symbol]),
            symbol => quoted.push(symbol),
        }
    }
    quoted.push('"');
    quoted
}

/// A whole command line.
pub fn line<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().map(quoted).collect::<Vec<_>>().join(" ")
}

fn is_hidden(symbol: char) -> bool {
    matches!(shown(symbol.encode_utf8(&mut [0; 4])), Cow::Owned(_))
}

/// The bytes of a character as `printf` spells them.
fn octal(symbol: char) -> String {
    let bytes = symbol.encode_utf8(&mut [0; 4]).as_bytes().to_vec();
    bytes.iter().fold(String::new(), |mut octal, byte| {
        let _ = write!(octal, "\\{byte:03o}");
        octal
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn a_shell_reads_back_what_was_quoted() {
        for word in [
            "",
            "ann@example.com",
            "--role",
            "O'Brien & Sons",
            "$(rm -rf /) `x` \\ \"y\" *",
            "Jürgen 王",
            "نامه\u{200c}ای",
            "a\u{202e}b\u{1b}[2J",
            "~x",
            "-",
        ] {
            let quoted = quoted(word);
            assert!(!quoted.contains(is_hidden), "{quoted}");
            let said =
                Command::new("/bin/sh").args(["-c", &format!("printf '%s.' {quoted}")]).output().expect("a shell");
            assert_eq!(String::from_utf8_lossy(&said.stdout), format!("{word}."), "{quoted}");
        }
    }

    #[test]
    fn plain_words_stay_readable() {
        let words = ["pao", "access", "add", "bob@example.com", "--note", "left; back in May"];
        assert_eq!(line(words), "pao access add bob@example.com --note 'left; back in May'");
    }
}
