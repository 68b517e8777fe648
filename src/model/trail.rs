//! What of an entry of the audit trail is for those who look after the registry, and not for those who look after a site.
use crate::model::answer::AuditEntry;
use serde_json::Value;

/// Details about callers, rows and letters: whoever manages a site learns nothing by them that is theirs to know.
const OF_THE_REGISTRY: [&str; 3] = ["via", "rows", "letters"];

/// Drops these from the details of an entry.
pub fn without_the_registrys(details: &mut Value) {
    if let Value::Object(details) = details {
        details.retain(|name, _| !OF_THE_REGISTRY.contains(&name.as_str()));
    }
}

impl AuditEntry {
    /// The entry as whoever manages its site may see it.
    pub fn keep_what_a_site_may_see(&mut self) {
        without_the_registrys(&mut self.details);
    }
}
