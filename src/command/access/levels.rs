//! The six privilege flags.
use crate::command::ask::unanswered;
use crate::command::context::Context;
use crate::command::form::Choice;
use crate::error::Result;
use crate::model::access::{Levels, Privilege, Role};
use clap::Args;

/// Levels that were typed; the others keep their default or stay as they are.
#[derive(Debug, Default, Args)]
pub struct LevelArgs {
    /// Software downloads and tools: none, downloads, media, full
    #[arg(long, value_name = "LEVEL")]
    tools: Option<String>,
    /// Reports: none, view
    #[arg(long, value_name = "LEVEL")]
    reporting: Option<String>,
    /// Inventory and deployments: none, view, update
    #[arg(long, value_name = "LEVEL")]
    entitlements: Option<String>,
    /// Account documents: none, view
    #[arg(long, value_name = "LEVEL")]
    documents: Option<String>,
    /// The list of people with access: none, view, update
    #[arg(long, value_name = "LEVEL")]
    manage_access: Option<String>,
    /// The contacts of record: none, view, update
    #[arg(long, value_name = "LEVEL")]
    contact_update: Option<String>,
}

/// Levels that were asked for.
#[derive(Debug, Default, Clone)]
pub struct Asked(Vec<(Privilege, i64)>);

impl LevelArgs {
    /// What was typed; or, in a form that is being filled in and has none of them, what is chosen now.
    ///
    /// # Errors
    /// `invalid_value` naming the privilege; `interrupted`.
    pub fn ask(&self, cx: &mut Context<'_>, role: Role) -> Result<Asked> {
        let typed = self.parse()?;
        if !typed.0.is_empty() || !cx.is_asking() {
            return Ok(typed);
        }
        let usual = Levels::default_for(role);
        let question = format!("Privileges: the usual ones of a {role} ({})?", in_words(usual));
        let accepted = cx.world.asker.yes(&question, true).map_err(|why| unanswered(why, "--tools"))?;
        if accepted {
            return Ok(typed);
        }
        let mut chosen = Vec::new();
        for privilege in Privilege::ALL {
            let meant = |(rank, word): (i64, &&str)| ((*word).to_owned(), privilege.meaning(rank).to_owned());
            let choices: Vec<Choice> = (0..).zip(privilege.level_words()).map(meant).collect();
            let default = usize::try_from(usual.rank(*privilege)).unwrap_or(0);
            let parse = |word: &str| Ok(privilege.parse_level(word)?);
            let question = privilege.to_string();
            let rank = cx.picked(None, &format!("--{privilege}"), &question, &choices, default, parse)?;
            chosen.push((*privilege, rank));
        }
        Ok(Asked(chosen))
    }

    /// Judges every word.
    ///
    /// # Errors
    /// `invalid_value` naming the privilege.
    pub fn parse(&self) -> Result<Asked> {
        let typed = [
            (Privilege::Tools, &self.tools),
            (Privilege::Reporting, &self.reporting),
            (Privilege::Entitlements, &self.entitlements),
            (Privilege::Documents, &self.documents),
            (Privilege::ManageAccess, &self.manage_access),
            (Privilege::ContactUpdate, &self.contact_update),
        ];
        let mut asked = Vec::new();
        for (privilege, word) in typed {
            if let Some(word) = word {
                asked.push((privilege, privilege.parse_level(word)?));
            }
        }
        Ok(Asked(asked))
    }
}

/// Every level above none, as in `tools=full`.
pub fn in_words(levels: Levels) -> String {
    let held = Privilege::ALL.iter().filter(|privilege| levels.rank(**privilege) > 0);
    let word = |privilege: &Privilege| {
        let rank = usize::try_from(levels.rank(*privilege)).unwrap_or(0);
        format!("{privilege}={}", privilege.level_words().get(rank).copied().unwrap_or_default())
    };
    let words: Vec<String> = held.map(word).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

impl Asked {
    /// These levels in place of those in `base`.
    pub fn over(&self, base: Levels) -> Levels {
        self.0.iter().fold(base, |levels, (privilege, rank)| levels.with(*privilege, *rank))
    }
}
