//! One pass over the audit trail: what does not fit the chain, what is missing, who acted, in which order; and what it tells.
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::store::audit::{self, Columns};
use crate::store::check::replay::Replay;
use crate::store::{ReadView, check::found};
use rusqlite::{CachedStatement, Connection, OptionalExtension as _};

/// What the pass found, by the names under which `db check` prints it.
pub struct Passed {
    pub lines: [(&'static str, i64); 4],
}

/// Reads the trail; `replay` is told what it tells.
pub fn pass(view: ReadView<'_>, replay: &mut Replay<'_>) -> Result<Passed> {
    let mut trail = Trail::of(view.conn)?;
    let chain = audit::walk(view, &[], |entry| {
        trail.entry(entry)?;
        replay.entry(entry.seq, entry.details)
    });
    let broken = chain.map(|chain| i64::from(chain.first_bad.is_some()));
    Ok(Passed {
        lines: [
            ("audit-chain", found(broken)?),
            ("audit-without-gaps", trail.last - trail.entries),
            ("actors-keep-their-ids", trail.strange_actors),
            ("trail-runs-forward", trail.steps_back),
        ],
    })
}

struct Trail<'c> {
    ids: CachedStatement<'c>,
    entries: i64,
    /// Number and time of the last entry.
    last: i64,
    at: i64,
    strange_actors: i64,
    steps_back: i64,
    /// The actor before, whose ID is right.
    known: Option<(i64, String)>,
}

impl<'c> Trail<'c> {
    fn of(conn: &'c Connection) -> Result<Self> {
        let ids = conn.prepare_cached("SELECT id FROM person WHERE person = ?1")?;
        Ok(Self { ids, entries: 0, last: 0, at: i64::MIN, strange_actors: 0, steps_back: 0, known: None })
    }

    fn entry(&mut self, entry: &Columns<'_>) -> Result<()> {
        self.entries += 1;
        self.last = entry.seq;
        // Only who says that the clock is right may step back.
        self.steps_back += i64::from(entry.at < self.at && entry.action != CommandId::DbAcceptTime.word());
        self.at = entry.at;
        let (Some(person), actor) = (entry.person, entry.actor) else { return Ok(()) };
        if self.known.as_ref().is_some_and(|(known, id)| *known == person && Some(id.as_str()) == actor) {
            return Ok(());
        }
        let id: Option<String> = self.ids.query_row([person], |row| row.get(0)).optional().map_err(Error::from)?;
        if id.as_deref() == actor && id.is_some() {
            self.known = id.map(|id| (person, id));
        } else {
            self.strange_actors += 1;
        }
        Ok(())
    }
}
