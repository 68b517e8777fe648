//! Entries of the audit trail before they are written.
//!
//! What must hold: only authorities make one; there is no change without it (R20). Details never hold a secret: the trail
//! is kept for ever.
use crate::model::command_id::CommandId;
use crate::model::standing::Person;
use crate::store::effect::Effect;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// Who did what to what; the ticket that commits a transaction. Made by authorities only.
#[must_use = "a transaction without its entry rolls back"]
#[derive(Debug)]
pub struct Entry {
    pub(in crate::store) person: Option<i64>,
    pub(in crate::store) actor: Option<String>,
    pub(in crate::store) site: Option<String>,
    pub(in crate::store) subject: Option<String>,
    pub(in crate::store) details: Map<String, Value>,
    pub(in crate::store) effects: Vec<Effect>,
    /// The letters that are queued with it, as they are told.
    pub(in crate::store) letters: Option<String>,
    /// The rows that were written with it, as they are told.
    pub(in crate::store) rows: Vec<String>,
    /// Another command than the one that runs: only a practice database tells of commands that were never run.
    pub(in crate::store) command: Option<CommandId>,
}

impl Entry {
    /// An entry by `who`, or by nobody who is known. An automation token that somebody came in by is named.
    pub(in crate::store) fn by(who: Option<&Person>) -> Self {
        let actor = who.map(|person| person.id.as_str().to_owned());
        let entry = Self {
            person: who.map(|person| person.no.0),
            actor,
            site: None,
            subject: None,
            details: Map::new(),
            effects: Vec::new(),
            letters: None,
            rows: Vec::new(),
            command: None,
        };
        match who.and_then(|person| person.scope.as_ref()) {
            Some(scope) => entry.with("token", scope.token),
            None => entry,
        }
    }

    /// Whom or what the action is about.
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// The site at which it happened.
    pub fn at_site(mut self, site: impl Into<String>) -> Self {
        self.site = Some(site.into());
        self
    }

    /// An entry behind it, for rows that found no room there.
    pub(in crate::store) fn continued(&self, rows: &[String]) -> Self {
        let entry = Self {
            person: self.person,
            actor: self.actor.clone(),
            site: self.site.clone(),
            command: self.command,
            rows: rows.to_vec(),
            ..Self::by(None)
        };
        let via = self.details.get("via").cloned();
        via.into_iter().fold(entry, |entry, via| entry.with("via", via))
    }

    /// One more detail. Never a secret: the trail is kept for ever.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.details.insert(key.to_owned(), value.into());
        self
    }
}

/// The details of an entry: at their end its effects, for people who read, and what `db check` compares.
struct Details<'e>(&'e Entry);

impl Serialize for Details<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Entry { details, effects, letters, rows, .. } = self.0;
        let mut map = to.serialize_map(None)?;
        details.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        if !effects.is_empty() {
            map.serialize_entry("effects", effects)?;
        }
        if let Some(letters) = letters {
            map.serialize_entry("letters", letters)?;
        }
        if !rows.is_empty() {
            map.serialize_entry("rows", rows)?;
        }
        map.end()
    }
}

/// The details of an entry as they are stored and hashed.
pub(in crate::store) fn details_of(entry: &Entry) -> String {
    serde_json::to_string(&Details(entry)).unwrap_or_default()
}
