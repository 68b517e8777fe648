//! Amend what the registry says about a site.
use crate::command::context::Context;
use crate::command::parsed;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::rules;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::sites::{self as change, Amendment};
use crate::store::query::sites;
use clap::Args;

use super::of_record::amended;
use super::{NumberOptions, operator_at, typed_site};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site update --site 7000017 --company 'Example SE'
  pao site update --site 7000017 --agreement A-2027 --country FR")]
pub struct UpdateArgs {
    #[command(flatten)]
    pub(super) named: NumberOptions,
    /// Name of the company
    #[arg(long, value_parser = parsed::line::<200>, value_name = "NAME")]
    company: Option<String>,
    /// Agreement number
    #[arg(long, value_parser = parsed::line::<40>, value_name = "NUMBER")]
    agreement: Option<String>,
    /// Country, as a code or a name
    #[arg(long, value_name = "COUNTRY")]
    country: Option<Country>,
}

/// Changes company, agreement or country.
///
/// # Errors
/// R1 for a site that was closed or withdrawn, R15, R16.
pub fn run(args: &UpdateArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    if args.company.is_none() && args.agreement.is_none() && args.country.is_none() {
        return Err(Error::usage("nothing to change was given").hinted("give --company, --agreement or --country"));
    }
    cx.prompt().site_needed()?;
    let caller = cx.authenticate()?;
    let amendment =
        Amendment { company: args.company.clone(), agreement: args.agreement.clone(), country: args.country };
    let site = typed_site(cx)?;
    let (done, summary) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let (by, standing) = operator_at(&me, tx.view(), &site)?;
        rules::site::not_ended(&standing)?;
        let changed = change::amend(&by, &site, &amendment)?;
        let summary =
            sites::shown(tx.view(), me.person(), &site)?.ok_or_else(|| rules::site::out_of_reach(site.as_str()))?;
        let entry = amended(by.entry().at_site(site.as_str()), &amendment);
        Ok((if changed { tx.commit(entry)? } else { tx.unchanged() }, summary))
    })?;
    let verb = if done.changed() { "Updated" } else { "Unchanged:" };
    Ok(cx.changed(&done, &summary, views::site(&summary))?.status(format!("{verb} site {site}")).into())
}
