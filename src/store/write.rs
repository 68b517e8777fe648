//! One change: begun, described, committed or not at all.
//!
//! # What must hold
//! There is no commit without an [`Entry`], and no [`Committed`] without a commit. Audit entry and notices are written
//! in the same transaction as the change (R20). A dry run (`--dry-run`) is the same path with a rollback as its last
//! step, so that it can never disagree with the real run. A COMMIT that reports an error may have committed: the audit
//! trail is asked before anything is said.
use crate::error::{Error, Result};
use crate::model::behind::{Behind, Guest};
use crate::model::command_id::CommandId;
use crate::model::moment::Moment;
use crate::notice::Letter;
use crate::rules::Code;
use crate::store::change::visits::Counted;
use crate::store::committed::{Committed, NAMED, NO_LETTERS, Notice};
use crate::store::effect::Effect;
use crate::store::entry::{Entry, details_of};
use crate::store::told::{AN_ENTRY, anew};
use crate::store::writer::Writer;
use crate::store::{ReadView, Store, audit, clock, letters};
use std::cell::{Cell, RefCell};

/// One change in the making: what time it is and which command it is are fixed when it begins.
pub struct WriteTx<'s> {
    pub(in crate::store) conn: Writer<'s>,
    registry: [u8; 16],
    by: Presence,
    at: Moment,
    command: CommandId,
    dry_run: bool,
    open: Cell<bool>,
    letters: RefCell<Vec<Queued>>,
    numbers: letters::Numbers,
    effects: RefCell<Vec<Effect>>,
    /// The first letters that were written, as reports show them.
    notices: RefCell<Vec<Notice>>,
    /// How many letters were written.
    notice_count: Cell<usize>,
}

/// Who stands behind a change, as far as the file is concerned.
struct Presence {
    /// What the trail of a shared registry calls whoever it is; a file of one's own has nobody else.
    via: Option<String>,
    guest: Option<Guest>,
}

impl Presence {
    fn of(service: bool, behind: &Behind) -> Self {
        Self { via: service.then(|| behind.via()), guest: behind.guest().cloned() }
    }
}

/// A letter that waits for its entry, and what the answer says instead of it, where it must not say which it was or that
/// there is none.
struct Queued {
    letter: Option<Letter>,
    shown: Option<Letter>,
}

impl Store {
    /// Begins a change by this command.
    ///
    /// # Errors
    /// `busy`, `clock_ahead`, `clock_behind`, `io`.
    pub fn write(&mut self, command: CommandId, now: Moment, dry_run: bool) -> Result<WriteTx<'_>> {
        let mut tx = self.begin(command, now, dry_run)?;
        // Whoever waited for the lock may have read the clock before what was written meanwhile.
        tx.at = now.max(clock::is_sound(&tx.conn, now)?);
        Ok(tx)
    }

    /// The same for `db accept-time`, which says that the clock is right.
    ///
    /// # Errors
    /// `busy`, `io`; `clock_ahead` and `clock_behind` for a time in which no registry can live.
    pub fn write_at_any_time(&mut self, now: Moment, dry_run: bool) -> Result<WriteTx<'_>> {
        clock::is_possible(now)?;
        self.begin(CommandId::DbAcceptTime, now, dry_run)
    }

    fn begin(&mut self, command: CommandId, now: Moment, dry_run: bool) -> Result<WriteTx<'_>> {
        self.medium.takes_changes()?;
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let tx = WriteTx {
            conn: Writer::telling(&self.conn, &self.told),
            registry: self.registry.id,
            by: Presence::of(self.registry.service, &self.behind),
            at: now,
            command,
            dry_run,
            open: Cell::new(true),
            letters: RefCell::default(),
            numbers: letters::Numbers::default(),
            effects: RefCell::default(),
            notices: RefCell::default(),
            notice_count: Cell::default(),
        };
        self.told.forget();
        if audit::newest(&tx.conn)?.is_none() {
            // What a new file is made with is told by its first entry.
            anew::note_all(&tx.conn, &self.told)?;
        }
        Ok(tx)
    }
}

