//! "Did you mean …?" for numbers and IDs that are not there.
//!
//! What must hold: nobody is told of anything that they could not list themselves (R16). A site that exists and is out of
//! reach gets the answer of one that does not exist, this hint included: it depends on what was typed and on what is
//! within reach, and on nothing else. So only what the refusal itself names is compared, never the site of something that
//! was found and may not be seen. Whoever came in by a token, and whoever tries a pair of number and address, is
//! told nothing.
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::email::Address;
use crate::model::near;
use crate::model::setting::CARE;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::rules::Code;
use crate::store::query::{meant, settings, sites};

use super::access::may_read;
use super::context::Context;

/// Commands in which a number out of reach is what is wanted.
const FOR_STRANGERS: [CommandId; 3] = [CommandId::Nominate, CommandId::Authorize, CommandId::RequestPasscode];

impl Context<'_> {
    /// The same error; its hint says whom to ask by `care.contact`, where that is set.
    pub fn with_whom_to_ask(&mut self, error: Error) -> Error {
        let Some(hint) = error.hint.clone().filter(|hint| hint.contains(CARE)) else { return error };
        // Where the file cannot be read now, the refusal stands as it is.
        let care = self.session().read().and_then(|tx| settings::care_contact(tx.view()));
        care.map_or_else(|_| error.clone(), |care| error.clone().hinted(hint.replace(CARE, &care)))
    }

    /// The same error; its hint begins with what may have been meant.
    pub fn with_what_was_meant(&mut self, error: Error) -> Error {
        if !matches!(error.code, Code::NotFound | Code::IdRequired) || FOR_STRANGERS.contains(&self.command) {
            return error;
        }
        let Some(asker) = self.known.caller.take().filter(|asker| asker.scope.is_none()) else { return error };
        // Where the file cannot be read now, the refusal stands as it is.
        let near = self.near(&error.message, &asker).unwrap_or_default();
        if near.is_empty() {
            return error;
        }
        let asked = format!("did you mean {}?", near.join(" or "));
        let hint = error.hint.as_ref().map_or_else(|| asked.clone(), |hint| format!("{asked} If not: {hint}"));
        error.hinted(hint)
    }

    /// What is like the site, or else like the ID, that this command is about and that the refusal names.
    fn near(&mut self, refusal: &str, asker: &Person) -> Result<Vec<String>> {
        let about = self.known.about.site.as_deref().and_then(|text| SiteNumber::parse(text, "site").ok());
        let site = about.or_else(|| self.options.site.clone());
        let id = self.known.about.subject.as_deref().and_then(|text| Address::parse(text, "id").ok());
        let tx = self.session().read()?;
        let view = tx.view();
        if let Some(site) = &site {
            let within_reach = meant::sites(view, asker)?;
            if within_reach.iter().all(|number| number != site.as_str()) {
                let named = refusal.contains(site.as_str());
                return Ok(if named { near::numbers(site.as_str(), &within_reach) } else { Vec::new() });
            }
        }
        let Some(id) = id.filter(|id| refusal.contains(id.as_str())) else { return Ok(Vec::new()) };
        let ids = match &site {
            Some(site) => match sites::standing(view, asker, site)? {
                Some(standing) if may_read(&standing).is_ok() => meant::ids_at(view, site, &id, near::SLACK)?,
                _ => Vec::new(),
            },
            None if asker.operator => meant::ids(view, &id, near::SLACK)?,
            None => Vec::new(),
        };
        Ok(near::addresses(id.as_str(), &ids))
    }
}
