//! Sites: enrolled, listed, amended, ended.
pub mod close;
pub mod ending;
pub mod enroll;
mod enrolling;
pub mod import;
pub mod list;
pub mod resend_welcome;
pub mod show;
pub mod update;
pub mod withdraw;

use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{self, Code};
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::facts::sites;

/// The vendor's work at one site: R16 on the site, then R15 on the asker.
pub(super) fn operator_at<'tx>(
    me: &SignedIn<'tx>,
    look: crate::store::Look<'_>,
    site: &SiteNumber,
) -> Result<(OperatorAuthority<'tx>, Standing)> {
    let standing = rules::site::within_reach(sites::standing(look, me.person(), site)?, site.as_str())?;
    Ok((OperatorAuthority::of(me)?, standing))
}

/// `--site` on the operator's commands is never guessed, but asked for.
pub(super) fn typed_site(cx: &mut Context<'_>) -> Result<SiteNumber> {
    let given = cx.options.site.clone();
    let site = cx.value(given.as_deref(), "--site", "Site number", |text| Ok(SiteNumber::parse(text, "site")?))?;
    cx.about.site = Some(site.to_string());
    Ok(site)
}

/// What cannot be done in the state the site is in.
pub(super) fn wrong_state(standing: &Standing, hint: &str) -> Error {
    let words = format!("site {} is {}", standing.site.site, standing.site.status);
    Error::new(Code::WrongState, words).hinted(hint)
}
