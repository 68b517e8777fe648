//! The lines of one import, judged and carried out one after the other in one transaction.
//!
//! What must hold: once a line is bad nothing is written any more, but the rest is still judged. An entry is recorded
//! when the next change begins, so that the last one is left for the commit.
use crate::command::access::terms::Held;
use crate::command::granting::many_secondaries;
use crate::command::made::Made;
use crate::error::{Error, Result};
use crate::import::{self, BadLines, Cells};
use crate::model::access::{Levels, Role};
use crate::model::email::Address;
use crate::model::line::Line;
use crate::model::many::Became;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::notice::access::{self as letters, changed, ended, granted};
use crate::notice::nomination::settled;
use crate::rules::import::{self as rule, Wanted};
use crate::store::authority::{manager::ManagerAuthority, primary::PrimaryAuthority};
use crate::store::change::{access, nominations, outbox};
use crate::store::query::nominations::unsettled_at;
use crate::store::query::roster::{self, Found};
use crate::store::{Entry, WriteTx};
use std::collections::{BTreeMap, BTreeSet};

/// Why somebody lost their access who is not in the file; they are told so.
const PRUNED: &str = "not in the imported list of people with access";

/// An import on its way.
pub(super) struct Work<'w, 'tx> {
    tx: &'w WriteTx<'tx>,
    by: &'w ManagerAuthority<'tx>,
    /// Who asked for access: their nominations are settled by a grant.
    asking: BTreeSet<PersonNo>,
    /// Who is in the file: 64 people a number, so that a million take no room.
    seen: BTreeMap<i64, u64>,
    bad: BadLines,
    /// The entry of the last change.
    last: Option<Entry>,
    /// Whether a Secondary Contact was named or changed.
    secondaries: bool,
    made: Made<Address>,
}

impl<'w, 'tx> Work<'w, 'tx> {
    pub fn begin(tx: &'w WriteTx<'tx>, by: &'w ManagerAuthority<'tx>) -> Result<Self> {
        let asking = unsettled_at(tx.view(), &by.standing().site.site)?;
        Ok(Self {
            tx,
            by,
            asking: asking.into_iter().map(|filed| filed.nominee.no).collect(),
            seen: BTreeMap::new(),
            bad: BadLines::default(),
            last: None,
            secondaries: false,
            made: Made::nothing(),
        })
    }

    /// Judges a line and, as long as none was bad, does what it says.
    ///
    /// # Errors
    /// What SQLite says; never what is wrong with the line, which is noted.
    pub fn line(&mut self, number: u64, cells: Result<&Cells>, now: Moment) -> Result<()> {
        let line = match cells.and_then(|cells| import::access::line(cells, now)) {
            Ok(line) => line,
            Err(error) => {
                self.bad.add(number, None, &error);
                return Ok(());
            }
        };
        let asker = self.by.standing();
        let found = roster::with_id(self.tx.view(), &asker.site.site, &line.id)?;
        let person = found.as_ref().map(|found| &found.person);
        if person.is_some_and(|person| !self.is_first(person.no)) {
            let error = Error::invalid("id", format!("id: {} is in an earlier line too", line.id));
            self.bad.add(number, None, &error);
            return Ok(());
        }
        let held = found.as_ref().and_then(|found| found.held(now));
        match (rule::judge(asker, &line, person, held), &found) {
            (Ok(Wanted::Nothing), _) => self.made.unchanged += 1,
            (Ok(Wanted::Grant(levels)), Some(found)) if self.bad.is_empty() => self.grant(&line, found, levels)?,
            (Ok(Wanted::Change(levels)), Some(found)) if self.bad.is_empty() => self.change(&line, found, levels)?,
            (Ok(_), _) => {}
            (Err(refusal), _) => self.bad.add(number, Some(line.id.as_str()), &refusal.into()),
        }
        Ok(())
    }

    /// Notes that somebody is in the file; says whether for the first time.
    fn is_first(&mut self, PersonNo(no): PersonNo) -> bool {
        let (group, bit) = (self.seen.entry(no >> 6).or_default(), 1 << (no & 63));
        let first = *group & bit == 0;
        *group |= bit;
        first
    }

    fn is_in_the_file(&self, PersonNo(no): PersonNo) -> bool {
        self.seen.get(&(no >> 6)).is_some_and(|group| group & (1 << (no & 63)) != 0)
    }

