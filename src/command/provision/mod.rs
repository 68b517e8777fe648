//! Gateways: asked for, received, provisioned, ended; and the terms of the public providers.
pub mod accept_terms;
pub mod cancel;
mod certificate;
pub mod closing;
pub mod complete;
pub mod end;
mod form;
pub mod list;
pub mod receive;
pub mod reject;
pub mod show;
pub mod submit;
mod telling;
mod unaffiliated;
mod view;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::number::whole;
use crate::model::provision::Provision;
use crate::store::ReadView;
use crate::store::authority::request::Wanted;
use crate::store::query::provisions;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum ProvisionCommand {
    /// Ask for a gateway to be added; `pao provision` alone opens this form
    Submit(submit::SubmitArgs),
    /// List requests
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show one request
    Show(show::ShowArgs),
    /// Take a request back before it is decided
    Cancel(cancel::CancelArgs),
    /// End a gateway that is served
    End(end::EndArgs),
    /// Accept the terms of a public provider for a gateway
    AcceptTerms(accept_terms::AcceptTermsArgs),
    /// Mark a request as received (operators)
    Receive(receive::ReceiveArgs),
    /// Mark a gateway as provisioned (operators)
    Complete(complete::CompleteArgs),
    /// Reject a request (operators)
    Reject(reject::RejectArgs),
}

impl ProvisionCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::Submit(_) => CommandId::ProvisionSubmit,
            Self::List(_) => CommandId::ProvisionList,
            Self::Show(_) => CommandId::ProvisionShow,
            Self::Cancel(_) => CommandId::ProvisionCancel,
            Self::End(_) => CommandId::ProvisionEnd,
            Self::AcceptTerms(_) => CommandId::ProvisionAcceptTerms,
            Self::Receive(_) => CommandId::ProvisionReceive,
            Self::Complete(_) => CommandId::ProvisionComplete,
            Self::Reject(_) => CommandId::ProvisionReject,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Submit(args) => submit::run(args, cx),
            Self::List(args) => list::run(args, cx),
            Self::Show(args) => show::run(args, cx),
            Self::Cancel(args) => cancel::run(args, cx),
            Self::End(args) => end::run(args, cx),
            Self::AcceptTerms(args) => accept_terms::run(args, cx),
            Self::Receive(args) => receive::run(args, cx),
            Self::Complete(args) => complete::run(args, cx),
            Self::Reject(args) => reject::run(args, cx),
        }
    }
}

/// Which request is meant, and what the record of a refusal says about it.
fn wanted(cx: &mut Context<'_>, number: Option<i64>) -> Result<Wanted> {
    let number = cx.prompt().value(number, "<N>", "Number of the request", parse_number)?;
    let site = cx.options.site.clone();
    let there = provisions::numbered(cx.session().read()?.view(), number)?;
    cx.session().about(&format!("request {number}"));
    cx.session().about_site(site.as_ref().or(there.as_ref().map(|there| &there.site)));
    Ok(Wanted { number, site })
}

fn parse_number(text: &str) -> Result<i64> {
    Ok(whole(text, "request", 1..=u32::MAX)?.into())
}

/// A request as it is now, to be shown.
fn shown(view: ReadView<'_>, number: i64) -> Result<Provision> {
    provisions::one(view, number)?.ok_or_else(|| Error::not_found(format!("request {number}")))
}
