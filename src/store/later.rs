//! Rows of bulk work that wait to be written many at a time: access that is given, entries of the trail, letters.
//!
//! What must hold: nothing is left behind and nothing changes its place. [`crate::store::WriteTx`] writes what waits
//! before any further entry, so before it commits; the chain goes on entry by entry as if each had been written alone.
//!
//! # What would hurt
//! A statement for every row: each pays anew for its triggers and for the pages that it must be able to take back, half
//! as much again for the whole of an import.
use crate::error::Result;
use crate::mail::Letter;
use crate::model::command_id::CommandId;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::store::audit::{self, End, Written};
use crate::store::entry::{Entry, details_of};
use crate::store::refused::Writer;
use crate::store::write::Notice;
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value};

/// Rows in one statement.
const TOGETHER: usize = 128;
/// Letters that an answer names one by one; of more it says how many (cli.md, "fewer than 1000").
pub const NAMED: usize = 1000;

/// What waits, and whom the letters that were written go to.
#[derive(Default)]
pub(super) struct Later {
    grants: Vec<[Value; 14]>,
    entries: Vec<(Entry, Vec<Letter>)>,
    /// The first letters that were written.
    notices: Vec<Notice>,
    /// How many there were.
    told: usize,
}

/// Whose trail goes on, and how.
pub(super) struct Trail<'t> {
    pub conn: Writer<'t>,
    pub registry: &'t [u8; 16],
    pub at: Moment,
    pub command: CommandId,
}

impl Later {
    /// The first letters that were written, taken out, and how many there were.
    pub fn heard(&mut self) -> (Vec<Notice>, usize) {
        (std::mem::take(&mut self.notices), self.told)
    }

    /// A row of access: every column in the order of [`GRANTS`].
    pub fn grant(&mut self, row: [Value; 14]) {
        self.grants.push(row);
    }

    /// An entry with its letters. Gives whether it is time to write.
    pub fn entry(&mut self, entry: Entry, letters: Vec<Letter>) -> bool {
        self.entries.push((entry, letters));
        self.entries.len() >= TOGETHER
    }

    /// Writes everything.
    pub fn write_down(&mut self, trail: &Trail<'_>) -> Result<()> {
        insert_all(trail.conn, GRANTS, ROW_OF_14, &std::mem::take(&mut self.grants))?;
        let entries = std::mem::take(&mut self.entries);
        if entries.is_empty() {
            return Ok(());
        }
        let details: Vec<String> = entries.iter().map(|(entry, _)| details_of(entry)).collect();
        let mut end = End::of(&trail.conn)?;
        let (mut rows, mut letters) = (Vec::with_capacity(entries.len()), Vec::new());
        for ((entry, queued), details) in entries.iter().zip(&details) {
            let written = Written { at: trail.at, action: trail.command, entry, details, refused: None };
            let (link, row) = end.next(trail.registry, &written);
            rows.push(row);
            letters.extend(queued.iter().map(|letter| letter_row(link.seq, letter, trail.at)));
        }
        insert_all(trail.conn, audit::APPEND, ROW_OF_11, &rows)?;
        insert_all(trail.conn, MESSAGES, ROW_OF_LETTER, &letters)?;
        self.told += letters.len();
        let room = NAMED.saturating_sub(self.notices.len());
        let queued = entries.into_iter().flat_map(|(_, letters)| letters);
        self.notices.extend(queued.take(room).map(|letter| Notice { letter }));
        Ok(())
    }
}

/// The beginning of the statement that opens intervals of access; their values follow.
const GRANTS: &str =
    "INSERT INTO access (site, person, nth, role, tools, reporting, entitlements, documents, manage_access,
 contact_update, granted_by, granted_at, expires_at, note)";
const ROW_OF_14: &str = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
const ROW_OF_11: &str = "(?,?,?,?,?,?,?,?,?,?,?)";

/// The beginning of the statement that queues letters; their values follow.
pub(super) const MESSAGES: &str =
    "INSERT INTO message (entry, kind, recipient, site, facts, secret, state, created_at, next_at)";
pub(super) const ROW_OF_LETTER: &str = "(?,?,?,?,?,?,'queued',?,?)";

/// A letter as its row has it, due at once.
pub(super) fn letter_row(entry: i64, letter: &Letter, at: Moment) -> [ToSqlOutput<'_>; 8] {
    let text = |text: Option<String>| ToSqlOutput::Owned(text.map_or(Value::Null, Value::Text));
    [
        entry.into(),
        letter.kind.word().into(),
        letter.to.as_str().into(),
        letter.site.as_deref().map_or(ToSqlOutput::Owned(Value::Null), ToSqlOutput::from),
        text(Some(letter.facts_json())),
        text(letter.secret.as_ref().map(Secret::reveal).map(str::to_owned)),
        at.seconds().into(),
        at.seconds().into(),
    ]
}

/// Inserts rows, as many in one statement as it takes; what is left over goes one by one.
fn insert_all<V: ToSql, const N: usize>(conn: Writer<'_>, head: &str, row: &str, rows: &[[V; N]]) -> Result<()> {
    let (together, alone) = rows.as_chunks::<TOGETHER>();
    if !together.is_empty() {
        let sql = format!("{head} VALUES {}", [row; TOGETHER].join(","));
        let mut insert = conn.prepare_cached(&sql)?;
        for rows in together {
            insert.execute(rusqlite::params_from_iter(rows.iter().flatten()))?;
        }
    }
    for values in alone {
        conn.prepare_cached(&format!("{head} VALUES {row}"))?.execute(rusqlite::params_from_iter(values))?;
    }
    Ok(())
}
