//! How large the file is, and how much is in it.
use crate::error::Result;
use crate::model::moment::Moment;
use crate::model::upkeep::{LetterCounts, Stats};
use crate::store::{ReadView, Store, audit, schema};
use rusqlite::OptionalExtension as _;
use std::fs;

const COUNTS: &str = "SELECT (SELECT count(*) FROM person WHERE closed_at IS NULL), (SELECT count(*) FROM site),
 (SELECT count(*) FROM access WHERE ended_at IS NULL AND (expires_at IS NULL OR expires_at >= ?1)),
 (SELECT count(*) FROM message WHERE state = 'queued'), (SELECT count(*) FROM message WHERE state = 'failed'),
 (SELECT service FROM registry)";

const LAST_BACKUP: &str =
    "SELECT at FROM audit WHERE action = 'db.backup' AND outcome = 'done' ORDER BY seq DESC LIMIT 1";

impl Store {
    /// Everything that `db stats` prints; counts every row.
    pub fn stats(&mut self, now: Moment) -> Result<Stats> {
        let size = |path: &std::path::Path| fs::metadata(path).map_or(0, |found| found.len());
        let wal = crate::store::guard::beside(&self.path, "-wal");
        let (path, bytes, wal_bytes) = (Some(self.path.display().to_string()), size(&self.path), size(&wal));
        let tx = self.read_at_any_time(now)?;
        counted(tx.view(), Stats { path, bytes, wal_bytes, ..Stats::default() })
    }
}

fn counted(view: ReadView<'_>, stats: Stats) -> Result<Stats> {
    let pragma = |name: &str| view.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let head = audit::head(view)?;
    let (people, sites, access, queued, failed, service) = view.conn.query_row(COUNTS, [view.at], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get::<_, bool>(5)?))
    })?;
    Ok(Stats {
        free_bytes: u64::try_from(pragma("freelist_count")? * pragma("page_size")?).unwrap_or(0),
        entries: head.as_ref().map_or(0, |link| link.seq),
        head: head.map(|link| link.to_string()),
        newest_at: audit::newest_at(view.conn)?,
        people,
        sites,
        access,
        letters: LetterCounts { queued, failed },
        mode: if service { "service" } else { "personal" },
        guests: schema::guests(view.conn)?,
        last_backup: view.conn.query_row(LAST_BACKUP, [], |row| row.get(0)).optional()?,
        ..stats
    })
}
