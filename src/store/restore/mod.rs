//! A copy of the registry on its way back into its place (durability.md, "db restore").
//!
//! What must hold: the copy is judged where nobody else can change it, and proves itself as `db check` would have it; no page
//! of it is taken over, since it is rebuilt row by row; and the place holds the whole old or the whole new file at any
//! moment (`exchange`).
mod exchange;

use crate::error::{Error, Result};
use crate::folder::is_own;
use crate::model::command_id::CommandId;
use crate::model::head::KeptHead;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::shell::{pao, quoted};
use crate::rules::Code;
use crate::store::audit::{self, Link, newest};
use crate::store::guard::{beside, insecure, unreadable};
use crate::store::kept::Seen;
use crate::store::leftovers::sweep;
use crate::store::{Committed, Store, WriteTx, check, file, medium};
use rusqlite::limits::Limit;
use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How the private folder of a restore begins, which is locked as long as it is in use: the next one sweeps what a killed one
/// left.
const FOLDER: &str = ".pao-restore-";

/// A copy that was judged and may be restored.
pub struct Candidate {
    folder: TempDir,
    store: Store,
    /// The newest entry in it.
    pub head: Link,
    _held: File,
}

/// What is known of the registry that the copy would replace.
#[derive(Debug, Default)]
pub struct InPlace {
    /// The newest entry of the file in place, where it could be read.
    pub head: Option<Link>,
    /// The newest entry that anything here knows of: that file, or the head that the caller keeps.
    pub newest: Option<KeptHead>,
    /// Entries up to that one that the copy does not have.
    pub lost: i64,
    /// Whether the copy has entries that they do not lead to either.
    pub forked: bool,
    /// Whose password or address is another one there.
    pub changed: Vec<PersonNo>,
    /// The number that the next site would have got.
    pub next_site: Option<i64>,
}

impl InPlace {
    /// What a kept head alone tells of a file with that newest entry, where it is not on its trail.
    pub fn kept(kept: KeptHead, head: &Link) -> Self {
        let seq = kept.seq.unwrap_or_default();
        Self { lost: (seq - head.seq).max(1), forked: seq <= head.seq, newest: Some(kept), ..Self::default() }
    }
}

impl Candidate {
    /// Takes a copy of `copy_of` beside the database at `place`, and judges it. `expect` must be in its trail. On a new machine
    /// the folder of the place is made, but in a dry run.
    ///
    /// # Errors
    /// `wrong_state` where a log lies beside it, and for a place that is a standby; the codes of exit status 10, with
    /// `details.file`; `insecure_file` for the folder of the place; `io`.
    pub fn take(
        copy_of: &Path,
        place: &Path,
        expect: Option<&KeptHead>,
        (now, dry_run): (Moment, bool),
        made: impl Fn(),
    ) -> Result<Self> {
        readable(copy_of)?;
        if medium::follows(place) {
            return Err(medium::followed(
                "stop Litestream, move the standby and what lies beside it elsewhere, and restore it from there",
            ));
        }
        let is_missing = fs::symlink_metadata(place).is_err();
        if is_missing && dry_run {
            file::vacant(place)?;
        } else if is_missing {
            file::fresh(place)?;
        }
        let around = place.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(place);
        sweep(around, FOLDER);
        let mut private_folder = tempfile::Builder::new();
        private_folder.prefix(FOLDER).permissions(fs::Permissions::from_mode(0o700));
        let folder = private_folder.tempdir_in(around).map_err(|error| unreadable(around, &error))?;
        let held = File::open(folder.path()).and_then(|opened| opened.lock().map(|()| opened));
        let held = held.map_err(|error| unreadable(folder.path(), &error))?;
        let copy = private(&folder.path().join("candidate.db"))?;
        fs::copy(copy_of, &copy).map_err(|error| unreadable(copy_of, &error))?;
        let judged = || -> Result<(Store, Link)> {
            let mut store = Store::open(&copy, None, &|| ())?;
            let head = store.proven(expect, now, made)?;
            Ok((store, head))
        };
        let (store, head) = judged().map_err(|error| of_the_copy(error, &copy, copy_of))?;
        Ok(Self { folder, store, head, _held: held })
    }

