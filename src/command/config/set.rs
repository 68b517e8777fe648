//! Change a setting. Those about mail are changed by the owner of the file only.
use crate::command::Outcome;
use crate::command::context::{Context, WrongTry};
use crate::error::{Error, Result};
use crate::mail::SmtpUrl;
use crate::model::setting::Setting;
use crate::rules;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::settings as change;
use crate::ui::report::Part;
use clap::Args;

use super::{key, shown};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao config set care.contact 'care@vendor.example'
  pao config set policy.holidays '2026-12-25 2027-01-01'
  pao config set mail.transport smtp")]
pub struct SetArgs {
    /// The setting, as in care.contact
    #[arg(value_name = "KEY")]
    key: Option<String>,
    /// Its value; an empty one goes back to the default
    #[arg(value_name = "VALUE")]
    value: Option<String>,
}

/// Sets one setting.
///
/// # Errors
/// R15, `owner_only`; `invalid_value` for an unknown key or a value that is not acceptable.
pub fn run(args: &SetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.needed(args.key.as_deref(), "<KEY>")?;
    cx.needed(args.value.as_deref(), "<VALUE>")?;
    let setting = args.key.as_deref().map(key).transpose();
    let owners = matches!(&setting, Ok(Some(setting)) if setting.is_the_owners());
    let door = if owners { cx.door_if_any()? } else { Some(cx.door()?) };
    let setting = cx.value(args.key.as_deref(), "<KEY>", "Setting", key)?;
    let value = cx.value(args.value.as_deref(), "<VALUE>", "Value (empty goes back to the default)", |text| {
        if text.is_empty() { Ok(None) } else { judged(setting, text).map(Some) }
    })?;
    cx.about.subject = Some(setting.to_string());
    let person = door.as_ref().map(|door| door.person.clone());
    let (done, config) = cx.change_with_try(person.as_ref(), WrongTry::default(), |tx| {
        let (changed, entry) = match &door {
            Some(door) if !setting.is_the_owners() => {
                let me = SignedIn::at_the_door(&tx, &door.key)?;
                rules::site::an_operator(me.person())?;
                let by = OperatorAuthority::of(&me)?;
                (change::set(&by, setting, value.as_deref())?, by.entry())
            }
            door => {
                let by = CaretakerAuthority::owner(&tx, door.as_ref().map(|door| &door.key))?;
                (change::set_as_owner(&by, setting, value.as_deref())?, by.entry())
            }
        };
        let config = shown(tx.look(), setting)?;
        let entry = entry.about(setting.word()).with("value", value.as_deref());
        Ok((if changed { tx.commit(entry)? } else { tx.unchanged() }, config))
    })?;
    let line = format!("{} = {}", config.key, config.value.as_deref().unwrap_or("(nothing)"));
    Ok(cx.changed(&done, &config, vec![Part::Line(line)])?.into())
}

/// The value in the form in which it is kept; the place of a mail server is judged by the layer that will go there.
fn judged(setting: Setting, text: &str) -> Result<String> {
    let value = setting.judge(text)?;
    if setting == Setting::MailSmtpUrl {
        SmtpUrl::parse(&value).map_err(|words| Error::invalid("value", format!("value: {words}")))?;
    }
    Ok(value)
}
