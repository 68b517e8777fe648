//! A person at a terminal: dialoguer for lists and yes or no, rustyline for lines, rpassword for what is not shown.
//!
//! What must hold: questions are put on stderr, stdout is for the answer. Every question runs under the guard of `ui::signals`. A
//! question that was answered leaves one line behind, a secret its question alone.
//!
//! Lines are not by dialoguer: its `Input` (0.12) knows neither Home nor End nor Delete, and takes a wide letter for a narrow one.
use crate::model::secret::Secret;
use crate::model::text::shown;
use crate::ui::ask::{Asker, Unanswered};
use crate::ui::signals::{Keys, are_limited, during, edited};
use dialoguer::console::{Term, set_colors_enabled_stderr, truncate_str};
use dialoguer::theme::Theme;
use dialoguer::{Confirm, FuzzySelect, Select};
use rustix::stdio::stdin;
use rustix::termios::tcgetattr;
use rustyline::completion::Completer;
use rustyline::config::Configurer as _;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Behavior, CompletionType, Config, Context, Editor, Helper};
use std::borrow::Cow;
use std::fmt;
use std::io::{self, ErrorKind, Write as _};
use std::path::{MAIN_SEPARATOR, Path};

/// Columns that stand before an item of a list.
const MARK: usize = 2;
/// Items of a long list that are shown at a time.
const LISTED: usize = 10;

/// The person at the terminal of this process, by questions that are drawn.
#[derive(Default)]
pub struct Drawn {
    left: Left,
}

/// Whether Ctrl-C has been typed: nothing is asked any more then, and the thread of that question may still wait for keys.
#[derive(Default)]
pub(super) struct Left(bool);

impl Left {
    /// Asks, unless the person has left.
    pub(super) fn ask<T: Send + 'static>(
        &mut self,
        keys: Keys,
        question: impl FnOnce() -> io::Result<T> + Send + 'static,
    ) -> Result<T, Unanswered> {
        self.answer(|| during(keys, question))
    }

    fn answer<T>(&mut self, question: impl FnOnce() -> io::Result<T>) -> Result<T, Unanswered> {
        if self.0 {
            return Err(Unanswered::Interrupted);
        }
        question().map_err(|error| match error.kind() {
            ErrorKind::Interrupted => {
                self.0 = true;
                Unanswered::Interrupted
            }
            ErrorKind::UnexpectedEof => Unanswered::EndOfInput,
            _ => Unanswered::Failed(error.to_string()),
        })
    }

    /// Asks for what is not shown.
    pub(super) fn ask_secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        let prompt = format!("{}: ", shown(question));
        self.ask(Keys::Hidden, move || {
            let mut err = io::stderr();
            err.write_all(prompt.as_bytes())?;
            err.flush()?;
            let config = rpassword::ConfigBuilder::new().output_discard().build();
            let secret = Secret::new(rpassword::read_password_with_config(config)?);
            // The Enter of a secret is not echoed.
            err.write_all(b"\n")?;
            Ok(secret)
        })
    }
}

impl Asker for Drawn {
    fn line(&mut self, question: &str, default: Option<&str>) -> Result<String, Unanswered> {
        let offer = default.map(|text| format!(" [{}]", shown(text))).unwrap_or_default();
        let answer = self.typed(&format!("{}{offer}: ", shown(question)), "", false)?;
        Ok(if answer.is_empty() { default.unwrap_or_default().to_owned() } else { answer })
    }

    fn edited(&mut self, question: &str, present: &str) -> Result<String, Unanswered> {
        self.typed(&format!("{}: ", shown(question)), &shown(present), false)
    }

    fn path(&mut self, question: &str) -> Result<String, Unanswered> {
        self.typed(&format!("{}: ", shown(question)), "", true)
    }

    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.left.ask_secret(question)
    }

    fn choice(&mut self, question: &str, options: &[String], default: usize) -> Result<usize, Unanswered> {
        let (prompt, items) = (shown(question).into_owned(), fitting(options));
        let draw = move || Select::with_theme(&Marked).with_prompt(prompt).items(items).default(default).interact_opt();
        self.picked(draw)
    }

    fn search(&mut self, question: &str, options: &[String]) -> Result<usize, Unanswered> {
        let (prompt, items) = (shown(question).into_owned(), fitting(options));
        let draw = move || {
            FuzzySelect::with_theme(&Marked)
                .with_prompt(prompt)
                .items(items)
                .default(0)
                .max_length(LISTED)
                .interact_opt()
        };
        self.picked(draw)
    }

    fn yes(&mut self, question: &str, default: bool) -> Result<bool, Unanswered> {
        let prompt = shown(question).into_owned();
        // Not at the first key: whoever types "no" means both letters.
        let draw = move || Confirm::new().with_prompt(prompt).default(default).wait_for_newline(true).interact_opt();
        self.picked(draw)
    }
}

