//! Who is signed in, until when, and at which sites.
use crate::command::context::Context;
use crate::command::{Outcome, sheets};
use crate::error::Result;
use crate::model::answer::{Identity, Whoami};
use crate::store::facts::sites;
use crate::ui::report::{Part, Report};

/// Shows the asker.
///
/// # Errors
/// `sign_in_required`.
pub fn run(cx: &mut Context<'_>) -> Result<Outcome> {
    let door = cx.door()?;
    let own = sites::of_person(cx.read()?.look(), door.person.no)?;
    let whoami = Whoami { identity: Identity::from(&door.person), signed_in_until: door.until, sites: own };
    let mut sheet = sheets::identity(&whoami.identity);
    if let Some(until) = whoami.signed_in_until {
        sheet.push(Part::Pair("Signed in until", until.to_string()));
    }
    for own in &whoami.sites {
        sheet.push(Part::Pair("Site", format!("{} {} ({}, {})", own.site, own.company, own.role, own.status)));
    }
    Ok(Report::object(&whoami, sheet)?.into())
}
