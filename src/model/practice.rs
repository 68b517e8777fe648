//! What `demo` answers (cli.md, "Commands").
use schemars::JsonSchema;
use serde::Serialize;

/// A step that was played.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Step {
    pub command: String,
    pub status: u8,
}

/// An operator of the practice file, signed in.
#[derive(Serialize, JsonSchema)]
pub struct OperatorToken {
    pub id: String,
    pub token: String,
}

/// The Primary Contact of a site there, signed in.
#[derive(Serialize, JsonSchema)]
pub struct PrimaryToken {
    pub id: String,
    pub site: String,
    pub token: String,
}

/// What `demo` answers.
#[derive(Serialize, JsonSchema)]
pub struct Played {
    pub db: String,
    pub steps: Vec<Step>,
    pub operator: OperatorToken,
    pub primary: PrimaryToken,
}

/// What `demo --sites` answers.
#[derive(Serialize, JsonSchema)]
pub struct Filled {
    pub db: String,
    pub sites: u64,
    pub people: u64,
    pub seed: u64,
    pub operator: OperatorToken,
    pub primary: PrimaryToken,
    pub people_file: String,
}
