//! Say yes to a nomination: the nominee is given access, on the same path and by the same rules as by `access add`.
use crate::command::access::expiry;
use crate::command::access::levels::LevelArgs;
use crate::command::context::Context;
use crate::command::granting::{self, Requested};
use crate::command::parsed;
use crate::command::session::Done;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::access::Role;
use crate::model::nomination::{Approved, Filed};
use crate::model::shell::pao;
use crate::model::when::EndTime;
use crate::model::when::When;
use crate::notice::{access::Held, nomination::approved};
use crate::rules::nomination::{is_open, out_of_reach};
use crate::rules::{Code, Refusal};
use crate::store::WriteTx;
use crate::store::authority::signed_in::{Key, SignedIn};
use crate::store::authority::{manager::ManagerAuthority, nominations::DecidingAuthority};
use crate::store::change::{nominations as change, outbox};
use crate::store::query::nominations;
use clap::Args;

use super::{Which, details, waiting, which};
use crate::command::access::levels::Asked;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao approve 12
  pao approve 12 --role user --tools full --expires 90d")]
pub struct ApproveArgs {
    /// Number of the nomination
    #[arg(value_parser = parsed::number("nomination"), value_name = "N")]
    number: Option<i64>,
    /// What the nominee is to be: secondary or user (user if left out)
    #[arg(long, value_parser = parsed::role, value_name = "ROLE")]
    role: Option<Role>,
    #[command(flatten)]
    levels: LevelArgs,
    /// Last day of the access, or a span such as 90d
    #[arg(long, value_name = "DATE")]
    expires: Option<EndTime>,
}

/// What the nominee is to hold.
struct Terms {
    role: Role,
    asked: Asked,
    expires: Option<When>,
}

/// Approves, and gives the access in the same transaction.
///
/// # Errors
/// R1, R9 to R11, R15, R16; `wrong_state` when it waits for no answer any more.
pub fn run(args: &ApproveArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.number.as_ref(), "<N>")?;
    let expires = expiry(args.expires, cx.session().now())?;
    let caller = cx.authenticate()?;
    let waiting = if args.number.is_none() { waiting(cx, &caller)? } else { Vec::new() };
    let which = which(cx, args.number, &waiting)?;
    cx.judged_first(&caller, |_, me| DecidingAuthority::of(me, which.number, which.site.as_ref()).map(drop))?;
    let terms = terms(args, expires, cx)?;
    let (done, (approved, warning)) = cx.session().change(&caller, |tx| approve(tx, &caller.key, &which, terms))?;
    let mut prose = details(&approved.nomination);
    prose.extend(views::access(&approved.access).into_iter().skip(2));
    let mut report = cx.changed(&done, &approved, prose)?.status(format!(
        "Approved: {} is {} at site {}",
        approved.access.id, approved.access.role, approved.access.site
    ));
    if let Some(warning) = warning {
        report = report.warning(warning);
    }
    Ok(report.into())
}

/// What the nominee is to hold. Whoever is asked for the nomination is asked for this too, as by `access add`.
fn terms(args: &ApproveArgs, expires: Option<When>, cx: &mut Context<'_>) -> Result<Terms> {
    let role = match args.role {
        None if !cx.prompt().is_asking() => Role::User,
        typed => granting::role(typed, cx)?,
    };
    Ok(Terms { role, asked: args.levels.ask(cx, role)?, expires })
}

fn approve(tx: WriteTx<'_>, key: &Key, which: &Which, terms: Terms) -> Result<Done<(Approved, Option<String>)>> {
    let me = SignedIn::authenticate(&tx, key)?;
    let by = DecidingAuthority::of(&me, which.number, which.site.as_ref())?;
    let filed = by.filed();
    let manager = ManagerAuthority::for_nominee(&by);
    let requested = Requested {
        id: filed.nominee.id.clone(),
        email: None,
        role: terms.role,
        asked: terms.asked,
        expires: terms.expires,
        note: None,
    };
    let judged = granting::judge(&tx, &manager, &requested)?;
    is_open(filed)?;
    the_nominee(&judged, filed)?;
    change::approve(&by)?;
    granting::give(&manager, &judged, &requested)?;
    let granted = granting::granted(&tx, &manager, &judged, &requested)?;
    let (role, levels, expires_at) = (requested.role, granted.access.privileges, granted.access.expires_at);
    let held = Held { by: me.person(), role, levels, expires_at };
    outbox::queue(&by, approved(&by.standing().site, filed, &held));
    let nomination = nominations::summary(tx.view(), filed.number)?.ok_or_else(|| out_of_reach(filed.number))?;
    let entry = by.entry();
    Ok((tx.commit(entry)?, (Approved { nomination, access: granted.access }, granted.warning)))
}

/// It is the person who asked that gets access: not somebody who has the address by now, and not somebody who is in already.
fn the_nominee(judged: &granting::Judged, filed: &Filed) -> Result<()> {
    if judged.person.no != filed.nominee.no {
        let why = format!("{} is not the ID any more of whoever asked", filed.nominee.id);
        return Err(Refusal::new(Code::IdRequired, why).into());
    }
    if judged.held.is_some() {
        return Err(Error::new(Code::AlreadyExists, format!("{} has access already", filed.nominee.id)).hinted(
            format!("change it with `{}`", pao("access update").arg(&filed.nominee.id).option("--site", &filed.site)),
        ));
    }
    Ok(())
}
