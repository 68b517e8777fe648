//! What a key may run: the words that came over ssh, as the guest that the key's line names. sshd has put them into a variable.
//!
//! What must hold: no shell sees those words, and nothing that came along with them counts. Called otherwise than by sshd as the user of
//! the registry, it does nothing.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::model::behind::{CallerName, Guest};
use crate::model::ssh_words;
use crate::rules;
use crate::ui::report::Report;
use crate::world::behind;
use clap::Args;
use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt as _;

#[derive(Debug, Args)]
#[command(after_long_help = "\
sshd runs this for a key, by its line in a list of keys; `exec` belongs to that line. `pao help deployment` shows it.

Examples:
  pao ssh-command --caller ann
  pao --db /srv/registry/pao.db ssh-command --caller build-server")]
pub struct SshCommandArgs {
    /// How this key is called in the audit trail, and kept apart from others
    #[arg(long, value_parser = parsed::caller_name, value_name = "NAME")]
    caller: CallerName,
}

/// Runs what came over ssh. Its answer and its exit status are those of that command.
///
/// # Errors
/// `no_caller`; `usage` inside a guest's call, and for words that cannot be split.
pub fn run(args: &SshCommandArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let world = &mut *cx.world;
    if let Some(guest) = world.behind.guest() {
        // Over ssh the line was understood, and means nothing; through sudo it is a mark that is forged.
        return Err(match guest {
            Guest::Ssh { .. } => {
                Error::usage("this call came by `ssh-command` already").hinted("leave it out: type what you want to do")
            }
            Guest::Sudo { .. } => rules::service::unknown_caller().into(),
        });
    }
    let database = cx.options.db_typed.is_some().then(|| cx.session().database()).transpose()?;
    let world = &mut *cx.world;
    let guest = behind::by_ssh(&args.caller, database.is_some(), &world.environment)
        .ok_or_else(rules::service::unknown_caller)?;
    let line = world.environment.raw("SSH_ORIGINAL_COMMAND").unwrap_or_default();
    let words = ssh_words::split(line.as_bytes())
        .map_err(|why| Error::usage(why.to_string()).hinted("quote the line once more: ssh hands it on as one text"))?;
    world.receive(guest, database);
    let argv: Vec<OsString> = ["pao".to_owned()].into_iter().chain(words).map(OsString::from).collect();
    let status = (cx.play.run)(argv, cx.world);
    Ok(Outcome { status, ..Outcome::from(Report::nothing()) })
}
