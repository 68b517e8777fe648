//! The newest link of the chain: a line to keep elsewhere.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::answer::AuditHead;
use crate::model::head::hex;
use crate::store::audit;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao audit head
  pao audit head --json")]
pub struct HeadArgs {}

/// Prints number and hash.
///
/// # Errors
/// R15, of a guest; what the file says.
pub fn run(_args: &HeadArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.looks_after_the_file()?;
    let link = audit::head(cx.session().read_at_any_time()?.view())?;
    let head =
        AuditHead { seq: link.as_ref().map_or(0, |link| link.seq), hash: link.as_ref().map(|link| hex(&link.hash)) };
    let line = format!("{}:{}", head.seq, head.hash.as_deref().unwrap_or("-"));
    Ok(Report::object(&head, vec![Part::Line(line)])?.into())
}
