//! What strangers are answered who ask for a letter: the same to everybody, by the same work.
use crate::error::Result;
use crate::model::answer::Accepted;
use crate::model::email::Address;
use crate::model::shell::CommandLine;
use crate::store::authority::visitor::Visitor;
use crate::store::change::{sources, visits};
use crate::store::{Committed, WriteTx};
use crate::ui::prose::Part;
use crate::ui::report::Report;

use super::context::Context;
use super::outcome::Outcome;

/// Ends what a stranger asked for: with an entry where something came of it, or once an hour, and counted otherwise. The work
/// is the same.
///
/// # Errors
/// What SQLite says.
pub fn answered(tx: WriteTx<'_>, email: &Address, changed: bool) -> Result<Committed> {
    let visitor = Visitor::anonymous(&tx);
    sources::count(&visitor, sources::Kind::Letter)?;
    let counted = visits::note(&visitor, email.as_str())?;
    let entry = visitor.entry().about(email.as_str());
    match counted.filter(|_| !changed) {
        Some(counted) => tx.counted(&counted),
        None => tx.commit(entry),
    }
}

/// The answer that is the same for everybody.
///
/// # Errors
/// `internal` where it cannot be written as JSON.
pub fn accepted(cx: &mut Context<'_>, done: &Committed, line: &str, next: CommandLine) -> Result<Outcome> {
    let report = Report::object(&Accepted { accepted: true }, vec![Part::Line(line.to_owned())])?;
    let report = cx.sent_in_silence(done, report);
    Ok(if done.is_dry_run() { report } else { report.next(next) }.into())
}
