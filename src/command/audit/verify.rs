//! Recompute the whole chain, of the file or of an export; with heads that were kept elsewhere, find a tail that was cut off too.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::import::Origin;
use crate::model::Malformed;
use crate::model::answer::{AuditVerdict, HeadMet};
use crate::model::head::KeptHead;
use crate::rules::Code;
use crate::store::audit::{self, Verdict, export};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::{Args, ValueHint};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
A chain that was recomputed whole fits again: only a head that was kept elsewhere shows that. `pao audit head` prints one.

Examples:
  pao audit verify
  pao audit verify --expect 120:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  pao audit verify --expect-file pao.heads
  pao audit verify --export trail.jsonl")]
pub struct VerifyArgs {
    /// A head that `pao audit head` printed: HASH, or SEQ:HASH; may be repeated
    #[arg(long, value_parser = expected, value_name = "HEAD")]
    expect: Vec<KeptHead>,
    /// File with such heads, one a line; - is standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    expect_file: Option<PathBuf>,
    /// An export of the trail instead of the database; - is standard input
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    export: Option<PathBuf>,
    /// The head before the first entry of the export, where that is not the first of all
    #[arg(long, value_parser = from, value_name = "HEAD", requires = "export")]
    from: Option<KeptHead>,
}

/// Prints the verdict; a bad one is `tampered`.
///
/// # Errors
/// `invalid_value` for a head that is none; what the file says.
pub fn run(args: &VerifyArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let mut heads = args.expect.clone();
    if let Some(path) = &args.expect_file {
        heads.extend(kept(&read(cx, path)?)?);
    }
    let found = if let Some(path) = &args.export {
        let mut export = read(cx, path)?.bytes()?;
        let progress = cx.output().progress("entries verified");
        export::verify(args.from.as_ref(), &heads, &mut export, || progress.advance())?
    } else {
        cx.looks_after_the_file()?;
        let progress = cx.output().progress("entries verified");
        audit::verify(cx.session().read_at_any_time()?.view(), &heads, || progress.advance())?
    };
    outcome(&found, &heads)
}

fn outcome(found: &Verdict, heads: &[KeptHead]) -> Result<Outcome> {
    let met = found.met.iter().all(|met| *met);
    let ok = found.first_bad.is_none() && met;
    let verdict = AuditVerdict {
        ok,
        entries: found.entries,
        head: found.head.as_ref().map(ToString::to_string),
        first_bad: found.first_bad,
        expected: heads
            .iter()
            .zip(&found.met)
            .map(|(head, met)| HeadMet { head: head.to_string(), met: *met })
            .collect(),
    };
    let error = found.first_bad.map_or_else(
        || (!met).then(|| Error::new(Code::Tampered, "the trail does not lead through a head that was expected: its end was cut off, or it is another trail")),
        |seq| Some(Error::new(Code::Tampered, format!("entry {seq} of the audit trail does not fit the chain"))),
    );
    let words = if ok { "The audit trail is whole" } else { "The audit trail is NOT whole" };
    let mut details = vec![
        Part::Line(words.to_owned()),
        Part::Pair("Entries", verdict.entries.to_string()),
        Part::Pair("Head", verdict.head.clone().unwrap_or_else(|| "-".to_owned())),
    ];
    let missing = verdict.expected.iter().filter(|head| !head.met);
    details.extend(missing.map(|head| Part::Pair("Not met", head.head.clone())));
    let report = Report::object(&verdict, details)?;
    Ok(Outcome { status: error.as_ref().map_or(0, Error::status), error, ..report.into() })
}

fn read(cx: &mut Context<'_>, path: &Path) -> Result<Origin> {
    cx.import_file(Some(path))
}

/// The heads in a file, a line each; empty lines say nothing.
fn kept(origin: &Origin) -> Result<Vec<KeptHead>> {
    let mut heads = Vec::new();
    for line in std::io::BufRead::lines(origin.bytes()?) {
        let line = line.map_err(|_| Error::invalid("expect-file", "expect-file: cannot be read as text"))?;
        if !line.trim().is_empty() {
            heads.push(KeptHead::parse(&line, "expect-file")?);
        }
    }
    Ok(heads)
}

fn expected(text: &str) -> Result<KeptHead, Malformed> {
    KeptHead::parse(text, "expect")
}

fn from(text: &str) -> Result<KeptHead, Malformed> {
    KeptHead::parse(text, "from")
}
