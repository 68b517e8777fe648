//! A copy of the registry put into its place, and on record.
//!
//! What must hold: what was spent since the copy was made does not come back to life, and whoever restores an older copy
//! hears first how many entries are lost.
mod in_place;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::head::KeptHead;
use crate::model::setting::Setting;
use crate::model::upkeep::{Ended, Restored};
use crate::notice::registry::restored;
use crate::rules::Code;
use crate::store::audit::{self, Link};
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::{outbox, restore as change};
use crate::store::query::{people, settings};
use crate::store::restore::{Candidate, InPlace};
use crate::store::{Committed, WriteTx};
use crate::ui::prose::Part;
use clap::{Args, ValueHint};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
The copy is judged as `pao db check` would, rebuilt row by row, and exchanged with the file in place, which is kept beside it.
Every sign-in, token, code and temporary passcode ends; letters that wait are not sent; who has another password or address by now
gets a new one by `pao account recover`. All operators are told.

Examples:
  pao db restore /backup/pao.db --dry-run
  pao db restore /backup/pao.db --expect 120:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --yes
  pao db restore /backup/pao.db --older --yes")]
pub struct RestoreArgs {
    /// A plain file of yours, 0600
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
    /// A head that must be in the trail of the copy: HASH, or SEQ:HASH
    #[arg(long, value_parser = expected, value_name = "HEAD")]
    expect: Option<KeptHead>,
    /// Accept that the database in place has entries that the copy lacks
    #[arg(long)]
    older: bool,
    /// Take the file in place for the copy: something else put it there
    #[arg(long, conflicts_with = "file")]
    in_place: bool,
}

/// Judges the copy, compares it, asks, and puts it into the place.
///
/// # Errors
/// `owner_only`; `wrong_state`, `conflict`, `busy`, `io`; the codes of exit status 10 for the copy.
pub fn run(args: &RestoreArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    if !args.in_place {
        cx.prompt().needed(args.file.as_ref(), "<FILE>")?;
    }
    if !cx.options.dry_run {
        cx.prompt().confirmable()?;
    }
    if args.in_place {
        return in_place::run(args, cx);
    }
    let file = cx.file(args.file.as_deref(), "The copy")?;
    let (file, now) = (cx.session().in_folder(&file), cx.session().now());
    let place = crate::store::place(&cx.session().database()?);
    let progress = cx.output().progress("checks made");
    let candidate =
        Candidate::take(&file, &place, args.expect.as_ref(), (now, cx.options.dry_run), || progress.advance())?;
    drop(progress);
    let kept = cx.session().kept_head(&place, candidate.registry());
    let known = candidate.against(&place, kept.as_ref())?;
    not_older(&candidate.head, &known, args.older)?;
    let mut answer = answer(&candidate.head, &known);
    let dry_run = cx.options.dry_run;
    if !dry_run {
        cx.prompt().confirm(&question(&answer))?;
    }
    let work = |tx: WriteTx<'_>| put_on_record(tx, &known, &answer);
    let (done, ended, kept) = candidate.into_place(&place, known.head.as_ref(), (now, dry_run), work)?;
    answer.kept = kept.map(|kept| kept.display().to_string());
    answer.ended = ended;
    if !dry_run {
        answer.head = audit::head(cx.session().read_at_any_time()?.view())?.as_ref().map(ToString::to_string);
    }
    let details = details(&answer);
    Ok(cx.changed(&done, answer, details)?.into())
}

/// What is known before anything is done.
fn answer(head: &Link, known: &InPlace) -> Restored {
    Restored {
        head: None,
        restored: head.to_string(),
        replaced: known.newest.as_ref().map(ToString::to_string),
        lost: known.newest.as_ref().map(|_| known.lost),
        forked: known.forked,
        ended: Ended::default(),
        kept: None,
    }
}

/// Entries that the file in place has and the copy lacks are given up only where somebody says so.
fn not_older(candidate: &Link, known: &InPlace, older: bool) -> Result<()> {
    let Some(newest) = known.newest.as_ref().filter(|_| known.lost > 0 && !older) else { return Ok(()) };
    let apart = if known.forked {
        "the copy and the registry as it was known went different ways"
    } else {
        "the copy is older than the registry as it was known"
    };
    let words = format!("{apart}: {} would be lost", entries(known.lost));
    Err(Error::new(Code::Conflict, words)
        .detailed("candidate", candidate.to_string())
        .detailed("known", newest.to_string())
        .detailed("lost", known.lost)
        .detailed("forked", known.forked)
        .hinted("where that is what you want, add `--older`"))
}

fn question(answer: &Restored) -> String {
    match (&answer.replaced, answer.lost) {
        (Some(_), Some(0)) => "Put the copy into the place of the database?".to_owned(),
        (Some(_), Some(lost)) => format!("Put the copy into the place of the database, and lose {}?", entries(lost)),
        _ => "What is in place cannot be read, or nothing is there. Put the copy into the place?".to_owned(),
    }
}

fn entries(count: i64) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

/// What does not come back ends, in the transaction that says so.
fn put_on_record(tx: WriteTx<'_>, known: &InPlace, answer: &Restored) -> Result<(Committed, Ended)> {
    let by = CaretakerAuthority::owner(&tx, None)?;
    let ended = change::end_all(&by, &known.changed, known.next_site)?;
    let named = people::operators(tx.view())?.into_iter().map(|person| (person.email.to_string(), person.name()));
    let keeper = settings::value(tx.view(), Setting::MailAuditTo)?.map(|to| (to.clone(), to));
    for (to, name) in named.chain(keeper) {
        outbox::queue(&by, restored(&to, &name, &answer.restored, answer.replaced.as_deref(), answer.lost));
    }
    let entry = by
        .entry()
        .with("restored", answer.restored.clone())
        .with("replaced", answer.replaced.clone())
        .with("lost", answer.lost)
        .with("ended", serde_json::to_value(&ended).unwrap_or_default());
    drop(by);
    Ok((tx.commit(entry)?, ended))
}

fn details(answer: &Restored) -> Vec<Part> {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let Ended { sign_ins, tokens, codes, passcodes, registrations, letters, passwords } = &answer.ended;
    vec![
        Part::Pair("Restored up to", answer.restored.clone()),
        Part::Pair("Replaced", or_dash(answer.replaced.clone())),
        Part::Pair("Entries lost", or_dash(answer.lost.map(|lost| lost.to_string()))),
        Part::Pair("Head", or_dash(answer.head.clone())),
        Part::Pair(
            "Ended",
            format!(
                "sign-ins {sign_ins}, tokens {tokens}, codes {codes}, passcodes {passcodes}, registrations {registrations}, \
                 letters {letters}, passwords {passwords}"
            ),
        ),
        Part::Pair("The old file", or_dash(answer.kept.clone())),
    ]
}

fn expected(text: &str) -> Result<KeptHead, Malformed> {
    KeptHead::parse(text, "expect")
}
