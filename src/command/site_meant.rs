//! Which site a command is about, and how whoever asks stands to it.
use crate::error::{Error, Result};
use crate::model::site::SiteNumber;
use crate::model::standing::{Person, Standing};
use crate::rules;
use crate::store::authority::signed_in::recognise;
use crate::store::query::sites;
use crate::store::{ReadTx, ReadView, Store};

use super::caller::by_its_name;
use super::context::Context;
use super::opening::{Whence, opened};
use super::output::Output;
use super::prompt::{missing, unanswered};
use super::session::Caller;

/// Somebody who reads about a site.
pub struct Visit<'c, V> {
    /// The view in which they were recognised.
    pub tx: ReadTx<'c>,
    /// Where the answer is written while it is read.
    pub output: Output<'c>,
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
    pub fn site(&mut self, caller: &Caller) -> Result<SiteNumber> {
        let site = match self.options.site.clone() {
            Some(site) => site,
            None => self.site_meant(&caller.person)?,
        };
        self.known.about.site = Some(site.as_str().to_owned());
        Ok(site)
    }

    /// The only site that can be meant; at a terminal, one of several is chosen, and an operator names one.
    fn site_meant(&mut self, person: &Person) -> Result<SiteNumber> {
        let own = own_sites(self.session().read()?.view(), person)?;
        let site = match own.as_slice() {
            [] if self.prompt().can_ask() && person.operator => {
                self.prompt().value(None, "--site", "Site number", |text| Ok(SiteNumber::parse(text, "site")?))?
            }
            [_, _, ..] if self.prompt().can_ask() => self.one_of_sites(&own)?,
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
        let place = self.prompt().asker.choice("Which site", &options, 0).map_err(|why| unanswered(why, "--site"))?;
        let site = several.get(place).ok_or_else(|| missing("--site"))?.clone();
        self.prompt().note_answer("--site", site.to_string());
        Ok(site)
    }

    /// How the asker stands to a site, for reading: R16, then the caller's own questions.
    ///
    /// # Errors
    /// `not_found`.
    pub fn standing(&mut self, caller: &Caller, site: &SiteNumber) -> Result<Standing> {
        let tx = self.session().read()?;
        let standing = sites::standing(tx.view(), &caller.person, site)?;
        Ok(rules::site::within_reach(standing, site.as_str())?)
    }

    /// Who asks, about which site, and how they stand to it (R16), all in one view that the caller reads on in. For looking
    /// only: what is refused here is not put on record. What is wrong with the `values` that were typed is said after what is
    /// wrong with the sign-in, and before what is wrong with the site (product.md, the order of refusals).
    ///
    /// # Errors
    /// As [`Context::authenticate`], [`Context::site`] and [`Context::standing`]; what the values say.
    pub fn visit<V>(&mut self, values: Result<V>) -> Result<Visit<'_, V>> {
        if self.options.site.is_none() && self.prompt().can_ask() {
            // Nobody is asked while the view is open.
            let caller = self.authenticate()?;
            self.site(&caller)?;
        }
        let (key, now, answer) = (self.key()?, self.world.clock.now(), self.output_options());
        let tx = opened(&mut self.known.store, &self.options, &Whence::of(self.world, self.command))?.read(now)?;
        let (person, sign_in) = recognise(tx.view(), &key)
            .map_err(|error| by_its_name(error, &self.options))?
            .admit(self.command, &mut self.options.site)?;
        self.known.sign_in = sign_in;
        self.known.caller = Some(person.clone());
        let values = values?;
        let site = match self.options.site.clone() {
            Some(site) => site,
            None => only(own_sites(tx.view(), &person)?)?,
        };
        let standing = rules::site::within_reach(sites::standing(tx.view(), &person, &site)?, site.as_str())?;
        Ok(Visit { tx, output: Output::to(self.world, answer), standing, values })
    }

    /// A view to read from, and where to answer, at the same time: for lists that are streamed.
    ///
    /// # Errors
    /// What the file says.
    pub fn reading(&mut self) -> Result<(ReadTx<'_>, Output<'_>)> {
        self.session().open()?;
        let (now, answer) = (self.world.clock.now(), self.output_options());
        let tx = opened(&mut self.known.store, &self.options, &Whence::of(self.world, self.command))?.read(now)?;
        Ok((tx, Output::to(self.world, answer)))
    }

    /// The file and the output, for what is written as it is read, whatever the clock says.
    ///
    /// # Errors
    /// What the file says.
    pub(super) fn store_and_output(&mut self) -> Result<(&mut Store, Output<'_>)> {
        self.session().open()?;
        let answer = self.output_options();
        let store = opened(&mut self.known.store, &self.options, &Whence::of(self.world, self.command))?;
        Ok((store, Output::to(self.world, answer)))
    }
}

/// The sites at which somebody has access, or those that await them.
pub(super) fn own_sites(view: ReadView<'_>, person: &Person) -> Result<Vec<SiteNumber>> {
    let own: Vec<SiteNumber> = sites::of_person(view, person.no)?.into_iter().map(|own| own.site).collect();
    if own.is_empty() { Ok(sites::awaiting(view, &person.email)?) } else { Ok(own) }
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
