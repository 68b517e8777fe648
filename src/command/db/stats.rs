//! How large the file is, and how much is in it.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao db stats
  pao db stats --json")]
pub struct StatsArgs {}

/// Prints sizes and counts, to the owner of the file and to operators.
///
/// # Errors
/// R15; what the file says.
pub fn run(_args: &StatsArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.session().open()?;
    cx.looks_after_the_file()?;
    let now = cx.session().now();
    let mut stats = cx.session().store()?.stats(now)?;
    // Where it lies is nothing to a guest.
    stats.path = stats.path.filter(|_| !cx.prompt().guest);
    let details = vec![
        Part::Pair("Path", stats.path.clone().unwrap_or_else(|| "-".to_owned())),
        Part::Pair("Bytes", stats.bytes.to_string()),
        Part::Pair("Bytes in the log", stats.wal_bytes.to_string()),
        Part::Pair("Free bytes", stats.free_bytes.to_string()),
        Part::Pair("Entries", stats.entries.to_string()),
        Part::Pair("Head", stats.head.clone().unwrap_or_else(|| "-".to_owned())),
        Part::When("Newest entry", stats.newest_at),
        Part::Pair("People", stats.people.to_string()),
        Part::Pair("Sites", stats.sites.to_string()),
        Part::Pair("Current access", stats.access.to_string()),
        Part::Pair("Letters that wait", stats.letters.queued.to_string()),
        Part::Pair("Letters that failed", stats.letters.failed.to_string()),
        Part::Pair("Mode", stats.mode.to_owned()),
        Part::Pair("Guests", if stats.guests.is_empty() { "-".to_owned() } else { stats.guests.join(", ") }),
        Part::When("Last backup", stats.last_backup),
    ];
    Ok(Report::object(&stats, details)?.into())
}
