//! The one way in which rows are written.
//!
//! What must hold: in the transaction of a command, whatever is written to a covered table is read as it is written (`RETURNING`)
//! and waits for the entry that tells it. Nobody who writes has to think of it.
//!
//! # What would hurt
//! A change of a covered column by one of the two ways that tell nothing: `db check` takes it for somebody else's.
use crate::error::Result;
use crate::store::refused::{refused, table};
use crate::store::told::Told;
use crate::store::told::tables::Table;
use rusqlite::types::FromSql;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Params, Statement};
use std::borrow::Cow;
use std::ops::Deref;

/// The connection inside a transaction that writes.
#[derive(Clone, Copy)]
pub(in crate::store) struct Writer<'t> {
    conn: &'t Connection,
    told: Option<&'t Told>,
}

/// A prepared statement that writes.
pub(in crate::store) struct Writing<'t> {
    statement: CachedStatement<'t>,
    telling: Option<Telling<'t>>,
    table: String,
}

impl<'t> Writer<'t> {
    /// For what no entry tells.
    pub fn of(conn: &'t Connection) -> Self {
        Self { conn, told: None }
    }

    /// In the transaction of a command.
    pub fn telling(conn: &'t Connection, told: &'t Told) -> Self {
        Self { conn, told: Some(told) }
    }

    /// Runs a statement that writes. Gives the number of rows.
    pub fn execute(self, sql: &str, params: impl Params) -> Result<usize> {
        let (telling, sql) = Telling::of(self.told, sql);
        let done = self.conn.prepare(&sql).and_then(|mut statement| run(&mut statement, telling, params));
        done.map_err(|error| refused(error, table(&sql)))
    }

    /// A statement that writes row after row.
    pub fn prepare_cached(self, sql: &str) -> Result<Writing<'t>> {
        let (telling, sql) = Telling::of(self.told, sql);
        Ok(Writing { statement: self.conn.prepare_cached(&sql)?, telling, table: table(&sql).to_owned() })
    }

    /// Runs a statement that changes nothing which the trail tells: counters. Gives the number of rows.
    pub fn execute_untold(self, sql: &str, params: impl Params) -> Result<usize> {
        self.conn.execute(sql, params).map_err(|error| refused(error, table(sql)))
    }

    /// The same for one row at most. Gives a value of it: `UPDATE … RETURNING …`.
    pub fn untold_returning<T: FromSql>(self, sql: &str, params: impl Params) -> Result<Option<T>> {
        self.conn.query_row(sql, params, |row| row.get(0)).optional().map_err(|error| refused(error, table(sql)))
    }

    /// Rows that are written and wait for their entry.
    pub fn waiting(self) -> Vec<String> {
        self.told.map(Told::take).unwrap_or_default()
    }

    /// Whether one waits that may not change without an entry.
    pub fn owes_an_entry(self) -> bool {
        self.told.is_some_and(Told::owes)
    }
}

impl Writing<'_> {
    pub fn execute(&mut self, params: impl Params) -> Result<usize> {
        run(&mut self.statement, self.telling, params).map_err(|error| refused(error, &self.table))
    }
}

impl Deref for Writer<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.conn
    }
}

/// How the trail is told what a statement writes.
#[derive(Clone, Copy)]
struct Telling<'t> {
    told: &'t Told,
    table: &'static Table,
    deletes: bool,
}

impl<'t> Telling<'t> {
    /// That of a statement, and the statement as it is run.
    fn of<'s>(told: Option<&'t Told>, sql: &'s str) -> (Option<Self>, Cow<'s, str>) {
        let covered = told.and_then(|told| Table::named(table(sql)).map(|(_, table)| (told, table)));
        let Some((told, table)) = covered else { return (None, sql.into()) };
        let deletes = sql.trim_start().starts_with("DELETE");
        (Some(Self { told, table, deletes }), format!("{sql} RETURNING {}", table.columns).into())
    }
}

fn run(statement: &mut Statement<'_>, telling: Option<Telling<'_>>, params: impl Params) -> rusqlite::Result<usize> {
    let Some(Telling { told, table, deletes }) = telling else { return statement.execute(params) };
    let mut rows = statement.query(params)?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        told.note(table, row, deletes)?;
        count += 1;
    }
    Ok(count)
}
