//! Who is signed in, until when, and at which sites; by an automation token, what it is for.
use crate::command::context::Context;
use crate::command::token::number;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::answer::{Identity, Whoami};
use crate::model::token::words;
use crate::store::query::{sites, tokens};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao whoami
  pao whoami --json")]
pub struct WhoamiArgs {}

/// Shows the asker.
///
/// # Errors
/// `sign_in_required`.
pub fn run(_args: &WhoamiArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate()?;
    let tx = cx.session().read()?;
    let mut own = sites::of_person(tx.view(), caller.person.no)?;
    let mut token = None;
    if let Some(scope) = &caller.person.scope {
        own.retain(|own| own.site == scope.site);
        token = tokens::numbered(tx.view(), caller.person.no, scope.token)?;
    }
    drop(tx);
    let identity = Identity::from(&caller.person);
    let whoami = Whoami { identity, signed_in_until: caller.until, sites: own, token };
    let mut details = views::identity(&whoami.identity);
    if let Some(until) = whoami.signed_in_until {
        details.push(Part::When("Signed in until", Some(until)));
    }
    for own in &whoami.sites {
        details.push(Part::Pair("Site", format!("{} {} ({}, {})", own.site, own.company, own.role, own.status)));
    }
    if let Some(token) = &whoami.token {
        details.push(Part::Pair("By token", format!("{} for {}", number(token), words(&token.can))));
    }
    Ok(Report::object(&whoami, details)?.into())
}
