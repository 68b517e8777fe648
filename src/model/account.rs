//! What commands about one's own ID answer, beside `identity` (cli.md, "JSON shapes").
use crate::model::moment::Moment;
use schemars::JsonSchema;
use serde::Serialize;

/// `sign-in`: one that still runs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SignInLine {
    pub sign_in: i64,
    pub created_at: Moment,
    pub last_used_at: Moment,
    pub expires_at: Moment,
    /// Whether this command came in by it.
    pub current: bool,
    /// By which key or user one came, where the registry is shared: `ssh:NAME` or `sudo:UID`.
    pub via: Option<String>,
}

/// `account sign-out-all`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SignedOut {
    /// How many sign-ins ended.
    pub signed_out: usize,
    /// How many automation tokens ended with them.
    pub tokens_revoked: usize,
}

/// A sign-in that could not be ended.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LivesOn {
    pub code: &'static str,
    pub message: String,
    /// When it ends by itself, at the latest; null where nothing here says so.
    pub until: Option<Moment>,
}

/// What `logout` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LoggedOut {
    /// Whether a running sign-in was ended in the database.
    pub signed_out: bool,
    /// Whether the sign-in that was stored here was forgotten.
    pub forgotten: bool,
    /// Why a sign-in could not be ended, and how long it lasts; null where none is left.
    pub not_ended: Option<LivesOn>,
}
