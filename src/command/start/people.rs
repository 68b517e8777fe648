//! The third step: a Secondary Contact, and whoever else is to have access.
use crate::command::form::NOT_SENT;
use crate::error::Result;
use crate::model::access::Role;
use crate::model::email::Address;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::store::query::access;

use super::{Guide, Led};

/// Exit statuses of refusals after which somebody else, or nobody, is named: by a rule, not there, in conflict, unacceptable.
const ASK_AGAIN: std::ops::RangeInclusive<u8> = 4..=7;

impl Guide<'_, '_> {
    /// Names a Secondary Contact where there is none. Gives the IDs of those there are.
    pub(super) fn secondary(&mut self, site: &SiteNumber) -> Result<Vec<Address>> {
        let mut urged = false;
        loop {
            let there = access::secondaries(self.cx.session().read()?.view(), site)?;
            let ids: Vec<Address> = there.into_iter().map(|person| person.id).collect();
            if !ids.is_empty() {
                let words: Vec<&str> = ids.iter().map(Address::as_str).collect();
                self.cx.prompt().say(&format!("Secondary Contact of site {site}: {}.", words.join(", ")));
                return Ok(ids);
            }
            if !urged {
                self.cx.prompt().say(
                    "A Secondary Contact lets people in too. They need an ID of their own first (`pao register`).",
                );
                urged = true;
            }
            if !self.yes("Name a Secondary Contact now?", true)? {
                self.cx.prompt().say("Do it soon: nobody can replace a Primary Contact who is gone.");
                let add = pao("access add --role secondary").option("--site", site);
                self.cx.prompt().say(&format!("    {add}"));
                return Ok(ids);
            }
            self.give(site, &["--role", Role::Secondary.word()])?;
        }
    }

    /// Gives access to as many others as are named.
    pub(super) fn others(&mut self, site: &SiteNumber) -> Result<()> {
        while self.yes("Give somebody else access?", false)? {
            self.give(site, &[])?;
        }
        Ok(())
    }

    /// Plays the form of a grant, which asks for what `flags` leave open. A refusal is said, a form that is not sent is
    /// dropped, and nothing else happens.
    fn give(&mut self, site: &SiteNumber, flags: &[&str]) -> Result<()> {
        let words = [&["access", "add", "--site", site.as_str()], flags].concat();
        match self.act(&words, Led::default()) {
            Ok(_) => {
                self.did(format!("gave somebody access to site {site}"));
                Ok(())
            }
            Err(error) if ASK_AGAIN.contains(&error.status()) || error.message == NOT_SENT => {
                self.problem(&error);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
