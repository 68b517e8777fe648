//! Automation tokens: what one lets its bearer do, and how it is shown.
use crate::model::action::Action;
use crate::model::moment::Moment;
use crate::model::site::SiteNumber;
use schemars::JsonSchema;
use serde::Serialize;

/// What somebody who came in by an automation token is narrowed to.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    /// The number of the token.
    pub token: i64,
    /// The only site at which it counts.
    pub site: SiteNumber,
    /// Nothing else than this, there.
    pub can: Vec<Action>,
}

impl Scope {
    /// The actions as they are typed and stored, as in `list-access,change-access`.
    pub fn words(&self) -> String {
        words(&self.can)
    }
}

/// Actions as they are typed and stored.
pub fn words(can: &[Action]) -> String {
    can.iter().map(|action| action.word()).collect::<Vec<_>>().join(",")
}

/// `token`, without the secret.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TokenSummary {
    /// None in a dry run.
    pub token_number: Option<i64>,
    pub name: Option<String>,
    pub site: SiteNumber,
    pub can: Vec<Action>,
    pub expires_at: Moment,
    pub last_used_at: Option<Moment>,
}

/// `token create`: the one time that the secret is shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FreshToken {
    #[serde(flatten)]
    pub summary: TokenSummary,
    /// None in a dry run.
    pub token: Option<String>,
}
