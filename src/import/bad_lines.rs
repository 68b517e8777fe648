//! The lines that are not acceptable: every one is named, with its number, what it is refused for and why.
use crate::error::Error;
use serde_json::{Value, json};

/// Lines that are named; a file of a million bad lines says no more than the first hundred thousand of them.
const NAMED: usize = 100_000;

/// What was found so far.
#[derive(Debug, Default)]
pub struct BadLines {
    rows: Vec<Value>,
    count: usize,
}

impl BadLines {
    /// One more; `whom` is named where the words of the error do not do so.
    pub fn add(&mut self, line: u64, whom: Option<&str>, error: &Error) {
        self.count += 1;
        if self.rows.len() >= NAMED {
            return;
        }
        // That it is the file is known, of every line.
        let message = error.message.strip_prefix("file: ").unwrap_or(&error.message);
        let message = match whom.filter(|whom| !message.contains(*whom)) {
            Some(whom) => format!("{whom}: {message}"),
            None => message.to_owned(),
        };
        let mut row = json!({ "line": line, "code": error.code.word(), "message": message });
        if let Some(field) = error.details.get("field") {
            row["field"] = field.clone();
        }
        self.rows.push(row);
    }

    /// Whether every line was good so far.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The answer that names them all (cli.md, "A failed import").
    pub fn into_error(mut self) -> Error {
        self.rows.sort_by_key(|row| row["line"].as_u64());
        let lines = if self.count == 1 { "1 line is".to_owned() } else { format!("{} lines are", self.count) };
        let error = Error::invalid("file", format!("file: {lines} not acceptable; nothing was changed"))
            .hinted("mend what is named here, then look at the plan with `--dry-run`");
        let left = self.count - self.rows.len();
        let error = error.detailed("rows", self.rows);
        if left == 0 { error } else { error.detailed("rows_left_off", left) }
    }
}
