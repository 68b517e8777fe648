//! The trail outside of the file: one entry a line, as JSON, from which the chain can be recomputed without the file.
//!
//! What must hold: the details of an entry are carried byte for byte, since the hash is over them; only who manages a
//! site gets them without what is of the registry, to read. Characters that nobody can
//! see are escaped on the way out and read back as what they were.
use crate::error::{Error, Result};
use crate::model::answer::ExportedEntry;
use crate::model::head::{KeptHead, from_hex, hex};
use crate::model::moment::{FIRST, Moment};
use crate::model::text::{json_plain, json_shown};
use crate::model::trail::without_the_registrys;
use crate::rules::Code;
use crate::store::ReadView;
use crate::store::audit::walk::{Verdict, Walk, columns};
use crate::store::audit::{Columns, Link};
use rusqlite::Row;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::io::{BufRead, Read as _};

/// Bytes of the longest line: SQLite stores no longer details.
const LONGEST: u64 = 32_000_000;

const ENTRIES: &str = "SELECT seq, at, person, actor, action, site, subject, outcome, code, details, hash FROM audit
     WHERE seq > ?1 AND (?2 IS NULL OR site = ?2) ORDER BY seq LIMIT ?3";

/// Who reads an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The owner of the file or an operator: all of it, so that the chain can be recomputed.
    OfTheRegistry,
    /// Whoever manages a site.
    OfASite,
}

/// Which entries leave the file: after that number, of one site or of all, so many at most; and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    pub after: i64,
    pub site: Option<&'w str>,
    pub limit: Option<i64>,
    pub reader: Reader,
}

/// Hands every such entry to `line`.
///
/// # Errors
/// `tampered` for an entry that cannot be read.
pub fn lines(view: ReadView<'_>, wanted: Wanted<'_>, mut line: impl FnMut(&str) -> Result<()>) -> Result<()> {
    let registry: [u8; 16] = view.conn.query_row("SELECT id FROM registry", [], |row| row.get(0))?;
    let registry = hex(&registry);
    let mut select = view.conn.prepare(ENTRIES)?;
    let mut rows = select.query((wanted.after, wanted.site, wanted.limit.unwrap_or(-1)))?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let written = exported(row, &registry, wanted.reader).and_then(|entry| serde_json::to_string(&entry).ok());
        let written = written
            .ok_or_else(|| Error::new(Code::Tampered, format!("entry {seq} of the audit trail cannot be read")))?;
        line(&json_shown(&written))?;
    }
    Ok(())
}

fn exported<'r>(row: &'r Row<'_>, registry: &'r str, reader: Reader) -> Option<ExportedEntry<'r>> {
    let Columns { seq, at, person, actor, action, site, subject, outcome, code, details } = columns(row)?;
    let hash: [u8; 32] = row.get(10).ok()?;
    Some(ExportedEntry {
        seq,
        at: Moment::from_seconds(at),
        actor,
        action,
        site,
        subject,
        outcome,
        code,
        details: match reader {
            Reader::OfTheRegistry => Cow::Borrowed(serde_json::from_str(details).ok()?),
            Reader::OfASite => {
                let mut details = serde_json::from_str(details).ok()?;
                without_the_registrys(&mut details);
                Cow::Owned(serde_json::value::to_raw_value(&details).ok()?)
            }
        },
        hash: hex(&hash),
        registry,
        person,
    })
}

/// A line as it is read back.
#[derive(Deserialize)]
struct Line<'l> {
    seq: i64,
    at: String,
    actor: Option<String>,
    action: String,
    site: Option<String>,
    subject: Option<String>,
    outcome: String,
    code: Option<String>,
    #[serde(borrow)]
    details: &'l RawValue,
    hash: String,
    registry: String,
    person: Option<i64>,
}

impl Line<'_> {
    fn columns(&self) -> Option<Columns<'_>> {
        Some(Columns {
            seq: self.seq,
            at: Moment::parse_start(&self.at, "at", Moment::from_seconds(FIRST)).ok()?.seconds(),
            person: self.person,
            actor: self.actor.as_deref(),
            action: &self.action,
            site: self.site.as_deref(),
            subject: self.subject.as_deref(),
            outcome: &self.outcome,
            code: self.code.as_deref(),
            details: self.details.get(),
        })
    }
}

/// Recomputes the chain of an export of the whole trail, or of the part behind the head `from`.
///
/// # Errors
/// `usage` where the export begins later than `from` says; `invalid_value` for what is no export; `io`.
pub fn verify(
    from: Option<&KeptHead>,
    expected: &[KeptHead],
    export: &mut dyn BufRead,
    read: impl Fn(),
) -> Result<Verdict> {
    let mut text = String::new();
    let mut walk: Option<(Walk<'_>, String)> = None;
    for number in 1_u64.. {
        text.clear();
        let bad = |why: &str| Error::invalid("export", format!("export: line {number} {why}"));
        let read_error = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::InvalidData => bad("is not UTF-8"),
            _ => anyhow::Error::new(error).context("the export cannot be read").into(),
        };
        if (&mut *export).take(LONGEST).read_line(&mut text).map_err(read_error)? == 0 {
            break;
        }
        read();
        let text = json_plain(text.trim_end());
        let line: Line<'_> =
            serde_json::from_str(&text).map_err(|_| bad("is no entry that `pao audit export` wrote"))?;
        let registry = from_hex(&line.registry).ok_or_else(|| bad("names no registry"))?;
        let (walk, first) = match &mut walk {
            Some(walk) => walk,
            none => none.insert((Walk::behind(behind(from, line.seq)?, registry, expected), line.registry.clone())),
        };
        let columns = line.columns().filter(|_| line.registry == *first);
        walk.next(line.seq, from_hex(&line.hash), columns.as_ref());
    }
    match walk {
        Some((walk, _)) => Ok(walk.end()),
        None => Err(Error::invalid("export", "export: holds no entry")),
    }
}

/// The link behind which an export begins whose first entry has this number.
fn behind(from: Option<&KeptHead>, first: i64) -> Result<Link> {
    match from {
        Some(from) if from.seq.is_none_or(|seq| seq + 1 == first) => Ok(Link { seq: first - 1, hash: from.hash }),
        None if first == 1 => Ok(Link { seq: 0, hash: [0; 32] }),
        Some(_) => Err(Error::usage(format!("the export begins with entry {first}, not behind the head of --from"))),
        None => Err(Error::usage(format!("the export begins with entry {first}: give the head before it with --from"))),
    }
}
