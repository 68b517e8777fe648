//! What an import did or would do: counts, IDs, and a difference that people can read.
use crate::model::email::Address;
use crate::model::many::{Became, Imported};
use crate::model::site::SiteNumber;
use crate::store::NAMED;
use crate::ui::colour::Paint;
use crate::ui::report::Part;

/// What was made of the lines.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub unchanged: usize,
    /// Whether a Secondary Contact was named or changed.
    pub secondaries: bool,
    pub warning: Option<String>,
    added: Group,
    updated: Group,
    revoked: Group,
    lines: Vec<Part>,
}

/// People to whom the same happened; beyond [`NAMED`] they are only counted.
#[derive(Debug, Default)]
struct Group {
    count: usize,
    ids: Vec<Address>,
}

impl Group {
    fn named(&self) -> Option<Vec<Address>> {
        (self.count < NAMED).then(|| self.ids.clone())
    }
}

impl Made {
    /// One more person.
    pub fn note(&mut self, change: Became, id: &Address, words: impl FnOnce() -> String) {
        let (group, sign, paint) = match change {
            Became::Added => (&mut self.added, '+', Paint::Green),
            Became::Changed => (&mut self.updated, '~', Paint::Yellow),
            Became::Removed => (&mut self.revoked, '-', Paint::Red),
        };
        group.count += 1;
        if group.count <= NAMED {
            group.ids.push(id.clone());
        }
        if self.lines.len() < NAMED {
            self.lines.push(Part::Marked(paint, format!("{sign} {id}  {}", words())));
        }
    }

    fn changes(&self) -> usize {
        self.added.count + self.updated.count + self.revoked.count
    }

    /// The difference, a line a person.
    pub fn plan(&self) -> Vec<Part> {
        let mut plan = self.lines.clone();
        let left = self.changes() - plan.len();
        if left > 0 {
            plan.push(Part::Line(format!("… and {left} more")));
        }
        plan
    }

    /// `3 added, 1 updated, 0 revoked, 12 unchanged at 7000017`.
    pub fn counts(&self, site: &SiteNumber) -> String {
        let (added, updated, revoked) = (self.added.count, self.updated.count, self.revoked.count);
        format!("{added} added, {updated} updated, {revoked} revoked, {} unchanged at {site}", self.unchanged)
    }

    /// The answer for programs.
    pub fn imported(&self, site: &SiteNumber) -> Imported<Address> {
        Imported {
            site: Some(site.clone()),
            added: self.added.count,
            updated: self.updated.count,
            revoked: self.revoked.count,
            unchanged: self.unchanged,
            added_ids: self.added.named(),
            updated_ids: self.updated.named(),
            revoked_ids: self.revoked.named(),
        }
    }
}