impl Drawn {
    /// What somebody types in a line, without the blanks around it. Ctrl-D is no answer.
    fn typed(&mut self, prompt: &str, present: &str, files: bool) -> Result<String, Unanswered> {
        let (prompt, present) = (prompt.to_owned(), present.to_owned());
        let edit = move || {
            let config = Config::builder().behavior(Behavior::PreferTerm).bracketed_paste(false);
            let config = config.max_history_size(0).map_err(line_error)?.completion_type(CompletionType::List);
            let mut line = Editor::<Files, MemHistory>::with_history(config.build(), MemHistory::new());
            let line = line.as_mut().map_err(|error| io::Error::other(error.to_string()))?;
            line.enable_synchronized_output(false);
            line.set_helper(files.then_some(Files));
            loop {
                match line.readline_with_initial(&prompt, (&present, "")) {
                    Err(ReadlineError::Eof) if tcgetattr(stdin()).is_ok() => {}
                    answer => return answer.map_err(line_error),
                }
            }
        };
        // Whose line waits for a while only cannot be stopped by Ctrl-Z either, so that another thread may read it.
        let line = if are_limited() { self.left.ask(Keys::Line, edit) } else { self.left.answer(|| edited(edit)) };
        Ok(line?.trim().to_owned())
    }

    /// What somebody picks; Esc picks nothing. dialoguer's parts cannot be handed to another thread, so they are made where they draw.
    fn picked<T: Send + 'static>(
        &mut self,
        draw: impl FnOnce() -> dialoguer::Result<Option<T>> + Send + 'static,
    ) -> Result<T, Unanswered> {
        self.left.ask(Keys::Drawn, move || draw().map_err(io_error))?.ok_or(Unanswered::Cancelled)
    }
}

/// As dialoguer draws, but that what is searched for stands behind a colon, as every answer does, and no colon behind a question mark.
struct Marked;

impl Theme for Marked {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        write!(f, "{}", asked(prompt))
    }

    fn format_input_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, answer: &str) -> fmt::Result {
        write!(f, "{} {answer}", asked(prompt))
    }

    fn format_fuzzy_select_prompt(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
        search_term: &str,
        at: usize,
    ) -> fmt::Result {
        let (before, behind) = search_term.split_at(at);
        write!(f, "{prompt}: {before}|{behind}")
    }
}

/// The question before its answer: with a colon, unless it ends with a mark of its own.
fn asked(question: &str) -> Cow<'_, str> {
    if question.ends_with('?') { question.into() } else { format!("{question}:").into() }
}

/// Says whether lists are drawn in colour: dialoguer has rules of its own.
pub fn paint(on: bool) {
    set_colors_enabled_stderr(on);
}

fn line_error(error: ReadlineError) -> io::Error {
    match error {
        ReadlineError::Io(error) => error,
        ReadlineError::Eof => ErrorKind::UnexpectedEof.into(),
        ReadlineError::Interrupted => ErrorKind::Interrupted.into(),
        other => io::Error::other(other.to_string()),
    }
}

fn io_error(dialoguer::Error::IO(error): dialoguer::Error) -> io::Error {
    error
}

/// The options, each on one line: what is wider than the terminal would be drawn over.
fn fitting(options: &[String]) -> Vec<String> {
    let columns = usize::from(Term::stderr().size().1).saturating_sub(MARK + 1);
    options.iter().map(|option| truncate_str(&shown(option), columns, "…").into_owned()).collect()
}

/// Completes the names of files.
struct Files;

impl Completer for Files {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let begun = line.get(..at).unwrap_or_default();
        let name = begun.rfind(MAIN_SEPARATOR).map_or(0, |place| place + 1);
        Ok((name, names(&begun[..name], &begun[name..])))
    }
}

impl Helper for Files {}
impl Highlighter for Files {}
impl Validator for Files {}
impl Hinter for Files {
    type Hint = String;
}

/// The files in a folder whose names begin so; folders with what stands behind them in a path.
fn names(folder: &str, begun: &str) -> Vec<String> {
    let folder = Path::new(if folder.is_empty() { "." } else { folder });
    let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok);
    let wanted = |name: &String| name.starts_with(begun) && (!name.starts_with('.') || begun.starts_with('.'));
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(wanted).collect();
    names.sort();
    for name in names.iter_mut().filter(|name| folder.join(name.as_str()).is_dir()) {
        name.push(MAIN_SEPARATOR);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_path_is_completed_by_the_files_that_are_there() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["people-é.csv", "people-ê.csv", "sites.csv", ".hidden"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        std::fs::create_dir(folder.path().join("more")).expect("a folder");
        let base = folder.path().to_str().expect("UTF-8");
        assert_eq!(names(base, "p"), ["people-é.csv", "people-ê.csv"]);
        assert_eq!(names(base, ""), ["more/", "people-é.csv", "people-ê.csv", "sites.csv"]);
        assert_eq!(names(base, ".h"), [".hidden"]);
        assert!(names(base, "x").is_empty() && names("/nowhere at all", "").is_empty());
    }
}
