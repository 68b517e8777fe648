//! A copy of the whole file, while others work with it.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::upkeep::Backup;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::backup::{self, Copied};
use crate::ui::Format;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::{Args, ValueHint};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
The copy is one file, 0600, proven before it gets its name; nobody who works with the database waits for it. That it was made is an entry of the audit trail, the last one in the copy. It holds whatever the database holds: keep it as safe.

Several, one a day:
  pao db backup \"backups/pao-$(date +%F).db\"

Examples:
  pao db backup /backup/pao.db
  pao db backup - | ssh elsewhere 'umask 077; cat > pao.db'")]
pub struct BackupArgs {
    /// Where the copy goes, a file that is not there yet; - is standard output
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
}

/// Puts the backup on record, then makes it.
///
/// # Errors
/// `owner_only`; `already_exists`; `io`; `usage` where the copy would go onto a terminal.
pub fn run(args: &BackupArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.file.as_ref(), "<FILE>")?;
    let caller = cx.authenticate_if_any()?;
    let file = cx.file(args.file.as_deref(), "Where the copy goes")?;
    let place = place(cx, &file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let person = caller.as_ref().map(|caller| caller.person.clone());
    let (done, ()) = cx.session().change_with_try(person.as_ref(), WrongTry::default(), |tx| {
        let by = CaretakerAuthority::owner(&tx, caller.as_ref().map(|caller| &caller.key))?;
        let entry = by.entry().with("file", name);
        Ok((tx.commit(entry)?, ()))
    })?;
    let copied = if done.is_dry_run() { None } else { Some(copied(cx, place.as_deref())?) };
    let head = copied.as_ref().and_then(|copied| copied.head.as_ref());
    let made = Backup {
        file: place.as_ref().unwrap_or(&file).display().to_string(),
        bytes: copied.as_ref().map(|copied| copied.bytes),
        head: head.map(ToString::to_string),
        entries: head.map(|link| link.seq),
    };
    if place.is_none() && !done.is_dry_run() {
        return Ok(Report::nothing().status(format!("Copied, up to {}", made.head.unwrap_or_default())).into());
    }
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let details = vec![
        Part::Pair("File", made.file.clone()),
        Part::Pair("Bytes", or_dash(made.bytes.map(|bytes| bytes.to_string()))),
        Part::Pair("Entries", or_dash(made.entries.map(|entries| entries.to_string()))),
        Part::Pair("Head", or_dash(made.head.clone())),
    ];
    Ok(cx.changed(&done, made, details)?.into())
}

/// Where the copy goes; nothing for standard output.
fn place(cx: &mut Context<'_>, file: &Path) -> Result<Option<PathBuf>> {
    if file.as_os_str() != "-" {
        return backup::vacant(&cx.session().in_folder(file)).map(Some);
    }
    let output = cx.output();
    if output.options().terminal.stdout {
        return Err(Error::usage("the copy would go onto the terminal; give a file, or pass it on with a pipe"));
    }
    if output.options().format != Format::Table {
        return Err(Error::usage("standard output is the copy itself, so that it takes no other answer"));
    }
    Ok(None)
}

fn copied(cx: &mut Context<'_>, place: Option<&Path>) -> Result<Copied> {
    let progress = cx.output().progress("steps copied");
    if let Some(place) = place {
        cx.session().store()?.back_up(place, || progress.advance())
    } else {
        let (store, mut output) = cx.store_and_output()?;
        store.back_up_to(output.lines(), || progress.advance())
    }
}
