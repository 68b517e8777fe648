//! Which file an import reads: the one that was typed or asked for, or standard input.
use crate::error::{Error, Result};
use crate::import::Origin;
use std::path::{Path, PathBuf};

use super::context::Context;

impl Context<'_> {
    /// The file of an import; `-` is standard input.
    ///
    /// # Errors
    /// `io`; `invalid_value` for what comes through a pipe and is too large; `interrupted`.
    pub fn import_file(&mut self, typed: Option<&Path>) -> Result<Origin> {
        let path = match typed {
            Some(path) => path.to_owned(),
            None => self.prompt().path("<FILE>", "CSV or JSON file", parse)?,
        };
        if path.as_os_str() == "-" {
            return Origin::held(self.prompt().rest_of_stdin()?);
        }
        Origin::at(self.session().in_folder(&path))
    }
}

fn parse(text: &str) -> Result<PathBuf> {
    if text.is_empty() { Err(Error::invalid("file", "file: is missing")) } else { Ok(PathBuf::from(text)) }
}
