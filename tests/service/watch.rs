//! What an attack may not do: change anything, or print what it was not asked for.
use crate::house::{House, PLANTED};
use crate::made::FOLDER;
use crate::ran::Ran;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::os::unix::fs::MetadataExt as _;

/// A registry at one moment: every row but recorded refusals and counters of tries, every file beside the database.
#[derive(PartialEq)]
pub struct Frozen {
    rows: Vec<String>,
    files: Vec<String>,
}

/// What grows where somebody is refused, and when a sign-in was last used.
const EXCEPT: &[&str] = &["audit", "stranger", "sign_in"];

impl House {
    /// Everything that an attack must leave as it is.
    pub fn frozen(&self) -> Frozen {
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let tables = self.rows(names).into_iter().filter(|name| !EXCEPT.contains(&name.as_str()));
        let mut rows: Vec<String> = tables
            .flat_map(|table| {
                self.rows(&format!("SELECT * FROM {table}")).into_iter().map(move |row| format!("{table}: {row}"))
            })
            .collect();
        rows.extend(self.rows("SELECT * FROM audit WHERE outcome = 'done'"));
        rows.extend(self.rows("SELECT sign_in, person, expires_at FROM sign_in"));
        let mut files: Vec<String> =
            fs::read_dir(FOLDER).unwrap().flat_map(|entry| about(&entry.unwrap().path())).collect();
        // SQLite's own are there while somebody has the database open; the unit is woken whatever came of a command; every command keeps
        // the newest head that it saw.
        files.retain(|file| !["/pao.db", "/outgoing", "/.local"].iter().any(|name| file.contains(name)));
        files.sort();
        Frozen { rows, files }
    }

    /// Nothing has changed since.
    #[track_caller]
    pub fn is_still(&self, before: &Frozen) {
        let now = self.frozen();
        let new = |now: &[String], then: &[String]| -> Vec<String> {
            now.iter().filter(|one| !then.contains(one)).cloned().collect()
        };
        let (rows, files) = (new(&now.rows, &before.rows), new(&now.files, &before.files));
        assert!(rows.is_empty() && files.is_empty(), "this is new: {rows:#?} {files:#?}");
        assert!(now == *before, "something is gone");
    }

    /// What SQL says about the file, as root reads it: a line for every row.
    pub fn rows(&self, sql: &str) -> Vec<String> {
        let file = Connection::open_with_flags(self.db(), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let mut select = file.prepare(sql).unwrap();
        let width = select.column_count();
        let cell = |row: &rusqlite::Row<'_>, column| {
            Ok(match row.get_ref(column)? {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            })
        };
        let row = |row: &rusqlite::Row<'_>| {
            Ok((0..width).map(|column| cell(row, column)).collect::<Result<Vec<_>, rusqlite::Error>>()?.join("|"))
        };
        select.query_map([], row).unwrap().map(Result::unwrap).collect()
    }

    /// How many there are.
    pub fn count(&self, what: &str) -> i64 {
        let file = Connection::open(self.db()).unwrap();
        file.query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0)).unwrap()
    }

    /// What nobody may ever read who comes by one of the two ways: lines of files of the owner and of root.
    pub fn canaries(&self) -> Vec<String> {
        let spool = fs::read_dir(format!("{FOLDER}/pao-mail")).into_iter().flatten().map(|entry| entry.unwrap().path());
        let paths = spool.chain(["/etc/shadow".into(), format!("{FOLDER}/{PLANTED}").into()]);
        let texts: Vec<String> = paths.map(|path| fs::read_to_string(path).unwrap()).collect();
        // Commands of letters may be printed elsewhere too.
        let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("    "));
        lines.filter(|line| line.len() > 12).map(|line| line.trim().to_owned()).collect()
    }

    /// It was refused with this status, and nothing that lies on this machine is in what it said.
    #[track_caller]
    pub fn refused(&self, ran: Ran, status: i32) -> Ran {
        let said = format!("{}{}", ran.out, ran.err);
        let leaked: Vec<_> = self.canaries().into_iter().filter(|line| said.contains(line.as_str())).collect();
        assert!(leaked.is_empty(), "{leaked:?} is in {ran:?}");
        assert!(!said.contains("panicked") && !said.contains("internal error"), "{ran:?}");
        assert!(ran.out.is_empty(), "{ran:?}");
        ran.ends(status)
    }
}

/// Name, size, owner and permissions of a file, and of what is below it.
fn about(path: &std::path::Path) -> Vec<String> {
    let about_it = path.symlink_metadata().unwrap();
    let line = format!("{} {} {} {:o}", path.display(), about_it.len(), about_it.uid(), about_it.mode());
    let below =
        path.is_dir().then(|| fs::read_dir(path).unwrap().flat_map(|entry| about(&entry.unwrap().path())).collect());
    [vec![line], below.unwrap_or_default()].concat()
}
