//! Questions to the person at the terminal: on stderr, answered on stdin.
//!
//! What must hold: nobody is asked unless both are terminals (whoever makes the asker sees to that); passwords and
//! security answers are never echoed, passcodes are; Ctrl-C, SIGTERM, Ctrl-Z and the end of input leave a whole
//! terminal. A question contains the words of its flag, which is the caller's part.
//!
//! # Why no menus
//! Every question is a line, which works on every terminal, is read aloud by screen readers, can be answered by a script
//! and knows the end of input. A menu that is drawn does not: there Ctrl-D is a key without meaning.
use crate::model::secret::Secret;
use crate::model::text;
use crate::ui::watch::{Echo, Signals};
use signal_hook::consts::{SIGINT, SIGTSTP};
use signal_hook::low_level::emulate_default_handler;
use std::cell::Cell;
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::rc::Rc;
use zeroize::Zeroizing;

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

    /// A line that is not shown while it is typed. What was typed before the question is thrown away.
    ///
    /// # Errors
    /// Why there is no answer.
    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered>;

    /// The place of one of a few options, by its number, its text or how it begins. `default` is the place of the one
    /// that an empty line means.
    ///
    /// # Errors
    /// Why there is no answer.
    fn choice(&mut self, question: &str, options: &[String], default: usize) -> Result<usize, Unanswered>;

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

/// The person at the terminal of this process.
#[derive(Default)]
pub struct TerminalAsker {
    /// Made at the first question: most commands ask none.
    signals: Option<Rc<Signals>>,
}

impl TerminalAsker {
    /// Asks until it is answered or given up. A stop (Ctrl-Z) puts the terminal back, stops, and asks again when the
    /// process is continued; a deadly signal puts it back and then acts as it always does.
    fn ask<T>(&mut self, echo: Echo, mut question: impl FnMut(&Rc<Signals>) -> io::Result<T>) -> Result<T, Unanswered> {
        let signals = match &self.signals {
            Some(signals) => Rc::clone(signals),
            None => Rc::clone(self.signals.insert(Rc::new(Signals::register().map_err(|error| failed(&error))?))),
        };
        loop {
            let open = signals.open(echo).map_err(|error| failed(&error))?;
            let answer = question(&signals);
            let signal = open.close();
            if answer.is_err() || echo == Echo::Off {
                // The Enter of a secret is not echoed, and a broken-off line has none.
                let _ = io::stderr().write_all(b"\n");
            }
            match signal {
                None => return answer.map_err(|error| failed(&error)),
                Some(SIGINT) => return Err(Unanswered::Interrupted),
                Some(SIGTSTP) => emulate_default_handler(SIGTSTP).map_err(|error| failed(&error))?,
                Some(deadly) => {
                    let _ = emulate_default_handler(deadly);
                    return Err(Unanswered::Interrupted);
                }
            }
        }
    }

    fn typed(&mut self, prompt: &str) -> Result<String, Unanswered> {
        let answer = self.ask(Echo::On, |signals| {
            say(prompt)?;
            read_line(|buffer| signals.keys(buffer))
        })?;
        match answer.trim() {
            "\u{1b}" => Err(Unanswered::Cancelled),
            answer => Ok(answer.to_owned()),
        }
    }
}

impl Asker for TerminalAsker {
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String, Unanswered> {
        let offer = default.map(|text| format!(" [{}]", text::shown(text))).unwrap_or_default();
        let answer = self.typed(&format!("{}{offer}: ", text::shown(question)))?;
        Ok(if answer.is_empty() { default.unwrap_or_default().to_owned() } else { answer })
    }

    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        let prompt = format!("{}: ", text::shown(question));
        self.ask(Echo::Off, |signals| {
            say(&prompt)?;
            let (ended, cancelled) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
            let (end, esc) = (Rc::clone(&ended), Rc::clone(&cancelled));
            let keys = Keys { signals: Rc::clone(signals), ended: end, last: 0, cancelled: esc };
            let config = rpassword::ConfigBuilder::new().input_reader(keys).output_discard().build();
            let secret = Secret::new(rpassword::read_password_with_config(config)?);
            if cancelled.get() {
                return Ok(None);
            }
            if ended.get() && secret.reveal().is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Ok(Some(secret))
        })?
        .ok_or(Unanswered::Cancelled)
    }

    fn choice(&mut self, question: &str, options: &[String], default: usize) -> Result<usize, Unanswered> {
        let mut menu = format!("{}\n", text::shown(question));
        for (place, option) in options.iter().enumerate() {
            let _ = writeln!(menu, "  {}  {}", place + 1, text::shown(option));
        }
        let prompt = format!("{} [{}]: ", text::shown(question), default + 1);
        say(&menu).map_err(|error| failed(&error))?;
        loop {
            let answer = self.typed(&prompt)?;
            match chosen(&answer, options, default) {
                Some(place) => return Ok(place),
                None => say("Type one of the numbers, or how an option begins\n").map_err(|error| failed(&error))?,
            }
        }
    }

    fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered> {
        let prompt = format!("{} {} ", text::shown(question), if default { "[Y/n]" } else { "[y/N]" });
        loop {
            let answer = self.typed(&prompt)?;
            match verdict(&answer, default) {
                Some(verdict) => return Ok(verdict),
                None => say("Type y or n\n").map_err(|error| failed(&error))?,
            }
        }
    }
}

