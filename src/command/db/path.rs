//! Where the database is, or would be.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::upkeep::DatabasePath;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao db path
  pao db path --json")]
pub struct PathArgs {}

/// Prints the path that the other commands use.
///
/// # Errors
/// `invalid_value` for a path that is none.
pub fn run(_args: &PathArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let path = cx.session().database()?;
    let (path, exists) = (path.display().to_string(), path.exists());
    let prose = vec![Part::Line(path.clone())];
    Ok(Report::object(&DatabasePath { path, exists }, prose)?.into())
}
