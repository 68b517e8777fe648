//! Which file is meant: the one that was typed or asked for; for what is read, standard input too.
use crate::error::{Error, Result};
use crate::import::Origin;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::prompt::missing;

impl Context<'_> {
    /// The file of an import; `-` is standard input.
    ///
    /// # Errors
    /// `io`; `invalid_value` for what comes through a pipe and is too large; `interrupted`.
    pub fn import_file(&mut self, typed: Option<&Path>) -> Result<Origin> {
        let path = self.file(typed, "CSV or JSON file")?;
        if path.as_os_str() == "-" {
            return Origin::held(self.prompt().rest_of_stdin()?);
        }
        Origin::at(self.session().in_folder(&path))
    }

    /// A path that was typed or is asked for, `<FILE>`.
    ///
    /// # Errors
    /// `invalid_value` for an empty one; `usage`, `interrupted`.
    pub fn file(&mut self, typed: Option<&Path>, question: &str) -> Result<PathBuf> {
        // A guest's file is not on this machine.
        if typed.is_none() && self.prompt().guest {
            return Err(missing("<FILE>"));
        }
        typed.map_or_else(|| self.prompt().path("<FILE>", question, parse), |path| Ok(path.to_owned()))
    }
}

fn parse(text: &str) -> Result<PathBuf> {
    if text.is_empty() { Err(Error::invalid("file", "file: is missing")) } else { Ok(PathBuf::from(text)) }
}
