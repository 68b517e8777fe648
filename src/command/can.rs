//! May somebody do this? The exit status is the answer, the words say why and what the smallest change would be.
use crate::command::Outcome;
use crate::command::access::may_read;
use crate::command::context::Context;
use crate::command::provider::unknown;
use crate::command::session::Caller;
use crate::error::{Error, Result};
use crate::model::answer::{Remedy, Verdict};
use crate::model::email::Address;
use crate::model::provider::ProviderName;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::Rule;
use crate::rules::can::{Action, Answer, Circumstances, Reach, judge};
use crate::store::query::{entitlements, people, providers, provisions, sites};
use crate::ui::column::Column;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Actions: enter, download, media, order, renew, view-reports, view-entitlements, update-entitlements, view-documents, list-access,
change-access, name-secondary, change-primary, decide-nominations, update-contacts, provision, message.

Examples:
  pao can order --site 7000017
  pao can change-access --id bob@example.com")]
pub struct CanArgs {
    /// What is to be done, as in download, order, change-access
    #[arg(value_name = "ACTION", hide_possible_values = true)]
    action: Option<Action>,
    /// Another person than yourself
    #[arg(long, value_name = "ID")]
    id: Option<Address>,
    /// The messaging provider, for the action `message`
    #[arg(long, value_name = "NAME")]
    provider: Option<ProviderName>,
}

/// Answers with 0 for yes and 4 for no.
///
/// # Errors
/// R16 for a site out of reach; R4 where somebody else is asked about by somebody who may not see the list.
pub fn run(args: &CanArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.action.as_ref(), "<ACTION>")?;
    if args.action == Some(Action::Message) {
        cx.prompt().needed(args.provider.as_ref(), "--provider")?;
    }
    let caller = cx.authenticate()?;
    if args.action.is_none() && cx.output().is_read_by_people() {
        return everything(args, cx, &caller);
    }
    let action =
        cx.prompt().value(args.action, "<ACTION>", "What is to be done", |text| Ok(Action::parse(text, "action")?))?;
    let id = args.id.clone().unwrap_or_else(|| caller.person.id.clone());
    let provider = match args.provider.clone() {
        None if action == Action::Message => Some(cx.prompt().value(
            None,
            "--provider",
            "Messaging provider",
            |text| Ok(ProviderName::parse(text, "provider")?),
        )?),
        typed => typed,
    };
    let provider = provider.map(|name| known_provider(cx, &name)).transpose()?;
    cx.session().about(&id);
    let site = cx.site(&caller)?;
    let asker = cx.standing(&caller, &site)?;
    let standing = if id == caller.person.id { asker } else { other(cx, &asker, &id)? };
    let circumstances = Circumstances {
        entitled: entitled(cx, &site)?,
        provider: provider.as_ref().map_or("", |name| name.as_str()),
        reach: reach(cx, &site, provider.as_ref())?,
    };
    let on_file = |remedy: Remedy| Remedy { command: remedy.command.map(|line| line.on(&cx.options.way)), ..remedy };
    let verdict = match judge(&standing, action, circumstances) {
        Answer::Yes { because } => {
            Verdict { allowed: true, action: action.to_string(), site, id, rule: None, because, remedy: None }
        }
        Answer::No { rule, because, remedy } => {
            let rule = rule.map(|rule: Rule| rule.number().to_owned());
            let remedy = remedy.map(on_file);
            Verdict { allowed: false, action: action.to_string(), site, id, rule, because, remedy }
        }
    };
    let status = if verdict.allowed { 0 } else { 4 };
    let report = Report::object(&verdict, prose(&verdict))?;
    Ok(Outcome { status, ..report.into() })
}

const COLUMNS: &[Column] = &[Column::new("action"), Column::new("allowed"), Column::new("because")];

/// What somebody may do at a site, and what not: for a person at a terminal who named no action.
fn everything(args: &CanArgs, cx: &mut Context<'_>, caller: &Caller) -> Result<Outcome> {
    let id = args.id.clone().unwrap_or_else(|| caller.person.id.clone());
    let site = cx.site(caller)?;
    let asker = cx.standing(caller, &site)?;
    let standing = if id == caller.person.id { asker } else { other(cx, &asker, &id)? };
    let entitled = entitled(cx, &site)?;
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for action in Action::ALL.iter().filter(|action| **action != Action::Message) {
        let circumstances = Circumstances { entitled, provider: "", reach: Reach::default() };
        let (allowed, because) = match judge(&standing, *action, circumstances) {
            Answer::Yes { because } => ("yes", because),
            Answer::No { because, .. } => ("no", because),
        };
        list.row(action, || vec![action.to_string(), allowed.to_owned(), because])?;
    }
    Ok(list.end("There is nothing to be done")?.into())
}

/// The provider of that name; one that nobody knows is a slip of the pen, and no answer.
fn known_provider(cx: &mut Context<'_>, name: &ProviderName) -> Result<ProviderName> {
    match providers::named(cx.session().read()?.view(), name)? {
        Some(provider) => Ok(provider.provider),
        None => Err(unknown(name)),
    }
}

fn entitled(cx: &mut Context<'_>, site: &SiteNumber) -> Result<bool> {
    let held = entitlements::of_site(cx.session().read()?.view(), site)?;
    Ok(held.iter().any(|one| one.active && one.product.is_gateway()))
}

fn reach(cx: &mut Context<'_>, site: &SiteNumber, provider: Option<&ProviderName>) -> Result<Reach> {
    provider.map_or(Ok(Reach::default()), |name| provisions::reach(cx.session().read()?.view(), site, name))
}

/// Somebody else's standing: for managers and operators, and only of people with access.
fn other(cx: &mut Context<'_>, asker: &Standing, id: &Address) -> Result<Standing> {
    may_read(asker)?;
    let tx = cx.session().read()?;
    let standing = match people::with_id(tx.view(), id)? {
        Some(person) => sites::standing(tx.view(), &person, &asker.site.site)?,
        None => None,
    };
    standing
        .filter(|standing| standing.grant.is_some() || standing.person.operator)
        .ok_or_else(|| Error::not_found(format!("the access of {id} at site {}", asker.site.site)))
}

fn prose(verdict: &Verdict) -> Vec<Part> {
    let word = if verdict.allowed { "Yes" } else { "No" };
    let rule = verdict.rule.as_ref().map(|rule| format!(" ({rule})")).unwrap_or_default();
    let mut parts = vec![Part::Line(format!("{word}: {}{rule}", verdict.because))];
    if let Some(remedy) = &verdict.remedy {
        parts.push(Part::Pair("What would help", remedy.what.clone()));
        parts.push(Part::Pair("Who can do it", remedy.who.clone()));
        parts.extend(remedy.command.as_ref().map(|command| Part::Pair("Command", command.to_string())));
    }
    parts
}