    fn grant(&mut self, line: &Line, found: &Found, levels: Levels) -> Result<()> {
        let terms = access::Terms { levels, expires_at: line.end.over(None), note: line.note.clone() };
        self.write(line.role, None, found, &terms)?;
        outbox::queue(self.by, granted(&found.person, &self.by.standing().site, &self.told(line.role, &terms)));
        let (by, no) = (self.by, found.person.no);
        if self.asking.remove(&no)
            && let Some(filed) = nominations::overtake(by, no)?
        {
            let standing = by.standing();
            outbox::queue_all(by, settled(&standing.site, &filed, &standing.person, nominations::OVERTAKEN));
        }
        self.note(Became::Added, found, || held(line.role, &terms).words());
        Ok(())
    }

    fn change(&mut self, line: &Line, found: &Found, levels: Levels) -> Result<()> {
        let now = self.tx.view().at();
        let Some(before) = found.held(now) else { return Ok(()) };
        let note = line.note.clone().or_else(|| before.note.clone());
        let terms = access::Terms { levels, expires_at: line.end.over(before.expires_at), note };
        self.write(line.role, Some(before.role), found, &terms)?;
        outbox::queue(self.by, changed(&found.person, &self.by.standing().site, &self.told(line.role, &terms)));
        let (levels, expires_at, note) = (before.levels, before.expires_at, before.note.as_deref());
        let before = Held { role: before.role, levels, expires_at, note };
        self.note(Became::Changed, found, || before.changes(&held(line.role, &terms)));
        Ok(())
    }

    fn write(&mut self, role: Role, before: Option<Role>, to: &Found, terms: &access::Terms) -> Result<()> {
        self.record()?;
        if role == Role::Secondary || before == Some(Role::Secondary) {
            self.secondaries = true;
            return access::name(&PrimaryAuthority::among_managers(self.by)?, &to.person, role, terms);
        }
        access::give_user(self.by, &to.person, terms)
    }

    fn told(&self, role: Role, terms: &access::Terms) -> letters::Held<'_> {
        letters::Held { by: &self.by.standing().person, role, levels: terms.levels, expires_at: terms.expires_at }
    }

    /// What was done about somebody, for the answer and for the trail.
    fn note(&mut self, change: Became, found: &Found, words: impl FnOnce() -> String) {
        let id = &found.person.id;
        self.made.note(change, id, || format!("{id}  {}", words()));
        self.last = Some(self.by.entry().about(found.person.id.as_str()).with("change", change.word()));
    }

    /// The change before this one gets its entry, with its effects and letters.
    fn record(&mut self) -> Result<()> {
        self.last.take().map_or(Ok(()), |entry| self.tx.record(entry))
    }

    /// Revokes everybody who is not in the file, but for the Primary Contact and the asker.
    ///
    /// # Errors
    /// R3.
    pub fn prune(&mut self) -> Result<()> {
        if !self.bad.is_empty() {
            return Ok(());
        }
        let (view, site) = (self.tx.view(), &self.by.standing().site.site);
        for id in roster::members(view, site, |no| self.is_in_the_file(no))? {
            let Some(found) = roster::with_id(view, site, &id)? else { continue };
            let Some(held) = found.held(view.at()) else { continue };
            if rule::may_prune(self.by.standing(), &found.person, held.role)? {
                self.revoke(&found, held.role)?;
            }
        }
        Ok(())
    }

    fn revoke(&mut self, found: &Found, role: Role) -> Result<()> {
        self.record()?;
        let (by, person) = (self.by, &found.person);
        if role == Role::Secondary {
            access::revoke_secondary(&PrimaryAuthority::among_managers(by)?, person.no, Some(PRUNED))?;
        } else {
            access::revoke_user(by, person.no, Some(PRUNED))?;
        }
        let asker = by.standing();
        outbox::queue(by, ended(person, &asker.site, &asker.person, Some(PRUNED)));
        self.note(Became::Removed, found, || role.to_string());
        Ok(())
    }

    /// The entry of the last change, which commits the whole (none where nothing changed), what came of it, and a warning.
    ///
    /// # Errors
    /// `invalid_value` naming every bad line.
    pub fn end(self) -> Result<(Option<Entry>, Made<Address>, Option<String>)> {
        if !self.bad.is_empty() {
            return Err(self.bad.into_error());
        }
        let warning = if self.secondaries { many_secondaries(self.tx, self.by)? } else { None };
        Ok((self.last, self.made, warning))
    }
}

fn held(role: Role, terms: &access::Terms) -> Held<'_> {
    Held { role, levels: terms.levels, expires_at: terms.expires_at, note: terms.note.as_deref() }
}
