//! What a file came to, or would come to: counts, IDs or numbers, and a difference that people can read.
use crate::model::many::{Became, Imported};
use crate::model::site::SiteNumber;
use crate::store::NAMED;
use crate::ui::colour::Paint;
use crate::ui::prose::Part;

/// What was made of the lines.
#[derive(Debug)]
pub struct Made<K> {
    pub unchanged: usize,
    added: Group<K>,
    updated: Group<K>,
    revoked: Group<K>,
    lines: Vec<Part>,
}

/// Those to whom the same happened; beyond [`NAMED`] they are only counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<K> {
    count: usize,
    keys: Vec<K>,
}

impl<K: Clone> Group<K> {
    const EMPTY: Self = Self { count: 0, keys: Vec::new() };

    fn named(&self) -> Option<Vec<K>> {
        (self.count < NAMED).then(|| self.keys.clone())
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The first of them.
    pub fn keys(&self) -> &[K] {
        &self.keys
    }
}

impl<K: Clone> Made<K> {
    /// Nothing yet.
    pub fn nothing() -> Self {
        let (added, updated, revoked) = (Group::EMPTY, Group::EMPTY, Group::EMPTY);
        Self { unchanged: 0, added, updated, revoked, lines: Vec::new() }
    }

    /// One more; `words` say in a line who it is and what happened.
    pub fn note(&mut self, change: Became, key: &K, words: impl FnOnce() -> String) {
        let (group, sign, paint) = match change {
            Became::Added => (&mut self.added, '+', Paint::Green),
            Became::Changed => (&mut self.updated, '~', Paint::Yellow),
            Became::Removed => (&mut self.revoked, '-', Paint::Red),
        };
        group.count += 1;
        if group.count <= NAMED {
            group.keys.push(key.clone());
        }
        if self.lines.len() < NAMED {
            self.lines.push(Part::Marked(paint, format!("{sign} {}", words())));
        }
    }

    /// Whose access ended.
    pub fn revoked(&self) -> Group<K> {
        self.revoked.clone()
    }

    fn changes(&self) -> usize {
        self.added.count + self.updated.count + self.revoked.count
    }

    /// The difference, a line each.
    pub fn plan(&self) -> Vec<Part> {
        let mut plan = self.lines.clone();
        let left = self.changes() - plan.len();
        if left > 0 {
            plan.push(Part::Line(format!("… and {left} more")));
        }
        plan
    }

    /// `3 added, 1 updated, 0 revoked, 12 unchanged`.
    pub fn counts(&self) -> String {
        let (added, updated, revoked) = (self.added.count, self.updated.count, self.revoked.count);
        format!("{added} added, {updated} updated, {revoked} revoked, {} unchanged", self.unchanged)
    }

    /// The answer for programs.
    pub fn imported(&self, site: Option<&SiteNumber>) -> Imported<K> {
        Imported {
            site: site.cloned(),
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
