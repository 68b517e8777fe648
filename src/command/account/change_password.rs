//! Choose a new password. Every sign-in ends, this one too: whoever knew the old one is out.
use crate::command::context::Context;
use crate::command::{Outcome, views};
use crate::error::Result;
use crate::model::answer::Identity;
use crate::model::shell::pao;
use crate::notice::{Kind, account::about_id};
use crate::store::authority::{confirmed::Confirmed, signed_in::SignedIn};
use crate::store::change::{accounts as change, outbox};
use crate::store::query::codes;
use clap::Args;
use std::path::PathBuf;

use super::new_password;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account change-password
  pao account change-password --password-file old --new-password-file new")]
pub struct ChangePasswordArgs {
    /// File with the new password, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    new_password_file: Option<PathBuf>,
}

/// Changes the password, after the old one was given again (R19).
///
/// # Errors
/// R19; `weak_password`, `throttled`, `usage`.
pub fn run(args: &ChangePasswordArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    // Read first: on standard input the password comes before the new one.
    cx.prompt().password_source()?;
    let new = cx.prompt().secret_source(args.new_password_file.as_deref(), "--new-password-file")?;
    let caller = cx.authenticate()?;
    let confirmation = cx.confirmation(&caller)?;
    let hashed = new_password(cx, new, &caller.person)?;
    cx.session().about(&caller.person.id);
    let (done, identity) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        change::set_password(&me, &Confirmed::by(&me, &confirmation)?, &hashed)?;
        let addresses = codes::mailed_addresses(tx.view(), me.person())?;
        outbox::queue_all(&me, about_id(Kind::PasswordChanged, me.person(), &addresses));
        let (entry, identity) = (me.entry().about(me.person().id.as_str()), Identity::from(me.person()));
        Ok((tx.commit(entry)?, identity))
    })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report
        .status("The password was changed; every sign-in has ended, this one too")
        .next(pao("login").arg(&identity.id))
        .into())
}
