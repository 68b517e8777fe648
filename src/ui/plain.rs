//! A person at a plain terminal: questions that are lines, lists that are numbered. For screen readers, and where nothing can be drawn
//! (`PAO_PLAIN`, `TERM=dumb`).
use crate::model::secret::Secret;
use crate::model::text::shown;
use crate::ui::ask::{Asker, Unanswered};
use crate::ui::signals::Keys;
use crate::ui::terminal::Left;
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};

/// The person at the terminal of this process, by questions that are lines.
#[derive(Default)]
pub struct Plain {
    left: Left,
}

impl Plain {
    fn typed(&mut self, prompt: String) -> Result<String, Unanswered> {
        let answer = self.left.ask(Keys::Line, move || {
            say(&prompt)?;
            let mut line = String::new();
            match io::stdin().read_line(&mut line)? {
                0 => Err(ErrorKind::UnexpectedEof.into()),
                _ => Ok(line),
            }
        });
        Ok(answer?.trim().to_owned())
    }

    fn say(&mut self, words: &str) -> Result<(), Unanswered> {
        say(words).map_err(|error| Unanswered::Failed(error.to_string()))
    }
}

impl Asker for Plain {
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String, Unanswered> {
        let offer = default.map(|text| format!(" [{}]", shown(text))).unwrap_or_default();
        let answer = self.typed(format!("{}{offer}: ", shown(question)))?;
        Ok(if answer.is_empty() { default.unwrap_or_default().to_owned() } else { answer })
    }

    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.left.ask_secret(question)
    }

    fn choice(&mut self, question: &str, options: &[String], default: usize) -> Result<usize, Unanswered> {
        let mut list = format!("{}\n", shown(question));
        for (place, option) in options.iter().enumerate() {
            let _ = writeln!(list, "  {}  {}", place + 1, shown(option));
        }
        self.say(&list)?;
        loop {
            let answer = self.typed(format!("{} [{}]: ", shown(question), default + 1))?;
            match chosen(&answer, options, default) {
                Some(place) => return Ok(place),
                None => self.say("Type one of the numbers, or how an option begins\n")?,
            }
        }
    }

    fn search(&mut self, question: &str, options: &[String]) -> Result<usize, Unanswered> {
        loop {
            let answer = self.typed(format!("{}: ", shown(question)))?;
            let part = answer.to_lowercase();
            let found: Vec<usize> = match chosen(&answer, options, options.len()) {
                Some(place) => return Ok(place),
                None if part == "?" => (0..options.len()).collect(),
                None => (0..options.len()).filter(|&place| options[place].to_lowercase().contains(&part)).collect(),
            };
            match found.as_slice() {
                [] => self.say("Nothing there contains that; ? lists everything\n")?,
                [only] => return Ok(*only),
                several => {
                    let few: Vec<String> = several.iter().map(|&place| options[place].clone()).collect();
                    return self.choice(question, &few, 0).map(|place| several[place]);
                }
            }
        }
    }

    fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered> {
        let prompt = format!("{} {} ", shown(question), if default { "[Y/n]" } else { "[y/N]" });
        loop {
            match self.typed(prompt.clone())?.to_ascii_lowercase().as_str() {
                "" => return Ok(default),
                "y" | "yes" => return Ok(true),
                "n" | "no" => return Ok(false),
                _ => self.say("Type y or n\n")?,
            }
        }
    }
}

fn say(words: &str) -> io::Result<()> {
    let mut err = io::stderr().lock();
    err.write_all(words.as_bytes())?;
    err.flush()
}

/// Which option `answer` means: by its whole text, by its first word, by its code in brackets, by its number, or by how it
/// alone begins.
pub fn chosen(answer: &str, options: &[String], default: usize) -> Option<usize> {
    if answer.is_empty() {
        return Some(default).filter(|&place| place < options.len());
    }
    let answer = answer.to_lowercase();
    let lower: Vec<String> = options.iter().map(|option| option.to_lowercase()).collect();
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut fitting = lower.iter().enumerate().filter(|(_, option)| fits(option)).map(|(place, _)| place);
        fitting.next().filter(|_| fitting.next().is_none())
    };
    only(&|option| option == answer)
        .or_else(|| only(&|option| option.split_whitespace().next() == Some(answer.as_str())))
        .or_else(|| only(&|option| option.ends_with(&format!("({answer})"))))
        .or_else(|| answer.parse::<usize>().ok()?.checked_sub(1).filter(|&place| place < options.len()))
        // A number that is none of these is a slip, not a beginning.
        .or_else(|| only(&|option| option.starts_with(&answer) && answer.parse::<usize>().is_err()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_meant_by_text_first_word_number_or_beginning() {
        let options = [
            "user",
            "secondary",
            "7000017  Example Industries",
            "2 seats",
            "site",
            "site office",
            "United States (US)",
        ]
        .map(str::to_owned);
        let meant = |answer| chosen(answer, &options, 1);
        assert_eq!(meant(""), Some(1));
        assert_eq!(meant("User"), Some(0));
        assert_eq!(meant("sec"), Some(1));
        assert_eq!(meant("3"), Some(2));
        assert_eq!(meant("7000017"), Some(2));
        assert_eq!(meant("2"), Some(3), "its first word, before the number");
        assert_eq!(meant("site"), Some(4), "the whole text, though another begins so");
        assert_eq!(meant("site o"), Some(5));
        assert_eq!((meant("us"), meant("US")), (Some(6), Some(6)), "not \"user\", which begins so");
        for neither in ["s", "0", "8", "-1", "x", "99999999999999999999999"] {
            assert_eq!(meant(neither), None, "{neither}");
        }
        assert_eq!(chosen("", &[], 0), None);
    }
}
