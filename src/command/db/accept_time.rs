//! The clock of this machine is right, whatever the newest entry says.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::upkeep::{AcceptedTime, Ended};
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::accept_time::date_back;
use crate::store::{audit, clock};
use crate::ui::prose::Part;
use clap::Args;
use std::collections::BTreeMap;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Where a clock ran ahead once, entries from the false time keep everybody out until then. This dates back to now what happened in that
time, opens access again that only its end date had ended there, and ends every sign-in, token, code and temporary passcode. Dates that
people chose stay. Where `pao maintain` did much in the false time, a backup from before is better: `pao db restore`.

Where nothing was changed for more than 366 days, it records that the clock is right all the same.

Examples:
  pao db accept-time --dry-run
  pao db accept-time --yes")]
pub struct AcceptTimeArgs {}

/// Dates back what is later than now, and puts it on record.
///
/// # Errors
/// `owner_only`; `usage`; what the file says.
pub fn run(_args: &AcceptTimeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    if !cx.options.dry_run {
        cx.prompt().confirmable()?;
    }
    let (now, dry_run) = (cx.session().now(), cx.options.dry_run);
    let doubted = clock::doubted(cx.session().read_at_any_time()?.view())?;
    if doubted.entries > 0 && !dry_run {
        let words =
            if doubted.entries == 1 { "1 entry is".to_owned() } else { format!("{} entries are", doubted.entries) };
        cx.prompt().confirm(&format!("It is {now}. {words} later than that; date back what they did?"))?;
    }
    let tx = cx.session().store()?.write_at_any_time(now, dry_run)?;
    let by = CaretakerAuthority::owner(&tx, None)?;
    let mut answer = AcceptedTime {
        from: doubted.newest,
        to: now,
        entries: doubted.entries,
        dated_back: BTreeMap::new(),
        reopened: 0,
        ended: Ended::default(),
        head: None,
    };
    let done = if doubted.is_sound {
        tx.unchanged()
    } else {
        if doubted.entries > 0 {
            let back = date_back(&by)?;
            answer.dated_back = back.rows.into_iter().map(|(table, count)| (table.to_owned(), count)).collect();
            (answer.reopened, answer.ended) = (back.reopened, back.ended);
        }
        let entry = by.entry().with("did", serde_json::to_value(&answer).unwrap_or_default());
        drop(by);
        tx.commit(entry)?
    };
    answer.head = audit::head(cx.session().read_at_any_time()?.view())?.as_ref().map(ToString::to_string);
    let dated: Vec<String> = answer.dated_back.iter().map(|(table, count)| format!("{count} {table}")).collect();
    let details = vec![
        Part::Pair("Newest entry", answer.from.map_or_else(|| "-".to_owned(), |from| from.to_string())),
        Part::Pair("Now", now.to_string()),
        Part::Pair("Entries from later", answer.entries.to_string()),
        Part::Pair("Dated back", if dated.is_empty() { "-".to_owned() } else { dated.join(", ") }),
        Part::Pair("Access open again", answer.reopened.to_string()),
        Part::Pair("Head", answer.head.clone().unwrap_or_else(|| "-".to_owned())),
    ];
    Ok(cx.changed(&done, answer, details)?.into())
}
