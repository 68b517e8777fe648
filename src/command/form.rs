//! Forms at a terminal: what was asked, shown once more before it is sent, and as the command line that does the same.
//!
//! What must hold: secrets are never shown again. Who typed everything is asked nothing and shown nothing.
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::model::shell::{self, CommandLine};
use crate::rules::Code;

use super::prompt::{Prompt, unanswered};

/// A value that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As in the usage line: `--role`, or `<ID>`.
    flag: String,
    /// What was answered; nothing for an option without a value. `PATH` for a secret.
    value: Option<String>,
    secret: bool,
}

/// What is said where the review was answered with no.
pub const NOT_SENT: &str = "not sent; nothing was changed";

/// One of a few answers: its word, and what it means.
pub type Choice = (String, String);

impl Prompt<'_> {
    /// Notes an answer, for the command line that does the same.
    pub(super) fn note_answer(&mut self, flag: &str, value: impl Into<String>) {
        self.answers.asked.push(Asked { flag: flag.to_owned(), value: Some(value.into()), secret: false });
    }

    /// Notes a secret that was typed: only a file would have done instead.
    pub(super) fn note_secret(&mut self, flag: &str) {
        self.answers.asked.push(Asked { flag: flag.to_owned(), value: Some("PATH".to_owned()), secret: true });
    }

    /// Notes an option without a value.
    pub(super) fn note_switch(&mut self, flag: &str) {
        self.answers.asked.push(Asked { flag: flag.to_owned(), value: None, secret: false });
    }

    /// Whether a form is being filled in: something was asked for that is no secret.
    pub fn is_asking(&self) -> bool {
        self.answers.asked.iter().any(|asked| !asked.secret)
    }

    /// One of a few values, chosen from a list that says what each means.
    ///
    /// # Errors
    /// `usage`; `interrupted`.
    pub fn picked<T>(
        &mut self,
        given: Option<T>,
        flag: &str,
        question: &str,
        choices: &[Choice],
        default: usize,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<T> {
        if given.is_some() || !self.can_ask() {
            return self.value(given, flag, question, parse);
        }
        self.explain(flag, question);
        let widest = choices.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
        let shown: Vec<String> = choices.iter().map(|(word, means)| format!("{word:widest$}  {means}")).collect();
        let place = self.asker.choice(question, &shown, default).map_err(|why| unanswered(why, flag))?;
        let word = choices.get(place).map(|(word, _)| word.as_str()).unwrap_or_default();
        let value = parse(word)?;
        self.note_answer(flag, word);
        Ok(value)
    }

    /// A country; at a prompt, part of its name is enough to choose from those that it could be.
    ///
    /// # Errors
    /// As [`Prompt::value`].
    pub fn country(&mut self, given: Option<Country>, flag: &'static str) -> Result<Country> {
        let (field, question) = (flag.trim_start_matches('-'), "Country (code or name)");
        let parse = |text: &str| Ok(Country::parse(text, field)?);
        if given.is_some() || !self.can_ask() {
            return self.value(given, flag, question, parse);
        }
        self.explain(flag, question);
        loop {
            let text = self.asker.line(question, None).map_err(|why| unanswered(why, flag))?;
            let found = match parse(&text) {
                Ok(country) => Some(country),
                Err(error) => self.one_of(&Country::like(&text), flag, &error)?,
            };
            if let Some(country) = found {
                self.note_answer(flag, country.code());
                return Ok(country);
            }
        }
    }

    /// The one of these that was meant; none where it is none of them, with the reason where there are none.
    fn one_of(&mut self, near: &[Country], flag: &str, error: &Error) -> Result<Option<Country>> {
        if near.is_empty() {
            self.say(&format!("{error}"));
            return Ok(None);
        }
        let mut names: Vec<String> =
            near.iter().map(|country| format!("{} ({})", country.name(), country.code())).collect();
        names.push("none of these".to_owned());
        let place = self.asker.choice("Country", &names, 0).map_err(|why| unanswered(why, flag))?;
        Ok(near.get(place).copied())
    }

    /// A value with a proposal that an empty line takes.
    ///
    /// # Errors
    /// `usage`, `interrupted`.
    pub fn offered<T>(
        &mut self,
        flag: &str,
        question: &str,
        proposal: Option<&str>,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<T> {
        let (value, text) = self.asked_for(flag, question, proposal, parse)?;
        if !text.is_empty() {
            self.note_answer(flag, text);
        }
        Ok(value)
    }

    /// The answer to a question, with its text; asked again, with the reason, until `parse` takes it.
    pub(super) fn asked_for<T>(
        &mut self,
        flag: &str,
        question: &str,
        proposal: Option<&str>,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<(T, String)> {
        self.explain(flag, question);
        loop {
            let text = self.asker.line(question, proposal).map_err(|why| unanswered(why, flag))?;
            match parse(&text) {
                Ok(value) => return Ok((value, text)),
                Err(error) => self.say(&format!("{error}")),
            }
        }
    }

    /// The whole form once more, where something of it was asked for. A no sends nothing.
    ///
    /// # Errors
    /// `interrupted`.
    pub fn reviewed(&mut self, what: &str, rows: &[(&str, String)]) -> Result<()> {
        if !self.is_asking() || self.options.yes || self.options.dry_run {
            return Ok(());
        }
        let widest = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        self.say("");
        for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
            self.say(&format!("  {name:widest$}  {value}"));
        }
        match self.asker.yes(&format!("Send this {what}?"), true) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::new(Code::Interrupted, NOT_SENT)),
            Err(why) => Err(unanswered(why, "--yes")),
        }
    }

    /// What the flag is for, in the words of its help, where the question does not say it already. Nobody is asked for a
    /// file at a prompt, and whoever is asked for a site cannot leave it out.
    fn explain(&mut self, flag: &str, question: &str) {
        if flag == "--site" || flag.ends_with("-file") {
            return;
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let help = self.help.iter().find(|(known, _)| known == flag).map(|(_, help)| help.clone());
        let help = help.filter(|help| !letters(question).contains(&letters(help)));
        if let Some(help) = help {
            self.say(&help);
        }
    }

    /// The command line that does the same without a question; nothing where none was asked.
    pub fn same_in_one_line(&self, typed: &[std::ffi::OsString]) -> Option<CommandLine> {
        if self.answers.asked.is_empty() {
            return None;
        }
        let typed = shell::typed(typed.iter().skip(1));
        Some(self.answers.asked.iter().fold(typed, |line, Asked { flag, value, .. }| match value {
            None => line.switch(flag),
            Some(value) if flag.starts_with('-') => line.option(flag, value),
            Some(value) => line.arg(value),
        }))
    }
}
