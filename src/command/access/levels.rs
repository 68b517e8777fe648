//! The six privilege flags.
use crate::error::Result;
use crate::model::access::{Levels, Privilege};
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

impl Asked {
    /// These levels in place of those in `base`.
    pub fn over(&self, base: Levels) -> Levels {
        self.0.iter().fold(base, |levels, (privilege, rank)| levels.with(*privilege, *rank))
    }
}
