//! Values that many verbs share: which site, which person, random codes.
use crate::error::{Error, Result};
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::hash;
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::model::standing::{Person, Standing};
use crate::rules::{self, Code};
use crate::store::authority::signed_in::recognise;
use crate::store::change::codes::Fresh;
use crate::store::facts::{people, sites};
use crate::store::{Look, ReadTx};
use crate::ui::Manner;
use crate::ui::table::{Column, select};
use crate::world::World;
use sha2::{Digest as _, Sha256};

use super::ask::{missing, unanswered};
use super::context::Context;
use super::door::Door;

/// Somebody who reads about a site.
pub struct Visit<'c, V> {
    /// The view in which they were recognised.
    pub tx: ReadTx<'c>,
    /// Where the answer is written while it is read.
    pub world: &'c mut World,
    /// How it is written.
    pub manner: Manner,
    /// Who they are, and how they stand to the site.
    pub standing: Standing,
    /// What was typed, judged.
    pub values: V,
}

impl Context<'_> {
    /// The site a command is about: `--site`, or the only one at which the asker has access.
    ///
    /// # Errors
    /// `invalid_value` for a malformed number; `usage` when it is missing and cannot be guessed.
    pub fn site(&mut self, door: &Door) -> Result<SiteNumber> {
        let site = match self.options.site.clone() {
            Some(site) => site,
            None => self.site_meant(&door.person)?,
        };
        self.about.site = Some(site.as_str().to_owned());
        Ok(site)
    }

    /// The only site that can be meant; at a terminal, one of several is chosen, and an operator names one.
    fn site_meant(&mut self, person: &Person) -> Result<SiteNumber> {
        let own = own_sites(self.read()?.look(), person)?;
        let site = match own.as_slice() {
            [] if self.can_ask() && person.operator => {
                self.value(None, "--site", "Site number", |text| Ok(SiteNumber::parse(text, "site")?))?
            }
            [_, _, ..] if self.can_ask() => self.one_of_sites(&own)?,
            _ => return only(own),
        };
        // Whoever looks for it again finds it.
        self.options.site = Some(site.clone());
        Ok(site)
    }

    /// The one of several sites that is meant.
    ///
    /// # Errors
    /// `interrupted`; `usage` at the end of input.
    pub(super) fn one_of_sites(&mut self, several: &[SiteNumber]) -> Result<SiteNumber> {
        let options: Vec<String> = several.iter().map(ToString::to_string).collect();
        let place = self.world.asker.choice("Which site", &options, 0).map_err(|why| unanswered(why, "--site"))?;
        let site = several.get(place).ok_or_else(|| missing("--site"))?.clone();
        self.note_answer("--site", site.to_string());
        Ok(site)
    }

    /// Checked before the file is opened: `--columns` names some of these.
    ///
    /// # Errors
    /// `invalid_value`.
    pub fn are_columns(&self, columns: &[Column]) -> Result<()> {
        select(columns, self.manner.columns.as_deref(), false).map(drop)
    }

    /// Checked before the file is opened, where the site is never guessed.
    ///
    /// # Errors
    /// `usage` naming `--site`.
    pub fn site_needed(&self) -> Result<()> {
        self.needed(self.options.site.as_ref().map(SiteNumber::as_str), "--site")
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

    /// Who asks, about which site, and how they stand to it (R16), all in one view that the caller reads on in. For looking
    /// only: what is refused here is not put on record. What is wrong with the `values` that were typed is said after what is
    /// wrong with the sign-in, and before what is wrong with the site (product.md, the order of refusals).
    ///
    /// # Errors
    /// As [`Context::door`], [`Context::site`] and [`Context::standing`]; what the values say.
    pub fn visit<V>(&mut self, values: Result<V>) -> Result<Visit<'_, V>> {
        if self.options.site.is_none() && self.can_ask() {
            // Nobody is asked while the view is open.
            let door = self.door()?;
            self.site(&door)?;
        }
        let (key, now) = (self.key()?, self.now());
        let store = self.store.as_mut().ok_or_else(|| Error::new(Code::Internal, "the database was not opened"))?;
        let tx = store.read(now)?;
        let (person, sign_in) = recognise(tx.look(), &key)?.let_in(self.command, &mut self.options.site)?;
        self.used = sign_in;
        self.asker = Some(person.clone());
        let values = values?;
        let site = match self.options.site.clone() {
            Some(site) => site,
            None => only(own_sites(tx.look(), &person)?)?,
        };
        let standing = rules::site::within_reach(sites::standing(tx.look(), &person, &site)?, site.as_str())?;
        Ok(Visit { tx, world: self.world, manner: self.manner.clone(), standing, values })
    }

    /// A fresh code for a letter, and its hash.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh_code(&mut self) -> Result<(MailedCode, Secret)> {
        let code = self.fresh_passcode()?;
        let hash = self.hashed(&Secret::new(code.canonical().to_owned()))?;
        Ok((code, hash))
    }

    /// A fresh code without its hash, for a rehearsal that throws it away.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh_passcode(&mut self) -> Result<MailedCode> {
        let mut random = [0_u8; 10];
        self.world.dice.fill(&mut random)?;
        Ok(MailedCode::draw(random))
    }

    /// A fresh code for a letter, with its hash.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh(&mut self) -> Result<Fresh> {
        let (code, hash) = self.fresh_code()?;
        Ok(Fresh { code, hash })
    }

    /// The hash of a password that is chosen for an address, with the salt of that address in this registry: one hash of what is
    /// typed later then finds the registration that it belongs to, however many wait there.
    ///
    /// # Errors
    /// `internal`; what the file says.
    pub fn hashed_for(&mut self, address: &Address, password: &Secret) -> Result<Secret> {
        let mut salt = Sha256::new_with_prefix(people::registry(self.read()?.look())?);
        salt.update(b"registration");
        salt.update(address.as_str().as_bytes());
        let salt: [u8; 32] = salt.finalize().into();
        let (salt, _) = salt.split_first_chunk::<16>().ok_or_else(|| Error::new(Code::Internal, "no salt"))?;
        hash::hash(password, salt, self.world.cost)
            .ok_or_else(|| Error::new(Code::Internal, "the hash could not be made"))
    }

    /// The hash of a secret at today's cost, with its own salt.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers; `internal`.
    pub fn hashed(&mut self, secret: &Secret) -> Result<Secret> {
        let mut salt = [0_u8; 16];
        self.world.dice.fill(&mut salt)?;
        hash::hash(secret, &salt, self.world.cost)
            .ok_or_else(|| Error::new(Code::Internal, "the hash could not be computed"))
    }
}

/// The sites at which somebody has access, or those that await them.
fn own_sites(look: Look<'_>, person: &Person) -> Result<Vec<SiteNumber>> {
    let own: Vec<SiteNumber> = sites::of_person(look, person.no)?.into_iter().map(|own| own.site).collect();
    if own.is_empty() { Ok(sites::awaiting(look, &person.email)?) } else { Ok(own) }
}

fn only(own: Vec<SiteNumber>) -> Result<SiteNumber> {
    match <[SiteNumber; 1]>::try_from(own) {
        Ok([only]) => Ok(only),
        Err(none) if none.is_empty() => {
            Err(Error::usage("--site is missing, and you have access to no site").hinted("give --site"))
        }
        Err(several) => {
            let numbers: Vec<&str> = several.iter().map(SiteNumber::as_str).collect();
            Err(Error::usage("--site is missing, and you have access to several sites")
                .hinted(format!("give --site with one of {}", numbers.join(", "))))
        }
    }
}
