//! Recompute the whole chain; with a head that was kept elsewhere, find a tail that was cut off too.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::answer::AuditVerdict;
use crate::rules::Code;
use crate::store::audit::{self, Link};
use crate::store::query::trail;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao audit verify
  pao audit verify --expect 120:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
pub struct VerifyArgs {
    /// A head that `pao audit head` printed: HASH, or SEQ:HASH
    #[arg(long, value_parser = head, value_name = "HEAD")]
    expect: Option<Expected>,
}

/// A head as it was typed: the number may be left out.
#[derive(Debug, Clone)]
struct Expected {
    seq: Option<i64>,
    hash: [u8; 32],
}

/// Prints the verdict; a bad one is `tampered`.
///
/// # Errors
/// `invalid_value` for a head that is none; what the file says.
pub fn run(args: &VerifyArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.session().open()?;
    let expected = &args.expect;
    let progress = cx.output().progress("entries verified");
    let tx = cx.session().read_at_any_time()?;
    let found = audit::verify(tx.view(), expected.as_ref().map(|head| &head.hash), || progress.advance())?;
    drop(progress);
    let met = match (expected, &found.expected) {
        (Some(wanted), Some(link)) => wanted.seq.is_none_or(|seq| seq == link.seq),
        (Some(_), None) => false,
        (None, _) => true,
    };
    let ok = found.first_bad.is_none() && met;
    let verdict =
        AuditVerdict { ok, entries: found.entries, head: found.head.as_ref().map(written), first_bad: found.first_bad };
    let error = found.first_bad.map_or_else(
        || (!met).then(|| Error::new(Code::Tampered, "the trail does not lead through the head that was expected: its end was cut off, or it is another trail")),
        |seq| Some(Error::new(Code::Tampered, format!("entry {seq} of the audit trail does not fit the chain"))),
    );
    let words = if ok { "The audit trail is whole" } else { "The audit trail is NOT whole" };
    let details = vec![
        Part::Line(words.to_owned()),
        Part::Pair("Entries", verdict.entries.to_string()),
        Part::Pair("Head", verdict.head.clone().unwrap_or_else(|| "-".to_owned())),
    ];
    let report = Report::object(&verdict, details)?;
    Ok(Outcome { status: error.as_ref().map_or(0, Error::status), error, ..report.into() })
}

fn written(link: &Link) -> String {
    format!("{}:{}", link.seq, trail::hex(&link.hash))
}

fn head(text: &str) -> Result<Expected, Malformed> {
    let bad = || Malformed::new("expect", "must be a line that `pao audit head` printed, SEQ:HASH or the hash alone");
    let (seq, hash) = match text.trim().split_once(':') {
        Some((seq, hash)) => (Some(seq.parse().map_err(|_| bad())?), hash),
        None => (None, text.trim()),
    };
    let mut bytes = [0_u8; 32];
    if hash.len() != 64 || !hash.is_ascii() {
        return Err(bad());
    }
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte =
            hash.get(2 * index..2 * index + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).ok_or_else(bad)?;
    }
    Ok(Expected { seq, hash: bytes })
}