impl WriteTx<'_> {
    /// The view inside this transaction: what it wrote is seen.
    pub fn view(&self) -> ReadView<'_> {
        ReadView { conn: &self.conn, at: self.at }
    }

    /// The registry's own random id.
    pub(in crate::store) fn registry(&self) -> &[u8; 16] {
        &self.registry
    }

    /// The command that is being run.
    pub(in crate::store) fn command(&self) -> CommandId {
        self.command
    }

    /// The guest who stands behind it, if one does; otherwise it is the owner of the file.
    pub(in crate::store) fn guest(&self) -> Option<&Guest> {
        self.by.guest.as_ref()
    }

    /// Whether the owner of a shared registry stands behind it.
    pub(in crate::store) fn is_of_the_owner(&self) -> bool {
        self.by.via.is_some() && self.by.guest.is_none()
    }

    /// Whether this is a dry run; numbers that it hands out mean nothing then.
    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    /// Queues a letter to be stored with the entry and delivered after the commit.
    pub(in crate::store) fn queue(&self, letter: Option<Letter>, shown: Option<Letter>) {
        self.letters.borrow_mut().push(Queued { letter, shown });
    }

    /// Notes for the audit trail what a writer did to a table, so that the trail can be replayed (`db check`).
    pub(in crate::store) fn effect(&self, effect: Effect) {
        self.effects.borrow_mut().push(effect);
    }

    fn take_effects(&self, entry: &mut Entry) {
        entry.effects.append(&mut self.effects.borrow_mut());
    }

    /// Writes the entry and the letters queued since the last one: for bulk work, where each change has its own entry and all of
    /// them are one transaction.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn record(&self, entry: Entry) -> Result<()> {
        self.record_as(entry, None).map(drop)
    }

    fn record_as(&self, mut entry: Entry, refused: Option<Code>) -> Result<audit::Link> {
        self.take_effects(&mut entry);
        if let Some(via) = &self.by.via {
            entry = entry.with("via", via.as_str());
        }
        let queued = self.letters.take();
        let letters = self.numbers.draw(&self.conn, queued.iter().filter_map(|queued| queued.letter.as_ref()))?;
        entry.letters = letters::told(&self.registry, &letters);
        entry.rows = self.conn.waiting();
        let more = entry.rows.split_off(AN_ENTRY.min(entry.rows.len()));
        let mut link = self.append(&entry, refused)?;
        for letter in &letters {
            letter.insert(self.conn, link.seq, self.at)?;
        }
        for rows in more.chunks(AN_ENTRY) {
            link = self.append(&entry.continued(rows), refused)?;
        }
        let mut notices = self.notices.borrow_mut();
        for Queued { letter, shown } in queued {
            if let Some(letter) = shown.or(letter) {
                self.notice_count.update(|count| count + 1);
                if notices.len() < NAMED {
                    notices.push(Notice { letter });
                }
            }
        }
        Ok(link)
    }

    fn append(&self, entry: &Entry, refused: Option<Code>) -> Result<audit::Link> {
        let details = details_of(entry);
        let written = audit::Written { at: self.at, action: self.command, entry, details: &details, refused };
        audit::append(self.conn, &self.registry, &written)
    }

    /// Ends the change: entry and letters are written, then all of it is committed, or rolled back in a dry run.
    ///
    /// # Errors
    /// `outcome_unknown` when the commit failed and the trail cannot tell; otherwise nothing was changed.
    pub fn commit(self, entry: Entry) -> Result<Committed> {
        let link = self.record_as(entry, None)?;
        let letters = self.numbers.drawn().unwrap_or(NO_LETTERS);
        if self.dry_run {
            self.roll_back();
        } else {
            self.end(&link)?;
        }
        let (notices, notice_count) = (self.notices.take(), self.notice_count.get());
        Ok(Committed { changed: true, dry_run: self.dry_run, notices, notice_count, letters })
    }

    /// Ends a transaction that found nothing to do: what was asked for is there already.
    pub fn unchanged(self) -> Committed {
        self.roll_back();
        Committed { changed: false, dry_run: self.dry_run, notices: Vec::new(), notice_count: 0, letters: NO_LETTERS }
    }

    /// Ends a transaction that only counted what a stranger did: an entry of the last hour stands for it.
    ///
    /// # Errors
    /// As SQLite fails.
    pub fn counted(self, _: &Counted) -> Result<Committed> {
        if self.dry_run {
            self.roll_back();
        } else {
            self.conn.execute_batch("COMMIT")?;
            self.open.set(false);
        }
        Ok(Committed {
            changed: false,
            dry_run: self.dry_run,
            notices: Vec::new(),
            notice_count: 0,
            letters: NO_LETTERS,
        })
    }

    /// Ends a transaction whose only purpose is to put a refusal on record. Fails as SQLite does.
    pub fn refuse(self, entry: Entry, code: Code) -> Result<()> {
        let link = self.record_as(entry, Some(code))?;
        self.end(&link)
    }

    fn end(&self, link: &audit::Link) -> Result<()> {
        let Err(error) = self.conn.execute_batch("COMMIT") else {
            self.open.set(false);
            return Ok(());
        };
        if !self.conn.is_autocommit() {
            self.roll_back();
        }
        self.open.set(false);
        match audit::holds(&self.conn, link) {
            Ok(true) => Ok(()),
            Ok(false) => Err(error.into()),
            Err(_) => Err(Error::new(Code::OutcomeUnknown, "the database failed while it was committing")
                .hinted("look at `pao audit list` before you run the command again")),
        }
    }

    fn roll_back(&self) {
        self.open.set(false);
        // A failing ROLLBACK leaves nothing behind either: the next open recovers the file.
        let _ = self.conn.execute_batch("ROLLBACK");
    }
}

impl Drop for WriteTx<'_> {
    fn drop(&mut self) {
        if self.open.get() {
            self.roll_back();
        }
    }
}
