//! Keep the file in order: reminders, expiries, delivery, purge of spent secrets. One cron or timer entry.
//!
//! What must hold: doing it twice does nothing the second time. With `--quiet` people read something only when something
//! failed: cron mails whatever is printed.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::delivery::Delivered;
use crate::command::session::WrongTry;
use crate::error::{Error, Result};
use crate::model::moment::{DAY, FIRST, Moment};
use crate::model::setting::Setting;
use crate::model::site::SiteStatus;
use crate::model::standing::{Person, SiteFacts};
use crate::model::upkeep::Maintained;
use crate::notice;
use crate::notice::access::{Expiring, expiring, reached_its_end};
use crate::notice::nomination::{expired, received};
use crate::notice::provision::{EndingCertificate, certificate_expiring};
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::change::nominations::lapse;
use crate::store::change::{maintenance as change, outbox};
use crate::store::query::due::{self, Ending, MARKS, REMINDERS, Unanswered};
use crate::store::query::{access, people, settings, sites};
use crate::store::{ReadView, WriteTx};
use crate::store::{audit, clock};
use crate::ui::progress::Progress;
use crate::ui::prose::Part;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Where nothing was changed for 30 days, it makes an entry in the audit trail: what is looked after never seems to rest so long that the clock is taken for one that runs ahead.

With --quiet it prints nothing when nothing failed, so that cron mails nobody; with --json it prints its answer all the same.

Examples:
  pao maintain
  pao maintain --quiet

As a cron line, every ten minutes:
  */10 * * * * pao maintain --quiet --no-input")]
pub struct MaintainArgs {}

/// Does everything that is due.
///
/// # Errors
/// R15, `owner_only`; what the file says. A post that fails is counted, not an error.
pub fn run(_args: &MaintainArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let caller = cx.authenticate_if_any()?;
    let person = caller.as_ref().map(|caller| caller.person.clone());
    let progress = cx.output().progress("matters looked at");
    let (done, mut kept) = cx.session().change_with_try(person.as_ref(), WrongTry::default(), |tx| {
        let by = CaretakerAuthority::of(&tx, caller.as_ref().map(|caller| &caller.key))?;
        let mut kept = Maintained::default();
        end_access(&tx, &by, &mut kept, &progress)?;
        remind_of_access(&tx, &by, &mut kept, &progress)?;
        nominations(&tx, &by, &mut kept, &progress)?;
        certificates(&tx, &by, &mut kept, &progress)?;
        kept.purged = change::purge(&by)?;
        let mailed = mail_head(&tx, &by)?;
        let idle = kept.ended + kept.reminded + kept.expired == 0 && kept.purged == 0 && !mailed;
        let nothing = idle && !clock::rests(tx.view())?;
        let counts = serde_json::to_value(&kept).unwrap_or_default();
        let entry = by.entry().with("did", counts);
        Ok((if nothing { tx.unchanged() } else { tx.commit(entry)? }, kept))
    })?;
    drop(progress);
    let delivered =
        if done.is_dry_run() { Delivered::default() } else { cx.session().delivery()?.of_patiently(&done)? };
    (kept.delivered, kept.failed) = (delivered.delivered, delivered.failed);
    let head = audit::head(cx.session().read_at_any_time()?.view())?;
    kept.head = head.map(|link| link.to_string());
    let silent = cx.options.quiet && kept.failed == 0 && !done.is_dry_run();
    let details = if silent { Vec::new() } else { details(&kept) };
    let report = cx.described(&done, kept, details)?;
    Ok(if done.is_dry_run() { report.dry_run() } else { cx.said(&delivered, report) }.into())
}

fn details(kept: &Maintained) -> Vec<Part> {
    vec![
        Part::Pair("Access ended", kept.ended.to_string()),
        Part::Pair("Reminders", kept.reminded.to_string()),
        Part::Pair("Nominations expired", kept.expired.to_string()),
        Part::Pair("Letters delivered", kept.delivered.to_string()),
        Part::Pair("Letters that failed", kept.failed.to_string()),
        Part::Pair("Spent secrets purged", kept.purged.to_string()),
        Part::Pair("Head of the trail", kept.head.clone().unwrap_or_else(|| "-".to_owned())),
    ]
}

/// The people and the site that a row of access is about.
fn about(view: ReadView<'_>, ending: &Ending) -> Result<Option<(Person, SiteFacts)>> {
    let person = people::numbered(view, ending.person)?;
    Ok(person.zip(sites::facts(view, &ending.site)?))
}

