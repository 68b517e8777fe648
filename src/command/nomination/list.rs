//! The nominations at the site whose Primary Contact one is, and one's own.
use crate::command::context::Context;
use crate::command::session::Caller;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::nomination::{Nomination, NominationStatus};
use crate::model::site::SiteNumber;
use crate::rules;
use crate::store::query::nominations::{self, Filter};
use crate::store::query::sites;
use crate::ui::column::Column;
use clap::Args;
use std::borrow::Cow;

const COLUMNS: &[Column] = &[
    Column::new("nomination"),
    Column::new("site"),
    Column::new("id"),
    Column::new("status"),
    Column::new("submitted"),
    Column::new("claims-primary"),
    Column::new("reason"),
    Column::extra("decided"),
    Column::extra("decided-by"),
    Column::extra("decision-reason"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao nomination list --status pending
  pao nomination list --site 7000017 --json")]
pub struct ListArgs {
    /// Only this status
    #[arg(long, value_name = "STATUS")]
    status: Option<NominationStatus>,
}

/// Streams the list, by number. Without `--site` it is about every site.
///
/// # Errors
/// R16 for a site out of reach at which the asker never asked for access; `invalid_value`.
pub fn run(args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (after, limit) = (cx.options.after_number()?, cx.options.limit());
    let caller = cx.authenticate()?;
    // The site of a token is known once it is authenticated.
    let filter = Filter { site: cx.options.site.clone(), status: args.status, after, limit };
    if let Some(site) = &filter.site {
        within_reach(cx, &caller, site)?;
    }
    let relative = cx.output().relative_to();
    let (tx, mut output) = cx.reading()?;
    let mut list = output.list(COLUMNS)?;
    nominations::list(tx.view(), caller.person.no, &filter, |nomination| {
        list.row(&nomination, || row(&nomination, relative))
    })?;
    Ok(list.end("No nominations")?.into())
}

/// Whoever asked for access may look at that, though the site itself is out of their reach.
fn within_reach(cx: &mut Context<'_>, caller: &Caller, site: &SiteNumber) -> Result<()> {
    let tx = cx.session().read()?;
    if nominations::asked_at(tx.view(), site, caller.person.no)? {
        return Ok(());
    }
    rules::site::within_reach(sites::standing(tx.view(), &caller.person, site)?, site.as_str())?;
    Ok(())
}

fn row(nomination: &Nomination, now: Option<crate::model::moment::Moment>) -> Vec<Cow<'_, str>> {
    vec![
        nomination.nomination.unwrap_or_default().to_string().into(),
        nomination.site.as_str().into(),
        nomination.id.as_str().into(),
        nomination.status.word().into(),
        views::when(nomination.submitted_at, now).into(),
        if nomination.claims_primary { "yes" } else { "" }.into(),
        nomination.reason.as_deref().unwrap_or_default().into(),
        nomination.decided_at.map_or(Cow::Borrowed(""), |at| views::when(at, now).into()),
        nomination.decided_by.as_ref().map_or("", |by| by.as_str()).into(),
        nomination.decision_reason.as_deref().unwrap_or_default().into(),
    ]
}
