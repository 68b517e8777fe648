//! Settings that live in the database, so that the rules hold for everybody who uses it.
pub mod get;
pub mod list;
pub mod set;
pub mod unset;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::delivery::config::cautions;
use crate::command::session::Caller;
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::command_id::CommandId;
use crate::model::setting::Setting;
use crate::model::upkeep::Config;
use crate::rules;
use crate::store::ReadView;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::settings as change;
use crate::store::query::settings;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Subcommand;
use std::path::Path;

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND")]
pub enum ConfigCommand {
    /// List every setting
    #[command(visible_alias = "ls")]
    List(list::ListArgs),
    /// Show one setting
    Get(get::GetArgs),
    /// Change a setting
    Set(set::SetArgs),
    /// Let a setting go back to its default
    Unset(unset::UnsetArgs),
}

impl ConfigCommand {
    /// Which command it is.
    pub const fn id(&self) -> CommandId {
        match self {
            Self::List(_) => CommandId::ConfigList,
            Self::Get(_) => CommandId::ConfigGet,
            Self::Set(_) => CommandId::ConfigSet,
            Self::Unset(_) => CommandId::ConfigUnset,
        }
    }

    /// Does it.
    pub fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::List(args) => list::run(args, cx),
            Self::Get(args) => get::run(args, cx),
            Self::Set(args) => set::run(args, cx),
            Self::Unset(args) => unset::run(args, cx),
        }
    }
}

/// Who asks. What the owner of the file sets takes no sign-in.
///
/// # Errors
/// As [`Context::authenticate`].
fn whoever_sets(cx: &mut Context<'_>, typed: Option<Setting>) -> Result<Option<Caller>> {
    match typed {
        Some(setting) if setting.is_the_owners() => cx.authenticate_if_any(),
        // Whoever sets up a shared registry says whom to ask, before there is an operator to say it.
        Some(Setting::CareContact) if cx.session().is_the_owner()? => Ok(None),
        _ => cx.authenticate().map(Some),
    }
}

/// The setting as it holds now.
pub(super) fn shown(view: ReadView<'_>, setting: Setting) -> Result<Config> {
    let set = settings::stored(view, setting)?;
    let value = set.or_else(|| setting.default().map(str::to_owned));
    Ok(Config { key: setting.word(), value, default: setting.default() })
}

/// Writes a value; without one the default holds again. Settings about mail are written by the owner of the file.
fn write(cx: &mut Context<'_>, caller: Option<&Caller>, setting: Setting, value: Option<&str>) -> Result<Outcome> {
    cx.session().about(&setting);
    if let Some(value) = value.filter(|_| cx.session().store().is_ok_and(|store| store.is_service())) {
        suits_a_shared_one(cx, setting, value)?;
    }
    let (done, (config, cautions)) =
        cx.session().change_with_try(caller.map(|caller| &caller.person), WrongTry::default(), |tx| {
            let (changed, entry) = match caller {
                Some(caller) if !setting.is_the_owners() => {
                    let me = SignedIn::authenticate(&tx, &caller.key)?;
                    rules::site::an_operator(me.person())?;
                    let by = OperatorAuthority::of(&me)?;
                    (change::set(&by, setting, value)?, by.entry())
                }
                caller => {
                    let by = CaretakerAuthority::owner(&tx, caller.map(|caller| &caller.key))?;
                    (change::set_as_owner(&by, setting, value)?, by.entry())
                }
            };
            let config = shown(tx.view(), setting)?;
            let cautions = cautions(tx.view(), Some(setting))?;
            let entry = entry.about(setting.word()).with("value", value);
            Ok((if changed { tx.commit(entry)? } else { tx.unchanged() }, (config, cautions)))
        })?;
    let line = format!("{} = {}", config.key, config.value.as_deref().unwrap_or("(nothing)"));
    let report = cx.changed(&done, &config, vec![Part::Line(line)])?;
    Ok(cautions.into_iter().fold(report, Report::warning).into())
}

/// Letters of a shared registry leave by its unit, which may start no program and write nowhere else.
fn suits_a_shared_one(cx: &mut Context<'_>, setting: Setting, value: &str) -> Result<()> {
    let folder = cx.session().store()?.path().parent().map(Path::to_path_buf).unwrap_or_default();
    match setting {
        Setting::MailTransport if value == "sendmail" => Err(Error::invalid(
            "value",
            "value: a shared registry does not send by sendmail, a program with rights of its own",
        )
        .hinted("choose smtp, with `mail.smtp.url` smtp://localhost where a mail server runs on this machine")),
        Setting::MailSpool if !Path::new(value).starts_with(&folder) || value.split('/').any(|part| part == "..") => {
            Err(Error::invalid("value", "value: the spool of a shared registry lies below the folder of its database"))
        }
        _ => Ok(()),
    }
}

/// The key that was typed.
pub(super) fn key(text: &str) -> Result<Setting, Malformed> {
    Setting::parse(text, "key").map_err(|bad| {
        let near = bad.hint.as_ref().map_or_else(String::new, |asked| format!("{asked} "));
        bad.hinted(format!("{near}`pao config list` shows every setting"))
    })
}
