//! Whoever asks for a gateway at a site without access to it: led to ask for that first, with what they said already.
//!
//! # Secrets
//! A site that is out of reach and one that is not there are answered alike (R16).
use crate::command::context::Context;
use crate::command::{Outcome, nomination, site_meant};
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::shell::pao;
use crate::rules::Code;
use crate::rules::site::within_reach;
use crate::store::query::sites;
use crate::ui::Format;

/// The same refusal, or the nomination that comes before the request.
///
/// # Errors
/// The refusal, where nobody is asked, or says no; as `nominate`.
pub fn lead(cx: &mut Context<'_>, refused: Error) -> Result<Outcome> {
    if !is_unaffiliated(cx, &refused)? {
        return Err(refused);
    }
    let site = cx.options.site.clone();
    let nominate = site.iter().fold(pao("nominate"), |line, site| line.option("--site", site));
    // A program that reads the answer waits for a request.
    if !cx.prompt().can_ask() || cx.output().options().format != Format::Table {
        let whole = nominate.option("--primary-contact", "ADDRESS");
        return Err(refused.hinted(format!("to ask for access to a site, run `{whole}`")));
    }
    let whose = site
        .map_or_else(|| "You have access to no site".to_owned(), |site| format!("You have no access to site {site}"));
    cx.prompt().tell(&format!("{whose}, and a gateway is asked for by those who have."));
    if !cx.prompt().agrees("Ask a Primary Contact to let you in now?")? {
        return Err(refused);
    }
    cx.becomes(CommandId::Nominate, nominate);
    nomination::ask(cx)
}

/// Whether it is for want of access that the request was refused.
fn is_unaffiliated(cx: &mut Context<'_>, refused: &Error) -> Result<bool> {
    let Some(asker) = cx.known_caller().filter(|asker| !asker.operator && asker.scope.is_none()) else {
        return Ok(false);
    };
    let site = cx.options.site.clone();
    let tx = cx.session().read()?;
    Ok(match (refused.code, site) {
        (Code::NotFound, Some(site)) => {
            within_reach(sites::standing(tx.view(), &asker, &site)?, site.as_str()).is_err()
        }
        (Code::Usage, None) => site_meant::own_sites(tx.view(), &asker)?.is_empty(),
        _ => false,
    })
}
