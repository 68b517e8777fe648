//! One entry of the trail, with its details.
use crate::command::Outcome;
use crate::command::access::may_read;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::number::whole;
use crate::model::site::SiteNumber;
use crate::store::facts::trail;
use crate::ui::report::{Part, Report};
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao audit show 12
  pao audit show 12 --json")]
pub struct ShowArgs {
    /// Number of the entry
    #[arg(value_parser = parsed::number("seq"), value_name = "SEQ")]
    seq: Option<i64>,
}

/// Operators see every entry, managers those of their site; any other is `not_found`.
///
/// # Errors
/// R4, R16; `invalid_value`.
pub fn run(args: &ShowArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.seq.as_ref(), "<SEQ>")?;
    let caller = cx.authenticate()?;
    let seq = cx
        .prompt()
        .value(args.seq, "<SEQ>", "Number of the entry", |text| Ok(whole(text, "seq", 1..=u32::MAX)?.into()))?;
    let missing = || Error::not_found(format!("entry {seq}"));
    let entry = trail::numbered(cx.session().read()?.view(), seq)?.ok_or_else(missing)?;
    if !caller.person.operator {
        let site = entry.site.as_deref().and_then(|site| SiteNumber::parse(site, "site").ok()).ok_or_else(missing)?;
        may_read(&cx.standing(&caller, &site).map_err(|_| missing())?)?;
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let details = vec![
        Part::Pair("Entry", entry.seq.to_string()),
        Part::Pair("At", entry.at.to_string()),
        Part::Pair("Actor", text(&entry.actor)),
        Part::Pair("Action", entry.action.clone()),
        Part::Pair("Site", text(&entry.site)),
        Part::Pair("Subject", text(&entry.subject)),
        Part::Pair("Outcome", entry.outcome.clone()),
        Part::Pair("Code", text(&entry.code)),
        Part::Pair("Details", entry.details.to_string()),
        Part::Pair("Hash", entry.hash.clone()),
    ];
    Ok(Report::object(&entry, details)?.into())
}