    /// The random number of the registry that it is a copy of.
    pub fn registry(&self) -> &[u8; 16] {
        &self.store.registry.id
    }

    /// Compares it with the file in place, and with the head that the caller keeps.
    ///
    /// # Errors
    /// `conflict` where that is another registry; what the file in place says but that it is missing or damaged.
    pub fn against(&self, place: &Path, kept: Option<&KeptHead>) -> Result<InPlace> {
        let in_place = match Store::open(place, None, &|| ()) {
            Ok(known) => self.against_file(&known)?,
            Err(error)
                if matches!(error.code, Code::NoDatabase | Code::Damaged | Code::Tampered | Code::NotADatabase) =>
            {
                InPlace::default()
            }
            Err(error) => return Err(error),
        };
        match kept {
            // What the caller knows is newer than what lies there, and the copy does not have it.
            Some(kept)
                if kept.seq > in_place.newest.as_ref().and_then(|head| head.seq) && !self.leads_through(kept)? =>
            {
                let by_head = InPlace::kept(kept.clone(), &self.head);
                Ok(InPlace { lost: by_head.lost, forked: by_head.forked, newest: by_head.newest, ..in_place })
            }
            _ => Ok(in_place),
        }
    }

    fn leads_through(&self, kept: &KeptHead) -> Result<bool> {
        Ok(matches!(self.store.seen(kept)?, Seen::OnTrail))
    }

    fn against_file(&self, known: &Store) -> Result<InPlace> {
        if known.registry.id != self.store.registry.id {
            return Err(Error::new(Code::Conflict, "the database in place is another registry")
                .hinted("move that file away yourself, if it is to give way"));
        }
        let Some((head, _)) = newest(&known.conn)? else { return Ok(InPlace::default()) };
        let common = common(&self.store, known, self.head.seq.min(head.seq))?;
        Ok(InPlace {
            newest: known.newest_head()?,
            lost: head.seq - common,
            forked: common < head.seq && common < self.head.seq,
            changed: self.changed(known)?,
            next_site: known.conn.query_row("SELECT next_site FROM registry", [], |row| row.get(0)).map(Some)?,
            head: Some(head),
        })
    }

