//! A file that something else put into the place, an older copy perhaps: judged as a copy is, and on record from now on.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::session::WrongTry;
use crate::error::Result;
use crate::store::audit;
use crate::store::kept::Seen;
use crate::store::restore::InPlace;

use super::{RestoreArgs, answer, details, not_older, put_on_record, question};

/// Judges the file in place, compares it with the head that the caller keeps, asks, and puts it on record.
///
/// # Errors
/// As [`super::run`].
pub(super) fn run(args: &RestoreArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.session().open()?;
    let now = cx.session().now();
    let progress = cx.output().progress("checks made");
    let head = cx.session().store()?.proven(args.expect.as_ref(), now, || progress.advance())?;
    drop(progress);
    let known = known(cx, &head)?;
    not_older(&head, &known, args.older)?;
    let mut answer = answer(&head, &known);
    if !cx.options.dry_run {
        cx.prompt().confirm(&question(&answer))?;
    }
    let (done, ended) =
        cx.session().change_with_try(None, WrongTry::default(), |tx| put_on_record(tx, &known, &answer))?;
    answer.ended = ended;
    if !done.is_dry_run() {
        answer.head = audit::head(cx.session().read_at_any_time()?.view())?.as_ref().map(ToString::to_string);
    }
    let details = details(&answer);
    Ok(cx.changed(&done, answer, details)?.into())
}

/// What the kept head tells, where it is not on the trail of the file.
fn known(cx: &mut Context<'_>, head: &audit::Link) -> Result<InPlace> {
    let store = cx.session().store()?;
    let (path, registry) = (store.path().to_path_buf(), *store.registry());
    let Some(kept) = cx.session().kept_head(&path, &registry) else { return Ok(InPlace::default()) };
    Ok(match cx.session().store()?.seen(&kept)? {
        Seen::Gone { .. } => InPlace::kept(kept, head),
        Seen::OnTrail | Seen::PutBack { .. } => InPlace::default(),
    })
}
