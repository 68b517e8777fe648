//! Have a new temporary passcode mailed, good for one hour.
//!
//! # Secrets
//! The same answer and the same work for everybody, past the hourly limit too; only the Primary Contact of record of a
//! sleeping site is mailed anything, and only at the address of record.
use crate::command::Outcome;
use crate::command::accepted::accepted;
use crate::command::awaiting::which;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::notice;
use crate::rules;
use crate::store::ReadView;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::entrance::{self, REQUESTED_LIFE};
use crate::store::change::outbox;
use crate::store::query::{passcodes, sites};
use clap::Args;

/// Requests that are answered with a letter, at a site, in an hour and in a day (security.md).
const AN_HOUR: i64 = 3;
/// See [`AN_HOUR`].
const A_DAY: i64 = 10;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao request-passcode
  pao request-passcode --site 7000017")]
pub struct RequestPasscodeArgs {}

/// Issues and mails a passcode to the person for whom the site waits.
///
/// # Errors
/// `invalid_value`, `usage` when several sites await the asker, R15.
pub fn run(_args: &RequestPasscodeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    let given = cx.options.site.clone();
    let awaiting = sites::awaiting(cx.session().read()?.view(), &caller.person.email)?;
    let site = which(cx, &caller, given, &awaiting)?;
    cx.session().about_site(site.as_ref());
    let (code, hash) = cx.session().fresh_code()?;
    let (done, ()) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        rules::site::not_an_operator(me.person())?;
        let mut entry = me.entry();
        if let Some(standing) = due(tx.view(), &me, site.as_ref())? {
            let facts = &standing.site;
            entrance::issue_on_request(&me, &standing, &hash)?;
            let until = tx.view().at().plus(REQUESTED_LIFE);
            outbox::queue(&me, notice::site::passcode(facts, &code, until));
            entry = entry.at_site(facts.site.as_str()).about(facts.primary.email.as_str());
        }
        Ok((tx.commit(entry)?, ()))
    })?;
    let line = "If a site is waiting for you, a new passcode is on its way to the address of record";
    accepted(cx, &done, line, pao("authorize"))
}

/// The site, if it waits for the asker and the limits are not met.
fn due(view: ReadView<'_>, me: &SignedIn<'_>, site: Option<&SiteNumber>) -> Result<Option<Standing>> {
    let Some(site) = site else { return Ok(None) };
    let standing = sites::standing(view, me.person(), site)?.filter(Standing::awaited);
    let (hour, day) = passcodes::requested_lately(view, site)?;
    Ok(standing.filter(|_| hour < AN_HOUR && day < A_DAY))
}
