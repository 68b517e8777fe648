//! Nominations: somebody without access asks for access, and the Primary Contact answers.
pub mod approve;
pub mod decline;
pub mod list;
pub mod nominate;
pub mod show;
pub mod withdraw;

use crate::command::Outcome;
use crate::command::views;
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::nomination::Nomination;
use crate::model::number::whole;
use crate::model::site::SiteNumber;
use crate::store::query::nominations;
use crate::ui::prose::Part;
use clap::Subcommand;

use super::context::Context;
use crate::command::form::Choice;
use crate::command::session::Caller;
use crate::model::nomination::NominationStatus;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum NominationCommand {
    /// List the nominations at your site, and your own
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show one nomination
    Show(show::ShowArgs),
    /// Take back a nomination of your own
    Withdraw(withdraw::WithdrawArgs),
}

impl NominationCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::NominationList,
            Self::Show(_) => CommandId::NominationShow,
            Self::Withdraw(_) => CommandId::NominationWithdraw,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::Withdraw(args) => withdraw::run(args, cx),
        }
    }
}

/// The form of `nominate`, for whoever is led to it.
///
/// # Errors
/// As `nominate`.
pub(super) fn ask(cx: &mut Context<'_>) -> Result<Outcome> {
    nominate::run(&nominate::NominateArgs::default(), cx)
}

/// A nomination by its number, and by its site where that was given too.
pub(super) struct Which {
    number: i64,
    site: Option<SiteNumber>,
}

/// What waits, for whoever decides it.
fn waiting(cx: &mut Context<'_>, caller: &Caller) -> Result<Vec<Choice>> {
    let status = Some(NominationStatus::Pending);
    let filter = nominations::Filter { site: cx.options.site.clone(), status, after: 0, limit: None };
    let mut waiting = Vec::new();
    nominations::list(cx.session().read()?.view(), caller.person.no, &filter, |one| {
        if one.id != caller.person.id {
            let number = one.nomination.unwrap_or_default().to_string();
            waiting.push((number, format!("{} at site {}", one.id, one.site)));
        }
        Ok(())
    })?;
    Ok(waiting)
}

/// The number that was typed, or one of `choices`. What it is about is noted for the record of a refusal.
fn which(cx: &mut Context<'_>, typed: Option<i64>, choices: &[Choice]) -> Result<Which> {
    let number = cx.prompt().found(typed, "<N>", "Number of the nomination", choices, |text| {
        Ok(i64::from(whole(text, "nomination", 1..=u32::MAX)?))
    })?;
    let site = cx.options.site.clone();
    let filed = nominations::numbered(cx.session().read()?.view(), number)?;
    let fits = filed.filter(|filed| site.as_ref().is_none_or(|site| *site == filed.site));
    cx.session().about_site(fits.as_ref().map(|filed| &filed.site).or(site.as_ref()));
    cx.session().about(&fits.map_or_else(|| number.to_string(), |filed| filed.nominee.id.to_string()));
    Ok(Which { number, site })
}

/// One nomination.
fn details(nomination: &Nomination) -> Vec<Part> {
    let or_dash = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let number = views::number(nomination.nomination.as_ref());
    let mut details = vec![
        Part::Pair("Nomination", number),
        Part::Pair("Site", nomination.site.to_string()),
        Part::Pair("ID", nomination.id.to_string()),
        Part::Pair("Believes to be Primary", if nomination.claims_primary { "yes" } else { "no" }.to_owned()),
        Part::Pair("Reason", or_dash(nomination.reason.clone())),
        Part::Pair("Status", nomination.status.to_string()),
        Part::When("Submitted", Some(nomination.submitted_at)),
    ];
    if let Some(at) = nomination.decided_at {
        details.extend([
            Part::When("Decided", Some(at)),
            Part::Pair("Decided by", or_dash(nomination.decided_by.as_ref().map(ToString::to_string))),
            Part::Pair("Why", or_dash(nomination.decision_reason.clone())),
        ]);
    }
    details
}
