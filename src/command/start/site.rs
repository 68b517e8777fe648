//! The second step: the site that waits for the person, or the one that they have come in to already.
use crate::error::{Error, Result};
use crate::model::access::Role;
use crate::model::answer::Site;
use crate::model::site::{SiteNumber, SiteStatus};
use crate::model::standing::Person;
use crate::rules::Code;
use crate::store::facts::sites::{self, Filter};

use super::Guide;

impl Guide<'_, '_> {
    /// An active site whose Primary Contact the person is.
    pub(super) fn site(&mut self, person: &Person) -> Result<SiteNumber> {
        let filter = Filter { of: Some((person.no, person.email.clone())), ..Filter::default() };
        let reached = sites::list(self.cx.session().read()?.view(), person, &filter)?;
        let (asleep, awake): (Vec<Site>, Vec<Site>) = reached
            .into_iter()
            .filter(|site| site.status == SiteStatus::AwaitingPrimary || site.role.flatten() == Some(Role::Primary))
            .partition(|site| site.status == SiteStatus::AwaitingPrimary);
        let awake: Vec<Site> = awake.into_iter().filter(|site| site.status == SiteStatus::Active).collect();
        if let Some((site, company)) = self.one_of(&asleep)? {
            self.cx
                .prompt()
                .say(&format!("Site {site}, {company}, sleeps until you come in with its temporary passcode."));
            self.activate(&site)?;
            return Ok(site);
        }
        if let Some((site, company)) = self.one_of(&awake)? {
            self.cx.prompt().say(&format!("You are the Primary Contact of site {site}, {company}."));
            return Ok(site);
        }
        Err(Error::new(Code::NotFound, format!("no site awaits {}", person.email)).hinted(
            "sign in with the address that the Welcome letter went to; to be let into a site that has a Primary Contact, run `pao nominate`",
        ))
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

    fn activate(&mut self, site: &SiteNumber) -> Result<()> {
        let options =
            ["I have it: from the Welcome letter, or from a newer one", "mail me a new one, good for one hour"];
        loop {
            if self.choose("The temporary passcode", &options)? == 1 {
                self.act(&["request-passcode", "--site", site.as_str()])?;
                self.did(format!("asked for a new passcode for site {site}"));
                continue;
            }
            match self.act(&["authorize", "--site", site.as_str()]) {
                Ok(()) => {
                    self.did(format!("came in to site {site}"));
                    return Ok(());
                }
                Err(error) if error.code == Code::PasscodeNotAccepted => self.problem(&error),
                Err(error) => return Err(error),
            }
        }
    }
}
