//! Forms at a terminal: what was asked, shown once more before it is sent, and as the command line that does the same.
//!
//! What must hold: secrets are never shown again. Who typed everything is asked nothing and shown nothing.
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::model::shell::{self, CommandLine};
use crate::rules::Code;

use super::answers::{Asked, Reply};
use super::prompt::{Prompt, missing, unanswered};

/// What is said where the review was answered with no.
pub const NOT_SENT: &str = "not sent; nothing was changed";

/// One of a few answers: its word, and what it means.
pub type Choice = (String, String);

/// A line of a form that is shown once more.
#[derive(Debug, Clone)]
pub struct Row {
    name: &'static str,
    value: String,
    /// What is asked for again to change it; nothing for what cannot be changed here.
    flags: &'static [&'static str],
}

impl Row {
    /// A line that can be changed.
    pub fn new(name: &'static str, value: impl Into<String>, flags: &'static [&'static str]) -> Self {
        Self { name, value: value.into(), flags }
    }
}

/// How a line is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line<'a> {
    /// An empty line takes the proposal, where there is one.
    Proposed(Option<&'a str>),
    /// The path of a file.
    Path,
}

pub(super) fn is_text(reply: &Reply) -> bool {
    matches!(reply, Reply::Text(_))
}

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
        let given = given.filter(|_| !self.answers.changes(flag));
        if given.is_some() || !self.can_ask() {
            return self.value(given, flag, question, parse);
        }
        if let Some(Reply::Text(word)) = self.answers.kept(flag, is_text)
            && let Ok(value) = parse(&word)
        {
            self.answered(flag, &word);
            return Ok(value);
        }
        self.explain(flag, question);
        let widest = choices.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
        let shown: Vec<String> = choices.iter().map(|(word, means)| format!("{word:widest$}  {means}")).collect();
        let present = choices.iter().position(|(word, _)| self.answers.present(flag) == Some(word));
        let place = self.asker.choice(question, &shown, present.unwrap_or(default));
        let place = place.map_err(|why| unanswered(why, flag))?;
        let word = choices.get(place).map(|(word, _)| word.as_str()).unwrap_or_default();
        let value = parse(word)?;
        self.answered(flag, word);
        Ok(value)
    }

    /// One of many, found by a part of its name or of what stands beside it.
    ///
    /// # Errors
    /// As [`Prompt::picked`].
    pub fn found<T>(
        &mut self,
        given: Option<T>,
        flag: &str,
        question: &str,
        choices: &[Choice],
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<T> {
        let given = given.filter(|_| !self.answers.changes(flag));
        if given.is_some() || !self.can_ask() || choices.is_empty() {
            return self.value(given, flag, question, parse);
        }
        if let Some(Reply::Text(word)) = self.answers.kept(flag, is_text)
            && let Ok(value) = parse(&word)
        {
            self.answered(flag, &word);
            return Ok(value);
        }
        self.explain(flag, question);
        let shown: Vec<String> = choices.iter().map(|(word, means)| format!("{word}  {means}")).collect();
        let place = self.asker.search(question, &shown).map_err(|why| unanswered(why, flag))?;
        let word = choices.get(place).map(|(word, _)| word.as_str()).unwrap_or_default();
        let value = parse(word)?;
        self.answered(flag, word);
        Ok(value)
    }

    /// Notes an answer, for the form as for the command line that does the same.
    fn answered(&mut self, flag: &str, text: &str) {
        self.answers.note(flag, Reply::Text(text.to_owned()));
        self.note_answer(flag, text);
    }

    /// A country; at a prompt it is found by a part of its name, or by its code.
    ///
    /// # Errors
    /// As [`Prompt::value`].
    pub fn country(&mut self, given: Option<Country>, flag: &'static str) -> Result<Country> {
        let field = flag.trim_start_matches('-');
        let named = |country: Country| (country.code().to_owned(), country.names().collect::<Vec<_>>().join(", "));
        let choices: Vec<Choice> = Country::all().map(named).collect();
        self.found(given, flag, "Country (code or name)", &choices, |text| Ok(Country::parse(text, field)?))
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
        let (value, text) = self.asked_for(flag, question, Line::Proposed(proposal), parse)?;
        self.noted(flag, &text);
        Ok(value)
    }

    /// The path of a file.
    ///
    /// # Errors
    /// `usage`, `interrupted`.
    pub fn path<T>(&mut self, flag: &str, question: &str, parse: impl Fn(&str) -> Result<T>) -> Result<T> {
        if !self.can_ask() {
            return Err(missing(flag));
        }
        let (value, text) = self.asked_for(flag, question, Line::Path, parse)?;
        self.noted(flag, &text);
        Ok(value)
    }

    /// What was left empty needs no option.
    fn noted(&mut self, flag: &str, text: &str) {
        self.answers.note(flag, Reply::Text(text.to_owned()));
        if !text.is_empty() {
            self.note_answer(flag, text);
        }
    }

    /// The answer to a question, with its text; asked again, with the reason, until `parse` takes it.
    pub(super) fn asked_for<T>(
        &mut self,
        flag: &str,
        question: &str,
        line: Line<'_>,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<(T, String)> {
        if let Some(Reply::Text(text)) = self.answers.kept(flag, is_text)
            && let Ok(value) = parse(&text)
        {
            return Ok((value, text));
        }
        self.explain(flag, question);
        let mut present = self.answers.present(flag).map(str::to_owned);
        loop {
            let text = match (present.take(), line) {
                (Some(present), _) => self.asker.edited(question, &present),
                (None, Line::Path) => self.asker.path(question),
                (None, Line::Proposed(proposal)) => self.asker.line(question, proposal),
            };
            let text = text.map_err(|why| unanswered(why, flag))?;
            match parse(&text) {
                Ok(value) => return Ok((value, text)),
                Err(error) => self.say(&format!("{error}")),
            }
        }
    }

    /// Whether what this flag gives is asked for again, whatever was typed.
    pub fn changes(&self, flag: &str) -> bool {
        self.answers.changes(flag)
    }

    /// The whole form once more, where something of it was asked for: whether it is sent as it is. If not, one line of it is to be
    /// changed, and the form is asked for again; every other answer stays.
    ///
    /// # Errors
    /// `interrupted`, also where nothing is to be changed and nothing sent.
    pub(super) fn is_sent(&mut self, what: &str, rows: &[Row]) -> Result<bool> {
        if !self.is_asking() || self.options.yes || self.options.dry_run {
            return Ok(true);
        }
        let widest = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        self.say("");
        for Row { name, value, .. } in rows.iter().filter(|row| !row.value.is_empty()) {
            self.say(&format!("  {name:widest$}  {value}"));
        }
        if self.asker.yes(&format!("Send this {what}?"), true).map_err(|why| unanswered(why, "--yes"))? {
            return Ok(true);
        }
        let lines: Vec<&Row> = rows.iter().filter(|row| !row.flags.is_empty()).collect();
        let named = lines.iter().map(|row| format!("{:widest$}  {}", row.name, row.value).trim_end().to_owned());
        let options: Vec<String> = named.chain(["none: send nothing".to_owned()]).collect();
        let place = self.asker.choice("Which line is to be changed", &options, 0);
        match lines.get(place.map_err(|why| unanswered(why, "--yes"))?) {
            Some(row) => {
                self.answers.change(row.flags);
                Ok(false)
            }
            None => Err(Error::new(Code::Interrupted, NOT_SENT)),
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
        let typed = self.answers.instead.clone().unwrap_or_else(|| shell::typed(typed.iter().skip(1)));
        let whole = self.answers.asked.iter().fold(typed, |line, Asked { flag, value, .. }| match value {
            None => line.switch(flag),
            Some(value) if flag.starts_with('-') => line.option(flag, value),
            Some(value) => line.arg(value),
        });
        // A database that was named stands in what was typed.
        Some(if self.guest { whole.on(&self.options.way) } else { whole })
    }
}
