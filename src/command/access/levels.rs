//! The six privilege flags.
use crate::command::context::Context;
use crate::command::form::Choice;
use crate::command::parsed;
use crate::error::Result;
use crate::model::access::{Levels, Privilege, Role};
use clap::Args;

/// Levels that were typed; the others keep their default or stay as they are.
#[derive(Debug, Default, Args)]
pub struct LevelArgs {
    /// Software downloads and tools: none, downloads, media, full
    #[arg(long, value_parser = parsed::level(Privilege::Tools), value_name = "LEVEL")]
    tools: Option<i64>,
    /// Reports: none, view
    #[arg(long, value_parser = parsed::level(Privilege::Reporting), value_name = "LEVEL")]
    reporting: Option<i64>,
    /// Inventory and deployments: none, view, update
    #[arg(long, value_parser = parsed::level(Privilege::Entitlements), value_name = "LEVEL")]
    entitlements: Option<i64>,
    /// Account documents: none, view
    #[arg(long, value_parser = parsed::level(Privilege::Documents), value_name = "LEVEL")]
    documents: Option<i64>,
    /// The list of people with access: none, view, update
    #[arg(long, value_parser = parsed::level(Privilege::ManageAccess), value_name = "LEVEL")]
    manage_access: Option<i64>,
    /// The contacts of record: none, view, update
    #[arg(long, value_parser = parsed::level(Privilege::ContactUpdate), value_name = "LEVEL")]
    contact_update: Option<i64>,
}

/// What is asked for again where the privileges are changed.
pub const LEVEL_FLAGS: &[&str] =
    &["--tools", "--reporting", "--entitlements", "--documents", "--manage-access", "--contact-update"];

/// Levels that were asked for.
#[derive(Debug, Default, Clone)]
pub struct Asked(Vec<(Privilege, i64)>);

impl LevelArgs {
    /// What was typed; or, in a form that is being filled in and has none of them, what is chosen now.
    ///
    /// # Errors
    /// `interrupted`.
    pub fn ask(&self, cx: &mut Context<'_>, role: Role) -> Result<Asked> {
        let typed = if cx.prompt().changes(LEVEL_FLAGS[0]) { Asked::default() } else { self.typed() };
        if !typed.0.is_empty() || !cx.prompt().is_asking() {
            return Ok(typed);
        }
        let usual = Levels::default_for(role);
        let question = format!("Privileges: the usual ones of a {role} ({})?", in_words(usual));
        let accepted = cx.prompt().yes(&question, true, "--tools")?;
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
            let rank = cx.prompt().picked(None, &format!("--{privilege}"), &question, &choices, default, parse)?;
            chosen.push((*privilege, rank));
        }
        Ok(Asked(chosen))
    }

    /// What was typed.
    pub fn typed(&self) -> Asked {
        let typed = [
            (Privilege::Tools, self.tools),
            (Privilege::Reporting, self.reporting),
            (Privilege::Entitlements, self.entitlements),
            (Privilege::Documents, self.documents),
            (Privilege::ManageAccess, self.manage_access),
            (Privilege::ContactUpdate, self.contact_update),
        ];
        Asked(typed.into_iter().filter_map(|(privilege, rank)| Some((privilege, rank?))).collect())
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
