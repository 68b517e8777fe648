//! The second step: the site that waits for the person, or the one that they have come in to already.
use crate::error::Result;
use crate::model::access::Role;
use crate::model::answer::Site;
use crate::model::code::MailedCode;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::model::standing::Person;
use crate::rules::Code;
use crate::store::query::sites::{self, Filter};

use super::ways::Said;
use super::{Guide, Led};

/// Where the second step ends.
pub(super) enum Found {
    Site(SiteNumber),
    /// No site awaits the person, and of none they are the Primary Contact.
    Nothing,
    /// They want to go on as somebody else.
    SomebodyElse,
}

impl Guide<'_, '_> {
    /// An active site whose Primary Contact the person is.
    pub(super) fn site(&mut self, person: &Person) -> Result<Found> {
        let filter = Filter { of: Some((person.no, person.email.clone())), ..Filter::default() };
        let reached = sites::list(self.cx.session().read()?.view(), person, &filter)?;
        let (asleep, awake): (Vec<Site>, Vec<Site>) = reached
            .into_iter()
            .filter(|site| site.status == SiteStatus::AwaitingPrimary || site.role.flatten() == Some(Role::Primary))
            .partition(|site| site.status == SiteStatus::AwaitingPrimary);
        let awake: Vec<Site> = awake.into_iter().filter(|site| site.status == SiteStatus::Active).collect();
        if let Some((site, company)) = self.one_of(&asleep)? {
            return self.activate(site, &company);
        }
        let Some((site, company)) = self.one_of(&awake)? else { return Ok(Found::Nothing) };
        self.cx.prompt().say(&format!("You are the Primary Contact of site {site}, {company}."));
        Ok(Found::Site(site))
    }

    fn one_of(&mut self, sites: &[Site]) -> Result<Option<(SiteNumber, String)>> {
        let named: Vec<(SiteNumber, String)> =
            sites.iter().filter_map(|site| Some((site.site.clone()?, site.company.clone()))).collect();
        if named.len() < 2 {
            return Ok(named.into_iter().next());
        }
        let words: Vec<String> = named.iter().map(|(site, company)| format!("{site}  {company}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let chosen = self.choose("Which site?", &words)?;
        Ok(named.into_iter().nth(chosen))
    }

    fn activate(&mut self, site: SiteNumber, company: &str) -> Result<Found> {
        let list = format!(
            "Site {site}, {company}, sleeps until you come in with its temporary passcode, from the Welcome letter or from a newer \
             one. If you have none:"
        );
        let ways = ["mail me a new one, good for one hour", "go on as another ID"];
        loop {
            let said = match self.passcode.take() {
                Some(code) => Said::Code { code, from: None },
                None => self.way(&list, &ways, "Temporary passcode from the letter, or a number", None)?,
            };
            match said {
                Said::Code { code, .. } => {
                    if self.came_in(&site, code)? {
                        return Ok(Found::Site(site));
                    }
                }
                Said::Way(0) => {
                    self.act(&["request-passcode", "--site", site.as_str()], Led::default())?;
                    self.did(format!("asked for a new passcode for site {site}"));
                }
                Said::Way(_) => return Ok(Found::SomebodyElse),
            }
        }
    }

    /// Whether the passcode was right.
    fn came_in(&mut self, site: &SiteNumber, code: MailedCode) -> Result<bool> {
        match self.act(&["authorize", "--site", site.as_str()], Led { code: Some(code), ..Led::default() }) {
            Ok(_) => {
                self.did(format!("came in to site {site}"));
                Ok(true)
            }
            Err(error) if error.code == Code::PasscodeNotAccepted => {
                self.problem(&error);
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}
