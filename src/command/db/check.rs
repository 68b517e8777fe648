//! Is the file whole, and is what it says consistent?
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, MEND, Result};
use crate::model::answer::CheckLine;
use crate::rules::Code;
use crate::store::check;
use crate::ui::report::{Part, Report};

/// Prints every check with what it found; a finding is `damaged`.
///
/// # Errors
/// What the file says when it cannot even be read.
pub fn run(cx: &mut Context<'_>) -> Result<Outcome> {
    cx.open()?;
    let verdict = check::judge(cx.read_at_any_time()?.look())?;
    let row = |line: &CheckLine| {
        vec![line.name.clone(), if line.ok { "yes" } else { "NO" }.to_owned(), line.found.to_string()]
    };
    let table = Part::Table(&["check", "ok", "found"], verdict.checks.iter().map(row).collect());
    let mode = format!("Mode: {}", verdict.mode);
    let bad: Vec<&str> = verdict.checks.iter().filter(|line| !line.ok).map(|line| line.name.as_str()).collect();
    let error = (!bad.is_empty()).then(|| {
        Error::new(Code::Damaged, format!("the database does not check out: {}", bad.join(", "))).hinted(MEND)
    });
    let report = Report::object(&verdict, vec![table, Part::Line(mode)])?;
    Ok(Outcome { report, status: error.as_ref().map_or(0, Error::status), error })
}
