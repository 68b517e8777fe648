//! Every setting, what holds and what the default is.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::setting::Setting;
use crate::ui::column::Column;
use clap::Args;

use super::shown;

const COLUMNS: &[Column] = &[Column::new("key"), Column::new("value"), Column::new("default")];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao config list
  pao config list --format csv")]
pub struct ListArgs {}

/// Lists the settings, for operators.
///
/// # Errors
/// R15.
pub fn run(_args: &ListArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (limit, after) = (cx.options.limit(), cx.options.after.clone());
    cx.caretaker()?;
    let (tx, mut output) = cx.reading()?;
    let mut list = output.list(COLUMNS)?;
    let mut keys: Vec<Setting> = Setting::ALL.to_vec();
    keys.sort_by_key(|setting| setting.word());
    let wanted = keys.into_iter().filter(|setting| after.as_deref().is_none_or(|after| setting.word() > after));
    for setting in wanted.take(limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX)) {
        let config = shown(tx.view(), setting)?;
        list.row(&config, || {
            vec![
                config.key.to_owned(),
                config.value.clone().unwrap_or_default(),
                config.default.unwrap_or_default().to_owned(),
            ]
        })?;
    }
    Ok(list.end("No settings")?.into())
}
