//! Which rows the trail tells: one list for whoever writes them, for `db check`, and for the test that holds it against the
//! schema.
//!
//! What must hold: every column of the schema stands here, covered or not, or its table is among [`UNTOLD`]
//! (`tests/all/shape.rs`). Not covered are counters that grant nothing: whoever could set them back could guess at home, and
//! letters that were sent.
//!
//! # Compatibility
//! Name, columns and their order go into every digest in every trail: whoever changes them brings old files up by telling
//! every row anew (`migrate`).

/// One table of which rows are told.
pub struct Table {
    pub name: &'static str,
    /// The covered columns, those of the key first.
    pub columns: &'static str,
    /// What the columns of the key hold.
    pub key: &'static [Key],
    /// The other columns.
    pub uncovered: &'static str,
    /// Whether a row may go without a word: what outlived its time is swept away by whoever comes by.
    pub may_vanish: bool,
}

/// What a column of a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Number,
    Text,
}

use Key::{Number, Text};

const fn table(name: &'static str, key: &'static [Key], columns: &'static str, uncovered: &'static str) -> Table {
    Table { name, columns, key, uncovered, may_vanish: false }
}

/// Every such table. Their order is that of `db check`.
pub static TABLES: [Table; 17] = [
    table("registry", &[Number], "one, id, service, practice, created_at", "next_site"),
    table("setting", &[Text], "key, value", ""),
    table(
        "person",
        &[Number],
        "person, id, email, first_name, last_name, country, password, question, answer, operator, registered_at, closed_at",
        "failures, not_before, pair_failures, pair_not_before",
    ),
    Table {
        may_vanish: true,
        ..table(
            "registration",
            &[Number],
            "registration, email, first_name, last_name, country, password, question, answer, code, tag, registered_at, expires_at",
            "",
        )
    },
    Table {
        may_vanish: true,
        ..table("sign_in", &[Number], "sign_in, person, token, created_at, expires_at, caller, printed", "last_used_at")
    },
    table(
        "site",
        &[Text],
        "site, company, country, program, via, agreement, status, enrolled_at, activated_at, ended_at, end_reason",
        "",
    ),
    table("contact", &[Text, Text], "site, type, first_name, last_name, email, phone", ""),
    table("passcode", &[Number], "passcode, site, kind, hash, issued_at, expires_at, state, used_by", "tries"),
    table(
        "access",
        &[Text, Number, Number],
        "site, person, nth, role, tools, reporting, entitlements, documents, manage_access, contact_update, granted_by, granted_at, \
         expires_at, note, ended_at, ended_by, end_reason",
        "",
    ),
    table(
        "nomination",
        &[Number],
        "nomination, site, person, claims_primary, reason, status, submitted_at, heard_at, decided_at, decided_by, decision_reason",
        "reminded",
    ),
    table(
        "entitlement",
        &[Number],
        "entitlement, site, product, quantity, from_at, until_at, granted_by, granted_at, revoked_by, revoked_at",
        "",
    ),
    table("provider", &[Text], "provider, protocol, terms_url, terms_version, retired_at", ""),
    table(
        "provision",
        &[Number],
        "request, site, product, status, gateway_name, host, port, common_name, issuer, not_after, notify, replaces, submitted_by, \
         submitted_at, due_by, received_at, decided_at, decided_by, reason",
        "reminded",
    ),
    table("provision_domain", &[Number, Number], "request, nth, domain, held", ""),
    table("provision_provider", &[Number, Text], "request, provider, terms_version, accepted_at, accepted_by", ""),
    table(
        "code",
        &[Number],
        "code, person, kind, hash, address, answer_needed, issued_at, expires_at, state, tag",
        "tries",
    ),
    table(
        "token",
        &[Number],
        "token, site, person, nth, name, can, hash, created_at, expires_at, revoked_at",
        "last_used_at",
    ),
];

/// Tables of which no row is told: the trail itself; letters, which are told by their numbers; counters.
pub const UNTOLD: [&str; 5] = ["audit", "message", "stranger", "visit", "access_reminder"];

impl Table {
    /// The table of this name, with its place in the list.
    pub fn named(name: &str) -> Option<(u8, &'static Self)> {
        (0..).zip(&TABLES).find(|(_, table)| table.name == name)
    }

    /// The statement that reads every row, by its key.
    pub fn all(&self) -> String {
        let key: Vec<&str> = self.columns.split(", ").take(self.key.len()).collect();
        format!("SELECT {} FROM {} ORDER BY {}", self.columns, self.name, key.join(", "))
    }

    /// How many columns are covered.
    pub fn width(&self) -> usize {
        self.columns.split(", ").count()
    }
}
