//! What commands that explain `pao` answer.
use schemars::JsonSchema;
use serde::Serialize;

/// A line of `rules`.
#[derive(Serialize, JsonSchema)]
pub struct RuleLine<'a> {
    pub rule: &'a str,
    pub code: Option<&'a str>,
    pub codes: Vec<&'a str>,
    pub sentence: &'a str,
}

/// `explain`: a rule or a code.
#[derive(Serialize, JsonSchema)]
pub struct Explanation<'a> {
    pub code: Option<&'a str>,
    pub rule: Option<&'a str>,
    pub exit_status: Option<u8>,
    pub sentence: &'a str,
    pub explanation: Option<&'a str>,
    pub hint: Option<&'a str>,
}

/// `help`: a page.
#[derive(Serialize, JsonSchema)]
pub struct Topic<'a> {
    pub topic: &'a str,
    pub text: &'a str,
}

/// `completions`: a script that teaches a shell to complete the command line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Script {
    pub shell: String,
    pub script: String,
}

/// `man`: a page, as roff.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Page {
    /// Its name with its section, as in `pao-access-add.1`.
    pub page: String,
    pub roff: String,
}
