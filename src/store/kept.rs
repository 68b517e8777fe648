//! A head that somebody kept, held against the trail: is this the registry that they knew?
//!
//! What must hold: only a restore that admits as much as somebody knows explains that their head is gone (durability.md,
//! "Roll-backs").
use crate::error::Result;
use crate::model::head::KeptHead;
use crate::model::moment::Moment;
use crate::store::Store;
use crate::store::audit::{Link, newest};
use rusqlite::OptionalExtension as _;
use serde_json::Value;

/// What became of the entries that somebody knows.
#[derive(Debug)]
pub enum Seen {
    /// They are there.
    OnTrail,
    /// The owner put an older copy back, and says so in this entry.
    PutBack { seq: i64, at: Moment },
    /// They are gone, and nothing in the trail says why.
    Gone { newest: Option<Link> },
}

/// Restores that are looked through, from the newest back.
const RESTORES: &str =
    "SELECT seq, at, details FROM audit WHERE action = 'db.restore' AND outcome = 'done' AND seq <= ?1
     ORDER BY seq DESC LIMIT 100";

impl Store {
    /// The random number of this registry.
    pub fn registry(&self) -> &[u8; 16] {
        &self.registry.id
    }

    /// The newest head, as it is kept.
    pub fn newest_head(&self) -> Result<Option<KeptHead>> {
        Ok(newest(&self.conn)?.map(|(link, _)| KeptHead { seq: Some(link.seq), hash: link.hash }))
    }

    /// Holds a head against the trail.
    pub fn seen(&self, kept: &KeptHead) -> Result<Seen> {
        let seq = kept.seq.unwrap_or_default();
        let hash: Option<[u8; 32]> =
            self.conn.query_row("SELECT hash FROM audit WHERE seq = ?1", [seq], |row| row.get(0)).optional()?;
        if hash == Some(kept.hash) {
            return Ok(Seen::OnTrail);
        }
        let mut restores = self.conn.prepare(RESTORES)?;
        let mut rows = restores.query([seq])?;
        while let Some(row) = rows.next()? {
            let details: Value = serde_json::from_str(row.get_ref(2)?.as_str().unwrap_or_default()).unwrap_or_default();
            let replaced = details["replaced"].as_str().and_then(|head| KeptHead::parse(head, "head").ok());
            if details["replaced"].is_null() || replaced.and_then(|head| head.seq).is_some_and(|head| head >= seq) {
                return Ok(Seen::PutBack { seq: row.get(0)?, at: row.get(1)? });
            }
        }
        Ok(Seen::Gone { newest: newest(&self.conn)?.map(|(link, _)| link) })
    }
}
