//! What commands that keep a registry running answer (cli.md, "JSON shapes").
use crate::model::email::Address;
use crate::model::moment::Moment;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// `config`: one setting.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Config {
    pub key: &'static str,
    /// What holds: the value that was set, or the default.
    pub value: Option<String>,
    pub default: Option<&'static str>,
}

/// `db path`.
#[derive(Serialize, JsonSchema)]
pub struct DatabasePath {
    pub path: String,
    pub exists: bool,
}

/// `ssh-keys`.
#[derive(Serialize, JsonSchema)]
pub struct KeyLine {
    /// The line of a list of keys; null where nothing is said of the key.
    pub line: Option<String>,
}

/// `db stats`.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Stats {
    /// Null for a guest of a shared registry.
    pub path: Option<String>,
    pub bytes: u64,
    /// Bytes of the log beside it, which the next command folds in.
    pub wal_bytes: u64,
    /// Bytes in the file that hold nothing.
    pub free_bytes: u64,
    /// Entries of the audit trail.
    pub entries: i64,
    pub head: Option<String>,
    pub newest_at: Option<Moment>,
    pub people: i64,
    pub sites: i64,
    /// Access that is current.
    pub access: i64,
    pub letters: LetterCounts,
    pub mode: &'static str,
    /// Other programs that keep tables of their own here: `litestream`.
    pub guests: Vec<&'static str>,
    /// When a backup was last made.
    pub last_backup: Option<Moment>,
}

/// Letters that have not gone.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct LetterCounts {
    pub queued: i64,
    pub failed: i64,
}

/// `db backup`. What only the copy tells is null in a dry run.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Backup {
    pub file: String,
    pub bytes: Option<u64>,
    pub head: Option<String>,
    pub entries: Option<i64>,
}

/// `db restore`. What only the restored file tells is null in a dry run.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Restored {
    /// The head afterwards: the entry that says so.
    pub head: Option<String>,
    /// The head of the copy.
    pub restored: String,
    /// The head of the file that was in place; null where that could not be read.
    pub replaced: Option<String>,
    /// Its entries that the copy lacks; null likewise.
    pub lost: Option<i64>,
    /// Whether the copy has entries that it lacked.
    pub forked: bool,
    pub ended: Ended,
    /// Where the file is kept that was in place.
    pub kept: Option<String>,
}

/// What does not come back with a copy.
#[derive(Debug, Default, Clone, Serialize, JsonSchema)]
pub struct Ended {
    pub sign_ins: usize,
    pub tokens: usize,
    pub codes: usize,
    pub passcodes: usize,
    pub registrations: usize,
    /// Letters that waited: they are not sent.
    pub letters: usize,
    /// Passwords of people who have another one, or another address, by now.
    pub passwords: usize,
}

/// `db accept-time`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AcceptedTime {
    /// When the newest entry had been made.
    pub from: Option<Moment>,
    pub to: Moment,
    /// Entries that are later than now.
    pub entries: i64,
    /// Rows whose events were dated back, by table.
    pub dated_back: BTreeMap<String, usize>,
    /// Access that is current again.
    pub reopened: usize,
    pub ended: Ended,
    pub head: Option<String>,
}

/// `db migrate`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Migrated {
    /// The version of the database before.
    pub from: usize,
    pub to: usize,
    pub changed: bool,
    pub dry_run: bool,
    /// Rows that the audit trail was told as they were found.
    pub rows: i64,
}

/// `maintain`: what was done.
#[derive(Debug, Default, Clone, Serialize, JsonSchema)]
pub struct Maintained {
    /// Access that had reached its end date.
    pub ended: i64,
    pub reminded: i64,
    /// Nominations that nobody answered.
    pub expired: i64,
    pub delivered: i64,
    pub failed: i64,
    /// Secrets and sign-ins that were spent.
    pub purged: usize,
    pub head: Option<String>,
}

/// `outbox deliver`.
#[derive(Serialize, JsonSchema)]
pub struct Delivery {
    pub delivered: i64,
    pub failed: i64,
    /// Letters that were queued when the command began.
    pub due: i64,
}

/// `outbox test`.
#[derive(Serialize, JsonSchema)]
pub struct Tested {
    pub to: Address,
}

/// `pao --version --verbose`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Build {
    pub version: &'static str,
    /// The kind of machine it was built for, as in `x86_64-linux`.
    pub target: String,
    /// `release`, or `debug` for a build that is not meant to be used.
    pub profile: &'static str,
    /// The version of the SQLite that is built in.
    pub sqlite: &'static str,
}
