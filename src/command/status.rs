//! What waits for the person who asks: the most urgent first, each with the command that deals with it.
//!
//! What must hold: one view, read once; a line appears for those who can do something about it, and its command is one that
//! they may run.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::output::Output;
use crate::command::views::when;
use crate::error::Result;
use crate::model::access::Role;
use crate::model::email::Address;
use crate::model::moment::{DAY, Moment};
use crate::model::provision::RequestStatus;
use crate::model::shell::{CommandLine, pao};
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::model::waiting::{Matter, Waiting};
use crate::rules::nomination::open_until;
use crate::store::ReadView;
use crate::store::query::{messages, sites, waiting};
use crate::ui::Format;
use crate::ui::column::Column;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

/// Seconds before an end at which it begins to be somebody's business.
const SOON: i64 = 30 * DAY;

const COLUMNS: &[Column] = &[
    Column::new("what"),
    Column::new("site"),
    Column::new("id"),
    Column::new("due"),
    Column::whole("command"),
    Column::extra("place"),
    Column::extra("words"),
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao status
  pao status --json
  pao status --limit 1")]
pub struct StatusArgs {}

/// Lists it. `--after` takes a place in the list, from 1.
///
/// # Errors
/// `sign_in_required`; `invalid_value`.
pub fn run(_args: &StatusArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let (limit, after) = (cx.options.limit(), cx.options.after_number()?);
    let (tx, person) = cx.reading_caller()?;
    let mut waiting = Gathered::of(tx.view(), &person)?.sorted();
    drop(tx);
    waiting.drain(..usize::try_from(after).unwrap_or(0).min(waiting.len()));
    waiting.truncate(limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX));
    let output_options = cx.output_options();
    for one in &mut waiting {
        one.command = one.command.clone().on(&output_options.way);
        one.words = output_options.way.sentence(&one.words).into_owned();
    }
    if output_options.format == Format::Csv || output_options.columns.is_some() || !output_options.header {
        return listed(&waiting, cx.output());
    }
    let report = Report::object(&waiting, prose(&waiting, cx.output().relative_to()))?;
    let silent = waiting.is_empty() && output_options.format == Format::Table;
    Ok(if silent { report.status("Nothing is waiting for you").next(pao("site list")) } else { report }.into())
}

/// A sentence and, below it, its command: for people who read one after the other.
fn prose(waiting: &[Waiting], now: Option<Moment>) -> Vec<Part> {
    let mut parts = Vec::new();
    for one in waiting {
        let due = one.due.map(|due| format!(" ({})", when(due, now))).unwrap_or_default();
        parts.push(Part::Line(format!("{}{due}", one.words)));
        parts.push(Part::Line(format!("    {}", one.command)));
    }
    parts
}

fn listed(waiting: &[Waiting], mut output: Output<'_>) -> Result<Outcome> {
    let now = output.relative_to();
    let mut list = output.list(COLUMNS)?;
    for one in waiting {
        list.row(one, || {
            vec![
                one.what.to_string(),
                one.site.as_ref().map(ToString::to_string).unwrap_or_default(),
                one.id.as_ref().map(ToString::to_string).unwrap_or_default(),
                one.due.map(|due| when(due, now)).unwrap_or_default(),
                one.command.to_string(),
                one.place.to_string(),
                one.words.clone(),
            ]
        })?;
    }
    Ok(list.end("Nothing is waiting for you")?.into())
}

/// What was found so far.
struct Gathered {
    found: Vec<Waiting>,
    now: Moment,
}

impl Gathered {
    fn of(view: ReadView<'_>, person: &Person) -> Result<Self> {
        let mut all = Self { found: Vec::new(), now: view.at() };
        if person.operator {
            all.letters(view)?;
            all.requests(&waiting::requests(view)?, true);
            return Ok(all);
        }
        for site in sites::awaiting(view, &person.email)? {
            let words = format!("Site {site} is waiting for you to authorize your ID as its Primary Contact");
            let command = pao("authorize").option("--site", &site);
            all.add(Matter::Passcode, (site, Some(person.id.clone()), None), words, command);
        }
        all.nominations(waiting::nominations(view, person.no)?);
        all.endings(waiting::endings(view, person.no, view.at().plus(SOON))?);
        all.requests(&waiting::own_requests(view, person.no)?, false);
        all.gateways(view, person)?;
        for (site, role) in waiting::managed(view, person.no)? {
            all.grants(&site, role, &waiting::given(view, &site)?);
        }
        Ok(all)
    }

    fn add(
        &mut self,
        what: Matter,
        (site, id, due): (SiteNumber, Option<Address>, Option<Moment>),
        words: String,
        command: CommandLine,
    ) -> &mut Waiting {
        let (last, site) = (self.found.len(), Some(site));
        self.found.push(Waiting { place: 0, what, first: false, site, id, due, command, words });
        &mut self.found[last]
    }

    /// By kind, then by due date, what has none last; in its place in the list.
    fn sorted(mut self) -> Vec<Waiting> {
        self.found.sort_by(|one, other| {
            let key = |one: &Waiting| (one.what, !one.first, one.due.is_none(), one.due);
            let by_site = || one.site.cmp(&other.site);
            key(one).cmp(&key(other)).then_with(by_site).then_with(|| one.words.cmp(&other.words))
        });
        for (index, one) in self.found.iter_mut().enumerate() {
            one.place = index + 1;
        }
        self.found
    }

