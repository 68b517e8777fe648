//! A person at a terminal: dialoguer for lines, lists and yes or no; rpassword for what is not shown.
//!
//! What must hold: questions are put on stderr, stdout is for the answer. Every question runs under the guard of `ui::signals`. A
//! question that was answered leaves one line behind, a secret its question alone.
use crate::model::secret::Secret;
use crate::model::text::shown;
use crate::ui::ask::{Asker, Unanswered};
use crate::ui::signals::{Keys, during};
use dialoguer::console::{Term, truncate_str};
use dialoguer::{Completion, Confirm, FuzzySelect, Input, Select};
use std::io::{self, ErrorKind, Write as _};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

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
        if self.0 {
            return Err(Unanswered::Interrupted);
        }
        during(keys, question).map_err(|error| match error.kind() {
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
        let default = default.map(|text| shown(text).into_owned());
        self.typed(question, |input| match default {
            Some(default) => input.default(default),
            None => input,
        })
    }

    fn edited(&mut self, question: &str, present: &str) -> Result<String, Unanswered> {
        let present = shown(present).into_owned();
        self.typed(question, |input| input.with_initial_text(present))
    }

    fn path(&mut self, question: &str) -> Result<String, Unanswered> {
        self.typed(question, |input| input.completion_with(&Files))
    }

    fn secret(&mut self, question: &str) -> Result<Secret, Unanswered> {
        self.left.ask_secret(question)
    }

    fn choice(&mut self, question: &str, options: &[String], default: usize) -> Result<usize, Unanswered> {
        let (prompt, items) = (shown(question).into_owned(), fitting(options));
        let draw = move || Select::new().with_prompt(prompt).items(items).default(default).interact_opt();
        self.picked(draw)
    }

    fn search(&mut self, question: &str, options: &[String]) -> Result<usize, Unanswered> {
        let (prompt, items) = (format!("{}:", shown(question)), fitting(options));
        let draw =
            move || FuzzySelect::new().with_prompt(prompt).items(items).default(0).max_length(LISTED).interact_opt();
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
    /// What somebody types in a line, without the blanks around it. dialoguer's parts cannot be handed to another thread, so the line is
    /// made where it is asked.
    fn typed(
        &mut self,
        question: &str,
        as_wanted: impl FnOnce(Input<'static, String>) -> Input<'static, String> + Send + 'static,
    ) -> Result<String, Unanswered> {
        let prompt = shown(question).into_owned();
        let answer = self.left.ask(Keys::Drawn, move || {
            let input = Input::<String>::new().with_prompt(prompt).allow_empty(true);
            as_wanted(input).interact_text().map_err(io_error)
        });
        Ok(answer?.trim().to_owned())
    }

    /// What somebody picks; Esc picks nothing.
    fn picked<T: Send + 'static>(
        &mut self,
        draw: impl FnOnce() -> dialoguer::Result<Option<T>> + Send + 'static,
    ) -> Result<T, Unanswered> {
        self.left.ask(Keys::Drawn, move || draw().map_err(io_error))?.ok_or(Unanswered::Cancelled)
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

/// Names of files, completed as far as they are alike.
struct Files;

impl Completion for Files {
    fn get(&self, input: &str) -> Option<String> {
        let (folder, begun) =
            input.rsplit_once(MAIN_SEPARATOR).map_or(("", input), |(before, name)| (&input[..=before.len()], name));
        let path = if folder.is_empty() { Path::new(".") } else { Path::new(folder) };
        let entries = path.read_dir().ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let names: Vec<String> = entries
            .filter(|name| name.starts_with(begun) && (!name.starts_with('.') || begun.starts_with('.')))
            .collect();
        let alike = alike(&names)?;
        let whole = format!("{folder}{alike}");
        let is_folder = names.len() == 1 && PathBuf::from(&whole).is_dir();
        Some(if is_folder { format!("{whole}{MAIN_SEPARATOR}") } else { whole }).filter(|whole| whole != input)
    }
}

/// How all of these begin.
fn alike(names: &[String]) -> Option<&str> {
    let first = names.first()?;
    let ends = first.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let shared = ends.take_while(|end| names.iter().all(|name| name.starts_with(&first[..*end]))).last();
    shared.map(|end| &first[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_the_names_are_alike() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["people-é.csv", "people-ê.csv", "sites.csv", ".hidden"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        std::fs::create_dir(folder.path().join("more")).expect("a folder");
        let base = folder.path().display();
        let completed = |begun: &str| Files.get(&format!("{base}/{begun}"));
        assert_eq!(completed("p"), Some(format!("{base}/people-")));
        assert_eq!(completed("people-"), None, "the names differ from here on");
        assert_eq!(completed("s"), Some(format!("{base}/sites.csv")));
        assert_eq!(completed("m"), Some(format!("{base}/more/")));
        assert_eq!(completed("x"), None);
        assert_eq!(completed(".h"), Some(format!("{base}/.hidden")));
        assert_eq!(Files.get("/nowhere at all/x"), None);
    }
}
