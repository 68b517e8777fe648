//! Every row as it is found: for the first entry of a registry, and for a file of a version that did not tell rows.
//!
//! What must hold: the same file brought up twice gets the same entries, hash for hash, so that it stays the same registry to
//! whoever keeps a head or a copy of it. Hence they bear the time of the entry before them. Nothing from before is vouched for.
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::store::Entry;
use crate::store::audit::{self, Written, newest_at};
use crate::store::entry::details_of;
use crate::store::told::digest::{LETTERS, Letters, of_row, written};
use crate::store::told::key::words_of_row;
use crate::store::told::tables::{TABLES, Table};
use crate::store::told::{AN_ENTRY, Told, said};
use crate::store::writer::Writer;
use rusqlite::{Connection, OptionalExtension as _, Row};

/// Notes every row, for the entry that comes.
pub fn note_all(conn: &Connection, told: &Told) -> Result<()> {
    each_row(conn, |table, row| Ok(told.note(table, row, false)?))
}

/// Appends entries that tell every row and every letter. `row` is called for each. Gives the number of rows.
pub fn tell_all(conn: &Connection, (from, to): (usize, usize), row: &dyn Fn()) -> Result<i64> {
    let registry: Option<[u8; 16]> = conn.query_row("SELECT id FROM registry", [], |row| row.get(0)).optional()?;
    // In a file that is being made, the first entry tells all.
    let (Some(registry), Some(at)) = (registry, newest_at(conn)?) else { return Ok(0) };
    let append = |letters: Option<String>, rows: Vec<String>| {
        let entry = Entry { letters, rows, ..Entry::by(None).with("from", from).with("to", to) };
        let (action, details) = (CommandId::DbMigrate, details_of(&entry));
        let written = Written { at, action, entry: &entry, details: &details, refused: None };
        audit::append(Writer::of(conn), &registry, &written).map(drop)
    };
    let (mut rows, mut count) = (Vec::new(), 0);
    each_row(conn, |table, found| {
        row();
        rows.push(said(words_of_row(table, found)?, Some(&of_row(&registry, table, found)?)));
        count += 1;
        if rows.len() < AN_ENTRY { Ok(()) } else { append(None, std::mem::take(&mut rows)) }
    })?;
    if !rows.is_empty() {
        append(None, rows)?;
    }
    each_letters(conn, &registry, |letters| append(Some(letters), Vec::new()))?;
    Ok(count)
}

fn each_row(conn: &Connection, mut each: impl FnMut(&Table, &Row<'_>) -> Result<()>) -> Result<()> {
    for table in &TABLES {
        let mut select = conn.prepare(&table.all())?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            each(table, row)?;
        }
    }
    Ok(())
}

/// Letters without a gap between their numbers, up to 1000 at a time, as an entry tells them.
fn each_letters(conn: &Connection, registry: &[u8; 16], mut each: impl FnMut(String) -> Result<()>) -> Result<()> {
    let most = i64::try_from(AN_ENTRY).unwrap_or(i64::MAX);
    let mut select = conn.prepare(&format!("{LETTERS} ORDER BY message"))?;
    let mut rows = select.query([])?;
    let mut run: Option<(i64, i64, Letters)> = None;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        if let Some((first, count, letters)) =
            run.take_if(|(first, count, _)| *count == most || *first + *count != number)
        {
            each(told(first, count, letters))?;
        }
        let (_, count, letters) = run.get_or_insert_with(|| (number, 0, Letters::of(registry)));
        letters.add_row(row)?;
        *count += 1;
    }
    run.map_or(Ok(()), |(first, count, letters)| each(told(first, count, letters)))
}

/// What an entry says of so many letters from that number on.
pub fn told(first: i64, count: i64, letters: Letters) -> String {
    format!("{first} {count} {}", written(&letters.digest()))
}
