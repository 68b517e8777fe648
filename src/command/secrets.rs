//! Where secrets come from: a file, a line of standard input, or a prompt. Never an argument.
//!
//! What must hold: several on standard input come one line each, in the order password, new password, answer, code
//! (cli.md); a command reads them in that order.
use crate::error::{Error, Result};
use crate::model::password::{self, Weak};
use crate::model::secret::Secret;
use crate::model::security_answer::{self, judge_answer};
use crate::rules::Code;
use anyhow::Context as _;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::answers::Reply;
use super::form::Line;
use super::prompt::{Prompt, missing, unanswered};
use super::secret_line::{first_line, secret_of};

/// A password that does not meet the rules.
pub fn weak(why: &Weak) -> Error {
    Error::new(Code::WeakPassword, why.to_string()).hinted("`pao help passwords` says what makes a good one")
}

/// A secret that was given, or that is to be asked for.
#[derive(Clone)]
pub enum Source {
    Given(Secret),
    Ask,
}

impl<'c> Prompt<'c> {
    /// Looks where a secret will come from, before the database is opened; reads it if it comes from a file.
    ///
    /// # Errors
    /// `usage` naming `flag` when it was not given and cannot be asked for; `io`; `invalid_value`.
    pub fn secret_source(&mut self, file: Option<&Path>, flag: &'static str) -> Result<Source> {
        self.take_password_first()?;
        match file {
            Some(path) => Ok(Source::Given(self.read_secret(path, flag)?)),
            None if self.can_ask() => Ok(Source::Ask),
            None => Err(missing(flag)),
        }
    }

    /// The password: typed already, from its file, or to be asked for.
    ///
    /// # Errors
    /// As [`Prompt::secret_source`].
    pub fn password_source(&mut self) -> Result<Source> {
        self.take_password_first()?;
        if let Some(password) = &self.answers.password {
            return Ok(Source::Given(password.clone()));
        }
        match self.options.password_file.clone() {
            Some(path) => {
                let password = self.read_secret(&path, "--password-file")?;
                self.answers.password = Some(password.clone());
                Ok(Source::Given(password))
            }
            None if self.can_ask() => Ok(Source::Ask),
            None => Err(missing("--password-file")),
        }
    }

    /// Checked before the file is opened, where the password will be needed; read now if it comes from a file.
    ///
    /// # Errors
    /// `usage` naming `--password-file`; `io`, `invalid_value`.
    pub fn password_needed(&mut self) -> Result<()> {
        self.password_source().map(drop)
    }

    /// The secret itself; asked for now if it was not given.
    ///
    /// # Errors
    /// `interrupted`, `usage` at the end of input.
    pub fn secret(&mut self, source: Source, flag: &str, question: &str) -> Result<Secret> {
        match source {
            Source::Given(secret) => Ok(secret),
            Source::Ask => {
                let secret = self.asker.secret(question).map_err(|why| unanswered(why, flag))?;
                self.note_secret(flag);
                Ok(secret)
            }
        }
    }

    /// A secret that is chosen now: judged, and asked for again, with the reason, where it was typed at a prompt; typed twice there.
    ///
    /// # Errors
    /// What `judge` says of a secret from a file; as [`Prompt::secret`].
    pub fn chosen_secret(
        &mut self,
        source: Source,
        flag: &str,
        question: &str,
        judge: impl Fn(&Secret) -> Result<()>,
    ) -> Result<Secret> {
        if let Source::Given(secret) = source {
            judge(&secret)?;
            return Ok(secret);
        }
        if let Some(Reply::Secret(secret)) = self.answers.kept(flag, is_secret)
            && judge(&secret).is_ok()
        {
            return Ok(self.chosen(flag, secret));
        }
        loop {
            let secret = self.asker.secret(question).map_err(|why| unanswered(why, flag))?;
            if let Err(error) = judge(&secret) {
                self.say(&format!("{error}"));
                continue;
            }
            let again = self.asker.secret(&format!("{question} again")).map_err(|why| unanswered(why, flag))?;
            if again.reveal() == secret.reveal() {
                return Ok(self.chosen(flag, secret));
            }
            self.say("The two are not the same");
        }
    }

    fn chosen(&mut self, flag: &str, secret: Secret) -> Secret {
        self.note_secret(flag);
        self.answers.note(flag, Reply::Secret(secret.clone()));
        secret
    }

    /// A password that is chosen now. At a prompt its rules come first, it is told how strong it is, and typed twice.
    ///
    /// # Errors
    /// `weak_password` for one from a file; at a prompt the person chooses again.
    pub fn new_password(
        &mut self,
        source: Source,
        flag: &str,
        question: &str,
        about: &[&str],
        least: usize,
    ) -> Result<Secret> {
        let judge = |typed: &Secret| password::judge(typed, about, least).map_err(|why| weak(&why));
        if let Source::Given(_) = source {
            return self.chosen_secret(source, flag, question, judge);
        }
        self.say(&format!(
            "A password has {least} characters or more, spaces included, and nothing that others know of you; four or five \
             unrelated words are a good one"
        ));
        let typed = self.chosen_secret(source, flag, question, judge)?;
        self.say(&format!("This one is {}", password::strength(&typed, about)));
        Ok(typed)
    }

