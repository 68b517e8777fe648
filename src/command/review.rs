//! A form from its first question to the moment in which it is sent.
use crate::error::Result;

use super::context::Context;
use super::form::Row;

impl Context<'_> {
    /// A form: asked for, shown once more, and one line of it asked for again, until it is sent. `ask` finds every answer that stays.
    ///
    /// # Errors
    /// What `ask` says; `interrupted`.
    pub fn form<F>(
        &mut self,
        what: &str,
        ask: impl Fn(&mut Self) -> Result<F>,
        rows: impl Fn(&F) -> Vec<Row>,
    ) -> Result<F> {
        loop {
            let form = ask(self)?;
            if self.prompt().is_sent(what, &rows(&form))? {
                return Ok(form);
            }
        }
    }
}
