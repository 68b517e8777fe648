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
}

/// `account sign-out-all`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SignedOut {
    /// How many sign-ins ended.
    pub signed_out: usize,
    /// How many automation tokens ended with them.
    pub tokens_revoked: usize,
}