fn end_access(tx: &WriteTx<'_>, by: &CaretakerAuthority<'_>, kept: &mut Maintained, progress: &Progress) -> Result<()> {
    let view = tx.view();
    for ended in due::ending(view, Moment::from_seconds(FIRST), view.at())? {
        progress.advance();
        change::close_ended(by, &ended)?;
        kept.ended += 1;
        if let Some((person, site)) = about(view, &ended)? {
            outbox::queue(by, reached_its_end(&person, &site, ended.expires_at));
        }
    }
    Ok(())
}

fn remind_of_access(
    tx: &WriteTx<'_>,
    by: &CaretakerAuthority<'_>,
    kept: &mut Maintained,
    progress: &Progress,
) -> Result<()> {
    let view = tx.view();
    let horizon = view.at().plus(MARKS[2] * DAY + 1);
    for ending in due::ending(view, view.at(), horizon)? {
        progress.advance();
        let Some(days) = due::mark(ending.granted_at, ending.expires_at, ending.announced, view.at()) else { continue };
        let Some((person, site)) = about(view, &ending)?.filter(|(_, site)| site.status == SiteStatus::Active) else {
            continue;
        };
        let what = Expiring { whose: &person, role: ending.role, expires_at: ending.expires_at, days };
        outbox::queue(by, expiring(&person, &site, &what));
        if let Some(primary) = access::primary(view, &ending.site)?.filter(|primary| primary.no != person.no) {
            outbox::queue(by, expiring(&primary, &site, &what));
        }
        change::note_announced(by, &ending, days)?;
        kept.reminded += 1;
    }
    Ok(())
}

fn nominations(
    tx: &WriteTx<'_>,
    by: &CaretakerAuthority<'_>,
    kept: &mut Maintained,
    progress: &Progress,
) -> Result<()> {
    let view = tx.view();
    for Unanswered { filed, heard_at, reminded } in due::unanswered(view)? {
        progress.advance();
        if lapse(by, &filed)? {
            outbox::queue(by, expired(&filed));
            kept.expired += 1;
            continue;
        }
        let passed = REMINDERS.iter().filter(|days| view.at() >= heard_at.plus(**days * DAY)).count();
        let passed = i64::try_from(passed).unwrap_or(0);
        if passed > reminded {
            let site = sites::facts(view, &filed.site)?;
            let site = site.ok_or_else(|| Error::not_found(format!("site {}", filed.site)))?;
            let waited = (view.at().seconds() - heard_at.seconds()) / DAY;
            outbox::queue(by, received(&site, &filed, &filed.number.to_string(), Some(waited)));
            change::note_reminded(by, filed.number, passed)?;
            kept.reminded += 1;
        }
    }
    Ok(())
}

fn certificates(
    tx: &WriteTx<'_>,
    by: &CaretakerAuthority<'_>,
    kept: &mut Maintained,
    progress: &Progress,
) -> Result<()> {
    let view = tx.view();
    for certificate in due::certificates(view)? {
        progress.advance();
        let mark = due::mark(certificate.decided_at, certificate.not_after, certificate.announced, view.at());
        let Some(days) = mark else { continue };
        let what = EndingCertificate {
            request: certificate.request,
            site: certificate.site.as_str(),
            company: &certificate.company,
            gateway: &certificate.gateway,
            host: &certificate.host,
            not_after: certificate.not_after,
            days,
        };
        outbox::queue(by, certificate_expiring(certificate.notify.as_str(), &what));
        change::note_certificate(by, certificate.request, days)?;
        kept.reminded += 1;
    }
    Ok(())
}

/// Once a day the head of the trail goes to `mail.audit-to`, where somebody keeps it. Gives whether it went now.
fn mail_head(tx: &WriteTx<'_>, by: &CaretakerAuthority<'_>) -> Result<bool> {
    let view = tx.view();
    let today = Moment::from_seconds(view.at().seconds().div_euclid(DAY) * DAY);
    let Some(to) = settings::value(view, Setting::MailAuditTo)? else { return Ok(false) };
    let (Some(head), false) = (audit::head(view)?, due::head_mailed_since(view, today)?) else { return Ok(false) };
    let words = head.to_string();
    outbox::queue(by, notice::registry::audit_head(&to, head.seq, &words));
    Ok(true)
}