/// What the terminal gives, a byte at a time, and whether it has ended.
struct Keys {
    signals: Rc<Signals>,
    ended: Rc<Cell<bool>>,
    last: u8,
    /// Esc and Enter were typed. The library throws away what follows an Esc, the Enter too.
    cancelled: Rc<Cell<bool>>,
}

impl Read for Keys {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.signals.keys(buffer)?;
        self.ended.set(count == 0);
        for &byte in buffer.iter().take(count) {
            if std::mem::replace(&mut self.last, byte) == 0x1b && matches!(byte, b'\n' | b'\r') {
                self.cancelled.set(true);
                return Ok(0);
            }
        }
        Ok(count)
    }
}

fn say(words: &str) -> io::Result<()> {
    let mut err = io::stderr().lock();
    err.write_all(words.as_bytes())?;
    err.flush()
}

fn failed(error: &io::Error) -> Unanswered {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Unanswered::EndOfInput,
        io::ErrorKind::Interrupted => Unanswered::Interrupted,
        _ => Unanswered::Failed(error.to_string()),
    }
}

/// A line from `keys`, without its end. Text that is broken off by the end of input counts as a line.
fn read_line(mut keys: impl FnMut(&mut [u8]) -> io::Result<usize>) -> io::Result<String> {
    /// More than any answer needs; a terminal itself gives up at 4 KiB.
    const LONGEST: usize = 16 * 1024;
    let mut line = Zeroizing::new(Vec::new());
    let mut byte = [0];
    while line.len() < LONGEST {
        match (keys(&mut byte)?, byte[0]) {
            (0, _) if line.is_empty() => return Err(io::ErrorKind::UnexpectedEof.into()),
            (0, _) | (_, b'\n') => break,
            (_, letter) => line.push(letter),
        }
    }
    let line = std::str::from_utf8(&line).map_err(|_| io::Error::other("the answer is not UTF-8"))?;
    Ok(line.trim_end_matches('\r').to_owned())
}

/// Which option `answer` means: by its whole text, by its first word, by its code in brackets, by its number, or by how it
/// alone begins.
fn chosen(answer: &str, options: &[String], default: usize) -> Option<usize> {
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

/// Yes, no, or neither.
fn verdict(answer: &str, default: bool) -> Option<bool> {
    match answer.to_ascii_lowercase().as_str() {
        "" => Some(default),
        "y" | "yes" => Some(true),
        "n" | "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<String> {
        ["user", "secondary", "7000017  Example Industries", "2 seats", "site", "site office", "United States (US)"]
            .map(str::to_owned)
            .to_vec()
    }

    #[test]
    fn an_option_is_meant_by_text_first_word_number_or_beginning() {
        let meant = |answer| chosen(answer, &options(), 1);
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

    #[test]
    fn yes_and_no_are_words_and_the_default_an_empty_line() {
        assert_eq!(
            ["y", "YES", "n", "No", ""].map(|answer| verdict(answer, false)),
            [Some(true), Some(true), Some(false), Some(false), Some(false)]
        );
        assert_eq!(verdict("", true), Some(true));
        assert_eq!(verdict("yep", true), None);
    }

    fn line_of(mut bytes: &[u8]) -> io::Result<String> {
        read_line(|buffer| bytes.read(buffer))
    }

    #[test]
    fn a_line_ends_at_its_break_or_at_the_end_of_input() {
        assert_eq!(line_of(b"ann\r\nbo").expect("a line"), "ann");
        assert_eq!(line_of(b"ann").expect("a line"), "ann");
        assert_eq!(line_of(b"\n").expect("a line"), "");
        assert_eq!(line_of(b"").expect_err("no line").kind(), io::ErrorKind::UnexpectedEof);
        assert!(line_of(b"\xff\n").is_err());
        assert_eq!(line_of("a".repeat(100_000).as_bytes()).expect("a line").len(), 16 * 1024);
    }

    #[test]
    fn nobody_there_is_the_end_of_input() {
        assert_eq!(Refusing.line("ID", Some("x")), Err(Unanswered::EndOfInput));
        assert!(Refusing.secret("Password").is_err());
        assert_eq!(Refusing.yes("Sure?", true), Err(Unanswered::EndOfInput));
        assert_eq!(Refusing.choice("Role", &options(), 0), Err(Unanswered::EndOfInput));
    }

    #[test]
    fn how_a_terminal_ends_is_told_apart() {
        assert_eq!(failed(&io::ErrorKind::UnexpectedEof.into()), Unanswered::EndOfInput);
        assert_eq!(failed(&io::ErrorKind::Interrupted.into()), Unanswered::Interrupted);
        assert!(matches!(failed(&io::ErrorKind::NotConnected.into()), Unanswered::Failed(_)));
    }
}
