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
mod sheet;
pub mod show;
pub mod submit;
mod telling;

use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::number::whole;
use crate::model::provision::Provision;
use crate::model::site::SiteNumber;
use crate::store::Look;
use crate::store::authority::request::Wanted;
use crate::store::facts::provisions;

/// Which request is meant, and what the record of a refusal says about it.
fn wanted(cx: &mut Context<'_>, number: Option<&str>) -> Result<Wanted> {
    let number = cx.value(number, "<N>", "Number of the request", parse_number)?;
    let site = cx.options.site.clone().map(|text| SiteNumber::parse(&text, "site")).transpose()?;
    let there = provisions::numbered(cx.read()?.look(), number)?;
    cx.about.subject = Some(format!("request {number}"));
    cx.about.site = site.as_ref().or(there.as_ref().map(|there| &there.site)).map(ToString::to_string);
    Ok(Wanted { number, site })
}

fn parse_number(text: &str) -> Result<i64> {
    Ok(whole(text, "request", 1..=u32::MAX)?.into())
}

/// A request as it is now, to be shown.
fn shown(look: Look<'_>, number: i64) -> Result<Provision> {
    provisions::one(look, number)?.ok_or_else(|| Error::not_found(format!("request {number}")))
}
