//! The audit trail: append and hash here; `walk` verifies, `export` carries it out of the file.
//!
//! # What must hold
//! An entry's hash covers every column, each length-prefixed, the hash before it and the random id of the database
//! (SHA-256). So a changed, deleted, swapped or foreign entry is found by `verify`; a tail that was cut off is found
//! only against a head that was kept elsewhere.
pub mod export;
mod walk;

pub(in crate::store) use walk::walk;
pub use walk::{Verdict, verify};

use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::head::hex;
use crate::model::moment::Moment;
use crate::rules::Code;
use crate::store::writer::Writer;
use crate::store::{Entry, ReadView};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Where an entry stands in the chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its number, from 1.
    pub seq: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// `SEQ:HASH`, as a head is printed and kept.
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, hex(&self.hash))
    }
}

/// The columns of one entry, as they are hashed.
pub(in crate::store) struct Columns<'a> {
    pub seq: i64,
    pub at: i64,
    pub person: Option<i64>,
    pub actor: Option<&'a str>,
    pub action: &'a str,
    site: Option<&'a str>,
    subject: Option<&'a str>,
    outcome: &'a str,
    code: Option<&'a str>,
    pub details: &'a str,
}

impl Columns<'_> {
    fn hash(&self, registry: &[u8; 16], before: &[u8; 32]) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"pao-audit-1");
        hash.update(registry);
        hash.update(before);
        hash.update(self.seq.to_be_bytes());
        hash.update(self.at.to_be_bytes());
        // A byte says whether there is a number: none is no number either.
        hash.update([u8::from(self.person.is_some())]);
        hash.update(self.person.unwrap_or_default().to_be_bytes());
        for text in
            [self.actor, Some(self.action), self.site, self.subject, Some(self.outcome), self.code, Some(self.details)]
        {
            match text {
                // No text is as long as this: absent and empty hash differently.
                None => hash.update([0xff; 8]),
                Some(text) => {
                    hash.update((text.len() as u64).to_be_bytes());
                    hash.update(text.as_bytes());
                }
            }
        }
        hash.finalize().into()
    }
}

const HEAD: &str = "SELECT seq, hash, at FROM audit ORDER BY seq DESC LIMIT 1";

pub(super) fn newest(conn: &Connection) -> rusqlite::Result<Option<(Link, i64)>> {
    let mut head = conn.prepare_cached(HEAD)?;
    head.query_row([], |row| Ok((Link { seq: row.get(0)?, hash: row.get(1)? }, row.get(2)?))).optional()
}

/// When the newest entry was made.
pub(in crate::store) fn newest_at(conn: &Connection) -> Result<Option<Moment>> {
    Ok(newest(conn)?.map(|(_, at)| Moment::from_seconds(at)))
}

/// What is recorded of one action.
pub(in crate::store) struct Written<'e> {
    pub at: Moment,
    pub action: CommandId,
    pub entry: &'e Entry,
    /// The details of the entry, serialized.
    pub details: &'e str,
    pub refused: Option<Code>,
}

const APPEND: &str = "INSERT INTO audit (seq, at, person, actor, action, site, subject, outcome, code, details, hash)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

/// Adds one entry at the end of the chain.
pub(in crate::store) fn append(conn: Writer<'_>, registry: &[u8; 16], written: &Written<'_>) -> Result<Link> {
    let (end, at) = newest(&conn)?.unwrap_or((Link { seq: 0, hash: [0; 32] }, i64::MIN));
    let entry = written.entry;
    let columns = Columns {
        seq: end.seq + 1,
        // Within the tolerance a clock may step back; the trail does not, unless it is said that it had run ahead.
        at: if written.action == CommandId::DbAcceptTime { written.at.seconds() } else { written.at.seconds().max(at) },
        person: entry.person,
        actor: entry.actor.as_deref(),
        action: entry.command.unwrap_or(written.action).word(),
        site: entry.site.as_deref(),
        subject: entry.subject.as_deref(),
        outcome: if written.refused.is_some() { "refused" } else { "done" },
        code: written.refused.map(Code::word),
        details: written.details,
    };
    let hash = columns.hash(registry, &end.hash);
    conn.prepare_cached(APPEND)?.execute(rusqlite::params![
        columns.seq,
        columns.at,
        columns.person,
        columns.actor,
        columns.action,
        columns.site,
        columns.subject,
        columns.outcome,
        columns.code,
        columns.details,
        hash
    ])?;
    Ok(Link { seq: columns.seq, hash })
}

/// Whether this very entry is in the trail.
pub(in crate::store) fn holds(conn: &Connection, link: &Link) -> rusqlite::Result<bool> {
    conn.query_row("SELECT count(*) FROM audit WHERE seq = ?1 AND hash = ?2", (link.seq, link.hash), |row| {
        Ok(row.get::<_, i64>(0)? == 1)
    })
}

/// The newest entry, if there is one.
///
/// # Errors
/// What SQLite says.
pub fn head(view: ReadView<'_>) -> Result<Option<Link>> {
    Ok(newest(view.conn)?.map(|(link, _)| link))
}