    /// Letters that did not go: those that wait, and for a while those that are not tried again. How many, and why the last.
    fn letters(&mut self, view: ReadView<'_>) -> Result<()> {
        let lately = self.now.plus(-SOON);
        for (what, found, [one, many], command) in [
            (Matter::LettersFailed, messages::failed(view, lately)?, ["failed"; 2], pao("outbox list --state failed")),
            (Matter::LettersQueued, messages::waiting(view)?, ["waits", "wait"], pao("outbox list --state queued")),
        ] {
            let count = match found.count {
                0 => continue,
                1 => format!("1 letter {one}"),
                count => format!("{count} letters {many}"),
            };
            let words = found.why.map_or_else(|| count.clone(), |why| format!("{count}: {why}"));
            self.found.push(Waiting { place: 0, what, first: false, site: None, id: None, due: None, command, words });
        }
        Ok(())
    }

    fn nominations(&mut self, asked: Vec<waiting::Asked>) {
        for waiting::Asked { number, site, id, claims_primary, heard_at, own } in asked {
            let due = heard_at.map(open_until);
            if own {
                let days = heard_at.map(|at| at.seconds().abs_diff(self.now.seconds()) / DAY.unsigned_abs());
                let state = match days {
                    None => "waits until its Primary Contact comes in".to_owned(),
                    Some(0) => "has been waiting for an answer since today".to_owned(),
                    Some(1) => "has been waiting for an answer for 1 day".to_owned(),
                    Some(days) => format!("has been waiting for an answer for {days} days"),
                };
                let words = format!("Your request for access to site {site} {state}");
                self.add(Matter::OwnNomination, (site, Some(id), due), words, pao("nomination show").arg(number));
                continue;
            }
            let claim = if claims_primary { " and claims to be its Primary Contact" } else { "" };
            let decline = pao("decline").arg(number).option("--reason", "TEXT");
            let words = format!("{id} asks for access to site {site}{claim}; to decline: `{decline}`");
            let command = pao("approve").arg(number);
            self.add(Matter::Nomination, (site, Some(id), due), words, command).first = claims_primary;
        }
    }

    fn endings(&mut self, endings: Vec<waiting::Ending>) {
        for waiting::Ending { site, id, expires_at, own } in endings {
            let (words, command) = if own {
                let words = format!("Your access to site {site} is about to expire; a manager can extend it");
                (words, pao("access show").option("--site", &site))
            } else {
                let words = format!("The access of {id} to site {site} is about to expire");
                (words, pao("access update").arg(&id).option("--site", &site).option("--expires", "90d"))
            };
            self.add(Matter::AccessEnds, (site, Some(id), Some(expires_at)), words, command);
        }
    }

    fn requests(&mut self, requests: &[waiting::Request], operator: bool) {
        for waiting::Request { number, site, status, due_by, id } in requests {
            let overdue = *due_by < self.now;
            let what = if overdue { Matter::RequestOverdue } else { Matter::RequestOpen };
            let verb = match status {
                _ if !operator => "provision show",
                RequestStatus::Submitted => "provision receive",
                _ => "provision complete",
            };
            let late = if overdue { " and is overdue" } else { "" };
            let words = format!("Request {number} for a gateway at site {site} is {status}{late}");
            let about = (site.clone(), Some(id.clone()), Some(*due_by));
            self.add(what, about, words, pao(verb).arg(number));
        }
    }

    fn gateways(&mut self, view: ReadView<'_>, person: &Person) -> Result<()> {
        for waiting::Terms { number, site, provider, id } in waiting::terms(view, person.no)? {
            let words = format!("{provider} stays closed for request {number} until its terms of service are accepted");
            let command = pao("provision accept-terms").arg(number).option("--provider", &provider);
            self.add(Matter::Terms, (site, Some(id), None), words, command);
        }
        let until = self.now.plus(SOON);
        for waiting::Certificate { number, site, host, not_after, id } in waiting::certificates(view, person.no, until)?
        {
            let ends = if not_after < self.now { "has expired" } else { "expires soon" };
            let words = format!("The certificate of {host} (request {number}) {ends}; submit the new one");
            let command = pao("provision submit").option("--site", &site).option("--replaces", number);
            self.add(Matter::CertificateEnds, (site, Some(id), Some(not_after)), words, command);
        }
        Ok(())
    }

    /// A Secondary Contact changes the access of users alone (R3). Whoever else changes access is the Primary Contact, so
    /// that only they ever see that there is no Secondary Contact.
    fn grants(&mut self, site: &SiteNumber, role: Role, given: &[waiting::Given]) {
        let mut gone: Vec<(&Address, i64)> = Vec::new();
        for one in given.iter().filter(|one| one.gone && (role == Role::Primary || one.role == Role::User)) {
            match gone.last_mut().filter(|(giver, _)| *giver == &one.giver) {
                Some((_, people)) => *people += one.people,
                None => gone.push((&one.giver, one.people)),
            }
        }
        for (giver, people) in gone {
            let people = if people == 1 { "1 person holds".to_owned() } else { format!("{people} people hold") };
            let words = format!("{people} access to site {site} granted by {giver}, who no longer has access");
            let command = pao("access list --columns id,role,granted-by").option("--site", site);
            self.add(Matter::GiverGone, (site.clone(), Some(giver.clone()), None), words, command);
        }
        if !given.iter().any(|one| one.role == Role::Secondary) {
            let words =
                format!("Site {site} has no Secondary Contact; nobody can replace a Primary Contact who is gone");
            let command = pao("access add --role secondary").option("--site", site);
            self.add(Matter::NoSecondary, (site.clone(), None, None), words, command);
        }
    }
}
