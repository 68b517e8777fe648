//! Take a change of one's e-mail address back, with the code that went to the old one. Needs no sign-in: whoever changed
//! it may be signed in, and its owner not.
//!
//! # Secrets
//! Nobody says whose code it is; it is found by its tag, and compared with that one. A wrong code counts against none: five tries of
//! whoever took an ID over would take away the only way back. 75 random bits need no such limit.
use crate::command::context::Context;
use crate::command::session::WrongTry;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Identity;
use crate::model::code::MailedCode;
use crate::model::shell::pao;
use crate::notice::account::{Move, email_changed_back};
use crate::store::authority::mailed::{Reversing, Typed};
use crate::store::authority::visitor::Visitor;
use crate::store::change::{accounts as change, outbox};
use crate::store::query::{codes, people};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao account reverse-email
  pao account reverse-email --code-file -")]
pub struct ReverseArgs {
    /// File with the reversal code, one line; - is standard input
    #[arg(long, value_name = "PATH")]
    code_file: Option<PathBuf>,
}

/// Brings the address back, disables the password and ends every sign-in.
///
/// # Errors
/// `code_not_accepted`; `invalid_value` for a text that is no code.
pub fn run(args: &ReverseArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let code = cx.prompt().code_source(args.code_file.as_deref(), "--code-file")?;
    cx.session().open()?;
    let code = cx.prompt().code(code, "--code-file", "Reversal code from the letter (code)", |text| {
        Ok(MailedCode::parse(text, "code")?)
    })?;
    let tx = cx.session().read()?;
    let live = codes::reversals(tx.view(), code.tag(&people::registry(tx.view())?))?;
    drop(tx);
    let typed = Typed::with(&live, &code, &cx.session().dummy_hash());
    let (done, identity) =
        cx.session().change_with_try(None, WrongTry { by_anybody: true, ..WrongTry::default() }, |tx| {
            let visitor = Visitor::anonymous(&tx);
            let by = Reversing::of(&visitor, &typed)?;
            let (before, back) = (by.person().clone(), by.to().clone());
            let back_again = Move { person: &before, former: &before.email, email: &back };
            outbox::queue_all(&visitor, email_changed_back(&back_again));
            change::reverse(by)?;
            let now = people::numbered(tx.view(), before.no)?.ok_or_else(|| Error::not_found("the ID"))?;
            let entry = visitor.entry_for(Some(&now)).about(now.id.as_str()).with("address", back.as_str());
            Ok((tx.commit(entry)?, Identity::from(&now)))
        })?;
    let report = cx.changed(&done, &identity, views::identity(&identity))?;
    Ok(report
        .status(format!("Mail of {} goes to {} again; the password is disabled", identity.id, identity.email))
        .next(pao("account recover").option("--email", &identity.email))
        .into())
}
