//! One entry of the trail, with its details.
use crate::command::Outcome;
use crate::command::access::may_read;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::answer::AuditEntry;
use crate::model::number::whole;
use crate::model::shell;
use crate::model::site::SiteNumber;
use crate::store::query::trail;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;
use serde_json::Value;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Operators see under `rows` and `letters` what was written with the entry, by digests that `pao db check` compares; managers of a site
do not, since whoever knows most of a row could guess the rest.

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
    let mut entry = trail::numbered(cx.session().read()?.view(), seq)?.ok_or_else(missing)?;
    if !caller.person.operator {
        let site = entry.site.as_deref().and_then(|site| SiteNumber::parse(site, "site").ok()).ok_or_else(missing)?;
        may_read(&cx.standing(&caller, &site).map_err(|_| missing())?)?;
        entry.keep_what_a_site_may_see();
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let mut details = vec![
        Part::Line(sentence(&entry)),
        Part::Line(String::new()),
        Part::Pair("Entry", entry.seq.to_string()),
        Part::When("At", Some(entry.at)),
        Part::Pair("Actor", text(&entry.actor)),
        Part::Pair("Action", entry.action.clone()),
        Part::Pair("Site", text(&entry.site)),
        Part::Pair("Subject", text(&entry.subject)),
        Part::Pair("Outcome", entry.outcome.clone()),
        Part::Pair("Code", text(&entry.code)),
    ];
    details.push(Part::Pair("Hash", entry.hash.clone()));
    let known = entry.details.as_object().into_iter().flatten();
    details.extend(known.map(|(name, value)| Part::Line(format!("{}: {}", name.replace('_', " "), in_words(value)))));
    Ok(Report::object(&entry, details)?.into())
}

/// Who did what to whom, in a sentence.
fn sentence(entry: &AuditEntry) -> String {
    let actor = entry.actor.as_deref().unwrap_or("Somebody who was not signed in");
    let command = shell::typed(entry.action.split('.'));
    let subject = entry.subject.as_ref().map(|subject| format!(", about {subject}")).unwrap_or_default();
    let site = entry.site.as_ref().map(|site| format!(" at site {site}")).unwrap_or_default();
    let end = entry.code.as_ref().map(|code| format!(", and was refused ({code})")).unwrap_or_default();
    format!("{actor} ran `{command}`{subject}{site}{end}")
}

/// A value without the signs of JSON, as far as it has a plain form.
fn in_words(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let named = fields.iter().map(|(name, value)| format!("{}: {}", name.replace('_', " "), in_words(value)));
            named.collect::<Vec<_>>().join("; ")
        }
        Value::Number(number) => number.to_string(),
    }
}
