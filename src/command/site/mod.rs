//! Sites: enrolled, listed, amended, ended.
mod alike;
pub mod close;
pub mod ending;
pub mod enroll;
mod enrolling;
pub mod import;
pub mod list;
mod of_record;
pub mod resend_welcome;
pub mod show;
pub mod update;
pub mod withdraw;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{self, Code};
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::sites;
use clap::{Args, Subcommand};

// No doc comment here: it would replace the first line of help.
#[derive(Debug, Args)]
pub struct NumberOptions {
    /// Number of the site, instead of --site
    #[arg(value_name = "NUMBER")]
    number: Option<SiteNumber>,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum SiteCommand {
    /// Enrol a site; its Welcome letter is mailed
    Enroll(enroll::EnrollArgs),
    /// Enrol many sites from a file; their Welcome letters are mailed
    Import(import::ImportArgs),
    /// List the sites within your reach
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show one site
    Show(show::ShowArgs),
    /// Amend what the registry says about a site
    Update(update::UpdateArgs),
    /// Send the Welcome letter again, with a new passcode
    ResendWelcome(resend_welcome::ResendWelcomeArgs),
    /// Withdraw a sleeping site, for good
    Withdraw(withdraw::WithdrawArgs),
    /// Close an active site, for good
    Close(close::CloseArgs),
}

impl SiteCommand {
    /// The site that stands as the argument.
    pub const fn number(&self) -> Option<&SiteNumber> {
        let named = match self {
            Self::Enroll(_) | Self::Import(_) | Self::List(_) => return None,
            Self::Show(args) => &args.named,
            Self::Update(args) => &args.named,
            Self::ResendWelcome(args) => &args.named,
            Self::Withdraw(args) => &args.named,
            Self::Close(args) => &args.named,
        };
        named.number.as_ref()
    }

    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Enroll(_) => CommandId::SiteEnroll,
            Self::Import(_) => CommandId::SiteImport,
            Self::List(_) => CommandId::SiteList,
            Self::Show(_) => CommandId::SiteShow,
            Self::Update(_) => CommandId::SiteUpdate,
            Self::ResendWelcome(_) => CommandId::SiteResendWelcome,
            Self::Withdraw(_) => CommandId::SiteWithdraw,
            Self::Close(_) => CommandId::SiteClose,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Enroll(args) => enroll::run(args, cx),
            Self::Import(args) => import::run(args, cx),
            Self::List(args) => list::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::Update(args) => update::run(args, cx),
            Self::ResendWelcome(args) => resend_welcome::run(args, cx),
            Self::Withdraw(args) => withdraw::run(args, cx),
            Self::Close(args) => close::run(args, cx),
        }
    }
}

/// The vendor's work at one site: R16 on the site, then R15 on the asker.
pub(super) fn operator_at<'tx>(
    me: &SignedIn<'tx>,
    view: crate::store::ReadView<'_>,
    site: &SiteNumber,
) -> Result<(OperatorAuthority<'tx>, Standing)> {
    let standing = rules::site::within_reach(sites::standing(view, me.person(), site)?, site.as_str())?;
    Ok((OperatorAuthority::of(me)?, standing))
}

/// `--site` on the operator's commands is never guessed, but asked for.
pub(super) fn typed_site(cx: &mut Context<'_>) -> Result<SiteNumber> {
    let given = cx.options.site.clone();
    let site = cx.prompt().value(given, "--site", "Site number", |text| Ok(SiteNumber::parse(text, "site")?))?;
    cx.session().about_site(Some(&site));
    Ok(site)
}

/// What cannot be done in the state the site is in.
pub(super) fn wrong_state(standing: &Standing, hint: &str) -> Error {
    let words = format!("site {} is {}", standing.site.site, standing.site.status);
    Error::new(Code::WrongState, words).hinted(hint)
}