    /// People who have another password or address in `known`.
    fn changed(&self, known: &Store) -> Result<Vec<PersonNo>> {
        let mut same = self.store.conn.prepare("SELECT password IS ?2 AND email = ?3 FROM person WHERE person = ?1")?;
        let mut theirs = known.conn.prepare("SELECT person, password, email FROM person ORDER BY person")?;
        let mut rows = theirs.query([])?;
        let mut changed = Vec::new();
        while let Some(row) = rows.next()? {
            let (person, password, email): (PersonNo, Option<String>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let mut found = same.query((person, password, email))?;
            if let Some(row) = found.next()?
                && !row.get::<_, bool>(0)?
            {
                changed.push(person);
            }
        }
        Ok(changed)
    }

    /// Rebuilds it, does `work` there, and puts it into the place of a file with that newest entry; in a dry run not. Gives what
    /// was done, and where the old file is kept.
    ///
    /// # Errors
    /// `busy` where somebody else works with the file in place; `io`.
    pub fn into_place<T>(
        self,
        place: &Path,
        known: Option<&Link>,
        (now, dry_run): (Moment, bool),
        work: impl FnOnce(WriteTx<'_>) -> Result<(Committed, T)>,
    ) -> Result<(Committed, T, Option<PathBuf>)> {
        let rebuilt = private(&self.folder.path().join("rebuilt.db"))?;
        // VACUUM attaches what it writes into.
        self.store.conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
        self.store.conn.execute("VACUUM INTO ?1", [rebuilt.to_string_lossy()])?;
        let mut store = Store::open(&rebuilt, None, &|| ())?;
        store.conn.execute_batch("DROP TABLE IF EXISTS _litestream_seq; DROP TABLE IF EXISTS _litestream_lock")?;
        let (done, what) = work(store.write(CommandId::DbRestore, now, dry_run)?)?;
        if dry_run {
            return Ok((done, what, None));
        }
        // Closed, it is one file.
        store.conn.close().map_err(|(_, error)| error)?;
        File::open(&rebuilt).and_then(|file| file.sync_all()).map_err(|error| unreadable(&rebuilt, &error))?;
        let kept = exchange::exchange(&rebuilt, place, known)?;
        Ok((done, what, kept))
    }
}

impl Store {
    /// The newest entry of a file in which everything checks out.
    ///
    /// # Errors
    /// `damaged` with what does not; `tampered` where `expect` is not in its trail.
    pub fn proven(&mut self, expect: Option<&KeptHead>, now: Moment, made: impl Fn()) -> Result<Link> {
        let tx = self.read_at_any_time(now)?;
        // Nothing is acknowledged in a copy, so that its journal does not matter.
        let verdict = check::judge(tx.view(), true, made)?;
        let bad: Vec<&str> = verdict.checks.iter().filter(|line| !line.ok).map(|line| line.name.as_str()).collect();
        if !bad.is_empty() {
            return Err(Error::new(Code::Damaged, format!("the copy does not check out: {}", bad.join(", "))));
        }
        let chain = audit::verify(tx.view(), expect.map_or(&[], std::slice::from_ref), || ())?;
        if chain.met.contains(&false) {
            return Err(Error::new(
                Code::Tampered,
                "the trail of the copy does not lead through the head that was expected",
            ));
        }
        chain.head.ok_or_else(|| Error::new(Code::Damaged, "the copy has no audit trail"))
    }
}

/// The last entry, up to that number, that both have.
fn common(one: &Store, other: &Store, most: i64) -> Result<i64> {
    let hash = |store: &Store, seq: i64| -> Result<Vec<u8>> {
        Ok(store.conn.query_row("SELECT hash FROM audit WHERE seq = ?1", [seq], |row| row.get(0))?)
    };
    let (mut least, mut most) = (0, most);
    while least < most {
        let middle = least + (most - least + 1) / 2;
        if hash(one, middle)? == hash(other, middle)? { least = middle } else { most = middle - 1 }
    }
    Ok(least)
}

/// Whether a copy can be taken from this file.
fn readable(file: &Path) -> Result<()> {
    let found = fs::symlink_metadata(file).map_err(|error| unreadable(file, &error))?;
    if !found.is_file() {
        return Err(insecure(file, "is not a plain file"));
    }
    if !is_own(&found) {
        return Err(insecure(file, "belongs to somebody else").hinted("copy it into a folder of your own"));
    }
    if found.mode() & 0o077 != 0 {
        return Err(insecure(file, "is open to others").hinted(format!("chmod 600 {}", quoted(file))));
    }
    if found.nlink() > 1 {
        return Err(insecure(file, "has a second name (a hard link)").hinted("keep one name for the file"));
    }
    for ending in ["-wal", "-journal"] {
        let log = beside(file, ending);
        if fs::symlink_metadata(&log).is_ok_and(|found| found.len() > 0) {
            let fold = pao("db check").option("--db", file.to_string_lossy());
            return Err(Error::new(
                Code::WrongState,
                format!("{} holds changes that are not in the copy yet", log.display()),
            )
            .hinted(format!("fold them in first: `{fold}`")));
        }
    }
    Ok(())
}

/// An error about the copy in the private folder, as one about the file that the caller named.
fn of_the_copy(mut error: Error, copy: &Path, named: &Path) -> Error {
    error.message = error.message.replace(&copy.display().to_string(), &named.display().to_string());
    if error.code == Code::NotADatabase {
        error.hint = Some("give a copy that `pao db backup` made".to_owned());
    }
    error.detailed("file", "candidate")
}

/// An empty file for the caller alone.
fn private(path: &Path) -> Result<PathBuf> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    made.map_err(|error| unreadable(path, &error))?;
    Ok(path.to_path_buf())
}
