//! Carry the trail out of the file, to be kept and verified elsewhere.
use crate::command::access::may_read;
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::site::SiteNumber;
use crate::store::audit::export::{self, Reader, Wanted};
use crate::ui::Format;
use crate::ui::report::{Report, checked};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
One entry a line, as JSON. What is kept in the details stays byte for byte, so that `pao audit verify` can recompute the chain
from the export alone. Of one site the chain has gaps: that is for reading, and whoever manages the site reads it without what is for those
who look after the registry.

Examples:
  pao audit export > trail.jsonl
  pao audit export --after 120 >> trail.jsonl
  pao audit export --site 7000017")]
pub struct ExportArgs {}

/// The owner of the file and operators get the whole trail, managers what happened at their site.
///
/// # Errors
/// R4, R15, R16; `tampered` for an entry that cannot be read.
pub fn run(_args: &ExportArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(views::AUDIT)?;
    let options = cx.output_options();
    if options.format == Format::Csv || options.columns.is_some() {
        return Err(Error::usage("an export of the trail is lines of JSON; `pao audit list` has columns"));
    }
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    cx.session().open()?;
    let mut reader = Reader::OfTheRegistry;
    if !cx.session().store()?.is_owned() {
        let caller = cx.authenticate()?;
        if !caller.person.operator {
            reader = Reader::OfASite;
            let site = cx.site(&caller)?;
            may_read(&cx.standing(&caller, &site)?)?;
            cx.options.site = Some(site);
        }
    }
    let (site, now) = (cx.options.site.clone(), cx.session().now());
    let (store, mut output) = cx.store_and_output()?;
    let progress = output.progress("entries read");
    let out = output.lines();
    let wanted = Wanted { after, site: site.as_ref().map(SiteNumber::as_str), limit, reader };
    export::lines(store.read_at_any_time(now)?.view(), wanted, |line| {
        progress.advance();
        checked(writeln!(out, "{line}"))
    })?;
    Ok(Report::nothing().into())
}
