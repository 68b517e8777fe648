//! Command lines that people paste into a shell, and scripts that they run. Every one that is shown anywhere is built here.
//!
//! What must hold: sh, bash and zsh read back exactly the words that were meant, as one command, in a script as at a prompt, and no
//! character that [`shown`] would hide stands in what is printed.
//!
//! # What would hurt
//! A shell drops the line breaks at the end of what `printf` writes. No text of ours ends in one, and no path is taken that does.
use crate::model::text::shown;
use crate::model::way::{Prefix, Way, needs_database};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fmt::{self, Display, Write as _};

/// A command line of `pao`, word by word: quoted where it is shown, and nowhere else. What is foreign in it comes in by
/// [`arg`](Self::arg) and [`option`](Self::option), which keep it what it is meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandLine {
    words: Vec<OsString>,
    /// Arguments from the first that begins with a hyphen on: they stand behind `--`.
    behind: Vec<OsString>,
    /// What stands in the place of `pao`, where the reader is elsewhere.
    through: Prefix,
}

/// `pao` and these words: names of commands and options, and placeholders in capitals.
pub fn pao(words: &'static str) -> CommandLine {
    typed(words.split(' '))
}

/// `pao` and these words, as somebody typed them, or could.
pub fn typed<W: Into<OsString>>(words: impl IntoIterator<Item = W>) -> CommandLine {
    let mut words = words.into_iter().map(Into::into);
    let before = words.by_ref().take_while(|word| word != "--").collect();
    CommandLine { words: before, behind: words.collect(), through: Prefix::default() }
}

impl CommandLine {
    /// The same with one more argument.
    #[must_use]
    pub fn arg(mut self, value: impl Display) -> Self {
        let value = value.to_string();
        let words = if looks_like_option(value.as_ref()) || !self.behind.is_empty() {
            &mut self.behind
        } else {
            &mut self.words
        };
        words.push(value.into());
        self
    }

    /// The same with an option and its value. A value that begins with a hyphen stays a value.
    #[must_use]
    pub fn option(mut self, flag: &str, value: impl Display) -> Self {
        self.words.extend(option_words(flag, value.to_string().as_ref()));
        self
    }

    /// The same from where the reader is, so that it finds the same registry when it is pasted.
    #[must_use]
    pub fn on(mut self, way: &Way) -> Self {
        match way {
            Way::On(db) if self.needs_database() => {
                self.words.splice(0..0, option_words("--db", db.as_os_str()));
            }
            Way::Here | Way::On(_) => {}
            Way::Through(prefix) => {
                self.through = prefix.clone();
                // Files of the reader's own machine do not come along.
                self.words.iter_mut().filter(|word| *word == "PATH").for_each(|word| *word = "-".into());
            }
        }
        self
    }

    fn needs_database(&self) -> bool {
        let first = self.words.first().and_then(|word| word.to_str()).unwrap_or_default();
        needs_database(first) && self.words.iter().all(|word| word != "--db")
    }

    /// The same with an option that takes no value.
    #[must_use]
    pub fn switch(mut self, flag: &str) -> Self {
        self.words.push(flag.into());
        self
    }
}

impl Display for CommandLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dashes = (!self.behind.is_empty()).then_some(OsStr::new("--"));
        let words = self.words.iter().map(OsString::as_os_str).chain(dashes);
        let words: Vec<String> = words.chain(self.behind.iter().map(OsString::as_os_str)).map(quoted).collect();
        f.write_str(&self.through.before(&words.join(" ")))
    }
}

