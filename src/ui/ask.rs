//! Questions, and who answers them: a person at a terminal, nobody, or a script in a test.
//!
//! What must hold: nobody is asked unless stdin and stderr are terminals (whoever makes the asker sees to that); passwords and
//! security answers are never echoed, passcodes are. A question contains the words of its flag, which is the caller's part.
use crate::model::secret::Secret;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unanswered {
    /// Ctrl-C: the command ends with 130.
    Interrupted,
    /// Esc: the person thought better of it; not the default.
    Cancelled,
    /// The end of input, or nobody there to be asked: as if the flag were missing.
    EndOfInput,
    /// The terminal failed; in the words of the operating system.
    Failed(String),
}

/// Somebody, or nobody, who answers questions.
pub trait Asker {
    /// A line of text, without the blanks around it; `default` if the line is empty.
    ///
    /// # Errors
    /// Why there is no answer.
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String, Unanswered>;

    /// A line that begins with what stands there already.
    ///
    /// # Errors
    /// Why there is no answer.
    fn edited(&mut self, question: &str, present: &str) -> Result<String, Unanswered> {
        self.line(question, Some(present))
    }

    /// The path of a file.
    ///
    /// # Errors
    /// Why there is no answer.
    fn path(&mut self, question: &str) -> Result<String, Unanswered> {
        self.line(question, None)
    }

    /// A line that is not shown while it is typed. What was typed before the question is thrown away.
    ///
    /// # Errors
    /// Why there is no answer.
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered>;

    /// The place of one of a few options. `default` is the place of the one that Enter alone means.
    ///
    /// # Errors
    /// Why there is no answer.
    fn choice(&mut self, question: &str, options: &[String], default: usize) -> Result<usize, Unanswered>;

    /// The place of one of many options, found by a part of its text.
    ///
    /// # Errors
    /// Why there is no answer.
    fn search(&mut self, question: &str, options: &[String]) -> Result<usize, Unanswered> {
        self.choice(question, options, 0)
    }

    /// Yes or no; `default` if the line is empty. Where yes destroys something, the default is no.
    ///
    /// # Errors
    /// Why there is no answer.
    fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered>;
}

/// Nobody to ask: in scripts, and with `--no-input`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Refusing;

impl Asker for Refusing {
    fn line(&mut self, _: &str, _: Option<&str>) -> Result<String, Unanswered> {
        Err(Unanswered::EndOfInput)
    }
    fn secret(&mut self, _: &str) -> Result<Secret, Unanswered> {
        Err(Unanswered::EndOfInput)
    }
    fn choice(&mut self, _: &str, _: &[String], _: usize) -> Result<usize, Unanswered> {
        Err(Unanswered::EndOfInput)
    }
    fn yes(&mut self, _: &str, _: bool) -> Result<bool, Unanswered> {
        Err(Unanswered::EndOfInput)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_there_is_the_end_of_input() {
        let options = ["user".to_owned()];
        assert_eq!(Refusing.line("ID", Some("x")), Err(Unanswered::EndOfInput));
        assert_eq!(Refusing.edited("ID", "x"), Err(Unanswered::EndOfInput));
        assert_eq!(Refusing.path("File"), Err(Unanswered::EndOfInput));
        assert!(Refusing.secret("Password").is_err());
        assert_eq!(Refusing.yes("Sure?", true), Err(Unanswered::EndOfInput));
        assert_eq!(Refusing.choice("Role", &options, 0), Err(Unanswered::EndOfInput));
        assert_eq!(Refusing.search("Role", &options), Err(Unanswered::EndOfInput));
    }
}
