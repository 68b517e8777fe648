//! What must be known before the command line is parsed: how errors are to look, and that no secret was typed.
use crate::error::{Error, Result};
use crate::world::World;
use std::ffi::OsString;

/// Flags that people would expect to take a secret, and what takes it instead.
const SECRETS: &[(&str, &str)] = &[
    ("--password", "--password-file PATH"),
    ("--new-password", "--new-password-file PATH"),
    ("--answer", "--answer-file PATH"),
    ("--passcode", "--passcode-file PATH"),
    ("--code", "--code-file PATH"),
    ("--token", "the variable PAO_TOKEN"),
];

/// A first look at the command line.
pub struct Early {
    /// `--color`, if it was given.
    pub colour: Option<String>,
    /// Errors are to be JSON.
    pub json: bool,
}

impl Early {
    /// Looks for `--color` and `--format` wherever they stand.
    pub fn look(argv: &[OsString], world: &World) -> Self {
        let words: Vec<&str> =
            argv.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--").collect();
        let value = |flag: &str| {
            words.iter().enumerate().find_map(|(index, word)| match word.strip_prefix(flag)? {
                "" => words.get(index + 1).map(|value| (*value).to_owned()),
                rest => rest.strip_prefix('=').map(str::to_owned),
            })
        };
        let format = value("--format").or_else(|| world.environment.set_and_not_empty("PAO_FORMAT").map(str::to_owned));
        Self { colour: value("--color"), json: words.contains(&"--json") || format.as_deref() == Some("json") }
    }

    /// Secrets never travel in argv (cli.md): says so without repeating anything.
    ///
    /// # Errors
    /// `usage`.
    pub fn refuse_secrets(argv: &[OsString]) -> Result<()> {
        let typed = argv.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--");
        for word in typed {
            let flag = word.split('=').next().unwrap_or(word);
            if let Some((flag, instead)) = SECRETS.iter().find(|(secret, _)| *secret == flag) {
                let words = format!(
                    "{flag} is refused: other people of this machine can read the command line, so no secret is taken from it"
                );
                return Err(Error::usage(words)
                    .hinted(format!("use {instead}, where - is standard input, or answer the prompt")));
            }
        }
        Ok(())
    }
}