impl Serialize for CommandLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for CommandLine {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CommandLine".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// An option and its value, as a part of a line.
pub fn option(flag: &str, value: &str) -> String {
    option_words(flag, value.as_ref()).iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// A value that begins with a hyphen stands in one word with its option.
pub(super) fn option_words(flag: &str, value: &OsStr) -> Vec<OsString> {
    if !looks_like_option(value) {
        return vec![flag.into(), value.into()];
    }
    let mut word = OsString::from(flag);
    word.push("=");
    word.push(value);
    vec![word]
}

/// `-` alone is a file name everywhere: standard input.
fn looks_like_option(value: &OsStr) -> bool {
    value.as_encoded_bytes().starts_with(b"-") && value != "-"
}

/// One word, by `shlex`. Hidden characters, which nobody could see or type, and bytes that are no text are spelled with `printf`,
/// which `shlex` leaves out.
pub fn quoted(word: impl AsRef<OsStr>) -> String {
    let word = word.as_ref();
    // `--note='-5 %'`: quotes around the value alone are easier to read.
    if let Some((flag, value)) = word.to_str().and_then(|text| text.split_once('='))
        && flag.starts_with("--")
        && matches!(shlex::try_quote(flag), Ok(Cow::Borrowed(_)))
    {
        return format!("{flag}={}", quoted(value));
    }
    let mut symbols: Vec<(bool, &[u8])> = Vec::new();
    for chunk in word.as_encoded_bytes().utf8_chunks() {
        let text = chunk.valid();
        symbols.extend(text.char_indices().map(|(at, c)| (is_hidden(c), &text.as_bytes()[at..at + c.len_utf8()])));
        symbols.extend((!chunk.invalid().is_empty()).then_some((true, chunk.invalid())));
    }
    // What follows a line break is spelled with it, so that no `printf` ends in one.
    let runs = symbols.chunk_by(|(hidden, symbol), (next, _)| hidden == next || *symbol == b"\n");
    let quoted: String = runs
        .map(|run| {
            let bytes: Vec<u8> = run.iter().flat_map(|(_, symbol)| symbol.iter().copied()).collect();
            let text = std::str::from_utf8(&bytes).ok().filter(|_| !run[0].0);
            match text.and_then(|text| shlex::try_quote(text).ok()) {
                Some(text) => text.into_owned(),
                None => format!("\"$(printf '{}')\"", octal(&bytes)),
            }
        })
        .collect();
    if quoted.is_empty() { "''".to_owned() } else { quoted }
}

fn is_hidden(symbol: char) -> bool {
    matches!(shown(symbol.encode_utf8(&mut [0; 4])), Cow::Owned(_))
}

/// Bytes as `printf` spells them.
fn octal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut octal, byte| {
        let _ = write!(octal, "\\{byte:03o}");
        octal
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::process::Command;

    const HOSTILE: &[&[u8]] = &[
        b"",
        b"ann@example.com",
        b"--role",
        b"--note=-5 $(id)",
        b"--note=",
        b"--a b=c d",
        b"O'Brien & Sons",
        b"'",
        b"$(rm -rf /) `x` \\ \"y\" *",
        b"o`id`x@example.com",
        "J\u{fc}rgen \u{738b}".as_bytes(),
        "\u{646}\u{627}\u{645}\u{647}\u{200c}\u{627}\u{6cc}".as_bytes(),
        "a\u{202e}b\u{1b}[2J'".as_bytes(),
        b"two\n\nlines\nand 'more'",
        b"\xff%s\n\xe9",
        b"r\xe9sum\xe9.csv",
        b"100%s \\n",
        b"~x",
        b"=ls",
        b"a==ls",
        b"wow!!{a,b}",
        b"#x ^y",
        b"[a-z]?",
        b"-",
    ];

    #[test]
    fn every_shell_reads_back_what_was_quoted() {
        for shell in ["sh", "bash", "zsh"] {
            for word in HOSTILE {
                let quoted = quoted(OsStr::from_bytes(word));
                assert!(!quoted.contains(is_hidden), "{quoted}");
                let line = format!("printf '%s.' {quoted}");
                let said = Command::new(shell).args(["-c", &line]).output().expect(shell);
                assert_eq!(said.stdout, [word, &b"."[..]].concat(), "{shell}: {quoted}");
            }
        }
    }

    #[test]
    fn plain_words_stay_readable() {
        let line = pao("access add").arg("bob@example.com").option("--note", "left; back in May");
        assert_eq!(line.to_string(), "pao access add bob@example.com --note 'left; back in May'");
        let line = pao("audit verify").option("--expect", "12:SHA256=").option("--columns", "id,role");
        assert_eq!(line.to_string(), "pao audit verify --expect '12:SHA256=' --columns 'id,role'");
        assert_eq!(serde_json::to_string(&pao("status")).expect("a string"), "\"pao status\"");
    }

    #[test]
    fn a_hyphen_makes_no_option_of_a_value() {
        assert_eq!(pao("access add").option("--note", "-5 %").to_string(), "pao access add --note='-5 %'");
        assert_eq!(pao("login").option("--password-file", "-").to_string(), "pao login --password-file -");
        let line = pao("access import").arg("-x;y.csv").arg("z").option("--site", 7).switch("--prune");
        assert_eq!(line.to_string(), "pao access import --site 7 --prune -- '-x;y.csv' z");
        let line = typed(["access", "import", "--", "-x"]).switch("--yes");
        assert_eq!(line.to_string(), "pao access import --yes -- -x");
        assert_eq!(pao("access import").arg("-").switch("--yes").to_string(), "pao access import - --yes");
    }
}
