//! Values that many verbs share: which site, which person, random codes.
use crate::error::{Error, Result};
use crate::model::access::Role;
use crate::model::code::MailedCode;
use crate::model::hash;
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{self, Code};
use crate::store::facts::sites;

use super::context::Context;
use super::door::Door;

impl Context<'_> {
    /// The site a command is about: `--site`, or the only one at which the asker has access.
    ///
    /// # Errors
    /// `invalid_value` for a malformed number; `usage` when it is missing and cannot be guessed.
    pub fn site(&mut self, door: &Door) -> Result<SiteNumber> {
        let site = match self.options.site.clone() {
            Some(text) => SiteNumber::parse(&text, "site")?,
            None => self.only_site(door)?,
        };
        self.about.site = Some(site.as_str().to_owned());
        Ok(site)
    }

    /// Checked before the file is opened, where the site is never guessed.
    ///
    /// # Errors
    /// `usage` naming `--site`.
    pub fn site_needed(&self) -> Result<()> {
        self.needed(self.options.site.as_deref(), "--site")
    }

    fn only_site(&mut self, door: &Door) -> Result<SiteNumber> {
        let tx = self.read()?;
        let mut own: Vec<SiteNumber> =
            sites::of_person(tx.look(), door.person.no)?.into_iter().map(|own| own.site).collect();
        if own.is_empty() {
            own = sites::awaiting(tx.look(), &door.person.email)?;
        }
        match own.as_slice() {
            [only] => Ok(only.clone()),
            [] => Err(Error::usage("--site is missing, and you have access to no site").hinted("give --site")),
            several => {
                let numbers: Vec<&str> = several.iter().map(SiteNumber::as_str).collect();
                Err(Error::usage("--site is missing, and you have access to several sites")
                    .hinted(format!("give --site with one of {}", numbers.join(", "))))
            }
        }
    }

    /// How the asker stands to a site, for reading: R16, then the caller's own questions.
    ///
    /// # Errors
    /// `not_found`.
    pub fn standing(&mut self, door: &Door, site: &SiteNumber) -> Result<Standing> {
        let tx = self.read()?;
        let standing = sites::standing(tx.look(), &door.person, site)?;
        Ok(rules::site::within_reach(standing, site.as_str())?)
    }

    /// A fresh code for a letter, and its hash.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh_code(&mut self) -> Result<(MailedCode, Secret)> {
        let mut random = [0_u8; 10];
        self.world.dice.fill(&mut random)?;
        let code = MailedCode::draw(random);
        let hash = self.hashed(&Secret::new(code.canonical().to_owned()))?;
        Ok((code, hash))
    }

    /// The hash of a secret at today's cost, with its own salt.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers; `internal`.
    pub fn hashed(&mut self, secret: &Secret) -> Result<Secret> {
        let mut salt = [0_u8; 16];
        self.world.dice.fill(&mut salt)?;
        hash::hash(secret, &salt, self.world.cost)
            .ok_or_else(|| Error::new(Code::Internal, "the hash could not be made"))
    }
}

/// `--role` where only the roles that can be given are taken.
///
/// # Errors
/// `invalid_value`.
pub fn given_role(text: &str) -> Result<Role> {
    match Role::parse(text, "role") {
        Ok(role @ (Role::Secondary | Role::User)) => Ok(role),
        Ok(Role::Primary) => Err(Error::invalid("role", "role: must be one of secondary, user")
            .hinted("the Primary Contact hands the site over with `pao contact set-primary`")),
        Err(_) => Err(Error::invalid("role", "role: must be one of secondary, user")),
    }
}
