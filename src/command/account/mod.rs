//! One's own ID.
pub mod change_password;
pub mod close;
pub mod recover;
pub mod resend_code;
pub mod reset;
pub mod reverse_email;
pub mod show;
pub mod sign_ins;
pub mod sign_out_all;
pub mod update;
pub mod verify;

use crate::command::Context;
use crate::command::secrets::Source;
use crate::error::{Error, Result};
use crate::mail::{Kind, Letter};
use crate::model::moment::Moment;
use crate::model::password;
use crate::model::secret::Secret;
use crate::model::setting::Setting;
use crate::model::standing::Person;
use crate::rules;
use crate::store::Look;
use crate::store::facts::{codes, settings, sites};

/// A letter about somebody's ID: to their current address and, while a change of it can be taken back, to the old one too.
pub(super) fn about_the_id(look: Look<'_>, kind: Kind, person: &Person) -> Result<Vec<Letter>> {
    let former = codes::reversal(look, person.no)?.and_then(|code| code.address);
    let both = [Some(person.email.clone()), former.filter(|former| *former != person.email)];
    let letter = |to: &crate::model::email::Address| {
        Letter::new(kind, to.as_str()).with("name", person.name()).with("email", person.id.as_str())
    };
    Ok(both.iter().flatten().map(letter).collect())
}

/// No site is handed on while a change of address can be taken back.
///
/// # Errors
/// `wrong_state` with `details.retry_at`.
pub(super) fn settled(look: Look<'_>, person: &Person) -> Result<()> {
    let until: Option<Moment> = codes::reversal(look, person.no)?.map(|code| code.expires_at);
    rules::account::settled(until).map_err(|refusal| match until {
        Some(until) => Error::from(refusal).detailed("retry_at", until.to_string()),
        None => refusal.into(),
    })
}

/// The fewest characters of a password.
pub(super) fn least(cx: &mut Context<'_>) -> Result<usize> {
    let least = settings::number(cx.read()?.look(), Setting::PasswordMin)?;
    Ok(usize::try_from(least).unwrap_or(password::MIN))
}

/// A new password of somebody who has proven who they are, judged; hashed.
///
/// # Errors
/// `weak_password` for one from a file; at a prompt the person chooses again.
fn new_password(cx: &mut Context<'_>, source: Source, person: &Person) -> Result<Secret> {
    let least = least(cx)?;
    let companies: Vec<String> =
        sites::of_person(cx.read()?.look(), person.no)?.into_iter().map(|own| own.company).collect();
    let mut about = vec![person.id.as_str(), person.email.as_str(), &person.first_name, &person.last_name];
    about.extend(companies.iter().map(String::as_str));
    let typed = cx.new_password(source, "--new-password-file", "New password", &about, least)?;
    cx.hashed(&password::normalised(&typed))
}
