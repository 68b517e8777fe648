//! Change a setting. Those about mail are changed by the owner of the file only.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::form::Choice;
use crate::error::{Error, Result};
use crate::mail::SmtpUrl;
use crate::model::setting::Setting;
use crate::model::shell::pao;
use clap::Args;

use super::{key, shown, whoever_sets, write};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao config set care.contact 'care@vendor.example'
  pao config set policy.holidays '2026-12-25 2027-01-01'
  pao config set mail.transport smtp
  pao config set mail.from 'Example Registry <pao@vendor.example>'")]
pub struct SetArgs {
    /// The setting, as in care.contact
    #[arg(value_parser = key, value_name = "KEY")]
    key: Option<Setting>,
    /// Its value
    #[arg(value_name = "VALUE")]
    value: Option<String>,
}

/// Sets one setting.
///
/// # Errors
/// R15, `owner_only`; `invalid_value` for an unknown key or a value that is not acceptable.
pub fn run(args: &SetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.key.as_ref(), "<KEY>")?;
    cx.prompt().needed(args.value.as_deref(), "<VALUE>")?;
    let typed = args.key.zip(args.value.as_deref()).map(|(setting, text)| judged(setting, text)).transpose()?;
    let caller = whoever_sets(cx, args.key)?;
    let keys = Setting::ALL.iter().map(|setting| (setting.to_string(), setting.meaning().to_owned()));
    let keys: Vec<Choice> = keys.collect();
    let setting = cx.prompt().found(args.key, "<KEY>", "Setting", &keys, |text| Ok(key(text)?))?;
    if typed.is_none() && cx.prompt().can_ask() {
        let now = shown(cx.session().read()?.view(), setting)?;
        let now = now.value.unwrap_or_else(|| "(nothing)".to_owned());
        cx.prompt().say(&format!("{setting}: {}; now {now}", setting.meaning()));
    }
    let value = cx.prompt().value(typed, "<VALUE>", "Value", |text| judged(setting, text))?;
    write(cx, caller.as_ref(), setting, Some(&value))
}

/// The value in the form in which it is kept; the place of a mail server is judged by the layer that will go there. None
/// is empty: that is what `config unset` is for.
fn judged(setting: Setting, text: &str) -> Result<String> {
    let empty = || {
        let hint = format!("`{}` goes back to the default", pao("config unset").arg(setting));
        Error::invalid("value", "value: must not be empty").hinted(hint)
    };
    if text.trim().is_empty() {
        return Err(empty());
    }
    let value = setting.judge(text)?;
    if setting == Setting::MailSmtpUrl {
        SmtpUrl::parse(&value).map_err(|words| Error::invalid("value", format!("value: {words}")))?;
    }
    if value.is_empty() { Err(empty()) } else { Ok(value) }
}
