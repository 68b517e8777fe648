//! End every sign-in of one's own, this one too.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::account::SignedOut;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::accounts as change;
use crate::ui::report::Part;

/// Signs the asker out everywhere.
///
/// # Errors
/// `sign_in_required`.
pub fn run(cx: &mut Context<'_>) -> Result<Outcome> {
    let door = cx.door()?;
    cx.about.subject = Some(door.person.id.to_string());
    let (done, signed_out) = cx.change(&door, |tx| {
        let me = SignedIn::at_the_door(&tx, &door.key)?;
        let signed_out = change::sign_out(&me)?;
        let entry = me.entry().about(me.person().id.as_str()).with("sign_ins", signed_out);
        Ok((if signed_out > 0 { tx.commit(entry)? } else { tx.unchanged() }, signed_out))
    })?;
    let line = match signed_out {
        0 => "There was no sign-in".to_owned(),
        1 => "Ended 1 sign-in".to_owned(),
        many => format!("Ended {many} sign-ins"),
    };
    Ok(cx.changed(&done, SignedOut { signed_out }, vec![Part::Line(line)])?.into())
}
