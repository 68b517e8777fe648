//! One setting.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::setting::Setting;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::{key, shown};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao config get care.contact
  pao config get policy.holidays --json")]
pub struct GetArgs {
    /// The setting, as in care.contact
    #[arg(value_parser = key, value_name = "KEY")]
    key: Option<Setting>,
}

/// Shows what holds, for operators.
///
/// # Errors
/// R15; `invalid_value` for an unknown key.
pub fn run(args: &GetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.key.as_ref(), "<KEY>")?;
    cx.caretaker()?;
    let setting = cx.prompt().value(args.key, "<KEY>", "Setting", |text| Ok(key(text)?))?;
    let config = shown(cx.session().read()?.view(), setting)?;
    let line = config.value.clone().unwrap_or_default();
    Ok(Report::object(&config, vec![Part::Line(line)])?.into())
}