    /// The answer to a security question that is chosen now. At a prompt its rules come first, and it is typed twice.
    ///
    /// # Errors
    /// `invalid_value` for one from a file; at a prompt the person chooses again.
    pub fn new_answer(
        &mut self,
        source: Source,
        question: &str,
        password: Option<&Secret>,
        about: &[&str],
    ) -> Result<Secret> {
        let judge = |typed: &Secret| {
            judge_answer(typed, question, password, about)
                .map_err(|why| Error::invalid("answer", format!("answer: {why}")))
        };
        if let Source::Ask = source {
            self.say(&format!(
                "An answer has {} characters or more, and is neither the password, nor in the question, nor what others know of you; \
                 capitals and blanks do not count",
                security_answer::MIN
            ));
        }
        self.chosen_secret(source, "--answer-file", "Answer to the security question", judge)
    }

    /// Looks where a mailed code will come from; as [`Prompt::secret_source`], but codes are echoed at the prompt.
    ///
    /// # Errors
    /// As [`Prompt::secret_source`].
    pub fn code_source(&mut self, file: Option<&Path>, flag: &'static str) -> Result<Source> {
        match self.options.led.as_ref().and_then(|led| led.code.as_ref()) {
            Some(code) => Ok(Source::Given(code.in_letter())),
            None => self.secret_source(file, flag),
        }
    }

    /// A mailed code: parsed, and asked for again when it was mistyped at the prompt.
    ///
    /// # Errors
    /// What `parse` says of a code from a file; `interrupted`, `usage` at the end of input.
    pub fn code<T>(
        &mut self,
        source: Source,
        flag: &str,
        question: &str,
        parse: impl Fn(&str) -> Result<T>,
    ) -> Result<T> {
        match source {
            Source::Given(secret) => parse(secret.reveal()),
            Source::Ask => {
                let (code, _) = self.asked_for(flag, question, Line::Proposed(None), parse)?;
                self.note_secret(flag);
                Ok(code)
            }
        }
    }

    /// What is left of standard input behind the secrets that are read from there too.
    ///
    /// # Errors
    /// As [`Prompt::secret_source`].
    pub fn rest_of_stdin(mut self) -> Result<&'c mut dyn Read> {
        self.take_password_first()?;
        Ok(self.stdin)
    }

    /// The sign-in or automation token that was given, by a file or by the environment.
    ///
    /// # Errors
    /// As [`Prompt::secret_source`].
    pub fn token(&mut self) -> Result<Option<Secret>> {
        match self.options.token_file.clone().filter(|_| self.answers.token.is_none()) {
            Some(path) => self.answers.token = Some(self.read_secret(&path, "--token-file")?),
            None if self.answers.token.is_none() => self.answers.token = self.options.token.clone().map(Secret::new),
            None => {}
        }
        Ok(self.answers.token.clone())
    }

    /// A `--password-file -` that was typed is the first line, whether or not this command needs it; a `--token-file -` comes before it.
    fn take_password_first(&mut self) -> Result<()> {
        if self.options.token_file.is_some() {
            self.token()?;
        }
        let typed = self.options.password_file_typed && self.answers.password.is_none();
        match self.options.password_file.clone().filter(|path| typed && path.as_os_str() == "-") {
            Some(path) => {
                self.answers.password = Some(self.read_secret(&path, "--password-file")?);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn read_secret(&mut self, path: &Path, flag: &str) -> Result<Secret> {
        let line = if path.as_os_str() == "-" {
            if self.guest && self.terminal.stdin {
                return Err(Error::usage(format!("{flag}: a secret that is typed at a terminal would be shown"))
                    .hinted(format!("leave {flag} out to be asked for it, or send it through a pipe")));
            }
            first_line(self.stdin)
        } else {
            let path = self.folder.map_or_else(|| path.to_path_buf(), |folder| folder.join(path));
            File::open(path).and_then(|mut file| first_line(&mut file))
        };
        // The path is not repeated: it could be the secret itself, typed in the wrong place.
        let bytes = line.with_context(|| format!("{flag}: the file cannot be read"))?;
        let field = flag.trim_start_matches('-').trim_end_matches("-file").to_owned();
        let secret = secret_of(&bytes).map_err(|why| Error::invalid(&field, format!("{field}: {why}")))?;
        secret.ok_or_else(|| missing(flag))
    }
}

fn is_secret(reply: &Reply) -> bool {
    matches!(reply, Reply::Secret(_))
}
